# SPDX-License-Identifier: MIT
"""The links to Compiler Explorer in the built pages, and the headers to download."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from repository import BOOK

from extensions.regions import untagged

ROOT = BOOK.parent
PATH, FRAGMENT = 8_000, 128_000
LINK = re.compile(r'<a class="explorer" href="(https:[^"]*)"')
LEFT_OUT = ("#pragma once", "// SPDX-License-Identifier", "#include")
SETTINGS = json.loads((BOOK / "compiler_explorer.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def opened(site: Path, build_folder: Path) -> dict[str, dict[str, Any]]:
    """What opens from the pages that lead on, by the files' names."""
    reader = build_folder / "tools/book_links/read_links"
    folder = site / "explorer"
    if not reader.is_file() or not folder.is_dir():
        pytest.skip("the client for Compiler Explorer is not installed; the links")
    urls: dict[str, str] = {}
    for page in sorted(folder.rglob("*.html")):
        name = page.relative_to(folder).as_posix().removesuffix(".html")
        text = page.read_text("utf-8")
        urls[name] = unescape(LINK.findall(text)[0])
        assert f'content="0; url={LINK.findall(text)[0]}"' in text
    done = subprocess.run(
        [reader],
        input="".join(f"{url}\n" for url in urls.values()),
        capture_output=True,
        text=True,
        check=True,
    )
    states = [json.loads(line) for line in done.stdout.splitlines()]
    return {
        name: state | {"url": url}
        for (name, url), state in zip(urls.items(), states, strict=True)
    }


def test_every_listing_that_stands_alone_has_one(site: Path) -> None:
    text = (site / "semaphore.html").read_text("utf-8")
    figures = re.findall(r'<figure class="listing.*?</figure>', text, re.S)
    assert len(figures) > 20
    for figure in figures:
        target = re.search(r'<a class="explorer" href="(explorer/[^"]*)"', figure)
        assert target and (site / target[1]).is_file()
        assert "leaves this site" in figure


def test_links_keep_within_what_networks_take(opened: dict[str, Any]) -> None:
    for name, state in opened.items():
        url = state["url"]
        assert url.startswith(f"{SETTINGS['server']}/"), name
        path, _, fragment = url.partition("#")
        assert len(path) <= PATH and len(fragment) <= FRAGMENT, name


def test_what_opens_is_the_file(opened: dict[str, Any], build_folder: Path) -> None:
    assert "chapters/semaphore/locksmith/semaphore.hpp" in opened
    for name, state in opened.items():
        assert state["language"] == "c++" and state["compiler"] == SETTINGS["compiler"]
        assert state["options"] == SETTINGS["options"]
        source = state["source"]
        for line in own_lines(ROOT / name):
            assert line in source.splitlines(), f"{name}: {line}"
        if Path(name).parent.name == "locksmith":
            single = build_folder / "single_headers" / Path(name).name
            text = single.read_text("utf-8").replace("#pragma once\n", "", 1)
            assert source.startswith(text), name
        assert state["runs"] == ("int main() {" in source), name


def own_lines(path: Path) -> list[str]:
    lines = untagged(path.read_text("utf-8").splitlines())
    return [line for line in lines if not line.startswith(LEFT_OUT)]


def test_the_files_own_pages_have_the_same_link(
    site: Path, opened: dict[str, Any]
) -> None:
    for name, state in opened.items():
        text = (site / f"code/{name}.html").read_text("utf-8")
        assert unescape(LINK.findall(text)[0]) == state["url"], name


def test_all_of_it_compiles(opened: dict[str, Any], tmp_path: Path) -> None:
    compiler = shutil.which("g++")
    if compiler is None:
        pytest.skip("g++ is not installed; the linked code was not compiled")
    for name, state in opened.items():
        source = tmp_path / "example.cpp"
        source.write_text(state["source"], "utf-8")
        command = [compiler, *state["options"].split(), "-Wall", "-Wextra", "-Werror"]
        end = ["-o", str(tmp_path / "a.out")] if state["runs"] else ["-fsyntax-only"]
        done = subprocess.run(
            [*command, str(source), *end], capture_output=True, text=True
        )
        assert done.returncode == 0, f"{name}: {done.stderr}"


def test_the_epub_has_none(build_folder: Path) -> None:
    for page in (build_folder / "book" / "epub").rglob("*.xhtml"):
        assert "explorer" not in page.read_text("utf-8"), page.name


def test_the_reference_offers_each_header(site: Path, build_folder: Path) -> None:
    singles = build_folder / "single_headers"
    if not (singles / "SHA256SUMS").is_file():
        pytest.skip("the tool that folds headers is not installed; the downloads")
    pages = (site / "reference").glob("*.html")
    text = "".join(page.read_text("utf-8") for page in pages)
    names = re.findall(r'href="../single_headers/([\w.]+)"', text)
    listed = (singles / "SHA256SUMS").read_text("utf-8").splitlines()
    assert {"semaphore.hpp", "parker.hpp", "futex.hpp"} <= set(names)
    for line in listed:
        number, name = line.split()
        file = (site / "single_headers" / name).read_bytes()
        assert file == (singles / name).read_bytes(), name
        assert hashlib.sha256(file).hexdigest() == number, name
        assert name not in names or number in text, name
    sums = site / "single_headers" / "SHA256SUMS"
    assert sums.read_bytes() == (singles / "SHA256SUMS").read_bytes()
