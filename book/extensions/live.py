# SPDX-License-Identifier: MIT
"""What the pages need to be worked in, where a server lets them (live_*.js).

An exercise's page says which one it is, and a page with listings where they can
be run without a server of the reader's own. For each shown file that Compiler
Explorer can open, `run/FILE.js` holds the program that its link holds.
"""

from __future__ import annotations

import json
import shutil
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from .explorer import program_kind, programs_of
from .listing import listings_of
from .manifest import Manifest
from .places import manifest_of
from .source_page import sources_of

EDITOR = "live_codemirror.js"
TOOLS = {"exercise": "exercise", "explorer": "listing"}
LATE = 900
HINTS = {
    "exercises": "Served by tools/read, this page has an editor and a Check button.",
    "chapters": "Served by tools/read, the listings are edited and run on this machine.",
}


def finish(app: Sphinx, problem: Exception | None) -> None:
    if problem is not None or app.builder.name != "html":
        return
    shown = {page for each in sources_of(app.env).values() for page in each}
    manifest = manifest_of(app.config)
    for name in sorted(page.removeprefix("code/") for page in shown):
        if program_kind(manifest, name):
            source = programs_of(manifest)[name]["source"]
            put(Path(app.outdir, "run", f"{name}.js"), name, source)
    if editor := editor_of(app):
        shutil.copyfile(editor, Path(app.outdir, "_static", EDITOR))


def put(path: Path, name: str, source: str) -> None:
    """As a script, since a page from file: may read nothing else."""
    path.parent.mkdir(parents=True, exist_ok=True)
    known = f"(globalThis.locksmithPrograms ||= {{}})[{json.dumps(name)}]"
    path.write_text(f"{known} = {json.dumps(source)};\n", "utf-8")


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
    if app.builder.name == "epub":
        return
    kind, _, name = pagename.partition("/")
    tags = {}
    if kind == "exercises" and name:
        tags["exercise"] = name
    if editor_of(app):
        tags["editor"] = EDITOR
    manifest = manifest_of(app.config)
    shown = listings_of(app.env).get(pagename, [])
    if any(program_kind(manifest, manifest.shown(Path(s.path))) for s in shown):
        tags["explorer"] = settings(manifest)
    for script in ("server", "news", *(TOOLS[key] for key in tags if key in TOOLS)):
        # After the scripts that make the bars under listings.
        app.add_js_file(f"live_{script}.js", priority=LATE, defer="defer")
    for key, value in tags.items():
        tag = f'<meta name="locksmith-{key}" content="{escape(value)}">'
        context["metatags"] = context.get("metatags", "") + tag


def settings(manifest: Manifest) -> str:
    """Which Compiler Explorer, and what of it."""
    path = manifest.root / "book" / "compiler_explorer.json"
    all_settings = json.loads(path.read_text("utf-8"))
    wanted = ("server", "compiler", "options")
    return json.dumps({key: all_settings[key] for key in wanted})


def style(app: Sphinx) -> None:
    if app.builder.name != "epub":
        app.add_css_file("live.css")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("builder-inited", style)
    app.connect("doctree-read", hint, priority=900)
    app.connect("html-page-context", tell)
    app.connect("build-finished", finish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
