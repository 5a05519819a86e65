"""Runs several ways of one job in turns, so that a slow minute of the machine hits each of them."""

import gc
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from statistics import median
from typing import Final

TURN_SECONDS: Final = 0.05

Way = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of each way, the mean of its turn in each round; the ways took turns."""

    seconds: dict[str, list[float]]

    def ms(self, name: str) -> float:
        """The median of a way, in milliseconds."""
        return 1000 * median(self.seconds[name])

    def ratio(self, name: str, other: str) -> float:
        """How many times as long as the other, the median of the rounds."""
        return median(a / b for a, b in zip(self.seconds[name], self.seconds[other], strict=True))

    def above(self, name: str, other: str) -> float:
        """Milliseconds beyond the other, the median of the rounds."""
        return 1000 * median(a - b for a, b in zip(self.seconds[name], self.seconds[other], strict=True))

    def least_above(self, name: str, other: str) -> float:
        """Milliseconds beyond the other, each way's best round: what the work costs where the machine does nothing else."""
        return 1000 * (min(self.seconds[name]) - min(self.seconds[other]))


def in_turns(ways: dict[str, Way], runs: int, apart: Collection[str] = ()) -> Times:
    """Each way twice uncounted, then `runs` rounds of all of them; the order turns with each round.

    A way's turn goes on for `TURN_SECONDS`: what follows another way by a single run measures what that one left in
    the processor's caches. What counts is processor time, so that others on the machine count less; of ways that wait
    for another process (`apart`) it is the clock on the wall.
    """
    counts = {name: _runs_a_turn(way) for name, way in ways.items()}
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    names = list(ways)
    for number in range(runs):
        at = number % len(names)
        for name in (*names[at:], *names[:at]):
            gc.collect()
            way, count = ways[name], counts[name]
            clock = time.perf_counter if name in apart else time.process_time
            started = clock()
            for _ in range(count):
                way()
            seconds[name].append((clock() - started) / count)
    return Times(seconds)


def _runs_a_turn(way: Way) -> int:
    way()
    started = time.perf_counter()
    way()
    return max(1, round(TURN_SECONDS / (time.perf_counter() - started)))
