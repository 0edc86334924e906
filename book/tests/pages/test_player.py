# SPDX-License-Identifier: MIT
"""The player of executions: by keyboard and mouse, narrow and wide, and without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Page, Reader

NAME = "execution-count-beside-the-lock"
HERE = f"figure.execution:has(#{NAME}-title)"


@pytest.fixture(scope="module", autouse=True)
def checked(site: Path) -> None:
    if NAME not in (site / "semaphore.html").read_text("utf-8"):
        pytest.skip("this build has no checker; the player was not driven")


@pytest.fixture
def page(reader: Reader) -> Iterator[Page]:
    with reader.open("semaphore.html") as page:
        yield page


def now(page: Any) -> str:
    return str(page.locator(f"{HERE} tr.now").get_attribute("id")).removeprefix(NAME)


def step(page: Any, words: str) -> Any:
    return page.locator(f"{HERE} tbody tr", has_text=words).first


def test_the_slider_steps_by_keyboard(page: Page) -> None:
    slider = page.locator(f"{HERE} input[type=range]")
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert now(page) == "-3"
    assert "thread 1: lock mutex_" in slider.get_attribute("aria-valuetext")
    page.keyboard.press("End")
    assert now(page) == "-end"
    page.keyboard.press("Home")
    assert now(page) == "-1"


def test_arrows_are_the_pages_own_elsewhere(page: Page) -> None:
    page.locator(f"{HERE} button", has_text="Play").focus()
    before = page.evaluate("scrollY")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("y => scrollY > y", arg=before)
    assert now(page) == "-1"


def test_buttons_step_and_stop_at_the_ends(page: Page) -> None:
    player = page.locator(f"{HERE} .player")
    back = player.get_by_label("Step back")
    assert back.is_disabled()
    player.get_by_label("Step on").click()
    assert now(page) == "-2" and back.is_enabled()
    back.click()
    assert now(page) == "-1"
    player.get_by_label("What went wrong").click()
    assert now(page) == "-end"
    assert "no thread can go on" in player.locator(".said").inner_text()
    assert player.get_by_label("Step on").is_disabled()


def test_a_click_on_a_step_jumps_to_it(page: Page) -> None:
    row = step(page, "notify_one")
    row.locator(".operation").click()
    assert "now" in (row.get_attribute("class") or "")
    memory = page.locator(f"{HERE} .memory").inner_text()
    assert "count_ 1" in memory and "mutex_ held by thread 1" in memory


def test_a_link_in_the_text_jumps_to_its_step(page: Page) -> None:
    page.locator(f'article section > p a[href^="#{NAME}-"]').first.click()
    page.wait_for_function(
        "name => document.querySelector(`#${name}-6`).matches('.now')", arg=NAME
    )


def test_the_line_of_the_step_lights_up_in_its_listing(page: Page) -> None:
    assert page.locator(".lit").count() == 0
    step(page, "notify_one").locator(".operation").click()
    assert "notify_one" in page.locator("figure.listing .lit").inner_text()


def test_an_arrow_leads_to_the_store(page: Page) -> None:
    here = "figure.execution:has(#execution-touch-after-release-title)"
    row = page.locator(f"{here} tr[data-from]").first
    row.locator(".operation").click()
    assert page.locator(f"{here} .reads path").count() == 2
    store = page.locator(f"{here} tr.read")
    name, number = store.get_attribute("id"), row.get_attribute("data-from")
    assert name.endswith(f"-{number}")


def test_it_plays_and_pauses(page: Page) -> None:
    page.clock.install()
    play = page.locator(f"{HERE} .player button.wide")
    play.click()
    assert play.inner_text() == "Pause"
    page.clock.run_for(3000)
    assert now(page) == "-3"
    play.click()
    page.clock.run_for(5000)
    assert now(page) == "-3" and play.inner_text() == "Play"
    play.click()
    page.clock.run_for(60_000)
    assert now(page) == "-end" and play.inner_text() == "Play"


def test_an_order_opens_its_row_under_the_listing(page: Page) -> None:
    order = page.locator(".highlight a.order").first
    order.focus()
    page.keyboard.press("Enter")
    note = page.locator(".order-note")
    assert "Pairs with" in note.inner_text() and "data race" in note.inner_text()
    note.locator("summary").click()
    note.get_by_label("Step on").click()
    assert page.violations() == []
    page.keyboard.press("Escape")
    assert page.locator(".order-note").count() == 0
    assert page.evaluate("document.activeElement.matches('a.order')")
    assert page.locator("table.orders details").count() > 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_a_phone(reader: Reader, theme: str) -> None:
    with reader.open("semaphore.html", 360, theme) as page:
        frame = page.locator(f"{HERE} .frame")
        assert frame.evaluate("e => e.scrollWidth <= e.clientWidth")
        thread = step(page, "notify_one").locator("td[data-thread]")
        before = "e => getComputedStyle(e, '::before').content"
        assert "main" in thread.evaluate(before)
        for button in page.locator(f"{HERE} .player button").all():
            box = button.bounding_box()
            assert box["height"] >= 24 and box["x"] + box["width"] <= 360
        page.locator(f"{HERE} .player button.wide").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_tables_say_it_all(reader: Reader) -> None:
    context = reader.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reader.address}/semaphore.html")
    text = page.locator(HERE).inner_text()
    assert "nobody sleeps there" in text and "never woken" in text
    assert page.locator(".player").count() == 0
    link = page.locator(".highlight a.order").first
    link.click()
    assert re.search(r"#order-", page.url)
    context.close()


def test_on_paper_there_is_the_table_alone(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator(f"{HERE} table.steps").is_visible()
    assert not page.locator(f"{HERE} .player").is_visible()
