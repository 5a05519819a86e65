"""What the corpora bring onto the books: no cash that a mail does not tell. A file of its own, so that it runs beside the reading."""

from datetime import UTC, datetime
from decimal import Decimal
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from agent import app
from agent.cli.lines import payment_line
from agent.pipeline.statements import import_statement
from tests.corpus.home import CORPUS, corpus_home
from tests.corpus.prose.make import cases, mail, truth
from tests.corpus.score import ANY, Facts, load
from tests.homes import RunningHome

IMPORTED_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
ZERO = Decimal(0)
LEAST_BOOKED = 0.95


def _cash(line: Facts) -> Decimal:
    return Decimal(line["amount"] or 0)


def _wrongly_applied(told: Facts, payment: Facts) -> list[str]:
    """Cash of one payment on the books that the mail's truth does not bear out."""
    lines: dict[str | None, Facts] = {}
    for part in (part for one in told["payments"] if one["lines"] != ANY for part in one["lines"]):
        other = lines.get(part["invoice"])
        if other is None or ANY in (other["amount"], part["amount"]) or _cash(other) < _cash(part):
            lines[part["invoice"]] = part  # of a document that two payments of a mail pay, the larger part
    sums = [Decimal(one["amount"]) for one in told["payments"] if one["amount"] not in (None, ANY)]
    faults = []
    for applied in payment["applications"]:
        line = lines.get(applied["invoice"])
        if not told["payments"] or (lines and line is None):
            faults.append(f"{applied['invoice']}: not told")
        elif (
            line
            and line["amount"] not in (None, ANY)
            and Decimal(applied["amount"]) > Decimal(line["amount"])
        ):
            faults.append(f"{applied['invoice']}: {applied['amount']}, told {line['amount']}")
    if payment["applications"] and sums and payment["amount"] and Decimal(payment["amount"]) > sum(sums):
        faults.append(f"{payment['amount']}, told {sum(sums)}")
    if told.get("books") is not None:  # what a person books from it, where the truth says that
        booked = {one["invoice"]: Decimal(one["amount"]) for one in payment["applications"]}
        right = {number: Decimal(cash) for number, cash in told["books"].items()}
        faults += [
            f"{number}: {cash} booked"
            for number, cash in booked.items()
            if abs(cash) > abs(right.get(number, ZERO))
        ]
    return faults


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("prose", "2026-10-15T09:00:00+08:00"),
        ("prose_more", "2026-11-20T09:00:00+08:00"),
        ("mail", "2026-06-01T09:00:00+08:00"),
        ("chinese", "2026-11-20T09:00:00+08:00"),
        ("strangers", "2026-11-20T09:00:00+00:00"),
        ("formats", "2026-11-20T09:00:00+00:00"),
    ],
)
def test_no_cash_is_applied_that_a_mail_does_not_tell(tmp_path: Path, name: str, now: str) -> None:
    if name.startswith("prose"):
        written = cases(CORPUS / name)
        mails, told = (
            {case["name"]: mail(case) for case in written},
            {case["name"]: truth(case) for case in written},
        )
    else:
        mails = {path.stem: path.read_bytes() for path in (CORPUS / name).glob("*.eml")}
        told = {Path(file).stem: facts for file, facts in load(CORPUS / name / "truth.jsonl").items()}
    home = RunningHome(corpus_home(tmp_path / "home", CORPUS / name))
    inbox = home.path / "mail" / "in" / "new"
    inbox.mkdir(parents=True, exist_ok=True)
    for stem, raw in mails.items():
        (inbox / stem).write_bytes(raw)
    home.run("run", "--once", now=now)
    stems = {str(message_from_bytes(raw)["Message-ID"]).strip(): stem for stem, raw in mails.items()}
    payments = [payment for payment in home.lines("payments") if payment["message_id"] in stems]
    applied = [payment for payment in payments if payment["applications"]]
    faults = {
        stems[payment["message_id"]]: found
        for payment in applied
        if (found := _wrongly_applied(told[stems[payment["message_id"]]], payment))
    }
    assert faults == {}
    assert len(applied) > len(mails) / 5  # it is no virtue to apply nothing


def _booked(payments: list[Facts]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for one in (one for payment in payments for one in payment["applications"]):
        found[one["invoice"]] = found.get(one["invoice"], ZERO) + Decimal(one["amount"])
    return found


def test_statements_of_strangers_banks_are_imported_as_their_mails_would_be(tmp_path: Path) -> None:
    """`remitd bank import` of each file alone: as many payments as it tells, the cash that a person books, and once only."""
    corpus = CORPUS / "formats"
    told = {
        file: facts
        for file, facts in load(corpus / "truth.jsonl").items()
        if facts["kind"] == "bank_statement"
    }
    path = corpus_home(tmp_path / "home", corpus)
    right = 0
    with app.working_desk(path, lambda: IMPORTED_AT) as (desk, opener):
        for file, facts in told.items():
            mail = message_from_bytes((corpus / file).read_bytes(), policy=policy.default)
            attached = next(part for part in mail.walk() if part.get_filename())
            statement = tmp_path / f"{attached.get_filename()}"
            content = attached.get_payload(decode=True)
            assert isinstance(content, bytes)
            statement.write_bytes(content)
            done = import_statement(desk, opener, statement)
            assert done.message, file
            lines = [payment_line(desk.books.payments[one]) for one in done.message.payment_ids]
            amounts = sorted(Decimal(line["amount"]) for line in lines)
            assert amounts == sorted(Decimal(one["amount"]) for one in facts["payments"]), file
            wanted = {number: Decimal(cash) for number, cash in (facts["books"] or {}).items()}
            right += _booked(lines) == wanted
            assert import_statement(desk, opener, statement).message is None, file
    assert right >= LEAST_BOOKED * len(told)
