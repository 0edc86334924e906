# SPDX-License-Identifier: MIT
"""Executions are told as simply as they can be."""

from __future__ import annotations

from typing import Any

from found import STORE_BUFFERING, load, result, step, store

from extensions.memory import named, sleepers, states
from extensions.folding import arranged
from extensions.trace import Execution, failed


def told(steps: list[dict[str, Any]], *notes: str) -> Execution:
    return arranged(failed(result(steps, notes), "test"))


def words(execution: Execution) -> list[str]:
    return [f"{s.thread} {s.operation} {s.location}" for s in execution.steps]


def test_store_buffering_is_no_interleaving() -> None:
    execution = told(STORE_BUFFERING)
    assert execution.weak
    assert words(execution)[-1] == "1 load A"
    assert execution.steps[-1].newer == 0


def test_looking_again_is_one_step() -> None:
    execution = told([load(0, "A", 0), load(0, "A", 0), load(0, "A", 0)])
    assert [s.times for s in execution.steps] == [3]


def test_a_loop_that_goes_round_again_is_one_round() -> None:
    one_round = [load(0, "A", 0), load(0, "B", 0)]
    execution = told([*one_round, *one_round, *one_round, load(0, "A", 0)])
    assert words(execution) == ["0 load A", "0 load B", "0 load A"]
    assert [s.times for s in execution.steps] == [3, 3, 1]


def test_names_come_from_the_code() -> None:
    execution = told([store(0, "A", 1, 1), load(0, "B", 0)], "A: on the stack of main")
    found = named(execution, lambda place: "count_.store(1);")
    # Both would be called count_, and one of them must be something else.
    assert [s.location for s in found.steps] == ["A", "B"]
    found = named(
        told([store(0, "A", 1, 1)], "A: on the stack of main"), lambda p: "count_ += 1;"
    )
    assert found.steps[0].location == "count_" and found.notes == []


def test_a_line_that_names_two_names_neither() -> None:
    execution = told([load(0, "A", 0)])
    found = named(execution, lambda place: "a.load(o) + b.load(o)")
    assert found.steps[0].location == "A"


def test_memory_locks_and_sleepers() -> None:
    steps = [
        step(0, "lock", location="M", modification=1),
        store(0, "A", 7, 1),
        step(0, "wait", location="C", modification=1),
        step(0, "unlock", location="M", modification=2),
        step(0, "wake up", location="C"),
    ]
    execution = told(steps)
    found = list(states(execution))
    assert found[0] == {"M": "held by main"}
    assert found[2] == {"A": "7", "M": "held by main", "asleep": "main"}
    assert found[3] == {"A": "7", "asleep": "main"}
    assert found[4] == {"A": "7"}


def test_who_is_there_to_be_woken() -> None:
    steps = [
        step(0, "notify_one", location="C", modification=1),
        step(1, "wait", location="C", modification=2, reads_from=0),
        step(0, "notify_one", location="C", modification=3, reads_from=1),
    ]
    execution = told(steps)
    assert sleepers(execution, 0) == []
    assert sleepers(execution, 2) == ["thread 1"]
