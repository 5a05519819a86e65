"""`remitd evidence`: a pack that others can check, that tells of nobody else, and that no changed byte survives."""

import csv
import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.desks import BANK, WorkedHome, readers, worked_home
from tests.test_cli import Remitd
from tests.test_cli import remitd as remitd

LEDGER = (
    "LC-40020,K1,2026-09-01,2026-10-01,EUR,1000.00",
    "LC-40021,K1,2026-09-01,2026-10-01,EUR,300.00",
    "LC-40022,K9,2026-09-01,2026-10-01,EUR,55.00",
    "DY-3001,K4,2026-09-01,2026-10-01,USD,70.00",
    "R2026/0740,K2,2026-09-01,2026-10-01,EUR,4200.00",
)
MAILS: tuple[dict[str, Any], ...] = (
    {
        "from": "pagos@aurelio.example",
        "body": "On invoice LC-40021 we dispute EUR 30.00, because a gasket is missing.\n",
        "attach": [{"name": "gasket.txt", "text": "The missing gasket.\n", "type": "text/plain"}],
    },
    {
        "from": BANK,
        "subject": "Statement",
        "body": "Your statement.\n",
        "attach": [
            {
                "name": "a.sta",
                "mt940": [
                    "C 1000.00 B1: INVOICE LC-40020: AURELIO REFRIGERATION LTD",
                    "C 4200.00 B2: RECHNUNG R2026/0740: BROMBEER UND SOEHNE",
                ],
            }
        ],
    },
    {
        "from": "buchhaltung@brombeer.example",
        "body": "Guten Tag, bitte senden Sie uns einen Kontoauszug.\n",
    },
    {"from": "pagos@aurelio.example", "body": "We will pay invoice LC-40022 on 2026-11-27.\n"},
)  # fmt: skip


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedHome]:
    """Dunned, disputed, paid at the bank, promised, bounced, merged: and other customers beside it."""
    folder = tmp_path_factory.mktemp("evidence")
    case = {
        "ledger": LEDGER,
        "customers": ["K9,Aurelio Cold Stores Sur,,sur@aurelio.example,,en,USD,n/30,"],
    }
    home = worked_home(folder / "home", case)
    home.now = datetime.fromisoformat("2026-10-05T09:00:00+02:00")
    home.round()
    for place in range(1, len(home.lines()["letters"]) + 1):
        home.decide(f"approve {place}")
    home.round()
    home.now = datetime.fromisoformat("2026-11-11T09:00:00+01:00")
    letters = home.lines()["letters"]
    sur = next(n for n, one in enumerate(letters, start=1) if one["to"] == ["sur@aurelio.example"])
    home.deliver({"bounce_of": sur})
    for mail in MAILS:
        home.deliver(mail)
    home.round()
    yield home
    readers().close()
    readers.cache_clear()


def _packed(remitd: Remitd, home: WorkedHome, target: Path, *words: str) -> zipfile.ZipFile:
    said = remitd("evidence", *words, "--to", target, "--home", home.path, "--now", home.now.isoformat())
    assert said.code == 0, said.err
    return zipfile.ZipFile(target)


def _unpacked(pack: zipfile.ZipFile, folder: Path) -> Path:
    pack.extractall(folder)
    (inside,) = folder.iterdir()
    return inside


def _verify(folder: Path) -> tuple[int, str]:
    """As somebody without remitd runs it: no site packages, no environment."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", str(folder / "verify.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / name).read_text("utf-8"))))


@pytest.fixture
def k1(remitd: Remitd, lived: WorkedHome, tmp_path: Path) -> Path:
    """The customer's pack, unpacked."""
    return _unpacked(_packed(remitd, lived, tmp_path / "k1.zip", "K1"), tmp_path / "k1")


def _seal(folder: Path) -> None:
    """Write the manifest anew, as somebody would who changed a file."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = [
        f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in files
        if "MANIFEST" not in name
    ]
    (folder / "MANIFEST.sha256").write_text("".join(lines), "utf-8")


# --- what is in it


def test_a_pack_holds_every_mail_as_it_was_and_verifies_with_python_alone(
    k1: Path, lived: WorkedHome
) -> None:
    code, said = _verify(k1)
    index = json.loads((k1 / "index.json").read_text("utf-8"))
    outbox = [file.read_bytes() for file in (lived.path / "mail/out/new").iterdir()]
    assert code == 0, said
    assert "4 mails" in said
    assert [(one["direction"], one["what"], one["invoices"]) for one in index] == [
        ("out", "dunning", ["LC-40020", "LC-40021"]),
        ("in", "dispute", ["LC-40021"]),
        ("in", "bank_statement", ["LC-40020"]),
        ("out", "dispute_acknowledgement", ["LC-40021"]),
        ("out", "confirmation", ["LC-40020"]),
    ]
    (dispute,) = k1.glob("in/*.eml")
    assert dispute.read_bytes() in lived.delivered
    assert b"gasket.txt" in dispute.read_bytes()
    assert all(letter.read_bytes() in outbox for letter in k1.glob("out/*.eml"))


def test_sha256sum_reads_the_manifest(k1: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--strict", "--quiet", "-c", "MANIFEST.sha256"],
        cwd=k1,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"")


def test_a_statement_of_the_bank_is_an_extract_with_the_hash_of_the_whole(
    k1: Path, lived: WorkedHome
) -> None:
    (extract,) = k1.glob("in/*_extract.json")
    told = json.loads(extract.read_text("utf-8"))
    (entry,) = told["entries"]
    raw = next(raw for raw in lived.delivered if b"Your statement" in raw)
    assert told["sha256"] == entry["statement_sha256"] == sha256(raw).hexdigest()
    assert (entry["amount"], entry["payer"], entry["place"]) == (
        "1000.00", "AURELIO REFRIGERATION LTD", "a.sta, page 1, line 4",
    )  # fmt: skip
    assert [row["amount"] for row in _rows(k1, "bank.csv")] == ["1000.00"]


def _said(path: Path) -> bytes:
    """A file's bytes; the text of a PDF, whose compressed bytes may hold any two letters."""
    if path.suffix != ".pdf":
        return path.read_bytes()
    with closing(pypdfium2.PdfDocument(path)) as opened:
        said = "\n".join(page.get_textpage().get_text_range() for page in opened)
    assert "Aurelio" in said
    return said.encode()


def test_nothing_in_it_names_another_customer(k1: Path) -> None:
    others = (
        "K2", "K4", "K9", "R2026/0740", "DY-3001", "LC-40022", "Brombeer", "BROMBEER", "brombeer", "Delmar",
        "delmar", "4200.00", "4,200", "sur@aurelio",
    )  # fmt: skip
    found = {
        (path.name, word)
        for path in k1.rglob("*")
        if path.is_file() and path.name not in ("chain.txt", "MANIFEST.sha256")
        for said in [_said(path)]
        for word in others
        if word.encode() in said
    }
    assert found == set()


def test_a_line_that_names_others_is_there_by_its_hash_alone(k1: Path) -> None:
    about = json.loads((k1 / "pack.json").read_text("utf-8"))
    chain = (k1 / "journal/chain.txt").read_text("ascii").splitlines()
    shown = [json.loads(line)["seq"] for line in (k1 / "journal/lines.jsonl").read_bytes().splitlines()]
    assert [one["kind"] for one in about["withheld"]] == ["MessageSorted"]
    for one in about["withheld"]:
        assert chain[one["line"] - 1] == one["hash"]
        assert one["line"] not in shown


def test_what_was_agreed_and_what_became_of_each_letter_are_told(
    k1: Path, remitd: Remitd, lived: WorkedHome, tmp_path: Path
) -> None:
    agreed = [(row["what"], row["invoice"], row["amount"]) for row in _rows(k1, "agreements.csv")]
    k9 = _unpacked(_packed(remitd, lived, tmp_path / "k9.zip", "K9"), tmp_path / "k9")
    (dunned,) = [one for one in _rows(k9, "index.csv") if one["what"] == "dunning"]
    steps = json.loads((k9 / "delivery.json").read_text("utf-8"))
    assert agreed == [("dispute", "LC-40021", "30.00")]
    assert dunned["delivered"] == "bounced"
    assert [one["what"] for one in steps] == ["attempt", "accepted", "report", "bounced"]
    assert steps[2]["fields"][1] == {
        "Final-Recipient": "rfc822; sur@aurelio.example", "Action": "failed", "Status": "5.1.1",
    }  # fmt: skip
    assert _verify(k9)[0] == 0


def test_the_account_shows_what_is_open_of_every_document(k1: Path) -> None:
    rows = [
        (row["invoice"], row["amount"], row["open_amount"], row["status"]) for row in _rows(k1, "account.csv")
    ]
    assert rows == [("LC-40020", "1000.00", "0.00", "paid"), ("LC-40021", "300.00", "300.00", "disputed")]


def test_how_long_each_open_invoice_can_be_enforced_is_told_with_the_line_that_proves_it(
    remitd: Remitd, lived: WorkedHome, tmp_path: Path
) -> None:
    home = WorkedHome(shutil.copytree(lived.path, tmp_path / "home"), now=lived.now)
    config = home.path / "remitd.toml"
    config.write_text(config.read_text("utf-8").replace('country = "DE"', 'country = "CN"'), "utf-8")
    folder = _unpacked(_packed(remitd, home, tmp_path / "l.zip", "K1"), tmp_path / "l")
    (row,) = _rows(folder, "limitation.csv")
    lines = {
        json.loads(line)["seq"]: json.loads(line)
        for line in (folder / "journal/lines.jsonl").read_bytes().splitlines()
    }
    proof = lines[int(row["journal_line"])]
    assert (row["invoice"], row["interrupted"], row["by"], row["expires"]) == (
        "LC-40021", "2026-10-05", "demand", "2029-10-05",
    )  # fmt: skip
    assert (proof["kind"], proof["subject"]) == ("LetterSent", row["record"])


# --- which pack


def test_the_same_journal_and_clock_give_the_same_bytes(
    remitd: Remitd, lived: WorkedHome, tmp_path: Path
) -> None:
    _packed(remitd, lived, tmp_path / "a.zip", "K1")
    _packed(remitd, lived, tmp_path / "b.zip", "K1")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    stamps = {(one.date_time, one.external_attr) for one in zipfile.ZipFile(tmp_path / "a.zip").infolist()}
    assert stamps == {((2026, 11, 11, 8, 0, 0), 0o644 << 16)}


def test_an_invoices_pack_holds_what_speaks_of_it_alone(
    remitd: Remitd, lived: WorkedHome, tmp_path: Path
) -> None:
    folder = _unpacked(_packed(remitd, lived, tmp_path / "i.zip", "LC-40021"), tmp_path / "i")
    assert [row["what"] for row in _rows(folder, "index.csv")] == [
        "dunning",
        "dispute",
        "dispute_acknowledgement",
    ]
    assert [row["invoice"] for row in _rows(folder, "account.csv")] == ["LC-40021"]
    assert _rows(folder, "bank.csv") == []
    assert _verify(folder)[0] == 0


def test_a_pack_as_of_an_earlier_day_ends_there(remitd: Remitd, lived: WorkedHome, tmp_path: Path) -> None:
    folder = _unpacked(
        _packed(remitd, lived, tmp_path / "o.zip", "K1", "--as-of", "2026-10-31"), tmp_path / "o"
    )
    rows = [(row["invoice"], row["open_amount"]) for row in _rows(folder, "account.csv")]
    now = json.loads((folder / "pack.json").read_text("utf-8"))
    assert [row["what"] for row in _rows(folder, "index.csv")] == ["dunning"]
    assert rows == [("LC-40020", "1000.00"), ("LC-40021", "300.00")]
    assert (folder.name, now["as_of"]) == ("evidence-K1-2026-10-31", "2026-10-31")
    assert _verify(folder)[0] == 0


def test_a_merged_customers_past_is_in_the_survivors_pack_under_either_id(
    remitd: Remitd, lived: WorkedHome, tmp_path: Path
) -> None:
    home = WorkedHome(shutil.copytree(lived.path, tmp_path / "home"), now=lived.now)
    words = ("--why", "one firm", "--home", home.path, "--now", home.now.isoformat())
    assert remitd("merge", "K9", "K1", *words).code == 0
    folder = _unpacked(_packed(remitd, home, tmp_path / "m.zip", "K1"), tmp_path / "m")
    old = _unpacked(_packed(remitd, home, tmp_path / "n.zip", "K9"), tmp_path / "n")
    about = json.loads((folder / "pack.json").read_text("utf-8"))
    assert about["merged_customers"] == ["K9"]
    assert {row["invoice"] for row in _rows(folder, "account.csv")} == {"LC-40020", "LC-40021", "LC-40022"}
    assert (folder / "index.csv").read_bytes() == (old / "index.csv").read_bytes()
    assert b'"customer_id":"K9"' in (folder / "journal/lines.jsonl").read_bytes()
    assert [len(list(folder.glob(f"{way}/*.eml"))) for way in ("in", "out")] == [3, 4]
    assert _verify(folder)[0] == 0


def test_the_readme_stands_in_the_companys_language_and_in_english(
    remitd: Remitd, lived: WorkedHome, tmp_path: Path
) -> None:
    home = WorkedHome(shutil.copytree(lived.path, tmp_path / "home"), now=lived.now)
    config = home.path / "remitd.toml"
    config.write_text(config.read_text("utf-8").replace('language = "en"', 'language = "zh"'), "utf-8")
    folder = _unpacked(_packed(remitd, home, tmp_path / "z.zip", "K1"), tmp_path / "z")
    readme = (folder / "README.txt").read_text("utf-8")
    assert readme.index("如何核验") < readme.index("How to check it")
    assert '<html lang="zh">' in (folder / "summary.html").read_text("utf-8")


def test_who_is_nobodys_or_a_file_that_is_there_is_refused(
    remitd: Remitd, lived: WorkedHome, tmp_path: Path
) -> None:
    there = tmp_path / "there.zip"
    there.write_bytes(b"somebody's")
    nobody = remitd("evidence", "K77", "--to", tmp_path / "x.zip", "--home", lived.path)
    taken = remitd("evidence", "K1", "--to", there, "--home", lived.path)
    assert (nobody.code, taken.code) == (2, 2)
    assert "K77: is no customer and no invoice" in nobody.err
    assert there.read_bytes() == b"somebody's"
    assert list(tmp_path.iterdir()) == [there]


# --- what was changed is refused


def test_a_changed_byte_in_any_file_is_refused(k1: Path) -> None:
    files = [path for path in sorted(k1.rglob("*")) if path.is_file()]
    assert len(files) == 22
    for path in files:
        before = path.read_bytes()
        for place in {0, len(before) // 2, len(before) - 1}:
            path.write_bytes(before[:place] + bytes([before[place] ^ 1]) + before[place + 1 :])
            assert _verify(k1)[0] != 0, (path.name, place)
        path.write_bytes(before)
    assert _verify(k1)[0] == 0


def test_a_file_that_is_gone_or_was_added_is_refused(k1: Path) -> None:
    (k1 / "in" / "note.txt").write_text("mine")
    assert "in/note.txt: is no file of the pack" in _verify(k1)[1]
    (k1 / "in" / "note.txt").unlink()
    (k1 / "bank.csv").unlink()
    assert _verify(k1)[0] == 1


def test_a_change_that_the_manifest_was_made_to_fit_is_refused_by_the_chain(k1: Path) -> None:
    lines, chain, pack = k1 / "journal/lines.jsonl", k1 / "journal/chain.txt", k1 / "pack.json"
    kept = {path: path.read_bytes() for path in (lines, chain, pack, next(k1.glob("in/*.eml")))}

    def refused(path: Path, old: bytes, new: bytes, *more: tuple[Path, bytes, bytes]) -> str:
        for file, was, now in ((path, old, new), *more):
            assert was in file.read_bytes(), (file.name, was)
            file.write_bytes(file.read_bytes().replace(was, now, 1))
        _seal(k1)
        code, said = _verify(k1)
        for file, content in kept.items():
            file.write_bytes(content)
        assert code == 1
        return said

    (mail,) = k1.glob("in/*.eml")
    first = next(line for line in lines.read_bytes().splitlines() if b'"DisputeRecorded"' in line)
    forged = first.replace(b"30.00 EUR", b"90.00 EUR")
    body = forged[: forged.rindex(b',"hash"')]
    own = sha256(body).hexdigest().encode()
    rehashed = body + b',"hash":"' + own + b'"}'
    was = json.loads(first)["hash"].encode()
    assert "recorded these bytes" in refused(mail, b"a gasket is missing", b"a gasket was missing")
    assert "was changed" in refused(lines, b"30.00 EUR", b"90.00 EUR")
    assert "was changed" in refused(lines, first, rehashed)
    assert "does not follow" in refused(lines, first, rehashed, (chain, was, own))
    assert "head of the journal" in refused(pack, b'"lines": ', b'"lines": 1')


def test_a_home_made_before_has_its_pack_too(remitd: Remitd, lived: WorkedHome, tmp_path: Path) -> None:
    shutil.copytree(lived.path, tmp_path / "home")
    for letter in (tmp_path / "home" / "rules" / "letters").glob("*/dispute_resolved.txt"):
        letter.unlink()
    said = remitd("evidence", "K1", "--home", tmp_path / "home", "--to", tmp_path / "old.zip")
    assert said.code == 0, said.err
