#!/usr/bin/env bash
# tablib 3.10.0 reads the number 1500 of an ODS file as 1.5 when the office that wrote it sets off thousands by a full stop.
#
# A cell of ODF holds its value twice (ODF 1.3 part 3): `office:value="1500"` for programs, and a paragraph with what a person sees, "1.500" in
# Indonesian, German or Spanish. tablib knows that for dates and truth values. Of a number it takes what is seen and passes it to `float`:
# 1.500 is one and a half. "2,5" and "1.250.000" raise, and no row of the sheet is to be had, but whole numbers below a million are read
# without a word, and those below a thousand rightly. It hangs on the language of the cell or of the office, not on the data. LibreOffice
# writes both files here, and pandas reads both alike. Needs `soffice` (libreoffice-calc) on the path.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet 'tablib[ods]==3.10.0' odfpy==1.4.1 openpyxl==3.1.5 pandas==3.1.1

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import openpyxl

for name, format in (("plain", "General"), ("set-off", "[$-421]#,##0")):
    book = openpyxl.Workbook()
    for row, number in enumerate((1500, 250, 12000), 1):
        book.active.cell(row, 1, number).number_format = format
    book.save(f"{name}.xlsx")
PYTHON
soffice --version
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to ods --outdir "$work" plain.xlsx set-off.xlsx >/dev/null 2>&1
"$work/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version
import pandas
from tablib import Dataset

print("tablib", version("tablib"))
seen = []
for name in ("plain", "set-off"):
    with open(f"{name}.ods", "rb") as file:
        rows = Dataset().load(file.read(), "ods", headers=False)
    seen.append([row[0] for row in rows][:3])
    print(f"{name:7} by pandas: {pandas.read_excel(f'{name}.ods', header=None)[0].tolist()}, by tablib: {seen[-1]}")
if seen != [[1500.0, 250.0, 12000.0], [1.5, 250.0, 12.0]]:
    sys.exit("changed: numbers are read another way now")
PYTHON
