"""Writes the mails of strangers, their ledger and their truth, after checking sums, owners and numbers.

Needs chromium, LibreOffice, groff, pandoc, WenQuanYi and Noto CJK fonts, and: pip install reportlab fpdf2 weasyprint xlsxwriter openpyxl xlwt odfpy python-docx
Zip-based files carry the time of making. Run at the root of the project: python -m tests.corpus.strangers.make [NAME...]
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from pathlib import Path

from tests.corpus.mail.truth import ANY, Case
from tests.corpus.mail.wire import message
from tests.corpus.strangers.book import CASES, CUSTOMERS, ITEMS

HERE = Path(__file__).parent
MODULES = (
    "english_prints",
    "english_bodies",
    "english_sheets",
    "german",
    "romance",
    "east",
    "traps",
    "more",
    "second",
    "third",
    "fourth",
    "fourth_lands",
    "fourth_traps",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "eighth_lands",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "twelfth_lands",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "sixteenth_lands",
    "seventeenth",
    "eighteenth",
)
CUSTOMER_COLUMNS = ("customer_id", "name", "aliases", "emails", "language", "currency", "terms", "time_zone")
ITEM_COLUMNS = ("invoice_no", "customer_id", "issue_date", "due_date", "currency", "amount", "po_no", "terms")
MISSING = {"BC-60999"}  # named by a document, not in the ledger


def faults_of(case: Case) -> Iterator[str]:
    owner = {row[0]: row[1] for row in ITEMS}
    for payment in case.payments:
        if payment["lines"] == ANY:
            continue
        for one in payment["lines"]:
            if one["invoice"] not in MISSING and owner.get(one["invoice"]) != case.customer:
                yield f"{case.name}: {one['invoice']} is not {case.customer}'s"
        amounts = [one["amount"] for one in payment["lines"]]
        if {payment["amount"], *amounts} & {None, ANY} or not amounts:
            continue
        if sum(map(Decimal, amounts)) != Decimal(payment["amount"]):
            yield f"{case.name}: {sum(map(Decimal, amounts))} is not {payment['amount']}"


def write(name: str, head: tuple[str, ...], rows: list[list[str]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([head, *sorted(rows)])


def main(asked: set[str]) -> None:
    for module in MODULES:
        import_module(f"tests.corpus.strangers.{module}")
    truth: list[str] = []
    faults: list[str] = []
    for name, make in sorted(CASES.items()):
        case = make()
        faults += faults_of(case)
        truth.append(json.dumps(case.row(), ensure_ascii=False) + "\n")
        if not asked or name in asked:
            (HERE / f"{name}.eml").write_bytes(message(name, case.mail))
    numbers = [row[0] for row in ITEMS]
    faults += [f"{number} twice" for number in set(numbers) if numbers.count(number) > 1]
    if faults:
        raise SystemExit("\n".join(faults))
    (HERE / "truth.jsonl").write_text("".join(truth), "utf-8")
    write("customers.csv", CUSTOMER_COLUMNS, [[id, *row] for id, row in CUSTOMERS.items()])
    write("invoices.csv", ITEM_COLUMNS, ITEMS)
    print(f"{len(truth)} mails, {len(CUSTOMERS)} customers, {len(ITEMS)} items")


if __name__ == "__main__":
    main(set(sys.argv[1:]))
