"""The small office files on the pages of rules (tests/suite/data/office), written byte for byte as they lie there.

`python3 tests/office/asides.py` writes them anew; it needs nothing but Python. Each holds what only an office file can hold: words
that are struck out or covered, a page that is a picture, letters without names, a drawing, data that another took the place of.
"""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

TARGET = Path(__file__).resolve().parent.parent / "suite/data/office"
HEAD = ["NO", "AKTIVITAS", "CAMAT", "STAF", "KELENGKAPAN", "WAKTU", "OUTPUT"]
STEPS = [
    ["1", "Memerintahkan evaluasi", "", "", "Tupoksi", "15 menit", "Perintah Camat"],
    ["2", "Menyusun laporan", "", "", "Perintah Camat", "1 hari", "Laporan"],
]
IDENTITY = [["Nomor SOP", "900/12/2023"], ["Nama SOP", "EVALUASI KINERJA"]]
DATA = """versi: 1
identitas:
  nomor: 900/12/2023
  nama: EVALUASI KINERJA
pelaksana: [Camat, Staf]
kegiatan:
  - {nomor: 1, uraian: Memerintahkan evaluasi, pelaksana: camat, waktu: 15 menit, output: [Perintah Camat]}
  - {nomor: 2, uraian: Menyusun laporan, pelaksana: staf, waktu: 1 hari, output: [Laporan]}
"""
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def pack(name, members):
    with zipfile.ZipFile(TARGET / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            info = zipfile.ZipInfo(member, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, XML + content)


def relations(*targets):
    rows = "".join(f'<Relationship Id="rId{at}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
                   for at, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def types(**parts):
    rows = "".join(f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
                   for part, kind in parts.items())
    return ('<Types xmlns="%s/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>%s</Types>' % (PACKAGE, rows))


# Word: a run is its text, or a pair of its text and what it is.
def run(part):
    text, kind = part if isinstance(part, tuple) else (part, "")
    content = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    who = 'w:id="1" w:author="Staf" w:date="2024-01-02T00:00:00Z"'
    match kind:
        case "struck":
            return f"<w:r><w:rPr><w:strike/></w:rPr>{content}</w:r>"
        case "hidden":
            return f"<w:r><w:rPr><w:vanish/></w:rPr>{content}</w:r>"
        case "deleted":
            return f"<w:del {who}><w:r>{content.replace('w:t', 'w:delText')}</w:r></w:del>"
        case "inserted":
            return f"<w:ins {who}><w:r>{content}</w:r></w:ins>"
    return f"<w:r>{content}</w:r>"


def write_docx(name, rows):
    def cell(parts):
        parts = parts if isinstance(parts, list) else [parts]
        return f"<w:tc><w:tcPr><w:tcW w:w=\"1400\" w:type=\"dxa\"/></w:tcPr><w:p>{''.join(map(run, parts))}</w:p></w:tc>"

    paragraphs = "".join(f"<w:p>{run(f'{label} : {value}')}</w:p>" for label, value in IDENTITY)
    grid = "<w:tblGrid>" + '<w:gridCol w:w="1400"/>' * len(HEAD) + "</w:tblGrid>"
    table = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in [HEAD, *rows])
    body = f'{paragraphs}<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{table}</w:tbl><w:p/>'
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    pack(name, {
        "[Content_Types].xml": types(**{"word/document.xml": "wordprocessingml.document.main"}),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
    })


# Excel: a shape is its id, preset, text and the cell it stands in (column, row, from 0); an arrow goes from shape to shape.
def write_xlsx(name, rows, shapes, arrows=()):
    def cell(at, row, text):
        return f'<c r="{chr(65 + at)}{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else ""

    lines = [*IDENTITY, [], HEAD, *rows]
    data = "".join(f'<row r="{at}" ht="45" customHeight="1">{"".join(cell(i, at, it) for i, it in enumerate(line))}</row>'
                   for at, line in enumerate(lines, 1))
    place = lambda column, row, side: (f"<xdr:col>{column}</xdr:col><xdr:colOff>{side[0]}</xdr:colOff>"
                                       f"<xdr:row>{row}</xdr:row><xdr:rowOff>{side[1]}</xdr:rowOff>")
    anchored = lambda a, b, what: f"<xdr:twoCellAnchor><xdr:from>{a}</xdr:from><xdr:to>{b}</xdr:to>{what}<xdr:clientData/></xdr:twoCellAnchor>"
    line = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>%s</a:ln>'
    drawn = ""
    for number, preset, text, column, row in shapes:
        body = f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></xdr:txBody>" if text else ""
        what = (f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Bentuk {number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
                f'<xdr:spPr><a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
                f'{line % ""}</xdr:spPr>{body}</xdr:sp>')
        drawn += anchored(place(column, row, (150000, 100000)), place(column, row, (500000, 450000)), what)
    where = {number: (column, row) for number, _, _, column, row in shapes}
    for number, (start, end) in enumerate(arrows, 90):
        head = '<a:tailEnd type="triangle"/>'
        what = (f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Panah {number}"/><xdr:cNvCxnSpPr>'
                f'<a:stCxn id="{start}" idx="2"/><a:endCxn id="{end}" idx="0"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
                f'<xdr:spPr><a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>{line % head}</xdr:spPr></xdr:cxnSp>')
        (column, row), (other, below) = where[start], where[end]
        drawn += anchored(place(column, row, (325000, 450000)), place(other, below, (325000, 100000)), what)
    sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    drawing = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    pack(name, {
        "[Content_Types].xml": types(**{
            "xl/workbook.xml": "spreadsheetml.sheet.main",
            "xl/worksheets/sheet1.xml": "spreadsheetml.worksheet",
            "xl/drawings/drawing1.xml": "drawing",
        }),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{sheet}" xmlns:r="{OFFICE}/relationships"><sheets><sheet name="SOP" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{sheet}" xmlns:r="{OFFICE}/relationships"><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="12" customWidth="1"/><col min="2" max="2" width="30" customWidth="1"/></cols><sheetData>{data}</sheetData><drawing r:id="rId1"/></worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": f"<xdr:wsDr {drawing}>{drawn}</xdr:wsDr>",
    })


# PDF: a page is its content; words are set in Helvetica, or in a font whose letters have no names.
def words(x, y, text, font="F1"):
    return f"BT /{font} 8 Tf {x} {y} Td ({text}) Tj ET\n"


def table(rows, top=400):
    edges = [40, 70, 230, 290, 350, 480, 540, 700]
    out = "0.5 w\n"
    for at, row in enumerate(rows):
        y = top - 30 * at
        out += "".join(words(edges[i] + 4, y - 18, text) for i, text in enumerate(row) if text)
    bottom = top - 30 * len(rows)
    out += "".join(f"{x} {top} m {x} {bottom} l S\n" for x in edges)
    return out + "".join(f"40 {top - 30 * at} m 700 {top - 30 * at} l S\n" for at in range(len(rows) + 1))


def seal(yaml):
    """What a print says of the YAML that it carries (src/schema/carried.rs)."""
    value = 0xCBF29CE484222325
    for byte in yaml.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"SidikSOP{value:016x}"


def write_pdf(name, pages, printed="", attached=""):
    # A picture of one grey dot, spread over whatever it covers.
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{10 + 2 * at} 0 R' for at in range(len(pages)))}]>>",
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\n\xee\nendstream",
        5: "<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 65/LastChar 70/Widths[6 6 6 6 6 6]"
           "/Encoding<</Type/Encoding/Differences[65/x1/x2/x3/x4/x5/x6]>>/CharProcs<</x1 6 0 R/x2 6 0 R/x3 6 0 R/x4 6 0 R/x5 6 0 R/x6 6 0 R>>"
           "/Resources<<>>>>",
        6: "<</Length 30>>\nstream\n6 0 0 0 5 8 d1 0 0 5 8 re f   \nendstream",
    }
    for at, content in enumerate(pages):
        objects[10 + 2 * at] = (f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents {11 + 2 * at} 0 R"
                                "/Resources<</Font<</F1 3 0 R/F2 5 0 R>>/XObject<</G 4 0 R>>>>>>")
        objects[11 + 2 * at] = f"<</Length {len(content)}>>\nstream\n{content}\nendstream"
    if attached:
        objects[7] = (f"<</Type/EmbeddedFile/Subtype/application#2Fyaml/Length {len(attached)}/Params<</Size {len(attached)}>>>>"
                      f"\nstream\n{attached}\nendstream")
        objects[8] = "<</Type/Filespec/F(sop.yaml)/UF(sop.yaml)/AFRelationship/Source/EF<</F 7 0 R/UF 7 0 R>>>>"
        objects[9] = f"<</Keywords({seal(printed)})>>"
        objects[1] = "<</Type/Catalog/Pages 2 0 R/AF[8 0 R]/Names<</EmbeddedFiles<</Names[(sop.yaml)8 0 R]>>>>>>"
    out, places = b"%PDF-1.4\n", {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    out += b"".join(f"{number} 1\n{at:010} 00000 n \n".encode() for number, at in places.items())
    out += f"trailer\n<</Size {max(objects) + 1}/Root 1 0 R{'/Info 9 0 R' if attached else ''}>>\nstartxref\n{start}\n%%EOF\n".encode()
    (TARGET / name).write_bytes(out)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    first, second = STEPS
    struck = [*first[:1], ["Memerintahkan evaluasi", (" Mengetik surat", "struck")], *first[2:]]
    gone = [*second[:1], ["Menyusun laporan", (" catatan lama", "hidden"), (" rangkap tiga", "deleted")], *second[2:]]
    write_docx("coretan.docx", [struck, gone])
    added = [*second[:1], ["Menyusun laporan", (" triwulan", "inserted")], *second[2:]]
    write_docx("lacak-sisipan.docx", [first, added])

    start, process, end = "flowChartTerminator", "flowChartProcess", "flowChartTerminator"
    loose = [(2, start, "", 2, 4), (3, end, "", 3, 5), (4, process, "Cek", 9, 5)]
    write_xlsx("simbol-lepas.xlsx", STEPS, loose, [(2, 3)])
    other = [first, [second[0], "Camat menyusun laporan", *second[2:]]]
    write_xlsx("berlainan.xlsx", other, [(2, start, "", 2, 4), (3, end, "", 3, 5)], [(2, 3)])

    head = "".join(words(40, 520 - 20 * at, f"{label} : {value}") for at, (label, value) in enumerate(IDENTITY))
    marks = [[*first[:2], "Mulai", *first[3:]], [*second[:3], "Selesai", *second[4:]]]
    page = head + table([HEAD, *marks])
    note = words(40, 230, "Mengetik surat rangkap tiga untuk arsip")
    cover = "q 300 0 0 40 36 220 cm /G Do Q\n"
    write_pdf("tertutup.pdf", [page + note + cover])
    write_pdf("pindai.pdf", [page, "q 842 0 0 595 0 0 cm /G Do Q\n"])
    unseen = "".join(line for line in page.splitlines(True) if "Tj" in line)
    write_pdf("pindai-berteks.pdf", ["q 842 0 0 595 0 0 cm /G Do Q 3 Tr\n" + unseen])
    write_pdf("tanpa-padanan.pdf", [page + words(40, 230, "ABCDEF", "F2")])
    write_pdf("lampiran-ditukar.pdf", [page], DATA, DATA.replace("1 hari", "3 hari"))


main()
