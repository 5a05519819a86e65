"""What stands right around an amount: the tax or the fee that it is, what stays open, what a share leaves of another."""

import re
from decimal import Decimal
from typing import Final

from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue, Label

NEAR: Final = 40  # characters after an amount that may still say what it is
CLOSE: Final = 14  # characters between an amount and the noun that it is
_RATE: Final = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_HALF_A_CENT: Final = Decimal("0.0051")


def is_of_a_document(script: Script, amount: Amount) -> bool:
    """True in a bracket after a document's number that says what it is in all: INV-1 (total 500.00)."""
    opened = max(
        script.text.rfind("(", max(0, amount.start - 30), amount.start),
        script.text.rfind("（", max(0, amount.start - 30), amount.start),
    )
    closed = any(mark in script.text[max(opened, 0) : amount.start] for mark in ")）")
    if (
        opened < 0
        or closed
        or not any(
            0 <= opened - reference.end <= 2
            for reference in script.references_in(max(0, opened - 40), opened)
        )
    ):
        return False
    labels = script.hits.labels(Label.TOTAL, Label.AMOUNT, Label.SUBTOTAL)
    return any(opened < hit.start < amount.start for hit in (*labels, *script.hits.cues(Cue.GROSS)))


def is_tax_in_it(script: Script, amount: Amount) -> bool:
    """True for the tax in a sum: "(davon 239,50 MwSt.)", "250.00 of it VAT", うち消費税136."""
    around = (max(0, amount.start - CLOSE), amount.end + CLOSE)
    return bool(
        within(script.hits.cues(Cue.THEREOF, Cue.OUT_OF), *around)
        and within(script.hits.of("columns", Column.TAX), *around)
    )


def is_whole_document(script: Script, amount: Amount) -> bool:
    """True for what is billed on the document right before it, and "minus" right behind: that is what was taken off."""
    named = script.references_in(amount.start - NEAR, amount.start)
    item = named[-1].item if named else None
    if item is None or script.text[named[-1].end : amount.start].strip(" :=("):
        return False
    less = within(script.hits.cues(Cue.LESS), amount.end, amount.end + CLOSE)
    is_less = bool(less) and not script.text[amount.end : less[0].start].strip()
    return is_less and amount.value in (item.billed.decimal, item.open.decimal)


def is_fee_beside(script: Script, previous: int, amount: Amount) -> bool:
    """True where a cell beside an amount's own calls it a fee, whoever paid that: "Our fee, paid by sender | 1.14"."""
    own = script.place_of(amount.start)
    hits = within(script.hits.section("reasons"), previous, amount.start)
    fees = (script.place_of(hit.start) for hit in hits if hit.key == "bank_charges")
    return own is not None and any(fee and fee.row == own.row and fee != own for fee in fees)


def is_left_of_another(script: Script, amount: Amount) -> bool:
    """True right behind a verb whose object is the sum before it: 660円を差し引いて87,340円."""
    verbs = within(script.hits.cues(Cue.TAKEN_OFF), amount.start - CLOSE, amount.start)
    return any(amount.start - hit.end < 2 for hit in verbs)


def stays_open(script: Script, amount: Amount) -> bool:
    """True right before a word for what is open, that is not another amount's: leaving 1,200.00 outstanding."""
    opens = within(script.hits.cues(Cue.OPEN, Cue.UNPAID_STATUS), amount.end, amount.end + CLOSE)
    is_beside = bool(opens) and opens[0].start - amount.end < 2
    return is_beside and not script.amounts_in(opens[0].end, opens[0].end + CLOSE)


def is_left_of_share(script: Script, start: int, amount: Amount) -> bool:
    """True for what a share leaves of a sum before it, or of a document's: 3.570,00 EUR abzgl. 2% = 3.498,60 EUR."""
    shares = list(_RATE.finditer(script.text, start, amount.start))
    if not shares:
        return False
    left = 1 - Decimal(shares[-1][1].replace(",", ".")) / 100
    begun = script.sentence_of(amount.start)[0]
    wholes = {one.value for one in script.amounts_in(begun, amount.start)}
    wholes |= {one.item.billed.decimal for one in script.references_in(begun, amount.start) if one.item}
    return any(abs(whole * left - amount.value) < _HALF_A_CENT for whole in wholes)


def is_divided(script: Script, amount: Amount) -> bool:
    """True right before a word that takes a part out of it: 25,400円のうち; not of what a verb before says was paid."""
    after = within(script.hits.cues(Cue.OUT_OF), amount.end, amount.end + CLOSE)
    paid = within(script.hits.cues(Cue.PAID), max(0, amount.start - CLOSE), amount.start)
    return any(hit.start - amount.end < 2 for hit in after) and not paid
