"""The sixteenth set in German, French, Spanish and Japanese, written without looking at the reader."""

from __future__ import annotations

from io import BytesIO

from tests.corpus.strangers.book import (
    ANY,
    DE,
    DOCX,
    ES,
    FR,
    JA,
    UNSCORED,
    XLSX,
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
from tests.corpus.strangers.files import book, docx, drawn, typed, woven, xls, xlsx

_LOTS = [(f"RG26-{41700 + 11 * n}", 119 + 34 * n) for n in range(20)]
firm(
    "J20",
    "Baustoffhandel Ostertag KG",
    "buchhaltung@baustoffe-ostertag.example",
    "EUR",
    "\n".join(
        f"{no} 2026-09-{1 + n:02} {amount}.00" for n, (no, amount) in enumerate([*_LOTS, ("RG26-42800", 714)])
    ),
    **DE,
)


def _euro(amount: float) -> str:
    return f"{amount:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")


def _uebertrag() -> bytes:
    sheet = press.canvas((595, 842))
    total = 0.0
    for number, part in enumerate((_LOTS[:11], _LOTS[11:]), 1):
        sheet.setFont("Helvetica", 9)
        sheet.drawString(50, 800, "Baustoffhandel Ostertag KG")
        sheet.drawRightString(545, 800, f"Seite {number}")
        sheet.drawString(50, 780, "Zahlungsaufstellung zur Überweisung vom 12.11.2026   Kreditor 70417")
        y = 750
        for x, head in ((50, "Rechnungs-Nr."), (150, "Rg.-Datum"), (230, "Konto")):
            sheet.drawString(x, y, head)
        for x, head in ((350, "Bruttobetrag"), (420, "Skonto 3 %"), (545, "Zahlbetrag EUR")):
            sheet.drawRightString(x, y, head)
        if number == 2:
            y -= 18
            sheet.drawString(50, y, "Übertrag")
            sheet.drawRightString(545, y, _euro(total))
        for no, amount in part:
            y -= 18
            n, off = _LOTS.index((no, amount)), amount * 0.03
            total += amount - off
            sheet.drawString(50, y, no)
            sheet.drawString(150, y, f"{1 + n:02}.09.2026")
            sheet.drawString(230, y, "3400")
            for x, value in ((350, amount), (420, off), (545, amount - off)):
                sheet.drawRightString(x, y, _euro(value))
        y -= 24
        sheet.drawString(50, y, "Übertrag" if number == 1 else "Überweisungsbetrag")
        sheet.drawRightString(545, y, _euro(total))
        sheet.showPage()
    return press.finish(sheet)


mail(
    "de16-uebertrag-zwei-seiten",
    "Buchhaltungsprogramm auf zwei Seiten: Rechnungs-Nr., Datum, Konto, Bruttobetrag, Skonto 3 %, Zahlbetrag; Übertrag am Ende und am Anfang",
    "reportlab",
    "J20",
    "Zahlungsaufstellung vom 12.11.2026",
    "2026-11-12T14:20:00+01:00",
    "Sehr geehrte Damen und Herren, anbei die Aufstellung zu unserer heutigen Überweisung.",
    pay(
        f"{sum(amount for _, amount in _LOTS) * 0.97:.2f}",
        "EUR",
        "; ".join(f"{no} {amount * 0.97:.2f} d={amount * 0.03:.2f}" for no, amount in _LOTS),
    ),
    files=[pdf("Zahlungsaufstellung.pdf", _uebertrag)],
)

firm(
    "J21",
    "Klinikverbund Weserbergland gGmbH",
    "rechnungswesen@klinikverbund-wbl.example",
    "EUR",
    """
2026/10417 2026-09-07 2380.00
2026/10423 2026-09-15 1190.00
2026/10431 2026-09-22 -238.00
2026/10449 2026-10-03 595.00
""",
    **DE,
)


def _klinik() -> bytes:
    from datetime import UTC, datetime

    from openpyxl import Workbook

    made = Workbook()
    made.properties.created = made.properties.modified = datetime(2026, 11, 16, tzinfo=UTC).replace(
        tzinfo=None
    )
    sheet = made.active
    sheet.title = "Avis"
    sheet.merge_cells("A1:G1")
    sheet["A1"] = "Klinikverbund Weserbergland gGmbH - Zentrale Kreditorenbuchhaltung"
    sheet.merge_cells("A2:C2")
    sheet["A2"] = "Avis zu Zahlung 26-44177"
    sheet["F2"], sheet["G2"] = "Ausführung", "12.11.2026"
    sheet.merge_cells("A4:B4")
    sheet["A4"] = "Haus"
    sheet.merge_cells("C4:D4")
    sheet["C4"] = "Ihr Beleg"
    sheet.merge_cells("E4:G4")
    sheet["E4"] = "Beträge in EUR"
    for column, said in zip(
        "ABCDEFG", cells("Nr. | Name | Nummer | Datum | Brutto | Skonto | Zahlung")[0], strict=True
    ):
        sheet[f"{column}5"] = said
    for row in cells("""
01 | Hameln | 2026/10417 | 07.09.2026 | 2380.00 | 71.40 | 2308.60
03 | Rinteln | 2026/10423 | 15.09.2026 | 1190.00 | 35.70 | 1154.30
03 | Rinteln | 2026/10431 | 22.09.2026 | -238.00 | -7.14 | -230.86
Summe | | | | 3332.00 | 99.96 | 3232.04
"""):
        sheet.append([float(one) if "." in one and len(one) < 9 else one or None for one in row])
    out = BytesIO()
    made.save(out)
    return out.getvalue()


mail(
    "de16-klinik-zwei-kopfzeilen",
    "Mappe mit verbundenen Köpfen in zwei Zeilen: Haus (Nr., Name), Ihr Beleg (Nummer, Datum), Beträge (Brutto, Skonto, Zahlung); Skonto auch auf der Gutschrift",
    "openpyxl",
    "J21",
    "Avis 26-44177",
    "2026-11-12T11:30:00+01:00",
    "Zahlungsavis im Anhang.",
    pay(
        "3232.04",
        "EUR",
        "2026/10417 2308.60 d=71.40; 2026/10423 1154.30 d=35.70; 2026/10431 -230.86 d=*",
    ),
    files=[("Avis.xlsx", XLSX, _klinik)],
)

firm(
    "J22",
    "Malermeister Quandt",
    "info@maler-quandt.example",
    "EUR",
    """
HQ-260417 2026-09-14 428.40
HQ-260421 2026-09-21 214.20
HQ-260433 2026-10-01 107.10
HQ-260440 2026-10-08 321.30
""",
    **DE,
)
mail(
    "de16-gekuerzte-nummern",
    "Kurze Mail: die erste Nummer ganz, die anderen nur mit ihren letzten Ziffern, Summe im Satz",
    "plain text",
    "J22",
    "Überweisung",
    "2026-11-12T19:40:00+01:00",
    "Moin,\n\nhabe heute 749,70 € überwiesen für HQ-260417, 421 und 433.\n\nGruß\nHeiner Quandt",
    pay("749.70", "EUR", "HQ-260417 *; HQ-260421 *; HQ-260433 *"),
)

firm(
    "J23",
    "Nordmark Versicherungsverein a.G.",
    "schaden@nordmark-vvag.example",
    "EUR",
    """
LV-90417 2026-09-10 1547.00
LV-90425 2026-09-24 892.50
LV-90431 2026-10-06 357.00
""",
    **DE,
)
mail(
    "de16-versicherung-pruefbericht",
    "Abrechnungsschreiben einer Versicherung: Schaden-Nr., Ihre Rechnung, Rechnungsbetrag, Kürzung lt. Prüfbericht, Selbstbeteiligung, ausgezahlt; Hinweis auf den Kunden",
    "chromium",
    "J23",
    "Abrechnung Ihrer Rechnungen",
    "2026-11-12T08:30:00+01:00",
    "Sehr geehrte Damen und Herren,\n\nbeigefügt erhalten Sie unser Abrechnungsschreiben.",
    pay("2039.50", "EUR", "LV-90417 1307.00 x=240.00; LV-90425 732.50 x=160.00"),
    disputes=[UNSCORED],
    files=[
        pdf(
            "Abrechnung.pdf",
            lambda: printed(
                "<p><b>Nordmark Versicherungsverein a.G.</b></p><p>Sehr geehrte Damen und Herren,</p><p>zu den nachstehenden Schäden haben wir am 11.11.2026 auf Ihr Konto ausgezahlt:</p>"
                + table(
                    (
                        "Schaden-Nr.",
                        "Ihre Rechnung",
                        "Rechnungsbetrag",
                        "Kürzung lt. Prüfbericht",
                        "Selbst-beteiligung",
                        "Ausgezahlt",
                    ),
                    rights(
                        cells("""
26-118044-3 | LV-90417 | 1.547,00 € | 90,00 € | 150,00 € | 1.307,00 €
26-118301-9 | LV-90425 | 892,50 € | 10,00 € | 150,00 € | 732,50 €
 | <b>Gesamt</b> | 2.439,50 € | 100,00 € | 300,00 € | <b>2.039,50 €</b>
"""),
                        2,
                    ),
                )
                + "<p>Die Selbstbeteiligung rechnen Sie bitte mit unserem Versicherungsnehmer ab.</p>",
                language="de",
            ),
        )
    ],
)

firm(
    "J24",
    "Feinkost Brüggemann OHG",
    "kontor@feinkost-brueggemann.example",
    "EUR",
    """
260417-B 2026-09-16 833.00
260425-B 2026-09-26 416.50
260433-B 2026-10-06 208.25
""",
    **DE,
)
mail(
    "de16-umsatz-csv",
    "CSV der Bank mit dem eigenen Umsatz: Auftragskonto, Buchungstag, Valuta, Buchungstext, Verwendungszweck, Beguenstigter, Betrag mit Minus, Waehrung, Info 'Umsatz gebucht'",
    "bank's CSV",
    "J24",
    "Beleg Überweisung",
    "2026-11-13T09:15:00+01:00",
    "Guten Morgen, anbei der Umsatz von gestern als Beleg für die bezahlten Rechnungen.",
    pay("1249.50", "EUR", "260417-B *; 260425-B *"),
    files=[
        (
            "umsatz.csv",
            "text/csv",
            lambda: (
                '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"Betrag";"Waehrung";"Info"\r\n'
                '"DE02120300000000417022";"12.11.26";"12.11.26";"ONLINE-UEBERWEISUNG";"RE 260417-B 260425-B DATUM 12.11.2026, 10.44 UHR";"Brevanne Lacke GmbH";"DE89370400440532013000";"-1249,50";"EUR";"Umsatz gebucht"\r\n'
            ).encode("cp1252"),
        )
    ],
)

firm(
    "J25",
    "Gemeindewerke Oberaltheim",
    "finanzen@gw-oberaltheim.example",
    "EUR",
    """
GW-70417 2026-09-18 1428.00
GW-70425 2026-09-28 714.00
""",
    **DE,
)
mail(
    "de16-trap-pfaendung",
    "Schreiben als Drittschuldner: Pfändungs- und Überweisungsbeschluss gegen uns, Rechnungen mit Beträgen werden bis zur Klärung nicht ausgezahlt",
    "python-docx",
    "J25",
    "Pfändungs- und Überweisungsbeschluss",
    "2026-11-12T13:00:00+01:00",
    "Sehr geehrte Damen und Herren, bitte beachten Sie das beigefügte Schreiben.",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        (
            "Schreiben.docx",
            DOCX,
            lambda: docx(
                (
                    "Gemeindewerke Oberaltheim",
                    "Uns wurde am 10.11.2026 ein Pfändungs- und Überweisungsbeschluss über Ihre Forderungen zugestellt. Folgende Rechnungen zahlen wir daher bis zur Klärung nicht an Sie aus:",
                ),
                "Rechnung | Datum | Betrag EUR\nGW-70417 | 18.09.2026 | 1.428,00\nGW-70425 | 28.09.2026 | 714,00\nSumme | | 2.142,00",
                ("Mit freundlichen Grüßen", "i. A. Huber"),
            ),
        )
    ],
)

firm(
    "J30",
    "Menuiseries du Val d'Orne SAS",
    "compta@menuiseries-orne.example",
    "EUR",
    """
BRF26-417 2026-09-08 1740.00
BRF26-425 2026-09-18 870.00
BRF26-431 2026-09-26 -174.00
BRF26-440 2026-10-05 435.00
""",
    **FR,
)
mail(
    "fr16-colonnes-texte",
    "Texte du courriel avec colonnes: pièce, du, échue le, TTC, escpte, réglé; l'avoir avec signe devant; « Soit un virement de »",
    "plain text",
    "J30",
    "Règlement du 12/11",
    "2026-11-12T15:30:00+01:00",
    """Bonjour,

Ci-dessous le détail de notre règlement du jour.

Pièce        Du         Échue le         TTC     Escpte       Réglé
BRF26-417    08/09/26   08/10/26    1 740,00      17,40    1 722,60
BRF26-425    18/09/26   18/10/26      870,00       8,70      861,30
BRF26-431    26/09/26               - 174,00               - 174,00

Soit un virement de 2 409,90 EUR.

Cordialement
Odile Masson
""",
    pay("2409.90", "EUR", "BRF26-417 1722.60 d=17.40; BRF26-425 861.30 d=8.70; BRF26-431 -174.00"),
)

firm(
    "J31",
    "Université de Haute-Saintonge",
    "agence.comptable@univ-saintonge.example",
    "EUR",
    """
FC-2026-00417 2026-09-10 3600.00
FC-2026-00425 2026-09-20 1200.00
FC-2026-00433 2026-10-01 600.00
""",
    **FR,
)
mail(
    "fr16-agence-comptable",
    "Agence comptable d'une université: avis de virement, n° de demande de paiement, engagement juridique, référence fournisseur, montant; sommes d'une page étroite",
    "weasyprint",
    "J31",
    "Avis de virement - Agence comptable",
    "2026-11-12T07:00:00+01:00",
    "Madame, Monsieur, veuillez trouver ci-joint l'avis de virement.",
    pay("4800.00", "EUR", "FC-2026-00417 3600.00; FC-2026-00425 1200.00"),
    files=[
        pdf(
            "avis.pdf",
            lambda: woven(
                "<h3>Université de Haute-Saintonge - Agence comptable</h3><p>AVIS DE VIREMENT n° 26/004417<br>Bénéficiaire : Brevanne Revêtements SARL<br>Date de règlement : 10/11/2026</p>"
                + table(
                    (
                        "Demande de paiement",
                        "Engagement juridique",
                        "Référence fournisseur",
                        "Objet",
                        "Montant réglé (€)",
                    ),
                    cells("""
DP26-118044 | EJ4500117702 | FC-2026-00417 | Peinture amphi 2, lot 7 | 3 600,00
DP26-118051 | EJ4500117955 | FC-2026-00425 | Vernis escalier bât. C | 1 200,00
 | | | Total viré | 4 800,00
"""),
                )
                + "<p>Pour l'agent comptable et par délégation</p>",
                language="fr",
            ),
        )
    ],
)

firm(
    "J32",
    "Enseignes Cap Bricolage SA",
    "reglements.fournisseurs@capbricolage.example",
    "EUR",
    """
60417701 2026-09-04 2400.00
60417733 2026-09-14 1800.00
60417790 2026-09-24 600.00
""",
    **FR,
)
mail(
    "fr16-grande-distribution-xls",
    "Ancien classeur d'une enseigne: magasin, nature, document, échéance, montant brut, escompte, net; ligne de coopération commerciale avec son propre numéro en déduction",
    "xlwt",
    "J32",
    "Bordereau de règlement 2026-4417",
    "2026-11-13T04:45:00+01:00",
    "Message automatique. Le bordereau de règlement est en pièce jointe.",
    pay("3858.00", "EUR", ANY),
    files=[
        (
            "bordereau.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Enseignes Cap Bricolage SA | | | | | |
Bordereau de règlement | 2026-4417 | | Virement du | 13/11/2026 | EUR |
Fournisseur | 41770 BREVANNE REVETEMENTS | | | | |

Magasin | Nature | Document | Échéance | Brut | Escompte | Net
0117 | Facture | 60417701 | 13/11/2026 | 2 400,00 | 24,00 | 2 376,00
0233 | Facture | 60417733 | 13/11/2026 | 1 800,00 | 18,00 | 1 782,00
9000 | Coop. com. | CC26-0088 | 13/11/2026 | -300,00 | 0,00 | -300,00
 | | | Total réglé | 3 900,00 | 42,00 | 3 858,00
""",
                "Bordereau",
            ),
        )
    ],
)

firm(
    "J33",
    "Mairie de Saint-Aubin-sur-Loue",
    "factures@saintaubin-loue.example",
    "EUR",
    """
CH-4417 2026-10-01 960.00
CH-4425 2026-10-11 480.00
""",
    **FR,
)
mail(
    "fr16-trap-factures-suspendues",
    "Tableau des factures suspendues sur la plateforme publique: montant, motif, pièce demandée; le délai de paiement est interrompu",
    "HTML program",
    "J33",
    "Factures suspendues",
    "2026-11-12T10:20:00+01:00",
    markup(
        nested(
            "<p>Bonjour,</p><p>Les factures ci-dessous sont passées au statut « Suspendue ». Le délai global de paiement est interrompu.</p>"
            + grid(
                "CH-4417 | 01/10/2026 | 960,00 € | Bon de commande absent\nCH-4425 | 11/10/2026 | 480,00 € | RIB non conforme\nTotal | | 1 440,00 € | ",
                "Facture|Date|Montant TTC|Motif",
            )
        )
    ),
    kind=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
)

firm(
    "J40",
    "Ayuntamiento de Villarrubia del Monte",
    "tesoreria@villarrubiadelmonte.example",
    "EUR",
    """
FR26/0417 2026-09-09 1815.00
FR26/0425 2026-09-19 605.00
FR26/0433 2026-10-02 302.50
""",
    **ES,
)
mail(
    "es16-tesoreria-relacion",
    "Tesorería de un ayuntamiento: relación contable, n.º operación, aplicación, su factura, importe íntegro, descuentos, líquido; transferencia realizada",
    "fpdf2",
    "J40",
    "Comunicación de pago",
    "2026-11-12T12:45:00+01:00",
    "Se le comunica que ha sido realizada la transferencia que se detalla en el documento adjunto.",
    pay("2389.75", "EUR", "FR26/0417 1784.75 x=30.25; FR26/0425 605.00"),
    files=[
        pdf(
            "pago.pdf",
            lambda: typed(
                """
AYUNTAMIENTO DE VILLARRUBIA DEL MONTE - TESORERÍA
COMUNICACIÓN DE PAGO A TERCEROS
Relación: 2026/118 | | | Fecha de pago: 11/11/2026
Tercero: Brevanne Recubrimientos S.L.

N.º operación | Aplicación | Su factura | Íntegro | Descuentos | Líquido
220260004417 | 1532 21000 | FR26/0417 | 1.815,00 | 30,25 | 1.784,75
220260004425 | 3420 21200 | FR26/0425 | 605,00 | 0,00 | 605,00

 | | Total euros | 2.420,00 | 30,25 | 2.389,75

Descuentos: penalidad por demora, expte. 88/2026
""",
                (12, 45, 80, -132, -162, -195),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "J41",
    "Frigorífico Las Tres Marías S.A.",
    "pagos@frigotresmarias.example",
    "ARS",
    """
A-0004-00000417 2026-09-11 484000.00
A-0004-00000425 2026-09-23 242000.00
A-0004-00000433 2026-10-03 121000.00
""",
    language="es",
    zone="America/Argentina/Buenos_Aires",
)
mail(
    "es16-orden-de-pago-ejecutada",
    "Argentina: orden de pago, comprobantes cancelados con su importe, debajo retenciones de ganancias e ingresos brutos y la transferencia; total igual a los comprobantes",
    "chromium",
    "J41",
    "Orden de pago 0001-00004417 - transferencia realizada",
    "2026-11-12T16:00:00-03:00",
    "Estimados, adjuntamos la orden de pago y los certificados de retención. La transferencia ya fue acreditada.",
    pay("697080.00", "*", "A-0004-00000417 *; A-0004-00000425 *"),
    files=[
        pdf(
            "OP4417.pdf",
            lambda: printed(
                "<h3>Frigorífico Las Tres Marías S.A.</h3><p>ORDEN DE PAGO N° 0001-00004417 &nbsp; 12/11/2026<br>Proveedor: Brevanne Recubrimientos</p><p>Comprobantes cancelados</p>"
                + table(
                    ("Tipo", "Número", "Fecha", "Importe"),
                    rights(
                        cells(
                            "FAC | A-0004-00000417 | 11/09/2026 | 484.000,00\nFAC | A-0004-00000425 | 23/09/2026 | 242.000,00\nTotal comprobantes | | | 726.000,00"
                        ),
                        3,
                    ),
                )
                + "<p>Medios de pago</p>"
                + table(
                    ("Concepto", "Detalle", "Importe"),
                    rights(
                        cells(
                            "Retención Ganancias | Cert. 2026-1177 | 10.920,00\nRetención IIBB | Cert. 2026-0881 | 18.000,00\nTransferencia | CBU ...4417 | 697.080,00\nTotal orden de pago | | 726.000,00"
                        ),
                        2,
                    ),
                ),
                language="es",
            ),
        )
    ],
)

firm(
    "J42",
    "Hoteles Bahía Clara S.L.",
    "proveedores@hotelesbahiaclara.example",
    "EUR",
    """
BRV-5417 2026-09-13 726.00
BRV-5425 2026-09-25 1452.00
BRV-5431 2026-09-30 -72.60
BRV-5440 2026-10-07 363.00
""",
    **ES,
)
mail(
    "es16-html-por-hotel",
    "Correo HTML: por hotel, su factura, vencimiento, importe, rappel, a pagar; abono restado; «Total transferido hoy»",
    "HTML program",
    "J42",
    "Detalle de transferencia",
    "2026-11-12T09:35:00+01:00",
    markup(
        "<p>Buenos días:</p><p>Les informamos de que hoy hemos realizado una transferencia a su favor con el siguiente detalle:</p>"
        + grid(
            """
Bahía Clara Playa | BRV-5417 | 12/11/2026 | 726,00 | 14,52 | 711,48
Bahía Clara Playa | BRV-5425 | 12/11/2026 | 1.452,00 | 29,04 | 1.422,96
Bahía Clara Golf | BRV-5431 | 12/11/2026 | -72,60 | 0,00 | -72,60
<b>Total transferido hoy</b> | | | | | <b>2.061,84 €</b>
""",
            "Hotel|Documento|Vto.|Importe|Rappel|A pagar",
        )
        + "<p>Un saludo,<br>Dpto. de Administración</p>"
    ),
    pay("2061.84", "EUR", "BRV-5417 711.48 d=* x=*; BRV-5425 1422.96 d=* x=*; BRV-5431 -72.60"),
)

firm(
    "J43",
    "Conservas Ría Norte S.A.",
    "administracion@riranorte.example",
    "EUR",
    """
RN-8417 2026-10-02 1210.00
RN-8425 2026-10-12 605.00
""",
    **ES,
)
mail(
    "es16-trap-diligencia-embargo",
    "Carta: diligencia de embargo de créditos de la administración tributaria contra nosotros; facturas pendientes con importes quedan retenidas",
    "reportlab",
    "J43",
    "Diligencia de embargo de créditos",
    "2026-11-12T10:05:00+01:00",
    "Les adjuntamos la comunicación sobre sus facturas pendientes.",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        pdf(
            "carta.pdf",
            lambda: drawn(
                """
Conservas Ría Norte S.A.

Hemos recibido una diligencia de embargo de créditos a su nombre.
Las siguientes facturas quedan retenidas hasta que aporten el levantamiento:

Factura | Fecha | Importe EUR
RN-8417 | 02/10/2026 | 1.210,00
RN-8425 | 12/10/2026 | 605,00
Total retenido | | 1.815,00
""",
                (60, 200, -420),
            ),
        )
    ],
)

firm(
    "J50",
    "株式会社ホームライフ杉本",
    "keiri@homelife-sugimoto.example",
    "JPY",
    """
BV-260917-01 2026-09-30 660000
BV-260917-02 2026-09-30 330000
BV-260930-04 2026-09-30 -33000
BV-261012-01 2026-10-31 440000
""",
    **JA,
)
mail(
    "ja16-futatsu-midashi-xlsx",
    "二段見出しのブック: 店舗、貴社請求(番号・金額)、控除(販促費・物流費)、差引支払額; 赤伝は▲、合計",
    "xlsxwriter",
    "J50",
    "支払明細のご送付（11月10日払）",
    "2026-11-10T14:00:00+09:00",
    "いつもお世話になっております。本日お支払いしました分の明細をお送りします。",
    pay(
        "927300",
        None,
        "BV-260917-01 640200 d=* x=*; BV-260917-02 320100 d=* x=*; BV-260930-04 -33000",
    ),
    files=[
        (
            "支払明細.xlsx",
            XLSX,
            lambda: book(
                """
支払明細書 | | | | | 支払日 | 2026/11/10
株式会社ホームライフ杉本 | | | | | |

店舗 | 貴社請求 | | 控除 | | 差引 | 備考
 | 番号 | 金額 | 販促費 | 物流費 | 支払額 |
本店 | BV-260917-01 | 660,000 | 6,600 | 13,200 | 640,200 |
北店 | BV-260917-02 | 330,000 | 3,300 | 6,600 | 320,100 |
北店 | BV-260930-04 | ▲33,000 | 0 | 0 | ▲33,000 | 返品
合計 | | 957,000 | 9,900 | 19,800 | 927,300 |
""",
                name="支払明細",
            ),
        )
    ],
)

firm(
    "J51",
    "有限会社藤沢木工所",
    "fujisawa@fujisawa-mokko.example",
    "JPY",
    """
26-0417 2026-09-20 88000
26-0421 2026-09-25 132000
26-0433 2026-09-30 55000
26-0440 2026-10-31 99000
""",
    **JA,
)
mail(
    "ja16-honbun-ryakugo",
    "短い本文: 最初の請求書番号は全部、あとは下四桁だけ、合計金額、手数料は当社負担",
    "plain text",
    "J51",
    "お振込のご連絡",
    "2026-11-12T13:10:00+09:00",
    "ブレヴァンヌ・コーティングス株式会社 経理ご担当者様\n\n藤沢木工所です。\n請求書No.26-0417、0421、0433の3件、合計275,000円を本日お振込みいたしました。\n振込手数料は当方負担です。\nご確認のほどよろしくお願いいたします。",
    pay("275000", "JPY", "26-0417 *; 26-0421 *; 26-0433 *"),
)

firm(
    "J52",
    "瀬戸内リゾート開発株式会社",
    "finance@setouchi-resort.example",
    "JPY",
    """
SR26-3417 2026-09-30 715000
SR26-3425 2026-09-30 286000
SR26-3433 2026-10-31 143000
""",
    **JA,
)
mail(
    "ja16-shiharai-hagaki-pdf",
    "支払通知の一枚: 上に支払合計と支払方法、右寄せの明細は請求書No・工事名・請求額・今回支払・翌月繰越、一件は八割払い",
    "chromium",
    "J52",
    "支払通知書（10月末締）",
    "2026-11-12T09:05:00+09:00",
    "支払通知書をお送りします。ご査収ください。",
    pay("943800", "JPY", "SR26-3417 715000; SR26-3425 228800"),
    files=[
        pdf(
            "支払通知.pdf",
            lambda: printed(
                "<h3 style='text-align:center'>支 払 通 知 書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中</p><p style='text-align:right'>瀬戸内リゾート開発株式会社<br>2026年11月12日</p><p>下記のとおり本日お支払いいたしました。</p><table border=1><tr><td>お支払合計</td><td class=r>¥943,800</td><td>お支払方法</td><td>銀行振込</td></tr></table><br>"
                + table(
                    ("請求書No", "工事名", "請求額", "今回支払", "翌月繰越"),
                    rights(
                        cells("""
SR26-3417 | 本館外壁塗装 | 715,000 | 715,000 | 0
SR26-3425 | 桟橋防錆 | 286,000 | 228,800 | 57,200
計 | | 1,001,000 | 943,800 | 57,200
"""),
                        2,
                    ),
                ),
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)

firm(
    "J53",
    "丸庄食品工業株式会社",
    "kaikei@marusho-foods.example",
    "JPY",
    """
MS-4417 2026-09-30 220000
MS-4425 2026-10-31 110000
""",
    **JA,
)
mail(
    "ja16-trap-shiharai-horyu",
    "支払保留のお知らせ: 適格請求書の要件不備により今月の支払を見送る、対象請求書と金額の表",
    "xlsxwriter",
    "J53",
    "支払保留のお知らせ",
    "2026-11-11T10:00:00+09:00",
    "登録番号の確認ができないため、別紙の請求書につきまして今月のお支払いを保留とさせていただきます。",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        xlsx(
            "保留一覧.xlsx",
            """
支払保留一覧 | | |
請求書番号 | 請求日 | 支払予定額 | 状態
MS-4417 | 2026/09/30 | 220,000 | 保留
MS-4425 | 2026/10/31 | 110,000 | 保留
合計 | | 330,000 |
""",
        )
    ],
)
