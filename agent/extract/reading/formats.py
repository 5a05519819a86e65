"""A bank's or an EDI partner's file, which says it all, with what the text beside it adds."""

from collections.abc import Sequence
from dataclasses import replace

from agent.extract.reading.direction import is_ours
from agent.extract.text.references import Finder
from agent.facts.readings import Check, Kind, PaidLine, PaymentRead, Reading, StructuredRead


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
    """A bank's entry with the documents that its free text names by the ledger's own numbers; and its lines spelled so."""
    if payment.lines:
        return replace(payment, lines=tuple(_spelled(line, finder) for line in payment.lines))
    numbers = dict.fromkeys(reference.number for reference in finder.exact(payment.text))
    amount = payment.amount if len(numbers) == 1 else None
    return replace(payment, lines=tuple(PaidLine(invoice=number, amount=amount) for number in numbers))


def _spelled(line: PaidLine, finder: Finder) -> PaidLine:
    item = finder.ledger.number(line.invoice)
    return replace(line, invoice=item.invoice_no) if item else line
