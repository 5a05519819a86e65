"""Small mails for tests: a raw message from a few words, and what the tests' company looks like."""

from pathlib import Path

from agent.facts.mail import Block, Correspondents, Grid, Line, Mail
from agent.inbox.parse import parse
from agent.rules.mail import load_mail_rules

RULES = load_mail_rules(Path(__file__).parent.parent / "rules")
COMPANY = Correspondents(
    own_address="ar@tidewater.example",
    staff=frozenset({"mei.chen@tidewater.example", "o.brandt@tidewater.example"}),
    bank_senders=frozenset({"statements@northbank.example"}),
    trusted_authserv="mx.tidewater.example",
)
HOP = "Received: from out.{0} (out.{0} [192.0.2.7]) by mx.tidewater.example (Postfix) with ESMTPS id 77; {1}"
WHEN = "Tue, 3 Nov 2026 10:00:00 +0800"


def mail(raw: str | bytes) -> Mail:
    """The mail that a raw message is; a text is sent as UTF-8 with the line ends of the wire."""
    if isinstance(raw, str):
        raw = raw.replace("\n", "\r\n").encode()
    return parse(raw, correspondents=COMPANY, rules=RULES)


def trusted(domain: str, verdict: str = "dmarc=pass") -> str:
    """The headers that our own server puts above what came from a domain."""
    return (
        f"{HOP.format(domain, WHEN)}\n"
        f"Authentication-Results: mx.tidewater.example; {verdict} header.from={domain}\n"
    )


def letter(sender: str, body: str, *more: str, to: str = "ar@tidewater.example") -> str:
    """A plain text mail that our server vouches for; `more` are further headers."""
    domain = sender.rstrip(">").rpartition("@")[2]
    defaults = {"Subject": "Payment", "Date": WHEN, "Message-ID": "<1@mail.example>"}
    given = {line.partition(":")[0] for line in more}
    lines = [f"From: {sender}", f"To: {to}", *more]
    lines += [f"{name}: {value}" for name, value in defaults.items() if name not in given]
    if "Content-Type" not in given:
        lines.append("Content-Type: text/plain; charset=utf-8")
    return trusted(domain) + "\n".join(lines) + "\n\n" + body


def shown(blocks: tuple[Block, ...]) -> str:
    """Blocks as text: a quoted line after its depth, a table's cells between bars."""
    return "\n".join(
        line
        for block in blocks
        for line in (
            [f"| {' | '.join(row)} |" for row in block.rows]
            if isinstance(block, Grid)
            else [f"{block.depth}> {block.text}".rstrip() if block.depth else block.text]
        )
    )


def lines(text: str) -> tuple[Line, ...]:
    """A plain body's lines."""
    return tuple(Line(text=line) for line in text.split("\n"))
