"""UN/EDIFACT REMADV remittance advices, any directory and EANCOM, into a payment for each message.

Qualifiers as in the directories D.96A and D.01B, in which those used here are the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from agent.extract.structured.edifact import Message, Segment, is_edifact, is_test, messages_of, segments_of
from agent.extract.structured.remadv_items import Place, settled
from agent.extract.structured.values import MOST_ENTRIES, currency_of, day, is_reference
from agent.facts.documents import Fault, Span, Unread
from agent.facts.mail import Part
from agent.facts.readings import Kind, Method, PaymentRead, StructuredRead

_ADVICE: Final = "481"  # element 1001; 239 tells of documents that are not paid
_WITHDRAWN: Final = frozenset(("1", "3"))  # element 1225: cancellation, deletion
_REPLACES: Final = "5"
_TOTALS: Final = ("12", "139", "11")  # element 5025: remitted, total payment, paid
_WEAK: Final = ("128", "9")  # a total, what is due: remitted only where the documents' amounts make it
_DAYS: Final = (
    "138",
    "209",
    "203",
    "137",
)  # element 2005: paid, value date, execution asked for, the advice's
_REFERENCES: Final = (
    "PQ",
    "CK",
    "AEK",
    "TN",
    "ABO",
    "AFO",
    "RA",
)  # element 1153, what names a payment best first
_PAYERS: Final = (
    "PR",
    "OY",
    "BY",
    "IV",
    "MS",
)  # element 3035: payor, ordering customer, buyer, invoicee, sender
_PAYEES: Final = ("PE", "BE", "SE", "SU")  # payee, beneficiary, seller, supplier
_PAYER_ACCOUNTS: Final = ("PB", "OR", "BI")  # paying institution, ordered bank, the buyer's
_PAYMENT_CURRENCY: Final = "11"  # element 6343
_NAME_LENGTH: Final = 35  # of element 3036: a longer name goes on in the next one
# Element 4461, payment means.
_METHODS: Final = {
    **dict.fromkeys(("20", "21", "22", "23", "25", "26"), Method.CHECK),
    **dict.fromkeys(("30", "42", "58"), Method.WIRE),
    **dict.fromkeys(("2", "3"), Method.ACH),
    **dict.fromkeys(("24", "44", "60", "61"), Method.DRAFT),
    **dict.fromkeys(("48", "54", "55"), Method.CARD),
    "10": Method.CASH,
}  # fmt: skip


def is_remadv(content: bytes) -> bool:
    """True for an interchange with a REMADV in it."""
    return is_edifact(content, "REMADV")


def read_remadv(part: Part) -> StructuredRead | Unread:
    """Read all REMADV of the interchange; counts and sums that do not agree are told in warnings."""
    segments = segments_of(part.content)
    if sum(segment.id == "DOC" for segment in segments) > MOST_ENTRIES:
        return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} documents")
    if is_test(segments):
        told = "the interchange is marked as a test (UNB 0035): it pays nothing"
        return StructuredRead(part=part.name, kind=Kind.OTHER, payments=(), warnings=(told,))
    payments: list[PaymentRead] = []
    warnings: list[str] = []
    messages = 0
    for message in messages_of(segments, "REMADV", warnings):
        messages += 1
        payment = _payment(message, part.name, warnings)
        if payment:
            payments.append(payment)
    if not messages:
        detail = warnings[0] if warnings else "it has no message that is whole"
        return Unread(part=part.name, fault=Fault.BROKEN, detail=detail)
    kind = Kind.REMITTANCE if payments else Kind.OTHER
    return StructuredRead(part=part.name, kind=kind, payments=tuple(payments), warnings=tuple(warnings))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sections:
    """A message's header, detail and summary."""

    header: Message
    detail: Message
    summary: Message


def _sections(message: Message) -> _Sections:
    """UNS+S parts detail and summary; without it the summary's amounts can't be told from the last document's."""
    ends = [at for at, segment in enumerate(message) if segment.id == "UNS" and segment.at(1) == "S"]
    end = ends[-1] if ends else len(message)
    start = next((at for at, segment in enumerate(message[:end]) if segment.id == "DOC"), end)
    return _Sections(header=message[:start], detail=message[start:end], summary=message[end:])


def _payment(message: Message, part: str, warnings: list[str]) -> PaymentRead | None:
    """The payment of one message; None where it moves no money: a refusal, a withdrawal, nothing remitted."""
    where = f"message {message[0].at(1)}"
    sections = _sections(message)
    header = sections.header
    title = next((segment for segment in header if segment.id == "BGM"), None)
    currency, currency_place = _currency(sections)
    total = _total(sections, currency)
    amount = total[1].amount(1, 2, currency) if total else None
    refused = _refused(title, amount)
    if refused or title is None or total is None or amount is None:
        warnings.append(f"{where} {refused}")
        return None
    what_for = settled(sections.detail, amount, currency)
    if what_for.lines_total is not None:
        if total[1].at(1, 1) in _WEAK:
            warnings.append(f"{where} says what is due, and not what of it is remitted; it was left out")
            return None
        warnings.append(f"{where}: its lines sum to {what_for.lines_total}, {amount} is remitted")
    warnings.extend(_miscounted(sections, where))
    references = _references(header, title)
    paid_on, day_place = _day(header)
    payer, payer_place = _party(header, "payer", _PAYERS)
    payee, payee_place = _party(header, "payee", _PAYEES)
    account, method = _first(header, "FII", _PAYER_ACCOUNTS), _first_means(header)
    places: list[Place | None] = [total, currency_place, day_place, payer_place, payee_place]
    places += [("reference", *references[0][1:]) if references else None]
    places += [
        ("payer_account", account, 2, 1) if account else None,
        ("method", method, 1, 3) if method else None,
    ]
    return PaymentRead(
        amount=amount,
        currency=currency,
        paid_on=paid_on,
        method=_METHODS[method.at(1, 3)] if method else _by_reference(header),
        reference=references[0][0] if references else None,
        payer=payer or None,
        payer_account=(account.at(2) or None) if account else None,
        payee=payee or None,
        lines=what_for.lines,
        checks=what_for.checks,
        lines_total=what_for.lines_total,
        replaces=title.at(3) == _REPLACES,
        other_references=tuple(dict.fromkeys(each[0] for each in references[1:])),
        evidence=tuple(_spans([*places, *what_for.places], part)),
    )


def _refused(title: Segment | None, amount: Decimal | None) -> str:
    """Why a message is no payment; "" where it is one."""
    if title is None or title.at(1) != _ADVICE:
        return f"is no advice of a payment ({title.at(1) if title else 'no BGM segment'}): it pays nothing"
    if title.at(3) in _WITHDRAWN:
        return f"takes back the advice {title.at(2)}: it pays nothing"
    if amount is None:
        return "says no amount remitted; it was left out"
    return f"remits {amount}: it pays nothing" if amount <= 0 else ""


def _spans(places: Iterable[Place | None], part: str) -> Iterator[Span]:
    for place in places:
        if place is not None:
            field, segment, element, component = place
            if segment.raw(element, component):
                yield segment.span(field, element, component, part)


def _total(sections: _Sections, currency: str | None) -> Place | None:
    """What is remitted, in the summary or, as some send it, before the documents; else what is due. One amount alone."""
    for segments in (sections.summary, sections.header):
        amounts = [each for each in segments if each.id == "MOA" and each.at(1, 3) in ("", currency)]
        for code in (*_TOTALS, *_WEAK):
            coded = [each for each in amounts if each.at(1, 1) == code]
            if coded:
                one = len({each.amount(1, 2, currency) for each in coded}) == 1
                return ("amount", coded[0], 1, 2) if one else None
    return None


def _currency(sections: _Sections) -> tuple[str | None, Place | None]:
    """The currency of payment: CUX with 6343 = 11, else its only one, else that of the total."""
    stated = [
        (segment, element)
        for segment in sections.header
        if segment.id == "CUX"
        for element in (1, 2)
        if currency_of(segment.at(element, 2))
    ]
    paid_in = [one for one in stated if one[0].at(one[1], 3) == _PAYMENT_CURRENCY]
    if len(paid_in or stated) == 1:
        segment, element = (paid_in or stated)[0]
        return segment.at(element, 2), ("currency", segment, element, 2)
    amounts = [each for each in (*sections.summary, *sections.header) if each.id == "MOA"]
    told = next((each for each in amounts if currency_of(each.at(1, 3))), None)
    return (told.at(1, 3), ("currency", told, 1, 3)) if told else (None, None)


def _references(header: Message, title: Segment) -> list[tuple[str, Segment, int, int]]:
    """References of the payment, the best first; the advice's own number last."""
    groups = next((at for at, segment in enumerate(header) if segment.id == "NAD"), len(header))
    found = [
        (segment.at(1, 2), segment, 1, 2)
        for code in _REFERENCES
        for segment in header[:groups]
        if segment.id == "RFF" and segment.at(1, 1) == code
    ]
    found += [(title.at(2), title, 2, 1)]
    return [each for each in found if is_reference(each[0])]


def _by_reference(header: Message) -> Method | None:
    return Method.CHECK if _first(header, "RFF", ("CK",)) else None


def _first(segments: Iterable[Segment], id: str, qualifiers: tuple[str, ...]) -> Segment | None:
    """The first segment with the first of these qualifiers that one has."""
    found = {each.at(1, 1): each for each in reversed(list(segments)) if each.id == id}
    return next((found[qualifier] for qualifier in qualifiers if qualifier in found), None)


def _first_means(header: Message) -> Segment | None:
    return next((each for each in header if each.id == "PAI" and each.at(1, 3) in _METHODS), None)


def _party(header: Message, field: str, qualifiers: tuple[str, ...]) -> tuple[str, Place | None]:
    """The name of the first of these parties that has one: C080, else the first line of C058."""
    parties = {each.at(1): each for each in reversed(header) if each.id == "NAD"}
    for qualifier in qualifiers:
        segment = parties.get(qualifier)
        for element in (4, 3) if segment else ():
            assert segment
            name = segment.at(element, 1)
            if name and element == 4 and len(name) == _NAME_LENGTH:
                name = f"{name}{segment.at(element, 2)}"
            if name:
                return name, (field, segment, element, 1)
    return "", None


def _day(header: Message) -> tuple[date | None, Place | None]:
    found = {each.at(1, 1): each for each in reversed(header) if each.id == "DTM"}
    for code in _DAYS:
        if code in found and (said := _date(found[code].at(1, 2), found[code].at(1, 3))):
            return said, ("date", found[code], 1, 2)
    return None, None


def _date(text: str, format: str) -> date | None:
    """A day by element 2379: 102 CCYYMMDD, 101 YYMMDD, and those that go on with a time."""
    if format in ("102", "203", "204", "303", "304") or (not format and len(text) == 8):
        return day(text[:4], text[4:6], text[6:8])
    if format in ("101", "201", "202"):
        return day(text[:2], text[2:4], text[4:6])
    return None


def _miscounted(sections: _Sections, where: str) -> Iterable[str]:
    """A warning where CNT+2 counts other than documents or lines of them (EANCOM has no CNT in REMADV; some do)."""
    documents = sum(each.id == "DOC" for each in sections.detail)
    counts = {documents, sum(each.id in ("DOC", "DLI") for each in sections.detail)}
    for segment in sections.summary:
        if (
            segment.id == "CNT"
            and segment.at(1, 1) == "2"
            and segment.at(1, 2).lstrip("0") not in map(str, counts)
        ):
            yield f"{where}: CNT counts {segment.at(1, 2)}, there are {documents} documents"
