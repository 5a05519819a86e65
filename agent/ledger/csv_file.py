"""Lines to a CSV file that a spreadsheet opens without running anything: the same lines, the same bytes."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

# What a spreadsheet takes for a formula at the beginning of a text, also in full width.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(
    columns: Sequence[str], lines: Iterable[Mapping[str, Any]], *, amounts: Collection[str]
) -> bytes:
    """UTF-8, CRLF, a heading line; in the columns of `amounts` a minus is a minus."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for line in lines:
        writer.writerow([_guarded(as_text(line[column]), column in amounts) for column in columns])
    return out.getvalue().encode()


def as_text(value: object) -> str:
    """A cell's text: yes and no, "" for None, several values parted by ";"."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    return "" if value is None else str(value)


def _guarded(text: str, is_amount: bool) -> str:
    """A text that a spreadsheet would run is kept from it."""
    return f"'{text}" if text.startswith(_FORMULA) and not is_amount else text
