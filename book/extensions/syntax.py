# SPDX-License-Identifier: MIT
"""Few and quiet colours for code; comments carry the argument and stay readable."""

from pygments.style import Style
from pygments.token import (
    Comment,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    String,
    Token,
)


class Light(Style):
    background_color = "#f5f2ea"
    styles = {
        Token: "#1f2428",
        Comment: "#5a5347",
        Comment.Preproc: "#65489a",
        Keyword: "#0b5f66",
        Name.Builtin: "#0b5f66",
        Name.Class: "bold",
        String: "#875200",
        Number: "#875200",
        Literal: "#875200",
        Generic.Prompt: "#5a5347",
        Generic.Output: "#1f2428",
    }


class Dark(Style):
    background_color = "#1d2125"
    styles = {
        Token: "#e4e1da",
        Comment: "#b3ab9b",
        Comment.Preproc: "#bda4ec",
        Keyword: "#62c2c2",
        Name.Builtin: "#62c2c2",
        Name.Class: "bold",
        String: "#e3ac55",
        Number: "#e3ac55",
        Literal: "#e3ac55",
        Generic.Prompt: "#b3ab9b",
        Generic.Output: "#e4e1da",
    }
