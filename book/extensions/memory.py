# SPDX-License-Identifier: MIT
"""Names for the places in memory, and what they hold as the steps go by.

The checker knows objects by letters. Their names stand in the lines of code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from .trace import Execution, Place, Step

ATOMIC = re.compile(
    r"(\w+)\s*(?:\.|->)\s*(?:load|store|exchange|fetch_\w+|compare_exchange_\w+|"
    r"test_and_set|clear|wait|wait_for|wait_until|notify_one|notify_all)\s*\("
)
LOCK = re.compile(
    r"\b(?:lock_guard|unique_lock|scoped_lock|shared_lock)\b[^({]*[({]\s*(\w+)"
    r"|(\w+)\s*\.\s*(?:un|try_)?lock\w*\s*\("
)
ASSIGNED = re.compile(r"(?:\+\+|--)(\w+)|(\w+)\s*(?:\+\+|--|[-+&|^]?=(?!=))")
LETTER = re.compile(r"[A-Z]\d*")


def named(execution: Execution, line_of: Callable[[Place], str]) -> Execution:
    """The execution with names in the place of letters, where they are plain."""
    found: dict[str, str] = {}
    for step in execution.steps:
        if step.location and step.location not in found:
            candidates = set(mentioned(step, line_of))
            if len(candidates) == 1:
                found[step.location] = candidates.pop()
    taken = list(found.values())
    found = {k: name for k, name in found.items() if taken.count(name) == 1}
    notes = []
    for note in execution.notes:
        letter, _, rest = note.partition(": ")
        order = rest and letter.startswith("modification order of ")
        if order and not execution.weak:
            continue
        if letter in found:
            continue
        for old, name in found.items():
            note = note.replace(f"order of {old},", f"order of {name},")
        notes.append(note)
    steps = [
        replace(s, location=found.get(s.location, s.location)) for s in execution.steps
    ]
    return replace(execution, steps=steps, notes=notes, names=found)


def mentioned(step: Step, line_of: Callable[[Place], str]) -> Iterator[str]:
    """What the step's line says that it works on."""
    if step.place is None or step.operation in ("allocate", "free"):
        return
    line = line_of(step.place)
    pattern = LOCK if step.operation in ("lock", "unlock", "try_lock") else ATOMIC
    if step.plain:
        pattern = ASSIGNED
    matches = pattern.findall(line)
    if not matches and step.order and "(" not in line:
        matches = ASSIGNED.findall(line)
    for match in matches:
        yield match if isinstance(match, str) else next(filter(None, match))


def states(execution: Execution) -> Iterator[dict[str, str]]:
    """After each step: what memory holds, who has which lock, who sleeps."""
    values: dict[str, str] = {}
    held: dict[str, str] = {}
    asleep: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for step in execution.steps:
        who = execution.threads[step.thread]
        if step.operation == "wait":
            asleep[who] = step.location
        elif who in asleep and not (step.blocked or step.operation == "unlock"):
            del asleep[who]
        if step.operation in ("lock", "unlock"):
            held.pop(step.location, None)
            if step.operation == "lock":
                held[step.location] = who
        elif step.value and step.location and not step.plain:
            if not step.rank:
                values.setdefault(step.location, step.value)
            elif step.rank > ranks.get(step.location, 0):
                ranks[step.location] = step.rank
                values[step.location] = step.value.rpartition("-> ")[2]
        state = dict(values)
        state |= {lock: f"held by {owner}" for lock, owner in held.items()}
        if asleep:
            state["asleep"] = ", ".join(asleep)
        yield state


def sleepers(execution: Execution, index: int) -> list[str]:
    """Who sleeps on the location of this step just before it."""
    step = execution.steps[index]
    on: dict[int, None] = {}
    for earlier in execution.steps[:index]:
        if earlier.operation == "wait" and earlier.location == step.location:
            on[earlier.thread] = None
        elif earlier.operation != "unlock" and not earlier.blocked:
            on.pop(earlier.thread, None)
    return [execution.threads[thread] for thread in on]
