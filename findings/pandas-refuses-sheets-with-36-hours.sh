#!/usr/bin/env bash
# pandas 3.1.1 reads nothing of an ODS file in which one cell holds a span of time of 24 hours or more: it takes it for a time of day.
#
# The kind `time` of an ODF cell is a duration ("PT36H00M00S", `office:time-value` in ODF 1.3 part 3), and LibreOffice writes the sum of
# the times of a procedure so. `read_excel` gives spans under a day as `datetime.time`, which is a guess that fits; the first one over it
# raises ("hour must be in 0..23"), and no cell of the sheet is to be had. The same span in XLSX is read as 36 hours, and the ODS through the
# other engine as text.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pandas==3.1.1 odfpy==1.4.1 openpyxl==3.1.5 python-calamine==0.9.1

cd "$work"
"$work/venv/bin/python" - <<'PYTHON'
import datetime
import sys
import openpyxl
import pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

SPANS = {"day": (("PT00H15M00S", "00:15:00"), ("PT14H30M00S", "14:30:00")), "more": (("PT00H15M00S", "00:15:00"), ("PT36H00M00S", "36:00:00"))}
for name, spans in SPANS.items():
    document, table = OpenDocumentSpreadsheet(), Table(name="Waktu")
    for value, shown in spans:
        row, cell = TableRow(), TableCell(valuetype="time", timevalue=value)
        cell.addElement(P(text=shown))
        row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(f"{name}.ods")
book = openpyxl.Workbook()
for minutes in (15, 36 * 60):
    book.active.append([datetime.timedelta(minutes=minutes)])
book.save("more.xlsx")


def read(path, engine):
    try:
        return [str(value) for value in pandas.read_excel(path, engine=engine, header=None)[0]]
    except ValueError as problem:
        return str(problem)


print("pandas", pandas.__version__)
cases = (("day.ods", "odf"), ("more.ods", "odf"), ("more.ods", "calamine"), ("more.xlsx", "openpyxl"))
seen = [read(*case) for case in cases]
for (path, engine), told in zip(cases, seen):
    print(f"{path:10} {engine:9} {told}")
if seen[0] != ["00:15:00", "14:30:00"] or "hour must be in 0..23" not in seen[1] or not all(isinstance(told, list) for told in seen[2:]):
    sys.exit("changed: spans of time are read another way now")
PYTHON
