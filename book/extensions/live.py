# SPDX-License-Identifier: MIT
"""What the pages need to be worked in, where a server lets them (live_*.js).

An exercise's page says which one it is. For each shown file that Compiler
Explorer can open, `run/FILE.json` holds the program that its link holds.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .manifest import Manifest
from .places import manifest_of
from .source_page import sources_of

SCRIPTS = ("server", "editor", "execution", "panel", "run", "check")
EDITOR = "live_codemirror.js"
HINTS = {
    "exercises": "Served by tools/read, this page has an editor and a Check button.",
    "chapters": "Served by tools/read, the listings can be edited and run in the page.",
}


def finish(app: Sphinx, problem: Exception | None) -> None:
    if problem is not None or app.builder.name != "html":
        return
    manifest = manifest_of(app.config)
    shown = {page for each in sources_of(app.env).values() for page in each}
    programs = sources_behind_links(manifest)
    index: dict[str, bool] = {}
    for name in sorted(page.removeprefix("code/") for page in shown):
        if name in programs:
            index[name] = programs[name]["runs"]
            source = {"source": programs[name]["source"]}
            put(Path(app.outdir, "run", f"{name}.json"), source)
    put(Path(app.outdir, "run", "index.json"), index)
    if editor := editor_of(app):
        shutil.copyfile(editor, Path(app.outdir, "_static", EDITOR))


def sources_behind_links(manifest: Manifest) -> dict[str, Any]:
    """What the links to Compiler Explorer hold; nothing if there are none."""
    path = manifest.path.parent / "explorer_sources.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}


def put(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data), "utf-8")


def editor_of(app: Sphinx) -> Path | None:
    """The bundled editor, if this build could make it."""
    build = manifest_of(app.config).path.parent
    path = build / "tools" / "live_pages" / "editor" / EDITOR
    return path if path.is_file() else None


def hint(app: Sphinx, doctree: nodes.document) -> None:
    """One line that says how to get more; the scripts take it away."""
    if app.builder.name == "epub":
        return
    docname = app.env.docname
    chapters = {chapter["name"] for chapter in manifest_of(app.config).chapters}
    kind = "chapters" if docname in chapters else docname.partition("/")[0]
    if kind not in HINTS:
        return
    line = nodes.paragraph("", HINTS[kind], classes=["live-hint"])
    for section in doctree.findall(nodes.section):
        if kind == "chapters" or "how-to-check-it" in section["ids"]:
            return section.insert(1 if kind == "exercises" else len(section), line)


def tell(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    kind, _, name = pagename.partition("/")
    if app.builder.name == "epub":
        return
    if kind == "exercises" and name:
        tag = f'<meta name="locksmith-exercise" content="{name}">'
        context["metatags"] = context.get("metatags", "") + tag
    if editor_of(app):
        tag = f'<meta name="locksmith-editor" content="{EDITOR}">'
        context["metatags"] = context.get("metatags", "") + tag


def scripts(app: Sphinx) -> None:
    if app.builder.name == "epub":
        return
    app.add_css_file("live.css")
    for name in SCRIPTS:
        app.add_js_file(f"live_{name}.js", defer="defer")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", scripts)
    app.connect("doctree-read", hint, priority=900)
    app.connect("html-page-context", tell)
    app.connect("build-finished", finish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
