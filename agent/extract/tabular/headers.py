"""Turns the rows of headings of a document into the headers of its tables, of one row or of up to three."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Final

from agent.extract.tabular.cell_values import SUM, are_codes, are_numbers
from agent.extract.tabular.columns import MONEY, NUMBERED, Header, Heading, nearest
from agent.extract.tabular.heading_row import apart, currency_in, headings_of_row, letters_in
from agent.extract.tabular.stacks import MOST_LINES, Stack, goes_on_below, tall_stacks
from agent.extract.text.currencies import CURRENCIES
from agent.extract.text.script import Script, within
from agent.extract.text.setting import PAGES
from agent.rules.vocabulary import Column, Cue, Label, Status, Vocabulary

_BILLED: Final = (Column.AMOUNT, Column.GROSS, Column.PAID)
_ROWS_BELOW: Final = 4  # of a heading that show how its columns lie
_LEAST_COVERED: Final = 0.5  # of a heading row's letters must be known headings
_LEAST_CELLS: Final = 3  # of a heading row that the row below bears out


def find_headers(script: Script, vocabulary: Vocabulary) -> list[Header]:
    """The heading rows of a document, from the top."""
    headings = cache(partial(headings_of_row, script))  # a row is looked at as the second of two, too
    headers: list[Header] = []
    row = 0
    while row < len(script.row_starts):
        header = _header_at(script, row, vocabulary, headings)
        if header:
            headers.append(header)
            row = header.next_row
        else:
            row += 1
    return headers


def _header_at(
    script: Script, row: int, vocabulary: Vocabulary, headings_of: Callable[[int], list[Heading]]
) -> Header | None:
    if not _may_head(script, row):
        return None
    headings = headings_of(row)
    if tall := _tall(script, row, vocabulary, headings_of):
        return tall
    if _is_header(script, row, headings):
        told = _as_filled(script, row, headings)
        return Header(row=row, next_row=row + 1, headings=told, table=script.rows[row].table)
    below = headings_of(row + 1) if row + 1 < len(script.row_starts) and _may_head(script, row + 1) else []
    if not headings and not below:
        return None
    return None if _is_header(script, row + 1, below) else _stacked(script, row, vocabulary)


def _as_filled(script: Script, row: int, headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Headings as what stands below shows them: over codes of currencies no deduction (WKZ), over numbers no payment.

    A column that is called a payment holds its numbers where they are digits alone and another column has sums; one
    called a claim, or a fine, holds no money where words and codes stand in every cell and sums in another column's.
    """
    below = _cells_below(script, row, headings)
    sums = [below.get(one.start, []) for one in headings if one.role in MONEY]
    sums = [cells for cells in sums if all(map(SUM.search, cells))]
    billed = [below.get(one.start, []) for one in headings if one.role in _BILLED]
    billed = [cells for cells in billed if cells and all(map(SUM.search, cells))]
    told = []
    for one in headings:
        cells = below.get(one.start, ()) if one.role in MONEY else ()
        if cells and all(cell in CURRENCIES for cell in cells):
            told.append(replace(one, role=Column.CURRENCY))
        elif cells and sums and are_numbers(cells, billed):
            told.append(
                replace(one, role=Column.OWN_NUMBER if _has_reference(script, row) else Column.REFERENCE)
            )
        elif cells and sums and are_codes(cells):
            told.append(replace(one, role=Column.DESCRIPTION))
        else:
            told.append(one)
    return tuple(told)


def _has_reference(script: Script, row: int) -> bool:
    """True where a reference of the one payment stands above the headings: their column of numbers is another's."""
    start = script.row_span(row)[0]
    return any(
        any(map(str.isdigit, script.text[hit.end : script.row_span(script.row_of(hit.start))[1]]))
        for hit in within(script.hits.labels(Label.REFERENCE_BANK, Label.REFERENCE), 0, start)
    )


def _cells_below(script: Script, row: int, headings: Sequence[Heading]) -> dict[int, list[str]]:
    """What stands in the next rows under each heading, by where the heading begins."""
    in_table = script.rows[row].table is not None
    found: dict[int, list[str]] = {}
    rows = range(row + 1, min(row + 1 + _ROWS_BELOW, len(script.row_starts)))
    cells = [[one for one in script.places_of_row(other) if one.end > one.start] for other in rows]
    for place in (one for line in cells if len(line) > 1 for one in line):  # no "Total 2,280.00" alone
        over = (
            next((one for one in headings if one.column == place.column), None)
            if in_table
            else nearest(headings, place.box[0], place.box[2])
        )
        if over:
            found.setdefault(over.start, []).append(script.text[place.start : place.end].strip())
    return found


def _may_head(script: Script, row: int) -> bool:
    start, end = script.row_span(row)
    if any(not amount.is_plain for amount in script.amounts_in(start, end)):
        return False
    said = (day for day in script.days_in(start, end) if day.is_said and not day.is_relative)
    if not all(_is_of_heading(script, day.start) for day in said):
        return False
    return not any(reference.item for reference in script.references_in(start, end))


def _is_of_heading(script: Script, at: int) -> bool:
    """True for a day in a heading of what was paid, then or before: Paid 5 Nov, Previously paid on 15 Oct."""
    place = script.place_of(at)
    if place is None:
        return False
    if within(script.hits.of("statuses", Status.EARLIER), place.start, at):
        return True
    paid = (hit for hit in within(script.hits.section("columns"), place.start, at) if hit.key == Column.PAID)
    return script.rows[place.row].table is not None and any(hit.start == place.start for hit in paid)


def _is_header(script: Script, row: int, headings: Sequence[Heading]) -> bool:
    if len(headings) < 2 or _is_title(script, row) or len({heading.column for heading in headings}) < 2:
        return False
    roles = {heading.role for heading in headings}
    if not ((roles & NUMBERED and roles & MONEY) or (len(headings) > 3 and roles & MONEY)):
        return False
    start, end = script.row_span(row)
    letters = sum(character.isalpha() for character in script.text[start:end])
    covered = sum(sum(character.isalpha() for character in heading.text) for heading in headings)
    return covered >= _LEAST_COVERED * letters or _is_borne_out(script, row, headings)


def _is_borne_out(script: Script, row: int, headings: Sequence[Heading]) -> bool:
    """True where the row below has a document of the ledger under a heading of numbers, and an amount under the last cell, a heading of money.

    Words of a trade that nobody knows may stand between: Objekt | Rechnung | Leistung | Lohnanteil | Betrag.
    """
    cells = [place for place in script.places_of_row(row) if place.end > place.start]
    below = (
        [place for place in script.places_of_row(row + 1) if place.end > place.start]
        if row + 1 < len(script.row_starts)
        else []
    )
    last = next((one for one in headings if one.role in MONEY and cells[-1].start <= one.start), None)
    if last is None or len(cells) < _LEAST_CELLS or len(below) != len(cells):
        return False
    named = {
        at
        for at, place in enumerate(below)
        if any(one.item for one in script.references_in(place.start, place.end))
    }
    numbers = {
        at
        for at, place in enumerate(cells)
        if any(one.role in NUMBERED and place.start <= one.start < place.end for one in headings)
    }
    amounts = script.amounts_in(below[-1].start, below[-1].end + 1)
    return bool(named) and named <= numbers and any(not one.is_plain for one in amounts)


def _is_title(script: Script, row: int) -> bool:
    """True for one cell of text that is what an advice is called, or over rows that hold no amount: "Invoice Payment Notice"."""
    cells = [place for place in script.places_of_row(row) if place.end > place.start]
    if len(cells) != 1 or script.rows[row].table is not None:
        return False
    letters = letters_in(script, cells[0].start, cells[0].end)
    named = within(script.hits.cues(Cue.ADVICE), cells[0].start, cells[0].end)
    if any(letters_in(script, hit.start, hit.end) == letters for hit in named):
        return True
    below = range(row + 1, min(row + 3, len(script.row_starts)))
    return not any(script.amounts_in(*script.row_span(other)) for other in below)


def _tall(
    script: Script, row: int, vocabulary: Vocabulary, headings_of: Callable[[int], list[Heading]]
) -> Header | None:
    """A header of which a page breaks the headings over two or three lines, each in its column.

    Only where no line of it says as much by itself, or another one would be taken for a header of its own.
    """
    for count in range(MOST_LINES, 1, -1) if script.document.source in PAGES else ():
        below = range(row + 1, row + count)
        if below.stop > len(script.row_starts) or not all(_may_head(script, one) for one in below):
            continue
        stacks = tall_stacks(script, row, count)
        headings = _of_stacks(stacks, vocabulary)
        if not _is_stack_header(headings, len(stacks)):
            continue
        lines = [headings_of(one) for one in (row, *below)]
        again = any(_is_header(script, one, found) for one, found in zip(below, lines[1:], strict=True))
        if again or len(headings) > max(map(len, lines)):
            return Header(row=row, next_row=row + count, headings=tuple(headings), table=None)
    return None


def _stacked(script: Script, row: int, vocabulary: Vocabulary) -> Header | None:
    """A header of two rows, its headings broken over both: "Invoice" above "number"."""
    if (
        row + 1 >= len(script.row_starts)
        or not _may_head(script, row + 1)
        or script.rows[row].table is not None
        or (goes_on_below(script, row + 1) and not goes_on_below(script, row))
    ):
        return None
    upper, lower = script.places_of_row(row), script.places_of_row(row + 1)
    if (len(upper) < 2 and len(lower) < 2) or len(upper) + len(lower) > 40:
        return None
    stacks: list[Stack] = []
    used: set[int] = set()
    for place in upper:
        below = [other for other in lower if other.box[0] < place.box[2] and place.box[0] < other.box[2]]
        text = " ".join(script.text[one.start : one.end] for one in (place, *below))
        used.update(other.start for other in below)
        edges = [place.box, *(other.box for other in below)]
        left, right = min(box[0] for box in edges), max(box[2] for box in edges)
        stacks.append(Stack(left=left, right=right, text=text, start=place.start))
    stacks += [
        Stack(left=one.box[0], right=one.box[2], text=script.text[one.start : one.end], start=one.start)
        for one in lower
        if one.start not in used
    ]
    headings = _of_stacks(sorted(stacks, key=lambda one: (one.left, one.right)), vocabulary)
    if not _is_stack_header(headings, len(stacks)):
        return None
    return Header(row=row, next_row=row + 2, headings=tuple(headings), table=None)


def _of_stacks(stacks: Sequence[Stack], vocabulary: Vocabulary) -> list[Heading]:
    """The headings that stacks name, of each the longest phrase that is known; none where one was paid before or is to be: Previously / paid."""
    headings: list[Heading] = []
    for one in stacks:
        known = vocabulary.find(one.text)
        if known.of("statuses", Status.EARLIER, Status.PLANNED):
            return []
        if hits := apart(known.section("columns")):
            best = max(hits, key=lambda hit: hit.end - hit.start)
            currency = next((code for word in one.text.split() if (code := currency_in(word))), None)
            headings.append(
                Heading(
                    role=Column(best.key), column=len(headings), left=one.left, right=one.right,
                    text=one.text[best.start : best.end], currency=currency, start=one.start,
                )
            )  # fmt: skip
    return headings


def _is_stack_header(headings: Sequence[Heading], stacks: int) -> bool:
    roles = {heading.role for heading in headings}
    return len(headings) >= 3 and len(headings) * 2 > stacks and bool(roles & NUMBERED and roles & MONEY)
