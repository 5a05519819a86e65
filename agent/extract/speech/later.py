"""Says of words that they put their documents off to a time to come: "INV-1 went yesterday, INV-2 at month-end"."""

import re
from datetime import date
from typing import Final

from agent.extract.text.day import Day
from agent.extract.text.hanzi import SPACELESS_FROM
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, DayWord, Hit, Label

_DATES: Final = (Label.DATE, Label.OTHER_DATE, Label.MATURITY)
_MARK: Final = re.compile(r"[,;，；、]")
_BRACKET: Final = re.compile(r"[(（]")
_ENDING: Final = " .,;!)。，；！\n"
_MOST_SIGNS: Final = 60  # of a piece of a sentence that says no more
_STATE_NEAR: Final = 12  # characters around a verb in which a word stands that says it is done
_RIGHT_BEHIND: Final = (
    5  # characters between a time and its verb in a script without spaces, or a verb and "for"
)


def is_put_off(script: Script, start: int, end: int) -> bool:
    """True for few words that name a document and end in a time to come, counted from the mail's day or without a day.

    What is dated, due or billed for a time is not put off to it: "INV-2 (December)", "INV-2 of 30 November, 780.00".
    """
    sent_on = script.sent_on
    words = script.text[start:end]
    is_other = within(script.hits.labels(*_DATES), start, end) or _BRACKET.search(words)
    if (
        sent_on is None
        or is_other
        or len(words.strip()) > _MOST_SIGNS
        or not script.references_in(start, end)
    ):
        return False
    if any(not one.is_plain for one in script.amounts_in(start, end)):
        return False
    days = [day for day in script.days_in(start, end) if day.value]
    if not all(_is_to_come(script, day, sent_on) for day in days):
        return False
    times = [(day.start, day.end) for day in days] or within(script.hits.cues(Cue.LATER), start, end)
    return any(_ends(script, one[1], end) for one in times)


def _is_to_come(script: Script, day: Day, sent_on: date) -> bool:
    """True for a day ahead that is counted from the mail's, or that a word such as "on" makes one of a deed: INV-2 on 27 November.

    "On Wednesday" may be the last one; "of 27 November" dates the document.
    """
    if day.past or day.value is None or day.value <= sent_on:
        return False
    if day.is_relative:
        return True
    led = [
        hit
        for hit in script.hits.of("days", DayWord.DAY_OF_MONTH, DayWord.THIS_WEEKDAY)
        if 0 <= day.start - hit.end <= 1
    ]
    dated = {hit.start for hit in script.hits.cues(Cue.DATED)}
    return any(hit.start not in dated for hit in led)


def _ends(script: Script, at: int, end: int) -> bool:
    """True where no more than the verb of a script without spaces stands behind a time: 月底安排."""
    rest = script.text[at:end].strip(_ENDING)
    return not rest or (rest[0] > SPACELESS_FROM and len(rest) <= 2 * _RIGHT_BEHIND)


def goes_on_later(script: Script, begun: int, start: int, end: int) -> bool:
    """True where a piece puts other documents off, behind one that is paid with a day of its own, its sum, or a verb that says it is done.

    Not beside documents of which the sum before is what is open on all.
    """
    if not is_put_off(script, start, end):
        return False
    named = script.references_in(begun, start)
    every = {one.number: one.item for one in script.references_in(begun, end)}
    owed = sum(item.open.decimal for item in every.values() if item)
    if any(one.value == owed for one in script.amounts_in(begun, start)):
        return False
    days = [day.value for day in script.days_in(begun, start) if day.value]
    is_told = any(script.sent_on and day <= script.sent_on for day in days)
    sums = named and any(not one.is_plain for one in script.amounts_in(named[0].end, start))
    return bool(named) and (is_told or bool(sums) or _is_done(script, begun, start))


def _is_done(script: Script, start: int, end: int) -> bool:
    """True where a verb of payment says by itself that it is done: "INV-1 and INV-3 are paid", 已付."""
    verbs = within(script.hits.cues(Cue.PAID), start, end)
    if not verbs:
        return False
    around = (max(start, verbs[-1].start - _STATE_NEAR), min(end, verbs[-1].end + _STATE_NEAR))
    marks = script.hits.of("days", DayWord.DONE_MARKS)
    return bool(within(script.hits.cues(Cue.STATE), *around) or within(marks, *around))


def is_of_a_week_to_come(script: Script, start: int, end: int) -> bool:
    """True where a verb of payment has a week or a month to come beside it, and no day: "la pagamos la semana que viene"."""
    later = within(script.hits.cues(Cue.LATER), start, end)
    verbs = within(script.hits.cues(Cue.PAID, Cue.ORDER), start, end) if later else []
    if not verbs or any(day.value for day in script.days_in(start, end)):
        return False
    return all(any(_is_beside(script, verb, hit, end) for hit in later) for verb in verbs)


def _is_beside(script: Script, verb: Hit, later: Hit, end: int) -> bool:
    """True where a time ends the clause of a verb, or stands right before it: 下周付; not for what it is paid: next month's rent."""
    if later.end <= verb.start:
        return script.text[later.start] > SPACELESS_FROM and verb.start - later.end <= 2
    between = (verb.end, later.start)
    others = within(script.hits.cues(Cue.AND, Cue.OPEN), *between)
    if others or script.references_in(*between) or script.amounts_in(*between):
        return False
    joins = within(script.hits.cues(Cue.JOINER, Cue.SHARE_OF), *between)
    is_of_it = any(later.start - one.end <= 1 for one in joins) and later.start - verb.end > _RIGHT_BEHIND
    mark = _MARK.search(script.text, later.end, end)
    stops = not script.text[later.end : mark.start() if mark else end].strip(_ENDING)
    return stops and not is_of_it and not _MARK.search(script.text, *between)
