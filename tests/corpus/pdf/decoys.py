"""Open items that no document names, so that the ledger is not a key to the documents."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf.book import CUSTOMERS, ITEMS, items

_SERIES = {
    "GBP": "SI-{:06}-E", "USD": "US-26-{:05}", "EUR": "NIE{:07}", "CAD": "NVC{:06}", "AUD": "AU{:05}", "CNY": "2641200000009{:07}",
    "JPY": "R7-{:04}", "CHF": "CH26.{:04}", "MXN": "NMX-{:04}", "SGD": "NSG-2609-{:04}", "MYR": "NIM/26/{:04}", "HKD": "HK/26/{:04}", "TWD": "NT26-{:05}",
}  # fmt: skip

for _place, _customer in enumerate(list(CUSTOMERS)):
    for _turn in range(2):
        _number = 7100 + 23 * _place + 7 * _turn
        _amount = Decimal(90000 + 37171 * _number % 880000) / 100
        if _customer.currency in ("JPY", "TWD"):
            _amount = _amount.quantize(Decimal(1)) * 100
        items(
            _customer, f"{_SERIES[_customer.currency].format(_number)} 2026-10-{1 + _place % 27:02} {_amount}"
        )

# Two items of the same amount, and one with the amount of a whole payment.
items(
    next(c for c in CUSTOMERS if c.id == "N1001"),
    "SI-009001-E 2026-10-20 742.00\nSI-009002-E 2026-10-21 10381.77",
)
assert len({item.no for item in ITEMS}) == len(ITEMS)
