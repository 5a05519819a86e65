"""Turns a document into its sentences with what each does, by its own words and by those of its neighbours."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from agent.extract.speech.acts import Act, act_of, objects
from agent.extract.speech.asked_again import is_missing_paper
from agent.extract.speech.clauses import (
    clauses,
    cut_between,
    is_telling,
    keeps_back,
    leaves_out,
    of_another,
    statuses,
    waits,
)
from agent.extract.speech.denials import is_denied
from agent.extract.speech.later import is_put_off
from agent.extract.speech.neighbours import (
    counted,
    is_answered,
    is_left_open,
    is_tabular,
    is_undone,
    names_another,
    speaks_of_money,
    taken_back,
)
from agent.extract.speech.sentence import Sentence
from agent.extract.text.day import Day
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit, Label

_CLOSE: Final = 20  # characters between a sum and the word that it is the rest
_LONGEST_JOIN: Final = 12  # characters before a verb in which the word that joins it stands


def acts(script: Script, sent_on: date | None) -> list[Sentence]:
    """All sentences of a document with what they do, as of the day that the mail was sent on."""
    found = [
        _left_for_later(script, whole[0], _sentence(script, start, end, sent_on))
        for whole in script.sentences()
        for start, end in _parts(script, *whole)
    ]
    found = [
        replace(one, act=Act.PAYS, denies=False) if is_answered(script, one, after) else one
        for one, after in zip(found, [*found[1:], None], strict=False)
    ]
    found = [
        replace(one, act=Act.REFUSES, denies=True) if is_undone(script, one, after) else one
        for one, after in zip(found, [*found[1:], None], strict=False)
    ]
    found = [
        replace(one, act=Act.REFUSES, denies=True)
        if is_left_open(script, one, after) or names_another(script, one, after)
        else one
        for one, after in zip(found, [*found[1:], None], strict=False)
    ]
    found = [
        replace(one, act=Act.REFUSES, denies=False) if is_missing_paper(script, one, after) else one
        for one, after in zip(found, [*found[1:], None], strict=False)
    ]
    if script.hits.cues(Cue.TWO_PAYMENTS, Cue.THREE_PAYMENTS):
        found = counted(script, found)
    found = [piece for one in found for piece in _cut_ahead(script, one, sent_on)]
    denied = any(
        one.denies and not script.references_in(one.start, one.end) and speaks_of_money(script, one)
        for one in found
    )
    return [taken_back(script, one) for one in found] if denied else found


def _left_for_later(script: Script, begun: int, one: Sentence) -> Sentence:
    """A part of a sentence; one that only keeps a sum back of a document of its own objects to it, one with only a time to come intends."""
    if one.act is not Act.NEUTRAL or one.start == begun:
        return one
    if keeps_back(script, begun, one.start, one.end):
        return replace(one, act=Act.OBJECTS)
    return replace(one, act=Act.INTENDS) if is_put_off(script, one.start, one.end) else one


def _cut_ahead(script: Script, one: Sentence, sent_on: date | None) -> list[Sentence]:
    """A sentence of payments cut before the sum whose day is to come: "500.00 for INV-1 yesterday, 300.00 for INV-2 tomorrow"."""
    days = [day for day in script.days_in(one.start, one.end) if day.value]
    if one.act is not Act.PAYS or sent_on is None or not days:
        return [one]
    rest = _rest_ahead(script, one, sent_on)
    if rest is not None:
        return [replace(one, end=rest), Sentence(rest, one.end, Act.INTENDS)]
    if (at := _other_sum_ahead(script, one, days, sent_on)) is not None:
        return [replace(one, end=at), Sentence(at, one.end, Act.INTENDS)]
    ahead = [day.value is not None and day.value > sent_on for day in days]
    first = ahead.index(True) if True in ahead else 0
    is_after_today = any(day.value == sent_on and not day.past for day in days[:first])
    verbs = {hit.start for hit in within(script.hits.cues(Cue.PAID), one.start, one.end)}
    is_sure = all(  # "on Wednesday" may be past; 12月20日付 is not
        (day.is_relative and (is_after_today or not day.past)) or verbs & {day.end - 1, day.end}
        for day in days[first:]
    )
    is_order = bool(within(script.hits.cues(Cue.ORDER), one.start, one.end))  # value date tomorrow
    if not (first and all(ahead[first:]) and is_sure) or is_order:
        return [one]
    at = cut_between(script, days[first - 1].end, days[first].start)
    if at is None or not (_pays_by_itself(script, one.start, at) and _is_due_by_itself(script, one, at)):
        return [one]
    return [replace(one, end=at), Sentence(at, one.end, Act.INTENDS)]


def _rest_ahead(script: Script, one: Sentence, sent_on: date) -> int | None:
    """Where the rest of a document that a sentence pays is put off to a day: "300.00 for INV-1 today, the balance on 20 November"."""
    hits = script.hits
    for hit in within(hits.cues(Cue.OPEN), one.start, one.end):
        days = [day for day in script.days_in(hit.end, one.end) if day.value]
        verbs = within(hits.cues(Cue.PAID, Cue.NOT_PAID), hit.start, one.end)
        verbs = [
            verb for verb in verbs if not any(day.end - 1 <= verb.start <= day.end for day in days)
        ]  # 11月20号付
        is_else = verbs or within(hits.labels(Label.OTHER_DATE), hit.start, one.end)
        is_ahead = days and min(day.value for day in days if day.value) > sent_on
        if is_ahead and not is_else and _pays_by_itself(script, one.start, hit.start):
            return None if script.references_in(hit.start, one.end) else hit.start
    return None


def _other_sum_ahead(script: Script, one: Sentence, days: list[Day], sent_on: date) -> int | None:
    """Where another sum of the only document of a sentence is put off to a day: "1,000.00 off INV-1, the other 500.00 on 30 November"."""
    sums = [amount for amount in script.amounts_in(one.start, one.end) if not amount.is_plain]
    named = {reference.number for reference in script.references_in(one.start, one.end)}
    if len(sums) != 2 or len(named) != 1 or min(day.value for day in days if day.value) <= sent_on:
        return None
    at = cut_between(script, sums[0].end, sums[1].start)
    if at is None or any(day.start < sums[1].end for day in days) or script.references_in(at, one.end):
        return None
    hits = script.hits
    is_else = within(hits.cues(Cue.PAID, Cue.NOT_PAID, Cue.ORDER), at, one.end) or within(
        hits.labels(Label.OTHER_DATE), at, one.end
    )
    return None if is_else or not within(hits.cues(Cue.PAID), one.start, at) else at


def _pays_by_itself(script: Script, start: int, end: int) -> bool:
    """True where a document and a sum are named."""
    sums = any(not amount.is_plain for amount in script.amounts_in(start, end))
    return sums and bool(script.references_in(start, end))


def _is_due_by_itself(script: Script, one: Sentence, at: int) -> bool:
    """True where what follows names a document and a sum, or a sum of the only document of its sentence."""
    sums = any(not amount.is_plain for amount in script.amounts_in(at, one.end))
    named = {reference.number for reference in script.references_in(one.start, one.end)}
    return sums and (len(named) == 1 or bool(script.references_in(at, one.end)))


def _sentence(script: Script, start: int, end: int, sent_on: date | None) -> Sentence:
    if is_tabular(script, start):
        return Sentence(start, end, Act.REFUSES if _is_unpaid_row(script, start, end) else Act.NEUTRAL)
    if not is_telling(script, start, end):
        return Sentence(start, end, Act.NEUTRAL)
    if is_denied(script, start, end, sent_on):
        act = Act.OBJECTS if objects(script, start, end) else Act.REFUSES
        act = Act.STATEMENT if _denies_balance(script, start, end) else act
        return Sentence(start, end, act, denies=True)
    act = act_of(script, start, end, sent_on)
    denies = act is Act.REFUSES and bool(within(script.hits.cues(Cue.NOT_PAID), start, end))
    return Sentence(start, end, act, denies=denies)


def _denies_balance(script: Script, start: int, end: int) -> bool:
    """True where a sentence that speaks of a statement or a balance says that it differs: 对账单与我司账面不符."""
    denied = within(script.hits.cues(Cue.STATEMENT_DENIED), start, end)
    words = within(script.hits.cues(Cue.STATEMENT_WORD), start, end)
    return bool(denied and words) and words[0].start < denied[0].start


def _is_unpaid_row(script: Script, start: int, end: int) -> bool:
    """True for a row that names a document, with a cell that says no more than that it is not paid."""
    if not script.references_in(start, end):
        return False
    places = (script.place_of(hit.start) for hit in within(script.hits.cues(Cue.UNPAID_STATUS), start, end))
    ends = {hit.start: hit.end for hit in script.hits.cues(Cue.UNPAID_STATUS)}
    return any(place is not None and ends.get(place.start) == place.end for place in places)


def _parts(script: Script, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that pays one thing, intends another and refuses a third is cut between them."""
    for status in statuses(script, start, end):
        yield start, status
        start = status
    at = _cut(script, start, end)
    while at is not None and start < at < end:
        yield start, at
        start, at = at, _cut(script, at, end)
    yield start, end


def _cut(script: Script, start: int, end: int) -> int | None:
    """Where a sentence goes on to do something else."""
    pays = within(script.hits.cues(Cue.PAID), start, end)
    others = within(script.hits.cues(Cue.INTENT, Cue.NOT_PAID), start, end)
    if not pays and not others:
        return None
    denied = [
        first
        for first, last in (clauses(script, start, end) if pays else ())
        if first > start and (leaves_out(script, first, last) or waits(script, first, last))
    ]
    if denied and pays[0].end <= denied[0]:
        return denied[0]
    if pays and others and len(script.references_in(start, end)) > 1:
        first, second = sorted((pays[0], others[0]))
        at = cut_between(script, first.end, second.start)
        at = _right_before(script, second, end) or at
        if at is None and second.key == Cue.INTENT and script.amounts_in(second.end, end):
            at = second.start  # a sum of its own: "… and promise USD 250.50"
        if at is not None:
            return at
    if pays and (rest := _of_the_rest(script, pays[0], end)):
        return rest
    return of_another(script, start, end)


def _of_the_rest(script: Script, verb: Hit, end: int) -> int | None:
    """Where a sentence that pays a sum goes on to object to the rest, another sum: "… 1,300.00 and dispute the remaining 200.00"."""
    objections = within(script.hits.cues(Cue.DISPUTE), verb.start, end)
    sums = [one for one in script.amounts_in(verb.start, end) if not one.is_plain]
    if not objections or len(sums) != 2 or objections[0].start < sums[0].end:
        return None
    paid, rest = sums
    about = within(
        script.hits.cues(Cue.OPEN), max(paid.end, rest.start - _CLOSE), min(end, rest.end + _CLOSE)
    )
    at = (
        cut_between(script, paid.end, min(objections[0].start, about[0].start, rest.start)) if about else None
    )
    return None if at is None or script.references_in(at, end) else at


def _right_before(script: Script, verb: Hit, end: int) -> int | None:
    """Where the word that joins a verb to what is before it stands, where its documents follow it: "…, and will pay INV-3"."""
    joins = within(script.hits.cues(Cue.AND), verb.start - _LONGEST_JOIN, verb.start)
    is_led = bool(joins) and not script.text[joins[-1].end : verb.start].strip(" ,")
    return joins[-1].start if is_led and script.references_in(verb.end, end) else None
