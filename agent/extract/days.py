"""Turns text into the days that stand in it: written out, in figures, or counted from the day of the mail."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from agent.dates import month_end
from agent.rules.vocabulary import DayWord, Hit, Hits

EARLIEST: Final = 1990
LATEST: Final = 2099
_LOOK: Final = 24  # characters on each side of a month's name that may belong to a date

_YEAR_FIRST: Final = re.compile(
    r"(?<![\d.])(?<![A-Za-z][-/])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?:T\d\d:\d\d\S*)?"
)
_HAN: Final = re.compile(r"((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]?")
_HAN_SHORT: Final = re.compile(r"(?<![年\d])(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]")
_YEAR_LAST: Final = re.compile(r"(?<![\d./-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d]|[.,]\d)")
_GERMAN_SHORT: Final = re.compile(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)")
_COMPACT: Final = re.compile(r"(?<![\w-])(20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\w-])")
_SHORT: Final = re.compile(r"(?<![\w./-])(\d{1,2})/(\d{1,2})(?![\w/]|[.,]\d)")
_DAY_BEFORE: Final = re.compile(
    r"(?<![\w.,])(\d{1,2})\s?(?P<suffix>[a-z]{2})?[.\s-]{0,3}(?:[a-z]{2}\s)?\Z", re.IGNORECASE
)
_YEAR_AFTER: Final = re.compile(r"[.,\s-]{0,3}(?:((?:19|20)\d\d)(?!\d)|'?(\d\d)(?![\d:.,]|\s?[%€$£]))")
_DAY_AFTER: Final = re.compile(
    r"[.\s-]{1,3}(\d{1,2})(?P<suffix>[a-z]{2})?(?!\d|[.,]\d)(?:[,\s-]{1,3}((?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day in a text; `value` is None where nothing settles which day is meant."""

    start: int
    end: int
    value: date | None
    alternatives: tuple[date, ...] = ()  # of an ambiguous one: day first, month first
    order: int | None = None  # what it proves by itself: 0 day first, 1 month first
    is_said: bool = True  # False: digits such as 20261009, a day only where a label says so
    is_relative: bool = False


def find_days(text: str, hits: Hits, sent_on: date | None, suffixes: Sequence[str] = ()) -> list[Day]:
    """The days of a text from left to right. Order of day and month: see `settled`."""
    taken: list[Day] = []
    covered = bytearray(len(text))

    def take(days: Iterable[Day]) -> None:
        for day in days:
            if covered.find(1, day.start, day.end) < 0:
                covered[day.start : day.end] = b"\x01" * (day.end - day.start)
                taken.append(day)

    take(_named(text, hits, sent_on, suffixes))
    take(_matches(text, _YEAR_FIRST, lambda m: _date(m[1], m[3], m[4])))
    take(_matches(text, _HAN, lambda m: _date(m[1], m[2], m[3])))
    take(_matches(text, _HAN_SHORT, lambda m: _nearest(m[1], m[2], sent_on)))
    take(_numeric(text))
    take(_matches(text, _GERMAN_SHORT, lambda m: _nearest(m[2], m[1], sent_on)))
    take(_bare(text))
    take(_relative(hits, sent_on, text))
    return settled(sorted(taken, key=lambda day: day.start))


def settled(days: Sequence[Day], proofs: Iterable[tuple[Day, date]] = ()) -> list[Day]:
    """Ambiguous days with the order of day and month that the document proves.

    Proofs: a day above 12, a twin that is written out, or a day known from elsewhere; contradicting proofs prove nothing.
    """
    written_out = {day.value for day in days if day.is_said and day.order is None and not day.is_relative} - {
        None
    }
    orders = {day.order for day in days if day.order is not None}
    for day in days:
        orders |= {index for index, other in enumerate(day.alternatives) if other in written_out}
    for day, known in proofs:
        if known in day.alternatives:
            orders.add(day.alternatives.index(known))
    order = orders.pop() if len(orders) == 1 else None
    return [_in_order(day, order) for day in days]


def _in_order(day: Day, order: int | None) -> Day:
    if not day.alternatives or order is None:
        return day
    return Day(start=day.start, end=day.end, value=day.alternatives[order], alternatives=day.alternatives)


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return value if EARLIEST <= value.year <= LATEST else None


def _nearest(month: str | int, day: str | int, sent_on: date | None) -> date | None:
    """The day without a year that is nearest to the mail's."""
    if sent_on is None:
        return None
    years = (_date(year, month, day) for year in (sent_on.year - 1, sent_on.year, sent_on.year + 1))
    return min((day for day in years if day), key=lambda day: abs((day - sent_on).days), default=None)


def _matches(text: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], date | None]) -> list[Day]:
    days = []
    for match in pattern.finditer(text):
        if value := read(match):
            days.append(Day(start=match.start(), end=match.end(), value=value))
    return days


def _numeric(text: str) -> list[Day]:
    """Days such as 16.10.2026, 10/08/2026 and 28/07/26."""
    days = []
    for match in _YEAR_LAST.finditer(text):
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        day_first, month_first = _date(year, match[3], match[1]), _date(year, match[1], match[3])
        start, end = match.span()
        if match[2] == "." or day_first == month_first:
            if day_first:
                days.append(Day(start=start, end=end, value=day_first))
        elif day_first and month_first:
            days.append(Day(start=start, end=end, value=None, alternatives=(day_first, month_first)))
        elif only := day_first or month_first:
            days.append(Day(start=start, end=end, value=only, order=0 if day_first else 1))
    return days


def _bare(text: str) -> list[Day]:
    days = []
    for match in _COMPACT.finditer(text):
        if value := _date(match[1], match[2], match[3]):
            days.append(Day(start=match.start(), end=match.end(), value=value, is_said=False))
    return days


def _named(text: str, hits: Hits, sent_on: date | None, suffixes: Sequence[str]) -> list[Day]:
    """Days with the name of a month: 7 Oct 26, October 7, 2026, 19. November."""
    days = []
    for hit in hits.section("months"):
        day = _day_then_month(text, hit, sent_on, suffixes) or _month_then_day(text, hit, sent_on, suffixes)
        if day:
            days.append(day)
    return days


def _day_then_month(text: str, hit: Hit, sent_on: date | None, suffixes: Sequence[str]) -> Day | None:
    before = _DAY_BEFORE.search(text, max(0, hit.start - _LOOK), hit.start)
    if not before or (before["suffix"] and before["suffix"].lower() not in suffixes):
        return None
    after = _YEAR_AFTER.match(text, hit.end)
    if after:
        value = _date(after[1] or 2000 + int(after[2]), hit.key, before[1])
    else:
        value = _nearest(hit.key, before[1], sent_on)
    end = after.end() if after else hit.end
    return Day(start=before.start(), end=end, value=value) if value else None


def _month_then_day(text: str, hit: Hit, sent_on: date | None, suffixes: Sequence[str]) -> Day | None:
    after = _DAY_AFTER.match(text, hit.end)
    if not after or (after["suffix"] and after["suffix"].lower() not in suffixes):
        return None
    value = _date(after[3], hit.key, after[1]) if after[3] else _nearest(hit.key, after[1], sent_on)
    return Day(start=hit.start, end=after.end(), value=value) if value else None


def _relative(hits: Hits, sent_on: date | None, text: str) -> list[Day]:
    """today, gestern, 月底, next Friday: counted from the mail's own day."""
    if sent_on is None:
        return []
    days = [*_weekdays(hits, sent_on, text), *_ends_of_named_months(hits, sent_on, text)]
    for hit in hits.section("days"):
        if value := _counted(hit.key, sent_on):
            days.append(Day(start=hit.start, end=hit.end, value=value, is_relative=True))
    return days


_COUNTED: Final = {
    DayWord.BEFORE_YESTERDAY: -2,
    DayWord.YESTERDAY: -1,
    DayWord.TODAY: 0,
    DayWord.TOMORROW: 1,
    DayWord.AFTER_TOMORROW: 2,
}


def _counted(key: str, sent_on: date) -> date | None:
    word = DayWord(key)
    if word in _COUNTED:
        return sent_on + timedelta(days=_COUNTED[word])
    if word is DayWord.END_OF_MONTH:
        return month_end(sent_on)
    if word is DayWord.END_OF_NEXT_MONTH:
        return month_end(month_end(sent_on) + timedelta(days=1))
    return None


def _before(text: str, hits: Sequence[Hit], start: int) -> Hit | None:
    return next(
        (hit for hit in reversed(hits) if hit.end <= start and not text[hit.end : start].strip()), None
    )


def _weekdays(hits: Hits, sent_on: date, text: str) -> list[Day]:
    """A weekday that says which one: "next Friday" in the same week is ambiguous only when today is before it."""
    days = []
    for weekday in hits.section("weekdays"):
        ahead = (int(weekday.key) - sent_on.isoweekday()) % 7
        if marker := _before(text, hits.of("days", DayWord.NEXT_WEEKDAY), weekday.start):
            following = sent_on + timedelta(days=7 - sent_on.isoweekday() + int(weekday.key))
            coming = sent_on + timedelta(days=ahead or 7)
            value = following if following == coming else None
            spaceless = text[marker.start : marker.end].isascii() is False and marker.end == weekday.start
            days.append(
                Day(
                    start=marker.start,
                    end=weekday.end,
                    value=following if spaceless else value,
                    is_relative=True,
                )
            )
        elif marker := _before(text, hits.of("days", DayWord.LAST_WEEKDAY), weekday.start):
            value = sent_on - timedelta(days=(7 - ahead) % 7 or 7)
            days.append(Day(start=marker.start, end=weekday.end, value=value, is_relative=True))
        elif marker := _before(text, hits.of("days", DayWord.THIS_WEEKDAY), weekday.start):
            value = sent_on + timedelta(days=ahead)
            days.append(Day(start=weekday.start, end=weekday.end, value=value, is_relative=True))
    return days


def _ends_of_named_months(hits: Hits, sent_on: date, text: str) -> list[Day]:
    days = []
    for month in hits.section("months"):
        marker = _before(text, hits.of("days", DayWord.END_OF_NAMED_MONTH), month.start)
        value = _nearest(month.key, 1, sent_on)
        if marker and value:
            days.append(Day(start=marker.start, end=month.end, value=month_end(value), is_relative=True))
    return days


_HAN_MONTH: Final = re.compile(r"(?:((?:19|20)\d\d)\s?年\s?)?(?<!\d)(\d{1,2})\s?月份?(?!\s?\d)")
_YEAR_NEAR: Final = re.compile(r"[\s,.]{0,2}((?:19|20)\d\d)(?!\d)")


def find_months(text: str, hits: Hits) -> list[tuple[int, int, int, int | None]]:
    """Months without a day: start, end, month, and the year where it is said."""
    found: list[tuple[int, int, int, int | None]] = []
    for hit in hits.section("months"):
        year = _YEAR_NEAR.match(text, hit.end)
        found.append(
            (hit.start, year.end() if year else hit.end, int(hit.key), int(year[1]) if year else None)
        )
    for match in _HAN_MONTH.finditer(text):
        if 1 <= int(match[2]) <= 12:
            found.append((match.start(), match.end(), int(match[2]), int(match[1]) if match[1] else None))
    return found
