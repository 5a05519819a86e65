"""Turns the running text around payments into stated sums, each with what it is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from agent.extract.speech.acts import UNPAID, Act
from agent.extract.speech.around import CLOSE, NEAR
from agent.extract.speech.beside import beside, has_share_before, is_untaxed, paid_out_of
from agent.extract.speech.equations import (
    by_equation,
    gross_by_arithmetic,
    kept_by_arithmetic,
    without_parts_of_kept,
)
from agent.extract.speech.meaning import Meaning, clause_after, is_of_next, meaning_of, part_end
from agent.extract.speech.sentence import Sentence
from agent.extract.speech.stated import Stated
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.extract.text.setting import CELL_BREAK
from agent.rules.vocabulary import Cue, Hit, Label

SPACELESS: Final = "\u2e80"  # where scripts begin that put no spaces between words
MOST_WEIGHED: Final = 100  # amounts of a text that are weighed against each other
_YEAR: Final = re.compile(r"20[1-4]\d")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")  # no currency, no "CHF"


def stated_amounts(script: Script, sentences: Sequence[Sentence], taken_rows: set[int]) -> list[Stated]:
    """The amounts outside of tables that may be of the payment."""
    found: list[Stated] = []
    for sentence in sentences:
        if sentence.act not in UNPAID:
            found += _of_sentence(script, sentence, taken_rows)
    if len(found) > MOST_WEIGHED:
        return found
    return [kept_by_arithmetic(gross_by_arithmetic(one, found), found) for one in found]


def _of_sentence(script: Script, sentence: Sentence, taken_rows: set[int]) -> list[Stated]:
    """The amounts of one sentence, weighed against each other."""
    amounts = script.amounts_in(sentence.start, sentence.end)
    found: list[Stated] = []
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
    found = without_parts_of_kept(script, sentence, found)
    found = by_equation(script, sentence, amounts, _out_of_more(script, sentence, amounts, found))
    found = _without_plain(found)
    others = beside(script, sentence.start, sentence.end, amounts)
    return [replace(one, meaning=Meaning.OTHER) if one.amount in others else one for one in found]


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


def _without_plain(found: list[Stated]) -> list[Stated]:
    """Without digits alone where their sentence states a sum with its currency: 500 € on account of 338."""
    said = [one.amount for one in found if one.meaning is Meaning.TOTAL]
    if not any(one.currency or one.sign for one in said):
        return found
    starts = {amount.start for amount in said}
    return [
        one for one in found if one.amount.start not in starts or one.rank == 0 or not one.amount.is_plain
    ]


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
