# SPDX-License-Identifier: MIT
"""A site without the editor: its pages have a plain text area, and say why."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Page, Reader
from conftest import BUILD, Repository, serving
from work import PAGE, edit, mend, open_exercise, press, said

BUNDLE = "live_codemirror.js"
META = re.compile(r'<meta name="locksmith-editor"[^>]*>')
BUILT = "this site was built without Node"
LOST = "the editor could not be loaded"


@pytest.fixture(params=[BUILT, LOST])
def why(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(tmp_path: Path, why: str) -> Path:
    """As a build without the bundle makes it, or with the bundle gone."""
    folder = tmp_path / "site"
    shutil.copytree(BUILD / "book" / "html", folder)
    (folder / "_static" / BUNDLE).unlink(missing_ok=True)
    if why == BUILT:
        for name in (PAGE, "semaphore.html"):
            file = folder / name
            file.write_text(META.sub("", file.read_text("utf-8")), "utf-8")
    return folder


def test_an_answer_is_checked_from_a_text_area(reader: Reader, why: str) -> None:
    with open_exercise(reader) as page:
        area = edit(page)
        assert area.evaluate("e => e.tagName") == "TEXTAREA"
        assert why in page.inner_text(".live-editor .live-note")
        assert page.violations() == []
        tab_leaves(page)
        # The line of an error is selected.
        area.press("Control+Home")
        page.keyboard.type("oops\n")
        page.keyboard.press("Control+Enter")
        said(page, "It does not compile.")
        page.get_by_role("button", name="line 3").click()
        chosen = area.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)")
        assert chosen == area.input_value().splitlines()[2]
        area.fill(area.input_value().replace("oops\n", ""))
        mend(page)
        press(page, "Check")
        said(page, "It passes.")


def tab_leaves(page: Page) -> None:
    """Also after Escape; and Shift-Tab leads back."""
    for keys in (["Tab"], ["Escape", "Tab"]):
        page.locator(".live-editor textarea").focus()
        for key in keys:
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == "Check"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_a_listing_runs_from_a_text_area(reader: Reader, why: str) -> None:
    with reader.open("semaphore.html") as page:
        figure = page.locator("figure.listing[data-program=runs]").first
        figure.locator(".bar button", has_text="Edit").click()
        area = figure.locator("textarea")
        assert why in figure.locator(".live-editor .live-note").inner_text()
        area.fill('#include <cstdio>\nint main() { std::puts("hello"); }\n')
        area.press("Control+Enter")
        figure.locator(".live-said", has_text="It ran").wait_for(timeout=20_000)
        assert figure.locator(".live-result pre").inner_text() == "hello"


@pytest.fixture
def reader(site: Path, repository: Repository) -> Iterator[Reader]:
    with serving(site, repository) as reader:
        yield reader
