# SPDX-License-Identifier: MIT
"""`chapter-head`: what a chapter builds, assumes, and takes; and `chapters`.

`chapters` is the book's contents: it names the documents in their order, and
draws the table of them from the heads of the chapters.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .manifest import BookError
from .places import BookDirective, manifest_of


class chapter_table(nodes.General, nodes.Element):
    """Stands for the table until every head is read."""


class ChapterHead(BookDirective):
    option_spec = {
        "builds": directives.unchanged_required,
        "assumes": directives.unchanged_required,
        "minutes": directives.positive_int,
    }

    def make(self) -> list[nodes.Node]:
        for option in self.option_spec:
            if option not in self.options:
                raise BookError(f"chapter-head needs :{option}:")
        heads_of(self.env)[self.env.docname] = dict(self.options)
        rows = (
            ("You build", self.options["builds"]),
            ("It assumes", self.options["assumes"]),
            ("It takes", duration(self.options["minutes"])),
        )
        head = nodes.definition_list(classes=["chapter-head"])
        for term, text in rows:
            inline, messages = self.parse_inline(text)
            head += nodes.definition_list_item(
                "",
                nodes.term("", term),
                nodes.definition("", nodes.paragraph("", "", *inline), *messages),
            )
        return [head]


class Chapters(BookDirective):
    has_content = True

    def make(self) -> list[nodes.Node]:
        names = [line.strip() for line in self.content if line.strip()]
        missing = [n for n in names if n not in self.env.found_docs]
        if missing:
            raise BookError(
                f"no document '{missing[0]}'; the build knows "
                + ", ".join(c["name"] for c in self.manifest.chapters)
            )
        tree = addnodes.toctree(
            parent=self.env.docname,
            entries=[(None, name) for name in names],
            includefiles=names,
            maxdepth=-1,
            caption="Chapters",
            rawcaption="Chapters",
            glob=False,
            hidden=True,
            includehidden=False,
            numbered=0,
            titlesonly=False,
        )
        self.set_source_info(tree)
        return [tree, chapter_table("", names=names)]


def duration(minutes: int) -> str:
    if minutes < 90:
        return f"{minutes} minutes"
    halves = round(minutes / 30)
    return f"about {halves // 2}{'½' if halves % 2 else ''} hours"


def heads_of(env: BuildEnvironment) -> dict[str, dict[str, Any]]:
    if not hasattr(env, "locksmith_heads"):
        env.locksmith_heads = {}  # type: ignore[attr-defined]
    return env.locksmith_heads  # type: ignore[attr-defined]


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    heads_of(env).pop(docname, None)


def merge(
    app: Sphinx, env: BuildEnvironment, names: set[str], other: BuildEnvironment
) -> None:
    heads_of(env).update({d: h for d, h in heads_of(other).items() if d in names})


def draw(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for place in list(doctree.findall(chapter_table)):
        rows = []
        for name in place["names"]:
            head = heads_of(app.env).get(name)
            if head:
                rows.append((name, head))
        place.replace_self(table(app, docname, rows) if rows else [])


def table(
    app: Sphinx, docname: str, rows: list[tuple[str, dict[str, Any]]]
) -> nodes.table:
    group = nodes.tgroup("", cols=4)
    group += [nodes.colspec(colwidth=w) for w in (20, 50, 15, 15)]
    heads = ("Chapter", "What you build", "Time", "Exercises")
    group += nodes.thead("", row(*(nodes.Text(h) for h in heads)))
    body = nodes.tbody()
    for name, head in rows:
        link = nodes.reference(
            "",
            app.env.titles[name].astext(),
            internal=True,
            refuri=app.builder.get_relative_uri(docname, name),
        )
        time = nodes.Text(duration(head["minutes"]))
        builds = nodes.Text(head["builds"].replace("`", ""))
        body += row(link, builds, time, nodes.Text(str(count(app, name))))
    group += body
    return nodes.table("", group, classes=["chapters"])


def count(app: Sphinx, chapter: str) -> int:
    return sum(e["chapter"] == chapter for e in manifest_of(app.config).exercises)


def row(*cells: nodes.Node) -> nodes.row:
    return nodes.row(
        "", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells)
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(chapter_table)
    app.add_directive("chapter-head", ChapterHead)
    app.add_directive("chapters", Chapters)
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    app.connect("doctree-resolved", draw)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
