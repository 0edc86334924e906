# SPDX-License-Identifier: MIT
"""What a reader does in an exercise's page."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from browser import Page, Reader
from conftest import EXERCISE

PAGE = f"exercises/{EXERCISE}.html"
EDITOR = ".live-panel .cm-content, .live-panel textarea"


def open_exercise(
    reader: Reader, width: int = 1440, theme: str = "light"
) -> AbstractContextManager[Page]:
    return reader.open(PAGE, width, theme)


def said(page: Page, words: str) -> Any:
    line = page.locator(".live-panel .live-said", has_text=words)
    line.wait_for(timeout=20_000)
    return line


def press(page: Page, label: str) -> None:
    page.locator(".live-bar").get_by_role("button", name=label).click()


def edit(page: Page) -> Any:
    """The editor, with the focus in it."""
    press(page, "Edit")
    said(page, "Ctrl-Enter checks it.")
    return page.locator(EDITOR).first


def lines_of(page: Page) -> list[str]:
    area = page.locator(EDITOR).first
    if area.evaluate("e => e.tagName") == "TEXTAREA":
        return str(area.input_value()).splitlines()
    return [str(line) for line in area.locator(".cm-line").all_inner_texts()]


def mend(page: Page) -> None:
    """With the editor's own search, or in the text area's value."""
    area = page.locator(EDITOR).first
    if area.evaluate("e => e.tagName") == "TEXTAREA":
        area.fill(area.input_value().replace("notify_one", "notify_all"))
        return
    area.press("Control+f")
    page.locator(".cm-search input[name=search]").fill("notify_one")
    page.locator(".cm-search input[name=replace]").fill("notify_all")
    page.locator(".cm-search button[name=replaceAll]").click()
    page.keyboard.press("Escape")
