"""The workbook on the front page, examples/rusak.xlsx: a small SOP with four mistakes, its flow drawn as offices draw it.

    /tmp/office/bin/python tests/office/rusak.py    (needs openpyxl; writes over the workbook)
"""

import zipfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

TARGET = Path(__file__).resolve().parents[2] / "examples/rusak.xlsx"
IDENTITY = [
    ("Nama SOP", "Pengelolaan Surat Masuk"),
    ("Nomor SOP", "065/12/UMUM/2024"),
    ("Instansi", "Bagian Umum Kabupaten Contoh"),
    ("Tanggal Pembuatan", "4 Maret 2024"),
    ("Tanggal Efektif", "1 April 2024"),
    ("Disahkan oleh", "Sekretaris Daerah, Siti Aminah, NIP 198001012005012001"),
    ("Dasar Hukum", "UU Nomor 32 Tahun 2004 tentang Pemerintahan Daerah"),
    ("Keterkaitan", "-"),
    ("Kualifikasi Pelaksana", "Memahami tata naskah dinas"),
    ("Peralatan/Perlengkapan", "Komputer"),
    ("Peringatan", "-"),
    ("Pencatatan dan Pendataan", "Buku agenda"),
]
UPPER = ["No", "Kegiatan", "Pelaksana", None, "Mutu Baku", None, None]
LOWER = [None, None, "Sekretaris", "Kepala Bagian", "Kelengkapan", "Waktu", "Output"]
STEPS = [
    ["1", "Menerima surat masuk", None, None, "Surat masuk", "10 menit", "Agenda surat"],
    ["2", "Memberi arahan", None, None, "Agenda surat", "15", "Lembar disposisi"],
    ["3", "Menyusun konsep surat", None, None, "Disposisi", "1 hari", "Konsep surat"],
    ["5", "Mengirim surat", None, None, "Surat keluar", "5 menit", "Tanda terima"],
]
WIDTHS = {"A": 6, "B": 28, "C": 15, "D": 15, "E": 20, "F": 11, "G": 20}
# Preset, words, column and row from 0.
SHAPES = [
    ("flowChartTerminator", "Mulai", 2, 15),
    ("flowChartProcess", "", 3, 16),
    ("flowChartProcess", "", 2, 17),
    ("flowChartTerminator", "Selesai", 2, 18),
]
# From shape to shape, with the side of each: 1 left, 2 below, 0 above, 3 right.
ARROWS = [(0, 1, 3, 0), (1, 2, 1, 3), (2, 3, 2, 0)]
# Of a cell in EMU: width, height, and the box in the middle of it.
CELL, BOX = (1_047_750, 571_500), (266_700, 152_400, 857_250, 419_100)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMA = "http://schemas.openxmlformats.org"


def cells():
    book = Workbook()
    sheet = book.active
    sheet.title = "SOP"
    thin = Border(*[Side(style="thin")] * 4)
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    rows = [[label, None, value] for label, value in IDENTITY] + [[], UPPER, LOWER, *STEPS]
    for row, texts in enumerate(rows, 1):
        sheet.row_dimensions[row].height = 45 if row > 15 else 16
        for column, text in enumerate(texts + [None] * (7 - len(texts)) if texts else [], 1):
            cell = sheet.cell(row, column, text)
            centred = row in (14, 15) or row > 15 and column in (1, 6)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if centred else "left")
            cell.font = Font(name="Arial", size=9, bold=row in (14, 15) or row < 13 and column == 1)
            cell.border = thin
    for row in range(1, 13):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=7)
    for area in ["A14:A15", "B14:B15", "C14:D14", "E14:G14"]:
        sheet.merge_cells(area)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    book.save(TARGET)


def point(shape, side):
    """Column, offset, row, offset of the middle of a side."""
    _, _, column, row = SHAPES[shape]
    left, top, right, bottom = BOX
    x, y = {0: ((left + right) // 2, top), 1: (left, (top + bottom) // 2), 2: ((left + right) // 2, bottom), 3: (right, (top + bottom) // 2)}[side]
    return column, x, row, y


def anchor(start, end, what):
    place = lambda name, at: f"<xdr:{name}><xdr:col>{at[0]}</xdr:col><xdr:colOff>{at[1]}</xdr:colOff><xdr:row>{at[2]}</xdr:row><xdr:rowOff>{at[3]}</xdr:rowOff></xdr:{name}>"
    return f"<xdr:twoCellAnchor>{place('from', start)}{place('to', end)}{what}<xdr:clientData/></xdr:twoCellAnchor>"


def absolute(at):
    return at[0] * CELL[0] + at[1], at[2] * CELL[1] + at[3]


def drawing():
    line = '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{}</a:ln>'
    head, out = '<a:tailEnd type="triangle"/>', ""
    for number, (preset, words, column, row) in enumerate(SHAPES, 2):
        left, top, right, bottom = BOX
        size = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{right - left}" cy="{bottom - top}"/></a:xfrm>'
        body = (f'<xdr:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="id" sz="800">'
                f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr><a:t>{words}</a:t></a:r></a:p></xdr:txBody>') if words else ""
        what = (f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Bentuk {number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
                f'<xdr:spPr>{size}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
                f"{line.format('')}</xdr:spPr>{body}</xdr:sp>")
        out += anchor((column, left, row, top), (column, right, row, bottom), what)
    for number, (start, end, side, other) in enumerate(ARROWS, 20):
        a, b = point(start, side), point(end, other)
        (x, y), (to_x, to_y) = absolute(a), absolute(b)
        # To the left it goes sideways, down and sideways again, the mirror image of what the preset draws.
        preset = "bentConnector3" if to_x < x else "straightConnector1"
        flip = ' flipH="1"' if to_x < x else ""
        size = f'<a:xfrm{flip}><a:off x="{min(x, to_x)}" y="{y}"/><a:ext cx="{abs(to_x - x)}" cy="{to_y - y}"/></a:xfrm>'
        left, right = sorted([a[:2], b[:2]])
        what = (f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Panah {number}"/><xdr:cNvCxnSpPr>'
                f'<a:stCxn id="{start + 2}" idx="{side}"/><a:endCxn id="{end + 2}" idx="{other}"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
                f'<xdr:spPr>{size}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{line.format(head)}</xdr:spPr></xdr:cxnSp>')
        out += anchor((*left, *a[2:]), (*right, *b[2:]), what)
    names = f'xmlns:xdr="{SCHEMA}/drawingml/2006/spreadsheetDrawing" xmlns:a="{SCHEMA}/drawingml/2006/main"'
    return f"{HEADER}<xdr:wsDr {names}>{out}</xdr:wsDr>"


def main():
    cells()
    with zipfile.ZipFile(TARGET) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    office = f"{SCHEMA}/officeDocument/2006/relationships"
    sheet, types = "xl/worksheets/sheet1.xml", "[Content_Types].xml"
    link = f'<drawing xmlns:r="{office}" r:id="rId1"/></worksheet>'
    members[sheet] = members[sheet].replace(b"</worksheet>", link.encode())
    part = '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>'
    members[types] = members[types].replace(b"</Types>", part.encode())
    relation = f'<Relationship Id="rId1" Type="{office}/drawing" Target="/xl/drawings/drawing1.xml"/>'
    members["xl/worksheets/_rels/sheet1.xml.rels"] = f'{HEADER}<Relationships xmlns="{SCHEMA}/package/2006/relationships">{relation}</Relationships>'.encode()
    members["xl/drawings/drawing1.xml"] = drawing().encode()
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2024, 4, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


main()
