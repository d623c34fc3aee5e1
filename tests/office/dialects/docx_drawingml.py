"""DOCX as Word writes it: every symbol anchored in its cell, connectors loose, each shape with a VML copy beside it."""

import vml
from drawingml import PRESETS, WHITE, connector_look, geometry, stroke, xfrm
from letter import MARGIN, add_run, add_table, anchor, both, new_document
from plan import plan_of

SUFFIX, NEEDS, PROGRAMS = "docx", ["python-docx"], []
TALLEST = 1500


def make(invention, path):
    """One document, on paper as tall as the procedure needs."""
    write(plan_of(invention, page_height=TALLEST), path)


def write(plan, path):
    """A plan as a document."""
    tall = max(page.table.height for page in plan.pages)
    document = new_document(plan.pages[0].table.width + 2 * MARGIN + 2, max(620, min(1580, tall + 2 * MARGIN + 40)))
    add_table(document, plan.identity)
    pen = Pen()
    for page in plan.pages:
        document.add_paragraph().paragraph_format.page_break_before = True
        lanes = range(2, len(page.table.widths) - 4)
        _, rows = add_table(document, page.table, lanes)
        pen.page(page, rows)
    document.save(path)


class Pen:
    """Puts shapes into cells."""

    def __init__(self):
        self.number = 0

    def page(self, page, rows):
        """The drawing of one page into the cells of its table."""
        for symbol in page.symbols:
            self.put(page, rows, symbol, self.symbol(page, symbol))
        for route in page.routes:
            source = page.symbols[route.source]
            self.put(page, rows, source, self.connector(page, route, source))
        for word in page.words:
            holder = self.holder(page, word)
            self.put(page, rows, holder, self.word(page, word, holder))

    @staticmethod
    def holder(page, word):
        """The symbol whose cell a word is anchored in: the nearest."""
        return min(page.symbols, key=lambda symbol: abs(symbol.x - word.x) + abs(symbol.y - word.y))

    @staticmethod
    def corner(page, symbol):
        """The left top corner of the cell of a symbol."""
        return page.table.left(symbol.column), page.table.top(symbol.row)

    def next(self):
        """A new number."""
        self.number += 1
        return self.number

    def put(self, page, rows, symbol, inside):
        """Some XML into the cell of a symbol."""
        add_run(rows[symbol.row][symbol.column].paragraphs[0], inside)

    def symbol(self, page, symbol):
        """One symbol."""
        number, (left, top) = self.next(), self.corner(page, symbol)
        x, y, right, bottom = symbol.box
        frame = x - left, y - top, right - x, bottom - y
        look = f"{xfrm(0, 0, *frame[2:])}{geometry(PRESETS[symbol.kind])}{WHITE}{stroke()}"
        inside = f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{look}</wps:spPr>{words(symbol.text)}</wps:wsp>"
        return both(anchor(frame, number, "Flowchart", inside), vml.symbol(symbol, left, top, number))

    def connector(self, page, route, source):
        """One connector, tied to nothing."""
        number, (left, top) = self.next(), self.corner(page, source)
        line, look = connector_look(route, (-left, -top))
        frame = line.left, line.top, line.width, line.height
        look = look.replace(look[: look.index("</a:xfrm>") + 9], xfrm(0, 0, line.width, line.height, line.turn, line.flip_x, line.flip_y))
        inside = f"<wps:wsp><wps:cNvCnPr/><wps:spPr>{look}</wps:spPr><wps:bodyPr/></wps:wsp>"
        moved = [(x - left, y - top) for x, y in route.points]
        return both(anchor(frame, number, "Connector", inside), vml.connector(moved, route.head, number))

    def word(self, page, word, holder):
        """A loose word."""
        number, (left, top) = self.next(), self.corner(page, holder)
        frame = word.x - left, word.y - top, word.width, word.height
        look = f"{xfrm(0, 0, *frame[2:])}{geometry('rect')}<a:noFill/><a:ln><a:noFill/></a:ln>"
        inside = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{look}</wps:spPr>{words(word.text)}</wps:wsp>'
        return both(anchor(frame, number, "Text Box", inside), vml.word(word, left, top, number))


def words(text):
    """The words in a shape."""
    body = '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
    if not text:
        return body
    run = f'<w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t>{text}</w:t></w:r>'
    return f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run}</w:p></w:txbxContent></wps:txbx>{body}'
