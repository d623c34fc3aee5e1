#!/usr/bin/env bash
# LibreOffice Calc prints the dates of an Excel file as a count of days ("45659") where the format names its language by a tag.
#
# A number format may begin with a language: `[$-421]` is Indonesian by its number, and `[$-id-ID]` by its tag, as newer releases of Excel
# write it. Of a language that it did not know one would expect a reader to pass over the bracket. Calc 7.4 knows the number; at the tag it
# gives up the *whole* format: the revision date of a procedure prints as 45659, and a file saved so has lost the format for good.
# Needs `soffice` (libreoffice-calc) and `pdftotext` (poppler-utils) on the path.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet XlsxWriter==3.2.5 openpyxl==3.1.5

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import xlsxwriter

book = xlsxwriter.Workbook("dates.xlsx")
sheet = book.add_worksheet()
sheet.set_column(0, 0, 40)
for row, language in enumerate(("421", "id-ID")):
    sheet.write_number(row, 0, 45659, book.add_format({"num_format": f"[$-{language}]d mmmm yyyy"}))
book.close()
PYTHON
for kind in pdf xlsx; do
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$kind" --outdir "$work/out" dates.xlsx >/dev/null 2>&1
done
soffice --version
pdftotext -layout out/dates.pdf shown.txt
"$work/venv/bin/python" - <<'PYTHON'
import sys
import openpyxl

shown = open("shown.txt", encoding="utf-8").read().split("\n")
shown = [line.strip() for line in shown if line.strip()]
saved = [row[0].number_format for row in openpyxl.load_workbook("out/dates.xlsx").active.iter_rows()]
for name, text, form in zip(("by number", "by tag"), shown, saved, strict=True):
    print(f"language {name:10} prints {text:15} saved as {form}")
if shown != ["2 Januari 2025", "45659"] or saved[1] != "General":
    sys.exit("changed: a tag is understood now, or the number no longer")
PYTHON
