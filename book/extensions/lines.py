# SPDX-License-Identifier: MIT
"""Lines of code as places to link to, in listings and on the files' own pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes

from .manifest import Manifest
from .trace import Place

PRE = re.compile(r"(<pre[^>]*>(?:<span></span>)?)(.*?)(</pre>)", re.S)
OURS = ("chapters/", "book/", "exercises/", "solutions/")


def text_of(manifest: Manifest, place: Place) -> str:
    """The line's code; empty if there is no such line."""
    path = manifest.root / place.file
    if not place.file or not path.is_file():
        return ""
    lines = lines_of(path, path.stat().st_mtime_ns)
    return lines[place.line - 1].strip() if 0 < place.line <= len(lines) else ""


@lru_cache(maxsize=64)
def lines_of(path: Path, changed: int) -> list[str]:
    return path.read_text("utf-8").splitlines()


def shown_place(places: list[Place]) -> Place | None:
    """Of a step's frames, the innermost that the chapter is about."""
    own = [each for each in places if each.file.startswith(OURS)]
    return next(iter(own or places), None)


def anchor(file: str, line: int) -> str:
    return f"{Path(file).stem}-L{line}"


def listed(document: nodes.document) -> dict[Place, str]:
    """The lines that the listings of a document show, and their anchors."""
    found: dict[Place, str] = {}
    for block in document.findall(nodes.literal_block):
        lines: list[int] = block.get("lines", [])
        for line in lines:
            place = Place(block["file"], line)
            found.setdefault(place, anchor(place.file, line))
    return found


def with_anchors(
    html: str,
    lines: list[int],
    ids: dict[int, str],
    orders: dict[int, tuple[str, str]] | None = None,
) -> str:
    """The highlighted block with the wanted lines made targets, and the orders
    links to their rows."""

    def marked(match: re.Match[str]) -> str:
        rows = match[2].split("\n")
        for index, line in enumerate(lines[: len(rows)]):
            if orders and line in orders:
                order, row = orders[line]
                word = f"std::memory_order_{order}"
                mark = f'<a class="order" href="#{row}">{word}</a>'
                rows[index] = rows[index].replace(word, mark, 1)
            if line in ids:
                rows[index] = f'<span id="{escape(ids[line])}">{rows[index]}</span>'
        return match[1] + "\n".join(rows) + match[3]

    return PRE.sub(marked, html, count=1)


@dataclass
class Page:
    """The page that is written, and the lines that listings on it show."""

    builder: Any
    name: str
    lines: dict[Place, str] = field(default_factory=dict)

    @property
    def epub(self) -> bool:
        return bool(self.builder.name == "epub")

    def target(self, place: Place) -> str:
        """Where a line is to be seen: in a listing here, or on its file's page.

        Empty where there is none, as in an EPUB.
        """
        if self.epub or not place.file.startswith(OURS):
            return ""
        if place in self.lines:
            return f"#{self.lines[place]}"
        other = self.builder.get_relative_uri(self.name, f"code/{place.file}")
        return f"{other}#L{place.line}"


def page_of(translator: Any) -> Page:
    if "locksmith_page" not in translator.__dict__:
        builder = translator.builder
        name = builder.current_docname
        translator.locksmith_page = Page(builder, name, listed(translator.document))
    page: Page = translator.locksmith_page
    return page
