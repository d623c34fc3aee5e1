"""Made-up SOPs as Excel, Word and PDF files, for the comparison beside this file: `make.py FOLDER COUNT`.

Writes COUNT files of each kind into FOLDER/xlsx, FOLDER/docx and FOLDER/pdf, and one large file of each beside them. The same
words in every run. Drawings are left out, for the programs compared with do not read them.
"""

import io
import random
import sys
from copy import deepcopy
from pathlib import Path

import docx
import PIL.Image
import xlsxwriter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Image, Paragraph, SimpleDocTemplate, Table, TableStyle

HEAD = ["No", "Kegiatan", "Staf", "Sekretaris", "Camat", "Kelengkapan", "Waktu", "Output", "Keterangan"]
VERBS = ["Menerima", "Memeriksa", "Mencatat", "Mengirim", "Menyusun", "Menandatangani", "Mengarsipkan", "Membahas"]
THINGS = ["surat masuk", "berkas permohonan", "laporan bulanan", "nota dinas", "konsep keputusan", "daftar hadir"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = ["tata", "naskah", "dinas", "bidang", "layanan", "kecamatan", "contoh", "arsip", "register", "pemohon"]


def filler(chance, words):
    """Words that no packing makes small, so that a large file is large without more rows than any office has."""
    return "".join(" " + "".join(chance.choices(LETTERS, k=6)) for _ in range(words))


def steps(chance, count, padding):
    """Rows of the procedure."""
    for number in range(1, count + 1):
        what = f"{chance.choice(THINGS)} {chance.choice(WORDS)} {chance.randrange(10**6)}{filler(chance, padding)}"
        marks = ["", "", ""]
        marks[chance.randrange(3)] = "√"
        activity = f"{chance.choice(VERBS)} {what} {' '.join(chance.choices(WORDS, k=8))}"
        yield [str(number), activity, *marks, f"Berkas {what}", f"{chance.randrange(5, 60)} menit", f"Catatan {what}", ""]


def identity(chance):
    """Labels of the identity page with their values."""
    number = chance.randrange(1, 900)
    return [
        ["Nomor SOP", f"{number:03}/SOP/KEC/2024"],
        ["Nama SOP", f"{chance.choice(VERBS)} {chance.choice(THINGS)}"],
        ["Tanggal Pembuatan", "4 Maret 2024"],
        ["Tanggal Efektif", "1 April 2024"],
        ["Dasar Hukum", "Peraturan Daerah Nomor 3 Tahun 2019 tentang Kecamatan"],
    ]


def write_xlsx(path, chance, count, padding=0):
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("SOP")
        rows = [*identity(chance), [], HEAD, *steps(chance, count, padding)]
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)


def write_docx(path, chance, count, padding=0):
    document = docx.Document()
    for label, value in identity(chance):
        document.add_paragraph(f"{label} : {value}")
    table = document.add_table(rows=2, cols=len(HEAD))
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, HEAD):
        cell.text = text
    # Rows are copied: the usual way to add them takes the square of their number.
    pattern = table.rows[1]
    for cell in pattern.cells:
        cell.text = "."
    row = pattern._tr
    table._tbl.remove(row)
    tag = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    for texts in steps(chance, count, padding):
        copy = deepcopy(row)
        for node, text in zip(copy.iter(tag), texts):
            node.text = text
        table._tbl.append(copy)
    document.save(str(path))


def picture(chance):
    """A page of coloured noise: pages are limited in number, and words alone would not fill so much."""
    size = (1200, 1000)
    noise = io.BytesIO()
    PIL.Image.frombytes("RGB", size, chance.randbytes(3 * size[0] * size[1])).save(noise, "PNG")
    noise.seek(0)
    return Image(noise, 300, 250)


def write_pdf(path, chance, count, padding=0):
    style = getSampleStyleSheet()["BodyText"]
    style.fontSize, style.leading = 7, 8
    flow = [Paragraph(f"{label} : {value}", style) for label, value in identity(chance)]
    widths = [22, 190, 50, 55, 45, 130, 50, 130, 60]
    lines = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    rows = [[Paragraph(text, style) for text in row] for row in [HEAD, *steps(chance, count, padding)]]
    # One table of thousands of rows would take its maker minutes.
    for at in range(0, len(rows), 200):
        flow.append(Table(rows[at : at + 200], widths, style=lines))
    if padding:
        flow.append(picture(chance))
    SimpleDocTemplate(str(path), pagesize=landscape(A4), margin=30, invariant=1).build(flow)


# How each kind is written, and how many rows, with how many words more in three of their cells, make 5 MB of it.
WRITERS = {"xlsx": (write_xlsx, 15_000, 48), "docx": (write_docx, 15_000, 48), "pdf": (write_pdf, 1_500, 24)}


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    for kind, (write, large, padding) in WRITERS.items():
        (folder / kind).mkdir(parents=True)
        chance = random.Random(kind)
        for at in range(count):
            write(folder / kind / f"sop-{at:03}.{kind}", chance, chance.randrange(8, 20))
        write(folder / f"besar.{kind}", chance, large, padding)


main()
