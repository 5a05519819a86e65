"""What a careful clerk reads in a mail, in the fields of the contract's section 3."""

from dataclasses import dataclass
from typing import Any

from tests.corpus.mail.wire import Mail

Facts = dict[str, Any]
ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A mail and its truth; `layout` is what it looks like, `producer` the client or program that wrote it."""

    name: str
    layout: str
    producer: str
    language: str
    mail: Mail
    kind: str
    customer: str | None
    payments: tuple[Facts, ...] = ()
    disputes: tuple[Facts, ...] = ()
    promises: tuple[Facts, ...] = ()

    def row(self) -> Facts:
        return {
            "file": f"{self.name}.eml",
            "family": self.layout,
            "layout": self.layout,
            "producer": self.producer,
            "language": self.language,
            "kind": self.kind,
            "customer_id": self.customer,
            "payments": list(self.payments),
            "disputes": list(self.disputes),
            "promises": list(self.promises),
        }


def line(
    invoice: str | None,
    amount: str | None,
    discount: str = "0.00",
    deduction: str = "0.00",
    reason: str | None = None,
) -> Facts:
    return {
        "invoice": invoice,
        "amount": amount,
        "discount": discount,
        "deduction": deduction,
        "reason": reason,
    }


def pay(amount: str | None, currency: str | None, *lines: Facts, **said: str | None) -> Facts:
    """A payment; what is not given in `said` the mail does not say, but for the payer, which a signature may."""
    unknown = set(said) - {"payer", "date", "due_date", "method", "reference"}
    if unknown:
        raise TypeError(f"no such field: {unknown}")
    return {
        "payer": said.get("payer", ANY),
        "amount": amount,
        "currency": currency,
        "date": said.get("date"),
        "due_date": said.get("due_date"),
        "method": said.get("method"),
        "reference": said.get("reference"),
        "lines": list(lines),
    }


def dispute(invoice: str | None, reason: str | None, amount: str | None = None) -> Facts:
    return {"invoice": invoice, "amount": amount, "reason": reason}


def promise(invoice: str | None, date: str, amount: str | None = None) -> Facts:
    return {"invoice": invoice, "date": date, "amount": amount}
