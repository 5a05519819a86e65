"""Turns the words of a row's status into whether the row is paid: on hold, gesperrt, 未付."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from agent.extract.tabular.columns import Header
from agent.extract.tabular.items import ItemRow, heading_of, places_under
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Column, Cue, Hit, Label, Status

_MOST_ROWS: Final = 60  # between a heading and a row of its list
_NEAR: Final = 4_000  # characters before and after an empty box, in which others may be ticked
_BOX: Final = re.compile(r"[-*•]?\s*(?:\[(?P<tick>[ xX✓✔]?)\]|[☐□])")
_TICKED: Final = re.compile(r"\[[xX✓✔]\]|[☑☒✅✔]")
LONGEST_REMARK: Final = 40  # characters of a cell that is a status with a remark
_MOST_SIGNS: Final = 12  # of a cell in a script without spaces that ends in its status
_FIRST_HAN: Final = "\u3400"
_AROUND: Final = " \t-–—:;,.()[]（）【】<>=*!→←"
_REMARK: Final = tuple(",;:(-–—（，；：")


def stretches(script: Script, rows: Sequence[ItemRow]) -> list[tuple[int, int]]:
    """What each row covers of the text; of several side by side on one row each from its document to the next one's."""
    shared = Counter(row.row for row in rows)
    found = []
    for row in rows:
        first, last = script.row_span(row.row)
        start, end = min(first, row.start), max(last, row.end)
        if shared[row.row] > 1 and row.reference:
            start = row.reference.start
            beside = (one.reference.start for one in rows if one.row == row.row and one.reference)
            end = min((other for other in beside if other > start), default=last)
        found.append((start, end))
    return found


def is_unpaid(script: Script, header: Header | None, row: ItemRow, stretch: tuple[int, int]) -> bool:
    """True for a row of which a cell of its own, its first or its last words say that it is not paid."""
    if _is_headed_as_unpaid(script, row) or _is_unticked(script, row):
        return True
    start, end = stretch
    if not (
        within(script.hits.cues(Cue.UNPAID_STATUS), start, end)
        or within(script.hits.of("statuses", Status.NO), start, end)
    ):
        return False
    cells = [one for one in script.places_of_row(row.row) if one.end > one.start and start <= one.start < end]
    if any(
        (_is_status(script, cell) and not (row.is_credit and not _is_whole(script, cell.start, cell.end)))
        or _is_no(script, header, cell)
        or _is_remark(script, cell.start, cell.end)
        for cell in cells
    ):
        return True
    first_end = row.reference.start if row.reference else row.start
    last_start = max((amount.end for amount in row.amounts), default=row.end)
    return _is_whole(script, start, first_end) or (
        len(cells) == 1 and (_is_whole(script, last_start, end) or _is_remark(script, last_start, end))
    )


def unpaid_by_state(script: Script, header: Header | None, rows: Sequence[ItemRow]) -> set[int]:
    """The lines of rows that a column of states says something else of than of those that are paid: 已付款 | 银行受理.

    In a format's table any column may be one; of text and pages it is headed as one.
    """
    columns: dict[int, list[tuple[int, bool]]] = {}
    nouns = {(hit.start, hit.end) for hit in script.hits.cues(Cue.PAYMENT_NOUN)}
    may_say = script.hits.cues(Cue.PAID) or script.hits.of("statuses", Status.DONE)
    for row in rows if may_say else ():
        for column, cell in _state_cells(script, header, row.row):
            text = script.text[cell.start : cell.end].strip(_AROUND)
            if text and len(text) <= LONGEST_REMARK and not any(map(str.isdigit, text)):
                columns.setdefault(column, []).append((row.row, _says_paid(script, cell, nouns)))
    return {
        row
        for states in columns.values()
        if len(states) == len(rows) and any(paid for _, paid in states)
        for row, paid in states
        if not paid
    }


def _state_cells(script: Script, header: Header | None, row: int) -> Iterator[tuple[int, Place]]:
    """The cells of a row that may say its state, each with its column."""
    if script.rows[row].table is not None:
        yield from ((cell.column, cell) for cell in script.places_of_row(row))
        return
    if header is None:
        return
    starts = {hit.start for hit in script.hits.labels(Label.STATUS)}
    for heading in header.headings:
        if heading.start in starts:
            yield from ((heading.column, cell) for cell in places_under(script, header, heading, row))


def _says_paid(script: Script, cell: Place, nouns: set[tuple[int, int]]) -> bool:
    """True for a cell that is a verb of payment, and no way of one: 已付款, Paid, Executed."""
    hits = within(script.hits.cues(Cue.PAID), cell.start, cell.end)
    hits += within(script.hits.of("statuses", Status.DONE), cell.start, cell.end)
    return any(
        _is_alone(script, cell.start, cell.end, hit) and (hit.start, hit.end) not in nouns for hit in hits
    )


def _is_unticked(script: Script, row: ItemRow) -> bool:
    """True for an empty box before a document's number, where others are ticked: [ ] INV-2."""
    start = script.row_span(row.row)[0]
    mark = _BOX.match(script.text, start)
    is_empty = mark is not None and not (mark["tick"] or "").strip()
    return is_empty and bool(_TICKED.search(script.text, max(0, start - _NEAR), start + _NEAR))


def _is_headed_as_unpaid(script: Script, row: ItemRow) -> bool:
    """True for a row of a list that stands to the right of another one, below "Open items" and headings of its own."""
    cell = script.place_of(row.reference.start) if row.reference else None
    if cell is None or cell.column == 0 or not script.hits.cues(Cue.UNPAID_STATUS):
        return False
    has_heading = False
    for above in range(row.row - 1, max(-1, row.row - _MOST_ROWS), -1):
        if script.rows[above].page != script.rows[row.row].page:
            return False
        places = [one for one in script.places_of_row(above) if one.end > one.start]
        over = next((one for one in places if one.box[0] < cell.box[2] and cell.box[0] < one.box[2]), None)
        if over is None or script.references_in(over.start, over.end):
            continue
        if has_heading and _is_status(script, over):
            return over is not places[0]
        if has_heading or not within(script.hits.section("columns"), over.start, over.end):
            return False
        has_heading = True
    return False


def _is_remark(script: Script, start: int, end: int) -> bool:
    """True for words that begin with a status and go on to say why: INV-1 300.00 <- not included, no proof of delivery."""
    hits = within(script.hits.cues(Cue.UNPAID_STATUS), start, end)
    first = next((hit for hit in hits if not script.text[start : hit.start].strip(_AROUND)), None)
    if first is None or any(one.isdigit() for one in script.text[first.end : end]):
        return False
    has_words = " " in script.text[first.start : first.end]
    return has_words or script.text[first.end : end].lstrip(" ")[:1] in _REMARK


def _is_status(script: Script, cell: Place) -> bool:
    """True for a cell that begins with a status of what is not paid, and holds neither number nor amount.

    In a script without spaces what is said last is the status: 财务总监审批中.
    """
    if cell.end - cell.start > LONGEST_REMARK or any(
        one.isdigit() for one in script.text[cell.start : cell.end]
    ):
        return False
    hits = within(script.hits.cues(Cue.UNPAID_STATUS), cell.start, cell.end)
    if any(not script.text[cell.start : hit.start].strip(_AROUND) for hit in hits):
        return True
    is_last = any(hit.end == cell.end and script.text[hit.start] > _FIRST_HAN for hit in hits)
    is_short = cell.end - cell.start <= _MOST_SIGNS
    return is_last and is_short and not within(script.hits.cues(Cue.PAID, Cue.OPEN), cell.start, cell.end)


def _is_no(script: Script, header: Header | None, cell: Place) -> bool:
    """True for "No" under a heading that asks whether it was paid."""
    hits = within(script.hits.of("statuses", Status.NO), cell.start, cell.end)
    if not any(_is_alone(script, cell.start, cell.end, hit) for hit in hits):
        return False
    if _asks_whether_paid(script, cell):
        return True
    heading = heading_of(script, header, cell.start, cell.end) if header else None
    return heading is not None and heading.role in (Column.PAID, Column.DESCRIPTION)


def _asks_whether_paid(script: Script, cell: Place) -> bool:
    """True for a cell of a format's table below words of payment that head its column: 是否已付."""
    table = script.rows[cell.row].table
    for row in range(cell.row - 1, max(-1, cell.row - _MOST_ROWS), -1):
        if table is None or script.rows[row].table != table:
            return False
        above = next(
            (one for one in script.places_of_row(row) if one.column == cell.column and one.end > one.start),
            None,
        )
        if above and within(script.hits.cues(Cue.PAID), above.start, above.end):
            return True
    return False


def _is_whole(script: Script, start: int, end: int) -> bool:
    """True for words that are a status and nothing else: Previous balance INV-1, INV-1 300.00 (on hold)."""
    hits = within(script.hits.cues(Cue.UNPAID_STATUS), start, end)
    return any(_is_alone(script, start, end, hit) for hit in hits)


def _is_alone(script: Script, start: int, end: int, hit: Hit) -> bool:
    return not (script.text[start : hit.start] + script.text[hit.end : end]).strip(_AROUND)
