"""Customers' names to the few that a name or a text need be compared with, so that the others need not be looked at."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz, process

from agent.facts.books import Books
from agent.match.pieces import ROUNDING, Pieces

_START: Final = 4  # characters that a name without spaces is found in a text by
_MANY: Final = 1000  # spellings, few enough to look at one by one


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
        self._whole = Pieces(3)  # spellings without a word twice
        self._words = Pieces(3, 2)
        self._words_in_order: list[str] = []
        self._foreign_in_order: list[str] = []  # spellings that are not in ASCII
        self._turned: dict[
            str, list[str]
        ] = {}  # of words that many have: their spellings with that word first

    def catch_up(self, books: Books) -> None:
        """Read the names that became known since the last time."""
        if self._read == len(books.renamed):
            return
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
        self._words_in_order.sort()
        self._foreign_in_order.sort()

    def _know_words(self, spelling: str) -> None:
        words = spelling.split()
        if len(words) > len(set(words)):
            self._repeating.add(spelling)
        else:
            self._whole.add(spelling)
        if not spelling.isascii():
            self._foreign_in_order.append(spelling)
        for word in set(words):
            if word not in self._by_word:
                self._words.add(word)
                self._words_in_order.append(word)
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
        found = self._sharing(words, once, least) | self._repeating | self._whole.alike(once, least)
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
                score_cutoff=max(0, least - ROUNDING), limit=None,
            )  # fmt: skip
            found.update(others[place] for _, _, place in near)
        return found

    def _with_first(self, word: str) -> list[str]:
        """The spellings of `_by_word`, in its order, with this word first."""
        turned = self._turned.setdefault(word, [])
        turned.extend(_turned(word, other) for other in self._by_word[word][len(turned) :])
        return turned

    def shortened(
        self, wanted: str, least: int, word_least: int, ends: Iterable[str]
    ) -> Iterator[tuple[str, float]]:
        """Those of alike() that begin so, or have for each word of it, but a repeated one, a word of their own.

        That is one that fuzz.ratio gives `word_least`, or for one word of it alone, cut off, one that begins so: theirs, or
        one of `ends`. The rarest word leaves few, however many names there are; where it does not, the next ones do.
        """
        found = self._having_all(wanted.split(), word_least, tuple(ends)) if " " in wanted else set[str]()
        found.update(_beginning(self._foreign_in_order, wanted))
        for spelling, score, _ in process.extract(
            wanted, found, scorer=fuzz.token_set_ratio, score_cutoff=least, limit=None
        ):
            yield spelling, score

    def _having_all(self, words: list[str], least: int, ends: tuple[str, ...]) -> set[str]:
        rarest_first = sorted(set(words), key=lambda word: (len(self._by_word.get(word, ())), word))
        sure = [word for word in rarest_first if not any(end.startswith(word) for end in ends)]
        if not sure:  # only one of the two rarest can be one of `ends`
            return set().union(*(self._having(self._like(word, least)) for word in rarest_first[:2]))
        ways: list[tuple[int, set[str]]] = []
        for word in sure:
            like = self._like(word, least)
            ways.append((sum(len(self._by_word[one]) for one in like), like))
            if ways[-1][0] <= self._many:
                break
        (count, fewest), *others = sorted(ways, key=lambda way: way[0])
        found = self._having(fewest)
        for _, like in others if count > self._many else ():
            found &= self._having(like)
        return found

    def _like(self, word: str, least: int) -> set[str]:
        """Words of names that this one may be, misspelt or cut off."""
        return {*self._words.alike(word, least), *_beginning(self._words_in_order, word)}

    def _having(self, words: Iterable[str]) -> set[str]:
        return set[str]().union(*(self._by_word[word] for word in words))


def _beginning(texts: list[str], start: str) -> Iterator[str]:
    """All of these, in order, that begin so."""
    for place in range(bisect_left(texts, start), len(texts)):
        if not texts[place].startswith(start):
            return
        yield texts[place]


def _turned(word: str, spelling: str) -> str:
    return " ".join([word, *(other for other in spelling.split() if other != word)])
