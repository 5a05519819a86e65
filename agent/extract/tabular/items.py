"""Turns one row of a document into an item: the document that it names, its amounts, what its words say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from agent.extract.tabular.columns import MONEY, NUMBERED, Header, Heading, nearest
from agent.extract.text.hanzi import SPACELESS_FROM
from agent.extract.text.masks import ibans
from agent.extract.text.numbers import Amount
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Column, Cue, Label, Status

_ZEROS: Final = re.compile(r"0\d")
_LONGEST_LABEL: Final = 30  # characters
_LONGEST_JOIN: Final = 12  # characters between two numbers that a word joins
_DASH: Final = re.compile(r"\s*[-–~～]\s*")
_BESIDE: Final = re.compile(r"\s*[,，、;；/+&＋和及与與]?\s*")  # between two documents of one cell


@dataclass(slots=True, kw_only=True)
class ItemRow:
    """A row that names one document, or a deduction without one; its amounts by column."""

    row: int
    start: int
    end: int
    reference: Reference | None
    amounts: list[Amount]
    beside: tuple[Reference, ...] = ()  # more documents of its cell, that share its amounts
    values: dict[int, Amount] = field(default_factory=dict)
    is_credit: bool = False  # the ledger or the row's own words say credit note
    reason: str | None = None
    payment: str | None = None  # what stands in the column of payment references
    paid_on: date | None = None  # the day in the column of payment days
    currency: str | None = None


@dataclass(slots=True, kw_only=True)
class NumberColumn:
    """A column of amounts."""

    index: int
    left: float
    right: float
    role: Column | None = None
    text: str = ""
    currency: str | None = None
    start: int = 0
    status: Status | None = None  # whether its heading says that it is of this payment, or of those before


@dataclass(slots=True, kw_only=True)
class TotalRow:
    """A row of totals."""

    row: int
    values: dict[int, Amount]
    is_labelled: bool
    is_part: bool  # a subtotal, or carried forward


@dataclass(slots=True, kw_only=True)
class ItemTable:
    """Rows of items under one header, or a list without one."""

    items: list[ItemRow]
    others: list[ItemRow]  # deductions that name no document
    ahead: list[ItemRow] = field(default_factory=list)  # what is paid on account, for nothing billed yet
    totals: list[TotalRow]
    columns: list[NumberColumn]
    header: Header | None
    first_row: int
    last_row: int
    unread: list[str] = field(default_factory=list)  # documents whose amount stands there and can't be read
    headings_again: set[int] = field(default_factory=set)  # rows of the same headings on later pages
    continued: set[int] = field(default_factory=set)  # rows that hold the amounts of the row above

    def rows(self) -> set[int]:
        """All rows that the table has taken."""
        taken = {row.row for row in (*self.items, *self.others, *self.ahead)}
        taken |= {total.row for total in self.totals}
        return taken | self.headings_again | self.continued | (self.header.rows() if self.header else set())


def row_amounts(script: Script, header: Header | None, row: int) -> list[Amount]:
    """The amounts of a row: bare digits only in a column of money, and never with zeros before them.

    Nor are digits alone in a column of numbers, whatever currency stands in the cell before: USD | 2000044177.
    """
    start, end = script.row_span(row)
    found = []
    for amount in script.amounts_in(start, end):
        if amount.is_plain and (_ZEROS.match(script.text, amount.start) or _is_of_label(script, amount)):
            continue  # a number of something: 0000017762, PAGE 2
        spelled = script.text[amount.start : amount.end]
        is_bare = amount.is_plain or not ("." in spelled or "," in spelled)
        heading = heading_of(script, header, amount.start, amount.end) if header and is_bare else None
        if heading and heading.role in NUMBERED and _is_bare_cell(script, amount):
            continue
        if not amount.is_plain or (heading and heading.role in MONEY):
            found.append(amount)
    return found


def _is_of_label(script: Script, amount: Amount) -> bool:
    """True for digits right behind a label of other numbers, in its cell: PAGE 2, Site 14."""
    place = script.place_of(amount.start)
    begin = max(place.start if place else 0, amount.start - _LONGEST_LABEL)
    labels = within(script.hits.labels(Label.OTHER_REFERENCE), begin, amount.start)
    return any(not script.text[hit.end : amount.start].strip(" .:#") for hit in labels)


def _is_bare_cell(script: Script, amount: Amount) -> bool:
    """True for an amount that ends in a cell of digits alone."""
    place = script.place_of(amount.end - 1)
    return place is not None and script.text[place.start : place.end].strip().isdigit()


def amounts_below(script: Script, header: Header, row: int, table: ItemTable) -> list[Amount]:
    """The amounts of a document that stand alone in the next row, as in all rows above: a form with two lines for each."""
    below = row + 1
    above = row - 1 if row > header.next_row and row - 1 not in table.continued else None
    is_so = len(table.items) == len(table.continued) and not table.totals
    if above is not None:
        is_so &= not script.references_in(*script.row_span(above)) and not row_amounts(script, header, above)
    if (
        not is_so
        or header.table is not None
        or below >= len(script.rows)
        or script.rows[below].table is not None
    ):
        return []
    start, end = script.row_span(below)
    if count_words(script, start, end) or script.references_in(start, end):
        return []
    amounts, columns = row_amounts(script, header, below), len(header.of(*MONEY))
    return amounts if columns == 1 or 1 < len(amounts) <= columns else []


def heading_of(script: Script, header: Header, start: int, end: int) -> Heading | None:
    """The heading above text[start:end]."""
    place = script.place_of(start)
    if place is not None and header.table is not None:
        return next((heading for heading in header.headings if heading.column == place.column), None)
    return nearest(header.headings, *script.extent(start, end))


def places_under(script: Script, header: Header, heading: Heading, row: int) -> list[Place]:
    """The cells of a row that stand under a heading."""
    places = [place for place in script.places_of_row(row) if place.end > place.start]
    if header.table is not None:
        return [place for place in places if place.column == heading.column]
    return [place for place in places if nearest(header.headings, place.box[0], place.box[2]) is heading]


def item_row(
    script: Script,
    header: Header | None,
    row: int,
    references: Sequence[Reference],
    amounts: Sequence[Amount],
) -> ItemRow:
    """A row as an item of the document that it names; without one it is a deduction."""
    start, end = script.row_span(row)
    distinct = {reference.number: reference for reference in references}
    reference = next(iter(distinct.values())) if distinct else None
    reasons = within(script.hits.section("reasons"), start, end)
    credit = within(script.hits.cues(Cue.CREDIT_NOTE), start, end)
    item = reference.item if reference else None
    payment, paid_on = _row_payment(script, header, row, references) if header else (None, None)
    return ItemRow(
        row=row, start=start, end=end, reference=reference, amounts=list(amounts),
        beside=_in_its_cell(script, list(distinct.values())), is_credit=item.is_credit if item else bool(credit),
        reason=reasons[0].key if reasons else None, payment=payment, paid_on=paid_on,
        currency=_row_currency(script, header, row),
    )  # fmt: skip


def _in_its_cell(script: Script, references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The documents of the ledger that stand right behind the first one, in its cell: 80451103、80451110."""
    found: list[Reference] = []
    for above, one in pairwise(references):
        if (
            not (one.item and above.item)
            or not (_is_behind(script, above, one) or _is_in_range(script, above, one))
            or script.place_of(above.start) != script.place_of(one.start)
        ):
            break
        found.append(one)
    return tuple(found)


def _is_behind(script: Script, above: Reference, one: Reference) -> bool:
    between = script.text[above.end : one.start]
    return above.end <= one.start and _BESIDE.fullmatch(between) is not None


def _is_in_range(script: Script, above: Reference, one: Reference) -> bool:
    """True for the numbers that a range spans, its last one too: SI-1001 to SI-1004. Those between stand where it stands."""
    if above.start == one.start:
        return True
    between = script.text[above.end : one.start]
    if above.end > one.start or len(between) > _LONGEST_JOIN:
        return False
    start = above.end + len(between) - len(between.lstrip())
    joins = within(script.hits.cues(Cue.RANGE), start, one.start)
    is_word = any(hit.start == start and hit.end == start + len(between.strip()) for hit in joins)
    return is_word or _DASH.fullmatch(between) is not None


def _row_payment(
    script: Script, header: Header, row: int, references: Sequence[Reference]
) -> tuple[str | None, date | None]:
    """Reference and day of the payment that a row belongs to, where columns say it for each row.

    A column that holds the number of the document that is paid is none: Verwendungszweck; nor is one of accounts.
    """
    payment = paid_on = None
    for heading in header.of(Column.REFERENCE):
        for place in places_under(script, header, heading, row):
            is_of_row = any(place.start <= one.start < place.end for one in references)
            if not is_of_row and not ibans(script.text, place.start, place.end):
                payment = script.text[place.start : place.end]
    for heading in header.of(Column.PAYMENT_DATE):
        for place in places_under(script, header, heading, row):
            paid_on = next((day.value for day in script.days_in(place.start, place.end) if day.value), None)
    return payment, paid_on


def _row_currency(script: Script, header: Header | None, row: int) -> str | None:
    for heading in header.of(Column.CURRENCY) if header else ():
        for place in places_under(script, header, heading, row) if header else ():
            text = script.text[place.start : place.end].strip()
            if len(text) == 3 and text.isupper():
                return "CNY" if text == "RMB" else text
    return None


def count_words(script: Script, start: int, end: int) -> int:
    """Words of a stretch that are no numbers, days or currency codes."""
    count = 0
    for word in script.text[start:end].replace(",", " ").split():
        letters = "".join(character for character in word if character.isalpha())
        if letters and len(letters) > 1 and not (len(letters) == 3 and letters.isupper()):
            count += 1 if letters[0] < SPACELESS_FROM or len(letters) < 5 else len(letters) // 3
    return count


def column_sums(items: Sequence[ItemRow]) -> set[Decimal]:
    """What the amounts of these rows make, by their places from the left; and the last of each."""
    told = [item.amounts for item in items if item.amounts]
    columns = [*zip(*told, strict=False), [amounts[-1] for amounts in told]] if told else []
    return {sum((amount.value for amount in column), Decimal()) for column in columns}


def is_zero(amount: Amount | None) -> bool:
    """True for an empty cell, and for nothing paid."""
    return amount is None or amount.value == Decimal(0)
