"""Templates are checked when they are read: what is wrong, where, and what to do."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agent.errors import AgentError
from agent.facts.letters import LetterKind
from agent.outbox.compose import compose
from agent.rules.letters import load_templates
from tests.drafts import COMPANY, RULES, TEMPLATES, realistic


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    shutil.copytree(RULES / "letters", tmp_path / "letters")
    return tmp_path


def test_every_template_of_every_language_compiles() -> None:
    assert set(TEMPLATES.languages) >= {"en", "zh", "de"}
    for language in TEMPLATES.languages.values():
        for kind in LetterKind:
            assert language.template(kind).name == f"{kind}.txt"


@pytest.mark.table("letter_rules")
def test_a_fault_in_the_rules_is_named(case: dict[str, Any], rules: Path) -> None:
    path = rules / "letters" / case["file"]
    if "find" in case:
        text = path.read_text(encoding="utf-8")
        assert case["find"] in text
        path.write_text(text.replace(case["find"], case["put"], 1), encoding="utf-8")
    else:
        path.unlink()
    with pytest.raises(AgentError) as fault:
        load_templates(rules)
    said = str(fault.value)
    assert case["file"] in said
    for words in case["says"]:
        assert words in said
    assert "\n" not in said
    if "find" in case and not path.name.endswith(".toml"):  # what is not as it came is checked beside it too
        with pytest.raises(AgentError) as beside:
            load_templates(rules, RULES)
        assert said == str(beside.value)


def test_a_home_made_before_lacks_only_what_came_later(rules: Path) -> None:
    """A later word or template is the program's own; a word that always was there is missed all the same."""
    folder = rules / "letters" / "de"
    (folder / "_notice.txt").unlink()
    (folder / "dunning.txt").write_text('Subject: Mahnung\n\n{% include "_notice.txt" %}\n', encoding="utf-8")
    words = (folder / "words.toml").read_text(encoding="utf-8")
    before = words[: words.index("[letters]")].replace('history = "Unsere bisherigen Schreiben"\n', "")
    (folder / "words.toml").write_text(before, encoding="utf-8")
    with pytest.raises(AgentError, match=r"_notice\.txt|is missing"):
        load_templates(rules)
    templates = load_templates(rules, RULES)
    letter = compose(realistic("de")["dunning_2"], company=COMPANY, templates=templates)
    assert letter.subject == "Mahnung"
    assert "Mahnung L-3f9a01c2be47 vom 20. November 2026" in " ".join(letter.text.split())
    assert templates.languages["de"].words["captions"]["history"] == "Unsere bisherigen Schreiben"
    shutil.copytree(folder, folder.parent / "fr")
    shutil.copy(RULES / "letters" / "de" / "_notice.txt", folder.parent / "fr")
    assert load_templates(rules, RULES).languages["fr"].words["letters"]["reminder"].startswith("reminder")
    (folder.parent / "fr" / "plan_offer.txt").unlink()
    templates = load_templates(rules, RULES)
    for kind, wanted in (("plan_offer", "en"), ("reminder", "fr")):
        of = replace(realistic("de")[kind], language="fr")
        assert compose(of, company=COMPANY, templates=templates).language == wanted
    (folder / "words.toml").write_text(before.replace('due = "Fällig"\n', ""), encoding="utf-8")
    with pytest.raises(AgentError, match=r"headings\.due: is missing"):
        load_templates(rules, RULES)


def test_a_template_that_fails_on_a_letter_names_its_line(rules: Path) -> None:
    path = rules / "letters" / "en" / "_closing.txt"
    path.write_text("Regards\n{{ company / 2 }}\n", encoding="utf-8")
    with pytest.raises(AgentError, match=r"en/_closing\.txt: line 2: unsupported operand"):
        compose(realistic("en")["reminder"], company=COMPANY, templates=load_templates(rules))


def test_a_template_cannot_reach_out_of_its_sandbox(rules: Path) -> None:
    path = rules / "letters" / "en" / "_closing.txt"
    path.write_text("{{ company.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(AgentError, match="unsafe"):
        compose(realistic("en")["reminder"], company=COMPANY, templates=load_templates(rules))


def test_another_language_is_a_folder(rules: Path) -> None:
    letters = rules / "letters"
    shutil.copytree(letters / "de", letters / "fr")
    words = letters / "fr" / "words.toml"
    words.write_text(words.read_text(encoding="utf-8").replace("de_DE", "fr_FR"), encoding="utf-8")
    of = replace(realistic("de")["reminder"], language="fr")
    letter = compose(of, company=COMPANY, templates=load_templates(rules))
    assert letter.language == "fr"
    assert '<html lang="fr">' in letter.html


def test_a_block_tag_at_the_end_of_a_line_keeps_the_line_end(rules: Path) -> None:
    path = rules / "letters" / "en" / "digest.txt"
    path.write_text(
        "Subject: A{% if date %} b{% endif %}\n\nC{% if date %} d{% endif %}\nE\n", encoding="utf-8"
    )
    letter = compose(realistic("en")["digest"], company=COMPANY, templates=load_templates(rules))
    assert letter.subject == "A b"
    assert re.search(r"\nC d\nE\n", letter.text)
