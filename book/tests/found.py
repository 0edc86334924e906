# SPDX-License-Identifier: MIT
"""What the checker could have written, for tests."""

from __future__ import annotations

from typing import Any

FILE = "chapters/semaphore/steps/word.hpp"
# What the test repository's word.hpp holds on these lines is `count += 1;` and
# the end of the function.
LINE = 10


def step(thread: int, operation: str, **more: Any) -> dict[str, Any]:
    place = {"file": FILE, "line": LINE, "function": "step::word::release()"}
    base = {
        "thread": thread,
        "operation": operation,
        "order": "",
        "location": "",
        "value": "",
        "reads_from": None,
        "newer": None,
        "modification": 0,
        "note": "",
        "plain": False,
        "culprit": False,
        "place": place,
        "stack": [place],
    }
    return base | more


def load(thread: int, location: str, value: int, **more: Any) -> dict[str, Any]:
    return step(
        thread,
        "load",
        location=location,
        value=str(value),
        **{"order": "relaxed"} | more,
    )


def store(thread: int, location: str, value: int, rank: int) -> dict[str, Any]:
    return step(
        thread,
        "store",
        location=location,
        value=str(value),
        order="release",
        modification=rank,
    )


def failure(steps: list[dict[str, Any]], notes: tuple[str, ...] = ()) -> dict[str, Any]:
    threads = max(each["thread"] for each in steps) + 1
    names = ["main", *(f"thread {n}" for n in range(1, threads))]
    return {
        "kind": "deadlock",
        "sentence": f"no thread can go on: it stands at word.hpp:{LINE} & waits",
        "execution": {
            "id": "1",
            "threads": names,
            "steps": steps,
            "notes": list(notes),
        },
    }


def result(steps: list[dict[str, Any]], notes: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "schema": "interleave-result",
        "version": 1,
        "ok": False,
        "executions": 3,
        "blocked": 1,
        "outcomes": {},
        "failure": failure(steps, notes),
    }


# The load comes before the store and reads the initial value.
EARLY_LOAD = [load(1, "A", 0), store(0, "A", 1, 1)]
# Each thread stores and then reads the old value of the other's word.
STORE_BUFFERING = [
    store(0, "A", 1, 1),
    load(0, "B", 0),
    store(1, "B", 1, 1),
    load(1, "A", 0, newer=0),
]


def audit(order: str, line: int, weaker: list[dict[str, Any]]) -> dict[str, Any]:
    place = {"file": FILE, "line": line, "function": "step::word<int>::give(int)"}
    site = {
        "place": place,
        "operation": "store",
        "order": order,
        "needed": all(each["needed"] for each in weaker),
        "weaker": weaker,
    }
    return {"schema": "interleave-audit", "version": 1, "ok": True, "sites": [site]}


def weaker(needed: bool = True) -> dict[str, Any]:
    return {
        "order": "relaxed",
        "needed": needed,
        "exhaustive": True,
        "body": 0,
        "failure": failure(EARLY_LOAD) if needed else None,
    }
