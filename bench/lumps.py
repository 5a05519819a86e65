"""`python -m bench lumps`: whether one set of open items makes a sum, decided by us and by CP-SAT on the same cases.

CP-SAT (OR-tools) is asked twice, with one worker: for a set, then for another one than that. Both must say the same.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from ortools.sat.python import cp_model

from agent.match.sums import Verdict, decide
from bench.turns import Times, Way, in_turns

SECONDS: Final = 10  # that CP-SAT may take for a solve
VERDICTS: Final = (Verdict.NONE, Verdict.ONE, Verdict.SEVERAL)


@dataclass(frozen=True, slots=True)
class Opening:
    """Open items, each with what closes it in minor units, and the sum that is paid."""

    title: str
    amounts: list[list[int]]
    wanted: int


def measure(runs: int) -> dict[str, dict[str, float | str]]:
    """The table, printed as it comes; the figures by title."""
    print(
        "\nA sum without numbers: none, one or several sets of the open items; milliseconds of processor time\n"
    )
    print(f"  {'':42}{'items':>6}{'verdict':>11}{'remitd':>10}{'CP-SAT':>10}{'ratio':>8}  CP-SAT says")
    return {opening.title: _line(opening, runs) for opening in _openings()}


def _line(opening: Opening, runs: int) -> dict[str, float | str]:
    wanted = range(opening.wanted, opening.wanted + 1)
    ours, theirs = decide(opening.amounts, wanted), by_cp_sat(opening)
    for places in ours.sets:
        assert opening.wanted in _sums(opening.amounts, places), f"{opening.title}: {places} make another sum"
    told = theirs or "no answer"
    if ours.verdict is not Verdict.UNDECIDED and theirs is not None:
        assert ours.verdict is theirs, f"{opening.title}: {ours.verdict} here, {theirs} by CP-SAT"
    ways: dict[str, Way] = {"remitd": partial(decide, opening.amounts, wanted)}
    if theirs is not None:
        ways["cp_sat"] = partial(by_cp_sat, opening)
    times = in_turns(ways, runs)
    cp_sat, ratio = ("", "") if theirs is None else _beside(times)
    print(
        f"  {opening.title:42}{len(opening.amounts):6}{ours.verdict:>11}{times.ms('remitd'):10.1f}{cp_sat:>10}{ratio:>8}  {told}"
    )
    figures: dict[str, float | str] = {name: times.ms(name) for name in ways}
    return figures | {"items": len(opening.amounts), "verdict": ours.verdict.value, "cp_sat_says": told}


def _beside(times: Times) -> tuple[str, str]:
    return f"{times.ms('cp_sat'):.1f}", f"{times.ratio('cp_sat', 'remitd'):.1f}"


def _sums(amounts: Sequence[Sequence[int]], places: Sequence[int]) -> set[int]:
    """All sums of the items chosen."""
    sums = {0}
    for place in places:
        sums = {before + amount for before in sums for amount in amounts[place]}
    return sums


def by_cp_sat(opening: Opening) -> Verdict | None:
    """The verdict of two solves; None where one of them takes longer than it may."""
    model = cp_model.CpModel()
    taken = [model.new_bool_var("") for _ in opening.amounts]
    terms = []
    for is_taken, amounts in zip(taken, opening.amounts, strict=True):
        at = [model.new_bool_var("") for _ in amounts[1:]]
        model.add_at_most_one(at)
        model.add(sum(at) <= is_taken)
        terms += [
            amounts[0] * is_taken,
            *((less - amounts[0]) * one for less, one in zip(amounts[1:], at, strict=True)),
        ]
    model.add(sum(terms) == opening.wanted)
    model.add_bool_or(taken)
    count = 0
    while count < 2:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = SECONDS
        status = solver.solve(model)
        if status == cp_model.INFEASIBLE:
            break
        if status == cp_model.UNKNOWN:
            return None
        assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE), solver.status_name(status)
        count += 1
        model.add_bool_or([one.negated() if solver.value(one) else one for one in taken])
    return VERDICTS[count]


def _openings() -> Iterator[Opening]:
    """From the seed, so that each run has the same; half of those of any size are a unit off what some make."""
    rng = random.Random(42)

    def items(count: int, least: int, most: int) -> list[list[int]]:
        return [[rng.randrange(least, most)] for _ in range(count)]

    def paid(amounts: list[list[int]], count: int) -> int:
        return sum(rng.choice(one) for one in rng.sample(amounts, count))

    for count, most in ((10, 10**6), (20, 10**8), (30, 10**11), (40, 10**13)):
        amounts = items(count, most // 100, most)
        yield Opening(f"of any size, to {most:.0e}", amounts, paid(amounts, count // 2))
        yield Opening(f"of any size, to {most:.0e}, a unit off", amounts, paid(amounts, count // 2) + 1)
    amounts = items(40, 10**4, 10**6)
    yield Opening("to 10,000.00, six paid", amounts, paid(amounts, 6))
    yield Opening(
        "to 10,000.00, all but two paid", amounts, sum(one[0] for one in amounts) - paid(amounts, 2)
    )
    amounts = [[one, one - one // 50] for (one,) in items(20, 10**4, 10**8)]
    yield Opening("to 1,000,000.00, 2 % discount, ten paid", amounts, paid(amounts, 10))
    amounts = [*items(30, 10**5, 10**9), *([-one] for (one,) in items(6, 10**5, 10**8))]
    yield Opening("with six credit notes, twelve paid", amounts, paid(amounts, 12))
    amounts = [[125_000]] * 60
    yield Opening("all of 1,250.00, all paid", amounts, 60 * 125_000)
    yield Opening("all of 1,250.00, a unit off", amounts, 30 * 125_000 + 1)
    for count in (100, 200):
        amounts = items(count, 10**3, 10**5)
        yield Opening("to 1,000.00, half of all paid", amounts, paid(amounts, count // 2))
    amounts = items(200, 25 * 10**5, 10**7)
    yield Opening("25,000.00 to 100,000.00, one paid", amounts, paid(amounts, 1))
    yield Opening("25,000.00 to 100,000.00, a unit off", amounts, max(one[0] for one in amounts) + 1)
    amounts = items(60, 10**11, 10**13)
    yield Opening("of any size, to 1e+13", amounts, paid(amounts, 30))
