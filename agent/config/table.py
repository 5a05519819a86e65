"""One section of remitd.toml, read key by key with faults that name the place and the mend."""

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from agent.errors import AgentError

_TYPES: Final = {str: "text in quotes", list: "a list", int: "a whole number", dict: "a section"}


class Table:
    """One section of the file, read key by key with faults that name the place."""

    def __init__(self, path: Path, section: str, values: dict[str, Any]) -> None:
        self.path, self.section, self.values = path, section, values

    def fault(self, key: str, problem: str) -> AgentError:
        return AgentError(f"{self.path}: {self.section} {key}: {problem}")

    def only(self, keys: Mapping[str, type]) -> None:
        for key, value in self.values.items():
            if key not in keys:
                raise AgentError(f"{self.path}: {self.section} {key} is unknown{nearest(key, keys)}")
            if type(value) is not keys[key]:
                raise self.fault(key, f"expected {_TYPES[keys[key]]}, got {value!r}")

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if value is None or value == "":
            raise self.fault(key, "is missing")
        return str(value)

    def optional(self, key: str) -> str | None:
        return self.values.get(key) or None

    def number(self, key: str, default: int, *, least: int) -> int:
        value = int(self.values.get(key, default))
        if value < least:
            raise self.fault(key, f"is {value}; the least is {least}")
        return value

    def addresses(self, key: str) -> tuple[str, ...]:
        return tuple(self._address(key, str(value)) for value in self.values.get(key, ()))

    def address(self, key: str) -> str:
        return self._address(key, self.text(key))

    def _address(self, key: str, value: str) -> str:
        address = value.strip().lower()
        is_plain = address.isascii() and address.isprintable() and " " not in address
        if address.count("@") != 1 or not is_plain:
            raise self.fault(key, f"{address!r} is no mail address")
        return address

    def one_of(self, key: str, choices: tuple[str, ...], default: str) -> str:
        value = str(self.values.get(key, default))
        if value not in choices:
            raise self.fault(key, f'"{value}" is none of {", ".join(choices)}')
        return value


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word that is most like this one."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.0)
    return f"; did you mean {found[0]}?" if found else ""
