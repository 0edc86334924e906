# SPDX-License-Identifier: MIT
"""Links to the standard library come from the table; others are refused."""

from repository import Repository

from extensions.std import names


def test_links(repository: Repository) -> None:
    repository.chapter("{std}`atomic::wait` and {standard}`thread.sema.cnt`")
    page = repository.build().page("semaphore")
    assert 'href="https://en.cppreference.com/w/cpp/atomic/atomic/wait"' in page
    assert "std::atomic::wait" in page
    assert 'href="https://eel.is/c++draft/thread.sema.cnt"' in page


def test_unknown_name_says_what_to_add(repository: Repository) -> None:
    repository.chapter("{std}`atomic::hum`")
    built = repository.build("dummy")
    assert "chapters/semaphore/chapter.md:15: ERROR: std::atomic::hum" in built.messages
    assert "add a line 'atomic::hum<tab>cpp/...'" in built.messages
    assert built.code != 0


def test_unstable_name(repository: Repository) -> None:
    repository.chapter("{standard}`Thread Sema`")
    assert "is no stable name" in repository.build("dummy").messages


def test_table_is_sorted_and_well_formed() -> None:
    table = names()
    assert list(table) == sorted(table)
    assert all(page.startswith("cpp/") for page in table.values())
