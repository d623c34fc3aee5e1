"""What DrawingML says of a symbol or a connector: presets, and the frame, turns, and adjustments of a bent line."""

from dataclasses import dataclass

EMU = 12700
PRESETS = {
    "mulai": "flowChartTerminator",
    "selesai": "flowChartTerminator",
    "proses": "flowChartProcess",
    "keputusan": "flowChartDecision",
    "halaman": "flowChartOffpageConnector",
}
SITES = {"top": 0, "left": 1, "bottom": 2, "right": 3}


@dataclass
class Bent:
    """A connector as DrawingML has it: a preset in an unturned frame (points), adjustments in 1/100000, a turn in degrees."""

    preset: str
    left: float
    top: float
    width: float
    height: float
    turn: int
    flip_x: bool
    flip_y: bool
    adjust: list

    @property
    def seen(self):
        """Left, top, width, height of the frame as it appears after the turn."""
        if not self.turn:
            return self.left, self.top, self.width, self.height
        shift = (self.width - self.height) / 2
        return self.left + shift, self.top - shift, self.height, self.width


def bent(points):
    """The preset for a line of one to five stretches, each at a right angle to the one before."""
    (ax, ay), (bx, by) = points[0], points[-1]
    if len(points) == 2:
        frame = min(ax, bx), min(ay, by), abs(bx - ax), abs(by - ay)
        return Bent("straightConnector1", *frame, 0, bx < ax, by < ay, [])
    falls = points[0][0] == points[1][0]
    if falls:
        flow = [(y, -x) for x, y in points]
    else:
        flow = list(points)
    (sx, sy), (ex, ey) = flow[0], flow[-1]
    width, height = abs(ex - sx), abs(ey - sy)
    least_w, least_h = width or 1.0, height or 1.0
    sign_x, sign_y = (-1 if ex < sx else 1), (-1 if ey < sy else 1)
    adjust = []
    for at, (x, y) in enumerate(flow[1:-2]):
        share = (x - sx) * sign_x / least_w if at % 2 == 0 else (y - sy) * sign_y / least_h
        adjust.append(round(share * 100000))
    middle_x, middle_y = (ax + bx) / 2, (ay + by) / 2
    frame = middle_x - least_w / 2, middle_y - least_h / 2, least_w, least_h
    return Bent(f"bentConnector{len(points) - 1}", *frame, 90 if falls else 0, sign_x < 0, sign_y < 0, adjust)


def side_of(symbol, point):
    """On which side of a symbol a route touches it."""
    left, top, right, bottom = symbol.box
    gaps = {"top": abs(point[1] - top), "left": abs(point[0] - left), "bottom": abs(point[1] - bottom), "right": abs(point[0] - right)}
    return min(gaps, key=gaps.get)


def xfrm(left, top, width, height, turn=0, flip_x=False, flip_y=False):
    """`a:xfrm` of a frame in points."""
    marks = (f' rot="{turn * 60000}"' if turn else "") + (' flipH="1"' if flip_x else "") + (' flipV="1"' if flip_y else "")
    return f'<a:xfrm{marks}><a:off x="{emu(left)}" y="{emu(top)}"/><a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'


def emu(points):
    """Points as EMU."""
    return round(points * EMU)


def geometry(preset, adjust=()):
    """`a:prstGeom` with its adjustments."""
    names = ["adj1", "adj2", "adj3"]
    guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in zip(names, adjust))
    return f'<a:prstGeom prst="{preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def stroke(head=False, dashed=False, width=9525):
    """`a:ln` in black."""
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    tail = '<a:tailEnd type="triangle"/>' if head else ""
    return f'<a:ln w="{width}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{dash}{tail}</a:ln>'


WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


def connector_look(route, move=(0, 0)):
    """`xfrm`, geometry, and stroke of a route moved by some points."""
    line = bent([(x + move[0], y + move[1]) for x, y in route.points])
    frame = xfrm(line.left, line.top, line.width, line.height, line.turn, line.flip_x, line.flip_y)
    return line, frame + geometry(line.preset, line.adjust) + stroke(route.head)
