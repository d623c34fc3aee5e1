#!/usr/bin/env bash
# pandoc 3.6.1 (pypandoc_binary 1.15) knows merged cells of DOCX and HTML, but none of ODT: each cell beside or below one slides left.
#
# ODF tells a merged cell by its spans and keeps the places that it covers (`table:covered-table-cell`), and an empty cell may stand for
# several by `table:number-columns-repeated` (ODF 1.3 part 3, chapter 9.1). pandoc's tables have spans, and its readers of DOCX and HTML
# fill them; its reader of ODT passes over all three, so that rows are shorter and what is left of them begins too far to the left. In
# a procedure the columns are who acts: the same table says other things as ODT than as HTML. Nothing is said.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pypandoc_binary==1.15 odfpy==1.4.1
pandoc=$(find "$work/venv" -name pandoc -type f | head -n 1)

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
from odf.opendocument import OpenDocumentText
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P

document = OpenDocumentText()
table = Table(name="Prosedur")
table.addElement(TableColumn(numbercolumnsrepeated=4))


def cell(text, **spans):
    made = TableCell(valuetype="string", **spans)
    made.addElement(P(text=text))
    return made


for row in (
    [cell("Kegiatan"), cell("Staf"), cell("Kepala"), cell("Waktu")],
    [cell("Menerima", numberrowsspanned=2), cell("staf"), cell("kepala"), cell("satu")],
    [CoveredTableCell(), cell("staf"), cell("kepala"), cell("dua")],
    [cell("Memeriksa"), cell("berdua", numbercolumnsspanned=2), CoveredTableCell(), cell("tiga")],
    [cell("Mengirim"), TableCell(numbercolumnsrepeated=2), cell("empat")],
):
    line = TableRow()
    for part in row:
        line.addElement(part)
    table.addElement(line)
document.text.addElement(table)
document.save("flow.odt")
PYTHON
cat >flow.html <<'HTML'
<table><tr><th>Kegiatan</th><th>Staf</th><th>Kepala</th><th>Waktu</th></tr>
<tr><td rowspan="2">Menerima</td><td>staf</td><td>kepala</td><td>satu</td></tr>
<tr><td>staf</td><td>kepala</td><td>dua</td></tr>
<tr><td>Memeriksa</td><td colspan="2">berdua</td><td>tiga</td></tr>
<tr><td>Mengirim</td><td></td><td></td><td>empat</td></tr></table>
HTML
cat >place.py <<'PYTHON'
"""Columns, counted from 0, in which the four times of a table stand: read from pandoc's own JSON."""
import json
import sys

table = next(block for block in json.load(sys.stdin)["blocks"] if block["t"] == "Table")["c"]
places, covered = {}, {}
for body in table[4]:
    for number, row in enumerate(body[3]):
        column = 0
        for cell in row[1]:
            while covered.get((number, column)):
                column += 1
            rows, columns = cell[2], cell[3]
            text = "".join(part.get("c", " ") for block in cell[4] for part in block["c"])
            places[text] = column
            covered.update({(number + down, column + right): True for down in range(rows) for right in range(columns)})
            column += columns
print(*(f"{word} in {places[word]}" for word in ("satu", "dua", "tiga", "empat")), sep=", ")
PYTHON
"$pandoc" --version | head -n 1
for kind in html odt; do
    "$pandoc" "flow.$kind" -t json | python3 place.py >"$kind.seen"
    echo "Waktu as $kind: $(cat "$kind.seen")"
done
[ "$(cat html.seen odt.seen)" = $'satu in 3, dua in 3, tiga in 3, empat in 3\nsatu in 3, dua in 2, tiga in 2, empat in 2' ] || {
    echo "changed: ODT is read another way now" >&2
    exit 1
}
