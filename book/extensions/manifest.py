# SPDX-License-Identifier: MIT
"""What the build says about chapters and exercises: manifest.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DIFFICULTIES = ("easy", "medium", "hard")
KINDS = {
    "repair": "repair a broken version",
    "weaken": "weaken the orders",
    "build": "build a variant",
    "use": "build something with it",
    "find": "find the execution",
}


# The name of the reference's page for the headers that chapters share.
FOUNDATION = "foundation"


class BookError(Exception):
    """One sentence for the reader: what is wrong, where, and the mend."""


@dataclass(frozen=True)
class Facts:
    """What the head of an exercise's task.md says."""

    title: str
    difficulty: str
    minutes: int
    goal: str
    kind: str


class Manifest:
    """The manifest, with its paths made absolute on request."""

    def __init__(self, path: Path) -> None:
        try:
            self.data: dict[str, Any] = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            raise BookError(f"{path}: no manifest; run CMake first") from None
        except json.JSONDecodeError as problem:
            raise BookError(
                f"{path}:{problem.lineno}: not JSON; run CMake again"
            ) from None
        self.path = path
        self.root = Path(self.data["source_dir"]).resolve()

    @property
    def version(self) -> str:
        return str(self.data["version"])

    @property
    def chapters(self) -> list[dict[str, Any]]:
        return list(self.data.get("chapters", []))

    @property
    def exercises(self) -> list[dict[str, Any]]:
        return list(self.data.get("exercises", []))

    @property
    def reference_pages(self) -> list[str]:
        """The chapters that have headers, and what they share."""
        names = [c["name"] for c in self.chapters if c.get("headers")]
        return names + ([FOUNDATION] if self.data.get(FOUNDATION) else [])

    @property
    def executions(self) -> Path | None:
        """The folder of what the checker found; none if it was not built."""
        folder = self.data.get("executions")
        return Path(folder) if folder else None

    def chapter(self, name: str) -> dict[str, Any]:
        return next(c for c in self.chapters if c["name"] == name)

    def exercise(self, name: str) -> dict[str, Any]:
        """The exercise called `chapter/name`."""
        known = {f"{e['chapter']}/{e['name']}": e for e in self.exercises}
        if name not in known:
            raise BookError(
                f"no exercise '{name}'; known are: "
                + (", ".join(sorted(known)) or "none")
            )
        return known[name]

    def facts(self, exercise: dict[str, Any]) -> Facts:
        """The checked front matter of the exercise's task.md."""
        task = self.root / exercise["dir"] / "task.md"
        return read_facts(task, self.shown(task))

    def shown(self, path: Path) -> str:
        """A path as messages name it: relative to the repository."""
        real = path.resolve()
        if real.is_relative_to(self.root):
            return real.relative_to(self.root).as_posix()
        return str(path)


def read_facts(task: Path, shown: str) -> Facts:
    """Reads and checks the front matter of a task.md."""
    if not task.is_file():
        raise BookError(f"{shown}: missing; every exercise has a task.md")
    parts = task.read_text("utf-8").split("---\n", 2)
    if len(parts) < 3 or parts[0].strip():
        raise BookError(
            f"{shown}:1: no front matter; begin the file with --- and title, "
            "difficulty, minutes, goal, kind"
        )
    try:
        head = yaml.safe_load(parts[1])
    except yaml.YAMLError:
        raise BookError(f"{shown}:1: the front matter is not YAML") from None
    wanted = set(Facts.__dataclass_fields__)
    if not isinstance(head, dict) or set(head) != wanted:
        raise BookError(
            f"{shown}:1: the front matter must hold exactly "
            + ", ".join(sorted(wanted))
        )
    if head["difficulty"] not in DIFFICULTIES:
        raise BookError(
            f"{shown}:1: difficulty '{head['difficulty']}' is none of "
            + ", ".join(DIFFICULTIES)
        )
    if head["kind"] not in KINDS:
        raise BookError(
            f"{shown}:1: kind '{head['kind']}' is none of " + ", ".join(KINDS)
        )
    if not isinstance(head["minutes"], int):
        raise BookError(f"{shown}:1: minutes must be a whole number")
    return Facts(**head)
