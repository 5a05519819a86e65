"""Amounts, days, numbers and capitals are found in a text, and nothing else is taken for one."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.errors import AgentError
from agent.extract.text.days import find_days
from agent.extract.text.hanzi import capitals, find_capitals
from agent.extract.text.masks import Masks, never_amounts
from agent.extract.text.numbers import find_amounts
from agent.extract.text.references import Finder
from agent.extract.text.setting import folded_text
from agent.rules.language_files import load_vocabulary
from agent.rules.vocabulary import Vocabulary
from tests.test_extract_read import _ledger

RULES: Final = Path(__file__).parent.parent / "rules"
SENT_ON: Final = date(2026, 11, 9)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(RULES)


def _amounts(text: str, vocabulary: Vocabulary) -> list[str]:
    hits = vocabulary.find(text)
    masks = Masks(len(text), never_amounts(text))
    found = find_amounts(text, masks, hits.section("currencies"), hits.section("multipliers"))
    return [
        " ".join(filter(None, (str(one.value), one.currency or one.sign, "plain" if one.is_plain else "")))
        for one in found
    ]


@pytest.mark.table("amounts")
def test_amounts_are_read_in_all_common_formats(case: dict[str, Any], vocabulary: Vocabulary) -> None:
    assert _amounts(case["text"], vocabulary) == case["amounts"]


def test_full_width_digits_are_digits(vocabulary: Vocabulary) -> None:
    assert _amounts(folded_text("￥１２３．４５"), vocabulary) == ["123.45 ¥"]


@pytest.mark.table("days")
def test_days_are_read_and_never_guessed(case: dict[str, Any], vocabulary: Vocabulary) -> None:
    found = find_days(case["text"], vocabulary.find(case["text"]), SENT_ON, vocabulary.days)
    assert [str(day.value or "") for day in found] == case["days"]


def test_without_a_date_of_the_mail_relative_days_are_none(vocabulary: Vocabulary) -> None:
    text = "today, 19.11. and next Friday"
    assert find_days(text, vocabulary.find(text), None, vocabulary.days) == []


@pytest.mark.table("capitals")
def test_amounts_in_capitals_are_read(case: dict[str, Any]) -> None:
    found = find_capitals(case["text"])
    assert [str(value) for _, _, value in found] == ([case["value"]] if case["value"] else [])


@given(st.integers(min_value=1, max_value=10**14 - 1))
def test_capitals_say_what_they_were_made_of(fen: int) -> None:
    value = Decimal(fen).scaleb(-2)
    text = capitals(value)
    assert find_capitals(text) == [(0, len(text), value)]


@pytest.mark.parametrize("value", ["-0.01", "1000000000000.00", "0.001"])
def test_what_is_no_amount_has_no_capitals(value: str) -> None:
    with pytest.raises(ValueError, match="no amount in yuan"):
        capitals(Decimal(value))


@pytest.mark.table("references")
def test_documents_are_found_by_the_ledgers_numbers(case: dict[str, Any], vocabulary: Vocabulary) -> None:
    text = case["text"]
    hits = vocabulary.find(text)
    days = find_days(text, hits, SENT_ON, vocabulary.days)
    said = ((day.start, day.end) for day in days if day.is_said)
    masks = Masks(len(text), [*(never_amounts(text) if case.get("masked") else ()), *said])
    found = Finder(_ledger(), case["senders"], vocabulary).find(text, hits, masks)
    assert [f"{'' if one.is_exact else '~'}{one.number}" for one in found] == case["found"]


@pytest.mark.parametrize(
    "text", ["1" * 20000, "1,1" * 8000, " 1 000" * 5000, "A1-" * 8000, "(" * 20000, "Ltd " * 6000]
)
def test_hostile_text_costs_no_more_than_its_length(text: str, vocabulary: Vocabulary) -> None:
    begun = process_time()
    hits = vocabulary.find(text)
    masks = Masks(len(text), never_amounts(text))
    find_days(text, hits, SENT_ON, vocabulary.days)
    Finder(_ledger(), (), vocabulary).find(text, hits, masks)
    find_amounts(text, masks)
    find_capitals(text)
    assert list(vocabulary.firms.finditer(text)) is not None
    assert process_time() - begun < 3


FRENCH: Final = """
language = "fr"
stop_words = ["nous", "avons", "le", "la", "votre"]
number_prefixes = ["FAC"]
[labels]
total = ["total général"]
[columns]
invoice = ["facture"]
[cues]
paid = ["avons … payé"]
[reasons]
[methods]
wire = ["virement"]
[days]
today = ["aujourd'hui"]
[numerals]
[names]
legal_forms = ["SARL"]
[months]
8 = ["août"]
[weekdays]
[currencies]
[multipliers]
"""


def _folder(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_language_is_a_file(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(_folder(tmp_path, fr=FRENCH))
    text = "Nous avons intégralement payé votre facture le 3 août 2026 par virement."
    hits = vocabulary.find(text)
    assert vocabulary.languages == ("fr",)
    assert vocabulary.language_of(text) == "fr"
    assert [hit.key for hit in hits.section("cues")] == ["paid"]
    assert [hit.key for hit in hits.section("methods")] == ["wire"]
    assert [day.value for day in find_days(text, hits, SENT_ON, vocabulary.days)] == [date(2026, 8, 3)]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("total = ", "totl = ", "labels.totl: is unknown; did you mean total?"),
        ("[reasons]", "[reason]", "reason: is unknown"),
        ('8 = ["août"]', '13 = ["août"]', "months.13: expected a number from 1 to 12"),
        ('"virement"', '"…"', "methods.wire: '…' has no words"),
        ('language = "fr"', 'language = "French"', 'expected a code like "fr"'),
        ('["SARL"]', '"SARL"', "names.legal_forms: expected a list of texts"),
    ],
)
def test_a_bad_file_is_named_with_key_and_mend(tmp_path: Path, before: str, after: str, says: str) -> None:
    assert before in FRENCH
    rules = _folder(tmp_path, fr=FRENCH.replace(before, after))
    with pytest.raises(AgentError, match=r"fr\.toml") as error:
        load_vocabulary(rules)
    assert says in str(error.value)


def test_a_language_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AgentError, match="another file already"):
        load_vocabulary(_folder(tmp_path, fr=FRENCH, fr2=FRENCH))


def test_a_phrase_within_a_longer_one_does_not_count(vocabulary: Vocabulary) -> None:
    hits = vocabulary.find("not been paid")
    assert {hit.key for hit in hits.section("cues")} == {"negation", "not_paid"}
