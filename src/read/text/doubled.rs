//! Texts with an empty line behind every line, as some programs write paragraphs and others spoil the ends of lines.

use crate::document::Row;

/// A text of fewer lines tells nothing.
const LEAST: usize = 12;

/// Of so many lines one may stand close to the next.
const CLOSE: usize = 20;

/// Takes the empty line behind each line out again; two of them were one.
pub(super) fn halve(rows: &mut Vec<Row>) {
    let filled = rows.iter().filter(|row| !row.is_blank()).count();
    let close = rows.windows(2).filter(|pair| pair.iter().all(|row| !row.is_blank())).count();
    if filled < LEAST || close * CLOSE > filled {
        return;
    }
    let mut behind = false;
    let mut page_start = false;
    rows.retain_mut(|row| {
        let taken = behind && row.is_blank();
        page_start |= row.page_start;
        if !taken {
            row.page_start = std::mem::take(&mut page_start);
        }
        behind = !taken;
        !taken
    });
}

#[cfg(test)]
mod tests {
    use crate::read::text::cells;

    #[test]
    fn an_empty_line_behind_each_line_is_none() {
        let lines: Vec<String> = (1..=12).map(|at| format!("Baris {at}")).collect();
        let apart = lines.join("\n\n");
        assert_eq!(cells(&apart).len(), 12);
        assert_eq!(cells(&apart.replace("Baris 5\n", "Baris 5\n\n\n")).len(), 13);
        assert_eq!(cells(&lines[..11].join("\n\n")).len(), 21);
        assert_eq!(cells(&apart.replacen("\n\n", "\n", 2)).len(), 21);
    }
}
