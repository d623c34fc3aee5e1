"""XLSX with loose anchors and no glue, drawn by a hasty hand."""

from dialects import xlsx_loose
from plan import loosened, plan_of

SUFFIX, NEEDS, PROGRAMS = "xlsx", ["XlsxWriter", "openpyxl"], []


def make(invention, path):
    """One workbook."""
    xlsx_loose.save(loosened(plan_of(invention), invention.seed), invention.seed, path)
