# SPDX-License-Identifier: MIT
"""What stands under code: links that lead elsewhere, and assembly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser import Reader

ELSEWHERE = re.compile("^https://godbolt[.]org/")


def test_a_link_to_compiler_explorer_leads_there(reader: Reader, site: Path) -> None:
    if not (site / "explorer").is_dir():
        pytest.skip("the client for Compiler Explorer is not installed; the links")
    with reader.open("semaphore.html") as page:
        page.route(ELSEWHERE, lambda route: route.fulfill(body="elsewhere"))
        link = page.locator("figure.listing .bar a.explorer").first
        assert "leaves this site" in link.inner_text()
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(ELSEWHERE)
        page.go_back()
        page.wait_for_url("**/semaphore.html")


def test_links_are_there_without_scripts(reader: Reader, site: Path) -> None:
    if not (site / "explorer").is_dir():
        pytest.skip("the client for Compiler Explorer is not installed; the links")
    context = reader.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reader.address}/semaphore.html")
    bar = page.locator("figure.listing .bar").first
    assert bar.locator("a.explorer").is_visible()
    assert bar.locator("button").count() == 0
    context.close()


@pytest.mark.parametrize("width", [1440, 360])
def test_assembly_side_by_side(reader: Reader, width: int) -> None:
    context = reader.browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(f"{reader.address}/semaphore.html")
    figure = page.locator("figure.assembly")
    shown = figure.locator("pre:visible")
    assert shown.count() == 4
    first, second = (shown.nth(at).bounding_box() for at in (0, 1))
    assert (first["y"] == second["y"]) == (width > 700)
    figure.locator("summary", has_text="try_acquire").focus()
    page.keyboard.press("Enter")
    assert figure.locator("pre:visible").count() == 8
    assert (
        "casa"
        in figure.locator("pre[aria-label='try_acquire on AArch64']").inner_text()
    )
    context.close()
