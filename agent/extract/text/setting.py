"""Sets the rows of a document as one string, each cell at its place."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from agent.facts.documents import Box, Document, Row, Source

MOST_CHARACTERS: Final = 400_000  # of one document; what follows is not read
CELL_BREAK: Final = "  "
PAGES: Final = (Source.PDF, Source.PICTURE)
_WRAPPED_FROM: Final = 50  # a line of so many columns may go on in the next
_FOLDED: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；！？（）：～"} | {
    0x3000: " ", 0xA0: " ", 0x2007: " ", 0x202F: " ", 0x2009: " ", 0x2212: "-", 0x2010: "-", 0x2011: "-", 0xFFE5: "¥", 0xFFE1: "£",
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    **{first + digit: str(digit) for first in (0x660, 0x6F0, 0x966) for digit in range(10)}, 0x66B: ".", 0x66C: ",",  # Arabic, Indian
    0xFF1A: ":", 0xFF08: "(", 0xFF09: ")", 0xFF5E: "~", 0x301C: "~",
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},  # radicals that PDFs show for hanzi
}  # fmt: skip
# ５０，０００．００ and 50，000元: a full-width comma between groups of digits is no end of a clause.
_WIDE_GROUPS: Final = re.compile(
    r"(?<![\d０-９,，])(?:[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])|(?<=[¥￥$])\d{1,3}(?:，\d{3})+(?!\d)"
    r"|\d{1,3}(?:，\d{3})+(?=[.．]\d\d(?!\d)|\s?[元圆圓円万萬]))"
)
_NARROW: Final = re.compile("[\uff61-\uff9f]+")  # half-width katakana, as banks print names
_NO_GLYPH: Final = re.compile(r"(?<=\d)[\ufffd■□▯](?=\d{3}(?!\d))")  # a thin space that the PDF's font lacks
# SWIFT MT103 field 32A: value date, currency and amount without spaces.
_FIELD_32A: Final = re.compile(
    r"(?P<field>32A:)\s?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)(?P<money>[A-Z]{3}(?=\d))"
)
_LEAST_FIELDS: Final = 3
_FIELD: Final = re.compile(r"[A-Za-z][A-Za-z _#.]*")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_BULLET: Final = re.compile(r"[-*•·–]|\d{1,2}[.)]\s|\(?[a-z\d]\)\s")


class Place(NamedTuple):
    """A cell of the document in the string."""

    start: int
    end: int
    row: int
    column: int  # from 0 in its row
    box: Box
    confidence: float | None


def set_rows(document: Document) -> tuple[str, list[Place], list[int]]:
    """The text, the places of its cells, and where each row begins; what is beyond 400,000 characters is left out."""
    pieces: list[str] = []
    places: list[Place] = []
    row_starts: list[int] = []
    length = 0
    for index, row in enumerate(document.rows):
        if length > MOST_CHARACTERS:
            break
        if pieces:
            pieces.append(" " if _goes_on(document.rows[index - 1], row, document.source) else "\n")
            length += 1
        row_starts.append(length)
        begun = length
        is_named = _names_fields(row)
        for column, cell in enumerate(row.cells):
            text = folded_text(_HUMP.sub(" ", cell.text) if is_named else cell.text)
            if length > begun and text:
                pieces.append(CELL_BREAK)
                length += len(CELL_BREAK)
            places.append(Place(length, length + len(text), index, column, cell.box, cell.confidence))
            pieces.append(text)
            length += len(text)
    return "".join(pieces), places, row_starts


def _names_fields(row: Row) -> bool:
    """True for headings that are names of a program's fields: InvoiceAmountCur, PmtAmt, paid_amount."""
    first = next((cell.text for cell in row.cells if cell.text), "") if row.table is not None else ""
    if not _FIELD.fullmatch(first):
        return False
    names = [cell.text for cell in row.cells if cell.text]
    return (
        len(names) >= _LEAST_FIELDS
        and all(map(_FIELD.fullmatch, names))
        and sum(1 for name in names if _HUMP.search(name)) > 1
    )


def folded_text(text: str) -> str:
    """Text with full-width letters and odd spaces as plain ones, and without invisible characters."""
    if not text.isascii():
        text = _WIDE_GROUPS.sub(lambda groups: groups[0].replace("，", ","), text) if "，" in text else text
        text = _NO_GLYPH.sub(" ", text.translate(_FOLDED))
        text = _NARROW.sub(lambda kana: unicodedata.normalize("NFKC", kana[0]), text)
        text = unicodedata.normalize("NFC", text)
    if "32A:" in text:
        text = _FIELD_32A.sub(r"\g<field> 20\g<year>-\g<month>-\g<day> \g<money> ", text)
    return " ".join(text.split()) if "\n" in text or "\t" in text else text.strip()


def _goes_on(row: Row, following: Row, source: Source) -> bool:
    """True where a line of running text goes on in the next one."""
    if (
        source not in (Source.BODY, Source.TEXT, *PAGES)
        or row.table is not None
        or following.table is not None
    ):
        return False
    if len(row.cells) != 1 or len(following.cells) != 1 or row.page != following.page:
        return False
    text, after = row.cells[0].text, following.cells[0].text
    top, height = row.cells[0].box[1], row.cells[0].box[3] - row.cells[0].box[1]
    if (
        following.cells[0].box[1] - top > 1.6 * height
        or abs(following.cells[0].box[0] - row.cells[0].box[0]) > height
    ):
        return False
    return width_of(text) >= _WRAPPED_FROM and text[-1] not in ".:!?。：！？" and not _BULLET.match(after)


def width_of(text: str) -> int:
    """Columns that a text takes (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def columns_before(text: str) -> list[int]:
    """Columns before each character of a text, and before its end."""
    return list(accumulate(map(_columns, text), initial=0))


@lru_cache(maxsize=10_000)
def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
