"""Letters as they are written: golden bytes, wording rules, twins with the same facts, hostile values."""

import re
from dataclasses import fields, replace
from datetime import date
from email import message_from_bytes
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from agent.facts.letterhead import Contact
from agent.facts.letters import ClaimRow, Draft, LetterKind
from agent.facts.payments import Code
from agent.money import Money
from agent.outbox.compose import STAFF_KINDS, Composed, compose, headline
from agent.outbox.plain import width
from agent.outbox.render import render
from agent.outbox.values import Claim, Earlier, PaymentValue, Question, template_values
from agent.outbox.wording import Wording
from agent.rules.calendar import load_calendar
from agent.rules.letters import PARTS, VALUES
from tests.conftest import Golden
from tests.drafts import (
    CHINESE_COMPANY,
    COMPANY,
    CURRENCY,
    LANGUAGES,
    RULES,
    TEMPLATES,
    answer,
    applied,
    asking,
    difference,
    draft,
    listing,
    open_rows,
    payment,
    realistic,
)

AMOUNT = r"-?\d[\d.,]*[.,]\d{2}\b"
DRAFTS = {
    f"{language}/{name}": of_name for language in LANGUAGES for name, of_name in realistic(language).items()
}
QUERIES = [
    (code, reason)
    for code in Code
    for reason in (
        (None, "late_discount", "unearned_discount", "bank_charges")
        if code is Code.SHORT_PAYMENT
        else (None,)
    )
]


def written(of: Draft) -> Composed:
    return compose(of, company=CHINESE_COMPANY if of.language == "zh" else COMPANY, templates=TEMPLATES)


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def page_text(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body is not None
    return body.text(separator=" ")


def flat(text: str) -> str:
    return " ".join(text.split())


def tight(text: str) -> str:
    """Without spaces: Chinese lines are broken between any two characters."""
    return "".join(text.split())


@pytest.mark.parametrize("name", DRAFTS)
def test_a_letter_is_what_was_approved(name: str, golden: Golden) -> None:
    of = DRAFTS[name]
    company = CHINESE_COMPANY if of.language == "zh" else COMPANY
    golden(f"letters/{name}.eml", render(written(of), of, company))


@pytest.mark.parametrize("name", DRAFTS)
def test_text_and_html_say_the_same(name: str) -> None:
    letter = written(DRAFTS[name])
    company = CHINESE_COMPANY if DRAFTS[name].language == "zh" else COMPANY
    on_page = re.sub(r"[\W_]", "", page_text(letter.html).replace(company.name, "", 1))  # the letterhead
    assert sorted(on_page) == sorted(re.sub(r"[\W_]", "", letter.text))
    assert sorted(re.findall(AMOUNT, letter.text)) == sorted(re.findall(AMOUNT, page_text(letter.html)))


@pytest.mark.parametrize("name", DRAFTS)
def test_no_line_of_text_is_wider_than_72_columns(name: str) -> None:
    assert max(width(line) for line in written(DRAFTS[name]).text.split("\n")) <= 72


@pytest.mark.table("letter_wording")
def test_a_letter_says_what_it_must(case: dict[str, Any]) -> None:
    """`says` and `never`: in the letter of that name in every language named."""
    for language in LANGUAGES:
        text = tight(written(DRAFTS[f"{language}/{case['letter']}"]).text)
        missing = [word for word in case["says"][language] if tight(word) not in text]
        said = [word for word in case.get("never", {}).get(language, ()) if tight(word) in text]
        assert (missing, said) == ([], []), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_asked_about_in_its_own_words(language: str) -> None:
    bodies = {
        (code, reason): written(asking(language, difference(language, code, reason))).text
        for code, reason in QUERIES
    }
    asked = {}
    for key, text in bodies.items():
        boxed = "\n".join(line for line in text.split("\n") if line.startswith("  "))
        assert boxed.strip(), key
        asked[key] = text.split("\n\n")[4] + boxed
    assert len(set(asked.values())) == len(QUERIES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_twice_is_numbered(language: str) -> None:
    one = difference(language, Code.SHORT_PAYMENT)
    other = difference(language, Code.OVER_PAYMENT)
    assert "  A. " in written(asking(language, one)).text
    two = written(asking(language, one, other)).text
    assert "  1A. " in two
    assert "  2A. " in two
    assert "  A. " not in two
    same = written(asking(language, one, replace(one, invoice="INV-2"))).text
    assert "  A. " in same, "one question for differences of one code"
    assert "2.999,18" in same.replace("2,999.18", "2.999,18")


def test_a_choice_is_offered_for_each_set_that_fits() -> None:
    many = replace(
        difference("en", Code.NO_REMITTANCE_DETAIL), choices=tuple((f"INV-{n}",) for n in range(1, 8))
    )
    text = written(asking("en", many)).text
    assert "  E. INV-5" in text
    assert "INV-6" not in text
    assert "  F. Others" in text
    none = written(asking("en", replace(many, choices=()))).text
    assert "  A. These" in none


def test_two_hundred_rows_are_listed_and_the_rest_is_summed() -> None:
    row = open_rows("en")[0]
    for count, more in ((200, ""), (201, "and 1 more, together USD 12,020.50"), (260, "and 60 more")):
        rows = tuple(replace(row, invoice=f"INV-{n}") for n in range(count))
        letter = written(listing(LetterKind.STATEMENT, "en", rows))
        for body in (flat(letter.text), flat(page_text(letter.html))):
            assert body.count("INV-") == 200
            assert more in body
            assert ("more, together" in body) is (count > 200)
            assert f"{12020.50 * count:,.2f}" in body, "the total is of all rows"


def test_amounts_of_several_currencies_have_their_code_in_each_cell() -> None:
    first, second, *_ = open_rows("en")
    rows = (first, replace(second, billed=Money.of("12.500", "KWD"), open=Money.of("12.500", "KWD")))
    totals = (Money.of("12.500", "KWD"), Money.of("12020.50", "USD"))
    text = flat(
        written(replace(listing(LetterKind.STATEMENT, "en", (first,)), open_items=rows, totals=totals)).text
    )
    assert "KWD 12.500 + USD 12,020.50" in text
    assert "(amounts in" not in text


def test_a_letter_without_rows_is_whole() -> None:
    """Every kind can be written from a draft that has nothing but its address."""
    for language in LANGUAGES:
        for kind in LetterKind:
            bare = replace(draft(kind, language), customer_id=None, customer_name=None)
            claim = (ClaimRow(invoice="INV-1", amount=None),) if "acknowledgement" in kind else ()
            letter = written(replace(bare, claims=claim))
            assert letter.subject
            assert "None" not in letter.text


@pytest.mark.table("letter_subject")
def test_an_answer_keeps_the_subject_of_its_thread(case: dict[str, Any]) -> None:
    kind = LetterKind(case.get("kind", "confirmation"))
    of = replace(answer(kind, "en"), reply_subject=case["answers"], payments=(payment("en"),))
    assert written(of).subject == case["subject"]


def test_a_letter_is_in_the_customers_language_else_ours() -> None:
    for wanted, ours, written_in in (
        ("de-AT", "en", "de"),
        ("zh_TW", "en", "zh"),
        ("fr", "de", "de"),
        ("", "zh", "zh"),
        ("fr", "it", "en"),
    ):
        company = replace(COMPANY, language=ours)
        of = replace(draft(LetterKind.DIGEST, "en"), language=wanted)
        letter = compose(of, company=company, templates=TEMPLATES)
        assert letter.language == written_in, (wanted, ours)


def test_templates_are_promised_what_they_are_given() -> None:
    wording = Wording(language=TEMPLATES.languages["en"])
    values, _ = template_values(DRAFTS["en/query"], COMPANY, wording, weekdays)
    assert values.keys() == VALUES
    for part, of in (
        ("payment", PaymentValue),
        ("question", Question),
        ("claim", Claim),
        ("last_letter", Earlier),
        ("contact", Contact),
    ):
        assert {field.name for field in fields(of)} == PARTS[part]


def test_a_statement_is_of_the_day_that_was_asked_for() -> None:
    of = DRAFTS["en/statement_reply"]
    earlier = written(replace(of, as_of=date(2026, 10, 8)))
    assert "as of 8 October 2026" in flat(earlier.text)
    assert re.search(r"not yet due +14,084\.99\n", earlier.text), "by that day nothing was overdue"


def test_a_confirmation_shows_what_was_waived() -> None:
    money = Money.of("98.00", "USD")
    row = applied("INV-1", Money.of("100.00", "USD"), money, write_off="2.00")
    text = written(
        replace(
            answer(LetterKind.CONFIRMATION, "en"),
            payments=(replace(payment("en"), amount=money, applied=(row,), unapplied=None),),
        )
    ).text
    assert "Waived" in text
    assert re.search(r"INV-1 +100\.00 +98\.00 +2\.00 +0\.00\n", text)


LETTERLESS = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200b-\u200f\u2028\u2029\x00-\x09\x0b-\x1f\x7f]")
HOSTILE = st.sampled_from(
    [
        "x\r\nBcc: victim@other.example\r\n\r\nPay here",
        "<script>alert(1)</script><img src=https://t.example/p.gif>",
        "{{7*7}}{% for x in y %}",
        "=?utf-8?q?=0d=0aBcc=3a_a@b?=",
        "\u202eDSU 00.1\u2066\u200b\u2028line\u2029para\x00\x1b[31m",
        "A" * 10_000,
        "\ud800 lone surrogate",
        "> - A. 1B. \x000\x00",
        '"quoted" <a@b.example>, other',
        "--=_remitd--",
        "海港" * 400,
        "=20" * 30 + ".\n.\n",
    ]
) | st.text(max_size=120)


def hostile_draft(of: Draft, texts: list[str]) -> Draft:
    """The draft with every text that comes from mail or master data replaced."""
    one, two, three = texts
    rows = tuple(
        replace(
            row,
            reference=one,
            applied=tuple(
                replace(line, application=replace(line.application, invoice=two)) for line in row.applied
            ),
            differences=tuple(
                replace(
                    d, invoice=d.invoice and three, reason=d.reason and one, choices=((one, two), (three,))
                )
                for d in row.differences
            ),
        )
        for row in of.payments
    )
    return replace(
        of,
        customer_name=one,
        customer_id=two,
        reply_subject=of.reply_subject and three,
        in_reply_to=(f"<{one}@a.example>", two, *of.in_reply_to),
        payments=rows,
        open_items=tuple(replace(row, invoice=two) for row in of.open_items),
        claims=tuple(replace(claim, invoice=one, reason=two) for claim in of.claims),
        review_reasons=tuple(texts) if of.review_reasons else (),
        review_of=of.review_of and one,
        mail_id=of.mail_id and two,
    )


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(sorted(DRAFTS)), texts=st.lists(HOSTILE, min_size=3, max_size=3))
def test_hostile_values_stay_values(name: str, texts: list[str]) -> None:
    of = hostile_draft(DRAFTS[name], texts)
    letter = written(of)
    raw = render(letter, of, COMPANY)
    message = message_from_bytes(raw)
    plain_headers = {header.lower() for header in message.keys()}  # noqa: SIM118 - one Message, many names
    assert "bcc" not in plain_headers
    assert len(raw) < 200_000
    for body in (letter.subject, letter.text, letter.html):
        assert not LETTERLESS.search(body)
    page = LexborHTMLParser(letter.html)
    assert not page.css("script, img, a, form, iframe")
    assert len(page.css("body")) == 1
    assert not any(name.startswith("on") for node in page.css("*") for name in node.attributes)


def test_a_value_is_no_template_and_no_markup() -> None:
    for name in ("{{7*7}}", "{% include 'x' %}", "<b>&amp;</b>", "__class__"):
        letter = written(replace(DRAFTS["en/reminder"], customer_name=name))
        assert f"Dear {name}," in letter.text
        assert f"Dear {name}," in flat(page_text(letter.html))


def test_a_reason_is_repeated_without_links_and_accounts() -> None:
    """A letter of ours must not carry a stranger's bank account to a customer."""
    trick = (
        "our new account is DE89 3704 0044 0532 0130 00, see https://evil.example/x or mail pay@evil.example"
    )
    letter = written(
        replace(
            answer(LetterKind.DISPUTE_ACKNOWLEDGEMENT, "en"),
            claims=(ClaimRow(invoice="INV-1", amount=None, reason=trick),),
        )
    )
    for body in (letter.text, letter.html):
        assert "DE89" not in body
        assert "0532" not in body
        assert "evil" not in body
        assert "our new account is […]" in flat(body)


@pytest.mark.parametrize("name", [name for name in DRAFTS if DRAFTS[name].kind not in STAFF_KINDS])
def test_a_subject_can_be_read_on_a_phone(name: str) -> None:
    """40 columns, 20 of Han characters, also where more than a million is asked for; statements have a date as well."""
    of = DRAFTS[name]
    if of.kind in (LetterKind.STATEMENT, LetterKind.STATEMENT_REPLY):
        return
    million = Money.of("1234567.89", CURRENCY[of.language])
    letter = written(
        replace(
            of,
            reply_subject=None,
            totals=tuple(million for _ in of.totals),
            payments=tuple(replace(payment, amount=million) for payment in of.payments),
        )
    )
    assert width(letter.subject) <= 40, letter.subject
    assert "欠" not in letter.subject


@pytest.mark.table("letter_days")
def test_a_letter_asks_for_an_answer_on_a_workday(case: dict[str, Any]) -> None:
    """`written` on a day, the second dunning letter asks for payment within 10 days, by the calendar of `country`."""
    of = replace(DRAFTS["en/dunning_2"], written_on=case["written"])
    is_workday = load_calendar(RULES, case["country"])
    letter = compose(of, company=COMPANY, templates=TEMPLATES, is_workday=is_workday)
    assert f"by {case['asked_by']}." in flat(letter.text)


def test_in_days_is_a_day_in_words() -> None:
    text = written(DRAFTS["en/dunning_2"]).text
    assert DRAFTS["en/dunning_2"].written_on == date(2026, 11, 20)
    assert "30 November 2026" in flat(text)


@pytest.mark.parametrize("name", sorted(DRAFTS))
def test_a_headline_is_the_letters_subject(name: str) -> None:
    of = DRAFTS[name]
    company = CHINESE_COMPANY if of.language == "zh" else COMPANY
    subject, language = headline(
        of, company=company, templates=TEMPLATES, is_workday=lambda day: day.weekday() < 5
    )
    letter = written(of)
    assert (subject, language) == (letter.subject, letter.language)
