"""PDF of three programs, drawn by a hasty hand."""

from dialects import pdf_by_hand
from plan import loosened, plan_of

SUFFIX, NEEDS, PROGRAMS = "pdf", ["reportlab"], []


def make(invention, path):
    """One PDF."""
    plan = plan_of(invention, page_height=612 - 2 * pdf_by_hand.MARGIN, repeat_header=invention.seed % 2 == 1, shift=8)
    pdf_by_hand.write(loosened(plan, invention.seed), invention.seed, path)
