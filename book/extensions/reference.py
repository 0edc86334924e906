# SPDX-License-Identifier: MIT
"""The reference: each copyable header's entities, from Doxygen.

reference.md lists the headers. Those of a chapter have a page, and so has the
foundation that the chapters share.
"""

from __future__ import annotations

import xml.etree.ElementTree as tree
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from .manifest import FOUNDATION, BookError, Manifest
from .places import manifest_of
from .single_headers import download_part

logger = logging.getLogger(__name__)

DIRECTIVES = {
    "typedef": "doxygentypedef",
    "enum": "doxygenenum",
    "variable": "doxygenvariable",
    "function": "doxygenfunction",
}


def complete(app: Sphinx, docname: str, source: list[str]) -> None:
    start, _, name = docname.partition("/")
    if start != "reference":
        return
    manifest = manifest_of(app.config)
    xml = Path(app.config.breathe_projects["locksmith"])
    if name:
        source[0] = page(app, manifest, xml, name)
    else:
        source[0] += contents(manifest, xml)


def contents(manifest: Manifest, xml: Path) -> str:
    """A section for each page, with the headers and their names."""
    text = ""
    for name in manifest.reference_pages:
        text += f"\n\n## [{title_of(manifest, name)}](reference/{name}.md)\n\n"
        for header in headers_of(manifest, name):
            if found := entities(xml, header):
                file = Path(header).name
                names = unique(full.rpartition("::")[2] for _, full, _ in found)
                link = f"[`{file}`](reference/{name}.md#{anchor(file)})"
                text += f"- {link}: {', '.join(f'`{each}`' for each in names)}\n"
    pages = "\n".join(f"reference/{name}" for name in manifest.reference_pages)
    return f"{text}\n:::{{toctree}}\n:hidden:\n\n{pages}\n:::\n"


def page(app: Sphinx, manifest: Manifest, xml: Path, name: str) -> str:
    """All of a page: its source is empty."""
    parts = [
        header_part(xml, header, download(app, manifest, header))
        for header in headers_of(manifest, name)
    ]
    return f"# {title_of(manifest, name)}: the headers\n" + "".join(parts)


def headers_of(manifest: Manifest, name: str) -> list[str]:
    if name == FOUNDATION:
        return [str(header) for header in manifest.data[FOUNDATION]]
    chapter = manifest.chapter(name)
    return [f"{chapter['dir']}/{header}" for header in chapter["headers"]]


def unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def anchor(file: str) -> str:
    """What a heading of this text is linked by."""
    return file.replace(".", "")


def download(app: Sphinx, manifest: Manifest, header: str) -> str:
    if app.builder.name == "epub":
        return ""
    try:
        return download_part(manifest, Path(header).name, "../")
    except BookError as problem:
        logger.error(str(problem))
        return ""


def header_part(xml: Path, header: str, more: str = "") -> str:
    """The header's section, or nothing if it has no public name."""
    found = [f"```{{{d}}} {n}\n{o}```\n" for d, n, o in entities(xml, header)]
    path = Path(header)
    include = f"`#include <{path.parent.name}/{path.name}>`"
    head = [f"\n## {path.name}\n", include, "", more]
    return "\n".join([*head, *found]) if found else ""


def entities(xml: Path, header: str) -> list[tuple[str, str, str]]:
    """Breathe's directive, name and options for each public entity."""
    compounds = tree.parse(xml / "index.xml").getroot().findall("compound")
    classes = {
        c.findtext("name", "") for c in compounds if c.get("kind") != "namespace"
    }
    found: list[tuple[int, str, str, str]] = []
    for compound in compounds:
        if compound.get("kind") not in ("class", "struct", "concept", "namespace"):
            continue
        root = tree.parse(xml / f"{compound.get('refid')}.xml").getroot()
        definition = root.find("compounddef")
        assert definition is not None
        name = definition.findtext("compoundname", "")
        if compound.get("kind") == "namespace":
            for member in definition.iter("memberdef"):
                place = member.find("location")
                if place is not None and place.get("file") == header:
                    kind = DIRECTIVES[member.get("kind", "")]
                    line = int(place.get("line", "0"))
                    full = member.findtext("qualifiedname", "")
                    found.append((line, kind, full, ""))
            continue
        # A class within a class is shown there, if it is public.
        if name.rpartition("::")[0] in classes:
            continue
        place = definition.find("location")
        if place is not None and place.get("file") == header:
            line = int(place.get("line", "0"))
            kind = f"doxygen{compound.get('kind')}"
            members = "" if compound.get("kind") == "concept" else ":members:\n"
            found.append((line, kind, name, members))
    return [(kind, name, options) for _, kind, name, options in sorted(found)]


def title_of(manifest: Manifest, name: str) -> str:
    if name == FOUNDATION:
        return "The foundation"
    chapter = manifest.root / manifest.chapter(name)["dir"] / "chapter.md"
    for line in chapter.read_text("utf-8").splitlines():
        if line.startswith("# "):
            return line[2:].strip()
    return name.capitalize()


def unwrap_lists(app: Sphinx, doctree: nodes.document) -> None:
    """Breathe puts the lists of some comments into paragraphs of their own."""
    for paragraph in list(doctree.findall(nodes.paragraph)):
        if paragraph.children and all(
            isinstance(child, nodes.bullet_list) for child in paragraph.children
        ):
            paragraph.replace_self(paragraph.children)


def drop_ids(app: Sphinx, doctree: nodes.document) -> None:
    """Breathe gives all sections of a kind one id; ids must be unique."""
    for rubric in doctree.findall(nodes.rubric):
        if "breathe-sectiondef-title" in rubric["classes"]:
            rubric["ids"] = []


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("source-read", complete)
    app.connect("doctree-read", drop_ids)
    app.connect("doctree-read", unwrap_lists)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
