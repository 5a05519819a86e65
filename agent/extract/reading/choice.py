"""The reading that was chosen, and lines less what was kept back from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from agent.extract.speech.meaning import Meaning
from agent.extract.speech.stated import Stated, worth
from agent.extract.tabular.line import Line
from agent.extract.tabular.lines import Candidate
from agent.facts.documents import Span


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
    ahead: Decimal | None = None  # of the total: what is on account, so that the lines make the rest
    likelier: Decimal | None = None  # what the lines of a column sum to that is likelier by its heading
    warnings: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """True where nothing contradicts: a total is known, and the lines are it or have no amounts."""
        return self.total is not None and self.lines_total is None and not self.warnings


def reduced(line: Line, kept: Sequence[Stated], amount: Decimal | None, gross: Decimal | None) -> Line:
    """A line with what was kept back from it, its discount and its deduction apart."""
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


def chosen(best: Candidate, total: Total, *, warnings: tuple[str, ...], is_sum: bool) -> Choice:
    """These lines under this total, and what they sum to where that is something else."""
    differs = best.total != total.value and all(line.amount is not None for line in best.lines)
    return Choice(
        total=total, lines=best.lines, currency=total.currency or best.currency,
        sign=total.sign or (None if total.currency else best.sign), is_sum=is_sum and not differs, is_net=best.is_net,
        lines_total=best.total if differs else None, ahead=best.ahead or None, warnings=warnings,
    )  # fmt: skip
