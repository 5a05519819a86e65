"""Puts what was read of payments, disputes and promises beside the marks that prove it, and says which checks held."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from agent.cli.marks import Mark
from agent.facts.documents import Span
from agent.facts.readings import Check, PaymentRead, Reading

CHECKS: Final = {
    Check.SUM: "the lines make the amount",
    Check.WORDS: "figures and words agree",
    Check.NET: "gross less discount and deduction is what was paid",
    Check.LEDGER: "the documents are in the ledger, and of one payer",
    Check.OPEN: "what was paid is what is open",
}


def payment_values(payment: PaymentRead, marks: Sequence[Mark]) -> dict[str, Any]:
    """A payment with the mark of each of its values and documents, and its checks."""
    told = (
        ("amount", payment.amount), ("currency", payment.currency or payment.currency_sign), ("date", payment.paid_on),
        ("due_date", payment.due_on), ("method", payment.method), ("reference", payment.reference),
        ("payer", payment.payer), ("payer_account", payment.payer_account),
    )  # fmt: skip
    return {
        "read": payment,
        "fields": [
            (name, value, _mark(marks, payment.evidence, name)) for name, value in told if value is not None
        ],
        "lines": [(line, _mark_of(marks, payment, line.invoice)) for line in payment.lines],
        "withheld": [
            name for name in ("discount", "deduction") if any(getattr(line, name) for line in payment.lines)
        ],
        "checks": list(_checks(payment)),
    }  # fmt: skip


def _checks(payment: PaymentRead) -> Iterator[tuple[str, str, str]]:
    """Each check: whether it held, failed or could not be made, its name, and what it compares."""
    for check, words in CHECKS.items():
        if check in payment.checks:
            yield "held", check, words
        elif check is Check.SUM and payment.lines_total is not None:
            yield "failed", check, f"the lines make {payment.lines_total}, not {payment.amount}"
        elif check is Check.WORDS and payment.words_amount is not None:
            yield "failed", check, f"the words say {payment.words_amount}, the figures {payment.amount}"
        else:
            yield "open", check, words


def _mark(
    marks: Sequence[Mark], evidence: Sequence[Span], field: str, text: str | None = None
) -> Mark | None:
    """The mark of a value: its field's first place, or the one where it is spelled so."""
    own = {span for span in evidence if span.field == field and text in (None, span.text)}
    return next((mark for mark in marks if own.intersection(mark.spans)), None)


def _mark_of(marks: Sequence[Mark], payment: PaymentRead, invoice: str) -> Mark | None:
    """The mark of a line's document, also where it is named by a part of its number that no other line has."""
    exact = _mark(marks, payment.evidence, "line.invoice", invoice) or _mark(
        marks, payment.evidence, "invoice", invoice
    )
    own = [span for span in payment.evidence if span.field == "line.invoice"]
    parts = [
        span.text for span in own
        if [line.invoice for line in payment.lines if _is_part(span.text, line.invoice)] == [invoice]
    ]  # fmt: skip
    return exact or next(filter(None, (_mark(marks, own, "line.invoice", text) for text in parts)), None)


def _is_part(spelled: str, number: str) -> bool:
    plain = "".join(filter(str.isalnum, spelled))
    return bool(plain) and plain in "".join(filter(str.isalnum, number))


def claims(reading: Reading, marks: Sequence[Mark]) -> Iterator[tuple[str, str, Mark | None]]:
    """Disputes and promises: what is claimed, of what, and where."""
    for dispute in reading.disputes:
        told = _joined(dispute.invoice, dispute.amount, dispute.reason)
        yield "disputed", told, _first(marks, dispute.evidence)
    for promise in reading.promises:
        told = _joined(promise.invoice, promise.amount, promise.promised_on)
        yield "promised", told, _first(marks, promise.evidence)


def _joined(*said: object) -> str:
    return "  ".join(str(one) for one in said if one is not None)


def _first(marks: Sequence[Mark], evidence: Sequence[Span]) -> Mark | None:
    return next((mark for mark in marks if set(evidence).intersection(mark.spans)), None)
