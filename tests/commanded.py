"""A home, and `remitd` on it in this process, at the clock that a test sets."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from agent.cli.commands import remitd
from agent.errors import AgentError


@dataclass(slots=True)
class CommandedHome:
    """What each command prints, or why it can't be done."""

    path: Path
    now: str

    def run(self, *words: str, now: str | None = None) -> str:
        """What the command prints; AgentError where it can't be done."""
        done = CliRunner().invoke(remitd, ["--home", str(self.path), "--now", now or self.now, *words])
        if isinstance(done.exception, AgentError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.stdout

    def lines(self, *words: str) -> list[dict[str, Any]]:
        """Its JSON Lines."""
        return [json.loads(line) for line in self.run(*words, "--json").splitlines()]

    def fault(self, *words: str) -> str:
        """The one line that says why it can't be done."""
        with pytest.raises(AgentError) as caught:
            self.run(*words)
        return str(caught.value)
