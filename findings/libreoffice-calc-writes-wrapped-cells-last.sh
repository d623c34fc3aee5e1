#!/usr/bin/env bash
# A PDF of LibreOffice Calc tells the cells of a row out of order: all cells whose text wraps come behind the last row of the page.
#
# A table of steps, activity and time: an extractor that follows the content of the page (pypdf, PyMuPDF, `pdftotext -raw`) is expected to
# give row after row. Calc 7.4 first writes the cells of one line of the *whole* page, and then those of several lines, so that a step
# seems to lack its activity, and the activities stand below the table. What looks like a faulty document is the order of writing.
# Needs `soffice` (libreoffice-calc) on the path.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openpyxl==3.1.5 pypdf==6.1.1

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import openpyxl
from openpyxl.styles import Alignment

book = openpyxl.Workbook()
sheet = book.active
sheet.column_dimensions["B"].width = 24
steps = ["Memeriksa surat", "Menyampaikan surat yang telah diparaf kepada kepala bagian untuk ditandatangani", "Mencatat surat"]
for number, step in enumerate(steps, 1):
    sheet.append([str(number), step, f"{number}0 menit"])
    sheet.row_dimensions[number].height = 60
    for cell in sheet[number]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
book.save("steps.xlsx")
PYTHON
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir out steps.xlsx >/dev/null 2>&1
soffice --version
"$work/venv/bin/python" - <<'PYTHON'
import sys
from pypdf import PdfReader, __version__

text = PdfReader("out/steps.pdf").pages[0].extract_text()
print(f"pypdf {__version__}")
print(text)
at = {word: text.index(word) for word in ("Memeriksa", "Menyampaikan", "Mencatat", "30 menit")}
if not at["Memeriksa"] < at["Mencatat"] < at["30 menit"] < at["Menyampaikan"]:
    sys.exit("changed: the cell of several lines no longer comes last")
PYTHON
