"""Events of the runs of the agent, and its policy."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStarted:
    """A `remitd run` began; no later run may have an earlier clock."""

    version: str
    rules: str  # SHA-256 over the files of rules/


RunEvent = RunStarted
