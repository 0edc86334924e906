# SPDX-License-Identifier: MIT
"""The EPUB keeps to its standard, by epubcheck."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

PROGRAM = shutil.which("epubcheck")


@pytest.fixture(scope="module")
def epub(build_folder: Path) -> Path:
    if PROGRAM is None:
        pytest.skip("epubcheck is not installed; the EPUB was not looked at")
    path = build_folder / "book" / "epub" / "locksmith.epub"
    assert path.is_file(), f"{path}: build the target book_epub first"
    return path


def test_epubcheck(epub: Path) -> None:
    assert PROGRAM is not None
    command = ["java", "-jar"] if zipfile.is_zipfile(PROGRAM) else []
    done = subprocess.run([*command, PROGRAM, epub], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


def test_every_chapter_is_in_its_contents(epub: Path) -> None:
    with zipfile.ZipFile(epub) as book:
        contents = book.read("nav.xhtml").decode()
    for name in ("semaphore", "preface", "glossary", "reference"):
        assert f"{name}.xhtml" in contents, name


def test_no_scripts_and_no_folded_text(epub: Path) -> None:
    with zipfile.ZipFile(epub) as book:
        pages = [n for n in book.namelist() if n.endswith(".xhtml")]
        for page in pages:
            text = book.read(page).decode()
            assert "<script" not in text and "<details" not in text, page
