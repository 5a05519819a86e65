"""camt.052, 053 and 054 in the dialects of several banks."""

from typing import Any

import pytest

from agent.facts.documents import Fault, Unread
from tests.structured_reads import check, must_read, read

ROOTS = {
    "052": ("BkToCstmrAcctRpt", "Rpt"),
    "053": ("BkToCstmrStmt", "Stmt"),
    "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}
OWNER = """<Acct><Id><IBAN>DE02999900010000000001</IBAN></Id><Ccy>EUR</Ccy>
<Ownr><Nm>Harbour Supply Co.</Nm></Ownr></Acct>"""


def camt(case: dict[str, Any]) -> str:
    """A message with one statement: `head` stands before its entries, as balances and totals do."""
    number, _, version = case.get("version", "053.08").partition(".")
    root, statement = ROOTS[number]
    space = f"urn:iso:std:iso:20022:tech:xsd:camt.{number}.001.{version}"
    prefix = case.get("prefix", "")
    start = f'<{prefix}Document xmlns{":" + prefix[:-1] if prefix else ""}="{space}">'
    body = f"""<{root}><GrpHdr><MsgId>M-1</MsgId></GrpHdr>
<{statement}><Id>S-1</Id>{case.get("owner", OWNER)}{case.get("head", "")}
{case["entries"]}
</{statement}></{root}>"""
    if prefix:
        body = body.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{start}{body}</{prefix}Document>'


def test_structured_camt(case: dict[str, Any]) -> None:
    check({"kind": "bank_statement", **case}, camt(case))


@pytest.mark.table("structured_camt")
def test_any_version_and_prefix_reads_alike(case: dict[str, Any]) -> None:
    plain = must_read(camt(case))
    prefixed = must_read(camt({**case, "prefix": "n0:", "version": case.get("version", "053.08")[:4] + "13"}))
    assert prefixed == plain


ENTRY = """<Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<ValDt><Dt>2026-03-02</Dt></ValDt></Ntry>"""


def test_a_file_cut_off_keeps_its_whole_entries_and_says_so() -> None:
    whole = camt({"entries": ENTRY * 3})
    found = must_read(whole[: whole.rindex("<Ntry>") + 30])
    assert len(found.payments) == 2
    assert "the 2 entries before it were read" in found.warnings[0]


def test_a_file_cut_off_before_its_first_entry_is_broken() -> None:
    whole = camt({"entries": ENTRY})
    found = read(whole[: whole.index("<Ntry>") + 30])
    assert isinstance(found, Unread)
    assert found.fault == Fault.BROKEN


@pytest.mark.parametrize(("entries", "is_read"), [(50_000, True), (50_001, False)])
def test_as_many_entries_as_the_limit_are_read(entries: int, is_read: bool) -> None:
    entry = '<Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>'
    found = read(camt({"entries": entry * entries}))
    assert isinstance(found, Unread) is not is_read
    assert is_read or (isinstance(found, Unread) and found.fault == Fault.TOO_LARGE)


@pytest.mark.parametrize(("depth", "is_read"), [(60, True), (61, False)])
def test_elements_nest_as_deep_as_the_limit(depth: int, is_read: bool) -> None:
    nested = "<A>" * depth + "</A>" * depth  # below Document, root, statement and this Bal
    found = read(camt({"head": f"<Bal>{nested}</Bal>", "entries": ENTRY}))
    assert isinstance(found, Unread) is not is_read


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "GBK", "gb18030", "GB2312"])
def test_the_declared_encoding_is_read(encoding: str) -> None:
    name = "Müller" if encoding == "ISO-8859-1" else "东港贸易有限公司"
    detail = f"<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties></TxDtls></NtryDtls>"
    text = camt({"entries": ENTRY.replace("</Ntry>", f"{detail}</Ntry>")}).replace("UTF-8", encoding)
    assert must_read(text.encode(encoding)).payments[0].payer == name
