"""(an item, a payment's date) to the early-payment discount that its own terms allow."""

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from agent.dates import Terms
from agent.facts.ledger import Item
from agent.money import Money
from agent.rules.matching import MatchingRules


def earned(item: Item, paid_on: date, rules: MatchingRules) -> Money:
    """The most that the terms allow for closing the item on this day; of a credit note negative, as the credit note is.

    Nothing where part of the item was settled before, unless parts earn theirs too: then of what is open.
    """
    if item.open != item.billed and not rules.discount_on_part_payments:
        return Money(0, item.billed.currency)
    return _share(item.open, _percent(item, paid_on, rules))


def earned_on_part(item: Item, cash: Money, paid_on: date, rules: MatchingRules) -> Money:
    """The discount on a part that is paid in time, where the rules allow it: 49.00 at 2 % takes 50.00 off."""
    percent = _percent(item, paid_on, rules)
    if not rules.discount_on_part_payments or item.is_credit or cash.minor <= 0 or percent >= 100:
        return Money(0, cash.currency)
    return _share(cash, 100 * percent / (100 - percent))


def _percent(item: Item, paid_on: date, rules: MatchingRules) -> Fraction:
    days = (paid_on - item.issued_on).days - rules.discount_grace_days
    percents = [step.percent for step in _terms(item.terms or "").steps if days <= step.days]
    return max(percents, default=Fraction(0))


def offered(item: Item) -> Money:
    """The most that the terms allow to anyone who pays early enough: to know a discount that was taken late."""
    return _share(
        item.billed, max((step.percent for step in _terms(item.terms or "").steps), default=Fraction(0))
    )


def is_late(item: Item, paid_on: date, rules: MatchingRules) -> bool:
    """True where the terms offer a discount and its last day has passed."""
    days = max((step.days for step in _terms(item.terms or "").steps), default=None)
    return days is not None and paid_on > item.issued_on + timedelta(days=days + rules.discount_grace_days)


def _share(amount: Money, percent: Fraction) -> Money:
    """A part of an amount, half a minor unit rounded up."""
    share = abs(amount.minor) * percent / 100
    minor = int(share + Fraction(1, 2))
    return Money(minor if amount.minor >= 0 else -minor, amount.currency)


@lru_cache(maxsize=256)
def _terms(text: str) -> Terms:
    """Terms that can't be read allow no discount."""
    try:
        return Terms.parse(text)
    except ValueError:
        return Terms(steps=(), net_days=0, end_of_month=False)
