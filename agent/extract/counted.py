"""Finds where a text that tells of two payments goes from the first to the second."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from agent.extract.findings import Findings
from agent.extract.prose import Meaning
from agent.extract.script import within
from agent.extract.sentences import Act, Sentence
from agent.rules.vocabulary import Cue

_MARKS = ",;，；、\n"
_SUMS = (Meaning.TOTAL, Meaning.UNSAID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """Where the two begin and end, and the sum that each has to be."""

    cuts: tuple[int, int, int]
    sums: tuple[Decimal, Decimal]


def two_payments(part: Findings) -> Iterator[Halves]:
    """The two payments that a text counts ("two transfers: …"), or that two sentences tell, each its own way or day."""
    counts = [
        hit
        for one in part.sentences
        if one.act is Act.PAYS
        for hit in within(part.script.hits.cues(Cue.TWO_PAYMENTS), one.start, one.end)
    ]
    sums = _sums(part)
    if counts and 2 <= len(sums) <= 3:
        yield from _counted(part, sums)
    telling = [(one, inside) for one in part.sentences if (inside := _own_sums(part, one, sums))]
    if len(telling) == 2 and all(len(inside) == 1 for _, inside in telling):
        (first, (one,)), (second, (other,)) = telling
        if _stands_apart(part, first, second):
            yield Halves(cuts=(0, second.start, len(part.script.text)), sums=(one[1], other[1]))


def _sums(part: Findings) -> list[tuple[int, Decimal]]:
    """Where sums stand in the text and in its lists without headings, and what they are."""
    found = {one.amount.start: one.amount.value for one in part.stated if one.meaning in _SUMS}
    for table in part.tables:
        for row in table.items:
            if table.header is None and len(row.amounts) == 1:
                found[row.amounts[0].start] = row.amounts[0].value
    return sorted(found.items())


def _counted(part: Findings, sums: list[tuple[int, Decimal]]) -> Iterator[Halves]:
    """The only two sums, or those beside what both make."""
    for whole in (None, *sums) if len(sums) == 3 else (None,):
        pair = [one for one in sums if one is not whole]
        if len(pair) != 2 or (whole and whole[1] != pair[0][1] + pair[1][1]):
            continue
        (first, value), (second, other) = pair
        start = whole[0] + 1 if whole and whole[0] < first else 0
        end = whole[0] if whole and whole[0] > second else len(part.script.text)
        cut = _cut(part, first, second)
        if cut is not None:
            yield Halves(cuts=(start, cut, end), sums=(value, other))


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
