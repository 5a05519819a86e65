"""Cuts a sentence into clauses, and says what one holds: a verb, a way of payment, a question, a denial of its own."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from agent.extract.speech.later import goes_on_later
from agent.extract.text.script import Script, within
from agent.facts.documents import Source
from agent.rules.vocabulary import Cue, Hit, Label

HEADING_CHARACTERS: Final = 40  # of a line that may head a section
BY: Final = 5  # characters between a sum and its way
_ENDING: Final = " .)）。!,，;；/|–—-"
_MARKS: Final = ",;，；(（"
_MARK: Final = re.compile(r"[,，](?!\d)|(?<!\d)[,，]|[;；]")  # not the comma in 1,500.00
_BETWEEN_TWO: Final = re.compile(
    rf"{_MARK.pattern}|(?<= )[/|–—-](?= )|(?<=\S)  (?=\S)"
)  # documents of one line
_CLOSING: Final = re.compile(r"[,，](?!\d)|[;；]")  # of what is said of one document
_TELLS_PAID: Final = (Cue.PAID, Cue.NET, Cue.GROSS, Cue.LESS, Cue.DISCOUNT, Cue.CREDIT_NOTE)
_TAKES_OFF: Final = (Cue.LESS, Cue.DEDUCTION, Cue.DISCOUNT, Cue.CREDIT_NOTE, Cue.EXCEPT)
_LONGEST_SUM: Final = 30  # characters of it with its currency
_BOUND: Final = re.compile("的(?:[A-Z]{3}|人民币|[¥￥$])? ?")
_NUMBER_BEHIND: Final = re.compile(r"[^\n]{0,12}?\d")
_CLAUSE_END: Final = re.compile(r"(?<!\d)[,，]|[,，](?!\d)|[;；]|\.(?=\s+[A-Z])")


def leaves_out(script: Script, start: int, end: int) -> bool:
    """True for a clause that names a document and denies, without a verb of its own: "RE-2 nicht"."""
    return bool(
        within(script.hits.cues(Cue.NEGATION), start, end)
        and script.references_in(start, end)
        and not within(script.hits.cues(Cue.PAID), start, end)
    )


def waits(script: Script, start: int, end: int) -> bool:
    """True for a clause of its own sum that is paid only once something else has happened: 余款96000元待验收合格后支付."""
    return bool(
        within(script.hits.cues(Cue.AFTERWARDS, Cue.INTENT), start, end)
        and within(script.hits.cues(Cue.PAID, Cue.INTENT), start, end)
        and (script.amounts_in(start, end) or within(script.hits.cues(Cue.OPEN), start, end))
    )


def cut_between(script: Script, start: int, end: int) -> int | None:
    """Where a clause ends between two places, the last one."""
    marks = [match.start() for match in _MARK.finditer(script.text, start, end)]
    marks += [hit.start for hit in within(script.hits.cues(Cue.AND), start, end)]
    references = [one for one in script.references_in(start, end)]
    if references:
        marks = [mark for mark in marks if mark < references[-1].start] or marks
    return max(marks, default=None)


def statuses(script: Script, start: int, end: int) -> list[int]:
    """Where a sentence goes on from one document to the next, each with a word of its own that says another thing of it.

    "INV-1 was paid, INV-2 is disputed, INV-3 will be paid in May".
    """
    if len(script.references_in(start, end)) < 2:
        return []
    marks = {match.end() for match in _BETWEEN_TWO.finditer(script.text, start, end)}
    marks |= {hit.start for hit in within(script.hits.cues(Cue.AND), start, end)}
    pieces: list[tuple[int, Cue | None]] = []  # where each begins, and what is said in it
    begun, known = start, None
    for first, last in pairwise([start, *sorted(marks - {start}), end]):
        said = Cue.DEDUCTION if keeps_back(script, start, first, last) else _status(script, first, last)
        if said is None and known is Cue.PAID and goes_on_later(script, start, first, last):
            said = Cue.INTENT
        if said and known:
            pieces.append((begun, known))
            begun, known = first, said
        known = known or said
    pieces.append((begun, known))
    differ = [at for (_, one), (at, other) in pairwise(pieces) if one is not other]
    return differ if known else []


def keeps_back(script: Script, begun: int, start: int, end: int) -> bool:
    """True for a piece of a sentence that only keeps a sum back of a document not named before: "INV-2 因质量问题暂扣 250.50元"."""
    hits = script.hits
    numbers = {one.number for one in script.references_in(start, end)}
    sums = [one for one in script.amounts_in(start, end) if not one.is_plain]
    if len(numbers) != 1 or len(sums) != 1 or not within(hits.cues(Cue.DEDUCTION), start, end):
        return False
    named = {one.number for one in script.references_in(begun, start)}
    return bool(named) and not named & numbers and not within(hits.cues(*_TELLS_PAID), start, end)


def _status(script: Script, start: int, end: int) -> Cue | None:
    """What a piece of a sentence says of the document that it names; nothing where it takes something off its sum."""
    hits = script.hits
    if not script.references_in(start, end) or within(hits.cues(*_TAKES_OFF), start, end):
        return None
    for cue in (Cue.DISPUTE, Cue.NOT_PAID, Cue.INTENT, Cue.PAID):
        if within(hits.cues(cue), start, end):
            return cue
    return Cue.NOT_PAID if leaves_at_end(script, start, end) or _leaves_first(script, start, end) else None


def _leaves_first(script: Script, start: int, end: int) -> bool:
    """True where a status of what is not paid heads the documents of a piece: open: INV-2."""
    return any(
        not script.text[start : hit.start].strip(_ENDING)
        and (
            script.text[hit.end : end].lstrip().startswith((":", "："))
            or script.references_in(hit.end, hit.end + 2)
        )
        for hit in within(script.hits.cues(Cue.UNPAID_STATUS), start, end)
    )


def of_another(script: Script, start: int, end: int) -> int | None:
    """Where a sentence that pays goes on to object to another document, or to ask for it: "we paid INV-1, INV-2 is disputed"."""
    references = script.references_in(start, end)
    told = script.hits.cues(Cue.PAID, Cue.LESS, Cue.DEDUCTION, Cue.DISCOUNT, Cue.CREDIT_NOTE, Cue.ANSWERS)
    for before, one in pairwise(references):
        at = max((script.text.rfind(mark, before.end, one.start) for mark in _MARKS), default=-1)
        at = max([at, *(hit.start for hit in within(script.hits.cues(Cue.AND), before.end, one.start))])
        if at < 0:
            if one is references[-1] and leaves_at_end(script, one.end, end):  # but INV-2 was excluded
                return before.end
            continue
        against = within(script.hits.cues(Cue.DISPUTE, Cue.REQUEST), at, end)
        if any(not _is_inside(hit, against) for hit in within(told, at, end)):
            continue
        close = _CLOSING.search(script.text, one.end, end)
        closes = script.text[at] in "(（" or close is None
        stop = close.start() if close and not closes else end
        is_left = leaves_at_end(script, one.end, stop)
        objects = within(script.hits.cues(Cue.DISPUTE), at, stop)
        if is_left or objects or within(script.hits.cues(Cue.REQUEST), at, one.start):
            return at + (script.text[at] in ",;，；")
    return None


def leaves_at_end(script: Script, start: int, end: int) -> bool:
    """True where what is said last is a status of what is not paid: but INV-2 was excluded."""
    return any(
        not script.text[hit.end : end].strip(_ENDING)
        for hit in within(script.hits.cues(Cue.UNPAID_STATUS), start, end)
    )


def _is_inside(hit: Hit, others: Sequence[Hit]) -> bool:
    """True for a word of a longer phrase: the credit note in "we expect a credit note"."""
    return any(one.start <= hit.start and hit.end <= one.end and one != hit for one in others)


def ways(script: Script, start: int, end: int) -> list[Hit]:
    """The ways of payment in a sentence."""
    return [hit for hit in within(script.hits.section("methods"), start, end) if hit.key != "other"]


def transfers(script: Script, start: int, end: int) -> list[Hit]:
    """The ways of payment in a sentence that has no verb that we know, but tells a sum with one or heads a list of them.

    "Our wire for USD 12,000.00 goes to you today", "ACH credit of $2,890.00 dated 5/6/2026", "two payments today, USD 50.00 each".
    """
    found = ways(script, start, end) + within(
        script.hits.cues(Cue.TWO_PAYMENTS, Cue.THREE_PAYMENTS), start, end
    )
    is_lead = script.text[start:end].rstrip().endswith((":", "："))
    is_body = script.document.source is Source.BODY
    is_whole = is_body and bool(within(script.hits.labels(Label.TOTAL), start, end))
    sums = [
        one
        for one in script.amounts_in(start, end)
        if one.currency
        or one.sign
        or (
            not one.is_plain
            and (is_whole or (is_body and any(0 <= way.start - one.end <= BY for way in found)))
        )
    ]  # 1,975.00 by BACS
    return (
        found
        if found and (sums or is_lead) and not within(script.hits.cues(Cue.PURCHASE_ORDER), start, end)
        else []
    )


def has_verb(script: Script, start: int, end: int) -> bool:
    """True where a sentence says that it was paid, and does not only name a payment: "payment of 5 will follow".

    "paid by" is no verb of its own in "will be paid by 30 November".
    """
    nouns = {(hit.start, hit.end) for hit in script.hits.cues(Cue.PAYMENT_NOUN)}
    intents = within(script.hits.cues(Cue.INTENT), start, end)
    return any(
        (hit.start, hit.end) not in nouns
        and not any(one.start < hit.start < one.end < hit.end for one in intents)
        for hit in within(script.hits.cues(Cue.PAID), start, end)
    )


def is_heading(script: Script, start: int, end: int) -> bool:
    """True for a short line of words alone."""
    text = script.text[start:end].strip()
    return len(text) <= HEADING_CHARACTERS and not (
        script.references_in(start, end) or script.amounts_in(start, end)
    )


def is_beside_amount(script: Script, hit: Hit) -> bool:
    """True for a "not" that denies an amount: you'll see 1656.00 not 1716.00."""
    return bool(script.amounts_in(hit.end, hit.end + 3))


def clauses(script: Script, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence."""
    for match in _CLAUSE_END.finditer(script.text, start, end):
        yield start, match.end()
        start = match.end()
    yield start, end


def is_telling(script: Script, start: int, end: int) -> bool:
    """True where a sentence has a word that tells something of payments, or asks; most greetings and names have none."""
    hits = script.hits
    return bool(
        within(hits.section("cues"), start, end) or within(hits.section("methods"), start, end)
    ) or is_question(script, start, end)


def is_question(script: Script, start: int, end: int) -> bool:
    """True where a question mark ends it, or a word asks."""
    return script.text[start:end].rstrip().endswith(("?", "？")) or bool(
        within(script.hits.cues(Cue.QUESTION), start, end)
    )


def tells_all(script: Script, start: int, end: int) -> bool:
    """True for a question about a payment that is told by its day, and its reference or as something that was paid.

    "Has TT-1 of 3 May arrived?", "did you get the 1,500.00 we sent on 3 May?", 3日电汇的1500元到账了吗？
    """
    labels = within(script.hits.labels(Label.REFERENCE_BANK, Label.REFERENCE), start, end)
    has_number = any(
        _NUMBER_BEHIND.match(script.text, hit.end, end) for hit in labels
    )  # not "can you check?"
    return (has_number or _is_presupposed(script, start, end)) and bool(script.days_in(start, end))


def _is_presupposed(script: Script, start: int, end: int) -> bool:
    """True for a sum for a document of ours, right before who paid it, or right behind a verb that is bound to it."""
    sums = [one for one in script.amounts_in(start, end) if not one.is_plain]
    is_asked = within(script.hits.cues(Cue.ASKS_RECEIPT), start, end)
    if not is_asked or len(sums) > 1 or not any(one.item for one in script.references_in(start, end)):
        return False
    for hit in within(script.hits.cues(Cue.PAID), start, end):
        has_subject = " " in script.text[hit.start : hit.end].strip()
        before = script.amounts_in(max(start, hit.start - _LONGEST_SUM), hit.start) if has_subject else []
        bound = _BOUND.match(script.text, hit.end)
        behind = script.amounts_in(bound.end(), bound.end() + 1) if bound else []
        if behind or (before and not script.text[before[-1].end : hit.start].strip()):
            return True
    return False
