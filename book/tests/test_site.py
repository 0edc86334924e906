# SPDX-License-Identifier: MIT
"""The built site as files: its size, its links, and nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

# A chapter has a dozen executions in it, as tables that need no script.
LIMIT = 450_000
LOADS = {"script": "src", "link": "href", "img": "src", "iframe": "src", "use": "href"}


class Page(HTMLParser):
    """What a page loads, where it leads, and the names it has inside."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        relation = given.get("rel")
        if tag == "link" and relation not in ("stylesheet", "shortcut icon"):
            return
        if tag in LOADS and given.get(LOADS[tag]):
            self.loads.append(str(given[LOADS[tag]]))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(site.rglob("*.html"))}


def target(site: Path, page: Path, link: str) -> Path:
    path = unquote(urlsplit(link).path)
    return (site / path[1:]) if path.startswith("/") else (page.parent / path).resolve()


def test_every_expected_page_is_there(site: Path) -> None:
    names = (
        "index preface setting-up checker glossary bibliography reference colophon "
        "404 search"
    )
    for name in names.split():
        assert (site / f"{name}.html").is_file(), name


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        for load in page.loads:
            assert not urlsplit(load).netloc, f"{path.name} loads {load}"
    for css in site.rglob("*.css"):
        text = css.read_text("utf-8")
        assert not re.search(r"url\([\"']?(https?:)?//", text), css.name
        assert "@import" not in text, css.name


def test_what_is_loaded_is_there(site: Path, pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        for load in page.loads:
            if not load.startswith(("#", "data:")):
                assert target(site, path, load).is_file(), f"{path.name}: {load}"


def test_pages_are_small(site: Path, pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        files = {target(site, path, load) for load in page.loads if load[0] != "#"}
        size = path.stat().st_size + sum(f.stat().st_size for f in files)
        assert size <= LIMIT, f"{path.relative_to(site)}: {size} bytes with its files"


def test_links_lead_somewhere(site: Path, pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                assert parts.scheme == "https", f"{path.name}: {link}"
                continue
            file = target(site, path, link) if parts.path else path
            assert file.is_file(), f"{path.relative_to(site)}: {link}"
            if parts.fragment and file in pages:
                names = pages[file].ids
                assert unquote(parts.fragment) in names, f"{path.name}: {link}"


def test_ids_are_unique(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        doubled = {name for name in page.ids if page.ids.count(name) > 1}
        assert not doubled, f"{path.name}: {doubled}"


def test_licences_are_named_on_every_page(pages: dict[Path, Page]) -> None:
    for path in pages:
        text = path.read_text("utf-8")
        assert "CC BY 4.0" in text and "MIT" in text, path.name


def test_no_path_of_the_machine_is_shown(site: Path, build_folder: Path) -> None:
    for path in site.rglob("*.html"):
        assert str(build_folder) not in path.read_text("utf-8"), path.name


def test_reference_holds_the_headers(site: Path) -> None:
    contents = (site / "reference.html").read_text("utf-8")
    for page, name in (
        ("semaphore", "counting_semaphore"),
        ("semaphore", "parker"),
        ("foundation", "futex_wait"),
    ):
        text = (site / "reference" / f"{page}.html").read_text("utf-8")
        assert f">{name}<" in text and f">{name}<" in contents, name
        assert "detail" not in text


def test_sources_are_listed_and_linked(site: Path) -> None:
    text = (site / "bibliography.html").read_text("utf-8")
    assert 'class="sources' in text
    assert 'href="https://doi.org/10.1145/363095.363143"' in text
    assert "LLVM 46357" in text
