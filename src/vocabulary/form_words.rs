//! Words that stand on every printed form, whatever the SOP says.

use crate::model::{Cell, Symbol, Way};

/// In the capsule where the flow begins.
pub const START: &str = "Mulai";
/// In the capsule where it ends.
pub const END: &str = "Selesai";
/// At the arrow of a decision that agrees, in full and in forms with narrow columns.
pub const YES: [&str; 2] = ["Ya", "Y"];
/// At the arrow of a decision that does not.
pub const NO: [&str; 2] = ["Tidak", "T"];
/// At the arrows of a decision with other ways out, in forms with so many columns that their words have no room.
pub const CASES: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
/// The ways on from a cell, each with the word at its arrow: its own, that of its branch, none.
pub fn said_ways(cell: &Cell) -> impl Iterator<Item = (&str, &Way)> {
    let yes = cell.yes.iter().map(|way| (YES[0], way));
    let no = cell.no.iter().map(|way| (NO[0], way));
    let others = cell.cases.iter().chain(&cell.next).map(|way| ("", way));
    yes.chain(no).chain(others).map(|(usual, way)| (way.words().unwrap_or(usual), way))
}

/// An arrow with a dashed line, in text.
pub const DASHED_ARROW: &str = "⇢";
/// In a cell of a text that goes on from the row above; tables of characters have no cells over several rows.
pub const FROM_ABOVE: &str = "↑";
/// In words, in place of what a cell says that goes on from the step of that number.
pub fn shared_with(number: u32) -> String {
    format!("satu dengan langkah {number}")
}

/// What the letters at the branches of these steps stand for.
pub fn letters_of(steps: &[u32], pairs: &[(&str, &str)]) -> String {
    let steps: Vec<String> = steps.iter().map(u32::to_string).collect();
    let pairs: Vec<String> = pairs.iter().map(|(letter, words)| format!("{letter} = {words}")).collect();
    format!("langkah {}: {}", steps.join(", "), pairs.join(", "))
}

/// Over what the SOP is for.
pub const PURPOSE: &str = "Maksud dan Tujuan";
/// On every page of a print that is no fact yet, how many values are not, and at each of them.
pub const DRAFT: &str = "KONSEP";
/// Behind their number.
pub const DRAFT_OPEN: &str = "isian belum pasti (bertanda ? atau bergaris putus-putus)";
/// The same where there is little room.
pub const DRAFT_SHORT: &str = "isian belum pasti";
/// Symbols, arrows, loose words and the emblem of a sheet, as its list of things drawn names them.
pub const SYMBOL: &str = "Simbol";
/// See [`SYMBOL`].
pub const ARROW: &str = "Panah";
/// See [`SYMBOL`].
pub const WORDS: &str = "Tulisan";
/// See [`SYMBOL`].
pub const EMBLEM: &str = "Lambang";
/// At a value in doubt.
pub const IN_DOUBT: &str = "?";
/// Over Kelengkapan, Waktu and Output.
pub const QUALITY: &str = "Mutu Baku";
/// Of what goes on from the page before.
pub const CONTINUED: &str = "(lanjutan)";
/// The pages of the identity block, as a reader's list of contents names them.
pub const IDENTITY: &str = "Identitas";
/// The pages of the table.
pub const PROCEDURE: &str = "Prosedur";

/// The page that holds both.
pub const IDENTITY_AND_PROCEDURE: &str = "Identitas dan prosedur";
/// In the place for an electronic signature.
pub const ELECTRONIC_SIGNATURE: &str = "QR/TTE";

/// What a text of the foot may hold, to be filled in: name, number, agency and unit of the SOP, the page, all pages.
pub const FOOT_PLACES: [&str; 6] = ["{nama}", "{nomor}", "{instansi}", "{unit}", "{halaman}", "{jumlah}"];
/// At the right of the foot, where the office has nothing else there.
pub const PAGE_OF: &str = "halaman {halaman} dari {jumlah}";

/// Behind the box of who takes part in an act of another.
pub const ALONG: &str = "bersama";

/// On the cover of a book of SOPs.
pub const BOOK: &str = "Standar Operasional Prosedur";
/// The cover, as a reader's list of contents names it.
pub const COVER: &str = "Sampul";
/// Over the table of contents of a book.
pub const CONTENTS: &str = "Daftar Isi";
/// Of an SOP that has no name.
pub const NAMELESS: &str = "(tanpa nama)";
/// What an SOP is called that does not say its name.
pub const UNNAMED: &str = "SOP";

/// The emblem of an agency, said instead of shown: `Lambang Dinas Contoh`; only that it is one where nobody is named.
pub fn emblem_of(agency: &str) -> String {
    format!("Lambang {agency}").trim_end().to_owned()
}

/// `KONSEP: 3 isian belum pasti`, over every page of a draft that has no room for marks at its values; nothing where all is
/// certain.
pub fn draft_head(doubts: usize) -> String {
    if doubts == 0 { String::new() } else { format!("{DRAFT}: {doubts} {DRAFT_SHORT}") }
}

/// `Prosedur`, `Prosedur, lembar 2`; sheets are counted from 1.
pub fn procedure_sheet(number: usize) -> String {
    if number == 1 { PROCEDURE.to_owned() } else { format!("{PROCEDURE}, lembar {number}") }
}

/// `ke hal. 3, langkah 9`, `dari hal. 3, langkah 9`: beside a pentagon that work leaves, or comes in, by.
pub fn signpost(comes_in: bool, page: usize, step: u32) -> String {
    let way = if comes_in { "dari" } else { "ke" };
    format!("{way} hal. {page}, langkah {step}")
}

/// `halaman 2`
pub fn page_word(number: usize) -> String {
    format!("halaman {number}")
}

/// `halaman 2 dari 3`
pub fn page_of(number: usize, total: usize) -> String {
    format!("halaman {number} dari {total}")
}

/// What a symbol is called in a sentence.
pub fn symbol_word(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Start => "mulai",
        Symbol::Process => "proses",
        Symbol::Decision => "keputusan",
        Symbol::Document => "dokumen",
        Symbol::End => "selesai",
    }
}
