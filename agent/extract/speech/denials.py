"""Says of a sentence whether the payment that it speaks of is denied, asked about, or hangs on something."""

import re
from datetime import date
from typing import Final

from agent.extract.speech.clauses import (
    clauses,
    has_verb,
    is_beside_amount,
    is_question,
    tells_all,
    transfers,
    ways,
)
from agent.extract.text.hanzi import SPACELESS_FROM
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit, Status

_COLON: Final = re.compile(r"\s?[:：=][ \t]*")
_NOTHING: Final = re.compile(r"(?:(?:[A-Z]{3}|[€$£¥])\s?)?(?:0(?:[.,]0{1,3})?|-{1,3}|–|—)(?![\w.,%])")
_ASKED: Final = re.compile("[¿?？]")
_DIGIT: Final = re.compile(r"\d")
_ARTICLE: Final = 5  # characters before a thing that a sentence begins with
NEAR: Final = 20  # characters of words of an order before a verb in them
_BULLET: Final = " -*•\n"
_MARK: Final = re.compile(r"[,;:.()，；：。（）\n\d]")  # ends what a status says
_FULL_STOP: Final = re.compile(r"\.(?=\s+[A-Z])")  # also after an abbreviation


def is_denied(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where a payment is spoken of, but not affirmed as done or ordered."""
    hits = script.hits
    if within(hits.cues(Cue.ELSEWHERE), start, end):
        return True
    if (asked := _told_before_it_asks(script, start, end, sent_on)) is not None:
        return is_denied(script, start, asked, sent_on)
    paid = within(hits.cues(Cue.PAID, Cue.ORDER), start, end) or transfers(script, start, end)
    if not paid:
        asks = is_question(script, start, end) and not tells_all(script, start, end)
        waits = bool(within(hits.cues(Cue.PENDING), start, end))
        return (asks or waits) and bool(script.amounts_in(start, end))
    return (
        bool(within(hits.cues(Cue.PENDING), start, end))
        or _is_conditional(script, start, end, paid, sent_on)
        or _is_negated(script, start, end, paid)
        or _has_a_state(script, start, end, paid)
        or _is_held(script, start, end, paid)
        or all(_says_none(script, hit) for hit in paid)
        or _sends_a_thing(script, start, end, paid)
        or (is_question(script, start, end) and not tells_all(script, start, end))
    )


def _told_before_it_asks(script: Script, start: int, end: int, sent_on: date | None) -> int | None:
    """Where only a question follows a payment that is told with its day: "We sent 1,500.00 on 3 Nov, has it arrived?"."""
    if sent_on is None or not script.text[start:end].rstrip().endswith(("?", "？")):
        return None
    for _, at in clauses(script, start, end):
        if script.amounts_in(at, end) or script.references_in(at, end) or at >= end:
            continue
        days = [day for day in script.days_in(start, at) if day.value and day.value <= sent_on]
        paid = within(script.hits.cues(Cue.PAID), start, at)
        is_asked = within(script.hits.cues(Cue.QUESTION), start, at) or _ASKED.search(script.text, start, at)
        asks_more = within(script.hits.cues(Cue.PAID), at, end) or not within(
            script.hits.cues(Cue.ASKS_RECEIPT), at, end
        )
        if days and paid and not is_asked and _is_stated(script, start, paid[0]):
            return None if asks_more else at
    return None


def _is_stated(script: Script, start: int, verb: Hit) -> bool:
    """True for a verb that its sentence begins with, as "we paid"; not for "Have we paid", "Haben wir … bezahlt", "on 3 May Acme paid"."""
    return not script.text[start : verb.start].strip() and not _DIGIT.search(
        script.text, verb.start, verb.end
    )


def _is_conditional(script: Script, start: int, end: int, paid: list[Hit], sent_on: date | None) -> bool:
    """True after "if", and where something has to happen first; not where it has, on a day that is past."""
    conditions = within(script.hits.cues(Cue.CONDITION), start, end)
    if any(hit.start < paid[0].start for hit in conditions):
        return True
    later = [
        hit for hit in conditions if script.text[hit.start] < SPACELESS_FROM
    ]  # 应该是 says only what arrives
    is_only_named = bool(later) and not has_verb(
        script, start, end
    )  # "payment of 500.00 would be made against …"
    if conditions and (is_only_named or all(_is_to_come(script, hit) for hit in paid)):
        return not within(script.hits.cues(Cue.REQUEST, Cue.WELL), paid[0].end, conditions[0].start)
    later = within(script.hits.cues(Cue.AFTERWARDS), start, end)
    if not later:
        return False
    requests = within(script.hits.cues(Cue.REQUEST), paid[0].end, end)
    if requests and later[0].start > requests[0].start:
        return False
    own = [
        piece for piece in clauses(script, start, end) if piece[1] > later[-1].start or _has_one(piece, paid)
    ]
    days = [day.value for piece in own for day in script.days_in(*piece) if day.value]
    return not (sent_on and days and all(day <= sent_on for day in days))


def _has_one(piece: tuple[int, int], hits: list[Hit]) -> bool:
    return any(piece[0] <= hit.start < piece[1] for hit in hits)


def _is_to_come(script: Script, paid: Hit) -> bool:
    """True for words of an order or an intention, and for a verb that is a part of them: "will hit your account if …"."""
    plans = within(script.hits.cues(Cue.ORDER, Cue.INTENT), max(0, paid.start - NEAR), paid.end)
    return paid.key == Cue.ORDER or any(one.start <= paid.start and paid.end <= one.end for one in plans)


def _has_a_state(script: Script, start: int, end: int, paid: list[Hit]) -> bool:
    """True for a payment that is only named, where its sentence goes on to say of it what we do not know.

    "Our payment of 500.00 is stuck", "die Zahlung über 500,00 € verschiebt sich".
    """
    after = [
        hit
        for hit in within(script.hits.cues(Cue.STATE, Cue.BUT, Cue.NOT_PAID), paid[0].start, end)
        if hit.end > paid[0].end
    ] + [
        hit
        for hit in within(script.hits.cues(Cue.STATE), start, paid[0].start)
        if not script.text[start : hit.start].strip(_BULLET)  # sigue pendiente el pago
    ]
    states = [hit for hit in after if not is_beside_amount(script, hit)]  # "the wire of 3 May is USD 450.00"
    if not states:
        return False
    if has_verb(script, start, end) or within(script.hits.cues(Cue.ORDER, Cue.INTENT), start, end):
        return False
    is_taken_back = any(hit.key == Cue.BUT for hit in states)
    return is_taken_back or not within(script.hits.cues(Cue.MADE), min(states[0].start, paid[0].start), end)


def _is_held(script: Script, start: int, end: int, paid: list[Hit]) -> bool:
    """True for a payment that is only named, right behind a status of what is not paid: "El banco tiene retenida la transferencia"."""
    if has_verb(script, start, end) or within(script.hits.cues(Cue.ORDER, Cue.INTENT), start, end):
        return False
    near = max(start, paid[0].start - NEAR)
    return any(
        not _MARK.search(script.text, hit.end, paid[0].start)
        for hit in within(script.hits.cues(Cue.UNPAID_STATUS), near, paid[0].start)
    )


def _says_none(script: Script, paid: Hit) -> bool:
    """True for "paid: none", "bezahlt: 0,00 EUR"."""
    beside = _COLON.match(script.text, paid.end)
    if beside is None:
        return False
    none = script.hits.of("statuses", Status.NO)
    return bool(_NOTHING.match(script.text, beside.end())) or any(hit.start == beside.end() for hit in none)


def _sends_a_thing(script: Script, start: int, end: int, paid: list[Hit]) -> bool:
    """True where each verb has a thing as its object or subject, and no money: "we issued a debit note for 500.00".

    A thing behind the clause's sum is what the sum was for: "we sent 500.00 for the goods".
    """
    things = within(script.hits.cues(Cue.THING), start, end)
    sends = (
        {(hit.start, hit.end) for hit in within(script.hits.cues(Cue.SENDS), start, end)} if things else ()
    )
    if not things or not all((hit.start, hit.end) in sends for hit in paid):
        return False
    known = [(hit.start, hit.end) for hit in (*paid, *things)]
    for first, last in clauses(script, start, end):
        verb = min((hit.start for hit in paid if first <= hit.start < last), default=None)
        if verb is None:
            continue
        has_subject = script.text[first:verb].strip() or things[0].start - start > _ARTICLE
        begun = first if has_subject else start  # the driver with INV-1, 500.00, left us
        sums = [one.start for one in script.amounts_in(begun, last) if not one.is_plain]
        has_own = any(begun <= hit.start < min(sums, default=last) for hit in things)
        named = any(
            not any(at <= hit.start and hit.end <= stop for at, stop in known)
            for hit in ways(script, first, last)
        )
        if named or not has_own:
            return False
    return True


def _is_negated(script: Script, start: int, end: int, paid: list[Hit]) -> bool:
    """True where the clause of each verb denies it; a payment that is only named, where any clause of its own does."""
    denied = [
        (first, last)
        for first, last in clauses(script, start, end)
        if any(
            not is_beside_amount(script, hit) for hit in within(script.hits.cues(Cue.NEGATION), first, last)
        )
    ]
    if all(any(first < hit.end and hit.start < last for first, last in denied) for hit in paid):
        return True
    stop = _FULL_STOP.search(script.text, paid[-1].end, end)
    return not has_verb(script, start, end) and any(
        not script.references_in(first, last) and not within(script.hits.cues(Cue.REQUEST), first, last)
        for first, last in denied
        if stop is None or first < stop.start()
    )
