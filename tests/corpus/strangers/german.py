"""Documents and mails in German."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    DE,
    XLSX,
    cells,
    firm,
    mail,
    markup,
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import book

firm(
    "S50",
    "Hüttner Aufzugbau GmbH",
    "kreditoren@huettner-aufzug.example",
    "EUR",
    """
RE-2026/09/0047 2026-09-02 11900.00
RE-2026/09/0061 2026-09-11 2380.00
RE-2026/09/0088 2026-09-24 714.00
GU-2026/10/0003 2026-10-02 -476.00
RE-2026/10/0012 2026-10-05 3570.00
""",
    **DE,
)


def datev() -> bytes:
    rows = cells("""
RE-2026/09/0047 | 02.09.26 | 30.10.26 | | 11.900,00 | 238,00 | 11.662,00
RE-2026/09/0061 | 11.09.26 | 30.10.26 | | 2.380,00 | | 2.380,00
RE-2026/09/0088 | 24.09.26 | 24.10.26 | | 714,00 | 14,28 | 699,72
GU-2026/10/0003 | 02.10.26 | | 476,00 | | | -476,00
""")
    return printed(
        "<p>Hüttner Aufzugbau GmbH · Industriestr. 4 · 59439 Holzwickede</p><p>Firma<br>Brevanne Lacke GmbH<br>Postfach 1180</p><h3>Zahlungsmitteilung</h3>"
        "<p>Kreditor 70418 · Zahlungslauf 46/2026 · Wertstellung 13.11.2026</p><p>Wir regulieren die folgenden Posten:</p>"
        + table(("Belegfeld 1", "Datum", "Fällig", "Soll", "Haben", "Skonto", "Ausgleich"), rights(rows, 3))
        + "<p class=r>Überweisungsbetrag EUR 14.265,72</p><p style='font-size:7pt'>Geschäftsführer: U. Hüttner · HRB 20261 Dortmund · USt-ID DE112233445 · IBAN DE02 1001 0010 0006 8201 01</p>",
        "td,th{border-bottom:1px dotted #777}",
        language="de",
    )


mail(
    "de-datev-soll-haben",
    "Buchhaltungsprogramm: Belegfeld 1, Soll, Haben, Skonto, Ausgleich; Gutschrift im Soll",
    "chromium",
    "S50",
    "Zahlungsmitteilung 46/2026",
    "2026-11-13T07:00:00+01:00",
    "Anbei unsere Zahlungsmitteilung.\n\nHüttner Aufzugbau GmbH",
    pay(
        "14265.72",
        "EUR",
        "RE-2026/09/0047 11662.00 d=238.00; RE-2026/09/0061 2380.00; RE-2026/09/0088 699.72 d=14.28; GU-2026/10/0003 -476.00",
    ),
    files=[pdf("ZM-46-2026.pdf", datev)],
)

firm(
    "S51",
    "Malermeister Tönnies",
    "buero@maler-toennies.example",
    "EUR",
    """
26100088 2026-09-04 238.00
26100102 2026-09-18 595.00
26100131 2026-10-01 119.00
""",
    **DE,
)
mail(
    "de-lexware-text",
    "Textmail eines Kleinbetriebs: Spalten mit 'abzgl.', Summe unter Gleichheitszeichen",
    "plain text",
    "S51",
    "Zahlung",
    "2026-11-12T19:00:00+01:00",
    """Guten Abend,

heute per Online-Banking an Sie raus:

Re.-Nr. 26100088 vom 04.09.      238,00 €
Re.-Nr. 26100102 vom 18.09.      595,00 €
   abzgl. 2% Skonto auf 26100102 -11,90 €
=========================================
                                 821,10 €

Die 26100131 folgt Ende des Monats (30.11.).

MfG
Tönnies
""",
    pay("821.10", "EUR", "26100088 238.00; 26100102 583.10 d=11.90"),
    promises=[{"invoice": "26100131", "date": "2026-11-30", "amount": None}],
)

firm(
    "S52",
    "Ziegelwerke Obermoos AG",
    "kreditorenbuchhaltung@obermoos.example",
    "EUR",
    """
2026A000123 2026-09-01 5950.00
2026A000140 2026-09-14 1785.00
2026A000166 2026-09-30 892.50
2026A000171 2026-10-05 300.00
""",
    **DE,
)
mail(
    "de-outlook-abzug",
    "Outlook mit Word-Tabelle: Bruttobetrag, Abzug, Grund, Zahlbetrag",
    "Outlook HTML",
    "S52",
    "Zahlungsavis Obermoos",
    "2026-11-10T14:00:00+01:00",
    markup(
        "<div class=WordSection1><p class=MsoNormal>Sehr geehrte Damen und Herren,<o:p></o:p></p><p class=MsoNormal>mit Valuta 11.11.2026 überweisen wir:</p>"
        "<table class=MsoTableGrid border=1><tr><td><p>Ihre Rechnung</p></td><td><p>Bruttobetrag</p></td><td><p>Abzug</p></td><td><p>Grund</p></td><td><p>Zahlbetrag</p></td></tr>"
        "<tr><td><p>2026A000123</p></td><td><p>5.950,00</p></td><td><p>250,00</p></td><td><p>Fehlmenge LS 88120</p></td><td><p>5.700,00</p></td></tr>"
        "<tr><td><p>2026A000140</p></td><td><p>1.785,00</p></td><td><p>-</p></td><td><p>&nbsp;</p></td><td><p>1.785,00</p></td></tr>"
        "<tr><td><p>2026A000166</p></td><td><p>892,50</p></td><td><p>17,85</p></td><td><p>Skonto</p></td><td><p>874,65</p></td></tr>"
        "<tr><td><p><b>Gesamt</b></p></td><td><p>8.627,50</p></td><td><p>267,85</p></td><td></td><td><p><b>8.359,65</b></p></td></tr></table>"
        "<p class=MsoNormal>Mit freundlichen Grüßen<br>i.A. Gerlinde Achleitner</p></div>"
    ),
    pay("8359.65", "*", "2026A000123 5700.00 x=250.00; 2026A000140 1785.00; 2026A000166 874.65 d=* x=*"),
)

firm(
    "S53",
    "Stadtwerke Wennigloh",
    "buchhaltung@sw-wennigloh.example",
    "EUR",
    """
26200417 2026-09-07 4165.00
26200433 2026-09-21 1011.50
26200450 2026-10-05 238.00
""",
    **DE,
)


def sammel() -> bytes:
    source = (
        "<html><head><meta charset='utf-8'></head><body><h3>Sammelüberweisung - Ausführungsprotokoll</h3><p>Auftraggeber: Stadtwerke Wennigloh, ausgeführt am 12.11.2026, 4 Aufträge, Summe 9.120,40 EUR</p>"
        + table(
            ("Lfd.", "Empfänger", "IBAN", "Verwendungszweck", "Betrag EUR"),
            cells("""
1 | Abfall Nord GmbH | DE89370400440532013000 | Rg 2026-4417 | 812,40
2 | Brevanne Lacke GmbH | DE02100100100006820101 | RE 26200417 VOM 07.09.2026 | 4.165,00
3 | Brevanne Lacke GmbH | DE02100100100006820101 | RE 26200433 VOM 21.09.2026 ABZGL SKONTO 2% 20,23 | 991,27
4 | Kanalbau Ruhr KG | DE12500105170648489890 | 11/2026 Abschlag 3 | 3.151,73
"""),
        )
        + "</body></html>"
    )
    return press.office(source, ".html")


mail(
    "de-sammelueberweisung",
    "Protokoll einer Sammelüberweisung: zwei von vier Aufträgen sind an uns",
    "LibreOffice writer",
    "S53",
    "Ausführungsprotokoll",
    "2026-11-12T15:00:00+01:00",
    "Zur Kenntnis, die Aufträge 2 und 3 betreffen Sie.\n\nKasse",
    pay("4165.00", "EUR", "26200417 4165.00"),
    pay("991.27", "EUR", "26200433 991.27 d=*"),
    files=[pdf("Protokoll.pdf", sammel)],
)

firm(
    "S54",
    "Kranverleih Sudhoff KG",
    "info@kran-sudhoff.example",
    "EUR",
    """
26300010 2026-09-01 1190.00
26300022 2026-09-09 3570.00
26300038 2026-09-22 476.00
26300051 2026-10-06 833.00
""",
    **DE,
)
mail(
    "de-xlsx-offene-posten",
    "OP-Liste mit Spalten 'offen' und 'überwiesen am'; nur zwei Zeilen haben ein Datum",
    "xlsxwriter",
    "S54",
    "OP-Liste Brevanne",
    "2026-11-13T11:00:00+01:00",
    "Hallo, in der Liste steht, was wir überwiesen haben, zusammen 4.046,00 EUR.\n\nGruß Sudhoff",
    pay("4046.00", "EUR", "26300022 3570.00; 26300038 476.00"),
    files=[
        (
            "OP Brevanne.xlsx",
            XLSX,
            lambda: book("""
Kranverleih Sudhoff KG - Lieferant 70033 Brevanne Lacke
Rechnung | vom | offen | überwiesen am | überwiesen EUR
26300010 | 01.09.2026 | 1,190.00 | |
26300022 | 09.09.2026 | 3,570.00 | 13.11.2026 | 3,570.00
26300038 | 22.09.2026 | 476.00 | 13.11.2026 | 476.00
26300051 | 06.10.2026 | 833.00 | |
"""),
        )
    ],
)
