"""Chooses, of all ways to read the tables of documents, the one that a total proves and nothing denies."""

from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.reading.choice import Choice, Total, chosen, reduced
from agent.extract.reading.findings import Findings
from agent.extract.reading.totals import best_total
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.stated import Stated, worth
from agent.extract.tabular.line import ZERO, Line, join
from agent.extract.tabular.lines import Candidate, candidates

PROVEN: Final = 10.0
SAID_ELSEWHERE: Final = 2.5
MOST_TABLES: Final = 12
TWO_COLUMNS: Final = "two columns fit as well: which one was paid is not said"


def table_candidates(parts: Sequence[Findings]) -> list[Candidate]:
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
        unread=tuple(number for one in best for number in one.unread),
        priority=min(one.priority for one in best) + 0.5, currency=best[0].currency, sign=best[0].sign,
        is_paid=all(one.is_paid for one in best), is_taxed=any(one.is_taxed for one in best),
        ahead=sum((one.ahead for one in best), ZERO),
        denied_by=said if denied else None, unbalanced=tuple(number for one in best for number in one.unbalanced),
    )  # fmt: skip


def _likeliest(found: Sequence[Candidate]) -> Candidate:
    """The reading of a table that its own total proves; not beside a column of what was paid that its total denies."""
    denied = [one for one in found if one.is_paid and one.denied_by is not None]
    return max(denied or found, key=lambda one: (one.total in one.own_totals, one.priority))


def from_tables(found: Sequence[Candidate], totals: Sequence[Total], stated: Sequence[Stated]) -> Choice:
    """Lines of a table, and the total that proves them."""
    choice = _of_tables(found, totals, stated)
    likeliest = max(found, key=lambda one: one.priority)
    return replace(choice, likelier=likeliest.total) if _amounts(likeliest) != _amounts(choice) else choice


def _amounts(one: Candidate | Choice) -> list[tuple[str, Decimal | None]]:
    return [(line.reference.number, line.amount) for line in one.lines]


def _of_tables(found: Sequence[Candidate], totals: Sequence[Total], stated: Sequence[Stated]) -> Choice:
    scored = [(_score(one, totals), one) for one in found]
    score, best = max(scored, key=lambda pair: pair[0])
    if why := _why_undecided(best):
        return _undecided(best, why)
    if denied := _denied(best, found, totals):
        return chosen(*denied, warnings=(), is_sum=False)
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
        return chosen(best, total, warnings=(), is_sum=True)
    return _unproven(best, found, totals, stated)


def _unproven(
    best: Candidate, found: Sequence[Candidate], totals: Sequence[Total], stated: Sequence[Stated]
) -> Choice:
    """The likeliest reading of a table where no total proves one: what else is said of the sum, or what its lines make."""
    stated_total, warnings = best_total(totals, stated)
    if warnings:
        return _undecided(best, *warnings)
    said = stated_total or _own_total(best)
    if said is None and _has_rival(best, found):
        return _undecided(best, TWO_COLUMNS)
    if said is None:
        return _as_they_sum(best, stated)
    if len(best.lines) == 1 and best.priority < 3 and stated_total is not None:
        line = replace(best.lines[0], amount=said.value, gross=best.lines[0].amount)
        return chosen(replace(best, lines=(line,), total=said.value), said, warnings=warnings, is_sum=False)
    return chosen(best, said, warnings=warnings, is_sum=False)


def _why_undecided(one: Candidate) -> str | None:
    """What of the table itself keeps it from being read; None where nothing does."""
    if one.unread:
        return f"an amount can't be read: {', '.join(one.unread[:5])}"
    if one.unbalanced:
        return f"gross less what is withheld is not what was paid: {', '.join(one.unbalanced[:5])}"
    return None


def _has_rival(best: Candidate, found: Sequence[Candidate]) -> bool:
    """True where no heading tells two columns apart, or two are called paid, and nothing proves one.

    So beside a column that is not called paid, where one of which nobody knows the heading makes less.
    """
    rivals = (other for other in found if other.priority == best.priority and other.total != best.total)
    if (best.is_unnamed or best.is_paid) and any(rivals):
        return True
    numbers = {line.reference.number for line in best.lines}
    unknown = (other for other in found if other.is_unnamed and _is_of(other, numbers))
    return not (best.is_paid or best.is_net) and any(0 < other.total < best.total for other in unknown)


def _as_they_sum(best: Candidate, stated: Sequence[Stated]) -> Choice:
    """Lines without a total make one; not beside a sum that they don't make, and of which no word says what it is: 720.00 net."""
    shown = {best.total, *(value for line in best.lines for value in (line.amount, line.gross) if value)}
    beside = (
        one.amount.value
        for one in stated
        if one.meaning is Meaning.UNSAID and not one.amount.is_plain and not _is_of_document(one)
    )
    other = next((value for value in beside if value > 0 and value not in shown), None)
    if other is not None:
        return _undecided(best, f"{other:f} is said beside a list that makes {best.total:f}")
    said = Total(value=best.total, rank=9, currency=best.currency, sign=best.sign, span=None)
    return chosen(best, said, warnings=(), is_sum=False)


def _is_of_document(one: Stated) -> bool:
    """True for an amount of a row that names a document, which the list leaves out."""
    return bool(one.script.references_in(*one.script.row_span(one.script.row_of(one.amount.start))))


def _is_of(one: Candidate, numbers: Set[str]) -> bool:
    """True where a reading has these documents, but for rows of which 0.00 is paid: they have no line."""
    own = {line.reference.number for line in one.lines}
    return own == numbers or (one.has_unpaid and own <= numbers)


def _denied(
    best: Candidate, found: Sequence[Candidate], totals: Sequence[Total]
) -> tuple[Candidate, Total] | None:
    """What speaks against the likeliest reading: a column and a total that it does not make.

    The column that says what was paid, where another one is proved and no tax tells why; its own total row; or
    another total in clear words that no column makes.
    """
    numbers = {line.reference.number for line in best.lines}
    paid = next((one for one in found if one.is_paid and _is_of(one, numbers)), None)
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
    is_only = len({total.value for total in totals}) == 1  # however it is said
    elsewhere = any(total.value == one.total and (is_only or total.rank < 3) for total in totals)
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
    line = reduced(best.lines[0], kept, total.value, gross=best.total)
    return replace(best, lines=(line,), total=total.value, is_net=True), total
