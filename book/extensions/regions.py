# SPDX-License-Identifier: MIT
"""Cuts regions out of source files by their tags, `// [name]` … `// [/name]`."""

from __future__ import annotations

import re
from itertools import dropwhile
from textwrap import dedent

from .manifest import BookError

TAG = re.compile(r"^\s*// \[(/?)([A-Za-z][\w-]*)\]\s*$")
VERDICT = re.compile(r"^// wrong: ")
SPDX = re.compile(r"^// SPDX-License-Identifier: .*$")


def regions(text: str, shown: str) -> dict[str, tuple[int, int]]:
    """Each region's first and last line (from 0, the tags' own lines)."""
    opened: dict[str, int] = {}
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(text.splitlines()):
        match = TAG.match(line)
        if not match:
            continue
        closing, name = match[1] == "/", match[2]
        place = f"{shown}:{number + 1}"
        if not closing and (name in opened or name in found):
            raise BookError(
                f"{place}: region [{name}] opens a second time; give it another name"
            )
        if not closing:
            opened[name] = number
        elif name in opened:
            found[name] = (opened.pop(name), number)
        else:
            raise BookError(
                f"{place}: region [{name}] closes but is not open; "
                f"put // [{name}] before it"
            )
    for name, number in opened.items():
        raise BookError(
            f"{shown}:{number + 1}: region [{name}] never closes; "
            f"put // [/{name}] after it"
        )
    return found


def untagged(lines: list[str]) -> list[str]:
    return [line for line in lines if not TAG.match(line)]


def numbered(text: str) -> list[tuple[int, str]]:
    """The lines without tags, each with its number in the file."""
    lines = enumerate(text.splitlines(), start=1)
    return [(number, line) for number, line in lines if not TAG.match(line)]


def cut(text: str, region: str | None, shown: str) -> str:
    """The region, or the whole file, without tags, licence and verdict."""
    return cut_lines(text, region, shown)[0]


def cut_lines(text: str, region: str | None, shown: str) -> tuple[str, list[int]]:
    """The same, and the number in the file of each line."""
    known = regions(text, shown)
    lines = numbered(text)
    if region is not None:
        if region not in known:
            raise BookError(
                f"{shown}: no region [{region}]; put // [{region}] and "
                f"// [/{region}] around the lines"
                + (f" or show one of: {', '.join(known)}" if known else "")
            )
        first, last = known[region]
        lines = [(n, line) for n, line in lines if first < n - 1 < last]
    if lines and SPDX.match(lines[0][1]):
        del lines[0]
        if lines and VERDICT.match(lines[0][1]):
            lines = list(dropwhile(lambda line: line[1].startswith("//"), lines))
    while lines and not lines[0][1].strip():
        del lines[0]
    shown_text = dedent("\n".join(line for _, line in lines)).strip("\n")
    if not shown_text.strip():
        raise BookError(f"{shown}: region [{region}] is empty")
    return shown_text + "\n", [number for number, _ in lines]
