# SPDX-License-Identifier: MIT
"""`listing FILE [REGION]`: code cut from a file that is compiled and tested.

What a document names must be there once; that every region is shown is seen to
by listing_check.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .explorer import anchor, link_to, page_of, program_kind
from .manifest import BookError
from .places import BookDirective
from .regions import cut_lines
from .source_page import source_page

COLUMNS = 80


class listing(nodes.General, nodes.Element):
    """A captioned listing; its one child is the code."""


@dataclass(frozen=True)
class Shown:
    """One place where a document shows a region (None: the whole file)."""

    path: str
    region: str | None
    again: bool
    place: str


class Listing(BookDirective):
    required_arguments = 1
    optional_arguments = 1
    option_spec = {
        "caption": directives.unchanged_required,
        "wrong": directives.unchanged_required,
        "again": directives.flag,
        "name": directives.unchanged_required,
    }

    def make(self) -> list[nodes.Node]:
        path = self.find(self.arguments[0])
        region = self.arguments[1] if len(self.arguments) > 1 else None
        name = self.manifest.shown(path)
        code, lines = cut_lines(path.read_text("utf-8"), region, name)
        for line in code.splitlines():
            if len(line) > COLUMNS:
                raise BookError(
                    f"{name}: a line of {len(line)} columns is shown; "
                    f"break it at {COLUMNS}: {line.strip()[:40]}…"
                )
        shown = Shown(str(path), region, "again" in self.options, self.get_location())
        listings_of(self.env).setdefault(self.env.docname, []).append(shown)
        block = nodes.literal_block(code, code, language="c++")
        block["label"] = f"Listing: {path.name}" + (f", {region}" if region else "")
        block["file"] = name
        if not shown.again:
            block["lines"] = lines
        node = listing(
            "",
            block,
            file=path.name,
            page=source_page(self.env, path),
            path=name,
            explorer=link_to(self.manifest, name),
            program=program_kind(self.manifest, name),
            caption=self.options.get("caption", ""),
            wrong=self.options.get("wrong", ""),
        )
        self.set_source_info(node)
        self.add_name(node)
        return [node]


def listings_of(env: BuildEnvironment) -> dict[str, list[Shown]]:
    if not hasattr(env, "locksmith_listings"):
        env.locksmith_listings = {}  # type: ignore[attr-defined]
    return env.locksmith_listings  # type: ignore[attr-defined]


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    listings_of(env).pop(docname, None)


def merge(
    app: Sphinx, env: BuildEnvironment, names: set[str], other: BuildEnvironment
) -> None:
    listings_of(env).update({d: s for d, s in listings_of(other).items() if d in names})


def visit(translator: Any, node: listing) -> None:
    wrong, page = node["wrong"], node["page"]
    encode = translator.encode
    name = f"<code>{encode(node['file'])}</code>"
    if translator.builder.name != "epub":
        target = translator.builder.get_relative_uri(
            translator.builder.current_docname, page
        )
        name = f'<a class="source" href="{target}">{name}</a>'
    text = [name]
    if node["caption"]:
        text.append(f'<span class="caption-text">{encode(node["caption"])}</span>')
    if wrong:
        text.append(f'<strong class="wrong-label">Wrong: {encode(wrong)}</strong>')
    classes = "listing wrong" if wrong else "listing"
    data = {}
    if node["program"] and translator.builder.name != "epub":
        data["data-program"] = node["program"]
    figure = translator.starttag(node, "figure", CLASS=classes, **data)
    translator.body.append(figure)
    translator.body.append(f"<figcaption>{' '.join(text)}</figcaption>\n")


def depart(translator: Any, node: listing) -> None:
    if node["explorer"] and translator.builder.name != "epub":
        target = translator.builder.get_relative_uri(
            translator.builder.current_docname, page_of(node["path"])
        )
        translator.body.append(f'<div class="bar">{anchor(target)}</div>\n')
    translator.body.append("</figure>\n")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(listing, html=(visit, depart))
    app.add_directive("listing", Listing)
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
