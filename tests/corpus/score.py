"""Compares what `extract` read with the truth of a corpus, document by document.

Run at the root of the project: python -m tests.corpus.score FOLDER/truth.jsonl READ.jsonl
"""

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

Facts = dict[str, Any]
ANY = "*"  # in truth: not scored
TRIES = 4  # more payments than this are paired in the order they are told


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """What is wrong in one reading: missed facts, and false ones, which no document says."""

    missed: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        return not self.missed and not self.false


def load(path: Path) -> dict[str, Facts]:
    lines = path.read_text("utf-8").splitlines()
    return {Path(fact["file"]).name: fact for fact in map(json.loads, lines)}


def faults(true: Facts, read: Facts) -> Faults:
    """Kind, customer, amounts, currencies, lines, disputes and promises; other fields of payments aren't counted."""
    found = list(_of_mail(true, read))
    return Faults(
        missed=tuple(text for is_false, text in found if not is_false),
        false=tuple(text for is_false, text in found if is_false),
    )


Fault = tuple[bool, str]


def _of_mail(true: Facts, read: Facts) -> Iterator[Fault]:
    yield from _field("customer", true["customer_id"], read["customer_id"])
    if true["kind"] not in (ANY, read["kind"]):
        yield False, f"kind {read['kind']}, not {true['kind']}"
    payments = _paired(true["payments"], read["payments"])
    for one, other in payments:
        yield from _of_payment(one, other)
    for part in ("disputes", "promises"):
        if {"invoice": ANY} not in true[part]:
            yield from _of_claims(part, true[part], read[part])


def _paired(true: Sequence[Facts], read: Sequence[Facts]) -> list[tuple[Facts | None, Facts | None]]:
    count = max(len(true), len(read))
    padded = [*true, *[None] * (count - len(true))]
    orders = (
        permutations([*read, *[None] * (count - len(read))])
        if count <= TRIES
        else [tuple([*read, *[None] * (count - len(read))])]
    )
    return min(
        (list(zip(padded, order, strict=True)) for order in orders),
        key=lambda pairs: sum(len(list(_of_payment(*pair))) for pair in pairs),
    )


def _of_payment(true: Facts | None, read: Facts | None) -> Iterator[Fault]:
    if true is None:
        if read is not None:
            yield True, f"a payment that is not there: {read['amount']}"
        return
    if read is None:
        yield False, f"payment missed: {true['amount']}"
        return
    yield from _field("amount", true["amount"], read["amount"])
    yield from _field("currency", true["currency"], read["currency"])
    if true["lines"] != ANY:
        yield from _of_lines(true["lines"], read["lines"])


def _of_lines(true: Sequence[Facts], read: Sequence[Facts]) -> Iterator[Fault]:
    told = {_plain(line["invoice"]): line for line in read}
    for line in true:
        other = told.pop(_plain(line["invoice"]), None)
        if other is None:
            yield False, f"line {line['invoice']} missed"
            continue
        yield from _field(f"line {line['invoice']}", line["amount"], other["amount"])
        for field in ("discount", "deduction"):
            yield from _field(f"line {line['invoice']} {field}", line.get(field, ANY), other[field])
    for line in told.values():
        yield True, f"line {line['invoice']} {line['amount']} is not there"


def _of_claims(part: str, true: Sequence[Facts], read: Sequence[Facts]) -> Iterator[Fault]:
    left = list(read)
    for claim in true:
        same = [
            one
            for one in left
            if all(_plain(claim[key]) == _plain(one[key]) for key in claim if key in _KEYS)
        ]
        best = min(same, key=lambda one: len(list(_field("", claim["amount"], one["amount"]))), default=None)
        if best is None:
            yield False, f"{part}: {claim['invoice']} missed"
            continue
        left.remove(best)
        yield from _field(f"{part}: {claim['invoice']}", claim["amount"], best["amount"])
    yield from ((True, f"{part}: {one['invoice']} is not there") for one in left)


_KEYS = ("invoice", "date")


def _field(name: str, true: Any, read: Any) -> Iterator[Fault]:
    """A value that is missing is missed; one that is another is false."""
    if true == ANY or (true is None and read is None) or (None not in (true, read) and _same(true, read)):
        return
    is_nothing = read is None or (name.endswith(("discount", "deduction")) and Decimal(read) == 0)
    yield not is_nothing, f"{name}: {read}, not {true}"


def _same(true: str, read: str) -> bool:
    amounts = [Decimal(value) for value in (true, read) if re.fullmatch(r"-?\d+(\.\d+)?", value)]
    return amounts[0] == amounts[1] if len(amounts) == 2 else _plain(true) == _plain(read)


def _plain(value: Any) -> str:
    """Spelling that does not matter: case, spaces, signs between letters."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(value)).casefold())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truth", type=Path)
    parser.add_argument("read", type=Path)
    asked = parser.parse_args()
    read = load(asked.read)
    exact: dict[str, Counter[bool]] = defaultdict(Counter)
    false = 0
    for name, true in load(asked.truth).items():
        found = faults(true, read[name])
        is_hidden = true.get("holdout", False)
        for group in (true["language"], "all", *(["held out"] if is_hidden else [])):
            exact[group][found.is_exact] += 1
        false += bool(found.false)
        if not found.is_exact and not is_hidden:
            print(name, *(f"FALSE {text}" for text in found.false), *found.missed, sep="\n    ")
    for group, counts in sorted(exact.items()):
        print(f"{group:10} {counts[True]:3} of {counts.total():3} exact")
    print(f"{false} documents with a false fact")


if __name__ == "__main__":
    main()
