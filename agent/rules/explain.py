"""The words that decisions are explained in, from rules/explain/LANGUAGE.toml, and the journal's sentences in them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agent.rules.files import Rule

_PLACE: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class _Form:
    """A sentence that the journal has, with places for its values: "{invoice} is named: {amount} of {open} open"."""

    key: str
    pattern: re.Pattern[str]
    weight: int  # letters that are not values; of two forms that fit, the one that says more is meant

    @classmethod
    def of(cls, key: str, text: str) -> "_Form":
        """From the English wording."""
        parts = _PLACE.split(text)
        pattern = "".join(
            f"(?P<{part}>.+?)" if odd % 2 else re.escape(part) for odd, part in enumerate(parts)
        )
        return cls(key, re.compile(pattern, re.DOTALL), sum(map(len, parts[::2])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's words; what it lacks is said in English."""

    code: str
    sections: Mapping[str, Mapping[str, str]]
    forms: tuple[_Form, ...]

    def word(self, section: str, key: str, **values: object) -> str:
        """A word or line, its places filled; a name that has no word stays as it is."""
        return self.sections[section].get(key, key).format(**values)

    def sentence(self, text: str, value: Callable[[str], str]) -> str:
        """A sentence of the journal in this language, its values said by `value`; one of no known form as it is.

        Values may be sentences themselves, and `reasons` are several, parted by "; ".
        """
        if self.code == "en":
            return text
        key, values = self.form_of(text)
        if not key:
            return value(text)
        said = {
            name: "; ".join(self.sentence(one, value) for one in found.split("; "))
            if name == "reasons"
            else self.sentence(self._kind(found) if name == "kind" else found, value)
            for name, found in values.items()
        }
        return self.sections["sentences"][key].format(**said)

    def _kind(self, found: str) -> str:
        """What a dispute is about, by the name that rules/holds.toml gives it; another word as it stands."""
        return self.sections["dispute_kinds"].get(found.replace(" ", "_"), found)

    def form_of(self, text: str) -> tuple[str, dict[str, str]]:
        """The form of an English sentence and its values; "" where it has none that is known."""
        found = [(form.weight, form, match) for form in self.forms if (match := form.pattern.fullmatch(text))]
        if not found:
            return "", {}
        _, form, match = max(found, key=lambda one: one[0])
        return form.key, match.groupdict()


def load_words(rules_dir: Path, shipped: Path, language: str) -> Words:
    """A language's words: those that come with the program, and over them the home's own. AgentError names file and key.

    The journal's sentences are the program's, so their forms are the shipped ones; a home of an earlier version has
    none of these files, and needs none.
    """
    english = _sections(shipped / "explain" / "en.toml", None)
    sections = {name: dict(words) for name, words in english.items()}
    for folder in (shipped, rules_dir):
        path = folder / "explain" / f"{language}.toml"
        for name, words in (_sections(path, english) if path.is_file() else {}).items():
            sections[name] |= words
    forms = tuple(_Form.of(key, text) for key, text in english["sentences"].items())
    return Words(code=language, sections=sections, forms=forms)


def _sections(path: Path, english: Mapping[str, Mapping[str, str]] | None) -> dict[str, dict[str, str]]:
    """A file's texts; where there is English, with its keys and places alone."""
    rule = Rule.read(path)
    if english:
        rule.only(*english)
    for name in rule.values:
        section = rule.section(name)
        for key, text in section.values.items():
            if not isinstance(text, str):
                raise section.fault(key, "expected text in quotes")
            known = set(_PLACE.findall(english[name].get(key, "") if english else text))
            if not english:
                continue
            if key not in english[name]:
                raise section.fault(key, "is unknown; the keys are those of en.toml")
            if set(re.findall(r"\{([^}]*)\}?", text)) - known or text.count("{") != text.count("}"):
                may = ", ".join(f"{{{one}}}" for one in sorted(known)) or "nothing"
                raise section.fault(key, f"in braces may stand only {may}")
    return rule.values
