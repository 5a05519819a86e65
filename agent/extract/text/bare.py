"""Finds bare digits that are the sender's numbers, without a label, where amounts or the words around them show it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from agent.extract.text.ranges import with_ranges
from agent.extract.text.reference import Reference
from agent.extract.text.references import Finder
from agent.extract.text.script import Script, within
from agent.facts.documents import Source
from agent.rules.vocabulary import Cue, Label

LEAST_TAIL: Final = 3  # digits of a number's end
MOST_TAILS: Final = 12  # numbers of a sentence: each is compared with all that is open
LEAST_DIGITS: Final = 5  # of a number that one sentence about payments may name alone
_SPEAKS: Final = (Cue.PAID, Cue.ORDER, Cue.INTENT, Cue.DISPUTE, Cue.NOT_PAID)
_OTHERS: Final = (Label.OTHER_REFERENCE, Label.ACCOUNT, Label.IGNORED, Label.PURCHASE_ORDER)
_WORD_BEFORE: Final = re.compile(r"(?<!\bto )(?<![^\W\d_])([a-z\u00df-\u00ff]{3,}) \Z")
_WORD_AFTER: Final = re.compile(r" ([a-z\u00df-\u00ff]{3,})(?![^\W\d_])")
_YEAR: Final = re.compile(r"20[1-4]\d")
_LONGEST_WORD: Final = 20  # characters
_CLOSE: Final = 3  # characters between such a label and its number


def proven_numbers(script: Script, finder: Finder) -> list[Reference]:
    """Numbers such as "covering 1001 to 1004", where what is open on all that the sentence names is an amount said.

    Nothing else would tell short ones from years, quantities and telephones; "38488 is paid" in a mail of whom that is open names it.
    """
    said = {abs(amount.value) for amount in script.amounts if not amount.is_plain}
    is_mail = script.document.source is Source.BODY
    if not (said or is_mail) or not finder.senders:
        return []
    found: list[Reference] = []
    for start, end in script.sentences():
        bare = list(_numbers(script, finder, start, end))
        if not bare:
            continue
        named = with_ranges(
            script.text,
            sorted([*bare, *script.references_in(start, end)], key=_start),
            script.hits,
            finder.ledger,
        )
        if _open(named) in said | _beside(script, bare, start, end):
            found += [reference for reference in named if reference not in script.references]
        elif is_mail:
            told = _told(script, bare, start, end)
            found += with_ranges(script.text, told, script.hits, finder.ledger)
    return found


def _beside(script: Script, bare: Sequence[Reference], start: int, end: int) -> set[Decimal]:
    """The only digits of a sentence beside one number, where it says that they were paid: "640 gone over for 4471"."""
    plain = [one for one in script.amounts_in(start, end) if one.start != bare[0].start]
    is_told = len(bare) == len(plain) == 1 and within(script.hits.cues(Cue.PAID), start, end)
    return {abs(plain[0].value)} if is_told else set()


def _told(script: Script, bare: Sequence[Reference], start: int, end: int) -> list[Reference]:
    """Whole numbers of the sender's in a sentence that speaks of payments; short ones where there are two and no other digits."""
    hits = script.hits
    labels = within(hits.labels(*_OTHERS), start, end)
    exact = [
        one
        for one in bare
        if one.is_exact
        and not any(0 <= one.start - hit.end <= _CLOSE for hit in labels)
        and not _counts_else(script, one)
    ]
    plain = [amount for amount in script.amounts_in(start, end) if amount.is_plain]
    if len(bare) == len(plain) == 1 and not exact and _is_what_for(script, bare[0], start, end):
        return list(bare)
    if not exact or not within(hits.cues(*_SPEAKS), start, end):
        return []
    if len(exact) > 1 and len(exact) == len(plain):
        return exact
    return [one for one in exact if one.end - one.start >= LEAST_DIGITS]


def _is_what_for(script: Script, one: Reference, start: int, end: int) -> bool:
    """True for the end of a number that a sentence of payment says its sum was for: "sent you 847.50 for 2230"; no year."""
    if one.end - one.start < LEAST_DIGITS - 1 or _YEAR.fullmatch(script.text, one.start, one.end):
        return False
    hits = script.hits
    led = within(hits.cues(Cue.ANSWER_WORDS), one.start - _CLOSE - 1, one.start)
    is_led = any(one.start - hit.end == 1 for hit in led)
    sums = [amount for amount in script.amounts_in(start, end) if not amount.is_plain]
    is_paid = bool(within(hits.cues(Cue.PAID), start, end))
    return is_led and is_paid and len(sums) == 1 and not _counts_else(script, one)


def _counts_else(script: Script, one: Reference) -> bool:
    """True between words that are none of payments: "order of 12000 units", "room 10115"."""
    before = _WORD_BEFORE.search(script.text, max(0, one.start - _LONGEST_WORD), one.start)
    after = _WORD_AFTER.match(script.text, one.end)
    hits = [
        hit
        for section in ("cues", "labels", "methods", "reasons", "statuses")
        for hit in within(
            script.hits.section(section), max(0, one.start - _LONGEST_WORD), one.end + _LONGEST_WORD
        )
    ]
    is_led = before is None or any(hit.start <= before.start(1) < hit.end for hit in hits)
    days = script.days_in(one.end, one.end + _LONGEST_WORD)
    is_ended = (
        after is None
        or any(hit.start <= after.start(1) < hit.end for hit in hits)
        or any(day.start == after.start(1) for day in days)
    )
    return not (is_led and is_ended)


def _start(reference: Reference) -> int:
    return reference.start


def _numbers(script: Script, finder: Finder, start: int, end: int) -> Iterator[Reference]:
    amounts = script.amounts_in(start, end)
    for amount in amounts:
        text = script.text[amount.start : amount.end]
        if not amount.is_plain or not text.isdigit():
            continue
        place = (amount.start, amount.end)
        reference = finder.resolve(script.text, *place)
        is_tail = len(text) >= LEAST_TAIL and len(amounts) <= MOST_TAILS
        if is_tail and (reference is None or reference.item is None):
            reference = finder.by_tail(script.text, *place)
        item = reference.item if reference else None
        if reference and item and item.open and item.customer_id in finder.senders:
            yield reference


def _open(named: Sequence[Reference]) -> Decimal | None:
    """What is open on all of them, credit notes taken; None in several currencies, and where one is unknown."""
    items = {one.item.invoice_no: one.item for one in named if one.item}
    if any(one.item is None for one in named) or len({item.open.currency for item in items.values()}) != 1:
        return None
    return sum((item.open.decimal for item in items.values()), Decimal(0))
