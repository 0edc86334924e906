# SPDX-License-Identifier: MIT
"""`execution NAME`: an execution in which a wrong version breaks.

The checker found it in this build; in a build without it the body of the
directive stands there instead. {executions}`NAME` says how many it took, and
{step}`NAME: words` names the first step in which the words occur.
"""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from .lines import OURS, page_of, text_of
from .manifest import BookError, Manifest
from .memory import named
from .places import BookDirective, manifest_of
from .folding import arranged
from .source_page import source_page
from .steps_table import StepsTable
from .trace import Execution, Step, failed, find, read

logger = logging.getLogger(__name__)
WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()
ABSENT = (
    "What the checker found stands here in a build that has it: on Linux, on an "
    "x86-64 or AArch64 processor, with g++ or clang++."
)


class execution(nodes.General, nodes.Element):
    """One execution; all is in its attributes."""


class ExecutionDirective(BookDirective):
    required_arguments = 1
    has_content = True
    option_spec = {"caption": directives.unchanged_required}

    def make(self) -> list[nodes.Node]:
        name = self.arguments[0]
        found = load(self.env, self.manifest, name)
        if found is None:
            return self.parse_content_to_nodes() or absent()
        node = execution("", trace=found, name=identity(name))
        node["caption"] = self.options.get("caption", "")
        self.set_source_info(node)
        return [node]


def identity(name: str) -> str:
    return f"execution-{name.replace('/', '-').replace('_', '-')}"


def absent() -> list[nodes.Node]:
    return [nodes.paragraph("", ABSENT, classes=["absent"])]


def load(env: BuildEnvironment, manifest: Manifest, name: str) -> Execution | None:
    """The execution of this name; none if this build has no checker."""
    path = find(manifest, env.docname, name)
    if path is None:
        return None
    env.note_dependency(str(path))
    return prepared(env, manifest, failed(read(path), path.name))


def prepared(env: BuildEnvironment, manifest: Manifest, found: Execution) -> Execution:
    """As a page shows it: in order, with names; its files get pages."""
    files = {place.file for step in found.steps for place in step.places}
    for file in sorted(files):
        path = manifest.root / file
        if file.startswith(OURS) and path.is_file():
            source_page(env, path)
    return named(arranged(found), partial(text_of, manifest))


def visit(translator: Any, node: execution) -> None:
    found: Execution = node["trace"]
    name = node["name"]
    manifest = manifest_of(translator.builder.config)
    table = StepsTable(page_of(translator), manifest, found, name).html()
    caption = node["caption"] or "How it breaks"
    body = (
        f'<figure class="execution">\n<figcaption id="{name}-title">'
        f'<span class="caption-text">{escape(caption)}</span> '
        f'<span class="kind">{found.kind}</span></figcaption>\n'
        f'<div class="frame">{table}</div>\n</figure>'
    )
    if translator.builder.name != "epub":
        body = f"<locksmith-execution>{body}</locksmith-execution>"
    translator.body.append(body + "\n")
    raise nodes.SkipNode


def counted(number: int) -> str:
    text = WORDS[number] if number < len(WORDS) else f"{number:,}"
    return f"{text} execution{'' if number == 1 else 's'}"


class Executions(SphinxRole):
    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        try:
            found = load(self.env, manifest_of(self.config), self.text)
        except BookError as problem:
            logger.error(str(problem), location=self.get_location())
            return [], []
        return [nodes.Text(counted(found.needed) if found else "some executions")], []


class StepRole(SphinxRole):
    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        name, _, words = (part.strip() for part in self.text.partition(":"))
        try:
            found = load(self.env, manifest_of(self.config), name)
            if found is None:
                return [nodes.Text("the step")], []
            number = step_with(found, words, self.text)
        except BookError as problem:
            logger.error(str(problem), location=self.get_location())
            return [], []
        link = nodes.reference(
            "", f"step {number}", internal=True, refuri=f"#{identity(name)}-{number}"
        )
        return [link], []


def step_with(found: Execution, words: str, shown: str) -> int:
    """The number of the first step in which all the words occur; the next such
    step, if the last of them is `again`."""
    wanted, again = set(words.split()), words.split()[-1:] == ["again"]
    fitting = [
        number
        for number, step in enumerate(found.steps, start=1)
        if wanted - {"again"} <= set(said(found, step).split())
    ]
    if len(fitting) <= again:
        raise BookError(f"step '{shown}': no step has all of these words")
    return fitting[again]


def said(found: Execution, step: Step) -> str:
    thread = found.threads[step.thread].replace(" ", "-")
    stale = "" if step.newer is None else "older"
    blocked = "never" if step.blocked else ""
    return (
        f"{thread} {step.operation} {step.location} {step.value} "
        f"{step.order} {stale} {blocked}"
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(execution, html=(visit, None))
    app.add_directive("execution", ExecutionDirective)
    app.add_role("executions", Executions())
    app.add_role("step", StepRole())
    return {"parallel_read_safe": True, "parallel_write_safe": True}
