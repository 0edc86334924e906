#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds the book: stages its sources, runs Sphinx, and puts the result in place.

    make.py MANIFEST html|epub

The result is FOLDER/book/BUILDER, FOLDER being the manifest's. A build that fails
leaves the last good one as it was.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

BOOK = Path(__file__).resolve().parent
sys.path.insert(0, str(BOOK))

try:
    from extensions.manifest import BookError, Manifest
except ModuleNotFoundError as missing:
    sys.exit(
        f"book: the Python package {missing.name} is missing; run "
        f"{sys.executable} -m pip install --require-hashes -r book/requirements.txt"
    )


def sources(manifest: Manifest) -> dict[str, Path]:
    """Each page of the book and the file that holds its text."""
    root = manifest.root
    pages = {"index.md": BOOK / "index.md"}
    pages |= {page.name: page for page in sorted((BOOK / "pages").glob("*.md"))}
    for chapter in manifest.chapters:
        pages[f"{chapter['name']}.md"] = root / chapter["dir"] / "chapter.md"
    for exercise in manifest.exercises:
        name = f"{exercise['chapter']}/{exercise['name']}.md"
        pages[f"exercises/{name}"] = root / exercise["dir"] / "task.md"
        pages[f"solutions/{name}"] = root / exercise["solution"] / "why.md"
    for page, source in pages.items():
        if not source.is_file():
            raise BookError(
                f"{manifest.shown(source)}: missing; the page {page} is made of it"
            )
    return pages


def stage(pages: dict[str, Path], reference: list[str], folder: Path) -> None:
    """Fills the folder with links to the sources and the reference's pages, which
    are empty: the extension writes them."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in reference:
        page = folder / "reference" / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.touch()
    for page, source in pages.items():
        link = folder / page
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(source)


def build(manifest: Manifest, builder: str) -> Path:
    """Builds into a new folder and exchanges it for the old one."""
    folder = manifest.path.parent / "book"
    staged = folder / f"source-{builder}"
    made, old = folder / f"{builder}.new", folder / f"{builder}.old"
    stage(sources(manifest), manifest.reference_pages, staged)
    shutil.rmtree(made, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-c", str(BOOK)]
    command += ["-E", "-W", "--keep-going", "-n", "-q", "-j", "auto", "-t", builder]
    command += ["-d", str(folder / f"doctrees-{builder}"), str(staged), str(made)]
    environment = os.environ | {"LOCKSMITH_MANIFEST": str(manifest.path)}
    done = subprocess.run(command, env=environment)
    if done.returncode != 0:
        shutil.rmtree(made, ignore_errors=True)
        raise BookError("the book has the errors above; the last good one is kept")
    final = folder / builder
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    made.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    return final


def main() -> int:
    parser = argparse.ArgumentParser(description="Builds the book.")
    parser.add_argument("manifest", type=Path)
    parser.add_argument("builder", choices=("html", "epub"))
    arguments = parser.parse_args()
    try:
        final = build(Manifest(arguments.manifest.resolve()), arguments.builder)
    except BookError as problem:
        print(f"book: {problem}", file=sys.stderr)
        return 1
    start = "index.html" if arguments.builder == "html" else "locksmith.epub"
    print(f"book: {final / start}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
