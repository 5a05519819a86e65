"""(a sum that may not be booked by itself, the open items) to the one set of them for staff, with the proof that it is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agent.facts.payments import Rejected
from agent.match.sums import Decision, Verdict, decide
from agent.money import Money
from agent.rules.matching import MatchingRules

_SHOWN: Final = 20  # numbers of a set in a sentence
_COUNTED: Final = 20  # items of which the sets are counted out
_LARGE: Final = 10**18  # minor units: so much that only the absolute limit of the tolerance counts


@dataclass(frozen=True, slots=True)
class Proposal:
    """The only set that makes a sum, if one does; `proof` and `rejected` say what is known in any case."""

    numbers: tuple[str, ...]  # empty: there is none, or not one alone
    proof: str
    rejected: tuple[Rejected, ...] = ()


def propose(
    fund: Money, items: Sequence[tuple[str, frozenset[int]]], payer_id: str, rules: MatchingRules
) -> Proposal:
    """Look at every set of the items (each with what closes it, in minor units) that makes the fund to the cent.

    Where none does, the sets that are more by at most the tolerance. Nothing of it may be booked without a person.
    """
    amounts = [closing for _, closing in items]
    exact = decide(amounts, range(fund.minor, fund.minor + 1))
    over = _tolerated(fund, payer_id, rules)
    if exact.verdict is not Verdict.NONE or not over:
        return _said(exact, items, str(fund))
    near = decide(amounts, range(fund.minor + 1, fund.minor + over.minor + 1))
    found = _said(near, items, f"{fund} and at most {over} more, which the tolerance covers")
    return Proposal(found.numbers, f"no set makes {fund} to the cent, and {found.proof}", found.rejected)


def numbers_shown(numbers: Sequence[str], between: str) -> str:
    """The numbers of a set, for a sentence."""
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return between.join(numbers[:_SHOWN]) + more


def _tolerated(fund: Money, payer_id: str, rules: MatchingRules) -> Money:
    """The most by which a sum of open items may exceed the fund and be within the tolerance of that sum."""
    over = rules.tolerance(Money(_LARGE, fund.currency), payer_id)
    while (less := rules.tolerance(fund + over, payer_id)) < over:
        over = less
    return over


def _said(decision: Decision, items: Sequence[tuple[str, frozenset[int]]], wanted: str) -> Proposal:
    count = len(items)
    every = f"{2**count:,}" if count <= _COUNTED else f"2^{count}"
    how = ", each in full or less its discount," if any(len(closing) > 1 for _, closing in items) else ""
    sets = [tuple(items[place][0] for place in places) for places in decision.sets]
    shown = [numbers_shown(numbers, " + ") for numbers in sets]
    if decision.verdict is Verdict.ONE:
        return Proposal(
            sets[0],
            f"of all {every} sets of the {count} open items{how} one alone makes {wanted}: {shown[0]}",
        )
    if decision.verdict is Verdict.SEVERAL:
        why = "it is not the only set that makes the sum"
        return Proposal(
            (),
            f"of all {every} sets of the {count} open items{how} more than one makes {wanted}",
            tuple(Rejected(what=one, why=why) for one in shown),
        )
    if decision.verdict is Verdict.NONE:
        return Proposal((), f"none of the {every} sets of the {count} open items{how} makes {wanted}")
    return Proposal(
        (), f"the {count} open items have too many sets{how} to decide whether one makes {wanted}"
    )
