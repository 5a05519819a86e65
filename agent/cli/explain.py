"""A home and an id to its explanation: words of the company's language, and its payments' decisions derived again."""

from pathlib import Path

from agent import app
from agent.cli.again import again, not_now
from agent.cli.explaining import explain_id, found, payments_of
from agent.cli.past import Shown
from agent.cli.teller import Teller, Told
from agent.config import load
from agent.outbox.wording import Wording
from agent.pipeline.deriving import Derived, derive
from agent.rules.explain import load_words
from agent.rules.letters import load_templates

_QUICK = 5_000  # lines of a journal that are folded again in half a second


def explained(at: Shown, folder: Path, what: str, *, verify: bool) -> tuple[list[Told], bool]:
    """The lines, and whether every decision that was derived again holds.

    A payment's decisions are derived again unasked where that is quick: in a short journal, and not from a scan.
    """
    records, what = found(at.books, what, as_of=at.as_of)
    rules_dir, company = folder / "rules", load(folder).company
    language = load_templates(rules_dir, app.default_rules()).language(company.language, "en")
    teller = Teller(
        books=at.books,
        words=load_words(rules_dir, app.default_rules(), language.code),
        wording=Wording(language=language),
        zone=app.zone(folder),
    )
    payment_ids = payments_of(at.books, records, what)
    is_quick = at.books.seq <= _QUICK and not any(
        at.books.payments[one].claim.is_from_picture for one in payment_ids
    )
    derived: list[Derived] = []
    if payment_ids and (verify or (records == "payments" and is_quick)):
        with app.deriving_desk(folder) as desk_of:
            commits = lambda: app.whole_commits(folder)  # noqa: E731
            derived = list(derive(commits, frozenset(payment_ids), desk_of, last_seq=at.books.seq))
    if records == "payments" and not verify and not is_quick:
        section = not_now(teller, what)
    elif verify or records == "payments":
        section = again(teller, derived)
    else:
        section = iter(())
    lines = list(explain_id(teller, records, what, at.journal(), again=lambda: section))
    return lines, all(one.holds for one in derived)
