"""Interruptions of limitation to the same with the journal's lines that prove them, found in one pass."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from agent.facts.limitation import Ground, Interruption, Limitation
from agent.store.codec import Line

# The kinds of lines about the record; of several the last one counts, as it does in the books.
_PROOF: Final = {Ground.DEMAND: ("LetterSent",), Ground.PART_PAYMENT: ("PaymentCleared", "CashApplied")}


def proved(found: Sequence[Limitation], journal: Iterable[Line], *, last_seq: int) -> list[Limitation]:
    """Each interruption with its line's number, from the whole journal up to a line."""
    lines = takewhile(lambda line: line.seq <= last_seq, journal)
    return with_lines(found, ((line.seq, line.kind, line.subject) for line in lines))


def with_lines(found: Iterable[Limitation], lines: Iterable[tuple[int, str, str]]) -> list[Limitation]:
    """The same from lines as number, kind and subject; interruptions whose line the books know stay as they are."""
    known = list(found)
    wanted = {
        (kind, one.record)
        for each in known
        for one in each.interruptions
        if one.seq is None
        for kind in _PROOF[one.ground]
    }
    seqs = {(kind, subject): seq for seq, kind, subject in lines if (kind, subject) in wanted}
    return [
        replace(each, interruptions=tuple(_with_line(one, seqs) for one in each.interruptions))
        for each in known
    ]


def _with_line(one: Interruption, seqs: dict[tuple[str, str], int]) -> Interruption:
    if one.seq is not None:
        return one
    lines = [seqs[kind, one.record] for kind in _PROOF[one.ground] if (kind, one.record) in seqs]
    return replace(one, seq=lines[0] if lines else None)
