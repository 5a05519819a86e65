"""The same mail again is the same case; the same payment told again is a duplicate; two true payments stay two."""

from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.desks import OWN, SERVER, WorkedHome, assert_conserved, readers, told, worked_home

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
    "a footer and another Message-ID": raw(BODY + FOOTER, message_id="<2@relay.example>"),
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
