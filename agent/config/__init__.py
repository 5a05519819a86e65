"""remitd.toml to Config: who we are, where mail comes from and goes to; every fault names its key and the mend."""

import tomllib
from dataclasses import dataclass, replace
from datetime import time
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal, cast
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agent.config.letterhead import SECTIONS as LETTERHEAD
from agent.config.letterhead import letterhead
from agent.config.table import Table, nearest
from agent.errors import AgentError
from agent.facts.company import Company
from agent.facts.letters import Autonomy, LetterKind

FILE: Final = "remitd.toml"
ROLES: Final = ("sales", "customer_service", "ar")  # who looks after disputes
_PORTS: Final = {"imap": 143, "imaps": 993, "smtp": 587, "smtps": 465}
_APPROVED_BY_DEFAULT: Final = {
    LetterKind.REMINDER,
    LetterKind.DUNNING,
    LetterKind.STATEMENT,
    LetterKind.FINAL_NOTICE,
    LetterKind.PLAN_OFFER,
}
_KEYS: Final[dict[str, dict[str, type]]] = {
    "company": {
        "name": str, "aliases": list, "address": str, "staff": list, "language": str, "currency": str,
        "country": str, "time_zone": str,
    },
    "inbox": {
        "url": str, "password_file": str, "password_env": str, "ca_file": str, "mode": str,
        "trusted_authserv": str, "poll_seconds": int, "max_bytes": int,
    },
    "outbox": {"url": str, "password_file": str, "password_env": str, "ca_file": str},
    "bank": {"senders": list},
    "matching": {"apply_on": str},
    "roles": dict.fromkeys(ROLES, list),
    "digest": {"at": str, "veto_until": str, "to": list, "sales": str},
    "autonomy": {kind.value: str for kind in LetterKind},
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MaildirPlace:
    """A Maildir; `path` is absolute, `name` as in the URL."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server and how to sign in; the password is read when it is needed and is never kept here."""

    scheme: str  # imap, imaps, smtp, smtps
    host: str
    port: int
    user: str | None
    folder: str  # of IMAP
    password_file: Path | None
    password_env: str | None
    ca_file: Path | None

    @property
    def is_tls(self) -> bool:
        """TLS from the first byte; else STARTTLS."""
        return self.scheme in ("imaps", "smtps")


Place = MaildirPlace | Server
Rhythm = Literal["off", "daily", "weekly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestTimes:
    """When staff are told of the day; hours are the company's."""

    at: time
    veto_until: time | None  # letters of the schedule wait for this hour of their day; None: they go at once
    to: tuple[str, ...]
    sales: Rhythm  # to those who sell, of their own customers


Mode = Literal["observe", "label", "move"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All of remitd.toml, checked."""

    home: Path
    company: Company
    inbox: Place
    outbox: Place
    mode: Mode
    trusted_authserv: str | None
    poll_seconds: int
    max_bytes: int  # a larger message is set aside for a person, its bytes left in the mailbox
    bank_senders: tuple[str, ...]
    apply_on: str  # advice, bank
    autonomy: tuple[tuple[LetterKind, Autonomy], ...]
    digest: DigestTimes | None = None
    sha256: str = ""  # of the file as it was read
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()  # colleagues of each role

    def autonomy_of(self, kind: LetterKind) -> Autonomy:
        """What happens to a letter of this kind."""
        return dict(self.autonomy)[kind]


def load(home: Path) -> Config:
    """The config of a home. AgentError names file, key and mend."""
    path = home / FILE
    try:
        raw = path.read_bytes()
        content = tomllib.loads(raw.decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise AgentError(f"{path}: is missing; make a home with: remitd init {home}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise AgentError(f"{path}: can't be read ({error})") from error
    except tomllib.TOMLDecodeError as error:
        raise AgentError(f"{path}: is no TOML: {error}") from error
    _check_keys(path, content)
    tables = {name: Table(path, f"[{name}]", content.get(name, {})) for name in _KEYS}
    inbox = tables["inbox"]
    return Config(
        home=home,
        sha256=sha256(raw).hexdigest(),
        company=replace(_company(tables["company"]), letterhead=letterhead(path, content)),
        inbox=_place(home, inbox, schemes=("imap", "imaps")),
        outbox=_place(home, tables["outbox"], schemes=("smtp", "smtps")),
        mode=cast("Mode", inbox.one_of("mode", ("observe", "label", "move"), "observe")),
        trusted_authserv=inbox.optional("trusted_authserv"),
        poll_seconds=inbox.number("poll_seconds", 60, least=1),
        max_bytes=inbox.number("max_bytes", 40_000_000, least=100_000),
        bank_senders=tables["bank"].addresses("senders"),
        apply_on=tables["matching"].one_of("apply_on", ("advice", "bank"), "advice"),
        autonomy=_autonomy(tables["autonomy"]),
        roles=tuple((role, tables["roles"].addresses(role)) for role in ROLES),
        digest=_digest(tables["digest"], tables["company"]) if "digest" in content else None,
    )


def _check_keys(path: Path, content: dict[str, Any]) -> None:
    for section, values in content.items():
        if section not in {*_KEYS, *LETTERHEAD}:
            raise AgentError(f"{path}: [{section}] is unknown{nearest(section, [*_KEYS, *LETTERHEAD])}")
        if section in _KEYS:
            if not isinstance(values, dict):
                raise AgentError(f"{path}: {section} must be a section: [{section}]")
            Table(path, f"[{section}]", values).only(_KEYS[section])


def _company(table: Table) -> Company:
    address = table.text("address").lower()
    if address.count("@") != 1:
        raise table.fault("address", f"{address!r} is no mail address")
    time_zone = table.text("time_zone", "UTC")
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise table.fault("time_zone", f'"{time_zone}" is no IANA time zone such as Asia/Shanghai') from error
    currency = table.text("currency", "USD")
    if len(currency) != 3 or not currency.isupper():
        raise table.fault("currency", f'"{currency}" is no ISO 4217 code such as USD')
    return Company(
        name=table.text("name"),
        aliases=tuple(str(alias) for alias in table.values.get("aliases", ())),
        address=address,
        staff=table.addresses("staff"),
        language=table.text("language", "en"),
        currency=currency,
        country=table.text("country", "US"),
        time_zone=time_zone,
    )


def _digest(table: Table, company: Table) -> DigestTimes:
    at, veto_until = _hour(table, "at", "08:30"), _hour(table, "veto_until", "")
    assert at
    if veto_until and veto_until <= at:
        raise table.fault(
            "veto_until", f"{veto_until:%H:%M} is not after at = {at:%H:%M}; give staff time to read"
        )
    return DigestTimes(
        at=at,
        veto_until=veto_until,
        to=table.addresses("to") or company.addresses("staff"),
        sales=cast("Rhythm", table.one_of("sales", ("off", "daily", "weekly"), "off")),
    )


def _hour(table: Table, key: str, default: str) -> time | None:
    text = table.values.get(key, default)
    if not text:
        return None
    try:
        return time.fromisoformat(text) if len(text) == len("08:30") else time.fromisoformat("")
    except ValueError as error:
        raise table.fault(key, f'"{text}" is no hour like 08:30') from error


def _place(home: Path, table: Table, *, schemes: tuple[str, ...]) -> Place:
    url = table.text("url")
    scheme, _, rest = url.partition(":")
    if scheme == "maildir":
        if not rest:
            raise table.fault("url", "names no folder; write maildir:mail/in")
        return MaildirPlace(name=url, path=home / rest)
    if scheme not in schemes:
        raise table.fault(
            "url", f'"{url}": expected maildir:PATH, {schemes[0]}://user@host:port or {schemes[1]}://…'
        )
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or _PORTS[scheme]
    except ValueError as error:
        raise table.fault("url", f'"{url}": {error}') from error
    if not host:
        raise table.fault("url", f'"{url}" names no host')
    if parts.password is not None:
        raise table.fault("url", "holds a password; use password_file or password_env")
    user = unquote(parts.username) if parts.username else None
    password_file, password_env = table.optional("password_file"), table.optional("password_env")
    if user and not (password_file or password_env):
        raise table.fault("url", "names a user; say where the password is with password_file or password_env")
    ca_file = table.optional("ca_file")
    return Server(
        scheme=scheme,
        host=host,
        port=port,
        user=user,
        folder=unquote(parts.path.lstrip("/")) or "INBOX",
        password_file=home / password_file if password_file else None,
        password_env=password_env,
        ca_file=home / ca_file if ca_file else None,
    )


def _autonomy(table: Table) -> tuple[tuple[LetterKind, Autonomy], ...]:
    result = []
    for kind in LetterKind:
        default = Autonomy.APPROVE if kind in _APPROVED_BY_DEFAULT else Autonomy.AUTO
        choice = Autonomy(table.one_of(kind.value, tuple(Autonomy), default.value))
        if kind is LetterKind.FINAL_NOTICE and choice is Autonomy.AUTO:
            raise table.fault(
                kind.value, "can't be auto: a final notice is a person's; use approve or observe"
            )
        result.append((kind, choice))
    return tuple(result)
