"""The seller's customers and open items: what the mails name, and decoys beside it."""

from datetime import date, timedelta

from tests.corpus.mail.english_long import BILLS

CUSTOMERS = """\
K101|Larkfield Catering Equipment Ltd|Larkfield;Larkfield Catering|priya.nair@larkfield.example;ledger@larkfield.example|en|GBP|n/60|Europe/London
K102|Prairie Wind Hydraulics, Inc.|Prairie Wind Hydraulics|dhutchins@prairiewindhyd.example;payables@prairiewindhyd.example|en|USD|2/10 n/30|America/Chicago
K103|Osprey Bay Marine Pty Ltd|Osprey Bay;Osprey Bay Marine|tom@ospreybay.example|en|AUD|n/30|Australia/Sydney
K104|Calder & Stowe Engineering Ltd|Calder & Stowe;C&S Engineering|accounts@calder-stowe.example|en|GBP|n/30|Europe/London
K105|Sunmount Clinics LLC|Sunmount;Sunmount Clinics|no-reply@pay.sunmount.example;rhea.dominguez@sunmount.example|en|USD|2/10 n/45|America/Phoenix
K106|Kilbride Dairy Co-operative Society Ltd|Kilbride Dairy|office@kilbridedairy.example|en|EUR|n/30|Europe/Dublin
K107|Prairie Wind Pneumatics LLC|Prairie Wind Pneumatics|ap@prairiewindpneu.example|en|USD|n/30|America/Chicago
K108|Maplestone Retail Group Inc.|Maplestone;Maplestone Retail Group|ap@maplestone.example;groy@maplestone.example|en|CAD|2/10 n/30|America/Toronto
K109|Vindhya Scientific Pvt Ltd|Vindhya Scientific|accounts@vindhyasci.example|en|USD|n/45|Asia/Kolkata
K110|St Brannoc Harbour Commissioners|St Brannoc Harbour|clerk@stbrannoc.example|en|GBP|n/30|Europe/London
K111|Quillfeather Stores plc|Quillfeather|payables@quillfeather.example|en|GBP|n/60|Europe/London
K201|Birkner Messtechnik GmbH & Co. KG|Birkner Messtechnik;Birkner|kreditoren@birkner-mt.example|de|EUR|2/14 n/30|Europe/Berlin
K202|Stadtwerke Oberried AöR|Stadtwerke Oberried|g.pfaff@sw-oberried.example|de|EUR|n/30|Europe/Berlin
K203|Ostermann Labortechnik GmbH|Ostermann;Ostermann Labortechnik|j.ostermann@ostermann-labor.example|de|EUR|n/30|Europe/Berlin
K204|Huber Feinwerk AG|Huber Feinwerk|buha@huber-feinwerk.example|de|CHF|n/30|Europe/Zurich
K301|Établissements Garrigue SAS|Garrigue;Ets Garrigue|compta@garrigue.example|fr|EUR|n/45|Europe/Paris
K302|Clinique Saint-Aubrac|Saint-Aubrac|fournisseurs@saint-aubrac.example|fr|EUR|n/30|Europe/Paris
K303|Menuiseries du Vercors SARL|Menuiseries du Vercors|luc@menuiseries-vercors.example|fr|EUR|n/30|Europe/Paris
K401|Suministros Ferrán e Hijos, S.A.|Suministros Ferrán|tesoreria@sumferran.example|es|EUR|2/30 n/60|Europe/Madrid
K402|Conservas Rías Altas, S.L.|Rías Altas|uxia.lema@riasaltas.example|es|EUR|n/30|Europe/Madrid
K403|Refacciones del Bajío, S.A. de C.V.|Refacciones del Bajío|cxp@refaccionesbajio.example|es|MXN|n/30|America/Mexico_City
K501|株式会社三和計測|三和計測|keiri@sanwa-keisoku.example;koubai@sanwa-keisoku.example|ja|JPY|eom+30|Asia/Tokyo
K502|北浜精工株式会社|北浜精工|kanri@kitahama-seiko.example|ja|JPY|eom+30|Asia/Tokyo
K503|有限会社みどり食品機械|みどり食品機械|midorikawa@midori-fm.example|ja|JPY|eom+30|Asia/Tokyo
K601|常州瑞川自动化设备有限公司|瑞川自动化;瑞川|81902277@foxbox.example|zh|CNY|n/30|Asia/Shanghai
K602|青岛海屿冷链物流有限公司|海屿冷链|yujun@haiyu-coldchain.example|zh|CNY|n/60|Asia/Shanghai
K603|成都蜀锦仪器有限公司|蜀锦仪器|chuna@shujin.example|zh|CNY|n/30|Asia/Shanghai
K604|武汉楚天阀门制造有限公司|楚天阀门|zijin@chutianvalve.example|zh|CNY|n/60|Asia/Shanghai
K605|温州市鹿城区明珠五金店|明珠五金|mzwj0577@foxbox.example|zh|CNY|n/30|Asia/Shanghai
K606|东莞市昱辉塑胶制品有限公司|昱辉塑胶|cw@yuhui-plastic.example|zh|CNY|n/30|Asia/Shanghai
K607|西安秦岭实验室设备有限公司|秦岭实验室设备|finance@qinlinglab.example|zh|CNY|n/30|Asia/Shanghai
K701|安駿貿易有限公司|安駿貿易;On Chun Trading|accounts@onchun.example|zh|HKD|n/30|Asia/Hong_Kong
K702|台灣宏岳精密股份有限公司|宏岳精密|acct@hongyue.example|zh|TWD|n/30|Asia/Taipei
"""

# customer: number, issue date, amount, purchase order where there is one. What the mails name and this lacks: MISSING.
ITEMS = {
    "K101": "A4402/26 2026-01-12 1980.00|A4419/26 2026-01-19 742.80|C0087/26 2026-01-30 -210.00|A4460/26 2026-01-20 2204.16"
    "|A4471/26 2026-01-22 1118.00|A4475/26 2026-01-24 640.50|A4403/26 2026-01-12 198.00|A4488/26 2026-02-09 1330.00",
    "K102": "SI-000962-A 2026-01-20 3905.00|SI-001001-A 2026-02-10 12400.00|SI-001002-A 2026-02-11 9850.00"
    "|SI-001003-A 2026-02-12 15300.00|SI-001004-A 2026-02-16 8650.00|SI-001005-A 2026-02-17 4410.00|CN-77 2026-02-20 -900.00"
    "|SI-001019-A 2026-03-31 3300.00|SI-001023-A 2026-04-02 1125.50|SI-001030-A 2026-04-07 780.00|SI-000738-A 2026-04-08 1250.00"
    "|SI-001041-A 2026-04-20 2140.00|SI-001044-A 2026-04-21 915.25|SI-001049-A 2026-04-23 84.75|SI-001050-A 2026-04-24 640.00",
    "K103": "R8-1023 2026-02-20 3100.00|R8-1024 2026-02-20 2212.50|R8-1031 2026-02-25 3100.00|R8-1042 2026-03-09 2900.00"
    "|R8-1046 2026-03-11 2250.00|R8-1051 2026-03-13 1312.75|R8-1060 2026-04-20 2480.00|R8-1063 2026-04-27 955.00",
    "K104": "2026/0415 2026-03-02 1870.00 CS-8810|2026/0431 2026-03-30 1120.00|2026/0437 2026-04-01 860.40|2026/0444 2026-04-08 2045.10"
    "|2026/0451 2026-04-16 310.00",
    "K105": "90001234 2026-02-18 6204.10 4500071822|90001241 2026-02-20 2950.00 4500071830|90001266 2026-02-27 9119.45 4500071911"
    "|90001302 2026-03-20 1872.60 4500071990|90001309 2026-03-24 1500.00 4500071993|90001377 2026-04-14 4410.00 4500072044"
    "|90001380 2026-04-15 2255.00 4500072040|90001391 2026-04-20 4500.00 4500072051",
    "K106": "TW-77012 2026-01-26 1240.00|TW-77018 2026-01-29 2086.35|TW-77031 2026-02-19 1460.00|TW-77044 2026-03-04 505.00"
    "|TW-77052 2026-03-11 1240.00",
    "K107": "SI-000719-B 2026-01-19 5000.00|SI-000733-B 2026-01-30 4120.00|SI-000741-B 2026-02-11 6400.00|SI-000748-B 2026-02-17 2870.00"
    "|SI-000755-B 2026-03-02 3395.00",
    "K108": "INV-2026-00123 2026-03-02 1845.60|INV-2026-00124 2026-03-03 990.00|INV-2026-00127 2026-03-05 5000.00"
    "|INV-2026-00131 2026-03-09 2310.40|CM-2026-0009 2026-03-11 -312.50|INV-2026-00118 2026-02-26 760.00"
    "|INV-2026-00140 2026-03-18 2200.00|INV-2026-00141 2026-03-19 1920.00|INV-2026-00145 2026-03-23 2000.00|INV-2026-00149 2026-03-25 1480.00",
    "K109": "TI/25-26/0193 2026-02-06 3000.00|TI/25-26/0207 2026-02-13 1450.00|TI/25-26/0214 2026-02-27 2200.00|TI/25-26/0221 2026-03-06 990.00",
    "K110": "BH/3307 2026-03-12 4200.00|BH/3311 2026-03-17 3717.20|BH/3312 2026-03-17 1500.00|BH/3319 2026-04-02 882.00",
    "K111": "|".join(f"{number} {issued} {amount}" for number, issued, amount in BILLS),
    "K201": "RE-26-00871 2026-02-23 4165.00|RE-26-00879 2026-02-24 1309.00|RE-26-00902 2026-03-02 595.00|RE-26-00955 2026-04-01 2142.00"
    "|RE-26-00961 2026-04-07 833.00|RE-26-00970 2026-04-09 1785.00|RE-26-00978 2026-04-14 1190.00|RE-26-00817 2026-02-05 416.50",
    "K202": "R-2026-3117 2026-03-18 11900.00|R-2026-3120 2026-03-20 8330.00|R-2026-3122 2026-03-23 3510.20|R-2026-3171 2026-04-22 1190.00",
    "K203": "1260045512 2026-03-03 2380.00|1260045588 2026-03-06 1190.00|1260045601 2026-03-09 714.00|GS-2600031 2026-03-12 -238.00"
    "|1260045690 2026-03-03 952.00|1260045744 2026-03-06 4284.00|1260045788 2026-03-19 1428.00",
    "K204": "CH-26.0087 2026-03-13 12500.50|CH-26.0102 2026-04-10 3240.00|CH-26.0108 2026-04-16 1080.00",
    "K301": "FAC 26-1187 2026-01-30 12480.50|FAC 26-1191 2026-02-02 3912.00|AV 26-041 2026-02-10 -450.00|FAC 26-1225 2026-03-09 2716.00"
    "|FAC 26-1240 2026-03-17 6240.00|FAC 26-1252 2026-03-26 1875.00",
    "K302": "FA2600455 2026-02-27 5000.00|FA2600461 2026-03-03 4100.00|AV2600012 2026-03-10 -355.00|FA2600490 2026-03-27 1464.00"
    "|FA2600493 2026-03-30 1500.00|FA2600502 2026-04-07 640.00",
    "K303": "26/V/0318 2026-02-13 2244.00|26/V/0331 2026-03-02 1188.00|26/V/0350 2026-03-24 2150.00",
    "K401": "F2026-00032 2026-01-28 3025.00|F2026-00039 2026-01-30 1210.00|F2026-00058 2026-02-16 2420.00|F2026-00061 2026-02-19 1573.00"
    "|F2026-00065 2026-02-24 1000.00",
    "K402": "2026-A-0417 2026-03-05 1936.00|2026-A-0431 2026-03-30 968.00|2026-A-0435 2026-04-02 2057.00",
    "K403": "B 10233 2026-03-13 11600.00|B 10240 2026-03-17 5800.00|B 10251 2026-03-26 3480.00",
    "K501": "T26-0317 2026-02-27 352000|T26-0322 2026-02-27 118800|T26-0418 2026-03-31 550000|T26-0425 2026-03-31 66000"
    "|T26-0455 2026-04-30 77000|T26-0470 2026-04-30 132000",
    "K502": "260331-07 2026-03-31 214500|260331-09 2026-03-31 88000|260402-01 2026-04-02 -11000|260415-03 2026-04-15 121000",
    "K503": "M-0098 2026-03-27 165000|M-0104 2026-02-26 93500|M-0107 2026-04-03 49500",
    "K601": "26322000000417730251 2026-02-06 45000.00|26322000000417731188 2026-02-10 60256.70|26322000000417735904 2026-02-13 38200.00"
    "|26322000000417738812 2026-03-06 31500.00|26322000000417730215 2026-02-06 12800.00",
    "K602": "26372000000100540017 2026-01-21 40200.00|26372000000100540022 2026-01-22 28440.00|26372000000100540035 2026-01-27 30000.00"
    "|26372000000100540053 2026-02-09 18660.00|26372000000100541107 2026-03-10 62000.00",
    "K603": "00731846 2026-02-26 12600.00|00731852 2026-02-27 4380.00|00731860 2026-03-03 -980.00|00731871 2026-03-18 27300.00|00731884 2026-03-26 6150.00",
    "K604": "26422000000155502213 2026-02-11 12300.00|26422000000155502347 2026-02-13 8850.50|26422000000155503098 2026-02-25 5149.50"
    "|26422000000155503411 2026-03-02 20000.00|26422000000155504210 2026-03-01 28600.00|26422000000155504318 2026-03-06 17450.00"
    "|26422000000155504420 2026-03-13 90000.00|26422000000155504527 2026-03-18 60000.00",
    "K605": "XS2603-118 2026-03-05 3680.00|XS2604-045 2026-04-09 2150.00|XS2604-061 2026-04-15 1260.00|XS2605-007 2026-05-06 1960.00"
    "|XS2605-019 2026-05-12 880.00",
    "K606": "26442000000300871205 2026-02-27 86400.00|26442000000300872019 2026-03-04 96000.00|26442000000300875566 2026-04-03 40000.00"
    "|26442000000300875673 2026-04-08 25000.00|26442000000300876002 2026-04-14 13750.00",
    "K607": "26612000000088140052 2026-02-26 86000.00|26612000000088140177 2026-03-05 41250.00",
    "K701": "HK26-2207 2026-02-12 14350.00|HK26-2215 2026-02-20 10000.00|HK26-2231 2026-03-19 8370.00|HK26-2240 2026-03-30 2450.00",
    "K702": "TG-41872205 2026-03-10 58275|TG-41872231 2026-03-18 21000|TG-41872260 2026-03-25 64050|TG-41872299 2026-04-08 33600",
}

MISSING = {"A4433/26", "SI-000733-A", "2026/0440", "F2026-00047", "T26-0461"}


def customer_rows() -> list[list[str]]:
    head = [
        "customer_id",
        "name",
        "aliases",
        "emails",
        "bank_accounts",
        "language",
        "currency",
        "terms",
        "time_zone",
    ]
    rows = [line.split("|") for line in CUSTOMERS.splitlines()]
    return [head, *([*row[:4], "", *row[4:]] for row in rows)]


def invoice_rows() -> list[list[str]]:
    head = ["invoice_no", "customer_id", "issue_date", "due_date", "currency", "amount", "po_no", "terms"]
    made: list[list[str]] = []
    for customer in CUSTOMERS.splitlines():
        number, _, _, _, _, currency, terms, _ = customer.split("|")
        made.extend(item_row(item, number, currency, terms) for item in ITEMS[number].split("|"))
    return [head, *sorted(made)]


def item_row(item: str, customer: str, currency: str, terms: str) -> list[str]:
    """One row; an invoice number may hold a space, an amount none."""
    words = item.split(" ")
    at = next(
        i
        for i, word in enumerate(words)
        if word.count("-") == 2 and len(word) == 10 and word.startswith("2026-") and i
    )
    number, issued, amount = " ".join(words[:at]), words[at], words[at + 1]
    order = words[at + 2] if len(words) > at + 2 else ""
    return [number, customer, issued, due(issued, terms), currency, amount, order, terms]


def due(issued: str, terms: str) -> str:
    day = date.fromisoformat(issued)
    if terms == "eom+30":
        return str(
            ((day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1))
            + timedelta(days=30)
        )
    return str(day + timedelta(days=int(terms.rpartition("/")[2])))
