"""The files rules/vocabulary/*.toml, one a language, to one vocabulary."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from agent.rules.files import Rule, is_as_shipped
from agent.rules.firms import firms
from agent.rules.phrases import FOLD, SPACELESS_WORD, Node, folded, tokens
from agent.rules.sections import (
    DAY_PARTS,
    KEYS,
    LATER,
    NAME_PARTS,
    NEWER,
    OPTIONAL,
    SECTIONS,
    TABLES,
    Cue,
    Numeral,
)
from agent.rules.vocabulary import GAP, Vocabulary
from agent.rules.writing import SharedUnits, day_writing

_STATEMENTS: Final = (Cue.STATEMENT_WORD, Cue.STATEMENT_AGREED, Cue.STATEMENT_DENIED)
_WORDS_KEPT: Final = 20_000  # of the mails read last, with where phrases begin with each


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
            if known is None and name not in NEWER:
                lacking.append(f"{path.name}: {name}")
            elif name in SECTIONS and isinstance(keys, dict) and isinstance(known, dict):
                lacking += [f"{path.name}: {name}.{key}" for key in keys if key not in {*known, *NEWER}]
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
        self.short_words: set[str] = set()
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
        if all(key in rule.section("cues").values for key in _STATEMENTS):
            self._name_statements(rule.section("cues"), language)
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
        self.short_words.update(rule.texts("short_words") if "short_words" in rule.values else ())
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

    def _name_statements(self, cues: Rule, language: str) -> None:
        """Phrases that agree to a balance name the statement, where a word for it is a part of them."""
        words = [tokens(word, self.fold) for word in cues.texts(Cue.STATEMENT_WORD)]
        for phrase in (*cues.texts(Cue.STATEMENT_AGREED), *cues.texts(Cue.STATEMENT_DENIED)):
            said = tokens(phrase, self.fold) if GAP not in phrase else []
            if any(said[at : at + len(word)] == word for word in words for at in range(len(said))):
                self._plant(said, "cues", Cue.STATEMENT_WORD, language)

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
            languages_of={
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
            short_words=frozenset(self.short_words),
            shared_units=SharedUnits(
                words=frozenset(self.shared_units),
                variants=_one_of(self.variants),
                plain=_one_of(set(self.variants.values()) - set(self.variants)),
            ),
            letters_of={
                language: _one_of(words)
                for language, words in self.stop_words.items()
                if words and all(map(SPACELESS_WORD.fullmatch, words))
            },
            beginning=lru_cache(maxsize=_WORDS_KEPT)(self._beginning),
            gapped=self.gapped,
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
