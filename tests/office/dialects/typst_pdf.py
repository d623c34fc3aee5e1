"""PDF by Typst: a table, and shapes placed over its lanes; long flows over several pages."""

import json

import typst

from dialects.html_pdf import head, outline
from plan import plan_of

SUFFIX, NEEDS, PROGRAMS = "pdf", ["typst"], []
MARGIN = 22


def make(invention, path):
    """One PDF."""
    plan = plan_of(invention, page_height=612 - 2 * MARGIN, repeat_header=invention.seed % 2 == 1)
    width, height = plan.paper(MARGIN)
    setup = f'#set page(width: {width}pt, height: {height}pt, margin: {MARGIN}pt)\n#set text(size: 8pt, font: "Liberation Sans")\n#set par(leading: 3pt)\n'
    parts = [table(plan.identity)] + [table(page.table) + drawing(page) for page in plan.pages]
    typst.compile((setup + "\n#pagebreak()\n".join(parts)).encode(), output=str(path))


def table(grid):
    """The table at the corner of the page."""
    columns, rows = (", ".join(f"{size}pt" for size in sizes) + "," for sizes in (grid.widths, grid.heights))
    cells = ", ".join(cell_of(cell) for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)))
    return f"#place(top + left, table(columns: ({columns}), rows: ({rows}), inset: 3pt, stroke: 0.6pt, {cells}))\n"


def cell_of(cell):
    """One cell, its text as a string so that no sign means anything."""
    lines = " + linebreak() + ".join(f"text({json.dumps(line, ensure_ascii=False)})" for line in cell.text.split("\n"))
    text = f"strong({{{lines}}})" if cell.bold else f"{{{lines}}}"
    place = f"x: {cell.column}, y: {cell.row}, colspan: {cell.columns}, rowspan: {cell.rows}"
    return f"table.cell({place}, align: {'center + horizon' if cell.centred else 'left + top'}, {text})"


def drawing(page):
    """Symbols, connectors, and words of one page."""
    parts = [shape(symbol) for symbol in page.symbols]
    for route in page.routes:
        parts.append(polyline(route.points))
        if route.head:
            parts.append(polygon(head(route.points[-2], route.points[-1]), "fill: black"))
    parts += [words(word.text, word.x, word.y, 7.5) for word in page.words]
    return "\n".join(parts)


def shape(symbol):
    """One symbol with its word."""
    left, top, right, bottom = symbol.box
    corners = outline(symbol)
    if corners:
        made = polygon(corners, "fill: white, stroke: 0.8pt")
    else:
        radius = (bottom - top) / 2 if symbol.kind in ("mulai", "selesai") else 0
        made = f"#place(top + left, dx: {left}pt, dy: {top}pt, rect(width: {right - left}pt, height: {bottom - top}pt, radius: {radius}pt, fill: white, stroke: 0.8pt))"
    text = f"#place(top + left, dx: {left}pt, dy: {top}pt, box(width: {right - left}pt, height: {bottom - top}pt, align(center + horizon, text(size: 6.5pt, {json.dumps(symbol.text)}))))"
    return made + ("\n" + text if symbol.text else "")


def points_of(points):
    """Points as Typst writes them."""
    return ", ".join(f"({x:.2f}pt, {y:.2f}pt)" for x, y in points)


def polygon(corners, look):
    """A closed shape."""
    return f"#place(top + left, polygon({look}, {points_of(corners)}))"


def polyline(points):
    """An open line."""
    lines = ", ".join(f"curve.line(({x:.2f}pt, {y:.2f}pt))" for x, y in points[1:])
    return f"#place(top + left, curve(stroke: 0.8pt, curve.move({points_of(points[:1])}), {lines}))"


def words(text, x, y, size):
    """A loose word."""
    return f"#place(top + left, dx: {x}pt, dy: {y + 1}pt, text(size: {size}pt, {json.dumps(text)}))"
