"""German mails: discount columns in Latin-9, Swiss figures, answers between quotes, promises, a complaint, traps."""

from tests.corpus.mail.clients import columns, outlook, outlook_paragraphs
from tests.corpus.mail.truth import Case, dispute, line, pay, promise
from tests.corpus.mail.wire import Mail, html, text

BIRKNER = ("Birkner Messtechnik Kreditoren", "kreditoren@birkner-mt.example")
OBERRIED = ("Gerlinde Pfaff", "g.pfaff@sw-oberried.example")
OSTERMANN = ("Jonas Ostermann", "j.ostermann@ostermann-labor.example")
HUBER = ("Huber Feinwerk AG, Buchhaltung", "buha@huber-feinwerk.example")

SKONTO_ROWS = [
    ["Beleg", "Datum", "Brutto", "Skonto", "Zahlbetrag"],
    ["RE-26-00871", "23.02.26", "4.165,00", "83,30", "4.081,70"],
    ["RE-26-00879", "24.02.26", "1.309,00", "26,18", "1.282,82"],
    ["RE-26-00902", "02.03.26", "595,00", "0,00", "595,00"],
    ["Summe EUR", "", "6.069,00", "109,48", "5.959,52"],
]
BETWEEN = """Am 07.04.26 um 09:00 schrieb Tidewell Receivables:
> Guten Tag Herr Ostermann,
>
> offen sind noch
> 1260045690   EUR   952,00   fällig 02.04.2026

1260045690 haben wir am 02.04.2026 überwiesen, 952,00 EUR, Beleg 88141.

> 1260045744   EUR 4.284,00   fällig 05.04.2026

Dazu meldet sich Frau Yilmaz bei Ihnen.

> Bitte nennen Sie uns den Zahlungstermin.
> Tidewell Instruments Pte. Ltd.

Gruß
J. Ostermann
"""

CASES = (
    Case(
        name="de-thunderbird-skonto",
        layout="text-discount-columns",
        producer="Thunderbird",
        language="de",
        mail=Mail(
            sender=BIRKNER,
            subject="Zahlung 2600417",
            date="2026-03-09T08:12:50+01:00",
            part=text(
                "Guten Morgen,\n\nin unserer Sammelüberweisung vom 09.03.2026 (Nr. 2600417) sind für Sie 5.959,52 € enthalten:\n\n"
                + columns(SKONTO_ROWS, [14, 11, -12, -10, -13])
                + "\nBirkner Messtechnik GmbH & Co. KG · Sitz Wetzlar · HRA 990417 · USt-IdNr. DE999044712\n",
                "iso-8859-15",
            ),
            more=("User-Agent: Mozilla Thunderbird",),
        ),
        kind="remittance",
        customer="K201",
        payments=(
            pay(
                "5959.52",
                "EUR",
                line("RE-26-00871", "4081.70", "83.30"),
                line("RE-26-00879", "1282.82", "26.18"),
                line("RE-26-00902", "595.00"),
                date="2026-03-09",
                method="wire",
                reference="2600417",
            ),
        ),
    ),
    Case(
        name="de-swiss-apostrophes",
        layout="prose-bank-charge",
        producer="Outlook 365",
        language="de",
        mail=Mail(
            sender=HUBER,
            subject="CH-26.0087",
            date="2026-04-14T11:03:29+02:00",
            part=html(
                outlook(
                    outlook_paragraphs(
                        "Grüezi\n\nWir haben Ihnen am 14.04.2026 CHF 12'480.50 vergütet: Rechnung CH-26.0087 über CHF 12'500.50, abzüglich "
                        "Bankspesen CHF 20.00. Unsere Belegnummer ist Z-40711.\n\nFreundliche Grüsse\nHuber Feinwerk AG\nCHE-999.044.712 MWST"
                    ),
                    lang="DE-CH",
                ),
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K204",
        payments=(
            pay(
                "12480.50",
                "CHF",
                line("CH-26.0087", "12480.50", "0.00", "20.00", "Bankspesen"),
                date="2026-04-14",
                reference="Z-40711",
            ),
        ),
    ),
    Case(
        name="de-phone-end-of-next-week",
        layout="phone-promise",
        producer="iPhone Mail",
        language="de",
        mail=Mail(
            sender=OBERRIED,
            subject="Re: R-2026-3117",
            date="2026-05-06T17:31:45+02:00",
            mailer="iPhone Mail (23D127)",
            part=text(
                "Die R-2026-3117 ist bei uns liegen geblieben, Zahlung erfolgt Ende nächster Woche.\n\nVon meinem iPhone gesendet\n",
                encoding="quoted-printable",
            ),
        ),
        kind="promise",
        customer="K202",
        promises=(promise("R-2026-3117", "2026-05-15"),),
    ),
    Case(
        name="de-balance-agreed",
        layout="balance-agreed",
        producer="Outlook 2016",
        language="de",
        mail=Mail(
            sender=OBERRIED,
            subject="AW: Saldenbestätigung zum 31.03.2026",
            date="2026-04-17T10:26:00+02:00",
            charset="iso-8859-1",
            part=text(
                "Sehr geehrte Damen und Herren,\n\nder von Ihnen genannte Saldo von 23.740,20 EUR zum 31.03.2026 stimmt mit unseren "
                "Büchern überein.\n\nG. Pfaff\nStadtwerke Oberried AöR\n",
                "iso-8859-1",
                encoding="quoted-printable",
            ),
        ),
        kind="statement_confirmation",
        customer="K202",
    ),
    Case(
        name="de-faulty-goods",
        layout="prose-dispute",
        producer="Apple Mail",
        language="de",
        mail=Mail(
            sender=OSTERMANN,
            subject="Reklamation 1260045744",
            date="2026-04-09T15:12:33+02:00",
            part=text(
                "Guten Tag,\n\ndrei der zwölf Messköpfe aus 1260045744 liefern falsche Werte, Prüfprotokoll liegt Ihrem Vertrieb vor. "
                "Wir bezahlen diese Rechnung bis zur Klärung nicht.\n\nJ. Ostermann\n",
                encoding="quoted-printable",
            ),
        ),
        kind="dispute",
        customer="K203",
        disputes=(dispute("1260045744", "3 von 12 Messköpfen liefern falsche Werte"),),
    ),
    Case(
        name="de-answers-between-quotes",
        layout="answers-between-quotes",
        producer="Thunderbird",
        language="de",
        mail=Mail(
            sender=OSTERMANN,
            subject="Re: Offene Posten",
            date="2026-04-08T08:05:12+02:00",
            part=text(BETWEEN, "utf-8", extra="; format=flowed"),
            more=("In-Reply-To: <letter.20260407@tidewell.example>",),
        ),
        kind="remittance",
        customer="K203",
        payments=(
            pay(
                "952.00",
                "EUR",
                line("1260045690", "952.00"),
                date="2026-04-02",
                method="wire",
                reference="88141",
            ),
        ),
    ),
    Case(
        name="de-out-of-office",
        layout="out-of-office",
        producer="Lotus Notes",
        language="de",
        mail=Mail(
            sender=HUBER,
            subject="Abwesenheitsnotiz: Mahnung CH-26.0102",
            date="2026-05-14T09:00:20+02:00",
            part=text(
                "Ich bin bis und mit 22.05.2026 abwesend. Ihre Nachricht wird nicht weitergeleitet.\n",
                "iso-8859-1",
            ),
            more=("Auto-Submitted: auto-replied",),
        ),
        kind="auto_reply",
        customer="K204",
    ),
    Case(
        name="de-once-the-grant-is-in",
        layout="condition-without-date",
        producer="Outlook 2016",
        language="de",
        mail=Mail(
            sender=OBERRIED,
            subject="R-2026-3120",
            date="2026-05-12T09:14:08+02:00",
            charset="iso-8859-1",
            part=text(
                "Guten Tag,\n\nR-2026-3120 begleichen wir, sobald die Fördermittel des Landes eingegangen sind. Einen Termin kann ich "
                "Ihnen leider nicht nennen.\n\nG. Pfaff\n",
                "iso-8859-1",
                encoding="quoted-printable",
            ),
        ),
        kind="other",
        customer="K202",
    ),
    Case(
        name="de-suppliers-invoice",
        layout="suppliers-invoice",
        producer="billing program",
        language="de",
        mail=Mail(
            sender=("Glanzwerk Gebäudereinigung", "rechnung@glanzwerk.example"),
            subject="Rechnung 2026-774",
            date="2026-04-02T06:30:00+02:00",
            part=text(
                "Sehr geehrte Damen und Herren,\n\nfür die Büroreinigung im März berechnen wir Ihnen\n\nRechnung 2026-774 vom 02.04.2026\n"
                "Netto        1.200,00 EUR\nUSt 19 %       228,00 EUR\nZahlbetrag   1.428,00 EUR\n\nZahlbar bis 16.04.2026 auf DE00 9990 0044 "
                "1107 0000 00.\n\nGlanzwerk Gebäudereinigung GmbH\n"
            ),
        ),
        kind="other",
        customer=None,
    ),
)
