"""Gives the rows of a list the days on which each was paid, where the ledger shows that they are no days of the documents."""

from datetime import date, timedelta
from typing import Final

from agent.extract.tabular.items import ItemRow, ItemTable
from agent.extract.text.script import Script

_LATELY: Final = timedelta(days=14)  # before the mail


def name_days(script: Script, table: ItemTable) -> None:
    """The day before each number of a list without headings, as the day of its payment: 10 Nov INV-1 500.00, 11 Nov INV-2 90.00.

    Only where it lies shortly before the mail, after the document was issued, is no due day, the rows differ, and no
    total makes one payment of them.
    """
    if table.header is not None or script.sent_on is None or len(table.items) < 2 or table.totals:
        return
    days = [_day_before(script, row) for row in table.items]
    if None in days or len(set(days)) < 2:
        return
    for row, day in zip(table.items, days, strict=True):
        row.paid_on = day


def _day_before(script: Script, row: ItemRow) -> date | None:
    item = row.reference.item if row.reference else None
    if item is None or row.reference is None or script.sent_on is None:
        return None
    days = [day for day in script.days_in(row.start, row.reference.start) if day.value]
    day = days[0].value if len(days) == 1 else None
    if day is None or script.text[row.start : days[0].start].strip():
        return None
    is_lately = script.sent_on - _LATELY <= day <= script.sent_on
    return day if is_lately and day > item.issued_on and day != item.due_on else None
