"""The words of remittance mail in all languages: a text to the phrases in it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from agent.rules.phrases import SPACELESS_WORD, TOKEN, Node
from agent.rules.sections import (
    Column,
    Cue,
    DayWord,
    Label,
    Numeral,
    Status,
)  # fmt: skip
from agent.rules.writing import DayWriting, SharedUnits

__all__ = [
    "GAP", "SENTENCE_END", "SHARED_SIGN", "Column", "Cue", "DayWord", "Hit", "Hits", "Label", "Numeral", "Status",
    "Vocabulary",
]  # fmt: skip
GAP: Final = "…"
SHARED_SIGN: Final = "元"  # of any unit in `shared_units`
LONGEST_PREFIX: Final = 6  # letters of a number
LONGEST_GAP: Final = 110  # characters of one sentence between the parts of a phrase
SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)|[。！？；\n]|;(?=\s)")
_DENYING: Final = frozenset({Cue.CONDITION, Cue.NEGATION})
_NUMBER: Final = re.compile(r"[ .#]?[-/_]?\d")
_GAP_END: Final = re.compile(
    r"(?<!\d)\.(?=\s|$)|[!?](?=\s|$)|[。！？；\n]|;(?=\s)"
)  # "am 5. August" ends nothing


class Hit(NamedTuple):
    """A phrase of the vocabulary in a text."""

    start: int
    end: int
    key: str
    language: str


_NONE: Final[Sequence[Hit]] = ()


class Hits:
    """The phrases found in one text, by section; of phrases within each other the longest counts."""

    __slots__ = ("_asked", "_by_section", "_cues", "_labels", "_said")

    def __init__(self, by_section: dict[str, list[Hit]], gapped: dict[str, list[Hit]]) -> None:
        self._by_section = {section: _longest(hits) for section, hits in by_section.items()}
        for section, wide in gapped.items():
            telling = [
                hit for hit in wide if hit.key in (Cue.INTENT, Cue.NOT_PAID, Cue.PLEASE_PAY)
            ]  # their verbs do not count alone
            ends = {hit.start for hit in telling}, {hit.end for hit in telling}
            plain = self._by_section.get(section, ())
            left = [hit for hit in plain if hit.start not in ends[0] and hit.end not in ends[1]]
            self._by_section[section] = sorted({*left, *wide})
        self._asked: dict[str, dict[tuple[str, ...], list[Hit]]] = {}  # by section and keys
        for section, hits in self._by_section.items():
            by_keys = self._asked.setdefault(section, {})
            for hit in hits:
                by_keys.setdefault((hit.key,), []).append(hit)
        self._cues = self._asked.setdefault("cues", {})
        self._labels = self._asked.setdefault("labels", {})
        self._said = frozenset(key for section in ("cues", "labels") for (key,) in self._asked[section])

    def section(self, name: str) -> list[Hit]:
        """All hits of a section, from left to right."""
        return self._by_section.get(name, [])

    def of(self, section: str, *keys: str) -> Sequence[Hit]:
        """Hits under these keys of a section, from left to right."""
        return _under(keys, self._asked[section]) if section in self._asked else _NONE

    def cues(self, *keys: Cue) -> Sequence[Hit]:
        """Hits of cues; asked some hundred times for each mail, most often for what is not there, so each answer is kept."""
        if self._said.isdisjoint(keys):
            return _NONE
        found = self._cues.get(keys)
        return _under(keys, self._cues) if found is None else found

    def labels(self, *keys: Label) -> Sequence[Hit]:
        """Hits of labels."""
        if self._said.isdisjoint(keys):
            return _NONE
        found = self._labels.get(keys)
        return _under(keys, self._labels) if found is None else found


def _under(keys: tuple[str, ...], asked: dict[tuple[str, ...], list[Hit]]) -> list[Hit]:
    """Hits under these keys, kept for when they are asked for again."""
    if keys not in asked:
        of_each = [hits for key in keys if (hits := asked.get((key,)))]
        asked[keys] = of_each[0] if len(of_each) == 1 else sorted(hit for hits in of_each for hit in hits)
    return asked[keys]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The merged words of all languages; immutable once loaded."""

    languages: tuple[str, ...]
    number_prefixes: frozenset[str]
    days: DayWriting
    firms: re.Pattern[str]  # names that end in a legal form, as group "name"
    spaceless: frozenset[str]  # languages that are written without spaces, whose stop words are characters
    numerals: Mapping[str, int]  # words of which amounts in words are made
    cents: frozenset[str]
    joiners: frozenset[str]  # words that may stand between them
    short_words: frozenset[str]  # of up to three letters, and no abbreviations: a sentence may end in them
    shared_units: SharedUnits
    languages_of: Mapping[str, Sequence[str]]  # by a stop word
    letters_of: Mapping[
        str, re.Pattern[str]
    ]  # of languages without spaces: the characters that only they use
    beginning: Callable[
        [str], tuple[str, list[Node]]
    ]  # a word as it compares, and where phrases begin with it
    gapped: Mapping[
        str, Sequence[tuple[tuple[str, ...], str, str, str]]
    ]  # by the first part: others, section, key, language

    def find(self, text: str) -> Hits:
        """All phrases in a text, in one pass; in a text without spaces those of its own language."""
        by_section: defaultdict[str, list[Hit]] = defaultdict(list)
        strangers = self._strangers(text)
        beginning = self.beginning
        active: list[tuple[int, Node]] = []
        for match in TOKEN.finditer(text):
            token, starts = beginning(match[0])
            if not starts and not active:
                continue
            start, end = match.span()
            reached = []
            for node in starts:  # no comprehension: that is a call for each word
                reached.append((start, node))
            for begun, node in active:
                for following in node.following(token):
                    reached.append((begun, following))
            active = []
            for begun, node in reached:
                for section, key, language in node.ends:
                    is_sure = end - begun > 1 and key not in _DENYING
                    if language not in strangers and (is_sure or _counts(text, begun, end, section, key)):
                        by_section[section].append(Hit(begun, end, key, language))
                if node.words or node.stems:
                    active.append((begun, node))
        self._set_units_apart(text, by_section)
        return Hits(by_section, self._across_gaps(text, by_section.pop(GAP, [])))

    def _set_units_apart(self, text: str, by_section: dict[str, list[Hit]]) -> None:
        """Words for units that several currencies share are signs of any of them, in the text of a script that has such."""
        if units := self.shared_units.in_text(text):
            said = by_section.pop("currencies", [])
            by_section["currencies"] = [hit for hit in said if text[hit.start : hit.end] not in units]
            by_section["currency_signs"] = [
                hit._replace(key=SHARED_SIGN) for hit in said if text[hit.start : hit.end] in units
            ]

    def _strangers(self, text: str) -> frozenset[str]:
        """The languages without spaces that a text in one of them is not in: hanzi alone say nothing."""
        if text.isascii():
            return frozenset()
        counts = {language: len(letters.findall(text)) for language, letters in self.letters_of.items()}
        most = max(counts, key=lambda language: counts[language], default="")
        return frozenset(language for language in counts if counts[language] < counts[most])

    def _across_gaps(self, text: str, parts: list[Hit]) -> dict[str, list[Hit]]:
        found: dict[str, list[Hit]] = {}
        by_part: dict[str, list[Hit]] = {}
        for hit in parts:
            by_part.setdefault(hit.key, []).append(hit)
        known = ((first, gapped) for first in by_part for gapped in self.gapped.get(first, ()))
        for first, (others, section, key, language) in known:
            for begin in by_part[first]:
                last = begin
                for other in others:
                    reach = last.end
                    near = (
                        hit for hit in by_part.get(other, ()) if reach <= hit.start <= reach + LONGEST_GAP
                    )
                    following = next(near, None)
                    if following is None or _GAP_END.search(text, reach, following.start):
                        break
                    last = following
                else:
                    found.setdefault(section, []).append(Hit(begin.start, last.end, key, language))
        return found

    def language_of(self, text: str) -> str:
        """The language whose words the text uses most; the first one where none are known.

        In a text of a script without spaces the words are characters, and only the languages that use it count.
        """
        scores = dict.fromkeys(self.languages, 0)
        counts = Counter(TOKEN.findall(text.lower()))
        for word in counts.keys() & self.languages_of.keys():
            for language in self.languages_of[word]:
                scores[language] += counts[word]
        is_spaceless = bool(self.spaceless) and not text.isascii() and _are_spaceless(counts)
        among = [language for language in self.languages if (language in self.spaceless) == is_spaceless]
        return max(among or self.languages, key=lambda language: scores[language])


def _are_spaceless(counts: Mapping[str, int]) -> bool:
    """True where more than a third of the words are characters of a script without spaces."""
    words = {word: count for word, count in counts.items() if word.isalpha()}
    spaceless = sum(count for word, count in words.items() if len(word) == 1 and word > "\u303f")
    return 2 * spaceless > sum(words.values()) - spaceless


def _counts(text: str, start: int, end: int, section: str, key: str) -> bool:
    """False for what only looks like a phrase: a piece of a word, or of a number."""
    if end - start == 1 and _is_part_of_word(text, start, end, section):
        return False
    return key not in _DENYING or not _begins_number(text, start, end)


def _is_part_of_word(text: str, start: int, end: int, section: str) -> bool:
    """True for a label of one character within a word of a script without spaces: 計 in 水位計."""
    if section not in ("labels", "columns") or not SPACELESS_WORD.match(text, start):
        return False
    return any(SPACELESS_WORD.match(text, at) for at in (max(0, start - 1), end) if at != start)


def _begins_number(text: str, start: int, end: int) -> bool:
    """True for capitals that a number goes on from, and that are no word: SI-104410 has no "si", NOR 26-0188 no "nor"."""
    word = text[start:end]
    return len(word) < LONGEST_PREFIX and word.isupper() and word.isalpha() and bool(_NUMBER.match(text, end))


def _longest(hits: list[Hit]) -> list[Hit]:
    """Hits from left to right, without those that stand within a longer one."""
    if len(hits) < 2:
        return hits
    kept: list[Hit] = []
    reach = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.key)):
        if kept and hit.end <= reach and (hit.start, hit.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(hit)
        reach = max(reach, hit.end)
    return kept
