"""Turns an ODT into a document: paragraphs and tables as they stand, headers and footers last.

Runs in the reader process alone (agent/extract/worker.py). Elements as in OpenDocument 1.3 part 3.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from agent.extract.files.archive import Unopened, local, opened, value, whole, xml_of
from agent.extract.files.typed import BREAK, DEEPEST, MOST_COLUMNS, TAB, document_of, escaped, paragraphs
from agent.facts.documents import Document, Fault, Unread

_GONE = frozenset(
    ("tracked-changes", "annotation", "hidden-text", "forms", "sequence-decls", "variable-decls")
)
_PARAGRAPHS = frozenset(("p", "h"))
_LAST = ("header", "footer")
_MOST_SPACES = 100
_MOST_REPEATS = 20  # of equal rows or cells: more are the empty rest of a page


def read_odt(part: str, content: bytes) -> Document | Unread:
    """The rows of an ODT; boxes are columns and lines. Deleted, hidden and struck-out text is not there."""
    try:
        with opened(content) as archive:
            if _is_encrypted(archive):
                return Unread(part=part, fault=Fault.ENCRYPTED, detail="it opens with a password alone")
            roots = [
                root for name in ("content.xml", "styles.xml") if (root := xml_of(archive, name)) is not None
            ]
            hidden = _hidden_styles(roots)
            text = next((node for root in roots for node in root.iter() if local(node) == "text"), None)
            if text is None:
                return Unread(part=part, fault=Fault.BROKEN, detail="it holds no text document")
            pages = [node for root in roots for node in root.iter() if local(node) in _LAST]
            pieces = [piece for node in (text, *pages) for piece in paragraphs(_lines(node, hidden, 0))]
    except Unopened as why:
        return Unread(part=part, fault=why.fault, detail=why.detail)
    return document_of(part, pieces)


def _is_encrypted(archive: ZipFile) -> bool:
    manifest = xml_of(archive, "META-INF/manifest.xml")
    return manifest is not None and any(local(node) == "encryption-data" for node in manifest.iter())


def _hidden_styles(roots: list[Element]) -> frozenset[str]:
    """The names of the styles whose text is hidden or struck out."""
    found = set()
    for style in (node for root in roots for node in root.iter() if local(node) == "style"):
        for properties in style:
            struck = value(properties, "text-line-through-style") not in ("", "none")
            if local(properties) == "text-properties" and (value(properties, "display") == "none" or struck):
                found.add(value(style, "name"))
    return frozenset(found)


def _lines(node: Element, hidden: frozenset[str], depth: int) -> Iterator[str]:
    """Each paragraph as a line, each table as HTML."""
    _allow(depth)
    for child in node:
        name = local(child)
        if name in _PARAGRAPHS:
            boxes: list[Element] = []
            is_shown = value(child, "style-name") not in hidden
            yield _inline(child, boxes, hidden, depth + 1) if is_shown else ""
            for box in boxes:
                yield from _lines(box, hidden, depth + 1)
        elif name == "table":
            yield "".join(["<table>", *_rows(child, hidden, depth + 1), "</table>"])
        elif name not in _GONE and value(child, "display") != "none":
            yield from _lines(child, hidden, depth + 1)


def _inline(node: Element, boxes: list[Element], hidden: frozenset[str], depth: int) -> str:
    _allow(depth)
    pieces = [escaped(node.text or "")]
    for child in node:
        name = local(child)
        if name == "s":
            pieces.append("&nbsp;" * whole(value(child, "c"), most=_MOST_SPACES))
        elif name == "tab":
            pieces.append(TAB)
        elif name == "line-break":
            pieces.append(BREAK)
        elif name in ("frame", "text-box", "note"):
            boxes.append(child)
        elif name == "hidden-paragraph" and value(child, "is-hidden") == "true":
            return ""
        elif name not in _GONE and value(child, "style-name") not in hidden:
            pieces.append(_inline(child, boxes, hidden, depth + 1))
        pieces.append(escaped(child.tail or ""))
    return "".join(pieces)


def _rows(table: Element, hidden: frozenset[str], depth: int) -> Iterator[str]:
    _allow(depth)
    for child in table:
        name = local(child)
        if name == "table-row":
            row = "".join(["<tr>", *_cells(child, hidden, depth + 1), "</tr>"])
            yield row * whole(value(child, "number-rows-repeated"), most=_MOST_REPEATS)
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child, hidden, depth + 1)


def _cells(row: Element, hidden: frozenset[str], depth: int) -> Iterator[str]:
    """A row's cells; one that is covered by a merged one is empty, so that no text counts twice."""
    for child in row:
        name = local(child)
        if name in ("table-cell", "covered-table-cell"):
            inner = "".join(paragraphs(_lines(child, hidden, depth + 1))) if name == "table-cell" else ""
            most = MOST_COLUMNS if inner else _MOST_REPEATS
            yield f"<td>{inner}</td>" * whole(value(child, "number-columns-repeated"), most=most)


def _allow(depth: int) -> None:
    if depth > DEEPEST:
        raise Unopened(Fault.TOO_LARGE, f"it is nested more than {DEEPEST} deep")
