"""ANSI X12 820 payment order and remittance advice, any release, into a payment for each transaction set."""

import re
from collections.abc import Iterator
from typing import Final

from agent.extract.structured.values import (
    MOST_ENTRIES,
    amount_of,
    currency_of,
    day_of,
    decoded,
    is_reference,
)
from agent.extract.structured.x12_items import Segment, items_of, settled
from agent.facts.documents import Fault, Unread
from agent.facts.mail import Part
from agent.facts.readings import Kind, Method, PaymentRead, StructuredRead

_ISA_ELEMENTS: Final = 16
_USAGE, _TEST = 15, "T"  # element I14, the interchange's usage indicator: P is production
_ISA_BYTES: Final = 400  # 106 as the standard has it; some senders pad otherwise

# X12 element 591, payment method.
_METHODS: Final = {
    "ACH": Method.ACH,
    "CHK": Method.CHECK,
    "FWT": Method.WIRE,
    "FEW": Method.WIRE,
    "SWT": Method.WIRE,
    "CCC": Method.CARD,
}
_NO_PAYMENT: Final = frozenset({"P", "H"})  # element 305: prenotification, notification only
_REFERENCES: Final = frozenset({"EF", "CK", "TN", "VV", "BT"})  # element 128: of the payment itself


def is_x12_820(content: bytes) -> bool:
    """True for an interchange with an 820 in it; other transaction sets are not ours to read."""
    head = content[:_ISA_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:3] != b"ISA":
        return False
    named = re.compile(rb"ST" + re.escape(head[3:4]) + rb"820\b")
    return any(named.search(text) for text in (content, content.replace(b"\r", b"").replace(b"\n", b"")))


def read_820(part: Part) -> StructuredRead | Unread:
    """Read all 820 sets of the interchange; counts and sums that do not agree are told in warnings."""
    segments = _segments(decoded(part.content).lstrip())
    if not segments:
        return Unread(part=part.name, fault=Fault.BROKEN, detail="the ISA segment shows no delimiters")
    if sum(segment.id == "RMR" for segment in segments) > MOST_ENTRIES:
        return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} lines")
    if segments[0][_USAGE] == _TEST:
        told = "the interchange is marked as test data (ISA15): it pays nothing"
        return StructuredRead(part=part.name, kind=Kind.OTHER, payments=(), warnings=(told,))
    payments: list[PaymentRead] = []
    warnings: list[str] = []
    for transaction in _transactions(segments, warnings):
        payment = _payment(transaction, part.name, warnings)
        if payment:
            payments.append(payment)
    if warnings and not payments:
        return Unread(part=part.name, fault=Fault.BROKEN, detail=warnings[0])
    kind = Kind.REMITTANCE if payments else Kind.OTHER
    return StructuredRead(part=part.name, kind=kind, payments=tuple(payments), warnings=tuple(warnings))


def _segments(text: str) -> list[Segment]:
    """All segments, by the delimiters that the ISA shows; the terminator is two after its 16th separator."""
    separator = text[3:4]
    pieces = text[:_ISA_BYTES].split(separator, _ISA_ELEMENTS)
    if not separator or len(pieces) <= _ISA_ELEMENTS or len(pieces[-1]) < 2:
        return []
    terminator = pieces[-1][1]
    if terminator.isalnum() or terminator == separator:
        return []
    if terminator not in "\r\n":  # some programs cut their records at a width, wherever that is
        text = text.replace("\r", "").replace("\n", "")
    found = (segment.strip() for segment in text.split(terminator))
    return [
        Segment(number=number, elements=tuple(segment.split(separator)))
        for number, segment in enumerate((segment for segment in found if segment), 1)
    ]


def _transactions(segments: list[Segment], warnings: list[str]) -> Iterator[list[Segment]]:
    """The segments of each 820, ST to SE; what has no end, or another count than told, gives a warning."""
    inside: list[Segment] = []
    sets = 0
    for segment in [*segments, Segment(number=0, elements=("IEA",))]:
        if inside and segment.id in ("ST", "GE", "IEA"):
            warnings.append(f"transaction {inside[0][2]} has no SE segment; it was left out")
            inside = []
        if inside or segment.id == "ST":
            inside.append(segment)
        sets += segment.id == "ST"
        if segment.id == "SE" and inside:
            warnings.extend(_miscounted(segment, f"transaction {inside[0][2]}", len(inside)))
            if inside[0][1] == "820":
                yield inside
            inside = []
        elif segment.id == "GE":
            warnings.extend(_miscounted(segment, f"group {segment[2]}", sets))
            sets = 0


def _miscounted(trailer: Segment, where: str, count: int) -> Iterator[str]:
    """A warning where a trailer tells of another number of segments or sets than there are."""
    if trailer[1].lstrip("0") != f"{count}":
        yield f"{where}: {trailer.id} counts {trailer[1] or 'none'}, there are {count}"


def _places(
    order: Segment, transaction: list[Segment], header: list[Segment], reference: Segment | None
) -> dict[str, tuple[Segment | None, int]]:
    """Where each fact of the payment stands: a segment and its element."""
    parties = {each[1]: each for each in reversed(transaction) if each.id == "N1" and each[2]}
    effective = next((each for each in header if each.id == "DTM" and each[1] == "007"), None)
    return {
        "amount": (order, 2),
        "method": (order, 4),
        "currency": (next((each for each in header if each.id == "CUR"), None), 2),
        "date": (order, 16) if order[16] or not effective else (effective, 2),
        "reference": (reference, 2),
        "payer": (parties.get("PR"), 2),
        "payer_account": (order, 9),
        "payee": (parties.get("PE"), 2),
    }


def _payment(transaction: list[Segment], part: str, warnings: list[str]) -> PaymentRead | None:
    """The payment of one set; None where it moves no money to us: a prenote, a notification, a debit."""
    where = f"transaction {transaction[0][2]}"
    order = next((segment for segment in transaction if segment.id == "BPR"), None)
    if order is None:
        warnings.append(f"{where} has no BPR segment; it was left out")
        return None
    if order[1] in _NO_PAYMENT or order[3] == "D":
        return None
    first_item = next((index for index, each in enumerate(transaction) if each.id in ("ENT", "RMR")), None)
    header = transaction[:first_item]
    referring = [s for s in header if s.id == "TRN" or (s.id == "REF" and s[1] in _REFERENCES)]
    told = list(dict.fromkeys(each[2] for each in referring if is_reference(each[2])))
    found = _places(order, transaction, header, next((s for s in referring if s[2] in told[:1]), None))
    stated_in, payer, payee = (found[name][0] for name in ("currency", "payer", "payee"))
    currency = currency_of(stated_in[2]) if stated_in else None
    amount = amount_of(order[2], currency)
    if amount is None:
        warnings.append(f"{where}: its amount {order[2]!r} can't be read; it was left out")
        return None
    items = items_of(transaction[len(header) :], currency)
    lines, checks, lines_total = settled(items, amount)
    if lines_total is not None:
        warnings.append(f"{where}: its lines sum to {lines_total}, BPR says {amount}")
    notes = [] if items else [segment for segment in transaction if segment.id == "NTE" and segment[2]]
    notes_at = [("text", (note, 2)) for note in notes]
    places = (*found.items(), *notes_at, *(place for item in items for place in item.places))
    dated, day_at = found["date"]
    return PaymentRead(
        amount=amount,
        currency=currency,
        paid_on=day_of(dated[day_at]) if dated else None,
        method=_METHODS.get(order[4]),
        reference=told[0] if told else None,
        payer=payer[2] if payer else None,
        payer_account=order[9] or None,
        payee=payee[2] if payee else None,
        lines=lines,
        checks=checks,
        lines_total=lines_total,
        other_references=tuple(told[1:]),
        text=" ".join(note[2] for note in notes),
        evidence=tuple(
            segment.span(name, index, part) for name, (segment, index) in places if segment and segment[index]
        ),
    )
