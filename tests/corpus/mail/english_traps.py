"""English mails that bring no money: phishing, a proposal, a rejected transfer, an absence, a bounce, a colleague."""

from tests.corpus.mail.clients import gmail, outlook, outlook_paragraphs
from tests.corpus.mail.truth import ANY, Case
from tests.corpus.mail.wire import Mail, Part, alternative, crlf, html, parts, text

DSN = """Reporting-MTA: dns; mx1.tidewell.example
Arrival-Date: Tue, 21 Apr 2026 09:00:04 +0800

Final-Recipient: rfc822; old.clerk@maplestone.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 mailbox unavailable
"""
RETURNED = """From: Tidewell Receivables <receivables@tidewell.example>
To: old.clerk@maplestone.example
Subject: Open items
Message-ID: <letter.20260421@tidewell.example>

INV-2026-00123   CAD 1,845.60   due 1 Apr 2026
"""

CASES = (
    Case(
        name="en-phishing-new-bank",
        layout="phishing",
        producer="forged Outlook",
        language="en",
        mail=Mail(
            sender=("Tidewell Finance Dept", "finance@tidewel1.example"),
            subject="URGENT: updated remittance instructions",
            date="2026-04-15T03:12:00+00:00",
            reply_to="tidewell.finance@quickbox.example",
            part=html(
                outlook(
                    outlook_paragraphs(
                        "Dear Sir,\n\nDue to tax audit our bank account has changed. All payments must be remitted to the new account below with "
                        "immediate effect. Payment of USD 24,880.00 for invoice 90001266 should be sent today.\n\nBeneficiary: TWI Global Ltd\n"
                        "IBAN: LT12 9990 0111 0145 7766\nSWIFT: FAKELT22\n\nConfirm by return with transfer slip.\nCFO"
                    ),
                    charset="us-ascii",
                ),
                "us-ascii",
                encoding="7bit",
            ),
        ),
        kind="other",
        customer=ANY,
    ),
    Case(
        name="en-half-now-question",
        layout="proposal",
        producer="Outlook 2019",
        language="en",
        mail=Mail(
            sender=("Carla Boone", "ap@prairiewindpneu.example"),
            subject="SI-000741-B",
            date="2026-04-13T10:05:00-05:00",
            part=text(
                "Hello,\n\nwould it work for you if we paid half of SI-000741-B ($3,200.00) at the end of April and the other half "
                "in May? Let me know what you think and I will ask our controller.\n\nCarla\n",
                "us-ascii",
                encoding="7bit",
            ),
        ),
        kind="other",
        customer="K107",
    ),
    Case(
        name="en-rejected-transfer",
        layout="bank-status-rejected",
        producer="bank portal mail, forwarded",
        language="en",
        mail=Mail(
            sender=("Accounts Vindhya", "accounts@vindhyasci.example"),
            subject="FW: Outward remittance ORN 26040099 - status",
            date="2026-04-16T18:01:22+05:30",
            part=alternative(
                text(
                    "For your information.\n\n\nFrom: alerts@deccanbank.example\nSent: 16 April 2026 17:40\nSubject: Outward remittance "
                    "ORN 26040099 - status\n\nBeneficiary: Tidewell Instruments Pte. Ltd.\nAmount: USD 1,980.00\nDetails: TI/25-26/0214\n"
                    "Status: REJECTED - purpose code missing. The debit has been reversed.\n"
                ),
                html(
                    gmail(
                        "For your information.\n\n\nFrom: alerts@deccanbank.example\nSent: 16 April 2026 17:40\nSubject: Outward "
                        "remittance ORN 26040099 - status\n\nBeneficiary: Tidewell Instruments Pte. Ltd.\nAmount: USD 1,980.00\n"
                        "Details: TI/25-26/0214\nStatus: REJECTED - purpose code missing. The debit has been reversed."
                    )
                ),
            ),
        ),
        kind="other",
        customer="K109",
    ),
    Case(
        name="en-out-of-office",
        layout="out-of-office",
        producer="Exchange",
        language="en",
        mail=Mail(
            sender=("Priya Nair", "priya.nair@larkfield.example"),
            subject="Automatic reply: Open items",
            date="2026-04-03T09:00:09+01:00",
            part=html(
                "<html><body><p>I am on leave until Monday 13 April with no access to mail. No payments are released while I am away; "
                "for anything urgent write to ledger@larkfield.example.</p></body></html>\n",
                "us-ascii",
                encoding="7bit",
            ),
            more=(
                "Auto-Submitted: auto-replied",
                "X-Auto-Response-Suppress: All",
                "In-Reply-To: <letter.20260403@tidewell.example>",
            ),
        ),
        kind="auto_reply",
        customer="K101",
    ),
    Case(
        name="en-bounce",
        layout="delivery-report",
        producer="Postfix",
        language="en",
        mail=Mail(
            sender=("Mail Delivery System", "MAILER-DAEMON@mx1.tidewell.example"),
            subject="Undelivered Mail Returned to Sender",
            date="2026-04-21T09:00:06+08:00",
            part=parts(
                "report; report-type=delivery-status",
                text(
                    "This is the mail system at host mx1.tidewell.example.\n\nI'm sorry to have to inform you that your message could not be "
                    "delivered.\n\n<old.clerk@maplestone.example>: 550 5.1.1 mailbox unavailable\n",
                    "us-ascii",
                    encoding="7bit",
                ),
                Part(headers=("Content-Type: message/delivery-status",), body=crlf(DSN).encode()),
                Part(headers=("Content-Type: message/rfc822",), body=crlf(RETURNED).encode()),
                boundary="9F1C02.1776733206/mx1.tidewell.example",
            ),
            more=("Auto-Submitted: auto-replied", "Return-Path: <>"),
        ),
        kind="bounce",
        customer=ANY,
    ),
    Case(
        name="en-staff-writes-cc-agent",
        layout="staff-own-words",
        producer="Outlook for Mac",
        language="en",
        mail=Mail(
            sender=("Felix Brandt", "felix.brandt@tidewell.example"),
            subject="R8-1060",
            date="2026-05-11T15:30:10+08:00",
            to="Tom Carrick <tom@ospreybay.example>",
            cc="Tidewell Receivables <receivables@tidewell.example>",
            part=text(
                "Hi Tom,\n\nthanks for the AUD 1,312.75 you sent for R8-1051 last month, it is booked. R8-1060 over AUD 2,480.00 is due on "
                "the 20th, do you have all you need?\n\nFelix\n",
                "us-ascii",
                encoding="7bit",
            ),
        ),
        kind="other",
        customer=ANY,
    ),
)
