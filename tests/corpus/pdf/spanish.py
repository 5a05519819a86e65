"""Avisos de pago and their kin, from Spain, Mexico and Chile."""

from __future__ import annotations

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import de, dots, en, slashes
from tests.corpus.pdf.sheets import page, row, sheet, table

DUERO = customer(4001, "Bodegas Ribera Alta del Duero, S.A.", "proveedores@riberaalta.example", "es", "EUR", days=60, zone="Europe/Madrid", aliases="Ribera Alta del Duero")
DUERO_ITEMS = items(
    DUERO,
    """
    F2026-00032 2026-08-31 3025.00
    F2026-00047 2026-09-09 1815.00
    F2026-00058 2026-09-17 484.00
    """,
)


@document("ribera-aviso-de-pago", "es", "reportlab", "erp advice", "Aviso de pago with retención IRPF column, grid with shaded head")
def ribera() -> tuple[bytes, Truth]:
    paper = press.canvas((595.3, 841.9))
    write, right = paper.drawString, paper.drawRightString
    paper.setStrokeColorRGB(0.45, 0.05, 0.2)
    paper.setLineWidth(3)
    paper.line(50, 790, 545, 790)
    paper.setLineWidth(0.5)
    paper.setFont("Times-BoldItalic", 17)
    write(50, 800, "Bodegas Ribera Alta del Duero, S.A.")
    paper.setFont("Times-Roman", 10)
    write(50, 774, "Ctra. de Soria km 4, 42300 El Burgo de Osma  -  CIF A-99441770")
    paper.setFont("Times-Bold", 13)
    write(50, 730, "AVISO DE PAGO N.º 2026/1188")
    paper.setFont("Times-Roman", 10)
    for n, text in enumerate(("Proveedor: Norvane Instruments Ibérica, S.L. (40004417)", "Forma de pago: transferencia bancaria", "Fecha de pago: 10/11/2026", "Importe total: 5.004,00 EUR")):
        write(50, 712 - 14 * n, text)
    stops = (50, 150, 235, 345, 445, 545)
    heads = ("Factura", "Fecha", "Importe factura", "Retención IRPF", "Importe pagado")
    retained = ("-200,00", "-120,00", "0,00")
    nets = ("2825.00", "1695.00", "484.00")
    rows = [heads] + [(i.said, slashes(i.issued), de(i.amount), r, de(n)) for i, r, n in zip(DUERO_ITEMS, retained, nets, strict=True)]
    rows.append(("Totales", "", "5.324,00", "-320,00", "5.004,00"))
    for n, cells in enumerate(rows):
        y = 630 - 20 * n
        if not n:
            paper.setFillColorRGB(0.93, 0.87, 0.9)
            paper.rect(50, y - 6, 495, 20, fill=1)
            paper.setFillColorRGB(0, 0, 0)
        paper.setFont("Times-Bold" if n in (0, 4) else "Times-Roman", 10)
        for k, text in enumerate(cells):
            paper.rect(stops[k], y - 6, stops[k + 1] - stops[k], 20)
            (write if k < 2 else right)(stops[k] + 4 if k < 2 else stops[k + 1] - 4, y, text)
    paper.setFont("Times-Roman", 8)
    write(50, 45, "Inscrita en el Registro Mercantil de Soria, tomo 99, folio 44, hoja SO-1770. Protección de datos: dpo@riberaalta.example.  Pág. 1 de 1")
    lines = [
        (i.no, n, "0.00", r.strip("-").replace(",", "."), "Retención IRPF" if r != "0,00" else None)
        for i, r, n in zip(DUERO_ITEMS, retained, nets, strict=True)
    ]
    truth = paid(DUERO.name, "5004.00", "EUR", "2026-11-10", "wire", "2026/1188", lines)
    return press.finish(paper), advice(DUERO, truth)


OLIVAR = customer(4002, "Cooperativa Olivarera San Telmo", "admin@sancoop-telmo.example", "es", "EUR", days=60, zone="Europe/Madrid")
OLIVAR_ITEMS = items(
    OLIVAR,
    """
    F2026-00071 2026-09-01 7260.00
    F2026-00079 2026-09-08 1210.00
    A2026-00006 2026-09-15 -605.00
    F2026-00095 2026-09-28 2420.00
    """,
)


@document("santelmo-remesa", "es", "fpdf2", "bank notice", "Remesa de transferencias: order header, concept rows, short numbers with series")
def santelmo() -> tuple[bytes, Truth]:
    pdf = press.fpdf()
    pdf.add_page()
    pdf.set_font("Courier", "B", 12)
    pdf.text(15, 18, "COOPERATIVA OLIVARERA SAN TELMO")
    pdf.set_font("Courier", "", 9)
    y = 28.0
    for text in (
        "REMESA DE TRANSFERENCIAS  N. 0417-26              FECHA VALOR 02.11.2026",
        "ORDENANTE  F99044177  ES12 9999 0001 9000 4417 7000",
        "BENEFICIARIO  NORVANE INSTRUMENTS IBERICA SL     ES68 9999 0002 2000 0417 7001",
        "=" * 78,
        f"{'CONCEPTO':<34}{'FECHA':<14}{'CARGO':>14}{'ABONO':>16}",
        "-" * 78,
    ):
        pdf.text(15, y, text)
        y += 5.5
    for item in OLIVAR_ITEMS:
        what = "ABONO" if item.amount < 0 else "FACTURA"
        number = item.no
        amounts = f"{de(-item.amount):>14}{'':>16}" if item.amount < 0 else f"{'':>14}{de(item.amount):>16}"
        pdf.text(15, y, f"{what + ' ' + number:<34}{dots(item.issued):<14}{amounts}")
        y += 5.5
    for text in ("-" * 78, f"{'TOTAL TRANSFERIDO EUR':<48}{'':>14}{'10.285,00':>16}", "", "ESTADO DE LA REMESA: EJECUTADA", "Este documento no requiere firma."):
        pdf.text(15, y, text)
        y += 5.5
    truth = paid("COOPERATIVA OLIVARERA SAN TELMO", "10285.00", "EUR", "2026-11-02", "wire", "0417-26", [(i.no, i.amount) for i in OLIVAR_ITEMS])
    return bytes(pdf.output()), advice(OLIVAR, truth)


BAJIO = customer(4003, "Autopartes del Bajío, S.A. de C.V.", "cxp@autopartesbajio.example", "es", "MXN", zone="America/Mexico_City")
BAJIO_ITEMS = items(
    BAJIO,
    """
    NMX-1187 2026-09-10 58000.00
    NMX-1204 2026-09-22 23200.00
    NMX-1219 2026-10-05 104400.00
    """,
)


@document("bajio-complemento", "es", "chromium", "erp advice", "Mexican REP: UUIDs, saldo anterior / importe pagado / saldo insoluto")
def bajio() -> tuple[bytes, Truth]:
    css = """@page{size:Letter;margin:12mm} body{font:9px "DejaVu Sans"} table{width:100%;border-collapse:collapse;margin-top:4mm} th{background:#1b5e20;color:#fff;font-weight:normal;padding:1.5mm}
    td{border-bottom:1px solid #ccc;padding:1.5mm} td:nth-child(n+4){text-align:right} .u{font-size:7px;word-break:break-all} .g{display:grid;grid-template-columns:1fr 1fr;gap:4mm}
    .sello{font-size:6px;word-break:break-all;color:#666;margin-top:10mm}"""
    data = (("58,000.00", "58,000.00", "0.00"), ("23,200.00", "10,000.00", "13,200.00"), ("104,400.00", "104,400.00", "0.00"))
    ids = ("5F0C1B7E-4417-4A1D-9B77-0A1C22E40A11", "7A91D3C0-0418-4C55-8E01-66B0F31D9C02", "C27E5A90-0419-4B0E-A3D2-91F04E7B1A93")
    rows = [(f"<span class='u'>{u}</span>", i.said, "1", *d) for u, i, d in zip(ids, BAJIO_ITEMS, data, strict=True)]
    body = (
        "<div class='g'><div><b style='font-size:13px'>Autopartes del Bajío, S.A. de C.V.</b><br>RFC ABA990417XX1<br>Blvd. Aeropuerto 4417, León, Gto. 37000</div><div style='text-align:right'><b>DETALLE DE PAGO A PROVEEDOR</b><br>Folio P-20881<br>Emitido 06/11/2026 11:20</div></div>"
        "<div class='g' style='margin-top:5mm;background:#eef5ee;padding:3mm'><div>Proveedor: Norvane Instruments de México, S. de R.L.<br>RFC NIM9904177A1<br>Forma de pago: 03 Transferencia electrónica de fondos</div>"
        "<div>Fecha de pago: 06 de noviembre de 2026<br>Moneda: MXN<br>Núm. de operación: SPEI 8844170920261106<br><b>Monto: $172,400.00</b></div></div>"
        + table(("Id documento", "Serie-folio", "Parcialidad", "Saldo anterior", "Importe pagado", "Saldo insoluto"), rows, foot=row(("", "", "", "<b>Total</b>", "<b>172,400.00</b>", "")))
        + "<div class='sello'>Cadena de validación interna: 9f3b7c0e8844170920261106aa01bc77e04417d2c1f5e6a7b8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f70819a2b3c4d5e6f7. Este documento no es un comprobante fiscal.</div>"
    )
    lines = [("NMX-1187", "58000.00"), ("NMX-1204", "10000.00"), ("NMX-1219", "104400.00")]
    truth = paid(BAJIO.name, "172400.00", "MXN", "2026-11-06", "wire", "*", lines)
    return press.chromium(page(css, body, "es")), advice(BAJIO, truth)


TALAVERA = customer(4004, "Cerámicas Talavera e Hijos, S.L.", "pagos@ceramicastalavera.example", "es", "EUR", zone="Europe/Madrid")
TALAVERA_ITEMS = items(TALAVERA, "F2026-00104 2026-10-14 1573.00")


@document("talavera-justificante", "es", "weasyprint", "bank notice", "Bank's justificante, label and value pairs in a ruled grid")
def talavera() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:20mm} body{font:10pt "Liberation Sans"} .top{background:#ffdd00;padding:4mm;font:bold 15pt "Liberation Sans"} table{width:100%;border-collapse:collapse;margin-top:6mm}
    td{border:0.5pt solid #999;padding:2mm;width:50%} td b{display:block;font-size:7.5pt;color:#555}"""
    pairs = (
        ("Ordenante", "CERAMICAS TALAVERA E HIJOS SL"), ("Cuenta de cargo", "ES90 9999 0417 7012 0000 1573"), ("Beneficiario", "NORVANE INSTRUMENTS IBERICA SL"), ("Cuenta de abono", "ES68 9999 0002 2000 0417 7001"),
        ("Importe", "1.573,00 EUR"), ("Gastos", "COMPARTIDOS 0,00 EUR"), ("Fecha de operación", "12/11/2026"), ("Fecha valor", "12/11/2026"),
        ("Concepto", "PAGO FRA F2026-00104"), ("Referencia de la orden", "TRF 0417 2026 00881273"),
    )
    rows = "".join(f"<tr><td><b>{a}</b>{b}</td><td><b>{c}</b>{d}</td></tr>" for (a, b), (c, d) in zip(pairs[::2], pairs[1::2], strict=True))
    body = f"<div class='top'>Banco Ejemplo</div><h3>Justificante de transferencia realizada</h3><table>{rows}</table><p style='font-size:7pt'>Banco Ejemplo, S.A. R.M. Toledo T. 99, F. 1. CIF A-99000417. Documento generado por banca electrónica.</p>"
    truth = paid("CERAMICAS TALAVERA E HIJOS SL", "1573.00", "EUR", "2026-11-12", "wire", "TRF 0417 2026 00881273", [("F2026-00104", "1573.00")])
    return press.weasyprint(page(css, body, "es")), advice(TALAVERA, truth)


CANTABRIA = customer(4005, "Supermercados Costa Cántabra, S.A.", "liquidaciones@costacantabra.example", "es", "EUR", days=60, zone="Europe/Madrid")
CANTABRIA_ITEMS = items(
    CANTABRIA,
    """
    F2026-00060 2026-09-04 9680.00
    F2026-00064 2026-09-11 4235.00
    F2026-00069 2026-09-18 12100.00
    """,
)


@document("cantabra-liquidacion", "es", "libreoffice", "deductions", "Liquidación: rappel and avería as rows under their invoice")
def cantabra() -> tuple[bytes, Truth]:
    i = CANTABRIA_ITEMS
    head = [("Línea", "gbx"), ("Documento", "gbx"), ("Concepto", "gbx"), ("Importe", "gbxr")]
    rows: list[list[object]] = [
        [("Supermercados Costa Cántabra, S.A.", "lb", 4)], [("LIQUIDACIÓN A PROVEEDORES 26-0441", "b", 3), ("Santander, 13/11/2026", "r")], [""],
        [("Norvane Instruments Ibérica, S.L.  B-99110227", "", 4)], [("Transferencia con fecha valor 13-11-2026, importes en euros", "", 4)], [""], head,
        [("1", "xc"), (i[0].said, "x"), ("Factura", "x"), ("9.680,00", "xr")],
        [("", "x"), ("", "x"), ("Rappel 2 % s/fra. anterior", "x"), ("193,60-", "xr")],
        [("2", "xc"), (i[1].said, "x"), ("Factura", "x"), ("4.235,00", "xr")],
        [("3", "xc"), (i[2].said, "x"), ("Factura", "x"), ("12.100,00", "xr")],
        [("", "x"), ("", "x"), ("Mercancía averiada, acta 3318, s/fra. anterior", "x"), ("847,00-", "xr")],
        [("", "x"), ("", "x"), ("TOTAL A TRANSFERIR", "bx"), ("24.974,40", "bxr")],
        [""], [("CIF A-99044177 - Inscrita en el R.M. de Cantabria - Hoja 1/1", "s", 4)],
    ]
    lines = [(i[0].no, "9486.40", "0.00", "193.60", "Rappel 2 %"), (i[1].no, "4235.00"), (i[2].no, "11253.00", "0.00", "847.00", "Mercancía averiada")]
    truth = paid(CANTABRIA.name, "24974.40", "EUR", "2026-11-13", "wire", "26-0441", lines)
    return press.office(sheet(rows, (1.6, 3.6, 8, 3.6)), ".fods"), advice(CANTABRIA, truth)


ATACAMA = customer(4006, "Minera Salar Norte SpA", "pagoproveedores@salarnorte.example", "es", "USD", days=45, zone="America/Santiago")
ATACAMA_ITEMS = items(
    ATACAMA,
    """
    EXP-260417 2026-09-02 31250.00
    EXP-260433 2026-09-19 8940.00
    """,
)


@document("salarnorte-detalle", "es", "chromium", "several columns", "Landscape, several amount columns without currency, currency named once")
def salarnorte() -> tuple[bytes, Truth]:
    css = """@page{size:A4 landscape;margin:14mm} body{font:10px "Liberation Sans"} table{width:100%} th{border-bottom:2px solid #b5651d;text-align:right} td{text-align:right;padding:1.5mm}
    td:first-child,th:first-child{text-align:left} h2{color:#b5651d}"""
    i = ATACAMA_ITEMS
    rows = [
        (i[0].said, "02-09-2026", "17-10-2026", en("31250"), en("0"), en("625"), en("30625"), "15"),
        (i[1].said, "19-09-2026", "03-11-2026", en("8940"), en("90"), en("0"), en("8850"), "0"),
    ]
    body = (
        "<h2>Minera Salar Norte SpA</h2><p>Av. Balmaceda 4417, Antofagasta &nbsp; RUT 99.044.177-0</p><p><b>Detalle de pago 5100-884417</b> &nbsp; Acreedor Norvane Instruments Ltd &nbsp; Fecha de pago 05-11-2026 &nbsp; Vía Swift &nbsp; Moneda USD</p>"
        + table(("Documento", "Emisión", "Vencimiento", "Bruto", "Comisión banco", "Descuento pronto pago", "Neto", "Días"), rows, foot=row(("Total", "", "", en("40190"), en("90"), en("625"), en("39475"), "")))
        + "<p style='position:fixed;bottom:0;font-size:8px'>Generado automáticamente, no responder. Confidencial.</p>"
    )
    lines = [(i[0].no, "30625.00", "625.00"), (i[1].no, "8850.00", "0.00", "90.00", "Comisión banco")]
    truth = paid(ATACAMA.name, "39475.00", "USD", "2026-11-05", "wire", "5100-884417", lines)
    return press.chromium(page(css, body, "es")), advice(ATACAMA, truth)
