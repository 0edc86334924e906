# SPDX-License-Identifier: MIT
"""The small pages that lead on to Compiler Explorer, one for each shown file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from .explorer import anchor, link_to, page_of
from .places import manifest_of
from .source_page import sources_of


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name == "epub":
        return
    manifest = manifest_of(app.config)
    shown = {
        page.removeprefix("code/")
        for sources in sources_of(app.env).values()
        for page in sources
    }
    for name in sorted(shown):
        url = link_to(manifest, name)
        if url:
            page = page_of(name)
            back = builder.get_relative_uri(page, f"code/{name}")
            yield page, leading_on(name, url, back), "page.html"


def leading_on(name: str, url: str, back: str) -> dict[str, Any]:
    file = Path(name).name
    return {
        "title": f"{file} in Compiler Explorer",
        "metatags": '<meta name="robots" content="noindex"/>'
        '<meta name="referrer" content="no-referrer"/>'
        f'<meta http-equiv="refresh" content="0; url={escape(url)}"/>',
        "body": f"<h1>{escape(file)} in Compiler Explorer</h1>\n"
        f"<p>{anchor(url)}</p>\n"
        "<p>That is another site. It is sent the code that the link holds, and it "
        f'may keep a record of it. <a href="{back}">The file is here too.</a></p>',
    }


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-collect-pages", pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
