"""What the agent says of its decisions is said in every language: each sentence has a form, each form a wording."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from agent.app import default_rules
from agent.errors import AgentError
from agent.facts.payments import Rule, Status
from agent.rules.explain import Words, load_words
from tests.conftest import read_table
from tests.match_builders import matched

EXPLAIN = default_rules() / "explain"
LANGUAGES = sorted(path.stem for path in EXPLAIN.glob("*.toml"))
TABLES = Path(__file__).parent / "tables"
# Sentences that the tables made up, and not the agent.
_OF_TABLES = {"it names no document", "the amount is said once", "the sender is on file for C1"}
_NUMBERS = re.compile(r"[\w./-]+( \+ [\w./-]+)*")  # what needs no words


def _words(language: str) -> Words:
    return load_words(Path("nowhere"), default_rules(), language)


@pytest.mark.parametrize("table", ["named", "discount", "fees", "lump", "repeat", "link", "picture"])
def test_every_sentence_of_a_match_has_a_form(table: str) -> None:
    words, unknown = _words("zh"), set()
    for case in read_table(TABLES / f"match_{table}.toml"):
        match = matched(case)
        said = (*match.because, *(text for one in match.rejected for text in (one.what, one.why)))
        unknown |= {text for text in said if not _NUMBERS.fullmatch(text) and not words.form_of(text)[0]}
    assert set() == unknown - _OF_TABLES, "give them a form under [sentences] in rules/explain/*.toml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_with_every_place(language: str) -> None:
    english, other = (
        tomllib.loads((EXPLAIN / f"{code}.toml").read_text("utf-8")) for code in ("en", language)
    )
    for section, words in english.items():
        assert words.keys() == other[section].keys(), section
        for key, text in words.items():
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(
                re.findall(r"\{\w+\}", other[section][key])
            ), key
    assert {rule.value for rule in Rule} == other["rules"].keys()
    assert {status.value for status in Status} == other["statuses"].keys()


SENTENCES = [
    ("LC-1 is named: 5.00 of 10.00 USD open", "LC-1 ist genannt: <5.00> von <10.00 USD> offen"),
    # the form that says more is meant
    (
        "LC-1 is named: 5.00 of 10.00 USD open, 0.05 written off as rounding",
        "LC-1 ist genannt: <5.00> von <10.00 USD> offen, <0.05> ausgebucht als Rundung",
    ),
    # sentences within sentences
    (
        "can't tell whose it is: no customer is called 'A; B'; the sender is not on file (it may be K1)",
        "es ist nicht zu sagen, wessen Zahlung es ist: kein Kunde heißt <'A>; <B'>; "
        "der Absender ist nicht hinterlegt (vielleicht <K1>)",
    ),
    (
        "no set makes 10.00 USD to the cent, and of all 4 sets of the 2 open items, each in full or less its discount, "
        "one alone makes 10.00 USD and at most 0.05 USD more, which the tolerance covers: A1 + A2 and 3 more",
        "keine Kombination ergibt <10.00 USD> auf den Cent, und von allen <4> Kombinationen der <2> offenen Posten, "
        "jeder voll oder abzüglich Skonto, ergibt nur eine <10.00 USD> und höchstens <0.05 USD> mehr, "
        "was die Toleranz deckt: <A1 + A2> und <3> weitere",
    ),
    (
        "no item is named; 9.00 USD is one item of PO 77 (A1), but the whole PO: "
        "its 40 items have too many sets to rule out that only some of them make 9.00 USD",
        "kein Posten ist genannt; <9.00 USD> ist ein Posten der Bestellung <77> (<A1>), aber die ganze Bestellung: "
        "ihre <40> Posten haben zu viele Kombinationen, um auszuschließen, dass schon ein Teil davon <9.00 USD> ergibt",
    ),
    # an account that a person confirmed, of one firm of a group
    (
        "the payer's account was confirmed for C2 by ap@c2.example on 2026-11-10, "
        "which belongs to one group with C1 (One Ltd)",
        "das Konto des Zahlers hat <ap@c2.example> am <2026-11-10> für <C2> bestätigt, "
        "aus derselben Gruppe wie <C1 (One Ltd)>",
    ),
    # what nobody has a form for stays as it is
    ("a sentence of a later version", "<a sentence of a later version>"),
]  # fmt: skip


@pytest.mark.parametrize(("english", "german"), SENTENCES)
def test_a_sentence_of_the_journal_is_said_in_another_language(english: str, german: str) -> None:
    said = _words("de").sentence(english, lambda value: f"<{value}>")
    assert german == said.replace("<LC-1>", "LC-1")
    assert english == _words("en").sentence(english, lambda value: f"<{value}>")


def test_a_home_words_over_the_shipped_ones_and_needs_none(tmp_path: Path) -> None:
    assert "Briefe" == load_words(tmp_path, default_rules(), "de").word("headings", "letters")
    (tmp_path / "explain").mkdir()
    (tmp_path / "explain" / "de.toml").write_text('[headings]\nletters = "Post"\n', "utf-8")
    words = load_words(tmp_path, default_rules(), "de")
    assert ("Post", "Zahlungen") == tuple(words.word("headings", key) for key in ("letters", "payments"))
    # a language that the program does not bring: its words, and English for what it lacks
    shutil.copy(tmp_path / "explain" / "de.toml", tmp_path / "explain" / "nl.toml")
    words = load_words(tmp_path, default_rules(), "nl")
    assert ("Post", "Payments") == tuple(words.word("headings", key) for key in ("letters", "payments"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[headings]\nletter = "Post"', "headings.letter: is unknown"),
        ("[headings]\nletters = 7", "headings.letters: expected text in quotes"),
        ('[titles]\ncustomer = "{name}"', "titles.customer: in braces may stand only {customer}"),
        ('[titles]\ncustomer = "{customer"', "titles.customer: in braces"),
        ('[titles]\ncustomer = "{customer.id}"', "titles.customer: in braces"),
        ('[other]\na = "b"', "other: is unknown"),
        ("[titles", "can't be read"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_named_with_its_file(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "explain").mkdir()
    (tmp_path / "explain" / "de.toml").write_text(text, "utf-8")
    with pytest.raises(AgentError) as error:
        load_words(tmp_path, default_rules(), "de")
    assert fault in str(error.value)
    assert "de.toml" in str(error.value)
