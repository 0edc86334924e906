# SPDX-License-Identifier: MIT
"""A page for each execution of an order table that is too long for the chapter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from .audit import Site
from .lines import Page
from .places import manifest_of
from .steps_table import StepsTable
from .trace import Execution

LONG = 16  # steps: they fill a screen


@dataclass
class LongExecution:
    row: str
    file: str
    site: Site


def is_long(execution: Execution) -> bool:
    return len(execution.steps) > LONG


def page_name(docname: str, row: str) -> str:
    return f"executions/{docname}/{row}"


def played(table: str) -> str:
    return (
        '<locksmith-execution><figure class="execution">'
        f'<div class="frame">{table}</div></figure></locksmith-execution>'
    )


def ask_for_page(env: BuildEnvironment, execution: LongExecution) -> None:
    asked(env).setdefault(env.docname, []).append(execution)


def asked(env: BuildEnvironment) -> dict[str, list[LongExecution]]:
    if not hasattr(env, "locksmith_executions"):
        env.locksmith_executions = {}  # type: ignore[attr-defined]
    return env.locksmith_executions  # type: ignore[attr-defined]


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    asked(env).pop(docname, None)


def merge(
    app: Sphinx, env: BuildEnvironment, names: set[str], other: BuildEnvironment
) -> None:
    asked(env).update({d: e for d, e in asked(other).items() if d in names})


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name == "epub":
        return
    for docname, executions in sorted(asked(app.env).items()):
        for each in executions:
            name = page_name(docname, each.row)
            title = f"{each.file}:{each.site.token}, {each.site.without}"
            body = body_of(app, Page(builder, name), docname, each)
            yield name, {"title": title, "body": body}, "page.html"


def body_of(app: Sphinx, page: Page, docname: str, each: LongExecution) -> str:
    site = each.site
    back = page.builder.get_relative_uri(page.name, docname)
    chapter = escape(app.env.titles[docname].astext())
    where = f'<a href="{back}#{each.row}">an order of {chapter}</a>'
    steps = f"{each.row}-steps"
    table = StepsTable(
        page, manifest_of(app.config), site.broken, steps, weakened=site.place
    )
    return (
        f"<h1>{escape(each.file)}:{site.token}, {escape(site.without)}</h1>\n"
        f"<p>What breaks without {where}: the {escape(site.operation)} in "
        f"<code>{escape(site.function)}</code>, which is {site.order}.</p>\n"
        f'<h2 id="{steps}-title">The execution</h2>\n{played(table.html())}\n'
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    app.connect("html-collect-pages", pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
