#!/usr/bin/env bash
# docx2txt 0.9 puts a tab before a line for each tab stop that its paragraph sets: "Nomor SOP" becomes "\t\tNomor SOP".
#
# A paragraph says where its tabs stop in its properties: `w:pPr/w:tabs/w:tab` (ECMA-376 part 1, 17.3.1.37). A tab in the text has the
# same name, but stands in a run: `w:r/w:tab` (17.3.3.32). docx2txt takes every element of that name for a tab, so a line laid with
# stops, as labels and values often are, moves to other columns: what stands first comes third. Who cuts the text at tabs reads a label
# as a value. python-docx and mammoth tell the two apart.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet docx2txt==0.9 python-docx==1.2.0 mammoth==1.13.0

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import sys
import docx
import docx2txt
import mammoth
from docx.shared import Cm

document = docx.Document()
# What stands before the first line is stripped.
document.add_paragraph("DINAS SOSIAL")
line = document.add_paragraph("Nomor SOP\t:\t12/SOP/2024")
for stop in (5, 5.6):
    line.paragraph_format.tab_stops.add_tab_stop(Cm(stop))
document.save("stops.docx")

with open("stops.docx", "rb") as file:
    plain = mammoth.extract_raw_text(file).value
read = {
    "docx2txt 0.9": docx2txt.process("stops.docx"),
    "mammoth 1.13.0": plain,
    "python-docx 1.2.0": "\n".join(it.text for it in docx.Document("stops.docx").paragraphs),
}
for name, text in read.items():
    print(f"{name:18} {text.strip()!a}")
moved = [name for name, text in read.items() if "\n\t\tNomor SOP\t:\t12/SOP/2024" in text]
if moved != ["docx2txt 0.9"]:
    sys.exit(f"changed: tab stops are tabs in {moved}")
PYTHON
