"""SWIFT MT940 and MT942 into a payment for each credit that is others' money.

Read by hand: the mt-940 package tells no lines, glues names that were cut at 27 columns, merges statements,
and gives up on a whole file where one :61: is bad.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final

from agent.extract.structured.mt940_details import Details, details_of
from agent.extract.structured.swift import Field, fields_of
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
from agent.ids import folded

_SHAPE: Final = re.compile(rb"^:20:[^\n]*\n(?:[^\n]*\n){0,12}?:(?:60[FM]|61|62F|34F):", re.MULTILINE)
_HEAD: Final = 20_000
_BALANCE: Final = re.compile(r"([CD])\d{6}([A-Z]{3})([\d,.]{1,18})")
_TURNOVER: Final = re.compile(r"(\d{1,5})[A-Z]{3}([\d,.]{1,18})")
_ENTRY: Final = re.compile(
    r"(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:\d{4}| {4})?(?P<mark>R[CD]|E[CD]|C|D)[A-Z]?\s?"
    r"(?P<amount>\d{1,15}(?:[,.]\d{0,3})?)(?:[A-Z](?P<sort>[A-Z0-9 ]{3}))?(?P<references>[^\n]*)"
)
# SWIFT transaction types: :61: subfield 6 without its N, S or F.
_METHODS: Final = {
    **dict.fromkeys(("TRF", "STO", "DCR", "103"), Method.WIRE),
    **dict.fromkeys(("CHK", "ECK", "TCK", "LBX"), Method.CHECK),
    "BOE": Method.DRAFT,
}
_CLOSING: Final = frozenset({"62F", "62M"})  # an :86: after it is about the statement
_RETURNED: Final = frozenset({"RTI"})
# Returned items, cash management, interest, dividends, charges and commissions given back, securities.
_OURS: Final = _RETURNED | {"CMI", "CMN", "CMS", "CMT", "CMZ", "INT", "DIV", "CHG", "COM", "BRF", "SEC"}


@dataclass(slots=True, kw_only=True)
class _Statement:
    """A :20: and what follows it: fields by tag, and entries, each with its :86: fields."""

    fields: dict[str, Field] = field(default_factory=dict)
    entries: list[tuple[Field, list[Field]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A :61: taken apart."""

    valued_on: date | None
    mark: str
    amount: Decimal
    sort: str
    own: str
    bank: str


def is_mt940(content: bytes) -> bool:
    """True for text that has a :20: and, within a few lines, a balance, a floor limit or an entry."""
    return bool(_SHAPE.search(content[:_HEAD].replace(b"\r\n", b"\n").replace(b"\r", b"\n")))


def read_mt940(part: Part) -> StructuredRead | Unread:
    """Read all statements of a file; bad entries, and balances that don't foot, are told in warnings."""
    payments: list[PaymentRead] = []
    warnings: list[str] = []
    statements = list(_statements(decoded(part.content)))
    lines = sum(len(statement.entries) for statement in statements)
    if lines > MOST_ENTRIES:
        return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} entries")
    entries = 0
    for statement in statements:
        currency = _currency(statement)
        read = []
        for line, details in statement.entries:
            entry = _entry(line, currency)
            if entry is None:
                warnings.append(f"line {line.line}: this entry can't be read: {line.lines[0][:60]!r}")
                continue
            read.append(entry)
            if _takes_back(entry, details):
                warnings.append(f"line {line.line}: {entry.amount} {currency} that came before is taken back")
                payments.append(
                    replace(_payment(entry, line, details, statement, part.name), is_returned=True)
                )
            elif entry.mark == "C" and not _is_ours(entry, details, statement):
                payments.append(_payment(entry, line, details, statement, part.name))
        entries += len(read)
        warnings.extend(_unfooted(statement, read))
    if lines and not entries:
        return Unread(part=part.name, fault=Fault.BROKEN, detail=warnings[0])
    return StructuredRead(
        part=part.name, kind=Kind.BANK_STATEMENT, payments=tuple(payments), warnings=tuple(warnings)
    )


def _statements(text: str) -> Iterator[_Statement]:
    statement: _Statement | None = None
    for each in fields_of(text):
        if each.tag == "20":
            if statement:
                yield statement
            statement = _Statement()
        if statement is None:
            continue
        if each.tag == "61":
            statement.entries.append((each, []))
        elif each.tag == "86" and statement.entries and not _CLOSING & statement.fields.keys():
            statement.entries[-1][1].append(each)
        else:
            statement.fields.setdefault(each.tag, each)
    if statement:
        yield statement


def _decimal(text: str, currency: str | None) -> Decimal | None:
    return amount_of(text.replace(",", "."), currency)


def _entry(line: Field, currency: str | None) -> _Entry | None:
    found = _ENTRY.match(line.text)
    amount = _decimal(found["amount"], currency) if found else None
    if found is None or amount is None:
        return None
    own, _, bank = found["references"].partition("//")
    return _Entry(
        valued_on=day(found["year"], found["month"], found["day"]),
        mark=found["mark"],
        amount=amount,
        sort=found["sort"] or "",
        own=own.strip(),
        bank=bank.strip(),
    )


def _balance(statement: _Statement, *tags: str) -> tuple[Decimal, str] | None:
    """The signed amount and the currency of the first of these balances that is there."""
    for tag in tags:
        if tag in statement.fields and (found := _BALANCE.match(statement.fields[tag].text)):
            amount = _decimal(found[3], found[2])
            return None if amount is None else (-amount if found[1] == "D" else amount, found[2])
    return None


def _currency(statement: _Statement) -> str | None:
    if balance := _balance(statement, "60F", "60M", "62F", "62M"):
        return balance[1]
    limit = statement.fields.get("34F")  # MT942 alone: its floor limit
    return limit.text[:3] if limit and limit.text[:3].isalpha() else None


def _unfooted(statement: _Statement, entries: list[_Entry]) -> Iterator[str]:
    """What in the balances and turnovers is not what the entries come to."""
    signs = {"C": 1, "RD": 1, "D": -1, "RC": -1}
    signed = [signs.get(entry.mark, 0) * entry.amount for entry in entries]
    where = f"statement {statement.fields['20'].text.strip()}"
    opening, closing = _balance(statement, "60F", "60M"), _balance(statement, "62F", "62M")
    if opening and closing and (came_to := opening[0] + sum(signed, ZERO)) != closing[0]:
        told = f"but the closing balance is {closing[0]}"
        yield f"{where}: {opening[0]} and the entries come to {came_to}, {told}"
    for tag, sign in (("90C", 1), ("90D", -1)):
        turnover = statement.fields.get(tag)
        if turnover and (found := _TURNOVER.match(turnover.text)):
            total = sum((sign * each for each in signed if sign * each > 0), ZERO)
            stated = _decimal(found[2], None)
            if stated is not None and stated != total:
                yield f"{where}: :{tag}: tells of {stated} in all, the entries sum to {total}"


def _is_own(account: str, statement: _Statement) -> bool:
    """True for the statement's own account, with or without bank code before it or currency after it."""
    told = statement.fields.get("25") or statement.fields.get("25P")
    if not told:
        return False
    whole = folded(told.lines[0])
    after_bank = folded(told.lines[0].rpartition("/")[2])
    return folded(account) in {whole, after_bank, whole[:-3], after_bank[:-3]}


def _details(notes: list[Field]) -> Details:
    return details_of([each for note in notes for each in note.lines])


def _takes_back(entry: _Entry, notes: list[Field]) -> bool:
    """True for a credit that is reversed, and for a debit of a returned item."""
    return entry.mark == "RC" or (
        entry.mark == "D" and (entry.sort in _RETURNED or _details(notes).is_returned)
    )


def _is_ours(entry: _Entry, notes: list[Field], statement: _Statement) -> bool:
    """True for a credit that is our own money."""
    details = _details(notes)
    is_own = bool(details.payer_account and _is_own(details.payer_account, statement))
    return entry.sort in _OURS or details.is_returned or is_own


def _payment(entry: _Entry, line: Field, notes: list[Field], statement: _Statement, part: str) -> PaymentRead:
    """The payment that an entry tells of."""
    details = _details(notes)
    told = entry.own if is_reference(entry.own) else None
    reference = details.own or told
    others = (told, entry.bank if is_reference(entry.bank) else None, *details.others)
    currency = _currency(statement)
    tags = ("60F", "60M", "62F", "62M", "34F")
    balance = next((statement.fields[tag] for tag in tags if tag in statement.fields), None)
    return PaymentRead(
        amount=entry.amount,
        currency=currency,
        paid_on=entry.valued_on,
        method=_METHODS.get(entry.sort),
        reference=reference,
        payer=details.payer,
        payer_account=details.payer_account,
        other_references=tuple(dict.fromkeys(each for each in others if each and each != reference)),
        text=details.text,
        evidence=(
            span("amount", part, line.line, line.lines[0]),
            span("date", part, line.line, line.lines[0]),
            *([span("currency", part, balance.line, balance.lines[0])] if balance and currency else []),
            *([span("reference", part, line.line, line.lines[0])] if reference and not details.own else []),
            *(_shown("reference", details.own, notes, part)),
            *(_shown("payer", details.payer, notes, part)),
            *(_shown("payer_account", details.payer_account, notes, part)),
            *(span("text", part, note.line, note.text) for note in notes),
        ),
    )


def _shown(field_name: str, value: str | None, notes: list[Field], part: str) -> list[Span]:
    """The line of :86: in which a value stands, or begins where it was cut."""
    if not value:
        return []
    lines = [(note.line + index, text) for note in notes for index, text in enumerate(note.lines)]
    for size in (len(value), 20, 8):
        for number, text in lines:
            if value[:size] in text:
                return [span(field_name, part, number, text)]
    return [span(field_name, part, *lines[0])]
