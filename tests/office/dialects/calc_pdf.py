"""PDF that LibreOffice Calc makes of a workbook. Its connectors are free lines: Calc draws the bent ones of Excel another way
than they were drawn, over symbols and over one another, so that nobody could read that flow."""

import tempfile
from pathlib import Path

from dialects import xlsx_glued
from drawingml import emu, stroke, xfrm
from plan import plan_of
from programs import soffice
from sheets import cover, procedure, together
from spreadsheet import with_drawings, workbook

SUFFIX, NEEDS, PROGRAMS = "pdf", ["openpyxl"], ["soffice"]


def make(invention, path):
    """One PDF: the procedure on one page, or page by page with off-page symbols."""
    paged = invention.seed % 2 == 0
    plan = plan_of(invention, page_height=556 if paged else None)
    sheets = [together(plan)] if invention.seed % 4 == 0 else [cover(plan), procedure(plan)]
    with tempfile.TemporaryDirectory() as room:
        source = Path(room) / "source.xlsx"
        workbook(sheets, on_one_page=not paged).save(source)
        with_drawings(source, {len(sheets): xlsx_glued.drawing(Pen(sheets[-1]), sheets[-1])})
        soffice(source, "pdf", path)


class Pen(xlsx_glued.Pen):
    """Connectors as free lines with a head."""

    def connector(self, page, route, numbers, left, top):
        """One connector as a path of its own."""
        number = self.next()
        xs, ys = [x for x, _ in route.points], [y for _, y in route.points]
        frame = min(xs) + left, min(ys) + top, max(xs) - min(xs), max(ys) - min(ys)
        points = [f'<a:pt x="{emu(x - min(xs))}" y="{emu(y - min(ys))}"/>' for x, y in route.points]
        path = f"<a:moveTo>{points[0]}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
        size = f'w="{emu(frame[2])}" h="{emu(frame[3])}"'
        shape = (
            f'<a:custGeom><a:avLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path {size} fill="none">{path}</a:path></a:pathLst></a:custGeom>'
        )
        name = f'<xdr:nvSpPr><xdr:cNvPr id="{number}" name="Freeform {number}"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        look = f"{xfrm(*frame)}{shape}<a:noFill/>{stroke(route.head)}"
        self.anchor(frame, f'<xdr:sp macro="" textlink="">{name}<xdr:spPr>{look}</xdr:spPr></xdr:sp>')
