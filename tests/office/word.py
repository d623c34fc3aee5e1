"""Word files of the program, opened and saved by LibreOffice: what is read from both must be the same.

    SOP_PRINTS=200 SOP_WORD_FILES=/tmp/word cargo test --locked --test suite -- print::word
    python3 tests/office/word.py target/debug/sop /tmp/word
"""
import pathlib
import re
import subprocess
import sys
import tempfile

def convert(program, path):
    run = subprocess.run([program, "convert", str(path)], capture_output=True, text=True)
    return re.split(r"\n(?=konversi:)", run.stdout)[0], run.stdout

def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    files = sorted(folder.glob("*.docx"))
    saved = folder / "saved"
    saved.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        for at in range(0, len(files), 40):
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "docx", "--outdir", str(saved)]
                + [str(it) for it in files[at:at + 40]],
                check=True, capture_output=True, timeout=600,
            )
    bad = 0
    for path in files:
        (own, _), (back, whole) = convert(program, path), convert(program, saved / path.name)
        if own != back:
            bad += 1
            lines = set(own.splitlines()), set(back.splitlines())
            print(f"{path.name}:")
            print("\n".join(f"  - {it}" for it in sorted(lines[0] - lines[1])))
            print("\n".join(f"  + {it}" for it in sorted(lines[1] - lines[0])))
    print(f"{len(files)} files, {bad} differ")
    sys.exit(bad > 0)

main()
