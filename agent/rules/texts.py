"""Files of texts in one language, such as rules/reports/zh.toml, to their sections, English where they are silent."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from agent.rules.files import Rule

PLACE: Final = re.compile(r"\{(\w+)\}")


def load_sections(
    rules_dir: Path, shipped: Path, folder: str, language: str
) -> Mapping[str, Mapping[str, str]]:
    """The texts that come with the program, and over them the home's own. AgentError names file and key.

    A home of an earlier version has no such files and needs none; a language without one is English.
    """
    english = _sections(shipped / folder / "en.toml", None)
    sections = {name: dict(texts) for name, texts in english.items()}
    for home in (shipped, rules_dir):
        path = home / folder / f"{language}.toml"
        for name, texts in (_sections(path, english) if path.is_file() else {}).items():
            sections[name] |= texts
    return sections


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
            if not english:
                continue
            if key not in english[name]:
                raise section.fault(key, "is unknown; the keys are those of en.toml")
            known = set(PLACE.findall(english[name][key]))
            if set(re.findall(r"\{([^}]*)\}?", text)) - known or text.count("{") != text.count("}"):
                may = ", ".join(f"{{{one}}}" for one in sorted(known)) or "nothing"
                raise section.fault(key, f"in braces may stand only {may}")
    return rule.values
