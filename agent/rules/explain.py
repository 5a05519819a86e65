"""The words that decisions are explained in, from rules/explain/LANGUAGE.toml, and the journal's sentences in them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from agent.rules.texts import PLACE, load_sections


@dataclass(frozen=True, slots=True)
class _Form:
    """A sentence that the journal has, with places for its values: "{invoice} is named: {amount} of {open} open"."""

    key: str
    pattern: re.Pattern[str]
    weight: int  # letters that are not values; of two forms that fit, the one that says more is meant

    @classmethod
    def of(cls, key: str, text: str) -> "_Form":
        """From the English wording."""
        parts = PLACE.split(text)
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

    The journal's sentences are the program's, so their forms are the shipped ones.
    """
    sections = load_sections(rules_dir, shipped, "explain", language)
    english = load_sections(shipped, shipped, "explain", "en")
    forms = tuple(_Form.of(key, text) for key, text in english["sentences"].items())
    return Words(code=language, sections=sections, forms=forms)
