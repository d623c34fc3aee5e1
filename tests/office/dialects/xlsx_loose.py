"""XLSX of XlsxWriter with anchors on one cell or on none, symbols in groups with coordinates of their own, and no glue."""

import xlsxwriter

from dialects import xlsx_glued
from drawingml import PRESETS, WHITE, connector_look, emu, geometry, stroke, xfrm
from plan import plan_of
from sheets import cover, pixels, procedure, together
from spreadsheet import text_body, with_drawings

SUFFIX, NEEDS, PROGRAMS = "xlsx", ["XlsxWriter", "openpyxl"], []
ZOOM, ORIGIN = 2, (1000, 500)


def make(invention, path):
    """One workbook."""
    save(plan_of(invention), invention.seed, path)


def save(plan, seed, path):
    """A plan as a workbook, in the manner of this seed."""
    sheets = [cover(plan), procedure(plan)] if seed % 2 == 0 else [together(plan)]
    book = xlsxwriter.Workbook(path, {"default_format_properties": {"font_name": "Arial", "font_size": 10}})
    for sheet in sheets:
        write(book, sheet)
    book.close()
    with_drawings(path, {len(sheets): xlsx_glued.drawing(Pen(sheets[-1]), sheets[-1])})


def write(book, sheet):
    """The cells of one sheet."""
    page = book.add_worksheet(sheet.title)
    page.set_landscape()
    page.fit_to_pages(1, 1)
    for at, width in enumerate(sheet.table.widths):
        page.set_column_pixels(at, at, pixels(width))
    for at, height in enumerate(sheet.table.heights):
        page.set_row(at, height)
    for cell in sheet.table.cells:
        look = {
            "font_name": "Arial",
            "font_size": 8,
            "bold": cell.bold,
            "border": 1,
            "text_wrap": True,
            "valign": "vcenter" if cell.centred else "top",
        }
        form = book.add_format(look | ({"align": "center"} if cell.centred else {}))
        last = cell.row + cell.rows - 1, cell.column + cell.columns - 1
        if last == (cell.row, cell.column):
            page.write_string(cell.row, cell.column, cell.text, form) if cell.text else page.write_blank(cell.row, cell.column, None, form)
        else:
            page.merge_range(cell.row, cell.column, *last, cell.text, form)


class Pen(xlsx_glued.Pen):
    """Anchors on one cell and on none in turn; every third symbol in a group with its words of another scale."""

    def symbol(self, symbol, left, top):
        """One symbol, alone or in a group of one."""
        number = self.next()
        x, y, right, bottom = symbol.box
        frame = *self.grid.absolute(x + left, y + top), right - x, bottom - y
        if number % 3:
            self.anchor(frame, self.shape(number, frame, symbol))
        else:
            self.anchor(frame, self.group(frame, self.shape(number, inner(frame), symbol)))
        return number

    @staticmethod
    def shape(number, frame, symbol):
        """`xdr:sp` of a symbol at this frame."""
        look = xfrm(*frame) + geometry(PRESETS[symbol.kind]) + WHITE + stroke()
        name = f'<xdr:nvSpPr><xdr:cNvPr id="{number}" name="Shape {number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        return f'<xdr:sp macro="" textlink="">{name}<xdr:spPr>{look}</xdr:spPr>{text_body(symbol.text)}</xdr:sp>'

    def group(self, frame, child):
        """`xdr:grpSp` at this frame, whose child counts in another scale from another origin."""
        number = self.next()
        outer = xfrm(*frame).replace("</a:xfrm>", "")
        left, top, width, height = inner(frame)
        scale = f'<a:chOff x="{emu(left)}" y="{emu(top)}"/><a:chExt cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
        name = f'<xdr:nvGrpSpPr><xdr:cNvPr id="{number}" name="Group {number}"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
        return f"<xdr:grpSp>{name}<xdr:grpSpPr>{outer}{scale}</xdr:grpSpPr>{child}</xdr:grpSp>"

    def connector(self, page, route, numbers, left, top):
        """One connector, tied to nothing."""
        number = self.next()
        x, y = self.grid.absolute(left + route.points[0][0], top + route.points[0][1])
        line, look = connector_look(route, (x - route.points[0][0], y - route.points[0][1]))
        name = f'<xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Line {number}"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>'
        self.anchor(line.seen, f'<xdr:cxnSp macro="">{name}<xdr:spPr>{look}</xdr:spPr></xdr:cxnSp>')

    def anchor(self, frame, inside):
        """An anchor on one cell, or an absolute one."""
        left, top, width, height = frame
        size = f'<xdr:ext cx="{emu(width)}" cy="{emu(height)}"/>'
        if self.number % 2:
            self.parts.append(f'<xdr:absoluteAnchor><xdr:pos x="{emu(left)}" y="{emu(top)}"/>{size}{inside}<xdr:clientData/></xdr:absoluteAnchor>')
        else:
            self.parts.append(f"<xdr:oneCellAnchor>{self.place(left, top)}{size}{inside}<xdr:clientData/></xdr:oneCellAnchor>")

    def place(self, x, y):
        """`xdr:from` of a place that is absolute on the sheet."""
        widths, (row, y_off) = self.grid.real_widths(), self.grid.row(y)
        column, x_off = self.grid.split(x, widths, lambda width: width)
        places = f"<xdr:col>{column}</xdr:col><xdr:colOff>{emu(x_off)}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>{emu(y_off)}</xdr:rowOff>"
        return f"<xdr:from>{places}</xdr:from>"


def inner(frame):
    """The frame of a child of a group, in the coordinates of the group."""
    left, top, width, height = frame
    return ORIGIN[0], ORIGIN[1], width * ZOOM, height * ZOOM
