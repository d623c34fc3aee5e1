"""DOCX with DrawingML shapes and VML copies, drawn by a hasty hand."""

from dialects import docx_drawingml
from plan import loosened, plan_of

SUFFIX, NEEDS, PROGRAMS = "docx", ["python-docx"], []


def make(invention, path):
    """One document."""
    docx_drawingml.write(loosened(plan_of(invention, page_height=docx_drawingml.TALLEST), invention.seed), path)
