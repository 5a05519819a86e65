"""Each language is read by its words in rules/ alone; what its words do not settle is not read."""

import re
import shutil
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from agent.extract.read import read_mail
from agent.facts.readings import Reading
from agent.rules.language_files import load_vocabulary
from agent.rules.vocabulary import Vocabulary
from tests.test_extract_read import LOADED, OWN_NAMES, RULES, _documents, _mail, _payment

LEDGER, VOCABULARY = LOADED
FILES: Final = sorted((RULES / "vocabulary").glob("*.toml"))
ADDED: Final = Path(__file__).parent / "languages" / "nl.toml"
OPEN_KEYS: Final = ("currencies", "multipliers", "units", "eras")  # tables whose keys differ by language
NUMBERED: Final = ("months", "weekdays")  # a language may write them in figures


def _reading(case: dict[str, Any], vocabulary: Vocabulary = VOCABULARY) -> Reading:
    return read_mail(
        _mail(case), _documents(case), (), (), ledger=LEDGER, senders=tuple(case.get("senders", ())),
        vocabulary=vocabulary, own_names=OWN_NAMES,
    )  # fmt: skip


def _check(case: dict[str, Any], reading: Reading) -> None:
    wanted = case.get("payments", [])
    got = [_payment(payment) for payment in reading.payments]
    shown = [{key: payment[key] for key in want} for payment, want in zip(got, wanted, strict=False)]
    assert (shown, len(got)) == (wanted, len(wanted))
    assert (reading.kind.value, reading.language) == (case["kind"], case["language"])
    promises = [
        f"{one.invoice} {one.promised_on}{f' {one.amount}' if one.amount else ''}" for one in reading.promises
    ]
    assert promises == case.get("promises", [])
    disputes = [{"invoice": one.invoice, "amount": str(one.amount or "")} for one in reading.disputes]
    assert disputes == case.get("disputes", [])
    assert str(reading.statement_on or "") == case.get("as_of", "")
    assert reading.statement_agreed is case.get("agreed")


@pytest.mark.table("languages")
def test_a_clerks_mail_is_read_in_its_language(case: dict[str, Any]) -> None:
    _check(case, _reading(case))


@pytest.fixture(scope="module")
def with_dutch(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    """The rules of a home to which somebody added a language: one more file."""
    rules = tmp_path_factory.mktemp("home") / "rules"
    shutil.copytree(RULES, rules)
    shutil.copy(ADDED, rules / "vocabulary")
    return load_vocabulary(rules)


@pytest.mark.table("language_added")
def test_adding_a_language_touches_no_code(case: dict[str, Any], with_dutch: Vocabulary) -> None:
    _check({"language": "nl", **case}, _reading(case, with_dutch))


@pytest.mark.table("language_added")
def test_its_words_are_what_reads_it(case: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        _check({"language": "nl", **case}, _reading(case))


@pytest.mark.table("languages")
def test_a_language_more_changes_nothing_for_the_others(case: dict[str, Any], with_dutch: Vocabulary) -> None:
    _check(case, _reading(case, with_dutch))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_has_all_that_english_has(path: Path) -> None:
    english = tomllib.loads((RULES / "vocabulary" / "en.toml").read_text(encoding="utf-8"))
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    missing = [
        f"{section}.{key}"
        for section, keys in english.items()
        if isinstance(keys, dict)
        for key in (keys if section not in (*OPEN_KEYS, *NUMBERED) else ())
        if key not in words.get(section, {})
    ]
    assert [section for section in english if section not in words] + missing == []
    assert all(len(words[section]) in (0, len(english[section])) for section in NUMBERED)


@pytest.mark.parametrize("file", ["quotes.toml", "auto_reply.toml"])
def test_every_language_has_its_marks_of_mail(file: str) -> None:
    tables = tomllib.loads((RULES / "mail" / file).read_text(encoding="utf-8"))
    assert {path.stem for path in FILES} <= set(tables)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_phrase_is_said_twice_under_one_key(path: Path) -> None:
    """Nor a currency or a verb of payment by a word so short that it is part of everything."""
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    for section in ("labels", "columns", "cues"):
        for key, phrases in words[section].items():
            assert len(set(phrases)) == len(phrases), f"{section}.{key}"
    latin = [phrase for key in ("paid", "intent") for phrase in words["cues"][key] if phrase.isascii()]
    assert [phrase for phrase in latin if len(phrase) < 4 and phrase != "due"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Please find our payment advice attached."),
        ("de", "Anbei unser Zahlungsavis mit der Bitte um Verbuchung."),
        ("fr", "Veuillez trouver ci-joint notre avis de paiement."),
        ("es", "Adjuntamos el aviso de pago de sus facturas."),
        ("ja", "支払通知書を添付いたします。"),
        ("ja", "支払金額 合計 1,230円 振込済"),
        ("zh", "附上付款通知，请查收。"),
        ("zh", "隨函附上付款通知，請查收。"),
        ("zh", "匯款金額：人民幣88,000.00元"),
    ],
)
def test_a_language_is_known_by_its_words(language: str, text: str) -> None:
    assert VOCABULARY.language_of(text) == language


def test_both_scripts_of_chinese_have_the_same_words() -> None:
    """Each word of zh.toml is found when it is written in traditional characters."""
    rule = tomllib.loads((RULES / "vocabulary" / "zh.toml").read_text(encoding="utf-8"))
    traditional: dict[str, str] = {}
    for pair in rule["variants"]:
        traditional.setdefault(pair[1], pair[0])
    for text in (
        "汇款",
        "付款通知",
        "发票",
        "金额",
        "合计",
        "银行",
        "账号",
        "户名",
        "对账单",
        "实付金额",
        "暂不付款",
    ):
        written = "".join(traditional.get(one, one) for one in text)
        found = [
            {
                (section, hit.key)
                for section in ("labels", "columns", "cues", "methods")
                for hit in hits.section(section)
                if hit.language == "zh"
            }
            for hits in (VOCABULARY.find(text), VOCABULARY.find(written))
        ]
        assert found[0] == found[1], written


def test_code_names_no_language() -> None:
    """No list of languages anywhere where mails are read."""
    agent = RULES.parent / "agent"
    codes = "|".join(path.stem for path in FILES)
    listed = re.compile(rf"""["'](?:{codes})["']\s*,\s*["'](?:{codes})["']""")
    read = [path for folder in ("extract", "inbox", "rules") for path in (agent / folder).rglob("*.py")]
    assert [path.name for path in read if listed.search(path.read_text(encoding="utf-8"))] == []
