# SPDX-License-Identifier: MIT
"""Completes the pages of exercises and solutions from what the build knows.

task.md holds the task; this adds the starting file, the commands, the hints and
the way to the solution. why.md holds the reasons; this adds the solution's code
and the wrong answers.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from .exercise import facts_line, link
from .fragment import raw_code
from .manifest import BookError, Manifest
from .places import manifest_of

logger = logging.getLogger(__name__)
HINT = re.compile(r"^## (Hint \d+)\s*$", re.M)
HEADING = re.compile(r"\A(---\n.*?\n---\n)?\s*# \S", re.S)


def hints(path: Path, shown: str) -> list[tuple[str, str]]:
    """Each hint's title and text."""
    if not path.is_file():
        raise BookError(f"{shown}: missing; every exercise has hints.md")
    text = path.read_text("utf-8")
    for line, fault in raw_code(text):
        raise BookError(f"{shown}:{line}: {fault} in a hint; say it in words")
    parts = HINT.split(text)
    titles = parts[1::2]
    if parts[0].strip() or titles != [f"Hint {n + 1}" for n in range(len(titles))]:
        raise BookError(f"{shown}: must be sections ## Hint 1, ## Hint 2, … alone")
    if not titles:
        raise BookError(f"{shown}: no hint; begin with ## Hint 1")
    return [(t, text.strip()) for t, text in zip(titles, parts[2::2], strict=True)]


def commands(exercise: dict[str, Any]) -> str:
    """How a reader checks an answer, by CMake alone."""
    return (
        "$ cmake --preset debug\n"
        f"$ cmake --build --preset debug --target {exercise['target']}"
    )


def answer(exercise: dict[str, Any]) -> str:
    """Where the reader's own version lies."""
    folder = exercise["dir"].replace("exercises/", "answers/", 1)
    return f"{folder}/{exercise['file']}"


def task_page(manifest: Manifest, exercise: dict[str, Any]) -> str:
    name = f"{exercise['chapter']}/{exercise['name']}"
    path = manifest.root / exercise["dir"] / "hints.md"
    folded = "\n\n".join(
        f"::::::{{disclosure}} {title}\n{text}\n::::::"
        for title, text in hints(path, manifest.shown(path))
    )
    return (
        f"\n\n## The starting file\n\n:::{{listing}} {exercise['file']}\n:::\n\n"
        f"## How to check it\n\n```console\n{commands(exercise)}\n```\n\n"
        "The first time, the second command copies the starting file to "
        f"`{answer(exercise)}` and turns it down. Work on the copy and repeat "
        "that command until it passes.\n\n"
        f"## Hints\n\n{folded}\n\n"
        f"[The solution and its reasons](/solutions/{name}.md)\n"
    )


def solution_page(manifest: Manifest, exercise: dict[str, Any]) -> str:
    parts = [f"\n\n## The solution\n\n:::{{listing}} {exercise['file']}\n:::\n\n"]
    if exercise["wrong"]:
        parts.append("## Answers that fail\n\n")
    for wrong in exercise["wrong"]:
        reason = " ".join(wrong["reason"].split())
        parts.append(
            f"::::{{disclosure}} {reason[:1].upper()}{reason[1:]}\n"
            f"Turned down by the test `{wrong['test']}`.\n\n"
            f":::{{listing}} {wrong['file']}\n:wrong: {reason}\n:::\n::::\n\n"
        )
    name = f"{exercise['chapter']}/{exercise['name']}"
    parts.append(f"[Back to the exercise](/exercises/{name}.md)\n")
    return "".join(parts)


def complete(app: Sphinx, docname: str, source: list[str]) -> None:
    """Adds to the end, so that the lines of the file keep their numbers."""
    kind, _, name = docname.partition("/")
    if kind not in ("exercises", "solutions"):
        return
    manifest = manifest_of(app.config)
    try:
        exercise = manifest.exercise(name)
        if kind == "exercises":
            manifest.facts(exercise)
            source[0] += task_page(manifest, exercise)
            path = manifest.root / exercise["dir"] / "hints.md"
            app.env.note_dependency(str(path), docname=docname)
        elif not HEADING.match(source[0]):
            why = f"{exercise['solution']}/why.md"
            raise BookError(f"{why}:1: begin the file with a heading: # …")
        else:
            source[0] += solution_page(manifest, exercise)
    except BookError as problem:
        logger.error(str(problem))


def head(app: Sphinx, doctree: nodes.document) -> None:
    """Puts under the title what the page is; keeps solutions out of the contents."""
    docname = app.env.docname
    kind, _, name = docname.partition("/")
    if kind == "solutions":
        app.env.metadata[docname]["orphan"] = "True"
    sections = list(doctree.findall(nodes.section))
    if kind not in ("exercises", "solutions") or not sections:
        return
    manifest = manifest_of(app.config)
    try:
        facts = manifest.facts(manifest.exercise(name))
    except BookError:
        return
    if kind == "exercises":
        lines = [facts_line(facts), nodes.paragraph("", facts.goal)]
    else:
        exercise = link(docname, f"exercises/{name}", facts.title)
        lines = [nodes.paragraph("", "The solution of ", exercise)]
    sections[0].insert(1, lines)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("source-read", complete)
    app.connect("doctree-read", head)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
