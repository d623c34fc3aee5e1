#!/usr/bin/env bash
# pypdf 6.4.0, text in the mode "layout": a lane of a table stands under another one on the next page.
#
# The mode is made to keep things under one another as on the page. But the left margin is taken off each page by itself, and the
# width of a letter is measured on each page by itself. The second page of a procedure has no header, and its first lanes are empty
# where others act: the mark that stands at 200 points on both pages is printed in column 48 of the first and in column 0 of the
# second, which is the first lane of the first. No option turns either off, and nothing tells how many points a blank stands for. Marks
# of a page may be held against a header only where something on that page says how far it was moved.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pypdf==6.4.0 reportlab==4.4.4

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import sys
import pypdf
from reportlab.pdfgen.canvas import Canvas

canvas = Canvas("procedure.pdf", pagesize=(600, 400))
canvas.setFont("Helvetica", 10)
pages = [
    [(20, 350, "Staf"), (200, 350, "Kepala"), (400, 350, "Waktu"), (20, 320, "x"), (400, 320, "5 menit")],
    [(200, 350, "x"), (400, 350, "10 menit")],
]
for page in pages:
    canvas.setFont("Helvetica", 10)
    for x, y, words in page:
        canvas.drawString(x, y, words)
    canvas.showPage()
canvas.save()

texts = [page.extract_text(extraction_mode="layout") for page in pypdf.PdfReader("procedure.pdf").pages]
print("pypdf", pypdf.__version__)
for text in texts:
    print(text, "\n--")
head, marked = texts[0].splitlines()[0], texts[1].splitlines()[0]
columns = {name: head.index(name) for name in ("Staf", "Kepala", "Waktu")}
mark, time = marked.index("x"), marked.index("10 menit")
print("columns of the header:", columns, "- below it on the next page: mark", mark, "and time", time)
if mark != columns["Staf"] or time == columns["Waktu"]:
    sys.exit("changed: the lanes of the second page stand where those of the first stand, or elsewhere")
PYTHON
