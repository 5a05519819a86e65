"""Text is read as its sender meant it, whatever charset the mail declares."""

import email
from typing import Any

from agent.inbox.charsets import decoded, plain, repair
from tests.mails import letter, mail, shown


def test_decoded(case: dict[str, Any]) -> None:
    """Bytes under a right, a wrong, an unknown and no charset."""
    got = decoded(case["text"].encode(case["bytes_in"]), case["declared"])
    assert got.text == case["text"]
    assert case.get("finding", "") in got.finding
    assert bool(got.finding) == ("finding" in case)


def test_plain(case: dict[str, Any]) -> None:
    """Headers with encoded words, and with what should not be in them."""
    assert plain(case["raw"]) == case["text"]


def test_bytes_that_are_no_text_of_their_charset_are_replaced_and_told() -> None:
    """Nothing raises; what is lost is said."""
    got = decoded(b"\xff\xfa\x81 50.00", "ks_c_5601-1987")
    assert got.text.endswith("50.00")
    assert "\ufffd" in got.text
    assert "lost" in got.finding


def test_a_header_of_raw_gbk_bytes_is_read() -> None:
    """Some programs of webmail write headers without encoding them."""
    raw = "Subject: 付款通知\r\nFrom: 金园 <ap@orchard.example>\r\n\r\n".encode("gbk")
    message = email.message_from_bytes(raw)
    repair(message)
    assert plain(str(message["Subject"])) == "付款通知"
    got = mail(raw)
    assert (got.subject, got.sender.name, got.sender.address) == ("付款通知", "金园", "ap@orchard.example")


def test_a_body_that_mail_parser_loses_is_read() -> None:
    """A body called gb2312 with one character beyond it is lost as a whole by a library that believes the label."""
    text = "陈喆：发票7，金额50.00元"
    raw = letter("ap@orchard.example", "", "Content-Type: text/plain; charset=gb2312").encode() + text.encode(
        "gb18030"
    )
    got = mail(raw)
    assert shown(got.body.own) == text
    assert got.findings == ()
