"""Homes for tests that run the command itself, in a process of its own, as a user would."""

import atexit
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "examples" / "harbour"
OPENED = "2026-01-01T09:00:00+08:00"
NOW = "2026-11-21T09:00:00+08:00"


@dataclass(frozen=True, slots=True)
class RunningHome:
    """A home folder, and `remitd` on it."""

    path: Path
    environment: dict[str, str] = field(default_factory=dict)

    def command(self, *words: str) -> list[str]:
        """The command line."""
        return [sys.executable, "-m", "agent", "--home", str(self.path), *words]

    def run(self, *words: str, now: str | None = NOW, expect: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a command; an unexpected exit code fails the test with what it said."""
        words = (*words, "--now", now) if now else words
        environment = {**os.environ, **self.environment}
        environment.pop("REMITD_HOME", None)
        done = subprocess.run(
            self.command(*words), capture_output=True, text=True, timeout=90, env=environment
        )
        assert done.returncode == expect, f"{words}: exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def fault(self, *words: str, exit_code: int = 2, now: str | None = NOW) -> str:
        """The one line on stderr of a command that must fail, without its line end."""
        said = self.run(*words, now=now, expect=exit_code).stderr
        assert "Traceback" not in said, said
        lines = [line for line in said.splitlines() if not line.startswith("{")]  # JSON lines are the log's
        assert len(lines) == 1, said
        return lines[0]

    def lines(self, *words: str) -> list[dict[str, Any]]:
        """The JSON Lines of a command."""
        return [json.loads(line) for line in self.run(*words, "--json").stdout.splitlines()]

    def configure(self, **sections: str) -> None:
        """Write remitd.toml; a section given replaces the whole one of that name."""
        text = {
            "company": 'name = "Harbour Supply Co."\naddress = "ar@harbour.example"\n'
            'staff = ["li.na@harbour.example"]\ncountry = "CN"\ntime_zone = "Asia/Shanghai"',
            "inbox": 'url = "maildir:mail/in"\ntrusted_authserv = "mx.harbour.example"',
            "outbox": 'url = "maildir:mail/out"',
            "bank": 'senders = ["noreply@eastport-bank.example"]',
        } | sections
        content = "\n\n".join(f"[{name}]\n{body}" for name, body in text.items())
        (self.path / "remitd.toml").write_text(content + "\n", encoding="utf-8")

    def deliver(self, *names: str) -> None:
        """Put sample messages into the Maildir, in the order of their names."""
        for name in names:
            (self.path / "mail" / "in" / "new" / name).write_bytes((EXAMPLES / "mail" / name).read_bytes())


def make_home(path: Path, *, with_ledger: bool = True) -> RunningHome:
    """A new home with the sample ledger imported: a copy of one that was made once for all tests of this process."""
    shutil.copytree(_made(with_ledger).path, path, dirs_exist_ok=True)
    return RunningHome(path)


@cache
def _made(with_ledger: bool) -> RunningHome:
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder)
    home = RunningHome(folder / "home")
    subprocess.run(
        [sys.executable, "-m", "agent", "init", str(home.path)], check=True, capture_output=True, timeout=60
    )
    home.configure()
    if with_ledger:
        home.run("import", "customers", str(EXAMPLES / "customers.csv"), now=OPENED)
        home.run("import", "invoices", str(EXAMPLES / "invoices.csv"), now=OPENED)
    return home
