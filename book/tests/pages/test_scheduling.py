# SPDX-License-Identifier: MIT
"""The reader as scheduler: breaks a program, misses it, asks, takes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Page, Reader

HERE = "#schedule-count-beside-the-lock"
WEAK = "#schedule-waiters-beside-the-count"
BREAKS = ["thread 1: load", "thread 1: lock", "thread 1: load"]
BREAKS += ["main: fetch_add", "main: notify_one", "thread 1: go to sleep"]


@pytest.fixture(scope="module", autouse=True)
def checked(site: Path) -> None:
    if HERE[1:] not in (site / "semaphore.html").read_text("utf-8"):
        pytest.skip("this build has no checker; nothing was scheduled")


@pytest.fixture
def page(reader: Reader) -> Iterator[Page]:
    with reader.open("semaphore.html") as page:
        yield page
        assert page.complaints == []


def choose(page: Any, *names: str, here: str = HERE) -> None:
    for name in names:
        page.locator(here).get_by_role("button", name=name).first.click()


def said(page: Any, here: str = HERE) -> str:
    return str(page.locator(f"{here} .said").inner_text())


def test_it_can_be_broken(page: Page) -> None:
    choose(page, *BREAKS)
    assert "It broke: no thread can go on" in said(page)
    assert page.locator(f"{HERE} .verdict").count() == 1
    assert page.locator(f"{HERE} .choose").count() == 0
    assert page.get_by_role("button", name="Hint").first.is_disabled()
    assert "asleep on token_came_" in page.locator(f"{HERE} .memory").inner_text()


def test_it_says_when_it_cannot_be_broken_any_more(page: Page) -> None:
    choose(page, "main: fetch_add")
    assert "cannot break any more" in said(page)
    choose(page, "Hint")
    assert "it was lost in step 2. Undo it." in said(page)
    choose(page, "Undo")
    assert "Choose who goes on" in said(page)


def test_hints_lead_to_the_break(page: Page) -> None:
    for _ in range(30):
        if page.locator(f"{HERE} .verdict").count():
            break
        choose(page, "Hint")
        assert "Hint: " in said(page)
        page.keyboard.press("Enter")  # on the choice that has the focus
    assert "It broke" in said(page)


def test_it_can_end_well(page: Page) -> None:
    for _ in range(30):
        if page.locator(f"{HERE} .well").count():
            break
        page.locator(f"{HERE} .choose button").first.click()
    assert "It ended well" in said(page)
    choose(page, "Start again")
    assert page.locator(f"{HERE} tbody tr").count() == 2
    assert page.locator(HERE).get_by_role("button", name="Undo").is_disabled()


def test_by_keyboard_alone(page: Page) -> None:
    page.locator(f"{HERE} .choose td:nth-child(3) button").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert said(page).startswith("4 · thread 1: load count_ → 0")
    page.keyboard.press("Shift+Tab")
    assert "main: fetch_add" in page.evaluate(
        "document.activeElement.getAttribute('aria-label')"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert said(page).startswith("6 · main: notify_one")
    page.keyboard.press("Enter")
    assert "It broke" in said(page)
    assert page.evaluate("document.activeElement.textContent") == "Undo"


def test_what_is_said_is_spoken(page: Page) -> None:
    assert page.locator(f"{HERE} .said").get_attribute("role") == "status"


def test_the_line_lights_up_in_its_listing(page: Page) -> None:
    choose(page, "main: fetch_add")
    assert "count_ += update" in page.locator("figure.listing .lit").inner_text()


def test_a_load_has_a_choice(page: Page) -> None:
    steps = ["thread 1: load", "main: fetch_add", "main: load", "thread 1: fetch_add"]
    choose(page, *steps, here=WEAK)
    offers = page.locator(f"{WEAK} .choose button").all_inner_texts()
    assert len(offers) == 2
    assert "from step 3" in offers[0] and "an older value" in offers[1]
    choose(page, "an older value", "an older value", "go to sleep", here=WEAK)
    assert "It broke" in said(page, WEAK)


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (360, "dark")])
def test_is_open_to_everybody(reader: Reader, width: int, theme: str) -> None:
    with reader.open("semaphore.html", width, theme) as page:
        choose(page, *BREAKS[:4])
        choose(page, "thread 1: load", here=WEAK)
        assert page.violations() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for button in page.locator(f"{HERE} .scheduler button").all():
            box = button.bounding_box()
            assert box["height"] >= 24 and box["x"] + box["width"] <= width
        choose(page, *BREAKS[4:])
        assert page.violations() == []


def test_without_scripts_it_says_so(reader: Reader) -> None:
    context = reader.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reader.address}/semaphore.html")
    text = page.locator(HERE).inner_text()
    assert "if scripts are on" in text
    page.click(f"{HERE} .without a")
    assert page.url.endswith("#execution-count-beside-the-lock-title")
    context.close()


def test_on_paper_there_is_no_button(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator(f"{HERE} .scheduler").is_visible()
    assert page.locator(f"{HERE} .without").is_visible()
