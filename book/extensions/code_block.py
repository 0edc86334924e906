# SPDX-License-Identifier: MIT
"""Code blocks that a keyboard can reach and scroll."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.highlighting import PygmentsBridge
from sphinx.writers.html5 import HTML5Translator

from .lines import with_anchors
from .trace import Place
from .wanted import marked_orders, wanted_lines

# Names, operators, punctuation and space have no colour: their marks would be
# a third of a page.
PLAIN = re.compile(r'<span class="(?:[nopw]|nl)">([^<]*)</span>')
LABELS = {"console": "Commands", "text": "Text"}


def reachable(html: str, label: str) -> str:
    """Makes the block's <pre> a labelled region that takes the focus."""
    html = PLAIN.sub(r"\1", html)
    return html.replace(
        "<pre>",
        f'<pre tabindex="0" role="region" aria-label="{escape(label)}">',
        1,
    )


def highlighted(highlighter: PygmentsBridge, code: str, name: str) -> str:
    """C++ as highlighted HTML, for pages that no document is behind."""
    html = highlighter.highlight_block(code, "c++")
    return f'<div class="highlight-c++ notranslate">{reachable(html, name)}</div>'


def visit(translator: HTML5Translator, node: nodes.literal_block) -> None:
    start = len(translator.body)
    try:
        HTML5Translator.visit_literal_block(translator, node)
    except nodes.SkipNode:
        if translator.builder.name != "epub":
            html = "".join(translator.body[start:])
            html = reachable(html, label_of(translator, node))
            translator.body[start:] = [anchored(translator, node, html)]
        raise


def anchored(translator: HTML5Translator, node: nodes.literal_block, html: str) -> str:
    """Links from orders to their rows, and targets where the page leads to."""
    lines: list[int] = node.get("lines", [])
    if not lines:
        return html
    wanted, marked = wanted_lines(translator), marked_orders(translator)
    places = {line: Place(node["file"], line) for line in lines}
    # Listings may overlap: the first that shows a line has its anchor.
    ids = {n: wanted.pop(place) for n, place in places.items() if place in wanted}
    orders = {n: marked[place] for n, place in places.items() if place in marked}
    return with_anchors(html, lines, ids, orders) if ids or orders else html


def label_of(translator: HTML5Translator, node: nodes.literal_block) -> str:
    """A name that is unique on the page."""
    label = node.get("label") or LABELS.get(node.get("language", ""), "Code")
    seen = translator.__dict__.setdefault("locksmith_labels", {})
    seen[label] = seen.get(label, 0) + 1
    return label if seen[label] == 1 else f"{label} ({seen[label]})"


def depart(translator: HTML5Translator, node: nodes.literal_block) -> None:
    HTML5Translator.depart_literal_block(translator, node)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(nodes.literal_block, override=True, html=(visit, depart))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
