"""Days of a month that is not said: the 19th, el viernes 20, 20号, 20日."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from agent.dates import month_end
from agent.extract.text.day import Day, calendar_day
from agent.rules.vocabulary import DayWord, Hits
from agent.rules.writing import DayWriting

_LONG_AGO: Final = (
    18  # days back from which a day of last month has its month said, where this month has one to come
)
_OF_WEEKDAY: Final = re.compile(
    r"[ ,.(（]{0,3}(?:[^\W\d_]{2,3}[ .]{1,2})?(\d{1,2})(?![\d:%/-]|[.,]\d|\s?[%€$£]|\s\d)(?:[日号號]|\.(?=\s?[a-z)]))?"
)  # after a weekday: 18, the 18th, den 18.
_BEFORE_WEEKDAY: Final = re.compile(r"(?<![\d.,/-])(\d{1,2})\s?[日号號]\s?[(（]?\Z")
_CLAUSE: Final = re.compile(r"[^,，。；;!！?？\n]{0,24}")  # what says of a day whether it is past
_BEHIND: Final = re.compile(r"[^,，。；;!！?？\n]{0,4}\Z")  # what says it, too: 已于6号
_NEAR: Final = 4


def days_of_unsaid_months(hits: Hits, sent_on: date, text: str, words: DayWriting) -> Iterator[Day]:
    """The 19th: the next one, today among them, and the last one before."""
    for hit in hits.of("days", DayWord.DAY_OF_MONTH):
        number = words.day_of_month.match(text, hit.end)
        if number is None:
            continue
        ahead, past = _around(int(number[1]), sent_on)
        if ahead and past and ahead.month == sent_on.month and (sent_on - past).days > _LONG_AGO:
            past = None
        if ahead:
            yield Day(start=number.start(1), end=number.end(), value=ahead, is_relative=True, past=past)


def days_of_weekdays(hits: Hits, sent_on: date, text: str) -> Iterator[Day]:
    """Days without their month that a weekday before them proves: Friday the 20th, el viernes 20, Mittwoch, den 18."""
    for hit in hits.section("weekdays"):
        after = _OF_WEEKDAY.match(text, hit.end)
        before = None if after else _BEFORE_WEEKDAY.search(text, max(0, hit.start - _NEAR), hit.start)
        number = after or before
        if number is None:
            continue
        days = [day for day in _same_days(int(number[1]), sent_on) if day.isoweekday() == int(hit.key)]
        if len(days) == 1:
            start, end = min(hit.start, number.start()), max(hit.end, number.end())
            yield Day(start=start, end=end, value=days[0], is_relative=True)


def marked_days(hits: Hits, sent_on: date, text: str, words: DayWriting) -> Iterator[Day]:
    """20号, 20日: this month's where its clause says that something is done, else the next one."""
    for match in words.marked_day.finditer(text):
        ahead, past = _around(int(match[1]), sent_on)
        before = _BEHIND.search(text, max(0, match.start() - _NEAR), match.start())
        after = _CLAUSE.match(text, match.end())
        said = range(before.start() if before else match.start(), after.end() if after else match.end())
        is_ahead = any(hit.start in said for hit in hits.of("days", DayWord.AHEAD_MARKS))
        is_done = not is_ahead and any(hit.start in said for hit in hits.of("days", DayWord.DONE_MARKS))
        is_past = (
            is_done and past is not None and past.month == sent_on.month
        )  # 20号付款已审批 on the 9th is to come
        if value := past if is_past else ahead:
            yield Day(start=match.start(1), end=match.end(), value=value, is_relative=True)


def _around(number: int, sent_on: date) -> tuple[date | None, date | None]:
    """The next such day, today among them, and the last one before."""
    days = list(_same_days(number, sent_on))
    ahead, past = (day for day in days if day >= sent_on), (day for day in days if day <= sent_on)
    return min(ahead, default=None), max(past, default=None)


def _same_days(number: int, sent_on: date) -> Iterator[date]:
    """This day of the month before the mail's, of the mail's, and of the one after."""
    last = sent_on.replace(day=1) - timedelta(days=1)
    for month in (last, sent_on, month_end(sent_on) + timedelta(days=1)):
        if day := calendar_day(month.year, month.month, number):
            yield day
