"""Turns a DOCX into a document: paragraphs and tables as they stand, text boxes after theirs, notes and headers last.

Runs in the reader process alone (agent/extract/worker.py). Elements as in ECMA-376 part 1, 17.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from agent.extract.files.archive import Unopened, local, opened, value, whole, xml_of
from agent.extract.files.typed import BREAK, DEEPEST, MOST_COLUMNS, TAB, document_of, escaped, paragraphs
from agent.facts.documents import Document, Fault, Unread

_MAIN = "word/document.xml"
_LAST = ("footnotes", "endnotes", "header", "footer")  # relations of the main part, in the order read
_GONE = frozenset(("del", "moveFrom", "rt", "instrText", "delText", "annotationRef"))
_MARKS = {"tab": TAB, "ptab": TAB, "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}
_BOXES = frozenset(("drawing", "pict", "object", "AlternateContent"))
_PLAIN_TABLES = frozenset(("", "TableGrid", "TableNormal"))
_WHITE = re.compile(r"[fF][89a-fA-F]" * 3 + r"\Z")
_OFF = frozenset(("0", "false", "off", "none"))


def read_docx(part: str, content: bytes) -> Document | Unread:
    """The rows of a DOCX; boxes are columns and lines. Deleted, hidden and struck-out text is not there."""
    try:
        with opened(content) as archive:
            main = _main(archive)
            root = xml_of(archive, main)
            if root is None:
                return Unread(part=part, fault=Fault.BROKEN, detail="it holds no main document")
            writer = _Writer(_hidden_styles(archive, main))
            pieces = [*writer.story(root)]
            for other in _others(archive, main):
                written = [*writer.story(other)]
                pieces += written if "".join(written) not in "".join(pieces) else []
    except Unopened as why:
        return Unread(part=part, fault=why.fault, detail=why.detail)
    warnings = ("it holds an embedded part that was not read",) if writer.has_embedded else ()
    return document_of(part, pieces, warnings)


def _main(archive: ZipFile) -> str:
    for kind, target in _relations(archive, ""):
        if kind == "officeDocument":
            return target
    return _MAIN


def _others(archive: ZipFile, main: str) -> Iterator[Element]:
    relations = [*_relations(archive, main)]
    for wanted in _LAST:
        for kind, target in relations:
            root = xml_of(archive, target) if kind == wanted else None
            if root is not None:
                yield root


def _relations(archive: ZipFile, source: str) -> Iterator[tuple[str, str]]:
    """The kind and the entry of each relation of a part, "" for the package (ECMA-376 part 2, 6.5)."""
    folder, name = posixpath.split(source)
    root = xml_of(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    for relation in root if root is not None else ():
        if value(relation, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, value(relation, "Target")))
            yield value(relation, "Type").rpartition("/")[2], target.lstrip("/")


def _hidden_styles(archive: ZipFile, main: str) -> frozenset[str]:
    """The styles whose text is hidden, by themselves or by those that they are based on."""
    entry = next((target for kind, target in _relations(archive, main) if kind == "styles"), "")
    root = xml_of(archive, entry)
    hides: dict[str, bool | str] = {}
    for style in root if root is not None else ():
        hidden = _is_on(style.find("{*}rPr/{*}vanish"))
        hides[value(style, "styleId")] = value(style.find("{*}basedOn"), "val") if hidden is None else hidden
    found = set()
    for name in hides:
        at: bool | str = name
        for _ in range(DEEPEST):
            at = hides.get(at, False) if isinstance(at, str) else at
        if at is True:
            found.add(name)
    return frozenset(found)


def _is_on(flag: Element | None) -> bool | None:
    """A property that is on or off; None where it is not said."""
    return None if flag is None else value(flag, "val").lower() not in _OFF


@dataclass(frozen=True, slots=True, kw_only=True)
class _At:
    """Where in the file its writer is."""

    depth: int = 0
    is_white: bool = True  # False where a shading lies under the text, or one may

    def below(self, *, shaded: bool = False) -> "_At":
        """One level deeper."""
        if self.depth == DEEPEST:
            raise Unopened(Fault.TOO_LARGE, f"it is nested more than {DEEPEST} deep")
        return _At(depth=self.depth + 1, is_white=self.is_white and not shaded)


class _Writer:
    """Writes the parts of one file as HTML."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self.hidden = hidden
        self.has_embedded = False

    def story(self, root: Element) -> list[str]:
        """A part's paragraphs and tables."""
        return [*paragraphs(self._lines(root, _At(is_white=root.find("{*}background") is None)))]

    def _lines(self, node: Element, at: _At) -> Iterator[str]:
        """Each paragraph as a line, each table as HTML; of notes those that a person wrote."""
        for child in node:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, at)
            elif name == "tbl":
                style = value(child.find("{*}tblPr/{*}tblStyle"), "val")
                rows = self._rows(child, at.below(shaded=style not in _PLAIN_TABLES))
                yield "".join(["<table>", *rows, "</table>"])
            elif name == "altChunk":
                self.has_embedded = True
            elif name not in _GONE and not value(child, "type").lower().endswith("separator"):
                yield from self._lines(child, at.below())

    def _paragraph(self, node: Element, at: _At) -> Iterator[str]:
        boxes: list[Element] = []
        style = value(node.find("{*}pPr/{*}pStyle"), "val")
        inner = at.below(shaded=_is_shaded(node.find("{*}pPr")))
        yield "" if style in self.hidden else self._inline(node, boxes, inner)
        for box in boxes:
            yield from self._lines(box, at.below(shaded=True))

    def _inline(self, node: Element, boxes: list[Element], at: _At) -> str:
        pieces = []
        for child in node:
            name = local(child)
            if name == "t":
                pieces.append(escaped(child.text or ""))
            elif name in _MARKS:
                pieces.append(_MARKS[name])
            elif name in _BOXES:
                boxes += _boxes(child, at)
            elif name == "r" and self._is_hidden(child.find("{*}rPr"), at):
                continue
            elif name not in _GONE and not name.endswith("Pr"):
                pieces.append(self._inline(child, boxes, at.below()))
        return "".join(pieces)

    def _is_hidden(self, properties: Element | None, at: _At) -> bool:
        """True for a run that is hidden, struck out, or white on white."""
        if properties is None:
            return False
        hidden = _is_on(properties.find("{*}vanish"))
        if hidden is None:
            hidden = value(properties.find("{*}rStyle"), "val") in self.hidden
        struck = any(_is_on(properties.find(f"{{*}}{name}")) for name in ("strike", "dstrike"))
        is_white = at.is_white and properties.find("{*}highlight") is None and not _is_shaded(properties)
        return (
            hidden or struck or (is_white and bool(_WHITE.match(value(properties.find("{*}color"), "val"))))
        )

    def _rows(self, table: Element, at: _At) -> Iterator[str]:
        for child in table:
            name = local(child)
            if name == "tr":
                gone = any(child.find(f"{{*}}trPr/{{*}}{one}") is not None for one in ("del", "hidden"))
                if not gone:
                    yield "".join(["<tr>", _indent(child), *self._cells(child, at), "</tr>"])
            elif name not in _GONE and not name.endswith("Pr"):
                yield from self._rows(child, at.below())

    def _cells(self, row: Element, at: _At) -> Iterator[str]:
        for child in row:
            name = local(child)
            if name == "tc":
                properties = child.find("{*}tcPr")
                span = whole(value(child.find("{*}tcPr/{*}gridSpan"), "val"), most=MOST_COLUMNS)
                lines = () if _goes_on(child) else self._lines(child, at.below(shaded=_is_shaded(properties)))
                yield f'<td colspan="{span}">{"".join(paragraphs(lines))}</td>'
            elif name not in _GONE and not name.endswith("Pr"):
                yield from self._cells(child, at.below())


def _goes_on(cell: Element) -> bool:
    """True for a cell that is merged into the one above it or left of it, and for a deleted one."""
    merged = [cell.find(f"{{*}}tcPr/{{*}}{name}") for name in ("vMerge", "hMerge")]
    return cell.find("{*}tcPr/{*}cellDel") is not None or any(
        one is not None and value(one, "val") != "restart" for one in merged
    )


def _indent(row: Element) -> str:
    """Columns that a row leaves out at its start."""
    before = row.find("{*}trPr/{*}gridBefore")
    return "" if before is None else "<td></td>" * whole(value(before, "val"), most=MOST_COLUMNS)


def _boxes(node: Element, at: _At) -> Iterator[Element]:
    """The text boxes in a drawing: of one that is written twice, for old and new programs, the new."""
    has_choice = any(local(child) == "Choice" for child in node)
    for child in node:
        if local(child) == "txbxContent":
            yield child
        elif not (has_choice and local(child) == "Fallback"):
            yield from _boxes(child, at.below())


def _is_shaded(properties: Element | None) -> bool:
    fill = value(properties.find("{*}shd"), "fill") if properties is not None else ""
    return fill.lower() not in ("", "auto", "ffffff")
