#!/usr/bin/env bash
# LibreOffice Calc draws the bent connectors of Excel along another way than the file says; the print shows another flow.
#
# The workbook holds one `bentConnector2` that DrawingML turns by 90 degrees: from (100, 100) down to (100, 200), then right to
# (300, 200), in points. Excel draws these two stretches. Calc 7.4 gives the line its own standard route of three stretches that
# leaves to the *right*: on a form with arrows in lanes it then runs through other boxes. Writer draws the same preset rightly.
# Needs `soffice` (libreoffice-calc) on the path.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openpyxl==3.1.5 pdfplumber==0.11.10

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import zipfile
import openpyxl

EMU = 12700
book = openpyxl.Workbook()
book.active["A1"] = "Alur"
book.save("flow.xlsx")
parts = {name: zipfile.ZipFile("flow.xlsx").read(name) for name in zipfile.ZipFile("flow.xlsx").namelist()}
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
drawing = "http://schemas.openxmlformats.org/drawingml/2006"
# The frame is turned about its middle (200, 150): 100 wide and 200 high before the turn, 200 wide and 100 high after it.
frame = f'<a:off x="{150 * EMU}" y="{50 * EMU}"/><a:ext cx="{100 * EMU}" cy="{200 * EMU}"/>'
look = f'<a:xfrm rot="5400000" flipV="1">{frame}</a:xfrm><a:prstGeom prst="bentConnector2"><a:avLst/></a:prstGeom>'
line = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
names = '<xdr:nvCxnSpPr><xdr:cNvPr id="2" name="Connector 2"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>'
place = f'<xdr:pos x="{100 * EMU}" y="{100 * EMU}"/><xdr:ext cx="{200 * EMU}" cy="{100 * EMU}"/>'
shape = f'<xdr:cxnSp macro="">{names}<xdr:spPr>{look}{line}</xdr:spPr></xdr:cxnSp>'
anchor = f"<xdr:absoluteAnchor>{place}{shape}<xdr:clientData/></xdr:absoluteAnchor>"
spaces = f'xmlns:xdr="{drawing}/spreadsheetDrawing" xmlns:a="{drawing}/main"'
parts["xl/drawings/drawing1.xml"] = f"<xdr:wsDr {spaces}>{anchor}</xdr:wsDr>".encode()
link = f'<Relationship Id="rId1" Type="{office}/drawing" Target="../drawings/drawing1.xml"/>'
package = "http://schemas.openxmlformats.org/package/2006/relationships"
parts["xl/worksheets/_rels/sheet1.xml.rels"] = f'<Relationships xmlns="{package}">{link}</Relationships>'.encode()
sheet = parts["xl/worksheets/sheet1.xml"].decode()
parts["xl/worksheets/sheet1.xml"] = sheet.replace("</worksheet>", f'<drawing xmlns:r="{office}" r:id="rId1"/></worksheet>').encode()
kind = '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'
parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", kind.encode() + b"</Types>")
with zipfile.ZipFile("flow.xlsx", "w") as out:
    for name, data in parts.items():
        out.writestr(name, data)
PYTHON
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" flow.xlsx >/dev/null 2>&1
soffice --version
"$work/venv/bin/python" - <<'PYTHON'
import sys
import pdfplumber

page = pdfplumber.open("flow.pdf").pages[0]
ways = [[(round(x), round(y)) for x, y in curve["pts"]] for curve in page.curves + page.lines]
way = max(ways, key=len)
left, top = way[0]
moved = [(x - left, y - top) for x, y in way]
print(f"stretches drawn: {len(way) - 1} of 2; corners from the start: {moved}")
if len(way) - 1 == 2:
    sys.exit("changed: it goes the way of the file now")
PYTHON
