"""Cells by openpyxl, and a drawing of our own put into the package afterwards: openpyxl itself writes no shapes."""

import zipfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break

from sheets import pixels

SIDE = 24
THIN = Border(*[Side(style="thin")] * 4)
NAMESPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(sheets, value=lambda cell: (cell.text, None), on_one_page=True):
    """A workbook of sheets; `value` gives what a cell holds and its number format. Printed on one page each, or page by page."""
    book = Workbook()
    book.remove(book.active)
    book._named_styles["Normal"].font = Font(name="Arial", size=10)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = 14
        page.sheet_properties.pageSetUpPr.fitToPage = on_one_page
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 1
        if not on_one_page:
            page.page_setup.scale = int(min(100, 94 * (936 - 2 * SIDE - 10) / sheet.table.width, 100 * (612 - 2 * SIDE - 10) / 580))
            page.page_margins = PageMargins(*[SIDE / 72] * 4, header=0.1, footer=0.1)
            for _, row in sheet.pages:
                if row:
                    page.row_breaks.append(Break(id=row))
        for at, width in enumerate(sheet.table.widths):
            page.column_dimensions[get_column_letter(at + 1)].width = pixels(width) / 7
        for at, height in enumerate(sheet.table.heights):
            page.row_dimensions[at + 1].height = height
        for cell in sheet.table.cells:
            write(page, cell, value(cell))
    return book


def write(page, cell, content):
    """One cell with its borders, merged where it spans."""
    box = page.cell(cell.row + 1, cell.column + 1)
    box.value, form = content
    if form:
        box.number_format = form
    box.font = Font(name="Arial", size=8, bold=cell.bold)
    box.alignment = Alignment(wrap_text=True, vertical="center" if cell.centred else "top", horizontal="center" if cell.centred else "left")
    for row in range(cell.row, cell.row + cell.rows):
        for column in range(cell.column, cell.column + cell.columns):
            page.cell(row + 1, column + 1).border = THIN
    if cell.rows > 1 or cell.columns > 1:
        page.merge_cells(start_row=cell.row + 1, start_column=cell.column + 1, end_row=cell.row + cell.rows, end_column=cell.column + cell.columns)


def with_drawings(path, drawings, media=None):
    """Puts drawings (the number of a sheet from 1 → the inside of `xdr:wsDr`) and pictures (name → bytes) into a workbook."""
    source = Path(path)
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for number, inside in drawings.items():
        sheet, rels = f"xl/worksheets/sheet{number}.xml", f"xl/worksheets/_rels/sheet{number}.xml.rels"
        text = parts[sheet].decode()
        parts[sheet] = text.replace("</worksheet>", f'<drawing xmlns:r="{RELATIONS}" r:id="rIdShapes"/></worksheet>').encode()
        parts[rels] = relations([("rIdShapes", "drawing", f"../drawings/drawing{number}.xml")])
        parts[f"xl/drawings/drawing{number}.xml"] = f"{HEADER}<xdr:wsDr {NAMESPACES}>{inside}</xdr:wsDr>".encode()
        if media:
            links = [(f"rId{at}", "image", f"../media/{name}") for at, name in enumerate(media, 1)]
            parts[f"xl/drawings/_rels/drawing{number}.xml.rels"] = relations(links)
    for name, data in (media or {}).items():
        parts[f"xl/media/{name}"] = data
    parts["[Content_Types].xml"] = typed(parts["[Content_Types].xml"].decode(), drawings, bool(media))
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def relations(links):
    """A part of relationships."""
    rows = "".join(f'<Relationship Id="{ident}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for ident, kind, target in links)
    return f'{HEADER}<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'.encode()


def typed(text, drawings, has_pictures):
    """The content types with those of the drawings."""
    kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
    more = "".join(f'<Override PartName="/xl/drawings/drawing{number}.xml" ContentType="{kind}"/>' for number in drawings)
    if has_pictures and 'Extension="png"' not in text:
        text = text.replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
    return text.replace("</Types>", more + "</Types>").encode()


def text_body(text, size=700, tag="xdr", box=False):
    """The text inside a shape, or a loose one."""
    anchor = "t" if box else "ctr"
    run = f'<a:r><a:rPr lang="id-ID" sz="{size}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr><a:t>{text}</a:t></a:r>' if text else ""
    align = "l" if box else "ctr"
    body = f'<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"/><a:lstStyle/>'
    return f'<{tag}:txBody>{body}<a:p><a:pPr algn="{align}"/>{run}</a:p></{tag}:txBody>'
