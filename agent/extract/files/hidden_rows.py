"""Turns the bytes of an XLSX workbook into the rows that it hides, as filters do (ECMA-376 part 1, 18.3.1.73)."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

MOST_BYTES: Final = 100_000_000  # of a sheet's XML
_NONE: Final[frozenset[int]] = frozenset()
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_ATTRIBUTE: Final = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_TRUE: Final = (b"1", b"true")


def hidden_rows(content: bytes) -> Mapping[str, frozenset[int]]:
    """Numbers of hidden rows, from 1, by the sheet's name; rows of a folded group are none of them.

    Nothing is told of other formats, nor of what can't be unpacked: the reader of the workbook says that.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return dict(_sheets(archive))
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, OSError, RuntimeError, ValueError):
        return {}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, frozenset[int]]]:
    targets = {}
    for match in _RELATION.finditer(_read(archive, "xl/_rels/workbook.xml.rels")):
        told = _attributes(match[0])
        targets[told.get(b"Id", b"")] = told.get(b"Target", b"").decode("utf-8", "replace")
    for match in _SHEET.finditer(_read(archive, "xl/workbook.xml")):
        told = _attributes(match[0])
        identity = next((value for name, value in told.items() if name.endswith(b":id")), b"")
        if target := targets.get(identity):
            path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            yield unescape(told.get(b"name", b"").decode("utf-8", "replace")), _hidden(_read(archive, path))


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
        said = told.get(b"r", b"")
        number = int(said) if said.isdigit() and len(said) < 8 else number + 1
        if told.get(b"hidden") in _TRUE and told.get(b"outlineLevel", b"0") == b"0":
            found.add(number)
    return frozenset(found)
