"""Turns the running text around payments into stated sums, each with what it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, combinations, takewhile
from typing import Final

from agent.extract.speech.acts import UNPAID, Act
from agent.extract.speech.beside import beside, has_share_before, is_untaxed, paid_out_of
from agent.extract.speech.meaning import (
    CLOSE,
    NEAR,
    UNSURE,
    Meaning,
    clause_after,
    is_of_next,
    meaning_of,
    part_end,
)
from agent.extract.speech.sentence import Sentence
from agent.extract.tabular.line import ZERO
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.extract.text.setting import CELL_BREAK
from agent.rules.vocabulary import Cue, Hit, Label

SPACELESS: Final = "\u2e80"  # where scripts begin that put no spaces between words
MOST_WEIGHED: Final = 100  # amounts of a text that are weighed against each other
_BESIDE: Final = 6  # characters between a word and the amount that it is of: a currency
MOST_IN_EQUATION: Final = 8  # amounts of a sentence
_YEAR: Final = re.compile(r"20[1-4]\d")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")  # no currency, no "CHF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An amount outside of tables and what its words say of it; the lowest `rank` of totals counts."""

    amount: Amount
    meaning: Meaning
    rank: int
    reason: str | None
    script: Script


def stated_amounts(script: Script, sentences: Sequence[Sentence], taken_rows: set[int]) -> list[Stated]:
    """The amounts outside of tables that may be of the payment."""
    found: list[Stated] = []
    for sentence in sentences:
        amounts = script.amounts_in(sentence.start, sentence.end)
        if sentence.act in UNPAID or not amounts:
            continue
        previous = sentence.start
        for index, amount in enumerate(amounts):
            following = amounts[index + 1].start if index + 1 < len(amounts) else sentence.end
            if script.row_of(amount.start) not in taken_rows and not (
                has_share_before(script, amount) or is_untaxed(script, amount)
            ):
                stated = _stated(script, sentence, previous, amount, following, taken_rows)
                if (
                    not amount.is_plain
                    or _is_plain_money(script, stated)
                    or _is_open_on(script, sentence, amount)
                ):
                    found.append(stated)
            previous = clause_after(script, amount.end, following)
        found = _without_parts_of_kept(script, found)
        found = _by_equation(script, sentence, amounts, _out_of_more(script, sentence, amounts, found))
        found = _without_plain(found, sentence)
        if others := beside(script, sentence.start, sentence.end, amounts):
            found = [replace(one, meaning=Meaning.OTHER) if one.amount in others else one for one in found]
    if len(found) > MOST_WEIGHED:
        return found
    return [_kept_by_arithmetic(_gross_by_arithmetic(one, found), found) for one in found]


def _without_parts_of_kept(script: Script, found: list[Stated]) -> list[Stated]:
    """Without the parts of what was kept back before them: "less 20.00, of which 5.00 bank fee and 15.00 discount"."""
    for hit in script.hits.cues(Cue.THEREOF) if len(found) > 1 else ():
        above = [one for one in found if one.amount.end <= hit.start]
        below = [one for one in found if one.amount.start >= hit.end]
        if not above or not below or below[0].amount.start - hit.end >= _BESIDE:
            continue
        if above[-1].meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT):
            kept = abs(above[-1].amount.value)
            sums = accumulate(abs(one.amount.value) for one in below)
            found = above + below[sum(1 for _ in takewhile(kept.__ge__, sums)) :]
    return found


def _out_of_more(
    script: Script, sentence: Sentence, amounts: Sequence[Amount], found: list[Stated]
) -> list[Stated]:
    """What stands before a verb that has a smaller sum as its object is more than was paid: "of the 3,850.50 we paid 1,500.00"."""
    part = paid_out_of(script, sentence.start, sentence.end, amounts)
    meanings = [one.meaning for one in found if part and one.amount is part.paid]
    if part is None or not {Meaning.TOTAL, Meaning.UNSAID} & set(meanings):
        return found
    return [
        replace(one, meaning=Meaning.GROSS, rank=9)
        if one.amount in part.wholes and one.meaning in (Meaning.TOTAL, Meaning.UNSAID)
        else replace(one, meaning=Meaning.TOTAL, rank=min(one.rank, 1))
        if one.amount is part.paid and one.meaning is Meaning.UNSAID
        else one
        for one in found
    ]


def _by_equation(
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


def _without_plain(found: list[Stated], sentence: Sentence) -> list[Stated]:
    """Without digits alone where their sentence states a sum with its currency: 500 € on account of 338."""
    said = [
        one.amount for one in found if sentence.start <= one.amount.start and one.meaning is Meaning.TOTAL
    ]
    if not any(one.currency or one.sign for one in said):
        return found
    starts = {amount.start for amount in said}
    return [
        one for one in found if one.amount.start not in starts or one.rank == 0 or not one.amount.is_plain
    ]


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


def _gross_by_arithmetic(one: Stated, found: Sequence[Stated]) -> Stated:
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


def _kept_by_arithmetic(one: Stated, found: Sequence[Stated]) -> Stated:
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


def _is_plain_money(script: Script, stated: Stated) -> bool:
    """True for digits alone that a label calls money, or that stand alone after a verb of payment; no "1." of a list."""
    amount = stated.amount
    spelled, after = script.text[amount.start : amount.end], script.text[amount.end : amount.end + 2]
    if (spelled.startswith("0") and len(spelled) > 1) or _is_what_for(script, amount):
        return False
    ends = not after.strip() or after[0] in ",.，。;；" or after[0] > SPACELESS
    if stated.rank == 0:  # "30 days net" says nothing of money, whatever follows
        start, _ = script.row_span(script.row_of(amount.start))
        labels = within(script.hits.labels(Label.TOTAL, Label.AMOUNT), start, amount.start)
        between = script.text[labels[-1].end : amount.start] if labels else ""
        is_of_next = bool(labels) and any(_WORD.search(cell) for cell in between.split(CELL_BREAK)[1:])
        return not is_of_next and (bool(labels) or (ends and not _YEAR.fullmatch(spelled)))
    return stated.rank == 1 and amount.end - amount.start > 2 and (ends or _goes_for(script, amount))


def _is_what_for(script: Script, amount: Amount) -> bool:
    """True right behind a word that says what other digits were paid for: "650 gone over for 552"."""
    words = within(script.hits.cues(Cue.JOINER, Cue.ANSWER_WORDS), amount.start - CLOSE, amount.start)
    is_led = any(0 < amount.start - hit.end <= 1 for hit in words)
    start = script.sentence_of(amount.start)[0] if is_led else amount.start
    return any(one.is_plain for one in script.amounts_in(start, amount.start - 1))


def _is_open_on(script: Script, sentence: Sentence, amount: Amount) -> bool:
    """True for digits alone in a sentence that pays one document, of which that is open: "640 gone over for INV-1"."""
    if sentence.act is not Act.PAYS:
        return False
    named = script.references_in(sentence.start, sentence.end)
    item = named[0].item if named else None
    is_open = item is not None and item.open.decimal == amount.value
    return is_open and all(one.number == named[0].number for one in named)


def _goes_for(script: Script, amount: Amount) -> bool:
    """True for digits with a document right behind them: "paid 300 for INV-1"; no year, and no count of goods."""
    named = script.references_in(amount.end, amount.end + CLOSE)
    if not named or _YEAR.fullmatch(script.text, amount.start, amount.end):
        return False
    words = within(script.hits.cues(Cue.JOINER, Cue.ANSWERS, Cue.ANSWER_WORDS), amount.end, named[0].start)
    between = script.text[amount.end : named[0].start]
    return bool(words) and len(between.split()) < 3


def _stated(
    script: Script, sentence: Sentence, previous: int, amount: Amount, following: int, taken_rows: set[int]
) -> Stated:
    meaning, rank = meaning_of(script, previous, amount, following, taken_rows)
    reason = None
    wide = (previous, min(following, amount.end + NEAR))
    close = (previous, min(following, amount.end + CLOSE, part_end(script, amount.end, following)))
    if meaning in (Meaning.DEDUCTION, Meaning.UNSAID, Meaning.DISCOUNT):
        reasons = within(script.hits.section("reasons"), *(close if meaning is Meaning.UNSAID else wide))
        reasons = [hit for hit in reasons if not is_of_next(script, amount, hit)]
        if reasons:
            reason = min(reasons, key=lambda hit: _distance(hit, amount)).key
            meaning = Meaning.DISCOUNT if meaning is Meaning.DISCOUNT else Meaning.DEDUCTION
        elif meaning is Meaning.DEDUCTION:
            meaning = Meaning.DISCOUNT if within(script.hits.cues(Cue.DISCOUNT), *wide) else meaning
    if meaning is Meaning.UNSAID and sentence.act is Act.PAYS and _is_sum_of_paid(script, sentence, amount):
        meaning, rank = Meaning.TOTAL, 0
    elif meaning is Meaning.UNSAID and sentence.act in (Act.PAYS, Act.PAYS_OR_INTENDS):
        rank = 2
    elif meaning is Meaning.UNSAID and _is_beside_reference(script, sentence, amount):
        meaning, rank = Meaning.TOTAL, 1
    return Stated(amount=amount, meaning=meaning, rank=rank, reason=reason, script=script)


def _is_sum_of_paid(script: Script, sentence: Sentence, amount: Amount) -> bool:
    """True for what a word for the sum of all stands right before, behind the last verb: 475和2290今天一起付了，共2765元."""
    said = within(script.hits.cues(Cue.WORTH), max(sentence.start, amount.start - CLOSE), amount.start)
    verbs = within(script.hits.cues(Cue.PAID), sentence.start, sentence.end)
    if (
        not said
        or not verbs
        or amount.start - said[-1].end > 1
        or verbs[-1].end > said[-1].start
        or amount.is_plain
    ):
        return False
    return not within(script.hits.cues(Cue.OPEN, Cue.GROSS), verbs[-1].end, amount.start)


def _is_beside_reference(script: Script, sentence: Sentence, amount: Amount) -> bool:
    """True in a line such as "Wire reference WR-1, 3 November 2026, USD 1,500.00"; a document comes after it.

    Not for digits alone that are a day, or that a colon gives to a label of something else: 日期：20261102, 网点：47710.
    """
    if amount.is_plain and (
        script.days_in(amount.start, amount.end)
        or script.text[sentence.start : amount.start].rstrip().endswith((":", "："))
    ):
        return False
    labels = script.hits.labels(Label.REFERENCE_BANK, Label.REFERENCE)
    before = script.amounts_in(sentence.start, amount.start)
    first = len(before) <= MOST_WEIGHED and all(one.is_plain for one in before)
    is_before = not script.references_in(sentence.start, amount.start)
    return first and is_before and bool(within(labels, sentence.start, sentence.end))


def _distance(hit: Hit, amount: Amount) -> int:
    return min(abs(amount.start - hit.end), abs(hit.start - amount.end))


def sums(stated: Sequence[Stated], *meanings: Meaning) -> list[Stated]:
    """Stated amounts of these meanings, the best words first."""
    return sorted((one for one in stated if one.meaning in meanings), key=lambda one: one.rank)


def worth(values: Sequence[Stated]) -> Decimal:
    """What they sum to, the same place counted once."""
    return sum((abs(one.amount.value) for one in values), ZERO)
