# SPDX-License-Identifier: MIT
"""make.py: pages from the manifest, and no half-built book."""

import subprocess
import sys
from pathlib import Path

import pytest
from repository import Repository

import make
from extensions.manifest import BookError, Manifest


def test_pages_and_their_sources(repository: Repository) -> None:
    pages = make.sources(Manifest(repository.manifest()))
    assert pages["index.md"].parent == make.BOOK
    assert pages["semaphore.md"].name == "chapter.md"
    assert pages["exercises/semaphore/timed.md"].name == "task.md"
    assert pages["solutions/semaphore/timed.md"].name == "why.md"


def test_missing_source(repository: Repository) -> None:
    (repository.root / "chapters/semaphore/chapter.md").unlink()
    with pytest.raises(BookError, match=r"chapters/semaphore/chapter\.md: missing"):
        make.sources(Manifest(repository.manifest()))


def test_staging_leaves_nothing_behind(tmp_path: Path) -> None:
    text = tmp_path / "text.md"
    text.write_text("# Text\n")
    make.stage({"old.md": text}, ["lock"], tmp_path / "staged")
    make.stage({"a/new.md": text}, [], tmp_path / "staged")
    assert [p.name for p in (tmp_path / "staged").rglob("*.md")] == ["new.md"]


def test_a_failed_build_keeps_the_last_good_one(repository: Repository) -> None:
    manifest = repository.manifest()
    good = manifest.parent / "book" / "html" / "index.html"
    good.parent.mkdir(parents=True)
    good.write_text("good")
    repository.chapter("```cpp\nint a;\n```")
    command = [sys.executable, str(make.BOOK / "make.py"), str(manifest), "html"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "chapters/semaphore/chapter.md:15: ERROR: raw C++" in done.stderr
    assert "the last good one is kept" in done.stderr
    assert good.read_text() == "good"
    assert not (manifest.parent / "book" / "html.new").exists()


def test_no_manifest(tmp_path: Path) -> None:
    command = [sys.executable, str(make.BOOK / "make.py"), str(tmp_path / "x"), "html"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.endswith("no manifest; run CMake first\n")
    assert "Traceback" not in done.stderr


def test_missing_packages_are_named(repository: Repository) -> None:
    manifest = repository.manifest()
    command = [sys.executable, "-S", str(make.BOOK / "make.py"), str(manifest), "html"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "the Python package yaml is missing; run " in done.stderr
    assert "Traceback" not in done.stderr
