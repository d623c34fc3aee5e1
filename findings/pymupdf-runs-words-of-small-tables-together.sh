#!/usr/bin/env bash
# PyMuPDF 2.0 gives the cells of a table set in 10 points without the spaces between words ("15menit"), and in 12 points with them.
#
# `extract()` of a found table joins letters to words and words to lines, and takes letters for neighbours while they are less than 3 points
# apart. That is a length on the paper, not a share of the letters' size: the space of Helvetica is 2.78 points wide at 10 points. The
# sizes below 11 are those of forms, so that "Menerima berkas" is one word in each cell. Release 1.28.2 kept the spaces, `get_text()` keeps
# them, and so does `to_markdown()` of the same table object. Which letters are spaces the file says itself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
cat >make.py <<'PYTHON'
from reportlab.pdfgen.canvas import Canvas

for size in (10, 12):
    canvas = Canvas(f"size{size}.pdf", pagesize=(842, 595))
    canvas.setFont("Helvetica", size)
    columns, rows = (40, 80, 330, 480, 700, 800), (100, 200, 300, 400)
    for x in columns:
        canvas.line(x, rows[0], x, rows[-1])
    for y in rows:
        canvas.line(columns[0], y, columns[-1], y)
    words = (
        ("No", "Kegiatan", "Staf", "Kelengkapan", "Waktu"),
        ("1", "Menerima berkas", "", "Berkas permohonan", "15 menit"),
        ("2", "Memeriksa berkas", "", "Agenda surat", "1 jam"),
    )
    for row, line in enumerate(words):
        for column, text in enumerate(line):
            canvas.drawString(columns[column] + 5, 350 - 100 * row, text)
    canvas.save()
PYTHON
cat >read.py <<'PYTHON'
import contextlib
import io
import pymupdf

with contextlib.redirect_stdout(io.StringIO()):  # The older release recommends an add-on on standard output.
    pages = {size: pymupdf.open(f"size{size}.pdf")[0] for size in (10, 12)}
    tables = {size: page.find_tables()[0] for size, page in pages.items()}
for size, table in tables.items():
    row = next(line for line in table.to_markdown().splitlines() if "Menerima" in line)
    print(f"{pymupdf.__version__} {size} points: extract {[text for text in table.extract()[1] if text]}, to_markdown {row}")
PYTHON
for version in 1.28.2 2.0; do
    python3 -m venv "venv-$version"
    "venv-$version/bin/pip" install --quiet "pymupdf==$version" reportlab==4.4.4
    [ -e size10.pdf ] || "venv-$version/bin/python" make.py
    "venv-$version/bin/python" read.py | tee -a seen
done
parted="extract ['1', 'Menerima berkas', 'Berkas permohonan', '15 menit'], to_markdown |1|Menerima berkas||Berkas permohonan|15 menit|"
joined="extract ['1', 'Menerimaberkas', 'Berkaspermohonan', '15menit'], to_markdown |1|Menerima berkas||Berkas permohonan|15 menit|"
cmp -s seen - <<TEXT || { echo "changed: the spaces are kept, or lost another way" >&2; exit 1; }
1.28.2 10 points: $parted
1.28.2 12 points: $parted
2.0 10 points: $joined
2.0 12 points: $parted
TEXT
