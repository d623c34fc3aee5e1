"""What others get out of the same files: `others.py docx|pdfplumber FILE…` prints how many cells were read."""

import sys


def docx_cells(path):
    import docx

    tables = docx.Document(path).tables
    # Row by row through `row.cells`, as its manual has it.
    return sum(len([cell.text for cell in row.cells]) for table in tables for row in table.rows)


def plumbed_cells(path):
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return sum(len(row) for page in pdf.pages for table in page.extract_tables() for row in table)


READERS = {"docx": docx_cells, "pdfplumber": plumbed_cells}
print(sum(READERS[sys.argv[1]](path) for path in sys.argv[2:]), "cells")
