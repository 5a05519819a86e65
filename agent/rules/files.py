"""A TOML file under rules/ to values, with faults that name file, key and mend."""

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from agent.errors import AgentError


@dataclass(frozen=True, slots=True)
class Rule:
    """A rules file or a section of it."""

    path: Path
    key: str  # of the section, "" for the whole file
    values: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> "Rule":
        """AgentError where the file is missing or no TOML."""
        try:
            return cls(path, "", tomllib.loads(path.read_text(encoding="utf-8-sig")))
        except FileNotFoundError as error:
            raise AgentError(f"{path}: is missing; copy it from a new home (remitd init)") from error
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise AgentError(f"{path}: can't be read: {error}") from error

    def fault(self, key: str, problem: str) -> AgentError:
        """The error for one key."""
        return AgentError(f"{self.path}: {self.key}{key}: {problem}")

    def only(self, *known: str) -> None:
        """AgentError where another key stands there."""
        for key in self.values:
            if key not in known:
                raise self.fault(key, f"is unknown; known are {', '.join(known)}")

    def section(self, key: str) -> "Rule":
        """A [section] of the file."""
        values = self.values.get(key)
        if not isinstance(values, dict):
            raise self.fault(key, f"the section [{key}] is missing")
        return Rule(self.path, f"{self.key}{key}.", values)

    def sections(self, key: str) -> list["Rule"]:
        """All [[section]]s of this name."""
        values = self.values.get(key)
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.fault(key, f"expected sections [[{key}]]")
        return [
            Rule(self.path, f"{self.key}{key}[{number}].", value)
            for number, value in enumerate(values, start=1)
        ]

    def number(self, key: str, *, least: int) -> int:
        """A whole number of at least `least`."""
        value = self.values.get(key)
        if type(value) is not int or value < least:
            raise self.fault(key, f"expected a whole number of at least {least}, got {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise self.fault(key, f"expected a list of texts, got {value!r}")
        return tuple(value)


def is_as_shipped(path: Path, shipped: Path) -> bool:
    """True where a file of a home is, byte for byte, the one that comes with the program."""
    return path == shipped or (shipped.is_file() and shipped.read_bytes() == path.read_bytes())


def rules_digest(rules_dir: Path) -> str:
    """SHA-256 over all files of a rules folder, names and bytes: which policy was in force."""
    total = sha256()
    for path in sorted(path for path in rules_dir.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(rules_dir)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def load_public_domains(rules_dir: Path) -> frozenset[str]:
    """Mail providers whose domain vouches for nobody."""
    rule = Rule.read(rules_dir / "mail" / "public_providers.toml")
    rule.only("domains")
    return frozenset(rule.texts("domains"))
