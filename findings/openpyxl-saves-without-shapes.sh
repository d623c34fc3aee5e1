#!/usr/bin/env bash
# openpyxl 3.1.5 opens a workbook with shapes, saves it, and the drawing is gone: no error, no warning, and the cells are intact.
#
# Pictures and charts survive a round trip, so that one trusts it; shapes, connectors and text boxes do not. Whoever corrects one
# date in a folder of procedures with a script loses the flowchart of every file. The workbook is made by XlsxWriter 3.2.5, which
# can draw text boxes; both packages are at their defaults.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openpyxl==3.1.5 XlsxWriter==3.2.5

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import sys
import warnings
import zipfile
import openpyxl
import xlsxwriter

book = xlsxwriter.Workbook("before.xlsx")
sheet = book.add_worksheet()
sheet.write("A1", "Tanggal Revisi")
sheet.insert_textbox("C3", "Mulai")
sheet.insert_textbox("C8", "Selesai")
book.close()

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    book = openpyxl.load_workbook("before.xlsx")
    book.active["B1"] = "2 Januari 2025"
    book.save("after.xlsx")


def shapes(path):
    package = zipfile.ZipFile(path)
    return sum(package.read(name).count(b"<xdr:sp ") for name in package.namelist() if "/drawings/drawing" in name)


before, after = shapes("before.xlsx"), shapes("after.xlsx")
print("openpyxl", openpyxl.__version__, "after XlsxWriter", xlsxwriter.__version__)
print(f"shapes before: {before}, after load and save: {after}, warnings: {len(told)}")
if (before, after, len(told)) != (2, 0, 0):
    sys.exit("changed: it keeps them, or it warns now")
PYTHON
