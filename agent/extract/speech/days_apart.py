"""Gives each of several documents that running text pays the day on which it was paid, where they differ."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from agent.extract.text.day import Day
from agent.extract.text.numbers import Amount
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue

_BESIDE: Final = (
    16  # characters between a document and a day of its own: "INV-1 dated 3 May", "INV-1 (due 3 May)"
)


def days_apart(
    script: Script, references: Sequence[Reference], amounts: Sequence[Amount]
) -> list[date] | None:
    """The days, in the order of the documents: each after its document, or each before it; None where one has none, or all have one.

    "INV-1 was paid on 2 May (100.00) and INV-2 on 9 May (200.00)". Days of the documents themselves are none.
    """
    begins = [min(one.start, amount.start) for one, amount in zip(references, amounts, strict=True)]
    ends = [max(one.end, amount.end) for one, amount in zip(references, amounts, strict=True)]
    if begins != sorted(begins):
        return None
    first, last = script.sentence_of(begins[0])[0], script.sentence_of(ends[-1] - 1)[1]
    if not within(script.hits.cues(Cue.PAID), first, begins[1] if len(begins) > 1 else last):
        return None  # goods that came on two days, paid on a third
    behind = zip(begins, [*begins[1:], last], strict=True)
    ahead = zip([first, *ends[:-1]], ends, strict=True)
    for stretches in (list(behind), list(ahead)):
        days = [
            _only(script, reference, *place) for reference, place in zip(references, stretches, strict=True)
        ]
        if None not in days and len(set(days)) > 1:
            return [day for day in days if day]
    return None


def _only(script: Script, reference: Reference, start: int, end: int) -> date | None:
    """The only day of a stretch on which something may have been paid; of "on Friday" the last one."""
    own = [day for day in script.days_in(start, end) if not _is_of_document(script, reference, day)]
    days = {day.value if day.value and _is_past(script, day.value) else day.past for day in own}
    day = days.pop() if len(days) == 1 else None
    return day if day and _is_past(script, day) else None


def _is_past(script: Script, day: date) -> bool:
    return script.sent_on is not None and day <= script.sent_on


def _is_of_document(script: Script, reference: Reference, day: Day) -> bool:
    """True for the day on which a document was issued or falls due, as the ledger, a word or a bracket before the day says."""
    item = reference.item
    if item is None or day.value in (item.issued_on, item.due_on):
        return True
    near = (day.start - _BESIDE, day.start)
    if 0 <= day.start - reference.end <= _BESIDE:
        is_told = within(script.hits.cues(Cue.PAID), reference.end, day.start)
        if within(script.hits.cues(Cue.DATED), *near) or (
            not is_told and script.text[reference.end : day.start].strip().startswith(("(", "（"))
        ):
            return True
    return bool(within(script.hits.of("columns", Column.DATE), *near))
