"""Tests of agent.match.sums: each verdict, both sides of it, and the same as looking at every set."""

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.match.sums import Verdict, decide

Case = dict[str, Any]
small, cents, large = st.integers(1, 12), st.integers(1, 3_000), st.integers(10**9, 10**12)


def test_match_sums(case: Case) -> None:
    """The verdict, and the sets that show it."""
    found = decide(case["items"], range(case["sum"], case["sum"] + case.get("over", 0) + 1))
    shown = sorted(list(places) for places in found.sets)
    assert (found.verdict.value, shown) == (case["verdict"], case.get("sets", []))


def every_set(amounts: list[list[int]], wanted: range) -> set[tuple[int, ...]]:
    """All sets that make a wanted sum, each by the places of its items: every way there is, one by one."""
    found = set()
    for ways in product(*([None, *sorted(set(paid))] for paid in amounts)):
        places = tuple(place for place, paid in enumerate(ways) if paid is not None)
        if places and sum(paid for paid in ways if paid is not None) in wanted:
            found.add(places)
    return found


@st.composite
def openings(draw: st.DrawFn) -> tuple[list[list[int]], range]:
    """Invoices and credit notes, some with a discount, and a sum that some of them may make."""
    size = draw(st.sampled_from([small, cents, large]))
    amounts = []
    for _ in range(draw(st.integers(0, 7))):
        full = draw(size) * draw(st.sampled_from([1, 1, 1, -1]))
        less = draw(st.sampled_from([full, full, full - full // 50, full - 1, 0]))
        amounts.append([full, less])
    paid = draw(st.lists(st.sampled_from(amounts), max_size=8)) if amounts else []
    wanted = sum(draw(st.sampled_from(one)) for one in paid) + draw(st.sampled_from([0, 0, 0, 1, -1]))
    return amounts, range(wanted, wanted + draw(st.sampled_from([1, 1, 2, 7])))


@settings(max_examples=400, deadline=None)
@given(openings())
def test_the_verdict_is_that_of_looking_at_every_set(opening: tuple[list[list[int]], range]) -> None:
    amounts, wanted = opening
    every, found = every_set(amounts, wanted), decide(amounts, wanted)
    assert found.verdict is (Verdict.NONE, Verdict.ONE, Verdict.SEVERAL)[min(len(every), 2)]
    assert len(found.sets) == len(set(found.sets)) == min(len(every), 2)
    assert every.issuperset(found.sets)


@settings(max_examples=60, deadline=None)
@given(st.lists(cents, min_size=30, max_size=80), st.integers(1, 9_000))
def test_many_small_items_are_decided_as_by_adding_one_after_the_other(opens: list[int], wanted: int) -> None:
    ways = [1] + [0] * wanted  # how many sets make each sum, two standing for more
    for one in opens:
        ways = [min(2, here + (ways[made - one] if made >= one else 0)) for made, here in enumerate(ways)]
    found = decide([[one] for one in opens], range(wanted, wanted + 1))
    assert len(found.sets) == ways[wanted]
    assert all(sum(opens[place] for place in places) == wanted for places in found.sets)


def test_forty_items_of_any_size_are_decided() -> None:
    """By construction: the only odd ones are two, so that their difference tells them apart."""
    opens = [2 * (10**12 + 999_983 * place**6) for place in range(39)]
    opens[7] += 1
    chosen = [place for place in range(39) if place % 3 != 1]
    wanted = sum(opens[place] for place in chosen)
    assert decide([[one] for one in opens], range(wanted, wanted + 1)).sets == (tuple(chosen),)
    assert (
        decide([[one] for one in [*opens, 4 * 10**12]], range(wanted + 2, wanted + 3)).verdict is Verdict.NONE
    )


def test_sixty_items_of_any_size_are_too_many_to_decide() -> None:
    opens = [2 * (10**15 + 999_983 * place**6) + (place == 7) for place in range(60)]
    wanted = sum(opens[::3]) + 1
    assert decide([[one] for one in opens], range(wanted, wanted + 1)).verdict is Verdict.UNDECIDED


def test_two_sets_of_some_of_too_many_items_are_several() -> None:
    opens = [2 * (10**15 + 999_983 * place**6) for place in range(60)]
    opens[1] = opens[0]
    wanted = sum(opens[place] for place in range(0, 40, 3))
    found = decide([[one] for one in opens], range(wanted, wanted + 1))
    assert found.verdict is Verdict.SEVERAL
    assert {sum(opens[place] for place in places) for places in found.sets} == {wanted}
