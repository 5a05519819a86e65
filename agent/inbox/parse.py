"""The bytes of a message to a Mail: who says what to whom, and what can be believed of it."""

from email.message import Message

from agent.facts.mail import Correspondents, Mail, Sort
from agent.inbox.bounce import Bounce, read_bounce
from agent.inbox.envelope import Envelope, header_block, read_envelope, read_tree
from agent.inbox.forwards import Insiders, Said, read_said
from agent.inbox.parts import read_contents
from agent.inbox.sort import Facts, is_answerable, sort_mail
from agent.inbox.trust import Verdict, authenticate
from agent.rules.mail import MailRules


def parse(raw: bytes, *, correspondents: Correspondents, rules: MailRules) -> Mail:
    """A message taken apart; never raises on what a mail may hold: what can't be read is a finding.

    Limits: 40 MB, 100 KB of header, 200 parts, 20 levels; beyond them only the header is read. Who it is from
    is told by our own grammar (sender.py) and our own server's word (trust.py), never by a library's reading
    of From.
    """
    message, fault = read_tree(raw)
    envelope = read_envelope(message, header_block(raw))
    sender = envelope.sender
    if sender.fault:
        verdict = Verdict(authenticated=False, reason=sender.fault)
    else:
        verdict = authenticate(envelope.headers, sender.address.domain, correspondents.trusted_authserv)
    contents = read_contents(message)
    insiders = Insiders(own_address=correspondents.own_address, staff=correspondents.staff)
    said = read_said(contents, envelope, insiders, rules.quotes)
    facts = _facts(message, envelope, said, verdict)
    sort = sort_mail(facts, correspondents, rules)
    bounce = read_bounce(message) if sort is Sort.BOUNCE else Bounce(recipients=(), message_id="")
    findings = (fault, *envelope.findings, *contents.findings, *said.findings)
    return Mail(
        message_id=envelope.message_id,
        sender=sender.address,
        author=said.author,
        is_forward=said.is_forward,
        to=envelope.to,
        cc=envelope.cc,
        subject=envelope.subject,
        sent_at=envelope.sent_at,
        received_at=envelope.received_at,
        in_reply_to=envelope.references,
        sort=sort,
        answerable=is_answerable(facts, correspondents, rules),
        authenticated=verdict.authenticated,
        trust_reason=verdict.reason,
        bounced=bounce.recipients,
        bounced_message_id=bounce.message_id,
        body=said.body,
        parts=said.parts,
        findings=tuple(dict.fromkeys(finding for finding in findings if finding)),
    )


def _facts(message: Message, envelope: Envelope, said: Said, verdict: Verdict) -> Facts:
    """What the sorter asks about this message."""
    return Facts(
        message=message,
        headers=envelope.first,
        sender=envelope.sender.address,
        author=said.author,
        to=envelope.to,
        cc=envelope.cc,
        subject=envelope.subject,
        own=said.own,
        parts=said.parts,
        is_forward=said.is_forward,
        authenticated=verdict.authenticated,
    )
