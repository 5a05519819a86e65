"""Names of firms: equal but for spelling, found in a text, or merely alike."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Final

from rapidfuzz import fuzz

from agent.facts.books import Books
from agent.match.han import simplified
from agent.match.name_index import NameIndex
from agent.rules.matching import MatchingRules

_LONGEST: Final = 200  # of a name; what is longer is a text
_LONGEST_TEXT: Final = 2_000
_SPLIT: Final = re.compile(r"[^\w+]+|_+")  # "+" is a character of a name
_WORD: Final = re.compile(r"(?:[^\W_]|\+)+")
_DOT_AFTER_WORD: Final = re.compile(r"(?<=\w\w)\.")  # Co.Ltd is two words, S.L. one
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_SHORTEST_HAN: Final = 4  # characters of a name without spaces that a text may be searched for
_WORD_LIKE: Final = 85  # of 100: one letter wrong in seven, one left out in five
_SHORTEST_CUT: Final = 3  # letters of a word that a bank cut off

Span = tuple[int, int, int]  # way of reading the text, start, end


@lru_cache(maxsize=65_536)
def spellings(name: str, ignored_words: tuple[str, ...] = ()) -> frozenset[str]:
    """The name with what does not tell firms apart taken away: case, order of words, marks, `ignored_words`.

    Two spellings where it has umlauts: Müller is Mueller and Muller. Empty for a text that is no name.
    """
    if len(name) > _LONGEST:
        return frozenset()
    ways = _ways(_plain(name))
    return frozenset(" ".join(sorted(_words(way, ignored_words))) for way in ways) - {""}


def _plain(text: str) -> str:
    text = _DOT_AFTER_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    text = text.replace(".", "").replace("'", "").replace("’", "")
    return text if text.isascii() else simplified(text)


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


def called(names: Iterable[str], name: str, rules: MatchingRules) -> bool:
    """True where a name is one of these, legal forms apart."""
    wanted = spellings(name, rules.ignored_words)
    return any(wanted & spellings(own, rules.ignored_words) for own in names)


def known_as(name: str, books: Books, rules: MatchingRules) -> set[str]:
    """Customers of this name: with its legal form where one has it so, else without."""
    candidates = _index(books, rules).owners(spellings(name, rules.ignored_words)) & books.customers.keys()
    for ignored in ((), rules.ignored_words):
        wanted = spellings(name, ignored)
        found = {
            customer_id
            for customer_id in candidates
            if any(wanted & spellings(own, ignored) for own in books.names_of(customer_id))
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


def is_like(names: Iterable[str], name: str, rules: MatchingRules) -> bool:
    """True where a name, perhaps cut off or misspelt, can be one of these."""
    wanted = spellings(name, rules.ignored_words)
    return any(
        fuzz.token_set_ratio(one, own) >= rules.name_similarity and _may_be(one, own, rules.ignored_words)
        for one in wanted
        for other in names
        for own in spellings(other, rules.ignored_words)
    )


def is_nearly(names: Iterable[str], name: str, rules: MatchingRules) -> bool:
    """True where a name is so like one of these that no other one can be clearly more like it."""
    return any(
        fuzz.token_set_ratio(one, own) > 100 - rules.name_margin
        for one in filter(_is_telling, spellings(name, rules.ignored_words))
        for other in names
        for own in filter(_is_telling, spellings(other, rules.ignored_words))
    )


def _is_telling(spelling: str) -> bool:
    """False for one word, which says too little to be like something."""
    return " " in spelling or not spelling.isascii()


def _may_be(given: str, known: str, ignored_words: tuple[str, ...]) -> bool:
    """True where a name is a known one that was shortened, cut off or misspelt, not one with another word in it.

    One Han character more or other is another firm; so are other digits, and East for West.
    """
    if _HAN.search(given + known):
        return known.startswith(given)
    left, same, is_cut = known.split(), 0, False
    for word in sorted(given.split(), key=lambda word: word not in left):
        partner = next((other for other in left if _is_word(word, other)), None)
        if partner is None and not is_cut:
            ends = (*left, *ignored_words)
            partner = next((other for other in ends if _is_start(word, other)), None)
            is_cut = True
        if partner is None:
            return False
        if partner in left:
            left.remove(partner)
            same += 1
    return same > 1


def _is_word(word: str, other: str) -> bool:
    """True for one word that may be misspelt; its digits never are."""
    if word == other:
        return True
    is_numbered = any(map(str.isdigit, word + other))
    if is_numbered and list(filter(str.isdigit, word)) != list(filter(str.isdigit, other)):
        return False
    return fuzz.ratio(word, other) >= _WORD_LIKE


def _is_start(word: str, other: str) -> bool:
    least = _SHORTEST_CUT if len(other) > _SHORTEST_CUT else len(other) - 1
    return len(word) >= least and other.startswith(word)


def named_in(text: str, books: Books, rules: MatchingRules) -> set[str]:
    """Customers whose whole name stands in a text, and not within another's: Alpha Tools within Alpha Tools East."""
    index = _index(books, rules)
    ways = _text_ways(text[:_LONGEST_TEXT], rules.ignored_words)
    candidates = {one for way, words, _ in ways for one in index.in_text(way, words)} & books.customers.keys()
    spans = {one: set(_spans(text, books.names_of(one), rules)) for one in candidates}
    taken = {span for found in spans.values() for span in found}
    return {one for one, found in spans.items() if any(not _is_within(span, taken) for span in found)}


def addressed_as(name: str, books: Books, rules: MatchingRules) -> set[str]:
    """Customers whose whole name stands in a payer's with an address or a number beside it, and no other word."""
    ways = _text_ways(name[:_LONGEST_TEXT], rules.ignored_words)
    found = set()
    for one in named_in(name, books, rules):
        for way, start, end in _spans(name, books.names_of(one), rules):
            places = ways[way][2]
            before = [word for word, _, stop in places if stop <= start]
            after = [word for word, begin, _ in places if begin >= end]
            is_address = not after or any(map(str.isdigit, after[0]))
            if is_address and not any(map(str.isalpha, "".join(before))):
                found.add(one)
    return found


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    way, start, end = span
    return any(
        other != span and other[0] == way and other[1] <= start and end <= other[2] for other in others
    )


def stands_in(text: str, names: Iterable[str], rules: MatchingRules) -> bool:
    """True where one of these names stands whole in a text, in any order of its words; one word alone is none."""
    return next(_spans(text, names, rules), None) is not None


def _spans(text: str, names: Iterable[str], rules: MatchingRules) -> Iterator[Span]:
    """Where one of these names stands in a text."""
    ways = _text_ways(text[:_LONGEST_TEXT], rules.ignored_words)
    for own in names:
        for spelling in spellings(own, rules.ignored_words):
            for number, (way, words, places) in enumerate(ways):
                parts = spelling.split()
                if len(parts) > 1:
                    if all(part in words for part in parts):
                        yield from ((number, *place) for place in _side_by_side(parts, places))
                elif not spelling.isascii() and len(spelling) >= _SHORTEST_HAN and spelling in way:
                    ends = _han_places(spelling, way, rules.ignored_words)
                    yield from ((number, *place) for place in ends)


_Place = tuple[str, int, int]  # a word, its start, its end


@lru_cache(maxsize=64)
def _text_ways(
    text: str, ignored_words: tuple[str, ...]
) -> tuple[tuple[str, frozenset[str], tuple[_Place, ...]], ...]:
    found = []
    for way in sorted(_ways(_plain(text))):
        places = tuple(
            (_without_ending(word[0], ignored_words), *word.span())
            for word in _WORD.finditer(way)
            if word[0] not in ignored_words
        )
        found.append((way, frozenset(word for word, _, _ in places), places))
    return tuple(found)


def _side_by_side(parts: list[str], places: tuple[_Place, ...]) -> Iterator[tuple[int, int]]:
    """Where these words stand with no other one between them but legal forms."""
    for at in range(len(places) - len(parts) + 1):
        window = places[at : at + len(parts)]
        if sorted(word for word, _, _ in window) == parts:
            yield window[0][1], window[-1][2]


def _han_places(name: str, text: str, ignored_words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where a name in Han characters stands that goes on with its legal form, or not at all: 恒达电子商务 is no 恒达电子."""
    for match in re.finditer(re.escape(name), text):
        rest = text[match.end() :]
        has_form = any(rest.startswith(form) for form in ignored_words if not form.isascii())
        if has_form or not _HAN.match(rest):
            yield match.span()


def nearest(names: Iterable[str], books: Books, rules: MatchingRules, *, is_proof: bool) -> str | None:
    """The customer whose name is most like one of these; None where none is like enough, or two are nearly as like.

    `is_proof`: the answer says whose it is; where it only raises a doubt, a name with another word in it counts too.
    """
    given = tuple(names)
    best = _alike(given, rules.name_similarity, books, rules, is_proof=is_proof)
    if not best:
        return None
    least = max(best.values()) - rules.name_margin
    if least < rules.name_similarity:  # one that is less alike may still be too near
        best = _alike(given, max(0, int(least)), books, rules, is_proof=is_proof)
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < rules.name_margin:
        return None
    return ranked[0][0]


def _alike(
    names: Iterable[str], least: int, books: Books, rules: MatchingRules, *, is_proof: bool
) -> dict[str, float]:
    """How much, of 100, each customer's name is like one of these, where it is so much."""
    index, best = _index(books, rules), dict[str, float]()
    for name in names:
        for wanted in filter(_is_telling, spellings(name, rules.ignored_words)):
            found = (
                index.shortened(wanted, least, _WORD_LIKE, rules.ignored_words)
                if is_proof
                else index.alike(wanted, least)
            )
            for spelling, score in found:
                if is_proof and not _may_be(wanted, spelling, rules.ignored_words):
                    continue
                for customer_id in index.owners((spelling,)) & books.customers.keys():
                    if _has(books, customer_id, spelling, rules):
                        best[customer_id] = max(score, best.get(customer_id, 0.0))
    return best


def _has(books: Books, customer_id: str, spelling: str, rules: MatchingRules) -> bool:
    return any(spelling in spellings(own, rules.ignored_words) for own in books.names_of(customer_id))
