"""Turns text into the days that stand in it: written out, in figures, or counted from the day of the mail."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from agent.dates import month_end
from agent.rules.vocabulary import DayWord, Hit, Hits
from agent.rules.writing import DayWriting

EARLIEST: Final = 1990
LATEST: Final = 2099
_NEAR_DAYS: Final = 400
_LOOK: Final = 24  # characters on each side of a month's name that may belong to a date

_YEAR_FIRST: Final = re.compile(
    r"(?<![\d.])(?<![A-Za-z][-/])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?:T\d\d:\d\d\S*)?"
)
_DAY_NEXT: Final = re.compile(r"[ .]{1,2}\d{1,2}(?!\d)")
_YEAR_LAST: Final = re.compile(r"(?<![\d./-])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d]|[.,]\d)")
_OF_REPUBLIC: Final = re.compile(r"(?<![\d./])(1\d\d)([/.])(\d{1,2})\2(\d{1,2})(?![\d./])")
_BEFORE_REPUBLIC: Final = 1911  # Taiwan counts its years from 1912: 115/10/30
_POINTED_SHORT: Final = re.compile(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)")
_COMPACT: Final = re.compile(r"(?<![\w-])(20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\w-])")


_WEEKDAY_OF: Final = re.compile(r"[ ,.(（]{0,3}(?:[^\W\d_]{2,3}[ .]{1,2})?")  # between a weekday and its day
_MONTH_BEFORE: Final = re.compile(r"(?:((?:19|20)\d\d)\s?[^\d\s]\s?)?(?<!\d)(\d{1,2})\s?\Z")  # 12 in 12月底
_NEAR_WEEK: Final = 8  # characters between "next week" and its weekday


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
    past: date | None = None  # of a weekday or a day of a month alone, the last one: "paid on Wednesday"
    is_bare: bool = False  # a weekday without a word before it: "goes Friday"


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
    take(_matches(text, _YEAR_FIRST, lambda m: _date(m[1], m[3], m[4])))
    take(_of_eras(text, hits, words))
    if not text.isascii():
        take(_matches(text, _OF_REPUBLIC, lambda m: _date(_BEFORE_REPUBLIC + int(m[1]), m[3], m[4])))
    take(_matches(text, words.marked, lambda m: _date(m[1], m[2], m[3])))
    take(_matches(text, words.marked_short, lambda m: _nearest(m[1], m[2], sent_on)))
    take(_numeric(text, sent_on, words))
    take(_matches(text, _POINTED_SHORT, lambda m: _nearest(m[2], m[1], sent_on)))
    take(_bare(text))
    take(_relative(hits, sent_on, text))
    if sent_on is not None:
        take(_of_unsaid_months(hits, sent_on, text, words))
        take(_bare_weekdays(hits, sent_on, text))
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


def _numeric(text: str, sent_on: date | None, words: DayWriting) -> list[Day]:
    """Days such as 16.10.2026, 10/08/2026 and 28/07/26."""
    days = []
    for match in _YEAR_LAST.finditer(text):
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        day_first, month_first = _date(year, match[3], match[1]), _date(year, match[1], match[3])
        start, end = match.span()
        year_first = _date(2000 + int(match[1]), match[3], match[4]) if len(match[4]) == 2 else None
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


def _bare(text: str) -> list[Day]:
    days = []
    for match in _COMPACT.finditer(text):
        if value := _date(match[1], match[2], match[3]):
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
        value = _date(int(hit.key) + year, after[2] or after[5], after[3] or after[6])
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
        value = _date(after[1] or 2000 + int(after[2]), hit.key, before[1])
    else:
        value = _nearest(hit.key, before[1], sent_on)
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
    value = _date(after[2], hit.key, after[1]) if after[2] else _nearest(hit.key, after[1], sent_on)
    return Day(start=hit.start, end=after.end(), value=value) if value else None


def _relative(hits: Hits, sent_on: date | None, text: str) -> list[Day]:
    """today, gestern, 月底, next Friday: counted from the mail's own day."""
    if sent_on is None:
        return []
    days = [
        *_weekdays(hits, sent_on, text),
        *_ends_of_named_months(hits, sent_on, text),
        *_of_relative_months(hits, sent_on, text),
    ]
    for hit in hits.section("days"):
        month = _MONTH_BEFORE.search(text, max(0, hit.start - 10), hit.start)
        if hit.key == DayWord.END_OF_MONTH and month:
            first = _date(month[1], month[2], 1) if month[1] else _nearest(month[2], 1, sent_on)
            value, start = month_end(first) if first else None, month.start()
        else:
            value, start = _counted(hit.key, sent_on), hit.start
        if value:
            days.append(Day(start=start, end=hit.end, value=value, is_relative=True))
    return days


def _of_relative_months(hits: Hits, sent_on: date, text: str) -> Iterator[Day]:
    """The tenth of this month, or of the next one; the number stands before or after the words."""
    for hit in hits.of("days", DayWord.IN_THIS_MONTH, DayWord.IN_NEXT_MONTH):
        after = _NUMBER_AFTER.match(text, hit.end)
        before = _NUMBER_BEFORE.search(text, max(0, hit.start - 8), hit.start)
        number = after or before
        if number is None:
            continue
        first = sent_on.replace(day=1)
        if hit.key == DayWord.IN_NEXT_MONTH:
            first = month_end(sent_on) + timedelta(days=1)
        value = _date(first.year, first.month, number[1])
        start, end = (hit.start, number.end()) if after else (number.start(), hit.end)
        if value:
            yield Day(start=start, end=end, value=value, is_relative=True)


def _of_unsaid_months(hits: Hits, sent_on: date, text: str, words: DayWriting) -> Iterator[Day]:
    """The 19th: the next one, today among them, and the last one before."""
    for hit in hits.of("days", DayWord.DAY_OF_MONTH):
        number = words.day_of_month.match(text, hit.end)
        if number is None:
            continue
        days = list(_same_days(int(number[1]), sent_on))
        ahead, past = (day for day in days if day >= sent_on), (day for day in days if day <= sent_on)
        value = min(ahead, default=None)
        if value:
            yield Day(
                start=number.start(1), end=number.end(), value=value, is_relative=True, past=max(past, default=None)
            )  # fmt: skip


def _same_days(number: int, sent_on: date) -> Iterator[date]:
    """This day of the month before the mail's, of the mail's, and of the one after."""
    last = sent_on.replace(day=1) - timedelta(days=1)
    for month in (last, sent_on, month_end(sent_on) + timedelta(days=1)):
        if day := _date(month.year, month.month, number):
            yield day


def _bare_weekdays(hits: Hits, sent_on: date, text: str) -> Iterator[Day]:
    """Weekdays that no word goes before, each by itself: "goes Friday"; not "Monday to Friday", nor "Mon"."""
    weekdays = hits.section("weekdays")
    for index, hit in enumerate(weekdays):
        near = [one for one in weekdays[max(0, index - 1) : index + 2] if one is not hit]
        gaps = (text[min(hit.end, one.end) : max(hit.start, one.start)] for one in near)
        is_span = any(len(gap) < _NEAR_WEEK and not any(mark in gap for mark in ".;\n") for gap in gaps)
        if not text[hit.start].isascii() or hit.end - hit.start < _FULL_NAME or is_span:
            continue
        yield Day(
            start=hit.start, end=hit.end, value=_weekday(DayWord.THIS_WEEKDAY, int(hit.key), sent_on, is_sure=False),
            is_relative=True, past=_last(int(hit.key), sent_on), is_bare=True,
        )  # fmt: skip


_FULL_NAME: Final = 5  # letters of a weekday that is not shortened
_NUMBER_AFTER: Final = re.compile(r"\s?(\d{1,2})\s?[日号號]")
_NUMBER_BEFORE: Final = re.compile(r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er)?\s*\Z")
_FRIDAY: Final = 5  # ISO 8601
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
    friday = sent_on + timedelta(days=_FRIDAY - sent_on.isoweekday())
    if word is DayWord.END_OF_NEXT_WEEK:
        return friday + timedelta(days=7)
    if word is DayWord.END_OF_WEEK and friday >= sent_on:
        return friday
    return None


def _before(text: str, hits: Sequence[Hit], start: int, reach: int = 0) -> Hit | None:
    """The last hit before a place, with nothing between; or with up to `reach` characters of the same sentence."""
    hit = next((hit for hit in reversed(hits) if hit.end <= start), None)
    if hit is None:
        return None
    between = text[hit.end : start]
    is_near = len(between) <= reach and not any(one.isdigit() or one in ".;\n。；" for one in between)
    return hit if is_near or not between.strip(" ,") else None


def _after(text: str, hits: Sequence[Hit], end: int) -> Hit | None:
    return next((hit for hit in hits if hit.start >= end and not text[end : hit.start].strip(" ,")), None)


# What stands before a weekday and after it; the first of these that does decides.
_WHICH: Final = (
    (DayWord.AFTER_NEXT_WEEKDAY, None),
    (DayWord.WEEK_FROM, DayWord.WEEKDAY_WEEK_ON),
    (DayWord.IN_NEXT_WEEK, DayWord.WEEKDAY_IN_NEXT_WEEK),
    (DayWord.NEXT_WEEKDAY, DayWord.WEEKDAY_NEXT),
    (DayWord.LAST_WEEKDAY, DayWord.WEEKDAY_LAST),
    (DayWord.COMING_WEEKDAY, DayWord.WEEKDAY_COMING),
    (DayWord.THIS_WEEKDAY, None),
)


def _weekdays(hits: Hits, sent_on: date, text: str) -> list[Day]:
    """Weekdays of which a word before or after says which one is meant."""
    days = []
    for weekday in hits.section("weekdays"):
        for before, after in _WHICH:
            reach = _NEAR_WEEK if before is DayWord.IN_NEXT_WEEK else 0
            marker = _before(text, hits.of("days", before), weekday.start, reach)
            if marker and any(
                marker.end <= other.start < weekday.start for other in hits.section("weekdays")
            ):
                marker = None
            start = marker.start if marker and before is not DayWord.THIS_WEEKDAY else weekday.start
            spaceless = marker is not None and marker.end == weekday.start and not text[start].isascii()
            end = weekday.end
            if marker is None and after is not None and (marker := _after(text, hits.of("days", after), end)):
                end = marker.end
            if marker is not None:
                value = _weekday(DayWord(before), int(weekday.key), sent_on, is_sure=spaceless)
                past = _last(int(weekday.key), sent_on) if before is DayWord.THIS_WEEKDAY else None
                days.append(Day(start=start, end=end, value=value, is_relative=True, past=past))
                break
    return days


def _last(weekday: int, sent_on: date) -> date:
    """The last such weekday, today among them."""
    return sent_on - timedelta(days=(sent_on.isoweekday() - weekday) % 7)


def _weekday(which: DayWord, weekday: int, sent_on: date, *, is_sure: bool) -> date | None:
    """The day; "next Friday" is one of two, so it is known only where both are the same, or in 下周五.

    `is_sure`: the word and the weekday are one, as in 下周五 and 上周五, and mean the next and the last calendar week.
    """
    ahead = (weekday - sent_on.isoweekday()) % 7
    following = sent_on + timedelta(days=7 - sent_on.isoweekday() + weekday)
    coming = sent_on + timedelta(days=ahead or 7)
    if which is DayWord.IN_NEXT_WEEK:
        return following
    if which is DayWord.WEEK_FROM:
        return coming + timedelta(days=7)
    if which is DayWord.AFTER_NEXT_WEEKDAY:
        after_next = following + timedelta(days=7)
        return after_next if is_sure or following == coming else None
    if which is DayWord.NEXT_WEEKDAY:
        return following if is_sure or following == coming else None
    if which is DayWord.LAST_WEEKDAY and is_sure:
        return following - timedelta(days=14)
    if which is DayWord.LAST_WEEKDAY:
        return sent_on - timedelta(days=(7 - ahead) % 7 or 7)
    return coming if which is DayWord.COMING_WEEKDAY else sent_on + timedelta(days=ahead)


def _ends_of_named_months(hits: Hits, sent_on: date, text: str) -> list[Day]:
    days = []
    for month in hits.section("months"):
        marker = _before(text, hits.of("days", DayWord.END_OF_NAMED_MONTH), month.start)
        value = _nearest(month.key, 1, sent_on)
        if marker and value:
            days.append(Day(start=marker.start, end=month.end, value=month_end(value), is_relative=True))
    return days


_YEAR_NEAR: Final = re.compile(r"[\s,.]{0,2}(?:[a-z]{2} )?((?:19|20)\d\d)(?!\d)")


def find_months(text: str, hits: Hits, words: DayWriting) -> list[tuple[int, int, int, int | None]]:
    """Months without a day: start, end, month, and the year where it is said."""
    found: list[tuple[int, int, int, int | None]] = []
    for hit in hits.section("months"):
        year = _YEAR_NEAR.match(text, hit.end)
        found.append(
            (hit.start, year.end() if year else hit.end, int(hit.key), int(year[1]) if year else None)
        )
    for match in words.marked_month.finditer(text):
        if 1 <= int(match[2]) <= 12:
            found.append((match.start(), match.end(), int(match[2]), int(match[1]) if match[1] else None))
    return found
