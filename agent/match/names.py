"""Names of firms: equal but for spelling, found in a text, or merely alike."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Final

from rapidfuzz import fuzz

from agent.facts.books import Books
from agent.facts.ledger import Customer
from agent.match.name_index import NameIndex
from agent.rules.matching import MatchingRules

_LONGEST: Final = 200  # of a name; what is longer is a text
_LONGEST_TEXT: Final = 2_000
_SPLIT: Final = re.compile(r"[^\w+]+|_+")  # "+" is a character of a name
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_SHORTEST_HAN: Final = 4  # characters of a name without spaces that a text may be searched for


@lru_cache(maxsize=65_536)
def spellings(name: str, ignored_words: tuple[str, ...] = ()) -> frozenset[str]:
    """The name with what does not tell firms apart taken away: case, order of words, marks, `ignored_words`.

    Two spellings where it has umlauts: Müller is Mueller and Muller. Empty for a text that is no name.
    """
    if len(name) > _LONGEST:
        return frozenset()
    text = unicodedata.normalize("NFKC", name).casefold().replace(".", "").replace("'", "").replace("’", "")
    return frozenset(" ".join(sorted(_words(way, ignored_words))) for way in _ways(text)) - {""}


def _ways(text: str) -> set[str]:
    if text.isascii():
        return {text}
    composed = unicodedata.normalize("NFC", text)
    return {_unmarked(composed.translate(_UMLAUTS)), _unmarked(composed)}


def _unmarked(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _words(text: str, ignored_words: tuple[str, ...]) -> list[str]:
    words = [word for word in _SPLIT.split(text) if word]
    kept = [_without_ending(word, ignored_words) for word in words if word not in ignored_words]
    return [word for word in kept if word] or words


def _without_ending(word: str, ignored_words: tuple[str, ...]) -> str:
    """A name in Han characters has its legal form at its end, without a space."""
    for ending in ignored_words:
        if not ending.isascii() and word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending)
    return word


def names_of(customer: Customer) -> tuple[str, ...]:
    """What the customer is called."""
    return (customer.name, *customer.aliases)


def called(customer: Customer, name: str, rules: MatchingRules) -> bool:
    """True where the name is the customer's, legal forms apart."""
    wanted = spellings(name, rules.ignored_words)
    return any(wanted & spellings(own, rules.ignored_words) for own in names_of(customer))


def known_as(name: str, books: Books, rules: MatchingRules) -> set[str]:
    """Customers of this name: with its legal form where one has it so, else without."""
    candidates = _index(books, rules).owners(spellings(name, rules.ignored_words))
    for ignored in ((), rules.ignored_words):
        wanted = spellings(name, ignored)
        found = {
            customer_id
            for customer_id in candidates
            if any(wanted & spellings(own, ignored) for own in names_of(books.customers[customer_id]))
        }
        if found:
            return found
    return set()


def _index(books: Books, rules: MatchingRules) -> NameIndex:
    """The index of all names as they are now."""
    index = books.name_indexes.get(rules.ignored_words)
    if index is None:
        index = NameIndex(partial(spellings, ignored_words=rules.ignored_words))
        books.name_indexes[rules.ignored_words] = index
    assert isinstance(index, NameIndex)
    index.catch_up(books)
    return index


def is_like(customer: Customer, name: str, rules: MatchingRules) -> bool:
    """True where a name, perhaps cut off or misspelt, can be this customer's."""
    wanted = spellings(name, rules.ignored_words)
    return any(
        fuzz.token_set_ratio(one, own) >= rules.name_similarity
        for one in wanted
        for other in names_of(customer)
        for own in spellings(other, rules.ignored_words)
    )


def named_in(text: str, books: Books, rules: MatchingRules) -> set[str]:
    """Customers whose whole name stands in a text."""
    index = _index(books, rules)
    candidates = {one for way, words in _text_ways(text[:_LONGEST_TEXT]) for one in index.in_text(way, words)}
    return {one for one in candidates if stands_in(text, books.customers[one], rules)}


def stands_in(text: str, customer: Customer, rules: MatchingRules) -> bool:
    """True where a whole name of the customer stands in a text, in any order of words; one word alone is none."""
    ways = _text_ways(text[:_LONGEST_TEXT])
    return any(
        _stands_in(spelling, way, words)
        for own in names_of(customer)
        for spelling in spellings(own, rules.ignored_words)
        for way, words in ways
    )


@lru_cache(maxsize=64)
def _text_ways(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    flat = unicodedata.normalize("NFKC", text).casefold().replace(".", "")
    return tuple((way, frozenset(_SPLIT.split(way))) for way in sorted(_ways(flat)))


def _stands_in(spelling: str, text: str, words: frozenset[str]) -> bool:
    parts = spelling.split()
    if len(parts) > 1:
        return all(part in words for part in parts)
    return not spelling.isascii() and len(spelling) >= _SHORTEST_HAN and spelling in text


def nearest(names: Iterable[str], books: Books, rules: MatchingRules) -> str | None:
    """The customer whose name is most like one of these; None where none is like enough, or two are nearly as like."""
    index, best = _index(books, rules), dict[str, float]()
    for name in names:
        for wanted in spellings(name, rules.ignored_words):
            if " " not in wanted and wanted.isascii():
                continue  # one word says too little to be like something
            for spelling, score in index.alike(wanted, max(0, rules.name_similarity - rules.name_margin)):
                for customer_id in index.owners((spelling,)):
                    if _has(books.customers[customer_id], spelling, rules):
                        best[customer_id] = max(score, best.get(customer_id, 0.0))
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < rules.name_similarity:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < rules.name_margin:
        return None
    return ranked[0][0]


def _has(customer: Customer, spelling: str, rules: MatchingRules) -> bool:
    return any(spelling in spellings(own, rules.ignored_words) for own in names_of(customer))
