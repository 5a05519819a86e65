"""Tells which amounts of a sentence that pays stand beside what it pays: payments before, and wholes of which it pays a share."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from agent.extract.speech.around import CLOSE
from agent.extract.speech.clauses import clauses
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit, Status

LONGEST_OF: Final = 30  # characters between a sum and the document that it is for: " für Ihre Rechnung Nr. "
_SHARE: Final = re.compile(r" ?[元圆圓]? ?的 ?(\d{1,2}(?:\.\d{1,2})?) ?%")
_RATE: Final = re.compile(r"(?<![\d.])(\d{1,2}(?:\.\d{1,2})?) ?[%％]")
_RIGHT_BEHIND: Final = 4  # characters between a month and its verb
_LONGEST_SHARE: Final = 40  # characters between a whole and its part, in which the share is said
_PERCENT: Final = re.compile(r"\d ?[%％] ?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidOutOf:
    """A part that was paid, and what it is a part of."""

    verb: Hit
    paid: Amount
    wholes: tuple[Amount, ...]


def beside(script: Script, start: int, end: int, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts between two places that are not paid now, as a clause of their own or arithmetic says."""
    if len(amounts) < 2:
        return []
    return [*_before(script, start, end, amounts), *_wholes(script, amounts), *_disputed(script, amounts)]


def paid_out_of(script: Script, start: int, end: int, amounts: Sequence[Amount]) -> PaidOutOf | None:
    """The sum that a verb of payment has as its object, right behind it, and larger ones before that verb.

    Or the sum before a document, with the document's own right behind that: "3.000,00 auf RE-1 (3.570,00) überwiesen".
    """
    verbs = within(script.hits.cues(Cue.PAID), start, end)
    money = [one for one in amounts if not one.is_plain]
    if verbs and len(money) == 2 and _is_of_document(script, *money):
        return PaidOutOf(verb=verbs[0], paid=money[0], wholes=(money[1],))
    after = [one for one in money if verbs and one.start >= verbs[0].start]
    if not after or len(after) == len(money):
        return None
    between = script.text[verbs[0].end : after[0].start]
    if len(between) > CLOSE or any(sign in between for sign in ",，;；\n"):
        return None
    most = max(after[0].value, sum((one.value for one in after), Decimal(0)))
    wholes = tuple(one for one in money if one.start < verbs[0].start and one.value > most)
    return PaidOutOf(verb=verbs[0], paid=after[0], wholes=wholes) if wholes else None


def _is_of_document(script: Script, paid: Amount, whole: Amount) -> bool:
    """True for what is billed on the one document between two sums, where it stands right behind that."""
    named = script.references_in(paid.end, whole.start)
    item = named[0].item if len(named) == 1 else None
    if item is None or whole.value not in (item.billed.decimal, item.open.decimal):
        return False
    is_near = whole.start - named[0].end <= CLOSE and named[0].start - paid.end <= LONGEST_OF
    marks = (script.text[paid.end : named[0].start], script.text[named[0].end : whole.start])
    return (
        is_near
        and paid.value < whole.value
        and not any(sign in mark for mark in marks for sign in ",，;；\n")
    )


def _before(script: Script, start: int, end: int, amounts: Sequence[Amount]) -> list[Amount]:
    """Those of clauses that speak of earlier and say no day, where another clause speaks of now, and what both make.

    货款15600元，之前已付5000元，本次付10600元
    """
    earlier: list[Amount] = []
    now: list[Amount] = []
    starts = [one.start for one in amounts]
    for begin, stop in clauses(script, start, end):
        own = amounts[bisect_left(starts, begin) : bisect_left(starts, stop)]
        days = [day for day in script.days_in(begin, stop) if day.value]
        if own and (days or within(script.hits.of("statuses", Status.CURRENT), begin, stop)):
            now += own
        elif any(True for _ in _words_of_before(script, begin, stop)) or (
            own and _is_paid_in_a_month(script, begin, stop)
        ):
            earlier += own
    if not (now and earlier):
        return earlier if now else []
    whole = sum(one.value for one in (*earlier, *now))
    return [*earlier, *(one for one in amounts if one.value == whole and one not in now)]


def _is_paid_in_a_month(script: Script, start: int, end: int) -> bool:
    """True for a clause that says right behind a month that it was paid: 预付10,080元10月已付."""
    months = (stop for begin, stop, _, _ in script.months if start <= begin < end)
    return any(within(script.hits.cues(Cue.PAID), stop, min(end, stop + _RIGHT_BEHIND)) for stop in months)


def _words_of_before(script: Script, start: int, end: int) -> Iterator[int]:
    """Where a clause speaks of earlier; 已付 says no more than that it was paid, and the rest on account is paid now."""
    paid = {(hit.start, hit.end) for hit in within(script.hits.cues(Cue.PAID), start, end)}
    rests = {hit.end for hit in within(script.hits.cues(Cue.OPEN), start, end)}
    for hit in within(script.hits.of("statuses", Status.EARLIER), start, end):
        if (hit.start, hit.end) not in paid and hit.start - 1 not in rests:
            yield hit.start


def _disputed(script: Script, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """Those that the words right behind call disputed or open: "paid 1,500.00 and have 780.00 in dispute"."""
    hits = script.hits.cues(Cue.DISPUTE, Cue.UNPAID_STATUS)
    for one in amounts if hits else ():
        near = within(hits, one.end, one.end + LONGEST_OF)
        if near and near[0].start - one.end <= 1 and not script.amounts_in(near[0].end, near[0].end + CLOSE):
            yield one


def has_share_before(script: Script, amount: Amount) -> bool:
    """True for what a share is taken of: "50% of USD 1,500.00" does not say that 1,500.00 was paid."""
    joins = within(script.hits.cues(Cue.SHARE_OF), max(0, amount.start - CLOSE), amount.start)
    return any(
        amount.start - hit.end <= 1 and _PERCENT.search(script.text, max(0, hit.start - CLOSE), hit.start)
        for hit in joins
    )


def is_untaxed(script: Script, amount: Amount) -> bool:
    """True for a sum that tax comes on top of: of "1 500,00 TTC, soit 1 250,00 HT" the second was not what was paid."""
    hits = within(script.hits.cues(Cue.UNTAXED), amount.end, amount.end + 2 * CLOSE)
    return any(not script.text[amount.end : hit.start].strip(" (（€元") for hit in hits)


def _wholes(script: Script, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """Those that a share is said of, where another amount is that share: 150,000元的30%, 计45,000元."""
    values = {one.value for one in amounts}
    starts = [one.start for one in amounts]
    for at, one in enumerate(amounts):
        share = _SHARE.match(script.text, one.end)
        near = amounts[at + 1 : bisect_left(starts, one.end + _LONGEST_SHARE)]
        if (
            one.value * Decimal(share[1]) / 100 in values
            if share
            else any(_is_paid_share(script, one, other) for other in near)
        ):
            yield one


def _is_paid_share(script: Script, whole: Amount, part: Amount) -> bool:
    """True where it is said between two amounts what share of the first is paid, and the second is that: X（240,000元）先支付50%，即120,000元."""
    place = (whole.end, part.start)
    if not 0 < part.start - whole.end < _LONGEST_SHARE or not within(
        script.hits.cues(Cue.PAID, Cue.PART), *place
    ):
        return False
    withheld = within(script.hits.cues(Cue.LESS, Cue.DISCOUNT, Cue.DEDUCTION), *place)
    if withheld or within(script.hits.section("reasons"), *place):
        return False
    return any(whole.value * Decimal(rate) / 100 == part.value for rate in _RATE.findall(script.text, *place))
