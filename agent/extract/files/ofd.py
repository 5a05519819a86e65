"""Turns an OFD (GB/T 33190-2016) into a document: words by their code positions, rows by geometry, cells by drawn lines.

Runs in the reader process alone (agent/extract/worker.py). Lengths in the file are millimetres from a page's top left corner.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from agent.extract.files.archive import Unopened, local, opened, value, xml_of
from agent.extract.paper import ruled
from agent.extract.paper.crossed import crossed
from agent.extract.paper.embedded import MOST_BYTES, MOST_FILES
from agent.extract.paper.rulings import MOST_EDGES, Edge, edges_of
from agent.facts.documents import Box, Cell, Document, Embedded, Fault, Row, Source, Unread, Word

MAX_PAGES: Final = 500
MAX_CHARACTERS: Final = 300_000
POINTS: Final = 72 / 25.4  # of a millimetre
ASCENT, DESCENT = 0.9, 0.2  # of a font's size, as line boxes are
LEAST_HIGH: Final = 1.0  # points of a letter that anybody can read
APART: Final = 1.0  # of a font's size: a wider gap between two letters parts words
_NUMBER: Final = re.compile(r"[-+]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})", re.ASCII)
_PATH: Final = re.compile(rf"[A-Za-z]|{_NUMBER.pattern}", re.ASCII)
_TAKES: Final = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}  # numbers of a step: 9.1
_A4: Final = (0.0, 0.0, 210.0, 297.0)
_UNMOVED: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class _Page:
    """What stands on one page, in points."""

    words: list[Word] = field(default_factory=list)
    aside: list[Word] = field(default_factory=list)  # words that run downwards or upwards
    edges: list[Edge] = field(default_factory=list)
    pictures: int = 0
    unseen: int = 0  # letters that nobody can see
    sheet: Box = _A4  # the paper, from the place that coordinates count from


def read_ofd(part: str, content: bytes) -> Document | Unread:
    """The rows of an OFD, page by page; boxes in points from the top left corner. Pages that are pictures are `unseen`."""
    try:
        with opened(content) as archive:
            return _read(part, archive)
    except Unopened as why:
        return Unread(part=part, fault=why.fault, detail=why.detail)


def _read(part: str, archive: ZipFile) -> Document | Unread:
    rows: list[Row] = []
    unseen: list[int] = []
    warnings: list[str] = []
    characters = tables = number = 0
    for number, (contents, sheet) in enumerate(_pages(archive), start=1):
        if number > MAX_PAGES:
            return Unread(part=part, fault=Fault.TOO_LARGE, detail=f"more than {MAX_PAGES} pages")
        page = _page(contents, MAX_CHARACTERS - characters, sheet)
        characters += page.unseen + sum(len(word.text) for word in (*page.words, *page.aside))
        if characters >= MAX_CHARACTERS:
            detail = f"more than {MAX_CHARACTERS} characters"
            return Unread(part=part, fault=Fault.TOO_LARGE, detail=detail)
        if page.unseen:
            warnings.append(f"page {number}: {page.unseen} letters that nobody can see were not read")
        if not page.words and page.pictures:
            unseen.append(number)
        edges = page.edges if len(page.edges) <= MOST_EDGES else []
        if gone := crossed(page.words, [one for one in edges if one.level]) if page.words else set():
            warnings.append(f"page {number}: {len(gone)} words that are crossed out were not read")
            page.words = [word for at, word in enumerate(page.words) if at not in gone]
        found = ruled.page_rows(page.words, edges, number, tables)
        rows += found
        rows += (
            Row(cells=(Cell(text=word.text, box=word.box),), page=number, table=None) for word in page.aside
        )
        tables = max([tables, *(row.table for row in found if row.table is not None)])
    embedded = tuple(_embedded(archive))
    if not number:
        return Unread(part=part, fault=Fault.BROKEN, detail="it is no OFD with pages", embedded=embedded)
    if not rows:
        detail = "its pages are pictures, without text"
        return Unread(part=part, fault=Fault.NO_TEXT, detail=detail, embedded=embedded)
    return Document(
        part=part, source=Source.PDF, rows=tuple(rows), warnings=tuple(warnings), unseen=tuple(unseen),
        embedded=embedded,
    )  # fmt: skip


def _pages(archive: ZipFile) -> Iterator[tuple[list[Element], Box]]:
    """The content of each page, with that of its templates before it: forms have their labels there; and its paper."""
    for home, document in _documents(archive):
        nodes = list(document.iter())
        bases = {
            value(one, "ID"): _at(home, value(one, "BaseLoc"))
            for one in nodes
            if local(one) == "TemplatePage"
        }
        read: dict[str, Element | None] = {}
        usual = _sheet(nodes, _A4)
        for one in nodes:
            if local(one) != "Page":
                continue
            page = xml_of(archive, _at(home, value(one, "BaseLoc")))
            used = [node for node in page.iter() if local(node) == "Template"] if page is not None else []
            below = [bases[key] for node in used if (key := value(node, "TemplateID")) in bases]
            for base in below:
                if base not in read:
                    read[base] = xml_of(archive, base)
            found = [found for found in (*(read[base] for base in below), page) if found is not None]
            yield found, _sheet(page.iter() if page is not None else (), usual)


def _sheet(nodes: Iterable[Element], usual: Box) -> Box:
    """The paper that a page or a document says it is on, in millimetres (7.5)."""
    text = next((one.text or "" for one in nodes if local(one) == "PhysicalBox"), "")
    numbers = _numbers(text)
    if len(numbers) != 4 or min(numbers[2:]) <= 0:
        return usual
    left, top, wide, high = numbers
    return (min(left, 0.0), min(top, 0.0), left + wide, top + high)


def _documents(archive: ZipFile) -> Iterator[tuple[str, Element]]:
    """Each document of the file, with its path."""
    root = xml_of(archive, "OFD.xml")
    for node in root.iter() if root is not None else ():
        if local(node) == "DocRoot" and node.text:
            home = _at("", node.text)
            if (document := xml_of(archive, home)) is not None:
                yield home, document


def _embedded(archive: ZipFile) -> Iterator[Embedded]:
    """The XML files attached to it, e-vouchers say."""
    room, left = MOST_BYTES, MOST_FILES
    for home, document in _documents(archive):
        for lists in (node for node in document.iter() if local(node) == "Attachments" and node.text):
            base = _at(home, lists.text or "")
            listed = xml_of(archive, base)
            for node in listed.iter() if listed is not None else ():
                path = _at(base, node.text or "") if local(node) == "FileLoc" else ""
                size = archive.getinfo(path).file_size if path in archive.NameToInfo else 0
                if left and path.lower().endswith(".xml") and 0 < size <= room:
                    room, left = room - size, left - 1
                    yield Embedded(name=posixpath.basename(path), content=archive.read(path))


def _at(home: str, path: str) -> str:
    """A path in the archive (ST_Loc): from its root, or from the folder of the file that names it."""
    path = path.strip()
    whole = path if path.startswith("/") else posixpath.join("/", posixpath.dirname(home), path)
    return posixpath.normpath(whole).lstrip("/")


def _page(contents: Sequence[Element], room: int, sheet: Box) -> _Page:
    page = _Page(sheet=sheet)
    for node in (node for content in contents for node in content.iter()):
        if value(node, "Visible") == "false":
            continue
        kind = local(node)
        if kind == "TextObject":
            room -= _add_text(page, node, room)
        elif kind == "PathObject" and len(page.edges) <= MOST_EDGES:
            page.edges += _edges(node)
        elif kind == "ImageObject":
            page.pictures += 1
    return page


def _add_text(page: _Page, node: Element, room: int) -> int:
    """Adds the words of a text object; how many letters it has."""
    size = next(iter(_numbers(value(node, "Size"))), 0.0)
    letters = [one for one in _letters(node, size)][: max(room, 0)]
    ink = next((one for one in node if local(one) == "FillColor"), None)
    is_drawn = value(node, "Fill") != "false" or value(node, "Stroke") == "true"
    is_white = ink is not None and set(_numbers(value(ink, "Value"))) == {255.0}
    if not is_drawn or is_white or value(ink, "Alpha") == "0":
        page.unseen += sum(not letter.isspace() for letter, *_ in letters)
        return len(letters)
    matrix = _matrix(node)
    home = page.words if abs(matrix[0]) >= abs(matrix[1]) else page.aside
    for run in _runs(letters, size):
        (_, left, base, _), (_, last, _, width) = run[0], run[-1]
        box = (left, base - ASCENT * size, last + width, base + DESCENT * size)
        word = Word(text="".join(letter for letter, *_ in run), box=_placed(node, matrix, box))
        if _is_on(page.sheet, word.box):
            home.append(word)
        else:
            page.unseen += len(run)
    return len(letters)


def _is_on(sheet: Box, box: Box) -> bool:
    """True for a word of which some lies on the paper, and which is high enough to be read."""
    left, top, right, bottom = (one / POINTS for one in box)
    is_high = min(box[2] - box[0], box[3] - box[1]) >= LEAST_HIGH
    return is_high and left < sheet[2] and sheet[0] < right and top < sheet[3] and sheet[1] < bottom


def _letters(node: Element, size: float) -> Iterator[tuple[str, float, float, float]]:
    """Each letter with its place, as the object's own space has it, and its width."""
    x = y = 0.0
    scale = next(iter(_numbers(value(node, "HScale"))), 1.0)
    for code in (one for one in node if local(one) == "TextCode"):
        x = next(iter(_numbers(value(code, "X"))), x)
        y = next(iter(_numbers(value(code, "Y"))), y)
        steps, falls = _deltas(value(code, "DeltaX")), _deltas(value(code, "DeltaY"))
        at, down = x, y
        for index, letter in enumerate(code.text or ""):
            width = size * scale * (1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.5)
            yield letter, at, down, width
            at += steps[index] if index < len(steps) else 0.0 if falls else width
            down += falls[index] if index < len(falls) else 0.0


def _deltas(text: str) -> list[float]:
    """Steps between letters; "g 3 2.5" stands for three of 2.5 (7.2.3)."""
    found: list[float] = []
    words = iter(text.split())
    for word in words:
        if word != "g":
            found += _numbers(word)[:1]
            continue
        count, step = next(words, ""), _numbers(next(words, ""))
        if re.fullmatch(r"\d{1,6}", count, re.ASCII) and step:
            found += repeat(step[0], min(int(count), MAX_CHARACTERS - len(found)))
    return found[:MAX_CHARACTERS]


def _runs(
    letters: Sequence[tuple[str, float, float, float]], size: float
) -> Iterator[list[tuple[str, float, float, float]]]:
    """Letters that are one word: on one line, without a space or a wide gap."""
    run: list[tuple[str, float, float, float]] = []
    for one in letters:
        if run and (
            one[0].isspace() or one[1] - run[-1][1] - run[-1][3] > APART * size or one[2] != run[-1][2]
        ):
            yield run
            run = []
        if not one[0].isspace():
            run.append(one)
    if run:
        yield run


def _edges(node: Element) -> Iterator[Edge]:
    """The level and upright lines of a path (9.1)."""
    if value(node, "Stroke") == "false" and value(node, "Fill") != "true":
        return
    data = next((one.text or "" for one in node if local(one) == "AbbreviatedData"), "")
    matrix = _matrix(node)
    words = iter(_PATH.findall(data)[: 8 * MOST_EDGES])
    start = last = (0.0, 0.0)
    for step in words:
        to = start
        if step != "C":
            numbers = [float(next(words, "0")) for _ in range(_TAKES.get(step, 0))]
            if not numbers:
                return
            to = (numbers[-2], numbers[-1])
        if step in "SM":
            start = to
        elif step in "LC":
            box = min(last[0], to[0]), min(last[1], to[1]), max(last[0], to[0]), max(last[1], to[1])
            yield from edges_of(_placed(node, matrix, box))
        last = to


def _matrix(node: Element) -> Sequence[float]:
    numbers = _numbers(value(node, "CTM"))
    return numbers if len(numbers) == 6 else _UNMOVED


def _placed(node: Element, matrix: Sequence[float], box: Box) -> Box:
    """A box in an object's own space as it lies on the page, in points."""
    left, top, *_ = (*_numbers(value(node, "Boundary")), 0.0, 0.0)
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e + left, b * x + d * y + f + top) for x in box[::2] for y in box[1::2]]
    across, down = zip(*corners, strict=True)
    return (min(across) * POINTS, min(down) * POINTS, max(across) * POINTS, max(down) * POINTS)


def _numbers(text: str) -> list[float]:
    return [float(one) for one in _NUMBER.findall(text)]
