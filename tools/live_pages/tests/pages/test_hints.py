# SPDX-License-Identifier: MIT
"""Hints and the solution: one at a time, one count for page and terminal."""

from __future__ import annotations

from browser import Reader
from conftest import EXERCISE, Repository
from work import edit, mend, open_exercise, press, said

SHOWN = "#hints details:visible"


def test_hints_are_counted_with_the_terminal(
    reader: Reader, repository: Repository
) -> None:
    with open_exercise(reader) as page:
        page.get_by_role("button", name="Hint 1 of 3").wait_for()
        assert page.locator(SHOWN).count() == 0
        assert not page.locator("a[href*='solutions/']").last.is_visible()
        page.get_by_role("button", name="Hint 1 of 3").click()
        page.locator(SHOWN).first.wait_for()
        assert page.locator(SHOWN).count() == 1
        assert "Two threads sleep" in page.locator(SHOWN).inner_text()
        assert page.evaluate("document.activeElement.textContent") == "Hint 1"
        assert f"{EXERCISE} hints 1" in repository.progress
        # The terminal gives the next, and the page knows.
        assert "knows nothing of the count" in repository.locksmith("hint", EXERCISE)
        page.reload()
        page.get_by_role("button", name="Hint 3 of 3").click()
        page.get_by_text("That was the last hint.").wait_for()
        assert page.locator(SHOWN).count() == 3
        assert page.get_by_role("button", name="Hint").count() == 0
        assert page.locator("#hints >> text=knows nothing of the count").count() == 1
        assert page.violations() == []


def test_the_solution_opens_after_success(reader: Reader) -> None:
    with open_exercise(reader) as page:
        edit(page)
        solution = page.get_by_role("button", name="The solution and its reasons")
        assert solution.count() == 0
        mend(page)
        press(page, "Check")
        said(page, "It passes.")
        assert solution.count() == 2
        solution.first.click()
        shown = page.locator(".live-solution")
        shown.wait_for()
        assert "Every token must be announced" in shown.inner_text()
        assert "update > 0; --update" in shown.inner_text()
        assert "The solution of" not in shown.inner_text()
        for link in shown.locator("a[href]").all():
            assert "/exercises/code/" not in link.evaluate("e => e.href")
        assert page.violations() == []
        # Not twice.
        solution.first.click()
        assert page.locator(".live-solution").count() == 1
        assert page.complaints == []


def test_the_solution_is_not_shown_before(reader: Reader) -> None:
    with open_exercise(reader) as page:
        page.locator(".live-view").wait_for()
        status = page.evaluate(
            "fetch(`/api/exercises/${locksmithLive.exercise}/solution`, {headers: "
            "{'X-Locksmith-Token': locksmithLive.token}}).then((a) => a.status)"
        )
        assert status == 403
