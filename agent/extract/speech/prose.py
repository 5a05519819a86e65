"""Turns the running text around payments into stated sums, and into lines by pairing numbers with amounts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from itertools import combinations
from typing import Final

from agent.extract.speech.acts import Act
from agent.extract.speech.sentences import Sentence
from agent.extract.tabular.lines import ZERO
from agent.extract.text.numbers import Amount
from agent.extract.text.references import Reference
from agent.extract.text.script import CELL_BREAK, Script, within
from agent.rules.vocabulary import Cue, Hit, Label

NEAR: Final = 40  # characters after an amount that may still say what it is
LONGEST_CLAUSE: Final = 60  # characters after an amount in which its verb may stand
SPACELESS: Final = "\u2e80"  # where scripts begin that put no spaces between words
UNSURE: Final = 3  # rank of an amount of which no words before it say what it is
MOST_WEIGHED: Final = 100  # amounts of a text that are weighed against each other
MOST_IN_EQUATION: Final = 8  # amounts of a sentence
CLOSE: Final = 14  # characters between an amount and the noun that it is


_CLAUSE_END: Final = re.compile(r"[,，;；(（]")


_YEAR: Final = re.compile(r"20[1-4]\d")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")  # no currency, no "CHF"


class Meaning(Enum):
    """What an amount in running text is."""

    TOTAL = auto()
    GROSS = auto()
    DISCOUNT = auto()
    DEDUCTION = auto()
    OTHER = auto()
    UNSAID = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An amount outside of tables and what its words say of it; the lowest `rank` of totals counts."""

    amount: Amount
    meaning: Meaning
    rank: int
    reason: str | None
    script: Script


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
_OF_NUMBERS: Final = (Label.OTHER_REFERENCE, Label.ACCOUNT, Label.IGNORED)
_AFTERWARDS: Final = (Cue.NET, Cue.PAID, Cue.DISCOUNT, Cue.DEDUCTION, Cue.OPEN, Cue.GROSS)
_UNPAID: Final = (Act.REFUSES, Act.OBJECTS, Act.INTENDS, Act.ASKS_MONEY, Act.STATEMENT)


def stated_amounts(script: Script, sentences: Sequence[Sentence], taken_rows: set[int]) -> list[Stated]:
    """The amounts outside of tables that may be of the payment."""
    found: list[Stated] = []
    for sentence in sentences:
        if sentence.act in _UNPAID:
            continue
        previous = sentence.start
        amounts = [one for one in script.amounts_in(sentence.start, sentence.end)]
        for index, amount in enumerate(amounts):
            following = amounts[index + 1].start if index + 1 < len(amounts) else sentence.end
            if script.row_of(amount.start) not in taken_rows:
                stated = _stated(script, sentence, previous, amount, following, taken_rows)
                if not amount.is_plain or _is_plain_money(script, stated):
                    found.append(stated)
            previous = _clause_after(script, amount.end, following)
        found = _without_plain(_by_equation(script, sentence, amounts, found), sentence)
    if len(found) > MOST_WEIGHED:
        return found
    return [_gross_by_arithmetic(one, found) for one in found]


def _by_equation(
    script: Script, sentence: Sentence, amounts: Sequence[Amount], found: list[Stated]
) -> list[Stated]:
    """A sentence that says gross, what was kept back and net, each known for what it is: 3,630.00 - 72.60 = 3,557.40."""
    is_about_one = len({one.number for one in script.references_in(sentence.start, sentence.end)}) < 2
    pays = sentence.act in (Act.PAYS, Act.PAYS_OR_INTENDS)
    if not (pays and is_about_one and 3 <= len(amounts) <= MOST_IN_EQUATION):
        return found
    for (at, gross), (after, kept) in combinations(enumerate(amounts), 2):
        if not _is_kept(script, amounts[after - 1].end, kept):
            continue
        rest = (*amounts[:at], *amounts[after + 1 :])
        net = next((one for one in rest if one.value == gross.value - abs(kept.value)), None)
        if net is None or not 0 < abs(kept.value) < net.value:
            continue
        if any(one not in (gross, kept, net) and not one.is_plain for one in amounts):
            continue  # of several payments, or none of it
        known = next((one for one in found if one.amount is kept), None)
        is_discount = bool(within(script.hits.cues(Cue.DISCOUNT), sentence.start, sentence.end))
        reason = known.reason if known else None
        less = Meaning.DISCOUNT if is_discount and reason is None else Meaning.DEDUCTION
        said = ((gross, Meaning.GROSS, 9, None), (kept, less, 9, reason), (net, Meaning.TOTAL, 0, None))
        others = [one for one in found if one.amount not in amounts]
        return others + [
            Stated(amount=amount, meaning=meaning, rank=rank, reason=reason, script=script)
            for amount, meaning, rank, reason in said
        ]
    return found


def _without_plain(found: list[Stated], sentence: Sentence) -> list[Stated]:
    """Without digits alone where their sentence states a sum with its currency: 500 € on account of 338."""
    said = [
        one.amount for one in found if sentence.start <= one.amount.start and one.meaning is Meaning.TOTAL
    ]
    if not any(one.currency or one.sign for one in said):
        return found
    return [one for one in found if one.amount not in said or one.rank == 0 or not one.amount.is_plain]


def _is_kept(script: Script, start: int, kept: Amount) -> bool:
    """True for what a minus goes before, or words that take away, or a reason."""
    hits = script.hits
    said = (*hits.cues(Cue.LESS, Cue.DEDUCTION, Cue.DISCOUNT), *hits.section("reasons"))
    before = script.text[start : kept.start].rstrip()
    is_after = any(0 <= hit.start - kept.end <= CLOSE // 2 for hit in hits.cues(Cue.DEDUCTION))
    return (
        kept.value < 0
        or before.endswith(("-", "–", "−"))
        or is_after
        or any(start <= hit.start < kept.start for hit in said)
    )


def _gross_by_arithmetic(one: Stated, found: Sequence[Stated]) -> Stated:
    """An amount beside a reason that is what was paid and withheld together: INV-1 (500.00 less 10% WHT 50.00)."""
    is_open_to_it = one.meaning is Meaning.TOTAL or (one.meaning is Meaning.DEDUCTION and one.rank == UNSURE)
    if not is_open_to_it:
        return one
    withheld = [
        other
        for other in found
        if other is not one and other.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)
    ]
    totals = (other.amount.value for other in found if other is not one and other.meaning is Meaning.TOTAL)
    is_gross = bool(withheld) and any(total + worth(withheld) == one.amount.value for total in totals)
    return replace(one, meaning=Meaning.GROSS) if is_gross else one


def _is_plain_money(script: Script, stated: Stated) -> bool:
    """True for digits alone that a label calls money, or that stand alone after a verb of payment; no "1." of a list."""
    amount = stated.amount
    spelled, after = script.text[amount.start : amount.end], script.text[amount.end : amount.end + 2]
    if spelled.startswith("0") and len(spelled) > 1:
        return False
    ends = not after.strip() or after[0] in ",.，。;；" or after[0] > SPACELESS
    if stated.rank == 0:  # "30 days net" says nothing of money, whatever follows
        start, _ = script.row_span(script.row_of(amount.start))
        labels = within(script.hits.labels(Label.TOTAL, Label.AMOUNT), start, amount.start)
        between = script.text[labels[-1].end : amount.start] if labels else ""
        is_of_next = bool(labels) and any(_WORD.search(cell) for cell in between.split(CELL_BREAK)[1:])
        return not is_of_next and (bool(labels) or (ends and not _YEAR.fullmatch(spelled)))
    return stated.rank == 1 and amount.end - amount.start > 2 and ends


def _clause_after(script: Script, start: int, end: int) -> int:
    """Where the words that belong to an amount end: at the next comma or "and", or at the amount itself."""
    comma = next((at + 1 for at in range(start, end) if script.text[at] in ",;:，；：)）、"), end)
    joins = within(script.hits.cues(Cue.AND), start, end)
    cut = min(comma, joins[0].end if joins else end)
    return start if cut == end and script.text[end - 1 : end] != "、" else cut


def _stated(
    script: Script, sentence: Sentence, previous: int, amount: Amount, following: int, taken_rows: set[int]
) -> Stated:
    meaning, rank = _meaning(script, previous, amount, following, taken_rows)
    reason = None
    wide = (previous, min(following, amount.end + NEAR))
    close = (previous, min(following, amount.end + CLOSE, _part_end(script, amount.end, following)))
    if meaning in (Meaning.DEDUCTION, Meaning.UNSAID, Meaning.DISCOUNT):
        reasons = within(script.hits.section("reasons"), *(close if meaning is Meaning.UNSAID else wide))
        reasons = [hit for hit in reasons if not _is_of_next(script, amount, hit)]
        if reasons:
            reason = min(reasons, key=lambda hit: _distance(hit, amount)).key
            meaning = Meaning.DISCOUNT if meaning is Meaning.DISCOUNT else Meaning.DEDUCTION
        elif meaning is Meaning.DEDUCTION:
            meaning = Meaning.DISCOUNT if within(script.hits.cues(Cue.DISCOUNT), *wide) else meaning
    if meaning is Meaning.UNSAID and sentence.act in (Act.PAYS, Act.PAYS_OR_INTENDS):
        rank = 2
    elif meaning is Meaning.UNSAID and _is_beside_reference(script, sentence, amount):
        meaning, rank = Meaning.TOTAL, 1
    return Stated(amount=amount, meaning=meaning, rank=rank, reason=reason, script=script)


def _part_end(script: Script, start: int, end: int) -> int:
    """Where another part of the sentence begins: after 、 or a closing bracket, or what から ("from") takes away."""
    marks = [at for at in range(start, min(end, start + CLOSE)) if script.text[at] in "、)）"]
    return min([*marks, _taken_from(script, start, end)])


def _taken_from(script: Script, start: int, end: int) -> int:
    """Where a word such as から ("from") stands right after an amount: what follows is another amount's; else `end`."""
    near = within(script.hits.cues(Cue.RANGE), start, min(end, start + CLOSE))
    return next((hit.start for hit in near if not script.text[hit.start].isascii()), end)


def _is_beside_reference(script: Script, sentence: Sentence, amount: Amount) -> bool:
    """True in a line such as "Wire reference WR-1, 3 November 2026, USD 1,500.00"; a document comes after it."""
    labels = script.hits.labels(Label.REFERENCE_BANK, Label.REFERENCE)
    first = not any(not one.is_plain for one in script.amounts_in(sentence.start, amount.start))
    is_before = not script.references_in(sentence.start, amount.start)
    return first and is_before and bool(within(labels, sentence.start, sentence.end))


def _is_of_a_document(script: Script, amount: Amount) -> bool:
    """True in a bracket after a document's number that says what it is in all: INV-1 (total 500.00)."""
    opened = max(
        script.text.rfind("(", max(0, amount.start - 30), amount.start),
        script.text.rfind("（", max(0, amount.start - 30), amount.start),
    )
    closed = any(mark in script.text[max(opened, 0) : amount.start] for mark in ")）")
    if (
        opened < 0
        or closed
        or not any(
            0 <= opened - reference.end <= 2
            for reference in script.references_in(max(0, opened - 40), opened)
        )
    ):
        return False
    labels = script.hits.labels(Label.TOTAL, Label.AMOUNT, Label.SUBTOTAL) + script.hits.cues(Cue.GROSS)
    return any(opened < hit.start < amount.start for hit in labels)


def _distance(hit: Hit, amount: Amount) -> int:
    return min(abs(amount.start - hit.end), abs(hit.start - amount.end))


def _meaning(
    script: Script, previous: int, amount: Amount, following: int, taken_rows: set[int]
) -> tuple[Meaning, int]:
    """By the nearest words before it; where they say nothing, by those after."""
    after = _after(script, amount, min(following, amount.end + LONGEST_CLAUSE))
    before = _said_before(script, previous, amount)
    if _is_of_a_document(script, amount):
        return (Meaning.GROSS, 9)
    if any(
        0 <= amount.start - hit.end < 3
        for hit in within(script.hits.cues(Cue.NEGATION), previous, amount.start)
    ):
        return (Meaning.OTHER, 9)  # 1656.00 not 1716.00
    if above := _label_above(script, amount, taken_rows):
        return above
    if before is None:
        return after or (Meaning.UNSAID, UNSURE)
    meaning, rank, distance = before
    has_share = meaning is Meaning.DISCOUNT and _SHARE.search(script.text, previous, amount.start)
    if has_share and after and after[0] is Meaning.TOTAL and script.text[amount.start - 1] not in "(（":
        return after  # abzüglich 2 % Skonto haben wir 3.498,60 EUR angewiesen
    if meaning is Meaning.OTHER and _pays_before(script, previous, amount.start):
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
    for hit in within(script.hits.section("cues"), start, end):
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


def _after(script: Script, amount: Amount, end: int) -> tuple[Meaning, int] | None:
    line_end = script.text.find("\n", amount.end, end)
    end = _taken_from(script, amount.end, line_end if line_end >= 0 else end)
    for hit in sorted(
        within(script.hits.section("cues"), amount.end, end), key=lambda hit: (hit.start, hit.key != Cue.LESS)
    ):
        if hit.key == Cue.LESS or _is_of_next(script, amount, hit):
            return None
        distance = hit.start - amount.end
        if (
            hit.key == Cue.DEDUCTION
            or (hit.key in (Cue.NET, Cue.PAID) and distance < NEAR)
            or (hit.key in _AFTERWARDS and distance <= CLOSE)
        ):
            return _CUES[Cue(hit.key)]
    return None


def _is_of_next(script: Script, amount: Amount, hit: Hit) -> bool:
    """True for a verb of another clause that has an amount of its own right after it: 这张63000元，今天先付了33000."""
    following = script.amounts_in(hit.end, hit.end + CLOSE)
    return (
        bool(following)
        and not _CLAUSE_END.search(script.text, hit.end, following[0].start)
        and _CLAUSE_END.search(script.text, amount.end, hit.start) is not None
    )


def _label_above(script: Script, amount: Amount, taken_rows: set[int]) -> tuple[Meaning, int] | None:
    """What the label says that stands over an amount alone in its cell, or left of it; a table's heading is none."""
    place = script.place_of(amount.start)
    if place is None or amount.end - amount.start < 0.6 * (place.end - place.start):
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


def named(
    script: Script, sentences: Sequence[Sentence], taken_rows: set[int]
) -> tuple[list[Reference], list[Reference]]:
    """The documents that running text names as paid, each once; and those that it leaves out: all but INV-1."""
    found: dict[str, Reference] = {}
    left_out: dict[str, Reference] = {}
    unpaid: set[str] = set()
    for sentence in sentences:
        if sentence.act in _UNPAID:
            unpaid |= {one.number for one in script.references_in(sentence.start, sentence.end)}
            continue
        misquoted = within(script.hits.cues(Cue.MISQUOTED), sentence.start, sentence.end)
        wrong = [one for hit in misquoted for one in script.references_in(hit.end, hit.end + CLOSE)[:1]]
        excepted = within(script.hits.cues(Cue.EXCEPT), sentence.start, sentence.end)
        for reference in script.references_in(sentence.start, sentence.end):
            if (excepted and excepted[0].start < reference.start) or reference in wrong:
                left_out.setdefault(reference.number, reference)
            elif script.row_of(reference.start) not in taken_rows:
                found.setdefault(reference.number, reference)
    for number, reference in found.items():
        if number in unpaid and reference.is_between(script.text):  # "1001 to 1004, but 1002 is disputed"
            left_out.setdefault(number, reference)
    kept = [reference for number, reference in found.items() if number not in left_out]
    return kept, list(left_out.values())


def sums(stated: Sequence[Stated], *meanings: Meaning) -> list[Stated]:
    """Stated amounts of these meanings, the best words first."""
    return sorted((one for one in stated if one.meaning in meanings), key=lambda one: one.rank)


def worth(values: Sequence[Stated]) -> Decimal:
    """What they sum to, the same place counted once."""
    return sum((abs(one.amount.value) for one in values), ZERO)
