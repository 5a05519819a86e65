"""Says of words that they put their documents off to a time to come: "INV-1 went yesterday, INV-2 in December"."""

import re

from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit, Label

_MARK = re.compile(r"[,;，；、]")
_DATES = (Label.DATE, Label.OTHER_DATE, Label.MATURITY)


def is_put_off(script: Script, start: int, end: int) -> bool:
    """True for words that name a document and a day, a week or a month to come, and nothing that is dated or due then."""
    sent_on = script.sent_on
    is_dated = within(script.hits.labels(*_DATES), start, end)
    if sent_on is None or is_dated or not script.references_in(start, end):
        return False
    days = [day for day in script.days_in(start, end) if day.value]
    if days:  # "on Wednesday" may be the last one
        return all(day.value > sent_on and not day.past for day in days if day.value)
    if within(script.hits.cues(Cue.LATER), start, end):
        return True
    months = [(year or sent_on.year, month) for at, _, month, year in script.months if start <= at < end]
    return bool(months) and all(one > (sent_on.year, sent_on.month) for one in months)


def goes_on_later(script: Script, begun: int, start: int, end: int) -> bool:
    """True where a piece puts other documents off, behind one that is paid with a day of its own, or its sum.

    A day that is told of all, as in "we released INV-1 and INV-2 for Friday", puts none off; nor does a month beside
    documents of which the sum before is what is open on all.
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
    return bool(named) and (is_told or bool(sums))


def is_of_a_week_to_come(script: Script, start: int, end: int) -> bool:
    """True where a verb of payment has a week or a month to come beside it, and no day: "la pagamos la semana que viene"."""
    later = within(script.hits.cues(Cue.LATER), start, end)
    verbs = within(script.hits.cues(Cue.PAID, Cue.ORDER), start, end) if later else []
    if not verbs or any(day.value for day in script.days_in(start, end)):
        return False
    return all(any(_is_beside(script, verb, hit) for hit in later) for verb in verbs)


def _is_beside(script: Script, verb: Hit, later: Hit) -> bool:
    """True where no other sum, document or clause stands between a verb and a time."""
    start, end = min(verb.end, later.end), max(verb.start, later.start)
    others = within(script.hits.cues(Cue.AND, Cue.OPEN), start, end)
    named = script.references_in(start, end) and verb.start < later.start
    return not (others or named or script.amounts_in(start, end) or _MARK.search(script.text, start, end))
