# SPDX-License-Identifier: MIT
"""Exercises: the card, the page of the task, and the page of the solution."""

import pytest
from repository import TASK, Repository


def test_card_leads_to_the_page(repository: Repository) -> None:
    built = repository.build()
    assert built.messages == ""
    page = built.page("semaphore")
    assert 'href="exercises/semaphore/timed.html"' in page
    assert "A token at the deadline" in page
    assert "25 minutes · repair a broken version" in page
    assert "Mend the timed acquire." in page


def test_task_page_is_completed(repository: Repository) -> None:
    page = repository.build().page("exercises/semaphore/timed")
    order = [
        "<h1>A token at the deadline",
        "25 minutes",
        "The starting file",
        "How to check it",
        "check_semaphore_timed",
        "answers/semaphore/timed/timed.hpp",
        "<summary>Hint 1</summary>",
        "<summary>Hint 2</summary>",
        "The solution and its reasons",
    ]
    text = page[page.index("<article") :]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_solution_page_is_completed(repository: Repository) -> None:
    page = repository.build().page("solutions/semaphore/timed")
    assert "solved" in page
    assert "<summary>Looks at the clock first</summary>" in page
    assert "Timed.Takes" in page
    assert 'href="../../exercises/semaphore/timed.html"' in page


def test_solutions_are_not_in_the_contents(repository: Repository) -> None:
    page = repository.build().page("semaphore")
    assert "solutions/" not in page


def test_unknown_exercise(repository: Repository) -> None:
    repository.chapter(":::{exercise} semaphore/none\n:::")
    built = repository.build("dummy")
    assert "no exercise 'semaphore/none'; known are: semaphore/timed" in built.messages
    assert "chapters/semaphore/chapter.md:15" in built.messages
    assert built.code != 0


def test_an_exercise_without_a_card(repository: Repository) -> None:
    repository.chapter("", exercise=False)
    built = repository.build("dummy")
    assert (
        "exercises/semaphore/timed/task.md: WARNING: document isn't" in built.messages
    )


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("task.md", "# No head\n", "task.md:1: no front matter"),
        ("task.md", TASK.replace("medium", "fair"), "difficulty 'fair' is none of"),
        ("task.md", TASK.replace("repair", "guess"), "kind 'guess' is none of"),
        ("task.md", TASK.replace("25", "soon"), "minutes must be a whole number"),
        ("task.md", TASK.replace("goal:", "aim:"), "must hold exactly"),
        ("hints.md", "Some text.\n", "must be sections ## Hint 1"),
        ("hints.md", "## Hint 2\n\nText.\n", "must be sections ## Hint 1"),
        ("hints.md", "## Hint 1\n\n```cpp\nint a;\n```\n", "hints.md:3: raw C++"),
    ],
)
def test_bad_files(repository: Repository, name: str, text: str, says: str) -> None:
    repository.write(f"exercises/semaphore/timed/{name}", text)
    built = repository.build("dummy")
    assert says in built.messages and built.code != 0


def test_reasons_need_a_heading(repository: Repository) -> None:
    repository.write("solutions/semaphore/timed/why.md", "Because.\n")
    messages = repository.build("dummy").messages
    assert "solutions/semaphore/timed/why.md:1: begin the file with" in messages
