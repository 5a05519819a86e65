"""Days that are counted from the day of the mail: today, next Friday, the 19th, 月底."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from agent.dates import month_end
from agent.extract.text.day import Day, calendar_day, nearest_day
from agent.rules.vocabulary import DayWord, Hit, Hits

_MONTH_BEFORE: Final = re.compile(r"(?:((?:19|20)\d\d)\s?[^\d\s]\s?)?(?<!\d)(\d{1,2})\s?\Z")  # 12 in 12月底
_SLASHED: Final = re.compile(r"\s(?!24/7\b)(\d{1,2})/(\d{1,2})(?![\w/]|[-.,]\d)")
_NEAR_WEEK: Final = 8  # characters between "next week" and its weekday
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


def relative_days(hits: Hits, sent_on: date | None, text: str) -> list[Day]:
    """today, gestern, 月底, next Friday: counted from the mail's own day."""
    if sent_on is None or not (hits.section("days") or hits.section("weekdays")):
        return []
    days = [
        *_weekdays(hits, sent_on, text),
        *_ends_of_named_months(hits, sent_on, text),
        *_of_relative_months(hits, sent_on, text),
    ]
    for hit in hits.section("days"):
        month = _MONTH_BEFORE.search(text, max(0, hit.start - 10), hit.start)
        if hit.key == DayWord.END_OF_MONTH and month:
            first = calendar_day(month[1], month[2], 1) if month[1] else nearest_day(month[2], 1, sent_on)
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
        value = calendar_day(first.year, first.month, number[1])
        start, end = (hit.start, number.end()) if after else (number.start(), hit.end)
        if value:
            yield Day(start=start, end=end, value=value, is_relative=True)


def days_without_year(hits: Hits, sent_on: date, text: str) -> Iterator[Day]:
    """Days and months in figures behind a word for days: le 30/11, by 27/11; of 5/11 the document's language says which."""
    for hit in hits.of("days", DayWord.DAY_OF_MONTH, DayWord.THIS_WEEKDAY):
        match = _SLASHED.match(text, hit.end)
        if match is None:
            continue
        day_first, month_first = (
            nearest_day(match[2], match[1], sent_on),
            nearest_day(match[1], match[2], sent_on),
        )
        start, end = match.span(1)[0], match.end()
        if day_first and month_first and day_first != month_first:
            yield Day(start=start, end=end, value=None, alternatives=(day_first, month_first))
        elif only := day_first or month_first:
            yield Day(start=start, end=end, value=only, order=0 if day_first else 1)


def bare_weekdays(hits: Hits, sent_on: date, text: str) -> Iterator[Day]:
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
        value = nearest_day(month.key, 1, sent_on)
        if marker and value:
            days.append(Day(start=marker.start, end=month.end, value=month_end(value), is_relative=True))
    return days
