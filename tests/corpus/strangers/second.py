"""A second set, written after the first was mended and before the reader saw it: other layouts, labels and programs."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    DE,
    DOCX,
    ES,
    FR,
    JA,
    XLSX,
    ZH,
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
from tests.corpus.strangers.files import book, docx

firm(
    "T01",
    "Lakeview School District 40",
    "accountspayable@lakeview40.example",
    "USD",
    """
BC-97001 2026-09-03 1120.00
BC-97008 2026-09-11 340.25
BC-97014 2026-09-18 2260.00
BC-97020 2026-10-02 75.00
""",
    zone="America/Chicago",
)


def warrant() -> bytes:
    rows = cells("""
10-2560-410 | MAINT | BC-97001 | 26-00881 | primer, gym floor | 1,120.00
10-2560-410 | MAINT | BC-97008 | 26-00893 | rollers | 340.25
20-2540-329 | BLDGS | BC-97014 | 26-00902 | lockers, enamel | 2,260.00
""")
    return printed(
        "<p>LAKEVIEW SCHOOL DISTRICT 40 &nbsp; WARRANT 0091187 &nbsp; 11/12/2026 &nbsp; VENDOR 4471 BREVANNE COATINGS INC</p>"
        + table(("ACCOUNT", "DEPT", "INVOICE", "P.O.", "DESCRIPTION", "AMOUNT"), rights(rows, 5))
        + "<p class=r>WARRANT TOTAL &nbsp; $3,720.25</p><p style='font-size:8pt'>DETACH BEFORE DEPOSITING</p>",
        "td,th{font-family:'Liberation Mono'}",
        "letter",
    )


mail(
    "en2-warrant",
    "Public body's warrant stub: ledger account and department first, numbers with hyphens in two columns",
    "chromium",
    "T01",
    "Warrant 0091187",
    "2026-11-12T09:00:00-06:00",
    "Stub attached. Warrant mailed today.",
    pay("3720.25", "USD", "BC-97001 1120.00; BC-97008 340.25; BC-97014 2260.00"),
    files=[pdf("warrant.pdf", warrant)],
)

firm(
    "T02",
    "Ardent Cycles Ltd",
    "finance@ardentcycles.example",
    "GBP",
    """
BL81001 2026-09-01 640.00
BL81007 2026-09-08 1212.00
BL81013 2026-09-16 -96.00
BL81020 2026-10-01 410.00
""",
)
mail(
    "en2-xero-html",
    "Cloud accounting's remittance: 'Still owing' column, allocation of a credit, big sum in the head",
    "HTML program",
    "T02",
    "Remittance Advice from Ardent Cycles Ltd",
    "2026-11-13T10:00:00+00:00",
    markup(
        nested(
            "<p>Hi,</p><p>Here's your remittance advice for payment of <b>£1,656.00 GBP</b>.</p>"
            + grid(
                "13 Nov 2026 | BL81001 | 01 Oct 2026 | 640.00 | 640.00 | 0.00\n13 Nov 2026 | BL81007 | 08 Oct 2026 | 1,212.00 | 1,112.00 | 100.00\n13 Nov 2026 | BL81013 | | (96.00) | (96.00) | 0.00",
                "Date|Reference|Due date|Invoice Total|Amount Paid|Still Owing",
            )
            + "<p>If you have any questions, please let us know.</p>"
        )
    ),
    pay("1656.00", "GBP", "BL81001 640.00; BL81007 1112.00; BL81013 -96.00"),
)

firm(
    "T03",
    "Grange Hill Farms",
    "grangehillfarms@postbox.example",
    "GBP",
    """
BL82001 2026-09-04 212.00
BL82006 2026-09-14 98.50
BL82011 2026-09-29 1040.00
""",
)
mail(
    "en2-dots",
    "Text with dots to the amounts and pence apart, a total underlined with signs",
    "plain text",
    "T03",
    "cheque",
    "2026-11-14T19:00:00+00:00",
    """Dear Sirs

Cheque 000417 posted 1st class this evening for the following:-

   BL82001 ...................... 212 - 00
   BL82006 ......................  98 - 50
                                 ==========
                          £      310 - 50

Yours
R. Tollerton
""",
    pay("310.50", "GBP", "BL82001 212.00; BL82006 98.50"),
)

firm(
    "T04",
    "Nimbus Cargo Airlines",
    "ap-remit@nimbuscargo.example",
    "USD",
    """
INV-US-26-4410 2026-09-02 7730.00
INV-US-26-4418 2026-09-10 415.50
INV-US-26-4431 2026-09-21 2980.00
INV-US-26-4440 2026-10-03 660.00
""",
    zone="America/New_York",
)


def station() -> bytes:
    out = press.fpdf(orientation="landscape")
    out.add_page()
    out.set_font("Helvetica", "B", 11)
    out.text(12, 14, "NIMBUS CARGO AIRLINES - AP PAYMENT REGISTER EXTRACT - PAYEE COPY")
    out.set_font("Helvetica", size=8)
    out.text(12, 20, "Payee BREVANNE COATINGS   EFT 2611-0991   Value 13-NOV-2026   CCY USD")
    head = ("STN", "VCHR", "SUPPLIER INV", "INV DT", "GROSS", "WHT", "STN TOTAL", "NET PAID")
    xs = (12, 30, 52, 92, 130, 155, 190, 230)
    rows = cells("""
ORD | 880112 | INV-US-26-4410 | 02SEP26 | 7,730.00 | 0.00 | | 7,730.00
ORD | 880115 | INV-US-26-4418 | 10SEP26 | 415.50 | 0.00 | 8,145.50 | 415.50
MIA | 880140 | INV-US-26-4431 | 21SEP26 | 2,980.00 | 89.40 | 2,890.60 | 2,890.60
""")
    for n, row in enumerate([head, *rows, ("", "", "", "", "11,125.50", "89.40", "", "11,036.10")]):
        for x, cell in zip(xs, row, strict=True):
            out.text(x + (18 - out.get_string_width(cell) if x >= 130 else 0), 32 + n * 6, cell)
    return bytes(out.output())


mail(
    "en2-station-totals",
    "Landscape register: a column of sub-totals by station before the net, a bare row of sums",
    "fpdf2",
    "T04",
    "EFT 2611-0991",
    "2026-11-13T10:00:00-05:00",
    "Payee copy attached.",
    pay("11036.10", "USD", "INV-US-26-4410 7730.00; INV-US-26-4418 415.50; INV-US-26-4431 2890.60 x=89.40"),
    files=[pdf("payee.pdf", station)],
)

firm(
    "T05",
    "Brockwell Catering Hire",
    "jo@brockwellhire.example",
    "GBP",
    """
BL83001 2026-09-06 180.00
BL83004 2026-09-13 360.00
BL83009 2026-09-27 540.00
""",
)
mail(
    "en2-docx-bullets",
    "Word letter: bullets with numbers in bold and amounts after dashes, sum in the first sentence",
    "python-docx",
    "T05",
    "Payment letter",
    "2026-11-12T10:00:00+00:00",
    "Letter attached, Jo",
    pay("540.00", "GBP", "BL83001 180.00; BL83004 360.00"),
    files=[
        (
            "letter.docx",
            DOCX,
            lambda: docx(
                (
                    "Brockwell Catering Hire",
                    "12 November 2026",
                    "We have today sent you £540.00 by bank transfer, which covers:",
                    "• BL83001 – £180.00",
                    "• BL83004 – £360.00",
                    "BL83009 is still with our event manager and will be dealt with separately.",
                ),
                "Our ref | BCH/BRE/7",
            ),
        )
    ],
)

firm(
    "T06",
    "Sarnia Pipe & Fitting Inc.",
    "ap@sarniapipe.example",
    "CAD",
    """
BCC-5501 2026-09-02 3390.00
BCC-5509 2026-09-15 1130.00
BCC-5520 2026-10-01 226.00
""",
    zone="America/Toronto",
)
mail(
    "en2-xlsx-title-rows",
    "Workbook with logo text, address, blank rows; headings broken by line breaks; total to the left",
    "xlsxwriter",
    "T06",
    "EFT notice",
    "2026-11-10T10:00:00-05:00",
    "EFT notice attached (CAD).",
    pay("4520.00", "CAD", "BCC-5501 3390.00; BCC-5509 1130.00"),
    files=[
        (
            "EFT.xlsx",
            XLSX,
            lambda: book(
                "Sarnia Pipe & Fitting Inc.\n1180 Confederation St\nSarnia ON\n\n | | EFT NOTICE | |\nDeposit date | 2026-11-10 | | EFT total | 4,520.00\n\nYour Invoice Number | Invoice Date | HST | Invoice Amount | Amount This EFT\nBCC-5501 | 2026-09-02 | 390.00 | 3,390.00 | 3,390.00\nBCC-5509 | 2026-09-15 | 130.00 | 1,130.00 | 1,130.00"
            ),
        )
    ],
)

firm(
    "T07",
    "Riverbend Storage LLC",
    "office@riverbendstorage.example",
    "USD",
    """
BC-98001 2026-09-05 500.00
BC-98007 2026-09-15 500.00
BC-98012 2026-09-25 500.00
BC-98020 2026-10-05 500.00
""",
    zone="America/New_York",
)
mail(
    "en2-equal-amounts",
    "Four equal amounts of which three are ticked as paid",
    "plain text",
    "T07",
    "zelle $1,500",
    "2026-11-15T10:00:00-05:00",
    """zelle'd $1,500.00 today

[x] BC-98001   500.00
[x] BC-98007   500.00
[ ] BC-98012   500.00
[x] BC-98020   500.00
""",
    pay("1500.00", "USD", "BC-98001 500.00; BC-98007 500.00; BC-98020 500.00"),
)

firm(
    "T08",
    "Kanzlei Dr. Oberhuber",
    "verwaltung@oberhuber.example",
    "EUR",
    """
26600012 2026-09-03 297.50
26600027 2026-09-17 1190.00
26600031 2026-09-29 59.50
""",
    **DE,
)


def de_letter() -> bytes:
    rows = cells("26600012 | 03.09.2026 | 297,50\n26600027 | 17.09.2026 | 1.190,00")
    source = (
        "<html><head><meta charset='utf-8'></head><body><p>Kanzlei Dr. Oberhuber, Passau</p><p>Passau, den 12. November 2026</p><p>Sehr geehrte Damen und Herren,</p><p>wir haben heute 1.487,50 Euro auf Ihr Konto angewiesen. Der Betrag setzt sich wie folgt zusammen:</p>"
        + table(("Rg.-Nr.", "vom", "EUR"), rows)
        + "<p>Die Rechnung 26600031 bitten wir zu prüfen, der angegebene Farbton wurde nicht geliefert.</p></body></html>"
    )
    return press.office(source, ".html")


mail(
    "de2-brief",
    "Brief: Summe im Satz, kleine Tabelle ohne Summe, darunter eine Beanstandung",
    "LibreOffice writer",
    "T08",
    "Unsere Zahlung",
    "2026-11-12T12:00:00+01:00",
    "Siehe Anlage.",
    pay("1487.50", "EUR", "26600012 297.50; 26600027 1190.00"),
    files=[pdf("Brief.pdf", de_letter)],
)

firm(
    "T09",
    "Elbmarsch Molkerei eG",
    "fibu@elbmarsch.example",
    "EUR",
    """
26700100 2026-09-01 2856.00
26700115 2026-09-12 1428.00
26700129 2026-09-23 -238.00
26700140 2026-10-02 714.00
""",
    **DE,
)
mail(
    "de2-text-kennzeichen",
    "Text mit S/H-Kennzeichen je Zeile, Saldo mit H",
    "plain text",
    "T09",
    "Zahlungsavis 11/26",
    "2026-11-11T06:00:00+01:00",
    """ZAHLUNGSAVIS                                   Elbmarsch Molkerei eG
Valuta 12.11.2026   Bank: SEPA-Überweisung

Belegnr   Ihre Nr.     Datum       Betrag EUR  S/H
190441    26700100     01.09.26      2.856,00   H
190457    26700115     12.09.26      1.428,00   H
190470    26700129     23.09.26        238,00   S
                       Saldo         4.046,00   H
""",
    pay("4046.00", "EUR", "26700100 2856.00; 26700115 1428.00; 26700129 -238.00"),
)

firm(
    "T10",
    "Laboratoires Vernay",
    "comptabilite@labo-vernay.example",
    "EUR",
    """
FA261000901 2026-09-05 3480.00
FA261000915 2026-09-19 1044.00
FA261000922 2026-10-03 208.80
""",
    **FR,
)


def releve() -> bytes:
    sheet = press.canvas((842, 595))
    write, right = sheet.drawString, sheet.drawRightString
    sheet.setFont("Helvetica-Bold", 12)
    write(40, 550, "LABORATOIRES VERNAY  -  Bordereau de virement n° 2026-11-044")
    sheet.setFont("Helvetica", 9)
    write(40, 530, "Bénéficiaire : Brevanne Revêtements SARL      Date de valeur : 12/11/2026")
    for n, row in enumerate(
        cells(
            "Votre facture | Notre commande | Montant HT | TVA | Montant TTC\nFA261000901 | CF-7781 | 2 900,00 | 580,00 | 3 480,00\nFA261000915 | CF-7790 | 870,00 | 174,00 | 1 044,00\nTotal viré | | 3 770,00 | 754,00 | 4 524,00"
        )
    ):
        write(40, 490 - 18 * n, row[0])
        write(180, 490 - 18 * n, row[1])
        for x, cell in zip((400, 500, 620), row[2:], strict=True):
            right(x, 490 - 18 * n, cell)
    return press.finish(sheet)


mail(
    "fr2-bordereau",
    "Bordereau de virement: HT, TVA, TTC, total viré des trois colonnes",
    "reportlab",
    "T10",
    "Bordereau 2026-11-044",
    "2026-11-12T10:00:00+01:00",
    "Bonjour, ci-joint le bordereau du virement de ce jour.",
    pay("4524.00", "*", "FA261000901 3480.00; FA261000915 1044.00"),
    files=[pdf("bordereau.pdf", releve)],
)

firm(
    "T11",
    "Cerámicas Almassora S.L.",
    "cobros.pagos@almassora.example",
    "EUR",
    """
ES26/000901 2026-09-02 3146.00
ES26/000914 2026-09-16 968.00
ES26/000921 2026-10-01 145.20
""",
    **ES,
)
mail(
    "es2-confirming",
    "Aviso de confirming del banco: el cliente ordena el pago, comisiones no, vencimiento hoy",
    "HTML program",
    "T11",
    "Aviso de pago por confirming",
    "2026-11-16T08:00:00+01:00",
    markup(
        nested(
            "<p>Estimado proveedor: su cliente <b>Cerámicas Almassora S.L.</b> ha ordenado el pago de las siguientes facturas, abonado hoy en su cuenta.</p>"
            + grid(
                "ES26/000901 | 16/11/2026 | 3.146,00 €\nES26/000914 | 16/11/2026 | 968,00 €\nTotal abonado | | 4.114,00 €",
                "Factura|Vencimiento|Importe",
            )
        )
    ),
    pay("4114.00", "EUR", "ES26/000901 3146.00; ES26/000914 968.00"),
)

firm(
    "T12",
    "株式会社常盤製缶",
    "tokiwa@tokiwa-seikan.example",
    "JPY",
    """
JP-20260905-08 2026-09-05 198000
JP-20260919-03 2026-09-19 77000
JP-20261003-06 2026-10-03 33000
""",
    **JA,
)


def ja_pdf() -> bytes:
    rows = cells(
        "JP-20260905-08 | 2026/9/5 | 198,000 | 198,000 | 0\nJP-20260919-03 | 2026/9/19 | 77,000 | 50,000 | 27,000"
    )
    return printed(
        "<h3>お支払明細書</h3><p>ブレヴァンヌ・コーティングス株式会社 様</p><p>株式会社常盤製缶 経理部　支払日 2026年11月13日</p>"
        + table(
            ("請求書No", "請求日", "請求残高", "今回支払額", "支払後残高"),
            rights(rows, 2),
            foot="<tr><td>合計</td><td></td><td class=r>275,000</td><td class=r>248,000</td><td class=r>27,000</td></tr>",
        ),
        "td,th{border:1px solid #444}",
        font="Noto Sans CJK JP",
        language="ja",
    )


mail(
    "ja2-zandaka",
    "お支払明細書: 請求残高・今回支払額・支払後残高, 一部支払",
    "chromium",
    "T12",
    "お支払明細書",
    "2026-11-13T10:00:00+09:00",
    "添付の通りお支払いいたしました。",
    pay("248000", "*", "JP-20260905-08 198000; JP-20260919-03 50000"),
    files=[pdf("明細.pdf", ja_pdf)],
)

firm(
    "T13",
    "常熟虞山纺织机械厂",
    "yushan_cw@yushan-fj.example",
    "CNY",
    """
BRF-2609-0601 2026-09-04 15820.00
BRF-2609-0617 2026-09-20 6780.00
BRF-2610-0071 2026-10-05 2260.00
""",
    **ZH,
)
mail(
    "zh2-xlsx-chengdui",
    "付款明细: 现金与承兑两列, 合计两种方式",
    "xlsxwriter",
    "T13",
    "付款明细",
    "2026-11-12T14:00:00+08:00",
    "王经理：本次付款明细见附件，均为电汇，已付。",
    pay("22600.00", "*", "BRF-2609-0601 15820.00; BRF-2609-0617 6780.00"),
    files=[
        (
            "明细.xlsx",
            XLSX,
            lambda: book(
                "常熟虞山纺织机械厂付款明细\n客户：博睿凡涂料\n发票号码 | 开票日期 | 价税合计 | 已付 | 本次付 | 备注\nBRF-2609-0601 | 2026-09-04 | 15,820.00 | 0.00 | 15,820.00 |\nBRF-2609-0617 | 2026-09-20 | 6,780.00 | 0.00 | 6,780.00 |\nBRF-2610-0071 | 2026-10-05 | 2,260.00 | 0.00 | 0.00 | 下月付\n合计 | | 24,860.00 | 0.00 | 22,600.00 |"
            ),
        )
    ],
)

firm(
    "T14",
    "Fenwick Marine Surveyors",
    "office@fenwickmarine.example",
    "GBP",
    """
BL91001 2026-09-03 760.00
BL91009 2026-09-18 285.00
""",
)
mail(
    "en2-trap-failed",
    "Bank's notice that the customer's payment was returned, with the advice's table below",
    "HTML program",
    "T14",
    "FW: Payment returned unpaid",
    "2026-11-13T10:00:00+00:00",
    markup(
        "<p>Please see below, we will look into it.</p>"
        + nested(
            "<p>The payment below was returned by the beneficiary bank. Reason: account closed.</p>"
            + grid("BL91001 | £760.00\nBL91009 | £285.00\nTotal | £1,045.00", "Reference|Amount")
        )
    ),
    kind="*",
)

firm(
    "T15",
    "Pinnacle Roofing Supplies",
    "ar-ap@pinnacleroofing.example",
    "USD",
    """
BC-99001 2026-09-07 2100.00
BC-99009 2026-09-19 830.00
""",
    zone="America/Chicago",
)
mail(
    "en2-trap-aging",
    "Export of their payables aging: buckets with our invoices, nothing paid",
    "xlsxwriter",
    "T15",
    "AP aging 11/12",
    "2026-11-12T10:00:00-06:00",
    "Here's our AP aging for your account as requested. Let me know if anything is missing.",
    files=[
        (
            "aging.xlsx",
            XLSX,
            lambda: book(
                "AP Aging Detail as of 11/12/2026\nVendor | Invoice | Current | 1 - 30 | 31 - 60 | Total\nBrevanne Coatings | BC-99001 | | | 2,100.00 | 2,100.00\nBrevanne Coatings | BC-99009 | | 830.00 | | 830.00\nTotal | | 0.00 | 830.00 | 2,100.00 | 2,930.00"
            ),
        )
    ],
    kind="*",
)

firm(
    "T16",
    "Morecambe Leisure Trust",
    "creditors@morecambeleisure.example",
    "GBP",
    """
BL92001 2026-09-02 1500.00
BL92010 2026-09-16 450.00
""",
)
mail(
    "en2-trap-next-run",
    "Advice in form, but 'will be included in our next payment run'",
    "chromium",
    "T16",
    "Forthcoming payment",
    "2026-11-13T10:00:00+00:00",
    "Please see attached for the invoices scheduled for our next payment run. A remittance advice will follow once payment has been made.",
    files=[
        pdf(
            "schedule.pdf",
            lambda: printed(
                "<h3>Forthcoming payment schedule</h3><p>Morecambe Leisure Trust to Brevanne Coatings Ltd</p>"
                + table(
                    ("Invoice", "Due", "Amount"),
                    rights(cells("BL92001 | 02/10/2026 | 1,500.00\nBL92010 | 16/10/2026 | 450.00"), 2),
                )
                + "<p class=r>Total 1,950.00</p>"
            ),
        )
    ],
    kind="*",
)

firm(
    "T17",
    "Oakhanger Nurseries",
    "accounts@oakhanger.example",
    "GBP",
    """
BL93001 2026-09-05 875.00
BL93008 2026-09-22 125.00
BL93012 2026-10-02 310.00
""",
)
mail(
    "en2-two-accounts",
    "Two tables in one mail: what was paid today, and what is still queried",
    "Outlook HTML",
    "T17",
    "Payment and queries",
    "2026-11-12T10:00:00+00:00",
    markup(
        "<p>Hi, paid today by BACS:</p><table border=1><tr><th>Inv</th><th>£</th></tr><tr><td>BL93001</td><td>875.00</td></tr><tr><td>BL93008</td><td>125.00</td></tr><tr><td>Total</td><td>1,000.00</td></tr></table><p>Not paid, on query:</p><table border=1><tr><th>Inv</th><th>£</th></tr><tr><td>BL93012</td><td>310.00</td></tr></table><p>Thanks</p>"
    ),
    pay("1000.00", "GBP", "BL93001 875.00; BL93008 125.00"),
)

firm(
    "T18",
    "Tidal Basin Aquarium",
    "purchasing@tidalbasin.example",
    "USD",
    """
BC-99501 2026-09-03 6120.00
BC-99509 2026-09-14 1875.40
BC-99517 2026-09-30 404.60
""",
    zone="America/Los_Angeles",
)
mail(
    "en2-csv-quoted",
    "CSV of the bank's bill pay: quoted dollar amounts, dates in words, memo holds the invoice",
    "program's CSV",
    "T18",
    "Bill pay export",
    "2026-11-10T10:00:00-08:00",
    "Our bank's export for the three payments to you this month, all sent.",
    pay("6120.00", "USD", "BC-99501 6120.00"),
    pay("1875.40", "USD", "BC-99509 1875.40"),
    pay("404.60", "USD", "BC-99517 404.60"),
    files=[
        (
            "billpay.csv",
            "text/csv",
            lambda: (
                b'"Send Date","Payee","Amount","Memo","Status","Confirmation"\n"Nov 3, 2026","Brevanne Coatings","$6,120.00","Inv BC-99501","Sent","BP-77120"\n"Nov 5, 2026","Brevanne Coatings","$1,875.40","Inv BC-99509","Sent","BP-77131"\n"Nov 9, 2026","Brevanne Coatings","$404.60","Inv BC-99517","Sent","BP-77160"\n'
            ),
        )
    ],
)
