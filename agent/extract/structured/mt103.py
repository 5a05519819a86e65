"""SWIFT MT103, the copy of a payment order that a payer sends, and MT910, the bank's word for a credit, into payments.

Fields as in the SWIFT Standards MT, category 1: 20, 32A, 33B, 50A/F/K, 59/A/F, 70, 71A/F/G, 72, 77T; category 9: 21, 25.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from agent.extract.structured.fin_print import is_printed, unprinted
from agent.extract.structured.swift import Field, fields_of, joined
from agent.extract.structured.values import (
    MOST_ENTRIES,
    ZERO,
    amount_of,
    day,
    decoded,
    is_reference,
    span,
)
from agent.facts.documents import Fault, Span, Unread
from agent.facts.mail import Part
from agent.facts.readings import Kind, Method, PaymentRead, StructuredRead

_HEAD: Final = 20_000
_SHAPE: Final = (
    re.compile(r"^:20:\S", re.MULTILINE),
    re.compile(r"^:32A:\d{6}[A-Z]{3}[\d,.]", re.MULTILINE),
    re.compile(r"^:59[AF]?:|^:25P?:[^:]*(?:^:13D:[^:]*)?^:32A:[^:]*^:50[AFK]?:", re.MULTILINE),
)
_CODE_WORD: Final = re.compile(r"/[A-Z]{3,8}/|^//")  # of 72
_START: Final = re.compile(r"(?m)(?=\{1:F\d\d)|^(?=:20:)")
_SETTLED: Final = re.compile(r"(\d\d)(\d\d)(\d\d)([A-Z]{3})([\d,.]{1,18})\s*\Z")
_MONEY: Final = re.compile(r"([A-Z]{3})([\d,.]{1,18})\s*\Z")
_AMOUNT: Final = re.compile(r"\d{1,15}(?:,\d{0,3}|\.\d\d)?\Z", re.ASCII)
_TYPE: Final = re.compile(r"\{2:[IO](\d{3})")
_TRANSACTION: Final = re.compile(r"\{121:([0-9a-fA-F-]{36})\}")  # block 3: the UETR
_NO_PAYMENT: Final = (
    ("{451:1}", "the network refused it"),
    ("{TNG:", "it is for training"),
    ("Network Nack", "the network refused it"),
    ("Network Nak", "the network refused it"),
    ("/REJT/", "it is a rejection"),
    ("/RETN/", "it is a return"),
)
_PAYERS: Final = ("50K", "50F", "50A", "50")
_WIDTH: Final = 35  # of a line of 50, 59 and 70
_NAMED: Final = re.compile(r"1/(.+)")  # options F: line 1/ is the name, and goes on in a second 1/
_OWN_REFERENCE: Final = re.compile(r"/ROC/([^/\n]{1,35})")  # of the ordering customer, in 70


def is_mt103(content: bytes) -> bool:
    """True for text with a reference, an amount settled and a beneficiary, each as a field of its own."""
    head = content[:_HEAD].decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    return all(mark.search(unprinted(head) if is_printed(head) else head) for mark in _SHAPE)


def read_mt103(part: Part) -> StructuredRead | Unread:
    """Read all MT103 of a file; others in it, and those that move no money, are told in warnings."""
    payments: list[PaymentRead] = []
    credits: list[PaymentRead] = []
    warnings: list[str] = []
    text = decoded(part.content)
    shown = text.splitlines() if is_printed(text) else []
    for number, message in enumerate(_messages(unprinted(text) if shown else text)):
        if number == MOST_ENTRIES:
            return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} messages")
        refused = _refused(message)
        if refused:
            warnings.append(f"message {message.text('20')}: {refused}: it pays nothing")
        elif payment := _payment(message, part.name, warnings):
            kept = credits if _is_credit(message) else payments
            kept.append(_as_shown(payment, shown) if shown else payment)
    if credits and payments:
        warnings.append("orders and credits in one file: the credits were left out")
    kind = Kind.REMITTANCE if payments else Kind.BANK_STATEMENT if credits else Kind.OTHER
    payments = payments or credits
    return StructuredRead(part=part.name, kind=kind, payments=tuple(payments), warnings=tuple(warnings))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    """The fields of one message by tag, and the text of it with the blocks around them."""

    fields: dict[str, list[Field]]
    raw: str

    def all(self, *tags: str) -> list[Field]:
        """The fields with these tags."""
        return [field for tag in tags for field in self.fields.get(tag, ())]

    def first(self, *tags: str) -> Field | None:
        """The first field with the first of these tags that is there."""
        return next(iter(self.all(*tags)), None)

    def text(self, *tags: str) -> str:
        """What the first of them says, "" where none is there."""
        field = self.first(*tags)
        return field.text.strip() if field else ""


def _messages(text: str) -> Iterator[_Message]:
    head, line = "", 1
    for chunk in _START.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        if chunk.startswith(":20:"):
            fields: dict[str, list[Field]] = {}
            for field in fields_of(chunk, line):
                fields.setdefault(field.tag, []).append(field)
            yield _Message(fields=fields, raw=head + chunk)
            head = ""
        else:
            head += chunk
        line += chunk.count("\n")


def _refused(message: _Message) -> str:
    """Why a message is no payment of a customer; "" where it is one."""
    types = _TYPE.findall(message.raw)
    if (types and not {"103", "910"} & set(types)) or message.first("58A", "58D"):
        return "it is no MT103"
    return next((why for mark, why in _NO_PAYMENT if mark in message.raw), "")


def _is_credit(message: _Message) -> bool:
    """True for an MT910, which names no beneficiary: that is the account's owner. An MT900 does neither say who paid."""
    says_who = bool(message.first(*_PAYERS)) or "910" in _TYPE.findall(message.raw)
    return message.first("59", "59F", "59A") is None and bool(message.first("25", "25P")) and says_who


def _payment(message: _Message, part: str, warnings: list[str]) -> PaymentRead | None:
    reference, settled, payee = message.first("20"), message.first("32A"), message.first("59", "59F", "59A")
    found = _SETTLED.match(settled.lines[0].strip()) if settled else None
    amount = _decimal(found[5], found[4]) if found else None
    is_credit = _is_credit(message)
    if (
        reference is None or settled is None or found is None or amount is None
        or (payee is None and not is_credit)
    ):  # fmt: skip
        warnings.append(f"message {message.text('20')}: it lacks an amount or a beneficiary; it was left out")
        return None
    amount, place = _received(message, amount, found[4], settled, warnings)
    payer = message.first(*_PAYERS)
    payer_name, payer_account = _party(payer)
    payee_name, _ = _party(payee)
    words = message.all("72") if is_credit else message.all("70", "77T")
    text = " ".join(joined(_plain(field, is_credit), _WIDTH) for field in words)
    own = _OWN_REFERENCE.search(text)
    others = [own[1].strip()] if own else []
    others += [message.text("21")] if is_credit and is_reference(message.text("21")) else []
    others += _TRANSACTION.findall(message.raw)
    places: list[tuple[str, Field | None, str]] = [
        ("amount", place, place.lines[0]), ("currency", settled, found[4]), ("date", settled, found[0].strip()),
        ("reference", reference, reference.lines[0]), ("payer", payer, payer_name),
        ("payer_account", payer, payer_account), ("payee", payee, payee_name),
        *(("text", field, field.text) for field in words),
    ]  # fmt: skip
    return PaymentRead(
        amount=amount,
        currency=found[4],
        paid_on=day(*found.groups()[:3]),
        method=Method.WIRE,
        reference=reference.text.strip() if is_reference(reference.text) else None,
        payer=payer_name or None,
        payer_account=payer_account or None,
        payee=payee_name
        or (payee.lines[-1].strip() if payee else None),  # of 59A the BIC: nobody we know by name
        other_references=tuple(dict.fromkeys(others)),
        text=text,
        charges=_charges(message, amount, found[4]),
        evidence=tuple(_spans(places, part)),
    )


def _plain(field: Field, has_codes: bool) -> tuple[str, ...]:
    """The lines of a text field, of 72 without the code words that banks put before them."""
    return tuple(_CODE_WORD.sub("", line) for line in field.lines) if has_codes else field.lines


def _as_shown(payment: PaymentRead, shown: list[str]) -> PaymentRead:
    """A payment whose places show the lines of the print."""
    spans = (replace(one, text=shown[int(one.box[1]) - 1].strip()) for one in payment.evidence)
    return replace(payment, evidence=tuple(spans))


def _received(
    message: _Message, settled: Decimal, currency: str, place: Field, warnings: list[str]
) -> tuple[Decimal, Field]:
    """What reaches the beneficiary's bank, and where it stands: 32A, without our bank's charges that 71G adds to it.

    What was instructed (33B) differs by the senders' charges (71F), or is in another currency.
    """
    instructed = message.first("33B")
    if instructed is None:
        return settled, place
    stated = _money(instructed, currency)
    if stated is None or stated == settled:
        return settled, place
    added = sum((_money(field, currency) or ZERO for field in message.all("71G")), ZERO)
    taken = sum((_money(field, currency) or ZERO for field in message.all("71F")), ZERO)
    if added and settled - stated == added:
        return stated, instructed
    if stated - settled != taken:
        warnings.append(
            f"message {message.text('20')}: {stated} was instructed, {settled} settled, charges are {taken}"
        )
    return settled, place


def _charges(message: _Message, received: Decimal, currency: str) -> Decimal | None:
    """What the senders' banks kept (71F), where what was instructed (33B) less it is what is received."""
    taken = sum((_money(field, currency) or ZERO for field in message.all("71F")), ZERO)
    instructed = message.first("33B")
    stated = _money(instructed, currency) if instructed else None
    return taken if taken and stated is not None and stated - taken == received else None


def _money(field: Field, currency: str) -> Decimal | None:
    """The amount of a field that is a currency and an amount; None for another currency."""
    found = _MONEY.match(field.lines[0].strip())
    return _decimal(found[2], found[1]) if found and found[1] == currency else None


def _decimal(text: str, currency: str) -> Decimal | None:
    """A SWIFT amount, whose comma stands before the decimals; a point may part thousands, unless two digits follow."""
    return amount_of(text.replace(",", "."), currency) if _AMOUNT.match(text) else None


def _party(field: Field | None) -> tuple[str, str]:
    """Name and account of a party; "" for what is not said, as the name where a BIC stands for it (option A)."""
    if field is None:
        return "", ""
    lines = [line.strip() for line in field.lines if line.strip()]
    account = ""
    if lines and lines[0].startswith("/"):
        account = re.sub(r"/[CD](?=/)", "", lines.pop(0), count=1).strip("/ ")
    if field.tag.endswith("F"):
        names = [found[1] for line in lines if (found := _NAMED.match(line))]
        return joined(names, _WIDTH - 2), account
    return ("" if field.tag.endswith("A") or not lines else lines[0]), account


def _spans(places: list[tuple[str, Field | None, str]], part: str) -> Iterator[Span]:
    """Where a value stands: the line that holds it, else the whole field."""
    for name, field, text in places:
        if field is not None and text:
            offset = next((at for at, line in enumerate(field.lines) if text in line), None)
            shown = field.text if offset is None else text  # what goes over lines is shown as it stands
            yield span(name, part, field.line + (offset or 0), shown)
