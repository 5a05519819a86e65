"""rules/matching.toml to how exactly a payment must agree with the books: tolerance, discount, links, names."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from agent.facts.readings import Method
from agent.money import Money, exponent
from agent.rules.files import Rule

OTHER: Final = "other"
WITHHOLDING_TAX: Final = "withholding_tax"
DEDUCTION_CODES: Final = (
    (WITHHOLDING_TAX, ("taxes",)),
    ("damage", ("damaged goods", "transport damage", "goods below specification")),
    ("promotion", ("advertising costs", "bonus deducted", "rebate")),
    ("price", ("price query", "price change", "price difference", "incorrect discount")),
    ("freight", ("freight costs deducted",)),
    ("short_shipment", ("quantity", "short delivery", "goods not delivered", "short shipment")),
    ("returned_goods", ("goods returned", "goods partly returned")),
)

Limits = tuple[tuple[str, Decimal], ...]  # by currency, in units of it; "default" for the others


@dataclass(frozen=True, slots=True, kw_only=True)
class ToleranceGroup:
    """Customers with limits of their own."""

    customers: tuple[str, ...]
    absolute: Limits
    relative: Fraction  # of the open amount


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFee:
    """What banks usually keep of a payment of one method and currency, in units of it."""

    method: str
    currency: str
    amounts: tuple[Decimal, ...]  # exactly one of these
    at_most: Decimal  # or anything up to this; 0: the amounts alone
    relative: Fraction  # and never more than so much of what the payment pays


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingRules:
    """What staff decided on matching; the defaults are the contract's (section 4)."""

    absolute: Limits = (("default", Decimal("5.00")),)
    relative: Fraction = Fraction(5, 1000)  # of the open amount
    without_tolerance: tuple[str, ...] = ()  # customer ids
    tolerance_groups: tuple[ToleranceGroup, ...] = ()
    bank_fees: tuple[BankFee, ...] = ()
    discount_grace_days: int = 0
    discount_on_part_payments: bool = False
    deduction_codes: tuple[tuple[str, tuple[str, ...]], ...] = (
        DEDUCTION_CODES  # code: the reasons it stands for
    )
    certificate_days: int = 90  # from a payment to the certificate of the tax that it withheld
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
        group = next((one for one in self.tolerance_groups if customer_id in one.customers), self)
        limits = dict(group.absolute)
        units = limits.get(open_amount.currency, limits["default"])
        absolute = _minor(units, open_amount.currency)
        relative = int(group.relative * abs(open_amount.minor))  # "at most": a part of a cent does not count
        return Money(min(absolute, relative), open_amount.currency)

    def is_bank_fee(
        self, lacks: Money, owed: Money, method: str | None, customer_id: str, *, is_said: bool
    ) -> bool:
        """True where what a payment lacks of what it pays is what banks keep on its way.

        `is_said`: the payer or the bank speaks of charges; then less than the largest amount is a fee too.
        """
        if customer_id in self.without_tolerance or not lacks:
            return False
        for fee in self.bank_fees:
            if (fee.method, fee.currency) != (
                method,
                lacks.currency,
            ) or lacks.minor > fee.relative * owed.minor:
                continue
            if lacks.minor in [_minor(units, fee.currency) for units in fee.amounts]:
                return True
            most = max(*fee.amounts, fee.at_most) if is_said and fee.amounts else fee.at_most
            if lacks.minor <= _minor(most, fee.currency):
                return True
        return False

    def deduction_code(self, reason: str | None) -> str:
        """The reason code of a deduction's stated reason; "other" where no code stands for it."""
        said = " ".join((reason or "").casefold().split())
        return next((code for code, reasons in self.deduction_codes if said in (code, *reasons)), OTHER)


def _minor(units: Decimal, currency: str) -> int:
    return int(units.scaleb(exponent(currency)))


_WHOLE: Final = {  # section and key: field, least, most
    ("discount", "grace_days"): ("discount_grace_days", 0, 60),
    ("bank", "link_days"): ("link_days", 0, 60),
    ("deductions", "certificate_days"): ("certificate_days", 0, 366),
    ("bank", "return_days"): ("return_days", 1, 400),
    ("bank", "advice_hold_days"): ("advice_hold_days", 1, 120),
    ("lump", "rival_items"): ("rival_items", 1, 3),
    ("lump", "most_items"): ("most_items", 1, 500),
    ("names", "similarity"): ("name_similarity", 50, 100),
    ("names", "margin"): ("name_margin", 0, 50),
}
_KEYS: Final = {
    "tolerance": ("absolute", "relative_percent", "without", "group"),
    "discount": ("grace_days", "on_part_payments"),
    "deductions": ("certificate_days", "codes"),
    "bank": ("link_days", "return_days", "advice_hold_days"),
    "lump": ("rival_items", "most_items"),
    "names": ("similarity", "margin", "ignored_words"),
}
_BANK_CHARGES: Final = "bank_charges"
_LIMITS: Final = ("absolute", "relative_percent")
_MOST_UNITS: Final = Decimal(1_000_000)


def load_matching(rules_dir: Path) -> MatchingRules:
    """What the file lacks keeps the contract's value. AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "matching.toml")
    rule.only(*_KEYS, _BANK_CHARGES)
    sections = {name: rule.section(name) for name in _KEYS if name in rule.values}
    for name, section in sections.items():
        section.only(*_KEYS[name])
    fields: dict[str, Any] = {
        field: _whole(sections[name], key, least, most)
        for (name, key), (field, least, most) in _WHOLE.items()
        if name in sections and key in sections[name].values
    }
    if "tolerance" in sections:
        fields |= _tolerance(sections["tolerance"])
    if _BANK_CHARGES in rule.values:
        fields["bank_fees"] = tuple(map(_bank_fee, rule.sections(_BANK_CHARGES)))
    discount = sections.get("discount")
    if discount and "on_part_payments" in discount.values:
        fields["discount_on_part_payments"] = _truth(discount, "on_part_payments")
    deductions = sections.get("deductions")
    if deductions and "codes" in deductions.values:
        fields["deduction_codes"] = _deduction_codes(deductions.section("codes"))
    names = sections.get("names")
    if names and "ignored_words" in names.values:
        fields["ignored_words"] = tuple(word.casefold() for word in names.texts("ignored_words"))
    return MatchingRules(**fields)


def _tolerance(section: Rule) -> dict[str, Any]:
    """The limits of all customers, of groups of them, and who has none."""
    fields = _limits(section)
    if "without" in section.values:
        fields["without_tolerance"] = section.texts("without")
    if "group" not in section.values:
        return fields
    rules, groups, seen = (
        MatchingRules(**fields),
        [],
        dict.fromkeys(fields.get("without_tolerance", ()), "without"),
    )
    for number, group in enumerate(section.sections("group"), start=1):
        group.only("customers", *_LIMITS)
        customers = group.texts("customers")
        if not customers:
            raise group.fault("customers", 'is empty; write customer ids, such as ["C007", "C019"]')
        if twice := [one for one in customers if one in seen]:
            raise group.fault(
                "customers", f"{twice[0]} stands in {seen[twice[0]]} too; leave it in one of them"
            )
        seen |= dict.fromkeys(customers, f"group {number}")
        own: dict[str, Any] = {"absolute": rules.absolute, "relative": rules.relative} | _limits(group)
        groups.append(ToleranceGroup(customers=customers, **own))
    return fields | {"tolerance_groups": tuple(groups)}


def _limits(section: Rule) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if "absolute" in section.values:
        limits["absolute"] = _absolute(section.section("absolute"))
    if "relative_percent" in section.values:
        limits["relative"] = Fraction(_decimal(section, "relative_percent", Decimal(100))) / 100
    return limits


def _bank_fee(section: Rule) -> BankFee:
    section.only("method", "currency", "amounts", "at_most", "relative_percent")
    method, currency = section.values.get("method"), section.values.get("currency")
    if method not in [one.value for one in Method]:
        raise section.fault("method", f"expected one of {', '.join(Method)}, got {method!r}")
    if not _is_currency(currency):
        raise section.fault("currency", f'expected one as in ISO 4217, such as "EUR", got {currency!r}')
    if not {"amounts", "at_most"} & section.values.keys():
        raise section.fault("amounts", 'is missing; write amounts = ["25.00"] or at_most = "30.00"')
    texts = section.texts("amounts") if "amounts" in section.values else ()
    listed = Rule(
        section.path, f"{section.key}amounts.", {str(n): one for n, one in enumerate(texts, start=1)}
    )
    return BankFee(
        method=str(method),
        currency=str(currency),
        amounts=tuple(_decimal(listed, key, _MOST_UNITS) for key in listed.values),
        at_most=_decimal(section, "at_most", _MOST_UNITS) if "at_most" in section.values else Decimal(0),
        relative=Fraction(_decimal(section, "relative_percent", Decimal(100))) / 100
        if "relative_percent" in section.values
        else Fraction(1, 100),
    )


def _deduction_codes(section: Rule) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if WITHHOLDING_TAX not in section.values:
        raise section.fault(WITHHOLDING_TAX, f"is missing; write {WITHHOLDING_TAX} = []")
    codes = {
        code: tuple(" ".join(text.casefold().split()) for text in section.texts(code))
        for code in section.values
    }
    seen: dict[str, str] = {}
    for code, reasons in codes.items():
        for reason in (code, *reasons):
            if seen.setdefault(reason, code) != code:
                raise section.fault(
                    code, f"{reason!r} stands for {seen[reason]} too; leave it in one of them"
                )
    return tuple(codes.items())


def _truth(section: Rule, key: str) -> bool:
    value = section.values[key]
    if not isinstance(value, bool):
        raise section.fault(key, f"expected true or false, got {value!r}")
    return value


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
        if key != "default" and not _is_currency(key):
            raise section.fault(key, "is no currency; write one as in ISO 4217, such as EUR")
    return tuple((key, _decimal(section, key, _MOST_UNITS)) for key in section.values)


def _is_currency(text: object) -> bool:
    return isinstance(text, str) and len(text) == 3 and text.isascii() and text.isupper()
