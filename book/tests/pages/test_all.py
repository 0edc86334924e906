# SPDX-License-Identifier: MIT
"""What holds for every page: it fits, keeps to itself, and is open to everybody."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser import Reader

PAGES = [
    "index",
    "semaphore",
    "preface",
    "setting-up",
    "checker",
    "reference",
    "glossary",
    "bibliography",
    "colophon",
]


@pytest.fixture(scope="module")
def all_pages(site: Path) -> list[str]:
    names = [p.relative_to(site).as_posix() for p in sorted(site.rglob("*.html"))]
    shown = [n for n in names if n.startswith(("exercises/", "solutions/"))]
    sources = [n for n in names if n.startswith("code/")]
    return [f"{name}.html" for name in PAGES] + shown + sources[:2]


@pytest.mark.parametrize(
    ("width", "theme"), [(1440, "light"), (768, "dark"), (360, "light")]
)
def test_pages_fit_and_keep_to_themselves(
    reader: Reader, all_pages: list[str], width: int, theme: str
) -> None:
    for name in all_pages:
        with reader.open(name, width, theme) as page:
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{name} is {wide} wide"
            assert page.complaints == [], name
            hosts = {urlsplit(url).netloc for url in page.requests}
            assert hosts <= {reader.host}, f"{name} asks {hosts}"


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (360, "dark")])
def test_no_serious_violation(
    reader: Reader, all_pages: list[str], width: int, theme: str
) -> None:
    for name in all_pages:
        with reader.open(name, width, theme) as page:
            page.evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = 1)"
            )
            assert page.violations() == [], name
