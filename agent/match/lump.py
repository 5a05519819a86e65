"""(a sum without numbers, what is open) to the one reading that fits and has no rival, or the sets that would fit."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import Final

from agent.facts.ledger import Item
from agent.facts.payments import Application, Code, Difference, Rejected
from agent.facts.readings import Group, PaymentRead
from agent.ids import folded
from agent.match import discount
from agent.match.allocate import Settled
from agent.match.proposal import Proposal, numbers_shown, propose
from agent.match.standing import Standing
from agent.match.sums import Verdict, decide
from agent.money import Money
from agent.rules.matching import MatchingRules

_ENOUGH: Final = 8  # sets found; more would not make the sum any less ambiguous
_CHOICES: Final = 3  # sets that a query names


@dataclass(frozen=True, slots=True)
class _Price:
    """An open item and what closes it, in minor units: all that is open, or less the discount still to be had."""

    item: Item
    full: int
    less: int


@dataclass(frozen=True, slots=True)
class _Fit:
    """A set of items that makes the sum."""

    label: str
    paid: tuple[tuple[Item, int], ...]  # each at what closes it

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(item.invoice_no for item, _ in self.paid)

    def __str__(self) -> str:
        return f"{self.label} ({numbers_shown(self.numbers, ', ')})"


@dataclass(frozen=True, slots=True)
class _Fits:
    """Sets that make the sum, each once, in the order in which they were thought of."""

    by_items: dict[frozenset[str], _Fit] = field(default_factory=dict)

    def add(self, fit: _Fit) -> None:
        self.by_items.setdefault(frozenset(fit.numbers), fit)


def settle_lump(
    read: PaymentRead,
    fund: Money,
    payer_id: str,
    *,
    standing: Standing,
    paid_on: date,
    rules: MatchingRules,
    doubts: Sequence[Rejected] = (),
) -> tuple[Settled, tuple[tuple[str, ...], ...]]:
    """Apply a sum to the one item, the whole balance or the whole named group that it equals to the cent.

    Another item, the balance, a set of up to `rules.rival_items`, or the oldest so many items that fits as well is a
    rival (contract section 4): then nothing is applied. `doubts` are the caller's reasons to ask in any case. The
    second result are sets for staff: the only one of all sets that makes the sum, where it is too weak a sign to book.
    """
    own = _prices(standing.open_items(payer_id), fund, paid_on, rules)
    children = standing.books.children_by_parent.get(payer_id, ())
    pool = own + [
        price for child in children for price in _prices(standing.open_items(child), fund, paid_on, rules)
    ]
    if len(pool) > rules.most_items:
        return _undecided(fund, len(pool), rules.most_items, doubts), ()
    readings, fits = _Fits(), _Fits()
    for label, prices in _readings(read, own, paid_on):
        for fit in _exact(label, prices, fund.minor):
            readings.add(fit)
            fits.add(fit)
    _add_rivals(fits, pool, fund.minor, rules.rival_items)
    parts, unsure = _parts(_ordered(read, own), fund)
    doubts = (*doubts, *unsure)
    for fit in parts:
        fits.add(fit)
    found = tuple(fits.by_items.values())
    named = {number for fit in readings.by_items.values() for number in fit.numbers}
    held = _held(named, standing.reserved(payer_id))
    if len(found) == 1 and readings.by_items and not doubts and not held:
        return _applied(found[0], fund), ()
    if len(found) > 1:
        return _ambiguous(fund, found, [*doubts, *held]), ()
    closing = [(price.item.invoice_no, frozenset((price.full, price.less))) for price in pool]
    proposal = propose(fund, closing, payer_id, rules)
    held = _held(named | set(proposal.numbers), standing.reserved(payer_id))
    asked = _asked(fund, found[0] if found else None, proposal, [*doubts, *held])
    return asked, (proposal.numbers,) if proposal.numbers else ()


def _held(numbers: set[str], reserved: dict[str, str]) -> list[Rejected]:
    return [
        Rejected(what=number, why=f"{reserved[number]} names it, and its money has not come yet")
        for number in sorted(numbers & set(reserved))
    ]


def _prices(items: Iterable[Item], fund: Money, paid_on: date, rules: MatchingRules) -> list[_Price]:
    return [
        _Price(item, item.open.minor, item.open.minor - discount.earned(item, paid_on, rules).minor)
        for item in items
        if item.open.currency == fund.currency
    ]


def _readings(read: PaymentRead, own: list[_Price], paid_on: date) -> Iterator[tuple[str, list[_Price]]]:
    """What may be applied: one item or the whole balance, or where the text names a group, that group alone.

    An order is often paid invoice by invoice, so one item of it may be meant as well.
    """
    credits = [price for price in own if price.item.is_credit]
    debits = [price for price in own if not price.item.is_credit]
    if read.group is Group.MONTH and read.group_month:
        label = "all items of {}-{:02}".format(*read.group_month)
        yield label, [price for price in own if _month(price.item) == read.group_month]
        yield (
            f"{label} but credit notes",
            [price for price in debits if _month(price.item) == read.group_month],
        )
        return
    if read.group is Group.ORDER:
        ordered, orders = _ordered(read, own), ", ".join(read.group_orders)
        yield f"all items of PO {orders}", ordered
        for price in ordered:
            if not price.item.is_credit:
                yield f"one item of PO {orders}", [price]
        return
    yield "the whole balance", own
    if read.group is Group.ALL_DUE:
        due = [price for price in debits if price.item.due_on <= paid_on]
        overdue = [price for price in debits if price.item.due_on < paid_on]
        for label, prices in (("all that is due", due), ("all that is overdue", overdue)):
            yield label, prices
            yield f"{label}, less credit notes", prices + credits
        return
    for price in debits:
        yield "one open item", [price]


def _ordered(read: PaymentRead, own: list[_Price]) -> list[_Price]:
    """What is open of the purchase orders that the text names."""
    orders = {folded(number) for number in read.group_orders}
    return [price for price in own if price.item.po_no and folded(price.item.po_no) in orders]


def _month(item: Item) -> tuple[int, int]:
    return item.issued_on.year, item.issued_on.month


def _exact(label: str, prices: Sequence[_Price], wanted: int) -> Iterator[_Fit]:
    """The set, where it makes the sum: with no discount, or with every discount that can still be had."""
    if not prices:
        return
    if sum(price.full for price in prices) == wanted:
        yield _Fit(label, tuple((price.item, price.full) for price in prices))
    elif sum(price.less for price in prices) == wanted:
        yield _Fit(label, tuple((price.item, price.less) for price in prices))


def _add_rivals(fits: _Fits, pool: list[_Price], wanted: int, largest: int) -> None:
    """Everything else that a person would think of."""
    for fit in _exact("the whole balance of all its firms", pool, wanted):
        fits.add(fit)
    by_issue = sorted(
        pool, key=lambda price: (price.item.issued_on, price.item.due_on, price.item.invoice_no)
    )
    by_due = sorted(pool, key=lambda price: (price.item.due_on, price.item.issued_on, price.item.invoice_no))
    for ordered in (by_due, by_issue):
        for prices in (ordered, [price for price in ordered if not price.item.is_credit]):
            for sums in (
                accumulate(price.full for price in prices),
                accumulate(price.less for price in prices),
            ):
                for count in (count for count, made in enumerate(sums, start=1) if made == wanted):
                    for fit in _exact(f"the oldest {count} items", prices[:count], wanted):
                        fits.add(fit)
    for fit in _small_sets(by_due, wanted, largest):
        fits.add(fit)
        if len(fits.by_items) >= _ENOUGH:
            return


def _parts(group: list[_Price], fund: Money) -> tuple[list[_Fit], list[Rejected]]:
    """The sets of a purchase order's items that make the sum, two at most: what nets to nothing may be left out."""
    inside = decide([(price.full, price.less) for price in group], range(fund.minor, fund.minor + 1))
    if inside.verdict is Verdict.UNDECIDED:
        why = f"its {len(group)} items have too many sets to rule out that only some of them make {fund}"
        return [], [Rejected(what="the whole PO", why=why)]
    chosen = [tuple((group[place].item, group[place].full) for place in places) for places in inside.sets]
    return [_Fit(f"{len(paid)} items of the PO", paid) for paid in chosen], []


def _small_sets(prices: list[_Price], wanted: int, largest: int) -> Iterator[_Fit]:
    """Sets of up to `largest` (1, 2 or 3) items that make the sum, the last of each found by its amount."""
    entries = [
        (place, amount) for place, price in enumerate(prices) for amount in sorted({price.full, price.less})
    ]
    places: dict[int, list[int]] = {}
    for place, amount in entries:
        places.setdefault(amount, []).append(place)

    def ending(chosen: tuple[tuple[int, int], ...], rest: int) -> Iterator[_Fit]:
        known = places.get(rest, [])
        last = chosen[-1][0] if chosen else -1
        for place in known[bisect_right(known, last) :]:
            paid = tuple((prices[at].item, amount) for at, amount in (*chosen, (place, rest)))
            yield _Fit("one open item" if len(paid) == 1 else f"{len(paid)} items", paid)

    yield from ending((), wanted)
    for number, (place, amount) in enumerate(entries) if largest > 1 else ():
        yield from ending(((place, amount),), wanted - amount)
        for other, more in entries[number + 1 :] if largest > 2 else ():
            if other != place and wanted - amount - more in places:
                yield from ending(((place, amount), (other, more)), wanted - amount - more)


def _applied(fit: _Fit, fund: Money) -> Settled:
    zero = Money(0, fund.currency)
    applications = tuple(
        Application(
            invoice=item.invoice_no,
            amount=Money(amount, fund.currency),
            discount=item.open - Money(amount, fund.currency),
            write_off=zero,
            reason=None,
        )
        for item, amount in fit.paid
    )
    why = f"no item is named; {fund} is exactly {fit}, and nothing else that is open makes this sum"
    return Settled(applications=applications, because=(why,))


def _undecided(fund: Money, count: int, most: int, doubts: Sequence[Rejected]) -> Settled:
    why = (
        f"no item is named, and {count} open items are too many to decide which of them make {fund}: "
        f"no more than {most} are searched (rules/matching.toml, lump.most_items)"
    )
    return _question(fund, (), (why,), doubts)


def _ambiguous(fund: Money, fits: Sequence[_Fit], doubts: Sequence[Rejected]) -> Settled:
    shown = sorted(fits, key=lambda fit: (len(fit.paid), fit.numbers))[:_CHOICES]
    count = f"{'at least ' if len(fits) >= _ENOUGH else ''}{len(fits)}"
    against = [Rejected(what=str(fit), why="it is not the only set that makes the sum") for fit in fits]
    why = f"no item is named, and {fund} can be read in {count} ways"
    return _question(fund, tuple(fit.numbers for fit in shown), (why,), (*doubts, *against))


def _asked(fund: Money, fit: _Fit | None, proposal: Proposal, doubts: Sequence[Rejected]) -> Settled:
    """One set at most that a person would think of, and what is known of all others."""
    against: tuple[Rejected, ...] = proposal.rejected
    if fit and doubts:
        why = f"no item is named; {fund} is {fit}, but {doubts[0].what}: {doubts[0].why}"
        against = (Rejected(what=str(fit), why="there is a doubt"), *against)
    elif fit:
        why = f"no item is named; {fund} is {fit}, and that alone is too weak a sign to book it"
        against = (Rejected(what=str(fit), why="too weak a sign without a number"), *against)
    else:
        why = f"no item is named, and {fund} is neither one item nor the balance nor a group that is named"
    return _question(fund, (), (why, proposal.proof), (*doubts, *against))


def _question(
    fund: Money, choices: tuple[tuple[str, ...], ...], because: tuple[str, ...], rejected: Sequence[Rejected]
) -> Settled:
    return Settled(
        differences=(Difference(code=Code.NO_REMITTANCE_DETAIL, stated=fund, choices=choices),),
        because=because,
        rejected=tuple(rejected),
    )
