"""Says of a payment which part of it is for the one document that it names, and what its words leave on account."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from agent.extract.reading.findings import Findings
from agent.extract.speech.around import CLOSE
from agent.extract.text.numbers import Amount
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue

_LONGEST_FOR: Final = 30  # characters between a sum and the document that it is for
_RIGHT_BEHIND: Final = re.compile(r"[\s:：=(（的の]*(?:[A-Z]{3}|[€$£¥])?\s*")
_PART_END: Final = re.compile(r"[,，;；。、\n]")


def own_part(parts: Sequence[Findings], reference: Reference, total: Decimal) -> Decimal | None:
    """What of a payment is for the one document, where words say that it is a part: "2,000.00, 1,500.00 of it for INV-1".

    Also where the rest is on account: "2,000.00: INV-1 1,500.00 and the rest on account".
    """
    home = next((one for one in parts if any(each is reference for each in one.script.references)), None)
    if home is None:
        return None
    script = home.script
    sums = [one for one in _beside(script, reference) if not one.is_plain and one.value < total]
    told = {
        one.value for one in sums if _is_part(script, one) or is_left_on_account(parts, total - one.value)
    }
    return told.pop() if len(told) == 1 else None


def _beside(script: Script, reference: Reference) -> Iterator[Amount]:
    """The sums right beside a document: the one behind it, and the one that is for it."""
    behind = script.amounts_in(reference.end, reference.end + CLOSE)
    if behind and _RIGHT_BEHIND.fullmatch(script.text, reference.end, behind[0].start):
        yield behind[0]
    before = script.amounts_in(max(0, reference.start - _LONGEST_FOR), reference.start)
    if before and not _PART_END.search(script.text, before[-1].end, reference.start):
        yield before[-1]


def _is_part(script: Script, one: Amount) -> bool:
    """True for a sum beside a word that says what it is a part of; not for the tax in it, or what is on account."""
    around = (max(0, one.start - CLOSE), one.end + CLOSE)
    near = within(script.hits.cues(Cue.THEREOF), *around)
    ahead = within(script.hits.cues(Cue.ON_ACCOUNT, Cue.AHEAD), one.end, one.end + _LONGEST_FOR)
    is_other = (
        ahead
        or within(script.hits.of("columns", Column.TAX), *around)
        or within(script.hits.section("reasons"), *around)
    )
    return not is_other and any(hit.end <= one.start or one.end <= hit.start for hit in near)


def is_left_on_account(parts: Sequence[Findings], rest: Decimal) -> bool:
    """True where a sum, or the rest, is said to be on account, and of no document."""
    return rest > 0 and any(_is_on_account(part.script, rest) for part in parts)


def _is_on_account(script: Script, rest: Decimal) -> bool:
    for hit in script.hits.cues(Cue.ON_ACCOUNT, Cue.AHEAD):
        start, end = script.sentence_of(hit.start)
        if script.references_in(hit.end, min(end, hit.end + CLOSE)):
            continue  # on account of INV-1
        near = (max(start, hit.start - _LONGEST_FOR), min(end, hit.end + _LONGEST_FOR))
        if any(one.value == rest for one in script.amounts_in(*near)):
            return True
        rests = within(script.hits.cues(Cue.OPEN), near[0], hit.end)
        if rests and not script.amounts_in(rests[-1].end, hit.start):
            return True  # the rest on account
    return False
