# SPDX-License-Identifier: MIT
"""Checks figures, and prepares them: inline for pages, whole for EPUB."""

from __future__ import annotations

import re
import xml.etree.ElementTree as tree
from pathlib import Path

from .manifest import BookError

SVG = "{http://www.w3.org/2000/svg}"
STATIC = Path(__file__).parents[1] / "static"
ELEMENTS = {
    *("svg", "g", "defs", "marker", "use", "title", "desc"),
    *("path", "line", "polyline", "polygon", "rect", "circle", "ellipse"),
    *("text", "tspan"),
}
PAINTS = {"fill", "stroke", "color", "stop-color"}
FREE = {"none", "currentColor"}
LOCAL = re.compile(r"url\(#([\w-]+)\)")

tree.register_namespace("", SVG[1:-1])


def known_classes() -> set[str]:
    """The classes that diagram.css gives to figures."""
    css = (STATIC / "diagram.css").read_text("utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return set(re.findall(r"\.([a-z][\w-]*)", css))


def load(text: str, shown: str) -> tree.Element:
    """The figure, if it keeps to the rules that book/README.md lists."""
    try:
        root = tree.fromstring(text)
    except tree.ParseError as problem:
        raise BookError(f"{shown}:{problem.position[0]}: not XML: {problem}") from None
    if root.tag != f"{SVG}svg" or "viewBox" not in root.attrib:
        raise BookError(f"{shown}: the root must be an <svg> with a viewBox")
    classes = known_classes()
    for element in root.iter():
        name = str(element.tag).removeprefix(SVG)
        if name not in ELEMENTS:
            raise BookError(f"{shown}: <{name}> is not allowed; draw with shapes")
        for key, value in element.attrib.items():
            check_attribute(name, key.rpartition("}")[2], value, classes, shown)
    return root


def check_attribute(
    element: str, key: str, value: str, classes: set[str], shown: str
) -> None:
    where = f'{shown}: <{element} {key}="{value[:30]}">'
    if key in PAINTS and value not in FREE:
        raise BookError(f"{where}: a fixed colour; use a class of diagram.css")
    if key in ("style", "font-family", "font-size") or key.startswith("on"):
        raise BookError(f"{where}: not allowed; use a class of diagram.css")
    if key == "href" and not value.startswith("#"):
        raise BookError(f"{where}: leads out of the file; draw it here")
    if "url(" in value and not LOCAL.fullmatch(value):
        raise BookError(f"{where}: leads out of the file; use url(#id)")
    if key == "class":
        for unknown in sorted(set(value.split()) - classes):
            raise BookError(
                f"{where}: no class '{unknown}' in diagram.css; "
                "correct it or add the class there"
            )


def inline(root: tree.Element, prefix: str, alt: str) -> str:
    """The figure for a page: its ids made unique, its size that of the text."""
    for element in root.iter():
        for key, value in list(element.attrib.items()):
            if key == "id":
                element.set(key, f"{prefix}-{value}")
            elif key.endswith("href"):
                del element.attrib[key]
                element.set("href", f"#{prefix}-{value[1:]}")
            else:
                element.set(key, LOCAL.sub(rf"url(#{prefix}-\1)", value))
    width = root.get("viewBox", "").split()[2]
    root.set("role", "img")
    root.set("aria-label", alt)
    root.set("style", f"--width: {float(width):g}px")
    return tree.tostring(root, encoding="unicode")


def resolved_style() -> str:
    """diagram.css with the light colours of colours.css written out."""
    colours = (STATIC / "colours.css").read_text("utf-8")
    light = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", colours.split("}")[0]))
    css = (STATIC / "diagram.css").read_text("utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"var\((--[\w-]+)\)", lambda m: light[m[1]], css)


def standalone(root: tree.Element) -> str:
    """The figure as a file of its own, for readers that know no theme."""
    left, top, width, height = root.get("viewBox", "").split()
    root.set("width", width)
    root.set("height", height)
    style = tree.Element(f"{SVG}style")
    style.text = resolved_style()
    root.insert(0, style)
    return tree.tostring(root, encoding="unicode", xml_declaration=True)
