"""A message's Authentication-Results to whether it is from whom it says (RFC 8601)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import authres

from agent.inbox.charsets import unfolded

_BY: Final = re.compile(r"\bby\s+\[?([A-Za-z0-9.:-]{1,255})\]?")
_COMMENT: Final = re.compile(r"\([^()]*\)")
_CLAUSE: Final = re.compile(r'(?:[^;"(]|"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)|["(])+')
_METHOD: Final = re.compile(r"\s*(?:dmarc|dkim|spf)\s*(?:/\s*1\s*)?=", re.IGNORECASE)
_ABOUT: Final = {
    "dmarc": (("header", "from"),),
    "dkim": (("header", "d"), ("header", "i")),
    "spf": (("smtp", "mailfrom"),),
}
_LONGEST: Final = 8_000
_MOST_HEADERS: Final = 500
# Second-level labels below a country's domain that are no one's own (co.uk, com.cn): three labels make an
# organisation.
_PUBLIC: Final = frozenset(
    (
        "ac",
        "co",
        "com",
        "edu",
        "gob",
        "gov",
        "gouv",
        "ltd",
        "mil",
        "ne",
        "net",
        "nom",
        "or",
        "org",
        "plc",
        "sch",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a message is from its From domain, and why, for people."""

    authenticated: bool
    reason: str


class _Result(NamedTuple):
    """One result of one method; `domain` is what it is about."""

    method: str
    result: str
    domain: str


def authenticate(headers: Sequence[tuple[str, str]], domain: str, trusted_authserv: str | None) -> Verdict:
    """Does our own server say that `domain` sent this? `headers` are raw, from the top.

    Only our server's word counts: headers that name `trusted_authserv`, written by it. Servers write at the
    top, so these stand above the first Received of another organisation's server; what a sender puts into his own
    mail stands below. Of those the topmost group counts, the headers without a Received between them, so that
    a Received forged in our name can't bring its own results along. A forged header right below ours would
    join that group: several headers count only as filters write them, one method each; else one of them may
    be forged. A server that neither writes results nor removes forged ones (RFC 8601 section 5) can't be
    helped.

    dmarc=fail beats everything; dmarc=pass for the From domain passes; else DKIM or SPF that passed in
    alignment: the same organisational domain, taken as the last two labels, three below suffixes like co.uk
    (RFC 7489 3.2 asks for the public suffix list; shared hosts such as one.blog.example and two.blog.example
    are one organisation here).
    """
    if trusted_authserv is None:
        return Verdict(authenticated=True, reason="not checked: no trusted_authserv")
    found = _ours(headers, trusted_authserv.lower())
    if not found:
        return Verdict(authenticated=False, reason=f"{trusted_authserv} wrote no Authentication-Results")
    methods = [method for one in found for method in {result.method for result in one}]
    if len(found) > 1 and (len(set(methods)) < len(methods) or len(methods) > len(found)):
        return Verdict(authenticated=False, reason=f"several Authentication-Results name {trusted_authserv}")
    return _judged([result for one in found for result in one], domain)


def _judged(results: list[_Result], domain: str) -> Verdict:
    """The verdict on a From domain by the results of one server."""
    if any(result.method == "unreadable" for result in results):
        return Verdict(authenticated=False, reason="Authentication-Results can't be read")
    dmarc = [result for result in results if result.method == "dmarc"]
    if any(result.result == "fail" for result in dmarc) or len(dmarc) > 1:
        return Verdict(
            authenticated=False, reason="several dmarc results" if len(dmarc) > 1 else "dmarc=fail"
        )
    if dmarc and dmarc[0].result == "pass":
        about = dmarc[0].domain
        reason = f"dmarc=pass for {about or 'no domain'}" + (f", not {domain}" if about != domain else "")
        return Verdict(authenticated=about == domain, reason=reason)
    for method, what in (("dkim", "signed by"), ("spf", "sent for")):
        for result in results:
            is_aligned = organisation(result.domain) == organisation(domain) != ""
            if result.method == method and result.result == "pass" and is_aligned:
                return Verdict(authenticated=True, reason=f"{method}=pass: {what} {result.domain}")
    return Verdict(authenticated=False, reason=f"nothing passed for {domain}")


def organisation(domain: str) -> str:
    """The organisational domain: acme.co.uk of mail.acme.co.uk; "" of what is no domain."""
    labels = domain.lower().strip(".").split(".")
    if len(labels) < 2:
        return ""
    is_public = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _PUBLIC
    return ".".join(labels[-3:] if is_public else labels[-2:])


def _ours(headers: Sequence[tuple[str, str]], authserv: str) -> list[list[_Result]]:
    """The results of each header that our server wrote."""
    found: list[list[_Result]] = []
    hops = 0
    for name, value in headers[:_MOST_HEADERS]:
        if name.lower() == "received":
            if found or (hops and not _is_ours(value, authserv)):
                break
            hops += 1
        elif name.lower() == "authentication-results" and (results := _read(unfolded(value), authserv)):
            found.append(results)
    return found


def _is_ours(received: str, authserv: str) -> bool:
    """True for a Received by our server, or by a host of its organisation, or by a bare address within it."""
    match = _BY.search(_COMMENT.sub(" ", unfolded(received)[:_LONGEST]))
    if match is None:
        return False
    host = match[1].lower().rstrip(".")
    is_bare = bool(re.fullmatch(r"[0-9.]+|[0-9a-f]*:[0-9a-f:.]+", host))
    return is_bare or host == authserv or (organisation(host) == organisation(authserv) != "")


def _read(value: str, authserv: str) -> list[_Result]:
    """The results in a header of ours, at least one; none of another's header."""
    authserv_part, *clauses = _CLAUSE.findall(value[:_LONGEST]) or [""]
    told = [
        clause for clause in clauses if _METHOD.match(clause)
    ]  # authres refuses all for one clause it dislikes
    try:
        header = authres.all_features().parse_value("; ".join((authserv_part, *(told or ["none"]))))
    except (authres.AuthResError, ValueError, LookupError):
        return [_Result("unreadable", "", "")] if authserv in value[:300].lower() else []
    if str(header.authserv_id).lower() != authserv:
        return []
    results = [one for one in header.results if isinstance(one, authres.AuthenticationResult)]
    return [_Result(str(one.method).lower(), str(one.result).lower(), _domain(one)) for one in results] or [
        _Result("none", "none", "")
    ]


def _domain(result: authres.AuthenticationResult) -> str:
    """The domain that a result is about: header.from, header.d (or that of header.i), smtp.mailfrom."""
    told = {(str(one.type), str(one.name)): str(one.value) for one in result.properties}
    value = next((told[key] for key in _ABOUT[str(result.method).lower()] if key in told), "")
    return value.rpartition("@")[2].lower().strip("<>. ")
