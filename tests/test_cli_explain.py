"""`remitd explain`: the proof of a payment, in the company's language, derived again from what is stored."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from agent import __version__, app
from agent.facts.events import PaymentDecided, RunStarted
from agent.facts.payments import Match, Status
from agent.ids import digest
from agent.match.payment import match
from agent.outbox.plain import width
from agent.store.codec import GENESIS, check, decode, encode
from tests.conftest import Golden
from tests.desks import CONFIG, WorkedHome, derived_again, readers, worked_home
from tests.test_cli import LEDGER, Remitd, _tree
from tests.test_cli import remitd as remitd

NOW = "2026-11-10T09:00:00+01:00"
# A clerk's day: settled with a rounding, a short payment, a stranger, a sum without numbers, told again, dated ahead.
MAILS: tuple[dict[str, Any], ...] = (
    {"from": "pagos@aurelio.example", "subject": "Zahlung 8001",
     "body": "We have paid USD 995.00 for invoice LC-40020 by wire today, reference AUR-8001.\n"},
    {"from": "payables@delmaryachts.example",
     "body": "We have paid USD 60.00 for invoice DY-3001 by ACH today, reference DEL-8002.\n"},
    {"from": "k.voss@payhub.example",
     "body": "We have paid EUR 12.00 for OB-501 today, reference PH-8003.\n"},
    {"from": "caiwu@qinghe.example", "subject": "付款", "body": "我司今日已电汇人民币3,000.00元，请查收。\n"},
    {"from": "pagos@aurelio.example", "subject": "again",
     "body": "We have paid USD 995.00 for invoice LC-40020 by wire today, reference AUR-8001.\nRegards\n"},
    {"from": "buchhaltung@brombeer.example",
     "body": "Wir überweisen EUR 4.200,00 für Rechnung R2026/0740 am 13.11.2026, Referenz BR-8006.\n"},
)  # fmt: skip
ITEMS = (
    *LEDGER,
    "QH-1,K3,2026-10-01,2027-03-31,CNY,1000.00", "QH-2,K3,2026-10-01,2027-03-31,CNY,2000.00",
    "QH-3,K3,2026-10-01,2027-03-31,CNY,3000.00",
)  # fmt: skip


def _worked(path: Path) -> WorkedHome:
    home = worked_home(path, {"ledger": ITEMS})
    home.now = datetime.fromisoformat(NOW)
    for mail in MAILS:
        home.deliver(mail)
    with home.desk() as desk, desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        commit.add("run", RunStarted(version=__version__, rules=desk.policy.digest))
    home.round()
    home.now = datetime.fromisoformat("2026-11-13T09:00:00+01:00")
    home.decide("apply 4 QH-3=3000.00")
    home.round()
    return home


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedHome]:
    """The home after that day, and the day of the payment that was dated ahead."""
    yield _worked(tmp_path_factory.mktemp("explain") / "home")
    readers().close()
    readers.cache_clear()


@pytest.fixture
def own(worked: WorkedHome, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return shutil.copytree(worked.path, tmp_path / "home")


def _ids(home: WorkedHome) -> list[str]:
    return [line["payment_id"] for line in home.lines()["payments"]]


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_the_proofs_of_a_day_in_the_company_s_language(
    remitd: Remitd, worked: WorkedHome, own: Path, golden: Golden, language: str
) -> None:
    company = CONFIG["company"].replace('language = "en"', f'language = "{language}"')
    text = (own / "remitd.toml").read_text("utf-8").replace(CONFIG["company"], company)
    (own / "remitd.toml").write_text(text, "utf-8")
    letter = next(line["letter_id"] for line in worked.lines()["letters"] if line["kind"] == "dunning")
    mail = worked.lines()["messages"][1]["mail_id"]
    rounded, short, stranger, sum_alone, again, _ = _ids(worked)
    said = []
    for words in (
        (rounded,), (short,), (stranger,), (again,), (sum_alone, "--as-of", "2026-11-10"),
        (mail,), ("QH-3",), (letter,), ("K4",),
    ):  # fmt: skip
        said.append(remitd("explain", *words, "--home", own))
        assert 0 == said[-1].code
        assert all(width(line) <= 100 for line in said[-1].out.splitlines())
    pages = ("\n" + "=" * 100 + "\n\n").join(one.out for one in said)
    golden(f"explain/{language}.txt", pages)


def test_a_line_of_json_has_its_heading(remitd: Remitd, worked: WorkedHome) -> None:
    payment_id = _ids(worked)[0]
    lines = remitd("explain", payment_id, "--json", "--home", worked.path).lines
    assert {"id", "section", "text"} == set().union(*lines)
    sections = dict.fromkeys(line["section"] for line in lines)
    assert ["title", "came", "says", "payer", "settles", "bank", "letters", "again", "journal"] == list(
        sections
    )


def test_every_decision_derives_to_what_was_booked(remitd: Remitd, worked: WorkedHome) -> None:
    before = _tree(worked.path)
    for what in (*_ids(worked), "LC-40020", "K3", worked.lines()["messages"][0]["mail_id"]):
        said = remitd("explain", what, "--verify", "--home", worked.path)
        assert 0 == said.code, said.out
        assert "the same result" in said.out
    assert (
        "a person's decision; nothing to derive"
        in remitd("explain", "QH-3", "--verify", "--home", worked.path).out
    )
    nothing = remitd("explain", "DY-3002", "--verify", "--home", worked.path)
    assert (0, True) == (nothing.code, "there is nothing to derive" in nothing.out)
    assert before == _tree(worked.path)


def test_a_long_journal_is_derived_only_when_asked(
    remitd: Remitd, worked: WorkedHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.cli.explain._QUICK", worked.seq() - 1)
    said = remitd("explain", _ids(worked)[0], "--home", worked.path).out
    assert f"remitd explain {_ids(worked)[0]} --verify" in " ".join(said.split())
    assert "the same result" not in said
    assert "the same result" in remitd("explain", _ids(worked)[0], "--verify", "--home", worked.path).out
    monkeypatch.setattr("agent.cli.explain._QUICK", worked.seq())
    assert "the same result" in remitd("explain", _ids(worked)[0], "--home", worked.path).out


def test_what_was_decided_later_is_not_derived_as_of_a_day(remitd: Remitd, worked: WorkedHome) -> None:
    now, then = (
        remitd("explain", "QH-3", "--verify", "--home", worked.path, *as_of).out
        for as_of in ((), ("--as-of", "2026-11-10"))
    )
    assert "a person's decision" in now
    assert "there is nothing to derive" in then


def test_a_changed_rule_file_is_named_where_the_result_differs(
    remitd: Remitd, worked: WorkedHome, own: Path
) -> None:
    """Nothing is forgiven any more: the 5.00 that were written off would be asked for."""
    rules = own / "rules" / "matching.toml"
    before = rules.read_text("utf-8")
    after = before.replace('relative_percent = "0.5"', 'relative_percent = "0.1"')
    assert before != after
    rules.write_text(after, "utf-8")
    rounded, short = _ids(worked)[:2]

    said = remitd("explain", rounded, "--verify", "--home", own)
    assert 1 == said.code
    assert "NOT the same result" in said.out
    assert "what differs: booked nothing; now short_payment LC-40020 5.00 USD" in said.out
    assert "rules/ was changed since that run" in said.out
    assert "another version" not in said.out
    assert 0 == remitd("explain", rounded, "--home", own).code, "only --verify answers with its exit code"
    assert 0 == remitd("explain", short, "--verify", "--home", own).code, (
        "what does not depend on it is the same"
    )


def test_another_config_is_not_put_down_to_the_rules(remitd: Remitd, worked: WorkedHome, own: Path) -> None:
    config = own / "remitd.toml"
    config.write_text(config.read_text("utf-8") + '\n[matching]\napply_on = "bank"\n', "utf-8")
    said = remitd("explain", _ids(worked)[0], "--verify", "--home", own)
    assert 1 == said.code
    assert "status: booked applied; now advised" in said.out
    assert "remitd.toml was changed since" in " ".join(said.out.split())


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (Path.unlink, "can't be read"),
        (lambda path: path.write_bytes(b"From: x\n\n"), "its bytes were changed"),
    ],
    ids=["gone", "changed"],
)
def test_without_its_message_a_decision_does_not_hold(
    remitd: Remitd, worked: WorkedHome, own: Path, spoil: Callable[[Path], Any], words: str
) -> None:
    with app.open_home(own) as home:
        sha256 = home.books.messages[home.books.payments[_ids(worked)[0]].mail_id].sha256
    spoil(own / "state" / "blobs" / sha256[0] / sha256)
    said = remitd("explain", _ids(worked)[0], "--verify", "--home", own)
    assert 1 == said.code
    assert "can't be derived" in said.out
    assert words in said.out


def _generous(matched: Match) -> Match:
    """One cent more than was said."""
    if matched.status is not Status.APPLIED:
        return matched
    one, *others = matched.applications
    more = replace(one, amount=one.amount - one.amount.of("0.01", one.amount.currency))
    return replace(matched, applications=(more, *others))


def _otherwise_paid(matched: Match) -> Match:
    return replace(matched, status=Status.UNAPPLIED, applications=())


def _silent(matched: Match) -> Match:
    return replace(matched, differences=())


@pytest.mark.parametrize(
    ("mutate", "which", "says"),
    [
        (_generous, 0, "applied: booked LC-40020 994.99"),
        (_otherwise_paid, 0, "status: booked unapplied; now applied"),
        (_silent, 1, "what differs: booked nothing; now short_payment DY-3001 10.00 USD"),
    ],
)
def test_what_another_matcher_booked_does_not_derive(
    remitd: Remitd,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mutate: Callable[[Match], Match],
    which: int,
    says: str,
) -> None:
    """A journal in order, written by a program that decided otherwise: rules and version say that they are these."""
    with monkeypatch.context() as patched:
        patched.setattr("agent.pipeline.message.match", lambda *a, **more: mutate(match(*a, **more)))
        home = _worked(tmp_path / "home")
    said = remitd("explain", _ids(home)[which], "--verify", "--home", home.path)
    assert 1 == said.code
    assert says in said.out
    assert "remitd.toml was changed since, or the entry or remitd is wrong" in " ".join(said.out.split())
    app.verify(home.path)


def test_a_decision_stands_on_the_books_of_then(worked: WorkedHome) -> None:
    """The same words today would be told before: they are derived on what was there when they came."""
    assert {"same", "staff"} == {one.verdict for one in derived_again(worked)}


def test_a_decision_from_before_rules_had_names_is_read(worked: WorkedHome) -> None:
    decided = next(one for one in app.whole_journal(worked.path) if isinstance(one.event, PaymentDecided))
    assert isinstance(decided.event, PaymentDecided)
    line, _ = encode(
        seq=1, at=decided.at, actor="agent", subject="", event=decided.event, more=0, prev=GENESIS
    )
    assert b',"rule":"named_items"' in line
    body = line[: line.index(b',"hash"')].replace(b',"rule":"named_items"', b"")
    old = decode(check(body + b',"hash":"' + digest(body).encode() + b'"}', where=""), where="")
    assert replace(decided.event, rule=None) == old.event
