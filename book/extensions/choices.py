# SPDX-License-Identifier: MIT
"""All executions of a small program, as choices that a reader can make.

An execution is what is left when each choice respects what its moves need.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .manifest import BookError
from .moves import Move, bind, moves_of, order_of, read_newest
from .trace import Execution, Step, execution_of, member, strange


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
