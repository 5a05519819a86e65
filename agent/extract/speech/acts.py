"""Says what one sentence does: pay, intend, object, refuse, ask, or nothing of these."""

import re
from datetime import date
from enum import Enum, auto
from typing import Final

from agent.extract.speech.clauses import has_verb, is_heading, leaves_at_end, leaves_out, transfers, ways
from agent.extract.speech.later import is_of_a_week_to_come
from agent.extract.speech.when import is_ahead, is_done, is_later, is_plan, is_to_come
from agent.extract.text.script import Script, within
from agent.facts.documents import Source
from agent.rules.vocabulary import Cue

_ONLY_NUMBER: Final = re.compile(r"\W*[\w/-]*\d[\w/-]*\W*")
_TO_ITS_OBJECT: Final = 8  # signs from a verb to its object: mache ich die RE-1
_TO_ITS_PAPER: Final = 30  # signs from what asks to what it asks for: send us a copy of the payment advice


class Act(Enum):
    """What a sentence does."""

    PAYS = auto()
    PAYS_OR_INTENDS = auto()  # "we transfer on the 15th": an order given, or only an intention
    INTENDS = auto()
    OBJECTS = auto()
    REFUSES = auto()  # not paid, still open, not part of this
    ASKS_MONEY = auto()  # please pay us
    STATEMENT = auto()
    NEUTRAL = auto()


UNPAID: Final = (Act.REFUSES, Act.OBJECTS, Act.INTENDS, Act.ASKS_MONEY, Act.STATEMENT)


def objects(script: Script, start: int, end: int) -> bool:
    """True where a sentence about money that was not paid to us objects as well; "in error on" does not."""
    other = within(script.hits.cues(Cue.ELSEWHERE), start, end)
    return not within(script.hits.cues(Cue.PENDING), start, end) and any(
        all(hit.end <= one.start or one.end <= hit.start for one in other)
        for hit in within(script.hits.cues(Cue.DISPUTE), start, end)
    )


def act_of(script: Script, start: int, end: int, sent_on: date | None) -> Act:
    """What text[start:end] does, as of the day that the mail was sent on; it denies no payment (denials.py)."""

    def has(*keys: Cue) -> bool:
        return bool(within(script.hits.cues(*keys), start, end))

    pays = has(Cue.PAID)
    denies = has(Cue.STATEMENT_DENIED) and (has(Cue.STATEMENT_WORD) or not script.references_in(start, end))
    if (
        denies or has(Cue.STATEMENT_REQUEST, Cue.STATEMENT_AGREED) or _sends(script, start, end)
    ) and not pays:
        return Act.STATEMENT
    if _asks_money(script, start, end, is_paid=pays):
        return Act.ASKS_MONEY
    if _wants_proof(script, start, end):
        return Act.REFUSES
    takes_back = has(Cue.REPLACES) and not script.references_in(start, end)  # "disregard that, wrong invoice"
    objects = has(Cue.DISPUTE) and not (has(Cue.LESS, Cue.DEDUCTION) or takes_back)
    puts_off = objects and not pays and _objects_first(script, start, end)
    is_past = pays and (is_done(script, start, end, sent_on) or _is_of_a_run(script, start, end))
    intends = has(Cue.INTENT) or (not pays and _does_it(script, start, end, sent_on))
    if intends and not puts_off and not is_past:
        is_told = bool(script.amounts_in(start, end)) or not is_ahead(script, start, end, sent_on)
        is_only_meant = is_ahead(script, start, end, sent_on) and _is_meant(script, start, end)
        is_either = is_told and (has(Cue.ORDER) or (has_verb(script, start, end) and not is_only_meant))
        return Act.PAYS_OR_INTENDS if is_either else Act.INTENDS
    if objects and not (pays and script.amounts_in(start, end)):
        return Act.OBJECTS
    if is_of_a_week_to_come(script, start, end):
        return Act.INTENDS
    if pays and not has(Cue.ORDER) and is_to_come(script, start, end, sent_on):
        return Act.INTENDS
    if has(Cue.ORDER) or (pays and not _is_named_alone(script, start, end)):
        return Act.PAYS
    return _act_without_verb(script, start, end, sent_on)


def _does_it(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True for a verb of any deed to come with a document or a sum as its object, and a day to come: "I'll do INV-1 on Friday"."""
    if not is_ahead(script, start, end, sent_on) or within(script.hits.cues(Cue.MADE), start, end):
        return False
    places = [(one.start, one.end) for one in script.references_in(start, end)]
    places += [(one.start, one.end) for one in script.amounts_in(start, end)]
    verbs = within(script.hits.cues(Cue.DOES), start, end)
    return any(
        0 <= max(first - hit.end, hit.start - last) <= _TO_ITS_OBJECT
        for hit in verbs
        for first, last in places
    )


def _is_meant(script: Script, start: int, end: int) -> bool:
    """True where each verb of payment is a part of words that intend it: 已排入12月10日付款."""
    intents = within(script.hits.cues(Cue.INTENT), start, end)
    verbs = within(script.hits.cues(Cue.PAID), start, end)
    return all(any(one.start <= verb.start and verb.end <= one.end for one in intents) for verb in verbs)


def _act_without_verb(script: Script, start: int, end: int, sent_on: date | None) -> Act:
    """What a sentence does that says of no payment that it was made, ordered or meant."""

    def has(*keys: Cue) -> bool:
        return bool(within(script.hits.cues(*keys), start, end))

    withholds = has(Cue.DEDUCTION) and bool(script.amounts_in(start, end))
    if (
        (has(Cue.NOT_PAID) and not withholds)
        or leaves_out(script, start, end)
        or (has(Cue.UNPAID_STATUS) and is_heading(script, start, end))
        or (bool(script.references_in(start, end)) and leaves_at_end(script, start, end))
    ):
        return Act.REFUSES
    if (
        has(Cue.LATER)
        and is_heading(script, start, end)
        and script.text[start:end].rstrip().endswith((":", "："))
    ):
        return Act.INTENDS  # 下周：
    if has(Cue.OPEN) and not has(Cue.ALL_DUE):
        return Act.INTENDS if is_plan(script, start, end, sent_on) else Act.REFUSES
    if not transfers(script, start, end):
        return Act.NEUTRAL
    return Act.INTENDS if is_later(script, start, end, sent_on) else Act.PAYS


def _is_of_a_run(script: Script, start: int, end: int) -> bool:
    """True where a verb says that it was paid, and nothing but the name of a run speaks of a day: "was paid in Friday's run"."""
    days = [day for day in script.days_in(start, end) if day.past]
    intents = within(script.hits.cues(Cue.INTENT), start, end)
    return has_verb(script, start, end) and all(
        any(hit.start < day.start and day.end < hit.end for day in days) for hit in intents
    )


def _is_named_alone(script: Script, start: int, end: int) -> bool:
    """True for a sentence of a mail that names a payment without a verb, a sum, a day or a way: "our payment is late"."""
    if script.document.source is not Source.BODY or has_verb(script, start, end):
        return False
    is_told = script.amounts_in(start, end) or script.days_in(start, end) or ways(script, start, end)
    return not is_told and not script.text[start:end].rstrip().endswith((":", "："))


def _asks_money(script: Script, start: int, end: int, *, is_paid: bool) -> bool:
    """True where a sentence asks us to pay: "kindly arrange payment of our invoice"; "we shall pay by Friday" does not."""
    intents = within(script.hits.cues(Cue.INTENT), start, end)
    asking = [
        hit
        for hit in within(script.hits.cues(Cue.PLEASE_PAY), start, end)
        if not any(one.start <= hit.start < one.end for one in intents)
    ]
    if not is_paid:
        return bool(asking)
    nouns = within(script.hits.cues(Cue.PAYMENT_NOUN), start, end)
    covers = any(hit.start < noun.start < hit.end for hit in asking for noun in nouns)
    return covers and not has_verb(script, start, end)


def _wants_proof(script: Script, start: int, end: int) -> bool:
    """True where a sentence asks to be sent the advice of a payment that it only names: it tells of none."""
    papers = within(script.hits.cues(Cue.ADVICE), start, end)
    wanted = within(script.hits.section("wants"), start, end) if papers else ()
    asked = [
        paper
        for paper in papers
        if any(hit.start < paper.end and paper.start <= hit.end + _TO_ITS_PAPER for hit in wanted)
    ]
    nouns = within(script.hits.cues(Cue.PAYMENT_NOUN), start, end) if asked else ()
    return bool(asked) and all(
        any(one.start < verb.end and verb.start < one.end for one in (*asked, *nouns))
        for verb in within(script.hits.cues(Cue.PAID), start, end)
    )


def _objects_first(script: Script, start: int, end: int) -> bool:
    """True where an objection comes before an intention without a day: it is priced wrong; once it is right we pay."""
    objections = within(script.hits.cues(Cue.DISPUTE), start, end)
    intents = within(script.hits.cues(Cue.INTENT), start, end)
    has_day = any(day.value for day in script.days_in(start, end))
    return bool(intents) and not has_day and objections[0].start < intents[0].start


def _sends(script: Script, start: int, end: int) -> bool:
    """True where a sentence sends a statement; "Ihr Konto bei uns: 328712" only labels a number."""
    hits = within(script.hits.cues(Cue.STATEMENT_SENT), start, end)
    return any(not _ONLY_NUMBER.fullmatch(script.text, hit.end, end) for hit in hits)
