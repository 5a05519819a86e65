"""The page that tells a remittance: fields, a table under headings, totals; its words come from the reader's vocabulary."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from agent.money import Money
from agent.outbox.capitals import capitals
from tests.remittances import ZERO, PaidItem, Remittance

VOCABULARY: Final = Path(__file__).parent.parent / "rules" / "vocabulary"
MONTHS: Final = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                 "November", "December"]  # fmt: skip
MONATE: Final = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                 "November", "Dezember"]  # fmt: skip
TITLE: Final = {"en": "Remittance advice", "de": "Zahlungsavis", "zh": "付款通知书"}
TOTAL: Final = {"en": "Total", "de": "Summe", "zh": "合计"}
WIRE: Final = {"en": "Wire transfer", "de": "Überweisung", "zh": "电汇"}
REMARKS: Final = {"en": ["-", "", "Goods"], "de": ["-", "", "Ware"], "zh": ["-", "", "货款"]}
LOCALES: Final = {
    "en": (",.", "'.", " ."),
    "de": (".,", " ,", "'."),
    "zh": (",.",),
}  # marks of groups and of decimals
DAYS: Final = {"en": ("iso", "words", "short"), "de": ("iso", "dots", "worte"), "zh": ("iso", "zh")}
# What is told in the future where it stands in a mail's own text, or asks for something: no words of an advice there.
_OTHERWISE_IN_TEXT: Final = (
    "to pay",
    "pay amount",
    "quot",
    "zahlen",
    "台幣",
    "臺幣",
    "港幣",
)  # the last: another currency


class Says(StrEnum):
    """What a piece of a page states."""

    NOTHING = "nothing"
    NUMBER = "number"  # of an invoice
    PAID = "paid"
    GROSS = "gross"
    DISCOUNT = "discount"
    DEDUCTION = "deduction"
    TOTAL = "total"  # of what is paid
    OTHER_TOTAL = "other total"  # of another column
    WORDS = "words"  # the total in 大写


MONEY: Final = (Says.PAID, Says.GROSS, Says.DISCOUNT, Says.DEDUCTION, Says.TOTAL, Says.OTHER_TOTAL)
_COLUMNS: Final = {
    "paid": Says.PAID, "gross": Says.GROSS, "discount": Says.DISCOUNT, "deduction": Says.DEDUCTION,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text on the page, and what it states."""

    text: str
    says: Says = Says.NOTHING
    value: Decimal | None = None  # of money alone, for cells of numbers


Field = tuple[Piece, Piece]  # a label and its value
Cells = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A title, fields, a table whose first row holds the headings, and fields under it."""

    title: str
    above: tuple[Field, ...]
    grid: tuple[Cells, ...]
    below: tuple[Field, ...]

    def pieces(self) -> list[Piece]:
        """All pieces, in order."""
        rows: Iterator[Cells] = iter((*self.above, *self.grid, *self.below))
        return [piece for row in rows for piece in row]

    def with_text(self, nth: int, text: str) -> "Page":
        """The page with another text in its nth piece."""
        pieces = self.pieces()
        value = pieces[nth].value
        if value is not None:
            digits = [character for character in text if character.isdigit()]
            value = Decimal("".join(digits)).scaleb(-2).copy_sign(value)
        pieces[nth] = replace(pieces[nth], text=text, value=value)
        left = iter(pieces)
        return Page(
            title=self.title,
            above=tuple((next(left), next(left)) for _ in self.above),
            grid=tuple(tuple(next(left) for _ in row) for row in self.grid),
            below=tuple((next(left), next(left)) for _ in self.below),
        )


@cache
def phrases(language: str, section: str, key: str) -> tuple[str, ...]:
    """A language's headings (columns) or labels of one meaning, without those that have another one in any language."""
    words = _vocabulary()
    meanings: Counter[str] = Counter()
    for of_language in words.values():
        for group in (*of_language["labels"].values(), *of_language["columns"].values()):
            meanings.update(set(group))
    alone = [
        phrase
        for phrase in words[language][section][key]
        if meanings[phrase] == 1
        and not any(sign in phrase for sign in ":#/…*")
        and not any(other in phrase for other in _OTHERWISE_IN_TEXT)
    ]
    return tuple(alone) or (words[language][section][key][0],)


@cache
def _vocabulary() -> dict[str, dict[str, dict[str, list[str]]]]:
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in VOCABULARY.glob("*.toml")}


def written(value: Decimal, locale: str) -> str:
    """1234.56 with the locale's marks of groups and decimals: "1,234.56", "1.234,56", "1 234,56", "1'234.56"."""
    group, mark = locale[0], locale[1]
    return f"{value:,.2f}".translate({ord(","): group, ord("."): mark})


def spelled(day: date, style: str) -> str:
    """A day in a way that can be read in one way alone."""
    return {
        "iso": day.isoformat(),
        "words": f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
        "short": f"{day.day:02}-{MONTHS[day.month - 1][:3].upper()}-{day.year}",
        "dots": f"{day:%d.%m.%Y}",
        "worte": f"{day.day}. {MONATE[day.month - 1]} {day.year}",
        "zh": f"{day.year}年{day.month}月{day.day}日",
    }[style]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pen:
    """Writes in one language and one locale."""

    draw: st.DrawFn
    remittance: Remittance
    language: str
    locale: str
    currency_at: str
    total_at: str

    def phrase(self, section: str, key: str) -> Piece:
        """A label or a heading."""
        text = self.draw(st.sampled_from(phrases(self.language, section, key)))
        return Piece(text=text if self.language == "zh" else text.title())

    def money(self, value: Decimal, says: Says, *, with_code: bool = False) -> Piece:
        """An amount, its currency beside it or not."""
        text = written(value, self.locale)
        if with_code:
            code = self.remittance.currency
            return Piece(text=f"{text} {code}" if self.language == "de" else f"{code} {text}", says=says)
        return Piece(text=text, says=says, value=value)


@st.composite
def pages(draw: st.DrawFn, remittance: Remittance, language: str) -> Page:
    """A page that tells the remittance."""
    pen = _Pen(
        draw=draw, remittance=remittance, language=language, locale=draw(st.sampled_from(LOCALES[language])),
        currency_at=draw(st.sampled_from(["field", "beside", "heading", "column"])),
        total_at=draw(st.sampled_from(["row", "label", "both"])),
    )  # fmt: skip
    below: list[Field] = []
    if language == "zh" and draw(st.booleans()):
        in_words = capitals(Money.of(remittance.total, "CNY"))
        below.append((pen.phrase("labels", "words"), Piece(text=in_words, says=Says.WORDS)))
    return Page(title=TITLE[language], above=_fields(pen), grid=_grid(pen), below=tuple(below))


def _fields(pen: _Pen) -> tuple[Field, ...]:
    remittance = pen.remittance
    day = spelled(remittance.paid_on, pen.draw(st.sampled_from(DAYS[pen.language])))
    fields = [
        (pen.phrase("labels", "date"), Piece(text=day)),
        (pen.phrase("labels", "reference"), Piece(text=remittance.reference)),
    ]
    if pen.draw(st.booleans()):
        fields.append((pen.phrase("labels", "method"), Piece(text=WIRE[pen.language])))
    if pen.draw(st.booleans()):
        fields.append((pen.phrase("labels", "payer"), Piece(text=remittance.payer)))
    if pen.currency_at == "field":
        fields.append((pen.phrase("labels", "currency"), Piece(text=remittance.currency)))
    if pen.total_at != "row":
        total = pen.money(remittance.total, Says.TOTAL, with_code=pen.currency_at == "beside")
        fields.append((pen.phrase("labels", "amount"), total))
    return tuple(pen.draw(st.permutations(fields)))


def _grid(pen: _Pen) -> tuple[Cells, ...]:
    columns = _columns(pen)
    has_one = not {"gross", "discount", "deduction"} & set(columns)
    headings = []
    for column in columns:
        key = pen.draw(st.sampled_from(["paid", "amount"])) if has_one and column == "paid" else column
        heading = pen.phrase("columns", key)
        if column == "paid" and pen.currency_at == "heading":
            heading = replace(heading, text=f"{heading.text} ({pen.remittance.currency})")
        headings.append(heading)
    remark = pen.draw(st.sampled_from(REMARKS[pen.language]))
    rows = [
        _row(pen, columns, place, item, remark) for place, item in enumerate(pen.remittance.items, start=1)
    ]
    total = [] if pen.total_at == "label" else [_total_row(pen, columns)]
    return (tuple(headings), *rows, *total)


def _columns(pen: _Pen) -> Sequence[str]:
    items = pen.remittance.items
    columns = ["invoice", "paid"]
    if any(item.discount or item.deduction or item.left for item in items) or pen.draw(st.booleans()):
        columns.append("gross")
    columns += ["discount"] if any(item.discount for item in items) else []
    columns += ["deduction"] if any(item.deduction for item in items) else []
    columns += ["currency"] if pen.currency_at == "column" else []
    columns += pen.draw(st.lists(st.sampled_from(["date", "description", "index"]), unique=True))
    return pen.draw(st.permutations(columns))


def _row(pen: _Pen, columns: Sequence[str], place: int, item: PaidItem, remark: str) -> Cells:
    cells = {
        "invoice": Piece(text=item.number, says=Says.NUMBER), "date": Piece(text="2026-09-14"),
        "description": Piece(text=remark), "index": Piece(text=str(place)), "currency": Piece(text=pen.remittance.currency),
        **{column: pen.money(getattr(item, column), says) for column, says in _COLUMNS.items()},
    }  # fmt: skip
    return tuple(cells[column] for column in columns)


def _total_row(pen: _Pen, columns: Sequence[str]) -> Cells:
    cells = {column: Piece(text="") for column in columns}
    cells["invoice"] = Piece(text=TOTAL[pen.language])
    with_code = pen.currency_at == "beside" and pen.total_at == "row"
    cells["paid"] = pen.money(pen.remittance.total, Says.TOTAL, with_code=with_code)
    others = ("gross", "discount", "deduction") if pen.draw(st.booleans()) else ()
    for column in others:
        value = sum((getattr(item, column) for item in pen.remittance.items), ZERO)
        cells[column] = pen.money(value, Says.OTHER_TOTAL)
    return tuple(cells[column] for column in columns)
