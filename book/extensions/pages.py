# SPDX-License-Identifier: MIT
"""What surrounds a page: the contents beside it, and the page for lost ways."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from furo.navigation import get_navigation_tree
from sphinx.application import Sphinx

from .places import manifest_of

RELATIVE = re.compile(r'\b(href|src|data-content_root)="(?!https?:|[#/]|data:)(?:\./)?')


def contents(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """The book's contents, the open chapter's sections and exercises included."""
    if app.builder.name != "epub" and "toctree" in context:
        chapters = {chapter["name"] for chapter in manifest_of(app.config).chapters}
        inside = pagename in chapters or pagename.startswith("exercises/")
        tree = context["toctree"](
            collapse=True,
            titles_only=False,
            maxdepth=3 if inside else 1,
            includehidden=True,
        )
        tree = (tree or "").replace('role="heading"', 'role="heading" aria-level="2"')
        context["furo_navigation_tree"] = get_navigation_tree(tree)


def anchor_lost_page(app: Sphinx, problem: Exception | None) -> None:
    """404.html is served for any address, so its links start at the root."""
    page = Path(app.outdir) / "404.html"
    if problem is None and page.is_file():
        page.write_text(RELATIVE.sub(r'\1="/', page.read_text("utf-8")), "utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-page-context", contents, priority=900)
    app.connect("build-finished", anchor_lost_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
