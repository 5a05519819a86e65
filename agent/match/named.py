"""(the lines of a payment, what is open) to how much of it each item named gets, where exactly one reading holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from agent.facts.ledger import Item
from agent.facts.payments import Code, Difference, Rejected
from agent.facts.readings import PaidLine
from agent.ids import folded
from agent.match import discount
from agent.match.standing import Standing
from agent.money import Money, total
from agent.rules.matching import MatchingRules

_BANK_CHARGES: Final = "bank_charges"
_SHORTEST_START: Final = 6  # characters of a number that was cut off


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a document says of one item, its lines put together."""

    item: Item
    amount: Money | None  # cash, net of the rest; None: not said
    discount: Money
    deduction: Money  # withheld for another reason than bank charges
    charges: Money  # kept by banks
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A number that no item of ours has."""

    invoice: str
    amount: Money | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """Each item named with its amount, or why there is none."""

    named: tuple[Named, ...] = ()
    left_out: tuple[Named, ...] = ()  # named without amounts, and the money can't be shared out among them
    over: Money | None = None  # of a total for several items: more than all of them
    mismatch: Difference | None = None
    rejected: tuple[Rejected, ...] = ()


def collect(
    lines: Sequence[PaidLine], standing: Standing, payer_id: str, told: Money
) -> tuple[tuple[Named, ...], tuple[Unknown, ...]]:
    """The items and unknown numbers that the lines name, in their order, each once. ValueError from Money.of."""
    named: dict[str, Named] = {}
    unknown: dict[str, Unknown] = {}
    currency = told.currency
    open_items: list[tuple[str, Item]] | None = None
    for line in lines:
        amount = None if line.amount is None else Money.of(line.amount, currency)
        item = standing.item(line.invoice)
        if item is None:
            open_items = open_items or [
                (folded(one.invoice_no), one) for one in standing.open_items(payer_id)
            ]
            item = _cut_off(line.invoice, told if len(lines) == 1 else amount, open_items)
        if item is None:
            key = folded(line.invoice) or line.invoice
            known = unknown.get(key)
            unknown[key] = Unknown(invoice=line.invoice, amount=_sum(known.amount if known else None, amount))
            continue
        more = _named(item, line, amount, currency)
        before = named.get(item.invoice_no)
        named[item.invoice_no] = _together(before, more) if before else more
    return tuple(named.values()), tuple(unknown.values())


def _cut_off(number: str, amount: Money | None, items: Iterable[tuple[str, Item]]) -> Item | None:
    """The item whose number begins so, as banks cut numbers off at 35 characters: one alone, and its open amount."""
    start = folded(number)
    if len(start) < _SHORTEST_START:
        return None
    found = [item for spelled, item in items if spelled.startswith(start)]
    return found[0] if len(found) == 1 and found[0].open == amount else None


def _named(item: Item, line: PaidLine, amount: Money | None, currency: str) -> Named:
    withheld = Money.of(max(line.deduction, Decimal(0)), currency)
    zero = Money(0, currency)
    is_charge = line.reason == _BANK_CHARGES
    return Named(
        item=item,
        amount=amount,
        discount=Money.of(abs(line.discount), currency),
        deduction=zero if is_charge else withheld,
        charges=withheld if is_charge else zero,
        reason=None if is_charge else line.reason,
    )


def _together(one: Named, other: Named) -> Named:
    """Two lines on one item: a number named again without an amount says nothing more."""
    return replace(
        one,
        amount=_sum(one.amount, other.amount),
        discount=one.discount + other.discount,
        deduction=one.deduction + other.deduction,
        charges=one.charges + other.charges,
        reason=one.reason or other.reason,
    )


def _sum(one: Money | None, other: Money | None) -> Money | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other


def share_out(
    named: tuple[Named, ...],
    unknown: tuple[Unknown, ...],
    told: Money,
    paid_on: date,
    rules: MatchingRules,
) -> Amounts:
    """How much of the amount told each item gets: as the lines say; a total alone in the order named.

    Where only some lines have amounts, what these leave must close the others, or the total does not agree.
    """
    named = tuple(one for one in named if not _says_nothing(one))
    unknown_said = total((one.amount for one in unknown if one.amount is not None), told.currency)
    rest = told - _said(named, told.currency) - unknown_said
    silent = tuple(one for one in named if one.amount is None)
    silent_unknown = [one for one in unknown if one.amount is None]
    if not silent and not silent_unknown:
        return _as_said(named, told, rest)
    spoken = tuple(one for one in named if one.amount is not None)
    if not rest:  # the amounts said are all of it: the other numbers are only mentioned
        mentioned = tuple(
            Rejected(what=one.item.invoice_no, why="named, but no money is left for it") for one in silent
        )
        return Amounts(named=spoken, rejected=mentioned)
    if len(silent) == len(named) == 1 and not unknown:
        return _all_of_it(silent[0], told)
    is_mixed = bool(silent) and not silent_unknown and len(silent) < len(named) + len(unknown)
    if is_mixed and not _closes(silent, rest, paid_on, rules):
        return _mismatch(told, told - rest)
    shared = _in_order(silent, bool(silent_unknown), rest, paid_on, rules)
    if shared is None:
        return _mismatch(told, told - rest)
    amounts = {one.item.invoice_no: one for one in (*spoken, *shared.named)}
    ordered = (amounts.get(one.item.invoice_no) for one in named)
    return replace(shared, named=tuple(one for one in ordered if one))


def _says_nothing(one: Named) -> bool:
    """A line of 0.00 with nothing withheld."""
    return one.amount is not None and not (one.amount or one.discount or one.deduction or one.charges)


def _as_said(named: tuple[Named, ...], told: Money, rest: Money) -> Amounts:
    """All amounts are said: they sum to the total, or they do once credit notes count as negative."""
    if not rest:
        return Amounts(named=named)
    turned = tuple(_negative(one) if one.item.is_credit else one for one in named)
    change = _said(turned, told.currency) - _said(named, told.currency)
    if change == rest:
        credits = ", ".join(one.item.invoice_no for one in named if one.item.is_credit)
        why = f"the lines sum to the total only where {credits} counts as the credit note that it is"
        return Amounts(named=turned, rejected=(Rejected(what=f"{credits} as an invoice", why=why),))
    return _mismatch(told, told - rest)


def _said(named: tuple[Named, ...], currency: str) -> Money:
    return total((one.amount for one in named if one.amount is not None), currency)


def _negative(one: Named) -> Named:
    return replace(one, amount=-abs(one.amount)) if one.amount is not None else one


def _all_of_it(silent: Named, told: Money) -> Amounts:
    """One item under one total."""
    if silent.item.is_credit:
        return _mismatch(told, silent.item.open)
    return Amounts(named=(replace(silent, amount=told),))


def _closes(silent: tuple[Named, ...], rest: Money, paid_on: date, rules: MatchingRules) -> bool:
    """True where the money closes the items, less what is withheld, discounts and tolerance."""
    zero = Money(0, rest.currency)
    withheld = total((one.discount + one.deduction + one.charges for one in silent), rest.currency)
    gap = total((one.item.open for one in silent), rest.currency) - rest
    debits = [one for one in silent if one.item.open > zero]
    return gap in (zero, withheld) or bool(_gaps(debits, gap, paid_on, rules))


def _mismatch(told: Money, lines: Money) -> Amounts:
    gap = Difference(code=Code.TOTAL_MISMATCH, expected=lines, stated=told, difference=abs(told - lines))
    return Amounts(mismatch=gap)


def _in_order(
    silent: tuple[Named, ...], has_unknown: bool, rest: Money, paid_on: date, rules: MatchingRules
) -> Amounts | None:
    """A total for several items: credit notes in full, then each in the order named, the last in part.

    None where the amounts said of other lines leave less than nothing.
    """
    zero = Money(0, rest.currency)
    debits = [one for one in silent if one.item.open > zero]
    credits = [one for one in silent if one.item.open < zero]
    paid = [one for one in silent if not one.item.open]
    available = rest - total((one.item.open for one in credits), rest.currency)
    owed = total((one.item.open for one in debits), rest.currency)
    if available < zero:
        return None
    if (paid or has_unknown) and available < owed:
        return Amounts(left_out=silent)  # nobody can say how much of it was for the others
    gaps = _gaps(debits, owed - available, paid_on, rules)
    amounts: dict[str, Money] = {one.item.invoice_no: one.item.open for one in credits}
    for one in debits:
        amounts[one.item.invoice_no] = min(one.item.open - gaps.get(one.item.invoice_no, zero), available)
        available -= amounts[one.item.invoice_no]
    amounts |= {one.item.invoice_no: zero for one in paid}
    if paid:
        amounts[paid[0].item.invoice_no] = available
    return Amounts(
        named=tuple(replace(one, amount=amounts[one.item.invoice_no]) for one in silent),
        over=available if available and not paid and not has_unknown else None,
    )


def _gaps(debits: list[Named], gap: Money, paid_on: date, rules: MatchingRules) -> dict[str, Money]:
    """What each item is short by, where early-payment discounts or the tolerance explain all that the total lacks."""
    zero = Money(0, gap.currency)
    if gap <= zero or not debits:
        return {}
    most = {one.item.invoice_no: discount.earned(one.item, paid_on, rules) for one in debits}
    discounts = total(most.values(), gap.currency)
    last = debits[-1].item
    tolerance = rules.tolerance(last.open, last.customer_id)
    left = gap - discounts
    if discounts and zero < left and (left <= tolerance or left.minor == 1):
        return most | {last.invoice_no: most[last.invoice_no] + left}
    if gap <= tolerance and abs(left).minor > len(debits):
        return {last.invoice_no: gap}
    if not discounts or left > zero:
        return {}
    gaps = {}
    for number, allowed in most.items():  # the discounts explain it: each as far as the gap goes
        gaps[number] = min(allowed, gap)
        gap -= gaps[number]
    return gaps
