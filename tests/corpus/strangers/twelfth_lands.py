"""The twelfth set in German, French, Spanish and Japanese, written without looking at the reader."""

from __future__ import annotations

from io import BytesIO

from tests.corpus.strangers.book import (
    ANY,
    DE,
    DOCX,
    ES,
    FR,
    JA,
    ODS,
    UNSCORED,
    cells,
    firm,
    grid,
    mail,
    markup,
    nested,
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, ods, typed, xls, xlsx

CJK = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"

firm(
    "E20",
    "Klinikum Weserbogen gGmbH",
    "kreditoren@klinikum-weserbogen.example",
    "EUR",
    """
BL-2609417 2026-09-07 1904.00
BL-2609431 2026-09-21 714.00
BL-2610408 2026-10-02 2380.00
BL-2610420 2026-10-09 476.00
""",
    **DE,
)
mail(
    "de12-anweisungsnachricht",
    "Klinik: Fremdbelegnummer, Buchungstext, Forderung, Minderung mit Grund in einer Zeile darunter, angewiesen; Summe der Anweisung",
    "chromium",
    "E20",
    "Anweisungsnachricht 2026-117",
    "2026-11-12T06:10:00+01:00",
    "Sehr geehrte Damen und Herren,\n\nunsere Anweisungsnachricht finden Sie im Anhang.\n\nKreditorenbuchhaltung",
    pay("4938.50", "EUR", "BL-2609417 1904.00; BL-2609431 654.50 x=59.50; BL-2610408 2380.00"),
    files=[
        pdf(
            "Anweisung_117.pdf",
            lambda: printed(
                "<p>Klinikum Weserbogen gGmbH, Finanzbuchhaltung</p><p>Brevanne Lacke GmbH, Kreditor 70417</p><h3>Anweisungsnachricht 2026-117 vom 12.11.2026</h3>"
                + table(
                    ("Fremdbelegnr.", "Buchungstext", "Forderung", "Minderung", "Angewiesen"),
                    rights(
                        cells("""
BL-2609417 | Lack Station 4 | 1.904,00 | 0,00 | 1.904,00
BL-2609431 | Spachtelmasse | 714,00 | 59,50 | 654,50
 | <i>Preis laut Rahmenvertrag</i> | | |
BL-2610408 | Grundierung Neubau | 2.380,00 | 0,00 | 2.380,00
"""),
                        2,
                    ),
                )
                + "<p class=r>Summe der Anweisung in EUR: <b>4.938,50</b></p>",
                language="de",
            ),
        )
    ],
)

firm(
    "E21",
    "Hochbau Traunstein Ges.m.b.H.",
    "rechnung@hochbau-traunstein.example",
    "EUR",
    """
AR26/0417 2026-09-10 12600.00
AR26/0431 2026-09-24 4200.00
AR26/0448 2026-10-06 1260.00
""",
    language="de",
    zone="Europe/Vienna",
)


def _landscape() -> bytes:
    out = press.fpdf(orientation="landscape")
    out.add_page()
    out.set_font("Times", size=10)
    out.text(15, 18, "Hochbau Traunstein Ges.m.b.H., Gmunden")
    out.text(15, 26, "Zahlungsmitteilung an Brevanne Lacke GmbH, Wertstellung 11.11.2026, Währung EUR")
    out.set_xy(15, 34)
    with out.table(
        borders_layout="HORIZONTAL_LINES",
        col_widths=(40, 40, 40, 40, 40, 40),
        width=240,
        align="L",
        text_align=("LEFT", "LEFT", "RIGHT", "RIGHT", "RIGHT", "RIGHT"),
    ) as made:
        for row in cells("""
Teilrechnung | Bauvorhaben | Geprüft | Deckungsrücklass | Skonto | Anweisung
AR26/0417 | Seepark | 12.600,00 | 630,00 | 359,10 | 11.610,90
AR26/0431 | Kurhaus | 4.200,00 | 210,00 | 119,70 | 3.870,30
Gesamt | | 16.800,00 | 840,00 | 478,80 | 15.481,20
"""):
            line = made.row()
            for cell in row:
                line.cell(cell)
    return bytes(out.output())


mail(
    "de12-deckungsruecklass",
    "Österreichische Baufirma, Querformat: Teilrechnung, geprüft, Deckungsrücklass, Skonto, Anweisung; Summen aller Spalten",
    "fpdf2",
    "E21",
    "Zahlungsmitteilung Hochbau Traunstein",
    "2026-11-11T10:30:00+01:00",
    "Grüß Gott,\n\nanbei die Zahlungsmitteilung.\n\nMit besten Grüßen\nBuchhaltung",
    pay("15481.20", "EUR", "AR26/0417 11610.90 d=359.10 x=630.00; AR26/0431 3870.30 d=119.70 x=210.00"),
    files=[pdf("Zahlungsmitteilung.pdf", _landscape)],
)

firm(
    "E22",
    "Käserei Bärgli AG",
    "buchhaltung@kaeserei-baergli.example",
    "CHF",
    """
70-40417 2026-09-08 2690.00
70-40429 2026-09-19 968.75
70-40433 2026-09-25 -240.00
70-40450 2026-10-05 430.00
""",
    language="de",
    zone="Europe/Zurich",
)
mail(
    "de12-schweiz-auftragsbeleg",
    "Schweizer E-Banking: Beleg eines ausgeführten Auftrags, Angaben untereinander, Mitteilung an den Begünstigten mit zwei Rechnungen und der Gutschrift",
    "reportlab",
    "E22",
    "Zahlung",
    "2026-11-12T17:00:00+01:00",
    "Grüezi\n\nIm Anhang der Beleg der Bank.\n\nFreundliche Grüsse\nR. Zbinden",
    pay("3418.75", "CHF", "70-40417 *; 70-40429 *; 70-40433 *"),
    files=[
        pdf(
            "beleg.pdf",
            lambda: drawn(
                """
Emmentaler Regionalbank | E-Banking

Einzelauftrag - Detail

Auftraggeber | Käserei Bärgli AG, 3550 Langnau
Belastungskonto | CH93 0076 2011 6238 5295 7
Begünstigter | Brevanne Lacke GmbH
Auftragsbetrag | CHF 3'418.75
Ausgeführt am | 12.11.2026
Mitteilung an Begünstigten | Rg 70-40417, 70-40429 abz. GS 70-40433
Status | Ausgeführt
Spesen | zu Lasten Auftraggeber
""",
                (60, 230),
            ),
        )
    ],
)

firm(
    "E23",
    "Autohaus-Gruppe Lindenhof KG",
    "zentrale@lindenhof-gruppe.example",
    "EUR",
    """
26K04417 2026-09-09 1547.00
26K04429 2026-09-18 773.50
26K04436 2026-09-28 -119.00
26K04451 2026-10-06 357.00
""",
    **DE,
)
mail(
    "de12-zahllauf-xlsx",
    "Mappe eines Zahllaufs über mehrere Kreditoren: Kreditor, Name, Fremdbeleg, OP-Betrag, Abzug, Zahlung; Summe je Kreditor, Lauf gesamt",
    "xlsxwriter",
    "E23",
    "Zahllauf 46/2026",
    "2026-11-13T08:45:00+01:00",
    "Hallo zusammen,\n\nder Zahllauf ist heute raus, Ihre Posten stehen in der Anlage.\n\nGruß aus der Zentrale",
    pay("2170.56", None, "26K04417 1516.06 d=30.94; 26K04429 773.50; 26K04436 -119.00"),
    files=[
        xlsx(
            "Zahllauf_46.xlsx",
            """
Zahllauf 46/2026 | vom 13.11.2026 | | | | |
Kreditor | Name | Fremdbeleg | Belegdatum | OP-Betrag | Skontoabzug | Zahlung
'70112 | Bertram Reifen OHG | R88417 | 14.09.2026 | 640.00 | 0.00 | 640.00
Summe | Bertram Reifen OHG | | | 640.00 | 0.00 | 640.00
'70117 | Brevanne Lacke GmbH | 26K04417 | 09.09.2026 | 1,547.00 | 30.94 | 1,516.06
'70117 | Brevanne Lacke GmbH | 26K04429 | 18.09.2026 | 773.50 | 0.00 | 773.50
'70117 | Brevanne Lacke GmbH | 26K04436 | 28.09.2026 | -119.00 | 0.00 | -119.00
Summe | Brevanne Lacke GmbH | | | 2,201.50 | 30.94 | 2,170.56
Lauf gesamt | | | | 2,841.50 | 30.94 | 2,810.56
""",
        )
    ],
)

firm(
    "E24",
    "Studio Halbinsel GmbH",
    "team@studio-halbinsel.example",
    "EUR",
    """
RE-55-1417 2026-10-20 1428.00
RE-55-1431 2026-11-02 595.00
""",
    **DE,
)
mail(
    "de12-ausgaben-app-html",
    "App für Firmenausgaben: Mail im Namen des Kunden, «Deine Rechnung wurde bezahlt», Beschriftung und Wert, genutztes Skonto, überwiesener Betrag",
    "HTML program",
    "E24",
    "Studio Halbinsel GmbH hat deine Rechnung bezahlt",
    "2026-11-12T12:12:00+01:00",
    markup(
        nested(
            "<h2>Gute Nachrichten!</h2><p>Studio Halbinsel GmbH hat deine Rechnung heute bezahlt.</p>"
            + grid(
                "Rechnung | RE-55-1417\nRechnungsbetrag | 1.428,00 €\nGenutztes Skonto | 28,56 €\nÜberwiesener Betrag | 1.399,44 €\nAuf dein Konto | DE** **** 2051"
            )
            + "<p>Das Geld ist in 1 bis 2 Bankarbeitstagen bei dir.</p>"
        )
    ),
    pay("1399.44", "EUR", "RE-55-1417 1399.44 d=28.56"),
    sender=("Belegfuchs", "zahlung@belegfuchs.example"),
)

firm(
    "E25",
    "Warenhaus Kronmarkt AG",
    "lieferantenbuchhaltung@kronmarkt.example",
    "EUR",
    """
4417-26-01 2026-09-03 3570.00
4417-26-02 2026-09-17 1785.00
4417-26-03 2026-09-25 -357.00
4417-26-04 2026-10-08 714.00
""",
    **DE,
)


def _wrapped() -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    style, out = getSampleStyleSheet()["BodyText"], BytesIO()
    rows = [
        [Paragraph(cell, style) for cell in row]
        for row in cells("""
Ihr Beleg | Unser Zeichen | Vorgang | Betrag EUR | Werbekosten-zuschuss EUR | Auszahlung EUR
4417-26-01 | WE 880417 | Warenrechnung Filialen Nord | 3.570,00 | 107,10 | 3.462,90
4417-26-02 | WE 880433 | Warenrechnung Filialen Süd und Online-Lager | 1.785,00 | 53,55 | 1.731,45
4417-26-03 | RT 110418 | Verrechnung Gutschrift Retoure | -357,00 | 0,00 | -357,00
Auszahlungsbetrag | | | | | 4.837,35
""")
    ]
    grid_lines = [("GRID", (0, 0), (-1, -1), 0.4, "grey"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(
        [
            Paragraph("Warenhaus Kronmarkt AG, Lieferantenbuchhaltung", style),
            Paragraph("Auszahlungsaufstellung Nr. 117 vom 12. November 2026 für Brevanne Lacke GmbH", style),
            Spacer(1, 10),
            Table(rows, colWidths=(72, 62, 110, 65, 75, 75), style=grid_lines),
        ]
    )
    return press.steady(out.getvalue())


mail(
    "de12-werbekostenzuschuss",
    "Auszahlungsaufstellung eines Warenhauses: umbrochene Zellen und Überschriften, Werbekostenzuschuss als Abzug, Gutschrift verrechnet",
    "reportlab platypus",
    "E25",
    "Auszahlungsaufstellung 117",
    "2026-11-12T04:00:00+01:00",
    "Diese Nachricht wurde automatisch erzeugt.",
    pay("4837.35", "EUR", "4417-26-01 3462.90 x=107.10; 4417-26-02 1731.45 x=53.55; 4417-26-03 -357.00"),
    files=[pdf("Aufstellung_117.pdf", _wrapped)],
)

firm(
    "E26",
    "Messebau Sonnleitner GmbH",
    "eingang@messebau-sonnleitner.example",
    "EUR",
    """
MS-9-0417 2026-10-12 2023.00
MS-9-0425 2026-10-19 1011.50
""",
    **DE,
)
mail(
    "de12-trap-eingangsbuch",
    "Auszug aus dem Rechnungseingangsbuch: laufende Nummer, Eingang, Betrag, Sachbearbeiter, Prüfstand",
    "xlsxwriter",
    "E26",
    "Ihre Rechnungen bei uns",
    "2026-11-12T14:30:00+01:00",
    "Hallo, wie gewünscht die bei uns registrierten Rechnungen mit dem Stand der Prüfung.",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        xlsx(
            "Eingangsbuch.xlsx",
            """
Lfd. Nr. | Eingang | Ihre Rechnung | Betrag | Sachbearbeiter | Prüfstand
'811 | 14.10.2026 | MS-9-0417 | 2,023.00 | Weidner | sachlich geprüft
'826 | 21.10.2026 | MS-9-0425 | 1,011.50 | Weidner | liegt beim Projektleiter
Summe | | | 3,034.50 | |
""",
        )
    ],
)

firm(
    "E27",
    "Tischlerei Hagemann e.K.",
    "info@tischlerei-hagemann.example",
    "EUR",
    """
HT-2605-17 2026-05-11 1190.00
HT-2606-09 2026-06-08 892.50
""",
    **DE,
)
mail(
    "de12-trap-insolvenztabelle",
    "Schreiben des Insolvenzverwalters: Auszug aus der Tabelle, angemeldete und festgestellte Beträge unserer Rechnungen, Quote noch offen",
    "fpdf2",
    "E27",
    "Insolvenzverfahren Hagemann - Ihr Tabellenauszug",
    "2026-11-11T16:00:00+01:00",
    "Sehr geehrte Damen und Herren, den Tabellenauszug erhalten Sie anbei.",
    kind=ANY,
    customer=ANY,
    disputes=[UNSCORED],
    sender=("Kanzlei Dr. Ewers", "tabelle@kanzlei-ewers.example"),
    files=[
        pdf(
            "Tabellenauszug.pdf",
            lambda: typed(
                """
Insolvenzverfahren über das Vermögen des Tischlermeisters Karl Hagemann, Tischlerei Hagemann e.K.
Auszug aus der Insolvenztabelle, Gläubiger: Brevanne Lacke GmbH

Lfd. Nr. | Forderungsgrund | Angemeldet EUR | Festgestellt EUR
17 | Rechnung HT-2605-17 | 1.190,00 | 1.190,00
18 | Rechnung HT-2606-09 | 892,50 | 892,50
 | Summe | 2.082,50 | 2.082,50

Die Forderungen sind in voller Höhe festgestellt. Eine Quote wird erst nach dem Schlusstermin verteilt.
""",
                (15, 35, -130, -180),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "E30",
    "Brasserie Val d'Amblève SRL",
    "compta@valdambleve.example",
    "EUR",
    """
VB-26/1417 2026-09-11 1815.00
VB-26/1433 2026-09-25 605.00
VB-26/1440 2026-09-30 -121.00
VB-26/1455 2026-10-06 242.00
""",
    language="fr",
    zone="Europe/Brussels",
)
mail(
    "fr12-belgique-bordereau",
    "Logiciel comptable belge: n° interne, votre document, échéance, ouvert, payé ce jour; note de crédit en déduction, communication et total du paiement",
    "chromium",
    "E30",
    "Avis de paiement fournisseur 2026/117",
    "2026-11-12T09:20:00+01:00",
    "Bonjour,\n\nVeuillez trouver ci-joint notre avis de paiement.\n\nBien à vous",
    pay("2299.00", "EUR", "VB-26/1417 1815.00; VB-26/1433 605.00; VB-26/1440 -121.00"),
    files=[
        pdf(
            "avis_117.pdf",
            lambda: printed(
                "<h3>Brasserie Val d'Amblève SRL</h3><p>BE 0417.882.117</p><p>Bénéficiaire : Brevanne Revêtements SARL<br>Communication : VD 2026/117<br>Date mémo : 12-11-2026</p>"
                + table(
                    ("Jnl/N°", "Votre document", "Du", "Échéance", "Ouvert", "Payé ce jour"),
                    rights(
                        cells("""
AC1/2091 | VB-26/1417 | 11-09-2026 | 11-10-2026 | 1.815,00 | 1.815,00
AC1/2133 | VB-26/1433 | 25-09-2026 | 25-10-2026 | 605,00 | 605,00
NC1/0088 | VB-26/1440 | 30-09-2026 | 30-10-2026 | 121,00- | 121,00-
 | | | Total du paiement EUR | | 2.299,00
"""),
                        4,
                    ),
                ),
                language="fr",
            ),
        )
    ],
)

firm(
    "E31",
    "Les Scieries Matapédia inc.",
    "comptes-fournisseurs@scieriesmatapedia.example",
    "CAD",
    """
QC-104417 2026-09-08 6898.50
QC-104433 2026-09-22 2299.50
QC-104450 2026-10-06 1149.75
""",
    language="fr",
    zone="America/Toronto",
)
mail(
    "fr12-quebec-depot-direct",
    "Québec: relevé de dépôt direct, montants avec espace et signe de dollar derrière, escompte et retenue, montant déposé",
    "fpdf2",
    "E31",
    "Relevé de dépôt direct no 40117",
    "2026-11-12T07:30:00-05:00",
    "Bonjour,\n\nUn dépôt direct a été effectué dans votre compte. Le relevé est joint.",
    pay("8944.53", "CAD", "QC-104417 6760.53 d=137.97; QC-104433 2184.00 x=115.50"),
    files=[
        pdf(
            "releve40117.pdf",
            lambda: typed(
                """
Les Scieries Matapédia inc. | | | RELEVÉ DE DÉPÔT DIRECT
Amqui (Québec) | | | No 40117

Payé à : Revêtements Brevanne inc. | | | Date : 2026-11-12
 | | | Devise : CAD

No de facture | Date | Montant facturé | Escompte | Retenue | Montant déposé
QC-104417 | 2026-09-08 | 6 898,50 $ | 137,97 $ | 0,00 $ | 6 760,53 $
QC-104433 | 2026-09-22 | 2 299,50 $ | 0,00 $ | 115,50 $ | 2 184,00 $

Total | | 9 198,00 $ | 137,97 $ | 115,50 $ | 8 944,53 $
""",
                (12, 45, -100, -125, -150, -190),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "E32",
    "Horlogerie Val-Travers SA",
    "finances@horlogerie-valtravers.example",
    "CHF",
    """
NE-26.0417 2026-09-09 2154.00
NE-26.0431 2026-09-23 1077.00
NE-26.0445 2026-10-05 323.10
""",
    language="fr",
    zone="Europe/Zurich",
)
mail(
    "fr12-suisse-xls-bonification",
    "Suisse: ancien classeur «Avis de bonification», votre n°, montant dû, rabais, bonifié; apostrophes, total CHF",
    "xlwt",
    "E32",
    "Avis de bonification",
    "2026-11-11T15:00:00+01:00",
    "Madame, Monsieur,\n\nLe versement a été exécuté ce jour, voir l'annexe.\n\nMeilleures salutations",
    pay("3187.92", "CHF", "NE-26.0417 2110.92 d=43.08; NE-26.0431 1077.00"),
    files=[
        (
            "bonification.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Horlogerie Val-Travers SA | | | |
Avis de bonification du 11.11.2026 | | | |
En faveur de | Brevanne Revêtements SARL | | |

Votre n° | Daté du | Montant dû | Escompte 2% | Bonifié
NE-26.0417 | 09.09.2026 | 2'154.00 | 43.08 | 2'110.92
NE-26.0431 | 23.09.2026 | 1'077.00 | | 1'077.00
Total CHF | | 3'231.00 | 43.08 | 3'187.92
""",
                "Avis",
            ),
        )
    ],
)

firm(
    "E33",
    "Menuiserie Castelnau SAS",
    "secretariat@menuiserie-castelnau.example",
    "EUR",
    """
FV2609-0417 2026-09-10 1440.00
FV2609-0429 2026-09-21 720.00
FV2610-0407 2026-10-05 360.00
""",
    **FR,
)
mail(
    "fr12-docx-acompte-deduit",
    "Lettre Word: factures réglées, colonne «acompte déjà versé», net réglé ce jour; total par virement",
    "python-docx",
    "E33",
    "Règlement de vos factures de septembre",
    "2026-11-12T18:00:00+01:00",
    "Bonjour, vous trouverez en pièce jointe le détail de notre règlement de ce jour.",
    pay("1660.00", "EUR", "FV2609-0417 940.00; FV2609-0429 720.00"),
    files=[
        (
            "reglement.docx",
            DOCX,
            lambda: docx(
                (
                    "Menuiserie Castelnau SAS",
                    "Castelnau, le 12 novembre 2026",
                    "Nous avons fait procéder ce jour au virement de 1 660,00 € à votre profit :",
                ),
                """
N° de facture | Montant TTC | Acompte déjà versé | Net réglé ce jour
FV2609-0417 | 1 440,00 € | 500,00 € | 940,00 €
FV2609-0429 | 720,00 € | | 720,00 €
Total | 2 160,00 € | 500,00 € | 1 660,00 €
""",
                ("Veuillez agréer nos salutations distinguées.",),
            ),
        )
    ],
)

firm(
    "E34",
    "Groupe Laiterie Charmont",
    "no-reply@portail-charmont.example",
    "EUR",
    """
LC-F-260917 2026-10-17 4320.00
LC-F-260931 2026-10-24 2160.00
""",
    **FR,
)
mail(
    "fr12-trap-statuts-plateforme",
    "Plateforme de facturation électronique: cycle de vie, factures «prise en charge» et «approuvée», montants et date limite",
    "HTML program",
    "E34",
    "Changement de statut de vos factures",
    "2026-11-13T06:00:00+01:00",
    markup(
        nested(
            "<p>Bonjour Brevanne Revêtements SARL,</p><p>Le statut de vos factures a changé :</p>"
            + grid(
                "LC-F-260917 | 4 320,00 € | Approuvée | 16/12/2026\nLC-F-260931 | 2 160,00 € | Prise en charge | 23/12/2026",
                "Facture|Montant TTC|Statut|Date limite de règlement",
            )
            + "<p>Total : 6 480,00 €</p>"
        )
    ),
    kind=ANY,
    promises=[UNSCORED],
)

firm(
    "E35",
    "Garage Bellerive Sàrl",
    "garage@bellerive.example",
    "CHF",
    """
GB-7.0417 2026-08-12 861.60
GB-7.0433 2026-09-02 430.80
""",
    language="fr",
    zone="Europe/Zurich",
)
mail(
    "fr12-trap-sursis",
    "Lettre d'une fiduciaire: sursis demandé, tableau des factures ouvertes et dividende proposé; rien n'est encore versé",
    "chromium",
    "E35",
    "Garage Bellerive Sàrl - proposition aux créanciers",
    "2026-11-12T10:40:00+01:00",
    "Madame, Monsieur, veuillez prendre connaissance de la proposition ci-jointe.",
    kind=ANY,
    customer=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
    sender=("Fiduciaire du Lac", "contact@fiduciairedulac.example"),
    files=[
        pdf(
            "proposition.pdf",
            lambda: printed(
                "<h3>Garage Bellerive Sàrl : proposition de règlement amiable</h3><p>Créancier : Brevanne Revêtements SARL</p>"
                + table(
                    ("Facture", "Créance CHF", "Dividende 40 %"),
                    rights(
                        cells(
                            "GB-7.0417 | 861.60 | 344.64\nGB-7.0433 | 430.80 | 172.32\nTotal | 1'292.40 | 516.96"
                        ),
                        1,
                    ),
                )
                + "<p>Le dividende serait versé si tous les créanciers acceptent d'ici au 15 janvier 2027. Bon pour accord : ________</p>",
                language="fr",
            ),
        )
    ],
)

firm(
    "E40",
    "Grupo Hotelero Cenote Azul SA de CV",
    "egresos@cenoteazul.example",
    "MXN",
    """
BVN-F-8417 2026-09-09 34800.00
BVN-F-8431 2026-09-23 17400.00
BVN-F-8440 2026-10-02 5800.00
""",
    language="es",
    zone="America/Cancun",
)
mail(
    "es12-mexico-spei-html",
    "México: portal de proveedores, aviso de dispersión por SPEI; folio, retención, importe dispersado, clave de rastreo y total",
    "HTML program",
    "E40",
    "Aviso de dispersión de pago 117",
    "2026-11-12T19:00:00-05:00",
    markup(
        nested(
            "<p>Estimado proveedor Brevanne:</p><p>Se dispersó el siguiente pago a su cuenta CLABE terminación 7781.</p>"
            + grid(
                "BVN-F-8417 | 09/09/2026 | $34,800.00 | $0.00 | $34,800.00\nBVN-F-8431 | 23/09/2026 | $17,400.00 | $750.00 | $16,650.00",
                "Folio factura|Fecha|Importe|Penalización|Dispersado",
            )
            + "<p>Total dispersado: $51,450.00 M.N.<br>Clave de rastreo: 2026111240014BMOV0000417<br>Fecha de operación: 12/11/2026</p><p>Envíe su complemento de pago dentro de 5 días.</p>"
        )
    ),
    pay("51450.00", "MXN", "BVN-F-8417 34800.00; BVN-F-8431 16650.00 x=750.00"),
)

firm(
    "E41",
    "Viña Quebrada Honda SpA",
    "tesoreria@quebradahonda.example",
    "CLP",
    """
120417 2026-09-08 2380000
120433 2026-09-22 1190000
120440 2026-09-29 -238000
120451 2026-10-05 595000
""",
    language="es",
    zone="America/Santiago",
)
mail(
    "es12-chile-nomina",
    "Chile: detalle de nómina de pago a proveedores; RUT, tipo DTE y folio, monto documento, abono con puntos y sin decimales; nota de crédito tipo 61",
    "reportlab",
    "E41",
    "Nómina de pago 117",
    "2026-11-12T13:10:00-03:00",
    "Estimados, se adjunta detalle del pago realizado hoy mediante transferencia.",
    pay("3332000", "CLP", "120417 2380000; 120433 1190000; 120440 -238000"),
    files=[
        pdf(
            "nomina117.pdf",
            lambda: drawn(
                """
VIÑA QUEBRADA HONDA SPA
Nómina de pago 117 | | | Fecha de abono 12-11-2026
Proveedor 76.417.882-1 Brevanne Recubrimientos

Tipo DTE | Folio | Emisión | Monto documento | Monto abonado
33 | 120417 | 08-09-2026 | $ 2.380.000 | $ 2.380.000
33 | 120433 | 22-09-2026 | $ 1.190.000 | $ 1.190.000
61 | 120440 | 29-09-2026 | $ -238.000 | $ -238.000
 | | Total abonado en cuenta | | $ 3.332.000
""",
                (50, 110, 190, -400, -520),
            ),
        )
    ],
)

firm(
    "E42",
    "Ingenio La Esperanza S.A.S.",
    "pagos@ingeniolaesperanza.example",
    "COP",
    """
FEBR-4417 2026-09-10 11900000
FEBR-4430 2026-09-24 5950000
FEBR-4441 2026-10-06 2380000
""",
    language="es",
    zone="America/Bogota",
)
mail(
    "es12-colombia-giro-xlsx",
    "Colombia: libro «relación de giros»; documento proveedor, valor bruto, retenciones en la fuente e ICA, valor girado, total girado",
    "xlsxwriter",
    "E42",
    "Relación de giros 12 de noviembre",
    "2026-11-12T16:00:00-05:00",
    "Buenas tardes, adjuntamos la relación de lo girado el día de hoy.",
    pay("17194500", "COP", "FEBR-4417 11463000 x=437000; FEBR-4430 5731500 x=218500"),
    files=[
        xlsx(
            "giros.xlsx",
            """
Ingenio La Esperanza S.A.S. | NIT 890.417.882-1 | | | |
Relación de giros | Proveedor: Brevanne Recubrimientos | | Pesos | |
Doc. proveedor | Fecha doc. | Valor bruto | Retefuente | Reteica | Valor girado
FEBR-4417 | 10/09/2026 | 11,900,000.00 | 337,000.00 | 100,000.00 | 11,463,000.00
FEBR-4430 | 24/09/2026 | 5,950,000.00 | 168,500.00 | 50,000.00 | 5,731,500.00
Total girado | | 17,850,000.00 | 505,500.00 | 150,000.00 | 17,194,500.00
""",
        )
    ],
)

firm(
    "E43",
    "Cooperativa Agraria Monte Alto",
    "administracion@montealto-coop.example",
    "EUR",
    """
MA/26-0417 2026-09-07 968.00
MA/26-0433 2026-09-21 484.00
MA/26-0448 2026-10-05 242.00
""",
    **ES,
)
mail(
    "es12-liquidacion-ods",
    "Cooperativa: hoja ODS «liquidación a proveedores», su factura, importe, descuento pronto pago, a percibir; importe transferido abajo",
    "odfpy",
    "E43",
    "Liquidación noviembre",
    "2026-11-11T09:00:00+01:00",
    "Buenos días:\n\nLes hemos transferido la liquidación que se adjunta.\n\nUn saludo",
    pay("1432.64", None, "MA/26-0417 948.64 d=19.36; MA/26-0433 484.00"),
    files=[
        (
            "liquidacion.ods",
            ODS,
            lambda: ods(
                """
Cooperativa Agraria Monte Alto | Liquidación a proveedores | 11/11/2026
Su factura | De fecha | Importe | Pronto pago | A percibir
MA/26-0417 | 07/09/2026 | 968.00 | 19.36 | 948.64
MA/26-0433 | 21/09/2026 | 484.00 | 0.00 | 484.00
Importe transferido | | | | 1,432.64
"""
            ),
        )
    ],
)

firm(
    "E44",
    "Constructora Río Bravo SA de CV",
    "cxp@constructorariobravo.example",
    "MXN",
    """
RB-90417 2026-10-13 58000.00
RB-90433 2026-10-20 29000.00
""",
    language="es",
    zone="America/Monterrey",
)
mail(
    "es12-trap-contrarrecibo",
    "México: contrarrecibo, facturas recibidas a revisión con importes y fecha programada; aún no se paga",
    "chromium",
    "E44",
    "Contrarrecibo 40117",
    "2026-11-12T12:00:00-06:00",
    "Se anexa contrarrecibo de sus facturas.",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "contrarrecibo.pdf",
            lambda: printed(
                "<h3>CONTRARRECIBO No. 40117</h3><p>Constructora Río Bravo SA de CV<br>Proveedor: Brevanne Recubrimientos</p><p>Recibimos a revisión los siguientes documentos:</p>"
                + table(
                    ("Factura", "Fecha", "Importe"),
                    rights(
                        cells(
                            "RB-90417 | 13/10/2026 | $58,000.00\nRB-90433 | 20/10/2026 | $29,000.00\nTotal | | $87,000.00"
                        ),
                        2,
                    ),
                )
                + "<p>Fecha programada de pago: 11/12/2026</p><p>Días de pago: viernes de 10 a 13 h.</p>",
                language="es",
            ),
        )
    ],
)

firm(
    "E50",
    "常盤精機株式会社",
    "zaimu@tokiwa-seiki.example",
    "JPY",
    """
TK26-0917 2026-09-30 1210000
TK26-0933 2026-09-30 605000
TK26-1012 2026-10-31 330000
""",
    **JA,
)


def _japanese(said: str, columns: tuple[float, ...]) -> bytes:
    return typed(said, columns, family="cjk", font=CJK, step=7)


mail(
    "ja12-densai-annai",
    "電子記録債権の発生のご案内: 記録番号、債権金額、支払期日、内訳に請求書番号と金額",
    "fpdf2",
    "E50",
    "電子記録債権発生のご案内",
    "2026-11-12T10:00:00+09:00",
    "いつもお世話になっております。\n下記お支払につき、本日、電子記録債権の発生記録を行いました。明細を添付いたします。\n\n常盤精機株式会社 財務課",
    pay("1815000", "JPY", "TK26-0917 1210000; TK26-0933 605000"),
    files=[
        pdf(
            "densai.pdf",
            lambda: _japanese(
                """
電子記録債権 発生のご案内

ブレヴァンヌ・コーティングス株式会社 御中 | | 常盤精機株式会社

記録番号 | 00A 4417 8820 | |
発生日 | 2026年11月12日 | |
支払期日 | 2027年1月31日 | |
債権金額 | 1,815,000円 | |

内訳
ご請求番号 | ご請求日 | 金額 |
TK26-0917 | 2026/09/30 | 1,210,000円 |
TK26-0933 | 2026/09/30 | 605,000円 |
合計 | | 1,815,000円 |
""",
                (20, 65, 115),
            ),
        )
    ],
)

firm(
    "E51",
    "株式会社みなと造園",
    "shiharai@minato-zoen.example",
    "JPY",
    """
MZ-40917 2026-09-30 297000
MZ-40933 2026-09-30 148500
MZ-41005 2026-10-31 99000
""",
    **JA,
)
mail(
    "ja12-shiharai-kojo",
    "支払通知: 枠の中に見出しと値を上下に置き、下に明細。材料代立替を控除し、差引お振込額",
    "chromium",
    "E51",
    "11月度お支払のお知らせ",
    "2026-11-10T17:00:00+09:00",
    "お世話になっております。11月10日付でお振込いたしました。添付をご確認ください。",
    pay("434500", "JPY", "MZ-40917 286000 x=11000; MZ-40933 148500"),
    files=[
        pdf(
            "oshirase.pdf",
            lambda: printed(
                "<h3>お支払のお知らせ</h3><p>ブレヴァンヌ・コーティングス株式会社 様</p>"
                "<table border=1><tr><td>お支払日<br>2026年11月10日</td><td>お支払方法<br>振込</td><td>ご請求計<br>445,500</td><td>控除計<br>11,000</td><td><b>差引お振込額<br>434,500</b></td></tr></table><br>"
                + table(
                    ("請求No.", "現場", "ご請求額", "立替控除", "お振込額"),
                    rights(
                        cells(
                            "MZ-40917 | 中央公園 | 297,000 | 11,000 | 286,000\nMZ-40933 | 港南緑地 | 148,500 | 0 | 148,500"
                        ),
                        2,
                    ),
                )
                + "<p>株式会社みなと造園 経理（単位：円）</p>",
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)

firm(
    "E52",
    "北斗物流株式会社",
    "kaikei@hokuto-butsuryu.example",
    "JPY",
    """
HB0926-11 2026-09-30 412500
HB0926-14 2026-09-30 88000
HB0926-19 2026-09-30 -22000
HB1026-02 2026-10-31 55000
""",
    **JA,
)
mail(
    "ja12-keshikomi-xlsx",
    "買掛消込一覧のブック: 区分(請求・赤伝)、貴社伝票、計上額、消込額、未消込残; 出金額は下",
    "xlsxwriter",
    "E52",
    "買掛金お支払明細(10月末締)",
    "2026-11-11T11:30:00+09:00",
    "お世話になります。\n本日お振込いたしました分の明細です。よろしくお願いいたします。",
    pay("478500", None, "HB0926-11 412500; HB0926-14 88000; HB0926-19 -22000"),
    files=[
        xlsx(
            "買掛消込.xlsx",
            """
北斗物流株式会社 | 買掛消込一覧 | | 2026/11/11 | |
区分 | 貴社伝票 | 計上日 | 計上額 | 消込額 | 未消込残
請求 | HB0926-11 | 2026/09/30 | 412,500.00 | 412,500.00 | 0.00
請求 | HB0926-14 | 2026/09/30 | 88,000.00 | 88,000.00 | 0.00
赤伝 | HB0926-19 | 2026/09/30 | -22,000.00 | -22,000.00 | 0.00
出金額 | | | | 478,500.00 |
""",
        )
    ],
)

firm(
    "E53",
    "有限会社すみれ看板",
    "sumire@sumire-kanban.example",
    "JPY",
    """
SK-26-3317 2026-10-31 77000
SK-26-3329 2026-10-31 38500
""",
    **JA,
)
mail(
    "ja12-shiharai-app-html",
    "支払代行アプリの通知: 「送金が完了しました」、項目と値の表、請求書番号と送金額、手数料は送金元負担",
    "HTML program",
    "E53",
    "【送金完了】有限会社すみれ看板 様からの送金",
    "2026-11-12T15:02:00+09:00",
    markup(
        nested(
            "<p>ブレヴァンヌ・コーティングス株式会社 ご担当者様</p><p>有限会社すみれ看板 様からの送金が完了しました。</p>"
            + grid(
                "送金日 | 2026年11月12日\n請求書番号 | SK-26-3317\n送金額 | ¥77,000\n送金手数料 | ¥0（送金元負担）\n送金元 | 有限会社すみれ看板"
            )
            + "<p>本メールは自動配信です。</p>"
        )
    ),
    pay("77000", "JPY", "SK-26-3317 77000"),
    sender=("らくらく送金", "notice@rakuraku-soukin.example"),
)

firm(
    "E54",
    "あけぼの印刷株式会社",
    "keiri@akebono-print.example",
    "JPY",
    """
AK-0417-26 2026-10-31 165000
AK-0433-26 2026-10-31 82500
""",
    **JA,
)
mail(
    "ja12-trap-sashimodoshi",
    "請求書差戻しの通知: 登録番号の記載漏れ、再提出を依頼、番号と金額の表",
    "HTML program",
    "E54",
    "【差戻し】請求書のご確認のお願い",
    "2026-11-12T09:45:00+09:00",
    markup(
        "<p>お世話になっております。下記の請求書を差し戻しましたので、修正のうえ再提出をお願いいたします。</p>"
        + grid(
            "AK-0417-26 | 165,000円 | 登録番号の記載なし\nAK-0433-26 | 82,500円 | 税率区分の合計なし",
            "請求書番号|金額|差戻し理由",
        )
        + "<p>合計 247,500円 / 再提出期限 11月20日</p>"
    ),
    kind=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
)
