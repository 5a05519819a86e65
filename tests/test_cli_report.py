"""`remitd report`: names, fields, totals, what is refused, and that nothing is written."""

import json
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from agent import app
from agent.figures.reports import NAMES
from tests.desks import WorkedHome, readers, worked_home
from tests.test_cli import LEDGER, MAILS, NOW, Remitd, _tree
from tests.test_cli import remitd as remitd

TOO_MUCH = {
    "from": "payables@delmaryachts.example",
    "body": "We have paid USD 50.00 for invoice DY-3001 by ACH today, reference DEL-8009.\n",
}
LANGUAGES = ("en", "zh", "de")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedHome]:
    """A home after a morning: payments, a query, a promise, a dispute."""
    worked = worked_home(tmp_path_factory.mktemp("report") / "home", {"ledger": LEDGER})
    worked.now = datetime.fromisoformat(NOW)
    for mail in (*MAILS, TOO_MUCH):
        worked.deliver(mail)
    worked.round()
    yield worked
    readers().close()
    readers.cache_clear()


def _lines(remitd: Remitd, home: WorkedHome, *words: str) -> list[dict[str, Any]]:
    said = remitd("report", *words, "--json", "--home", home.path, "--now", NOW)
    assert 0 == said.code, said.err
    return said.lines


def test_every_report_has_all_its_fields_on_every_line(remitd: Remitd, home: WorkedHome) -> None:
    fields: dict[str, set[tuple[str, ...]]] = {}
    for line in _lines(remitd, home, "all"):
        fields.setdefault(line["report"], set()).add(tuple(line))
        assert all(value is None or isinstance(value, str | int) for value in line.values())
    assert {name: 1 for name in fields} == {name: len(kinds) for name, kinds in fields.items()}
    assert set(fields) >= set(NAMES)


def test_aging_of_each_currency_is_the_sum_of_its_customers(remitd: Remitd, home: WorkedHome) -> None:
    customers = remitd("aging", "--json", "--home", home.path, "--now", NOW).lines
    for line in _lines(remitd, home, "aging"):
        if line["report"] == "aging":
            same = [one for one in customers if one["currency"] == line["currency"]]
            assert float(line["total"]) == pytest.approx(sum(float(one["total"]) for one in same))


def test_one_customer_alone(remitd: Remitd, home: WorkedHome) -> None:
    lines = _lines(remitd, home, "aging", "--customer", "K4")
    assert [("aging", "90.00"), ("aging_customers", "90.00")] == [
        (line["report"], line["total"]) for line in lines
    ]
    assert {"USD", None} == {line["currency"] for line in _lines(remitd, home, "all", "--customer", "K4")}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sales",), "report sales: there is none; there are aging, dso"),
        (("aging", "--customer", "K99"), "K99 is no customer of this home"),
    ],
)
def test_what_there_is_not_is_a_fault_in_one_line(
    remitd: Remitd, home: WorkedHome, words: tuple[str, ...], said: str
) -> None:
    done = remitd("report", *words, "--home", home.path, "--now", NOW)
    assert (2, 1) == (done.code, len(done.err.splitlines()))
    assert said in done.err


def test_reports_change_nothing(remitd: Remitd, home: WorkedHome) -> None:
    before = _tree(home.path)
    for words in (("all",), ("all", "--explain"), ("all", "--as-of", "2026-10-31")):
        assert 0 == remitd("report", *words, "--home", home.path, "--now", NOW).code
    assert before == _tree(home.path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_report_is_said_in_the_company_s_language(
    remitd: Remitd, home: WorkedHome, language: str
) -> None:
    config = home.path / "remitd.toml"
    was = config.read_text(encoding="utf-8")
    config.write_text(was.replace('language = "en"', f'language = "{language}"'), encoding="utf-8")
    try:
        said = remitd("report", "all", "--explain", "--home", home.path, "--now", NOW)
    finally:
        config.write_text(was, encoding="utf-8")
    words = _words(language)
    assert words["titles"]["aging"] in said.out
    assert words["columns"]["d1_30"] in said.out
    assert "_" not in said.out.replace("remitd", ""), "a key without a word"


def _words(language: str) -> dict[str, Any]:
    path = app.default_rules() / "reports" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_all_languages_have_the_same_words() -> None:
    english, *others = ({(s, k) for s, words in _words(one).items() for k in words} for one in LANGUAGES)
    assert [set(), set()] == [english ^ other for other in others]


def test_a_home_s_own_words_win_and_a_home_without_any_has_the_program_s(
    remitd: Remitd, home: WorkedHome, tmp_path: Path
) -> None:
    own = home.path / "rules" / "reports"
    file = own / "en.toml"
    was = file.read_text(encoding="utf-8")
    try:
        file.write_text('[titles]\naging = "Who owes what"\n', encoding="utf-8")
        assert "Who owes what" in remitd("report", "aging", "--home", home.path, "--now", NOW).out
        file.write_text('[titles]\nagging = "Who owes what"\n', encoding="utf-8")
        done = remitd("report", "aging", "--home", home.path, "--now", NOW)
        assert (2, 1) == (done.code, len(done.err.splitlines()))
        assert "en.toml: titles.agging: is unknown" in done.err
        file.unlink()
        assert "Aging by due date" in remitd("report", "aging", "--home", home.path, "--now", NOW).out
    finally:
        file.write_text(was, encoding="utf-8")


def test_json_lines_are_the_same_each_time(remitd: Remitd, home: WorkedHome) -> None:
    assert json.dumps(_lines(remitd, home, "all")) == json.dumps(_lines(remitd, home, "all"))
