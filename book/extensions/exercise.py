# SPDX-License-Identifier: MIT
"""`exercise CHAPTER/NAME`: the card that leads to an exercise's page."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from .manifest import KINDS, Facts
from .places import BookDirective


class Exercise(BookDirective):
    required_arguments = 1

    def make(self) -> list[nodes.Node]:
        name = self.arguments[0]
        exercise = self.manifest.exercise(name)
        facts = self.manifest.facts(exercise)
        task = self.manifest.root / exercise["dir"] / "task.md"
        self.env.note_dependency(str(task))
        page = f"exercises/{name}"
        card = nodes.container(classes=["exercise-card"])
        card += nodes.paragraph(
            "", "", link(self.env.docname, page, facts.title), classes=["card-title"]
        )
        card += facts_line(facts)
        card += nodes.paragraph("", facts.goal)
        return [self.entry(page), card]

    def entry(self, page: str) -> addnodes.toctree:
        """Makes the exercise's page a child of this document."""
        tree = addnodes.toctree(
            parent=self.env.docname,
            entries=[(None, page)],
            includefiles=[page],
            maxdepth=1,
            caption=None,
            glob=False,
            hidden=True,
            includehidden=False,
            numbered=0,
            titlesonly=True,
        )
        self.set_source_info(tree)
        return tree


def link(docname: str, page: str, title: str) -> nodes.Node:
    return addnodes.pending_xref(
        "",
        nodes.inline("", title),
        refdomain="std",
        reftype="doc",
        refdoc=docname,
        refexplicit=True,
        refwarn=True,
        reftarget=f"/{page}",
    )


def facts_line(facts: Facts) -> nodes.paragraph:
    """`easy · 20 minutes · repair a broken version`."""
    line = nodes.paragraph(classes=["exercise-facts"])
    line += nodes.strong("", facts.difficulty, classes=[facts.difficulty])
    line += nodes.Text(f" · {facts.minutes} minutes · {KINDS[facts.kind]}")
    return line


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("exercise", Exercise)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
