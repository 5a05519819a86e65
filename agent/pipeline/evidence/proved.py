"""Interruptions of limitation to the same with the journal's lines that prove them, found in one pass."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from agent.facts.limitation import Ground, Interruption, Limitation
from agent.store.codec import Line

# The kinds of lines about the record; of several the last one counts, as it does in the books.
_PROOF: Final = {Ground.DEMAND: ("LetterSent",), Ground.PART_PAYMENT: ("PaymentCleared", "CashApplied")}


def proved(found: Sequence[Limitation], journal: Iterable[Line], *, last_seq: int) -> list[Limitation]:
    """Each interruption with its line's number; those that the books know stay as they are."""
    wanted = {
        (kind, one.record)
        for each in found
        for one in each.interruptions
        if one.seq is None
        for kind in _PROOF[one.ground]
    }
    seqs: dict[tuple[str, str], int] = {}
    for line in journal:
        if line.seq > last_seq:
            break
        if (key := (line.kind, line.subject)) in wanted:
            seqs[key] = line.seq
    return [
        replace(each, interruptions=tuple(_with_line(one, seqs) for one in each.interruptions))
        for each in found
    ]


def _with_line(one: Interruption, seqs: dict[tuple[str, str], int]) -> Interruption:
    if one.seq is not None:
        return one
    lines = [seqs[kind, one.record] for kind in _PROOF[one.ground] if (kind, one.record) in seqs]
    return replace(one, seq=lines[0] if lines else None)
