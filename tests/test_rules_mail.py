"""The marks of quotations and automatic mail are read whole, or a clerk is told where they are wrong."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from agent.errors import AgentError
from agent.inbox.quotes import split
from agent.rules.mail import load_mail_rules, load_quotes
from tests.mails import lines, shown

RULES_DIR = Path(__file__).parent.parent / "rules"


def test_mail_rules_fault(case: dict[str, Any], tmp_path: Path) -> None:
    """One line that names the file, the table and what to do."""
    shutil.copytree(RULES_DIR / "mail", tmp_path / "mail")
    file = tmp_path / "mail" / case["file"]
    if "remove" in case:
        file.unlink()
    else:
        text = file.read_text(encoding="utf-8")
        assert case["old"] in text
        file.write_text(text.replace(case["old"], case["new"], 1), encoding="utf-8")
    with pytest.raises(AgentError) as raised:
        load_mail_rules(tmp_path)
    assert case["says"] in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_language_is_added_by_a_table(tmp_path: Path) -> None:
    """No code knows which languages there are."""
    shutil.copytree(RULES_DIR / "mail", tmp_path / "mail")
    body = lines("Betaald.\n\nOp 2 nov. 2026 om 09:00 schreef Tidewater:\nFactuur 7")
    assert shown(split(body, load_quotes(tmp_path)).own) != "Betaald."
    file = tmp_path / "mail" / "quotes.toml"
    english = file.read_text(encoding="utf-8").split("[en]")[1].split("\n[de]")[0]
    dutch = english.replace(
        "'(on|at)\\b.{0,600}\\bwrote\\s*:\\s*$'", "'op\\b.{0,600}\\bschreef\\b.{0,80}:\\s*$'"
    )
    with file.open("a", encoding="utf-8") as out:
        out.write(f"\n[nl]{dutch}")
    assert shown(split(body, load_quotes(tmp_path)).own) == "Betaald."
