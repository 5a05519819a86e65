"""The DOC groups of a REMADV into paid lines, by that reading of their signs that sums to what is remitted.

Codes as in the UN/EDIFACT directories D.96A and D.01B, which name the same, and EANCOM 1997 and 2002.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Final

from agent.extract.structured.edifact import Segment
from agent.extract.structured.values import ZERO, footed
from agent.facts.readings import Check, PaidLine

# Data element 1001: credit notes; debit notes, which may be the payer's or the payee's.
_CREDIT_NOTES: Final = frozenset(("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"))
_DEBIT_NOTES: Final = frozenset(("80", "84", "383"))
# Data element 5025, in the order in which they count.
_PAID: Final = ("12", "11")  # remitted, paid
_GROSS: Final = ("9", "77", "39")  # due, of the invoice
_DISCOUNTS: Final = ("52", "109")
_ADJUSTED: Final = ("5", "165")
_EARLY: Final = frozenset(("39", "66", "68", "14E"))  # element 4465: adjustments that are a cash discount
_INNER: Final = frozenset(("DLI", "INP"))  # groups in a DOC group whose amounts are not the document's
# Data element 4465; others are told by their code.
_REASONS: Final = {
    "1": "agreed settlement", "2": "goods below specification", "3": "damaged goods", "4": "short delivery",
    "5": "price query", "9": "invoice error", "11": "bank_charges", "13": "counter claim",
    "14": "wrong delivery", "16": "goods partly returned", "17": "transport damage", "19": "trade discount",
    "20": "late delivery", "21": "advertising costs", "22": "customs duties", "26": "taxes",
    "29": "delivery refused", "32": "goods not delivered", "33": "late delivery", "35": "goods returned",
    "38": "bonus deducted", "40": "freight costs deducted", "41": "deduction against other invoices",
    "48": "allowance or charge error", "52": "wrong invoice", "53": "duplicate invoice", "56": "incorrect discount",
    "57": "price change", "59": "chargeback", "60": "offset",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A document as a DOC group names it; `early` and `adjusted` are what its AJT say, with their own signs."""

    line: PaidLine  # without adjustments
    grosses: tuple[Decimal, ...]
    early: Decimal
    adjusted: Decimal
    reason: str | None
    is_debit: bool

    def lines(self) -> Iterator[tuple[PaidLine, bool]]:
        """Readings of discount and adjustments, and whether gross less both is what is paid, by it.

        AJT amounts are for information, and senders differ in their sign (EANCOM 2002 REMADV, SG7): one that no
        gross amount proves counts only where it is negative, as the standard wants a deduction.
        """
        paid = self.line.amount
        for gross, first, second in product(self.grosses, (1, -1), (1, -1)):
            discount, deduction = first * self.line.discount - second * self.early, -second * self.adjusted
            net = gross - discount - deduction
            if paid is None or net == paid:
                yield self._told(net, discount, deduction), paid is not None
        told = [-each if each < 0 else ZERO for each in (self.early, self.adjusted)]
        yield self._told(paid, self.line.discount + told[0], told[1]), False

    def _told(self, paid: Decimal | None, discount: Decimal, deduction: Decimal) -> PaidLine:
        reason = self.reason if deduction else None
        return replace(self.line, amount=paid, discount=discount, deduction=deduction, reason=reason)


Place = tuple[str, Segment, int, int]
"""A field, and the segment, element and component where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a payment is for."""

    lines: tuple[PaidLine, ...]
    checks: tuple[Check, ...]
    lines_total: Decimal | None
    places: tuple[Place, ...]


def settled(detail: list[Segment], amount: Decimal, currency: str | None) -> Settled:
    """The documents of a message's detail section, their lines and what they sum to where it is not the amount.

    A debit note raises what is paid, or lowers it where the lines then sum to the amount.
    """
    places: list[Place] = []
    items = [item for group in _groups(detail) for item in _item(group, currency, places)]
    best = None
    for sign in (1, -1) if any(item.is_debit for item in items) else (1,):
        signed = [_turned(item, sign) for item in items]
        read = [next(item.lines()) for item in signed]
        lines, checks, lines_total = footed(amount, [line for line, _ in read])
        if items and all(held for _, held in read):
            checks += (Check.NET,)
        if best is None or (Check.SUM in checks and Check.SUM not in best.checks):
            best = Settled(lines=lines, checks=checks, lines_total=lines_total, places=tuple(places))
    assert best
    return best


def _turned(item: _Item, sign: int) -> _Item:
    if sign > 0 or not item.is_debit:
        return item
    paid = item.line.amount
    return replace(
        item,
        line=replace(item.line, amount=None if paid is None else -abs(paid)),
        grosses=tuple(-abs(gross) for gross in item.grosses),
    )


def _groups(detail: list[Segment]) -> Iterator[list[Segment]]:
    group: list[Segment] = []
    for segment in detail:
        if segment.id == "DOC":
            if group:
                yield group
            group = []
        group.append(segment)
    if group:
        yield group


def _item(group: list[Segment], currency: str | None, places: list[Place]) -> Iterator[_Item]:
    """The document of a group; none where it has no number."""
    end = next((at for at, segment in enumerate(group) if segment.id in _INNER), len(group))
    own, adjusting = _apart(group[:end])
    doc = own[0]
    number: tuple[Segment, int, int] = (doc, 2, 1)
    if not doc.at(2):
        reference = next((each for each in own if each.id == "RFF" and each.at(1, 1) == "IV"), None)
        if reference is None:
            return
        number = (reference, 1, 2)
    amounts = {each.at(1, 1): each for each in reversed(own) if each.id == "MOA" and _is_in(each, currency)}

    def stated(field: str, *codes: str) -> list[Decimal]:
        found = []
        for code in codes:
            value = amounts[code].amount(1, 2, currency) if code in amounts else None
            if value is not None:
                places.append((field, amounts[code], 1, 2))
                found.append(value)
        return found

    places.append(("invoice", *number))
    paid, discount = stated("line.amount", *_PAID), stated("line.discount", *_DISCOUNTS)
    grosses = stated("line.gross", *_GROSS)
    if doc.at(1) in _CREDIT_NOTES:
        paid, grosses = [-abs(each) for each in paid], [-abs(each) for each in grosses]
    early, adjusted, reason = _adjustments(adjusting, currency, places)
    segment, element, component = number
    line = PaidLine(
        invoice=segment.at(element, component),
        amount=paid[0] if paid else None,
        discount=discount[0] if discount else ZERO,
    )
    yield _Item(
        line=line, grosses=tuple(grosses), early=early, adjusted=adjusted, reason=reason,
        is_debit=doc.at(1) in _DEBIT_NOTES,
    )  # fmt: skip


def _apart(group: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    """What a group says of its document, and its AJT groups."""
    first = next((at for at, segment in enumerate(group) if segment.id == "AJT"), len(group))
    return group[:first], group[first:]


def _is_in(moa: Segment, currency: str | None) -> bool:
    """False for an amount in the document's currency, where that is not the payment's."""
    return moa.at(1, 3) in ("", currency)


def _adjustments(
    segments: list[Segment], currency: str | None, places: list[Place]
) -> tuple[Decimal, Decimal, str | None]:
    """What is adjusted for early payment, what for other reasons, and these in words."""
    code = ""
    early = adjusted = ZERO
    codes: dict[str, None] = {}
    words: dict[str, None] = {}
    for segment in segments:
        if segment.id == "AJT":
            code = segment.at(1)
            if code not in _EARLY:
                codes[_REASONS.get(code, f"EDIFACT {code}")] = None
        elif segment.id == "FTX" and (
            text := " ".join(filter(None, (segment.at(4, at) for at in range(1, 6))))
        ):
            words[text] = None
        elif segment.id == "MOA" and segment.at(1, 1) in _ADJUSTED and _is_in(segment, currency):
            value = segment.amount(1, 2, currency) or ZERO
            early += value if code in _EARLY else ZERO
            adjusted += ZERO if code in _EARLY else value
            places.append(("line.deduction", segment, 1, 2))
    return early, adjusted, "; ".join(words or codes) or None
