"""Turns the bytes of an XLSX workbook into the rows that it hides, as filters do, or strikes through.

ECMA-376 part 1: 18.3.1.73 (row), 18.8.22 (font), 18.8.45 (xf).
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from html import unescape
from typing import Final

MOST_BYTES: Final = 100_000_000  # of a sheet's XML
_NONE: Final[frozenset[int]] = frozenset()
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_ATTRIBUTE: Final = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_TRUE: Final = (b"1", b"true")
_FONTS: Final = re.compile(rb"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_FONT: Final = re.compile(rb"<(?:\w+:)?font\b(?:[^>]*/>|.*?</(?:\w+:)?font>)", re.DOTALL)
_STRIKE: Final = re.compile(rb"""<(?:\w+:)?strike\b(?![^>]*val\s*=\s*["'](?:0|false))""")
_STYLES: Final = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE: Final = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_CELLS: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*>|<(?:\w+:)?c\b[^>]*[^/>]>")  # of cells those with a value


@dataclass(frozen=True, slots=True, kw_only=True)
class Unshown:
    """Numbers of a sheet's rows, from 1."""

    hidden: frozenset[int] = _NONE
    struck: frozenset[int] = _NONE  # all that stands in them is struck through


def unshown_rows(content: bytes) -> Mapping[str, Unshown]:
    """Hidden rows and those struck through, by the sheet's name; rows of a folded group are none of them.

    Nothing is told of other formats, nor of what can't be unpacked: the reader of the workbook says that.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return dict(_sheets(archive))
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, OSError, RuntimeError, ValueError):
        return {}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Unshown]]:
    targets = {}
    styles = _struck_styles(archive)
    for match in _RELATION.finditer(_read(archive, "xl/_rels/workbook.xml.rels")):
        told = _attributes(match[0])
        targets[told.get(b"Id", b"")] = told.get(b"Target", b"").decode("utf-8", "replace")
    for match in _SHEET.finditer(_read(archive, "xl/workbook.xml")):
        told = _attributes(match[0])
        identity = next((value for name, value in told.items() if name.endswith(b":id")), b"")
        if target := targets.get(identity):
            path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            sheet = _read(archive, path)
            name = unescape(told.get(b"name", b"").decode("utf-8", "replace"))
            yield name, Unshown(hidden=_hidden(sheet), struck=_struck(sheet, styles) if styles else _NONE)


def _struck_styles(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """The numbers of cell formats whose font is struck through."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    styles = _read(archive, "xl/styles.xml")
    fonts, formats = (
        (_FONTS.search(styles), _STYLES.search(styles)) if _STRIKE.search(styles) else (None, None)
    )
    if fonts is None or formats is None:
        return frozenset()
    struck = {b"%d" % at for at, font in enumerate(_FONT.findall(fonts[0])) if _STRIKE.search(font)}
    named = enumerate(_STYLE.findall(formats[0]))
    return frozenset(b"%d" % at for at, one in named if _attributes(one).get(b"fontId") in struck)


def _struck(sheet: bytes, styles: Set[bytes]) -> frozenset[int]:
    """Rows with values, all of them in such formats."""
    told: dict[int, set[bool]] = {}
    number = 0
    for match in _CELLS.finditer(sheet):
        of_tag = _attributes(match[0])
        if b"row" in match[0][:12]:
            number = _number(of_tag, number)
        else:
            told.setdefault(number, set()).add(of_tag.get(b"s", b"0") in styles)
    return frozenset(row for row, said in told.items() if said == {True})


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as entry:
        return entry.read(MOST_BYTES)


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return {match[1]: match[2] for match in _ATTRIBUTE.finditer(tag)}


def _hidden(sheet: bytes) -> frozenset[int]:
    if b"hidden=" not in sheet:
        return _NONE
    found = set()
    number = 0
    for match in _ROW.finditer(sheet):
        told = _attributes(match[1])
        number = _number(told, number)
        if told.get(b"hidden") in _TRUE and told.get(b"outlineLevel", b"0") == b"0":
            found.add(number)
    return frozenset(found)


def _number(row: Mapping[bytes, bytes], last: int) -> int:
    said = row.get(b"r", b"")
    return int(said) if said.isdigit() and len(said) < 8 else last + 1
