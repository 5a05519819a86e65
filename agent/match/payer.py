"""(a payment as read, its mail's sender, the books) to whose payment it is, or nobody's, with the evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent.facts.books import Books
from agent.facts.learnt import Learnt
from agent.facts.payments import Payer
from agent.facts.readings import PaymentRead
from agent.ids import account_keys
from agent.match import names as firm
from agent.match.family import head, may_pay, related
from agent.rules.matching import MatchingRules


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """Customers that each kind of evidence points to; several where it does not tell them apart."""

    on_file: frozenset[str]  # the payer's account
    learnt: tuple[Learnt, ...]  # the payer's account, as people have confirmed it
    numbers: frozenset[str]  # of exact document numbers
    shortened: frozenset[str]  # of shortened ones
    sender: frozenset[str]

    @property
    def account(self) -> frozenset[str]:
        """Whose account it is, on file or confirmed."""
        return self.on_file | {learnt.customer_id for learnt in self.learnt}


def identify(
    read: PaymentRead,
    names: tuple[str, ...],
    books: Books,
    *,
    sender: str,
    sender_customers: tuple[str, ...],
    is_staff_document: bool,
    own_names: Iterable[str],
    rules: MatchingRules,
) -> Payer:
    """Whose payment it is: account, then numbers, then sender, then name. A conflict or a tie is nobody.

    `sender` is the author's address, "" where there is none (a bank entry); `names` are those that the document or
    its signature gives. A parent that pays its child's items pays for the child.
    """
    evidence = _evidence(read, books, () if is_staff_document else sender_customers)
    ours = [spelling for own in own_names for spelling in firm.spellings(own, rules.ignored_words)]
    payer_name = _others((read.payer,), ours, rules)
    all_names = payer_name + _others(names, ours, rules)
    may_speak = {one for known in sender_customers for one in books.speaks_for(known)}
    found, conflict = _agreed(evidence, books)
    if conflict:
        return _nobody(conflict, evidence.account | evidence.numbers | evidence.sender)
    if not found:
        found, reasons = _by_name(payer_name, all_names, read.text, books, rules)
    else:
        reasons = _reasons(evidence, found, sender, books)
    if len(found) > 1:
        found = _narrowed(found, evidence, all_names, books, rules)
    if len(found) != 1:
        return _nobody(reasons[0] if reasons else "no evidence tells who paid", frozenset(found))
    (customer_id,) = found
    if not evidence.account:
        contrary = _contrary_name(customer_id, payer_name, evidence, books, rules)
        if contrary:
            return _nobody(
                f"{_reason_of(evidence, customer_id)}, but the payer's name is that of {', '.join(sorted(contrary))}",
                frozenset({customer_id, *contrary}),
            )
    agreeing = _agreeing_name(customer_id, all_names, read.text, books, rules)
    if agreeing and agreeing not in reasons:
        reasons.append(agreeing)
    return Payer(
        customer_id=customer_id,
        reasons=tuple(reasons),
        is_sender_on_file=is_staff_document or customer_id in may_speak,
        is_by_numbers_alone=bool(evidence.numbers) and not (evidence.account or evidence.sender or agreeing),
    )


def _evidence(read: PaymentRead, books: Books, sender_customers: Iterable[str]) -> _Evidence:
    return _Evidence(
        on_file=_by_account(read, books),
        learnt=_learnt_account(read, books),
        numbers=_owners(read, books, is_exact=True),
        shortened=_owners(read, books, is_exact=False),
        sender=frozenset(sender_customers),
    )


def _nobody(why: str, proposed: frozenset[str]) -> Payer:
    return Payer(customer_id=None, reasons=(why,), is_sender_on_file=False, proposed=tuple(sorted(proposed)))


def _by_account(read: PaymentRead, books: Books) -> frozenset[str]:
    keys = account_keys(read.payer_account or "")
    return frozenset(one for key in keys for one in books.customers_by_account.get(key, ()))


def _learnt_account(read: PaymentRead, books: Books) -> tuple[Learnt, ...]:
    keys = account_keys(read.payer_account or "")
    found = dict.fromkeys(one for key in keys for one in books.learnt_accounts.get(key, ()))
    return tuple(books.learnt[one] for one in found)


def _owners(read: PaymentRead, books: Books, *, is_exact: bool) -> frozenset[str]:
    items = (books.items.get(line.invoice) for line in read.lines if line.is_exact is is_exact)
    return frozenset(item.customer_id for item in items if item)


def _others(names: Iterable[str | None], ours: list[str], rules: MatchingRules) -> tuple[str, ...]:
    """Names that are not our own."""
    return tuple(name for name in names if name and not firm.spellings(name, rules.ignored_words) & set(ours))


def _agreed(evidence: _Evidence, books: Books) -> tuple[set[str], str | None]:
    """The customers that account, numbers and sender leave, and the conflict between them if there is one."""
    found: set[str] = set(evidence.account)
    if evidence.numbers:
        owner = head(set(evidence.numbers), books)
        numbers = {owner} if owner else set(evidence.numbers)
        if not found:
            found = _of_both(numbers, set(evidence.sender), books) if evidence.sender else numbers
            if not found:
                return set(), _unlike(
                    "names items of", numbers, "its sender is on file for", set(evidence.sender)
                )
        else:
            found = _of_both(numbers, found, books)
            if not found:
                return set(), _unlike(
                    "names items of", numbers, "was paid from an account of", set(evidence.account)
                )
    elif found and evidence.sender:
        found = _of_both(found, set(evidence.sender), books)
        if not found:
            return set(), _unlike(
                "was paid from an account of",
                set(evidence.account),
                "its sender is on file for",
                set(evidence.sender),
            )
    elif not found:
        found = set(evidence.sender)
    return found, None


def _of_both(stronger: set[str], other: set[str], books: Books) -> set[str]:
    """Customers of `stronger` that `other` bears out: the same, or by a parent's link."""
    if stronger & other:
        return stronger & other
    # one payer of other for all the items of several children
    payers = {one for one in other if all(may_pay(one, owner, books) for owner in stronger)}
    if payers and len(stronger) > 1:
        return payers
    return {one for one in stronger if related(one, books) & other}


def _unlike(one: str, ones: set[str], two: str, twos: set[str]) -> str:
    return f"the payment {one} {', '.join(sorted(ones))}, but {two} {', '.join(sorted(twos))}"


def _by_name(
    payer_name: tuple[str, ...],
    all_names: tuple[str, ...],
    text: str,
    books: Books,
    rules: MatchingRules,
) -> tuple[set[str], list[str]]:
    """By name alone, the surest way first; a tie ends it."""
    for candidates, way in ((payer_name, "the payer's name"), (all_names, "a name in the document")):
        found = {customer_id for name in candidates for customer_id in firm.known_as(name, books, rules)}
        if found:
            return found, [f"{way} is that of {', '.join(sorted(found))}"]
    found = {one for name in all_names for one in firm.addressed_as(name, books, rules)}
    found |= firm.named_in(text, books, rules) if text else set()
    if found:
        return found, [f"the text has the name of {', '.join(sorted(found))}"]
    near = firm.nearest(all_names, books, rules, is_proof=True)
    if near:
        return {near}, [f"the name is most like that of {near} ({books.customers[near].name})"]
    shown = ", ".join(repr(name[:60]) for name in all_names[:3])
    return set(), [
        f"no customer is called {shown}" if shown else "neither account, number, sender nor name is known"
    ]


def _narrowed(
    found: set[str], evidence: _Evidence, names: tuple[str, ...], books: Books, rules: MatchingRules
) -> set[str]:
    """Of several that fit, those that shortened numbers or a name point to."""
    for weaker in (
        set(evidence.shortened),
        {one for one in found for name in names if firm.called(books.names_of(one), name, rules)},
    ):
        if found & weaker:
            found &= weaker
    if len(found) > 1 and evidence.numbers:
        called = {one for name in names for one in firm.known_as(name, books, rules)}
        payers = {one for one in called if all(may_pay(one, owner, books) for owner in found)}
        return payers if len(payers) == 1 else found
    return found


def _reasons(evidence: _Evidence, found: set[str], sender: str, books: Books) -> list[str]:
    """What bears the payer out, strongest first."""
    who = ", ".join(f"{one} ({books.customers[one].name})" for one in sorted(found) if one in books.customers)
    reasons = []
    for learnt in evidence.learnt:
        who_paid = learnt.customer_id
        tie = "" if who_paid in found else f", which belongs to one group with {who}"
        reasons.append(f"the payer's account was {_confirmed(learnt)}{tie}")
    for kind, what in (
        (evidence.on_file, "the payer's account is on file for"),
        (evidence.numbers, "the document numbers belong to"),
        (evidence.sender, f"the sender {sender} is on file for"),
    ):
        if kind & found:
            reasons.append(f"{what} {who}")
        elif kind:
            reasons.append(f"{what} {', '.join(sorted(kind))}, which belongs to one group with {who}")
    if evidence.sender and evidence.shortened & found:
        reasons.append(f"shortened document numbers belong to {who}")
    return reasons


def _reason_of(evidence: _Evidence, customer_id: str) -> str:
    return f"the payment {'names items of' if evidence.numbers else 'comes from the sender of'} {customer_id}"


def _contrary_name(
    customer_id: str, payer_name: tuple[str, ...], evidence: _Evidence, books: Books, rules: MatchingRules
) -> set[str]:
    """Customers, strangers to this one, that the payer's name is; empty where it is this one's or nobody's."""
    family = related(customer_id, books)
    theirs = [name for one in family if one in books.customers for name in books.names_of(one)]
    if any(firm.called(theirs, name, rules) for name in payer_name):
        return set()
    found = {one for name in payer_name for one in firm.known_as(name, books, rules)}
    is_doubtful = evidence.numbers and not evidence.sender and not found
    if is_doubtful and not any(firm.is_nearly(theirs, name, rules) for name in payer_name):
        near = firm.nearest(payer_name, books, rules, is_proof=False)
        found = {near} if near else set()
    return set() if found & family else found


def _agreeing_name(
    customer_id: str, names: tuple[str, ...], text: str, books: Books, rules: MatchingRules
) -> str | None:
    customer = books.customers.get(customer_id)
    if customer is None:
        return None
    called, on_file = books.names_of(customer_id), (customer.name, *customer.aliases)
    for name in names:
        if firm.called(on_file, name, rules):
            return f"the name {name[:60]!r} is that of {customer_id}"
        for learnt in (books.learnt[one] for one in books.learnt_names.get(customer_id, ())):
            if firm.called((learnt.value,), name, rules):
                return f"the name {name[:60]!r} was {_confirmed(learnt)}"
        if firm.is_like(called, name, rules):
            return f"the name {name[:60]!r} is like that of {customer_id} ({customer.name})"
    if text and firm.stands_in(text, called, rules):
        return f"the text has the name of {customer_id}"
    return None


def _confirmed(learnt: Learnt) -> str:
    who = learnt.actor.removeprefix("staff ")
    return f"confirmed for {learnt.customer_id} by {who} on {learnt.at.date()}"
