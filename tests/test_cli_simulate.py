"""`simulate` says what the daemon then does, day by day, and changes nothing."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from agent.__main__ import main
from tests.desks import WorkedHome, readers, worked_home

FIRST, LAST = date(2026, 11, 9), date(2027, 1, 15)
LEDGER = (
    "LC-1,K1,2026-10-01,2026-11-20,USD,1000.00", "LC-2,K1,2026-10-01,2026-12-01,USD,300.00",
    "LC-3,K1,2026-10-01,2026-12-01,USD,-20.00", "R2026/0740,K2,2026-10-01,2026-10-15,EUR,4200.00",
    "QG-1,K3,2026-10-01,2026-12-24,CNY,900.00", "OB-501,K5,2026-10-01,2026-11-30,EUR,12.00",
)  # fmt: skip
PROMISE = {
    "from": "ottoline.bakes@gmx.net",
    "body": "We will pay invoice OB-501 on 2026-12-10.\n",
}
Line = tuple[str, str, str, int, tuple[str, ...]]


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedHome]:
    case = {"ledger": LEDGER}
    home = worked_home(tmp_path_factory.mktemp("simulate") / "home", case)
    home.now = datetime.fromisoformat("2026-11-06T09:00:00+01:00")
    home.deliver(PROMISE)
    home.round()
    yield home
    readers().close()
    readers.cache_clear()


def simulate(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *more: str
) -> list[Line]:
    words = [
        "remitd",
        "--home",
        str(home),
        "simulate",
        "--from",
        f"{FIRST}",
        "--to",
        f"{LAST}",
        "--json",
        *more,
    ]
    monkeypatch.setattr("sys.argv", words)
    main()
    said = capsys.readouterr()
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert all(line["status"] == "sent" for line in lines)
    return [
        (line["date"], line["kind"], line["customer_id"], line["level"], tuple(line["invoices"]))
        for line in lines
    ]


def lived(home: WorkedHome) -> list[Line]:
    """What really goes out, a person approving each morning whatever waits."""
    found: list[Line] = []
    seen = {line["letter_id"] for line in home.lines()["letters"] if line["status"] == "sent"}
    day = FIRST
    while day <= LAST:
        home.now = datetime.fromisoformat(f"{day}T09:00:00+01:00")
        home.round()
        for place, line in enumerate(home.lines()["letters"], start=1):
            if line["status"] == "held":
                home.decide(f"approve {place}")
        home.round()
        for line in home.lines()["letters"]:
            if line["status"] == "sent" and line["letter_id"] not in seen:
                seen.add(line["letter_id"])
                what = (line["kind"], line["customer_id"], line["level"], tuple(line["invoices"]))
                found.append((day.isoformat(), *what))
        day += timedelta(days=1)
    return found


def test_what_is_simulated_is_what_happens_and_simulating_changes_nothing(
    worked: WorkedHome, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    state = {path: path.read_bytes() for path in sorted((worked.path / "state").rglob("*")) if path.is_file()}
    told = simulate(worked.path, capsys, monkeypatch)
    after = {path: path.read_bytes() for path in sorted((worked.path / "state").rglob("*")) if path.is_file()}

    assert state == after
    assert {"reminder", "dunning", "final_notice"} == {kind for _, kind, *_ in told}
    assert not [line for line in told if line[4] == ("OB-501",) and line[0] <= "2026-12-10"], "promised"
    assert told == lived(worked)


def test_other_rules_are_tried_out(
    worked: WorkedHome, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    for file in sorted((worked.path / "rules").rglob("*")):
        target = rules / file.relative_to(worked.path / "rules")
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.is_file():
            target.write_bytes(file.read_bytes())
    ladder = (rules / "dunning.toml").read_text("utf-8")
    assert "days_before_due = 7" in ladder
    (rules / "dunning.toml").write_text(ladder.replace("days_before_due = 7", "days_before_due = 0"), "utf-8")

    kinds = {line[1] for line in simulate(worked.path, capsys, monkeypatch, "--rules", str(rules))}
    assert "reminder" not in kinds


@pytest.mark.parametrize("words", [("2026-11-10", "2026-11-09"), ("2026-11-10", "2031-11-09")])
def test_days_that_are_no_span_are_refused(
    worked: WorkedHome,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, str],
) -> None:
    first, last = words
    monkeypatch.setattr(
        "sys.argv", ["remitd", "--home", str(worked.path), "simulate", "--from", first, "--to", last]
    )
    with pytest.raises(SystemExit) as done:
        main()
    assert 2 == done.value.code
    assert "give a day from --from on" in capsys.readouterr().err
