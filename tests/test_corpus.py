"""The corpora read as their truth says: nearly all of them exactly, and none of them falsely."""

import json
import shutil
from datetime import UTC, datetime
from decimal import Decimal
from email import message_from_bytes
from pathlib import Path

import pytest

from agent import app
from agent.cli.extracting import read_file
from tests.corpus.prose.make import HERE, MORE, cases, mail, truth
from tests.corpus.score import ANY, Facts, Faults, faults, load
from tests.homes import OPENED, RunningHome

CORPUS = Path(__file__).parent / "corpus"
READ_AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
LEAST_EXACT = 0.95
LEAST_EXACT_OF = {"strangers": 0.9}


LEAST_EXACT_PROSE = (
    0.9  # of mails that have been looked at; tests/corpus/README.md says what they gave unseen
)


def _home(path: Path, corpus: Path) -> Path:
    home = RunningHome(path)
    RunningHome(path.parent).run("init", str(path), now=None)
    shutil.copy(corpus / "remitd.toml", path)
    home.run("import", "customers", str(corpus / "customers.csv"), now=OPENED)
    home.run("import", "invoices", str(corpus / "invoices.csv"), now=OPENED)
    return path


def _judged(home: Path, told: dict[str, Facts], files: list[Path]) -> dict[str, Faults]:
    with app.reading_desk(home, lambda: READ_AT) as (desk, opener):
        read = {path.name: json.loads(json.dumps(read_file(desk, opener, path).line)) for path in files}
    return {name: faults(true, read[name]) for name, true in told.items()}


@pytest.mark.parametrize("name", ["pdf", "mail", "chinese", "strangers"])
def test_documents_in_layouts_of_their_own_are_read_exactly_or_not_falsely(tmp_path: Path, name: str) -> None:
    corpus = CORPUS / name
    home = _home(tmp_path / "home", corpus)
    told = load(corpus / "truth.jsonl")
    found = _judged(home, told, [corpus / file for file in sorted(told)])
    assert {file: one.false for file, one in found.items() if one.false} == {}
    exact = sum(one.is_exact for one in found.values())
    assert exact >= LEAST_EXACT_OF.get(name, LEAST_EXACT) * len(found), {
        file: one.missed for file, one in found.items() if one.missed
    }


def _wrongly_applied(told: Facts, payment: Facts) -> list[str]:
    """Cash of one payment on the books that the mail's truth does not bear out."""
    lines = {
        line["invoice"]: line for one in told["payments"] if one["lines"] != ANY for line in one["lines"]
    }
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
    return faults


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("prose", "2026-10-15T09:00:00+08:00"),
        ("prose_more", "2026-11-20T09:00:00+08:00"),
        ("mail", "2026-06-01T09:00:00+08:00"),
        ("chinese", "2026-11-20T09:00:00+08:00"),
        ("strangers", "2026-11-20T09:00:00+00:00"),
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
    home = RunningHome(_home(tmp_path / "home", CORPUS / name))
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


def _read_prose(path: Path, corpus: Path) -> dict[str, dict[str, Faults]]:
    """The faults in each mail of a corpus of prose, by its set and its name."""
    written = cases(corpus)
    files = []
    for case in written:
        files.append(path / f"{case['name']}.eml")
        files[-1].write_bytes(mail(case))
    found = _judged(
        _home(path / "home", corpus), {truth(case)["file"]: truth(case) for case in written}, files
    )
    by_set: dict[str, dict[str, Faults]] = {}
    for case in written:
        by_set.setdefault(case.get("set", ""), {})[case["name"]] = found[truth(case)["file"]]
    return by_set


@pytest.mark.parametrize("corpus", [HERE, MORE], ids=["prose", "prose_more"])
def test_most_mails_in_prose_are_read_exactly_and_none_falsely(tmp_path: Path, corpus: Path) -> None:
    for found in _read_prose(tmp_path, corpus).values():
        exact = sum(one.is_exact for one in found.values())
        false = {mail: one.false for mail, one in found.items() if one.false}
        assert exact >= LEAST_EXACT_PROSE * len(found), {
            mail: one for mail, one in found.items() if not one.is_exact
        }
        assert false == {}
