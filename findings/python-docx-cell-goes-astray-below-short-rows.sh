#!/usr/bin/env bash
# python-docx 1.2.0 finds another cell by `table.cell(row, column)` than by `table.rows[row].cells`, in every row below a short one.
#
# A row may leave out grid columns before its first cell (`w:gridBefore`; ECMA-376 part 1, 17.4.15). `row.cells` has one cell less then, and
# `row.grid_cols_before` tells why. `table.cell()` promises the cell at a place of the layout grid, but counts: row times the number of columns.
# Each column that was left out moves all that follows, so that rows which are whole are read from the row below, and the last place
# of the table raises an IndexError. `table.columns` goes the same way: actors are read in steps that they have no part in.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-docx==1.2.0

"$work/venv/bin/python" - <<'PYTHON'
import sys
import docx
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
table = docx.Document().add_table(rows=4, cols=3)
for number, row in enumerate(table.rows):
    for column, cell in enumerate(row.cells):
        cell.text = f"{number}/{column}"
short = table._tbl.tr_lst[1]
short.remove(short.tc_lst[0])
short.insert(0, parse_xml(f'<w:trPr {W}><w:gridBefore w:val="1"/><w:wBefore w:w="2880" w:type="dxa"/></w:trPr>'))


def text(row, column):
    try:
        return table.cell(row, column).text
    except IndexError:
        return "IndexError"


print("python-docx", docx.__version__)
by_row = [[cell.text for cell in row.cells] for row in table.rows]
by_cell = [[text(row, column) for column in range(3)] for row in range(4)]
for number in range(4):
    print(f"row {number}: of the row {by_row[number]}, by table.cell {by_cell[number]}")
whole = [[f"{row}/{column}" for column in range(3)] for row in range(4)]
if by_row != [whole[0], whole[1][1:], whole[2], whole[3]]:
    sys.exit("changed: rows are read another way")
if by_cell[1:] != [["1/1", "1/2", "2/0"], ["2/1", "2/2", "3/0"], ["3/1", "3/2", "IndexError"]]:
    sys.exit("changed: cells are found another way now")
PYTHON
