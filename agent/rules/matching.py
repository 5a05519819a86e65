"""rules/matching.toml to how exactly a payment must agree with the books: tolerance, discount, links, names."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from agent.money import Money, exponent
from agent.rules.files import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingRules:
    """What staff decided on matching; the defaults are the contract's (section 4)."""

    absolute: tuple[tuple[str, Decimal], ...] = (("default", Decimal("5.00")),)  # by currency, in units of it
    relative: Fraction = Fraction(5, 1000)  # of the open amount
    without_tolerance: tuple[str, ...] = ()  # customer ids
    discount_grace_days: int = 0
    link_days: int = 7  # from a payment's date to the bank's
    return_days: int = 120  # from a payment to the day its money goes back
    advice_hold_days: int = 10  # workdays after which told money that no bank has shown is asked about
    rival_items: int = 3  # sets of so many items, or fewer, are rivals of a sum without numbers
    most_items: int = 200  # with more open items a sum without numbers is not searched
    ignored_words: tuple[str, ...] = ()  # of names: legal forms and the like, case folded
    name_similarity: int = 90  # 0 to 100
    name_margin: int = 5

    def tolerance(self, open_amount: Money, customer_id: str) -> Money:
        """The most that may be written off what is open: the smaller of the absolute and the relative limit."""
        if customer_id in self.without_tolerance:
            return Money(0, open_amount.currency)
        limits = dict(self.absolute)
        units = limits.get(open_amount.currency, limits["default"])
        absolute = int(units.scaleb(exponent(open_amount.currency)))
        relative = int(self.relative * abs(open_amount.minor))  # "at most": a part of a cent does not count
        return Money(min(absolute, relative), open_amount.currency)


_WHOLE: Final = {  # section and key: field, least, most
    ("discount", "grace_days"): ("discount_grace_days", 0, 60),
    ("bank", "link_days"): ("link_days", 0, 60),
    ("bank", "return_days"): ("return_days", 1, 400),
    ("bank", "advice_hold_days"): ("advice_hold_days", 1, 120),
    ("lump", "rival_items"): ("rival_items", 1, 3),
    ("lump", "most_items"): ("most_items", 1, 500),
    ("names", "similarity"): ("name_similarity", 50, 100),
    ("names", "margin"): ("name_margin", 0, 50),
}
_KEYS: Final = {
    "tolerance": ("absolute", "relative_percent", "without"),
    "discount": ("grace_days",),
    "bank": ("link_days", "return_days", "advice_hold_days"),
    "lump": ("rival_items", "most_items"),
    "names": ("similarity", "margin", "ignored_words"),
}


def load_matching(rules_dir: Path) -> MatchingRules:
    """What the file lacks keeps the contract's value. AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "matching.toml")
    rule.only(*_KEYS)
    sections = {name: rule.section(name) for name in _KEYS if name in rule.values}
    for name, section in sections.items():
        section.only(*_KEYS[name])
    fields: dict[str, Any] = {
        field: _whole(sections[name], key, least, most)
        for (name, key), (field, least, most) in _WHOLE.items()
        if name in sections and key in sections[name].values
    }
    tolerance = sections.get("tolerance")
    if tolerance and "absolute" in tolerance.values:
        fields["absolute"] = _absolute(tolerance.section("absolute"))
    if tolerance and "relative_percent" in tolerance.values:
        fields["relative"] = Fraction(_decimal(tolerance, "relative_percent", Decimal(100))) / 100
    if tolerance and "without" in tolerance.values:
        fields["without_tolerance"] = tolerance.texts("without")
    names = sections.get("names")
    if names and "ignored_words" in names.values:
        fields["ignored_words"] = tuple(word.casefold() for word in names.texts("ignored_words"))
    return MatchingRules(**fields)


def _whole(section: Rule, key: str, least: int, most: int) -> int:
    number = section.number(key, least=least)
    if number > most:
        raise section.fault(key, f"expected at most {most}, got {number}")
    return number


def _decimal(section: Rule, key: str, most: Decimal) -> Decimal:
    value = section.values[key]
    try:
        number = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or not 0 <= number <= most:
        raise section.fault(key, f'expected a number in quotes from "0" to "{most}", got {value!r}')
    return number


def _absolute(section: Rule) -> tuple[tuple[str, Decimal], ...]:
    if "default" not in section.values:
        raise section.fault("default", 'is missing; write default = "5.00"')
    for key in section.values:
        if key != "default" and not (len(key) == 3 and key.isascii() and key.isupper()):
            raise section.fault(key, "is no currency; write one as in ISO 4217, such as EUR")
    return tuple((key, _decimal(section, key, Decimal(1_000_000))) for key in section.values)
