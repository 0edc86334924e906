# SPDX-License-Identifier: MIT
"""Listings: shown as cut, linked to their files, and checked both ways."""

import pytest
from repository import STEP, Repository

AGAIN = ":::{listing} steps/word.hpp give\n:again:\n:::"


def test_shows_code_without_tags(repository: Repository) -> None:
    built = repository.build()
    assert built.messages == "" and built.code == 0
    page = built.page("semaphore")
    assert "release" in page
    assert "[give]" not in page and "SPDX" not in page


def test_caption_leads_to_the_file(repository: Repository) -> None:
    built = repository.build()
    name = "code/chapters/semaphore/steps/word.hpp"
    assert f'href="{name}.html"' in built.page("semaphore")
    assert "Download the file" in built.page(name)
    assert (built.folder / name).read_text("utf-8") == STEP


def test_wrong_code_says_so_in_words(repository: Repository) -> None:
    repository.chapter(AGAIN.replace(":again:", ":again:\n:wrong: loses a wake-up"))
    page = repository.build().page("semaphore")
    assert "Wrong: loses a wake-up" in page
    assert 'class="listing wrong"' in page


def test_code_can_be_reached_by_keyboard(repository: Repository) -> None:
    page = repository.build().page("semaphore")
    label = 'aria-label="Listing: word.hpp, give"'
    assert f'<pre tabindex="0" role="region" {label}>' in page


def test_a_region_may_be_shown_again(repository: Repository) -> None:
    repository.chapter(AGAIN)
    assert repository.build("dummy").messages == ""


@pytest.mark.parametrize(
    ("more", "place", "says"),
    [
        (
            ":::{listing} steps/none.hpp\n:::",
            "chapters/semaphore/chapter.md:15",
            "no file 'steps/none.hpp' in chapters/semaphore",
        ),
        (
            ":::{listing} steps/word.hpp none\n:::",
            "chapters/semaphore/chapter.md:15",
            "no region [none]",
        ),
        (
            AGAIN.replace(":again:\n", ""),
            "chapters/semaphore/chapter.md:15",
            "shown a second time; add :again:",
        ),
    ],
)
def test_bad_listings(repository: Repository, more: str, place: str, says: str) -> None:
    repository.chapter(more)
    built = repository.build("dummy")
    assert built.code != 0
    assert built.messages.startswith(f"{place}: ERROR: ")
    assert says in built.messages


def test_a_region_that_nobody_shows(repository: Repository) -> None:
    repository.write(
        "chapters/semaphore/locksmith/new.hpp",
        "int a;\n// [lost]\nint b;\n// [/lost]\n",
    )
    built = repository.build("dummy")
    place = "chapters/semaphore/locksmith/new.hpp:2"
    assert f"{place}: ERROR: no document shows region [lost]" in built.messages
    assert built.code != 0


def test_again_without_a_first(repository: Repository) -> None:
    repository.write("chapters/semaphore/steps/b.hpp", "// [b]\nint b;\n// [/b]\n")
    repository.chapter(":::{listing} steps/b.hpp b\n:again:\n:::")
    assert "shown once only; strike :again:" in repository.build("dummy").messages


def test_bad_tags_in_a_shown_file(repository: Repository) -> None:
    path = "chapters/semaphore/steps/word.hpp"
    repository.write(path, STEP.replace("  // [/give]\n", ""))
    messages = repository.build("dummy").messages
    assert f"{path}:8: region [give] never closes" in messages


def test_lines_of_more_than_80_columns(repository: Repository) -> None:
    repository.write("chapters/semaphore/steps/wide.hpp", "// " + "x" * 80 + "\n")
    repository.chapter(":::{listing} steps/wide.hpp\n:::")
    assert "a line of 83 columns is shown" in repository.build("dummy").messages


def test_epub_names_the_file_without_a_link(repository: Repository) -> None:
    built = repository.build("epub")
    page = (built.folder / "semaphore.xhtml").read_text("utf-8")
    assert "word.hpp</code>" in page and "code/chapters" not in page
