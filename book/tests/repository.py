# SPDX-License-Identifier: MIT
"""A small repository to build a book from."""

from __future__ import annotations

import io
import json
import os
from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.console import strip_escape_sequences
from sphinx.util.docutils import docutils_namespace

from extensions.manifest import Manifest
from make import stage

BOOK = Path(__file__).resolve().parents[1]

INDEX = """# Book

:::{chapters}
semaphore
:::
"""

STEP = """// SPDX-License-Identifier: MIT
#pragma once

namespace step {

// [whole]
struct word {
  // [give]
  void release() {
    count += 1;
  }
  // [/give]
  int count = 0;
};
// [/whole]

}  // namespace step
"""

CHAPTER = """# Semaphores

:::{chapter-head}
:builds: a `semaphore`
:assumes: threads
:minutes: 90
:::

:::{listing} steps/word.hpp whole
:::

:::{listing} steps/word.hpp give
:::
"""

TASK = """---
title: A token at the deadline
difficulty: medium
minutes: 25
goal: Mend the timed acquire.
kind: repair
---

It says no while the token is there.
"""

FILES = {
    "chapters/semaphore/steps/word.hpp": STEP,
    "exercises/semaphore/timed/task.md": TASK,
    "exercises/semaphore/timed/hints.md": "## Hint 1\n\nLook.\n\n## Hint 2\n\nTry.\n",
    "exercises/semaphore/timed/timed.hpp": "// TODO\nint a;\n",
    "solutions/semaphore/timed/timed.hpp": "int solved;\n",
    "solutions/semaphore/timed/why.md": "# Try first\n\nBecause.\n",
    "solutions/semaphore/timed/wrong/clock.hpp": "// wrong: late\n\nint late;\n",
}


@dataclass
class Built:
    """What a build gave: its exit code, its messages, and its pages."""

    code: int
    messages: str
    folder: Path

    def page(self, name: str) -> str:
        return (self.folder / f"{name}.html").read_text("utf-8")


class Repository:
    """A repository of one chapter and one exercise, to be changed by tests."""

    def __init__(self, root: Path) -> None:
        self.root = root / "repository"
        self.work = root / "build"
        # What the checker found; none for a build without it.
        self.executions: Path | None = None
        self.exercises = [
            {
                "chapter": "semaphore",
                "name": "timed",
                "dir": "exercises/semaphore/timed",
                "file": "timed.hpp",
                "solution": "solutions/semaphore/timed",
                "target": "check_semaphore_timed",
                "wrong": [
                    {
                        "file": "wrong/clock.hpp",
                        "test": "Timed.Takes",
                        "reason": "looks at the clock first",
                    }
                ],
            }
        ]
        for name, text in FILES.items():
            self.write(name, text)
        self.chapter("")

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def found(self, name: str, data: object) -> None:
        """Has the checker find this on the chapter's behalf."""
        self.executions = self.work / "executions"
        path = self.executions / "semaphore" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = data if isinstance(data, str) else json.dumps(data)
        path.write_text(text, "utf-8")

    def chapter(self, more: str, exercise: bool = True) -> None:
        """The chapter with more at its end."""
        card = ":::{exercise} semaphore/timed\n:::\n" if exercise else ""
        self.write("chapters/semaphore/chapter.md", f"{CHAPTER}\n{more}\n\n{card}")

    def manifest(self) -> Path:
        chapter = {
            "name": "semaphore",
            "dir": "chapters/semaphore",
            "headers": [],
            "steps": ["steps/word.hpp"],
        }
        self.work.mkdir(parents=True, exist_ok=True)
        path = self.work / "manifest.json"
        data = {
            "version": "0.1.0",
            "source_dir": str(self.root),
            "executions": str(self.executions) if self.executions else "",
            "chapters": [chapter],
            "foundation": [],
            "exercises": self.exercises,
        }
        path.write_text(json.dumps(data), "utf-8")
        return path

    def build(self, builder: str = "html") -> Built:
        manifest = Manifest(self.manifest())
        pages = {
            "index.md": self.write("index.md", INDEX),
            "colophon.md": self.write("colophon.md", "---\norphan: 1\n---\n# C\n"),
            "semaphore.md": self.root / "chapters/semaphore/chapter.md",
        }
        for exercise in self.exercises:
            name = f"{exercise['chapter']}/{exercise['name']}.md"
            pages[f"exercises/{name}"] = self.root / exercise["dir"] / "task.md"
            pages[f"solutions/{name}"] = self.root / exercise["solution"] / "why.md"
        source, folder = self.work / "source", self.work / builder
        stage(pages, manifest.reference_pages, source)
        os.environ["LOCKSMITH_MANIFEST"] = str(manifest.path)
        messages = io.StringIO()
        with docutils_namespace():
            app = Sphinx(
                source,
                BOOK,
                folder,
                self.work / "doctrees",
                builder,
                confoverrides={"nitpicky": True},
                status=None,
                warning=messages,
                freshenv=True,
                warningiserror=True,
                tags=[builder],
            )
            app.build(force_all=True)
        text = strip_escape_sequences(messages.getvalue())
        return Built(app.statuscode, text, folder)
