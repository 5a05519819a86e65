"""(amounts that close open items, a sum) to how many sets of the items make it, decided exactly: none, one, several.

The items are parted in two halves. A sum that the left half can make meets one that the right half lacks to the sum
wanted: only there can a set lie, and each half is then decided in the same way (Horowitz and Sahni 1974). Sums are
compared as the bits of one large number where they are small, else class by class of their remainders, so that little
of them is in memory at a time (Howgrave-Graham and Joux 2010). Nothing is rounded, sampled or left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from math import gcd
from typing import Final

_MOST_WORK: Final = 8_000_000  # pairs of sums, about 0.1 microseconds each
_BITS_OF_A_PAIR: Final = 2_048  # bits that are shifted and joined in the time of one pair
_BITS_BEYOND_CACHE: Final = 768  # the same of a number that no cache holds
_CACHED: Final = 1 << 25  # bits of a number
_PAIRS_OF_AN_ENTRY: Final = 100  # what it takes to look at an item at all
_LITTLE: Final = 2_000  # pairs: no use to look for a cheaper way
_CLASS: Final = 16_384  # sums of one remainder: they fit the processor's cache
_LARGEST_QUARTER: Final = 1 << 13
_PART: Final = 40  # items of any size that are searched at once


class Verdict(StrEnum):
    """How many sets of items make a sum."""

    NONE = "none"
    ONE = "one"
    SEVERAL = "several"
    UNDECIDED = "undecided"  # too many sets to look at: nothing is known


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict and the places of the items of each set shown: one, or two of several."""

    verdict: Verdict
    sets: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item, or what a sum may be over: a bit for it (0: it is no item), and what it adds to a sum."""

    bit: int
    paid: tuple[int, ...]  # one of these where it is in the set
    may_be_left: bool
    adds: tuple[int, ...]  # all that it may add, 0 where it may be left; least first


def _entry(bit: int, paid: Iterable[int], may_be_left: bool) -> _Entry:
    amounts = frozenset(paid)
    return _Entry(bit, tuple(amounts), may_be_left, tuple(sorted(amounts | {0} if may_be_left else amounts)))


class _TooMuchError(Exception):
    """There is more to look at than may be."""


class _Work:
    """What is left of the work that one decision may take, in pairs of sums."""

    def __init__(self) -> None:
        self.left = _MOST_WORK

    def spend(self, pairs: int) -> None:
        self.left -= pairs + 1
        if self.left < 0:
            raise _TooMuchError


def decide(amounts: Sequence[Iterable[int]], wanted: range) -> Decision:
    """Whether no set, one, or several make a sum within `wanted` (minor units, step 1).

    `amounts`: of each item what closes it, such as all that is open and the same less a discount; of a credit note
    negative. Two ways to make the sum with the same items are one set, and no items are none. Up to 40 items of one
    amount each are decided at any size, and 200 where sums stay below 10 million; beyond that it may be UNDECIDED.
    """
    try:
        masks = _masks(amounts, wanted)
    except _TooMuchError:
        try:  # two sets of some of the items are several all the same
            masks = _masks(amounts[:_PART], wanted)
        except _TooMuchError:
            masks = []
        if len(masks) < 2:
            return Decision(Verdict.UNDECIDED)
    sets = tuple(_places(mask) for mask in masks)
    return Decision((Verdict.NONE, Verdict.ONE, Verdict.SEVERAL)[len(sets)], sets)


def _masks(amounts: Sequence[Iterable[int]], wanted: range) -> list[int]:
    """Up to two sets of at least one item, each as the sum of its items' bits."""
    work, most = _Work(), 2 + (0 in wanted)
    work.spend(len(wanted))
    entries = [_entry(1 << place, paid, True) for place, paid in enumerate(amounts)]
    if len(wanted) > 1:
        entries.append(_entry(0, range(1 - len(wanted), 1), False))
    target = wanted[0]
    fitting = _fitting(entries, target)
    if fitting is None:
        return []
    unit = gcd(*(amount for one in fitting for amount in one.paid)) or 1
    if target % unit:
        return []
    small = [_entry(one.bit, (amount // unit for amount in one.paid), one.may_be_left) for one in fitting]
    return [mask for mask in _search(small, target // unit, most, work) if mask][:2]


def _places(mask: int) -> tuple[int, ...]:
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)


def _fitting(entries: Sequence[_Entry], wanted: int) -> list[_Entry] | None:
    """The entries without what can't be in a set or out of it, whatever the others are; None where no set is left."""
    while True:
        if not all(one.adds for one in entries):
            return None
        over = sum(one.adds[-1] for one in entries) - wanted
        short = wanted - sum(one.adds[0] for one in entries)
        if over < 0 or short < 0:
            return None
        kept = [_within(one, one.adds[-1] - over, one.adds[0] + short) for one in entries]
        if kept == entries:
            return [one for one in entries if one.paid]
        entries = kept


def _within(one: _Entry, low: int, high: int) -> _Entry:
    if low <= one.adds[0] and one.adds[-1] <= high:
        return one
    paid = (amount for amount in one.paid if low <= amount <= high)
    return _entry(one.bit, paid, one.may_be_left and low <= 0 <= high)


def _search(entries: Sequence[_Entry], wanted: int, most: int, work: _Work) -> list[int]:
    """Different sets that make the sum, all or the first `most`."""
    work.spend(_PAIRS_OF_AN_ENTRY * len(entries))
    fitting = _fitting(entries, wanted)
    if fitting is None:
        return []
    if not fitting:
        return [0]
    if len(fitting) == 1:
        (one,) = fitting
        inside = [one.bit] if wanted in one.paid else []
        return [*inside, 0] if one.may_be_left and wanted == 0 else inside
    quarters = _quarters(fitting)
    left, right = quarters[0] + quarters[3], quarters[1] + quarters[2]
    found: dict[int, None] = {}
    for met in _meetings(quarters, wanted, work):
        lefts = _search(left, met, most, work)
        rights = _search(right, wanted - met, most, work)
        found |= dict.fromkeys(mask | other for mask, other in product(lefts, rights))
        if len(found) >= most:
            break
    return list(found)[:most]


def _quarters(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """Four parts with about as many sums each."""
    parts: list[list[_Entry]] = [[], [], [], []]
    sums = [1, 1, 1, 1]
    for one in sorted(entries, key=lambda one: len(one.adds), reverse=True):
        fewest = min(range(4), key=lambda at: (sums[at], len(parts[at])))
        parts[fewest].append(one)
        sums[fewest] *= len(one.adds)
    return parts


def _meetings(quarters: list[list[_Entry]], wanted: int, work: _Work) -> Iterator[int]:
    """The sums of the left half which the right half fills up to the sum wanted."""
    left = [one.adds for one in quarters[0] + quarters[3]]
    right = [one.adds for one in quarters[1] + quarters[2]]
    least, end = sum(each[0] for each in left), wanted - sum(each[0] for each in right)
    low = max(least, wanted - sum(each[-1] for each in right))
    high = min(end, sum(each[-1] for each in left))
    rising, falling = _steps(left), _steps(right)
    looked_at = (high - least) * sum(map(len, rising)) + (end - low) * sum(map(len, falling))
    by_bits = looked_at // (_BITS_OF_A_PAIR if end - least < _CACHED else _BITS_BEYOND_CACHE)
    sums = _quarter_sums(quarters) if by_bits > _LITTLE else None
    if sums and (pairs := len(sums[0]) * len(sums[3]) + len(sums[1]) * len(sums[2])) < by_bits:
        work.spend(pairs)
        yield from _by_remainders(sums, wanted, pairs // (2 * _CLASS) | 1)
        return
    work.spend(by_bits)
    met = _risen(rising, high - least) >> low - least & _fallen(falling, end - low)
    while met:
        lowest = met & -met
        yield low + lowest.bit_length() - 1
        met ^= lowest
        work.spend(3 * met.bit_length() // _BITS_OF_A_PAIR)


def _steps(adds: Iterable[tuple[int, ...]]) -> list[list[int]]:
    """What each adds beyond its least; the smallest first, which keeps the numbers short."""
    steps = ([amount - each[0] for amount in each[1:]] for each in adds)
    return sorted(filter(None, steps), key=lambda each: each[-1])


def _risen(steps: Iterable[list[int]], top: int) -> int:
    """The sums of one step of each or none, up to the top: bit n is 1 where n is a sum."""
    sums, within = 1, (1 << top + 1) - 1
    for each in steps:
        before = sums
        for step in each:
            sums |= before << step
        if sums.bit_length() > top + 1:
            sums &= within
    return sums


def _fallen(steps: Iterable[list[int]], top: int) -> int:
    """What is left of the top after one step of each or none, down to 0."""
    sums = 1 << top
    for each in steps:
        before = sums
        for step in each:
            sums |= before >> step
    return sums


def _quarter_sums(quarters: list[list[_Entry]]) -> list[set[int]] | None:
    """The sums of each quarter; None where they are too many."""
    found = []
    for part in quarters:
        sums = {0}
        for one in part:
            sums = {before + amount for before in sums for amount in one.adds}
            if len(sums) > _LARGEST_QUARTER:
                return None
        found.append(sums)
    return found


def _by_remainders(sums: list[set[int]], wanted: int, classes: int) -> Iterator[int]:
    """Meetings of all pairs of the quarters' sums, those of one remainder at a time."""
    first, second = sums[0], sums[1]
    thirds, fourths = _classed(sums[2], classes), _classed(sums[3], classes)
    for remainder in range(classes):
        made = {one + other for one in first for other in fourths[(remainder - one) % classes]}
        rest = wanted - remainder
        lacking = [wanted - one - other for one in second for other in thirds[(rest - one) % classes]]
        yield from made.intersection(lacking)


def _classed(sums: Iterable[int], classes: int) -> list[list[int]]:
    by_remainder: list[list[int]] = [[] for _ in range(classes)]
    for one in sorted(sums):
        by_remainder[one % classes].append(one)
    return by_remainder
