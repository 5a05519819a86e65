"""(what items lack to be closed) to what is forgiven of it and why: tolerance, or what banks keep on the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.facts.ledger import Item
from agent.facts.readings import Method
from agent.money import Money, total
from agent.rules.matching import MatchingRules


@dataclass(frozen=True, slots=True)
class Lack:
    """What an item lacks besides discount and deductions: charges that somebody speaks of, and what nobody explains."""

    item: Item
    charges: Money
    unexplained: Money

    @property
    def all(self) -> Money:
        """Both."""
        return self.charges + self.unexplained


@dataclass(frozen=True, slots=True)
class Off:
    """What an item is forgiven, and why; None where nothing is."""

    amount: Money
    reason: str | None


def write_offs(lacks: Sequence[Lack], method: Method | None, rules: MatchingRules) -> list[Off]:
    """What each item is forgiven: within its own tolerance, and all together within the payment's, or nothing.

    Where that does not forgive all, what the payment lacks as a whole may be what banks keep on its way.
    """
    if not lacks:
        return []
    currency = lacks[0].item.open.currency
    nothing = Money(0, currency)
    offs = [
        one.all if one.all <= rules.tolerance(one.item.open, one.item.customer_id) else nothing
        for one in lacks
    ]
    owed = total((one.item.open for one in lacks if not one.item.is_credit), currency)
    limit = min(rules.tolerance(owed, one.item.customer_id) for one in lacks)
    if total(offs, currency) > limit:
        offs = [nothing for _ in offs]
    if offs != [one.all for one in lacks] and _is_bank_fee(lacks, owed, method, rules):
        return [Off(one.all, "bank_charges" if one.all else None) for one in lacks]
    reasons = ["bank_charges" if one.charges else "rounding" for one in lacks]
    return [Off(off, reason if off else None) for off, reason in zip(offs, reasons, strict=True)]


def _is_bank_fee(lacks: Sequence[Lack], owed: Money, method: Method | None, rules: MatchingRules) -> bool:
    lacking = total((one.all for one in lacks), owed.currency)
    is_said = any(one.charges for one in lacks)
    customers = {one.item.customer_id for one in lacks}
    return all(rules.is_bank_fee(lacking, owed, method, customer, is_said=is_said) for customer in customers)
