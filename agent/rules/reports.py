"""The words of reports, from rules/reports/LANGUAGE.toml: titles, headings, definitions, how figures are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from agent.rules.texts import load_sections


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """One language's words; what it lacks is said in English."""

    language: str
    sections: Mapping[str, Mapping[str, str]]

    def word(self, section: str, key: str) -> str:
        """A word or a sentence; a name that has none stays as it is."""
        return self.sections[section].get(key, key)


def load_report_words(rules_dir: Path, shipped: Path, language: str) -> ReportWords:
    """A language's words: those that come with the program, and over them the home's own. AgentError names file and key."""
    return ReportWords(language=language, sections=load_sections(rules_dir, shipped, "reports", language))
