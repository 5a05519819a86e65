"""Turns text into the days that stand in it, written out or in figures; those counted from the mail are relative_days.py."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from agent.extract.text.day import Day, calendar_day, nearest_day
from agent.extract.text.month_days import days_of_unsaid_months, days_of_weekdays, marked_days
from agent.extract.text.relative_days import bare_weekdays, days_without_year, relative_days
from agent.rules.vocabulary import Hit, Hits
from agent.rules.writing import DayWriting

_NEAR_DAYS: Final = 400
_LOOK: Final = 24  # characters on each side of a month's name that may belong to a date
# What stands before is looked at behind the first digit: a pattern that begins with one skips what is none.
_YEAR_FIRST: Final = re.compile(
    r"([12](?<![\d.].)(?<![A-Za-z][-/].)(?:(?<=1)9|(?<=2)0)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?:T\d\d:\d\d\S*)?"
)
_DAY_NEXT: Final = re.compile(r"[ .]{1,2}\d{1,2}(?!\d)")
_YEAR_LAST: Final = re.compile(r"(\d(?<![\d./-].)\d?)([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d]|[.,]\d)")
_OF_REPUBLIC: Final = re.compile(r"(1(?<![\d./].)\d\d)([/.])(\d{1,2})\2(\d{1,2})(?![\d./])")
_BEFORE_REPUBLIC: Final = 1911  # Taiwan counts its years from 1912: 115/10/30
_POINTED_SHORT: Final = re.compile(r"(\d(?<![\d.,].)\d?)\.\s?(\d{1,2})\.(?!\d)")
_SHORT: Final = re.compile(r"[ ,.(（]{1,3}(\d{1,2})[/.-](\d{1,2})(?![\d/]|[.-]\d)")
_COMPACT: Final = re.compile(r"(2(?<![\w-].)0[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\w-])")
_WEEKDAY_OF: Final = re.compile(r"[ ,.(（]{0,3}(?:[^\W\d_]{2,3}[ .]{1,2})?")  # between a weekday and its day
_YEAR_NEAR: Final = re.compile(r"[\s,.]{0,2}(?:[a-z]{2} )?((?:19|20)\d\d)(?!\d)")


def find_days(text: str, hits: Hits, sent_on: date | None, words: DayWriting) -> list[Day]:
    """The days of a text from left to right. Order of day and month: see `settled`."""
    taken: list[Day] = []
    covered = bytearray(len(text))

    def take(days: Iterable[Day]) -> None:
        for day in days:
            if covered.find(1, day.start, day.end) < 0 and not _is_after_index(text, day):
                covered[day.start : day.end] = b"\x01" * (day.end - day.start)
                taken.append(day)

    take(_named(text, hits, sent_on, words))
    take(_matches(text, _YEAR_FIRST, lambda m: calendar_day(m[1], m[3], m[4])))
    take(_of_eras(text, hits, words))
    if not text.isascii():
        take(_matches(text, _OF_REPUBLIC, lambda m: calendar_day(_BEFORE_REPUBLIC + int(m[1]), m[3], m[4])))
    if words.month_mark.search(text):
        take(_matches(text, words.marked, lambda m: calendar_day(m[1], m[2], m[3])))
        take(_matches(text, words.marked_short, lambda m: nearest_day(m[1], m[2], sent_on)))
    take(_numeric(text, sent_on, words))
    take(_matches(text, _POINTED_SHORT, lambda m: nearest_day(m[2], m[1], sent_on)))
    take(_of_weekdays(text, hits, sent_on))
    take(_bare(text))
    if sent_on is not None:
        take(days_of_weekdays(hits, sent_on, text))
    take(relative_days(hits, sent_on, text))
    if sent_on is not None:
        take(days_without_year(hits, sent_on, text))
        take(marked_days(hits, sent_on, text, words))
        take(days_of_unsaid_months(hits, sent_on, text, words))
        take(bare_weekdays(hits, sent_on, text))
    return settled(_without_weekdays_of_days(sorted(taken, key=lambda day: day.start), text))


def _is_after_index(text: str, day: Day) -> bool:
    """True for the number of a row and the month in its next cell: 1 | Jun 16, 2026."""
    return "  " in text[day.start : day.end] and bool(_DAY_NEXT.match(text, day.end))


def _without_weekdays_of_days(days: Sequence[Day], text: str) -> list[Day]:
    """Without the weekday of a day that follows it: by Friday, 20 November."""
    weekdays = {
        day.start
        for day, after in pairwise(days)
        if day.is_relative and not after.is_relative and _WEEKDAY_OF.fullmatch(text, day.end, after.start)
    }
    return [day for day in days if day.start not in weekdays]


def settled(
    days: Sequence[Day], proofs: Iterable[tuple[Day, date]] = (), *, is_day_first: bool = False
) -> list[Day]:
    """Ambiguous days with the order of day and month that the document proves, or else its language alone writes.

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
    if is_day_first and not orders:
        orders = {0}
    order = orders.pop() if len(orders) == 1 else None
    return [_in_order(day, order) for day in days]


def _in_order(day: Day, order: int | None) -> Day:
    if not day.alternatives or order is None:
        return day
    return Day(start=day.start, end=day.end, value=day.alternatives[order], alternatives=day.alternatives)


def _matches(text: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], date | None]) -> list[Day]:
    days = []
    for match in pattern.finditer(text):
        if value := read(match):
            days.append(Day(start=match.start(), end=match.end(), value=value))
    return days


def _numeric(text: str, sent_on: date | None, words: DayWriting) -> list[Day]:
    """Days such as 16.10.2026, 10/08/2026 and 28/07/26."""
    days = []
    for match in _YEAR_LAST.finditer(text):
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        day_first, month_first = (
            calendar_day(year, match[3], match[1]),
            calendar_day(year, match[1], match[3]),
        )
        start, end = match.span()
        year_first = calendar_day(2000 + int(match[1]), match[3], match[4]) if len(match[4]) == 2 else None
        if year_first and words.is_year_first(text):
            days.append(
                Day(start=start, end=end, value=_only_near((day_first, month_first, year_first), sent_on))
            )
        elif match[2] == "." or day_first == month_first:
            if day_first:
                days.append(Day(start=start, end=end, value=day_first))
        elif day_first and month_first:
            days.append(Day(start=start, end=end, value=None, alternatives=(day_first, month_first)))
        elif only := day_first or month_first:
            days.append(Day(start=start, end=end, value=only, order=0 if day_first else 1))
    return days


def _only_near(days: Sequence[date | None], sent_on: date | None) -> date | None:
    """The only one of these that lies within about a year of the mail."""
    near = {day for day in days if day and sent_on and abs((day - sent_on).days) <= _NEAR_DAYS}
    return near.pop() if len(near) == 1 else None


def _of_weekdays(text: str, hits: Hits, sent_on: date | None) -> Iterator[Day]:
    """Days and months in figures, without a year, that a weekday before them proves: Friday 27/11, vendredi 27.11."""
    for hit in hits.section("weekdays") if sent_on else ():
        match = _SHORT.match(text, hit.end)
        if match is None:
            continue
        days = {nearest_day(match[2], match[1], sent_on), nearest_day(match[1], match[2], sent_on)}
        of_weekday = [day for day in days if day and day.isoweekday() == int(hit.key)]
        if len(of_weekday) == 1:
            yield Day(start=match.start(1), end=match.end(2), value=of_weekday[0])


def _bare(text: str) -> list[Day]:
    days = []
    for match in _COMPACT.finditer(text):
        if value := calendar_day(match[1], match[2], match[3]):
            days.append(Day(start=match.start(), end=match.end(), value=value, is_said=False))
    return days


def _of_eras(text: str, hits: Hits, words: DayWriting) -> list[Day]:
    """Days with the year of an era: 令和8年11月3日, 民國115年11月3日; R8.11.3 counts where a label calls it a day."""
    days = []
    for hit in hits.section("eras"):
        after = words.of_era.match(text, hit.end)
        if not after:
            continue
        year = 1 if not after[1].isdigit() else int(after[1])
        value = calendar_day(int(hit.key) + year, after[2] or after[5], after[3] or after[6])
        if value:
            is_said = not text[hit.start : hit.end].isascii()
            days.append(Day(start=hit.start, end=after.end(), value=value, is_said=is_said))
    return days


def _named(text: str, hits: Hits, sent_on: date | None, words: DayWriting) -> list[Day]:
    """Days with the name of a month: 7 Oct 26, October 7, 2026, 19. November, 3 de noviembre de 2026."""
    days = []
    months = hits.section("months")
    starts = {hit.start for hit in months}
    for hit in months:
        day = _day_then_month(text, hit, sent_on, words) or _month_then_day(text, hit, sent_on, words, starts)
        if day:
            days.append(day)
    return days


def _day_then_month(text: str, hit: Hit, sent_on: date | None, words: DayWriting) -> Day | None:
    before = words.day_before.search(text, max(0, hit.start - _LOOK), hit.start)
    if not before:
        return None
    after = words.year_after.match(text, hit.end)
    if after:
        value = calendar_day(after[1] or 2000 + int(after[2]), hit.key, before[1])
    else:
        value = nearest_day(hit.key, before[1], sent_on)
    end = after.end() if after else hit.end
    return Day(start=before.start(), end=end, value=value) if value else None


def _month_then_day(
    text: str, hit: Hit, sent_on: date | None, words: DayWriting, months: set[int]
) -> Day | None:
    after = words.day_after.match(text, hit.end)
    if not after or (after[2] is None and hit.language in words.day_first_only):
        return None
    if any(start in months for start in range(after.end(1), after.end(1) + 3)):  # "mar. 3 nov.": a Tuesday
        return None
    value = calendar_day(after[2], hit.key, after[1]) if after[2] else nearest_day(hit.key, after[1], sent_on)
    return Day(start=hit.start, end=after.end(), value=value) if value else None


def find_months(text: str, hits: Hits, words: DayWriting) -> list[tuple[int, int, int, int | None]]:
    """Months without a day: start, end, month, and the year where it is said."""
    found: list[tuple[int, int, int, int | None]] = []
    for hit in hits.section("months"):
        year = _YEAR_NEAR.match(text, hit.end)
        found.append(
            (hit.start, year.end() if year else hit.end, int(hit.key), int(year[1]) if year else None)
        )
    for match in words.marked_month.finditer(text) if words.month_mark.search(text) else ():
        if 1 <= int(match[2]) <= 12:
            found.append((match.start(), match.end(), int(match[2]), int(match[1]) if match[1] else None))
    return found
