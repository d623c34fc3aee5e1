#!/usr/bin/env bash
# pandoc 3.6.1 (pypandoc_binary 1.15) takes the last column out of a whole Word table when the row below its head begins further right.
#
# A row of Word may leave out grid columns before its first cell (`w:gridBefore`) or behind its last one (`w:gridAfter`; ECMA-376 part 1,
# 17.4.15 and 17.4.14): so it looks when somebody drags the edge of one row. In a procedure those are the columns of the actors. One expects
# that the cells of this row may slide left. In truth the table gets as many columns as the first row below the head has cells, and
# what stood in the columns beyond is gone from the head and from *all* rows, although they are whole. The same row further below cuts
# nothing. No warning, also with `--verbose`; pandoc 2.17 kept the column.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pypandoc_binary==1.15 python-docx==1.2.0
pandoc=$(find "$work/venv" -name pandoc -type f | head -n 1)

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import docx
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = ("Kegiatan", "Staf", "Kepala", "Keterangan")


def write(path, short):
    document = docx.Document()
    table = document.add_table(rows=4, cols=4)
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"baris{number}kolom{column}" if number else HEAD[column]
    if short is not None:
        row = table._tbl.tr_lst[short]
        row.remove(row.tc_lst[0])
        row.insert(0, parse_xml(f'<w:trPr {W}><w:gridBefore w:val="1"/><w:wBefore w:w="2160" w:type="dxa"/></w:trPr>'))
    document.save(path)


write("whole.docx", None)
write("below.docx", 1)
write("later.docx", 2)
PYTHON
"$pandoc" --version | head -n 1
# How many of the four words of the head, and of the four texts of the last row, are left; both are whole in all three files.
left() {
    local text
    text=$("$pandoc" --verbose "$1.docx" -t html 2>>told)
    echo "$1 $(grep -oE 'Kegiatan|Staf|Kepala|Keterangan' <<<"$text" | wc -l) and $(grep -o 'baris3kolom.' <<<"$text" | wc -l)"
}
seen="$(left whole), $(left below), $(left later); words of warning: $(wc -w <told)"
echo "left of 4 in head and last row: $seen"
[ "$seen" = "whole 4 and 4, below 3 and 3, later 4 and 4; words of warning: 0" ] || {
    echo "changed: the column is lost another way now" >&2
    exit 1
}
