"""A bank's or a wallet's export reads as the money that it proves; everything else in such a form is no receipt."""

from pathlib import Path
from typing import Any, Final

import pytest

from agent.errors import AgentError
from agent.extract.files.charset import text_of
from agent.extract.files.delimited import read_delimited
from agent.extract.files.plain import read_plain
from agent.extract.files.sheets import read_sheets
from agent.extract.files.sniff import Format
from agent.extract.read import read_mail
from agent.facts.documents import Document
from agent.facts.mail import Part
from agent.facts.readings import Kind, Reading
from agent.rules.exports import ExportRules, load_exports
from tests.papers import xls, xlsx
from tests.structured_reads import told
from tests.test_extract_read import LOADED, OWN_NAMES, RULES, _mail

LEDGER, VOCABULARY = LOADED
EXPORTS: Final = load_exports(RULES)


def _document(case: dict[str, Any]) -> Document:
    name = case.get("file", "export.csv")
    if "sheet" in case:
        make = xls if name.endswith(".xls") else lambda sheet, rows: xlsx((sheet, rows))
        document = read_sheets(name, make("Sheet1", case["sheet"]))
    elif "html" in case:
        part = Part(name=name, content_type="", content=case["html"].encode(case.get("charset", "utf-8")))
        found = read_plain(part, Format.HTML)
        assert found is not None
        document = found
    else:
        document = read_delimited(name, text_of(case["csv"].encode(case.get("charset", "utf-8"))))
    assert isinstance(document, Document), document
    return document


def _read(case: dict[str, Any], exports: ExportRules = EXPORTS) -> Reading:
    document = _document(case)
    reading = read_mail(
        _mail({"sort": "bank", **case}), (document,), (), (), ledger=LEDGER, senders=tuple(case.get("senders", ())),
        vocabulary=VOCABULARY, own_names=OWN_NAMES, exports=exports,
    )  # fmt: skip
    cells = {(cell.box, cell.text) for row in document.rows for cell in row.cells}
    for payment in reading.payments:
        for span in payment.evidence:
            assert span.part != document.part or any(
                box == span.box and span.text in text for box, text in cells
            ), span
    return reading


def test_exports(case: dict[str, Any]) -> None:
    reading = _read(case)
    wanted = case.get("payments", [])
    got = [told(payment, want) for payment, want in zip(reading.payments, wanted, strict=False)]
    assert (got, len(reading.payments)) == (wanted, len(wanted)), reading.warnings
    taken_back = [f"{payment.amount} {payment.payer}" for payment in reading.returned]
    assert taken_back == case.get("returned", [])
    assert reading.kind == case["kind"], reading.warnings
    faults = [warning for warning in reading.warnings if "columns read" not in warning]
    said = case.get("warnings", [])
    assert len(faults) == len(said), faults
    assert all(part in warning for part, warning in zip(said, faults, strict=True)), faults
    if reading.kind is Kind.BANK_STATEMENT:  # what staff who import it are told
        assert set(reading.disagreements) <= set(faults)
        assert len(reading.disagreements) == sum("not said: not read" not in one for one in faults)
    is_export = any("columns read" in warning for warning in reading.warnings)
    assert is_export is case.get("is_export", True)


UNKNOWN: Final = "BUCHDAT;KTO-NAME;INFO1;H-BETRAG;S-BETRAG\n2026-11-05;Meier GmbH;R2026-0712;1190.00;\n"
MAPPING: Final = """
[columns]
day = ["Date"]
[[export]]
name = "Eastport Bank"
currency = "EUR"
columns = { "BUCHDAT" = "day", "KTO-NAME" = "party", "INFO1" = "text", "H-BETRAG" = "credit", "S-BETRAG" = "debit" }
"""


def _rules(folder: Path, text: str) -> ExportRules:
    (folder / "exports.toml").write_text(text, encoding="utf-8")
    return load_exports(folder)


def test_headings_that_nobody_knows_are_read_by_a_saved_mapping(tmp_path: Path) -> None:
    case = {"csv": UNKNOWN, "file": "umsatz.csv"}
    assert _read(case).kind is Kind.OTHER
    reading = _read(case, _rules(tmp_path, MAPPING))
    assert [told(payment, {"amount": "", "currency": "", "lines": ""}) for payment in reading.payments] == [
        {"amount": "1190.00", "currency": "EUR", "lines": ["R2026-0712 1190.00"]}
    ]
    assert reading.warnings[0].startswith(
        "umsatz.csv: columns read by the saved mapping Eastport Bank as: BUCHDAT = day"
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[columns]\ndate = ["Date"]', "date: is unknown"),
        ('[columns]\nday = ["Date"]\ntext = ["DATE"]', "'DATE' is day already"),
        (MAPPING.replace('"party"', '"partner"'), "KTO-NAME: expected one of day,"),
        (MAPPING.replace('"day"', '"text"'), "expected a day, and credit"),
        (MAPPING.replace('"EUR"', '"Euro"'), "expected an ISO 4217 code"),
        (MAPPING.replace('"Eastport Bank"', '""'), "expected a name"),
        (MAPPING.replace("[columns]", "[column]"), "column: is unknown"),
    ],
)
def test_a_fault_in_the_rules_of_exports_names_file_key_and_mend(
    tmp_path: Path, text: str, fault: str
) -> None:
    with pytest.raises(AgentError, match=r"exports\.toml") as error:
        _rules(tmp_path, text)
    assert fault in str(error.value)


def test_a_home_without_these_rules_reads_no_exports(tmp_path: Path) -> None:
    assert load_exports(tmp_path) == ExportRules()
