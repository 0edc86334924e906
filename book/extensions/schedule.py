# SPDX-License-Identifier: MIT
"""Puts an execution's steps into an order that is easy to follow.

The checker's order has each load behind the store that it reads, and newer
stores may stand between. If the steps can be put so that each load reads the
newest store, the execution is an interleaving and is shown as one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from .trace import Execution, Step


def arranged(execution: Execution) -> Execution:
    """The same execution, told as simply as it can be."""
    steps = execution.steps
    before = constraints(execution.threads, steps)
    order = sorted_by(together(steps, before), steps) or sorted_by(before, steps)
    weak = order is None
    if order is not None:
        steps = reordered(steps, order)
        steps = [replace(step, newer=None) for step in steps]
    return replace(execution, steps=folded(steps), weak=weak)


def together(steps: list[Step], before: list[set[int]]) -> list[set[int]]:
    """The kernel's look and the sleep that follows it, not torn apart."""
    joined = [set(each) for each in before]
    for k, step in enumerate(steps):
        looks = [j for j in before[k] if steps[j].operation == "futex compare"]
        for look in looks if step.operation == "wait" else []:
            joined[look] |= before[k] - {look}
    return joined


def sorted_by(before: list[set[int]], steps: list[Step]) -> list[int] | None:
    """An order that keeps to `before`, if there is one."""
    done: list[int] = []
    left = set(range(len(steps)))
    while left:
        ready = [k for k in sorted(left) if not before[k] & left]
        if not ready:
            return None
        last = steps[done[-1]].thread if done else -1
        done.append(min(ready, key=lambda k: (*rank(steps[k], last), k)))
        left.discard(done[-1])
    return done


def rank(step: Step, last: int) -> tuple[bool, bool]:
    """Who waits for ever comes last; else the thread that runs goes on."""
    return step.blocked, step.thread != last


def constraints(threads: list[str], steps: list[Step]) -> list[set[int]]:
    """What each step comes after, if every load is to read the newest store."""
    before: list[set[int]] = [set() for _ in steps]
    ranks = {(s.object, s.rank): k for k, s in enumerate(steps) if s.rank}
    latest: dict[int, int] = {}
    plain: dict[str, int] = {}
    for k, step in enumerate(steps):
        if step.thread in latest:
            before[k].add(latest[step.thread])
        latest[step.thread] = k
        word, _, number = step.operation.partition(" thread ")
        if number.isdigit() and int(number) < len(threads):
            other = [j for j, s in enumerate(steps) if s.thread == int(number)]
            if word == "create" and other:
                before[other[0]].add(k)
            elif word == "join":
                before[k].update(other)
        if step.plain or step.culprit:
            if step.location in plain:
                before[k].add(plain[step.location])
            plain[step.location] = k
        if step.source is not None:
            before[k].add(step.source)
        if step.rank > 1 and (step.object, step.rank - 1) in ranks:
            before[k].add(ranks[step.object, step.rank - 1])
        if step.plain or not step.location:
            continue
        read = reads(step, steps)
        if read is not None:
            for (name, other_rank), j in ranks.items():
                if name == step.object and other_rank > read and j != k:
                    before[j].add(k)
    culprits = [k for k, step in enumerate(steps) if step.culprit]
    for first, second in zip(culprits, culprits[1:], strict=False):
        before[second].add(first)
    return before


def reads(step: Step, steps: list[Step]) -> int | None:
    """The rank of the store that it read; 0 is the initial value."""
    if step.source is not None and steps[step.source].object == step.object:
        return steps[step.source].rank
    if step.operation == "store":
        return None
    return max(step.rank - 1, 0)


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
