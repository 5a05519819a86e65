"""A sum that running text states, and what its words say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from agent.extract.speech.meaning import Meaning
from agent.extract.tabular.line import ZERO
from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An amount outside of tables and what its words say of it; the lowest `rank` of totals counts."""

    amount: Amount
    meaning: Meaning
    rank: int
    reason: str | None
    script: Script


def sums(stated: Sequence[Stated], *meanings: Meaning) -> list[Stated]:
    """Stated amounts of these meanings, the best words first."""
    return sorted((one for one in stated if one.meaning in meanings), key=lambda one: one.rank)


def worth(values: Sequence[Stated]) -> Decimal:
    """What they sum to, the same place counted once."""
    return sum((abs(one.amount.value) for one in values), ZERO)
