"""Events of the runs of the agent, and its policy."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStarted:
    """A `remitd run` began; no later run may have an earlier clock."""

    version: str
    rules: str  # SHA-256 over the files of rules/


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChanged:
    """A run found other rules, or another remitd.toml, than the one before it; so did the first of all."""

    what: str  # rules, remitd.toml
    sha256: str  # over the file, or over all files of rules/ with their names


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleStopped:
    """A person stopped the letters of the schedule: none is written and none goes until somebody starts it again."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleResumed:
    """Letters of the schedule are written and go again."""

    why: str


RunEvent = RunStarted | PolicyChanged | ScheduleStopped | ScheduleResumed
