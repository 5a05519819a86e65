"""Tables, units, statuses, words, slips: amounts and documents read from their layout, never guessed."""

from dataclasses import replace
from typing import Any, Final

import pytest

from agent.extract.files.sheets import read_sheets
from agent.extract.read import read_mail
from agent.facts.documents import Document
from agent.facts.mail import Body
from agent.facts.readings import Reading
from agent.markup import blocks
from tests.papers import xlsx
from tests.test_extract_read import LOADED, OWN_NAMES, _documents, _mail, _payment

LEDGER, VOCABULARY = LOADED
KEYS: Final = frozenset(
    {"amount", "currency", "date", "reference", "payer", "lines", "checks", "words", "on_account"}
)


def _read(case: dict[str, Any]) -> Reading:
    mail = _mail(case)
    if "html" in case:
        mail = replace(mail, body=Body(own=blocks(case["html"]), quoted=()))
    documents = list(_documents(case))
    if "xlsx" in case:
        document = read_sheets(
            "advice.xlsx", xlsx(*((f"Sheet{n}", rows) for n, rows in enumerate(case["xlsx"])))
        )
        assert isinstance(document, Document)
        documents.append(document)
    return read_mail(
        mail, tuple(documents), (), (), ledger=LEDGER, senders=tuple(case.get("senders", ())),
        vocabulary=VOCABULARY, own_names=OWN_NAMES,
    )  # fmt: skip


@pytest.mark.table("reading_tables")
def test_a_table_reads_as_a_clerk_reads_it(case: dict[str, Any]) -> None:
    reading = _read(case)
    got = [_payment(payment) for payment in reading.payments]
    wanted = case.get("payments", [])
    assert all(set(want) <= KEYS for want in wanted)
    shown = [{key: payment[key] for key in want} for payment, want in zip(got, wanted, strict=False)]
    assert (shown, len(got)) == (wanted, len(wanted))
