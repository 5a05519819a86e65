"""The RMR and ADX segments of an 820 into paid lines, by that reading of them that sums to what BPR says."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Final

from agent.extract.structured.values import ZERO, amount_of, footed, span
from agent.facts.documents import Span
from agent.facts.readings import Check, PaidLine

_CREDIT_MEMOS: Final = frozenset({"CM", "CL"})  # element 128: the buyer's, the seller's
_ORDER, _INVOICE = "PO", "IV"  # of the same: an RMR by order may name its invoice in REF
_EARLY: Final = "90"  # element 426: early payment allowance, which is a discount

# Element 426, the adjustment reasons of trade; others are told by their code.
_REASONS: Final = {
    "01": "pricing error",
    "02": "allowance or charge error",
    "04": "item not accepted, damaged",
    "05": "item not accepted, quality",
    "06": "quantity contested",
    "07": "incorrect product",
    "11": "returned, damaged",
    "12": "returned, quality",
    "19": "duplicate billing",
    "54": "freight deducted",
    "55": "tax deducted",
    "56": "advertising allowance",
    "57": "volume discount",
    "59": "item not received",
    "72": "authorized return",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A segment; its elements count from 1 as in the standard, and what is not there is empty."""

    number: int  # in the interchange, from 1
    elements: tuple[str, ...]

    @property
    def id(self) -> str:
        """RMR, ADX and so on."""
        return self.elements[0]

    def __getitem__(self, index: int) -> str:
        return self.elements[index].strip() if index < len(self.elements) else ""

    def span(self, field: str, index: int, part: str) -> Span:
        """Where an element stands."""
        return span(field, part, self.number, self[index], column=index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A document as the 820 names it; `early` and `deduction` are what its ADX take off, by X12's signs."""

    number: str
    paid: Decimal | None
    gross: Decimal | None = None
    discount: Decimal = ZERO
    early: Decimal = ZERO
    deduction: Decimal = ZERO
    reason: str | None = None
    places: tuple[tuple[str, tuple[Segment, int]], ...] = ()

    def line(self, is_discounted: bool, paid_is_net: bool, sign: int) -> PaidLine:
        """The line, if RMR04 is net of RMR06 or not, net of ADX or not, and ADX has the standard's sign (1) or the other."""
        early, deduction = sign * self.early, sign * self.deduction
        paid = self.paid
        if paid is not None and not is_discounted:
            paid -= self.discount
        if paid is not None and not paid_is_net:
            paid -= early + deduction
        return PaidLine(
            invoice=self.number,
            amount=paid,
            discount=self.discount + early,
            deduction=deduction,
            reason=self.reason if deduction else None,
        )

    def holds(self, line: PaidLine) -> bool:
        """True where gross - discount - deduction is what is paid."""
        return self.gross is not None and line.amount == self.gross - line.discount - line.deduction


def items_of(detail: list[Segment], currency: str | None) -> list[Item]:
    """The items of all entities of a set. An ADX outside of an RMR loop is an item if it names a document.

    One that names none belongs to the only item there is, if it is the only one; else the lines won't foot.
    """
    loops: list[list[Segment]] = []
    alone: list[Segment] = []
    in_item = False
    for segment in detail:
        if segment.id == "ENT":
            in_item = False
        elif segment.id == "RMR":
            in_item = True
            loops.append([segment])
        elif segment.id == "ADX" and not in_item:
            alone.append(segment)
        elif in_item:
            loops[-1].append(segment)
    nameless = [adx for adx in alone if not adx[4]]
    if len(loops) == 1:
        loops[0].extend(nameless)
    items = [_item(loop, currency) for loop in loops if loop[0][2]]
    return items + [
        Item(
            number=adx[4],
            paid=amount_of(adx[1], currency),
            places=(("invoice", (adx, 4)), ("line.amount", (adx, 1))),
        )
        for adx in alone
        if adx[4]
    ]


def _item(loop: list[Segment], currency: str | None) -> Item:
    rmr = loop[0]
    paid, gross, discount = (amount_of(rmr[index], currency) for index in (4, 5, 6))
    if rmr[1] in _CREDIT_MEMOS:
        paid, gross = (None if each is None else -abs(each) for each in (paid, gross))
    taken = list(_adjustments(loop, currency))
    words = [segment[2] for segment in loop if segment.id == "NTE" and segment[2]]
    codes = dict.fromkeys(_REASONS.get(code, f"X12 {code}") for _, code in taken if code not in ("", _EARLY))
    named = (rmr, 2)
    invoices = [
        (segment, 2) for segment in loop if segment.id == "REF" and segment[1] == _INVOICE and segment[2]
    ]
    if rmr[1] == _ORDER and len(invoices) == 1:
        named = invoices[0]
    fields = ("amount", 4), ("gross", 5), ("discount", 6), ("deduction", 8)
    return Item(
        number=named[0][2],
        paid=paid,
        gross=gross,
        discount=discount or ZERO,
        early=-sum((amount for amount, code in taken if code == _EARLY), ZERO),
        deduction=-sum((amount for amount, code in taken if code != _EARLY), ZERO),
        reason="; ".join(words or codes) or None,
        places=(
            ("invoice", named),
            *((f"line.{name}", (rmr, index)) for name, index in fields),
            *(("line.deduction", (segment, 1)) for segment in loop if segment.id == "ADX"),
        ),
    )


def _adjustments(loop: list[Segment], currency: str | None) -> Iterator[tuple[Decimal, str]]:
    """Amount and reason code of RMR07/08 and of each ADX; by X12 a negative amount lowers the payment."""
    for segment in loop:
        amount, code = (8, 7) if segment.id == "RMR" else (1, 2)
        value = amount_of(segment[amount], currency) if segment.id in ("RMR", "ADX") else None
        if value:
            yield value, segment[code]


def settled(
    items: list[Item], amount: Decimal
) -> tuple[tuple[PaidLine, ...], tuple[Check, ...], Decimal | None]:
    """Lines, checks and what the lines sum to where it is not the amount.

    Senders differ in whether RMR04 is net of RMR06 and of ADX, and in the sign of ADX: the reading that foots counts;
    of several the one in which gross - discount - deduction is net, then the standard's.
    """
    best = None
    for is_discounted, paid_is_net, sign in product((True, False), (True, False), (1, -1)):
        lines = [item.line(is_discounted, paid_is_net, sign) for item in items]
        result = footed(amount, lines)
        held = sum(item.holds(line) for item, line in zip(items, lines, strict=True))
        rank = (bool(result[1]), held)
        if best is None or rank > best[0]:
            best = (rank, result)
    assert best
    (_, held), (paid_lines, checks, lines_total) = best
    if items and held == len(items):
        checks += (Check.NET,)
    return paid_lines, checks, lines_total
