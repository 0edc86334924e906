# SPDX-License-Identifier: MIT
"""`benchmark FILE`: a plot and a table of stored measurements.

:::{benchmark} benchmark/pair.json
:caption: One acquire and one release, nobody waiting
:ratio-to: locksmith::counting_semaphore
:only: ^pair/
:strip: ^pair/
:::
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from .diagram import figure
from .manifest import BookError
from .measurements import Row, machine, ratio, read, rows, written
from .places import BookDirective

WIDTH, LABELS, BAR, STEP = 640, 270, 18, 32


class Benchmark(BookDirective):
    required_arguments = 1
    option_spec = {
        "caption": directives.unchanged_required,
        "measure": lambda value: directives.choice(value, ("real_time", "cpu_time")),
        "only": directives.unchanged_required,
        "strip": directives.unchanged_required,
        "ratio-to": directives.unchanged_required,
    }

    def make(self) -> list[nodes.Node]:
        path = self.find(self.arguments[0])
        data = read(path, self.manifest.shown(path))
        only, strip = self.options.get("only", ""), self.options.get("strip", "^$")
        for pattern in (only, strip):
            try:
                re.compile(pattern)
            except re.error as problem:
                raise BookError(f"'{pattern}' is no pattern: {problem}") from None
        found = rows(data, self.options.get("measure", "real_time"), only, strip)
        if not found:
            raise BookError(f"{path.name}: no row matches '{only}'")
        base = self.base(found)
        caption = self.options.get("caption", path.stem)
        node = figure(
            plot(found, base), path.stem, f"{caption}: bars, one a row", caption
        )
        node["data"] = True
        self.set_source_info(node)
        node += table(found, base)
        note = f"Medians; ratios to {base.name}. {machine(data['context'])}."
        node += nodes.paragraph("", note, classes=["machine"])
        return [node]

    def base(self, found: list[Row]) -> Row:
        name = self.options.get("ratio-to", found[0].name)
        for row in found:
            if row.name == name:
                return row
        raise BookError(
            f"no row '{name}'; known are: " + ", ".join(r.name for r in found)
        )


def plot(found: list[Row], base: Row) -> str:
    """Horizontal bars in the classes of diagram.css."""
    longest = max(row.nanoseconds for row in found)
    room = WIDTH - LABELS - 90
    height = STEP * len(found) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">',
        f'<path class="thin" d="M{LABELS} 0V{height}"/>',
    ]
    for index, row in enumerate(found):
        top = 4 + STEP * index
        middle = top + STEP / 2 + 1
        length = max(1.5, room * row.nanoseconds / longest)
        kind = "fill-accent" if row is base else "fill-memory"
        parts += [
            f'<text class="label-code end" x="{LABELS - 10}" y="{middle + 4}">'
            f"{escape(shortened(row.name))}</text>",
            f'<rect class="{kind}" x="{LABELS}" y="{middle - BAR / 2}" '
            f'width="{length:.1f}" height="{BAR}"/>',
            f'<text class="label-small" x="{LABELS + length + 8:.1f}" '
            f'y="{middle + 4}">{written(row.nanoseconds)}</text>',
        ]
    return "\n".join([*parts, "</svg>"])


def shortened(name: str, length: int = 30) -> str:
    return name if len(name) <= length else name[: length - 1] + "…"


def table(found: list[Row], base: Row) -> nodes.table:
    varies = any(row.variation is not None for row in found)
    heads = ["", "median", "ratio"]
    heads += ["varies by"] if varies else []
    group = nodes.tgroup("", cols=len(heads))
    group += [nodes.colspec(colwidth=1) for _ in heads]
    group += nodes.thead("", line([nodes.Text(head) for head in heads]))
    body = nodes.tbody()
    for row in found:
        cells: list[nodes.Node] = [
            nodes.literal("", row.name),
            nodes.Text(written(row.nanoseconds)),
            nodes.Text(ratio(row.nanoseconds / base.nanoseconds)),
        ]
        if varies:
            share = row.variation
            cells.append(nodes.Text("" if share is None else f"{share:.1%}"))
        body += line(cells)
    group += body
    return nodes.table("", group, classes=["benchmark"])


def line(cells: list[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", c)) for c in cells))


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("benchmark", Benchmark)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
