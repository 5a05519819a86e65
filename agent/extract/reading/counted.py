"""Finds where a text that tells of several payments, or lists them, goes from one to the next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from agent.extract.reading.alike import COUNTS
from agent.extract.reading.findings import Findings
from agent.extract.speech.acts import Act
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.sentence import Sentence
from agent.extract.text.script import within
from agent.rules.vocabulary import Cue

_MARKS: Final = ",;，；、\n"
_SUMS: Final = (Meaning.TOTAL, Meaning.UNSAID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Where payments begin and the last one ends, and the sum that each has to be."""

    cuts: tuple[int, ...]
    sums: tuple[Decimal, ...]


def payments_apart(part: Findings) -> Iterator[Pieces]:
    """The payments that a text counts ("two transfers: …"), or that two sentences tell, each its own way or day."""
    sums = _sums(part)
    for key, count in COUNTS.items():
        hits = part.script.hits.cues(key)
        if any(one.act is Act.PAYS and within(hits, one.start, one.end) for one in part.sentences):
            yield from _counted(part, sums, count)
            yield from _counted(part, sums, count - _still_to_come(part))
    if len(sums) > 2 and _are_several(part):
        yield from _listed(part, sums)
    told = [piece for one in part.sentences for piece in _halves(part, one, sums)]
    telling = [(one, inside) for one in told if (inside := _own_sums(part, one, sums))]
    if len(telling) == 2 and all(len(inside) == 1 for _, inside in telling):
        (first, (one,)), (second, (other,)) = telling
        if _stands_apart(part, first, second):
            yield Pieces(cuts=(0, second.start, len(part.script.text)), sums=(one[1], other[1]))


def _halves(part: Findings, one: Sentence, sums: list[tuple[int, Decimal]]) -> list[Sentence]:
    """A sentence, cut between two sums that verbs of their own pay: 昨天付了A的88,000元，今天再付B的41,500元."""
    inside = _own_sums(part, one, sums)
    cut = _cut(part, inside[0][0], inside[1][0]) if len(inside) == 2 else None
    if cut is None:
        return [one]
    pieces = [replace(one, end=cut), replace(one, start=cut)]
    paid = part.script.hits.cues(Cue.PAID)
    return pieces if all(within(paid, piece.start, piece.end) for piece in pieces) else [one]


def _sums(part: Findings) -> list[tuple[int, Decimal]]:
    """Where sums stand in the text and in its lists without headings, and what they are."""
    found = {one.amount.start: one.amount.value for one in part.stated if one.meaning in _SUMS}
    for table in part.tables:
        for row in table.items:
            if table.header is None and len(row.amounts) == 1:
                found[row.amounts[0].start] = row.amounts[0].value
    return sorted(found.items())


def _counted(part: Findings, sums: list[tuple[int, Decimal]], count: int) -> Iterator[Pieces]:
    """As many sums as are counted, or one more that they all make."""
    for whole in (None,) if len(sums) == count else sums if len(sums) == count + 1 else ():
        own = [one for one in sums if one is not whole]
        if whole and whole[1] != sum(value for _, value in own):
            continue
        start = whole[0] + 1 if whole and whole[0] < own[0][0] else 0
        end = whole[0] if whole and whole[0] > own[-1][0] else len(part.script.text)
        inner = [_cut(part, one[0], other[0]) for one, other in pairwise(own)]
        cuts = [cut for cut in inner if cut is not None]
        if len(cuts) == len(inner):
            yield Pieces(cuts=(start, *cuts, end), sums=tuple(value for _, value in own))


def _still_to_come(part: Findings) -> int:
    """Payments that are counted in and not made: the sentence goes on with a day ahead."""
    after = zip(part.sentences, part.sentences[1:], strict=False)
    return sum(
        one.act is Act.PAYS and later.act is Act.INTENDS and one.end == later.start for one, later in after
    )


def _are_several(part: Findings) -> bool:
    hits = part.script.hits.cues(Cue.SEVERAL_PAYMENTS)
    return any(within(hits, one.start, one.end) for one in part.sentences if one.act is Act.PAYS)


def _listed(part: Findings, sums: list[tuple[int, Decimal]]) -> Iterator[Pieces]:
    """Each sum in a row of its own, beside its documents; the sum of all may stand beside them."""
    script = part.script
    whole = sum((value for _, value in sums), Decimal(0)) / 2
    each = [one for one in sums if one[1] != whole]
    starts = [script.row_span(script.row_of(at))[0] for at, _ in each]
    named = all(script.references_in(*script.row_span(script.row_of(at))) for at, _ in each)
    if named and 1 < len(set(starts)) == len(each):
        yield Pieces(
            cuts=(starts[0], *starts[1:], script.row_span(script.row_of(each[-1][0]))[1]),
            sums=tuple(v for _, v in each),
        )


def _cut(part: Findings, first: int, second: int) -> int | None:
    """Where the clause of the first sum ends: after its documents, or before those of the second."""
    script = part.script
    marks = [
        at + 1 for at in range(first, second) if script.text[at] in _MARKS and not _in_number(script.text, at)
    ]
    marks += [hit.start for hit in within(script.hits.cues(Cue.AND), first, second)]
    row = script.row_span(script.row_of(second))[0]
    if row > first:
        return row
    named = script.references_in(script.sentence_of(first)[0], first)
    return min(marks, default=None) if named else max(marks, default=None)


def _in_number(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _own_sums(part: Findings, one: Sentence, sums: list[tuple[int, Decimal]]) -> list[tuple[int, Decimal]]:
    """The sums of a sentence that pays documents which it names."""
    if one.act is not Act.PAYS or not part.script.references_in(one.start, one.end):
        return []
    return [each for each in sums if one.start <= each[0] < one.end]


def _stands_apart(part: Findings, first: Sentence, second: Sentence) -> bool:
    """True where each of two sentences has a day of its own, or each another way of payment."""
    script = part.script
    days = [{day.value for day in script.days_in(one.start, one.end) if day.value} for one in (first, second)]
    ways = [
        {hit.key for hit in within(script.hits.section("methods"), one.start, one.end)}
        for one in (first, second)
    ]
    named = [{one.number for one in script.references_in(each.start, each.end)} for each in (first, second)]
    is_other = bool(days[0] and days[1] and not days[0] & days[1]) or bool(
        ways[0] and ways[1] and not ways[0] & ways[1]
    )
    return is_other and not named[0] & named[1]
