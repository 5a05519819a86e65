"""Properties of agent.match that hold for any books and any payment: cents conserved, order of no account, bounded work."""

import time
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.facts.payments import Code, Match, Origin, Payer, Status
from agent.facts.readings import PaidLine, PaymentRead
from agent.match.payment import match, settle_advised
from agent.money import Money, total
from agent.rules.matching import MatchingRules
from tests.match_builders import TODAY, books_of, matched, payment_of, rules_of

START = date(2026, 10, 1)
cents = st.integers(min_value=1, max_value=2_000)


def money_text(minor: int) -> str:
    return str(Decimal(minor).scaleb(-2))


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """Some items of a customer, and a payment that names some of them, rightly or not."""
    items: list[dict[str, Any]] = []
    for number in range(draw(st.integers(min_value=1, max_value=6))):
        billed = draw(cents) * (-1 if draw(st.integers(0, 4)) == 0 else 1)
        left = draw(st.sampled_from([1, 1, 1, 0, 2]))
        items.append(
            {
                "no": f"A{number}",
                "amount": money_text(billed),
                "open": money_text(int(billed / left) if left else 0),
                "terms": draw(st.sampled_from(["n/30", "2/10 n/30", "10/30 n/60"])),
                "issued": START + timedelta(days=draw(st.integers(0, 40))),
                "due": START + timedelta(days=draw(st.integers(0, 60))),
            }
        )
    lines, told = [], 0
    for name in draw(st.lists(st.sampled_from([*(item["no"] for item in items), "X9"]), max_size=5)):
        item = next((one for one in items if one["no"] == name), None)
        exact = int(Decimal(item["open"]).scaleb(2)) if item else 500
        amount = draw(st.sampled_from([exact, exact, exact - 1, exact + 1, exact // 2, exact * 2, None]))
        told += exact if amount is None else amount
        row: dict[str, Any] = {"no": name}
        if amount is not None:
            row["amount"] = money_text(amount)
            kind = draw(st.sampled_from(["", "", "discount", "deduction", "charges"]))
            if kind:
                row["deduction" if kind != "discount" else "discount"] = money_text(draw(cents))
            if kind in ("deduction", "charges"):
                row["reason"] = "bank_charges" if kind == "charges" else "damaged"
        lines.append(row)
    if not lines:
        told = sum(int(Decimal(item["open"]).scaleb(2)) for item in draw(st.permutations(items))[:2])
    told += draw(st.sampled_from([0, 0, 0, 0, -1, 1, 700]))
    read = {
        "amount": money_text(told),
        "lines": lines,
        "date": START + timedelta(days=draw(st.integers(0, 30))),
    }
    rules = draw(st.sampled_from([{}, {"absolute": "0"}, {"absolute": "20", "percent": "50"}]))
    return {"items": items, "read": read, "rules": rules, "origin": draw(st.sampled_from(["advice", "bank"]))}


@settings(max_examples=600, deadline=None)
@given(cases())
def test_every_cent_is_applied_or_unapplied_and_no_item_gives_more_than_is_open(case: dict[str, Any]) -> None:
    books = books_of(case)
    found = matched(case, books)
    fund = Money.of(case["read"]["amount"], "USD")
    applied = total((one.amount for one in found.applications), "USD")
    assert len({one.invoice for one in found.applications}) == len(found.applications)
    if found.applications:
        assert Money(0, "USD") <= applied <= fund
    for one in found.applications:
        low, high = sorted((Money(0, "USD"), books.items[one.invoice].open))
        assert low <= one.taken <= high
        assert bool(one.reason) is bool(one.write_off)
    whole = found.status is Status.APPLIED
    assert whole is (bool(found.applications) and applied == fund)
    assert found.status in (Status.APPLIED, Status.PARTIALLY_APPLIED, Status.UNAPPLIED, Status.REVIEW)
    assert found.status is not Status.UNAPPLIED or not found.applications
    assert found.status is not Status.REVIEW or not found.applications
    assert found.because


@settings(max_examples=300, deadline=None)
@given(cases())
def test_what_is_not_applied_or_not_closed_is_asked_about(case: dict[str, Any]) -> None:
    books = books_of(case)
    found = matched(case, books)
    if found.status in (Status.UNAPPLIED, Status.PARTIALLY_APPLIED):
        assert found.differences
    asked = {one.invoice for one in found.differences}
    for one in found.applications:
        item = books.items[one.invoice]
        if one.taken != item.open and not item.is_credit:
            assert one.invoice in asked
    assert all(one.difference is None or one.difference.minor > 0 for one in found.differences)


@settings(max_examples=300, deadline=None)
@given(cases())
def test_write_offs_stay_within_the_tolerance_of_the_item_and_of_the_payment(case: dict[str, Any]) -> None:
    rules, books = MatchingRules(), books_of(case)
    found = matched({**case, "rules": {}}, books)
    offs = [one for one in found.applications if one.write_off]
    for one in offs:
        assert one.write_off <= rules.tolerance(books.items[one.invoice].open, "C1")
    assert total((one.write_off for one in offs), "USD") <= Money(500, "USD")


@settings(max_examples=200, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_items_in_the_books_does_not_matter(case: dict[str, Any], random: Any) -> None:
    first = matched(case)
    shuffled = list(case["items"])
    random.shuffle(shuffled)
    assert matched({**case, "items": shuffled}) == first
    assert matched(case) == first


@settings(max_examples=200, deadline=None)
@given(cases())
def test_an_advice_is_applied_by_nobody_before_the_bank_where_the_bank_decides(case: dict[str, Any]) -> None:
    found = matched({**case, "origin": "advice", "apply_on": "bank"})
    assert not found.applications
    assert found.status in (Status.ADVISED, Status.REVIEW)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_what_was_applied_and_is_told_again_changes_nothing(case: dict[str, Any]) -> None:
    case = {**case, "origin": "advice", "read": {**case["read"], "ref": "FT-262791"}}
    first = matched(case)
    if first.status is not Status.APPLIED:
        return
    opens = {one.invoice: one.taken for one in first.applications}
    items = [
        {**item, "open": (Money.of(item["open"], "USD") - opens.get(item["no"], Money(0, "USD"))).amount}
        for item in case["items"]
    ]
    told = {
        **case["read"],
        "id": "P1",
        "applied": [[one.invoice, one.amount.amount] for one in first.applications],
    }
    again = matched({**case, "items": items, "payments": [told]})
    assert (again.status, again.same_as, again.applications) == (Status.DUPLICATE, "P1", ())


@settings(max_examples=200, deadline=None)
@given(cases())
def test_an_advised_payment_settles_on_its_day_what_it_would_have_settled(case: dict[str, Any]) -> None:
    news = matched({**case, "origin": "advice"})
    if news.status is Status.REVIEW:
        return
    advised = payment_of({**case["read"], "id": "P1", "status": "advised"})
    books = books_of({**case, "payments": [{**case["read"], "id": "P1", "status": "advised"}]})
    found = settle_advised(advised, books, rules=rules_of(case), today=TODAY)
    assert (found.status, found.applications) == (news.status, news.applications)


def lump(items: list[dict[str, Any]], amount: str) -> Match:
    return matched({"items": items, "read": {"amount": amount}})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=9), st.data())
def test_a_sum_without_numbers_is_applied_exactly_where_a_plain_search_finds_one_reading(
    opens: list[int], data: st.DataObject
) -> None:
    wanted = data.draw(st.integers(1, 80))
    items = [
        {
            "no": f"A{n}",
            "amount": money_text(one),
            "due": START + timedelta(days=n),
            "issued": START + timedelta(days=n),
        }
        for n, one in enumerate(opens)
    ]
    places = range(len(opens))
    sets = {frozenset(chosen) for size in (1, 2, 3) for chosen in combinations(places, size)}
    sets |= {frozenset(places[:count]) for count in range(1, len(opens) + 1)}
    fits = [chosen for chosen in sets if sum(opens[place] for place in chosen) == wanted]
    is_reading = [chosen for chosen in fits if len(chosen) in (1, len(opens))]
    found = lump(items, money_text(wanted))
    if len(fits) == 1 and is_reading:
        assert {one.invoice for one in found.applications} == {f"A{place}" for place in fits[0]}
    else:
        assert found.status is Status.UNAPPLIED
        assert [one.code for one in found.differences] == [Code.NO_REMITTANCE_DETAIL]


def test_two_hundred_items_are_searched_in_less_than_a_second() -> None:
    for step in (1, 0):  # all different, all alike: many sets, and few
        items = [
            {"no": f"A{n}", "amount": money_text(10_007 + step * n * n * 13), "terms": "2/10 n/30"}
            for n in range(200)
        ]
        for amount in ("999.99", "300.21", "100.07"):
            start = time.perf_counter()
            lump(items, amount)
            assert time.perf_counter() - start < 1.0


def test_where_nobody_can_look_at_all_sets_staff_are_told_so_and_nothing_is_proposed() -> None:
    items = [{"no": f"A{n}", "amount": money_text(2 * (10**13 + n**6) + (n == 7))} for n in range(100)]
    found = lump(items, money_text(2 * 60 * 10**13 + 1))
    assert (found.status, found.proposals) == (Status.UNAPPLIED, ())
    assert found.because[1] == (
        "the 100 open items have too many sets to decide whether one makes 12000000000000.01 USD"
    )


def test_a_purchase_order_of_too_many_credit_notes_to_be_sure_of_is_not_booked() -> None:
    signs = [1 if n % 3 else -1 for n in range(90)]
    minor = [sign * 2 * (10**12 + n**6) for n, sign in enumerate(signs)]
    items = [{"no": f"A{n}", "amount": money_text(one), "po": "PO-77"} for n, one in enumerate(minor)]
    read = {"amount": money_text(sum(minor)), "group": "order", "orders": ["PO-77"]}
    other = {"no": "B1", "amount": "17.00"}
    found = matched({"items": [*items, other], "read": read})
    assert (found.status, found.rejected[0].what) == (Status.UNAPPLIED, "the whole PO")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(1, 120))
def test_what_is_proposed_to_staff_is_the_only_set_that_makes_the_sum(opens: list[int], wanted: int) -> None:
    items = [{"no": f"A{n}", "amount": money_text(one)} for n, one in enumerate(opens)]
    found = lump(items, money_text(wanted))
    numbers = [item["no"] for item in items]
    sets = [chosen for size in range(1, len(opens) + 1) for chosen in combinations(numbers, size)]
    fits = [chosen for chosen in sets if sum(opens[int(one[1:])] for one in chosen) == wanted]
    if found.status is Status.UNAPPLIED:
        assert {frozenset(one) for one in found.proposals} == (
            {frozenset(one) for one in fits} if len(fits) == 1 else set()
        )


def test_a_thousand_lines_are_settled_in_less_than_a_second() -> None:
    items = [{"no": f"A{n}", "amount": "10.00"} for n in range(1_000)]
    case = {
        "items": items,
        "read": {"amount": "10000.00", "lines": [[f"A{n}", "10.00"] for n in range(1_000)]},
    }
    books = books_of(case)
    start = time.perf_counter()
    found = matched(case, books)
    assert time.perf_counter() - start < 1.0
    assert len(found.applications) == 1_000


def test_thousands_of_unknown_numbers_end_in_less_than_a_second() -> None:
    items = [{"no": f"A{n}", "amount": "10.00"} for n in range(300)]
    lines = tuple(PaidLine(invoice=f"ZZZZ-{n}", amount=Decimal("1.00")) for n in range(2_000))
    books = books_of({"items": items})
    start = time.perf_counter()
    found = match(
        PaymentRead(amount=Decimal(2_000), currency="USD", paid_on=TODAY, lines=lines),
        Payer(customer_id="C1", reasons=(), is_sender_on_file=True),
        books,
        rules=MatchingRules(),
        today=TODAY,
        origin=Origin.ADVICE,
        apply_on="advice",
        thread_letters=(),
        paid_default=TODAY,
    )
    assert time.perf_counter() - start < 1.0
    assert found.status is Status.UNAPPLIED
