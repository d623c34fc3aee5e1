"""What VML says of the same symbols and connectors, as Word kept them before DrawingML and still keeps beside it."""

from drawingml import bent

TYPES = {"mulai": 116, "selesai": 116, "proses": 109, "keputusan": 110, "halaman": 177}
ELBOWS = {"straightConnector1": 32, "bentConnector2": 33, "bentConnector3": 34, "bentConnector4": 35, "bentConnector5": 36}
NAMESPACES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
PATHS = {
    109: "m,l,21600r21600,l21600,xe",
    110: "m10800,l,10800,10800,21600,21600,10800xe",
    116: "m3475,qx,10800,3475,21600l18125,21600qx21600,10800,18125,xe",
    202: "m,l,21600r21600,l21600,xe",
    177: "m,l21600,,21600,17255,10800,21600,,17255xe",
    32: "m,l21600,21600e",
    33: "m,l21600,r,21600e",
    34: "m,l@0,0@0,21600,21600,21600e",
    35: "m,l@0,0@0@1,21600@1,21600,21600e",
    36: "m,l@0,0@0@1@2@1@2,21600,21600,21600e",
}


def shape_type(number):
    """The type that a shape refers to."""
    formulas = "".join(f'<v:f eqn="val #{at}"/>' for at in range(3)) if number > 33 and number < 37 else ""
    formulas = f"<v:formulas>{formulas}</v:formulas>" if formulas else ""
    open_line = ' o:spt="%d" path="%s"' % (number, PATHS[number])
    look = ' filled="f" o:oned="t"' if 32 <= number <= 36 else ""
    return f'<v:shapetype id="_x0000_t{number}" coordsize="21600,21600"{open_line}{look}><v:stroke joinstyle="miter"/>{formulas}</v:shapetype>'


def style(left, top, width, height, more=""):
    """The place of a shape, in points from the column and the paragraph of its anchor."""
    return f"position:absolute;margin-left:{left:.2f}pt;margin-top:{top:.2f}pt;width:{width:.2f}pt;height:{height:.2f}pt;z-index:251659264;mso-position-horizontal-relative:text;mso-position-vertical-relative:text{more}"


def symbol(symbol, left, top, number, with_type=True):
    """One symbol, its words in a text box."""
    kind = TYPES[symbol.kind]
    x, y, right, bottom = symbol.box
    words = (
        f'<v:textbox inset="0,0,0,0"><w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t>{symbol.text}</w:t></w:r></w:p></w:txbxContent></v:textbox>'
        if symbol.text
        else ""
    )
    look = f'id="_x0000_s{1026 + number}" type="#_x0000_t{kind}" style="{style(x - left, y - top, right - x, bottom - y)}"'
    return (shape_type(kind) if with_type else "") + f'<v:shape {look} fillcolor="white" strokecolor="black">{words}</v:shape>'


def connector(points, has_head, number, with_type=True):
    """One connector through these points, an elbow of the type that has as many stretches.

    Word writes `rotation:-90;flip:x` for what DrawingML says with `rot="5400000" flipH="1"`: VML turns last and flips first only
    where both axes flip or none; one flip alone also turns the other way."""
    line = bent(points)
    kind = ELBOWS[line.preset]
    flips = "".join(axis for axis, on in (("x", line.flip_x), ("y", line.flip_y)) if on)
    turn = -line.turn if len(flips) == 1 else line.turn
    more = (f";rotation:{turn}" if turn else "") + (f";flip:{' '.join(flips)}" if flips else "")
    adjust = ",".join(str(round(value * 21600 / 100000)) for value in line.adjust)
    marks = f' adj="{adjust}"' if adjust else ""
    look = f'id="_x0000_s{1026 + number}" type="#_x0000_t{kind}" style="{style(line.left, line.top, line.width, line.height, more)}"'
    arrow = '<v:stroke endarrow="block"/>' if has_head else ""
    return (shape_type(kind) if with_type else "") + f'<v:shape {look} o:connectortype="elbow" strokecolor="black"{marks}>{arrow}</v:shape>'


def polyline(points, has_head, number):
    """One connector as a plain line through its points."""
    arrow = '<v:stroke endarrow="block"/>' if has_head else ""
    text = ",".join(f"{x:.2f}pt,{y:.2f}pt" for x, y in points)
    tag = f'id="_x0000_s{1026 + number}" style="position:absolute;z-index:251659264;mso-position-horizontal-relative:text;mso-position-vertical-relative:text" filled="f" strokecolor="black"'
    if len(points) == 2:
        (ax, ay), (bx, by) = points
        return f'<v:line {tag} from="{ax:.2f}pt,{ay:.2f}pt" to="{bx:.2f}pt,{by:.2f}pt">{arrow}</v:line>'
    return f'<v:polyline {tag} points="{text}">{arrow}</v:polyline>'


def word(word, left, top, number):
    """A loose word."""
    place = style(word.x - left, word.y - top, word.width, word.height)
    text = f'<w:p><w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t>{word.text}</w:t></w:r></w:p>'
    return (
        shape_type(202)
        + f'<v:shape id="_x0000_s{1026 + number}" type="#_x0000_t202" style="{place}" filled="f" stroked="f"><v:textbox inset="0,0,0,0"><w:txbxContent>{text}</w:txbxContent></v:textbox></v:shape>'
    )
