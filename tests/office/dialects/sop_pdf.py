"""PDF that `sop render` prints, without the data that it carries: only the page is left to read. `SOP` names the binary."""

import os
import subprocess
import tempfile
from pathlib import Path

import yaml
from pypdf import PdfReader, PdfWriter

SUFFIX, NEEDS = "pdf", ["pypdf"]
BUILT = Path(__file__).parents[3] / "target" / "release" / "sop"
PROGRAMS = [os.environ.get("SOP", str(BUILT))]


def make(invention, path):
    """One print."""
    with tempfile.TemporaryDirectory() as room:
        source, full = Path(room) / "sop.yaml", Path(room) / "sop.pdf"
        source.write_text(yaml.safe_dump(invention.model, sort_keys=False, allow_unicode=True), encoding="utf-8")
        subprocess.run([PROGRAMS[0], "render", str(source), "-o", str(full)], check=True, capture_output=True)
        writer = PdfWriter()
        for page in PdfReader(full).pages:
            writer.add_page(page)
        writer.write(path)
