"""Chooses, of all ways to read documents that tell one payment, the one that holds together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from agent.extract.reading.beside_table import told_beside
from agent.extract.reading.choice import Choice, Total, chosen, reduced
from agent.extract.reading.choose_one import invoice_span, one_document
from agent.extract.reading.choose_tables import from_tables, table_candidates
from agent.extract.reading.findings import Findings
from agent.extract.reading.marked_rows import of_one_mark
from agent.extract.reading.on_account import is_left_on_account
from agent.extract.reading.totals import best_total, owed_on, owed_total, totals_of
from agent.extract.speech.acts import Act
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.pairings import pairings
from agent.extract.speech.stated import Stated, worth
from agent.extract.tabular.items import count_words
from agent.extract.tabular.line import ZERO, Line
from agent.extract.tabular.lines import Candidate
from agent.extract.text.reference import Reference
from agent.extract.text.script import within
from agent.rules.vocabulary import Cue

MOST_BESIDE: Final = 5  # words of a line that names documents and says nothing else
LEAST_SURE: Final = 2.0  # priority of a pairing that needs no total to prove it


def choose(parts: Sequence[Findings], subject: Findings | None = None) -> Choice:
    """One payment out of the documents that tell it; the subject names documents where they do not."""
    stated = [one for part in parts for one in part.stated]
    totals = list(totals_of(parts, stated))
    tabled = table_candidates(parts)
    references = _paid_alone(parts, _named(parts), totals)
    if tabled and (other := told_beside(parts, tabled, subject)):
        return other
    if tabled:
        choice = from_tables(tabled, totals, stated)
        is_said = choice.total is not None and any(one.value == choice.total.value for one in totals)
        if not (choice.is_sum and is_said) and (marked := of_one_mark(parts, totals)):
            return chosen(*marked, warnings=(), is_sum=True)
        return choice if choice.is_sum else _with_all_named(choice, references, parts, totals)
    if not references and subject is not None:
        references = list({one.number: one for one in subject.script.references}.values())
        parts = [*parts, subject]
    if len(references) == 1 and not (references[0].item and references[0].item.is_credit):
        return one_document(references[0], parts, stated, totals)
    if references:
        paired = [one for part in parts for one in pairings(part.script, _of(part, references), part.stated)]
        return _several(references, paired, totals, stated, parts)
    total, warnings = best_total(totals, stated)
    nothing = _lines_of_nothing(parts) if total else ()
    return Choice(
        total=total, lines=nothing, currency=total.currency if total else None, sign=total.sign if total else None,
        lines_total=ZERO if nothing else None, warnings=warnings,
    )  # fmt: skip


def _lines_of_nothing(parts: Sequence[Findings]) -> tuple[Line, ...]:
    """Documents of which a table says that 0.00 is paid: a total beside it is not for what nobody names."""
    rows = (row for part in parts for table in part.tables for row in table.items)
    named = {row.reference.number: row.reference for row in rows if row.reference}
    return tuple(
        Line(reference=reference, amount=ZERO, evidence=invoice_span(parts, reference))
        for reference in named.values()
    )


def _paid_alone(
    parts: Sequence[Findings], named: list[Reference], totals: Sequence[Total]
) -> list[Reference]:
    """All documents that are named, where the sum is what is open on them; else those that the text names as paid.

    A mail names others too: "please send us INV-2 again", "everything but INV-3".
    """
    total, _ = best_total(totals, ())
    if total is None or not named or owed_on(named) == total.value:
        return named
    paying = _in_sentences(parts, named, (Act.PAYS,))
    if 0 < len(paying) < len(named) and owed_on(paying) == total.value:
        return paying
    if len(named) == 1 and not any(one.excepts for one in parts):
        return named
    is_told = _in_sentences(parts, named, (Act.PAYS,))
    listed = {one.number for part in parts if not is_told for one in _that_make(part, named, total)}
    return [one for one in named if one.number in listed or not any(_is_loose(part, one) for part in parts)]


def _that_make(part: Findings, named: Sequence[Reference], total: Total) -> list[Reference]:
    """The documents of one sentence whose sums beside them make the total: "It holds INV-1 at 1,470.00 and INV-2 at 780.00"."""
    for sentence in part.sentences:
        inside = part.script.references_in(sentence.start, sentence.end) if len(named) > 1 else []
        own = [one for one in named if any(one is other for other in inside)]
        if sentence.act is Act.NEUTRAL and len(own) > 1:
            stated = [one for one in part.stated if sentence.start <= one.amount.start < sentence.end]
            if any(one.total == total.value for one in pairings(part.script, own, stated)):
                return own
    return []


def _in_sentences(
    parts: Sequence[Findings], named: Sequence[Reference], acts: Sequence[Act]
) -> list[Reference]:
    """The named documents that stand in sentences of these acts."""
    numbers = {
        one.number
        for part in parts
        for sentence in part.sentences
        if sentence.act in acts
        for one in part.script.references_in(sentence.start, sentence.end)
    }
    return [one for one in named if one.number in numbers]


def _is_loose(part: Findings, reference: Reference) -> bool:
    """True for a number in a sentence that pays everything, or in one that says something else than its number."""
    if not any(one is reference for one in part.script.references):
        return False
    start, end = part.script.sentence_of(reference.start)
    act = next((one.act for one in part.sentences if one.start <= reference.start < one.end), Act.NEUTRAL)
    if act is Act.PAYS:
        return any(
            hit.end <= reference.start for hit in within(part.script.hits.cues(Cue.ALL_DUE), start, end)
        )
    said = within(part.script.hits.cues(Cue.ANSWERS, Cue.CREDIT_NOTE), start, end)
    return act is Act.NEUTRAL and not said and count_words(part.script, start, end) > MOST_BESIDE


def _with_all_named(
    choice: Choice, references: Sequence[Reference], parts: Sequence[Findings], totals: Sequence[Total]
) -> Choice:
    """Lines that do not make the total, with all else that the texts name, where the ledger says that these do."""
    listed = {line.reference.number: line.reference for line in choice.lines}
    every = {**{one.number: one for one in references}, **listed}
    total = next((one for one in totals if one.value == owed_on(list(every.values()))), None)
    if total is None or len(every) == len(listed):
        return choice
    lines = tuple(
        Line(reference=one, amount=None, evidence=invoice_span(parts, one)) for one in every.values()
    )
    return Choice(total=total, lines=lines, currency=total.currency, sign=total.sign)


def _named(parts: Sequence[Findings]) -> list[Reference]:
    """Documents that the texts name; the ledger's own where some are of the ledger and others only look like it."""
    found: dict[str, Reference] = {}
    for part in parts:
        for reference in part.named:
            found.setdefault(reference.number, reference)
    return list(found.values())


def _of(part: Findings, references: Sequence[Reference]) -> list[Reference]:
    own = [reference for reference in part.named if any(reference is other for other in references)]
    return own if len(own) == len(references) else []


def _several(
    references: Sequence[Reference], paired: Sequence[Candidate], totals: Sequence[Total], stated: Sequence[Stated],
    parts: Sequence[Findings],
) -> Choice:  # fmt: skip
    """Several documents in running text: their own amounts where these sum to the total, else the total alone."""
    kept = [one for one in stated if one.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)]
    for one in sorted(paired, key=lambda one: -one.priority):
        if proven := _proven(one, totals, kept) or _with_rest(one, totals, parts):
            return proven
    taken = {one.amount.value for one in kept}
    paired = [one for one in paired if taken.isdisjoint(line.amount for line in one.lines)]
    if (
        paired and paired[0].is_paid and all(one.rank for one in totals)
    ):  # each with a verb of its own, no total
        best = paired[0]
        own = Total(value=best.total, rank=9, currency=best.currency, sign=best.sign, span=None)
        return chosen(best, own, warnings=(), is_sum=False)
    total, warnings = best_total(totals, stated)
    if (
        not paired
        and total is not None
        and total.rank > 0
        and (several := _sums_beside(references, stated, total))
    ):
        return several
    if (total is None or total.rank > 1) and (owed := owed_total(references, stated)):
        total, warnings = owed, ()
    if paired and (total is None or (_uses(paired[0], total) and total.value != owed_on(references))):
        unused = [one for one in totals if not _uses(paired[0], one)]
        total, warnings = best_total(unused, stated)
    lines = tuple(
        Line(reference=reference, amount=None, evidence=invoice_span(parts, reference))
        for reference in references
    )
    apart = [one for one in paired if one.priority > LEAST_SURE and (total is None or not _uses(one, total))]
    if apart and (total is None or total.rank < 2):
        best = max(apart, key=lambda one: one.priority)
        said = total or Total(value=best.total, rank=9, currency=best.currency, sign=best.sign, span=None)
        return chosen(best, said, warnings=(), is_sum=False)
    return Choice(
        total=total, lines=lines, currency=total.currency if total else None, sign=total.sign if total else None,
        warnings=warnings,
    )  # fmt: skip


def _sums_beside(references: Sequence[Reference], stated: Sequence[Stated], total: Total) -> Choice | None:
    """Several amounts in the sentence of a total that no label calls one: it is their sum, or nothing sure.

    "USD 1,190.00 and USD 812.40 for INV-1 and INV-2".
    """
    owed = owed_on(references)
    home = next((one for one in stated if one.amount.value == total.value), None)
    if home is None or total.value == owed:
        return None
    start, end = home.script.sentence_of(home.amount.start)
    beside = [
        one for one in stated
        if one.script is home.script and start <= one.amount.start < end and one.meaning in (Meaning.TOTAL, Meaning.UNSAID)
    ]  # fmt: skip
    inside = [one for one in references if home.script.references_in(start, end).count(one)]
    if len(beside) < 2 or len(beside) != len(inside):
        return None
    whole = worth(beside)
    lines = tuple(Line(reference=one, amount=None) for one in references)
    said = replace(total, value=whole, rank=9, span=None) if whole == owed else None
    warnings = () if said else ("several amounts could be the payment",)
    return Choice(total=said, lines=lines, currency=total.currency, sign=total.sign, warnings=warnings)


def _proven(one: Candidate, totals: Sequence[Total], kept: Sequence[Stated]) -> Choice | None:
    """A pairing that another total proves; what was kept back is that of the document said last before it."""
    unused = [total for total in totals if not _uses(one, total)]
    if total := next((total for total in unused if total.value == one.total), None):
        lines = [_explained(line, one.lines, kept) for line in one.lines]
        return chosen(replace(one, lines=tuple(lines)), total, warnings=(), is_sum=True)
    total = next((total for total in unused if kept and total.value == one.total - worth(kept)), None)
    if total is None:
        return None
    lines = list(one.lines)
    owners = [_said_before(lines, each) for each in kept]
    for at in set(owners):
        own = [each for each, owner in zip(kept, owners, strict=True) if owner == at]
        lines[at] = reduced(lines[at], own, (lines[at].amount or ZERO) - worth(own), gross=lines[at].amount)
    return chosen(replace(one, lines=tuple(lines), total=total.value), total, warnings=(), is_sum=True)


def _explained(line: Line, lines: Sequence[Line], kept: Sequence[Stated]) -> Line:
    """A line with what was kept back behind it, where a sum there is its gross: "1,470.00 (1,500.00 less 30.00 discount)"."""
    own = [one for one in kept if lines[_said_before(lines, one)] is line]
    if not own or line.amount is None or line.discount or line.deduction:
        return line
    gross = line.amount + worth(own)
    script = own[0].script
    around = script.amounts_in(*script.sentence_of(own[0].amount.start))
    return reduced(line, own, line.amount, gross) if any(one.value == gross for one in around) else line


def _with_rest(one: Candidate, totals: Sequence[Total], parts: Sequence[Findings]) -> Choice | None:
    """A pairing beside a larger total of which the rest is on account."""
    for total in totals:
        rest = total.value - one.total
        if not _uses(one, total) and is_left_on_account(parts, rest):
            return chosen(replace(one, total=total.value, ahead=rest), total, warnings=(), is_sum=True)
    return None


def _said_before(lines: Sequence[Line], kept: Stated) -> int:
    """Which line's document is the last one named before what was kept back; the last of all where none is."""
    own = kept.script.references
    before = [
        (line.reference.start, at)
        for at, line in enumerate(lines)
        if line.reference.start < kept.amount.start and any(one is line.reference for one in own)
    ]
    return max(before)[1] if before else len(lines) - 1


def _uses(one: Candidate, total: Total) -> bool:
    return total.span is not None and any(
        span.box == total.span.box and span.part == total.span.part
        for line in one.lines
        for span in line.evidence
    )
