"""Amounts, days and the trade's codes to the words of one language."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from babel.core import Locale
from babel.dates import format_date

from agent.facts.interest import Quoted
from agent.facts.letters import LetterKind
from agent.money import Money, total
from agent.outbox.capitals import capitals
from agent.outbox.clean import clean, quotable
from agent.rules.letters import Language

_MONEY: Final = re.compile(r"(?<![\w.,-])-?\d+(?:\.\d+)? [A-Z]{3}\b")
_FIGURES: Final = re.compile(r"-?\d+\.\d\d")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
TIED: Final = "\u00a0"  # a space at which no line is broken, until the letter is set


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Says values as one language does; every text it gives is clean."""

    language: Language

    def word(self, section: str, key: str) -> str:
        """A word of words.toml."""
        return self.language.words[section][key]

    def money(self, amount: Money | None) -> str:
        """With the ISO 4217 code: "USD 1,180.00", "1.180,00 EUR". "" for None."""
        if amount is None:
            return ""
        text = self.word("format", "money").format(code=amount.currency, number=self.figures(amount))
        return text.replace(" ", TIED)

    def figures(self, amount: Money) -> str:
        """Without the code, for a column of one currency: "1,180.00"."""
        separators = _separators(self.language.locale)
        return f"{amount.decimal:,f}".translate(separators)

    def in_words(self, amounts: tuple[Money, ...]) -> str:
        """A single amount in capital figures where the language writes them; else ""."""
        if self.word("format", "capitals") != "yes" or len(amounts) != 1:
            return ""
        return capitals(amounts[0])

    def day(self, day: date | None) -> str:
        """For running text: "3 November 2026". "" for None."""
        return _day(day, self.word("format", "day"), self.language.locale) if day else ""

    def day_in_table(self, day: date) -> str:
        """Shorter, for a column."""
        return _day(day, self.word("format", "day_in_table"), self.language.locale)

    def span(self, first: date, last: date) -> str:
        """From one day to another, for a column."""
        return f"{self.day_in_table(first)} – {self.day_in_table(last)}"

    def method(self, method: str | None) -> str:
        """How it was paid. "" for None and for what the words do not know."""
        return self.language.words["methods"].get(method or "", "")

    def reason(self, reason: str | None) -> str:
        """A reason that we know in our words, another one as it was given."""
        if not reason:
            return ""
        return self.language.words["reasons"].get(reason) or quotable(reason)

    def percent(self, percent: Fraction, per: str = "", days: int = 0) -> str:
        """ "8.15 %", or a rate: "8.15 % a year of 365 days"."""
        exact = Decimal(percent.numerator) / Decimal(percent.denominator)
        said = f"{exact.normalize():f}".translate(_separators(self.language.locale)) + f"{TIED}%"
        return self.word("interest", per).format(percent=said, days=days) if per else said

    def quoted(self, quoted: Quoted) -> str:
        """An amount in another currency, and by which rate."""
        rate = Decimal(quoted.rate.numerator) / Decimal(quoted.rate.denominator)
        said = f"{rate.quantize(Decimal('0.000001')).normalize():f}".translate(
            _separators(self.language.locale)
        )
        return self.word("interest", "quoted").format(
            total=self.money(quoted.amount), rate=said, source=clean(quoted.source, 120)
        )

    def said(self, text: str) -> str:
        """The amounts and days of a sentence of the journal as the language writes them; what only looks like one stays."""
        try:
            if _DAY.fullmatch(text):
                return self.day_in_table(date.fromisoformat(text)).replace(TIED, " ")
            if _FIGURES.fullmatch(text):
                return self.figures(Money.of(text, "EUR"))  # any currency of two places: none is shown
            return _MONEY.sub(lambda found: self.money(Money.parse(found[0])).replace(TIED, " "), text)
        except ValueError:
            return text

    def letter(self, kind: LetterKind, level: int) -> str:
        """What a letter of the schedule is called: from the second on all dunning letters alike."""
        is_dunning = kind is LetterKind.DUNNING
        return self.word("letters", f"dunning_{min(max(level, 1), 2)}" if is_dunning else kind.value)

    def reference(self, text: str | None) -> str:
        """A number or reference as they or we spell it."""
        return clean(text or "", 48)


@lru_cache(maxsize=64)
def _separators(locale: Locale) -> dict[int, str]:
    symbols = locale.number_symbols["latn"]
    return str.maketrans({",": str(symbols["group"]), ".": str(symbols["decimal"])})


@lru_cache(maxsize=4096)
def _day(day: date, pattern: str, locale: Locale) -> str:
    return format_date(day, pattern, locale=locale).replace(" ", TIED)


def one_currency(amounts: list[Money]) -> str:
    """The currency that all amounts share; "" where they mix or there are none."""
    currencies = {amount.currency for amount in amounts}
    return currencies.pop() if len(currencies) == 1 else ""


def sums(amounts: list[Money]) -> tuple[Money, ...]:
    """One sum for each currency, in the order of their codes."""
    currencies = sorted({amount.currency for amount in amounts})
    return tuple(total((a for a in amounts if a.currency == code), code) for code in currencies)
