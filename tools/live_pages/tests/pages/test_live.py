# SPDX-License-Identifier: MIT
"""Working in the pages: an exercise from its starting file to its solution, and
a listing that is edited and run."""

from __future__ import annotations

from typing import Any

import pytest
from browser import Page, Reader
from conftest import EXERCISE, Repository

PAGE = f"exercises/{EXERCISE}.html"
EDITOR = ".live-panel .cm-content, .live-panel textarea"


def text_of(page: Page) -> str:
    return str(
        page.locator(EDITOR).first.evaluate("e => e.value ?? e.innerText")
    )


def said(page: Page, words: str) -> Any:
    line = page.locator(".live-said", has_text=words)
    line.wait_for(timeout=20_000)
    return line


def open_exercise(reader: Reader, width: int = 1440, theme: str = "light") -> Any:
    return reader.open(PAGE, width, theme)


def test_solve_an_exercise(reader: Reader, repository: Repository) -> None:
    with open_exercise(reader) as page:
        said(page, "Ctrl-Enter checks it.")
        # Wrong, as it is given.
        page.get_by_role("button", name="Check").click()
        said(page, "It fails.")
        assert "WakesAsManyAsGiven fails" in page.inner_text(".live-failed")
        assert "notify_one" in repository.answer.read_text("utf-8")

        # The execution is stepped, and its lines lead to the text.
        player = page.locator(".live-result locksmith-execution")
        step = player.get_by_label("Step on")
        for _ in range(6):
            step.click()
        row = player.locator("tr.now")
        assert "wait" in row.inner_text()
        assert "asleep" in player.locator(".memory").inner_text()
        row.locator(".live-line").click()
        assert page.evaluate("document.activeElement.closest('.live-editor') !== null")
        player.get_by_label("What went wrong").click()
        assert "no thread can go on" in player.locator(".said").inner_text()
        assert page.violations() == []

        # An error leads to its line.
        page.complaints.clear()
        said(page, "It fails.")
        page.locator(EDITOR).first.press("Control+Home")
        page.keyboard.type("oops\n")
        page.keyboard.press("Control+Enter")
        said(page, "It does not compile.")
        assert "'oops' does not name a type" in page.inner_text(".live-failed")
        page.get_by_role("button", name="line 3").click()
        page.keyboard.press("Control+Home")
        for _ in "oops\n":
            page.keyboard.press("Delete")

        # Mended, by typing over it.
        area = page.locator(EDITOR).first
        assert "oops" not in text_of(page)
        mend(page, area)
        page.get_by_role("button", name="Check").click()
        said(page, "It passes.")
        assert page.locator(".live-result locksmith-execution").count() == 0
        assert page.locator(".live-passed a").get_attribute("href")
        assert "notify_all" in repository.answer.read_text("utf-8")

        # And so it stays.
        page.reload()
        said(page, "This answer has passed.")
        page.locator(".sidebar-tree .live-done").wait_for()
        assert page.violations() == []
        assert page.complaints == []
    progress = (repository.root / "answers" / "progress.txt").read_text("utf-8")
    assert f"{EXERCISE} started passed" in progress


def mend(page: Page, area: Any) -> None:
    """With the editor's own search, or in the text area's value."""
    if area.evaluate("e => e.tagName") == "TEXTAREA":
        area.fill(text_of(page).replace("notify_one", "notify_all"))
        return
    area.press("Control+f")
    page.locator(".cm-search input[name=search]").fill("notify_one")
    page.locator(".cm-search input[name=replace]").fill("notify_all")
    page.locator(".cm-search button[name=replaceAll]").click()
    page.keyboard.press("Escape")


def test_nothing_is_lost(reader: Reader, repository: Repository) -> None:
    with open_exercise(reader) as page:
        said(page, "Ctrl-Enter checks it.")
        # Saved by an editor elsewhere, while the page has another text.
        repository.answer.parent.mkdir(parents=True)
        repository.answer.write_text("// from the terminal\n", "utf-8")
        page.locator(EDITOR).first.press("Control+Home")
        page.keyboard.type("// from the page\n")
        page.get_by_role("button", name="Check").click()
        said(page, "It fails.")
        assert "wake_enough.1.hpp" in page.inner_text(".live-result")
    kept = repository.answer.with_name("wake_enough.1.hpp")
    assert kept.read_text("utf-8") == "// from the terminal\n"
    assert repository.answer.read_text("utf-8").startswith("// from the page\n")


@pytest.mark.parametrize(("width", "theme"), [(1440, "dark"), (360, "light")])
def test_panel_fits_and_is_open_to_everybody(
    reader: Reader, width: int, theme: str
) -> None:
    with open_exercise(reader, width, theme) as page:
        page.get_by_role("button", name="Check").click()
        said(page, "It fails.")
        assert page.violations() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for button in page.locator(".live-bar button").all():
            box = button.bounding_box()
            assert box["height"] >= 24 and box["x"] + box["width"] <= width
        assert page.complaints == []


def test_the_keyboard_gets_in_and_out(reader: Reader) -> None:
    with open_exercise(reader) as page:
        said(page, "Ctrl-Enter checks it.")
        page.locator(EDITOR).first.focus()
        page.keyboard.press("Escape")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Check"


def test_run_and_edit_a_listing(reader: Reader) -> None:
    with reader.open("semaphore.html") as page:
        figure = page.locator("figure.listing:has(.bar button:text('Run'))").first
        figure.locator(".bar button", has_text="Run").click()
        figure.locator(".live-said", has_text="It ran").wait_for(timeout=20_000)
        figure.locator(".bar button", has_text="Edit").click()
        editor = figure.locator(".cm-content, textarea")
        editor.press("Control+a")
        page.keyboard.insert_text(
            "#include <cstdio>\nint main() {\n  int x;\n  std::puts(\"hi & <b>\");\n}\n"
        )
        page.keyboard.press("Control+Enter")
        figure.locator(".live-said", has_text="It ran").wait_for(timeout=20_000)
        assert figure.locator(".live-result pre").inner_text().strip() == "hi & <b>"
        assert "unused variable" in figure.locator(".live-places").inner_text()
        figure.get_by_role("button", name="line 3").click()
        assert page.violations() == []
        figure.get_by_role("button", name="Close").click()
        assert figure.locator(".live-panel").count() == 0
        assert page.complaints == []


def test_without_scripts_there_is_one_line(reader: Reader) -> None:
    context = reader.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reader.address}/{PAGE}")
    assert "tools/read" in page.inner_text(".live-hint")
    assert page.locator(".live-panel").count() == 0
    context.close()
