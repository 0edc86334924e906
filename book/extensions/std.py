# SPDX-License-Identifier: MIT
"""Roles for the standard library: {std}`atomic::wait`, {standard}`thread.sema`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

logger = logging.getLogger(__name__)
TABLE = Path(__file__).parents[1] / "std.tsv"
CPPREFERENCE = "https://en.cppreference.com/w/"
DRAFT = "https://eel.is/c++draft/"
STABLE_NAME = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")


def names() -> dict[str, str]:
    """The table: a name without `std::`, and its page on cppreference."""
    lines = TABLE.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    return {name: page for name, page in rows}


class Std(SphinxRole):
    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        name = self.text.removeprefix("std::")
        code = nodes.literal(self.rawtext, f"std::{name}")
        page = names().get(name)
        if page is None:
            logger.error(
                f"std::{name} is not in book/std.tsv; add a line "
                f"'{name}<tab>cpp/...' with its page on cppreference",
                location=self.get_location(),
            )
            return [code], []
        link = nodes.reference("", "", code, refuri=CPPREFERENCE + page)
        return [link], []


class Standard(SphinxRole):
    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        if not STABLE_NAME.fullmatch(self.text):
            logger.error(
                f"'{self.text}' is no stable name of the standard; "
                "write one like thread.sema.cnt",
                location=self.get_location(),
            )
            return [nodes.Text(f"[{self.text}]")], []
        link = nodes.reference("", f"[{self.text}]", refuri=DRAFT + self.text)
        return [link], []


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_role("std", Std())
    app.add_role("standard", Standard())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
