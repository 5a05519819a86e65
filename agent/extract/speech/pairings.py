"""Pairs the documents that running text names with amounts beside them, into lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from agent.extract.speech.around import CLOSE
from agent.extract.speech.days_apart import days_apart
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.stated import Stated
from agent.extract.tabular.line import ZERO, Line, join
from agent.extract.tabular.lines import Candidate
from agent.extract.text.numbers import Amount
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit

_MOST_DIVIDED: Final = 50  # sums that are looked at for parts of others
_MOST_SIDES: Final = 8  # documents that are tried with the amounts on both their sides
_EACH: Final = 3.4  # priority of the same amount on each document
_PROVEN_ALONE: Final = 1.0  # priority of a pairing that counts only where a sum proves it
_PART_END: Final = re.compile(r"[,，;；。、\n]")
FARTHER: Final = 2.0  # less for amounts in another sentence than their documents: only a total proves them


def pairings(
    script: Script, references: Sequence[Reference], stated: Sequence[Stated]
) -> Iterator[Candidate]:
    """The ways to give each named document one of the amounts: the next one, or the one before."""
    own = [
        one
        for one in stated
        if one.script is script
        and one.meaning in (Meaning.UNSAID, Meaning.TOTAL, Meaning.GROSS, Meaning.DEDUCTION)
    ]
    if len(references) < 2 or not own:
        return
    if script.hits.cues(Cue.THEREOF) and len(own) <= _MOST_DIVIDED:
        own = [one for one in own if not _is_divided(script, one, own)]
    if objects := _objects(script, references, own):
        yield replace(_paired(script, references, objects, 3.0), is_paid=True)
        return
    yield from _in_order(script, references, own)
    yield from _by_sentence(script, references, own)
    yield from _either_side(script, references, stated)
    yield from _on_each(script, references, own)
    for forward in (True, False):
        pairs = [_partner(script, reference, references, own, forward) for reference in references]
        if not forward and _has_one_behind(script, references, stated, [one for one in pairs if one]):
            continue
        if all(pairs) and len({pair.start for pair in pairs if pair}) == len(references):
            yield _paired(script, references, [pair for pair in pairs if pair], 3.0 if forward else 2.9)
            credits = [reference.item is not None and reference.item.is_credit for reference in references]
            if any(credits):
                yield _paired(script, references, [pair for pair in pairs if pair], 3.2, credits)


def _objects(script: Script, references: Sequence[Reference], own: Sequence[Stated]) -> list[Amount]:
    """What a verb of payment stands right before, of each document, where some have more sums; nothing where one has none.

    INV-1 1,500.00, paid 1,000.00, open 500.00; INV-2 780.00, paid 780.00.
    """
    found: list[Amount] = []
    ends = [*(one.start for one in references[1:]), len(script.text)]
    is_sorted = all(one.end <= end for one, end in zip(references, ends, strict=True))
    if not is_sorted or len(own) <= len(references):
        return []
    for reference, end in zip(references, ends, strict=True):
        sums = [one.amount for one in own if one.rank and reference.end <= one.amount.start < end]
        verbs = within(script.hits.cues(Cue.PAID), reference.end, end)
        paid = [one for one in sums if any(_is_right_behind(script, hit, one) for hit in verbs)]
        before = [one for one in sums if paid and one.end <= paid[0].start]
        after = [one for one in sums if paid and one.start >= paid[0].end]
        if len(paid) != 1 or len(before) > 1 or len(after) > 1:
            return []
        if before and after and before[0].value != paid[0].value + after[0].value:
            return []
        found.append(paid[0])
    return found


def _is_divided(script: Script, one: Stated, own: Sequence[Stated]) -> bool:
    """True for a sum of which its sentence goes on to name a part: "2,500.00: INV-1 in full, and 1,000.00 of it for INV-2"."""
    end = script.sentence_of(one.amount.start)[1]
    parts = within(script.hits.cues(Cue.THEREOF), one.amount.end, end)
    return any(
        other.amount.value < one.amount.value and 0 <= hit.start - other.amount.end <= CLOSE
        for hit in parts
        for other in own
        if one.amount.end <= other.amount.start < hit.start
    )


def _is_right_behind(script: Script, verb: Hit, amount: Amount) -> bool:
    """True for the object of a verb, with no more than a colon or a currency between."""
    between = script.text[verb.end : amount.start]
    return 0 <= amount.start - verb.end <= CLOSE and not between.strip(" :€$£¥")


def _by_sentence(
    script: Script, references: Sequence[Reference], own: Sequence[Stated]
) -> Iterator[Candidate]:
    """Documents of sentences of their own, each with the only sum in it: 500.00 for INV-1 left on Monday. INV-2 at 80.00 went today."""
    places = [script.sentence_of(one.start) for one in references]
    if len(set(places)) < len(places):
        return
    sums = [[one.amount for one in own if start <= one.amount.start < end] for start, end in places]
    if all(len(few) == 1 for few in sums):
        yield _paired(script, references, [few[0] for few in sums], 3.1)


def _in_order(script: Script, references: Sequence[Reference], own: Sequence[Stated]) -> Iterator[Candidate]:
    """A list of numbers and a list of as many amounts in one sentence: INV-1 and INV-2 with 10.00 and 20.00 respectively."""
    start, end = script.sentence_of(references[0].start)
    amounts = [one.amount for one in own if start <= one.amount.start < end]
    if len(amounts) == len(references) + 1:  # their sum too, before or after them
        rest = (amounts[1:], amounts[0]), (amounts[:-1], amounts[-1])
        amounts = next((few for few, whole in rest if sum(one.value for one in few) == whole.value), amounts)
    in_sentence = [one for one in references if start <= one.start < end]
    if len(amounts) != len(references) or len(in_sentence) != len(references):
        return
    if not (references[-1].end <= amounts[0].start or amounts[-1].end <= references[0].start):
        return
    is_said = bool(within(script.hits.cues(Cue.RESPECTIVELY), start, end))
    is_open = all(
        one.item and one.item.open.decimal == amount.value
        for one, amount in zip(references, amounts, strict=True)
    )
    if is_said or is_open:
        yield _paired(script, references, amounts, 3.5)


def _either_side(
    script: Script, references: Sequence[Reference], stated: Sequence[Stated]
) -> Iterator[Candidate]:
    """Each document with the amount on one of its sides, what is left of it too, where these make a sum that is said.

    "100,000.00 today: first INV-1's remaining 60,000.00, another 40,000.00 for INV-2".
    """
    said = {one.amount.value for one in stated if one.meaning is Meaning.TOTAL and one.script is script}
    if not said or len(references) > _MOST_SIDES:
        return
    amounts = [one for one in stated if one.script is script]
    sides = [
        [one for forward in (True, False) if (one := _partner(script, each, references, amounts, forward))]
        for each in references
    ]
    for pairs in product(*sides):
        is_each = len({one.start for one in pairs}) == len(references)
        if is_each and sum(one.value for one in pairs) in said:
            yield _paired(script, references, pairs, _PROVEN_ALONE)


def _on_each(script: Script, references: Sequence[Reference], own: Sequence[Stated]) -> Iterator[Candidate]:
    """As much on each document as a word for "each" says beside the amount: INV-1 and INV-2, 5,000.00 each."""
    several = script.hits.cues(Cue.TWO_PAYMENTS, Cue.THREE_PAYMENTS, Cue.SEVERAL_PAYMENTS)
    for one in own if not several else ():  # each is a payment of its own
        near = within(script.hits.cues(Cue.EACH), one.amount.start - CLOSE, one.amount.end + CLOSE)
        if (
            near
            and _is_of_each(script, references, own, one.amount)
            and not _PART_END.search(
                script.text, min(near[0].end, one.amount.end), max(near[0].start, one.amount.start)
            )
        ):
            yield _paired(script, references, [one.amount] * len(references), _EACH)
            return


def _is_of_each(
    script: Script, references: Sequence[Reference], own: Sequence[Stated], amount: Amount
) -> bool:
    """False for a fee, a deduction or a price of each, for more than one is billed, and where another sum is said than all make."""
    start, end = script.sentence_of(amount.start)
    hits = script.hits
    off = (*hits.cues(Cue.LESS, Cue.DEDUCTION, Cue.DISCOUNT, Cue.CREDIT_NOTE), *hits.section("reasons"))
    if any(start <= hit.start < end for hit in off):
        return False
    if any(one.item is None or one.item.billed.decimal < amount.value for one in references):
        return False
    whole = amount.value * len(references)
    return all(one.amount.value in (amount.value, whole) for one in own)


def _has_one_behind(
    script: Script, references: Sequence[Reference], stated: Sequence[Stated], pairs: Sequence[Amount]
) -> bool:
    """True where an amount that is no document's stands right behind one of them: INV-1's remaining 60,000.00."""
    taken = {one.start for one in pairs}
    behind = (
        one.amount
        for one in stated
        if one.script is script
        and one.meaning is Meaning.OTHER
        and one.amount.start not in taken
        and not one.amount.is_plain
    )
    return any(
        0 <= one.start - reference.end <= CLOSE
        and not _PART_END.search(script.text, reference.end, one.start)
        for one in behind
        for reference in references
    )


def _partner(
    script: Script,
    reference: Reference,
    references: Sequence[Reference],
    stated: Sequence[Stated],
    forward: bool,
) -> Amount | None:
    """The amount next to a number, with no other number between."""
    if forward:
        limit = min(
            (one.start for one in references if one.start > reference.start), default=len(script.text)
        )
        following = [one.amount for one in stated if reference.end <= one.amount.start < limit]
        return following[0] if following else None
    limit = max((one.end for one in references if one.end < reference.start), default=0)
    before = [one.amount for one in stated if limit <= one.amount.start and one.amount.end <= reference.start]
    return before[-1] if before else None


def _paired(
    script: Script,
    references: Sequence[Reference],
    amounts: Sequence[Amount],
    priority: float,
    credits: Sequence[bool] = (),
) -> Candidate:
    lines = []
    days = days_apart(script, references, amounts)
    for index, (reference, amount) in enumerate(zip(references, amounts, strict=True)):
        value = -abs(amount.value) if credits and credits[index] else amount.value
        spans = (
            script.span("line.invoice", reference.start, reference.end),
            script.span("line.amount", amount.start, amount.end),
        )
        paid_on = days[index] if days else None
        lines.append(
            Line(reference=reference, amount=value, currency=amount.currency, paid_on=paid_on, evidence=spans)
        )
    joined = join(lines)
    is_near = all(
        script.sentence_of(reference.start) == script.sentence_of(amount.start)
        for reference, amount in zip(references, amounts, strict=True)
    )
    return Candidate(
        lines=tuple(joined), total=sum((line.amount or ZERO for line in joined), ZERO),
        priority=priority if is_near else priority - FARTHER,
        currency=next((one.currency for one in amounts if one.currency), None),
        sign=next((one.sign for one in amounts if one.sign), None),
    )  # fmt: skip
