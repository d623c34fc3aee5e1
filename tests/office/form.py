"""The words of the form: what stands in which cell, before anybody draws. Style varies by seed, as it does among offices."""

import datetime
import random
from dataclasses import dataclass

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]
SECTIONS = [
    ("dasar_hukum", "Dasar Hukum"),
    ("kualifikasi_pelaksana", "Kualifikasi Pelaksana"),
    ("keterkaitan", "Keterkaitan"),
    ("peralatan_perlengkapan", "Peralatan/Perlengkapan"),
    ("peringatan", "Peringatan"),
    ("pencatatan_pendataan", "Pencatatan dan Pendataan"),
]


@dataclass
class Cell:
    """One cell of a table: its place, how many columns and rows it spans, and its text with line breaks."""

    row: int
    column: int
    text: str
    columns: int = 1
    rows: int = 1
    bold: bool = False
    centred: bool = False


@dataclass
class Table:
    """Widths and heights in points, and the cells that begin somewhere."""

    widths: list
    heights: list
    cells: list

    @property
    def width(self):
        return sum(self.widths)

    @property
    def height(self):
        return sum(self.heights)

    def left(self, column):
        """The left edge of a column."""
        return sum(self.widths[:column])

    def top(self, row):
        """The top edge of a row."""
        return sum(self.heights[:row])

    def box(self, cell):
        """Left, top, width, height of a cell."""
        width = sum(self.widths[cell.column : cell.column + cell.columns])
        return self.left(cell.column), self.top(cell.row), width, sum(self.heights[cell.row : cell.row + cell.rows])


@dataclass
class Style:
    """What offices do differently in the same form."""

    activity: str
    requirements: str
    upper: bool
    bullet: str
    date: str
    capsule_words: bool
    colon: str


def style_of(seed):
    """The style of one office."""
    dice = random.Random(f"style {seed}")
    return Style(
        activity=dice.choice(["Kegiatan", "Uraian Prosedur", "Aktivitas", "Uraian Kegiatan"]),
        requirements=dice.choice(["Kelengkapan", "Kelengkapan", "Persyaratan / Kelengkapan"]),
        upper=dice.random() < 0.3,
        bullet=dice.choice(["1.", "-", "•"]),
        date=dice.choice(["long", "long", "dashes", "upper"]),
        capsule_words=dice.random() < 0.5,
        colon=dice.choice(["", ":", " :"]),
    )


def date_text(value, style):
    """A date as this office writes it."""
    if not isinstance(value, datetime.date):
        return str(value)
    if style.date == "dashes":
        return value.strftime("%d-%m-%Y")
    text = f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return text.upper() if style.date == "upper" else text


def listing(items, bullet):
    """Items over several lines; one alone without a sign."""
    if len(items) < 2:
        return "".join(items)
    return "\n".join(f"{at}. {item}" if bullet == "1." else f"{bullet} {item}" for at, item in enumerate(items, 1))


def grouped(nip):
    """A NIP in the groups people write."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def signature(person):
    """The block of who signs, from the office to the NIP."""
    rank = person.get("pangkat")
    lines = [person["jabatan"], "", person["nama"]]
    if rank:
        lines.append(f"{rank} ({person['golongan']})" if "golongan" in person else rank)
    if "nip" in person:
        lines.append(f"NIP. {grouped(person['nip'])}")
    return "\n".join(lines)


def lines_of(text, width, size=8):
    """How many lines a text takes in a cell of this width, rather one too many."""
    room = max(4, int((width - 8) / (size * 0.54)))
    return sum(max(1, -(-len(line) // room) + (1 if len(line) > 2 * room else 0)) for line in text.split("\n"))


def identity_table(model, style, width):
    """The identity block and the six sections: four columns, the left half for the office."""
    identity = model["identitas"]
    upper = str.upper if style.upper else str
    widths = [width * 0.25, width * 0.25, width * 0.16, width * 0.34]
    pairs = [
        ("Nomor SOP", identity["nomor"]),
        ("Tanggal Pembuatan", date_text(identity["tanggal_pembuatan"], style)),
        ("Tanggal Revisi", date_text(identity["tanggal_revisi"], style)),
        ("Tanggal Efektif", date_text(identity["tanggal_efektif"], style)),
        ("Disahkan Oleh", signature(identity["disahkan_oleh"])),
        ("Nama SOP", identity["nama"]),
    ]
    office = identity["instansi"] + "\n" + identity["unit_kerja"]
    cells = [Cell(0, 0, office, columns=2, rows=len(pairs), bold=True, centred=True)]
    heights = []
    for row, (label, value) in enumerate(pairs):
        cells += [Cell(row, 2, upper(label) + style.colon), Cell(row, 3, value, centred=label == "Disahkan Oleh")]
        heights.append(8 + 11 * lines_of(value, widths[3]))
    for at in range(0, len(SECTIONS), 2):
        row, tallest = len(heights), 1
        for side, (key, heading) in enumerate(SECTIONS[at : at + 2]):
            text = listing(model.get(key) or ["-"], "1.")
            cells.append(Cell(row, side * 2, upper(heading) + style.colon, columns=2, bold=True))
            cells.append(Cell(row + 1, side * 2, text, columns=2))
            tallest = max(tallest, lines_of(text, width / 2))
        heights += [18, 8 + 11 * tallest]
    return Table(widths, heights, cells)


def header_cells(names, style):
    """The two header rows of the procedure table."""
    upper = str.upper if style.upper else str
    last = 2 + len(names)
    tall = [(0, "No"), (1, style.activity), (last + 3, "Keterangan")]
    cells = [Cell(0, column, upper(text), rows=2, bold=True, centred=True) for column, text in tall]
    cells.append(Cell(0, 2, upper("Pelaksana"), columns=len(names), bold=True, centred=True))
    cells.append(Cell(0, last, upper("Mutu Baku"), columns=3, bold=True, centred=True))
    low = list(names) + [upper(style.requirements), upper("Waktu"), upper("Output")]
    return cells + [Cell(1, 2 + at, text, bold=True, centred=True) for at, text in enumerate(low)]


def step_cells(row, step, spelt, lanes, style):
    """The cells of one step, the lanes empty."""
    last = 2 + lanes
    texts = {
        0: str(step["nomor"]),
        1: step["uraian"],
        last: listing(step.get("kelengkapan") or [], style.bullet),
        last + 1: spelt.get(step["nomor"], step.get("waktu", "")),
        last + 2: listing(step.get("output") or [], style.bullet),
        last + 3: step.get("keterangan", ""),
    }
    centred = {0, last + 1}
    return [Cell(row, column, texts.get(column, ""), centred=column in centred) for column in range(last + 4)]
