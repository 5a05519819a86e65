"""Money: whole minor units of one currency, from and to decimal text; no float comes near."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import total_ordering
from sys import intern
from typing import Final

# ISO 4217: minor units where they are not 2.
_EXPONENTS: Final = {
    **dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    ),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
}
_PLAIN: Final = re.compile(r"-?\d{1,15}(\.\d{1,3})?\Z", re.ASCII)


def exponent(currency: str) -> int:
    """Decimal places of an ISO 4217 currency: 2 for most, 0 for JPY, 3 for KWD."""
    return _EXPONENTS.get(currency, 2)


@total_ordering
class Money:
    """An amount in whole minor units (cents, fen) of one ISO 4217 currency; refuses to mix currencies."""

    __slots__ = ("currency", "minor")
    minor: int
    currency: str

    def __init__(self, minor: int, currency: str) -> None:
        object.__setattr__(self, "minor", minor)
        object.__setattr__(self, "currency", currency)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Money does not change")

    @classmethod
    def of(cls, amount: Decimal | str, currency: str) -> "Money":
        """From a plain decimal ("1180.00"). ValueError where it has more places than the currency."""
        if isinstance(amount, str):
            if not _PLAIN.match(amount):
                raise ValueError(f"not a plain decimal amount: {amount!r}")
            whole, _, part = amount.partition(".")
            places = exponent(currency)
            if part[places:].strip("0"):
                raise ValueError(f"{amount} has more decimal places than {currency} has")
            return cls(int(whole + part[:places].ljust(places, "0")), currency)
        if not amount.is_finite():
            raise ValueError(f"not a plain decimal amount: {amount!r}")
        minor = amount.scaleb(exponent(currency))
        if minor != minor.to_integral_value():
            raise ValueError(f"{amount} has more decimal places than {currency} has")
        return cls(int(minor), currency)

    @classmethod
    def parse(cls, text: str) -> "Money":
        """From "1180.00 USD", the form in the journal and in rules."""
        amount, _, currency = text.partition(" ")
        if len(currency) != 3 or not currency.isupper():
            raise ValueError(f'expected an amount like "5.00 EUR", got {text!r}')
        return cls.of(amount, intern(currency))

    @property
    def decimal(self) -> Decimal:
        """The amount as an exact Decimal with the currency's places."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    @property
    def amount(self) -> str:
        """The decimal string with a point, as in JSON and CSV: "1180.00"."""
        places = exponent(self.currency)
        sign, digits = "-" if self.minor < 0 else "", str(abs(self.minor)).rjust(places + 1, "0")
        return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def __repr__(self) -> str:
        return f"Money({self.minor}, {self.currency!r})"

    def _same(self, other: "Money") -> int:
        if self.currency != other.currency:
            raise ValueError(f"{self} and {other} are not of one currency")
        return other.minor

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and (self.minor, self.currency) == (other.minor, other.currency)

    def __hash__(self) -> int:
        return hash((self.minor, self.currency))

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __abs__(self) -> "Money":
        return Money(abs(self.minor), self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0


def zero(currency: str) -> Money:
    """Nothing, in this currency."""
    return Money(0, currency)


def total(amounts: Iterable[Money], currency: str) -> Money:
    """The sum; zero of `currency` where there are none. ValueError where currencies mix."""
    result = Money(0, currency)
    for amount in amounts:
        result += amount
    return result
