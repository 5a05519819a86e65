"""Says what a payment that was read from a picture does not prove by itself: one misread digit must show.

A digit is proved by a second statement that was printed apart from the first: lines and their total, figures and words,
or the mail's own text. The other half of the proof, the ledger, is agent/match/picture.py. What is left is a document
that contradicts itself in one digit, which is misread so that both of its statements and the ledger agree.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from agent.extract.reading.choice import Choice, Total
from agent.extract.reading.findings import Findings
from agent.extract.speech.meaning import Meaning
from agent.facts.documents import Span


def is_from_picture(parts: Sequence[Findings]) -> bool:
    """True where some of what tells a payment is the picture of a page."""
    return any(part.script.document.recognised for part in parts)


def unproved(parts: Sequence[Findings], choice: Choice, words: Decimal | None) -> tuple[str, ...]:
    """Why the documents alone do not prove what was read in a picture; empty where they do, or are text."""
    return tuple(_reasons(parts, choice, words)) if is_from_picture(parts) else ()


def _reasons(parts: Sequence[Findings], choice: Choice, words: Decimal | None) -> Iterator[str]:
    yield from choice.warnings
    total = choice.total
    if not choice.lines:
        yield "it names no document that we know how to look up"
    if total is None:
        return
    if words is not None and words != total.value:
        yield f"the amount is {total.value} in figures and {words} in words"
    elif choice.likelier is not None:
        yield f"a likelier column of it makes {choice.likelier}, not {total.value}"
    elif other := _said_as_well(parts, total):
        yield f"it says {other} as well as {total.value}"
    elif choice.ahead:
        yield f"{choice.ahead} of it is for nothing billed yet"
    elif choice.lines_total is not None:
        yield f"its lines make {choice.lines_total}, not {total.value}"
    elif not (_is_text(parts, total) or _is_in_words(parts, total, words) or _is_sum(choice, total)):
        yield f"the amount, {total.value}, is said once: nothing else in it proves its digits"


def _said_as_well(parts: Sequence[Findings], total: Total) -> Decimal | None:
    """Another sum that is called the payment's as clearly; in text, any that is."""
    others = (
        one.amount.value
        for part in parts
        for one in part.stated
        if one.meaning is Meaning.TOTAL
        and one.rank <= (max(total.rank, 1) if part.script.document.recognised else 2)
        and one.amount.value != total.value
    )
    return next(others, None)


def _is_text(parts: Sequence[Findings], total: Total) -> bool:
    """The sum stands in text, or text says it too."""
    return (total.span is not None and total.span.confidence is None) or any(
        one.amount.value == total.value and one.meaning is Meaning.TOTAL
        for part in parts
        if not part.script.document.recognised
        for one in part.stated
    )


def _is_in_words(parts: Sequence[Findings], total: Total, words: Decimal | None) -> bool:
    """Figures and words agree, and both are there."""
    shown = any(amount.value == total.value for part in parts for amount in part.script.amounts)
    return shown and words == total.value


def _is_sum(choice: Choice, total: Total) -> bool:
    """The lines make the total, and it is printed apart from them."""
    if not choice.is_sum or total.span is None:
        return False
    lines = {_place(span) for line in choice.lines for span in line.evidence}
    return _place(total.span) not in lines


def _place(span: Span) -> tuple[object, ...]:
    return span.part, span.page, span.box
