"""Turns texts and phrases into words that compare alike, and phrases into a tree of words."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

_SHORTEST_STEM: Final = 3

# Words of letters; each character of a script without spaces by itself; runs of digits; signs and gaps that part phrases.
_SPACELESS: Final = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
SPACELESS_WORD: Final = re.compile(rf"[{_SPACELESS}]+")
TOKEN: Final = re.compile(rf"[^\W\d_{_SPACELESS}]+|[{_SPACELESS}]|\d+|[^\w\s.'’\-–]|\n|  ")
_PLAIN: Final = {
    chr(code): "".join(
        one for one in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(one)
    )
    for code in (0xAA, 0xBA, *range(0xC0, 0x250))
}  # é is e, º is o; letters that do not come apart stay
FOLD: Final = _PLAIN | {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "oe",
    "ı": "i",
    "ł": "l",
}


class Node:
    """A place in the tree of phrases; what ends here, and what may follow. There are tens of thousands, most of them bare."""

    __slots__ = ("ends", "stem_heads", "stems", "words")

    def __init__(self) -> None:
        self.ends: tuple[tuple[str, str, str], ...] = ()  # section, key, language
        self.words: dict[str, Node] | None = None
        self.stems: dict[str, Node] | None = None  # words that begin so
        self.stem_heads: frozenset[str] = frozenset()  # the first characters of these

    def following(self, token: str) -> Sequence["Node"]:
        """The places that this word leads to."""
        word = self.words.get(token) if self.words else None
        if not self.stems or token[:_SHORTEST_STEM] not in self.stem_heads:
            return (word,) if word else ()
        starts = (self.stems.get(token[:length]) for length in range(_SHORTEST_STEM, len(token) + 1))
        return [node for node in (word, *starts) if node]

    def after(self, token: str) -> "Node":
        """The place that a word of a phrase leads to, made where it is not there."""
        if not token.endswith("*"):
            if self.words is None:
                self.words = {}
            return self.words.get(token) or self.words.setdefault(token, Node())
        stem = token[:-1]
        self.stem_heads |= {stem[:_SHORTEST_STEM]}
        if self.stems is None:
            self.stems = {}
        return self.stems.setdefault(stem, Node())


def folded(token: str, fold: Mapping[int, str]) -> str:
    """A word in small letters without accents, in simplified characters."""
    token = token.lower()
    return token if token.isascii() else token.translate(fold)


def tokens(phrase: str, fold: Mapping[int, str]) -> list[str]:
    """The words of a phrase as a text shows them; a phrase of one letter is that letter, so that "à" is not every "a"."""
    if len(phrase) == 1 and phrase.isalpha() and not SPACELESS_WORD.fullmatch(phrase):
        return [phrase.lower()]
    words: list[str] = TOKEN.findall(folded(phrase, fold))
    if "*" not in words:
        return words
    joined: list[str] = []
    for word in words:
        if word == "*" and joined and len(joined[-1]) >= _SHORTEST_STEM:
            joined[-1] += "*"
        else:
            joined.append(word)
    return joined
