"""Writes docs/corpus.md: what is in each corpus, from the truth.jsonl of every folder beside this file.

python -m tests.corpus.table
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "corpus.md"
HEAD = """# What the reader is judged by

Documents and mails with their ledger and what a careful clerk reads in them, written without knowledge of the reader.
`tests/corpus/README.md` says how they are made and scored, and what the reader made of them at first and now.
All names, banks, accounts and addresses are invented. This page is written by `python -m tests.corpus.table`.
"""
COLUMNS = ("language", "producer", "layout")


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|") if value else "–"


def section(name: str, rows: list[dict[str, Any]]) -> str:
    """One corpus: how many of what, then a row for each document."""
    languages = Counter(row.get("language") or "–" for row in rows)
    counts = ", ".join(f"{language} {count}" for language, count in sorted(languages.items()))
    layouts = len({row.get("layout") for row in rows})
    columns = [column for column in COLUMNS if any(row.get(column) for row in rows)]
    lines = [f"\n## {name}\n", f"{len(rows)} documents in {layouts} layouts: {counts}.\n"]
    lines.append("| " + " | ".join(["document", *columns, "kind", "payments", "lines"]) + " |")
    lines.append("| --- " * (len(columns) + 4) + "|")
    for row in sorted(rows, key=lambda row: str(row["file"])):
        payments = row["payments"] if isinstance(row["payments"], list) else []
        stated = sum(len(payment["lines"]) for payment in payments if payment["lines"] != "*")
        cells = [
            row["file"],
            *(_cell(row.get(column)) for column in columns),
            row["kind"],
            len(payments),
            stated,
        ]
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def write_page() -> None:
    parts = [HEAD]
    for truth in sorted(HERE.glob("*/truth.jsonl")):
        rows = [json.loads(line) for line in truth.read_text("utf-8").splitlines() if line.strip()]
        parts.append(section(truth.parent.name, rows))
    PAGE.write_text("".join(parts), "utf-8")


if __name__ == "__main__":
    write_page()
