"""More English mails: staff forward, withheld tax, charges, a purchase order, a look-alike number, a statement wanted."""

from tests.corpus.mail.clients import gmail, outlook, outlook_paragraphs, plain_table
from tests.corpus.mail.truth import ANY, Case, line, pay
from tests.corpus.mail.wire import Mail, alternative, html, text

PNEUMATICS = ("Carla Boone", "ap@prairiewindpneu.example")
STAFF = ("Mei Tan", "mei.tan@tidewell.example")

FORWARDED = """---------- Forwarded message ---------
From: Rhea Dominguez <rhea.dominguez@sunmount.example>
Date: Wed, Apr 22, 2026 at 3:05 PM
Subject: W-20488
To: Mei Tan <mei.tan@tidewell.example>


Hi Mei,

quick note that wire W-20488 for $3,372.60 left on April 22, 2026. It takes care of 90001302 ($1,872.60) and 90001309 ($1,500.00).

Rhea
Sunmount Clinics LLC"""

TDS_ROWS = [
    ["Bill no.", "Bill value", "TDS @ 10%", "Net remitted"],
    ["TI/25-26/0193", "3,000.00", "300.00", "2,700.00"],
    ["TI/25-26/0207", "1,450.00", "145.00", "1,305.00"],
    ["TOTAL (USD)", "4,450.00", "445.00", "4,005.00"],
]

CASES = (
    Case(
        name="en-mobile-shared-prefix",
        layout="prose-shared-prefix",
        producer="Outlook for iOS",
        language="en",
        mail=Mail(
            sender=("Geneviève Roy", "groy@maplestone.example"),
            subject="EFT",
            date="2026-04-22T10:11:00-04:00",
            part=html(
                '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>'
                '<div dir="ltr" style="font-family:Aptos,sans-serif">EFT of CAD 6,120.00 went out this morning for '
                'INV-2026-00140/141/145. Confirmation 771388.</div><div id="ms-outlook-mobile-signature">'
                '<div style="direction:ltr">Get <a href="https://aka.example/o0ukef">Outlook for iOS</a></div></div>'
                "</body></html>\n"
            ),
        ),
        kind="remittance",
        customer="K108",
        payments=(
            pay(
                "6120.00",
                "CAD",
                line("INV-2026-00140", None),
                line("INV-2026-00141", None),
                line("INV-2026-00145", None),
                date="2026-04-22",
                method=ANY,
                reference="771388",
            ),
        ),
    ),
    Case(
        name="en-staff-forward-gmail",
        layout="staff-forward",
        producer="Gmail",
        language="en",
        mail=Mail(
            sender=STAFF,
            subject="Fwd: W-20488",
            date="2026-04-23T09:15:41+08:00",
            part=alternative(text("\n" + FORWARDED + "\n"), html(gmail(FORWARDED))),
        ),
        kind="remittance",
        customer="K105",
        payments=(
            pay(
                "3372.60",
                "USD",
                line("90001302", "1872.60"),
                line("90001309", "1500.00"),
                date="2026-04-22",
                method="wire",
                reference="W-20488",
            ),
        ),
    ),
    Case(
        name="en-wire-fee-prose",
        layout="prose-bank-charge",
        producer="Outlook 2019",
        language="en",
        mail=Mail(
            sender=PNEUMATICS,
            subject="SI-000719-B",
            date="2026-02-23T13:08:00-06:00",
            part=html(
                outlook(
                    outlook_paragraphs(
                        "Good afternoon,\n\nSI-000719-B ($5,000.00) was wired on 2/23/2026. Our bank kept its $35.00 wire fee out of the "
                        "amount, so $4,965.00 will reach you. Confirmation PWP-2602-31.\n\nThanks\nCarla Boone\n"
                        "Prairie Wind Pneumatics LLC\nFax 316.555.0120"
                    ),
                    charset="us-ascii",
                    lang="EN-US",
                ),
                "us-ascii",
                encoding="7bit",
            ),
        ),
        kind="remittance",
        customer="K107",
        payments=(
            pay(
                "4965.00",
                "USD",
                line("SI-000719-B", "4965.00", "0.00", "35.00", "bank charges"),
                date="2026-02-23",
                method="wire",
                reference="PWP-2602-31",
            ),
        ),
    ),
    Case(
        name="en-apply-to-oldest",
        layout="prose-oldest-first",
        producer="Outlook 365",
        language="en",
        mail=Mail(
            sender=PNEUMATICS,
            subject="On account",
            date="2026-03-26T08:41:00-05:00",
            part=alternative(
                text(
                    "Hello,\n\nOur wire PWP-2603-11 for USD 12,000.00 goes to you today. I don\u2019t have a breakdown; please apply it to the "
                    "oldest open items on our account.\n\nCarla\n",
                    "windows-1252",
                    label="windows-1252",
                    encoding="quoted-printable",
                ),
                html(
                    outlook(
                        outlook_paragraphs(
                            "Hello,\n\nOur wire PWP-2603-11 for USD 12,000.00 goes to you today. I don\u2019t have a breakdown; please apply it to "
                            "the oldest open items on our account.\n\nCarla"
                        ),
                        charset="windows-1252",
                        lang="EN-US",
                    ),
                    "windows-1252",
                    encoding="quoted-printable",
                ),
            ),
        ),
        kind="remittance",
        customer="K107",
        payments=(pay("12000.00", "USD", date="2026-03-26", method="wire", reference="PWP-2603-11"),),
    ),
    Case(
        name="en-tds-table",
        layout="html-table-withholding",
        producer="Zimbra web mail",
        language="en",
        mail=Mail(
            sender=("Accounts Vindhya", "accounts@vindhyasci.example"),
            subject="Payment intimation - Vindhya Scientific Pvt Ltd",
            date="2026-03-30T17:20:05+05:30",
            mailer="Zimbra 9.0.0 (ZimbraWebClient)",
            part=html(
                '<html><body><div style="font-family: arial; font-size: 12pt">Dear Sir / Madam,<br><br>We have remitted by TT the '
                "payment as under after deduction of tax at source. UTR: DCNB526089113377, value date 30-Mar-2026.<br><br>"
                + plain_table(TDS_ROWS)
                + "<br>TDS certificate (Form 16A) will follow at quarter end.<br><br>For Vindhya Scientific "
                "Pvt Ltd<br>PAN AAACV0000K, GSTIN 23AAACV0000K1Z9</div></body></html>\n"
            ),
        ),
        kind="remittance",
        customer="K109",
        payments=(
            pay(
                "4005.00",
                "USD",
                line("TI/25-26/0193", "2700.00", "0.00", "300.00", "TDS 10%"),
                line("TI/25-26/0207", "1305.00", "0.00", "145.00", "TDS 10%"),
                date="2026-03-30",
                method="wire",
                reference="DCNB526089113377",
            ),
        ),
    ),
    Case(
        name="en-look-alike-of-anothers",
        layout="text-two-lines",
        producer="mutt",
        language="en",
        mail=Mail(
            sender=("Prairie Wind AP", "payables@prairiewindhyd.example"),
            subject="ACH 5/6/2026",
            date="2026-05-06T07:02:11-05:00",
            part=text(
                "ACH credit of $2,890.00 dated 5/6/2026\nTrace 091000017734410\n\n  SI-000733-A   $1,640.00\n"
                "  SI-000738-A   $1,250.00\n\nPrairie Wind Hydraulics, Inc.\n",
                "us-ascii",
                label="",
                encoding="7bit",
            ),
            more=("User-Agent: Mutt/2.2.12",),
        ),
        kind="remittance",
        customer="K102",
        payments=(
            pay(
                "2890.00",
                "USD",
                line("SI-000733-A", "1640.00"),
                line("SI-000738-A", "1250.00"),
                date="2026-05-06",
                method="ach",
                reference="091000017734410",
            ),
        ),
    ),
    Case(
        name="en-purchase-order-only",
        layout="prose-po-only",
        producer="Gmail",
        language="en",
        mail=Mail(
            sender=("Rhea Dominguez", "rhea.dominguez@sunmount.example"),
            subject="PO 4500072044",
            date="2026-05-04T11:32:00-07:00",
            part=text(
                "Hi,\r\n\r\nwe wired $4,410.00 on May 4, 2026 against our PO 4500072044 (W-20531).\r\n\r\nRhea\r\n",
                extra="; format=flowed; delsp=yes",
            ),
        ),
        kind="remittance",
        customer="K105",
        payments=(
            pay(
                "4410.00",
                "USD",
                line("90001377", "4410.00"),
                date="2026-05-04",
                method="wire",
                reference="W-20531",
            ),
        ),
    ),
    Case(
        name="en-statement-wanted",
        layout="statement-request",
        producer="Thunderbird",
        language="en",
        mail=Mail(
            sender=("Maeve Tighe", "office@kilbridedairy.example"),
            subject="Account",
            date="2026-04-07T14:55:03+01:00",
            part=text(
                "Hello,\n\nour auditors are in next week. Could you let me have an up-to-date statement showing everything that is "
                "still open \non our account at 31 March?\n\nMany thanks,\nMaeve Tighe\nKilbride Dairy Co-operative Society Ltd\n"
                "IBAN IE00 TIDE 9990 0044 1107 00\n",
                extra="; format=flowed",
            ),
        ),
        kind="statement_request",
        customer="K106",
    ),
)
