# SPDX-License-Identifier: MIT
"""How sources are written: titles as they are, and linked where they lie open."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.richtext import Text
from pybtex.style.formatting.unsrt import Style
from pybtex.style.template import (
    field,
    first_of,
    href,
    join,
    optional,
    sentence,
    tag,
)
from sphinx.application import Sphinx


class Locksmith(Style):
    default_sorting_style = "author_year_title"

    def format_title(self, e: Entry, which_field: str, as_sentence: bool = True) -> Any:
        title = linked(field(which_field))
        return sentence[title] if as_sentence else title

    def format_btitle(
        self, e: Entry, which_field: str, as_sentence: bool = True
    ) -> Any:
        title = field(which_field)
        title = tag("em")[linked(title) if which_field == "title" else title]
        return sentence[title] if as_sentence else title

    def format_web_refs(self, e: Entry) -> Any:
        return Text()


def linked(title: Any) -> Any:
    address = join["https://doi.org/", field("doi", raw=True)]
    return first_of[
        optional[href[field("url", raw=True), title]],
        optional[href[address, title]],
        title,
    ]


def list_sources(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Makes plain lists of the citations, whose labels nobody needs."""
    for citation in list(doctree.findall(nodes.citation)):
        parent = citation.parent
        place = parent.index(citation)
        item = nodes.list_item("", *citation.children[1:], ids=citation["ids"])
        before = parent[place - 1] if place else None
        if isinstance(before, nodes.bullet_list) and "sources" in before["classes"]:
            parent.remove(citation)
            before += item
        else:
            parent.replace(citation, nodes.bullet_list("", item, classes=["sources"]))


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("doctree-resolved", list_sources)
    register_plugin("pybtex.style.formatting", "locksmith", Locksmith, force=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
