# SPDX-License-Identifier: MIT
"""`output FILE`: what a program printed when the build ran it.

The file is looked for beside the document, then in the build's folder.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from .manifest import BookError
from .places import BookDirective


class Output(BookDirective):
    required_arguments = 1
    option_spec = {"command": directives.unchanged_required}

    def make(self) -> list[nodes.Node]:
        path = self.find(self.arguments[0], self.manifest.path.parent)
        text = path.read_text("utf-8").rstrip("\n")
        if not text:
            raise BookError(f"output '{path.name}' is empty; run the program again")
        if "command" in self.options:
            text = f"$ {self.options['command']}\n{text}"
        block = nodes.literal_block(text, text, language="text")
        block["label"] = "Output"
        block["classes"].append("output")
        self.set_source_info(block)
        return [block]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("output", Output)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
