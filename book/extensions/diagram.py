# SPDX-License-Identifier: MIT
"""`diagram FILE`: a figure in the theme's colours, and its text twin.

The body says in words what the figure shows. On a page it can be unfolded; in
print and EPUB it stands under the figure.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx

from . import svg
from .manifest import BookError
from .places import BookDirective


class diagram(nodes.General, nodes.Element):
    """A figure; its children are the text twin, or (`data`) a table of its data."""


def figure(source: str, stem: str, alt: str, caption: str) -> diagram:
    """The node for a checked figure, without its text twin."""
    return diagram("", source=source, stem=stem, alt=alt, caption=caption)


class Diagram(BookDirective):
    required_arguments = 1
    has_content = True
    option_spec = {
        "alt": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "name": directives.unchanged_required,
    }

    def make(self) -> list[nodes.Node]:
        path = self.find(self.arguments[0])
        source = path.read_text("utf-8")
        svg.load(source, self.manifest.shown(path))
        if "alt" not in self.options:
            raise BookError(f"diagram '{path.name}' needs :alt: one sentence")
        if not self.content:
            raise BookError(
                f"diagram '{path.name}' has no text twin; say in the "
                "directive's body what it shows"
            )
        node = figure(
            source, path.stem, self.options["alt"], self.options.get("caption", "")
        )
        self.set_source_info(node)
        self.add_name(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


def visit(translator: Any, node: diagram) -> None:
    body = translator.body
    data = "data" in node
    caption = f"<p>{translator.encode(node['caption'])}</p>\n"
    body.append(translator.starttag(node, "figure", CLASS="diagram"))
    if data:
        body.append(f"<figcaption>{caption}</figcaption>\n")
    body.append(picture(translator, node))
    if data:
        return
    body.append("<figcaption>\n" + (caption if node["caption"] else ""))
    if translator.builder.name == "epub":
        body.append('<div class="twin">\n')
    else:
        body.append('<details class="twin"><summary>In words</summary>\n')


def depart(translator: Any, node: diagram) -> None:
    if "data" not in node:
        epub = translator.builder.name == "epub"
        translator.body.append("</div>" if epub else "</details>")
        translator.body.append("</figcaption>")
    translator.body.append("</figure>\n")


def picture(translator: Any, node: diagram) -> str:
    root = svg.load(node["source"], node["stem"])
    if translator.builder.name == "epub":
        name = write_image(translator.builder, node["stem"], root)
        return f'<img src="{name}" alt="{translator.attval(node["alt"])}"/>\n'
    seen = translator.__dict__.setdefault("locksmith_figures", [])
    seen.append(node)
    inlined = svg.inline(root, f"figure-{len(seen)}", node["alt"])
    return f'<div class="frame">{inlined}</div>\n'


def write_image(builder: Any, stem: str, root: Any) -> str:
    """Writes the figure's file for EPUB; returns its name from the page."""
    text = svg.standalone(root)
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    name = f"_images/{stem}-{digest}.svg"
    target = Path(builder.outdir) / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    depth = builder.current_docname.count("/")
    return "../" * depth + name


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(diagram, html=(visit, depart))
    app.add_directive("diagram", Diagram)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
