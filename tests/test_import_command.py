"""`remitd import` and `remitd merge`: what is shown before, what must sum up, what is asked of staff, and once."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from tests.homes import OPENED, RunningHome, make_home

HEADS = "invoice_no,customer_id,issue_date,due_date,currency,amount,open_amount\n"
ROWS = (
    "S-1,C1,2026-10-01,2026-10-31,EUR,10.00,\n",
    "S-2,C1,2026-10-01,2026-10-31,EUR,5.00,2.00\n",
    "S-3,C2,2026-10-01,2026-10-31,USD,-4.00,\n",
)
LATER = "2026-11-21T10:00:00+08:00"


@pytest.fixture
def home(tmp_path: Path) -> RunningHome:
    home = make_home(tmp_path / "home", with_ledger=False)
    (tmp_path / "c.csv").write_text(
        "customer_id,name,emails\nC1,One Ltd,ap@one.example\nC2,Two Ltd,ap@two.example\n", encoding="utf-8"
    )
    home.run("import", "customers", str(tmp_path / "c.csv"), now=OPENED)
    return home


def written(folder: Path, *rows: str, name: str = "i.csv") -> str:
    (folder / name).write_text(HEADS + "".join(rows), encoding="utf-8")
    return str(folder / name)


def test_a_dry_run_shows_each_change_and_the_sums_and_changes_nothing(
    home: RunningHome, tmp_path: Path
) -> None:
    home.run("import", "invoices", written(tmp_path, *ROWS), now=OPENED)
    before = home.lines("audit")
    file = written(
        tmp_path,
        "S-1,C1,2026-10-01,2026-11-30,EUR,12.00,\n",
        "S-2,C2,2026-10-01,2026-10-31,EUR,5.00,2.00\n",
        "S-9,C2,2026-10-01,2026-10-31,USD,7.00,\n",
    )

    said = home.run("import", "invoices", file, "--dry-run", "--full").stdout.splitlines()

    assert [
        "i.csv: 3 invoices read, 1 new, 1 changed",
        "  EUR: 2 invoices, 17.00 in all, 14.00 open",
        "  USD: 1 invoices, 7.00 in all, 7.00 open",
        "  S-1: corrected, amount from 10.00 EUR to 12.00 EUR, due_date from 2026-10-31 to 2026-11-30",
        "  S-2: customer_id is C2 in the file and C1 in the books; nothing was booked",
        "  S-9: new, C2, 7.00 USD, 7.00 USD open, due 2026-10-31",
        "  S-3: is not in i.csv, and -4.00 USD is open here; it stays open, and staff are asked",
        "dry run: nothing was changed",
    ] == said
    assert before == home.lines("audit")
    customers = home.run("import", "customers", str(tmp_path / "c.csv"), "--dry-run").stdout
    assert customers == "c.csv: 2 customers read, 0 new, 0 changed\ndry run: nothing was changed\n"


@pytest.mark.parametrize(
    ("totals", "fault"),
    [
        (["EUR=12.00", "USD=-4.00"], None),
        (["EUR=12.00"], None),
        (["GBP=0.00"], None),
        (["EUR=15.00"], "its open amounts sum to 12.00 EUR, and --total says 15.00 EUR"),
        (["EUR=12.00", "USD=-4.01"], "its open amounts sum to -4.00 USD, and --total says -4.01 USD"),
        (["GBP=0.01"], "its open amounts sum to 0.00 GBP, and --total says 0.01 GBP"),
        (["EUR=12.00", "EUR=12.00"], "EUR is there twice"),
        (["12.00"], "write it like USD=1180.00"),
    ],
)
def test_a_control_total_that_does_not_hold_imports_nothing(
    home: RunningHome, tmp_path: Path, totals: list[str], fault: str | None
) -> None:
    words = [
        "import",
        "invoices",
        written(tmp_path, *ROWS),
        *(w for total in totals for w in ("--total", total)),
    ]

    if fault is None:
        home.run(*words)
    else:
        assert fault in home.fault(*words)
    assert (3 if fault is None else 0) == len(home.lines("invoices"))


def test_totals_and_full_are_for_invoices(home: RunningHome, tmp_path: Path) -> None:
    assert "are for invoices" in home.fault("import", "customers", str(tmp_path / "c.csv"), "--full")


def test_what_a_full_file_lacks_is_asked_of_staff_in_one_letter_and_never_closed(
    home: RunningHome, tmp_path: Path
) -> None:
    home.configure(
        company='name = "Harbour"\naddress = "ar@harbour.example"\nstaff = ["li.na@harbour.example"]'
    )
    every, one = written(tmp_path, *ROWS), written(tmp_path, ROWS[0], name="one.csv")
    home.run("import", "invoices", every, now=OPENED)
    said = home.run("import", "invoices", one, "--full", now=LATER).stdout
    assert "S-2: is not in one.csv, and 2.00 EUR is open here" in said
    assert "S-2" not in home.run("import", "invoices", one, "--full", now=LATER).stdout, "asked once"
    assert "2 open invoices were missing in an import (S-2, S-3)" in home.run("check").stdout

    home.run("run", "--once", now=LATER)
    home.run("run", "--once", now=LATER)

    (letter,) = [line for line in home.lines("letters") if line["kind"] == "review_request"]
    assert 1 == sum(line["kind"] == "LetterQueued" for line in home.lines("audit")), "and not written again"
    text = home.run("letters", "show", letter["letter_id"]).stdout
    assert "S-2 of C1, 2.00 EUR open, is not in one.csv" in text
    assert "S-3 of C2, -4.00 USD open, is not in one.csv" in text
    assert ["S-1", "S-2", "S-3"] == [line["invoice_no"] for line in home.lines("invoices")]

    since = "missing since 21 Nov 2026 02:00: it is not in one.csv; not dunned until an import has it again"
    assert since in " ".join(home.run("explain", "S-2").stdout.split())
    assert "missing since" not in home.run("explain", "S-1").stdout

    assert "S-2: was missing, and is there again" in home.run("import", "invoices", every, now=LATER).stdout
    assert "missing" not in home.run("check").stdout
    assert "missing since" not in home.run("explain", "S-2").stdout


def test_merged_by_command_once_and_refused_with_a_reason(home: RunningHome, tmp_path: Path) -> None:
    home.run("import", "invoices", written(tmp_path, *ROWS), now=OPENED)

    assert (
        "C2: merged into C1, with 1 invoices and 0 payments"
        in home.run("merge", "C2", "C1", "--why", "one").stdout
    )
    assert "C2 was merged into C1 already" in home.fault("merge", "C2", "C1", "--why", "one")
    assert "into itself" in home.fault("merge", "C1", "C1", "--why", "one")
    assert ["C1"] == sorted({line["customer_id"] for line in home.lines("invoices")})
    assert home.lines("invoices", "--customer", "C1") == home.lines("invoices", "--customer", "C2")
    old, new = (home.run("explain", customer).stdout for customer in ("C2", "C1"))
    assert "Customer C2 was merged into C1." in old
    assert old == new, "an old id is explained as the one that stands for it"
    assert "S-3" in old
    assert {"CustomerMerged", "InvoiceAdded"} <= {
        line.split()[2] for line in old.split("In the journal:")[1].splitlines() if line
    }
    again = home.run("import", "invoices", written(tmp_path, *ROWS)).stdout
    assert "0 new, 0 changed" in again
    assert "C2 was merged into C1: its rows count for that" in again


def test_a_home_made_before_there_were_lists_reads_them_by_the_program_s_own_words(
    home: RunningHome, tmp_path: Path
) -> None:
    (home.path / "rules" / "feeds.toml").unlink()
    file = tmp_path / "xero.csv"
    file.write_text(
        "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,Total,Currency\n"
        "One Ltd,INV-1,13/10/2026,12/11/2026,10.00,EUR\n",
        encoding="utf-8",
    )

    assert "1 new" in home.run("import", "invoices", str(file)).stdout


def test_a_record_of_a_customer_that_was_merged_since_is_not_brought_back(
    home: RunningHome, tmp_path: Path
) -> None:
    (tmp_path / "c.csv").write_text("customer_id,name\nC2,Two and Sons Ltd\n", encoding="utf-8")
    home.run("import", "customers", str(tmp_path / "c.csv"))
    (seq,) = [line["seq"] for line in home.lines("audit") if line["kind"] == "CustomerChanged"]
    home.run("merge", "C2", "C1", "--why", "one")

    assert "C2 was merged since" in home.fault("undo", str(seq), "--why", "wrong name")


def test_a_workbook_with_days_and_numbers_of_its_own_is_read_as_its_text_is(
    home: RunningHome, tmp_path: Path
) -> None:
    file = tmp_path / "应收单.xlsx"
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy/mm/dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["应收单列表"])
        sheet.write_row(
            1, 0, ["单据编号", "业务日期", "到期日", "客户", "币别", "价税合计", "未核销金额", "单据状态"]
        )
        for row, (number, amount, left) in enumerate((("AR1", 11300, 300.5), ("AR2", 0.1, 0)), start=2):
            sheet.write_row(row, 0, [number, None, None, "One Ltd", "人民币", amount, left, "已审核"])
            sheet.write_datetime(row, 1, date(2026, 10, 3))
            sheet.write_datetime(row, 2, date(2026, 11, 2))
        sheet.write_row(4, 0, ["合计", None, None, None, None, 11300.1, 300.5])

    home.run("import", "invoices", str(file), "--total", "CNY=300.50")

    lines = home.lines("invoices", "--all")
    assert [("AR1", "11300.00", "300.50"), ("AR2", "0.10", "0.00")] == [
        (line["invoice_no"], line["amount"], line["open_amount"]) for line in lines
    ]
    assert {"2026-11-02"} == {line["due_date"] for line in lines}


@pytest.mark.parametrize(
    ("charset", "parted"),
    [("gb18030", ","), ("utf-16", "\t"), ("big5hkscs", ";")],
)
def test_lists_in_the_charsets_that_chinese_programs_save_are_read_whole(
    home: RunningHome, tmp_path: Path, charset: str, parted: str
) -> None:
    rows = (
        ("客戶編號", "客戶名稱", "電郵", "幣別"),
        ("C8", "南洋貿易公司", "a@nanyang.example;b@nanyang.example", "USD"),
    )
    lines = (parted.join(f'"{cell}"' if parted in cell else cell for cell in row) for row in rows)
    (tmp_path / "list.csv").write_bytes("".join(f"{line}\r\n" for line in lines).encode(charset))

    home.run("import", "customers", str(tmp_path / "list.csv"))

    said = next(line["data"]["customer"] for line in home.lines("audit") if line["subject"] == "C8")
    assert ("南洋貿易公司", ["a@nanyang.example", "b@nanyang.example"]) == (said["name"], said["emails"])


def test_a_list_in_a_charset_that_is_not_sure_is_refused(home: RunningHome, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes("customer_id,name\nC8,Müller Großhandel\n".encode("cp1252"))

    said = home.fault("import", "customers", str(tmp_path / "list.csv"))

    assert said.endswith("list.csv: is not UTF-8 (byte 21); save it as CSV UTF-8 or XLSX")
