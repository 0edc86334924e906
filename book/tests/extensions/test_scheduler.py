# SPDX-License-Identifier: MIT
"""Programs that the reader schedules: what can be chosen, and clear complaints."""

from __future__ import annotations

import json
from typing import Any

import pytest
from found import EARLY_LOAD, STORE_BUFFERING, failure, load, result, step, store
from repository import Repository

from extensions.choice_tree import tree_of
from extensions.choices import Way, ways_of
from extensions.scheduler import PLAY

USE = ":::{schedule} lost\n:goal: Lose it.\n:::"


def one(steps: list[dict[str, Any]], failed: str = "") -> dict[str, Any]:
    names = failure(steps)["execution"]
    return {"outcome": "", "failed": failed, "sentence": "why", "execution": names}


def everything(*executions: dict[str, Any], missing: str = "") -> dict[str, Any]:
    return {"not_exhaustive": missing, "executions": list(executions)}


LATE_LOAD = [store(0, "A", 1, 1), load(1, "A", 1, reads_from=0)]
BOTH = everything(one(EARLY_LOAD, "deadlock"), one(LATE_LOAD))


def ways(*executions: dict[str, Any]) -> list[Way]:
    return ways_of(everything(*executions), "lost.json")


def tree(*executions: dict[str, Any]) -> dict[str, Any]:
    text = tree_of(ways(*executions), lambda step: ("code", ""))
    found: dict[str, Any] = json.loads(text)
    return found


def test_a_load_stands_before_what_overwrites_its_value() -> None:
    early, late = ways(one(EARLY_LOAD), one(LATE_LOAD))
    assert early.order == [0, 1] and early.moves[1].needs == {0}
    assert late.moves[1].needs == {0} and not early.old and not late.old


def test_the_checkers_order_does_not_make_a_value_old() -> None:
    steps = [store(0, "A", 1, 1), load(1, "A", 0, newer=0)]
    (way,) = ways(one(steps))
    assert not way.old and way.order == [1, 0]


def test_an_old_value_is_old_where_no_order_explains_it() -> None:
    (way,) = ways(one(STORE_BUFFERING, "deadlock"))
    assert way.old
    assert [move.old for move in way.moves].count(True) == 1


def test_threads_start_and_end_where_they_can() -> None:
    steps = [step(0, "create thread 1"), load(1, "A", 0), step(0, "join thread 1")]
    (way,) = ways(one(steps))
    assert way.moves[1].needs == {0} and way.moves[2].needs == {0, 1}


def test_going_to_sleep_unlocks_in_one_move_and_nobody_waits_by_a_move() -> None:
    steps = [
        step(1, "lock", location="M", modification=1),
        step(1, "wait", location="C", modification=1),
        step(1, "unlock", location="M", modification=2),
        step(1, "wake up", location="C", note="waits here"),
    ]
    found = tree(one([step(0, "create thread 1"), *steps], "deadlock"))
    texts = [move["text"] for move in found["moves"]]
    assert texts[1:] == ["lock M", "go to sleep on C and unlock M"]
    asleep, unlocked = found["moves"][2]["memory"]
    assert asleep == ["thread 1 asleep on", "C"] and unlocked == ["M", None]


def test_the_kernel_compares_what_it_reads() -> None:
    compare = step(1, "futex compare", location="A", reads_from=0)
    found = tree(one([store(0, "A", 1, 1), compare]))
    assert found["moves"][1]["text"] == "the kernel compares A: 1"
    assert found["moves"][1]["reads"] == 0


def test_executions_share_their_moves() -> None:
    found = tree(one(EARLY_LOAD, "deadlock"), one(LATE_LOAD))
    assert len(found["moves"]) == 3 and found["lines"] == [["code", ""]]
    early, late = found["ways"]
    assert set(early["order"]) & set(late["order"])
    assert early["failed"] == "deadlock" and "failed" not in late
    assert found["initial"] == {"A": "0"}


def test_on_a_page(repository: Repository) -> None:
    repository.found("all/lost", BOTH)
    repository.chapter(USE)
    built = repository.build()
    assert built.messages == "" and built.code == 0
    page = built.page("semaphore")
    assert "<locksmith-schedule>" in page and PLAY in page and "Lose it." in page
    assert "load count → 0 (relaxed)" in page and 'class="steps"' in page
    data = page.split('<script type="application/json">')[1].split("</script>")[0]
    assert len(json.loads(data)["ways"]) == 2


def test_the_table_is_not_shown_twice(repository: Repository) -> None:
    repository.found("lost", result(EARLY_LOAD))
    repository.found("all/lost", BOTH)
    repository.chapter(f"{USE}\n\n:::{{execution}} lost\n:::")
    page = repository.build().page("semaphore")
    assert page.count('class="steps"') == 1
    assert 'href="#execution-lost-title"' in page


def test_what_code_says_does_not_end_the_script(repository: Repository) -> None:
    odd = step(0, "</script><b>", value="1")
    repository.found("all/lost", everything(one([odd], "race")))
    repository.chapter(USE)
    page = repository.build().page("semaphore")
    assert "</script><b>" not in page and "\\u003c/script>" in page


def test_the_epub_has_the_table(repository: Repository) -> None:
    repository.found("all/lost", BOTH)
    repository.chapter(USE)
    built = repository.build("epub")
    assert built.messages == ""
    page = (built.folder / "semaphore.xhtml").read_text("utf-8")
    assert 'class="steps"' in page and "On the website you can choose" in page
    assert "locksmith-schedule" not in page and "<script" not in page


def test_without_a_checker_its_body_stands_there(repository: Repository) -> None:
    repository.chapter(":::{schedule} lost\n:goal: Lose it.\n\nA picture.\n:::")
    built = repository.build()
    assert built.messages == "" and "A picture." in built.page("semaphore")


MANY = everything(
    *(one([step(0, f"do this {n} and that"), *EARLY_LOAD], "race") for n in range(900))
)
# Each store of one word stands behind one of the other in its thread, and before
# it in the word's order.
CIRCLE = [
    store(0, "A", 1, 2),
    store(0, "B", 1, 1),
    store(1, "B", 2, 2),
    store(1, "A", 2, 1),
]


@pytest.mark.parametrize(
    ("data", "use", "says"),
    [
        (BOTH, USE.replace("lost", "none", 1), "no execution 'all/none' of semaphore"),
        (BOTH, ":::{schedule} lost\n:::", "say what to try, in :goal:"),
        ("[]", USE, "not what the checker writes"),
        ({"not_exhaustive": "", "executions": [{}]}, USE, "not what the checker"),
        (everything(one(LATE_LOAD)), USE, "no execution fails; nothing to try"),
        (everything(one(EARLY_LOAD), missing="bound"), USE, "are missing (bound)"),
        (MANY, USE, "900 executions are too many for a page"),
        (everything(one(CIRCLE, "race")), USE, "no order of the steps agrees"),
        (
            everything(one(STORE_BUFFERING, "race")),
            USE.replace("\n:::", "\n:newest:\n:::"),
            "no execution fails",
        ),
    ],
)
def test_bad_input(repository: Repository, data: object, use: str, says: str) -> None:
    repository.found("all/lost", data)
    repository.chapter(use)
    built = repository.build("dummy")
    assert built.code != 0
    assert built.messages.startswith("chapters/semaphore/chapter.md:")
    assert says in built.messages
