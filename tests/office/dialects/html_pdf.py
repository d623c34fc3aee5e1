"""A form of HTML tables with an SVG over the lanes, printed by Chromium; long flows over several pages."""

import tempfile
from html import escape
from pathlib import Path

from plan import plan_of
from programs import chromium

SUFFIX, NEEDS, PROGRAMS = "pdf", [], ["chromium"]
MARGIN = 20
CSS = """
body { font: 8pt Arial, sans-serif; margin: 0 }
table { border-collapse: collapse; table-layout: fixed } td { border: .75pt solid #000; padding: 2pt 4pt; overflow: hidden; box-sizing: border-box }
.page { position: relative; break-before: page } .page:first-child { break-before: auto }
svg { position: absolute; left: 0; top: 0; overflow: visible } .b { font-weight: bold } .c { text-align: center }
"""


def make(invention, path):
    """One PDF."""
    plan = plan_of(invention, page_height=612 - 2 * MARGIN, repeat_header=invention.seed % 2 == 0)
    parts = [f"<div class=page>{table_html(plan.identity)}</div>"]
    parts += [f"<div class=page>{table_html(page.table)}{svg(page)}</div>" for page in plan.pages]
    with tempfile.TemporaryDirectory() as room:
        source = Path(room) / "form.html"
        paper = "@page { size: %dpt %dpt; margin: %dpt }" % (*plan.paper(MARGIN + 1), MARGIN)
        source.write_text(f"<!doctype html><meta charset=utf-8><style>{paper}{CSS}</style>{''.join(parts)}", encoding="utf-8")
        chromium(source, path)


def table_html(table):
    """One table with fixed widths and heights."""
    columns = "".join(f"<col style='width:{width}pt'>" for width in table.widths)
    rows = []
    for row, height in enumerate(table.heights):
        cells = sorted((cell for cell in table.cells if cell.row == row), key=lambda cell: cell.column)
        rows.append(f"<tr style='height:{height}pt'>" + "".join(map(cell_html, cells)) + "</tr>")
    return f"<table style='width:{table.width}pt'><colgroup>{columns}</colgroup>{''.join(rows)}</table>"


def cell_html(cell):
    """One cell."""
    look = " ".join(["b"] * cell.bold + ["c"] * cell.centred)
    text = escape(cell.text).replace("\n", "<br>")
    return f"<td class='{look}' colspan={cell.columns} rowspan={cell.rows}>{text}</td>"


def svg(page):
    """The drawing of one page."""
    parts = [shape(symbol) for symbol in page.symbols]
    parts += [line(route) for route in page.routes]
    parts += [f"<text x='{word.x}' y='{word.y + 7.5}' font-size='7.5'>{word.text}</text>" for word in page.words]
    size = f"width='{page.table.width}pt' height='{page.table.height}pt' viewBox='0 0 {page.table.width} {page.table.height}'"
    return f"<svg {size} fill='none' stroke='none'>{''.join(parts).replace('<text', '<text fill=black')}</svg>"


def shape(symbol):
    """One symbol with the word in it."""
    left, top, right, bottom = symbol.box
    look = "fill='white' stroke='black' stroke-width='1'"
    text = f"<text x='{symbol.x}' y='{symbol.y + 2.5}' font-size='7' text-anchor='middle'>{symbol.text}</text>" if symbol.text else ""
    corners = outline(symbol)
    if corners:
        return f"<polygon points='{' '.join(f'{x},{y}' for x, y in corners)}' {look}/>{text}"
    round_by = symbol.height / 2 if symbol.kind in ("mulai", "selesai") else 0
    return f"<rect x='{left}' y='{top}' width='{right - left}' height='{bottom - top}' rx='{round_by}' {look}/>{text}"


def outline(symbol):
    """The corners of a diamond or of an off-page symbol; nothing for others."""
    left, top, right, bottom = symbol.box
    if symbol.kind == "keputusan":
        return [(symbol.x, top), (right, symbol.y), (symbol.x, bottom), (left, symbol.y)]
    if symbol.kind == "halaman":
        return [(left, top), (right, top), (right, symbol.y + 2), (symbol.x, bottom), (left, symbol.y + 2)]
    return []


def line(route):
    """One connector, its head a filled triangle."""
    points = route.points
    path = f"<polyline points='{' '.join(f'{x},{y}' for x, y in points)}' stroke='black' stroke-width='1'/>"
    if not route.head:
        return path
    corners = " ".join(f"{x},{y}" for x, y in head(points[-2], points[-1]))
    return f"{path}<polygon points='{corners}' fill='black'/>"


def head(before, tip, long=5, wide=2.2):
    """The corners of an arrowhead that ends at `tip`."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    size = (dx * dx + dy * dy) ** 0.5 or 1
    ux, uy = dx / size, dy / size
    base = tip[0] - long * ux, tip[1] - long * uy
    return [tip, (base[0] - wide * uy, base[1] + wide * ux), (base[0] + wide * uy, base[1] - wide * ux)]
