"""Runs several ways of one job in turns, so that a slow minute of the machine hits each of them."""

import gc
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from statistics import median

Way = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of each way, a round each; the ways took turns."""

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


def in_turns(ways: dict[str, Way], runs: int, apart: Collection[str] = ()) -> Times:
    """Each way once uncounted, then `runs` rounds of all of them; the order turns with each round.

    What counts is processor time, so that others on the machine count less; of ways that wait for another process
    (`apart`) it is the clock on the wall.
    """
    for way in ways.values():
        way()
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    names = list(ways)
    for number in range(runs):
        at = number % len(names)
        for name in (*names[at:], *names[:at]):
            gc.collect()
            clock = time.perf_counter if name in apart else time.process_time
            started = clock()
            ways[name]()
            seconds[name].append(clock() - started)
    return Times(seconds)
