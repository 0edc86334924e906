# SPDX-License-Identifier: MIT
"""Tells an execution as simply as it can be.

The checker puts the steps into an order in which each load reads the newest
store, if there is one: then the execution is an interleaving.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from .trace import Execution, Step

ROUNDS = (1, 2, 3)  # as many steps have the loops that are folded


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
    """A thread that goes round a loop and sees the same again: one round."""
    read = {step.source for step in steps} | {step.newer for step in steps}
    kept: list[int] = []
    times: dict[int, int] = defaultdict(lambda: 1)

    def is_seen_again(length: int, index: int) -> bool:
        last, here = kept[-length:], range(index, index + length)
        return len(last) == length <= len(steps) - index and all(
            new not in read and not steps[new].rank and same(steps[old], steps[new])
            for old, new in zip(last, here, strict=True)
        )

    index = 0
    while index < len(steps):
        length = next((n for n in ROUNDS if is_seen_again(n, index)), 0)
        for old in kept[-length:] if length else ():
            times[old] += 1
        if not length:
            kept.append(index)
        index += max(1, length)
    counts = [times[index] for index in kept]
    again = reordered(steps, kept)
    return [replace(s, times=n) for s, n in zip(again, counts, strict=True)]


def same(one: Step, other: Step) -> bool:
    return replace(one, culprit=False) == replace(other, culprit=False)
