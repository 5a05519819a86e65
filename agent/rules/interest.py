"""rules/interest.toml to what late payment may cost in letters: dated tables of rates, each with its source; off by default."""

import itertools
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Final

from agent.money import Money
from agent.rules.files import Rule

NONE: Final = "none"
CONTRACT: Final = "contract"  # what a customer's contract and our own terms say, and no law
COUNTRY: Final = "country"  # the law of the customer's country
_LEAST_LEVEL: Final = 2  # before the second dunning letter nobody is asked for more than the principal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A row of a law's table; it counts once a person has checked it."""

    from_on: date
    until_on: date | None  # where the file names none, the day before the next row; None: of the last
    percent: Fraction
    source: str
    checked_on: date | None

    def is_of(self, day: date) -> bool:
        """True where it is in force on this day, and was checked."""
        return (
            self.checked_on is not None
            and self.from_on <= day
            and (not self.until_on or day <= self.until_on)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A sum that late payment of an invoice costs once: fixed, or a percentage of its original amount."""

    level: int  # from this level on
    fixed: Money | None
    percent: Fraction | None
    from_amount: Money | None  # of invoices of at least so much
    source: str
    checked_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """How one law lets interest run."""

    law_id: str
    name: str
    countries: tuple[str, ...]
    margin: Fraction  # percent on top of each rate
    per: str  # "year", "day"
    year_days: int
    rate_of: str  # "day": each day's; "start": that of the first day; "issue": that of the invoice's day
    starts_days_after_due: int
    rates: tuple[Rate, ...]
    fees: tuple[Fee, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One unit of `base` is `rate` units of `currency`, from this day on."""

    from_on: date
    base: str
    currency: str
    rate: Fraction
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestRules:
    """What staff decided on interest and fees; the defaults ask for none."""

    use: str = NONE  # NONE, CONTRACT, COUNTRY or a law's id
    from_level: int = _LEAST_LEVEL
    minimum: Decimal = Decimal(0)  # interest below this, in units of its currency, is left out
    quote_in: str = ""
    laws: tuple[Law, ...] = ()
    fees: tuple[Fee, ...] = ()  # of our own terms, beside or instead of a law's
    exchange: tuple[Exchange, ...] = ()

    def law(self, country: str) -> Law | None:
        """The law whose tables count for a customer of this country; None where none was chosen."""
        if self.use == COUNTRY:
            return next((law for law in self.laws if country in law.countries), None)
        return next((law for law in self.laws if law.law_id == self.use), None)

    def converted(self, amount: Money, currency: str, on: date) -> tuple[Fraction, Exchange] | None:
        """(minor units of `currency`, by which row); None where no rate of that day or before is on file."""
        rows = [row for row in self.exchange if row.from_on <= on]
        rows = [row for row in rows if {row.base, row.currency} == {amount.currency, currency}]
        row = max(rows, key=lambda row: row.from_on, default=None)
        if row is None:
            return None
        rate = row.rate if row.base == amount.currency else 1 / row.rate
        shift = Decimal(1).scaleb(len(_places(currency)) - len(_places(amount.currency)))
        return amount.minor * rate * Fraction(shift), row

    def doubts(self, today: date) -> list[str]:
        """What an operator should know of the tables in use: rows that nobody checked, days without a rate."""
        used = [law for law in self.laws if self.use in (law.law_id, COUNTRY)]
        found = []
        for law in used:
            if not any(rate.is_of(today) for rate in law.rates):
                found.append(
                    f"{law.law_id}: no checked rate for {today}; letters show no interest for such days"
                )
        return found


def _places(currency: str) -> str:
    return Money(1, currency).amount.partition(".")[2]


def load_interest(rules_dir: Path) -> InterestRules:
    """AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "interest.toml")
    rule.only("use", "from_level", "minimum", "quote_in", "law", "fee", "exchange")
    laws = tuple(_law(section) for section in _sections(rule, "law"))
    use = str(rule.values.get("use", NONE))
    known = [NONE, CONTRACT, COUNTRY, *(law.law_id for law in laws)]
    if use not in known:
        raise rule.fault("use", f'"{use}" is none of {", ".join(known)}')
    return InterestRules(
        use=use,
        from_level=_whole(rule, "from_level", _LEAST_LEVEL, least=_LEAST_LEVEL),
        minimum=_decimal(rule, "minimum", "0"),
        quote_in=str(rule.values.get("quote_in", "")),
        laws=laws,
        fees=tuple(_fee(section) for section in _sections(rule, "fee")),
        exchange=tuple(_exchange(section) for section in _sections(rule, "exchange")),
    )


def _law(rule: Rule) -> Law:
    rule.only(
        "id", "name", "countries", "margin", "per", "year_days", "rate_of", "starts_days_after_due", "rate", "fee"
    )  # fmt: skip
    per = _choice(rule, "per", ("year", "day"))
    rates = [_rate(section) for section in _sections(rule, "rate")]
    for number, (earlier, later) in enumerate(itertools.pairwise(rates)):
        if (earlier.until_on or earlier.from_on) >= later.from_on:
            raise rule.fault("rate", "each row must begin after the one before it, and after its `until`")
        rates[number] = replace(earlier, until_on=earlier.until_on or later.from_on - timedelta(days=1))
    year_days = 1 if per == "day" else _whole(rule, "year_days", 365, least=360)
    if year_days not in (1, 360, 365):
        raise rule.fault("year_days", f"expected 360 or 365, got {year_days}")
    return Law(
        law_id=_text(rule, "id"),
        name=_text(rule, "name"),
        countries=rule.texts("countries") if "countries" in rule.values else (),
        margin=Fraction(_decimal(rule, "margin", "0")),
        per=per,
        year_days=year_days,
        rate_of=_choice(rule, "rate_of", ("day", "start", "issue")),
        starts_days_after_due=_whole(rule, "starts_days_after_due", 1, least=1),
        rates=tuple(rates),
        fees=tuple(_fee(section) for section in _sections(rule, "fee")),
    )


def _rate(rule: Rule) -> Rate:
    rule.only("from", "until", "percent", "source", "checked_on")
    from_on = _day(rule, "from")
    if from_on is None:
        raise rule.fault("from", "is missing; write a day: from = 2026-01-01")
    until_on = _day(rule, "until")
    if until_on and until_on < from_on:
        raise rule.fault("until", f"{until_on} is before {from_on}")
    return Rate(
        from_on=from_on,
        until_on=until_on,
        percent=Fraction(_decimal(rule, "percent")),
        source=_text(rule, "source"),
        checked_on=_day(rule, "checked_on"),
    )


def _fee(rule: Rule) -> Fee:
    rule.only("level", "fixed", "percent", "from_amount", "source", "checked_on")
    if ("fixed" in rule.values) == ("percent" in rule.values):
        raise rule.fault("fixed", 'expected either fixed = "40.00 EUR" or percent = "5"')
    return Fee(
        level=_whole(rule, "level", _LEAST_LEVEL, least=_LEAST_LEVEL),
        fixed=_money(rule, "fixed"),
        percent=Fraction(_decimal(rule, "percent")) if "percent" in rule.values else None,
        from_amount=_money(rule, "from_amount"),
        source=_text(rule, "source"),
        checked_on=_day(rule, "checked_on"),
    )


def _exchange(rule: Rule) -> Exchange:
    rule.only("from", "base", "currency", "rate", "source")
    from_on, rate = _day(rule, "from"), _decimal(rule, "rate")
    if from_on is None or not rate:
        raise rule.fault("from", "a day and a rate above 0 are needed")
    return Exchange(
        from_on=from_on, base=_text(rule, "base"), currency=_text(rule, "currency"), rate=Fraction(rate),
        source=_text(rule, "source"),
    )  # fmt: skip


def _sections(rule: Rule, key: str) -> list[Rule]:
    return rule.sections(key) if key in rule.values else []


def _whole(rule: Rule, key: str, default: int, *, least: int) -> int:
    return rule.number(key, least=least) if key in rule.values else default


def _text(rule: Rule, key: str) -> str:
    value = rule.values.get(key)
    if not isinstance(value, str) or not value.strip():
        raise rule.fault(key, f"expected text in quotes, got {value!r}")
    return value.strip()


def _choice(rule: Rule, key: str, choices: tuple[str, ...]) -> str:
    value = rule.values.get(key, choices[0])
    if value not in choices:
        raise rule.fault(key, f"{value!r} is none of {', '.join(choices)}")
    return str(value)


def _decimal(rule: Rule, key: str, default: str | None = None) -> Decimal:
    """Plain decimals in quotes: a number of TOML would be a float."""
    value = rule.values.get(key, default)
    try:
        found = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or found < 0:
        raise rule.fault(key, f'expected a decimal in quotes such as "8.15", got {value!r}')
    return found


def _money(rule: Rule, key: str) -> Money | None:
    if key not in rule.values:
        return None
    try:
        return Money.parse(str(rule.values[key]))
    except ValueError as error:
        raise rule.fault(key, str(error)) from error


def _day(rule: Rule, key: str) -> date | None:
    """A day of TOML; None where there is none, or an empty text for one that a person is to write."""
    value = rule.values.get(key, "")
    if value == "":
        return None
    if type(value) is not date:
        raise rule.fault(key, f"expected a day such as 2026-01-01, got {value!r}")
    return value
