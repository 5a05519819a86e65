"""Says of a document whether its payment waits, failed or came back."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice
from typing import Final

from agent.extract.speech.acts import Act
from agent.extract.speech.sentence import Sentence
from agent.extract.tabular.columns import MONEY
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.facts.documents import Source
from agent.rules.vocabulary import Cue, Hit, Label, Status

_STATUS_WORDS: Final = 8
_WORD: Final = re.compile(r"\w")
_BULLET: Final = 3  # characters before a label that begins its cell
_MOST_HEADS: Final = 8  # headings that may name columns of such payments
_NOTHING: Final = " -–—/\\"  # in a cell that says nothing
_SIGNS: Final = " :：.-–—*"
_PARTS: Final = (",", ";", "，", "；", "|", "·", "。")
_LEAST_CELLS: Final = 4  # of a row of a list, on a page
_FEWEST_LINES: Final = 2  # of a form above a line of it
_SUBJECT: Final = 30  # characters before the subject of a sentence, and after it


def is_pending(
    script: Script, taken: set[int], headings: Set[int] = frozenset(), of_others: Set[int] = frozenset()
) -> bool:
    """True where the document, or a sentence of a mail, says that the payment waits, failed or came back.

    `headings`: the rows that head its lists, where a word may name a column: 失败原因; `of_others`: those that pay other firms.
    """
    if any(row not in taken for row in _rows_of_unknown_status(script)):
        return True
    if _is_void(script):
        return True
    is_body = script.document.source is Source.BODY
    idle = _idle(script, headings, of_others)
    for hit in script.hits.cues(Cue.PENDING):
        if hit.start in idle:
            continue
        row = script.row_of(hit.start)
        start, end = script.row_span(row)
        place = script.place_of(hit.start)
        is_item = bool(script.references_in(start, end)) and (
            script.rows[row].table is not None or _is_listed(script, row)
        )
        if row not in taken and place is not None and not is_item:
            start, end = place.start, place.end
        text = script.text[start:end].rstrip()
        if (
            place is not None
            and script.text[place.start : hit.start].rstrip().endswith((":", "："))
            and not is_item
        ):
            return True  # Status: REJECTED - purpose code missing
        is_heading = text.endswith(":")
        is_short = (
            not is_heading and len(text.split()) <= _STATUS_WORDS and not script.references_in(start, end)
        )
        if is_short and (
            not is_body or ":" in text or _is_value(script, place) or _is_listed_state(script, row)
        ):
            return True
        start, end = script.sentence_of(hit.start)
        if is_body and (
            within(script.hits.section("methods"), start, end)
            or within(script.hits.cues(Cue.PAID, Cue.ADVICE), start, end)
            or _payment_before(script, start, hit.start, end)
            or _heads_list(script, start, hit.start, end)
        ):
            return True
    return False


def _idle(script: Script, headings: Set[int], of_others: Set[int]) -> set[int]:
    """Where such words stand that say nothing of our payment: in others' rows, their count, over a column without any."""
    hits = script.hits.cues(Cue.PENDING) if headings or of_others else ()
    idle = {hit.start for hit in hits if script.row_of(hit.start) in of_others}
    heads = islice((hit for hit in hits if script.row_of(hit.start) in headings), _MOST_HEADS)
    empty = {hit.start for hit in heads if _is_empty(script, hit, of_others)}
    counts = {hit.start for hit in hits if _counts(script, hit)} if idle else set()
    return idle | empty | counts


def _is_empty(script: Script, hit: Hit, of_others: Set[int]) -> bool:
    """True for a heading of what is said of such payments, 失败原因, under which none of our rows has anything; not for 待付金额."""
    sums = [*script.hits.labels(Label.AMOUNT, Label.TOTAL), *script.hits.of("columns", *MONEY)]
    head = script.place_of(hit.start)
    table = script.rows[head.row].table if head else None
    if head is None or table is None or hit.end >= head.end or within(sums, head.start, head.end):
        return False
    for row in range(head.row + 1, len(script.row_starts)):
        if script.rows[row].table != table:
            break
        cell = next((one for one in script.places_of_row(row) if one.column == head.column), None)
        if row not in of_others and cell and script.text[cell.start : cell.end].strip(_NOTHING):
            return False
    return True


def _counts(script: Script, hit: Hit) -> bool:
    """True for a label of how many of a run failed: 失败笔数 1."""
    place = script.place_of(hit.start)
    if place is None or hit.start != place.start or script.rows[place.row].table is None:
        return False
    return any(one.end == place.end for one in within(script.hits.labels(Label.SUBTOTAL), hit.end, place.end))


def _is_void(script: Script) -> bool:
    """True where it says of itself that it is a test, a specimen, or not to be taken; not where that hangs on something.

    "If you are not the addressee, please ignore this mail" stands below many; what is told to ignore something else
    goes on behind the words.
    """
    for hit in script.hits.cues(Cue.VOID):
        start, end = script.sentence_of(hit.start)
        is_other = within(script.hits.cues(Cue.REPLACES), hit.start, end) and _WORD.search(
            script.text, hit.end, end
        )
        is_short = len(script.text[start:end].split()) <= _STATUS_WORDS
        if (
            not is_other
            and (is_short or script.document.source is Source.BODY)
            and not within(script.hits.cues(Cue.CONDITION), start, end)
        ):
            return True
    return False


def corrects_itself(script: Script, sentences: Sequence[Sentence]) -> bool:
    """True where a mail takes back what it said of a payment, and says another: "we paid INV-1. Sorry, I meant INV-2"."""
    told = [(one.start, one.end) for one in sentences if one.act is Act.PAYS]
    ends = [reference.end for place in told for reference in script.references_in(*place)]
    ends += [amount.end for place in told for amount in script.amounts_in(*place)]
    paid = min(ends, default=len(script.text))
    for hit in within(script.hits.cues(Cue.CORRECTS), paid, len(script.text)):
        end = script.sentence_of(hit.start)[1]
        if script.references_in(hit.end, end) or script.amounts_in(hit.end, end):
            return True
    return False


def _rows_of_unknown_status(script: Script) -> Iterator[int]:
    """Where a label of status stands beside words that do not say that the payment was made: Status: Created."""
    hits = script.hits
    for label in hits.labels(Label.STATUS):
        place = script.place_of(label.start)
        if place is None or script.references_in(label.start, script.row_span(place.row)[1]):
            continue
        before = script.text[place.start : label.start].rstrip()
        value = _value_beside(script, place, label.end)
        is_label = len(before) <= _BULLET or before.endswith(_PARTS)
        if not is_label or value is None or not script.text[slice(*value)].strip(_SIGNS):
            continue
        nouns = {hit.start for hit in within(hits.cues(Cue.PAYMENT_NOUN), *value)}
        paid = [hit for hit in within(hits.cues(Cue.PAID), *value) if hit.start not in nouns]
        if not paid and not within(hits.of("statuses", Status.DONE), *value):
            yield place.row


def _value_beside(script: Script, place: Place, end: int) -> tuple[int, int] | None:
    """What stands behind a colon in a label's cell, or in the next one of a form's row."""
    rest = script.text[end : place.end].lstrip()
    if rest.startswith((":", "：")):
        return end, place.end
    after = [
        one for one in script.places_of_row(place.row) if one.column > place.column and one.end > one.start
    ]
    is_form = not rest and bool(after) and _is_value(script, after[0])
    return (after[0].start, after[0].end) if is_form else None


def rows_called_off(script: Script) -> set[int]:
    """The rows of a text that list a payment with its sum, and of which a cell begins by saying that it failed or came back."""
    if script.document.source is not Source.BODY:
        return set()
    rows = set()
    for hit in script.hits.cues(Cue.PENDING):
        row, place = script.row_of(hit.start), script.place_of(hit.start)
        if place and place.start == hit.start and script.rows[row].table is None and _is_listed(script, row):
            rows.add(row)
    return rows


def _is_listed(script: Script, row: int) -> bool:
    """True for a row of a page that has a sum of its own, beside its document and its status."""
    amounts = script.amounts_in(*script.row_span(row))
    return len(script.places_of_row(row)) >= _LEAST_CELLS and any(not one.is_plain for one in amounts)


def _payment_before(script: Script, start: int, at: int, end: int) -> bool:
    """True where the payment itself is what a sentence, that names no document, says it of: "Payment rejected by bank"."""
    subject = within(script.hits.labels(Label.REFERENCE_WEAK), start, at)
    is_close = any(hit.start - start < _SUBJECT and at - hit.end < _SUBJECT for hit in subject)
    return is_close and not script.references_in(start, end) and not script.amounts_in(start, end)


def _heads_list(script: Script, start: int, at: int, end: int) -> bool:
    """True where a line that heads a list says it of the money: "The following money came back:"."""
    subject = within(script.hits.cues(Cue.OF_IT), start, at)
    is_heading = script.text[start:end].rstrip().endswith((":", "："))
    return is_heading and bool(subject) and at - subject[-1].end < _BULLET


def _is_listed_state(script: Script, row: int) -> bool:
    """True for a line of a form without colons, below lines that begin with a label: 提交状态 待复核 below 转账金额 9,750.00元."""
    start, end = script.row_span(row)
    is_item = bool(script.references_in(start, end) or script.amounts_in(start, end))
    if is_item or " " not in script.text[start:end].strip() or row < _FEWEST_LINES:
        return False
    above = {script.row_span(one)[0] for one in range(max(0, row - _FEWEST_LINES - 1), row)}
    labels = {hit.start for hit in within(script.hits.section("labels"), min(above), start)}
    return len(above & labels) >= _FEWEST_LINES


def _is_value(script: Script, place: Place | None) -> bool:
    """True for the second of two cells that name no document, or the fourth of a form's row of four; for no label."""
    if place is None or script.references_in(*script.row_span(place.row)):
        return False
    named = (hit for section in ("labels", "columns") for hit in script.hits.section(section))
    if any((hit.start, hit.end) == (place.start, place.end) for hit in named):
        return False  # Status | Payment date: their values stand below
    places = [one for one in script.places_of_row(place.row) if one.end > one.start]
    if place not in places or places.index(place) % 2 == 0:
        return False
    return len(places) == 2 or (len(places) == 4 and script.rows[place.row].table is not None)
