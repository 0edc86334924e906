# SPDX-License-Identifier: MIT
"""An exercise from its starting file to its solution, in the page and at the
terminal."""

from __future__ import annotations

from browser import Reader
from conftest import EXERCISE, Repository
from work import edit, lines_of, mend, open_exercise, press, said


def test_solve_an_exercise(reader: Reader, repository: Repository) -> None:
    with open_exercise(reader) as page:
        # Wrong, as it is given.
        page.locator(".live-view", has_text="notify_one").wait_for()
        assert page.violations() == []
        press(page, "Check")
        said(page, "It fails.")
        assert "WakesAsManyAsGiven fails" in page.inner_text(".live-failed")
        assert "notify_one" in repository.answer.read_text("utf-8")
        assert "WakesAsManyAsGiven" in repository.locksmith("check", EXERCISE)

        # The execution is stepped by the keyboard, and its lines lead to the text.
        player = page.locator(".live-result locksmith-execution")
        player.get_by_label("Step", exact=True).focus()
        for _ in range(6):
            page.keyboard.press("ArrowRight")
        row = player.locator("tr.now")
        assert row.locator("th").inner_text().strip("▸ ") == "7"
        assert "sleep on token_came_" in row.inner_text()
        memory = player.locator(".memory").inner_text()
        assert "mutex_ held by thread 1" in memory and "asleep" in memory
        page.keyboard.press("End")
        assert "no thread can go on" in player.locator(".said").inner_text()
        assert page.violations() == []
        lines = player.locator(".live-line", has_text="token_came_.wait")
        lines.first.focus()
        page.keyboard.press("Enter")
        page.locator(".live-editor :focus").wait_for()
        assert page.violations() == []

        # Mended, by typing over it.
        edit(page)
        mend(page)
        press(page, "Check")
        said(page, "It passes.")
        assert page.locator(".live-result locksmith-execution").count() == 0
        assert "notify_all" in repository.answer.read_text("utf-8")
        page.locator(".sidebar-tree .live-done").wait_for()
        assert page.violations() == []

        # And so it stays, here and at the terminal.
        page.reload()
        said(page, "This answer has passed.")
        assert "notify_all" in page.inner_text(".live-view")
        page.locator(".sidebar-tree .live-done").wait_for()
        assert page.complaints == []
    assert f"{EXERCISE} started passed" in repository.progress
    assert "It passes." in repository.locksmith("check", EXERCISE)
    assert "done  wake_enough" in repository.locksmith("list")
    # And back: what the terminal begins anew, the page begins anew.
    repository.locksmith("reset", EXERCISE)
    with open_exercise(reader) as page:
        page.locator(".live-view", has_text="notify_one").wait_for()
        assert page.locator(".sidebar-tree .live-done").count() == 0


def test_all_errors_lead_to_their_lines(reader: Reader) -> None:
    with open_exercise(reader) as page:
        edit(page).press("Control+Home")
        page.keyboard.type("oops\n")
        page.keyboard.press("Control+Enter")
        said(page, "It does not compile.")
        errors = page.locator(".live-places > li")
        assert [each.splitlines()[0] for each in errors.all_inner_texts()] == [
            "line 3: error: 'oops' does not name a type",
            "line 8: error: expected ';' before '}'",
            "line 11: error: static assertion failed "
            "(in /usr/include/c++/12/atomic, line 196)",
        ]
        assert page.violations() == []
        errors.nth(1).get_by_role("button").click()
        page.keyboard.insert_text("!")
        assert "!" in lines_of(page)[7]
