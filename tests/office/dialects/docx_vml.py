"""DOCX of an older Word: bare VML or mixed with DrawingML, strays parked off the page, numbers by lists, omitted grid columns,
rows in content controls, tracked changes."""

import copy

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

import vml
from dialects import docx_drawingml
from letter import MARGIN, NAMESPACES, add_run, add_table, new_document
from plan import plan_of

SUFFIX, NEEDS, PROGRAMS = "docx", ["python-docx"], []


def make(invention, path):
    """One document."""
    plan = plan_of(invention, page_height=docx_drawingml.TALLEST)
    tall = max(page.table.height for page in plan.pages)
    document = new_document(plan.pages[0].table.width + 2 * MARGIN + 2, max(620, min(1580, tall + 2 * MARGIN + 40)))
    made, _ = add_table(document, plan.identity, exact=False)
    number_lists(document, made)
    pen = Pen(mixed=invention.seed % 3 == 0)
    for page in plan.pages:
        document.add_paragraph().paragraph_format.page_break_before = True
        made, rows = add_table(document, page.table, range(2, len(page.table.widths) - 4))
        pen.page(page, rows)
        pen.strays(rows[page.header][2])
        if invention.seed % 2 == 0 and len(plan.pages) == 1:
            number_by_list(document, page, rows)
        if page.header:
            omit_first_columns(made)
        track_change(rows[page.header][1])
        control_row(made, len(page.table.heights) - 1)
    document.save(path)


class Pen(docx_drawingml.Pen):
    """VML alone; where the document is mixed, every third shape in DrawingML with its copy."""

    def __init__(self, mixed):
        super().__init__()
        self.mixed = mixed

    def is_new(self):
        """The next shape is a DrawingML one."""
        return self.mixed and self.number % 3 == 2

    def symbol(self, page, symbol):
        if self.is_new():
            return super().symbol(page, symbol)
        left, top = self.corner(page, symbol)
        return f"<w:pict>{vml.symbol(symbol, left, top, self.next())}</w:pict>"

    def connector(self, page, route, source):
        if self.is_new():
            return super().connector(page, route, source)
        left, top = self.corner(page, source)
        points = [(x - left, y - top) for x, y in route.points]
        draw = vml.connector if self.number % 2 else vml.polyline
        return f"<w:pict>{draw(points, route.head, self.next())}</w:pict>"

    def word(self, page, word, holder):
        if self.is_new():
            return super().word(page, word, holder)
        left, top = self.corner(page, holder)
        return f"<w:pict>{vml.word(word, left, top, self.next())}</w:pict>"

    def strays(self, box):
        """Two boxes that somebody parked off the page."""
        for at in range(2):
            place = vml.style(-1900 - 40 * at, -300, 30, 20)
            add_run(box.paragraphs[0], f'<w:pict><v:rect id="_x0000_s{1026 + self.next()}" style="{place}" fillcolor="white"/></w:pict>')


def number_lists(document, made):
    """`1. …` lines of the sections become paragraphs that Word numbers."""
    for box in {cell._tc: cell for row in made.rows for cell in row.cells}.values():
        lines = box.text.split("\n")
        if len(lines) > 1 and all(line.startswith(f"{at}. ") for at, line in enumerate(lines, 1)):
            first = box.paragraphs[0]
            for run in list(first.runs):
                run._r.getparent().remove(run._r)
            list_id = new_list(document)
            for at, line in enumerate(lines):
                paragraph = first if at == 0 else box.add_paragraph()
                paragraph.add_run(line.split(". ", 1)[1])
                numbered(paragraph, list_id)


def number_by_list(document, page, rows):
    """The column No without any text: Word counts."""
    list_id = new_list(document)
    for row in range(page.header, len(page.table.heights)):
        paragraph = rows[row][0].paragraphs[0]
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)
        numbered(paragraph, list_id)


def new_list(document):
    """A numbering of its own that begins at 1; its id."""
    numbering = document.part.numbering_part.numbering_definitions._numbering
    known = [int(it.get(qn("w:abstractNumId"))) for it in numbering.findall(qn("w:abstractNum"))]
    ident = max(known, default=0) + 1
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>'
    abstract = parse_xml(f'<w:abstractNum {NAMESPACES} w:abstractNumId="{ident}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>')
    numbering.insert(len(known), abstract)
    return numbering.add_num(ident).numId


def numbered(paragraph, list_id):
    """A paragraph of that list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_id


def omit_first_columns(made):
    """The second header row begins after omitted grid columns, as rows that somebody cut do."""
    row = made._tbl.tr_lst[1]
    cells = row.tc_lst
    span = sum(cell.grid_span for cell in cells[:2])
    for cell in cells[:2]:
        row.remove(cell)
    for cell in made._tbl.tr_lst[0].tc_lst[:2]:
        merge = cell.tcPr.find(qn("w:vMerge"))
        if merge is not None:
            cell.tcPr.remove(merge)
    before = OxmlElement("w:gridBefore")
    before.set(qn("w:val"), str(span))
    row.get_or_add_trPr().insert(0, before)


def track_change(box):
    """Deleted and inserted words in a cell; what counts is the text after both."""
    run = box.paragraphs[0].runs[0]._r
    text = "".join(part.text or "" for part in run.findall(qn("w:t")))
    head, _, tail = text.partition(" ")
    if not tail:
        return
    marks = 'w:id="901" w:author="Penyunting" w:date="2024-01-01T00:00:00Z"'
    deleted = parse_xml(f'<w:del {NAMESPACES} {marks}><w:r><w:delText xml:space="preserve">Coba {head} </w:delText></w:r></w:del>')
    inserted = parse_xml(f"<w:ins {NAMESPACES} {marks.replace('901', '902')}></w:ins>")
    fresh = copy.deepcopy(run)
    for part in fresh.findall(qn("w:t")):
        part.text = ""
    fresh.find(qn("w:t")).text = f"{head} "
    fresh.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    inserted.append(fresh)
    first = run.find(qn("w:t"))
    for part in run.findall(qn("w:t"))[1:]:
        run.remove(part)
    first.text = tail
    run.addprevious(deleted)
    run.addprevious(inserted)


def control_row(made, at):
    """A row inside a content control."""
    row = made._tbl.tr_lst[at]
    control = parse_xml(f'<w:sdt {NAMESPACES}><w:sdtPr><w:id w:val="{7000 + at}"/></w:sdtPr><w:sdtContent></w:sdtContent></w:sdt>')
    row.addprevious(control)
    control.find(qn("w:sdtContent")).append(row)
