"""Avisos de pago and a remesa from Spain, and Mexico's detail of a payment."""

from __future__ import annotations

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import de, dots, slashes
from tests.corpus.pdf.sheets import page, row, table

DUERO = customer(
    4001,
    "Bodegas Ribera Alta del Duero, S.A.",
    "proveedores@riberaalta.example",
    "es",
    "EUR",
    days=60,
    zone="Europe/Madrid",
    aliases="Ribera Alta del Duero",
)
DUERO_ITEMS = items(
    DUERO,
    """
    F2026-00032 2026-08-31 3025.00
    F2026-00047 2026-09-09 1815.00
    F2026-00058 2026-09-17 484.00
    """,
)


@document(
    "ribera-aviso-de-pago",
    "es",
    "reportlab",
    "erp advice",
    "Aviso de pago with retención IRPF column, grid with shaded head",
)
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
    for n, text in enumerate(
        (
            "Proveedor: Norvane Instruments Ibérica, S.L. (40004417)",
            "Forma de pago: transferencia bancaria",
            "Fecha de pago: 10/11/2026",
            "Importe total: 5.004,00 EUR",
        )
    ):
        write(50, 712 - 14 * n, text)
    stops = (50, 150, 235, 345, 445, 545)
    heads = ("Factura", "Fecha", "Importe factura", "Retención IRPF", "Importe pagado")
    retained = ("-200,00", "-120,00", "0,00")
    nets = ("2825.00", "1695.00", "484.00")
    rows = [heads] + [
        (i.said, slashes(i.issued), de(i.amount), r, de(n))
        for i, r, n in zip(DUERO_ITEMS, retained, nets, strict=True)
    ]
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
    write(
        50,
        45,
        "Inscrita en el Registro Mercantil de Soria, tomo 99, folio 44, hoja SO-1770. Protección de datos: dpo@riberaalta.example.  Pág. 1 de 1",
    )
    lines = [
        (i.no, n, "0.00", r.strip("-").replace(",", "."), "Retención IRPF" if r != "0,00" else None)
        for i, r, n in zip(DUERO_ITEMS, retained, nets, strict=True)
    ]
    truth = paid(DUERO.name, "5004.00", "EUR", "2026-11-10", "wire", "2026/1188", lines)
    return press.finish(paper), advice(DUERO, truth)


OLIVAR = customer(
    4002,
    "Cooperativa Olivarera San Telmo",
    "admin@sancoop-telmo.example",
    "es",
    "EUR",
    days=60,
    zone="Europe/Madrid",
)
OLIVAR_ITEMS = items(
    OLIVAR,
    """
    F2026-00071 2026-09-01 7260.00
    F2026-00079 2026-09-08 1210.00
    A2026-00006 2026-09-15 -605.00
    F2026-00095 2026-09-28 2420.00
    """,
)


@document(
    "santelmo-remesa",
    "es",
    "fpdf2",
    "bank notice",
    "Remesa de transferencias: order header, concept rows, short numbers with series",
)
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
    for text in (
        "-" * 78,
        f"{'TOTAL TRANSFERIDO EUR':<48}{'':>14}{'10.285,00':>16}",
        "",
        "ESTADO DE LA REMESA: EJECUTADA",
        "Este documento no requiere firma.",
    ):
        pdf.text(15, y, text)
        y += 5.5
    truth = paid(
        "COOPERATIVA OLIVARERA SAN TELMO",
        "10285.00",
        "EUR",
        "2026-11-02",
        "wire",
        "0417-26",
        [(i.no, i.amount) for i in OLIVAR_ITEMS],
    )
    return bytes(pdf.output()), advice(OLIVAR, truth)


BAJIO = customer(
    4003,
    "Autopartes del Bajío, S.A. de C.V.",
    "cxp@autopartesbajio.example",
    "es",
    "MXN",
    zone="America/Mexico_City",
)
BAJIO_ITEMS = items(
    BAJIO,
    """
    NMX-1187 2026-09-10 58000.00
    NMX-1204 2026-09-22 23200.00
    NMX-1219 2026-10-05 104400.00
    """,
)


@document(
    "bajio-complemento",
    "es",
    "chromium",
    "erp advice",
    "Mexican REP: UUIDs, saldo anterior / importe pagado / saldo insoluto",
)
def bajio() -> tuple[bytes, Truth]:
    css = """@page{size:Letter;margin:12mm} body{font:9px "DejaVu Sans"} table{width:100%;border-collapse:collapse;margin-top:4mm} th{background:#1b5e20;color:#fff;font-weight:normal;padding:1.5mm}
    td{border-bottom:1px solid #ccc;padding:1.5mm} td:nth-child(n+4){text-align:right} .u{font-size:7px;word-break:break-all} .g{display:grid;grid-template-columns:1fr 1fr;gap:4mm}
    .sello{font-size:6px;word-break:break-all;color:#666;margin-top:10mm}"""
    data = (
        ("58,000.00", "58,000.00", "0.00"),
        ("23,200.00", "10,000.00", "13,200.00"),
        ("104,400.00", "104,400.00", "0.00"),
    )
    ids = (
        "5F0C1B7E-4417-4A1D-9B77-0A1C22E40A11",
        "7A91D3C0-0418-4C55-8E01-66B0F31D9C02",
        "C27E5A90-0419-4B0E-A3D2-91F04E7B1A93",
    )
    rows = [
        (f"<span class='u'>{u}</span>", i.said, "1", *d)
        for u, i, d in zip(ids, BAJIO_ITEMS, data, strict=True)
    ]
    body = (
        "<div class='g'><div><b style='font-size:13px'>Autopartes del Bajío, S.A. de C.V.</b><br>RFC ABA990417XX1<br>Blvd. Aeropuerto 4417, León, Gto. 37000</div><div style='text-align:right'><b>DETALLE DE PAGO A PROVEEDOR</b><br>Folio P-20881<br>Emitido 06/11/2026 11:20</div></div>"
        "<div class='g' style='margin-top:5mm;background:#eef5ee;padding:3mm'><div>Proveedor: Norvane Instruments de México, S. de R.L.<br>RFC NIM9904177A1<br>Forma de pago: 03 Transferencia electrónica de fondos</div>"
        "<div>Fecha de pago: 06 de noviembre de 2026<br>Moneda: MXN<br>Núm. de operación: SPEI 8844170920261106<br><b>Monto: $172,400.00</b></div></div>"
        + table(
            (
                "Id documento",
                "Serie-folio",
                "Parcialidad",
                "Saldo anterior",
                "Importe pagado",
                "Saldo insoluto",
            ),
            rows,
            foot=row(("", "", "", "<b>Total</b>", "<b>172,400.00</b>", "")),
        )
        + "<div class='sello'>Cadena de validación interna: 9f3b7c0e8844170920261106aa01bc77e04417d2c1f5e6a7b8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f70819a2b3c4d5e6f7. Este documento no es un comprobante fiscal.</div>"
    )
    lines = [("NMX-1187", "58000.00"), ("NMX-1204", "10000.00"), ("NMX-1219", "104400.00")]
    truth = paid(BAJIO.name, "172400.00", "MXN", "2026-11-06", "wire", "*", lines)
    return press.chromium(page(css, body, "es")), advice(BAJIO, truth)
