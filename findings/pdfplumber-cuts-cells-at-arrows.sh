#!/usr/bin/env bash
# pdfplumber 0.11.10 takes the vertical line of an arrow for a rule of the table, and returns one column more.
#
# A procedure is a table whose lanes hold boxes joined by arrows. `extract_table()` at its defaults lets every stroke be an edge,
# so an arrow that passes one row from border to border cuts a lane: the table below, of three columns, comes back with four, and
# what stood in column 3 stands in column 4. Without the arrow the same page is read rightly. Nothing warns. What an arrow is must
# be told before the table is looked for: it ends inside of cells, a rule at other rules.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pdfplumber==0.11.10 reportlab==4.4.4

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import sys
import pdfplumber
from reportlab.pdfgen.canvas import Canvas


def page(path, has_flow):
    canvas = Canvas(path, pagesize=(400, 400))
    for x in (50, 80, 180, 350):
        canvas.line(x, 50, x, 350)
    for y in (50, 150, 250, 350):
        canvas.line(50, y, 350, y)
    for y, number, words in ((300, "1", "Menerima berkas"), (200, "2", "Menyalin berkas"), (100, "3", "Memeriksa berkas")):
        canvas.drawString(60, y, number)
        canvas.drawString(200, y, words)
    if has_flow:
        canvas.rect(110, 290, 40, 20)
        canvas.rect(110, 90, 40, 20)
        canvas.line(130, 290, 130, 112)
    canvas.save()


def rows(path):
    return pdfplumber.open(path).pages[0].extract_table()


page("plain.pdf", False)
page("flow.pdf", True)
plain, flow = rows("plain.pdf"), rows("flow.pdf")
print("pdfplumber", pdfplumber.__version__)
print("without the arrow:", plain)
print("with one arrow:   ", flow)
if len(plain[0]) != 3 or len(flow[0]) == 3:
    sys.exit("changed: the arrow no longer cuts the table")
PYTHON
