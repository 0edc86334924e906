# SPDX-License-Identifier: MIT
"""The reference finds each header's public names in Doxygen's XML."""

from pathlib import Path

from extensions.reference import entities, header_part

INDEX = """<doxygenindex>
<compound refid="c" kind="class"><name>locksmith::lock</name></compound>
<compound refid="n" kind="namespace"><name>locksmith</name></compound>
<compound refid="f" kind="file"><name>lock.hpp</name></compound>
</doxygenindex>"""
CLASS = """<doxygen><compounddef kind="class">
<compoundname>locksmith::lock</compoundname>
<location file="a/locksmith/lock.hpp" line="9"/></compounddef></doxygen>"""
NAMESPACE = """<doxygen><compounddef kind="namespace">
<compoundname>locksmith</compoundname><sectiondef>
<memberdef kind="function"><qualifiedname>locksmith::hold</qualifiedname>
<location file="a/locksmith/lock.hpp" line="3"/></memberdef>
<memberdef kind="typedef"><qualifiedname>locksmith::other</qualifiedname>
<location file="a/locksmith/other.hpp" line="3"/></memberdef>
</sectiondef></compounddef></doxygen>"""


def xml(folder: Path) -> Path:
    (folder / "index.xml").write_text(INDEX)
    (folder / "c.xml").write_text(CLASS)
    (folder / "n.xml").write_text(NAMESPACE)
    return folder


def test_entities_in_the_order_of_the_header(tmp_path: Path) -> None:
    assert entities(xml(tmp_path), "a/locksmith/lock.hpp") == [
        ("doxygenfunction", "locksmith::hold", ""),
        ("doxygenclass", "locksmith::lock", ":members:\n"),
    ]


def test_section_of_a_header(tmp_path: Path) -> None:
    part = header_part(xml(tmp_path), "a/locksmith/other.hpp")
    assert "## other.hpp" in part
    assert "`#include <locksmith/other.hpp>`" in part


def test_a_header_without_public_names_is_left_out(tmp_path: Path) -> None:
    assert header_part(xml(tmp_path), "a/locksmith/none.hpp") == ""
