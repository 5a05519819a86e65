"""Numbers of the ledger are found as people shorten them, and never by their year."""

import pytest

from agent.ledger.numbers import Numbers
from tests.ledger_builders import item


@pytest.mark.parametrize(
    ("number", "shortened"),
    [
        ("INV-2026-00412", ["412", "00412", "202600412"]),
        ("RV2679/2026", ["2679", "RV2679"]),
        ("C-RV3135/2026", ["3135"]),
        ("A4544/26", ["4544", "A4544"]),
        ("DRV/26/4245", ["4245", "26/4245"]),
        ("2026/00412", ["00412"]),
        ("R-2026-2061", ["2061"]),
    ],
)
def test_a_serial_number_is_found_wherever_its_year_stands(number: str, shortened: list[str]) -> None:
    known = item(number)
    numbers = Numbers({number: known}, {})
    numbers.add(known)
    found = {spelled for spelled in (*shortened, "2026", "26") if numbers.shortened(spelled)}
    assert found == {spelled for spelled in shortened if len(spelled) > 3}
