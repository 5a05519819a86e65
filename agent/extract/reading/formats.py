"""A bank's or an EDI partner's file, which says it all, with what the text beside it adds."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.reading.direction import is_ours
from agent.extract.text.reference import Reference
from agent.extract.text.references import Finder
from agent.extract.text.their_numbers import SHORT_DIGITS
from agent.facts.ledger import Item
from agent.facts.readings import Check, Kind, PaidLine, PaymentRead, Reading, StructuredRead

_MONEY: Final = re.compile(
    r"(?<![\w.,])(-?)(\d{1,3}(?:[.,' ]\d{3})+|\d{1,12})[.,](\d\d)(?![\d.,]\d|\d)", re.ASCII
)
_GROUPED: Final = re.compile(r"[.,' ]")
_CHUNK: Final = re.compile(
    r"(?:(?P<label>[A-Za-z]{1,12})[ .:#]{0,3})?(?<!\d)(?<!\d[.,])(?P<number>\d[\d/-]{2,}\d)(?![.,]?\d)",
    re.ASCII,
)
_LABELLED: Final = 4  # digits behind letters that begin numbers
_DAY: Final = re.compile(
    r"(?:20)?\d\d([/-]?)(?:0[1-9]|1[0-2])\1[0-3]\d|[0-3]\d([/-]?)(?:0[1-9]|1[0-2])\2(?:20)?\d\d"
)


def of_formats(
    free: Reading, structured: Sequence[StructuredRead], finder: Finder, warnings: Sequence[str],
    own_names: Sequence[str],
) -> Reading:  # fmt: skip
    """A bank's or an EDI partner's file says it all; entries without lines get those that their text names."""
    every = [payment for read in structured for payment in read.payments]
    told = [payment for payment in every if not payment.is_returned]
    others = [payment.payee for payment in told if payment.payee and not is_ours(payment.payee, own_names)]
    kind = min((read.kind for read in structured), key=list(Kind).index)
    payments = [payment for payment in told if payment.payee not in others]
    if kind is Kind.REMITTANCE and len(payments) == len(free.payments) == 1:
        payments = [_detailed(payments[0], free.payments[0], finder)]
    return Reading(
        kind=kind if payments or kind is Kind.BANK_STATEMENT else Kind.OTHER,
        language=free.language,
        payments=tuple(anchored(payment, finder) for payment in payments),
        returned=tuple(anchored(payment, finder) for payment in every if payment.is_returned),
        names=free.names,
        unread=free.unread,
        disagreements=tuple(text for one in structured for text in one.warnings),
        warnings=(
            *warnings,
            *(f"it pays {name}, not us: not read" for name in dict.fromkeys(others)),
        ),
    )


def _detailed(order: PaymentRead, advice: PaymentRead, finder: Finder) -> PaymentRead:
    """An order that has no lines with those of the advice beside it, where that tells of the same amount."""
    is_same = order.amount == advice.amount and advice.currency in (None, order.currency)
    is_proved = Check.SUM in advice.checks or not finder.exact(order.text)
    if order.lines or not (is_same and advice.lines and is_proved):
        return order
    lines = (span for span in advice.evidence if span.field == "invoice" or span.field.startswith("line."))
    checks = (check for check in advice.checks if check in (Check.SUM, Check.NET))
    return replace(order, lines=advice.lines, checks=tuple(checks), evidence=(*order.evidence, *lines))


def anchored(payment: PaymentRead, finder: Finder) -> PaymentRead:
    """A payment with its lines as the ledger spells them; an entry without lines with what its free text names."""
    if payment.lines:
        return replace(payment, lines=_together([_spelled(line, finder) for line in payment.lines]))
    named = finder.exact(payment.text)
    numbers = list(dict.fromkeys(reference.number for reference in named))
    if len(named) == len(numbers) > 1 and (amounts := _amounts_after(named, payment)):
        lines = tuple(
            PaidLine(invoice=number, amount=each) for number, each in zip(numbers, amounts, strict=True)
        )
        return replace(payment, lines=lines, checks=(*payment.checks, Check.SUM))
    if not numbers and (item := _shortened(payment, finder)):
        numbers = [item.invoice_no]
    if len(numbers) == 1:
        return replace(payment, lines=(_whole(numbers[0], payment),))
    if not numbers:
        numbers = _shortened_together(payment, finder)
    return replace(payment, lines=tuple(PaidLine(invoice=number, amount=None) for number in numbers))


def _whole(number: str, payment: PaymentRead) -> PaidLine:
    """The one document that all of a payment is for, less what the banks kept of it."""
    line = PaidLine(invoice=number, amount=payment.amount)
    return replace(line, deduction=payment.charges, reason="bank_charges") if payment.charges else line


def _amounts_after(named: Sequence[Reference], payment: PaymentRead) -> list[Decimal] | None:
    """The one amount that stands behind each number of an entry's text, where they sum to the entry's."""
    ends = [*(reference.start for reference in named[1:]), len(payment.text)]
    found = [
        _MONEY.findall(payment.text, reference.end, end) for reference, end in zip(named, ends, strict=True)
    ]
    if any(len(each) != 1 for each in found):
        return None
    amounts = [Decimal(f"{sign}{_GROUPED.sub('', whole)}.{cents}") for [(sign, whole, cents)] in found]
    return amounts if sum(amounts) == payment.amount else None


def _shortened(payment: PaymentRead, finder: Finder) -> Item | None:
    """The only item of which an entry's text has the number's end and the entry the open amount: FACT.3401, 1725.00.

    Few digits count only behind letters that begin numbers of invoices, and never a day's: both would fit by chance.
    """
    found = {
        item.invoice_no: item
        for chunk in _CHUNK.finditer(payment.text)
        if _may_be_an_end(chunk, finder)
        for item in finder.ledger.shortened(chunk["number"])
        if item.open.decimal == payment.amount and payment.currency in (None, item.open.currency)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _shortened_together(payment: PaymentRead, finder: Finder) -> list[str]:
    """The sender's items of which an entry's text has the ends of the numbers, where they are open for its amount: 30501010 30501028."""
    known = finder.numbers
    found = [
        item
        for chunk in _CHUNK.finditer(payment.text)
        if finder.senders and _may_be_an_end(chunk, finder)
        if (item := known.shortened(chunk["number"]) or known.left_of_its_beginning(chunk["number"]))
    ]
    owed = sum((item.open.decimal for item in found), Decimal(0))
    numbers = list(dict.fromkeys(item.invoice_no for item in found))
    return numbers if 1 < len(numbers) == len(found) and owed == payment.amount else []


def _may_be_an_end(chunk: re.Match[str], finder: Finder) -> bool:
    digits = sum(one.isdigit() for one in chunk["number"])
    is_labelled = (chunk["label"] or "").upper() in finder.numbers.prefixes
    return digits >= (_LABELLED if is_labelled else SHORT_DIGITS) and not _DAY.fullmatch(chunk["number"])


def _spelled(line: PaidLine, finder: Finder) -> PaidLine:
    """A line's number as in the ledger: also behind zeros that a program fills up with, or shortened by the sender."""
    spelled = line.invoice
    item = finder.ledger.number(spelled) or finder.ledger.number(spelled.lstrip("0"))
    if item is None and finder.senders and (told := finder.resolve(spelled, 0, len(spelled))):
        item = told.item
    return replace(line, invoice=item.invoice_no) if item else line


def _together(lines: Sequence[PaidLine]) -> tuple[PaidLine, ...]:
    """One line for each document: it may be paid, held back and released in rows of its own, which add up."""
    found: dict[str, PaidLine] = {}
    for line in lines:
        if (first := found.get(line.invoice)) is None:
            found[line.invoice] = line
        elif first.amount is None or line.amount is None:
            return tuple(lines)
        else:
            found[line.invoice] = replace(
                first,
                amount=first.amount + line.amount,
                discount=first.discount + line.discount,
                deduction=first.deduction + line.deduction,
                reason="; ".join(dict.fromkeys(filter(None, (first.reason, line.reason)))) or None,
            )
    return tuple(found.values())
