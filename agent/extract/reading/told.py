"""A value with the place that tells it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from agent.extract.text.script import Script

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Generic[Value]):
    """A value and where it is said; the lowest `rank` counts, then the first."""

    value: Value
    rank: int
    script: Script
    start: int
    end: int
