"""Makes office files of SOPs with drawn flows, in many dialects, each with its gold YAML.

    python3 -m venv /tmp/office && /tmp/office/bin/pip install openpyxl XlsxWriter python-docx typst reportlab PyYAML Pillow pypdf
    apt-get install libreoffice-calc libreoffice-writer chromium fonts-liberation
    /tmp/office/bin/python tests/office/make.py --out target/office [--seed N] [--flows 24] [--dialect NAME]...

Writes `OUT/gold/NAME.yaml` and `OUT/DIALECT/NAME.SUFFIX`. Installs nothing: a dialect whose package or program is missing is
named and left out. The same seed gives the same flows. `score.py` beside this file compares what a program reads with the gold.
"""

import argparse
import importlib
import importlib.util
import pkgutil
import shutil
import sys
import traceback
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent))

import dialects
from models import Invention, invent
from plan import Tangle, plan_of

EXAMPLES = Path(__file__).parents[2] / "examples"
MODULES = {
    "openpyxl": "openpyxl",
    "XlsxWriter": "xlsxwriter",
    "python-docx": "docx",
    "typst": "typst",
    "reportlab": "reportlab",
    "Pillow": "PIL",
    "pypdf": "pypdf",
}


def main():
    """Makes all that is asked for; 1 where a dialect failed."""
    options = arguments()
    out = Path(options.out)
    inventions = flows(options.seed, options.flows)
    (out / "gold").mkdir(parents=True, exist_ok=True)
    for invention in inventions:
        text = yaml.safe_dump(invention.model, sort_keys=False, allow_unicode=True, width=1000)
        (out / "gold" / f"{invention.name}.yaml").write_text(text, encoding="utf-8")
    failed = 0
    for name in options.dialect or sorted(module.name for module in pkgutil.iter_modules(dialects.__path__)):
        failed += make_dialect(name, inventions, out / name)
    return 1 if failed else 0


def arguments():
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", default="target/office")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--flows", type=int, default=24)
    parser.add_argument("--dialect", action="append", help="only this one; may be given again")
    return parser.parse_args()


def flows(seed, count):
    """`count` made-up SOPs that can be drawn without tangle, and the examples of the project."""
    found, at = [], seed * 1000
    while len(found) < count:
        invention = invent(at)
        at += 1
        if can_be_drawn(invention):
            found.append(invention)
    return found + [example for example in examples() if can_be_drawn(example)]


def can_be_drawn(invention):
    """On one page and on several."""
    try:
        plan_of(invention)
        plan_of(invention, page_height=560)
        plan_of(invention, page_height=560, repeat_header=False)
    except Tangle as tangle:
        print(f"{invention.name}: left out, {tangle}", file=sys.stderr)
        return False
    return True


def examples():
    """The SOPs that the project shows; `surat-tugas` is left out, for its words give the actors away."""
    for at, path in enumerate(sorted(EXAMPLES.glob("*.yaml"))):
        if path.stem != "surat-tugas":
            model = yaml.safe_load(path.read_text(encoding="utf-8"))
            yield Invention(f"contoh-{path.stem}", model, {}, at)


def make_dialect(name, inventions, folder):
    """All files of one dialect; the number of those that failed."""
    module = importlib.import_module(f"dialects.{name}")
    missing = [package for package in module.NEEDS if importlib.util.find_spec(MODULES[package]) is None]
    missing += [program for program in module.PROGRAMS if shutil.which(program) is None]
    if missing:
        print(f"LEFT OUT: {name} needs {', '.join(missing)}", file=sys.stderr)
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for invention in inventions:
        try:
            module.make(invention, folder / f"{invention.name}.{module.SUFFIX}")
        except Exception:
            failed += 1
            print(f"FAILED: {name} {invention.name}\n{traceback.format_exc() if failed == 1 else ''}", file=sys.stderr)
    print(f"{name}: {len(inventions) - failed} of {len(inventions)}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
