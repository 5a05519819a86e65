"""Says where the list of the next payment begins under headings that are the same as those of the list before it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from agent.extract.tabular.items import ItemTable, TotalRow
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Label

_NUMBER: Final = re.compile(r"(?<![\w.,/-])[A-Za-z]{0,6}[-/]?\d[\w/-]{3,}(?![\w/]|[.,]\d)")
_LABELS: Final = (Label.REFERENCE_BANK, Label.REFERENCE, Label.REFERENCE_WEAK, Label.DATE)


def are_payments(script: Script, tables: Sequence[ItemTable]) -> bool:
    """True where each list stands below a day and a number of a payment, and no two below the same number."""
    numbers = []
    last = 0
    for table in tables:
        numbers.append(_number_of_payment(script, range(last, table.first_row)))
        last = max(table.rows()) + 1
    return None not in numbers and len(set(numbers)) == len(numbers) > 1


def _number_of_payment(script: Script, rows: Iterable[int]) -> str | None:
    """The number in the last of these rows that tells a payment's day and its number, one of them behind its label."""
    found = None
    for row in rows:
        start, end = script.row_span(row)
        days = [day for day in script.days_in(start, end) if day.is_said]
        if not days or not within(script.hits.labels(*_LABELS), start, end):
            continue
        taken = [(day.start, day.end) for day in days]
        taken += [(one.start, one.end) for one in script.amounts_in(start, end) if not one.is_plain]
        for number in _NUMBER.finditer(script.text, start, end):
            if not any(number.start() < stop and begin < number.end() for begin, stop in taken):
                found = number[0]
                break
    return found


def own_totals(table: ItemTable) -> list[TotalRow]:
    """The totals of a list that is a payment's own: what is called a subtotal is all of it."""
    return [replace(total, is_part=False) for total in table.totals]
