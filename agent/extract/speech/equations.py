"""Says of stated sums what arithmetic tells of them: which is gross, which was kept back, and which is left."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, combinations, takewhile
from typing import Final

from agent.extract.speech.acts import Act
from agent.extract.speech.around import CLOSE
from agent.extract.speech.meaning import UNSURE, Meaning
from agent.extract.speech.sentence import Sentence
from agent.extract.speech.stated import Stated, worth
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue

_BESIDE: Final = 6  # characters between a word and the amount that it is of: a currency
MOST_IN_EQUATION: Final = 8  # amounts of a sentence


def without_parts_of_kept(script: Script, sentence: Sentence, found: list[Stated]) -> list[Stated]:
    """Without the parts of what was kept back before them: "less 20.00, of which 5.00 bank fee and 15.00 discount"."""
    is_weighed = 1 < len(found) <= MOST_IN_EQUATION
    hits = within(script.hits.cues(Cue.THEREOF), sentence.start, sentence.end) if is_weighed else ()
    for hit in hits:
        above = [one for one in found if one.amount.end <= hit.start]
        below = [one for one in found if one.amount.start >= hit.end]
        if not above or not below or below[0].amount.start - hit.end >= _BESIDE:
            continue
        if above[-1].meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT):
            kept = abs(above[-1].amount.value)
            sums = accumulate(abs(one.amount.value) for one in below)
            found = above + below[sum(1 for _ in takewhile(kept.__ge__, sums)) :]
    return found


def by_equation(
    script: Script, sentence: Sentence, amounts: Sequence[Amount], found: list[Stated]
) -> list[Stated]:
    """A sentence that says gross, what was kept back and net, each known for what it is: 3,630.00 - 72.60 = 3,557.40.

    Where it names several documents, other amounts in it are what these come to before that.
    """
    is_about_one = len({one.number for one in script.references_in(sentence.start, sentence.end)}) < 2
    pays = sentence.act in (Act.PAYS, Act.PAYS_OR_INTENDS)
    if not (pays and 3 <= len(amounts) <= MOST_IN_EQUATION):
        return found
    for (at, first), (after, second) in combinations(enumerate(amounts), 2):
        gross, kept = first, second
        if second.value > first.value and _is_kept_of(script, second):
            gross, kept = second, first
        elif not _is_kept(script, amounts[after - 1].end, kept):
            continue
        rest = (*amounts[:at], *amounts[after + 1 :])
        net = next((one for one in rest if one.value == gross.value - abs(kept.value)), None)
        if net is None or not 0 < abs(kept.value) < net.value:
            continue
        beside = [one.value for one in amounts if one not in (gross, kept, net) and not one.is_plain]
        if beside and (is_about_one or sum(beside) != gross.value):
            continue  # of several payments, or none of it
        known = next((one for one in found if one.amount is kept), None)
        is_discount = bool(within(script.hits.cues(Cue.DISCOUNT), sentence.start, sentence.end))
        reason = known.reason if known else None
        less = Meaning.DISCOUNT if is_discount and reason is None else Meaning.DEDUCTION
        said = ((gross, Meaning.GROSS, 9, None), (kept, less, 9, reason), (net, Meaning.TOTAL, 0, None))
        read = amounts if is_about_one else (gross, kept, net)
        others = [one for one in found if one.amount not in read]
        return others + [
            Stated(amount=amount, meaning=meaning, rank=rank, reason=reason, script=script)
            for amount, meaning, rank, reason in said
        ]
    return found


def _is_kept(script: Script, start: int, kept: Amount) -> bool:
    """True for what a minus goes before, or words that take away, or a reason."""
    hits = script.hits
    said = (*hits.cues(Cue.LESS, Cue.DEDUCTION, Cue.DISCOUNT, Cue.CREDIT_NOTE), *hits.section("reasons"))
    before = script.text[start : kept.start].rstrip()
    is_after = any(0 <= hit.start - kept.end <= CLOSE // 2 for hit in hits.cues(Cue.DEDUCTION))
    return (
        kept.value < 0
        or before.endswith(("-", "–", "−"))
        or is_after
        or any(start <= hit.start < kept.start for hit in said)
    )


def _is_kept_of(script: Script, whole: Amount) -> bool:
    """True for a sum from which one before it is taken off, as the verb right behind it says: 3,200元从货款12,000元中抵扣."""
    near = within(script.hits.cues(Cue.DEDUCTION), whole.end, whole.end + CLOSE)
    return bool(near) and not script.amounts_in(near[0].end, near[0].end + 2)


def gross_by_arithmetic(one: Stated, found: Sequence[Stated]) -> Stated:
    """An amount beside a reason that is what was paid and withheld together: INV-1 (500.00 less 10% WHT 50.00)."""
    is_open_to_it = one.meaning is Meaning.TOTAL or (one.meaning is Meaning.DEDUCTION and one.rank == UNSURE)
    if not is_open_to_it:
        return one
    withheld = [
        other
        for other in found
        if other is not one and other.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)
    ]
    totals = (other.amount.value for other in found if other is not one and other.meaning is Meaning.TOTAL)
    is_gross = bool(withheld) and any(total + worth(withheld) == one.amount.value for total in totals)
    return replace(one, meaning=Meaning.GROSS) if is_gross else one


def kept_by_arithmetic(one: Stated, found: Sequence[Stated]) -> Stated:
    """The smaller of two sums that make a gross one, where its sentence withholds: "billed 1,500; we paid 1,470. WHT of 2 %, that is 30"."""
    hits = one.script.hits
    others = {other.amount.value for other in found if other.meaning is Meaning.TOTAL}
    grosses = {other.amount.value for other in found if other.meaning is Meaning.GROSS}
    if one.meaning not in (Meaning.TOTAL, Meaning.UNSAID) or not any(
        value + one.amount.value in grosses for value in others if value > one.amount.value
    ):
        return one
    place = one.script.sentence_of(one.amount.start)
    reasons = within(hits.section("reasons"), *place)
    if not reasons and not within(hits.cues(Cue.DEDUCTION), *place):
        return one
    return replace(one, meaning=Meaning.DEDUCTION, rank=9, reason=reasons[-1].key if reasons else one.reason)
