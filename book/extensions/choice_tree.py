# SPDX-License-Identifier: MIT
"""What the script is given of a program's executions, which share their moves."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .choices import Way
from .moves import Move
from .steps_table import told
from .trace import Step


class Tree:
    """What the script is given. Executions share their moves."""

    def __init__(self, line: Callable[[Step], tuple[str, str]]) -> None:
        self.line = line
        self.moves: list[dict[str, Any]] = []
        self.lines: list[tuple[str, str]] = []
        self.known: dict[tuple[Any, ...], int] = {}
        self.initial: dict[str, str] = {}

    def way(self, way: Way) -> dict[str, Any]:
        numbers: dict[int, int] = {}
        order, needs = [], []
        for index in way.order:
            move = way.moves[index]
            numbers[index] = self.number(move, way, numbers)
            order.append(numbers[index])
            most: dict[int, int] = {}
            for other in (way.moves[need] for need in move.needs):
                if other.thread != move.thread:
                    places = (most.get(other.thread, 0), other.place + 1)
                    most[other.thread] = max(places)
            needs.append(sorted(most.items()))
        told_way: dict[str, Any] = {"order": order, "needs": needs}
        if way.failed:
            told_way |= {"failed": way.failed, "sentence": way.sentence}
        return told_way

    def number(self, move: Move, way: Way, numbers: dict[int, int]) -> int:
        """The number of the move, which others may have made before."""
        reads = None if move.reads is None else numbers[move.reads]
        step = move.first
        what = (step.operation, step.order, step.value, step.place)
        key = (move.thread, move.place, what, reads)
        if key not in self.known:
            self.known[key] = len(self.moves)
            self.moves.append(self.told(move, way, reads))
        return self.known[key]

    def told(self, move: Move, way: Way, reads: int | None) -> dict[str, Any]:
        step = move.first
        text = " and ".join(told(each) for each in move.steps)
        line = self.line(step)
        if line not in self.lines:
            self.lines.append(line)
        found: dict[str, Any] = {"thread": move.thread, "text": text}
        found["line"] = self.lines.index(line)
        changes = [
            change
            for each in move.steps
            if (change := self.change(each, way.execution.threads[move.thread]))
        ]
        if changes:
            found["memory"] = changes
        if step.value and step.location and not step.plain:
            old, _, new = step.value.rpartition(" -> ")
            if reads is None and (old or not step.rank):
                self.initial.setdefault(step.location, old or new)
            if not step.rank:
                found |= {"loads": step.location, "reads": reads}
        return found

    def change(self, step: Step, thread: str) -> list[str | None] | None:
        """What the step puts where; nothing is there if that is None."""
        if step.operation == "lock":
            return [step.location, f"held by {thread}"]
        if step.operation == "unlock":
            return [step.location, None]
        if step.operation == "wait":
            return [f"{thread} asleep on", step.location]
        if step.operation in ("wake up", "time is up", "spurious wake-up"):
            return [f"{thread} asleep on", None]
        if step.rank and step.value:
            return [step.location, step.value.rpartition("-> ")[2]]
        return None


def tree_of(ways: list[Way], line: Callable[[Step], tuple[str, str]]) -> str:
    tree = Tree(line)
    told_ways = [tree.way(way) for way in ways]
    data = {
        "threads": ways[0].execution.threads,
        "initial": tree.initial,
        "lines": tree.lines,
        "moves": tree.moves,
        "ways": told_ways,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
