"""The eighth set in German, French, Spanish and Japanese, written without looking at the reader."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    DE,
    DOCX,
    ES,
    FR,
    JA,
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
from tests.corpus.strangers.files import docx, drawn, typed, woven, xlsx


def _written(body: str, language: str) -> bytes:
    return press.office(
        f"<html lang={language}><head><meta charset='utf-8'></head><body>{body}</body></html>", ".html"
    )


firm(
    "A30",
    "Rheintal Filtertechnik AG",
    "kreditoren@rheintal-filter.example",
    "EUR",
    """
RG260900417 2026-09-03 4760.00
RG260900452 2026-09-12 1547.00
RG261000488 2026-10-01 2380.00
RG261000503 2026-10-06 357.00
""",
    **DE,
)
mail(
    "de8-formular-text-spalte",
    "Zahlungsavis eines ERP: Anschreiben mit Bankverbindung, Beleg, Ihr Beleg, Belegdatum, Abzüge, Bruttobetrag, Nettobetrag und eine Textzeile unter einer Position",
    "LibreOffice writer",
    "A30",
    "Zahlungsavis 2000018844",
    "2026-11-11T06:40:00+01:00",
    "Sehr geehrte Damen und Herren,\n\nanbei erhalten Sie unser Zahlungsavis.\n\nDiese E-Mail wurde automatisch erstellt.\n\nRheintal Filtertechnik AG, Vorstand: Dr. M. Seidl, AG Mannheim HRB 700417",
    pay("8442.40", "EUR", "RG260900452 1547.00; RG260900417 4664.80 d=* x=*; RG261000488 2230.60 x=149.40"),
    files=[
        pdf(
            "Avis_2000018844.pdf",
            lambda: _written(
                "<p>Rheintal Filtertechnik AG, Hafenstr. 12, 68159 Mannheim</p><p>Firma<br>Brevanne Lacke GmbH<br>Postfach 1142<br>63067 Offenbach</p>"
                "<p><b>Zahlungsavis</b></p><p>Datum 11.11.2026 &nbsp; Unser Zeichen KR-17 &nbsp; Ihr Konto bei uns 700418</p>"
                "<p>Sehr geehrte Damen und Herren, wir haben nachstehende Posten reguliert. Der Betrag wird Ihrem Konto 4711 0815 bei der Musterbank gutgeschrieben.</p>"
                + table(
                    (
                        "Beleg",
                        "Ihr Beleg",
                        "Belegdatum",
                        "Abzüge EUR",
                        "Bruttobetrag EUR",
                        "Nettobetrag EUR",
                    ),
                    rights(
                        cells("""
5105600417 | RG260900417 | 03.09.2026 | 95,20 | 4.760,00 | 4.664,80
5105600452 | RG260900452 | 12.09.2026 | 0,00 | 1.547,00 | 1.547,00
5105600488 | RG261000488 | 01.10.2026 | 149,40 | 2.380,00 | 2.230,60
 | Kürzung lt. Prüfprotokoll 88 | | | |
Summe | | | 244,60 | 8.687,00 | 8.442,40
"""),
                        3,
                    ),
                )
                + "<p>Zahlungsbeleg 2000018844 &nbsp; Valuta 13.11.2026</p>",
                "de",
            ),
        )
    ],
)

firm(
    "A31",
    "Autohaus Brinkmann KG",
    "buchhaltung@autohaus-brinkmann.example",
    "EUR",
    """
4471026 2026-09-05 392.70
4471033 2026-09-19 785.40
4471048 2026-10-02 1178.10
""",
    **DE,
)
mail(
    "de8-opos-avis",
    "Ausdruck eines Steuerberaterprogramms: Rechnungsnummer, Datum, OP-Betrag, Skonto-%, Skontobetrag, Zahlungsbetrag; Summenzeile ohne Wort unter Strichen",
    "weasyprint",
    "A31",
    "Avis",
    "2026-11-12T08:55:00+01:00",
    "Guten Morgen,\n\nim Anhang unser Avis zur heutigen Überweisung.\n\nFreundliche Grüße\nS. Brinkmann",
    pay("1154.54", "*", "4471026 384.85 d=7.85; 4471033 769.69 d=15.71"),
    files=[
        pdf(
            "Avis.pdf",
            lambda: woven(
                "<p>Autohaus Brinkmann KG &nbsp;&nbsp; Mandant 20417 &nbsp; WJ 2026</p><h3>Zahlungsavis zur Überweisung vom 12.11.2026</h3><p>Kreditor 71188 Brevanne Lacke GmbH</p>"
                + table(
                    (
                        "Rechnungsnummer",
                        "Datum",
                        "OP-Betrag",
                        "Skonto-%",
                        "Skontobetrag",
                        "Zahlungsbetrag",
                    ),
                    rights(
                        cells("""
4471026 | 05.09.2026 | 392,70 | 2,00 | 7,85 | 384,85
4471033 | 19.09.2026 | 785,40 | 2,00 | 15,71 | 769,69
 | | 1.178,10 | | 23,56 | 1.154,54
"""),
                        2,
                    ),
                ),
                ".r{text-align:right}tr:last-child td{border-top:1px solid;border-bottom:3px double}",
                language="de",
            ),
        )
    ],
)

firm(
    "A32",
    "Stadtwerke Oberlingen",
    "stadtkasse@oberlingen.example",
    "EUR",
    """
SR-20260917 2026-09-17 2618.00
SR-20260924 2026-09-24 833.00
SR-20261006 2026-10-06 119.00
""",
    **DE,
)
mail(
    "de8-stadtkasse",
    "Auszahlungsmitteilung einer Stadtkasse: Kassenzeichen, Haushaltsstelle, Anordnungsnummer, je Rechnung ein Absatz von Angaben",
    "fpdf2",
    "A32",
    "Auszahlungsmitteilung Kassenzeichen 5.0417.008814.6",
    "2026-11-10T07:15:00+01:00",
    "Die Auszahlungsmitteilung ist als PDF beigefügt.",
    pay("3451.00", "EUR", "SR-20260917 2618.00; SR-20260924 833.00"),
    files=[
        pdf(
            "Mitteilung.pdf",
            lambda: typed(
                """
STADTWERKE OBERLINGEN - Stadtkasse
Auszahlungsmitteilung | | 10.11.2026

Empfänger: Brevanne Lacke GmbH
Kassenzeichen: 5.0417.008814.6

Folgende Beträge wurden heute zur Zahlung angewiesen und überwiesen:

Anordnung 88140 | HHSt. 5710.6550
Rechnung SR-20260917 vom 17.09.2026 | | EUR | 2.618,00
Anordnung 88152 | HHSt. 5710.5400
Rechnung SR-20260924 vom 24.09.2026 | | EUR | 833,00

Überweisungsbetrag | | EUR | 3.451,00

Rückfragen: Zimmer 118, Tel. 07555 4471-18
""",
                (15, 90, 140, -185),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "A33",
    "Hagebau Nordheide eG",
    "avis@hagenord.example",
    "EUR",
    """
2610447 2026-09-02 1190.00
2610459 2026-09-09 595.00
2610466 2026-09-16 -59.50
2610481 2026-09-30 2975.00
2610493 2026-10-05 178.50
""",
    **DE,
)
mail(
    "de8-markt-xlsx",
    "Avis eines Baumarkts als Mappe: Markt, Belegart RE/GU/BL, Lieferantenbeleg, Bruttobetrag, Skonto, Zahlbetrag; Belastung Werbekosten mit eigener Nummer, Summe darüber",
    "xlsxwriter",
    "A33",
    "Zahlungsavis 118844 - Lieferant 40417",
    "2026-11-13T03:05:00+01:00",
    "Automatisch erzeugte Nachricht. Anlage: Zahlungsavis als Excel-Datei.",
    pay("4307.03", "*", "*"),
    files=[
        xlsx(
            "Avis_118844.xlsx",
            """
Hagebau Nordheide eG | | | | | | Avis-Nr. | 118844
Lieferant | '40417 | Brevanne Lacke GmbH | | | | Zahldatum | 13.11.2026
 | | | | | | Zahlbetrag | 4,307.03

Markt | Belegart | Lieferantenbeleg | Belegdatum | Bruttobetrag | Skonto | Zahlbetrag | Text
101 | RE | '2610447 | 02.09.2026 | 1,190.00 | 35.70 | 1,154.30 |
101 | RE | '2610459 | 09.09.2026 | 595.00 | 17.85 | 577.15 |
104 | GU | '2610466 | 16.09.2026 | -59.50 | 0.00 | -59.50 | Retoure
112 | RE | '2610481 | 30.09.2026 | 2,975.00 | 89.25 | 2,885.75 |
900 | BL | 'WK-2026-77 | 31.10.2026 | -250.67 | 0.00 | -250.67 | Werbekosten Herbstprospekt
""",
        )
    ],
)

firm(
    "A34",
    "Malermeister Kuno Fuchs",
    "info@maler-fuchs.example",
    "EUR",
    """
R26-0881 2026-09-14 428.40
R26-0902 2026-09-28 214.20
R26-0915 2026-10-05 107.10
""",
    **DE,
)
mail(
    "de8-bank-einzelauftrag",
    "Bestätigung des Onlinebankings als PDF: Auftrag ausgeführt, Empfänger, Verwendungszweck mit zwei Rechnungsnummern, Betrag",
    "chromium",
    "A34",
    "Ihre Rechnungen",
    "2026-11-12T20:41:00+01:00",
    "Hallo,\nhabe eben bezahlt, Beleg anbei.\nGruß Kuno Fuchs",
    pay("642.60", "EUR", "R26-0881 *; R26-0902 *"),
    files=[
        pdf(
            "Auftragsbestaetigung.pdf",
            lambda: printed(
                "<h3>Volksbank Musterland eG</h3><p>Überweisung (SEPA)</p><p>Auftragsstatus: ausgeführt am 12.11.2026, 20:37 Uhr</p>"
                "<table><tr><td>Auftraggeber</td><td>Kuno Fuchs</td></tr><tr><td>Auftraggeberkonto</td><td>DE89 3704 0044 0532 0130 00</td></tr>"
                "<tr><td>Empfänger</td><td>Brevanne Lacke GmbH</td></tr><tr><td>IBAN</td><td>DE02 1203 0000 0000 2020 51</td></tr>"
                "<tr><td>Betrag</td><td>642,60 EUR</td></tr><tr><td>Verwendungszweck</td><td>RNr R26-0881 u. R26-0902</td></tr><tr><td>Ausführungsart</td><td>Standard</td></tr></table>"
                "<p style='font-size:7pt'>Dieser Beleg wurde maschinell erstellt und ist ohne Unterschrift gültig.</p>",
                language="de",
            ),
        )
    ],
)

firm(
    "A35",
    "Kältebau Süd GmbH",
    "rechnung@kaeltebau-sued.example",
    "EUR",
    """
AB/26/04417 2026-09-04 3332.00
AB/26/04502 2026-09-18 1666.00
AB/26/04588 2026-10-02 416.50
""",
    **DE,
)
mail(
    "de8-csv-titelzeilen",
    "CSV mit Titelzeilen, Semikolon, Dezimalkomma: Kreditor, externe Belegnr., Buchungsdatum, Restbetrag vor Zahlung, Zahlbetrag, Währungscode; Gesamt am Ende",
    "program's CSV",
    "A35",
    "Zahlungsmitteilung KW 46",
    "2026-11-13T10:05:00+01:00",
    "Hallo, im Anhang die Einzelposten unserer Zahlung vom 13.11.\nViele Grüße, Buchhaltung",
    pay("4998.00", "EUR", "AB/26/04417 3332.00; AB/26/04502 1666.00"),
    files=[
        (
            "Zahlung_KW46.csv",
            "text/csv",
            lambda: (
                "Kältebau Süd GmbH;;;;;;\r\nZahlungsmitteilung;13.11.2026;;;;;\r\n;;;;;;\r\n"
                "Kreditor;Externe Belegnr.;Unsere Belegnr.;Buchungsdatum;Restbetrag vor Zahlung;Zahlbetrag;Währung\r\n"
                "K10417;AB/26/04417;EKR-2207;04.09.2026;3.332,00;3.332,00;EUR\r\n"
                "K10417;AB/26/04502;EKR-2251;18.09.2026;1.666,00;1.666,00;EUR\r\n"
                ";;;;Gesamt;4.998,00;EUR\r\n"
            ).encode("cp1252"),
        )
    ],
)

firm(
    "A36",
    "Hotel Seeblick Betriebs-GmbH",
    "verwaltung@seeblick-hotel.example",
    "EUR",
    """
RE2026-3301 2026-09-08 952.00
RE2026-3318 2026-09-22 476.00
RE2026-3340 2026-10-06 238.00
""",
    **DE,
)
mail(
    "de8-scheckbrief",
    "Brief mit Verrechnungsscheck: Liste mit Gedankenstrichen, abzüglich Gutschrift, Schecksumme in Ziffern und Worten",
    "python-docx",
    "A36",
    "Scheck",
    "2026-11-11T11:30:00+01:00",
    "Guten Tag, vorab unser Anschreiben, der Scheck ist heute in die Post gegangen. Gruß, M. Thoma",
    pay("1388.00", "EUR", "RE2026-3301 * x=*; RE2026-3318 * x=*"),
    files=[
        (
            "Anschreiben.docx",
            DOCX,
            lambda: docx(
                (
                    "Hotel Seeblick Betriebs-GmbH, Uferweg 3",
                    "Sehr geehrte Damen und Herren,",
                    "zum Ausgleich Ihrer Rechnungen erhalten Sie anbei unseren Verrechnungsscheck Nr. 0088417:",
                ),
                "Rechnung RE2026-3301 vom 08.09.2026 | 952,00 €\nRechnung RE2026-3318 vom 22.09.2026 | 476,00 €\nabzügl. Minderung Farbabweichung | - 40,00 €\nScheckbetrag | 1.388,00 €",
                ("in Worten: eintausenddreihundertachtundachtzig Euro", "Mit freundlichen Grüßen"),
            ),
        )
    ],
)
mail(
    "de8-trap-rechnungsruecksendung",
    "Rechnungsrücksendung: Brief mit Rechnungsnummern und Beträgen, formale Mängel nach § 14 UStG, Zahlung erst nach Berichtigung",
    "chromium",
    "A36",
    "Rechnungsrücksendung",
    "2026-11-16T09:00:00+01:00",
    "Bitte beachten Sie das anliegende Schreiben.",
    kind="*",
    disputes=[UNSCORED],
    files=[
        pdf(
            "Ruecksendung.pdf",
            lambda: printed(
                "<p>Hotel Seeblick Betriebs-GmbH an Brevanne Lacke GmbH</p><h3>Rücksendung Ihrer Rechnungen</h3><p>wir senden Ihnen folgende Rechnung unbezahlt zurück, da die Angaben nach § 14 UStG unvollständig sind:</p>"
                + table(
                    ("Rechnung", "Datum", "Betrag", "Mangel"),
                    cells("RE2026-3340 | 06.10.2026 | 238,00 € | Leistungszeitraum fehlt"),
                )
                + "<p>Die Zahlungsfrist beginnt mit Eingang der berichtigten Rechnung.</p>",
                language="de",
            ),
        )
    ],
)
firm(
    "A37",
    "Gießerei Halbach GmbH",
    "einkauf@giesserei-halbach.example",
    "EUR",
    """
RE2026-3402 2026-10-08 5950.00
RE2026-3411 2026-10-19 1071.00
""",
    **DE,
)
mail(
    "de8-trap-saldenabgleich",
    "Saldenliste zum Monatsende mit der Bitte um Abgleich: Belege, Soll, Haben, Saldo, offen",
    "xlsxwriter",
    "A37",
    "Saldenabgleich 31.10.2026",
    "2026-11-10T13:00:00+01:00",
    "Bitte prüfen Sie, ob die Salden übereinstimmen.",
    kind="*",
    files=[
        xlsx(
            "Saldo.xlsx",
            "Konto 70417 Brevanne Lacke GmbH\nDatum | Beleg | Text | Soll | Haben | Saldo\n01.10.2026 | EB | Vortrag | | 2,380.00 | 2,380.00\n06.10.2026 | ZA 4417 | Zahlung | 2,380.00 | | 0.00\n08.10.2026 | RE2026-3402 | Rechnung | | 5,950.00 | 5,950.00\n19.10.2026 | RE2026-3411 | Rechnung | | 1,071.00 | 7,021.00\n | | Saldo 31.10.2026 | | | 7,021.00",
        )
    ],
)

firm(
    "A40",
    "Menuiseries Castaing SAS",
    "compta.fournisseurs@castaing-menuiseries.example",
    "EUR",
    """
F26/009417 2026-09-04 2160.00
F26/009466 2026-09-18 1080.00
F26/009502 2026-09-30 -216.00
F26/010031 2026-10-05 540.00
""",
    **FR,
)
mail(
    "fr8-avis-virement",
    "Avis de virement d'un logiciel de gestion: cadre du fournisseur, N° pièce, V/Réf, Libellé, Échéance, Débit, Crédit, puis « Nous vous réglons »",
    "weasyprint",
    "A40",
    "Avis de virement du 12/11/2026",
    "2026-11-12T09:10:00+01:00",
    "Bonjour,\n\nVeuillez trouver ci-joint l'avis de virement.\n\nCordialement,\nService comptabilité fournisseurs",
    pay("3024.00", "EUR", "F26/009417 2160.00; F26/009466 1080.00; F26/009502 -216.00"),
    files=[
        pdf(
            "AvisVirement.pdf",
            lambda: woven(
                "<p>MENUISERIES CASTAING SAS au capital de 80 000 € - RCS Pau 441 882 703</p><div style='border:1px solid;padding:4px;width:50%;margin-left:50%'>BREVANNE REVÊTEMENTS SARL<br>12 rue des Forges<br>69100 VILLEURBANNE</div><h3>AVIS DE VIREMENT</h3><p>Compte fournisseur : 401BREVAN</p>"
                + table(
                    ("Date", "N° pièce", "V/Réf.", "Libellé", "Échéance", "Débit", "Crédit"),
                    rights(
                        cells("""
04/09/26 | AC4417 | F26/009417 | Facture | 04/10/26 | | 2 160,00
18/09/26 | AC4451 | F26/009466 | Facture | 18/10/26 | | 1 080,00
30/09/26 | AC4480 | F26/009502 | Avoir | 30/10/26 | 216,00 |
"""),
                        5,
                    ),
                )
                + "<p>Nous vous réglons par virement la somme de <b>3 024,00 EUR</b> sur votre compte BNQ 30004 00812 ••••• 14.</p>",
                ".r{text-align:right}",
                language="fr",
            ),
        )
    ],
)

firm(
    "A41",
    "Établissements Rouquier et Fils",
    "tresorerie@rouquier.example",
    "EUR",
    """
2026-FA-3391 2026-09-11 4416.00
2026-FA-3405 2026-09-25 1104.00
2026-FA-3422 2026-10-06 276.00
""",
    **FR,
)
mail(
    "fr8-billet-a-ordre",
    "Lettre avec billet à ordre relevé: montant, échéance, factures réglées dans un tableau",
    "chromium",
    "A41",
    "Règlement de vos factures par BOR",
    "2026-11-10T15:25:00+01:00",
    "Bonjour, vous trouverez ci-joint notre lettre de règlement. Bonne réception.",
    pay("5520.00", "EUR", "2026-FA-3391 4416.00; 2026-FA-3405 1104.00"),
    files=[
        pdf(
            "BOR_4417.pdf",
            lambda: printed(
                "<p>Éts Rouquier et Fils</p><p style='text-align:right'>Albi, le 10 novembre 2026</p><p>Messieurs,</p><p>En règlement de vos factures ci-dessous, nous vous remettons un billet à ordre relevé n° 4417 à échéance du 31 décembre 2026.</p>"
                + table(
                    ("Facture n°", "du", "Montant TTC"),
                    rights(
                        cells(
                            "2026-FA-3391 | 11/09/2026 | 4 416,00 €\n2026-FA-3405 | 25/09/2026 | 1 104,00 €"
                        ),
                        2,
                    ),
                )
                + "<p>Montant du billet : 5 520,00 €</p><p>Domiciliation : Banque du Tarn, Albi</p><p>Nous vous prions d'agréer, Messieurs, nos salutations distinguées.</p>",
                language="fr",
            ),
        )
    ],
)

firm(
    "A42",
    "Groupe Sélune Distribution",
    "reglements@selune-distribution.example",
    "EUR",
    """
FC-118802 2026-09-02 3600.00
FC-118833 2026-09-11 1800.00
FC-118871 2026-09-23 960.00
FC-118890 2026-10-02 120.00
""",
    **FR,
)
mail(
    "fr8-decompte-xlsx",
    "Décompte de règlement en classeur: magasin, nature FAC/AVO/PEN, référence, brut, escompte, pénalité, net réglé; total général",
    "xlsxwriter",
    "A42",
    "Décompte n° 26-4417",
    "2026-11-13T04:45:00+01:00",
    "Message automatique. Décompte de votre règlement en pièce jointe. Virement SEPA du 13/11/2026.",
    pay("6151.20", "*", "FC-118802 3564.00 d=36.00; FC-118833 1782.00 d=18.00; FC-118871 805.20 x=154.80"),
    files=[
        xlsx(
            "decompte.xlsx",
            """
GROUPE SÉLUNE DISTRIBUTION
Décompte de règlement 26-4417 | | | fournisseur 004417 BREVANNE REVETEMENTS

Magasin | Nature | Référence | Date | Brut TTC | Escompte | Pénalité logistique | Net réglé
Avranches | FAC | FC-118802 | 02/09/2026 | 3,600.00 | 36.00 | 0.00 | 3,564.00
Granville | FAC | FC-118833 | 11/09/2026 | 1,800.00 | 18.00 | 0.00 | 1,782.00
Vire | FAC | FC-118871 | 23/09/2026 | 960.00 | 0.00 | 154.80 | 805.20
Total général | | | | 6,360.00 | 54.00 | 154.80 | 6,151.20
""",
        )
    ],
)

firm(
    "A43",
    "Atelier Pons Céramique",
    "bonjour@atelierpons.example",
    "EUR",
    """
FA-44170 2026-09-15 336.00
FA-44192 2026-09-29 168.00
FA-44201 2026-10-03 84.00
""",
    **FR,
)
mail(
    "fr8-paiement-effectue-html",
    "Notification d'une application de paiement: fournisseur, factures en puces avec montants, montant total, référence du virement",
    "HTML program",
    "A43",
    "Atelier Pons Céramique vous a payé 504,00 €",
    "2026-11-12T17:03:00+01:00",
    markup(
        nested(
            "<p>Bonjour Brevanne Revêtements,</p><p><b>Atelier Pons Céramique</b> vient de régler vos factures. Le virement arrivera sous 1 à 2 jours ouvrés.</p>"
            "<ul><li>Facture FA-44170 du 15/09/2026 : 336,00 €</li><li>Facture FA-44192 du 29/09/2026 : 168,00 €</li></ul>"
            "<p>Total : <b>504,00 €</b><br>Libellé du virement : ATELIER PONS 4417</p><p style='font-size:11px'>Une question ? Répondez à bonjour@atelierpons.example. Payzen Flow SAS, agent de paiement, Paris</p>"
        )
    ),
    pay("504.00", "EUR", "FA-44170 336.00; FA-44192 168.00"),
    sender=("Flow pour Atelier Pons", "ne-pas-repondre@payflow.example"),
)
firm(
    "A44",
    "Clinique des Tilleuls",
    "services.eco@clinique-tilleuls.example",
    "EUR",
    """
FA-45110 2026-10-05 1320.00
FA-45128 2026-10-12 264.00
""",
    **FR,
)
mail(
    "fr8-trap-facture-litige",
    "Lettre: factures bloquées, bon de livraison non signé, tableau des montants, règlement suspendu",
    "LibreOffice writer",
    "A44",
    "Factures en litige",
    "2026-11-12T11:11:00+01:00",
    "Bonjour, merci de prendre connaissance du courrier joint.",
    kind="*",
    disputes=[UNSCORED],
    files=[
        pdf(
            "litige.pdf",
            lambda: _written(
                "<p>Clinique des Tilleuls, services économiques</p><p>Madame, Monsieur, les factures suivantes sont bloquées dans l'attente du bon de livraison signé :</p>"
                + table(
                    ("Facture", "Date", "Montant TTC", "Motif"),
                    cells(
                        "FA-45110 | 05/10/2026 | 1 320,00 | BL non signé\nFA-45128 | 12/10/2026 | 264,00 | BL absent\nTotal | | 1 584,00 |"
                    ),
                )
                + "<p>Leur règlement est suspendu jusqu'à réception de ces pièces.</p>",
                "fr",
            ),
        )
    ],
)

firm(
    "A50",
    "Constructora Peñalara S.A.S.",
    "tesoreria@penalara-sas.example",
    "COP",
    """
FE-10417 2026-09-03 11900000
FE-10433 2026-09-17 5950000
FE-10450 2026-10-01 2380000
""",
    **{**ES, "zone": "America/Bogota"},
)
mail(
    "es8-comprobante-egreso",
    "Comprobante de egreso colombiano: base, IVA, retefuente, reteICA, reteIVA y valor pagado, sin decimales; cuentas contables abajo",
    "chromium",
    "A50",
    "Comprobante de egreso CE-4417",
    "2026-11-11T16:00:00-05:00",
    "Buenas tardes, adjunto soporte del pago realizado el día de hoy. Cordialmente, Tesorería",
    pay("16936500", "*", "FE-10417 11291000 x=609000; FE-10433 5645500 x=304500"),
    files=[
        pdf(
            "CE-4417.pdf",
            lambda: printed(
                "<h3>CONSTRUCTORA PEÑALARA S.A.S. &nbsp; NIT 900.441.882-7</h3><p>COMPROBANTE DE EGRESO No. CE-4417 &nbsp; Fecha: 11/11/2026</p><p>Pagado a: BREVANNE RECUBRIMIENTOS S.L. &nbsp; Banco: Bancoandino &nbsp; Transferencia 00881744</p>"
                + table(
                    (
                        "Factura",
                        "Base",
                        "IVA 19%",
                        "Total factura",
                        "Retefuente",
                        "ReteICA",
                        "ReteIVA",
                        "Valor pagado",
                    ),
                    rights(
                        cells("""
FE-10417 | 10.000.000 | 1.900.000 | 11.900.000 | 250.000 | 74.000 | 285.000 | 11.291.000
FE-10433 | 5.000.000 | 950.000 | 5.950.000 | 125.000 | 37.000 | 142.500 | 5.645.500
Total | 15.000.000 | 2.850.000 | 17.850.000 | 375.000 | 111.000 | 427.500 | 16.936.500
"""),
                        1,
                    ),
                )
                + "<p>Cuenta 22050501 Proveedores &nbsp; Elaboró: L. Rojas &nbsp; Aprobó: C. Mejía &nbsp; Recibí: ____________</p>",
                "td,th{font-size:8pt}",
                language="es",
            ),
        )
    ],
)

firm(
    "A51",
    "Náutica Balear Dos Illes S.L.",
    "admin@dosilles.example",
    "EUR",
    """
26A-3391 2026-09-09 1089.00
26A-3410 2026-09-23 363.00
26A-3425 2026-10-04 242.00
""",
    **ES,
)
mail(
    "es8-gestion-html",
    "Correo de un programa de gestión en la nube: Documento, Vencimiento, Importe, Pagado, Pendiente; un pago a cuenta",
    "HTML program",
    "A51",
    "Náutica Balear te ha enviado un justificante de pago",
    "2026-11-12T12:12:00+01:00",
    markup(
        "<div style='max-width:600px'><h2>Justificante de pago</h2><p>Hola Brevanne Recubrimientos, te informamos del pago realizado el 12/11/2026 por transferencia.</p>"
        + grid(
            "26A-3391 | 09/10/2026 | 1.089,00 € | 1.089,00 € | 0,00 €\n26A-3410 | 23/10/2026 | 363,00 € | 200,00 € | 163,00 €\n<b>Total pagado</b> | | | <b>1.289,00 €</b> |",
            "Documento|Vencimiento|Importe|Pagado|Pendiente",
        )
        + "<p>Gracias por tu confianza.</p><p style='font-size:10px'>Dos Illes S.L. B07441882. Si no eres el destinatario, borra este mensaje.</p></div>"
    ),
    pay("1289.00", "EUR", "26A-3391 1089.00; 26A-3410 200.00"),
)

firm(
    "A52",
    "Muebles Alcoy Cooperativa",
    "pagos@mueblesalcoy.example",
    "EUR",
    """
VTA/004417 2026-09-01 2420.00
VTA/004460 2026-09-14 1815.00
VTA/004488 2026-09-28 -121.00
VTA/004510 2026-10-02 605.00
""",
    **ES,
)
mail(
    "es8-carta-transferencia",
    "Carta impresa: «les hemos ordenado transferencia», columnas N.º factura, fecha, bruto, dto. p.p., neto; abono; suma al pie",
    "reportlab",
    "A52",
    "Carta de pago",
    "2026-11-13T09:50:00+01:00",
    "Buenos días, adjuntamos carta de pago. Saludos cordiales.",
    pay(
        "4029.30",
        "EUR",
        "VTA/004417 2371.60 d=48.40; VTA/004460 1778.70 d=36.30; VTA/004488 -121.00",
    ),
    files=[
        pdf(
            "carta.pdf",
            lambda: drawn(
                """
MUEBLES ALCOY COOPERATIVA
Alcoy, 13 de noviembre de 2026

Muy señores nuestros:
Les comunicamos que con esta fecha hemos ordenado transferencia a su favor
por el importe de 4.029,30 EUR, correspondiente a los siguientes documentos:

N.º factura | Fecha | Bruto | Dto. p.p. | Neto
VTA/004417 | 01.09.26 | 2.420,00 | 48,40 | 2.371,60
VTA/004460 | 14.09.26 | 1.815,00 | 36,30 | 1.778,70
VTA/004488 Abono | 28.09.26 | 121,00- | | 121,00-
Suma | | 4.114,00 | 84,70 | 4.029,30

Atentamente,
""",
                (50, 180, -320, -400, -490),
            ),
        )
    ],
)
firm(
    "A53",
    "Residencial Lomas Altas",
    "obras@lomasaltas.example",
    "EUR",
    """
VTA/005001 2026-10-08 726.00
VTA/005014 2026-10-20 1452.00
""",
    **ES,
)
mail(
    "es8-trap-validacion",
    "Programa de recepción de facturas: registradas, pendientes de validación por el jefe de obra, con importes y vencimientos",
    "HTML program",
    "A53",
    "Estado de sus facturas",
    "2026-11-13T07:00:00+01:00",
    markup(
        "<p>Estimado proveedor, estas son sus facturas registradas:</p>"
        + grid(
            "VTA/005001 | 726,00 € | 08/12/2026 | Pendiente de validación\nVTA/005014 | 1.452,00 € | 20/12/2026 | Pendiente de validación",
            "Factura|Importe|Vencimiento previsto|Estado",
        )
        + "<p>No responda a este correo.</p>"
    ),
    kind="*",
    promises=[UNSCORED],
)

firm(
    "A60",
    "株式会社青葉リビング",
    "keiri@aoba-living.example",
    "JPY",
    """
BJ-26090417 2026-09-30 330000
BJ-26090431 2026-09-30 88000
BJ-26100018 2026-10-31 121000
BJ-26100044 2026-10-31 55000
""",
    **JA,
)
mail(
    "ja8-shiharai-tsuchi-pdf",
    "クラウド会計の支払通知書: 支払金額を大きく、明細は請求書番号・税抜・消費税・税込、小計・消費税・合計の三段",
    "chromium",
    "A60",
    "【株式会社青葉リビング】支払通知書送付のご案内",
    "2026-11-10T10:00:00+09:00",
    "ブレヴァンヌ・コーティングス株式会社\n御中\n\nいつもお世話になっております。\n支払通知書を添付にてお送りいたします。ご査収ください。\n\n株式会社青葉リビング 経理部",
    pay("418000", "JPY", "BJ-26090417 330000; BJ-26090431 88000"),
    files=[
        pdf(
            "支払通知書_202611.pdf",
            lambda: printed(
                "<h2 style='text-align:center'>支払通知書</h2><p>ブレヴァンヌ・コーティングス株式会社 御中</p><p style='text-align:right'>発行日 2026年11月10日<br>株式会社青葉リビング<br>登録番号 T5010401088417</p>"
                "<p>下記のとおりお支払いいたしました。</p><p>支払日 2026年11月10日 &nbsp; 支払方法 銀行振込</p><p style='font-size:16pt;border-bottom:2px solid'>支払金額 418,000円</p>"
                + table(
                    ("請求書番号", "請求日", "税抜金額", "消費税(10%)", "税込金額"),
                    rights(
                        cells(
                            "BJ-26090417 | 2026/09/30 | 300,000 | 30,000 | 330,000\nBJ-26090431 | 2026/09/30 | 80,000 | 8,000 | 88,000"
                        ),
                        2,
                    ),
                )
                + "<table style='width:40%;margin-left:60%'><tr><td>小計</td><td class=r>380,000</td></tr><tr><td>消費税</td><td class=r>38,000</td></tr><tr><td>合計</td><td class=r>418,000</td></tr></table>",
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)

firm(
    "A61",
    "有限会社磯部鉄工",
    "isobe@isobe-tekko.example",
    "JPY",
    """
BJ-26090502 2026-09-30 66000
BJ-26090519 2026-09-30 44000
BJ-26100102 2026-10-31 22000
""",
    **JA,
)
mail(
    "ja8-furikomi-annai",
    "お振込のご案内: 葉書のような一枚、請求金額合計から振込手数料を引いて振込金額",
    "LibreOffice writer",
    "A61",
    "お振込みのご案内",
    "2026-11-12T13:20:00+09:00",
    "お世話になります。本日お振込みいたしました。明細を添付します。\n磯部",
    pay("109340", "JPY", "BJ-26090502 * x=*; BJ-26090519 * x=*"),
    files=[
        pdf(
            "振込案内.pdf",
            lambda: _written(
                "<div style='font-family:Noto Sans CJK JP'><h3>お振込のご案内</h3><p>ブレヴァンヌ・コーティングス株式会社 様</p><p>下記の通りお振込いたしましたのでご案内申し上げます。</p>"
                "<table border=1><tr><td>お振込日</td><td>令和8年11月12日</td></tr><tr><td>BJ-26090502</td><td>66,000円</td></tr><tr><td>BJ-26090519</td><td>44,000円</td></tr>"
                "<tr><td>請求額合計</td><td>110,000円</td></tr><tr><td>振込手数料(差引)</td><td>660円</td></tr><tr><td>お振込金額</td><td>109,340円</td></tr></table><p>有限会社磯部鉄工 電話 0773-55-0418</p></div>",
                "ja",
            ),
        )
    ],
)

firm(
    "A62",
    "東海クリーンルーム株式会社",
    "shiire@tokai-cr.example",
    "JPY",
    """
BJ-26090611 2026-09-30 1650000
BJ-26090628 2026-09-30 275000
BJ-26100210 2026-10-31 110000
""",
    **JA,
)
mail(
    "ja8-kaikake-xlsx",
    "買掛金支払明細のブック: 仕入先コード、伝票番号、貴社請求No、請求額、調整額、支払額、摘要; 合計行",
    "xlsxwriter",
    "A62",
    "11月度支払明細の件",
    "2026-11-11T17:30:00+09:00",
    "経理ご担当者様\n\n11月度の支払明細をお送りします。11日付で振込済みです。\n\n東海クリーンルーム(株) 仕入管理課",
    pay("1914000", "*", "BJ-26090611 1650000; BJ-26090628 264000 x=11000"),
    files=[
        xlsx(
            "支払明細_2611.xlsx",
            """
買掛金支払明細
仕入先 | '04417 | ブレヴァンヌ・コーティングス株式会社 | | | 支払日 | 2026/11/11

伝票番号 | 貴社請求No | 請求日 | 請求額 | 調整額 | 支払額 | 摘要
'880417 | BJ-26090611 | 2026/09/30 | 1,650,000.00 | 0.00 | 1,650,000.00 |
'880431 | BJ-26090628 | 2026/09/30 | 275,000.00 | -11,000.00 | 264,000.00 | 缶不良返品分
合計 | | | 1,925,000.00 | -11,000.00 | 1,914,000.00 |
""",
        )
    ],
)

firm(
    "A63",
    "喫茶まるも",
    "marumo@marumo-coffee.example",
    "JPY",
    """
BJ-26090733 2026-09-30 19800
BJ-26090740 2026-09-30 13200
BJ-26100305 2026-10-31 6600
""",
    **JA,
)
mail(
    "ja8-honbun-kantan",
    "本文: 一行に請求書番号と金額、合計と振込名義",
    "plain text",
    "A63",
    "お支払いの件",
    "2026-11-13T21:08:00+09:00",
    "ブレヴァンヌ様\n\n喫茶まるもの丸茂です。\n先ほどネットバンクからお支払いしました。\n\nBJ-26090733 19,800円\nBJ-26090740 13,200円\n計 33,000円\n\n名義はマルモ コウジです。\nよろしくお願いします。",
    pay("33000", "JPY", "BJ-26090733 19800; BJ-26090740 13200"),
)
firm(
    "A64",
    "北都建材株式会社",
    "kobai@hokuto-kenzai.example",
    "JPY",
    """
BJ-26100411 2026-10-31 440000
BJ-26100428 2026-10-31 77000
""",
    **JA,
)
mail(
    "ja8-trap-saihakko",
    "請求書再発行の依頼: 番号と金額の表、社名の誤記を直してほしい",
    "HTML program",
    "A64",
    "請求書再発行のお願い",
    "2026-11-12T11:00:00+09:00",
    markup(
        "<p>お世話になっております。北都建材の購買課です。</p><p>下記の請求書につきまして、宛名に誤りがございました。お手数ですが再発行をお願いいたします。</p>"
        + grid(
            "BJ-26100411 | 10月31日 | 440,000円\nBJ-26100428 | 10月31日 | 77,000円", "請求書番号|請求日|金額"
        )
        + "<p>再発行分の受領後に支払手続きを進めます。</p>"
    ),
    kind="*",
    disputes=[UNSCORED],
    promises=[UNSCORED],
)
mail(
    "ja8-trap-hacchu",
    "注文書: 前回請求書番号を備考に書いた発注、金額と納期",
    "weasyprint",
    "A64",
    "注文書送付の件",
    "2026-11-13T15:00:00+09:00",
    "注文書をお送りします。ご確認のうえ注文請書をご返送ください。",
    kind="*",
    files=[
        pdf(
            "注文書.pdf",
            lambda: woven(
                "<h3>注文書 PO-2611-0417</h3><p>ブレヴァンヌ・コーティングス株式会社 御中</p>"
                + table(
                    ("品名", "数量", "単価", "金額", "備考"),
                    cells(
                        "防錆塗料 16kg | 20 | 22,000 | 440,000 | BJ-26100411 と同じ品\nうすめ液 16L | 10 | 7,700 | 77,000 |\n合計 | | | 517,000 |"
                    ),
                )
                + "<p>納期 2026年12月10日 &nbsp; 支払条件 月末締翌月末払</p>",
                language="ja",
                font="Noto Sans CJK JP",
            ),
        )
    ],
)
