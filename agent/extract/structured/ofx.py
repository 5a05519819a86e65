"""OFX bank statements, SGML (1.x) and XML (2.x) alike, into a payment for each credit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from html import unescape
from itertools import islice
from typing import Final

from agent.extract.structured.values import (
    MOST_ENTRIES,
    amount_of,
    currency_of,
    day_of,
    decoded,
    is_reference,
    span,
)
from agent.facts.documents import Fault, Unread
from agent.facts.mail import Part
from agent.facts.readings import Kind, Method, PaymentRead, StructuredRead

_TOKEN: Final = re.compile(r"<(/?)([A-Z][A-Z0-9.]{0,31})>([^<]*)")
_RETURNED: Final = re.compile(r"\b(?:RETURNED|RETURN|NSF|CHARGEBACK|REVERSAL)\b", re.IGNORECASE)
_METHODS: Final = {"CHECK": Method.CHECK, "DIRECTDEP": Method.ACH, "CASH": Method.CASH}


@dataclass(slots=True, kw_only=True)
class _Transaction:
    """A STMTTRN: the first value of each name with its line, the currency and account of its statement."""

    line: int
    currency: str | None
    account: str
    values: dict[str, tuple[str, int]] = field(default_factory=dict)

    def text(self, *names: str) -> str:
        return next((self.values[name][0] for name in names if self.values.get(name, ("", 0))[0]), "")


def is_ofx(content: bytes) -> bool:
    """True where an OFX header or element stands at the start."""
    head = content[:2000]
    return b"OFXHEADER" in head[:200] or b"<OFX>" in head


def read_ofx(part: Part) -> StructuredRead | Unread:
    """Read all bank statements of the file; what it says of cards and investments is no receipt."""
    payments: list[PaymentRead] = []
    warnings: list[str] = []
    text = decoded(part.content)
    transactions = list(islice(_transactions(text), MOST_ENTRIES + 1))
    if len(transactions) > MOST_ENTRIES:
        return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} entries")
    for transaction in _corrected(transactions):
        amount = amount_of(transaction.text("TRNAMT").replace(",", "."), transaction.currency)
        if amount is None:
            warnings.append(f"line {transaction.line}: TRNAMT {transaction.text('TRNAMT')!r} can't be read")
        elif transaction.text("CORRECTFITID"):
            warnings.append(f"line {transaction.line}: corrects {transaction.text('CORRECTFITID')}")
        elif amount > 0 and not _is_ours(transaction):
            payments.append(_payment(transaction, amount, part.name))
        elif amount < 0 and _RETURNED.search(f"{transaction.text('NAME')} {transaction.text('MEMO')}"):
            warnings.append(f"line {transaction.line}: {-amount} that came before is taken back")
            returned = _payment(transaction, -amount, part.name)
            payments.append(replace(returned, payer=None, is_returned=True))  # its name says what it is
    if "</OFX>" not in text:
        if not payments:
            return Unread(part=part.name, fault=Fault.BROKEN, detail="the file ends before </OFX>")
        warnings.append("the file ends before </OFX>; what stands before was read")
    return StructuredRead(
        part=part.name, kind=Kind.BANK_STATEMENT, payments=tuple(payments), warnings=tuple(warnings)
    )


def _transactions(text: str) -> Iterator[_Transaction]:
    """The STMTTRN of bank statements (STMTRS), each as it ends."""
    open_one: _Transaction | None = None
    in_bank = False
    currency, account = None, ""
    line, at = 1, 0
    for token in _TOKEN.finditer(text):
        line, at = line + text.count("\n", at, token.start()), token.start()
        is_end, name, value = bool(token[1]), token[2], unescape(token[3]).strip()
        if name == "STMTRS":
            in_bank, currency, account = not is_end, None, ""
        elif name == "STMTTRN" and in_bank:
            if is_end and open_one:
                yield open_one
            open_one = None if is_end else _Transaction(line=line, currency=currency, account=account)
        elif open_one and value and not is_end:
            open_one.values.setdefault(name, (value, line))
        elif name == "CURDEF" and not is_end:
            currency = currency_of(value)
        elif name == "ACCTID" and not is_end:
            account = value


def _corrected(transactions: list[_Transaction]) -> Iterator[_Transaction]:
    """The transactions as later ones of the file correct them (OFX, STMTTRN: CORRECTFITID and CORRECTACTION).

    What corrects one of another file stays marked as a correction: the other may have been booked.
    """
    own = {(each.account, each.text("FITID")) for each in transactions if not each.text("CORRECTFITID")}
    undone = {(each.account, each.text("CORRECTFITID")) for each in transactions}
    for each in transactions:
        if (each.account, each.text("FITID")) in undone:
            continue
        corrects = each.text("CORRECTFITID")
        if corrects and (each.account, corrects) in own:
            if each.text("CORRECTACTION") == "DELETE":
                continue
            each.values.pop("CORRECTFITID")
        yield each


def _is_ours(transaction: _Transaction) -> bool:
    """True for money that is only reserved, or comes from the statement's own account."""
    account = transaction.text("ACCTID")
    return transaction.text("TRNTYPE") == "HOLD" or bool(account and account == transaction.account)


def _payment(transaction: _Transaction, amount: Decimal, part: str) -> PaymentRead:
    valued = transaction.text("DTAVAIL", "DTPOSTED")
    references = [each for name in ("REFNUM", "CHECKNUM") if is_reference(each := transaction.text(name))]
    payer = transaction.text("NAME")
    fields = {
        "amount": ("TRNAMT",),
        "date": ("DTAVAIL", "DTPOSTED"),
        "reference": ("REFNUM", "CHECKNUM"),
        "payer": ("NAME",),
        "payer_account": ("ACCTID",),
        "text": ("MEMO",),
    }
    found = [(field, name) for field, names in fields.items() for name in names if name in transaction.values]
    return PaymentRead(
        amount=amount,
        currency=transaction.currency,
        paid_on=day_of(valued),
        method=_METHODS.get(transaction.text("TRNTYPE")),
        reference=references[0] if references else None,
        payer=payer or None,
        payer_account=transaction.text("ACCTID") or None,
        other_references=tuple(filter(None, (*references[1:], transaction.text("FITID")))),
        text=transaction.text("MEMO"),
        evidence=tuple(
            span(field, part, transaction.values[name][1], transaction.values[name][0])
            for field, name in found
        ),
    )
