"""How the languages write days: the small words of rules/vocabulary/ that stand within a date, as patterns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

# Homes made before these words were data have no such keys.
_EARLIER_JOINER: Final = "[a-z]{2}"
_EARLIER_MARKS: Final = (("年",), ("月份", "月"), ("日", "号", "號"))
_YEAR: Final = r"(?:19|20)\d\d"
_NO_AMOUNT: Final = r"(?!\d|[.,]\d|[ '’]\d{3}(?!\d))"  # "novembre 3 000,00" is no third of November

# What may follow 20号 or 20日 where it is a day, and no number of a thing, nor thirty days: 20号付, 20日に; not 20号楼, 30日以内.
_AFTER_DAY: Final = (
    r"[\s,，。、;；!！?？)）(（]|$|[付支打转轉汇匯给給到之左晚早上下中就再能可会會我你您咱已才发發安那的]|前后|"
    r"まで|迄|に|は|の|お|頃|ごろ|以降|予定|振|払|送|入金|午|朝"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWriting:
    """Patterns of days with words in them, of all languages together. `day_*` and `year_*` look beside a month's name."""

    day_before: re.Pattern[str]  # groups: day
    year_after: re.Pattern[str]  # groups: four digits, two digits
    day_after: re.Pattern[str]  # groups: day, year
    marked: re.Pattern[str]  # groups: year, month, day
    marked_short: re.Pattern[str]  # groups: month, day
    marked_month: re.Pattern[str]  # groups: year, month
    month_mark: re.Pattern[str]  # 月: without one there is no marked month
    day_of_month: re.Pattern[str]  # what follows "on the"; groups: day
    marked_day: re.Pattern[str]  # a day without its month: 20号; groups: day
    of_era: re.Pattern[str]  # what follows an era's name; groups: year, month, day
    first_year: str  # a word for the first year of an era
    day_first_only: frozenset[
        str
    ]  # languages that never write "month day" without a year, nor 11/02/2026 for 2 November
    year_first: re.Pattern[str]  # a letter of a language that may write 26/11/03 for 3 November 2026

    def is_year_first(self, text: str) -> bool:
        """True where 26/11/03 may be 3 November 2026."""
        return self.year_first.search(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedUnits:
    """Units of money that are a currency's among simplified characters, and a bare sign among traditional ones."""

    words: frozenset[str]
    variants: re.Pattern[str]  # a traditional character
    plain: re.Pattern[str]  # a simplified one

    def in_text(self, text: str) -> frozenset[str]:
        """The units that say of no currency in this text."""
        if not self.words or text.isascii():
            return frozenset()
        traditional = len(self.variants.findall(text))
        return self.words if traditional > len(self.plain.findall(text)) else frozenset()


def day_writing(
    words: Mapping[str, Iterable[str]], *, day_first_only: Iterable[str] = (), year_first: Iterable[str] = ()
) -> DayWriting:
    """The patterns, by words of the section `days`: ordinal_suffixes, joiners, year_marks, month_marks, day_marks, first_year."""
    suffix = _either(words.get("ordinal_suffixes", ())) or "(?!)"
    joiner = _either(words.get("joiners", ())) or _EARLIER_JOINER
    year, month, day = (
        _either(words.get(key, ())) or _either(earlier)
        for key, earlier in zip(("year_marks", "month_marks", "day_marks"), _EARLIER_MARKS, strict=True)
    )
    first = _either(words.get("first_year", ())) or "(?!)"
    flags = re.IGNORECASE
    return DayWriting(
        day_before=re.compile(
            rf"(?<![\w.,])(\d{{1,2}})(?:\s?\.?(?:{suffix})(?![a-z]))?[.\s/-]{{0,3}}(?:(?:{joiner})\s)?\Z", flags
        ),
        year_after=re.compile(
            rf"[.,\s/-]{{0,3}}(?:(?:(?:{joiner})\s)?({_YEAR})(?!\d)|'?(\d\d)(?![\w:.,]|\s?(?:[%€$£]|h\b)|[ '’]\d{{3}}(?!\d)))",
            flags,
        ),
        day_after=re.compile(
            rf"[.\s-]{{1,3}}(\d{{1,2}})(?:(?:{suffix})(?![a-z])|(?![a-z])){_NO_AMOUNT}"
            rf"(?:[,\s-]{{1,3}}(?:(?:{joiner})\s)?({_YEAR})(?!\d))?",
            flags,
        ),
        marked=re.compile(rf"({_YEAR})\s?(?:{year})\s?(\d{{1,2}})\s?(?:{month})\s?(\d{{1,2}})\s?(?:{day})?"),
        marked_short=re.compile(rf"(?<!\d)(?<!{_single(year)})(\d{{1,2}})\s?(?:{month})\s?(\d{{1,2}})\s?(?:{day})"),
        marked_month=re.compile(rf"(?:({_YEAR})\s?(?:{year})\s?)?(?<!\d)(\d{{1,2}})\s?(?:{month})(?!\s?\d)"),
        month_mark=re.compile(month),
        day_of_month=re.compile(
            rf"\s(\d{{1,2}})(?:(?:{suffix})(?![a-z])|\.(?=\s[a-z]))?(?![\w%:/-]|[.,]\d|\s?(?:[%€$£]|(?-i:[A-Z]{{3}}\b)|\d))", flags
        ),
        marked_day=re.compile(
            rf"(?<![\dA-Za-z.,/#·月第每毎-])(\d{{1,2}})(?:{day})(?={_AFTER_DAY})"
        ),
        of_era=re.compile(
            rf"\s?(\d{{1,3}}|{first})(?:\s?(?:{year})\s?(\d{{1,2}})\s?(?:{month})\s?(\d{{1,2}})\s?(?:{day})?"
            r"(?!\d)|([./-])(\d{1,2})\4(\d{1,2})(?![A-Za-z\d./-]))"
        ),
        first_year=first,
        day_first_only=frozenset(day_first_only),
        year_first=re.compile(f"[{re.escape(''.join(sorted(year_first)))}]" if year_first else "(?!)"),
    )  # fmt: skip


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _single(alternatives: str) -> str:
    """A class of the marks of one character, as look-behind needs one width."""
    return f"[{''.join(word for word in alternatives.split('|') if len(word) == 1)}]"
