"""A text to the few of many texts that can be so much like it, so that the others need not be looked at."""

from collections import Counter
from typing import Final

from rapidfuzz import fuzz, process

ROUNDING: Final = 0.001  # of two ways to the same ratio


class Pieces:
    """Texts by their length and by so many characters of them that stand together, `sizes` from the longest on."""

    def __init__(self, *sizes: int) -> None:
        self._sizes = sizes
        self._by_length: dict[int, list[str]] = {}
        self._by_piece: dict[tuple[int, str], list[str]] = {}

    def add(self, text: str) -> None:
        """One more text."""
        self._by_length.setdefault(len(text), []).append(text)
        for size in self._sizes:
            for piece in {*_pieces(text, size)}:
                self._by_piece.setdefault((len(text), piece), []).append(text)

    def alike(self, wanted: str, least: int) -> set[str]:
        """All that fuzz.ratio gives so much of 100 or more: of m and n characters it is at most 200 * min(m, n) / (m + n)."""
        found: set[str] = set()
        for length in self._by_length:
            if least * max(len(wanted), length) <= (200 - least) * min(len(wanted), length):
                found.update(*self._near(wanted, length, least))
        near = process.extract(
            wanted, found, scorer=fuzz.ratio, score_cutoff=max(0, least - ROUNDING), limit=None
        )
        return {other for other, _, _ in near}

    def _near(self, wanted: str, length: int, least: int) -> list[list[str]]:
        """Lists that have all of this length that may be.

        Two texts of that ratio have a common subsequence of `kept` characters. One that takes d characters out of the
        first and puts i into it leaves all but s d + (s - 1) i of its pieces of s characters whole; so many are in both.
        """
        kept = -(-least * (len(wanted) + length) // 200)
        taken, put = len(wanted) - kept, length - kept
        for size in self._sizes:
            whole = len(wanted) - size + 1 - size * taken - (size - 1) * put
            if whole > 0:
                break
        else:
            return [self._by_length[length]]  # too short for that
        # So many places can't all lie in the pieces that most texts have: one of the rarer ones is in both.
        known = [
            (self._by_piece.get((length, piece), []), places)
            for piece, places in Counter(_pieces(wanted, size)).items()
        ]
        found = []
        for having, places in sorted(known, key=lambda one: -len(one[0])):
            whole -= places
            if whole <= 0:
                found.append(having)
        return found


def _pieces(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(len(text) - size + 1)]
