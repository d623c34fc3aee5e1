"""An SOP as its YAML says it (`yaml-format.md`), with what that format leaves out put in: the symbols of every row and the
arrows between them. Maker and scorer both ask here, so that a default means the same on both sides."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """One symbol of the flow: a step at an actor."""

    step: int
    actor: str


@dataclass(frozen=True)
class Edge:
    """An arrow; `kind` is lanjut, ya, or tidak, and `target` is None where the work ends without a symbol."""

    source: Place
    kind: str
    target: Place | None


@dataclass
class Symbols:
    """All symbols of one SOP in the order of the flow, the arrows, and who takes part in the same act."""

    kinds: dict = field(default_factory=dict)
    edges: list = field(default_factory=list)
    together: list = field(default_factory=list)


def listed(value):
    """A value that may stand alone or in a list, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def cells_of(step):
    """The cells of one step, each as a mapping with at least `id`; what stands on the step belongs to its last cell."""
    cells = [dict(cell) if isinstance(cell, dict) else {"id": cell} for cell in listed(step.get("pelaksana"))]
    if cells:
        for key in ("simbol", "ya", "tidak", "lanjut"):
            if key in step:
                cells[-1].setdefault(key, step[key])
    return cells


def symbols_of(model):
    """What is drawn for a model, defaults resolved."""
    steps = model.get("kegiatan") or []
    rows = [(step["nomor"], cells_of(step)) for step in steps]
    first = {number: Place(number, cells[0]["id"]) for number, cells in rows if cells}
    drawn = Symbols()
    for index, (number, cells) in enumerate(rows):
        following = first.get(rows[index + 1][0]) if index + 1 < len(rows) else None
        for position, cell in enumerate(cells):
            place = Place(number, cell["id"])
            ends = (index == 0 and position == 0, index + 1 == len(rows) and position + 1 == len(cells))
            drawn.kinds[place] = kind_of(cell, *ends)
            after = Place(number, cells[position + 1]["id"]) if position + 1 < len(cells) else following
            drawn.edges += edges_of(place, cell, drawn.kinds[place], after, first)
        for actor in listed(steps[index].get("bersama")):
            drawn.together.append((Place(number, cells[0]["id"]), Place(number, actor)) if cells else None)
            drawn.kinds.setdefault(Place(number, actor), "proses")
    return drawn


def kind_of(cell, is_first, is_last):
    """The symbol of a cell, written or by default."""
    if "simbol" in cell:
        return cell["simbol"]
    if "ya" in cell or "tidak" in cell:
        return "keputusan"
    if is_first:
        return "mulai"
    return "selesai" if is_last else "proses"


def edges_of(place, cell, kind, after, first):
    """The arrows that leave one cell."""
    named = [(key, target) for key in ("ya", "tidak", "lanjut") for target in listed(cell.get(key))]
    if named:
        edges = [Edge(place, key, target_of(target, first)) for key, target in named]
        return [edge for edge in edges if edge.target or edge.kind != "lanjut"]
    if kind == "selesai" or after is None:
        return []
    return [Edge(place, "lanjut", after)]


def target_of(target, first):
    """A step number, `4.camat`, or `selesai`, as a place."""
    if str(target) == "selesai":
        return None
    number, _, actor = str(target).partition(".")
    return Place(int(number), actor) if actor else first.get(int(number))
