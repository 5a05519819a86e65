"""rules/mail/commands.toml to the words of commands by mail."""

import re
from dataclasses import dataclass
from pathlib import Path

from agent.facts.commands import Order
from agent.rules.files import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandWords:
    """The words of all languages together; every pattern is matched where a line begins or goes on."""

    orders: tuple[tuple[re.Pattern[str], Order], ...]  # the longest word first
    everything: re.Pattern[str]
    until: re.Pattern[str]
    because: re.Pattern[str]
    polite: re.Pattern[str]


def load_commands(rules_dir: Path, shipped: Path) -> CommandWords:
    """The home's own words, or in a home made before there were any the program's. AgentError names file and key."""
    path = Path("mail") / "commands.toml"
    rule = Rule.read((rules_dir if (rules_dir / path).is_file() else shipped) / path)
    rule.section("en")
    languages = [rule.section(name) for name in rule.values]
    for language in languages:
        language.only(*Order, "all", "until", "because", "polite")

    def words(key: str) -> list[str]:
        found = [text for language in languages for text in language.texts(key)]
        return sorted(filter(None, map(str.strip, found)), key=lambda text: (-len(text), text))

    orders = [(word, order) for order in Order for word in words(order)]
    orders.sort(key=lambda one: (-len(one[0]), one[0]))
    return CommandWords(
        orders=tuple((_word(word), order) for word, order in orders),
        everything=_any(words("all")),
        until=_any(words("until")),
        because=_any(words("because")),
        polite=_any(words("polite")),
    )


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_word(word).pattern for word in words) or r"(?!)", re.IGNORECASE)


def _word(word: str) -> re.Pattern[str]:
    """A whole word where letters end at spaces; in Han characters none does."""
    end = r"(?![^\W\d_])" if word[-1].isascii() or word[-1].islower() else ""
    return re.compile(re.escape(word) + end, re.IGNORECASE)
