#!/usr/bin/env bash
# python-docx 1.2.0 loses a table row that stands in a content control, and the words of a tracked insertion, without a word.
#
# Word puts a row into `w:sdt` when somebody ticks "repeating section" or fills a form, and new words into `w:ins` while changes are
# tracked. `table.rows` lists only rows that stand directly in the table, and `cell.text` joins only runs that stand directly in
# the paragraph. A table of three rows is read as two, and "Memeriksa berkas permohonan" as "berkas permohonan": both look
# complete. The file is valid, and LibreOffice shows all of it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-docx==1.2.0

"$work/venv/bin/python" - "$work/form.docx" <<'PYTHON'
import sys
import docx
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
document = docx.Document()
table = document.add_table(rows=3, cols=2)
for number, row in enumerate(table.rows, 1):
    row.cells[0].text = str(number)
    row.cells[1].text = f"Langkah {number}"

last = table._tbl.tr_lst[2]
control = parse_xml(f"<w:sdt {W}><w:sdtPr><w:id w:val='7'/></w:sdtPr><w:sdtContent/></w:sdt>")
last.addprevious(control)
control[1].append(last)

paragraph = table.rows[0].cells[1].paragraphs[0]
run = paragraph.runs[0]
run.text = "berkas permohonan"
run._r.addprevious(parse_xml(
    f"<w:ins {W} w:id='8' w:author='Penyunting' w:date='2024-01-01T00:00:00Z'>"
    "<w:r><w:t xml:space='preserve'>Memeriksa </w:t></w:r></w:ins>"))
document.save(sys.argv[1])

read = docx.Document(sys.argv[1]).tables[0]
rows, text = len(read.rows), read.rows[0].cells[1].text
print("python-docx", docx.__version__)
print(f"rows read: {rows} of 3; first activity read: {text!r}, written: 'Memeriksa berkas permohonan'")
if (rows, text) != (2, "berkas permohonan"):
    sys.exit("changed: this is read another way now")
PYTHON
