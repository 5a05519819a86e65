"""Our letterhead: read from remitd.toml with every fault named, chosen by currency and language, and told in letters."""

from dataclasses import replace
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from agent.cli.homes import TEMPLATE
from agent.config import load
from agent.errors import AgentError
from agent.facts.letterhead import NO_LETTERHEAD, Letterhead, PaymentGuide, Role
from agent.facts.letters import LetterKind
from agent.money import Money
from agent.outbox.compose import compose
from agent.outbox.render import render
from tests.drafts import COMPANY, TEMPLATES, draft, listing, open_rows, realistic


def _read(folder: Path, text: str) -> Letterhead:
    (folder / "remitd.toml").write_text(TEMPLATE + text, encoding="utf-8")
    return load(folder).company.letterhead


@pytest.mark.table("letterhead_faults")
def test_a_fault_of_the_letterhead_is_named(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(AgentError) as fault:
        _read(tmp_path, case["text"])
    for words in case["says"]:
        assert words in str(fault.value)
    assert "\n" not in str(fault.value)


def test_all_of_the_letterhead_may_be_left_out(tmp_path: Path) -> None:
    assert _read(tmp_path, "") == NO_LETTERHEAD


def test_a_letterhead_is_read_as_it_is_printed(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        '[contact]\nphone = "+49 40 1"\n[[payment]]\ncurrency = "EUR"\nbeneficiary = "Harbour  Supply"\n'
        'iban = "de89370400440532013000"\nbic = "elbhdehh"\n[signatories.manager]\nname = "Zhao Min"\n'
        'address = "Zhao.Min@harbour.example"\n',
    )
    assert (read.contact.name, read.contact.phone) == ("", "+49 40 1")
    (guide,) = read.guides
    assert (guide.beneficiary, guide.iban, guide.bic) == (
        "Harbour Supply",
        "DE89 3704 0044 0532 0130 00",
        "ELBHDEHH",
    )
    assert read.signatory(Role.MANAGER).address == "zhao.min@harbour.example"
    assert read.signatory(Role.CLERK).name == ""


@pytest.mark.table("letterhead_guides")
def test_a_currency_is_paid_to_its_own_account(case: dict[str, Any]) -> None:
    """`guides`: "currency language account", - for any."""
    guides = [
        PaymentGuide(
            beneficiary="Us", currency=code.strip("-"), language=language.strip("-"), account=account
        )
        for code, language, account in (one.split() for one in case["guides"])
    ]
    guide = Letterhead(guides=tuple(guides)).guide(case["currency"], case["language"])
    assert (guide.account if guide else "") == case["account"]


@pytest.mark.parametrize("kind", ["reminder", "dunning_1", "dunning_2", "final_notice", "statement"])
def test_without_an_account_on_file_a_letter_names_none(kind: str) -> None:
    of = realistic("en")[kind]
    bare = compose(of, company=replace(COMPANY, letterhead=NO_LETTERHEAD), templates=TEMPLATES)
    told = compose(of, company=COMPANY, templates=TEMPLATES)
    for account in ("4500 6688 0042 7719", "How to pay in USD", "have not changed"):
        assert account in " ".join(told.text.split()), account
        assert account in " ".join(told.html.split()), account
        assert account not in bare.text
        assert account not in bare.html
    assert "bank details never change by e-mail" in " ".join(bare.text.split())


def test_what_is_not_asked_for_has_no_account() -> None:
    """Nothing is to be paid where credits outweigh the invoices, or where nothing is open."""
    credit = open_rows("en")[3]
    for rows in ((credit,), ()):
        of = replace(listing(LetterKind.STATEMENT, "en", rows), totals=tuple(row.open for row in rows))
        assert "How to pay" not in compose(of, company=COMPANY, templates=TEMPLATES).text


def test_each_currency_has_its_account_and_its_items() -> None:
    first, second, *_ = open_rows("en")
    rows = (first, replace(second, billed=Money.of("6300.00", "EUR"), open=Money.of("1499.59", "EUR")))
    of = replace(
        listing(LetterKind.STATEMENT, "en", (first,)), open_items=rows, totals=tuple(r.open for r in rows)
    )
    text = " ".join(compose(of, company=COMPANY, templates=TEMPLATES).text.split())
    dollars, euros = text.split("How to pay in ")[1:]
    assert "4500 6688 0042 7719" in dollars
    assert "Please quote INV-10028 Note" in dollars
    assert "DE89 3704 0044 0532 0130 00" in euros
    assert "Please quote C001, INV-10031 " in euros


def test_of_many_items_the_customers_number_is_quoted() -> None:
    row = open_rows("en")[0]
    for count, quoted in ((5, "INV-0, INV-1, INV-2, INV-3, INV-4 Note"), (6, "C001 Note")):
        rows = tuple(replace(row, invoice=f"INV-{n}") for n in range(count))
        text = compose(
            listing(LetterKind.DUNNING, "en", rows, level=1), company=COMPANY, templates=TEMPLATES
        ).text
        assert f"Please quote {quoted}" in " ".join(text.split())


@pytest.mark.table("letterhead_signs")
def test_a_level_is_signed_by_its_desk(case: dict[str, Any]) -> None:
    of = replace(draft(LetterKind(case["kind"]), "en"), level=case["level"])
    letter = compose(of, company=COMPANY, templates=TEMPLATES)
    message = message_from_bytes(render(letter, of, COMPANY))
    assert message.get("Reply-To", "") == case["reply_to"]
    for name in ("Li Na, Accounts", "Chen Wei", "Zhao Min"):
        assert (name in letter.text) is (name == case.get("signs"))
