"""Sorts the sentences of a document by what they do: pay, intend, object, refuse, or nothing of these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Final

from agent.extract.script import Script, within
from agent.facts.documents import Source
from agent.rules.vocabulary import Cue, Hit, Label

SENTENCE_CELLS: Final = 3  # a line of text in so many pieces is a row
HEADING_CHARACTERS: Final = 40  # of a line that may head a section
_CLAUSE_END: Final = re.compile(r"(?<!\d)[,，]|[,，](?!\d)|[;；]|\.(?=\s+[A-Z])")


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


_ONLY_NUMBER: Final = re.compile(r"\W*[\w/-]*\d[\w/-]*\W*")
_FULL_STOP: Final = re.compile(r"\.(?=\s+[A-Z])")  # also after an abbreviation


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one that does something else than the rest."""

    start: int
    end: int
    act: Act
    denies: bool = (
        False  # it tells of a payment that was not made, came back, hangs on something, or went elsewhere
    )


def acts(script: Script, sent_on: date | None) -> list[Sentence]:
    """All sentences of a document with what they do, as of the day that the mail was sent on."""
    found = [
        _sentence(script, start, end, sent_on)
        for whole in script.sentences()
        for start, end in _parts(script, *whole)
    ]
    found = [
        replace(one, act=Act.PAYS, denies=False) if _is_answered(script, one, after) else one
        for one, after in zip(found, [*found[1:], None], strict=False)
    ]
    if script.hits.cues(Cue.TWO_PAYMENTS, Cue.THREE_PAYMENTS):
        found = _counted(script, found)
    denied = any(
        one.denies and not script.references_in(one.start, one.end) and _speaks_of_money(script, one)
        for one in found
    )
    return [_taken_back(script, one) for one in found] if denied else found


def _is_answered(script: Script, one: Sentence, after: Sentence | None) -> bool:
    """True for a question after a sum of which the next sentence says when it was paid: did you get our 500.00? It left on 3 May."""
    if (
        after is None
        or not one.denies
        or after.act is not Act.PAYS
        or not script.amounts_in(one.start, one.end)
    ):
        return False
    hits = script.hits
    is_asked = _is_question(script, one.start, one.end) and not within(
        hits.cues(Cue.ELSEWHERE, Cue.PENDING, Cue.NEGATION, Cue.CONDITION), one.start, one.end
    )
    return (
        is_asked
        and bool(script.days_in(after.start, after.end))
        and not script.amounts_in(after.start, after.end)
    )


def _counted(script: Script, found: list[Sentence]) -> list[Sentence]:
    """Sentences that only name sums and documents pay, where another counts the payments."""
    pays = any(
        one.act is Act.PAYS and within(script.hits.cues(Cue.TWO_PAYMENTS), one.start, one.end)
        for one in found
    )
    return [
        replace(one, act=Act.PAYS)
        if pays
        and one.act is Act.NEUTRAL
        and script.amounts_in(one.start, one.end)
        and script.references_in(one.start, one.end)
        and not _is_tabular(script, one.start)
        else one
        for one in found
    ]


def _speaks_of_money(script: Script, one: Sentence) -> bool:
    """False for what denies something else: "if it reached you in error, please delete it"."""
    hits = script.hits
    cues = hits.cues(Cue.PAID, Cue.ORDER, Cue.PENDING, Cue.NOT_PAID)
    return bool(within(cues, one.start, one.end) or within(hits.section("methods"), one.start, one.end))


def _taken_back(script: Script, one: Sentence) -> Sentence:
    """A sentence that only names a transfer pays nothing where the next says that it has not gone out."""
    is_ordered = _has_verb(script, one.start, one.end) or within(
        script.hits.cues(Cue.ORDER), one.start, one.end
    )
    is_named = one.act is Act.PAYS and not is_ordered
    return replace(one, act=Act.REFUSES, denies=True) if is_named else one


def _sentence(script: Script, start: int, end: int, sent_on: date | None) -> Sentence:
    if _is_tabular(script, start):
        return Sentence(start, end, Act.REFUSES if _is_unpaid_row(script, start, end) else Act.NEUTRAL)
    if _is_denied(script, start, end, sent_on):
        act = Act.OBJECTS if _objects(script, start, end) else Act.REFUSES
        return Sentence(start, end, act, denies=True)
    act = _act(script, start, end, sent_on)
    denies = act is Act.REFUSES and bool(within(script.hits.cues(Cue.NOT_PAID), start, end))
    return Sentence(start, end, act, denies=denies)


def _objects(script: Script, start: int, end: int) -> bool:
    """True where a sentence about money that was not paid to us objects as well; "in error on" does not."""
    other = within(script.hits.cues(Cue.ELSEWHERE), start, end)
    return not within(script.hits.cues(Cue.PENDING), start, end) and any(
        all(hit.end <= one.start or one.end <= hit.start for one in other)
        for hit in within(script.hits.cues(Cue.DISPUTE), start, end)
    )


def _is_tabular(script: Script, start: int) -> bool:
    """True for a row of a table: its cells are no sentence."""
    row = script.row_of(start + 1)
    cells = sum(bool(cell.text) for cell in script.rows[row].cells) if row < len(script.rows) else 0
    return cells >= (SENTENCE_CELLS if script.rows[row].table is None else 2)


def _is_unpaid_row(script: Script, start: int, end: int) -> bool:
    """True for a row that names a document, with a cell that says no more than that it is not paid."""
    if not script.references_in(start, end):
        return False
    places = (script.place_of(hit.start) for hit in within(script.hits.cues(Cue.UNPAID_STATUS), start, end))
    ends = {hit.start: hit.end for hit in script.hits.cues(Cue.UNPAID_STATUS)}
    return any(place is not None and ends.get(place.start) == place.end for place in places)


def _parts(script: Script, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that pays one thing and intends or refuses another is cut between the two."""
    denied = [
        (first, last)
        for first, last in clauses(script, start, end)
        if first > start and (_leaves_out(script, first, last) or _waits(script, first, last))
    ]
    if denied and within(script.hits.cues(Cue.PAID), start, denied[0][0]):
        yield start, denied[0][0]
        yield denied[0][0], end
        return
    cues = script.hits
    pays = within(cues.cues(Cue.PAID), start, end)
    others = within(cues.cues(Cue.INTENT, Cue.NOT_PAID), start, end)
    if pays and others and len(script.references_in(start, end)) > 1:
        first, second = sorted((pays[0], others[0]))
        cut = _cut(script, first.end, second.start)
        if cut is not None:
            yield start, cut
            yield cut, end
            return
    yield start, end


def _leaves_out(script: Script, start: int, end: int) -> bool:
    """True for a clause that names a document and denies, without a verb of its own: "RE-2 nicht"."""
    return bool(
        within(script.hits.cues(Cue.NEGATION), start, end)
        and script.references_in(start, end)
        and not within(script.hits.cues(Cue.PAID), start, end)
    )


def _waits(script: Script, start: int, end: int) -> bool:
    """True for a clause of its own sum that is paid only once something else has happened: 余款96000元待验收合格后支付."""
    return bool(
        within(script.hits.cues(Cue.AFTERWARDS, Cue.INTENT), start, end)
        and within(script.hits.cues(Cue.PAID, Cue.INTENT), start, end)
        and (script.amounts_in(start, end) or within(script.hits.cues(Cue.OPEN), start, end))
    )


def _cut(script: Script, start: int, end: int) -> int | None:
    """Where a clause ends between two places, the last one."""
    marks = [start + index for index, character in enumerate(script.text[start:end]) if character in ",;，；"]
    marks += [hit.start for hit in within(script.hits.cues(Cue.AND), start, end)]
    references = [one for one in script.references_in(start, end)]
    if references:
        marks = [mark for mark in marks if mark < references[-1].start] or marks
    return max(marks, default=None)


def _act(script: Script, start: int, end: int, sent_on: date | None) -> Act:
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
    takes_back = has(Cue.REPLACES) and not script.references_in(start, end)  # "disregard that, wrong invoice"
    objects = has(Cue.DISPUTE) and not (has(Cue.LESS, Cue.DEDUCTION) or takes_back)
    puts_off = objects and not pays and _objects_first(script, start, end)
    if has(Cue.INTENT) and not puts_off and not (pays and _is_done(script, start, end, sent_on)):
        is_told = bool(script.amounts_in(start, end)) or not _is_ahead(script, start, end, sent_on)
        is_either = is_told and (has(Cue.ORDER) or _has_verb(script, start, end))
        return Act.PAYS_OR_INTENDS if is_either else Act.INTENDS
    if objects and not (pays and script.amounts_in(start, end)):
        return Act.OBJECTS
    if pays and not has(Cue.ORDER) and _is_to_come(script, start, end, sent_on):
        return Act.INTENDS
    if has(Cue.ORDER) or (pays and not _is_named_alone(script, start, end)):
        return Act.PAYS
    return _act_without_verb(script, start, end, sent_on)


def _act_without_verb(script: Script, start: int, end: int, sent_on: date | None) -> Act:
    """What a sentence does that says of no payment that it was made, ordered or meant."""

    def has(*keys: Cue) -> bool:
        return bool(within(script.hits.cues(*keys), start, end))

    withholds = has(Cue.DEDUCTION) and bool(script.amounts_in(start, end))
    if (
        (has(Cue.NOT_PAID) and not withholds)
        or _leaves_out(script, start, end)
        or (has(Cue.UNPAID_STATUS) and _is_heading(script, start, end))
    ):
        return Act.REFUSES
    if has(Cue.OPEN) and not has(Cue.ALL_DUE):
        return Act.INTENDS if _is_plan(script, start, end, sent_on) else Act.REFUSES
    if not _transfers(script, start, end):
        return Act.NEUTRAL
    return Act.INTENDS if _is_later(script, start, end, sent_on) else Act.PAYS


def _is_named_alone(script: Script, start: int, end: int) -> bool:
    """True for a sentence of a mail that names a payment without a verb, a sum, a day or a way: "our payment is late"."""
    if script.document.source is not Source.BODY or _has_verb(script, start, end):
        return False
    is_told = script.amounts_in(start, end) or script.days_in(start, end) or _ways(script, start, end)
    return not is_told and not script.text[start:end].rstrip().endswith((":", "："))


def _ways(script: Script, start: int, end: int) -> list[Hit]:
    """The ways of payment in a sentence."""
    return [hit for hit in within(script.hits.section("methods"), start, end) if hit.key != "other"]


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
    return covers and not _has_verb(script, start, end)


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


def _transfers(script: Script, start: int, end: int) -> list[Hit]:
    """The ways of payment in a sentence that has no verb that we know, but tells a sum with one or heads a list of them.

    "Our wire for USD 12,000.00 goes to you today", "ACH credit of $2,890.00 dated 5/6/2026".
    """
    found = _ways(script, start, end)
    is_lead = script.text[start:end].rstrip().endswith((":", "："))
    sums = [one for one in script.amounts_in(start, end) if one.currency or one.sign]
    return (
        found
        if found and (sums or is_lead) and not within(script.hits.cues(Cue.PURCHASE_ORDER), start, end)
        else []
    )


def _is_to_come(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where all days of a sentence are to come, and one is counted from the day of the mail: 下周三付清.

    Languages that use the present for what will be (下周付, zahlen wir Freitag) have no other sign of it.
    """
    verbs = within(script.hits.cues(Cue.PAID), start, end)
    if verbs:  # "paid just now, tomorrow I tell you for what"
        end = next(last for first, last in clauses(script, start, end) if verbs[-1].start < last)
    days = [day for day in script.days_in(start, end) if day.value]
    ends = {hit.end for hit in verbs} | {hit.start for hit in verbs}
    follows = any(day.end in ends for day in days)  # 8月20日付
    if any(day.past and script.text[day.start].isascii() for day in days):  # "were paid on Wednesday"
        return False
    return (
        sent_on is not None
        and (follows or any(day.is_relative for day in days))
        and all(day.value > sent_on for day in days if day.value)
    )


def _is_later(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where all days of a sentence lie after tomorrow, and one is counted from the day of the mail; "Friday" may be past."""
    days = [day for day in script.days_in(start, end) if day.value]
    is_relative = any(day.is_relative for day in days) and not any(day.past for day in days)
    return (
        sent_on is not None
        and is_relative
        and all((day.value - sent_on).days > 1 for day in days if day.value)
    )


def _is_ahead(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where a sentence has days, and all of them are to come."""
    days = [day.value for day in script.days_in(start, end) if day.value]
    return sent_on is not None and bool(days) and all(day > sent_on for day in days)


def _is_plan(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True for a document with two sums and two days to come: INV-1: 200 on Friday week and the balance, 232, on 30 September."""
    amounts = [one for one in script.amounts_in(start, end) if not one.is_plain]
    is_timed = len(script.days_in(start, end)) == 2 and _is_ahead(script, start, end, sent_on)
    return is_timed and len(amounts) == 2 and bool(script.references_in(start, end))


def _is_done(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where a sentence of payment has a day, and none to come: 先付2000，今天转账了."""
    days = [day.value for day in script.days_in(start, end) if day.value]
    return sent_on is not None and bool(days) and all(day <= sent_on for day in days)


def _has_verb(script: Script, start: int, end: int) -> bool:
    """True where a sentence says that it was paid, and does not only name a payment: "payment of 5 will follow"."""
    nouns = {(hit.start, hit.end) for hit in script.hits.cues(Cue.PAYMENT_NOUN)}
    return any((hit.start, hit.end) not in nouns for hit in within(script.hits.cues(Cue.PAID), start, end))


def _is_heading(script: Script, start: int, end: int) -> bool:
    """True for a short line of words alone."""
    text = script.text[start:end].strip()
    return len(text) <= HEADING_CHARACTERS and not (
        script.references_in(start, end) or script.amounts_in(start, end)
    )


def _is_denied(script: Script, start: int, end: int, sent_on: date | None) -> bool:
    """True where a payment is spoken of, but not affirmed as done or ordered."""
    hits = script.hits
    if within(hits.cues(Cue.ELSEWHERE), start, end):
        return True
    paid = within(hits.cues(Cue.PAID, Cue.ORDER), start, end) or _transfers(script, start, end)
    if not paid:
        asks = _is_question(script, start, end) and not _tells_all(script, start, end)
        waits = bool(within(hits.cues(Cue.PENDING), start, end))
        return (asks or waits) and bool(script.amounts_in(start, end))
    return (
        bool(within(hits.cues(Cue.PENDING), start, end))
        or _is_conditional(script, start, end, paid, sent_on)
        or _is_negated(script, start, end, paid)
        or (_is_question(script, start, end) and not _tells_all(script, start, end))
    )


def _is_conditional(script: Script, start: int, end: int, paid: list[Hit], sent_on: date | None) -> bool:
    """True after "if", and where something has to happen first; not where it has, on a day that is past."""
    if any(hit.start < paid[0].start for hit in within(script.hits.cues(Cue.CONDITION), start, end)):
        return True
    later = within(script.hits.cues(Cue.AFTERWARDS), start, end)
    if not later:
        return False
    requests = within(script.hits.cues(Cue.REQUEST), paid[0].end, end)
    if requests and later[0].start > requests[0].start:
        return False
    days = [day.value for day in script.days_in(start, end) if day.value]
    return not (sent_on and days and all(day <= sent_on for day in days))


def _is_negated(script: Script, start: int, end: int, paid: list[Hit]) -> bool:
    """True where the clause of each verb denies it; a payment that is only named, where any clause of its own does."""
    denied = [
        (first, last)
        for first, last in clauses(script, start, end)
        if any(
            not _is_beside_amount(script, hit) for hit in within(script.hits.cues(Cue.NEGATION), first, last)
        )
    ]
    if all(any(first < hit.end and hit.start < last for first, last in denied) for hit in paid):
        return True
    stop = _FULL_STOP.search(script.text, paid[-1].end, end)
    return not _has_verb(script, start, end) and any(
        not script.references_in(first, last) and not within(script.hits.cues(Cue.REQUEST), first, last)
        for first, last in denied
        if stop is None or first < stop.start()
    )


def _is_beside_amount(script: Script, hit: Hit) -> bool:
    """True for a "not" that denies an amount: you'll see 1656.00 not 1716.00."""
    return bool(script.amounts_in(hit.end, hit.end + 3))


def clauses(script: Script, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence."""
    for match in _CLAUSE_END.finditer(script.text, start, end):
        yield start, match.end()
        start = match.end()
    yield start, end


def _is_question(script: Script, start: int, end: int) -> bool:
    return script.text[start:end].rstrip().endswith(("?", "？")) or bool(
        within(script.hits.cues(Cue.QUESTION), start, end)
    )


def _tells_all(script: Script, start: int, end: int) -> bool:
    """True for a question that tells a payment by its day and reference: "has TT-1 of 3 May arrived?"."""
    labels = script.hits.labels(Label.REFERENCE_BANK, Label.REFERENCE)
    return bool(script.days_in(start, end)) and bool(within(labels, start, end))
