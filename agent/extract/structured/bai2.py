"""BAI2 balance reports into a payment for each credit that is others' money."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final

from agent.extract.structured.values import (
    MOST_ENTRIES,
    count_of,
    currency_of,
    day,
    decoded,
    is_reference,
    span,
)
from agent.facts.documents import Fault, Unread
from agent.facts.mail import Part
from agent.facts.readings import Kind, Method, PaymentRead, StructuredRead
from agent.money import exponent

_SHAPE: Final = re.compile(rb"\s*01,[^\n]{0,200}\n\s*02,[^\n]{0,200}\n")
_WHOLE: Final = re.compile(r"[+-]?\d{1,15}\Z", re.ASCII)
_YYMMDD: Final = re.compile(r"(\d\d)(\d\d)(\d\d)\Z", re.ASCII)
_METHODS: Final = {
    **dict.fromkeys(("142", "165", "166", "169"), Method.ACH),
    **dict.fromkeys(("191", "195", "208"), Method.WIRE),
    **dict.fromkeys(("115", "175"), Method.CHECK),
}
# Credits that are no one's payment, by the uniform type codes (BAI, Cash Management Balance Reporting Specifications 2, appendix A).
_OURS: Final = frozenset(
    (
        *(
            "168",
            "252",
            "254",
            "255",
            "257",
            "258",
            "261",
            "266",
            "268",
            "395",
        ),  # debits reversed, items returned
        *("135", "145", "201", "274", "275", "276", "277", "278"),  # concentration and zero-balance transfers
        *(
            "202",
            "232",
            "233",
            "234",
            "235",
            "236",
            "238",
            "240",
            "242",
            "243",
            "244",
            "246",
            "247",
            "248",
            "249",
        ),
        *("306", "346", "347", "348", "349", "351"),  # securities and sweeps
        *("171", "263", "354", "359", "364", "397", "398"),  # loans, interest, float, fees given back
    )
)
# EDI return, credit reversal, deposited item returned, individual ACH return item, ACH reversal debit, return item.
_RETURNED: Final = frozenset(("423", "552", "555", "557", "558", "566"))
_CREDITS: Final = range(100, 400)
_REPORTED: Final = frozenset("13")  # group status update and correction; 2 deletes, 4 is a test
_FUNDS: Final = {"V": 2, "S": 3}  # funds types and how many fields follow them; D tells it itself


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """A record with its continuations: one string still, as text may hold commas."""

    code: str
    line: int
    raw: tuple[str, ...]  # as it stands, with its continuations
    text: str  # after the code, as one

    @property
    def fields(self) -> list[str]:
        return [each.strip() for each in self.text.split(",")]


@dataclass(slots=True, kw_only=True)
class _Account:
    """A 03 record with its details, and what its group says."""

    number: str
    currency: str
    status: str
    record: _Record
    group: _Record
    physical: int = 0  # records in the file
    total: int = 0  # of all amounts in it, in minor units: summaries and details
    entries: list[_Record] = field(default_factory=list)
    told: list[str] = field(default_factory=list)  # the fields of its trailer


def is_bai2(content: bytes) -> bool:
    """True where a file header is followed by a group header."""
    return bool(_SHAPE.match(content[:1000]))


def read_bai2(part: Part) -> StructuredRead | Unread:
    """Read all accounts of the file; totals that do not agree are told in warnings."""
    payments: list[PaymentRead] = []
    warnings: list[str] = []
    entries = 0
    for account in _accounts(decoded(part.content)):
        entries += len(account.entries)
        if entries > MOST_ENTRIES:
            return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} entries")
        if account.status not in _REPORTED:
            warnings.append(f"account {account.number}: left out, its group's status is {account.status!r}")
            continue
        warnings.extend(_unfooted(account))
        for entry in account.entries:
            code, amount = entry.fields[0], _whole(entry.fields[1:2])
            if amount is None or not (sort := count_of(code)):
                warnings.append(f"line {entry.line}: this entry can't be read: {entry.text[:60]!r}")
            elif sort in _CREDITS and code not in _OURS and amount > 0:
                payments.append(_payment(entry, amount, account, part.name))
            elif code in _RETURNED and amount > 0:
                returned = _payment(entry, amount, account, part.name)
                warnings.append(f"line {entry.line}: {returned.amount} that came before is taken back")
                payments.append(replace(returned, is_returned=True))
    return StructuredRead(
        part=part.name, kind=Kind.BANK_STATEMENT, payments=tuple(payments), warnings=tuple(warnings)
    )


def _records(text: str) -> Iterator[_Record]:
    """Logical records. One that ends in / goes on with its next field, others within their text."""
    code, start, joined, is_ended = "", 0, "", True
    raw: list[str] = []
    for number, physical in enumerate(text.splitlines(), 1):
        line = physical.strip()
        if line.startswith("88,") and code:
            joined += ("," if is_ended else " ") + line[3:].removesuffix("/")
            raw.append(line)
        elif line:
            if code:
                yield _Record(code=code, line=start, raw=tuple(raw), text=joined)
            code, start, raw, joined = line[:2], number, [line], line[3:].removesuffix("/")
        is_ended = line.endswith("/")
    if code:
        yield _Record(code=code, line=start, raw=tuple(raw), text=joined)


def _accounts(text: str) -> Iterator[_Account]:
    group: _Record | None = None
    account: _Account | None = None
    for record in _records(text):
        fields = record.fields
        if record.code == "02":
            group = record
        elif record.code == "03" and group:
            account = _account(record, group)
        if account is None:
            continue
        account.physical += len(record.raw)
        if record.code == "16":
            account.entries.append(record)
            account.total += _whole(fields[1:2]) or 0
        elif record.code == "49":
            account.told = fields
            yield account
            account = None
    if account:
        yield account


def _account(record: _Record, group: _Record) -> _Account:
    stated = (fields[0] for fields in (record.fields[1:2], group.fields[5:6]) if fields)
    return _Account(
        number=record.fields[0],
        currency=next(filter(None, map(currency_of, stated)), "USD"),  # the standard's, where none is stated
        status="".join(group.fields[2:3]),
        record=record,
        group=group,
        total=sum(_summaries(record.fields)),
    )


def _unfooted(account: _Account) -> Iterator[str]:
    where = f"account {account.number}"
    if not account.told:
        yield f"{where}: the file ends before its trailer"
        return
    total, records = _whole(account.told[:1]), _whole(account.told[1:2])
    if total is not None and total != account.total:
        yield f"{where}: its trailer tells of {total} in all, its amounts sum to {account.total}"
    if records is not None and records != account.physical:
        yield f"{where}: its trailer counts {records} records, there are {account.physical}"


def _whole(fields: list[str]) -> int | None:
    """The first of these fields as a whole number of minor units."""
    return int(fields[0]) if fields and _WHOLE.match(fields[0]) else None


def _after_funds(fields: list[str], at: int) -> int:
    """Where the fields go on after the funds type at `at` and what belongs to it."""
    funds = fields[at] if at < len(fields) else ""
    if funds == "D":
        return at + 2 + 2 * min(_whole(fields[at + 1 : at + 2]) or 0, len(fields))
    return at + 1 + _FUNDS.get(funds, 0)


def _summaries(fields: list[str]) -> Iterator[int]:
    """The amounts of a 03 record: type, amount, item count, funds type, again and again."""
    at = 2
    while at < len(fields):
        yield _whole(fields[at + 1 : at + 2]) or 0
        at = _after_funds(fields, at + 3)


def _day(text: str) -> date | None:
    found = _YYMMDD.match(text)
    return day(*found.groups()) if found else None


def _payment(entry: _Record, minor: int, account: _Account, part: str) -> PaymentRead:
    fields = entry.fields
    at = _after_funds(fields, 2)
    bank, own = [*fields[at : at + 2], "", ""][:2]
    text = ",".join(entry.text.split(",")[at + 2 :]).strip(" ,")
    reference = own if is_reference(own) else None
    valued_on = _day(fields[3]) if len(fields) > 3 and fields[2] == "V" else None
    dated = "".join(account.group.fields[3:4])
    spans = [("amount", entry, fields[1]), ("method", entry, fields[0]), ("reference", entry, own)]
    spans += [("date", entry, fields[3]) if valued_on else ("date", account.group, dated)]
    stated = next((each for each in (account.record, account.group) if account.currency in each.fields), None)
    spans += [("currency", stated, account.currency)] if stated else []
    spans += [("text", entry, "\n".join(entry.raw))] if text else []
    return PaymentRead(
        amount=Decimal(minor).scaleb(-exponent(account.currency)),
        currency=account.currency,
        paid_on=valued_on or _day(dated),
        method=_METHODS.get(fields[0]),
        reference=reference,
        other_references=(bank,) if is_reference(bank) else (),
        text=text,
        evidence=tuple(span(name, part, record.line, value) for name, record, value in spans if value),
    )
