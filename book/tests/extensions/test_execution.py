# SPDX-License-Identifier: MIT
"""Executions on a page: a table that needs no script, and clear complaints."""

from __future__ import annotations

import pytest
from found import EARLY_LOAD, LINE, STORE_BUFFERING, result, step
from repository import Repository

from extensions.execution import ABSENT, counted

USE = ":::{execution} lost\n:caption: How it breaks\n:::"


def test_a_table_of_threads_and_steps(repository: Repository) -> None:
    repository.found("lost", result(EARLY_LOAD))
    repository.chapter(USE)
    built = repository.build()
    assert built.messages == "" and built.code == 0
    page = built.page("semaphore")
    assert "<locksmith-execution>" in page
    assert '<th scope="col" class="at-1">thread 1</th>' in page
    assert 'id="execution-lost-2"' in page and 'id="execution-lost-end"' in page
    assert "load count → 0 (relaxed)" in page
    assert '<span class="kind">deadlock</span>' in page
    assert "it stands at <a href" in page and "&amp; waits" in page


def test_lines_lead_to_the_listing_or_to_the_file(repository: Repository) -> None:
    repository.found("lost", result(EARLY_LOAD))
    repository.chapter(USE)
    built = repository.build()
    page = built.page("semaphore")
    assert f'data-line="word-L{LINE}"' in page
    assert f'<span id="word-L{LINE}">' in page
    assert page.count(f'id="word-L{LINE}"') == 1
    source = built.page("code/chapters/semaphore/steps/word.hpp")
    assert f'<span id="L{LINE}">' in source


def test_older_values_are_marked(repository: Repository) -> None:
    steps = [dict(s) for s in STORE_BUFFERING]
    repository.found("lost", result(steps))
    repository.chapter(USE)
    page = repository.build().page("semaphore")
    assert 'an older value; newer: <a href="#execution-lost-1">step 1</a>' in page


def test_what_code_says_is_not_markup(repository: Repository) -> None:
    odd = step(0, "<b>odd</b>", location="<i>", value="a & b")
    repository.found("lost", result([odd]))
    repository.chapter(USE)
    page = repository.build().page("semaphore")
    assert "<b>odd" not in page and "<i>" not in page


def test_numbers_come_from_the_data(repository: Repository) -> None:
    repository.found("lost", result(EARLY_LOAD))
    repository.chapter(
        f"{USE}\n\nIt took {{executions}}`lost`; {{step}}`lost: main store` is bad."
    )
    built = repository.build()
    assert built.messages == ""
    page = built.page("semaphore")
    assert "It took five executions" in page
    assert '<a class="reference internal" href="#execution-lost-2">step 2</a>' in page


def test_the_next_step_with_the_words(repository: Repository) -> None:
    repository.found("lost", result(STORE_BUFFERING))
    repository.chapter(f"{USE}\n\n{{step}}`lost: load again`")
    assert 'href="#execution-lost-4">step 4</a>' in repository.build().page("semaphore")


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "one execution"), (12, "twelve executions"), (1234, "1,234 executions")],
)
def test_counted(number: int, text: str) -> None:
    assert counted(number) == text


def test_without_a_checker_the_page_says_so(repository: Repository) -> None:
    repository.chapter(f"{USE}\n\n{{executions}}`lost` and {{step}}`lost: main store`")
    built = repository.build()
    assert built.messages == "" and built.code == 0
    page = built.page("semaphore")
    assert ABSENT in page and "some executions and the step" in page


def test_without_a_checker_its_body_stands_there(repository: Repository) -> None:
    repository.chapter(USE.replace("\n:::", "\n\nA picture of it.\n:::"))
    page = repository.build().page("semaphore")
    assert "A picture of it." in page and ABSENT not in page


def test_the_body_is_left_out_otherwise(repository: Repository) -> None:
    repository.found("lost", result(EARLY_LOAD))
    repository.chapter(USE.replace("\n:::", "\n\nA picture of it.\n:::"))
    assert "A picture of it." not in repository.build().page("semaphore")


def test_epub_has_the_table_and_no_elements_of_ours(repository: Repository) -> None:
    repository.found("lost", result(EARLY_LOAD))
    repository.chapter(USE)
    built = repository.build("epub")
    assert built.messages == ""
    page = (built.folder / "semaphore.xhtml").read_text("utf-8")
    assert "locksmith-execution" not in page and "data-line" not in page
    assert 'class="steps"' in page and "code/chapters" not in page


@pytest.mark.parametrize(
    ("data", "more", "says"),
    [
        (result(EARLY_LOAD), USE.replace("lost", "none"), "no execution 'none' of"),
        (result(EARLY_LOAD), USE.replace("lost", "none"), "known are: lost"),
        ("{", USE, "lost.json: not JSON"),
        ("[]", USE, "lost.json: not what the checker writes"),
        ({"failure": {"kind": "x"}}, USE, "not what the checker writes"),
        ({"failure": None}, USE, "nothing failed there"),
        (result(EARLY_LOAD), "{executions}`none`", "no execution 'none'"),
        (result(EARLY_LOAD), "{step}`lost: fence`", "no step has all of these words"),
        (result(EARLY_LOAD), "{step}`lost: store again`", "no step has all of these"),
    ],
)
def test_bad_input(repository: Repository, data: object, more: str, says: str) -> None:
    repository.found("lost", data)
    repository.chapter(more)
    built = repository.build("dummy")
    assert built.code != 0
    assert built.messages.startswith("chapters/semaphore/chapter.md:")
    assert says in built.messages
