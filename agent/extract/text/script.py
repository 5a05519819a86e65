"""Turns a document into one string that knows its rows, cells and boxes, and all that stands in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Final

from agent.extract.text.currencies import CURRENCIES
from agent.extract.text.day import Day
from agent.extract.text.days import find_days, find_months, settled
from agent.extract.text.hanzi import find_capitals
from agent.extract.text.masks import Masks, never_amounts
from agent.extract.text.numbers import Amount, find_amounts
from agent.extract.text.reference import Reference
from agent.extract.text.references import Finder
from agent.extract.text.setting import PAGES, Place, columns_before, set_rows, width_of
from agent.extract.text.worded import find_worded
from agent.facts.documents import Box, Document, Row, Span
from agent.rules.vocabulary import SENTENCE_END, Cue, Hit, Hits, Label, Vocabulary

_SHORT_LEAD: Final = 3  # characters before a label that begins its cell: a bullet
_start: Final = attrgetter("start")
_ROW: Final = 300  # characters before and after a cell that are its row
_LEAST_IN_CELL: Final = 4  # digits
_ABBREVIATION: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,3}\Z")
_BESIDE: Final = re.compile(r" ?[:=(（的]? ?")
_ENDS: Final = re.compile(r"[,，;；、)）。]|\.(?!\d)|\s+[&+]\s|[ ]*(?:\n|\Z)")
_YEAR: Final = re.compile(r"20[1-4]\d")
_PLAIN_NUMBER: Final = re.compile(
    r"[ \t:：#.\-]{0,6}(\d{2,30}(?: \d{2,12}(?![\d.,]|\s?(?:[A-Z]{3}\b|[€$£¥元]))){1,4}|\d{3,30})(?![\d.,]\d)(?!\d)"
)


_SHORT_CELL: Final = 400
_FAR_DAYS: Final = 120  # from the mail: who writes 11/05 in November may mean the 5th of it after all


class Script:
    """One document, read as one string; offsets in `text` are the places of everything."""

    def __init__(
        self, document: Document, finder: Finder, vocabulary: Vocabulary, sent_on: date | None
    ) -> None:
        self.document = document
        self.sent_on = sent_on
        self.firms = vocabulary.firms
        self.rows: tuple[Row, ...] = document.rows
        self.text, self.places, self.row_starts = set_rows(document)
        self._starts = [place.start for place in self.places]
        self._columns: dict[int, list[int]] = {}  # of long cells, by where they begin
        self.hits: Hits = vocabulary.find(self.text)
        self._days_written = vocabulary.days
        self._short_words = vocabulary.short_words
        self._read(finder, vocabulary, sent_on)
        self._sentences: list[tuple[int, int]] | None = None

    def _read(self, finder: Finder, vocabulary: Vocabulary, sent_on: date | None) -> None:
        masks = Masks(len(self.text), never_amounts(self.text))
        days = find_days(self.text, self.hits, sent_on, vocabulary.days)
        masks.add(
            (day.start, day.end)
            for day in days
            if day.is_said
            and (not day.is_relative or any(map(str.isdigit, self.text[day.start : day.end])))  # 20号
        )
        self.references: list[Reference] = finder.find(self.text, self.hits, masks)
        self.references = sorted([*self.references, *self._in_cells(finder, masks)], key=_start)
        if self.document.recognised:
            self.references = [
                replace(one, is_exact=one.is_exact and one.is_spelled) for one in self.references
            ]
        proofs = (
            (day, reference.item.issued_on)
            for day in days
            if day.alternatives
            for reference in self.references_in(*self.row_span(self.row_of(day.start)))
            if reference.item
        )
        is_open = any(day.alternatives and day.value is None for day in days)
        is_far = sent_on is not None and any(
            abs((one.alternatives[0] - sent_on).days) > _FAR_DAYS for one in days if one.alternatives
        )
        is_day_first = (
            is_open and not is_far and vocabulary.language_of(self.text) in vocabulary.days.day_first_only
        )
        self.days: list[Day] = settled(days, proofs, is_day_first=is_day_first)
        self.capitals: list[tuple[int, int, Decimal]] = [
            *find_capitals(self.text),
            *find_worded(
                self.text,
                vocabulary.numerals,
                vocabulary.cents,
                vocabulary.joiners,
                self.hits.labels(Label.WORDS),
            ),
        ]
        masks.add(self._numbers_of_other_things(masks))
        masks.add((start, end) for start, end, _, _ in self.months)  # the 10 of 10月已付
        hits = self.hits
        said = [*hits.section("currency_signs"), *hits.section("currencies")]
        amounts = find_amounts(self.text, masks, said, hits.section("multipliers"))
        amounts = self._in_money_columns(self._without_goods(amounts))
        self.amounts: list[Amount] = [self._of_document(amount, finder) for amount in amounts]

    def _without_goods(self, amounts: list[Amount]) -> list[Amount]:
        """Without prices of one (2.38 EUR/kg, 1,180.00 per tonne) and quantities (0.8 tonnes)."""
        prices = {hit.start for hit in self.hits.cues(Cue.RATE)}
        goods = {hit.start for hit in self.hits.cues(Cue.GOODS)}
        if not prices and not goods:
            return amounts
        kept = []
        for one in amounts:
            after = one.end + (self.text[one.end : one.end + 1] == " ")
            if after not in prices and (one.currency or one.sign or after not in goods):
                kept.append(one)
        return kept

    def _in_money_columns(self, amounts: list[Amount]) -> list[Amount]:
        """Digits alone in a column of a format's table are money where other cells of it show decimals: 2200, 1975.4."""
        placed = [(amount, self.place_of(amount.start)) for amount in amounts]
        cells = {
            amount.start: (self.rows[place.row].table, place.column)
            for amount, place in placed
            if place
            and self.rows[place.row].table is not None
            and place.end - place.start == amount.end - amount.start
        }
        money = {cells[amount.start] for amount in amounts if amount.start in cells and not amount.is_plain}
        return [
            replace(amount, is_plain=False)
            if amount.is_plain and cells.get(amount.start) in money
            else amount
            for amount in amounts
        ]

    def name(self, found: Sequence[Reference], finder: Finder) -> None:
        """Take these as references too; digits of theirs are no amounts."""
        if found:
            starts = {reference.start for reference in found}
            self.references = sorted([*self.references, *found], key=_start)
            kept = [amount for amount in self.amounts if amount.start not in starts]
            self.amounts = [self._of_document(amount, finder) for amount in kept]

    def _in_cells(self, finder: Finder, masks: Masks) -> Iterator[Reference]:
        """The sender's numbers, however short, that are all of a cell of a table, where its row names no other."""
        for place in self.places:
            text = self.text[place.start : place.end]
            if self.rows[place.row].table is None or not text.isdigit() or len(text) < _LEAST_IN_CELL:
                continue
            item = finder.ledger.number(text)
            if item is None or item.customer_id not in finder.senders or masks.covers(place.start, place.end):
                continue
            if not self.references_in(*self.row_span(place.row)):
                masks.add([(place.start, place.end)])
                yield Reference(start=place.start, end=place.end, text=text, item=item)

    def _of_document(self, amount: Amount, finder: Finder) -> Amount:
        """Digits alone right after a number of the ledger are its amount: (INV-1001 1000 and INV-1003 300)."""
        if not amount.is_plain or not (_ENDS.match(self.text, amount.end) or self._is_joined(amount.end)):
            return amount
        near = self.references_in(max(0, amount.start - 40), amount.start)
        spelled = self.text[amount.start : amount.end]
        is_beside = near and near[-1].item and _BESIDE.fullmatch(self.text, near[-1].end, amount.start)
        if not is_beside or len(spelled) < 2 or finder.ledger.shortened(spelled) or _YEAR.fullmatch(spelled):
            return amount
        return replace(amount, is_plain=False)

    def _is_joined(self, end: int) -> bool:
        """True where a word such as "and" follows."""
        start = end + len(self.text[end : end + 3]) - len(self.text[end : end + 3].lstrip())
        return any(hit.start == start for hit in within(self.hits.cues(Cue.AND), end, end + 16))

    def _numbers_of_other_things(self, masks: Masks) -> Iterator[tuple[int, int]]:
        """Digits after labels of references, accounts and telephones: never money."""
        labels = (
            Label.REFERENCE_BANK, Label.REFERENCE, Label.REFERENCE_WEAK, Label.OTHER_REFERENCE, Label.ACCOUNT,
            Label.IGNORED, Label.PURCHASE_ORDER,
        )  # fmt: skip
        for hit in self.hits.labels(*labels):
            match = _PLAIN_NUMBER.match(self.text, hit.end)
            if match and not masks.covers(match.start(1), match.end(1)) and self._labels(hit, match.start(1)):
                yield match.start(1), match.end(1)

    def _labels(self, hit: Hit, start: int) -> bool:
        """True where a label's number stands in its cell, or in the next one of a label alone: not "Maint. contract | 4241".

        In a row that names a document of the ledger the next cell is a column of its own: INV-2001 | office | 1500.
        """
        place = self.place_of(hit.start)
        if place is None or start < place.end:
            return True
        first, last = self.row_span(place.row)
        row = self.references_in(max(first, hit.start - _ROW), min(last, start + _ROW))
        return hit.start - place.start < _SHORT_LEAD and not any(one.item for one in row)

    @property
    def months(self) -> list[tuple[int, int, int, int | None]]:
        """Months that are named: start, end, month, year where it is said."""
        return find_months(self.text, self.hits, self._days_written)

    def row_of(self, offset: int) -> int:
        """Index of the row that an offset stands in."""
        return max(0, bisect_right(self.row_starts, offset) - 1)

    def row_span(self, row: int) -> tuple[int, int]:
        """Start and end of a row in the text."""
        end = self.row_starts[row + 1] - 1 if row + 1 < len(self.row_starts) else len(self.text)
        return self.row_starts[row], end

    def place_of(self, offset: int) -> Place | None:
        """The cell that an offset stands in."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0 and self.places[index].end < offset:
            index -= 1
        return self.places[index] if index >= 0 else None

    def places_of_row(self, row: int) -> list[Place]:
        """The cells of a row, empty ones too."""
        start, end = self.row_span(row)
        first = bisect_right(self._starts, start - 1)
        return [place for place in self.places[first : bisect_right(self._starts, end)] if place.row == row]

    def extent(self, start: int, end: int) -> tuple[float, float]:
        """Left and right edge of text[start:end], in the units of its box."""
        place = self.place_of(start)
        if place is None:
            return (0.0, 0.0)
        if self.rows[place.row].table is not None and self.document.source not in PAGES:
            return place.box[0], place.box[2]
        if place.end - place.start <= _SHORT_CELL and self.text.isascii():
            scale = (place.box[2] - place.box[0]) / max(place.end - place.start, 1)
            last = min(end, place.end) - place.start
            return place.box[0] + (start - place.start) * scale, place.box[0] + last * scale
        scale = (place.box[2] - place.box[0]) / max(self._columns_to(place, place.end), 1)
        first, last = self._columns_to(place, start), self._columns_to(place, min(end, place.end))
        return place.box[0] + first * scale, place.box[0] + last * scale

    def _columns_to(self, place: Place, at: int) -> int:
        """The columns of a cell's text before a place in it; of a long cell they are counted once for all that is asked."""
        if place.end - place.start <= _SHORT_CELL:
            return width_of(self.text[place.start : at])
        if place.start not in self._columns:
            self._columns[place.start] = columns_before(self.text[place.start : place.end])
        return self._columns[place.start][at - place.start]

    def span(self, field: str, start: int, end: int) -> Span:
        """The proof that stands in text[start:end]."""
        place = self.place_of(start)
        box: Box = (0.0, 0.0, 0.0, 0.0)
        page = 1
        if place is not None:
            left, right = self.extent(start, end)
            box, page = (
                (round(left, 2), round(place.box[1], 2), round(right, 2), round(place.box[3], 2)),
                self.rows[place.row].page,
            )
        return Span(
            field=field, part=self.document.part, page=page, box=box, text=self.text[start:end].strip(),
            confidence=place.confidence if place else None,
        )  # fmt: skip

    def sentences(self) -> list[tuple[int, int]]:
        """The sentences of the text; a line break ends one, unless the line goes on."""
        if self._sentences is None:
            self._sentences = list(self._split())
        return self._sentences

    def _split(self) -> Iterator[tuple[int, int]]:
        start = 0
        inside = {index for day in self.days for index in range(day.start, day.end)}
        taking = {hit.end for hit in self.hits.cues(Cue.LESS)}  # abzgl. 2 % Skonto
        for match in SENTENCE_END.finditer(self.text):
            if match[0] == ".":
                before = self.text[max(0, match.start() - 4) : match.start()]
                if before.endswith((".", "./")) or match.start() in inside or match.start() in taking:
                    continue
                if self._is_abbreviated(before):
                    continue
            if self.text[start : match.end()].strip():
                yield start, match.end()
            start = match.end()
        if self.text[start:].strip():
            yield start, len(self.text)

    def _is_abbreviated(self, before: str) -> bool:
        """True for up to three letters before a full stop, if they are neither a word as it is nor a currency."""
        short = _ABBREVIATION.search(before)
        return short is not None and short[0] not in CURRENCIES and short[0].lower() not in self._short_words

    def sentence_of(self, offset: int) -> tuple[int, int]:
        """The sentence that an offset stands in."""
        spans = self.sentences()
        at = bisect_right(spans, offset, key=_first_of) - 1
        return spans[at] if at >= 0 and offset < spans[at][1] else self.row_span(self.row_of(offset))

    def references_in(self, start: int, end: int) -> list[Reference]:
        """References of a stretch."""
        if not self.references:
            return []
        return self.references[
            bisect_left(self.references, start, key=_start) : bisect_left(self.references, end, key=_start)
        ]

    def amounts_in(self, start: int, end: int) -> list[Amount]:
        """Amounts of a stretch."""
        if not self.amounts:
            return []
        return self.amounts[
            bisect_left(self.amounts, start, key=_start) : bisect_left(self.amounts, end, key=_start)
        ]

    def days_in(self, start: int, end: int) -> list[Day]:
        """Days of a stretch."""
        if not self.days:
            return []
        return self.days[bisect_left(self.days, start, key=_start) : bisect_left(self.days, end, key=_start)]


def within(hits: Sequence[Hit], start: int, end: int) -> list[Hit]:
    """The hits that stand wholly in a stretch; `hits` run from left to right."""
    if not hits:
        return []
    first, last = bisect_left(hits, (start,)), bisect_left(hits, (end,))  # a hit is a tuple that begins so
    return [hit for hit in hits[first:last] if hit.end <= end]


def _first_of(span: tuple[int, int]) -> int:
    return span[0]
