# SPDX-License-Identifier: MIT
"""What the checker's order audit wrote of a header, and who pairs with whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .manifest import BookError
from .trace import Execution, Place, Step, execution_of, function_name, member, strange

ORDER = re.compile(r"memory_order_(acquire|release|acq_rel|seq_cst|consume)\b")
PAIRS = re.compile(r"pairs with (.+?)(?:[.;:]|$)", re.I)
RELEASES = ("release", "acq_rel", "seq_cst")
ACQUIRES = ("acquire", "consume", "acq_rel", "seq_cst")


@dataclass
class Site:
    """An order that is stronger than relaxed, and how its absence breaks."""

    place: Place
    function: str
    operation: str
    order: str
    weaker: str
    broken: Execution
    token: int = 0  # the line on which the order is written

    @property
    def without(self) -> str:
        return "without it" if self.weaker == "dropped" else f"with {self.weaker} there"


def sites_of(data: Any, file: str, shown: str) -> list[Site]:
    """The sites in this file, in its order; each must be needed."""
    if not member(data, "ok", shown):
        raise BookError(f"{shown}: the header fails as it is written")
    try:
        found = [
            site_of(raw, shown)
            for raw in data["sites"]
            if raw["place"]["file"] == file and raw["weaker"]
        ]
    except (KeyError, TypeError, IndexError):
        raise strange(shown) from None
    return found


def site_of(raw: dict[str, Any], shown: str) -> Site:
    place = Place(raw["place"]["file"], raw["place"]["line"])
    for weaker in raw["weaker"]:
        if not weaker["needed"]:
            raise BookError(
                f"{place.file}:{place.line}: {raw['order']} is not needed; "
                f"{weaker['order']} would do. Weaken it, or add what needs it"
            )
    last = raw["weaker"][-1]
    return Site(
        place,
        function_name(raw["place"]["function"]),
        raw["operation"],
        raw["order"].partition("/")[0],
        last["order"].partition("/")[0],
        execution_of(last["failure"], shown),
    )


def located(sites: list[Site], text: str, shown: str) -> list[Site]:
    """Finds the line of each site's order; no order in the text may be left."""
    orders = [
        (number, match[1])
        for number, line in enumerate(text.splitlines(), start=1)
        for match in ORDER.finditer(line.partition("//")[0])
    ]
    for site in sites:
        for entry in orders:
            if entry[1] == site.order and 0 <= entry[0] - site.place.line <= 4:
                site.token = entry[0]
                orders.remove(entry)
                break
    for number, order in orders:
        raise BookError(
            f"{shown}:{number}: no body that is audited reaches this {order}; "
            "add one to the test of the header's orders"
        )
    return sites


def partners(site: Site) -> list[Step]:
    """In the failing execution: who read the site's store, or wrote what it read."""
    steps = site.broken.steps
    found: dict[Place, Step] = {}
    for step in steps:
        source = steps[step.source] if step.source is not None else None
        if source is None or source.place is None or step.place is None:
            continue
        if step.place == site.place and source.order in RELEASES:
            found.setdefault(source.place, source)
        elif source.place == site.place and step.order in ACQUIRES:
            found.setdefault(step.place, step)
    return [step for place, step in found.items() if place != site.place]


def comment(text: str, line: int) -> str:
    """What the nearest comment above the line says that the order pairs with."""
    above = text.splitlines()[max(0, line - 8) : line - 1]
    words = " ".join(
        each.strip().lstrip("/").strip() for each in above if "//" in each.strip()[:3]
    )
    found = PAIRS.findall(words)
    return found[-1] if found else ""
