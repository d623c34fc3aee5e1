"""One picture of an SOP for all dialects: the procedure table, the symbols in its lanes, and the routes between them.

All is in points from the left top corner of the procedure table. A route runs in the free space of the lanes, never through
a symbol and never along the route of another flow; a flow that cannot be drawn so raises `Tangle`, and is not used."""

import heapq
import random
from dataclasses import dataclass, field

from flow import symbols_of
from form import Table, header_cells, identity_table, lines_of, step_cells, style_of

HEADER = [18, 34]
LEAST_LANE = 64
ZONE = 40
SIZES = {"mulai": (34, 18), "selesai": (34, 18), "proses": (32, 20), "keputusan": (34, 24), "halaman": (16, 16)}
CLEAR = 3


class Tangle(Exception):
    """The flow cannot be drawn so that a person reads it rightly."""


@dataclass
class Symbol:
    """One symbol: its kind, the cell it stands in, its centre and size; `text` is a letter or a word inside."""

    kind: str
    row: int
    column: int
    x: float
    y: float
    width: float
    height: float
    text: str = ""
    place: object = None

    @property
    def box(self):
        """Left, top, right, bottom."""
        return self.x - self.width / 2, self.y - self.height / 2, self.x + self.width / 2, self.y + self.height / 2


@dataclass
class Route:
    """A connector: symbols by their position, corners in order, whether it has a head, and its word."""

    source: int
    target: int
    points: list
    head: bool = True
    word: str = ""


@dataclass
class Word:
    """A loose word beside a route: left top corner and size."""

    text: str
    x: float
    y: float
    width: float = 18
    height: float = 9


@dataclass
class Page:
    """One page of the procedure table with what is drawn on it; `header` tells how many of its rows are header."""

    table: Table
    header: int
    symbols: list = field(default_factory=list)
    routes: list = field(default_factory=list)
    words: list = field(default_factory=list)
    steps: list = field(default_factory=list)
    zones: tuple = (False, False)


@dataclass
class Plan:
    """The identity block and the pages of the procedure."""

    name: str
    model: dict
    identity: Table
    pages: list
    style: object

    def paper(self, margin):
        """Landscape paper as wide as F4, or as the widest table needs."""
        return max(936, max(page.table.width for page in self.pages) + 2 * margin), 612


def plan_of(invention, page_height=None, repeat_header=True, shift=0):
    """The picture of one SOP, on one page as tall as needed or on pages of this height."""
    model, style = invention.model, style_of(invention.seed)
    groups = pages_of(invention, style, widths_of(model), page_height)
    drawn = symbols_of(model)
    pages = []
    for at, group in enumerate(groups):
        widths = widths_of(model, shift * at)
        pages.append(empty_page(invention, style, widths, group, at == 0 or repeat_header, len(groups), at))
    for page in pages:
        place_symbols(page, drawn, model, style)
    connect(pages, drawn, model)
    width = pages[0].table.width
    return Plan(invention.name, model, identity_table(model, style, width), pages, style)


def widths_of(model, shift=0):
    """The columns, every lane as wide as the longest word over one; another page may have slightly other ones."""
    names = [actor["nama"] for actor in model["pelaksana"]]
    longest = max(len(word) for name in names for word in name.split())
    lane = max(LEAST_LANE, 5.2 * longest + 8, min(90, 380 / len(names)))
    return [24, 122 + shift] + [lane + shift / 4] * len(names) + [92 - shift / 2, 50, 88, 72]


def height_of(step, invention, style, widths):
    """The height of one step's row, for its longest cell and its symbol."""
    cells = step_cells(0, step, invention.spelt, len(widths) - 6, style)
    return max([54] + [12 + 10 * lines_of(cell.text, widths[cell.column]) for cell in cells])


def pages_of(invention, style, widths, page_height):
    """The steps by pages."""
    groups, room = [[]], page_height
    for step in invention.model["kegiatan"]:
        tall = height_of(step, invention, style, widths)
        if page_height and groups[-1] and room - tall < sum(HEADER) + 2 * ZONE:
            groups.append([])
            room = page_height
        groups[-1].append(step)
        room = (room or 0) - tall
    return groups


def empty_page(invention, style, widths, steps, has_header, count, at):
    """A page with its texts; where the flow crosses pages, its first and last row have a zone for that."""
    lanes = len(widths) - 6
    names = [actor["nama"] for actor in invention.model["pelaksana"]]
    heights = list(HEADER) if has_header else []
    cells = header_cells(names, style) if has_header else []
    for step in steps:
        cells += step_cells(len(heights), step, invention.spelt, lanes, style)
        heights.append(height_of(step, invention, style, widths))
    page = Page(Table(widths, heights, cells), len(HEADER) if has_header else 0, steps=steps, zones=(at > 0, at + 1 < count))
    if page.zones[0]:
        heights[page.header] += ZONE
    if page.zones[1]:
        heights[-1] += ZONE
    return page


def place_symbols(page, drawn, model, style):
    """Every symbol in the middle of its cell, or of what the zones leave of it."""
    columns = {actor["id"]: 2 + at for at, actor in enumerate(model["pelaksana"])}
    numbers = {step["nomor"]: page.header + at for at, step in enumerate(page.steps)}
    for place, kind in drawn.kinds.items():
        if place.step in numbers:
            row, column = numbers[place.step], columns[place.actor]
            text = kind.capitalize() if style.capsule_words and kind in ("mulai", "selesai") else ""
            page.symbols.append(symbol_at(page, kind, row, column, middle(page, row), text, place))


def middle(page, row):
    """The height at which the symbols of a row stand."""
    top, tall = page.table.top(row), page.table.heights[row]
    if page.zones[0] and row == page.header:
        top, tall = top + ZONE, tall - ZONE
    if page.zones[1] and row == len(page.table.heights) - 1:
        tall -= ZONE
    return top + tall / 2


def symbol_at(page, kind, row, column, y, text="", place=None):
    """A symbol in the middle of its lane."""
    width, height = SIZES[kind]
    wide = page.table.widths[column]
    return Symbol(kind, row, column, page.table.left(column) + wide / 2, y, width, height, text, place)


def connect(pages, drawn, model):
    """All arrows, and the lines of those who act together, the plain ones first; then the words."""
    where = {symbol.place: (page, at) for page in pages for at, symbol in enumerate(page.symbols)}
    wanted = [[] for _ in pages]
    letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for edge in drawn.edges:
        if edge.target is None:
            raise Tangle("an arrow to nowhere")
        word = {"ya": "Ya", "tidak": "Tidak"}.get(edge.kind, "")
        (page, source), (other, target) = where[edge.source], where[edge.target]
        if page is other:
            wanted[pages.index(page)].append((source, target, True, word))
            continue
        letter = next(letters)
        leaves = put_letter(page, pages.index(other) > pages.index(page), page.symbols[source].column, letter)
        comes = put_letter(other, pages.index(other) < pages.index(page), other.symbols[target].column, letter)
        wanted[pages.index(page)].append((source, leaves, True, word))
        wanted[pages.index(other)].append((comes, target, True, ""))
    for step in {place.step for place, _ in drawn.together}:
        group = sorted({p for pair in drawn.together for p in pair if p.step == step}, key=lambda p: where[p][0].symbols[where[p][1]].column)
        for one, other in zip(group, group[1:]):
            wanted[pages.index(where[one][0])].append((where[one][1], where[other][1], False, ""))
    for page, wishes in zip(pages, wanted):
        Router(page).draw(wishes)
        place_words(page)


def put_letter(page, is_low, column, letter):
    """An off-page symbol in the low or high zone of a page, in this lane or the nearest free one; its position."""
    row = len(page.table.heights) - 1 if is_low else page.header
    if not page.zones[1 if is_low else 0]:
        raise Tangle("no zone for a crossing of pages")
    y = page.table.top(row) + (page.table.heights[row] - ZONE / 2 if is_low else ZONE / 2)
    lanes = range(2, len(page.table.widths) - 4)
    taken = {symbol.column for symbol in page.symbols if symbol.kind == "halaman" and symbol.row == row and abs(symbol.y - y) < 1}
    free = [lane for lane in lanes if lane not in taken]
    if not free:
        raise Tangle("no lane left for a crossing of pages")
    page.symbols.append(symbol_at(page, "halaman", row, min(free, key=lambda lane: abs(lane - column)), y, letter))
    return len(page.symbols) - 1


class Router:
    """Finds the routes of one page on tracks: the middle of every symbol, and lines beside every border."""

    TURN, CROSS, SHARE, FOREIGN = 45, 25, 60, 5000

    def __init__(self, page):
        self.page = page
        self.xs, self.ys = self.tracks()
        self.column = {x: at for at, x in enumerate(self.xs)}
        self.line = {y: at for at, y in enumerate(self.ys)}
        self.blocked = self.nodes_in_symbols()
        self.used = {}
        self.passed = {}
        self.ports = {}

    def tracks(self):
        """The heights and places on which a route may run."""
        table, xs, ys = self.page.table, set(), set()
        for column in range(2, len(table.widths) - 4):
            left, wide = table.left(column), table.widths[column]
            xs |= {left + 4, left + 8, left + wide / 2, left + wide - 4, left + wide - 8}
        for row in range(self.page.header, len(table.heights)):
            top, tall = table.top(row), table.heights[row]
            ys |= {top + 4, top + 8, top + tall - 4, top + tall - 8, middle(self.page, row)}
        for symbol in self.page.symbols:
            ys.add(symbol.y)
        return sorted({round(x, 2) for x in xs}), sorted({round(y, 2) for y in ys})

    def nodes_in_symbols(self):
        """Which nodes lie in a symbol, and in which."""
        blocked = {}
        for at, symbol in enumerate(self.page.symbols):
            left, top, right, bottom = symbol.box
            for x in self.xs:
                for y in self.ys:
                    if left - CLEAR < x < right + CLEAR and top - CLEAR < y < bottom + CLEAR:
                        blocked[self.column[x], self.line[y]] = at
        return blocked

    def draw(self, wishes):
        """All routes, the short ones first."""

        def length(wish):
            one, other = self.page.symbols[wish[0]], self.page.symbols[wish[1]]
            return (wish[2], abs(one.x - other.x) + abs(one.y - other.y))

        for source, target, head, word in sorted(wishes, key=length):
            nodes = self.search(source, target, head, word)
            self.remember(nodes, source, target, head)
            self.page.routes.append(Route(source, target, self.trim(nodes, source, target), head, word))

    def node_of(self, symbol):
        """The node in the middle of a symbol."""
        return self.column[round(symbol.x, 2)], self.line[round(symbol.y, 2)]

    def search(self, source, target, head, word):
        """The cheapest route as nodes from middle to middle."""
        symbols = self.page.symbols
        start, goal = self.node_of(symbols[source]), self.node_of(symbols[target])
        heap, best, came = [], {}, {}
        for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            cost = self.leaving(source, way, word, head)
            heapq.heappush(heap, (cost, start, way))
            best[start, way] = cost
        while heap:
            cost, node, way = heapq.heappop(heap)
            if cost > best.get((node, way), 1e9):
                continue
            if node == goal:
                return self.unwind(came, node, way, start, cost)
            for turn in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                if turn == (-way[0], -way[1]) or (node == start and turn != way):
                    continue
                after = node[0] + turn[0], node[1] + turn[1]
                step = self.step_cost(node, after, way, turn, source, target)
                if step is None:
                    continue
                total = cost + step + (self.entering(target, turn, head) if after == goal else 0)
                if total < best.get((after, turn), 1e9):
                    best[after, turn] = total
                    came[after, turn] = node, way
                    heapq.heappush(heap, (total, after, turn))
        raise Tangle("no way")

    def unwind(self, came, node, way, start, cost):
        """The nodes of the route found."""
        if cost >= self.FOREIGN:
            raise Tangle("only along another route")
        nodes = [node]
        while node != start:
            node, way = came[node, way]
            nodes.append(node)
        return nodes[::-1]

    def step_cost(self, node, after, way, turn, source, target):
        """What one step on the tracks costs, or nothing where it cannot be made."""
        if not (0 <= after[0] < len(self.xs) and 0 <= after[1] < len(self.ys)):
            return None
        if self.blocked.get(after, target) not in (source, target) or (after in self.blocked and self.inside(node, after, source, target)):
            return None
        cost = abs(self.xs[after[0]] - self.xs[node[0]]) + abs(self.ys[after[1]] - self.ys[node[1]])
        if turn != way:
            if node in self.blocked:
                return None
            cost += self.TURN + (self.FOREIGN if self.passed.get(node, set()) - {target} else 0)
        for owner in self.used.get(frozenset((node, after)), ()):
            cost += self.SHARE if target == owner[1] else self.FOREIGN
        if any(owner != target for owner in self.passed.get(after, ())):
            cost += self.CROSS
        return cost

    def inside(self, node, after, source, target):
        """A step within one symbol that is neither out of its middle nor into it."""
        symbol = self.blocked[after]
        middle_node = self.node_of(self.page.symbols[symbol])
        if symbol == source:
            return node[0] != middle_node[0] and node[1] != middle_node[1] or node not in self.blocked
        return after[0] != middle_node[0] and after[1] != middle_node[1]

    def leaving(self, source, way, word, head):
        """What it costs to leave a symbol on this side."""
        costs = {(0, 1): 25 if word == "Tidak" else 0, (1, 0): 0 if word == "Tidak" else 12, (-1, 0): 0 if word == "Tidak" else 12, (0, -1): 90}
        if not head:
            costs = {(0, 1): 60, (0, -1): 60, (1, 0): 0, (-1, 0): 0}
        return costs[way] + self.port_cost(source, way, "out")

    def entering(self, target, way, head):
        """What it costs to enter a symbol on this side."""
        costs = {(0, 1): 0, (1, 0): 8, (-1, 0): 8, (0, -1): 45}
        side = (-way[0], -way[1])
        return (costs[way] if head else 0) + self.port_cost(target, side, "in" if head else "out")

    def port_cost(self, symbol, side, use):
        """What it costs to use a side of a symbol once more."""
        cost = 0
        for other in self.ports.get((symbol, side), ()):
            cost += 40 if other == use == "in" else self.FOREIGN
        return cost

    def remember(self, nodes, source, target, head):
        """Notes which tracks, nodes, and sides are taken; about a corner nobody else may run."""
        ways = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(nodes, nodes[1:])]
        for one, other in zip(nodes, nodes[1:]):
            self.used.setdefault(frozenset((one, other)), set()).add((source, target))
        for before, node, after in zip(ways, nodes[1:-1], ways[1:]):
            self.passed.setdefault(node, set()).add(target)
            if before != after:
                for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                    beside = node[0] + way[0], node[1] + way[1]
                    self.used.setdefault(frozenset((node, beside)), {(source, target)})
        self.ports.setdefault((source, ways[0]), []).append("out")
        self.ports.setdefault((target, (-ways[-1][0], -ways[-1][1])), []).append("in" if head else "out")

    def trim(self, nodes, source, target):
        """The corners of a route, from the border of one symbol to the border of the other."""
        points = [(self.xs[x], self.ys[y]) for x, y in nodes]
        points = (
            [points[0]] + [b for a, b, c in zip(points, points[1:], points[2:]) if not (a[0] == b[0] == c[0] or a[1] == b[1] == c[1])] + [points[-1]]
        )
        points[0] = border(self.page.symbols[source], points[0], points[1])
        points[-1] = border(self.page.symbols[target], points[-1], points[-2])
        if len(points) > 6:
            raise Tangle("too many corners")
        return points


def border(symbol, centre, towards):
    """Where a line from the middle of a symbol leaves it."""
    left, top, right, bottom = symbol.box
    if towards[0] == centre[0]:
        return centre[0], bottom if towards[1] > centre[1] else top
    return right if towards[0] > centre[0] else left, centre[1]


def place_words(page):
    """`Ya` and `Tidak` beside the first stretch of their routes, where nothing else is drawn."""
    for route in page.routes:
        if route.word:
            (x, y), after = route.points[0], route.points[1]
            page.words.append(best_word(page, route, x, y, after))


def best_word(page, route, x, y, after):
    """The place near the beginning of a route that covers least."""
    width = 10 if route.word == "Ya" else 19
    if after[0] == x:
        down = 1 if after[1] > y else -1
        tops = [y + 1.5 if down > 0 else y - 10.5, y + 5 if down > 0 else y - 14]
        spots = [(left, top) for top in tops for left in (x + 2, x - 2 - width)]
    else:
        left = x + 1 if after[0] > x else x - 1 - width
        spots = [(left, y - 10), (left, y + 1), (left + (3 if after[0] > x else -3), y - 10)]
    return min((Word(route.word, left, top, width) for left, top in spots), key=lambda word: covered(page, word))


def covered(page, word):
    """How much of the drawing lies under a word."""
    left, top, right, bottom = word.x, word.y, word.x + word.width, word.y + word.height
    total = 0
    for route in page.routes:
        for (ax, ay), (bx, by) in zip(route.points, route.points[1:]):
            if min(ax, bx) < right and max(ax, bx) > left and min(ay, by) < bottom and max(ay, by) > top:
                total += 2
    for other in page.symbols:
        box = other.box
        if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top:
            total += 1
    return total + sum(5 for other in page.words if abs(other.x - word.x) < 18 and abs(other.y - word.y) < 9)


def loosened(plan, seed):
    """The same plan as a hand draws it: routes a little beside their place, ends short of the symbols or in them, symbols off
    the middle. A person still sees which is meant."""
    dice = random.Random(f"loose {seed}")
    for page in plan.pages:
        for symbol in page.symbols:
            symbol.x += dice.uniform(-1.5, 1.5)
            symbol.y += dice.uniform(-1.5, 1.5)
        for route in page.routes:
            shift = dice.uniform(-1.5, 1.5), dice.uniform(-1.5, 1.5)
            points = [(x + shift[0], y + shift[1]) for x, y in route.points]
            points[0] = shortened(points[0], points[1], dice.uniform(-2, 2.5))
            points[-1] = shortened(points[-1], points[-2], dice.uniform(-1, 3))
            route.points = points
    return plan


def shortened(end, before, by):
    """An end drawn back towards the corner before it, at most over a third of that stretch, or further out."""
    total = abs(end[0] - before[0]) + abs(end[1] - before[1])
    share = min(by, total / 3) / total if total else 0
    return end[0] + (before[0] - end[0]) * share, end[1] + (before[1] - end[1]) * share
