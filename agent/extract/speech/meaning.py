"""Says of an amount in running text what it is (a total, a gross, a deduction) by the words around it."""

import re
from enum import Enum, auto
from typing import Final

from agent.extract.speech.around import (
    CLOSE,
    NEAR,
    is_divided,
    is_fee_beside,
    is_left_of_another,
    is_left_of_share,
    is_of_a_document,
    is_tax_in_it,
    is_whole_document,
    stays_open,
)
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit, Label

LONGEST_CLAUSE: Final = 60  # characters after an amount in which its verb may stand
UNSURE: Final = 3  # rank of an amount of which no words before it say what it is
_UNIT_COMMA: Final = re.compile(r"[^\W\d]{0,3}[,，]")
_CLAUSE_END: Final = re.compile(r"[,，;；(（]")


class Meaning(Enum):
    """What an amount in running text is."""

    TOTAL = auto()
    GROSS = auto()
    DISCOUNT = auto()
    DEDUCTION = auto()
    OTHER = auto()
    UNSAID = auto()


_LABELS: Final = {
    Label.TOTAL: (Meaning.TOTAL, 0), Label.AMOUNT: (Meaning.TOTAL, 0), Label.SUBTOTAL: (Meaning.OTHER, 9),
    Label.IGNORED: (Meaning.OTHER, 9), Label.OTHER_REFERENCE: (Meaning.OTHER, 9), Label.ACCOUNT: (Meaning.OTHER, 9),
}  # fmt: skip
_CUES: Final = {
    Cue.NET: (Meaning.TOTAL, 0), Cue.PAID: (Meaning.TOTAL, 1), Cue.ORDER: (Meaning.TOTAL, 1),
    Cue.GROSS: (Meaning.GROSS, 9), Cue.DISCOUNT: (Meaning.DISCOUNT, 9), Cue.DEDUCTION: (Meaning.DEDUCTION, 9),
    Cue.LESS: (Meaning.DEDUCTION, 9), Cue.OPEN: (Meaning.OTHER, 9), Cue.PLEASE_PAY: (Meaning.OTHER, 9),
    Cue.NOT_PAID: (Meaning.OTHER, 9), Cue.INTENT: (Meaning.OTHER, 9), Cue.PART: (Meaning.TOTAL, 1),
    Cue.ALL_DUE: (Meaning.TOTAL, 2),
}  # fmt: skip
_SHARE: Final = re.compile(r"\d\s?%")
_FILLING: Final = "*= "  # that nobody writes a digit into: *****6,626.90*
_OF_NUMBERS: Final = (Label.OTHER_REFERENCE, Label.ACCOUNT, Label.IGNORED)
_AFTERWARDS: Final = (Cue.NET, Cue.PAID, Cue.DISCOUNT, Cue.DEDUCTION, Cue.OPEN, Cue.GROSS)


def clause_after(script: Script, start: int, end: int) -> int:
    """Where the words that belong to an amount end: at the next comma or "and", or at the amount itself."""
    comma = next((at + 1 for at in range(start, end) if script.text[at] in ",;:，；：)）、"), end)
    joins = within(script.hits.cues(Cue.AND), start, end)
    cut = min(comma, joins[0].end if joins else end)
    return start if cut == end and script.text[end - 1 : end] != "、" else cut


def part_end(script: Script, start: int, end: int) -> int:
    """Where another part of the sentence begins: after 、 or a closing bracket, or what から ("from") takes away."""
    marks = [at for at in range(start, min(end, start + CLOSE)) if script.text[at] in "、)）"]
    return min([*marks, _taken_from(script, start, end)])


def _taken_from(script: Script, start: int, end: int) -> int:
    """Where a word such as から ("from") stands right after an amount: what follows is another amount's; else `end`."""
    near = within(script.hits.cues(Cue.RANGE), start, min(end, start + CLOSE))
    return next((hit.start for hit in near if not script.text[hit.start].isascii()), end)


def meaning_of(
    script: Script, previous: int, amount: Amount, following: int, taken_rows: set[int]
) -> tuple[Meaning, int]:
    """By the nearest words before it; where they say nothing, by those after."""
    after = _after(script, amount, min(following, amount.end + LONGEST_CLAUSE))
    before = _said_before(script, previous, amount)
    if is_of_a_document(script, amount) or is_divided(script, amount):
        return (Meaning.GROSS, 9)
    if any(
        0 <= amount.start - hit.end < 3
        for hit in within(script.hits.cues(Cue.NEGATION, Cue.EXCEPT, Cue.RATE), previous, amount.start)
    ) or is_tax_in_it(script, amount):
        return (Meaning.OTHER, 9)  # 1656.00 not 1716.00; all but 30.00
    if above := _label_above(script, amount, taken_rows):
        return above
    if before is None:
        return after or (Meaning.UNSAID, UNSURE)
    meaning, rank, distance = before
    if other := _said_otherwise(script, previous, amount, (meaning, rank)):
        return other
    has_share = meaning is Meaning.DISCOUNT and _SHARE.search(script.text, previous, amount.start)
    if has_share and after and after[0] is Meaning.TOTAL and script.text[amount.start - 1] not in "(（":
        return after  # abzüglich 2 % Skonto haben wir 3.498,60 EUR angewiesen
    if meaning is Meaning.OTHER and (
        _pays_before(script, previous, amount.start) or _pays_after(script, previous, amount)
    ):
        return (Meaning.TOTAL, 2)
    if (
        after
        and (meaning is not Meaning.TOTAL or rank > 0)
        and distance > NEAR // 2
        and after[0] is not Meaning.TOTAL
    ):
        return after
    if after and after == (Meaning.TOTAL, 0) and distance > NEAR // 4:
        return after
    return meaning, rank


def _said_otherwise(
    script: Script, previous: int, amount: Amount, said: tuple[Meaning, int]
) -> tuple[Meaning, int] | None:
    """What an amount is where the words right behind it, or a share before it, say other than the words before."""
    if said == (Meaning.TOTAL, 0) and stays_open(script, amount):
        return (Meaning.OTHER, 9)
    if said == (Meaning.TOTAL, 1) and is_fee_beside(script, previous, amount):
        return (Meaning.OTHER, 9)
    if said[0] not in (Meaning.DISCOUNT, Meaning.DEDUCTION):
        return None
    if is_whole_document(script, amount):
        return (Meaning.UNSAID, 2)
    is_left = is_left_of_share(script, previous, amount) or is_left_of_another(script, amount)
    return (Meaning.TOTAL, 0) if is_left else None


def _said_before(script: Script, start: int, amount: Amount) -> tuple[Meaning, int, int] | None:
    """What the nearest words before an amount say of it, and how far they are."""
    before = _nearest_before(script, start, amount)
    if before and before[:2] == (Meaning.TOTAL, 0):
        is_billed = _is_of_invoice(script, amount.start - before[2], amount.start)
        return (Meaning.GROSS, 9, before[2]) if is_billed else before
    return before


def _nearest_before(script: Script, start: int, amount: Amount) -> tuple[Meaning, int, int] | None:
    best: tuple[int, int] = (-1, 0)
    found = None
    end = amount.start
    is_money = bool(amount.currency or amount.sign)
    for hit in within(script.hits.section("labels"), start, end):
        if hit.key in _OF_NUMBERS and any(
            one.isdigit() or (is_money and one.isalpha()) for one in script.text[hit.end : end]
        ):
            continue  # its own number stands between, or words: "PO HB-7790 in full, 1,475.00", "by phone today, $990.00"
        if hit.key in _LABELS and (hit.end, hit.end - hit.start) > best:
            best, found = (hit.end, hit.end - hit.start), _LABELS[Label(hit.key)]
    for hit in _cues_before(script, start, end):
        if hit.key in _CUES and (hit.end, hit.end - hit.start) > best:
            best, found = (hit.end, hit.end - hit.start), _CUES[Cue(hit.key)]
    for hit in within(script.hits.section("reasons"), start, end):
        if (hit.end, hit.end - hit.start) > best and (found is None or found[0] is not Meaning.DISCOUNT):
            best, found = (hit.end, hit.end - hit.start), (Meaning.DEDUCTION, 9)
    if found is None:
        return None
    between = script.references_in(best[0], end)
    if (
        between
        and found[0] is Meaning.TOTAL
        and found[1] > 0
        and script.text[between[-1].end : end].count(" ") < 4
    ):
        return Meaning.UNSAID, 2, end - best[0]
    return *found, end - best[0]


def _cues_before(script: Script, start: int, end: int) -> list[Hit]:
    """The cues of a stretch; of words that pay or intend, the sentence has said which: "anbei überweisen wir", "managed to pay you"."""
    verbs = within(script.hits.cues(Cue.PAID), start, end)
    return [
        hit
        for hit in within(script.hits.section("cues"), start, end)
        if hit.key != Cue.INTENT or not any(one.start <= hit.start < one.end for one in verbs)
    ]


def _is_of_invoice(script: Script, start: int, end: int) -> bool:
    """True where a label goes on with the word for an invoice: "Monto factura: 38,280.31" is no sum that was paid."""
    hits = within(script.hits.labels(Label.INVOICE), start, end)
    return any(
        hit.start - start < 3 and script.text[hit.end : hit.end + 2].lstrip()[:1] in (":", "") for hit in hits
    )


def _pays_before(script: Script, start: int, end: int) -> bool:
    pays = within(script.hits.cues(Cue.PAID), start, end)
    opens = within(script.hits.cues(Cue.OPEN), start, end)
    return bool(pays) and bool(opens) and pays[-1].end <= opens[-1].start <= pays[-1].end + NEAR // 2


def _pays_after(script: Script, start: int, amount: Amount) -> bool:
    """True for a rest of which its own clause goes on to say that it was paid: die restlichen 570,00 EUR haben wir überwiesen."""
    opens = within(script.hits.cues(Cue.OPEN), start, amount.start)
    pays = within(script.hits.cues(Cue.PAID), amount.end, amount.end + LONGEST_CLAUSE)
    if not opens or not pays or amount.start - opens[-1].end > CLOSE:
        return False
    between = script.text[amount.end : pays[0].start]
    if (comma := _UNIT_COMMA.match(between)) and not _is_of_others(script, amount.end, pays[0].end):
        between = between[comma.end() :]  # 余款1万元，已于11月17日网银支付
    other = within(script.hits.cues(Cue.NOT_PAID, Cue.NEGATION, Cue.INTENT), amount.end, pays[0].end)
    return not other and not _CLAUSE_END.search(between) and "\n" not in between


def _is_of_others(script: Script, start: int, end: int) -> bool:
    """True where another amount or document stands between."""
    return bool(script.amounts_in(start, end + CLOSE) or script.references_in(start, end + CLOSE))


def _after(script: Script, amount: Amount, end: int) -> tuple[Meaning, int] | None:
    line_end = script.text.find("\n", amount.end, end)
    end = _taken_from(script, amount.end, line_end if line_end >= 0 else end)
    instead = within(script.hits.cues(Cue.EXCEPT), amount.end, end)
    end = instead[0].start if instead else end  # 883,00 € statt 833,00 €: what follows is of the other one
    for hit in sorted(
        within(script.hits.section("cues"), amount.end, end), key=lambda hit: (hit.start, hit.key != Cue.LESS)
    ):
        if hit.key == Cue.LESS or is_of_next(script, amount, hit):
            return None
        if hit.key == Cue.OPEN and within(script.hits.cues(Cue.AND), amount.end, hit.start):
            return None  # 780.00 and the rest on account
        distance = hit.start - amount.end
        if (
            hit.key == Cue.DEDUCTION
            or (hit.key in (Cue.NET, Cue.PAID) and distance < NEAR)
            or (hit.key in _AFTERWARDS and distance <= CLOSE)
        ):
            return _CUES[Cue(hit.key)]
    return None


def is_of_next(script: Script, amount: Amount, hit: Hit) -> bool:
    """True for a verb of another clause that has an amount of its own right after it: 这张63000元，今天先付了33000."""
    following = script.amounts_in(hit.end, hit.end + CLOSE)
    if not following or _CLAUSE_END.search(script.text, hit.end, following[0].start):
        return False
    joins = within(script.hits.cues(Cue.AND), amount.end, hit.start)
    return bool(joins) or _CLAUSE_END.search(script.text, amount.end, hit.start) is not None


def _label_above(script: Script, amount: Amount, taken_rows: set[int]) -> tuple[Meaning, int] | None:
    """What the label says that stands over an amount alone in its cell, or left of it; a table's heading is none."""
    place = script.place_of(amount.start)
    said = len(script.text[place.start : place.end].strip(_FILLING)) if place else 0
    if place is None or amount.end - amount.start < 0.6 * said:
        return None
    row = script.places_of_row(place.row)
    left = [other for other in row if other.column < place.column and other.end > other.start]
    if left and (found := _label_of(script, left[-1].start, left[-1].end)):
        return found
    if (
        place.row == 0
        or place.row - 1 in taken_rows
        or (left and script.rows[place.row].table is None and len(row) < 2)
    ):
        return None
    for other in script.places_of_row(place.row - 1):
        if other.box[0] < place.box[2] and place.box[0] < other.box[2] and other.end > other.start:
            return _label_of(script, other.start, other.end)
    return None


def _label_of(script: Script, start: int, end: int) -> tuple[Meaning, int] | None:
    hits = [hit for hit in within(script.hits.section("labels"), start, end) if hit.key in _LABELS]
    if not hits or hits[-1].end - hits[0].start < 0.4 * (end - start):
        return None
    return _LABELS[Label(hits[-1].key)]
