# SPDX-License-Identifier: MIT
"""Sphinx's settings for the book. make.py says where the manifest is."""

import os
import sys
from pathlib import Path

book = Path(__file__).parent
sys.path.insert(0, str(book))

from extensions.manifest import Manifest  # noqa: E402

locksmith_manifest = os.environ["LOCKSMITH_MANIFEST"]
manifest = Manifest(Path(locksmith_manifest))
doxygen_xml = manifest.path.parent / "book" / "doxygen" / "xml"

project = "Locksmith"
author = "the Locksmith authors"
copyright = "the Locksmith authors; text CC BY 4.0, code MIT"
version = release = manifest.version
language = "en"

extensions = [
    "myst_parser",
    "breathe",
    "sphinxcontrib.bibtex",
    *(
        f"extensions.{name}"
        for name in (
            "places",
            "bibliography",
            "code_block",
            "source_page",
            "explorer_pages",
            "listing",
            "listing_check",
            "assembly",
            "fragment",
            "output",
            "execution",
            "orders",
            "long_executions",
            "scheduler",
            "outcomes",
            "diagram",
            "disclosure",
            "benchmark",
            "std",
            "chapter_head",
            "exercise",
            "exercise_pages",
            "reference",
            "live",
            "single_headers",
            "pages",
            "slim",
        )
    ),
]

myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline", "substitution"]
myst_substitutions = {
    "exercises": len(manifest.exercises),
    "wrong": sum(len(exercise["wrong"]) for exercise in manifest.exercises),
}
myst_title_to_header = True
myst_heading_anchors = 3
myst_disable_syntax = ["code"]

bibtex_bibfiles = [str(book / "references.bib")]
bibtex_default_style = "locksmith"
bibtex_reference_style = "author_year"

breathe_projects = {"locksmith": str(doxygen_xml)}
breathe_default_project = "locksmith"
breathe_show_include = False
nitpick_ignore_regex = [
    ("cpp:identifier", r"locksmith|std.*|[A-Z]\w*"),
]

epub = tags.has("epub")  # noqa: F821
exclude_patterns = ["404.md"] if epub else []
templates_path = [] if epub else [str(book / "templates")]
highlight_language = "none"
pygments_style = "extensions.syntax.Light"
pygments_dark_style = "extensions.syntax.Dark"

html_theme = "furo"
html_title = "Locksmith"
html_static_path = [str(book / "static" / ("epub.css" if epub else ""))]
html_css_files = [
    f"{name}.css"
    for name in ("colours", "book", "code", "diagram", "execution", "print")
]
html_js_files = [
    (name, {"defer": "defer"})
    for name in (
        "copy.js",
        "arrow.js",
        "execution.js",
        "ways.js",
        "scheduler.js",
        "orders.js",
        "scroll.js",
        "drawers.js",
        "print.js",
    )
]
html_favicon = "" if epub else str(book / "static" / "lock.svg")
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"top_of_page_buttons": []}
html_last_updated_fmt = None

epub_basename = "locksmith"
epub_css_files = ["epub.css"]
epub_show_urls = "no"
epub_exclude_files = ["search.html", "genindex.html"]
epub_tocscope = "includehidden"
epub_tocdepth = 2
suppress_warnings = ["epub.unknown_project_files"]
