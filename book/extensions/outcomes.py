# SPDX-License-Identifier: MIT
"""`outcomes NAME`: what a program came to, and in how many executions."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .execution import absent
from .manifest import BookError
from .places import BookDirective
from .trace import find, member, read


class Outcomes(BookDirective):
    required_arguments = 1

    def make(self) -> list[nodes.Node]:
        path = find(self.manifest, self.env.docname, self.arguments[0])
        if path is None:
            return absent()
        self.env.note_dependency(str(path))
        found = member(read(path), "outcomes", path.name)
        if not isinstance(found, dict) or not found:
            raise BookError(f"{path.name}: nothing was observed there")
        group = nodes.tgroup("", nodes.colspec(), nodes.colspec(), cols=2)
        group += nodes.thead("", row("outcome", "executions"))
        group += nodes.tbody("", *(row(k, str(n)) for k, n in sorted(found.items())))
        table = nodes.table("", group, classes=["benchmark"])
        self.set_source_info(table)
        return [table]


def row(*cells: str) -> nodes.row:
    return nodes.row(
        "", *(nodes.entry("", nodes.paragraph("", text)) for text in cells)
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("outcomes", Outcomes)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
