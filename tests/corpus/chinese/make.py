"""Writes the Chinese corpus, its ledger and its truth, after checking sums, owners and numbers.

Needs chromium, LibreOffice, Noto CJK and WenQuanYi fonts, and: pip install reportlab fpdf2 xlsxwriter openpyxl xlwt odfpy python-docx
Run at the root of the project: python -m tests.corpus.chinese.make [NAME...]
"""

import csv
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tests.corpus.chinese import (
    drafts,
    eighth,
    eleventh,
    fifteenth,
    fifth,
    fourteenth,
    fourth,
    last,
    later,
    ledger,
    ninth,
    notices,
    prose,
    receipts,
    seventeenth,
    seventh,
    sixteenth,
    sixth,
    tenth,
    thirteenth,
    traditional,
    twelfth,
    wallets,
)
from tests.corpus.mail.truth import ANY, Case, Facts
from tests.corpus.mail.wire import message

HERE = Path(__file__).parent
MODULES = (
    receipts,
    drafts,
    notices,
    wallets,
    prose,
    traditional,
    later,
    last,
    fourth,
    fifth,
    sixth,
    seventh,
    eighth,
    ninth,
    tenth,
    eleventh,
    twelfth,
    thirteenth,
    fourteenth,
    fifteenth,
    sixteenth,
    seventeenth,
)


def main() -> None:
    cases = sorted((case for module in MODULES for case in module.CASES), key=lambda case: case.name)
    faults = list(check(cases))
    if faults:
        raise SystemExit("\n".join(faults))
    asked = set(sys.argv[1:])
    for case in cases:
        if not asked or case.name in asked:
            (HERE / f"{case.name}.eml").write_bytes(message(case.name, case.mail))
    for old in {path.stem for path in HERE.glob("*.eml")} - {case.name for case in cases}:
        (HERE / f"{old}.eml").unlink()
    truth = "".join(json.dumps(case.row(), ensure_ascii=False) + "\n" for case in cases)
    (HERE / "truth.jsonl").write_text(truth, encoding="utf-8")
    for name, rows in (("customers", ledger.customer_rows()), ("invoices", ledger.invoice_rows())):
        with (HERE / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(rows)
    print(f"{len(cases)} mails, {len({case.layout for case in cases})} layouts")


def check(cases: list[Case]) -> Iterator[str]:
    names = [case.name for case in cases]
    yield from (f"{name}: twice" for name in sorted({name for name in names if names.count(name) > 1}))
    items = {row[0]: row for row in ledger.invoice_rows()}
    for case in cases:
        told = [line for payment in case.payments if payment["lines"] != ANY for line in payment["lines"]]
        for fact in (*told, *case.disputes, *case.promises):
            number = fact["invoice"]
            if number in (None, ANY):
                continue
            if number not in items:
                yield f"{case.name}: {number} is not in the ledger"
            elif case.customer not in (items[number][1], ANY, None):
                yield f"{case.name}: {number} is {items[number][1]}'s"
        for payment in case.payments:
            yield from (f"{case.name}: {fault}" for fault in check_sum(payment, items))


def check_sum(payment: Facts, items: dict[str, list[str]]) -> Iterator[str]:
    if payment["lines"] == ANY or not payment["lines"] or payment["amount"] == ANY:
        return
    amounts = [line["amount"] for line in payment["lines"]]
    if (
        None not in amounts
        and ANY not in amounts
        and sum(map(Decimal, amounts)) != Decimal(payment["amount"])
    ):
        yield f"{amounts} do not sum to {payment['amount']}"
    if set(amounts) == {None} and sum(
        Decimal(items[line["invoice"]][5]) for line in payment["lines"]
    ) != Decimal(payment["amount"]):
        yield f"the ledger's amounts do not sum to {payment['amount']}"


if __name__ == "__main__":
    main()
