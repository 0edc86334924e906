# SPDX-License-Identifier: MIT
"""All executions of a small program, as choices that a reader can make.

A step must stand behind others: those before it in its thread, the store that it
reads, the stores before it in its object's order, and, so that nobody meets old
values without need, whatever reads what it overwrites. An execution is what is
left when each choice respects that.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from .manifest import BookError
from .trace import Execution, Step, execution_of, member, strange


@dataclass
class Move:
    """What a thread does at one click: a step, or going to sleep, which unlocks."""

    steps: list[Step]
    thread: int
    place: int  # Among the moves of its thread, from 0.
    needs: set[int] = field(default_factory=set)
    reads: int | None = None
    old: bool = False  # It reads an older value in every order.

    @property
    def first(self) -> Step:
        return self.steps[0]


@dataclass
class Way:
    """One execution: its moves, in an order in which they can be made."""

    execution: Execution
    moves: list[Move]
    order: list[int]
    failed: str
    sentence: str

    @property
    def old(self) -> bool:
        return any(move.old for move in self.moves)


def ways_of(data: Any, shown: str) -> list[Way]:
    """What `enumerate` wrote, checked."""
    if member(data, "not_exhaustive", shown):
        raise BookError(
            f"{shown}: some executions are missing ({data['not_exhaustive']}); "
            "the reader could make a choice that leads nowhere"
        )
    found = []
    for each in member(data, "executions", shown):
        try:
            kind, sentence = str(each["failed"]), str(each["sentence"])
            failure = {"kind": kind, "sentence": sentence} | {
                "execution": each["execution"]
            }
        except (KeyError, TypeError):
            raise strange(shown) from None
        found.append(way_of(execution_of(failure, shown), kind, sentence, shown))
    return found


def compared(execution: Execution) -> Execution:
    """The same, with the values that the kernel compares, which it says of none."""
    initial: dict[str, str] = {}
    for step in execution.steps:
        if step.source is None and step.value and not step.plain:
            old, _, new = step.value.rpartition(" -> ")
            if old or not step.rank:
                initial.setdefault(step.location, old or new)

    def value(step: Step) -> str:
        if step.source is None:
            return initial.get(step.location, "")
        return execution.steps[step.source].value.rpartition("-> ")[2]

    return replace(
        execution,
        steps=[
            replace(s, value=value(s)) if s.operation == "futex compare" else s
            for s in execution.steps
        ],
    )


def way_of(execution: Execution, failed: str, sentence: str, shown: str) -> Way:
    execution = compared(execution)
    moves, move_of = moves_of(execution)
    bind(execution, moves, move_of)
    if order_of(moves) is None:
        raise BookError(
            f"{shown}: no order of the steps agrees with the order of the stores; "
            "choose a smaller program"
        )
    read_newest(moves, move_of, execution)
    order = order_of(moves)
    assert order is not None
    return Way(execution, moves, order, failed, sentence)


def moves_of(execution: Execution) -> tuple[list[Move], dict[int, int]]:
    moves: list[Move] = []
    move_of: dict[int, int] = {}
    last: dict[int, int] = {}
    for index, step in enumerate(execution.steps):
        before = moves[last[step.thread]] if step.thread in last else None
        asleep = before is not None and before.steps[-1].operation == "wait"
        if step.blocked:
            continue
        if asleep and before is not None and step.operation == "unlock":
            before.steps.append(step)
        else:
            place = before.place + 1 if before else 0
            moves.append(Move([step], step.thread, place))
            if before:
                moves[-1].needs.add(last[step.thread])
            last[step.thread] = len(moves) - 1
        move_of[index] = last[step.thread]
    return moves, move_of


def stores_of(execution: Execution) -> dict[str, dict[int, int]]:
    """Of each object, the steps that changed it, by their ranks."""
    stores: dict[str, dict[int, int]] = defaultdict(dict)
    for index, step in enumerate(execution.steps):
        if step.rank and not step.blocked:
            stores[step.object][step.rank] = index
    return stores


def bind(execution: Execution, moves: list[Move], move_of: dict[int, int]) -> None:
    """Whatever holds in every order: starts, ends, what is read, what is changed."""
    names = execution.threads
    for index, here in move_of.items():
        step = execution.steps[index]
        if step.source is not None and step.source in move_of:
            there = move_of[step.source]
            if step is moves[here].first:
                moves[here].reads = there
            moves[here].needs.add(there)
        verb, _, name = step.operation.partition(" ")
        if verb in ("create", "join") and name in names:
            thread = names.index(name)
            own = [m for m, move in enumerate(moves) if move.thread == thread]
            if verb == "create" and own:
                moves[own[0]].needs.add(here)
            if verb == "join" and own:
                moves[here].needs.add(own[-1])
    for ranks in stores_of(execution).values():
        steps = [ranks[rank] for rank in sorted(ranks)]
        for before, after in pairwise(steps):
            moves[move_of[after]].needs.add(move_of[before])
    for number, move in enumerate(moves):
        move.needs.discard(number)


def read_newest(
    moves: list[Move], move_of: dict[int, int], execution: Execution
) -> None:
    """Has each load stand before what overwrites its value, where it can."""
    stores = stores_of(execution)
    for index, here in move_of.items():
        step = execution.steps[index]
        if step.rank or not step.value or step.plain:
            continue
        read = 0 if step.source is None else execution.steps[step.source].rank
        later = [
            move_of[store]
            for rank, store in stores[step.object].items()
            if rank > read and move_of[store] != here
        ]
        added = [store for store in later if here not in moves[store].needs]
        for store in added:
            moves[store].needs.add(here)
        if order_of(moves) is None:
            moves[here].old = True
            for store in added:
                moves[store].needs.discard(here)


def order_of(moves: list[Move]) -> list[int] | None:
    """The moves, each behind what it needs; none if that cannot be."""
    order: list[int] = []
    done: set[int] = set()
    while len(order) < len(moves):
        ready = (
            number
            for number, move in enumerate(moves)
            if number not in done and move.needs <= done
        )
        number = next(ready, None)
        if number is None:
            return None
        order.append(number)
        done.add(number)
    return order
