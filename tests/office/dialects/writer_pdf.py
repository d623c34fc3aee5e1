"""PDF that LibreOffice Writer makes of a DOCX with DrawingML shapes."""

import tempfile
from pathlib import Path

from dialects import docx_drawingml
from programs import soffice

SUFFIX, NEEDS, PROGRAMS = "pdf", ["python-docx"], ["soffice"]


def make(invention, path):
    """One PDF."""
    with tempfile.TemporaryDirectory() as room:
        source = Path(room) / "source.docx"
        docx_drawingml.make(invention, source)
        soffice(source, "pdf", path)
