# SPDX-License-Identifier: MIT
"""`disclosure TITLE`: text that the reader unfolds, open in print and EPUB."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .places import BookDirective


class disclosure(nodes.General, nodes.Element):
    """Folded text under a title."""


class Disclosure(BookDirective):
    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def make(self) -> list[nodes.Node]:
        node = disclosure("", title=self.arguments[0])
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


def visit(translator: Any, node: disclosure) -> None:
    title = translator.encode(node["title"])
    if translator.builder.name == "epub":
        translator.body.append(
            f'<div class="disclosure"><p class="disclosure-title">{title}</p>\n'
        )
    else:
        translator.body.append(
            f'<details class="disclosure"><summary>{title}</summary>\n'
        )


def depart(translator: Any, node: disclosure) -> None:
    epub = translator.builder.name == "epub"
    translator.body.append("</div>\n" if epub else "</details>\n")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(disclosure, html=(visit, depart))
    app.add_directive("disclosure", Disclosure)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
