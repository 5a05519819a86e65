"""Chooses, of all ways to read documents that tell one payment, the one that holds together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from agent.extract.findings import Findings
from agent.extract.lines import ZERO, Candidate, Line, candidates, join
from agent.extract.prose import Meaning, Stated, pairings, sums, worth
from agent.extract.references import Reference
from agent.extract.script import within
from agent.extract.sentences import Act
from agent.facts.documents import Span
from agent.rules.vocabulary import Cue

PROVEN: Final = 10.0
SAID_ELSEWHERE: Final = 2.5
MOST_TABLES: Final = 12
TWO_COLUMNS: Final = "two columns fit as well: which one was paid is not said"
LEAST_SURE: Final = 2.0  # priority of a pairing that needs no total to prove it


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What a document says was paid in all; the lowest rank has the clearest words."""

    value: Decimal
    rank: int
    currency: str | None
    sign: str | None
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The reading that was chosen."""

    total: Total | None
    lines: tuple[Line, ...]
    currency: str | None
    sign: str | None
    is_sum: bool = False  # the lines, each with an amount of its own, sum to the total
    is_net: bool = False
    lines_total: Decimal | None = None  # where the lines sum to something else
    likelier: Decimal | None = None  # what the lines of a column sum to that is likelier by its heading
    warnings: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """True where nothing contradicts: a total is known, and the lines are it or have no amounts."""
        return self.total is not None and self.lines_total is None and not self.warnings


def choose(parts: Sequence[Findings], subject: Findings | None = None) -> Choice:
    """One payment out of the documents that tell it; the subject names documents where they do not."""
    stated = [one for part in parts for one in part.stated]
    totals = list(_totals(parts, stated))
    tabled = _table_candidates(parts)
    references = _paid_alone(parts, _named(parts), totals)
    if tabled:
        choice = _with_lines(tabled, totals, stated)
        return choice if choice.is_sum else _with_all_named(choice, references, parts, totals)
    if not references and subject is not None:
        references = list({one.number: one for one in subject.script.references}.values())
        parts = [*parts, subject]
    if len(references) == 1 and not (references[0].item and references[0].item.is_credit):
        return _one(references[0], parts, stated, totals)
    if references:
        paired = [one for part in parts for one in pairings(part.script, _of(part, references), part.stated)]
        return _several(references, paired, totals, stated, parts)
    total, warnings = _best(totals, stated)
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
        Line(reference=reference, amount=ZERO, evidence=_invoice_span(parts, reference))
        for reference in named.values()
    )


def _paid_alone(
    parts: Sequence[Findings], named: list[Reference], totals: Sequence[Total]
) -> list[Reference]:
    """The documents of the sentences that pay, where a sum is just what is open on them; else all that are named."""
    paying = {
        one.number: one
        for part in parts
        for sentence in part.sentences
        if sentence.act is Act.PAYS
        for one in part.script.references_in(sentence.start, sentence.end)
        if any(one.number == other.number for other in named)
    }
    total, _ = _best(totals, ())
    is_all = (
        total is not None and 0 < len(paying) < len(named) and _owed(list(paying.values())) == total.value
    )
    return list(paying.values()) if is_all else named


def _with_all_named(
    choice: Choice, references: Sequence[Reference], parts: Sequence[Findings], totals: Sequence[Total]
) -> Choice:
    """Lines that do not make the total, with all else that the texts name, where the ledger says that these do."""
    listed = {line.reference.number: line.reference for line in choice.lines}
    every = {**{one.number: one for one in references}, **listed}
    total = next((one for one in totals if one.value == _owed(list(every.values()))), None)
    if total is None or len(every) == len(listed):
        return choice
    lines = tuple(
        Line(reference=one, amount=None, evidence=_invoice_span(parts, one)) for one in every.values()
    )
    return Choice(total=total, lines=lines, currency=total.currency, sign=total.sign)


def _owed(references: Sequence[Reference]) -> Decimal | None:
    """What is open on documents, credit notes taken; None where one is not of the ledger, or they differ in currency."""
    items = [one.item for one in references if one.item]
    if len(items) < len(references) or len({item.open.currency for item in items}) != 1:
        return None
    return sum((item.open.decimal for item in items), ZERO)


def _owed_total(references: Sequence[Reference], stated: Sequence[Stated]) -> Total | None:
    """An amount whose words say nothing, or something else, that is just what is open on all that is named."""
    owed = _owed(references)
    one = next((one for one in stated if owed and one.amount.value == owed), None)
    if one is None:
        return None
    span = one.script.span("amount", one.amount.start, one.amount.end)
    return Total(
        value=one.amount.value, rank=1, currency=one.amount.currency, sign=one.amount.sign, span=span
    )


def _totals(parts: Sequence[Findings], stated: Sequence[Stated]) -> Iterator[Total]:
    for one in sums(stated, Meaning.TOTAL, Meaning.UNSAID):
        amount = one.amount
        if amount.value <= 0 or (
            one.meaning is Meaning.UNSAID and (amount.is_plain or not _may_be_total(one, parts))
        ):
            continue
        rank = one.rank + (1 if one.meaning is Meaning.UNSAID else 0)
        yield Total(
            value=amount.value, rank=rank, currency=amount.currency, sign=amount.sign,
            span=one.script.span("amount", amount.start, amount.end),
        )  # fmt: skip
    if not any(one.meaning is Meaning.TOTAL for one in stated):
        for part in parts:
            for start, end, value in part.capitals:
                figures = part.script.amounts_in(*part.script.row_span(part.script.row_of(start)))
                if len(figures) == 1 and not figures[0].is_plain:
                    start, end, value = figures[0].start, figures[0].end, figures[0].value
                yield Total(
                    value=value, rank=1, currency=None, sign=None, span=part.script.span("amount", start, end)
                )


def _may_be_total(unsaid: Stated, parts: Sequence[Findings]) -> bool:
    """True for an amount in a sentence that pays; or the only one, with a currency, on a slip."""
    if unsaid.rank <= 2:
        return True
    part = next(part for part in parts if part.script is unsaid.script)
    alone = {one.amount.value for one in part.stated} == {unsaid.amount.value}
    return alone and part.advises and not part.is_body and bool(unsaid.amount.currency or unsaid.amount.sign)


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


def _table_candidates(parts: Sequence[Findings]) -> list[Candidate]:
    """The ways to read the tables of all parts: each distinct one, and all of them together."""
    tables: list[list[Candidate]] = []
    seen: list[frozenset[str]] = []
    for part in parts:
        for table in part.tables[:MOST_TABLES]:
            found = candidates(part.script, table)
            numbers = frozenset(line.reference.number for one in found[:1] for line in one.lines)
            if not found or any(numbers <= other for other in seen):
                continue
            wider = [index for index, other in enumerate(seen) if other < numbers]
            for index in reversed(wider):
                del tables[index], seen[index]
            tables.append(found)
            seen.append(numbers)
    if len(tables) < 2:
        return tables[0] if tables else []
    return [_together(tables), *(one for found in tables for one in found)]


def _together(tables: Sequence[Sequence[Candidate]]) -> Candidate:
    """All tables as one: of each the reading that its own total proves, else the likeliest."""
    best = [_likeliest(found) for found in tables]
    lines = join(line for one in best for line in one.lines)
    denied = any(one.denied_by is not None for one in best)
    said = sum((one.total if one.denied_by is None else one.denied_by for one in best), ZERO)
    return Candidate(
        lines=tuple(lines), total=sum((one.total for one in best), ZERO),
        priority=min(one.priority for one in best) + 0.5, currency=best[0].currency, sign=best[0].sign,
        is_paid=all(one.is_paid for one in best), is_taxed=any(one.is_taxed for one in best),
        denied_by=said if denied else None, unbalanced=tuple(number for one in best for number in one.unbalanced),
    )  # fmt: skip


def _likeliest(found: Sequence[Candidate]) -> Candidate:
    """The reading of a table that its own total proves; not beside a column of what was paid that its total denies."""
    denied = [one for one in found if one.is_paid and one.denied_by is not None]
    return max(denied or found, key=lambda one: (one.total in one.own_totals, one.priority))


def _with_lines(found: Sequence[Candidate], totals: Sequence[Total], stated: Sequence[Stated]) -> Choice:
    """Lines of a table, and the total that proves them."""
    choice = _of_tables(found, totals, stated)
    likeliest = max(found, key=lambda one: one.priority)
    return replace(choice, likelier=likeliest.total) if _amounts(likeliest) != _amounts(choice) else choice


def _amounts(one: Candidate | Choice) -> list[tuple[str, Decimal | None]]:
    return [(line.reference.number, line.amount) for line in one.lines]


def _of_tables(found: Sequence[Candidate], totals: Sequence[Total], stated: Sequence[Stated]) -> Choice:
    scored = [(_score(one, totals), one) for one in found]
    score, best = max(scored, key=lambda pair: pair[0])
    if best.unbalanced:
        rows = ", ".join(best.unbalanced[:5])
        return _undecided(best, f"gross less what is withheld is not what was paid: {rows}")
    if denied := _denied(best, found, totals):
        return _choice(*denied, warnings=(), is_sum=False)
    total = next((one for one in totals if one.value == best.total), None)
    if total is None and best.total in best.own_totals:
        total = Total(
            value=best.total,
            rank=0,
            currency=best.currency,
            sign=best.sign,
            span=next(iter(best.proofs), None),
        )
    if total is None:
        best, total = _less_stated(best, totals, stated)
    if total is not None:
        if any(other == score and one.total != best.total for other, one in scored):
            return _undecided(best, TWO_COLUMNS)
        return _choice(best, total, warnings=(), is_sum=True)
    stated_total, warnings = _best(totals, stated)
    said = stated_total or _own_total(best)
    if said is None and _has_rival(best, found):
        return _undecided(best, TWO_COLUMNS)
    if said is None:
        said = Total(value=best.total, rank=9, currency=best.currency, sign=best.sign, span=None)
        return _choice(best, said, warnings=(), is_sum=False)
    if len(best.lines) == 1 and best.priority < 3 and stated_total is not None:
        line = replace(best.lines[0], amount=said.value, gross=best.lines[0].amount)
        return _choice(replace(best, lines=(line,), total=said.value), said, warnings=warnings, is_sum=False)
    return _choice(best, said, warnings=warnings, is_sum=False)


def _has_rival(best: Candidate, found: Sequence[Candidate]) -> bool:
    """True where no heading tells two columns apart, and nothing proves one."""
    rivals = (other for other in found if other.priority == best.priority and other.total != best.total)
    return best.is_unnamed and any(rivals)


def _denied(
    best: Candidate, found: Sequence[Candidate], totals: Sequence[Total]
) -> tuple[Candidate, Total] | None:
    """What speaks against the likeliest reading: a column and a total that it does not make.

    The column that says what was paid, where another one is proved and no tax tells why; its own total row; or
    another total in clear words that no column makes.
    """
    numbers = {line.reference.number for line in best.lines}
    paid = next(
        (one for one in found if one.is_paid and {line.reference.number for line in one.lines} == numbers),
        None,
    )
    if paid and not best.is_paid and not best.is_taxed and best.total != paid.total:
        elsewhere = next((one for one in totals if one.value == best.total), None)
        said = elsewhere or _own_total(paid if paid.denied_by is not None else best)
        return (paid, said) if said else None
    if best.denied_by is not None:
        return best, Total(
            value=best.denied_by, rank=0, currency=best.currency, sign=best.sign, span=best.proofs[-1] if best.proofs else None
        )  # fmt: skip
    made = {value for one in found for value in (one.total, *one.own_totals)}
    clear = [one for one in totals if one.rank == 0 and one.value not in made]
    return (best, clear[0]) if clear and _score(best, totals) > PROVEN else None


def _undecided(one: Candidate, warning: str) -> Choice:
    """The documents are known, what is paid is not."""
    lines = tuple(
        Line(reference=line.reference, amount=None, evidence=line.evidence[:1]) for line in one.lines
    )
    return Choice(total=None, lines=lines, currency=one.currency, sign=one.sign, warnings=(warning,))


def _score(one: Candidate, totals: Sequence[Total]) -> float:
    elsewhere = any(total.value == one.total and total.rank < 3 for total in totals)
    own = one.total in one.own_totals
    return one.priority + (PROVEN if elsewhere or own else 0.0) + (SAID_ELSEWHERE if elsewhere else 0.0)


def _own_total(one: Candidate) -> Total | None:
    if not one.own_totals:
        return None
    return Total(
        value=one.own_totals[-1],
        rank=0,
        currency=one.currency,
        sign=one.sign,
        span=one.proofs[-1] if one.proofs else None,
    )


def _less_stated(
    best: Candidate, totals: Sequence[Total], stated: Sequence[Stated]
) -> tuple[Candidate, Total | None]:
    """Lines less what the text says was kept back, where that gives a total; on the only line there is."""
    kept = [one for one in stated if one.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)]
    total = next((one for one in totals if kept and one.value == best.total - worth(kept)), None)
    if total is None or len(best.lines) != 1:
        return best, None
    line = _reduced(best.lines[0], kept, total.value, gross=best.total)
    return replace(best, lines=(line,), total=total.value, is_net=True), total


def _reduced(line: Line, kept: Sequence[Stated], amount: Decimal | None, gross: Decimal | None) -> Line:
    discounts = [one for one in kept if one.meaning is Meaning.DISCOUNT]
    deductions = [one for one in kept if one.meaning is Meaning.DEDUCTION]
    spans = tuple(
        one.script.span(
            "line.discount" if one in discounts else "line.deduction", one.amount.start, one.amount.end
        )
        for one in kept
    )
    reason = next((one.reason for one in deductions if one.reason), None)
    if deductions and reason is None:
        reason = _words_of(deductions[0])
    return replace(
        line, amount=amount, gross=gross, discount=line.discount + worth(discounts),
        deduction=line.deduction + worth(deductions), reason=line.reason or reason, evidence=(*line.evidence, *spans),
    )  # fmt: skip


def _words_of(stated: Stated) -> str | None:
    start, end = stated.script.sentence_of(stated.amount.start)
    return " ".join(stated.script.text[start:end].split())[:200] or None


def _choice(best: Candidate, total: Total, *, warnings: tuple[str, ...], is_sum: bool) -> Choice:
    differs = best.total != total.value and all(line.amount is not None for line in best.lines)
    return Choice(
        total=total, lines=best.lines, currency=total.currency or best.currency,
        sign=total.sign or (None if total.currency else best.sign), is_sum=is_sum and not differs, is_net=best.is_net,
        lines_total=best.total if differs else None, warnings=warnings,
    )  # fmt: skip


def _best(totals: Sequence[Total], stated: Sequence[Stated]) -> tuple[Total | None, tuple[str, ...]]:
    """The total that the words say best; none where two differ and nothing decides."""
    if not totals:
        return None, ()
    rank = min(total.rank for total in totals)
    best = [total for total in totals if total.rank == rank]
    values = {total.value for total in best}
    kept = worth([one for one in stated if one.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)])
    if len(values) == 1:
        less = (other for other in totals if kept and other.value == best[0].value - kept and other.rank < 2)
        return next(less, best[0]), ()
    gross = {abs(one.amount.value) for one in stated}
    proven = [total for total in best if kept and total.value + kept in gross]
    if len({total.value for total in proven}) == 1:
        return proven[0], ()
    repeated = {value for value in values if sum(total.value == value for total in totals) > 1}
    if len(repeated) == 1:
        return next(total for total in best if total.value in repeated), ()
    shown = ", ".join(format(value, "f") for value in sorted(values))
    return None, (f"several amounts could be the payment: {shown}",)


def _one(
    reference: Reference, parts: Sequence[Findings], stated: Sequence[Stated], totals: Sequence[Total]
) -> Choice:
    """One document under one total: the line has the total, less what was kept back."""
    total, warnings = _best(totals, stated)
    kept = [one for one in stated if one.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)]
    if total and (worth(kept) >= total.value or _is_beside(reference, total, kept, stated)):
        kept = []
    line = Line(reference=reference, amount=None, evidence=_invoice_span(parts, reference))
    if total is None:
        grosses = {abs(one.amount.value) for one in sums(stated, Meaning.GROSS)}
        in_part = any(part.script.hits.cues(Cue.PART) for part in parts)
        if len(grosses) != 1 or warnings or (in_part and not kept):
            return Choice(total=None, lines=(line,), currency=None, sign=None, warnings=warnings)
        gross: Decimal | None = min(grosses)
        total = Total(value=min(grosses) - worth(kept), rank=9, currency=None, sign=None, span=None)
        is_net = False
    else:
        gross, total, is_net = _gross(reference, total, kept, stated)
    line = _reduced(line, kept, total.value, gross) if kept else replace(line, amount=total.value)
    if total.span is not None:
        line = replace(line, evidence=(*line.evidence, replace(total.span, field="line.amount")))
    return Choice(
        total=total, lines=(line,), currency=total.currency, sign=total.sign, is_net=is_net, warnings=warnings
    )


def _is_beside(reference: Reference, total: Total, kept: Sequence[Stated], stated: Sequence[Stated]) -> bool:
    """True for fees that a slip lists beside a payment, and that were not taken from it."""
    gross = total.value + worth(kept)
    if any(one.reason != "bank_charges" for one in kept) or any(
        abs(one.amount.value) == gross for one in stated
    ):
        return False
    if reference.item and gross in (reference.item.open.decimal, reference.item.billed.decimal):
        return False
    return not any(
        within(one.script.hits.cues(Cue.DEDUCTION, Cue.LESS), *one.script.sentence_of(one.amount.start))
        for one in kept
    )


def _gross(
    reference: Reference, total: Total, kept: Sequence[Stated], stated: Sequence[Stated]
) -> tuple[Decimal | None, Total, bool]:
    """Gross and net of one document, and whether both are said; what "less 20.00" follows is the gross one."""
    grosses = [
        abs(one.amount.value)
        for one in stated
        if one.meaning not in (Meaning.DEDUCTION, Meaning.DISCOUNT, Meaning.OTHER)
    ]
    if not kept or total.value + worth(kept) in grosses:
        return (total.value + worth(kept) if kept else None), total, bool(kept)
    if total.rank == 0:
        return None, total, False
    billed = {reference.item.billed.decimal, reference.item.open.decimal} if reference.item else set()
    is_gross = total.value in billed
    if not is_gross and total.value + worth(kept) not in billed:
        is_gross = any(_is_subtracted(one) for one in kept)
    if is_gross:
        return total.value, replace(total, value=total.value - worth(kept)), False
    return None, total, False


def _is_subtracted(stated: Stated) -> bool:
    """True after "less" or "abzüglich", which follow a gross amount."""
    start, _ = stated.script.sentence_of(stated.amount.start)
    less = [hit for hit in stated.script.hits.cues(Cue.LESS) if start <= hit.start < stated.amount.start]
    return bool(less) and any(
        one.end <= less[-1].start for one in stated.script.amounts_in(start, stated.amount.start)
    )


def _several(
    references: Sequence[Reference], paired: Sequence[Candidate], totals: Sequence[Total], stated: Sequence[Stated],
    parts: Sequence[Findings],
) -> Choice:  # fmt: skip
    """Several documents in running text: their own amounts where these sum to the total, else the total alone."""
    kept = [one for one in stated if one.meaning in (Meaning.DEDUCTION, Meaning.DISCOUNT)]
    for one in sorted(paired, key=lambda one: -one.priority):
        if proven := _proven(one, totals, kept):
            return proven
    total, warnings = _best(totals, stated)
    if (total is None or total.rank > 1) and (owed := _owed_total(references, stated)):
        total, warnings = owed, ()
    if paired and (total is None or (_uses(paired[0], total) and total.value != _owed(references))):
        unused = [one for one in totals if not _uses(paired[0], one)]
        total, warnings = _best(unused, stated)
    lines = tuple(
        Line(reference=reference, amount=None, evidence=_invoice_span(parts, reference))
        for reference in references
    )
    apart = [one for one in paired if one.priority > LEAST_SURE and (total is None or not _uses(one, total))]
    if apart and (total is None or total.rank < 2):
        best = max(apart, key=lambda one: one.priority)
        said = total or Total(value=best.total, rank=9, currency=best.currency, sign=best.sign, span=None)
        return _choice(best, said, warnings=(), is_sum=False)
    return Choice(
        total=total, lines=lines, currency=total.currency if total else None, sign=total.sign if total else None,
        warnings=warnings,
    )  # fmt: skip


def _proven(one: Candidate, totals: Sequence[Total], kept: Sequence[Stated]) -> Choice | None:
    """A pairing that another total proves; what was kept back is the last document's, as it is said last."""
    unused = [total for total in totals if not _uses(one, total)]
    if total := next((total for total in unused if total.value == one.total), None):
        return _choice(one, total, warnings=(), is_sum=True)
    total = next((total for total in unused if kept and total.value == one.total - worth(kept)), None)
    if total is None:
        return None
    last = one.lines[-1]
    reduced = _reduced(last, kept, (last.amount or ZERO) - worth(kept), gross=last.amount)
    less = replace(one, lines=(*one.lines[:-1], reduced), total=total.value)
    return _choice(less, total, warnings=(), is_sum=True)


def _uses(one: Candidate, total: Total) -> bool:
    return total.span is not None and any(
        span.box == total.span.box and span.part == total.span.part
        for line in one.lines
        for span in line.evidence
    )


def _invoice_span(parts: Sequence[Findings], reference: Reference) -> tuple[Span, ...]:
    for part in parts:
        if any(one is reference for one in part.script.references):
            return (part.script.span("line.invoice", reference.start, reference.end),)
    return ()
