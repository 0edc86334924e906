# SPDX-License-Identifier: MIT
"""The colours of code, without the rules that change nothing: every page loads
them."""

from __future__ import annotations

import re
from pathlib import Path

from pygments.token import Token
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from .syntax import Dark, Light

COMMENT = re.compile(r"\s*/\*.*?\*/", re.S)
RULE = re.compile(r"^.*\.highlight \.(\w+) \{ (.*?) \}$", re.M)


def slim(css: str, inks: set[str]) -> str:
    """Without comments, and without classes that have the ink of the text by day
    and by night."""
    css = COMMENT.sub("", css)
    plain = {f"color: {ink}".lower() for ink in inks}
    coloured = {n for n, rule in RULE.findall(css) if rule.lower() not in plain}

    def kept(match: re.Match[str]) -> str:
        return match[0] if match[1] in coloured else ""

    return re.sub(r"\n{2,}", "\n", RULE.sub(kept, css))


def finish(app: Sphinx, problem: Exception | None) -> None:
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name == "epub":
        return
    path = Path(app.outdir) / "_static" / "pygments.css"
    if problem is None and path.is_file():
        inks = {ink_of(style) for style in (Light, Dark)}
        path.write_text(slim(path.read_text("utf-8"), inks), "utf-8")


def ink_of(style: type[Light] | type[Dark]) -> str:
    return f"#{style.style_for_token(Token)['color']}"


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("build-finished", finish, priority=900)  # the theme writes it
    return {"parallel_read_safe": True, "parallel_write_safe": True}
