# SPDX-License-Identifier: MIT
"""A page for every source file that a listing comes from, and the file itself.

`chapters/semaphore/steps/word.hpp` becomes the page
`code/chapters/semaphore/steps/word.hpp.html`, and lies beside it as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from .code_block import highlighted
from .explorer import anchor, link_to
from .lines import with_anchors
from .places import manifest_of
from .regions import numbered


def source_page(env: BuildEnvironment, path: Path) -> str:
    """Asks for the file's page; returns the page's name."""
    name = f"code/{manifest_of(env.config).shown(path)}"
    sources_of(env).setdefault(env.docname, {})[name] = str(path)
    return name


def sources_of(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    if not hasattr(env, "locksmith_sources"):
        env.locksmith_sources = {}  # type: ignore[attr-defined]
    return env.locksmith_sources  # type: ignore[attr-defined]


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    sources_of(env).pop(docname, None)


def merge(
    app: Sphinx, env: BuildEnvironment, names: set[str], other: BuildEnvironment
) -> None:
    sources_of(env).update({d: s for d, s in sources_of(other).items() if d in names})


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name == "epub":
        return
    wanted: dict[str, tuple[str, str]] = {}
    for docname, sources in sorted(sources_of(app.env).items()):
        for page, path in sources.items():
            wanted.setdefault(page, (path, docname))
    for page, (path, docname) in sorted(wanted.items()):
        source = Path(path)
        name = page.removeprefix("code/")
        back = app.builder.get_relative_uri(page, docname)
        rows = numbered(source.read_text("utf-8"))
        text = "\n".join(line for _, line in rows)
        title = app.env.titles[docname].astext()
        lines = [number for number, _ in rows]
        code = highlighted(builder.highlighter, text, name)
        code = with_anchors(code, lines, {n: f"L{n}" for n in lines})
        body = (
            f"<h1>{escape(source.name)}</h1>\n"
            f"<p><code>{escape(name)}</code>, shown in "
            f'<a href="{back}">{escape(title)}</a>. '
            f'<a href="{escape(source.name)}" download>Download the file</a>.</p>\n'
            f"{opened(app, name)}"
            f"{code}"
        )
        target = Path(app.outdir) / page
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        yield page, {"title": source.name, "body": body}, "page.html"


def opened(app: Sphinx, name: str) -> str:
    """A paragraph with the link that opens the file elsewhere, if there is one."""
    url = link_to(manifest_of(app.config), name)
    return f"<p>{anchor(url)}</p>\n" if url else ""


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    app.connect("html-collect-pages", pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
