# SPDX-License-Identifier: MIT
"""An execution as a table: threads are columns, and a step is a row.

It needs no script. What the player needs is in the rows' data: the step whose
store was read (`data-from`), the anchor of the line (`data-line`), and what
changes in memory (`data-state`); what is gone has no value.
"""

from __future__ import annotations

import re
from html import escape

from .lines import Page, shown_place, text_of
from .manifest import Manifest
from .memory import sleepers, states
from .trace import Execution, Place, Step

PLACE = re.compile(r"([\w.-]+\.[hc]pp):(\d+)")
# Where a long line of code may be broken.
BREAK = re.compile(r"(\(|\.(?=\w)|-&gt;)")
TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}


def told(step: Step) -> str:
    """What a step does, in words."""
    name, value = step.location, step.value.replace("->", "→")
    words = {
        "wait": f"go to sleep on {name}",
        "wake up": "never woken" if step.blocked else "wake up",
        "wake": f"wake sleepers on {name}",
        "futex compare": f"the kernel compares {name}" + (value and f": {value}"),
        "late by now": "see on the clock that it is late",
        "time is up": "the time is up",
        "spurious wake-up": "wake up for nothing",
        "free": "free the object",
        "allocate": "make the object",
    }
    text = words.get(step.operation)
    if text is None:
        sign = {"store": " = ", "load": " → "}.get(step.operation, ": ")
        text = f"{step.operation} {name}".rstrip()
        text += f"{sign}{value}" if value else ""
    return text + (f" ({step.order})" if step.order else "")


def changed(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    gone = {name: "" for name in old if name not in new}
    return gone | {n: value for n, value in new.items() if old.get(n) != value}


class StepsTable:
    """Writes one execution; the ids in it begin with `name`."""

    def __init__(
        self,
        page: Page,
        manifest: Manifest,
        execution: Execution,
        name: str,
        weakened: Place | None = None,
    ) -> None:
        self.page = page
        self.manifest = manifest
        self.execution = execution
        self.name = name
        self.weakened = weakened

    def html(self) -> str:
        heads = "".join(
            f'<th scope="col" class="at-{index % 4}">{escape(thread)}</th>'
            for index, thread in enumerate(self.execution.threads)
        )
        rows = []
        old: dict[str, str] = {}
        for index, state in enumerate(states(self.execution)):
            rows.append(self.row(index, changed(old, state)))
            old = state
        width = len(self.execution.threads)
        verdict = self.linked(self.execution.sentence)
        return (
            f'<table class="steps" aria-labelledby="{self.name}-title">\n'
            f'<thead><tr><th scope="col">step</th>{heads}</tr></thead>\n'
            f"<tbody>\n{''.join(rows)}"
            f'<tr class="verdict" id="{self.name}-end"><th scope="row">'
            f'<span aria-label="the end">✗</span></th>'
            f'<td colspan="{width}">{verdict}</td></tr>\n'
            f"</tbody></table>\n{self.notes()}"
        )

    def row(self, index: int, state: dict[str, str]) -> str:
        step = self.execution.steps[index]
        data = f' id="{self.name}-{index + 1}"'
        if not self.page.epub:
            data += self.data(step, state)
        cells = ["<td></td>"] * len(self.execution.threads)
        cells[step.thread] = self.cell(index, step)
        classes = ' class="culprit"' if step.culprit else ""
        return (
            f"<tr{classes}{data}><th>{index + 1}</th>"
            f"{''.join(cells)}</tr>\n"
        )

    def data(self, step: Step, state: dict[str, str]) -> str:
        data = ""
        if step.source is not None and step.value:
            data += f' data-from="{step.source + 1}"'
        place = shown_place(step.places)
        target = self.page.target(place) if place else ""
        if target.startswith("#"):
            data += f' data-line="{escape(target[1:])}"'
        if state:
            text = "|".join(f"{name}={value}" for name, value in state.items())
            data += f' data-state="{escape(text)}"'
        return data

    def cell(self, index: int, step: Step) -> str:
        thread = self.execution.threads[step.thread]
        parts = [f'<span class="operation">{escape(told(step))}</span>']
        if step.times > 1:
            parts.append(f"{TIMES.get(step.times, f'{step.times} times')}")
        parts += self.remarks(index, step)
        line = self.line(index, step)
        return (
            f'<td class="at-{step.thread % 4}" data-thread="{escape(thread)}">'
            f"{' '.join(parts)}{line}</td>"
        )

    def remarks(self, index: int, step: Step) -> list[str]:
        """What was read, and what it means that somebody was woken."""
        found = []
        if step.order and step.place == self.weakened:
            found.append("weakened")
        if step.source is not None and step.value:
            found.append(f"from {self.step(step.source)}")
        wakes = step.operation in ("wake", "notify_one", "notify_all")
        if wakes and not sleepers(self.execution, index):
            found.append("nobody sleeps there")
        if step.operation == "wake up" and not step.blocked and step.source is not None:
            found.append(f"by {self.step(step.source)}")
        remarks = [f'<span class="remark">{each}</span>' for each in found]
        if step.newer is not None:
            newer = self.step(step.newer)
            remarks.append(f'<span class="stale">an older value; newer: {newer}</span>')
        return remarks

    def step(self, index: int) -> str:
        return f'<a href="#{self.name}-{index + 1}">step {index + 1}</a>'

    def line(self, index: int, step: Step) -> str:
        """The line of code, unless the thread was there before."""
        place = shown_place(step.places)
        text = text_of(self.manifest, place) if place else ""
        steps = self.execution.steps[:index]
        last = next((s for s in reversed(steps) if s.thread == step.thread), None)
        if not place or not text or (last and shown_place(last.places) == place):
            return ""
        breakable = BREAK.sub(r"\1<wbr/>", escape(text))
        code = f"<code>{breakable}</code>"
        target = self.page.target(place)
        if not target:
            return f'<span class="line">{code}</span>'
        return f'<a class="line" href="{escape(target)}">{code}</a>'

    def linked(self, text: str) -> str:
        """A sentence of the checker, its places made links."""
        known = {
            (place.file.rpartition("/")[2], place.line): place
            for step in self.execution.steps
            for place in step.places
        }

        def link(match: re.Match[str]) -> str:
            place: Place | None = known.get((match[1], int(match[2])))
            target = self.page.target(place) if place else ""
            return f'<a href="{target}">{match[0]}</a>' if target else match[0]

        return PLACE.sub(link, escape(text, quote=False))

    def notes(self) -> str:
        if not self.execution.notes:
            return ""
        items = "".join(f"<li>{self.linked(n)}</li>" for n in self.execution.notes)
        return f'<ul class="notes">{items}</ul>\n'
