# SPDX-License-Identifier: MIT
"""No raw C++ in the prose but marked fragments of one line."""

import re

import pytest
from repository import Repository

from extensions.fragment import raw_code


@pytest.mark.parametrize(
    "fence",
    [
        "```cpp",
        "```c++",
        "``` C++",
        "~~~cc",
        "```h",
        "```{code-block} cpp",
        ":::{code} c++",
        "> ```cpp",
    ],
)
def test_raw_code_is_found(fence: str) -> None:
    end = re.match("[`~:]{3}", fence.removeprefix("> "))
    text = f"Text.\n\n{fence}\nint a;\n{end and end[0]}\n"
    assert list(raw_code(text)) == [(3, "raw C++")]


@pytest.mark.parametrize("fence", ["```console", "```text", "```cmake", "```{note}"])
def test_other_fences_pass(fence: str) -> None:
    assert list(raw_code(f"{fence}\nint a;\n```\n\n```text\n```\n")) == []


def test_a_language_must_be_named() -> None:
    text = "```text\na\n```\n\n```\nint a;\n```\n"
    assert list(raw_code(text)) == [(5, "code of no named language")]


def test_fences_shown_in_fences_are_text() -> None:
    assert list(raw_code("````text\n```cpp\n```\n````\n")) == []


def test_includes_are_found() -> None:
    found = list(raw_code("```{literalinclude} a.hpp\n```\n"))
    assert found == [(1, "an include")]


def test_the_build_fails_at_the_place(repository: Repository) -> None:
    repository.chapter("```cpp\nint a;\n```")
    built = repository.build("dummy")
    place = "chapters/semaphore/chapter.md:15"
    assert f"{place}: ERROR: raw C++ in the prose" in built.messages
    assert built.code != 0


def test_a_fragment_of_one_line(repository: Repository) -> None:
    repository.chapter("```{fragment}\nwhile (count == 0) wait();\n```")
    built = repository.build()
    assert built.messages == ""
    assert "fragment" in built.page("semaphore")


def test_a_fragment_of_two_lines(repository: Repository) -> None:
    repository.chapter("```{fragment}\nint a;\nint b;\n```")
    assert "a fragment is one line" in repository.build("dummy").messages
