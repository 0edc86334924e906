# SPDX-License-Identifier: MIT
"""What each thread does in an execution, and what must have been done before.

A step must stand behind others: those before it in its thread, the store that it
reads, the stores before it in its object's order, and, so that nobody meets old
values without need, whatever reads what it overwrites.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from .trace import Execution, Step


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
