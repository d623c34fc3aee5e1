#!/usr/bin/env bash
# docx2python 3.7.1 fills cells that are merged downwards, but only in one of two spellings: not in the one that LibreOffice writes.
#
# A cell that goes on from the row above holds `w:vMerge` without a value, or with the value `continue`. Both mean the same (ECMA-376
# part 1, 17.4.84: without the attribute `continue` is understood). Word and python-docx leave it out; LibreOffice and the library `docx` write
# it. docx2python copies the words of a merged cell into each row that it covers (`duplicate_merged_cells`, on unless told otherwise),
# and looks for the form without the value alone. So a script that reads who acts in each step works on a file of Word, and after
# somebody saved the same file with LibreOffice all rows but the first have nobody.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet docx2python==3.7.1 python-docx==1.2.0

"$work/venv/bin/python" - "$work/form.docx" <<'PYTHON'
import sys
from importlib.metadata import version
import docx
from docx.oxml.ns import qn
from docx2python import docx2python

path = sys.argv[1]
document = docx.Document()
table = document.add_table(rows=3, cols=2)
for number, row in enumerate(table.rows, 1):
    row.cells[1].text = f"Langkah {number}"
table.cell(0, 0).merge(table.cell(2, 0)).paragraphs[0].text = "Kepala Seksi"


def actors():
    document.save(path)
    return ["".join(row[0]) for row in docx2python(path).body[0]]


omitted = actors()
for mark in table._tbl.iter(qn("w:vMerge")):
    if mark.get(qn("w:val")) is None:
        mark.set(qn("w:val"), "continue")
told = actors()
print("docx2python", version("docx2python"))
print("value left out:", omitted)
print("value written: ", told)
if (omitted, told) != (["Kepala Seksi"] * 3, ["Kepala Seksi", "", ""]):
    sys.exit("changed: both spellings are read alike now")
PYTHON
