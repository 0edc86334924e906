# SPDX-License-Identifier: MIT
"""The head of a chapter, and the table of the chapters made of the heads."""

from repository import Repository

from extensions.chapter_head import duration


def test_head_and_table(repository: Repository) -> None:
    built = repository.build()
    page = built.page("semaphore")
    assert "You build" in page and "It assumes" in page
    assert "about 1½ hours" in page
    home = built.page("index")
    assert 'href="semaphore.html"' in home
    assert "a semaphore" in home


def test_duration() -> None:
    assert duration(45) == "45 minutes"
    assert duration(90) == "about 1½ hours"
    assert duration(125) == "about 2 hours"


def test_missing_option(repository: Repository) -> None:
    repository.chapter(":::{chapter-head}\n:builds: x\n:::")
    built = repository.build("dummy")
    assert "chapter-head needs :assumes:" in built.messages and built.code != 0
