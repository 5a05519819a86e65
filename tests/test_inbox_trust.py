"""A message is from its From domain where our own server says so, and nobody else."""

from typing import Any

from agent.inbox.trust import authenticate, organisation


def test_authenticate(case: dict[str, Any]) -> None:
    """Whether orchard.example is believed to have sent a message with these headers."""
    headers = [tuple(line.split(": ", 1)) for line in case["headers"]]
    verdict = authenticate(headers, "orchard.example", "mx.tidewater.example")
    assert verdict.authenticated == case["authenticated"], verdict.reason
    assert case.get("reason", "") in verdict.reason


def test_without_a_trusted_server_the_from_address_counts_as_it_stands() -> None:
    """Contract section 1."""
    verdict = authenticate([("Authentication-Results", "x; dmarc=fail")], "orchard.example", None)
    assert verdict.authenticated
    assert verdict.reason == "not checked: no trusted_authserv"


def test_organisation(case: dict[str, Any]) -> None:
    """The domain that a firm registered."""
    assert organisation(case["domain"]) == case["organisation"]
