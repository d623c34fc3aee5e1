"""XLSX as Excel writes it: two-cell anchors, connectors glued to their symbols; identity on the same sheet or on its own."""

from drawingml import PRESETS, SITES, WHITE, connector_look, emu, geometry, side_of, stroke, xfrm
from plan import plan_of
from sheets import Grid, cover, procedure, together
from spreadsheet import text_body, with_drawings, workbook

SUFFIX, NEEDS, PROGRAMS = "xlsx", ["openpyxl"], []


def make(invention, path):
    """One workbook."""
    write(plan_of(invention), path, one_sheet=invention.seed % 2 == 0)


def write(plan, path, one_sheet):
    """A plan as a workbook."""
    sheets = [together(plan)] if one_sheet else [cover(plan), procedure(plan)]
    workbook(sheets).save(path)
    with_drawings(path, {len(sheets): drawing(Pen(sheets[-1]), sheets[-1])})


def drawing(pen, sheet):
    """All symbols, connectors, and words of a sheet, as this pen writes them."""
    for page, left, top in sheet.drawn():
        pen.page(page, left, top)
    return "".join(pen.parts)


class Pen:
    """Writes anchors one after the other, each with a number of its own."""

    def __init__(self, sheet):
        self.grid, self.parts, self.number = Grid(sheet.table), [], 1

    def page(self, page, left, top):
        """One page of the drawing, from this place of the sheet on."""
        numbers = [self.symbol(symbol, left, top) for symbol in page.symbols]
        for route in page.routes:
            self.connector(page, route, numbers, left, top)
        for word in page.words:
            self.word(word, left, top)

    def next(self):
        """A new number."""
        self.number += 1
        return self.number

    def symbol(self, symbol, left, top):
        """One symbol; its number."""
        number = self.next()
        x, y, right, bottom = symbol.box
        frame = x + left, y + top, right - x, bottom - y
        look = xfrm(*frame) + geometry(PRESETS[symbol.kind]) + WHITE + stroke()
        name = f'<xdr:nvSpPr><xdr:cNvPr id="{number}" name="Flowchart {number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        self.anchor(frame, f'<xdr:sp macro="" textlink="">{name}<xdr:spPr>{look}</xdr:spPr>{text_body(symbol.text)}</xdr:sp>')
        return number

    def connector(self, page, route, numbers, left, top):
        """One connector, glued at both ends."""
        number = self.next()
        line, look = connector_look(route, (left, top))
        ends = ""
        for tag, symbol, point in (("stCxn", route.source, route.points[0]), ("endCxn", route.target, route.points[-1])):
            site = SITES[side_of(page.symbols[symbol], point)]
            ends += f'<a:{tag} id="{numbers[symbol]}" idx="{site}"/>'
        name = f'<xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Connector {number}"/><xdr:cNvCxnSpPr>{ends}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
        self.anchor(line.seen, f'<xdr:cxnSp macro="">{name}<xdr:spPr>{look}</xdr:spPr></xdr:cxnSp>')

    def word(self, word, left, top):
        """A loose word without fill and outline."""
        number = self.next()
        frame = word.x + left, word.y + top, word.width, word.height
        look = xfrm(*frame) + geometry("rect") + "<a:noFill/><a:ln><a:noFill/></a:ln>"
        name = f'<xdr:nvSpPr><xdr:cNvPr id="{number}" name="TextBox {number}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>'
        self.anchor(frame, f'<xdr:sp macro="" textlink="">{name}<xdr:spPr>{look}</xdr:spPr>{text_body(word.text, box=True)}</xdr:sp>')

    def anchor(self, frame, inside):
        """A two-cell anchor."""
        left, top, width, height = frame
        corners = self.corner("from", left, top) + self.corner("to", left + width, top + height)
        self.parts.append(f"<xdr:twoCellAnchor>{corners}{inside}<xdr:clientData/></xdr:twoCellAnchor>")

    def corner(self, tag, x, y):
        """One corner of an anchor."""
        (column, x_off), (row, y_off) = self.grid.column(x), self.grid.row(y)
        places = f"<xdr:col>{column}</xdr:col><xdr:colOff>{emu(x_off)}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>{emu(y_off)}</xdr:rowOff>"
        return f"<xdr:{tag}>{places}</xdr:{tag}>"
