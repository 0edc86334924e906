# SPDX-License-Identifier: MIT
"""`orders FILE`: each memory order of a header, its partner, and what breaks
when it is weakened, as the checker found in this build.

Orders in the listings of the file lead to their rows of the table.
"""

from __future__ import annotations

from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .audit import Site, comment, located, partners, sites_of
from .execution import absent, prepared
from .lines import Page, page_of
from .long_executions import (
    LongExecution,
    ask_for_page,
    is_long,
    page_name,
    played,
)
from .places import BookDirective, manifest_of
from .source_page import source_page
from .steps_table import StepsTable
from .trace import Place, Step, find, read


class orders(nodes.General, nodes.Element):
    """The table of one header; all is in its attributes."""


class OrdersDirective(BookDirective):
    required_arguments = 1

    def make(self) -> list[nodes.Node]:
        path = self.find(self.arguments[0])
        file = self.manifest.shown(path)
        data = find(self.manifest, self.env.docname, f"orders/{path.stem}")
        if data is None:
            return absent()
        self.env.note_dependency(str(data))
        text = path.read_text("utf-8")
        sites = located(sites_of(read(data), file, data.name), text, file)
        for site in sites:
            site.broken = prepared(self.env, self.manifest, site.broken)
        source_page(self.env, path)
        node = orders("", sites=sites, file=file, stem=path.stem)
        node["traces"] = [site.broken for site in sites]
        node["marks"] = {
            Place(file, site.token): (site.order, row_id(path.stem, site))
            for site in sites
        }
        node["comments"] = [comment(text, site.place.line) for site in sites]
        for site in filter(lambda site: is_long(site.broken), sites):
            row = row_id(path.stem, site)
            ask_for_page(self.env, LongExecution(row, path.stem + path.suffix, site))
        self.set_source_info(node)
        return [node]


def row_id(stem: str, site: Site) -> str:
    return f"order-{stem.replace('_', '-')}-L{site.token}"


def visit(translator: Any, node: orders) -> None:
    rows = "".join(
        row(translator, node["stem"], site, said)
        for site, said in zip(node["sites"], node["comments"], strict=True)
    )
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("Where", "Order", "Pairs with", "What breaks without it")
    )
    translator.body.append(
        f'<div class="frame"><table class="orders">\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table></div>\n"
    )
    raise nodes.SkipNode


def row(translator: Any, stem: str, site: Site, said: str) -> str:
    name = row_id(stem, site)
    page = page_of(translator)
    pairs = "; ".join(spot(translator, each) for each in partners(site))
    where = spelt(translator, site.place, site.function)
    manifest = manifest_of(translator.builder.config)
    table = StepsTable(
        page, manifest, site.broken, f"{name}-steps", weakened=site.place
    )
    breaks = f"{site.broken.kind}: {table.linked(site.broken.sentence)}"
    cells = (
        ("Order", f"<strong>{site.order}</strong>"),
        ("Pairs with", pairs or escape(said)),
        ("Without it", breaks),
    )
    return (
        f'<tr id="{name}"><th scope="row">{where}, {escape(site.operation)}</th>'
        + "".join(f'<td data-head="{head}">{text}</td>' for head, text in cells)
        + f'</tr>\n<tr class="proof"><td colspan="4">'
        f"{proof(page, name, site, table)}</td></tr>\n"
    )


def proof(page: Page, name: str, site: Site, table: StepsTable) -> str:
    title = f"The execution, {site.without}"
    if page.epub:
        return f'<p id="{name}-steps-title">{title}</p>{table.html()}'
    if is_long(site.broken):
        target = page.builder.get_relative_uri(page.name, page_name(page.name, name))
        return f'<p><a href="{target}">{title}</a> ({len(site.broken.steps)} steps)</p>'
    return (
        f'<details><summary id="{name}-steps-title">{title}</summary>'
        f"{played(table.html())}</details>"
    )


def spot(translator: Any, step: Step) -> str:
    where = step.place
    assert where is not None
    return f"the {step.order} in {spelt(translator, where, step.function)}"


def spelt(translator: Any, place: Place, function: str) -> str:
    """A function's name that leads to the line."""
    name = f"<code>{escape(function)}</code>"
    target = page_of(translator).target(place)
    return f'<a href="{target}">{name}</a>' if target else name


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(orders, html=(visit, None))
    app.add_directive("orders", OrdersDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
