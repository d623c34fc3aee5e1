"""DOCX that LibreOffice Writer opened and saved."""

import tempfile
from pathlib import Path

from dialects import docx_drawingml
from programs import soffice

SUFFIX, NEEDS, PROGRAMS = "docx", ["python-docx"], ["soffice"]


def make(invention, path):
    """One document, saved again."""
    with tempfile.TemporaryDirectory() as room:
        source = Path(room) / "source.docx"
        docx_drawingml.make(invention, source)
        soffice(source, "docx", path)
