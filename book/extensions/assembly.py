# SPDX-License-Identifier: MIT
"""`assembly FILE`: what compilers make of a function, for several machines.

The file is what store_assembly.py wrote; it lies in the repository, for nobody
needs four compilers to read a book.
"""

from __future__ import annotations

import datetime
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from .explorer import anchor, link_to, page_of
from .manifest import BookError
from .places import BookDirective
from .source_page import source_page
from .trace import read

MARKED = "Marked are the instructions that would not be there with relaxed orders."


class assembly(nodes.General, nodes.Element):
    """Stored assembly; all is in its attributes."""


class AssemblyDirective(BookDirective):
    required_arguments = 1
    option_spec = {
        "caption": directives.unchanged_required,
        "functions": directives.unchanged_required,
    }

    def make(self) -> list[nodes.Node]:
        path = self.find(self.arguments[0])
        data = checked(read(path), path)
        source = self.find(f"{self.arguments[0].removesuffix('.json')}.cpp")
        known = list(data["machines"][0]["functions"])
        wanted = self.options.get("functions", " ".join(known)).split()
        for name in wanted:
            if name not in known:
                raise BookError(
                    f"{path.name}: no function '{name}'; known are: {', '.join(known)}"
                )
        node = assembly("", data=data, functions=wanted, file=source.name)
        node["page"] = source_page(self.env, source)
        node["path"] = self.manifest.shown(source)
        node["explorer"] = link_to(self.manifest, node["path"])
        node["caption"] = self.options.get("caption", "What the compiler makes of it")
        self.set_source_info(node)
        return [node]


def checked(data: Any, path: Path) -> dict[str, Any]:
    """The stored data, if each machine has each function."""
    try:
        datetime.date.fromisoformat(data["date"])
        names = set(data["machines"][0]["functions"])
        fits = isinstance(data["options"], str) and bool(names)
        for machine in data["machines"]:
            words = [machine[key] for key in ("machine", "compiler", "options")]
            code = machine["functions"]
            fits &= all(isinstance(word, str) for word in words) and set(code) == names
            for function in code.values():
                fits &= all(isinstance(line, str) for line in function["lines"])
                fits &= set(function["ordered"]) <= set(range(len(function["lines"])))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        fits = False
    if not fits:
        raise BookError(
            f"{path.name}: not what store_assembly.py writes; build the target "
            "book_assembly"
        )
    return dict(data)


def visit(translator: Any, node: assembly) -> None:
    data, epub = node["data"], translator.builder.name == "epub"
    parts = [
        f'<figure class="assembly">\n<figcaption>{escape(node["caption"])}</figcaption>'
    ]
    for place, name in enumerate(node["functions"]):
        blocks = "".join(block(machine, name, epub) for machine in data["machines"])
        grid = f'<div class="machines">\n{blocks}</div>'
        if epub:
            parts.append(f"<p><code>{escape(name)}</code></p>\n{grid}")
        else:
            opened = " open" if place == 0 else ""
            parts.append(
                f"<details{opened}><summary><code>{escape(name)}</code></summary>\n"
                f"{grid}</details>"
            )
    parts.append(f"<p>{MARKED} {origin(translator, node)}</p>\n</figure>\n")
    translator.body.append("\n".join(parts))
    raise nodes.SkipNode


def block(machine: dict[str, Any], name: str, epub: bool) -> str:
    """One function on one machine."""
    code = machine["functions"][name]
    lines = []
    for number, line in enumerate(code["lines"]):
        text = escape(line, quote=False)
        indented = text if line.endswith(":") else f"  {text}"
        is_marked = number in code["ordered"]
        lines.append(f"<mark>{indented}</mark>" if is_marked else indented)
    label = f"{escape(name)} on {escape(machine['machine'])}"
    reach = "" if epub else f' tabindex="0" role="region" aria-label="{label}"'
    options = f" <code>{escape(machine['options'])}</code>"
    return (
        f"<div><p><strong>{escape(machine['machine'])}</strong>{options}</p>\n"
        f"<pre{reach}>{chr(10).join(lines)}</pre></div>\n"
    )


def origin(translator: Any, node: assembly) -> str:
    """Which compilers, and when."""
    data = node["data"]
    compilers = sorted({machine["compiler"] for machine in data["machines"]})
    day = datetime.date.fromisoformat(data["date"])
    name = f"<code>{escape(node['file'])}</code>"
    more = ""
    if translator.builder.name != "epub":
        here = translator.builder.current_docname
        target = translator.builder.get_relative_uri(here, node["page"])
        name = f'<a href="{target}">{name}</a>'
        if node["explorer"]:
            page = translator.builder.get_relative_uri(here, page_of(node["path"]))
            more = f"<br>{anchor(page)}"
    return (
        f"Of {name}, by {escape(' and '.join(compilers))} with "
        f"<code>{escape(data['options'])}</code>, on {day.day} {day:%B %Y}."
        f"{more}"
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(assembly, html=(visit, None))
    app.add_directive("assembly", AssemblyDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
