"""English mails in prose and short lists: ranges, phones, two transfers, a dispute, a promise, an answer to our letter."""

from tests.corpus.mail.clients import gmail, outlook, outlook_paragraphs, outlook_quote
from tests.corpus.mail.truth import Case, dispute, line, pay, promise
from tests.corpus.mail.wire import Mail, alternative, html, text

LARKFIELD = ("Priya Nair", "priya.nair@larkfield.example")
PRAIRIE = ("Dale Hutchins", "dhutchins@prairiewindhyd.example")
OSPREY = ("Tom Carrick", "tom@ospreybay.example")
CALDER = ("Accounts Calder & Stowe", "accounts@calder-stowe.example")
OWN_LETTER = """Dear Larkfield Catering Equipment Ltd,

the following items are past due on your account:

A4460/26   due 21 Mar 2026   GBP 2,204.16
A4471/26   due 23 Mar 2026   GBP 1,118.00
A4475/26   due 25 Mar 2026   GBP 640.50

Total GBP 3,962.66. Please remit or let us know the date of payment.

Tidewell Instruments Pte. Ltd."""

CASES = (
    Case(
        name="en-gmail-range-less-credit",
        layout="prose-range",
        producer="Gmail",
        language="en",
        mail=Mail(
            sender=PRAIRIE,
            subject="wire",
            date="2026-03-17T09:05:44-05:00",
            part=alternative(
                text(
                    "Hi team,\n\nwe've wired USD 45,300 covering 1001 to 1004 less CN-77. Fed ref is 20260317MMQFMP3100412.\n\n"
                    "Holler if it hasn't shown up by tomorrow.\n\nDale\n-- \nDale Hutchins\nPrairie Wind Hydraulics, Inc.\n"
                    "(316) 555-0188 x 1004\n"
                ),
                html(
                    gmail(
                        "Hi team,\n\nwe've wired USD 45,300 covering 1001 to 1004 less CN-77. Fed ref is 20260317MMQFMP3100412.\n\n"
                        "Holler if it hasn't shown up by tomorrow.\n\nDale\n-- \nDale Hutchins\nPrairie Wind Hydraulics, Inc.\n"
                        "(316) 555-0188 x 1004"
                    )
                ),
            ),
        ),
        kind="remittance",
        customer="K102",
        payments=(
            pay(
                "45300.00",
                "USD",
                line("SI-001001-A", None),
                line("SI-001002-A", None),
                line("SI-001003-A", None),
                line("SI-001004-A", None),
                line("CN-77", None),
                method="wire",
                reference="20260317MMQFMP3100412",
            ),
        ),
    ),
    Case(
        name="en-iphone-short-list",
        layout="phone-one-liner",
        producer="iPhone Mail",
        language="en",
        mail=Mail(
            sender=OSPREY,
            subject="Re: March",
            date="2026-03-23T18:40:12+11:00",
            mailer="iPhone Mail (23D127)",
            part=text(
                "Paid R8-1023, 1024 and 1031 this afternoon by bank transfer, $8,412.50 all up. Ref OBM-5512.\n\nTom\n\n"
                "Sent from my iPhone\n",
                "us-ascii",
                encoding="7bit",
            ),
        ),
        kind="remittance",
        customer="K103",
        payments=(
            pay(
                "8412.50",
                "AUD",
                line("R8-1023", None),
                line("R8-1024", None),
                line("R8-1031", None),
                date="2026-03-23",
                method="wire",
                reference="OBM-5512",
            ),
        ),
    ),
    Case(
        name="en-two-transfers-one-mail",
        layout="two-payments-list",
        producer="Apple Mail",
        language="en",
        mail=Mail(
            sender=OSPREY,
            subject="Payments this week",
            date="2026-04-10T08:30:55+10:00",
            mailer="Apple Mail (2.3826)",
            part=text(
                "Morning,\n\nTwo transfers to your account this week:\n\n1) Tue 7 April 2026 - AUD 5,150.00 - ref OBM-5540\n"
                "     R8-1042     2,900.00\n     R8-1046     2,250.00\n\n"
                "2) Thu 9 April 2026 - AUD 1,312.75 - ref OBM-5547\n     R8-1051     1,312.75\n\nCheers\nTom\n",
                "us-ascii",
                encoding="7bit",
            ),
        ),
        kind="remittance",
        customer="K103",
        payments=(
            pay(
                "5150.00",
                "AUD",
                line("R8-1042", "2900.00"),
                line("R8-1046", "2250.00"),
                date="2026-04-07",
                method="wire",
                reference="OBM-5540",
            ),
            pay(
                "1312.75",
                "AUD",
                line("R8-1051", "1312.75"),
                date="2026-04-09",
                method="wire",
                reference="OBM-5547",
            ),
        ),
    ),
    Case(
        name="en-notes-price-dispute",
        layout="prose-dispute-amount",
        producer="Lotus Notes",
        language="en",
        mail=Mail(
            sender=CALDER,
            subject="Your invoice 2026/0415",
            date="2026-03-16T15:45:00+00:00",
            mailer="HCL Notes Release 12.0.2",
            part=text(
                "To whom it may concern\n\nYou have charged us £1,870.00 on invoice 2026/0415 for 10 seal kits. The price on our order "
                "CS-8810 is £156.00 a kit. We therefore contest £310.00 of this invoice. Kindly raise a credit "
                "note for the difference.\n\nM. Attwell\nCalder & Stowe Engineering\n",
                "iso-8859-1",
                encoding="quoted-printable",
            ),
            more=(
                "X-MIMETrack: Serialize by Router on CSMAIL01/CALDER(Release 12.0.2) at 16/03/2026 15:45:02",
            ),
        ),
        kind="dispute",
        customer="K104",
        disputes=(dispute("2026/0415", "price above the order's", "310.00"),),
    ),
    Case(
        name="en-galaxy-next-friday",
        layout="phone-promise",
        producer="Samsung Email",
        language="en",
        mail=Mail(
            sender=PRAIRIE,
            subject="Re: SI-000962-A",
            date="2026-03-13T21:40:19-05:00",
            part=text(
                "Sorry, SI-000962-A slipped through the cracks. You'll have the money by next Friday.\n\nDale\n\n"
                "Sent from my Galaxy\n",
                encoding="base64",
            ),
        ),
        kind="promise",
        customer="K102",
        promises=(promise("SI-000962-A", "2026-03-20"),),
    ),
    Case(
        name="en-outlook-answer-over-our-letter",
        layout="answer-over-quote",
        producer="Outlook 2016",
        language="en",
        mail=Mail(
            sender=LARKFIELD,
            subject="RE: Overdue items",
            date="2026-04-01T09:50:27+01:00",
            part=html(
                outlook(
                    outlook_paragraphs(
                        "Hi,\n\nA4460/26 went in our transfer of 27 March: £2,204.16, reference LCE-0327-04. I am "
                        "still waiting for goods-in to sign off the other two.\n\nPriya\n"
                    ),
                    outlook_quote(
                        "Tidewell Receivables <receivables@tidewell.example>",
                        "31 March 2026 09:00",
                        "Priya Nair <priya.nair@larkfield.example>",
                        "Overdue items",
                        OWN_LETTER,
                        ["From:", "Sent:", "To:", "Subject:"],
                    ),
                    charset="us-ascii",
                ),
                "utf-8",
                encoding="quoted-printable",
            ),
            more=("In-Reply-To: <letter.20260331@tidewell.example>",),
        ),
        kind="remittance",
        customer="K101",
        payments=(
            pay(
                "2204.16",
                "GBP",
                line("A4460/26", "2204.16"),
                date="2026-03-27",
                method="wire",
                reference="LCE-0327-04",
            ),
        ),
    ),
    Case(
        name="en-paid-disputed-promised",
        layout="prose-three-matters",
        producer="Outlook 2016",
        language="en",
        mail=Mail(
            sender=LARKFIELD,
            subject="Your three queries",
            date="2026-04-16T11:25:30+01:00",
            part=text(
                "Hi Mei,\n\n- A4403/26: £198.00 was transferred on 15 April 2026, reference LCE-0415-02.\n"
                "- A4475/26: we dispute it, the gasket sets were the wrong size and went back with your driver.\n"
                "- A4471/26 will be paid on 30 April 2026.\n\nPriya\n",
                encoding="quoted-printable",
            ),
        ),
        kind="remittance",
        customer="K101",
        payments=(
            pay(
                "198.00",
                "GBP",
                line("A4403/26", "198.00"),
                date="2026-04-15",
                method="wire",
                reference="LCE-0415-02",
            ),
        ),
        disputes=(dispute("A4475/26", "wrong size, returned"),),
        promises=(promise("A4471/26", "2026-04-30"),),
    ),
)
