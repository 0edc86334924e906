# SPDX-License-Identifier: MIT
"""The lines that executions and order tables of a document lead to."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from .lines import page_of
from .trace import Execution, Place


def wanted_lines(translator: Any) -> dict[Place, str]:
    """Those of the listed lines that still need an anchor, with their anchors."""
    if "locksmith_wanted" not in translator.__dict__:
        here = page_of(translator).lines
        traced = traces(translator.document)
        places = {place for trace in traced for place in places_of(trace)}
        translator.locksmith_wanted = {p: here[p] for p in places if p in here}
    wanted: dict[Place, str] = translator.locksmith_wanted
    return wanted


def traces(document: nodes.document) -> list[Execution]:
    found: list[Execution] = []
    for node in document.findall(nodes.Element):
        if "trace" in node:
            found.append(node["trace"])
        found += node.get("traces", [])
    return found


def marked_orders(translator: Any) -> dict[Place, tuple[str, str]]:
    """The lines with an order that a table of the document has, and its row."""
    if "locksmith_orders" not in translator.__dict__:
        translator.locksmith_orders = {
            place: mark
            for node in translator.document.findall(nodes.Element)
            for place, mark in node.get("marks", {}).items()
        }
    marked: dict[Place, tuple[str, str]] = translator.locksmith_orders
    return marked


def places_of(trace: Execution) -> set[Place]:
    return {place for step in trace.steps for place in step.places}
