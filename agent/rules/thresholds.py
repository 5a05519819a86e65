"""[minimum] of a rules file to the least that a letter asks for: so many units of a currency, and a share of what is open."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from agent.money import Money, exponent
from agent.rules.files import Rule

OTHER_CURRENCIES: Final = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Minimum:
    """What must be due at least before anybody is asked; nothing set: any amount."""

    absolute: tuple[tuple[str, Decimal], ...] = ()  # by currency, in units of it; "default" for the others
    share: Fraction | None = None  # of all that is open in the currency

    def is_met(self, due: Money, still_open: Money) -> bool:
        """True where this much due is worth a letter; the limits themselves are enough."""
        limits = dict(self.absolute)
        units = limits.get(due.currency, limits.get(OTHER_CURRENCIES, Decimal(0)))
        if due.minor < units.scaleb(exponent(due.currency)):
            return False
        return self.share is None or due.minor >= self.share * still_open.minor


ANY_AMOUNT: Final = Minimum()


def read_minimum(rule: Rule) -> Minimum:
    """The section [minimum]. AgentError names file, key and mend."""
    section = rule.section("minimum")
    section.only("absolute", "percent")
    absolute = section.section("absolute") if "absolute" in section.values else None
    limits = tuple((key, _amount(absolute, key)) for key in absolute.values) if absolute else ()
    for currency, _ in limits:
        if currency != OTHER_CURRENCIES and not (len(currency) == 3 and currency.isupper()):
            assert absolute
            raise absolute.fault(currency, "expected a currency such as EUR, or default")
    share = _amount(section, "percent") / 100 if "percent" in section.values else None
    if share is not None and share > 1:
        raise section.fault("percent", "expected at most 100")
    return Minimum(absolute=limits, share=None if share is None else Fraction(share))


def _amount(section: Rule, key: str) -> Decimal:
    """A number in quotes, or a whole one: a float would not be what was written."""
    said = section.values[key]
    try:
        found = Decimal(said) if isinstance(said, str | int) and not isinstance(said, bool) else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or found < 0:
        raise section.fault(key, f'expected a number in quotes such as "10.00", got {said!r}')
    return found
