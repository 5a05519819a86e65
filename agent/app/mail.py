"""A home's config in, the places that mail comes from and goes to out."""

import os

from agent.config import FILE, Config, MaildirPlace, Place, Server
from agent.errors import AgentError
from agent.facts.mail import Correspondents
from agent.inbox.imap import ImapSource
from agent.inbox.maildir import MaildirSource
from agent.inbox.source import MailSource
from agent.outbox.maildir import MaildirTransport
from agent.outbox.smtp import SmtpTransport
from agent.outbox.transport import MailTransport


def correspondents(config: Config) -> Correspondents:
    """Whose mail is whose, from the config."""
    return Correspondents(
        own_address=config.company.address,
        staff=frozenset(config.company.staff),
        bank_senders=frozenset(config.bank_senders),
        trusted_authserv=config.trusted_authserv,
    )


def source_of(config: Config) -> MailSource:
    """Where mail comes from."""
    place = config.inbox
    if isinstance(place, MaildirPlace):
        return MaildirSource(place.path, name=place.name, mode=config.mode, size_max=config.max_bytes)
    return ImapSource(
        place.host,
        place.port,
        tls=place.is_tls,
        user=place.user or "",
        password=password_of(place, "inbox") or "",
        folder=place.folder,
        ca_file=place.ca_file,
        mode=config.mode,
        size_max=config.max_bytes,
    )


def transport_of(config: Config) -> MailTransport:
    """Where letters go."""
    place = config.outbox
    if isinstance(place, MaildirPlace):
        return MaildirTransport(place.path)
    return SmtpTransport(
        place.host,
        place.port,
        tls=place.is_tls,
        user=place.user,
        password=password_of(place, "outbox"),
        ca_file=place.ca_file,
    )


def password_of(place: Place, section: str) -> str | None:
    """The password from its file or variable; AgentError where it is not there."""
    if not isinstance(place, Server) or place.user is None:
        return None
    if place.password_file:
        try:
            return place.password_file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise AgentError(
                f"{FILE}: [{section}] password_file: {place.password_file} can't be read ({error}); "
                "write the password into it, on one line"
            ) from error
    assert place.password_env
    if place.password_env not in os.environ:
        raise AgentError(f"{FILE}: [{section}] password_env: the variable {place.password_env} is not set")
    return os.environ[place.password_env]
