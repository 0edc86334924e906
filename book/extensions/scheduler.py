# SPDX-License-Identifier: MIT
"""`schedule NAME`: a small program whose threads the reader runs, step by step.

The page knows every execution, from `all_of` in the model program of this build.
Without a script there is the execution in which the program breaks.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from .choice_tree import tree_of
from .choices import Way, ways_of
from .execution import absent, execution, identity, prepared
from .lines import page_of, shown_place, text_of
from .manifest import BookError
from .memory import named
from .places import BookDirective, manifest_of
from .steps_table import StepsTable
from .trace import Step, find, read

LIMIT = 60_000
PLAY = "Here you can choose which thread goes on, step by step, if scripts are on."
ELSEWHERE = "On the website you can choose which thread goes on, step by step."


class schedule(nodes.General, nodes.Element):
    """A program to be scheduled; all is in its attributes."""


class ScheduleDirective(BookDirective):
    required_arguments = 1
    has_content = True
    option_spec = {
        "caption": directives.unchanged_required,
        "goal": directives.unchanged_required,
        "newest": directives.flag,
    }

    def make(self) -> list[nodes.Node]:
        name = self.arguments[0]
        page, _, rest = name.rpartition("/")
        whole = f"{page}/all/{rest}" if page else f"all/{name}"
        path = find(self.manifest, self.env.docname, whole)
        if path is None:
            return self.parse_content_to_nodes() or absent()
        if "goal" not in self.options:
            raise BookError(f"schedule '{name}': say what to try, in :goal:")
        self.env.note_dependency(str(path))
        ways = ways_of(read(path), path.name)
        if "newest" in self.options:
            ways = [way for way in ways if not way.old]
        failing = [way for way in ways if way.failed]
        if not failing:
            raise BookError(f"schedule '{name}': no execution fails; nothing to try")
        if len(tree_of(ways, lambda step: ("", "")).encode()) > LIMIT:
            raise BookError(
                f"schedule '{name}': {len(ways)} executions are too many for a page; "
                "choose a smaller program"
            )
        shortest = min(failing, key=lambda way: len(way.moves))
        node = schedule("", ways=[named_way(self, way) for way in ways], name=name)
        node["trace"] = prepared(self.env, self.manifest, shortest.execution)
        node["traces"] = [way.execution for way in ways]
        node["caption"] = self.options.get("caption", "Schedule it yourself")
        node["goal"] = self.options["goal"]
        self.set_source_info(node)
        return [node]


def named_way(directive: BookDirective, way: Way) -> Way:
    """The same, the objects under the names that the code gives them."""
    found = named(way.execution, partial(text_of, directive.manifest)).names

    def step(old: Step) -> Step:
        return replace(old, location=found.get(old.location, old.location))

    moves = [replace(m, steps=[step(s) for s in m.steps]) for m in way.moves]
    return replace(way, moves=moves)


def visit(translator: Any, node: schedule) -> None:
    name = node["name"]
    here = f"schedule-{identity(name).removeprefix('execution-')}"
    title = f'<span class="caption-text">{escape(node["caption"])}</span>'
    goal = f'<p class="goal">{escape(node["goal"])}</p>'
    epub = translator.builder.name == "epub"
    body = (
        f'<figure class="execution schedule" id="{here}">\n'
        f'<figcaption id="{here}-title">{title} '
        f'<span class="kind">{node["trace"].kind}</span></figcaption>\n{goal}\n'
        f'<div class="without"><p>{ELSEWHERE if epub else PLAY}</p>\n'
        f"{breaking(translator, node, name, here)}</div>\n"
    )
    if epub:
        translator.body.append(f"{body}</figure>\n")
    else:
        translator.body.append(
            f"<locksmith-schedule>{body}"
            f'<script type="application/json">{script(translator, node)}</script>\n'
            "</figure></locksmith-schedule>\n"
        )
    raise nodes.SkipNode


def breaking(translator: Any, node: schedule, name: str, here: str) -> str:
    """The execution that breaks, or a link if the page shows it anyway."""
    for other in translator.document.findall(execution):
        if other["name"] == identity(name):
            target = f"#{other['name']}-title"
            return f'<p><a href="{target}">The execution in which it breaks.</a></p>'
    manifest = manifest_of(translator.builder.config)
    table = StepsTable(page_of(translator), manifest, node["trace"], here).html()
    return f'<div class="frame">{table}</div>'


def script(translator: Any, node: schedule) -> str:
    manifest = manifest_of(translator.builder.config)
    page = page_of(translator)

    def line(step: Step) -> tuple[str, str]:
        place = shown_place(step.places)
        if place is None:
            return "", ""
        target = page.target(place)
        anchor = target[1:] if target.startswith("#") else ""
        return text_of(manifest, place), anchor

    return tree_of(node["ways"], line).replace("<", "\\u003c")


def scripts(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """What such a page needs besides what all have."""
    if app.builder.name != "epub" and doctree and any(doctree.findall(schedule)):
        app.add_js_file("schedule.js", defer="defer")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-page-context", scripts)
    app.add_node(schedule, html=(visit, None))
    app.add_directive("schedule", ScheduleDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
