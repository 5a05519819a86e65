"""What late payment costs beside the principal, as a letter lists it: nothing of it is booked."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestLine:
    """Simple interest on one amount, at one rate, over the days from `from_on` to `to_on`, both counted."""

    invoice: str
    basis: Money
    percent: Fraction
    per: str  # "year", "day"
    year_days: int  # that make a year; of a daily rate 1
    from_on: date
    to_on: date
    source: str  # law or contract, and whose rate of which day

    @property
    def days(self) -> int:
        """How many days it runs."""
        return (self.to_on - self.from_on).days + 1

    @property
    def amount(self) -> Money:
        """Rounded half up to the currency's minor unit."""
        exact = self.basis.minor * self.percent / 100 * self.days / self.year_days
        return Money(rounded(exact), self.basis.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """A sum that late payment of one invoice costs once."""

    invoice: str
    amount: Money
    percent: Fraction | None  # of `basis`; None: a fixed sum
    basis: Money  # the invoice's original amount
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Charges:
    """Interest and fees of a letter, apart from its principal."""

    interest: tuple[InterestLine, ...] = ()
    fees: tuple[FeeLine, ...] = ()

    @property
    def amounts(self) -> list[Money]:
        """Of every line."""
        return [*(line.amount for line in self.interest), *(line.amount for line in self.fees)]


NO_CHARGES: Final = Charges()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A total said in another currency too, for the reader's ease: what is owed stays in its own."""

    amount: Money
    rate: Fraction  # units of the quoted currency for one of the other
    on: date
    source: str


def rounded(exact: Fraction) -> int:
    """Half up, away from zero."""
    whole = int(abs(exact) + Fraction(1, 2))
    return whole if exact >= 0 else -whole
