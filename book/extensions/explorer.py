# SPDX-License-Identifier: MIT
"""Links that open a shown file in Compiler Explorer, as the build made them.

A link holds the whole file and more, and a file is shown in many listings. So
the link stands once, on the file's page and on a small page that leads on to it
at once; listings lead there.
"""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from .manifest import BookError, Manifest


def link_to(manifest: Manifest, name: str) -> str:
    """The link that opens the file of this name; empty if there is none."""
    path = manifest.path.parent / "explorer_links.json"
    if not path.is_file():
        return ""
    return links(path, path.stat().st_mtime_ns).get(name, "")


@lru_cache(maxsize=1)
def links(path: Path, changed: int) -> dict[str, str]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as problem:
        raise BookError(f"{path.name}: not JSON ({problem}); build it again") from None
    if not isinstance(found, dict) or not all(
        isinstance(url, str) and url.startswith("https://") for url in found.values()
    ):
        raise BookError(f"{path.name}: not what book_links writes; build it again")
    return found


def programs_of(manifest: Manifest) -> dict[str, Any]:
    """What the links hold, by the files' names: the source, and if it runs."""
    path = manifest.path.parent / "explorer_sources.json"
    return programs(path, path.stat().st_mtime_ns) if path.is_file() else {}


@lru_cache(maxsize=1)
def programs(path: Path, changed: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def program_kind(manifest: Manifest, name: str) -> str:
    """What a page can do with the file: `runs`, `compiles`, or nothing. Code of
    exercises is worked in as an answer."""
    if name.startswith(("exercises/", "solutions/")):
        return ""
    program = programs_of(manifest).get(name)
    return ("runs" if program["runs"] else "compiles") if program else ""


def page_of(name: str) -> str:
    """The page that leads on; `name` is of the file, from the root."""
    return f"explorer/{name}"


def anchor(target: str) -> str:
    """The link as readers see it; it says where it leads."""
    return (
        f'<a class="explorer" href="{escape(target)}">Open in Compiler Explorer '
        '<span class="leaves">(leaves this site)</span></a>'
    )
