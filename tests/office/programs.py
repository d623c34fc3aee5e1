"""The programs that some dialects ask for, run without a window."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path


def soffice(source, suffix, path):
    """LibreOffice opens a file and saves it as another kind."""
    with tempfile.TemporaryDirectory() as room:
        profile = f"-env:UserInstallation=file://{Path(tempfile.gettempdir()) / f'sop-office-{os.getpid()}'}"
        command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", room, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        shutil.move(Path(room) / f"{Path(source).stem}.{suffix}", path)


def chromium(source, path):
    """Chromium prints a page of HTML."""
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={path}", str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
