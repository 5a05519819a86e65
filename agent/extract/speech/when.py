"""Says of a sentence whether the payment that it tells of is done, or to come, by its days and the day of the mail."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from agent.extract.speech.clauses import clauses, has_verb
from agent.extract.text.day import Day
from agent.extract.text.hanzi import SPACELESS_FROM
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit

_BESIDE: Final = 2  # characters between a word and its day
_LONGEST_WORD: Final = 3  # characters of までに, 之前
_FAR: Final = 24  # characters of the longest such word


def is_to_come(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where all days of a sentence are to come, and one is counted from the day of the mail: 下周三付清.

    Languages that use the present for what will be (下周付, zahlen wir Freitag) have no other sign of it.
    """
    verbs = within(script.hits.cues(Cue.PAID), start, end)
    if verbs:  # "paid just now, tomorrow I tell you for what"; not 同意付款，明天走账
        last = next(last for first, last in clauses(script, start, end) if verbs[-1].start < last)
        is_told = has_verb(script, start, end) or script.amounts_in(start, last)
        end = last if is_told else end
    days = [day for day in script.days_in(start, end) if day.value]
    ends = {hit.end for hit in verbs} | {at for hit in verbs for at in (hit.start, hit.start + 1)}
    follows = any(day.end in ends for day in days)  # 8月20日付, of which 日付 may be the verb
    is_ahead = sent_on is not None and all(day.value > sent_on for day in days if day.value)
    arrives = within(script.hits.cues(Cue.MADE), start, end)  # "will reach you by 12 November"
    if is_ahead and not arrives and any(_ends_at(script, start, end, verbs, day) for day in days):
        return True
    if any(day.past and script.text[day.start].isascii() for day in days):  # "were paid on Wednesday"
        return False
    return is_ahead and (follows or any(day.is_relative for day in days))


def _ends_at(script: Script, start: int, end: int, verbs: Sequence[Hit], day: Day) -> bool:
    """True where a verb says by when something is to be paid, and no sum: "wir überweisen INV-1 bis spätestens 27.11.", 11月27日前付."""
    if not is_deadline(script, day):
        return False
    if (
        any(0 <= verb.start - day.end <= _LONGEST_WORD for verb in verbs)
        and script.text[day.end] > SPACELESS_FROM
    ):
        return True
    sums = [one for one in script.amounts_in(start, end) if not one.is_plain]
    joined = verbs and within(script.hits.cues(Cue.AND), verbs[-1].end, day.start)
    return not sums and not joined


def is_deadline(script: Script, day: Day) -> bool:
    """True where a word right beside a day makes it the last one for what is said: by 27 November, 27日までに."""
    return any(
        0 <= day.start - hit.end < _BESIDE
        if script.text[hit.start] < SPACELESS_FROM
        else day.start < hit.end <= day.end + _LONGEST_WORD
        for hit in within(script.hits.cues(Cue.DEADLINE), max(0, day.start - _FAR), day.end + _FAR)
    )


def is_later(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where all days of a sentence lie after tomorrow, and one is counted from the day of the mail; "Friday" may be past."""
    days = [day for day in script.days_in(start, end) if day.value]
    is_relative = any(day.is_relative for day in days) and not any(day.past for day in days)
    return (
        sent_on is not None
        and is_relative
        and all((day.value - sent_on).days > 1 for day in days if day.value)
    )


def is_ahead(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where a sentence has days, and all of them are to come."""
    days = [day.value for day in script.days_in(start, end) if day.value]
    return sent_on is not None and bool(days) and all(day > sent_on for day in days)


def is_plan(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True for a document with two sums and two days to come: INV-1: 200 on Friday week and the balance, 232, on 30 September."""
    amounts = [one for one in script.amounts_in(start, end) if not one.is_plain]
    is_timed = len(script.days_in(start, end)) == 2 and is_ahead(script, start, end, sent_on)
    return is_timed and len(amounts) == 2 and bool(script.references_in(start, end))


def is_done(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where a sentence of payment has a day, and none to come: 先付2000，今天转账了."""
    days = [day.value for day in script.days_in(start, end) if day.value]
    return sent_on is not None and bool(days) and all(day <= sent_on for day in days)
