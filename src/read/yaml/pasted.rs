//! Lines of another program in YAML → what they are, and what to do with them: rows of a table, items with their numbers, marks
//! that Git leaves.

use super::syntax::{Reason, quoted};
use crate::source::Span;

/// Cells of a row of a table; fewer may be typed.
const FEWEST_CELLS: usize = 3;

/// How Git marks what two people have changed.
const CONFLICTS: [&str; 3] = ["<<<<<<<", "=======", ">>>>>>>"];

/// What a line says of where it comes from.
pub(super) fn told((start, line): (usize, &str)) -> Option<Reason> {
    let bare = line.trim();
    let found = if CONFLICTS.iter().any(|mark| bare.starts_with(mark)) {
        conflict(bare)
    } else if cells(bare) >= FEWEST_CELLS {
        row(bare)
    } else {
        numbered(bare)?
    };
    let at = start + line.len() - line.trim_start().len();
    Some(Reason { id: found.0, en: found.1, span: Span::new(at, at + bare.len()) })
}

/// Cells as spreadsheets, word processors and Markdown part them.
fn cells(line: &str) -> usize {
    let bars = line.strip_prefix('|').map_or(0, |rest| rest.matches('|').count());
    bars.max(line.matches('\t').count() + 1)
}

fn conflict(line: &str) -> (String, String) {
    (
        format!(
            "baris `{}` adalah tanda Git bahwa dua orang mengubah bagian yang sama: pilih isinya, lalu hapus baris `<<<<<<<`, `=======` dan `>>>>>>>`",
            quoted(line)
        ),
        format!(
            "the line `{}` is a mark of Git for a part that two people have changed: choose what it shall say, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`",
            quoted(line)
        ),
    )
}

fn row(line: &str) -> (String, String) {
    (
        format!(
            "baris `{}` adalah baris tabel yang ditempel: simpan tabelnya sebagai berkas .txt lalu ubah dengan `sop convert`, atau tulis setiap langkah sebagai `- nomor: …` dengan isiannya di bawahnya",
            quoted(line)
        ),
        format!(
            "the line `{}` is a pasted row of a table: keep the table as a .txt file and use `sop convert`, or write each step as `- nomor: …` with its keys below",
            quoted(line)
        ),
    )
}

/// `1. Undang-Undang …`
fn numbered(line: &str) -> Option<(String, String)> {
    let (mark, item) = line.split_once(' ')?;
    let number = mark.strip_suffix(['.', ')'])?;
    let is_number = matches!(number.len(), 1 | 2) && number.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| {
        let item = quoted(item);
        (
            format!("baris `{}` diawali nomor daftar: ganti nomornya dengan tanda butir, `- {item}`", quoted(line)),
            format!("the line `{}` begins with the number of a list: write a dash instead, `- {item}`", quoted(line)),
        )
    })
}
