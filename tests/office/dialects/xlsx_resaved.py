"""XLSX that LibreOffice opened and saved: no glue, other ids; one sheet, long flows cut by off-page symbols with letters."""

import tempfile
from pathlib import Path

from dialects import xlsx_glued
from plan import plan_of
from programs import soffice

SUFFIX, NEEDS, PROGRAMS = "xlsx", ["openpyxl"], ["soffice"]


def make(invention, path):
    """One workbook, saved again."""
    with tempfile.TemporaryDirectory() as room:
        source = Path(room) / "source.xlsx"
        xlsx_glued.write(plan_of(invention, page_height=560), source, one_sheet=True)
        soffice(source, "xlsx", path)
