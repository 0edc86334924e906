# SPDX-License-Identifier: MIT
"""Contrast: 4.5 to 1 for text on every ground, 3 to 1 for lines, by day and night."""

import re

import pytest

from extensions.slim import slim
from extensions.svg import STATIC
from extensions.syntax import Dark, Light

GROUNDS = ["paper", "code", "side"]
ROLES = ["accent", "thread-a", "thread-b", "memory", "wrong"]


def themes() -> list[dict[str, str]]:
    css = (STATIC / "colours.css").read_text("utf-8")
    blocks = [b for b in css.split("}") if "--ink:" in b]
    return [dict(re.findall(r"--([\w-]+):\s*(#\w{6})", block)) for block in blocks]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_dark_is_the_same_by_choice_and_by_system() -> None:
    light, chosen, system = themes()
    assert chosen == system
    assert light.keys() == chosen.keys()


@pytest.mark.parametrize("theme", themes()[:2], ids=["light", "dark"])
def test_text_and_lines(theme: dict[str, str]) -> None:
    for ground in GROUNDS:
        for text in ["ink", "soft", *ROLES]:
            assert contrast(theme[text], theme[ground]) >= 4.5, (text, ground)
        assert contrast(theme["line"], theme[ground]) >= 3, ground
    for role in ROLES:
        tint = theme[f"{role}-tint"]
        for text in ["ink", "soft", role]:
            assert contrast(theme[text], tint) >= 4.5, (text, role)


@pytest.mark.parametrize("style", [Light, Dark])
def test_syntax(style: type[Light] | type[Dark]) -> None:
    for token, spec in style.styles.items():
        for colour in re.findall(r"#\w{6}", spec):
            assert contrast(colour, style.background_color) >= 4.5, token


def test_syntax_stands_on_the_ground_of_code() -> None:
    light, dark, _ = themes()
    assert Light.background_color == light["code"]
    assert Dark.background_color == dark["code"]


def test_rules_that_change_nothing_are_left_out() -> None:
    css = (
        ".highlight .k { color: #0B5F66 } /* Keyword */\n"
        ".highlight .g { color: #1F2428 } /* Generic */\n"
        ".highlight .x { color: #1F2428 }\n.highlight .x { color: #AAAAAA }\n"
    )
    assert slim(css, {"#1f2428"}) == (
        ".highlight .k { color: #0B5F66 }\n"
        ".highlight .x { color: #1F2428 }\n.highlight .x { color: #AAAAAA }\n"
    )
