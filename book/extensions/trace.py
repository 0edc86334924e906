# SPDX-License-Identifier: MIT
"""What the checker wrote: an execution, as the schema of its results says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .manifest import BookError, Manifest

QUEUE = ("wait", "wake", "wake up", "notify")
TEMPLATE = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Place:
    """A line of a file, named from the root of the repository."""

    file: str
    line: int


@dataclass
class Step:
    """One operation; the numbers of other steps are places in the list."""

    thread: int
    operation: str
    order: str
    location: str
    value: str
    source: int | None
    newer: int | None
    rank: int
    plain: bool
    culprit: bool
    blocked: bool
    places: list[Place]
    function: str
    times: int = 1

    @property
    def object(self) -> str:
        """What it works on: the queue at an address is not the word there."""
        queue = self.operation.partition("_")[0] in QUEUE
        return f"queue of {self.location}" if queue else self.location

    @property
    def place(self) -> Place | None:
        return self.places[0] if self.places else None


@dataclass
class Execution:
    """A failing execution, its verdict, and how many it took to find it."""

    kind: str
    sentence: str
    threads: list[str]
    steps: list[Step]
    notes: list[str]
    weak: bool = False
    needed: int = 0
    names: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Any:
    """The JSON of one file, which must be what it says it is."""
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise BookError(f"{path.name}: not JSON ({problem}); build it again") from None


def failed(data: Any, shown: str) -> Execution:
    """The execution of a result that is not ok."""
    execution = execution_of(member(data, "failure", shown), shown)
    try:
        execution.needed = data["executions"] + data["blocked"] + 1
    except (KeyError, TypeError):
        raise strange(shown) from None
    return execution


def execution_of(failure: Any, shown: str) -> Execution:
    if failure is None:
        raise BookError(f"{shown}: nothing failed there; there is nothing to show")
    try:
        raw = failure["execution"]
        return Execution(
            str(failure["kind"]),
            str(failure["sentence"]),
            [str(thread) for thread in raw["threads"]],
            [step_of(step) for step in raw["steps"]],
            [str(note) for note in raw["notes"]],
        )
    except (KeyError, TypeError, IndexError):
        raise strange(shown) from None


def step_of(raw: dict[str, Any]) -> Step:
    return Step(
        raw["thread"],
        raw["operation"],
        raw["order"],
        raw["location"],
        raw["value"],
        raw["reads_from"],
        raw["newer"],
        raw["modification"],
        raw["plain"],
        raw["culprit"],
        "waits here" in raw["note"],
        [Place(each["file"], each["line"]) for each in raw["stack"]],
        function_name(raw["place"]["function"]),
    )


def function_name(signature: str) -> str:
    """`ns::lock<int>::unlock() const` is called `unlock`."""
    flat = TEMPLATE.sub("", signature)
    while (inner := TEMPLATE.sub("", flat)) != flat:
        flat = inner
    return flat.partition("(")[0].rpartition("::")[2].rpartition(" ")[2]


def member(data: Any, key: str, shown: str) -> Any:
    if not isinstance(data, dict) or key not in data:
        raise strange(shown)
    return data[key]


def strange(shown: str) -> BookError:
    return BookError(f"{shown}: not what the checker writes; build it again")


def find(manifest: Manifest, docname: str, name: str) -> Path | None:
    """The file of this name; none if this build has no checker at all.

    A page finds its own by their names, and others by page/name.
    """
    if not manifest.executions:
        return None
    page, _, rest = name.partition("/")
    own = manifest.executions / docname
    other = manifest.executions / page
    folder, name = (other, rest) if rest and other.is_dir() else (own, name)
    path = folder / f"{name}.json"
    if path.is_file():
        return path
    known = ", ".join(names(folder)) or "none"
    raise BookError(
        f"no execution '{name}' of {folder.name}; known are: {known}. "
        f"The tests of {folder.name}_model write them"
    )


def names(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.json")):
        yield path.relative_to(folder).with_suffix("").as_posix()
