//! Nomor SOP: kept as written.

use crate::model::SopNumber;

/// The number as written, without the colon of its label, white space folded. A segment left blank (`830/ /IV`) stays
/// blank; a number broken over two lines is joined where a sign stands at the break.
pub fn sop_number(text: &str) -> SopNumber {
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ':').trim_end();
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_joined = out.ends_with(['/', '.', '-']) || line.starts_with(['/', '.', '-']);
        if !out.is_empty() && !is_joined {
            out.push(' ');
        }
        for (at, word) in line.split_whitespace().enumerate() {
            if at > 0 {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    SopNumber(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_as_written() {
        let rows = [
            (": 830/ /IV.16-WK/2021", "830/ /IV.16-WK/2021"),
            (": /Dinperkim/Perencanaan/2021", "/Dinperkim/Perencanaan/2021"),
            ("880/2126.a/PNSD5.B/XI/2023", "880/2126.a/PNSD5.B/XI/2023"),
            ("SOP /  /  / 2017 / SATLANTAS", "SOP / / / 2017 / SATLANTAS"),
            ("B- /Kd.11.32/1/KS.01. 1/01/2019", "B- /Kd.11.32/1/KS.01. 1/01/2019"),
            ("SOP/VII.B.a.\n01/BPBDSU/2018", "SOP/VII.B.a.01/BPBDSU/2018"),
            ("W17.U2/1/PM-SOP/HK/2017", "W17.U2/1/PM-SOP/HK/2017"),
            ("............", "............"),
            ("", ""),
        ];
        for (text, expected) in rows {
            assert_eq!(sop_number(text).0, expected, "{text}");
        }
    }
}
