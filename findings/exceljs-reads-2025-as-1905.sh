#!/usr/bin/env bash
# exceljs 4.4.0 reads 2 January 2025 as 17 July 1905 when the workbook holds the date as such, the way openpyxl 3.1.5 writes it on demand.
#
# A cell of Excel may hold a date as text of ISO 8601, with the kind `d` (ECMA-376 part 1, 18.18.11), instead of a count of days; openpyxl does so
# with `iso_dates = True`, and LibreOffice, openpyxl and calamine read it rightly. exceljs takes a number out of whatever the cell holds: of
# "2025-01-02" that is 2025, and day 2025 of Excel is in 1905. Each date of one year becomes the same day, a time of day "14:30:00" a day of January
# 1900. All are valid dates, so that nothing but their age shows that they are none of the file's.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openpyxl==3.1.5 python-calamine==0.9.1

cd "$work"
npm install --silent --no-audit --no-fund exceljs@4.4.0
"$work/venv/bin/python" - <<'PYTHON'
import datetime
import openpyxl

for name, iso in (("days", False), ("iso", True)):
    book = openpyxl.Workbook()
    book.iso_dates = iso
    book.active.append([datetime.date(2025, 1, 2)])
    book.active.append([datetime.date(2025, 11, 30)])
    book.save(f"{name}.xlsx")
PYTHON
cat >read.mjs <<'JS'
import ExcelJS from "exceljs";

for (const name of ["days", "iso"]) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(`${name}.xlsx`);
  console.log("exceljs", name, ...[1, 2].map((row) => book.worksheets[0].getCell(row, 1).value.toISOString().slice(0, 10)));
}
JS
{
    "$work/venv/bin/python" -c '
from python_calamine import CalamineWorkbook
print("calamine iso", *(row[0] for row in CalamineWorkbook.from_path("iso.xlsx").get_sheet_by_index(0).to_python()))'
    node read.mjs
} | tee seen
cmp -s seen - <<'TEXT' || { echo "changed: dates as text are read another way now" >&2; exit 1; }
calamine iso 2025-01-02 2025-11-30
exceljs days 2025-01-02 2025-11-30
exceljs iso 1905-07-17 1905-07-17
TEXT
