#!/usr/bin/env bash
# docxcompose 2.2.0 joins two commented files so that the first file's comment stands at the words of the second, whose own comment is gone.
#
# A comment of a Word file is in a part of its own, and the text names it by a number that counts from 0 in each file (ECMA-376 part 1, 17.13.4).
# docxcompose is there to join files, and brings numbers of lists, footnotes, pictures and their like along under new numbers. Comments it leaves
# behind, while the marks in the text stay. With a first file that has none they name nothing, which could be seen; if it has some, they name
# those. A remark on one procedure ("withdrawn, wrong office") is then made on another one as well, in the name of its reviewer,
# and the remark that was made there is lost. It is known that comments do not come along; that they come from elsewhere is not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet docxcompose==2.2.0 python-docx==1.2.0

cd "$work"
venv/bin/python - <<'PYTHON' | tee seen
from importlib.metadata import version
import docx
from docx.oxml.ns import qn
from docxcompose.composer import Composer


def write(name, words, remark=None):
    document = docx.Document()
    run = document.add_paragraph(words).runs[0]
    if remark:
        document.add_comment(run, text=remark, author="Penelaah")
    document.save(name)


def joined(first, second):
    composer = Composer(docx.Document(first))
    composer.append(docx.Document(second))
    composer.save("joined.docx")
    document = docx.Document("joined.docx")
    remarks = {str(comment.comment_id): comment.text for comment in document.comments}
    told = []
    for paragraph in document.paragraphs:
        marks = [mark.get(qn("w:id")) for mark in paragraph._p.iter(qn("w:commentReference"))]
        told.append(f"{paragraph.text}: {', '.join(remarks.get(mark, 'nothing') for mark in marks) or '-'}")
    return " | ".join(told)


write("bare.docx", "SOP Pengaduan")
write("izin.docx", "SOP Izin", "ditarik, salah unit")
write("arsip.docx", "SOP Arsip", "sudah benar")
print("docxcompose", version("docxcompose"))
print("one with comments: ", joined("bare.docx", "arsip.docx"))
print("both with comments:", joined("izin.docx", "arsip.docx"))
PYTHON
cmp -s seen - <<'TEXT' || { echo "changed: comments are joined another way now" >&2; exit 1; }
docxcompose 2.2.0
one with comments:  SOP Pengaduan: - | SOP Arsip: nothing
both with comments: SOP Izin: ditarik, salah unit | SOP Arsip: ditarik, salah unit
TEXT
