"""`remitd deductions`, `refund` and `on-account`: what staff see of what payments leave behind, and decide on it."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from agent.cli.commands import remitd
from agent.errors import AgentError
from tests.desks import readers, worked_home

DAY = "2026-11-10T09:00:00+01:00"
LATER = "2026-11-11T09:00:00+01:00"
STATEMENT = (
    ":20:FB2\n:25:FORDDEFF/77001\n:28C:302/1\n:60F:C261108USD100,00\n:61:2611091109CR1050,00NTRFNONREF//B2\n"
    ":86:166?00GUTSCHRIFT?20LC-40020?30COBADEFF?31GB33BUKB20201555555555?32AURELIO REFRIGERATION LTD\n"
    ":62F:C261109USD1150,00\n-\n"
)
ADVICE = """
Remittance AUR-7810, paid on 9 November 2026 in USD
Invoice     Gross       Deduction   Reason             Paid
LC-40021    1,000.00    100.00      withholding tax    900.00
Total                                                  900.00
"""


@dataclass(frozen=True, slots=True)
class CommandedHome:
    """A home, and `remitd` on it in this process."""

    path: Path

    def run(self, *words: str) -> str:
        """What the command prints; AgentError where it can't be done."""
        done = CliRunner().invoke(remitd, ["--home", str(self.path), "--now", LATER, *words])
        if isinstance(done.exception, AgentError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.stdout

    def lines(self, *words: str) -> list[dict[str, Any]]:
        """Its JSON Lines."""
        return [json.loads(line) for line in self.run(*words, "--json").splitlines()]

    def page(self, what: str) -> str:
        """What `remitd explain` says of it, its lines put together."""
        return " ".join(self.run("explain", what).split())

    def fault(self, *words: str) -> str:
        """The one line that says why it can't be done."""
        with pytest.raises(AgentError) as caught:
            self.run(*words)
        return str(caught.value)


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with a payment that is over by 50.00 at the bank, and one that withheld 100.00 of tax."""
    ledger = [f"LC-4002{n},K1,2026-10-01,2027-03-31,USD,1000.00" for n in (0, 1)]
    home = worked_home(tmp_path_factory.mktemp("left") / "home", {"ledger": ledger})
    home.now = datetime.fromisoformat(DAY)
    home.deliver(
        {
            "from": "auszug@fordbank.example",
            "subject": "Statement",
            "attach": [{"name": "auszug.sta", "text": STATEMENT}],
        }
    )
    home.deliver({"from": "pagos@aurelio.example", "body": ADVICE})
    home.round()
    yield home.path
    readers().close()
    readers.cache_clear()


@pytest.fixture
def home(worked: Path, tmp_path: Path) -> CommandedHome:
    """A copy of it, and the command on it."""
    return CommandedHome(shutil.copytree(worked, tmp_path / "home"))


def payment_of(home: CommandedHome, amount: str) -> str:
    (found,) = [line for line in home.lines("payments") if line["amount"] == amount]
    return str(found["payment_id"])


def test_a_deduction_is_listed_with_its_code_and_when_its_certificate_is_due(home: CommandedHome) -> None:
    assert [
        {
            "invoice_no": "LC-40021", "customer_id": "K1", "payment_id": payment_of(home, "900.00"), "currency": "USD",
            "amount": "100.00", "reason": "withholding_tax", "code": "withholding_tax", "certificate_due": "2027-02-07",
            "status": "waiting", "decided_at": None,
        }
    ] == home.lines("deductions")  # fmt: skip


def test_a_deduction_is_allowed_once_and_says_so_everywhere(home: CommandedHome) -> None:
    said = home.run("deductions", "allow", "LC-40021", "--why", "the certificate came")

    assert said == "LC-40021: 100.00 USD allowed as withholding_tax, 0.00 USD left open\n"
    (line,) = home.lines("deductions")
    assert ("allowed", "2026-11-11T08:00:00+00:00") == (line["status"], line["decided_at"])
    assert (
        "withheld USD 100.00 from LC-40021 (withholding tax, certificate due 7 Feb 2027): "
        "allowed, 11 Nov 2026 09:00: “the certificate came”"
    ) in home.page("LC-40021")
    assert "no deduction that waits" in home.fault("deductions", "refuse", "LC-40021", "--why", "no")


def test_a_deduction_is_refused_and_is_a_short_payment(home: CommandedHome) -> None:
    said = home.run("deductions", "refuse", "LC-40021", "--why", "no treaty")

    assert said == "LC-40021: 100.00 USD refused, 100.00 USD stays open\n"
    (line,) = [line for line in home.lines("payments") if line["amount"] == "900.00"]
    assert ["short_payment"] == line["discrepancies"]
    assert "refused; it stays owed, 11 Nov 2026 09:00: “no treaty”" in home.page("LC-40021")


PAGES = {
    "en": (
        "withheld USD 100.00 from LC-40021 (withholding tax, certificate due 7 Feb 2027): waits for a person's decision",
        "USD 30.00 is not applied, and left on account",
        "USD 20.00 was refunded",
    ),
    "de": (
        "100,00 USD von LC-40021 abgezogen (Quellensteuer, Bescheinigung fällig am 07.02.2027): "
        "wartet auf die Entscheidung einer Person",
        "30,00 USD sind nicht zugeordnet und bleiben als Akontozahlung stehen",
        "20,00 USD wurden erstattet",
    ),
    "zh": (
        "LC-40021 扣款 USD 100.00（代扣税款，凭证应于 2027-02-07 前提供）：待人员决定",
        "USD 30.00 未核销，已挂账",
        "已退款 USD 20.00",
    ),
}


@pytest.mark.parametrize("language", PAGES)
def test_what_became_of_a_residual_is_explained_in_the_company_s_language(
    home: CommandedHome, language: str
) -> None:
    config = home.path / "remitd.toml"
    text = config.read_text("utf-8")
    assert 'language = "en"' in text
    config.write_text(text.replace('language = "en"', f'language = "{language}"'), "utf-8")
    payment_id = payment_of(home, "1050.00")
    home.run("refund", payment_id, "20.00", "--why", "they asked")
    home.run("on-account", payment_id, "--why", "their next order")

    page = home.page(payment_id) + home.page("LC-40021")

    assert [] == [line for line in PAGES[language] if line.replace(" ", "") not in page.replace(" ", "")]


def test_a_refund_is_recorded_and_taken_back(home: CommandedHome) -> None:
    payment_id = payment_of(home, "1050.00")

    said = home.run("refund", payment_id, "50.00", "--why", "they asked")

    assert said == f"{payment_id}: 50.00 USD refunded, 0.00 USD left unapplied\n"
    (line,) = [line for line in home.lines("payments") if line["payment_id"] == payment_id]
    assert ("applied", "0.00", "50.00", []) == (
        line["status"], line["unapplied"], line["refunded"], line["discrepancies"]
    )  # fmt: skip
    page = home.page(payment_id)
    assert "USD 50.00 was refunded" in page
    assert "is not applied" not in page
    (refunded,) = [line for line in home.lines("audit") if line["kind"] == "CashRefunded"]
    home.run("undo", str(refunded["seq"]), "--why", "the bank refused it")
    (line,) = [line for line in home.lines("payments") if line["payment_id"] == payment_id]
    assert ("partially_applied", "50.00", "0.00") == (line["status"], line["unapplied"], line["refunded"])


def test_cash_is_left_on_account_and_says_so(home: CommandedHome) -> None:
    payment_id = payment_of(home, "1050.00")

    said = home.run("on-account", payment_id, "--why", "their next order")

    assert said == f"{payment_id}: 50.00 USD left on account of K1\n"
    (line,) = [line for line in home.lines("payments") if line["payment_id"] == payment_id]
    assert (True, "50.00", []) == (line["on_account"], line["unapplied"], line["discrepancies"])
    assert "USD 50.00 is not applied, and left on account" in home.page(payment_id)
    assert "USD 50.00 is not applied, and left on account" in home.page("K1")


def test_a_wrong_decision_is_one_line(home: CommandedHome) -> None:
    told = payment_of(home, "900.00")
    assert "did you mean LC-40021?" in home.fault("deductions", "allow", "lc 40021", "--why", "ok")
    assert "has no unapplied cash" in home.fault("refund", told, "1.00", "--why", "ok")
    assert "is no payment of this home" in home.fault("on-account", "P-0", "--why", "ok")


def test_what_staff_decided_on_a_residual_is_not_derived_again_and_what_was_withheld_is(
    home: CommandedHome,
) -> None:
    home.run("deductions", "allow", "LC-40021", "--why", "the certificate came")
    (allowed,) = [line["seq"] for line in home.lines("audit") if line["kind"] == "DeductionAllowed"]

    page = home.page(payment_of(home, "900.00"))

    assert f"line {allowed}: a person's decision; nothing to derive" in page
    assert 1 == page.count("the same result")

    rules = home.path / "rules" / "matching.toml"
    text = rules.read_text("utf-8")
    assert "certificate_days = 90" in text
    rules.write_text(text.replace("certificate_days = 90", "certificate_days = 60"), "utf-8")
    page = home.page(payment_of(home, "900.00"))
    assert "NOT the same result" in page
    assert (
        "withheld: booked LC-40021 100.00 USD withholding_tax waiting 2027-02-07; "
        "now LC-40021 100.00 USD withholding_tax waiting 2027-01-08"
    ) in page
