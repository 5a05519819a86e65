"""The words of remittance mail, from rules/vocabulary/*.toml: one file a language, to hits in a text."""

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from agent.rules.files import Rule, is_as_shipped
from agent.rules.firms import firms
from agent.rules.phrases import FOLD, SPACELESS_WORD, TOKEN, Node, folded, tokens
from agent.rules.sections import (
    DAY_PARTS,
    KEYS,
    LATER,
    NAME_PARTS,
    OPTIONAL,
    SECTIONS,
    TABLES,
    Column,
    Cue,
    DayWord,
    Label,
    Numeral,
    Status,
)  # fmt: skip
from agent.rules.writing import DayWriting, SharedUnits, day_writing

__all__ = [
    "GAP", "SENTENCE_END", "SHARED_SIGN", "Column", "Cue", "DayWord", "Hit", "Hits", "Label", "Numeral", "Status",
    "Vocabulary", "load_vocabulary",
]  # fmt: skip
GAP: Final = "…"
SHARED_SIGN: Final = "元"  # of any unit in `shared_units`
_WORDS_KEPT: Final = 20_000  # of the mails read last, with where phrases begin with each
LONGEST_GAP: Final = 110  # characters of one sentence between the parts of a phrase
SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)|[。！？；\n]|;(?=\s)")
_GAP_END: Final = re.compile(
    r"(?<!\d)\.(?=\s|$)|[!?](?=\s|$)|[。！？；\n]|;(?=\s)"
)  # "am 5. August" ends nothing


class Hit(NamedTuple):
    """A phrase of the vocabulary in a text."""

    start: int
    end: int
    key: str
    language: str


class Hits:
    """The phrases found in one text, by section; of phrases within each other the longest counts."""

    __slots__ = ("_asked", "_by_key", "_by_section")

    def __init__(self, by_section: dict[str, list[Hit]], gapped: dict[str, list[Hit]]) -> None:
        self._by_section = {section: _longest(hits) for section, hits in by_section.items()}
        for section, wide in gapped.items():
            telling = [
                hit for hit in wide if hit.key in (Cue.INTENT, Cue.NOT_PAID)
            ]  # their verbs do not count alone
            ends = {hit.start for hit in telling}, {hit.end for hit in telling}
            plain = self._by_section.get(section, ())
            left = [hit for hit in plain if hit.start not in ends[0] and hit.end not in ends[1]]
            self._by_section[section] = sorted({*left, *wide})
        self._by_key: dict[tuple[str, str], list[Hit]] = {}
        self._asked: dict[tuple[str, tuple[str, ...]], list[Hit]] = {}
        for section, hits in self._by_section.items():
            for hit in hits:
                self._by_key.setdefault((section, hit.key), []).append(hit)

    def section(self, name: str) -> list[Hit]:
        """All hits of a section, from left to right."""
        return self._by_section.get(name, [])

    def of(self, section: str, *keys: str) -> list[Hit]:
        """Hits under these keys of a section, from left to right."""
        return self._of(section, keys)

    def cues(self, *keys: Cue) -> list[Hit]:
        """Hits of cues."""
        return self._of("cues", keys)

    def labels(self, *keys: Label) -> list[Hit]:
        """Hits of labels."""
        return self._of("labels", keys)

    def _of(self, section: str, keys: tuple[str, ...]) -> list[Hit]:
        """Hits under these keys; asked some hundred times for each mail, so each answer is kept."""
        if section not in self._by_section:
            return []
        found = self._asked.get((section, keys))
        if found is None:
            of_each = [hits for key in keys if (hits := self._by_key.get((section, key)))]
            if len(of_each) < 2:
                found = of_each[0] if of_each else []
            else:
                found = sorted(hit for hits in of_each for hit in hits)
            self._asked[section, keys] = found
        return found


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
    shared_units: SharedUnits
    _languages_of: Mapping[str, Sequence[str]]  # by a stop word
    _letters: Mapping[str, re.Pattern[str]]  # of languages without spaces: the characters that only they use
    _beginning: Callable[
        [str], tuple[str, list[Node]]
    ]  # a word as it compares, and where phrases begin with it
    _gapped: Mapping[
        str, Sequence[tuple[tuple[str, ...], str, str, str]]
    ]  # by the first part: others, section, key, language

    def find(self, text: str) -> Hits:
        """All phrases in a text, in one pass; in a text without spaces those of its own language."""
        by_section: dict[str, list[Hit]] = {}
        strangers = self._strangers(text)
        active: list[tuple[int, Node]] = []
        for match in TOKEN.finditer(text):
            token, starts = self._beginning(match[0])
            if not starts and not active:
                continue
            start, end = match.span()
            reached = [(start, node) for node in starts]
            for begun, node in active:
                for following in node.following(token):
                    reached.append((begun, following))
            for begun, node in reached:
                for section, key, language in node.ends:
                    if language not in strangers and not _is_part_of_word(text, begun, end, section):
                        by_section.setdefault(section, []).append(Hit(begun, end, key, language))
            active = [(begun, node) for begun, node in reached if node.words or node.stems]
        if units := self.shared_units.in_text(text):
            said = by_section.pop("currencies", [])
            by_section["currencies"] = [hit for hit in said if text[hit.start : hit.end] not in units]
            by_section["currency_signs"] = [
                hit._replace(key=SHARED_SIGN) for hit in said if text[hit.start : hit.end] in units
            ]
        return Hits(by_section, self._across_gaps(text, by_section.pop(GAP, [])))

    def _strangers(self, text: str) -> frozenset[str]:
        """The languages without spaces that a text in one of them is not in: hanzi alone say nothing."""
        if text.isascii():
            return frozenset()
        counts = {language: len(letters.findall(text)) for language, letters in self._letters.items()}
        most = max(counts, key=lambda language: counts[language], default="")
        return frozenset(language for language in counts if counts[language] < counts[most])

    def _across_gaps(self, text: str, parts: list[Hit]) -> dict[str, list[Hit]]:
        found: dict[str, list[Hit]] = {}
        by_part: dict[str, list[Hit]] = {}
        for hit in parts:
            by_part.setdefault(hit.key, []).append(hit)
        known = ((first, gapped) for first in by_part for gapped in self._gapped.get(first, ()))
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
        letters = spaceless = 0
        for word, count in Counter(TOKEN.findall(text.lower())).items():
            if not word.isalpha():
                continue
            if len(word) == 1 and word > "\u303f":
                spaceless += count
            else:
                letters += count
            for language in self._languages_of.get(word, ()):
                scores[language] += count
        is_spaceless = bool(self.spaceless) and spaceless * 2 > letters
        among = [language for language in self.languages if (language in self.spaceless) == is_spaceless]
        return max(among or self.languages, key=lambda language: scores[language])


def _is_part_of_word(text: str, start: int, end: int, section: str) -> bool:
    """True for a label of one character within a word of a script without spaces: 計 in 水位計."""
    if end - start > 1 or section not in ("labels", "columns") or not SPACELESS_WORD.match(text, start):
        return False
    return any(SPACELESS_WORD.match(text, at) for at in (max(0, start - 1), end) if at != start)


def load_vocabulary(rules_dir: Path) -> Vocabulary:
    """All files of rules/vocabulary/ as one vocabulary. AgentError names file, key and mend."""
    folder = rules_dir / "vocabulary"
    files = sorted(folder.glob("*.toml"), key=lambda path: (path.stem != "en", path.stem))
    if not files:
        Rule.read(folder / "en.toml")
    rules = [Rule.read(path) for path in files]
    builder = _Builder(dict(pair for rule in rules for pair in _variants(rule)))
    for rule in rules:
        builder.add(rule)
    return builder.build()


def _variants(rule: Rule) -> Iterator[tuple[str, str]]:
    """Characters and those that they are matched as: 額 as 额."""
    for pair in rule.texts("variants") if "variants" in rule.values else ():
        if len(pair) != 2:
            raise rule.fault("variants", f"{pair!r}: expected two characters such as 額额")
        yield pair[0], pair[1]


def missing_words(rules_dir: Path, default_rules: Path) -> list[str]:
    """What the files of a home made by an earlier version lack: "en.toml: cues.pending", for each key without words.

    A reader without them would take for paid what a document says is pending.
    """
    lacking: list[str] = []
    for path in sorted((rules_dir / "vocabulary").glob("*.toml")):
        default = default_rules / "vocabulary" / path.name
        if not default.is_file() or is_as_shipped(path, default):
            continue  # a language of the home's own lacks nothing either
        have, wanted = Rule.read(path).values, Rule.read(default).values
        for name in wanted:
            known, keys = have.get(name), wanted[name]
            if known is None:
                lacking.append(f"{path.name}: {name}")
            elif name in SECTIONS and isinstance(keys, dict) and isinstance(known, dict):
                lacking += [f"{path.name}: {name}.{key}" for key in keys if key not in known]
    return lacking


class _Builder:
    """Collects the phrases of the files."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        self.variants = variants
        self.fold = str.maketrans(FOLD | dict(variants))
        self.tree = Node()
        self.gapped: dict[str, list[tuple[tuple[str, ...], str, str, str]]] = {}
        self.stop_words: dict[str, frozenset[str]] = {}
        self.prefixes: set[str] = set()
        self.day_parts: dict[str, list[str]] = {}
        self.day_first_only: set[str] = set()
        self.year_first: set[str] = set()  # letters of these languages
        self.names: dict[str, list[str]] = {}
        self.shared_units: list[str] = []
        self.numerals: dict[str, int] = {}
        self.cents: set[str] = set()
        self.joiners: set[str] = set()

    def add(self, rule: Rule) -> None:
        """The phrases of one language."""
        rule.only("language", "stop_words", "number_prefixes", *OPTIONAL, *SECTIONS, *TABLES)
        language = self._add_language(rule)
        for name in (*SECTIONS, *TABLES):
            if name in LATER and name not in rule.values:
                continue
            section = rule.section(name)
            if name in SECTIONS:
                _only_known(section, KEYS[name])
            for key in section.values:
                _check_table_key(section, name, key)
                self._add_key(section, name, key, language)
        joining = rule.section("cues").values.get("and", ())
        self.joiners.update(word.lower() for word in map(str, joining) if word.isalpha())

    def _add_language(self, rule: Rule) -> str:
        """What a file says of its language as a whole; its code."""
        language = rule.values.get("language")
        if not isinstance(language, str) or not re.fullmatch(r"[a-z]{2,3}", language):
            raise rule.fault("language", f'expected a code like "fr", got {language!r}')
        if language in self.stop_words:
            raise rule.fault("language", f"{language} has another file already; join the two")
        self.stop_words[language] = frozenset(rule.texts("stop_words"))
        self.shared_units += rule.texts("shared_units") if "shared_units" in rule.values else ()
        self.prefixes.update(prefix.upper() for prefix in rule.texts("number_prefixes"))
        if not _flag(rule, "month_first", default=True):
            self.day_first_only.add(language)
        if _flag(rule, "year_first", default=False):
            self.year_first |= {
                one for word in self.stop_words[language] for one in word if not one.isascii()
            }
        return language

    def _add_key(self, section: Rule, name: str, key: str, language: str) -> None:
        if name == "numerals":
            self._add_numerals(section, key)
        elif name == "names":
            self.names.setdefault(key, []).extend(section.texts(key))
        elif name == "days" and key in DAY_PARTS:
            self.day_parts.setdefault(key, []).extend(section.texts(key))
        else:
            self._add_phrases(section, name, key, language)

    def _add_numerals(self, section: Rule, key: str) -> None:
        words = [word.lower() for word in section.texts(key)]
        if key == Numeral.CENTS:
            self.cents.update(words)
            return
        units = {Numeral.HUNDRED: 100, Numeral.THOUSAND: 10**3, Numeral.MILLION: 10**6}
        for order, word in enumerate(words):
            value = {Numeral.ONES: order, Numeral.TENS: 10 * order + 20}.get(Numeral(key)) or units.get(
                Numeral(key), 0
            )
            self.numerals.update(dict.fromkeys(word.split("/"), value))

    def _add_phrases(self, section: Rule, name: str, key: str, language: str) -> None:
        for phrase in section.texts(key):
            parts = tuple(part.strip() for part in phrase.split(GAP))
            words = [tokens(part, self.fold) for part in parts]
            if not all(words):
                raise section.fault(
                    key, f"{phrase!r} has no words; write words, with {GAP} between them for a gap"
                )
            if len(parts) == 1:
                self._plant(words[0], name, key, language)
                continue
            self.gapped.setdefault(parts[0], []).append((parts[1:], name, key, language))
            for part, own in zip(parts, words, strict=True):
                self._plant(own, GAP, part, language)

    def _plant(self, words: Sequence[str], section: str, key: str, language: str) -> None:
        node = self.tree
        for token in words:
            node = node.after(token)
        ending = (section, key, language)
        if ending not in node.ends:
            node.ends += (ending,)

    def _beginning(self, word: str) -> tuple[str, list[Node]]:
        token = folded(word, self.fold)
        starts = list(self.tree.following(token))
        if len(word) == 1 and (exact := word.lower()) != token:
            starts += self.tree.following(exact)
        return token, starts

    def build(self) -> Vocabulary:
        """The finished vocabulary."""
        return Vocabulary(
            languages=tuple(self.stop_words),
            _languages_of={
                word: tuple(language for language, words in self.stop_words.items() if word in words)
                for word in frozenset().union(*self.stop_words.values())
            },
            number_prefixes=frozenset(self.prefixes),
            days=day_writing(self.day_parts, day_first_only=self.day_first_only, year_first=self.year_first),
            firms=firms(*(self.names.get(key, ()) for key in NAME_PARTS)),
            spaceless=frozenset(
                language
                for language, words in self.stop_words.items()
                if all(map(SPACELESS_WORD.fullmatch, words))
            ),
            numerals=self.numerals,
            cents=frozenset(self.cents),
            joiners=frozenset(self.joiners),
            shared_units=SharedUnits(
                words=frozenset(self.shared_units),
                variants=_one_of(self.variants),
                plain=_one_of(set(self.variants.values()) - set(self.variants)),
            ),
            _letters={
                language: _one_of(words)
                for language, words in self.stop_words.items()
                if words and all(map(SPACELESS_WORD.fullmatch, words))
            },
            _beginning=lru_cache(maxsize=_WORDS_KEPT)(self._beginning),
            _gapped=self.gapped,
        )


def _one_of(characters: Iterable[str]) -> re.Pattern[str]:
    escaped = "".join(re.escape(one) for one in sorted(characters))
    return re.compile(f"[{escaped}]" if escaped else "(?!)")


def _only_known(section: Rule, known: Iterable[str]) -> None:
    for key in section.values:
        if key not in known:
            near = difflib.get_close_matches(key, list(known), n=1)
            raise section.fault(key, f"is unknown{f'; did you mean {near[0]}?' if near else ''}")


def _flag(rule: Rule, key: str, *, default: bool) -> bool:
    value = rule.values.get(key, default)
    if not isinstance(value, bool):
        raise rule.fault(key, f"expected true or false, got {value!r}")
    return value


def _check_table_key(section: Rule, name: str, key: str) -> None:
    highest = {"months": 12, "weekdays": 7}.get(name)
    if highest and not (key.isdecimal() and 1 <= int(key) <= highest):
        raise section.fault(key, f"expected a number from 1 to {highest}")
    if name == "eras" and not re.fullmatch(r"\d{4}", key):
        raise section.fault(key, "expected the year before an era's first, such as 2018")
    if name in ("multipliers", "units") and not re.fullmatch(r"10+", key):
        raise section.fault(key, "expected a power of ten such as 10000")
    if name == "currencies" and not re.fullmatch(r"[A-Z]{3}", key):
        raise section.fault(key, "expected an ISO 4217 code such as EUR")


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
