# SPDX-License-Identifier: MIT
"""Each header as one file to download, as the build folded it, with its checksum."""

from __future__ import annotations

import hashlib
import shutil
from html import escape
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from .manifest import BookError, Manifest
from .places import manifest_of

FOLDER = "single_headers"
SUMS = "SHA256SUMS"


def download_part(manifest: Manifest, name: str, up: str) -> str:
    """A paragraph that offers the header; empty where none was made.

    `up` leads from its page to the site.
    """
    folder = manifest.path.parent / FOLDER
    if not (folder / SUMS).is_file():
        return ""
    number = sums(folder).get(name)
    if number is None:
        return ""
    size = (folder / name).stat().st_size
    return (
        f'<p class="download">To copy: <a href="{up}{FOLDER}/{escape(name)}" download>'
        f"{escape(name)}</a>, one file that stands alone, {max(1, size // 1000)} kB. "
        f'<span class="sum">SHA-256 <code>{number}</code></span></p>\n\n'
    )


def sums(folder: Path) -> dict[str, str]:
    """The checksum of each file that SHA256SUMS names; they must be right."""
    found: dict[str, str] = {}
    for line in (folder / SUMS).read_text("utf-8").splitlines():
        number, _, name = line.partition("  ")
        path = folder / name
        if not name or not path.is_file():
            raise BookError(f"{SUMS}: no file '{name}' beside it; build it again")
        if hashlib.sha256(path.read_bytes()).hexdigest() != number:
            raise BookError(f"{SUMS}: {name} has another checksum; build it again")
        found[name] = number
    return found


def copy(app: Sphinx, problem: Exception | None) -> None:
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name == "epub":
        return
    folder = manifest_of(app.config).path.parent / FOLDER
    if problem is None and (folder / SUMS).is_file():
        target = Path(app.outdir) / FOLDER
        shutil.copytree(folder, target, dirs_exist_ok=True)


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("build-finished", copy)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
