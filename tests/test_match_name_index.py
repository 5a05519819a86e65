"""The index of names finds all that a look at every name finds, whatever the names are and however they came."""

import random
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from agent.facts.books import Books
from agent.ledger.index import add_customer
from agent.match.name_index import NameIndex
from agent.match.names import (
    _is_within,
    _may_be,
    _spans,
    is_nearly,
    known_as,
    named_in,
    nearest,
    spellings,
)
from agent.rules.matching import MatchingRules
from tests.ledger_builders import customer, folded_books

RULES = MatchingRules(ignored_words=("ltd", "co", "有限公司"))
WORDS = [
    "alpha",
    "alpa",
    "alphas",
    "tools",
    "tool",
    "trading",
    "tradng",
    "east",
    "ltd",
    "co",
    "海港",
    "海港供应",
    "海港供应有限公司",
    "港供",
    "mü",
    "müller",
    "engineering",
    "enginering",
    "engine",
    "works 24",
    "works 42",
    "лада",
    "limi",
]
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join) | st.text("ab ü", max_size=12)
firms = st.lists(names, min_size=1, max_size=8)


def books_with(called: list[str]) -> Books:
    return folded_books(*(customer(f"C{number}", name=name) for number, name in enumerate(called)))


@given(
    called=firms,
    wanted=names,
    least=st.integers(min_value=0, max_value=100),
    many=st.sampled_from((0, 1, 200)),  # how many spellings share a word before they are looked at otherwise
)
def test_what_is_alike_is_found_with_its_likeness(
    called: list[str], wanted: str, least: int, many: int
) -> None:
    index = NameIndex(partial(spellings, ignored_words=RULES.ignored_words), many=many)
    index.catch_up(books_with(called))
    own = {one for name in called for one in spellings(name, RULES.ignored_words)}
    for way in spellings(wanted, RULES.ignored_words):
        found: dict[str, float] = {}
        for spelling, score in index.alike(way, least):
            found[spelling] = max(score, found.get(spelling, 0.0))
        scored = {one: fuzz.token_set_ratio(way, one) for one in own if " " in one or not one.isascii()}
        assert {one: score for one, score in scored.items() if score >= max(least, 1)} == {
            one: score for one, score in found.items() if score >= 1
        }


def as_a_look_at_each_finds(
    called: list[str], wanted: str, rules: MatchingRules, *, is_proof: bool
) -> str | None:
    """The nearest of C0, C1 ..., by comparing with every name."""
    best: dict[str, float] = {}
    for number, name in enumerate(called):
        for way in spellings(wanted, rules.ignored_words):
            for own in spellings(name, rules.ignored_words):
                is_telling = all(" " in one or not one.isascii() for one in (way, own))
                if is_telling and (not is_proof or _may_be(way, own, rules.ignored_words)):
                    score = fuzz.token_set_ratio(way, own)
                    best[f"C{number}"] = max(score, best.get(f"C{number}", 0.0))
    first, second = sorted([*best.values(), 0.0, -100.0], reverse=True)[:2]
    if first < rules.name_similarity or first - second < rules.name_margin:
        return None
    return max(best, key=best.__getitem__)


@given(
    called=firms,
    wanted=names,
    similarity=st.sampled_from((70, 85, 90)),
    many=st.sampled_from((0, 1, 1000)),
    is_proof=st.booleans(),
)
def test_the_nearest_is_the_one_that_a_look_at_each_finds_and_a_tie_is_nobody(
    called: list[str], wanted: str, similarity: int, many: int, is_proof: bool
) -> None:
    rules = replace(RULES, ignored_words=(*RULES.ignored_words, "limited"), name_similarity=similarity)
    books = books_with(called)
    books.name_indexes[rules.ignored_words] = NameIndex(
        partial(spellings, ignored_words=rules.ignored_words), many=many
    )
    expected = as_a_look_at_each_finds(called, wanted, rules, is_proof=is_proof)
    assert expected == nearest([wanted], books, rules, is_proof=is_proof)
    for number, name in enumerate(called):
        if is_nearly([name], wanted, rules):
            assert as_a_look_at_each_finds(called, wanted, rules, is_proof=False) in (None, f"C{number}")


@given(called=firms, text=names)
def test_names_in_a_text_and_names_said_are_those_that_a_look_at_each_finds(
    called: list[str], text: str
) -> None:
    books = books_with(called)
    everybody = books.customers.items()
    spans = {one: set(_spans(text, books.names_of(one), RULES)) for one in books.customers}
    taken = {span for found in spans.values() for span in found}
    whole = {one for one, found in spans.items() if any(not _is_within(span, taken) for span in found)}
    assert whole == named_in(text, books, RULES)
    exact = {one for one, who in everybody if spellings(text) & spellings(who.name)}
    loose = {
        one
        for one, who in everybody
        if spellings(text, RULES.ignored_words) & spellings(who.name, RULES.ignored_words)
    }
    assert (exact or loose) == known_as(text, books, RULES)


def test_a_name_that_a_customer_lost_is_nobody_s_and_its_new_one_is_found() -> None:
    books = books_with(["Alpha Tools", "Beta Works"])
    assert {"C0"} == known_as("Alpha Tools Ltd", books, RULES)

    add_customer(books, customer("C0", name="Gamma Pumps", aliases=("Gamma & Sons",)))

    assert set() == known_as("Alpha Tools", books, RULES)
    assert set() == named_in("paid by alpha tools", books, RULES)
    assert nearest(["Alpha Tolls"], books, RULES, is_proof=True) is None
    assert {"C0"} == known_as("sons gamma", books, RULES)
    assert "C0" == nearest(["Gamma Pump"], books, RULES, is_proof=True)


def test_a_name_of_the_most_distant_length_that_can_be_so_like_is_found() -> None:
    index = NameIndex(partial(spellings, ignored_words=()))
    index.catch_up(books_with(["aaaaa bbbbb"]))

    assert [("aaaaa bbbbb", 90.0)] == list(index.alike("aaaa bbbb", 90))
    assert [] == list(index.alike("aaaa bbbb", 91))


def test_of_many_names_that_share_words_those_alike_are_found_whatever_way_is_taken() -> None:
    dice = random.Random(26)
    syllables = ["bel", "cor", "dan", "ford", "gar", "hol", "wick", "zen"]

    def firm() -> str:
        own = ["".join(dice.choices(syllables, k=2)) for _ in range(dice.randint(0, 2))]
        return " ".join(own + dice.sample(["zeta", "steel", "marine", "ag"], k=dice.randint(0, 3)))

    called = [name for name in (firm() for _ in range(300)) if " " in name]
    own = {one for name in called for one in spellings(name, RULES.ignored_words)}
    books = books_with(called)
    indexes = [
        NameIndex(partial(spellings, ignored_words=RULES.ignored_words), many=many) for many in (0, 30)
    ]
    for index in indexes:
        index.catch_up(books)
    for name in called[:150]:
        place = dice.randrange(len(name))
        (wanted,) = spellings(name[:place] + name[place + 1 :], RULES.ignored_words)
        for least in (70, 85):
            scored = {one: fuzz.token_set_ratio(wanted, one) for one in own}
            want = {one: score for one, score in scored.items() if score >= least}
            assert [want, want] == [dict(index.alike(wanted, least)) for index in indexes], wanted


def test_of_many_names_the_nearest_of_one_misspelt_or_cut_is_the_one_that_a_look_at_each_finds() -> None:
    dice = random.Random(27)
    syllables = ["bel", "cor", "dan", "ford", "gar", "hol", "wick", "zen"]

    def firm() -> str:
        own = ["".join(dice.choices(syllables, k=dice.randint(2, 3))) for _ in range(dice.randint(1, 2))]
        return " ".join(
            own + dice.sample(["steel", "marine", "24", "lim", "limestone"], k=dice.randint(0, 2))
        )

    called = [firm() for _ in range(250)]
    rules = replace(RULES, ignored_words=(*RULES.ignored_words, "limited"), name_similarity=85)
    books = books_with(called)
    for many in (0, 5, 1000):
        books.name_indexes[rules.ignored_words] = NameIndex(
            partial(spellings, ignored_words=rules.ignored_words), many=many
        )
        for name in called[:120]:
            place = dice.randrange(len(name))
            for wanted in (
                name[:place] + name[place + 1 :],
                name[: place + 3],
                name[:place] + dice.choice("aelz") + name[place:],
            ):
                for is_proof in (True, False):
                    expected = as_a_look_at_each_finds(called, wanted, rules, is_proof=is_proof)
                    assert expected == nearest([wanted], books, rules, is_proof=is_proof), wanted


@pytest.mark.parametrize(
    ("known", "given_name"),
    [
        ("alpha tools", "alpha tools limi"),  # the legal form, cut off
        ("lim limi", "lim limi lt"),  # every word may be a legal form, cut off
        ("alpha tools", "alpha too"),
        ("alpha tools", "alpa tool"),
        ("海港供应链公司", "海港供应链公"),
        ("ab 海港供应链公司", "ab 海港供应链公"),
        ("works works", "works works"),
    ],
)
def test_a_name_that_was_cut_or_misspelt_is_found_by_the_words_that_are_left(
    known: str, given_name: str
) -> None:
    rules = replace(RULES, ignored_words=("ltd", "limited"))

    assert "C0" == nearest([given_name], books_with([known, "海外贸易", "gamma pumps"]), rules, is_proof=True)


@pytest.mark.parametrize(("left_out", "is_like"), [(1, True), (2, False)])  # 97.6 and 95.0 of 100
def test_a_name_that_another_could_be_clearly_more_like_is_not_nearly_the_customer_s(
    left_out: int, is_like: bool
) -> None:
    assert is_like == is_nearly(["abcdefghij klmnopqrst"], "abcdefghij klmnopqrst"[left_out:], RULES)
