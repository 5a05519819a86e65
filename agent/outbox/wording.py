"""Amounts, days and the trade's codes to the words of one language."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from babel.core import Locale
from babel.dates import format_date

from agent.facts.letters import LetterKind
from agent.money import Money, total
from agent.outbox.capitals import capitals
from agent.outbox.clean import clean, quotable
from agent.rules.letters import Language

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

    def method(self, method: str | None) -> str:
        """How it was paid. "" for None and for what the words do not know."""
        return self.language.words["methods"].get(method or "", "")

    def reason(self, reason: str | None) -> str:
        """A reason that we know in our words, another one as it was given."""
        if not reason:
            return ""
        return self.language.words["reasons"].get(reason) or quotable(reason)

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
