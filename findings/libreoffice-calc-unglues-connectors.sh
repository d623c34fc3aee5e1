#!/usr/bin/env bash
# LibreOffice Calc loses what a connector of an Excel drawing is glued to: reading drops it, writing names shapes that are not in the file.
#
# A connector names the shapes at its ends (`a:stCxn`, `a:endCxn`: the shape's id, and a site of it). Excel keeps arrows at their boxes
# by that when boxes are moved, and a program can read a flow from it. Calc 7.4 opens a workbook of Excel and keeps shapes, presets,
# places, and even that it is a connector, so that one trusts it; saved again, as XLSX or ODS, both ends are free. A connector that was
# made in Calc is glued, in ODS rightly; in XLSX its ends name two ids, and no shape has them. The picture is the same each time. What
# is left is geometry. Needs `soffice` (libreoffice-calc) on the path.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openpyxl==3.1.5

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import zipfile
import openpyxl

EMU = 12700
book = openpyxl.Workbook()
book.active["A1"] = "Alur"
book.save("flow.xlsx")
with zipfile.ZipFile("flow.xlsx") as package:
    parts = {name: package.read(name) for name in package.namelist()}
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
package = "http://schemas.openxmlformats.org/package/2006/relationships"
drawing = "http://schemas.openxmlformats.org/drawingml/2006"


def anchored(left, top, width, height, shape, preset):
    """One shape in its place, in points; `{}` in it stands for its look."""
    place = f'x="{left * EMU}" y="{top * EMU}"/>', f'cx="{width * EMU}" cy="{height * EMU}"/>'
    frame = f"<a:xfrm><a:off {place[0]}<a:ext {place[1]}</a:xfrm>"
    look = f'<xdr:spPr>{frame}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom></xdr:spPr>'
    return f"<xdr:absoluteAnchor><xdr:pos {place[0]}<xdr:ext {place[1]}{shape.format(look)}<xdr:clientData/></xdr:absoluteAnchor>"


def box(number, name):
    about = f'<xdr:nvSpPr><xdr:cNvPr id="{number}" name="{name}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
    text = f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{name}</a:t></a:r></a:p></xdr:txBody>"
    return f'<xdr:sp macro="" textlink="">{about}{{}}{text}</xdr:sp>'


ends = '<a:stCxn id="2" idx="2"/><a:endCxn id="3" idx="0"/>'
about = f'<xdr:nvCxnSpPr><xdr:cNvPr id="4" name="Panah"/><xdr:cNvCxnSpPr>{ends}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
shapes = (
    anchored(100, 50, 100, 40, box(2, "Mulai"), "flowChartTerminator"),
    anchored(100, 150, 100, 40, box(3, "Periksa"), "flowChartProcess"),
    anchored(150, 90, 0, 60, f'<xdr:cxnSp macro="">{about}{{}}</xdr:cxnSp>', "straightConnector1"),
)
spaces = f'xmlns:xdr="{drawing}/spreadsheetDrawing" xmlns:a="{drawing}/main"'
parts["xl/drawings/drawing1.xml"] = f"<xdr:wsDr {spaces}>{''.join(shapes)}</xdr:wsDr>".encode()
link = f'<Relationship Id="rId1" Type="{office}/drawing" Target="../drawings/drawing1.xml"/>'
parts["xl/worksheets/_rels/sheet1.xml.rels"] = f'<Relationships xmlns="{package}">{link}</Relationships>'.encode()
sheet = parts["xl/worksheets/sheet1.xml"].decode()
parts["xl/worksheets/sheet1.xml"] = sheet.replace("</worksheet>", f'<drawing xmlns:r="{office}" r:id="rId1"/></worksheet>').encode()
kind = '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", kind.encode() + b"</Types>")
with zipfile.ZipFile("flow.xlsx", "w") as out:
    for name, data in parts.items():
        out.writestr(name, data)
PYTHON
cat >own.fods <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"
    office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Alur">
<table:shapes>
<draw:rect draw:id="mulai" svg:x="1cm" svg:y="1cm" svg:width="3cm" svg:height="1cm"/>
<draw:rect draw:id="periksa" svg:x="1cm" svg:y="4cm" svg:width="3cm" svg:height="1cm"/>
<draw:connector draw:type="line" svg:x1="2.5cm" svg:y1="2cm" svg:x2="2.5cm" svg:y2="4cm"
    draw:start-shape="mulai" draw:start-glue-point="2" draw:end-shape="periksa" draw:end-glue-point="0"/>
</table:shapes>
<table:table-row><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document>
XML
for kind in xlsx ods; do
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$kind" --outdir "$work/out" flow.xlsx own.fods >/dev/null 2>&1
done
soffice --version
python3 - <<'PYTHON'
import re
import sys
import zipfile


def seen(path):
    """Connectors, ends of them that name a shape, and ends that name one of the file."""
    excel = path.endswith(".xlsx")
    text = zipfile.ZipFile(path).read("xl/drawings/drawing1.xml" if excel else "content.xml").decode()
    connector = "<xdr:cxnSp[ >]" if excel else "<draw:connector "
    named = re.findall(r'<a:(?:st|end)Cxn id="(\w+)"' if excel else r'draw:(?:start|end)-shape="(\w+)"', text)
    there = re.findall(r'<xdr:cNvPr id="(\w+)"' if excel else r'draw:id="(\w+)"', text)
    return len(re.findall(connector, text)), len(named), sum(name in there for name in named)


cases = (
    ("Excel's workbook, as written", "flow.xlsx", (1, 2, 2)),
    ("  saved by Calc as XLSX", "out/flow.xlsx", (1, 0, 0)),
    ("  saved by Calc as ODS", "out/flow.ods", (1, 0, 0)),
    ("Calc's own, saved as ODS", "out/own.ods", (1, 2, 2)),
    ("  saved as XLSX", "out/own.xlsx", (1, 2, 0)),
)
read = [seen(path) for _, path, _ in cases]
for (name, *_), (connectors, named, there) in zip(cases, read):
    print(f"{name:30}{connectors} connector, {named} ends name a shape, {there} a shape that is there")
if read != [case[2] for case in cases]:
    sys.exit("changed: ends are kept, or lost another way")
PYTHON
