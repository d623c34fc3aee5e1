"""PDF drawn by hand the way three programs draw it, in turn by seed, over pages of which each may have another grid:

Word: a connector with its head is one filled polygon, rules are thin filled rectangles, outlines are rings about a white fill;
WPS: rules and outlines are strokes; Word 2024: a bent connector is a stroked line, its head a piece that ends short of the box.
Every fifth file has dashed lines: many small rectangles in one path."""

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from dialects.html_pdf import head, outline
from plan import plan_of

SUFFIX, NEEDS, PROGRAMS = "pdf", ["reportlab"], []
MARGIN = 22
SIZE, LEAD = 8, 10
PROGRAM = ["word", "wps", "word2024"]


def make(invention, path):
    """One PDF."""
    write(plan_of(invention, page_height=612 - 2 * MARGIN, repeat_header=invention.seed % 2 == 0, shift=8), invention.seed, path)


def write(plan, seed, path):
    """A plan as a PDF, in the manner of this seed."""
    pen = Pen(path, plan.paper(MARGIN), PROGRAM[seed % 3], dashed=seed % 5 == 0)
    pen.table(plan.identity)
    pen.canvas.showPage()
    for page in plan.pages:
        pen.table(page.table)
        pen.drawing(page)
        pen.canvas.showPage()
    pen.canvas.save()


class Pen:
    """Draws on one page after the other, in points from the left top corner of its margin."""

    def __init__(self, path, paper, program, dashed):
        self.canvas, self.paper, self.program, self.dashed = Canvas(str(path), pagesize=paper), paper, program, dashed

    def at(self, x, y):
        """A point of the plan on the paper."""
        return MARGIN + x, self.paper[1] - MARGIN - y

    def table(self, table):
        """Rules and texts of a table."""
        for cell in table.cells:
            left, top, width, height = table.box(cell)
            for box in ((left, top, width, 0), (left, top + height, width, 0), (left, top, 0, height), (left + width, top, 0, height)):
                self.rule(*box)
            self.text(cell, left, top, width, height)

    def rule(self, left, top, width, height):
        """One border of one cell."""
        if self.program == "wps":
            self.canvas.setLineWidth(0.5)
            self.canvas.line(*self.at(left, top), *self.at(left + width, top + height))
        else:
            x, y = self.at(left, top + height)
            self.canvas.rect(x - 0.24, y - 0.24, width + 0.48, height + 0.48, stroke=0, fill=1)

    def text(self, cell, left, top, width, height):
        """The lines of a cell, wrapped at its width."""
        font = "Helvetica-Bold" if cell.bold else "Helvetica"
        lines = [line for part in cell.text.split("\n") for line in wrapped(part, font, width - 6)]
        y = top + (height - LEAD * len(lines)) / 2 if cell.centred else top + 2
        self.canvas.setFont(font, SIZE)
        for at, line in enumerate(lines):
            x = left + (width - stringWidth(line, font, SIZE)) / 2 if cell.centred else left + 3
            self.canvas.drawString(*self.at(x, y + LEAD * at + 8), line)

    def drawing(self, page):
        """Symbols, connectors, and words."""
        for symbol in page.symbols:
            self.symbol(symbol)
        for route in page.routes:
            self.connector(route, self.dashed and (route.word == "Tidak" or not route.head))
        self.canvas.setFont("Helvetica", 7.5)
        for word in page.words:
            self.canvas.drawString(*self.at(word.x, word.y + 7.5), word.text)

    def symbol(self, symbol):
        """One symbol with the word in it."""
        if self.program == "wps":
            self.closed(symbol, 0, stroke=1)
        else:
            self.closed(symbol, 0, stroke=0)
            self.ring(symbol)
        if symbol.text:
            self.canvas.setFont("Helvetica", 6.5)
            self.canvas.drawCentredString(*self.at(symbol.x, symbol.y + 2.3), symbol.text)

    def closed(self, symbol, shrink, stroke):
        """The white shape of a symbol."""
        self.canvas.setFillGray(1)
        self.canvas.setLineWidth(0.75)
        path = self.canvas.beginPath()
        self.trace(path, symbol, shrink)
        self.canvas.drawPath(path, stroke=stroke, fill=1)
        self.canvas.setFillGray(0)

    def ring(self, symbol):
        """The outline as the area between two outlines."""
        path = self.canvas.beginPath()
        self.trace(path, symbol, -0.4)
        self.trace(path, symbol, 0.4)
        self.canvas.drawPath(path, stroke=0, fill=1, fillMode=0)

    def trace(self, path, symbol, shrink):
        """The outline of a symbol, made smaller on every side."""
        left, top, right, bottom = symbol.box
        x, y = self.at(left + shrink, bottom - shrink)
        width, height = right - left - 2 * shrink, bottom - top - 2 * shrink
        corners = outline(symbol)
        if corners:
            scale_x, scale_y = width / (right - left), height / (bottom - top)
            moved = [self.at(symbol.x + (px - symbol.x) * scale_x, symbol.y + (py - symbol.y) * scale_y) for px, py in corners]
            path.moveTo(*moved[0])
            for point in moved[1:]:
                path.lineTo(*point)
            path.close()
        elif symbol.kind in ("mulai", "selesai"):
            path.roundRect(x, y, width, height, height / 2)
        else:
            path.moveTo(x, y)
            for point in ((x + width, y), (x + width, y + height), (x, y + height)):
                path.lineTo(*point)
            path.close()

    def connector(self, route, dashed):
        """One connector in the manner of the program."""
        points = route.points
        if dashed:
            self.dashes(points)
            if route.head:
                self.filled(head(points[-2], points[-1]))
        elif self.program == "word2024" and len(points) > 2:
            self.stroked_short(points, route.head)
        elif self.program == "wps":
            self.stroked(points)
            if route.head:
                self.filled(head(points[-2], points[-1]))
        else:
            self.filled(ribbon(points, route.head))

    def filled(self, corners):
        """A filled polygon."""
        path = self.canvas.beginPath()
        path.moveTo(*self.at(*corners[0]))
        for point in corners[1:]:
            path.lineTo(*self.at(*point))
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def stroked(self, points):
        """A line through points."""
        self.canvas.setLineWidth(0.75)
        path = self.canvas.beginPath()
        path.moveTo(*self.at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self.at(*point))
        self.canvas.drawPath(path, stroke=1, fill=0)

    def stroked_short(self, points, has_head):
        """A bent line that ends, with its head, some points before the symbol."""
        last = length(points[-2], points[-1])
        gap = min(12, max(3, last - 8)) if has_head else 0
        tip = toward(points[-1], points[-2], gap)
        stop = toward(points[-1], points[-2], gap + min(4, max(0, last - gap - 1))) if has_head else tip
        self.stroked(points[:-1] + [stop])
        if has_head:
            self.filled(head(points[-2], tip))

    def dashes(self, points):
        """A dashed line: small rectangles in one path."""
        path = self.canvas.beginPath()
        for one, other in zip(points, points[1:]):
            total, done = length(one, other), 0.0
            while done < total - 1:
                a, b = toward(one, other, done), toward(one, other, min(done + 4, total))
                left, top = min(a[0], b[0]) - 0.4, min(a[1], b[1]) - 0.4
                x, y = self.at(left, max(a[1], b[1]) + 0.4)
                path.rect(x, y, max(a[0], b[0]) + 0.4 - left, max(a[1], b[1]) + 0.4 - top)
                done += 7
        self.canvas.drawPath(path, stroke=0, fill=1)


def wrapped(text, font, room):
    """A paragraph in lines that fit."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and stringWidth(longer, font, SIZE) > room:
            lines.append(line)
            longer = word
        line = longer
    return lines + [line]


def length(one, other):
    """How far apart two points are."""
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


def toward(start, goal, distance):
    """The point so far from `start` on the way to `goal`."""
    total = length(start, goal) or 1
    return start[0] + (goal[0] - start[0]) * distance / total, start[1] + (goal[1] - start[1]) * distance / total


def ribbon(points, has_head, half=0.4):
    """A line with its head as one polygon: along one side, about the head, and back along the other."""
    if has_head:
        tip, left, right = head(points[-2], points[-1])
        base = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
        points = points[:-1] + [base]
    sides = [side(points, half), side(points, -half)]
    return sides[0] + ([left, tip, right] if has_head else []) + sides[1][::-1]


def side(points, half):
    """The points moved to one side, at the corners along both stretches."""
    moved = []
    for at, point in enumerate(points):
        shift_x = shift_y = 0.0
        for one, other in stretches(points, at):
            total = length(one, other) or 1
            dx, dy = (other[0] - one[0]) / total, (other[1] - one[1]) / total
            shift_x, shift_y = shift_x or -dy * half, shift_y or dx * half
        moved.append((point[0] + shift_x, point[1] + shift_y))
    return moved


def stretches(points, at):
    """The stretches of a line that meet at one of its points."""
    before = [(points[at - 1], points[at])] if at else []
    return before + ([(points[at], points[at + 1])] if at + 1 < len(points) else [])
