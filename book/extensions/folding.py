# SPDX-License-Identifier: MIT
"""Tells an execution as simply as it can be.

The checker puts the steps into an order in which each load reads the newest
store, if there is one: then the execution is an interleaving.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from .trace import Execution, Step


def arranged(execution: Execution) -> Execution:
    """The same execution, with what is done again and again told once."""
    weak = any(step.newer is not None for step in execution.steps)
    return replace(execution, steps=folded(execution.steps), weak=weak)


def reordered(steps: list[Step], order: list[int]) -> list[Step]:
    """These steps in this order, each naming others by their new numbers."""
    new = {old: index for index, old in enumerate(order)}

    def number(old: int | None) -> int | None:
        return None if old is None else new.get(old)

    return [
        replace(
            steps[old], source=number(steps[old].source), newer=number(steps[old].newer)
        )
        for old in order
    ]


def folded(steps: list[Step]) -> list[Step]:
    """A thread that looks again and sees the same: one step."""
    read = {step.source for step in steps} | {step.newer for step in steps}
    kept: list[int] = []
    times: dict[int, int] = defaultdict(lambda: 1)
    for index, step in enumerate(steps):
        if kept and index not in read and not step.rank and same(steps[kept[-1]], step):
            times[kept[-1]] += 1
        else:
            kept.append(index)
    counts = [times[index] for index in kept]
    again = reordered(steps, kept)
    return [replace(s, times=n) for s, n in zip(again, counts, strict=True)]


def same(one: Step, other: Step) -> bool:
    return replace(one, culprit=False) == replace(other, culprit=False)
