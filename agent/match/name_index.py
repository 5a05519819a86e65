"""Customers' names to the few that a name or a text need be compared with, so that the others need not be looked at."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz, process

from agent.facts.books import Books

_START: Final = 4  # characters that a name without spaces is found in a text by
_PIECE: Final = 3  # characters of a name that are looked for together
_MANY: Final = 200  # spellings with one word
_ROUNDING: Final = 0.001  # of two ways to the same ratio


class NameIndex:
    """Spellings of all customers' names, each with the customers that have, or once had, a name so spelled.

    What it finds is a superset: a name that was changed stays in it, so the caller compares with the names as they are.
    """

    def __init__(self, spell: Callable[[str], Iterable[str]], *, many: int = _MANY) -> None:
        self._spell, self._many = spell, many
        self._read = 0  # of books.renamed
        self._owners: dict[str, list[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        self._by_rarest_word: dict[str, list[str]] = {}
        self._by_start: dict[str, list[str]] = {}
        self._repeating: set[str] = set()  # a word of theirs stands twice in them
        self._by_length: dict[int, list[str]] = {}
        self._by_piece: dict[
            tuple[int, str], list[str]
        ] = {}  # the same spellings, by length and a piece of them
        self._turned: dict[
            str, list[str]
        ] = {}  # of words that many have: their spellings with that word first

    def catch_up(self, books: Books) -> None:
        """Read the names that became known since the last time."""
        renamed = dict.fromkeys(books.renamed[self._read :])
        self._read = len(books.renamed)
        new: dict[str, None] = {}
        for customer_id in renamed:
            if customer_id not in books.customers:
                continue  # merged into another since
            for spelling in {way for name in books.names_of(customer_id) for way in self._spell(name)}:
                if spelling not in self._owners and (" " in spelling or not spelling.isascii()):
                    new[spelling] = None
                owners = self._owners.setdefault(spelling, [])
                if customer_id not in owners:
                    owners.append(customer_id)
        for spelling in new:
            self._know_words(spelling)
        for spelling in new:
            self._know_place(spelling)

    def _know_words(self, spelling: str) -> None:
        words = spelling.split()
        if len(words) > len(set(words)):
            self._repeating.add(spelling)
        else:
            self._by_length.setdefault(len(spelling), []).append(spelling)
            for piece in {*_pieces(spelling)}:
                self._by_piece.setdefault((len(spelling), piece), []).append(spelling)
        for word in set(words):
            self._by_word.setdefault(word, []).append(spelling)

    def _know_place(self, spelling: str) -> None:
        """Once it is known how rare the words are; any of them would do, the rarest leaves the least to compare."""
        if " " in spelling:
            rarest = min(spelling.split(), key=lambda word: len(self._by_word[word]))
            self._by_rarest_word.setdefault(rarest, []).append(spelling)
        else:
            self._by_start.setdefault(spelling[:_START], []).append(spelling)

    def owners(self, spellings: Iterable[str]) -> set[str]:
        """Customers that may have a name of one of these spellings."""
        return {one for spelling in spellings for one in self._owners.get(spelling, ())}

    def in_text(self, text: str, words: Iterable[str]) -> set[str]:
        """Customers whose name may stand in a text of these words."""
        found = [spelling for word in words for spelling in self._by_rarest_word.get(word, ())]
        if not text.isascii():
            starts = {text[at : at + _START] for at in range(len(text))}
            found += [spelling for start in starts for spelling in self._by_start.get(start, ())]
        return self.owners(found)

    def alike(self, wanted: str, least: int) -> Iterator[tuple[str, float]]:
        """All spellings that fuzz.token_set_ratio gives so much of 100 or more, and how much; one word alone is left out.

        Those that share a word are looked at one by one. Without a word in common that ratio is the plain one of both
        texts, and of m and n characters at most 200 * min(m, n) / (m + n): so only near lengths are, and quickly.
        """
        words = set(wanted.split())
        once = " ".join(sorted(words))
        found = self._sharing(words, once, least) | self._repeating
        near = process.extract(
            once,
            self._near(once, least),
            scorer=fuzz.ratio,
            score_cutoff=max(0, least - _ROUNDING),
            limit=None,
        )
        found |= {spelling for spelling, _, _ in near}
        for spelling, score, _ in process.extract(
            wanted, found, scorer=fuzz.token_set_ratio, score_cutoff=least, limit=None
        ):
            yield spelling, score

    def _sharing(self, words: set[str], once: str, least: int) -> set[str]:
        """All spellings with a word of these that may be so much alike; of words that many have, quickly.

        Where one such word is all that is shared, the ratio is the best of three: of that word and either text, which
        their lengths tell, and of both texts with that word first.
        """
        found: set[str] = set()
        often = []
        for word in words:
            others = self._by_word.get(word, [])
            if len(others) <= self._many:
                found.update(others)
            else:
                often.append((word, others))
        for (_, others), (_, more) in combinations(often, 2):
            found |= set(others).intersection(more)
        for word, others in often:
            size = len(word)
            if least * (size + len(once)) <= 200 * size:
                found.update(others)
                continue
            found.update(other for other in others if least * (size + len(other)) <= 200 * size)
            near = process.extract(
                _turned(word, once), self._with_first(word), scorer=fuzz.ratio,
                score_cutoff=max(0, least - _ROUNDING), limit=None,
            )  # fmt: skip
            found.update(others[place] for _, _, place in near)
        return found

    def _with_first(self, word: str) -> list[str]:
        """The spellings of `_by_word`, in its order, with this word first."""
        turned = self._turned.setdefault(word, [])
        turned.extend(_turned(word, other) for other in self._by_word[word][len(turned) :])
        return turned

    def _near(self, once: str, least: int) -> set[str]:
        """All spellings, without a word twice, that fuzz.ratio may give so much of 100 or more.

        Two texts of that ratio have a common subsequence of `kept` characters. One that takes d characters out of the
        first and puts i into it leaves all but 3 d + 2 i of its pieces of three whole; so many are in both.
        """
        pieces = Counter(_pieces(once))
        found: set[str] = set()
        for length, others in self._by_length.items():
            if least * max(len(once), length) > (200 - least) * min(len(once), length):
                continue
            kept = -(-least * (len(once) + length) // 200)
            whole = len(once) - _PIECE + 1 - _PIECE * (len(once) - kept) - (_PIECE - 1) * (length - kept)
            if whole <= 0:
                found.update(others)  # too short for that
                continue
            # So many places can't all lie in the pieces that most spellings have: one of the rarer ones is in both.
            known = [(self._by_piece.get((length, piece), ()), places) for piece, places in pieces.items()]
            for having, places in sorted(known, key=lambda one: -len(one[0])):
                whole -= places
                if whole <= 0:
                    found.update(having)
        return found


def _turned(word: str, spelling: str) -> str:
    return " ".join([word, *(other for other in spelling.split() if other != word)])


def _pieces(text: str) -> list[str]:
    return [text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)]
