# SPDX-License-Identifier: MIT
"""Regions are exact: tags once, in pairs, and never shown."""

import pytest

from extensions.manifest import BookError
from extensions.regions import cut, regions

TEXT = """// SPDX-License-Identifier: MIT
// wrong: forgets
// rejected by: Suite.Test
#pragma once

// [outer]
  int a;
  // [inner]
  int b;
  // [/inner]
// [/outer]
"""


def test_cuts_a_region_dedented() -> None:
    assert cut(TEXT, "inner", "x.hpp") == "int b;\n"


def test_strips_nested_tags() -> None:
    assert cut(TEXT, "outer", "x.hpp") == "int a;\nint b;\n"


def test_whole_file_loses_tags_licence_and_verdict() -> None:
    whole = cut(TEXT, None, "x.hpp")
    assert whole == "#pragma once\n\n  int a;\n  int b;\n"


def test_a_tag_is_a_line_of_its_own() -> None:
    assert regions("int a;  // [not]\n//[nor]\n", "x.hpp") == {}


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("// [a]\nx\n// [/a]\n// [a]\n", "x.hpp:4", "opens a second time"),
        ("x\n// [a]\n", "x.hpp:2", "never closes"),
        ("// [/a]\n", "x.hpp:1", "is not open"),
    ],
)
def test_bad_tags_name_the_place(text: str, place: str, says: str) -> None:
    with pytest.raises(BookError, match=says) as caught:
        regions(text, "x.hpp")
    assert str(caught.value).startswith(place + ":")


def test_missing_region_names_those_there_are() -> None:
    with pytest.raises(BookError, match=r"no region \[none\].*outer"):
        cut(TEXT, "none", "x.hpp")


def test_empty_region_fails() -> None:
    with pytest.raises(BookError, match="is empty"):
        cut("// [a]\n\n// [/a]\n", "a", "x.hpp")
