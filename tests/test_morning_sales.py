"""The digest to those who sell: of their own customers, never of another's."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.commanded import CommandedHome
from tests.desks import OPENED, WorkedHome, readers, worked_home

LEDGER = (
    "LC-1,K1,2026-10-01,2026-11-06,USD,1000.00", "R2026/0740,K2,2026-10-01,2026-11-04,EUR,4200.00",
    "QP-7,K6,2026-10-01,2027-11-12,GBP,75.00", "QP-8,K6,2026-10-01,2027-11-12,GBP,25.00",
    "OB-501,K5,2026-10-01,2026-11-06,EUR,12.00", "QG-1,K3,2026-10-01,2027-12-24,CNY,900.00",
)  # fmt: skip
SELLERS = {
    "K1": "tom@larkspur.example",
    "K2": "eva@larkspur.example",
    "K6": "tom@larkspur.example;eva@larkspur.example",
    "K5": "",
}
MAILS = (
    {"from": "treasury@quillon.example", "body": "We dispute invoice QP-7: the goods were damaged.\n"},
    {"from": "ottoline.bakes@gmx.net", "body": "We will pay invoice OB-501 on 2026-11-20.\n"},
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    config = {"digest": 'at = "08:30"\nsales = "daily"', "autonomy": 'dunning = "auto"'}
    home = worked_home(tmp_path_factory.mktemp("sales") / "home", {"ledger": LEDGER, "config": config})
    text = (home.path / "customers.csv").read_text(encoding="utf-8").splitlines()
    rows = [f"{row},{SELLERS.get(row.partition(',')[0], '')}" for row in text[1:]]
    file = home.path / "sellers.csv"
    file.write_text("\n".join([f"{text[0]},sales_emails", *rows]) + "\n", encoding="utf-8")
    CommandedHome(home.path, OPENED.isoformat()).run("import", "customers", str(file))
    yield home.path
    readers().close()
    readers.cache_clear()


@pytest.fixture
def home(made: Path, tmp_path: Path) -> WorkedHome:
    return WorkedHome(shutil.copytree(made, tmp_path / "home"))


def told(home: WorkedHome, when: str) -> dict[str, list[str]]:
    """What each who sells was told by then."""
    home.now = datetime.fromisoformat(f"2026-11-{when}:00+01:00")
    home.round()
    found: dict[str, list[str]] = {}
    for place, line in enumerate(home.lines()["letters"], start=1):
        (to,) = line["to"]
        if line["kind"] == "digest" and to in ("tom@larkspur.example", "eva@larkspur.example"):
            part = message_from_bytes(home.letter_bytes(place), policy=policy.default).get_body(("plain",))
            assert part is not None
            found.setdefault(to, []).append(" ".join(part.get_content().split()))
    return found


def test_each_is_told_of_their_own_customers_alone(home: WorkedHome) -> None:
    for mail in MAILS:
        home.deliver(mail)
    found = told(home, "09T08:30")
    (tom,), (eva,) = found["tom@larkspur.example"], found["eva@larkspur.example"]

    assert "Aurelio Refrigeration Ltd (K1): USD 1,000.00, dunning 1" in tom
    assert "Aurelio Refrigeration Ltd (K1): USD 1,000.00, the oldest for 3 days" in tom
    assert "GBP 75.00 of QP-7" in tom
    assert "GBP 75.00 of QP-7" in eva
    assert "Brombeer & Söhne GmbH (K2): EUR 4,200.00" in eva
    for theirs, others in ((tom, ("K2", "K3", "K5", "Brombeer")), (eva, ("K1", "K3", "K5", "Aurelio"))):
        assert not [other for other in others if other in theirs]
        assert "Ottoline" not in theirs


def test_once_a_day_or_once_a_week(home: WorkedHome) -> None:
    assert len(told(home, "09T08:29")) == 0
    assert len(told(home, "09T08:31")["tom@larkspur.example"]) == 1
    assert len(told(home, "09T12:00")["tom@larkspur.example"]) == 1
    assert len(told(home, "10T12:00")["tom@larkspur.example"]) == 2
    config = home.path / "remitd.toml"
    config.write_text(config.read_text().replace('"daily"', '"weekly"'))
    assert len(told(home, "11T12:00")["tom@larkspur.example"]) == 3
    assert len(told(home, "13T12:00")["tom@larkspur.example"]) == 3
    assert len(told(home, "17T12:00")["tom@larkspur.example"]) == 4, "the first workday on which it ran"


def test_none_where_it_is_off(home: WorkedHome) -> None:
    config = home.path / "remitd.toml"
    config.write_text(config.read_text().replace('sales = "daily"', ""))
    assert told(home, "09T08:30") == {}
