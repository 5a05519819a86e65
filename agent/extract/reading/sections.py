"""Cuts a table where a line between its rows says that what follows is paid, or is not."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from agent.extract.reading.contrast import carries, lead_of, rows_ahead
from agent.extract.speech.acts import Act
from agent.extract.speech.clauses import has_verb
from agent.extract.speech.sentence import Sentence
from agent.extract.tabular.columns import Heading
from agent.extract.tabular.items import ItemTable, places_under
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Label, Status

_TRANSFER: Final = timedelta(days=3)  # that a transfer under way may still take
_LONGEST_STATUS: Final = 12  # characters before the words for the day
_START: Final = attrgetter("start")
_HEADING_ACTS: Final = (Act.PAYS, Act.INTENDS, Act.OBJECTS, Act.REFUSES)


def sections_of(
    script: Script, sentences: Sequence[Sentence], table: ItemTable, sent_on: date | None
) -> list[tuple[ItemTable, Act]]:
    """A table, cut where a line between its rows says that what follows is paid, or is not; each with what it does."""
    act = _lead(script, sentences, table)
    if ahead := rows_ahead(script, table, sent_on) if act in (Act.PAYS, Act.NEUTRAL) else []:
        told = [row for row in table.items if row not in ahead]
        return [(replace(table, items=told), act), (replace(table, items=ahead), Act.INTENDS)]
    lead = lead_of(script, sentences, table)
    is_title = lead is not None and act is Act.PAYS and not has_verb(script, lead.start, lead.end)
    if is_title and _is_plan(script, table, sent_on):
        act = Act.INTENDS  # 应付账款付款表 | 预计付款日
    if act is Act.NEUTRAL and (_is_schedule(script, table, sent_on) or _is_plan(script, table, sent_on)):
        act = Act.INTENDS
    pieces: list[tuple[int, Act]] = [(script.row_span(table.first_row)[0], act)]
    taken = table.rows()
    end = script.row_span(table.last_row)[1]
    first, last = (bisect_left(sentences, at, key=_START) for at in (pieces[0][0], end))
    for one in sentences[first:last]:
        is_between = script.row_of(one.start + 1) not in taken
        is_heading = one.act in _HEADING_ACTS and not carries(script, one)
        if is_between and is_heading and not script.references_in(one.start, one.end):
            pieces.append((one.start, one.act))
    if len(pieces) == 1:
        return [(table, act)]
    ends = [start for start, _ in pieces[1:]] + [len(script.text)]
    cut = (
        (table_part(script, table, start, end), act) for (start, act), end in zip(pieces, ends, strict=True)
    )
    return [(part, act) for part, act in cut if part.items]


def table_part(script: Script, table: ItemTable, start: int, end: int) -> ItemTable:
    """The rows of a table between two places."""

    def inside(row: int) -> bool:
        return start <= script.row_span(row)[0] < end

    items = [row for row in table.items if inside(row.row)]
    rows = [row.row for row in items]
    return replace(
        table,
        items=items, others=[row for row in table.others if inside(row.row)],
        totals=[row for row in table.totals if inside(row.row)],
        first_row=min(rows, default=table.first_row), last_row=max(rows, default=table.last_row),
    )  # fmt: skip


def _is_schedule(script: Script, table: ItemTable, sent_on: date | None) -> bool:
    """True for a list of which each row has a day of its own that is still to come."""
    if table.header is not None or sent_on is None or len(table.items) < 2:
        return False
    days = [
        {day.value for day in script.days_in(*script.row_span(row.row)) if day.value} for row in table.items
    ]
    said = {day for of_row in days for day in of_row}
    return all(days) and len(said) > 1 and all(day > sent_on for day in said)


def _is_plan(script: Script, table: ItemTable, sent_on: date | None) -> bool:
    """True for a table whose columns of what is paid are all of plans, or whose days, of payment or of nobody knows what, are all to come."""
    paid = [column for column in table.columns if column.role is Column.PAID]
    if paid and all(column.status is Status.PLANNED for column in paid):
        return True
    headings = table.header.of(Column.PAYMENT_DATE, Column.DATE) if table.header else ()
    heading = next((one for one in headings if _tells_day(script, one)), None)
    if heading is None or table.header is None or sent_on is None:
        return False
    cells = [places_under(script, table.header, heading, row.row) for row in table.items]
    days = [
        next((day.value for one in places for day in script.days_in(one.start, one.end)), None)
        for places in cells
    ]
    if _is_planned(script, heading) and all(day is not None and day > sent_on + _TRANSFER for day in days):
        return True
    is_paid = heading.role is Column.DATE and _is_told(script, table, sent_on)
    return len(set(days)) > 1 and not is_paid and all(day is not None and day > sent_on for day in days)


def _is_told(script: Script, table: ItemTable, sent_on: date) -> bool:
    """True where a list has its sum below, or a day that is past stands above it: its own days are none of plans."""
    above = script.days_in(0, script.row_span(table.first_row)[0])
    return bool(table.totals) or any(day.value and day.value <= sent_on for day in above)


def _tells_day(script: Script, heading: Heading) -> bool:
    """True for days of payment, and for days of which the heading does not say that documents are due or billed on them."""
    dates = script.hits.labels(Label.ANY_DATE)
    return heading.role is Column.PAYMENT_DATE or any(
        (hit.start, hit.end - hit.start) == (heading.start, len(heading.text)) for hit in dates
    )


def _is_planned(script: Script, heading: Heading) -> bool:
    """True under a heading that says of the day that it is expected: 预计付款日."""
    start, end = heading.start - _LONGEST_STATUS, heading.start + len(heading.text)
    place = script.place_of(heading.start)
    hits = within(
        script.hits.of("statuses", Status.PLANNED), max(start, place.start if place else start), end
    )
    return bool(hits)


def _lead(script: Script, sentences: Sequence[Sentence], table: ItemTable) -> Act:
    """What the sentence before a list does."""
    lead = lead_of(script, sentences, table)
    return lead.act if lead else Act.NEUTRAL
