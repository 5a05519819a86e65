"""A tenth set, written after the ninth was mended and before the reader saw it: long lists, letters and more programs' advices."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    ANY,
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
from tests.corpus.strangers.files import docx, drawn, piped, typed, woven, xlsx


def _written(body: str, language: str = "en") -> bytes:
    return press.office(
        f"<html lang={language}><head><meta charset='utf-8'></head><body>{body}</body></html>", ".html"
    )


_MANY = [(f"D{61000 + 7 * n}", 120 + 15 * n) for n in range(34)]
firm(
    "C01",
    "Quayle Marine Stores Ltd",
    "ledger@quaylemarine.example",
    "GBP",
    "\n".join(
        f"{no} 2026-09-{1 + n % 28:02} {amount}.00" for n, (no, amount) in enumerate([*_MANY, ("D61900", 75)])
    ),
)


def _pages() -> bytes:
    out = press.fpdf()
    rest = list(enumerate(_MANY))
    carried, number = 0, 0
    while rest:
        number += 1
        part, rest = rest[:20], rest[20:]
        out.add_page()
        out.set_font("Helvetica", size=9)
        out.text(15, 15, "Quayle Marine Stores Ltd")
        out.text(150, 15, f"Remittance 4417   Page {number} of 2")
        for x, head in ((15, "Invoice"), (60, "Dated"), (100, "Store"), (150, "GBP")):
            out.text(x, 28, head)
        y = 36
        if number > 1:
            out.text(100, y, "Brought forward")
            out.text(150, y, f"{carried:,}.00")
            y += 6
        for n, (no, amount) in part:
            for x, said in (
                (15, no),
                (60, f"{1 + n % 28:02}/09/26"),
                (100, ("Douglas", "Peel", "Ramsey")[n % 3]),
            ):
                out.text(x, y, said)
            out.text(150, y, f"{amount:,}.00")
            carried += amount
            y += 6
        out.text(100, y + 3, "Carried forward" if rest else "Total paid by BACS 12/11/26")
        out.text(150, y + 3, f"{carried:,}.00")
    return bytes(out.output())


mail(
    "en10-two-pages",
    "Two pages of 34 rows: page number in the head, carried and brought forward, the total on the last",
    "fpdf2",
    "C01",
    "BACS remittance 4417",
    "2026-11-12T08:00:00+00:00",
    "Remittance attached.",
    pay(
        f"{sum(amount for _, amount in _MANY)}.00",
        "GBP",
        "; ".join(f"{no} {amount}.00" for no, amount in _MANY),
    ),
    files=[pdf("4417.pdf", _pages)],
)

firm(
    "C02",
    "Bexhill Instruments GmbH & Co KG",
    "p2p@bexhill-instruments.example",
    "EUR",
    """
BE-260917-1 2026-09-17 2975.00
BE-260924-2 2026-09-24 833.00
BE-261002-1 2026-10-02 595.00
""",
    zone="Europe/Berlin",
)
mail(
    "en10-network-statuses",
    "E-invoicing network's daily notice: status of each invoice with amount and day; two paid today, one approved",
    "HTML program",
    "C02",
    "Status updates for your documents",
    "2026-11-12T20:00:00+01:00",
    markup(
        nested(
            "<p>Hi Brevanne Lacke GmbH, these documents to Bexhill Instruments GmbH &amp; Co KG changed today:</p>"
            + grid(
                "BE-260917-1 | EUR 2,975.00 | Paid | 12 Nov 2026\nBE-260924-2 | EUR 833.00 | Paid | 12 Nov 2026\nBE-261002-1 | EUR 595.00 | Approved | 12 Nov 2026",
                "Invoice|Amount|New status|Changed",
            )
            + "<p>Payment reference for paid documents: BX-0088417</p><p style='font-size:10px'>Manage your notification settings in the app.</p>"
        )
    ),
    pay("3808.00", "EUR", "BE-260917-1 2975.00; BE-260924-2 833.00"),
    kind=ANY,
)

firm(
    "C03",
    "Odenwald Brewing Supplies LLC",
    "books@odenwaldbrew.example",
    "USD",
    """
INV/2026/04417 2026-09-06 1280.00
INV/2026/04433 2026-09-20 640.00
INV/2026/04460 2026-10-04 320.00
""",
    zone="America/New_York",
)
mail(
    "en10-open-source-receipt",
    "Open-source ERP's payment receipt: their bill number, our number as reference, original amount, amount paid, balance; no word but 'Payment Receipt'",
    "weasyprint",
    "C03",
    "Odenwald Brewing Supplies LLC Payment (Ref PBNK1/2026/00417)",
    "2026-11-10T09:12:00-05:00",
    "Dear Brevanne Coatings Inc.\n\nPlease find attached your payment receipt PBNK1/2026/00417 amounting in $ 1,600.00 from Odenwald Brewing Supplies LLC.\n\nDo not hesitate to contact us if you have any questions.",
    pay("1600.00", "USD", "INV/2026/04417 1280.00; INV/2026/04433 320.00"),
    files=[
        pdf(
            "PBNK1_2026_00417.pdf",
            lambda: woven(
                "<h3>Payment Receipt: PBNK1/2026/00417</h3><p><b>Payment Date:</b> 11/10/2026<br><b>Vendor:</b> Brevanne Coatings Inc.<br><b>Payment Amount:</b> $ 1,600.00<br><b>Memo:</b> INV/2026/04417 INV/2026/04433</p>"
                + table(
                    (
                        "Bill Date",
                        "Bill Number",
                        "Reference",
                        "Original Amount",
                        "Amount Paid",
                        "Balance",
                    ),
                    rights(
                        cells("""
09/06/2026 | BILL/2026/09/0031 | INV/2026/04417 | $ 1,280.00 | $ 1,280.00 | $ 0.00
09/20/2026 | BILL/2026/09/0077 | INV/2026/04433 | $ 640.00 | $ 320.00 | $ 320.00
"""),
                        3,
                    ),
                )
            ),
        )
    ],
)

firm(
    "C04",
    "Tregenna Holdings Ltd",
    "secretary@tregenna.example",
    "GBP",
    """
TB-1188 2026-09-03 1476.00
TB-1197 2026-09-18 369.00
TB-1204 2026-09-27 -73.80
TB-1215 2026-10-02 246.00
""",
)
mail(
    "en10-odt-sentences",
    "ODT letter in sentences: cheque enclosed, the invoices and the credit note one after the other with their amounts",
    "pandoc ODT",
    "C04",
    "Letter and cheque",
    "2026-11-11T10:10:00+00:00",
    "Please see our letter; the cheque follows by post.",
    pay("1771.20", "GBP", "TB-1188 1476.00; TB-1197 369.00; TB-1204 -73.80"),
    files=[
        (
            "letter.odt",
            "application/vnd.oasis.opendocument.text",
            lambda: piped(
                "<p>Tregenna Holdings Ltd</p><p>11 November 2026</p><p>Dear Sirs,</p><p>We enclose our cheque no. 300417 for £1,771.20 in settlement of the following:</p>"
                "<p>Invoice TB-1188 £1,476.00</p><p>Invoice TB-1197 £369.00</p><p>less credit note TB-1204 £73.80</p><p>Yours faithfully,</p><p>Company Secretary</p>",
                "odt",
            ),
        )
    ],
)

firm(
    "C05",
    "Pacific Rim Cold Storage Corp.",
    "disbursements@pacrimcold.example",
    "USD",
    """
7718-A 2026-09-02 5400.00
7733-A 2026-09-15 2700.00
7741-B 2026-09-29 1350.00
7760-A 2026-10-05 450.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en10-xlsx-by-entity",
    "Workbook by the payer's companies: a row with the company's name, its invoices, its subtotal, and a grand total of one wire",
    "xlsxwriter",
    "C05",
    "Wire detail 11/12",
    "2026-11-12T15:00:00-08:00",
    "Wire sent today from our main account. Detail by entity attached.",
    pay("9301.50", "USD", "7718-A 5400.00; 7733-A 2551.50 x=148.50; 7741-B 1350.00"),
    files=[
        xlsx(
            "wire_detail.xlsx",
            """
Pacific Rim Cold Storage Corp. - wire to Brevanne Coatings Inc. 11/12/2026 (USD)

Invoice | Inv. date | Inv. amount | Short pay | Wire amount | Why
PRC Oakland LLC
7718-A | 09/02/2026 | 5,400.00 | 0.00 | 5,400.00 |
7733-A | 09/15/2026 | 2,700.00 | 148.50 | 2,551.50 | freight not agreed
Subtotal | | 8,100.00 | 148.50 | 7,951.50 |
PRC Tacoma LLC
7741-B | 09/29/2026 | 1,350.00 | 0.00 | 1,350.00 |
Subtotal | | 1,350.00 | 0.00 | 1,350.00 |
Grand total | | 9,450.00 | 148.50 | 9,301.50 |
""",
        )
    ],
)

firm(
    "C06",
    "Ffordd Las Caravans",
    "megan@fforddlas.example",
    "GBP",
    """
WA4417 2026-09-14 198.00
WA4431 2026-09-28 99.00
WA4440 2026-10-05 49.50
""",
)
mail(
    "en10-receipt-screenshot-text",
    "Bank app's confirmation pasted as text: labels and values on lines of their own, reference with both numbers",
    "plain text",
    "C06",
    "Fwd: Payment confirmation",
    "2026-11-13T20:15:00+00:00",
    "Hi there, paid both, confirmation below. Megan\n\nPayment sent\nAmount\n£297.00\nTo\nBrevanne Coatings Ltd\nSort code\n20-44-17\nAccount number\n**** 7781\nReference\nWA4417 WA4431\nDate\n13 November 2026\nType\nFaster Payment",
    pay("297.00", "GBP", "WA4417 *; WA4431 *"),
)

firm(
    "C20",
    "Sägewerk Tannhof GmbH",
    "buero@saegewerk-tannhof.example",
    "EUR",
    """
0026-4417 2026-09-08 1071.00
0026-4433 2026-09-22 2142.00
0026-4450 2026-10-05 535.50
""",
    **DE,
)
mail(
    "de10-sammler-bank",
    "Ausdruck des Bankprogramms: Sammelüberweisung mit Einzelaufträgen, Name, IBAN, Betrag, Verwendungszweck; zwei davon an uns, ausgeführt",
    "chromium",
    "C20",
    "Zahlungsbeleg",
    "2026-11-12T11:25:00+01:00",
    "Anbei der Ausdruck unserer heutigen Überweisungen.",
    pay("1071.00", "EUR", "0026-4417 1071.00"),
    pay("2099.16", "EUR", "0026-4433 2099.16 d=*"),
    files=[
        pdf(
            "Sammler.pdf",
            lambda: printed(
                "<h3>Sammelüberweisung 12.11.2026 - Status: ausgeführt</h3><p>Auftraggeber: Sägewerk Tannhof GmbH</p>"
                + table(
                    ("Nr.", "Empfänger", "IBAN", "Verwendungszweck", "Betrag EUR"),
                    rights(
                        cells("""
1 | Brevanne Lacke GmbH | DE02120300000000202051 | Rg 0026-4417 | 1.071,00
2 | Stadtwerke Oberhof | DE02500105170137075030 | Kd 88417 Abschlag 11 | 640,00
3 | Brevanne Lacke GmbH | DE02120300000000202051 | Rg 0026-4433 ./. 2 % Skonto | 2.099,16
"""),
                        4,
                    ),
                )
                + "<p>Anzahl 3 &nbsp; Summe EUR 3.810,16</p>",
                language="de",
            ),
        )
    ],
)

firm(
    "C21",
    "Möbelhaus Reuter GmbH",
    "fibu@moebel-reuter.example",
    "EUR",
    """
R-26-5017 2026-09-03 8330.00
R-26-5034 2026-09-17 4165.00
R-26-5051 2026-10-02 1190.00
""",
    **DE,
)
mail(
    "de10-brief-abschlag",
    "Brief als PDF: Abschlagszahlung auf die erste Rechnung, die zweite ganz, die Beträge in einer kleinen Tabelle, Summe fett",
    "LibreOffice writer",
    "C21",
    "Zahlung November",
    "2026-11-10T15:30:00+01:00",
    "Guten Tag, siehe Anlage.",
    pay("9165.00", "EUR", "R-26-5017 5000.00; R-26-5034 4165.00"),
    files=[
        pdf(
            "Zahlung.pdf",
            lambda: _written(
                "<p>Möbelhaus Reuter GmbH</p><p>Sehr geehrte Damen und Herren,</p><p>heute haben wir Ihnen folgende Beträge überwiesen:</p>"
                + table(
                    ("Rechnung", "vom", "Zahlung"),
                    rights(
                        cells(
                            "R-26-5017 (Abschlag) | 03.09.2026 | 5.000,00 €\nR-26-5034 | 17.09.2026 | 4.165,00 €\n<b>Summe</b> | | <b>9.165,00 €</b>"
                        ),
                        2,
                    ),
                )
                + "<p>Den Rest der Rechnung R-26-5017 zahlen wir im Dezember.</p><p>Mit freundlichen Grüßen</p>",
                "de",
            ),
        )
    ],
    promises=[UNSCORED],
)

firm(
    "C30",
    "Domaine Vinicole Arnaud",
    "compta@domaine-arnaud.example",
    "EUR",
    """
BR-2609-117 2026-09-09 888.00
BR-2609-133 2026-09-23 444.00
BR-2610-102 2026-10-04 222.00
""",
    **FR,
)
mail(
    "fr10-lettre-cheque-talon",
    "Lettre-chèque: talon avec références, montants en colonnes, chèque dessous avec somme en chiffres et en lettres",
    "reportlab",
    "C30",
    "Copie de la lettre-chèque",
    "2026-11-12T09:00:00+01:00",
    "Bonjour, copie de notre lettre-chèque postée ce jour.",
    pay("1332.00", "EUR", "BR-2609-117 888.00; BR-2609-133 444.00"),
    files=[
        pdf(
            "lettre-cheque.pdf",
            lambda: drawn(
                """
DOMAINE VINICOLE ARNAUD | | | Chèque n° 7700417
Brevanne Revêtements SARL

Votre référence | Date | Libellé | Montant EUR
BR-2609-117 | 09.09.26 | Facture | 888,00
BR-2609-133 | 23.09.26 | Facture | 444,00
 | | Total | 1 332,00

Payez contre ce chèque | | | ****1 332,00 EUR
mille trois cent trente-deux euros
à l'ordre de Brevanne Revêtements SARL | | | Le 12 novembre 2026
""",
                (50, 180, 280, -500),
            ),
        )
    ],
)

firm(
    "C31",
    "Papeterie du Lac",
    "papeterie@dulac.example",
    "CHF",
    """
CH-26-0417 2026-09-11 1081.00
CH-26-0433 2026-09-25 540.50
CH-26-0450 2026-10-05 324.30
""",
    **{**FR, "zone": "Europe/Zurich"},
)
mail(
    "fr10-suisse-tableau",
    "Courriel HTML d'un logiciel suisse: N° de facture, Montant facturé, Escompte 2 %, Montant versé en CHF, apostrophes",
    "HTML program",
    "C31",
    "Confirmation de paiement",
    "2026-11-11T14:14:00+01:00",
    markup(
        "<p>Madame, Monsieur,</p><p>Nous vous informons que les factures suivantes ont été payées le 11.11.2026 :</p>"
        + grid(
            "CH-26-0417 | 1'081.00 | 21.62 | 1'059.38\nCH-26-0433 | 540.50 | 10.81 | 529.69\nTotal | 1'621.50 | 32.43 | 1'589.07",
            "N° de facture|Montant facturé|Escompte 2 %|Montant versé CHF",
        )
    ),
    pay("1589.07", "CHF", "CH-26-0417 1059.38 d=21.62; CH-26-0433 529.69 d=10.81"),
)

firm(
    "C40",
    "Áridos y Canteras Moncayo S.A.",
    "proveedores@aridosmoncayo.example",
    "EUR",
    """
MC26/0417 2026-09-08 3025.00
MC26/0433 2026-09-22 1512.50
MC26/0451 2026-10-05 605.00
""",
    **ES,
)
mail(
    "es10-xls-remesa",
    "XLS de una remesa a varios proveedores: código, proveedor, factura, vencimiento, importe; total de cada proveedor y de la remesa",
    "xlwt",
    "C40",
    "Remesa de transferencias 11/11/2026",
    "2026-11-11T13:00:00+01:00",
    "Adjuntamos detalle de la remesa de transferencias emitida hoy.",
    pay("4537.50", "*", "MC26/0417 3025.00; MC26/0433 1512.50"),
    files=[
        (
            "remesa.xls",
            "application/vnd.ms-excel",
            lambda: _old_sheet(
                """
Código | Proveedor | Factura | Vencimiento | Importe
40000117 | Brevanne Recubrimientos S.L. | MC26/0417 | 08/11/2026 | 3.025,00
40000117 | Brevanne Recubrimientos S.L. | MC26/0433 | 22/11/2026 | 1.512,50
 | Total proveedor | | | 4.537,50
40000233 | Talleres Ebro S.L. | A-1188 | 10/11/2026 | 907,50
 | Total proveedor | | | 907,50
 | Total remesa | | | 5.445,00
"""
            ),
        )
    ],
)


def _old_sheet(said: str) -> bytes:
    from tests.corpus.strangers.files import xls

    return xls(said.strip(), "Remesa")


firm(
    "C50",
    "浜名湖ボート販売株式会社",
    "keiri@hamanako-boat.example",
    "JPY",
    """
HB-260917 2026-09-17 297000
HB-260930 2026-09-30 148500
HB-261015 2026-10-15 99000
""",
    **JA,
)
mail(
    "ja10-docx-shiharai",
    "Word の支払案内: 文中に振込日、表に請求書番号・ご請求額・お支払額、一枚は一部支払で残額は来月",
    "python-docx",
    "C50",
    "お支払いのご案内",
    "2026-11-12T10:20:00+09:00",
    "いつもお世話になっております。添付のとおりお支払いいたしました。",
    pay("397000", "JPY", "HB-260917 297000; HB-260930 100000"),
    promises=[UNSCORED],
    files=[
        (
            "お支払案内.docx",
            DOCX,
            lambda: docx(
                (
                    "ブレヴァンヌ・コーティングス株式会社 御中",
                    "令和8年11月12日に下記の金額をお振込みいたしました。",
                ),
                "請求書番号 | ご請求額 | お支払額 | 残額\nHB-260917 | 297,000円 | 297,000円 | 0円\nHB-260930 | 148,500円 | 100,000円 | 48,500円\n合計 | 445,500円 | 397,000円 | 48,500円",
                ("残額は12月にお支払いいたします。", "浜名湖ボート販売株式会社 経理課"),
            ),
        )
    ],
)

# What pays nothing.

firm(
    "C60",
    "Fairhaven Ferries Ltd",
    "audit@fairhavenferries.example",
    "GBP",
    """
TB-2004 2026-10-07 816.00
TB-2018 2026-10-19 408.00
""",
)
mail(
    "en10-trap-credit-limit",
    "Tells that two invoices are above the purchase order: the excess, what would be accepted; a credit note or a new order is asked for",
    "fpdf2",
    "C60",
    "Invoice variances",
    "2026-11-12T12:00:00+00:00",
    "Please review the attached variance report and reply.",
    kind=ANY,
    disputes=[UNSCORED],
    files=[
        pdf(
            "variance.pdf",
            lambda: typed(
                """
FAIRHAVEN FERRIES LTD | | | | VARIANCE REPORT 12/11/2026

Invoice | PO | PO value | Invoiced | Over
TB-2004 | 70417 | 780.00 | 816.00 | 36.00
TB-2018 | 70433 | 384.00 | 408.00 | 24.00
Total | | 1,164.00 | 1,224.00 | 60.00

Invoices will be processed once a credit note or revised PO is received.
""",
                (12, 50, -110, -150, -190),
            ),
        )
    ],
)
firm(
    "C61",
    "Gewürzmühle Aumann OHG",
    "aumann@gewuerz-aumann.example",
    "EUR",
    """
R-26-6004 2026-10-08 476.00
R-26-6020 2026-10-20 238.00
""",
    **DE,
)
mail(
    "de10-trap-lastschriftmandat",
    "Formular: SEPA-Lastschriftmandat wird erteilt, die offenen Rechnungen sollen eingezogen werden",
    "chromium",
    "C61",
    "Lastschriftmandat",
    "2026-11-12T16:10:00+01:00",
    "Anbei das Mandat. Bitte ziehen Sie die offenen Rechnungen künftig ein.",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "Mandat.pdf",
            lambda: printed(
                "<h3>SEPA-Lastschriftmandat</h3><p>Ich ermächtige Brevanne Lacke GmbH, Zahlungen von meinem Konto DE89 3704 0044 0532 0130 00 einzuziehen, erstmals für:</p>"
                + table(
                    ("Rechnung", "Betrag EUR"),
                    rights(cells("R-26-6004 | 476,00\nR-26-6020 | 238,00\nSumme | 714,00"), 1),
                )
                + "<p>Datum 12.11.2026 &nbsp; Unterschrift: Aumann</p>",
                language="de",
            ),
        )
    ],
)
firm(
    "C62",
    "Almacenes Bidasoa S.L.",
    "compras@bidasoa.example",
    "EUR",
    """
MC26/1004 2026-10-09 968.00
MC26/1017 2026-10-21 484.00
""",
    **ES,
)
mail(
    "es10-trap-recibo-domiciliado",
    "Pide que los recibos no se pasen al banco todavía: lista de facturas con nuevos vencimientos propuestos",
    "plain text",
    "C62",
    "Aplazamiento de recibos",
    "2026-11-13T09:30:00+01:00",
    "Buenos días:\n\nLes rogamos que aplacen los siguientes recibos, por favor:\n\nMC26/1004   968,00 €   del 08/12/2026 al 08/01/2027\nMC26/1017   484,00 €   del 20/12/2026 al 20/01/2027\n\nGracias por su comprensión.",
    kind=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
)
