"""Whom a connection trusts: the system's certificate authorities and the operator's own."""

import ssl
from ipaddress import ip_address
from pathlib import Path

from agent.errors import AgentError


def trusted(ca_file: Path | None, *, section: str) -> ssl.SSLContext:
    """Names and chains are verified. AgentError where `ca_file`, a key of [section], holds no certificates."""
    try:
        context = ssl.create_default_context()
        if ca_file:
            context.load_verify_locations(ca_file)
    except OSError as error:
        raise AgentError(
            f"{ca_file}: no certificates in it ({error}). Correct [{section}] ca_file."
        ) from error
    return context


def is_loopback(host: str) -> bool:
    """True where what is said stays on this machine, so that it may go unencrypted."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
