# SPDX-License-Identifier: MIT
"""The Sphinx extensions of the book: one file for each directive."""
