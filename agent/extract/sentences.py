"""Sorts the sentences of a document by what they do: pay, intend, object, refuse, or nothing of these."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from agent.extract.script import Script, within
from agent.rules.vocabulary import Cue

SENTENCE_CELLS: Final = 3  # a line of text in so many pieces is a row


class Act(Enum):
    """What a sentence does."""

    PAYS = auto()
    PAYS_OR_INTENDS = auto()  # "we transfer on the 15th": an order given, or only an intention
    INTENDS = auto()
    OBJECTS = auto()
    REFUSES = auto()  # not paid, still open, not part of this
    ASKS_MONEY = auto()  # please pay us
    STATEMENT = auto()
    NEUTRAL = auto()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one that does something else than the rest."""

    start: int
    end: int
    act: Act


def acts(script: Script) -> list[Sentence]:
    """All sentences of a document with what they do."""
    return [
        Sentence(start, end, Act.NEUTRAL if _is_tabular(script, start) else _act(script, start, end))
        for whole in script.sentences()
        for start, end in _parts(script, *whole)
    ]


def _is_tabular(script: Script, start: int) -> bool:
    """True for a row of a table: its cells are no sentence."""
    row = script.row_of(start + 1)
    cells = sum(bool(cell.text) for cell in script.rows[row].cells) if row < len(script.rows) else 0
    return cells >= (SENTENCE_CELLS if script.rows[row].table is None else 2)


def _parts(script: Script, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that pays one thing and intends or refuses another is cut between the two."""
    cues = script.hits
    pays = within(cues.cues(Cue.PAID), start, end)
    others = within(cues.cues(Cue.INTENT, Cue.NOT_PAID), start, end)
    if pays and others and len(script.references_in(start, end)) > 1:
        first, second = sorted((pays[0], others[0]))
        cut = _cut(script, first.end, second.start)
        if cut is not None:
            yield start, cut
            yield cut, end
            return
    yield start, end


def _cut(script: Script, start: int, end: int) -> int | None:
    """Where a clause ends between two places, the last one."""
    marks = [start + index for index, character in enumerate(script.text[start:end]) if character in ",;，；"]
    marks += [hit.start for hit in within(script.hits.cues(Cue.AND), start, end)]
    references = [one for one in script.references_in(start, end)]
    if references:
        marks = [mark for mark in marks if mark < references[-1].start] or marks
    return max(marks, default=None)


def _act(script: Script, start: int, end: int) -> Act:
    def has(*keys: Cue) -> bool:
        return any(within(script.hits.cues(key), start, end) for key in keys)

    is_question = script.text[start:end].rstrip().endswith(("?", "？"))
    pays = has(Cue.PAID) and not (is_question and not script.amounts_in(start, end))
    if has(Cue.STATEMENT_REQUEST, Cue.STATEMENT_AGREED, Cue.STATEMENT_DENIED) and not pays:
        return Act.STATEMENT
    if has(Cue.PLEASE_PAY) and not pays:
        return Act.ASKS_MONEY
    if has(Cue.INTENT):
        return Act.PAYS_OR_INTENDS if pays or has(Cue.ORDER) else Act.INTENDS
    if has(Cue.DISPUTE) and not has(Cue.LESS, Cue.DEDUCTION) and not (pays and script.amounts_in(start, end)):
        return Act.OBJECTS
    if pays or has(Cue.ORDER):
        return Act.PAYS
    return Act.REFUSES if has(Cue.NOT_PAID) or (has(Cue.OPEN) and not has(Cue.ALL_DUE)) else Act.NEUTRAL
