# SPDX-License-Identifier: MIT
"""What holds of the pages that are worked in, whatever is done there."""

from __future__ import annotations

import pytest
from browser import Reader
from conftest import Repository
from work import EDITOR, PAGE, edit, open_exercise, press, said


def test_the_editor_is_loaded_when_it_is_asked_for(reader: Reader) -> None:
    for name in (PAGE, "semaphore.html"):
        with reader.open(name) as page:
            if name == PAGE:
                page.locator(".live-view").wait_for()
                press(page, "Check")
                said(page, "It fails.")
            else:
                page.locator(".bar button", has_text="Run").first.click()
                said(page, "It ran")
            assert not any("codemirror" in url for url in page.requests)
            assert page.locator(EDITOR).count() == 0
            page.get_by_role("button", name="Edit").first.click()
            page.locator(".cm-content").wait_for()
            assert sum("codemirror" in url for url in page.requests) == 1
            assert page.complaints == []


def test_nothing_is_lost(reader: Reader, repository: Repository) -> None:
    with open_exercise(reader) as page:
        area = edit(page)
        # Saved by an editor elsewhere, while the page has another text.
        repository.answer.parent.mkdir(parents=True)
        repository.answer.write_text("// from the terminal\n", "utf-8")
        area.press("Control+Home")
        page.keyboard.type("// from the page\n")
        press(page, "Check")
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
        edit(page)
        assert page.violations() == []
        press(page, "Check")
        said(page, "It fails.")
        assert page.violations() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for button in page.locator(".live-bar button").all():
            box = button.bounding_box()
            assert box["height"] >= 24 and box["x"] + box["width"] <= width
        assert page.complaints == []


def test_the_keyboard_gets_in_and_out(reader: Reader) -> None:
    with open_exercise(reader) as page:
        edit(page).focus()
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
            '#include <cstdio>\nint main() {\n  int x;\n  std::puts("hi & <b>");\n}\n'
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


def test_a_file_without_a_main_is_compiled(reader: Reader) -> None:
    with reader.open("semaphore.html") as page:
        figure = page.locator("figure.listing[data-program=compiles]").first
        assert figure.locator(".bar button", has_text="Run").count() == 0
        figure.locator(".bar button", has_text="Edit").click()
        figure.locator(".cm-content, textarea").press("Control+Enter")
        figure.locator(".live-said", has_text="It compiles; it has no main").wait_for(
            timeout=20_000
        )


def test_without_scripts_there_is_one_line(reader: Reader) -> None:
    context = reader.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reader.address}/{PAGE}")
    assert "tools/read" in page.inner_text(".live-hint")
    assert page.locator(".live-panel").count() == 0
    context.close()
