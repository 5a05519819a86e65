"""A sentence of a document, or a part of one, with what it does."""

from dataclasses import dataclass

from agent.extract.speech.acts import Act


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one that does something else than the rest."""

    start: int
    end: int
    act: Act
    denies: bool = (
        False  # it tells of a payment that was not made, came back, hangs on something, or went elsewhere
    )
