# SPDX-License-Identifier: MIT
"""Keeps raw C++ out of the prose: code comes from files that are compiled.

The one exception is `fragment`, a single line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from .manifest import BookError
from .places import BookDirective

logger = logging.getLogger(__name__)
FENCE = re.compile(r"^[\s>*-]*(`{3,}|~{3,}|:{3,})\s*(.*?)\s*$")
CPP = re.compile(
    r"^(\{(code|code-block|sourcecode|code-cell)\}\s*)?"
    r"(c\+\+|cpp|cxx|cc|c|hpp|hxx|hh|h)(?![\w+-])",
    re.I,
)
INCLUDE = re.compile(r"^\{(literalinclude|eval-rst|include)\}")


class Fragment(BookDirective):
    has_content = True

    def make(self) -> list[nodes.Node]:
        if len(self.content) != 1:
            raise BookError(
                "a fragment is one line; put more than one into a file and "
                "show it by the listing directive"
            )
        code = self.content[0]
        block = nodes.literal_block(code, code, language="c++")
        block["classes"].append("fragment")
        block["label"] = "Fragment"
        self.set_source_info(block)
        return [block]


def raw_code(text: str) -> Iterator[tuple[int, str]]:
    """The line and the fault of each fence that holds raw code."""
    opened: list[tuple[str, bool]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        match = FENCE.match(line)
        if not match:
            continue
        fence, info = match[1], match[2]
        outer, verbatim = opened[-1] if opened else ("", False)
        if not info and outer and fence[0] == outer[0] and len(fence) >= len(outer):
            opened.pop()
            continue
        if verbatim:
            continue
        opened.append((fence, not info.startswith("{")))
        if CPP.match(info):
            yield number, "raw C++"
        elif INCLUDE.match(info):
            yield number, "an include"
        elif not info:
            yield number, "code of no named language"


MENDS = {
    "raw C++": "put it into a tested file and show it by the listing "
    "directive, or mark a single line as a fragment",
    "an include": "use the listing or output directive",
    "code of no named language": "name it: console or text; C++ is shown by "
    "the listing directive",
}


def check(app: Sphinx, docname: str, source: list[str]) -> None:
    for line, fault in raw_code(source[0]):
        logger.error(
            f"{fault} in the prose; {MENDS[fault]}",
            location=f"{app.env.doc2path(docname)}:{line}",
        )


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("fragment", Fragment)
    app.connect("source-read", check, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
