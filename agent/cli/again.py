"""Decisions derived again to lines: the same, or what differs and why it may."""

from collections.abc import Iterator, Sequence

from agent.cli.teller import Teller, Told
from agent.pipeline.deriving import Derived, Verdict


def again(teller: Teller, derived: Sequence[Derived]) -> Iterator[Told]:
    """A line for each decision, and below it what came out otherwise."""
    yield from teller.heading("again")
    if not derived:
        yield from teller.text("again", teller.words.word("derived", "nothing"))
    for one in derived:
        verdict = teller.words.word("derived", one.verdict.value, seq=one.seq, detail=one.detail)
        what = f"{one.payment_id}, " if len({other.payment_id for other in derived}) > 1 else ""
        yield from teller.text("again", what + verdict)
        if one.verdict is Verdict.DIFFERS:
            nothing = teller.words.word("derived", "nothing_said")
            for name, booked, now in one.differing:
                field = teller.words.word("fields", name)
                said = teller.words.word(
                    "derived", "differing", what=field, booked=booked or nothing, derived=now or nothing
                )
                yield from teller.text("again", said, mark="    - ")
        for cause in one.causes:
            yield from teller.text("again", teller.words.word("derived", cause.value), mark="    ")


def not_now(teller: Teller, what: str) -> Iterator[Told]:
    """How to have it derived, where that takes too long to do it unasked."""
    yield from teller.heading("again")
    yield from teller.text("again", teller.words.word("derived", "not_now", id=what))
