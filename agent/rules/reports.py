"""The words of reports, from rules/reports/LANGUAGE.toml: titles, headings, definitions, how figures are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from agent.errors import AgentError
from agent.rules.files import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """One language's words; what it lacks is said in English."""

    language: str
    sections: Mapping[str, Mapping[str, str]]

    def word(self, section: str, key: str) -> str:
        """A word or a sentence; a name that has none stays as it is."""
        return self.sections[section].get(key, key)


def load_report_words(rules_dir: Path, shipped: Path, language: str) -> ReportWords:
    """A language's words: those that come with the program, and over them the home's own. AgentError names file and key.

    A home of an earlier version has no such files and needs none; a language without one is English.
    """
    english = _sections(shipped / "reports" / "en.toml", None)
    sections = {name: dict(words) for name, words in english.items()}
    for folder in (shipped, rules_dir):
        path = folder / "reports" / f"{language}.toml"
        for name, words in (_sections(path, english) if path.is_file() else {}).items():
            sections[name] |= words
    return ReportWords(language=language, sections=sections)


def _sections(path: Path, english: Mapping[str, Mapping[str, str]] | None) -> dict[str, dict[str, str]]:
    """A file's texts, with English's keys alone where there is English."""
    rule = Rule.read(path)
    if english:
        rule.only(*english)
    for name in rule.values:
        section = rule.section(name)
        for key, text in section.values.items():
            if not isinstance(text, str):
                raise section.fault(key, "expected text in quotes")
            if english and key not in english[name]:
                raise _unknown(section, key)
    return rule.values


def _unknown(section: Rule, key: str) -> AgentError:
    return section.fault(key, "is unknown; the keys are those of en.toml")
