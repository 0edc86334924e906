# SPDX-License-Identifier: MIT
"""The distribution's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
GRAVE = ("serious", "critical")


class Page:
    """A page, with what it asked for and what it complained about."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self._request(request.url))
        page.on("console", lambda message: self._say(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _request(self, url: str) -> None:
        if not url.startswith(("data:", "blob:")):
            self.requests.append(url)

    def _say(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def violations(self) -> list[str]:
        """What axe-core finds serious or worse."""
        self._page.evaluate(AXE.read_text("utf-8"))
        found = self._page.evaluate("axe.run()")["violations"]
        return [
            f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
            for rule in found
            if rule["impact"] in GRAVE
            for node in rule["nodes"]
        ]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)


class Reader:
    """Somebody with a browser who opens pages of the site."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.host = urlsplit(address).netloc

    @contextmanager
    def open(
        self, name: str, width: int = 1440, theme: str = "light"
    ) -> Iterator[Page]:
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=theme,  # type: ignore[arg-type]
            permissions=["clipboard-read", "clipboard-write"],
        )
        page = Page(context.new_page())
        page.goto(name if "://" in name else f"{self.address}/{name}")
        yield page
        context.close()


@contextmanager
def launch(address: str) -> Iterator[Reader]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("Chromium is not installed; the pages were not driven in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield Reader(browser, address)
        browser.close()
