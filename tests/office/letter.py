"""Tables by python-docx, with fixed columns and rows, ready for shapes that are anchored in their cells."""

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

NAMESPACES = " ".join(
    f'xmlns:{name}="{uri}"'
    for name, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
MARGIN = 24


def new_document(width, height):
    """An empty document on paper of this size."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(MARGIN)
    section.header_distance = section.footer_distance = Pt(8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(8)
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1
    return document


def add_table(document, table, lanes=range(0), exact=True):
    """A table of the plan; its lanes have no margins, so that offsets count from their edges."""
    made = document.add_table(rows=len(table.heights), cols=len(table.widths))
    made.style = "Table Grid"
    made.autofit = False
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    zero_indent(made)
    for column, width in zip(made.columns, table.widths):
        column.width = Pt(width)
    rows = [list(row.cells) for row in made.rows]
    for row, height in zip(made.rows, table.heights):
        row.height, row.height_rule = Pt(height), WD_ROW_HEIGHT_RULE.EXACTLY if exact else WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in table.cells:
        box = rows[cell.row][cell.column]
        if cell.rows > 1 or cell.columns > 1:
            box = box.merge(rows[cell.row + cell.rows - 1][cell.column + cell.columns - 1])
        fill(box, cell)
    for row in range(len(table.heights)):
        for column in range(len(table.widths)):
            rows[row][column].width = Pt(table.widths[column]) if rows[row][column]._tc.grid_span == 1 else rows[row][column].width
            if column in lanes:
                no_margins(rows[row][column]._tc)
    return made, rows


def zero_indent(made):
    """The left edge of the table at the margin of the page."""
    properties = made._tbl.tblPr
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), "0")
    indent.set(qn("w:type"), "dxa")
    properties.append(indent)


def fill(box, cell):
    """Text of a cell, a line break where the plan has one."""
    paragraph = box.paragraphs[0]
    if cell.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.bold = cell.bold
    for at, line in enumerate(cell.text.split("\n")):
        if at:
            run.add_break()
        run.add_text(line)


def no_margins(tc):
    """A cell without inner margins."""
    properties = tc.get_or_add_tcPr()
    if properties.find(qn("w:tcMar")) is not None:
        return
    margins = OxmlElement("w:tcMar")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.append(margins)


def add_run(paragraph, inside):
    """A run with some XML in it at the end of a paragraph."""
    paragraph._p.append(parse_xml(f"<w:r {NAMESPACES}><w:rPr><w:noProof/></w:rPr>{inside}</w:r>"))


def anchor(frame, number, name, inside):
    """`wp:anchor` of a shape at this frame from the column and paragraph of its anchor, in points."""
    left, top, width, height = (round(value * 12700) for value in frame)
    marks = 'distT="0" distB="0" distL="0" distR="0" simplePos="0" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"'
    horizontal = f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
    vertical = f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
    size = f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    graphic = (
        f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{inside}</a:graphicData></a:graphic>'
    )
    return (
        f'<w:drawing><wp:anchor {marks} relativeHeight="{251658240 + number}"><wp:simplePos x="0" y="0"/>{horizontal}{vertical}{size}'
        f'<wp:docPr id="{number}" name="{name} {number}"/><wp:cNvGraphicFramePr/>{graphic}</wp:anchor></w:drawing>'
    )


def both(drawing, picture):
    """The same shape twice: for programs that know it, and for older ones."""
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback><w:pict>{picture}</w:pict></mc:Fallback></mc:AlternateContent>'
