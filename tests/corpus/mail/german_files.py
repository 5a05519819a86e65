"""German mails with attachments: a list with semicolons, an ODS."""

from datetime import date
from typing import Any

from tests.corpus.mail.sheets import ODS, csv, ods
from tests.corpus.mail.truth import Case, line, pay
from tests.corpus.mail.wire import Mail, Part, attached, message, mixed, text

BIRKNER = ("Birkner Messtechnik Kreditoren", "kreditoren@birkner-mt.example")
OSTERMANN = ("Jonas Ostermann", "j.ostermann@ostermann-labor.example")
LIST_ROWS = [
    ["Zahlung Nr.", "88120"],
    ["Valuta", "30.03.2026"],
    ["Währung", "EUR"],
    [],
    ["Rechnungsnummer", "Rechnungsdatum", "Betrag", "Abzug", "Grund", "Zahlung"],
    ["1260045512", "03.03.2026", "2.380,00", "0,00", "", "2.380,00"],
    ["1260045588", "06.03.2026", "1.190,00", "59,50", "Transportschaden 1 Gehäuse", "1.130,50"],
    ["1260045601", "09.03.2026", "714,00", "0,00", "", "714,00"],
    ["GS-2600031", "12.03.2026", "-238,00", "0,00", "", "-238,00"],
    ["Summe", "", "4.046,00", "59,50", "", "3.986,50"],
]
ODS_ROWS: list[list[Any]] = [
    ["Zahlungsavis 2600688", None, None],
    ["Zahlungsdatum", date(2026, 4, 30), None],
    ["Zahlweg", "Überweisung", None],
    [None, None, None],
    ["Ihre Rechnung", "vom", "Betrag EUR"],
    ["RE-26-00955", date(2026, 4, 1), 2142.00],
    ["RE-26-00961", date(2026, 4, 7), 833.00],
    ["RE-26-00970", date(2026, 4, 9), 1785.00],
    [None, "Gesamtbetrag", 4760.00],
]

FORWARDED = Mail(
    sender=OSTERMANN,
    subject="1260045788",
    date="2026-05-05T10:40:02+02:00",
    to="Felix Brandt <felix.brandt@tidewell.example>",
    part=text(
        "Hallo Herr Brandt,\n\n1260045788 über 1.428,00 EUR ist heute, 05.05.2026, per Überweisung raus. Beleg 88166.\n\n"
        "J. Ostermann\nOstermann Labortechnik GmbH\n",
        "iso-8859-1",
        encoding="quoted-printable",
    ),
)

CASES = (
    Case(
        name="de-csv-semicolons",
        layout="csv-semicolons",
        producer="Excel CSV; Outlook 2019",
        language="de",
        mail=Mail(
            sender=OSTERMANN,
            subject="Aufstellung zur Zahlung 88120",
            date="2026-03-27T14:55:10+01:00",
            charset="iso-8859-1",
            part=mixed(
                text(
                    "Hallo,\n\nanbei die Aufstellung zu unserer Überweisung.\n\nJ. Ostermann\n",
                    "iso-8859-1",
                    encoding="quoted-printable",
                ),
                attached("zahlung_88120.csv", "text/csv", csv(LIST_ROWS, ";", "windows-1252")),
            ),
        ),
        kind="remittance",
        customer="K203",
        payments=(
            pay(
                "3986.50",
                "EUR",
                line("1260045512", "2380.00"),
                line("1260045588", "1130.50", "0.00", "59.50", "Transportschaden 1 Gehäuse"),
                line("1260045601", "714.00"),
                line("GS-2600031", "-238.00"),
                date="2026-03-30",
                method="wire",
                reference="88120",
            ),
        ),
    ),
    Case(
        name="de-ods-avis",
        layout="ods-table",
        producer="odfpy; Thunderbird",
        language="de",
        mail=Mail(
            sender=BIRKNER,
            subject="Zahlungsavis 2600688",
            date="2026-04-30T09:45:00+02:00",
            part=mixed(
                text("siehe Anhang\n", "us-ascii", encoding="7bit"),
                attached("2600688.ods", ODS, ods("Avis", ODS_ROWS)),
            ),
        ),
        kind="remittance",
        customer="K201",
        payments=(
            pay(
                "4760.00",
                "EUR",
                line("RE-26-00955", "2142.00"),
                line("RE-26-00961", "833.00"),
                line("RE-26-00970", "1785.00"),
                date="2026-04-30",
                method="wire",
                reference="2600688",
            ),
        ),
    ),
    Case(
        name="de-staff-forward-attached",
        layout="forward-as-attachment",
        producer="Outlook 2019",
        language="de",
        mail=Mail(
            sender=("Felix Brandt", "felix.brandt@tidewell.example"),
            subject="WG: 1260045788",
            date="2026-05-06T08:02:00+08:00",
            part=mixed(
                text("z.K.\n", "us-ascii", encoding="7bit"),
                Part(
                    headers=(
                        "Content-Type: message/rfc822",
                        'Content-Disposition: attachment; filename="1260045788.eml"',
                    ),
                    body=message("forwarded", FORWARDED),
                ),
            ),
        ),
        kind="remittance",
        customer="K203",
        payments=(
            pay(
                "1428.00",
                "EUR",
                line("1260045788", "1428.00"),
                date="2026-05-05",
                method="wire",
                reference="88166",
            ),
        ),
    ),
)
