"""XLSX in which half of the symbols are pictures: cover on its own sheet, table from column B with helper columns and rows,
units in number formats, dates as serial numbers."""

import datetime
import io
import re

from PIL import Image, ImageDraw

from dialects import xlsx_glued
from drawingml import xfrm
from dialects.html_pdf import outline
from form import MONTHS
from plan import SIZES, Symbol, plan_of
from sheets import cover, procedure, with_helpers
from spreadsheet import with_drawings, workbook

SUFFIX, NEEDS, PROGRAMS = "xlsx", ["openpyxl", "Pillow"], []
SIMPLE = re.compile(r"(\d+) (menit|jam|hari|hari kerja)", re.IGNORECASE)
DATE = re.compile(r"(\d{1,2})[ -](\w+)[ -](\d{4})")
PICTURES = ["mulai", "selesai", "proses", "keputusan", "halaman"]


def make(invention, path):
    """One workbook."""
    plan = plan_of(invention)
    sheets = [cover(plan, "COVER"), with_helpers(procedure(plan, column=1))]
    workbook(sheets, value).save(path)
    drawing = xlsx_glued.drawing(Pen(sheets[1]), sheets[1])
    with_drawings(path, {2: drawing}, {f"{kind}.png": picture(kind) for kind in PICTURES})


def value(cell):
    """What a cell holds: durations as numbers under a format with the unit, dates as dates."""
    simple, date = SIMPLE.fullmatch(cell.text), DATE.fullmatch(cell.text)
    if simple:
        return int(simple[1]), f'0" {simple[2]}"'
    if date:
        month = int(date[2]) if date[2].isdigit() else [name.lower() for name in MONTHS].index(date[2].lower()) + 1
        return datetime.date(int(date[3]), month, int(date[1])), "[$-421]dd mmmm yyyy"
    return (int(cell.text), None) if cell.text.isdigit() else (cell.text, None)


def picture(kind):
    """A symbol as a PNG."""
    width, height = (size * 4 for size in SIZES[kind])
    image = Image.new("RGBA", (width + 1, height + 1), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    symbol = Symbol(kind, 0, 0, width / 2, height / 2, width - 4, height - 4)
    corners = outline(symbol)
    if corners:
        pen.polygon(corners, fill="white", outline="black", width=4)
    else:
        pen.rounded_rectangle(symbol.box, radius=height / 2 - 3 if kind in ("mulai", "selesai") else 0, fill="white", outline="black", width=4)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


class Pen(xlsx_glued.Pen):
    """Every second symbol as a picture; connectors are glued to pictures, too."""

    def symbol(self, symbol, left, top):
        """One symbol; a letter cannot stand in a picture."""
        if self.number % 2 or symbol.text:
            return super().symbol(symbol, left, top)
        number = self.next()
        x, y, right, bottom = symbol.box
        frame = x + left, y + top, right - x, bottom - y
        link = f"rId{PICTURES.index(symbol.kind) + 1}"
        name = f'<xdr:nvPicPr><xdr:cNvPr id="{number}" name="Graphic {number}"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        fill = f'<xdr:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        look = f'<xdr:spPr>{xfrm(*frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>'
        self.anchor(frame, f"<xdr:pic>{name}{fill}{look}</xdr:pic>")
        return number
