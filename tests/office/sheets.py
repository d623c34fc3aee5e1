"""The plan laid on sheets: cells by row and column, and where on the sheet each page of the drawing begins."""

from dataclasses import dataclass, field

from form import Cell, Table


@dataclass
class Sheet:
    """One sheet: a table over all its cells, and the pages drawn on it with the row where each begins."""

    title: str
    table: Table
    pages: list = field(default_factory=list)
    column: int = 0

    def drawn(self):
        """Each page with the left and top of its drawing in points of this sheet."""
        return [(page, self.table.left(self.column), self.table.top(row)) for page, row in self.pages]


def cover(plan, title="Identitas"):
    """The identity block on a sheet of its own."""
    return Sheet(title, plan.identity)


def procedure(plan, title="SOP", column=0):
    """All pages of the procedure one below the other, from this column on."""
    sheet = Sheet(title, Table([10.0] * column + list(plan.pages[0].table.widths), [], []), column=column)
    for page in plan.pages:
        add_page(sheet, page)
    return sheet


def add_page(sheet, page):
    """One page below what is there."""
    row = len(sheet.table.heights)
    sheet.pages.append((page, row))
    sheet.table.heights += page.table.heights
    sheet.table.cells += [moved(cell, row, sheet.column) for cell in page.table.cells]


def moved(cell, rows, columns):
    """The cell further down and right."""
    return Cell(cell.row + rows, cell.column + columns, cell.text, cell.columns, cell.rows, cell.bold, cell.centred)


def together(plan, title="SOP", column=0):
    """Identity and procedure on one sheet, the identity in merged cells of the columns below."""
    sheet = procedure(plan, title, column)
    widths = sheet.table.widths
    edges = nearest_edges(plan.identity, widths, column)
    top = len(plan.identity.heights) + 1
    cells = [stretched(cell, edges) for cell in plan.identity.cells]
    table = Table(widths, plan.identity.heights + [14] + sheet.table.heights, cells + [moved(cell, top, 0) for cell in sheet.table.cells])
    return Sheet(title, table, [(page, row + top) for page, row in sheet.pages], column)


def nearest_edges(identity, widths, column):
    """For every column edge of the identity block the edge of the sheet that lies nearest, always a later one."""
    edges = [column]
    base = sum(widths[:column])
    for at in range(1, len(identity.widths)):
        left = identity.left(at) + base
        choice = min(range(edges[-1] + 1, len(widths)), key=lambda edge: abs(sum(widths[:edge]) - left))
        edges.append(choice)
    return edges + [len(widths)]


def stretched(cell, edges):
    """A cell of the identity block on the columns of the sheet."""
    first, last = edges[cell.column], edges[cell.column + cell.columns]
    return Cell(cell.row, first, cell.text, last - first, cell.rows, cell.bold, cell.centred)


def pixels(points):
    """A width in whole pixels, as spreadsheets keep it."""
    return max(1, round(points * 4 / 3))


class Grid:
    """Turns points of the plan into a cell and the offset in it, for columns that were rounded to whole pixels."""

    def __init__(self, table):
        self.table = table

    def column(self, x):
        """Column and offset in points."""
        return self.split(x, self.table.widths, lambda width: pixels(width) * 0.75)

    def row(self, y):
        """Row and offset in points."""
        return self.split(y, self.table.heights, lambda height: height)

    @staticmethod
    def split(place, sizes, real):
        """The stretch in which a place lies and how far in."""
        for at, size in enumerate(sizes):
            if place < size or at == len(sizes) - 1:
                return at, max(0.0, place) / size * real(size)
            place -= size
        return 0, 0.0

    def real_widths(self):
        """The widths of the columns as the sheet has them."""
        return [pixels(width) * 0.75 for width in self.table.widths]

    def absolute(self, x, y):
        """The place on the sheet with its rounded columns."""
        at, offset = self.column(x)
        return sum(self.real_widths()[:at]) + offset, y


def with_helpers(sheet):
    """The same sheet with helper columns and rows: Kegiatan and the first lane over two columns, every step over two rows.

    The number stands in the upper row alone, the symbol mostly in the lower one."""
    first = sheet.column
    split = [first + 1, first + 2]
    column_at = [at + sum(at > it for it in split) for at in range(len(sheet.table.widths) + 1)]
    numbered = {row + at for page, row in sheet.pages for at in range(page.header, len(page.table.heights))}
    row_at = [at + sum(it < at for it in numbered) for at in range(len(sheet.table.heights) + 1)]
    widths = [part for at, width in enumerate(sheet.table.widths) for part in ([width * 0.6, width * 0.4] if at in split else [width])]
    heights = [part for at, height in enumerate(sheet.table.heights) for part in ([height * 0.3, height * 0.7] if at in numbered else [height])]
    cells = [widened(cell, column_at, row_at, cell.row in numbered and cell.column == first) for cell in sheet.table.cells]
    pages = [(page, row_at[row]) for page, row in sheet.pages]
    return Sheet(sheet.title, Table(widths, heights, cells), pages, first)


def widened(cell, column_at, row_at, is_number):
    """A cell on the finer grid; the number of a step stays in the upper row."""
    column, row = column_at[cell.column], row_at[cell.row]
    columns, rows = column_at[cell.column + cell.columns] - column, row_at[cell.row + cell.rows] - row
    return Cell(row, column, cell.text, columns, 1 if is_number else rows, cell.bold, cell.centred)
