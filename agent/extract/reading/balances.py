"""Turns an answer to a statement of account into the documents that differ, each with the sender's figure and words."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from agent.extract.reading.findings import Findings
from agent.extract.speech.sentence import Sentence
from agent.extract.text.reference import Reference
from agent.extract.text.script import within
from agent.facts.readings import BalanceLineRead
from agent.rules.vocabulary import Cue

LONGEST_REASON: Final = 300
MOST_LINES: Final = 200
_CHOICE: Final = re.compile(r"\W*([AB])(?![A-Za-z])")
_EXPLAINS: Final = (
    Cue.PAID,
    Cue.NOT_PAID,
    Cue.DISPUTE,
    Cue.DEDUCTION,
)  # our figure, and why it is not theirs
_LONGEST_BARE: Final = 18  # letters behind an "A" that only repeat the answer: "Der Saldo stimmt"
_MOST_ROWS: Final = 12


def balance_lines(body: Findings) -> tuple[BalanceLineRead, ...]:
    """Documents that a sentence or a row of the mail names, the last word on each; empty where it names none."""
    found: dict[str, BalanceLineRead] = {}
    in_tables: list[tuple[int, int]] = []
    for table in body.tables:
        for row in table.items:
            in_tables.append((row.start, row.end))
            if row.reference:
                found.setdefault(
                    row.reference.number, _line(body, row.reference, row.start, row.end, reason=None)
                )
    for sentence in body.sentences:
        if any(start < sentence.end and sentence.start < end for start, end in in_tables):
            continue
        for reference, start, end in _named(body, sentence):
            reason = " ".join(body.script.text[sentence.start : sentence.end].split())[:LONGEST_REASON]
            found.setdefault(reference.number, _line(body, reference, start, end, reason=reason or None))
    return tuple(found.values())[:MOST_LINES]


def _named(body: Findings, sentence: Sentence) -> Iterator[tuple[Reference, int, int]]:
    """Each document of a sentence, and what of it is said of this one: up to the next document."""
    references = body.script.references_in(sentence.start, sentence.end)
    ends = [*(one.start for one in references[1:]), sentence.end][: len(references)]
    for reference, end in zip(references, ends, strict=True):
        yield reference, reference.start, end


def _line(
    body: Findings, reference: Reference, start: int, end: int, *, reason: str | None
) -> BalanceLineRead:
    amounts = {abs(one.value) for one in body.script.amounts_in(start, end) if not one.is_plain}
    item = reference.item
    ours = {abs(item.billed.decimal), abs(item.open.decimal)} if item else set()
    theirs = amounts - ours
    if not theirs and not within(body.script.hits.cues(*_EXPLAINS), start, end):
        theirs = amounts & ours  # the same figure as ours, and nothing said about it
    span = body.script.span("invoice", reference.start, reference.end)
    return BalanceLineRead(
        invoice=reference.number,
        amount=theirs.pop() if len(theirs) == 1 else None,
        reason=reason,
        evidence=(span,),
    )


def balance_amount(body: Findings) -> Decimal | None:
    """The balance by the sender's books: the only amount, or the last, of what speaks of the balance and names no document."""
    script, found = body.script, []
    about = script.hits.cues(Cue.STATEMENT_DENIED, Cue.STATEMENT_WORD)
    for sentence in body.sentences:
        if within(about, sentence.start, sentence.end) and not script.references_in(
            sentence.start, sentence.end
        ):
            found += [
                one.value for one in script.amounts_in(sentence.start, sentence.end) if not one.is_plain
            ]
    return abs(found[-1]) if found else None


def chosen(text: str) -> bool | None:
    """A reply that takes one of the two answers our statement offers: "A" agrees, "B: ..." does not; None for neither."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    choice = _CHOICE.match(first)
    if choice is None:
        return None
    if choice[1] == "B":
        return False
    return True if _is_bare(first[choice.end() :], text.splitlines()) else None


def _is_bare(rest: str, lines: Sequence[str]) -> bool:
    """An "A" with nothing behind it but a greeting: "A bit of it is wrong" is no answer."""
    return sum(map(str.isalnum, rest)) <= _LONGEST_BARE and len(lines) <= _MOST_ROWS
