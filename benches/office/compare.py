#!/usr/bin/env python3
"""Reading office files, by us and by others, side by side in one run: user and system time of 200 files of each kind, and the
peak of memory on one large file.

Needs `cargo build --release` before, pdftotext (poppler-utils), and Python with venv; packages go into a folder that is
thrown away. `COUNT=20 RUNS=3 benches/office/compare.py` takes fewer files, and the least of so many runs.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOP = HERE.parent.parent / "target/release/sop"
COUNT = int(os.environ.get("COUNT", "200"))
RUNS = int(os.environ.get("RUNS", "3"))
PACKAGES = ["python-docx", "XlsxWriter", "reportlab", "pdfplumber", "Pillow"]


def measured(command):
    """Seconds of user and system time, and the peak of memory in MB; nothing where the command fails."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([str(part) for part in command], **quiet) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    # Findings end with 1.
    if child.returncode > 1:
        return None
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command):
    runs = [measured(command) for _ in range(RUNS)]
    return None if None in runs else min(runs)


def each(command):
    """A shell loop, for programs that take one file at a time."""
    return lambda files: ["sh", "-c", f'for file; do {command} "$file" - >/dev/null; done', "sh", *files]


def show(kind, files, large, programs):
    size = large.stat().st_size / 1e6
    print(f"\n{len(files)} files .{kind}, {sum(it.stat().st_size for it in files) / 1e6:.1f} MB; one of {size:.1f} MB")
    print(f"  {'':36} {'CPU':>8} {'convert = 1':>11} {'peak on the large one':>22}")
    ours = None
    for name, command in programs.items():
        small = best(command(files))
        # Rules look at documents of some hundred steps; on thousands only the reading is compared.
        big = None if name == "sop check" else measured(command([large]))
        # `sop convert` reads and writes; it is what the others are held against.
        ours = small if name == "sop convert" else ours
        time = f"{small[0]:6.2f} s" if small else "refused"
        ratio = f"{small[0] / ours[0]:.2f}" if small and ours else ""
        peak = f"{big[1]:.0f} MB in {big[0]:.1f} s" if big else "–" if name == "sop check" else "refused"
        print(f"  {name:36} {time:>8} {ratio:>11} {peak:>22}")


def main():
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
        python = work / "venv/bin/python"
        subprocess.run([python, "-m", "pip", "-q", "install", *PACKAGES], check=True)
        subprocess.run([python, HERE / "make.py", work / "files", str(COUNT)], check=True)
        build = ["cargo", "build", "-q", "--release", "--manifest-path", HERE / "calamine/Cargo.toml"]
        subprocess.run([*build, "--target-dir", work / "calamine"], check=True)
        ours = lambda verb: lambda files: [SOP, verb, *files, *(["-o", work / "out", "--force"] if verb == "convert" else [])]
        others = lambda reader: lambda files: [python, HERE / "others.py", reader, *files]
        sops = {"sop convert": ours("convert"), "sop check": ours("check")}
        programs = {
            "xlsx": {"calamine alone (values only)": lambda files: [work / "calamine/release/calamine-alone", *files]},
            "docx": {"python-docx, cells of its tables": others("docx")},
            "pdf": {"pdftotext -layout": each("pdftotext -layout"), "pdfplumber extract_tables": others("pdfplumber")},
        }
        # The large output folder must exist, for one file alone would take its name for that of the result.
        (work / "out").mkdir()
        for kind, compared in programs.items():
            files = sorted((work / "files" / kind).iterdir())
            show(kind, files, work / "files" / f"besar.{kind}", {**sops, **compared})


main()
