"""Compares what `extract` read with the truth: figures for each half and language, and faults of the open half.

Run at the root of the project: python -m tests.corpus.prose.score FOLDER/truth.jsonl READ.jsonl
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

Facts = dict[str, Any]
ANY = "*"
OF_A_PAYMENT = ("amount", "currency", "date", "due_date", "method", "reference")
OF_A_LINE = ("invoice", "amount", "discount", "deduction")
TRIES = 4  # more facts of a kind than this are compared in the order they are told


def load(path: Path) -> dict[str, Facts]:
    lines = path.read_text("utf-8").splitlines()
    return {Path(fact["file"]).name: fact for fact in map(json.loads, lines)}


def same(field: str, true: Any, read: Any) -> bool:
    if true == ANY:
        return True
    if true is None or read is None:
        return bool(true is read)
    if field in {"amount", "discount", "deduction"}:
        return Decimal(true) == Decimal(read)
    return bool(true == read)


def wrong_fields(fields: tuple[str, ...], true: Facts, read: Facts, where: str) -> Iterator[str]:
    for field in fields:
        if not same(field, true[field], read[field]):
            yield f"{where} {field}: {read[field]} should be {true[field]}"


def payment_faults(true: Facts, read: Facts) -> list[str]:
    found = list(wrong_fields(OF_A_PAYMENT, true, read, "payment"))
    told = {line["invoice"]: line for line in read["lines"]}
    for line in true["lines"]:
        if line["invoice"] not in told:
            found.append(f"line {line['invoice']}: not read")
            continue
        found += wrong_fields(OF_A_LINE, line, told.pop(line["invoice"]), f"line {line['invoice']}")
    return found + [f"line {number}: should not be" for number in told]


def fewest(true: list[Facts], read: list[Facts], compare: Any) -> list[str]:
    """The faults of facts told in any order, paired so that they are fewest."""
    if len(true) != len(read):
        return [f"{len(read)} read, {len(true)} are told"]
    orders = permutations(read) if len(read) <= TRIES else [tuple(read)]
    pairings = (
        [fault for pair in zip(true, order, strict=True) for fault in compare(*pair)] for order in orders
    )
    return min(pairings, key=len)


def faults(true: Facts, read: Facts) -> list[str]:
    found = list(wrong_fields(("kind", "customer_id"), true, read, "mail"))
    found += [f"payments: {fault}" for fault in fewest(true["payments"], read["payments"], payment_faults)]
    for part, fields in (("disputes", ("invoice", "amount")), ("promises", ("invoice", "date", "amount"))):

        def compare(one: Facts, other: Facts, fields: tuple[str, ...] = fields) -> list[str]:
            return list(wrong_fields(fields, one, other, ""))

        found += [f"{part}: {fault}" for fault in fewest(true[part], read[part], compare)]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truth", type=Path)
    parser.add_argument("read", type=Path)
    asked = parser.parse_args()
    read = load(asked.read)
    right: dict[str, Counter[bool]] = defaultdict(Counter)
    for name, true in load(asked.truth).items():
        found = faults(true, read[name])
        half = "holdout" if true["holdout"] else "open"
        told = "told" if true["payments"] else "no payment told"
        invented = bool(read[name]["payments"]) and not true["payments"]
        for group in (half, f"{half} {true['language']}", f"{half}, {told}"):
            right[group][not found] += 1
        right[f"{half}, no payment invented"][not invented] += 1
        if half == "open" and found:
            print(name, *found, sep="\n    ")
    for group in sorted(right):
        print(f"{group:32} {right[group][True]:3} of {right[group].total():3}")


if __name__ == "__main__":
    main()
