"""The same mail again is the same case; the same payment told again is a duplicate; two true payments stay two."""

from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.facts.payments import Status
from agent.money import Money, total
from tests.desks import OWN, SERVER, WorkedHome, assert_conserved, readers, told, worked_home
from tests.ledger_builders import customer, item
from tests.memory_desk import BANK, desk_with, work
from tests.memory_desk import OWN as OUR_ADDRESS
from tests.memory_desk import SERVER as MEMORY_SERVER

NOW = datetime.fromisoformat("2026-11-10T09:00:00+01:00")
LEDGER = [
    "LC-40020,K1,2026-10-01,2027-03-31,USD,1000.00",
    "LC-40021,K1,2026-10-01,2027-03-31,USD,300.00",
    "LC-40022,K1,2026-10-01,2027-03-31,USD,300.00",
]
BODY = """Good morning,

yesterday we wired USD 1,000.00 under our reference AUR-7731, for what we bought as agreed with your office in Lisbon:

LC-40020   1,000.00

Regards,
Aurelio Refrigeration Ltd
"""
HTML = (
    "<p>Good morning,</p><p>yesterday we wired USD 1,000.00 under our reference AUR-7731, for what we bought as agreed"
    " with your office in Lisbon:</p><table><tr><td>LC-40020</td><td>1,000.00</td></tr></table>"
    "<p>Regards,<br>Aurelio Refrigeration Ltd</p>"
)
FOOTER = "\n--\nThis e-mail is confidential. If you are not meant to read it, delete it. Scanned, 12345.\n"
BANNER = "CAUTION: This email comes from outside the organization. Do not click links.\n\n"
PASSED, FAILED = "dmarc=pass header.from=aurelio.example", "dmarc=fail header.from=aurelio.example"


@pytest.fixture(scope="module", autouse=True)
def _readers() -> Iterator[None]:
    yield
    readers().close()
    readers.cache_clear()


def raw(
    body: str = BODY,
    *,
    html: str = "",
    message_id: str = "<1@mail.example>",
    subject: str = "Wire",
    cc: str = "",
    date: str = "Tue, 10 Nov 2026 08:00:00 +0100",
    verdict: str = PASSED,
    **how: Any,
) -> bytes:
    """A mail of K1 as our server took it."""
    message = EmailMessage()
    message["From"] = "pagos@aurelio.example"
    message["To"] = OWN
    if cc:
        message["Cc"] = cc
    message["Subject"], message["Date"], message["Message-ID"] = subject, date, message_id
    message.set_content(body or html, subtype="plain" if body else "html", **{"cte": "8bit", **how})
    if body and html:
        message.add_alternative(html, subtype="html", cte="8bit")
    top = (
        f"Received: from out.a (out.a [192.0.2.9]) by {SERVER} (Postfix) with ESMTPS id 1; {date}\r\n"
        f"Authentication-Results: {SERVER}; {verdict}\r\n"
    )
    return top.encode() + message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def lay(home: WorkedHome, *mails: bytes) -> None:
    """Put mails into the Maildir, and work a round after each."""
    inbox = home.path / "mail/in/new"
    for mail in mails:
        (inbox / f"{1_790_000_000 + len(list(inbox.iterdir()))}.M1.host").write_bytes(mail)
        home.round()


COPIES = {
    "another Message-ID": raw(message_id="<2@relay.example>"),
    "base64": raw(cte="base64"),
    "quoted-printable": raw(cte="quoted-printable"),
    "another charset": raw(charset="iso-8859-1", cte="quoted-printable"),
    "lines wrapped elsewhere": raw(BODY.replace(" as agreed", "\nas agreed")),
    "a footer": raw(BODY + FOOTER),
    "sent from a phone": raw(BODY + "\nSent from my phone\n"),
    "a warning above it": raw(BANNER + BODY, subject="[EXTERN] Wire"),
    "with an HTML part": raw(html=HTML),
    "as HTML alone": raw("", html=HTML),
    "with somebody in Cc": raw(cc="archive@larkspur.example"),
    "a footer that broke its signature": raw(BODY + FOOTER, verdict=FAILED),
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_of_a_mail_is_silently_the_same_case_whichever_comes_first(name: str, tmp_path: Path) -> None:
    for number, order in enumerate(((raw(), COPIES[name]), (COPIES[name], raw()))):
        home = worked_home(tmp_path / str(number), {"ledger": LEDGER})
        home.now = NOW
        lay(home, *order)
        if order[0] == COPIES["a footer that broke its signature"]:
            continue  # what nobody vouches for hides no mail that somebody does: the test below
        got = told(home, home.lines())
        assert ["K1 applied 1000.00 USD; LC-40020 1000.00"] == got["payments"], name
        assert ["remittance handled P1 L1", "remittance set_aside"] == got["messages"], name
        assert ["confirmation to pagos@aurelio.example in en"] == got["letters"], name
        assert_conserved(home, home.lines())


@pytest.mark.parametrize("again", [raw(verdict=FAILED), raw(BODY + FOOTER, verdict=FAILED)])
def test_a_copy_that_nobody_vouches_for_hides_none_that_our_server_does(again: bytes, tmp_path: Path) -> None:
    home = worked_home(tmp_path / "home", {"ledger": LEDGER})
    home.now = NOW
    lay(home, again, raw(), again.replace(b"<1@", b"<3@"))

    got = told(home, home.lines())
    assert [
        "K1 review 1000.00 USD; unapplied 1000.00",
        "K1 applied 1000.00 USD; LC-40020 1000.00",
    ] == got["payments"]
    assert ["remittance review P1 L1", "remittance handled P2 L2", "remittance set_aside"] == got["messages"]


PLAIN = "We have paid USD 300.00 by wire today"


@pytest.mark.parametrize(
    ("name", "first", "second", "want"),
    [
        ("its reference again, and a day later", raw(), raw(date="Wed, 11 Nov 2026 08:00:00 +0100"),
         ["applied 1000.00", "duplicate"]),
        ("its reference again in the same second, in other words under another Message-ID",
         raw(), raw("Hello again,\n\n" + BODY, message_id="<2@x>"), ["applied 1000.00", "duplicate"]),
        ("two payments of one amount and day under two references", raw(f"{PLAIN} for LC-40021, ref. AUR-1001.\n"),
         raw(f"{PLAIN} for LC-40022, ref. AUR-1002.\n", message_id="<2@x>"), ["applied 300.00", "applied 300.00"]),
        ("two payments of one amount and second for two items, without references",
         raw(f"{PLAIN} for LC-40021.\n"), raw(f"{PLAIN} for LC-40022.\n", message_id="<2@x>"),
         ["applied 300.00", "applied 300.00"]),
        ("one item, one amount, other references: asked", raw(f"{PLAIN} for LC-40021, ref. AUR-1001.\n"),
         raw(f"{PLAIN} for LC-40021, ref. AUR-1002.\n", message_id="<2@x>"), ["applied 300.00", "unapplied"]),
        ("neither items nor reference, another mail of the same second: asked, and not dropped",
         raw(PLAIN + ".\n"), raw(PLAIN + ".\n\nKind regards\n", message_id="<2@x>"), ["unapplied", "unapplied"]),
        ("neither items nor reference, the same Message-ID: a copy", raw(PLAIN + ".\n"), raw(PLAIN + ".\n" + FOOTER),
         ["unapplied"]),
    ],
)  # fmt: skip
def test_the_same_payment_is_a_duplicate_and_two_true_payments_stay_two(
    name: str, first: bytes, second: bytes, want: list[str], tmp_path: Path
) -> None:
    home = worked_home(tmp_path / "home", {"ledger": LEDGER})
    home.now = NOW
    lay(home, first, second)

    lines = home.lines()
    assert want == [
        " ".join([line["status"], *(one["amount"] for one in line["applications"])]) for line in lines["payments"]
    ], name  # fmt: skip
    assert_conserved(home, lines)


def _of(body: str, number: int, *, sender: str = "ap@c1.example", hour: int = 8, **how: Any) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, OUR_ADDRESS, "Payment"
    message["Date"], message["Message-ID"] = (
        f"Tue, 10 Nov 2026 {hour:02}:00:00 +0100",
        f"<{number}@mail.example>",
    )
    message.set_content(body, **how)
    return _vouched(message)


def _vouched(message: EmailMessage) -> bytes:
    domain = message["From"].rpartition("@")[2]
    top = f"Authentication-Results: {MEMORY_SERVER}; dmarc=pass header.from={domain}\n"
    return top.encode() + message.as_bytes()


def _statement(number: int, line_end: str) -> bytes:
    lines = (
        ":20:FB2", ":25:FORDDEFF/77001", ":60F:C261109USD100,00",
        ":61:2611101110CR100,00NTRFTRN-1001//B1", ":86:166?00GUTSCHRIFT?20TRN-1001?32C1 TRADING LTD",
        ":61:2611101110CR100,00NTRFTRN-1002//B2", ":86:166?00GUTSCHRIFT?20TRN-1002?32C1 TRADING LTD",
        ":62F:C261110USD300,00", "-", "",
    )  # fmt: skip
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = BANK, OUR_ADDRESS, "Statement"
    message["Date"], message["Message-ID"] = "Wed, 11 Nov 2026 06:00:00 +0100", f"<s{number}@bank.example>"
    message.set_content("Your statement.")
    content = line_end.join(lines).encode()
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename="b.sta")
    return _vouched(message)


FIRST = "We paid USD 100.00 today for INV-0001, reference TRN-1001.\n"
THIRD = "We paid USD 250.00 on 10 November 2026 for INV-0003.\n"
TRUE_ONES = (
    _of(FIRST, 1),
    _of("We paid USD 100.00 today for INV-0002, reference TRN-1002.\n", 2),
    _of(THIRD, 3),
    _of("We paid USD 100.00 today for INV-0004, reference TRN-1001.\n", 4, sender="ap@c2.example"),
    _statement(1, "\r\n"),
)
AGAIN = (
    _of(FIRST + FOOTER, 1),
    _of(FIRST, 1, cte="base64"),
    _of("Remittance advice\nReference: TRN-1001\nINV-0001   100.00\nTotal USD 100.00\n", 11, hour=17),
    _of("Just checking: " + THIRD, 13, hour=12),
    _statement(2, "\n"),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*TRUE_ONES, *AGAIN]), max_size=5).flatmap(
        lambda more: st.permutations([*TRUE_ONES, *more])
    )
)
def test_any_order_and_any_repetition_of_mails_gives_the_same_balances(mails: list[bytes]) -> None:
    items = (
        item("INV-0001"),
        item("INV-0002"),
        item("INV-0003", "250.00 USD"),
        item("INV-0004", customer_id="C2"),
    )
    desk = desk_with([customer("C1"), customer("C2")], items)
    for mail in mails:
        work(desk, mail)

    books = desk.books
    assert all(not one.open for one in books.items.values())
    standing = [one for one in books.payments.values() if one.status is not Status.DUPLICATE]
    assert sorted(str(one.amount) for one in standing) == ["100.00 USD"] * 3 + ["250.00 USD"]
    assert {one.status for one in standing} == {Status.APPLIED}
    cash = total((one.amount for p in standing for one in p.applications), "USD")
    assert cash == Money.of("550.00", "USD")


def _entries(*files: str) -> list[str]:
    """A statement's mail with these files; two entries of one amount, day and reference in each."""
    entry = (
        ":61:2611101110CR100,00NTRFTRN-7001//B{}\n:86:166?00GUTSCHRIFT?20INV-0001 TRN-7001?32C1 TRADING LTD\n"
    )
    text = f":20:FB2\n:25:FORDDEFF/77001\n:60F:C261109USD100,00\n{entry.format(1)}{entry.format(2)}:62F:C261110USD300,00\n-\n"
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = BANK, OUR_ADDRESS, "Statement"
    message["Date"], message["Message-ID"] = "Wed, 11 Nov 2026 06:00:00 +0100", "<s9@bank.example>"
    message.set_content("Your statement.")
    for name in files:
        message.add_attachment(text.encode(), maintype="application", subtype="octet-stream", filename=name)
    desk = desk_with([customer("C1")], (item("INV-0001"), item("INV-0002")))
    work(desk, _vouched(message))
    return [" ".join([one.status.value, *one.codes]) for one in desk.books.payments.values()]


def test_two_entries_of_one_statement_are_two_payments_though_the_payer_repeats_the_reference() -> None:
    assert ["applied", "unapplied already_paid"] == _entries("b.sta")


def test_a_statement_that_a_mail_brings_twice_is_not_booked_twice() -> None:
    assert _entries("b.sta", "again.sta") == _entries("b.sta")
