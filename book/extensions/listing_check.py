# SPDX-License-Identifier: MIT
"""Every region of a chapter's steps and headers is shown: once, or as it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from .listing import listings_of
from .manifest import BookError
from .places import manifest_of
from .regions import regions

logger = logging.getLogger(__name__)


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Every region of the chapters' files is shown as often as it says."""
    manifest = manifest_of(app.config)
    shown = [s for place in listings_of(env).values() for s in place]
    whole = {s.path for s in shown if s.region is None}
    for path in chapter_files(app):
        name = manifest.shown(path)
        text = path.read_text("utf-8")
        try:
            known = regions(text, name)
        except BookError as problem:
            place, _, message = str(problem).partition(": ")
            logger.error(message, location=place)
            continue
        for region, (line, _) in known.items():
            uses = [s for s in shown if (s.path, s.region) == (str(path), region)]
            first = [s for s in uses if not s.again]
            if not uses and str(path) not in whole:
                logger.error(
                    f"no document shows region [{region}]; show it by "
                    "the listing directive or remove its tags",
                    location=f"{name}:{line + 1}",
                )
            for extra in first[1:]:
                logger.error(
                    f"region [{region}] of {name} is shown a second time; "
                    "add :again: if that is meant",
                    location=extra.place,
                )
            if len(uses) == 1 and not first:
                logger.error(
                    f"region [{region}] of {name} is shown once only; strike :again:",
                    location=uses[0].place,
                )


def chapter_files(app: Sphinx) -> list[Path]:
    manifest = manifest_of(app.config)
    return sorted(
        path
        for chapter in manifest.chapters
        for folder in ("steps", "locksmith")
        for path in (manifest.root / chapter["dir"] / folder).rglob("*.[hc]pp")
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("env-check-consistency", check)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
