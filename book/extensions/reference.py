# SPDX-License-Identifier: MIT
"""Completes reference.md: each copyable header's entities, from Doxygen."""

from __future__ import annotations

import xml.etree.ElementTree as tree
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from .manifest import BookError, Manifest
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
    if docname != "reference":
        return
    manifest = manifest_of(app.config)
    xml = Path(app.config.breathe_projects["locksmith"])
    groups = [
        (
            title_of(manifest.root / chapter["dir"] / "chapter.md"),
            [f"{chapter['dir']}/{header}" for header in chapter["headers"]],
        )
        for chapter in manifest.chapters
    ]
    groups.append(("The foundation", manifest.data.get("foundation", [])))
    for title, headers in groups:
        parts = [
            part
            for header in headers
            if (part := header_part(xml, header, download(app, manifest, header)))
        ]
        if parts:
            source[0] += f"\n\n## {title}\n" + "".join(parts)


def download(app: Sphinx, manifest: Manifest, header: str) -> str:
    if app.builder.name == "epub":
        return ""
    try:
        return download_part(manifest, Path(header).name)
    except BookError as problem:
        logger.error(str(problem))
        return ""


def header_part(xml: Path, header: str, more: str = "") -> str:
    """The header's section, or nothing if it has no public name."""
    found = [f"```{{{d}}} {n}\n{o}```\n" for d, n, o in entities(xml, header)]
    path = Path(header)
    include = f"`#include <{path.parent.name}/{path.name}>`"
    head = [f"\n### {path.name}\n", include, "", more]
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


def title_of(chapter: Path) -> str:
    for line in chapter.read_text("utf-8").splitlines():
        if line.startswith("# "):
            return line[2:].strip()
    return chapter.parent.name.capitalize()


def drop_ids(app: Sphinx, doctree: nodes.document) -> None:
    """Breathe gives all sections of a kind one id; ids must be unique."""
    for rubric in doctree.findall(nodes.rubric):
        if "breathe-sectiondef-title" in rubric["classes"]:
            rubric["ids"] = []


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("source-read", complete)
    app.connect("doctree-read", drop_ids)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
