"""Whose mail it is, and whether an automatic answer may go back, is told by the header before anything is read."""

from typing import Any

from tests.mails import letter, mail, trusted


def test_sort(case: dict[str, Any]) -> None:
    """One mail of each kind, and those that are nearly of it."""
    sender, text, more = (
        case.get("from", "ap@orchard.example"),
        case.get("text", "Hello"),
        case.get("headers", []),
    )
    if "attached" in case:
        more = [*more, "Content-Type: multipart/mixed; boundary=b"]
        text = (
            f"--b\nContent-Type: text/plain\n\n{text}\n--b\nContent-Type: application/pdf\n"
            f"Content-Disposition: attachment; filename={case['attached']}\n\n%PDF\n--b--\n"
        )
    raw = letter(sender, text, *more, to=case.get("to", "ar@tidewater.example"))
    if "verdict" in case:
        domain = sender.rpartition("@")[2]
        raw = raw.replace(trusted(domain), trusted(domain, case["verdict"]))
    got = mail(raw)
    assert (got.sort, got.answerable) == (case["sort"], case["answerable"])
    assert got.authenticated == case.get("authenticated", True), got.trust_reason
