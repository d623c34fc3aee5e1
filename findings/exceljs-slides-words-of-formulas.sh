#!/usr/bin/env bash
# exceljs 4.4.0 and SheetJS 0.18.5 read `=IF(A2="S1",...)` one row further down as `=IF(A3="S2",...)`: words in quotes move like cells.
#
# When a formula is filled down, Excel writes it once and lets the cells below share it (`t="shared"`; ECMA-376 part 1, 18.3.1.40), each with
# its relative references moved along. Text in quotes is no reference. To give the formulas of the other cells both libraries look for letters
# followed by digits, and take names of functions such as LOG10 out, but not what stands in quotes. "S1" and "D3" are degrees, "A4" is a
# paper, "K1" a code: each row asks for another one, and the formulas are valid. SheetJS writes them so into the file that it saves, which
# then computes other results. The first cell is right, and so are calamine and umya-spreadsheet.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openpyxl==3.1.5 XlsxWriter==3.3.1

cd "$work"
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5
"$work/venv/bin/python" - <<'PYTHON'
import re
import zipfile
import xlsxwriter

book = xlsxwriter.Workbook("plain.xlsx")
sheet = book.add_worksheet()
for row, degree in enumerate(("S1", "D3", "S1"), 2):
    sheet.write(f"A{row}", degree)
    sheet.write_formula(f"B{row}", f'=IF(A{row}="S1","memenuhi","belum")', None, "memenuhi" if degree == "S1" else "belum")
book.close()
with zipfile.ZipFile("plain.xlsx") as plain, zipfile.ZipFile("staf.xlsx", "w") as shared:
    for name in plain.namelist():
        data = plain.read(name)
        if name == "xl/worksheets/sheet1.xml":
            text = re.sub(r'(<c r="B2"[^>]*>)<f>', r'\1<f t="shared" ref="B2:B4" si="0">', data.decode())
            data = re.sub(r'(<c r="B[34]"[^>]*>)<f>[^<]*</f>', r'\1<f t="shared" si="0"/>', text).encode()
        shared.writestr(name, data)
PYTHON
cat >read.mjs <<'JS'
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const rows = [2, 3, 4];
const book = new ExcelJS.Workbook();
await book.xlsx.readFile("staf.xlsx");
console.log("exceljs:        ", ...rows.map((row) => book.worksheets[0].getCell(`B${row}`).formula));
const read = XLSX.readFile("staf.xlsx");
console.log("SheetJS:        ", ...rows.map((row) => read.Sheets[read.SheetNames[0]][`B${row}`].f));
XLSX.writeFile(read, "saved.xlsx");
JS
{
    node read.mjs
    "$work/venv/bin/python" -c '
import openpyxl
sheet = openpyxl.load_workbook("saved.xlsx").active
print("saved by SheetJS:", *(sheet[f"B{row}"].value for row in (2, 3, 4)))'
} | tee seen
cmp -s seen - <<'TEXT' || { echo "changed: words of shared formulas are read another way now" >&2; exit 1; }
exceljs:         IF(A2="S1","memenuhi","belum") IF(A3="S2","memenuhi","belum") IF(A4="S3","memenuhi","belum")
SheetJS:         IF(A2="S1","memenuhi","belum") IF(A3="S2","memenuhi","belum") IF(A4="S3","memenuhi","belum")
saved by SheetJS: =IF(A2="S1","memenuhi","belum") =IF(A3="S2","memenuhi","belum") =IF(A4="S3","memenuhi","belum")
TEXT
