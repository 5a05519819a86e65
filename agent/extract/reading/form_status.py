"""Finds the line of a form that says that the payment was made: 出纳处理 | 已付款 2026-11-13."""

from typing import Final

from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Cue, Label, Status

_PAIR: Final = 2  # cells of a line of a form
_LEAST_LINES: Final = 3  # of a form
_SIGNS: Final = " \t,，:：()-–/年月日0123456789"


def is_done(script: Script) -> bool:
    """True for a form of which one line says that it was paid, and none that something is not."""
    if not script.hits.of("statuses", Status.DONE):
        return False
    lines = [cells for row in range(len(script.row_starts)) if (cells := _pair(script, row))]
    unpaid = {hit.start for hit in script.hits.cues(Cue.UNPAID_STATUS, Cue.PENDING)}
    if len(lines) < _LEAST_LINES or any(value.start in unpaid for _, value in lines):
        return False
    return any(_is_paid(script, label, value) for label, value in lines)


def _pair(script: Script, row: int) -> tuple[Place, Place] | None:
    """The two cells of a line of label and value."""
    cells = [one for one in script.places_of_row(row) if one.end > one.start]
    return (cells[0], cells[1]) if len(cells) == _PAIR and script.rows[row].table is not None else None


def _is_paid(script: Script, label: Place, value: Place) -> bool:
    """True for a value that is a verb of payment and at most a day, beside a label of states."""
    named = script.hits.labels(Label.STATUS)
    if not any((hit.start, hit.end) == (label.start, label.end) for hit in named):
        return False
    nouns = {(hit.start, hit.end) for hit in script.hits.cues(Cue.PAYMENT_NOUN)}
    verbs = {(hit.start, hit.end) for hit in script.hits.cues(Cue.PAID)} - nouns
    done = within(script.hits.of("statuses", Status.DONE), value.start, value.end)
    return any(
        hit.start == value.start
        and (hit.start, hit.end) in verbs
        and not script.text[hit.end : value.end].strip(_SIGNS)
        for hit in done
    )
