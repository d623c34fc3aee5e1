//! What stands in actor cells: symbols, their names, ticks, letters, arrows, branch words.

use super::fold::fold;
use super::spellings::{Rows, spellings};

/// What a word or sign in an actor cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Mulai: capsule.
    Start,
    /// Selesai: capsule.
    End,
    /// Box, or the word for it.
    Process,
    /// Diamond, or the word for it.
    Decision,
    /// Sheet.
    Document,
    /// Capsule or circle of which it is not said whether it starts or ends.
    Capsule,
    /// Tick, cross, letter: the actor acts, in whatever shape.
    Tick,
    /// Arrow or line: passes by.
    Arrow,
    /// Ya.
    Yes,
    /// Tidak.
    No,
}

/// Signs of one character.
const CHARACTERS: &[(&str, Sign)] = &[
    ("▮▯█▓▒░▆▇▉□■▢▣▭▬▯◻◼◽◾⬜⬛☐▪▫🔲🔳🟦🟩🟨🟧🟥🟪🟫口ロ囗", Sign::Process),
    // Wingdings, where only the codes came along: a tick of it is a tick in most symbol fonts, the others are of it alone.
    ("\u{f06e}\u{f06f}\u{f070}\u{f071}\u{f072}\u{f0a8}", Sign::Process),
    ("\u{f073}\u{f074}\u{f075}\u{f076}", Sign::Decision),
    ("\u{f06c}\u{f06d}\u{f0a1}", Sign::Capsule),
    ("\u{f0fb}\u{f0fc}\u{f0fd}\u{f0fe}", Sign::Tick),
    ("\u{f0df}\u{f0e0}\u{f0e1}\u{f0e2}\u{f0e7}\u{f0e8}\u{f0e9}\u{f0ea}\u{f0ef}\u{f0f0}\u{f0f1}\u{f0f2}", Sign::Arrow),
    ("◇◆◊⬥⬦⋄♢♦🔶🔷🔸🔹❖", Sign::Decision),
    ("▤🗎🗋", Sign::Document),
    ("○●◯⬭⬬⭕◉⚪⚫⬤⭘⃝🔵🔴🟢🟡🟠🟣", Sign::Capsule),
    ("✓✔√☑✅✗✘×☒", Sign::Tick),
    ("↓↑→←↔↕⇓⇑⇒⇐⇨⇩⇦⇧➔➜➝➞►▶◄◀▼▲▾▸↳↲↵⟶⟵⇢↘↙↗↖⬇⬆⬅➡⮕⬊⬋⬈⬉↩↪↰↱↴⤴⤵⤶⤷↺↻⟲⟳⮌⮐↶↷🡒🡐🡓🡑│─┌┐└┘├┤┬┴┼¯—–", Sign::Arrow),
];

/// Signs of a typewriter, of which lines are drawn.
const ASCII_LINES: &[u8] = b"|_-~>";

/// Symbols drawn with the signs of a typewriter, each a whole cell.
const TYPED: &[(&str, Sign)] = &[
    ("[]", Sign::Process),
    ("[x]", Sign::Tick),
    ("[X]", Sign::Tick),
    ("[v]", Sign::Tick),
    ("[V]", Sign::Tick),
    ("[*]", Sign::Tick),
    ("[o]", Sign::Tick),
    ("(x)", Sign::Tick),
    ("(X)", Sign::Tick),
    ("(v)", Sign::Tick),
    ("(V)", Sign::Tick),
    ("(*)", Sign::Tick),
    ("(o)", Sign::Tick),
    ("(O)", Sign::Tick),
    ("<>", Sign::Decision),
    ("()", Sign::Capsule),
    ("(M)", Sign::Start),
    ("(S)", Sign::End),
    ("[=]", Sign::Document),
];

/// The symbol that a whole cell draws with the signs of a typewriter; the number of the step may stand in it.
pub fn typed(cell: &str) -> Option<Sign> {
    if cell.len() > LONGEST_TYPED || !cell.starts_with(['[', '<', '(']) {
        return None;
    }
    let drawn: String = cell.chars().filter(|it| !it.is_ascii_digit() && *it != ' ').collect();
    TYPED.iter().find(|(known, _)| *known == drawn).map(|(_, sign)| *sign)
}

/// Names, folded, of the symbols and lines of a flowchart, as the row below it explains them.
const SYMBOL_NAMES: &[&str] = &[
    "mulai",
    "selesai",
    "mulaiselesai",
    "mulaiakhir",
    "mulaiatauselesai",
    "awalakhir",
    "terminator",
    "proses",
    "kegiatan",
    "keputusan",
    "pengambilankeputusan",
    "yatidak",
    "dokumen",
    "arsip",
    "alur",
    "arah",
    "arus",
    "arahalur",
    "arahproses",
    "garisalur",
    "panah",
    "konektor",
    "penghubung",
    "lanjutankegiatan",
    "pindahhalaman",
];

/// The text names a symbol of a flowchart: `Mulai/Selesai`, `Konektor perpindahan aktivitas ke halaman berikutnya`.
pub fn names_symbol(text: &str) -> bool {
    let folded = fold(text);
    SYMBOL_NAMES.contains(&folded.as_str()) || ["konektor", "penghubung"].iter().any(|it| folded.starts_with(it))
}

/// Brackets round a number of two digits, in bytes.
const LONGEST_TYPED: usize = 6;

/// Words, without blanks between them.
const WORDS: &Rows<Sign> = &[
    (&["mulai", "start", "awal"], Sign::Start),
    (&["selesai", "stop", "end", "akhir", "berakhir"], Sign::End),
    (&["proses", "kotak", "process", "persegi", "persegipanjang", "rectangle"], Sign::Process),
    (&["keputusan", "decision", "belahketupat", "wajik", "diamond", "yatidak"], Sign::Decision),
    (&["oval", "kapsul", "elips", "lingkaran", "terminator", "roundedrectangle", "ellipse"], Sign::Capsule),
    (&["x", "v"], Sign::Tick),
    (&["ya", "y", "setuju", "lengkap", "sesuai", "benar", "valid", "layak"], Sign::Yes),
    (
        &[
            "tidak",
            "tdk",
            "t",
            "tidaksetuju",
            "tidaklengkap",
            "belumlengkap",
            "tidaksesuai",
            "belumsesuai",
            "salah",
            "belumbenar",
            "tidakvalid",
            "belumvalid",
            "ditolak",
        ],
        Sign::No,
    ),
];

spellings! { static TABLE: Sign = WORDS; }

/// The sign that a character is.
pub fn character(it: char) -> Option<Sign> {
    if it.is_ascii() {
        return if ASCII_LINES.contains(&(it as u8)) { Some(Sign::Arrow) } else { None };
    }
    CHARACTERS.iter().find(|(characters, _)| characters.contains(it)).map(|(_, sign)| *sign)
}

/// Longest of these words.
pub const LONGEST_WORD: usize = 16;

/// The sign that a folded word is.
pub fn word(folded: &str) -> Option<Sign> {
    TABLE.exact(folded)
}

/// One of the folded words may begin so.
pub fn begins(folded: &str) -> bool {
    TABLE.begins(folded)
}

/// Signs other than letters and digits that people type for a tick.
const TYPED_TICKS: &str = "*+#@•";

/// The character may be a tick where all cells hold it alone.
pub fn may_be_tick(it: char) -> bool {
    it.is_alphanumeric() || TYPED_TICKS.contains(it)
}

/// Letters of Wingdings that show a box, a circle, a diamond, a tick or a cross: several of them in one table are ticks.
pub fn is_symbol_letter(it: char) -> bool {
    "lmnopqrstuüûýþ".contains(it)
}

/// Letters and digits that a circle is read as.
pub fn is_like_circle(it: char) -> bool {
    matches!(it, 'O' | 'o' | '0')
}

/// The character is an arrow that leads left or up.
pub fn is_back(it: char) -> bool {
    "←↑⇐⇑⇦⇧⬅⬆↰↱↩↖⬉⤴⤶↺⟲⮌↶◀◄▲↵↲⟵".contains(it)
}

/// The character is an arrow down or to the right.
pub fn leads_on(it: char) -> bool {
    "↓→⇓⇒⇨⇩➔➜➝➞⟶⬇➡⮕\u{fe0f}".contains(it)
}

/// The character draws a part of the flow, and is no sign of a sentence.
pub fn is_drawn(it: char) -> bool {
    it == '\u{fe0f}'
        || !matches!(it, '–' | '—' | '¯' | '×') && !it.is_alphanumeric() && !it.is_ascii() && character(it).is_some()
}

/// The character is an arrow with a dashed line.
pub fn is_dashed(it: char) -> bool {
    it == '⇢'
}

/// Arrows before a goal.
const RIGHTWARD: &str = "→⇒⇨➔➜➝➞►▶⟶⇢";

/// The character is an arrow that points on to what stands behind it.
pub fn is_rightward(it: char) -> bool {
    RIGHTWARD.contains(it)
}

/// Words of an answer that say no more than yes or no.
const PLAIN_ANSWERS: [&str; 5] = ["ya", "y", "tidak", "tdk", "t"];

/// The words of an answer, where they are other words than `Ya` and `Tidak`.
pub fn own_words(answer: &str) -> Option<String> {
    let plain = PLAIN_ANSWERS.contains(&fold(answer).as_str());
    (!plain).then(|| answer.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The part of a picture's description that names a symbol: `Flowchart: Terminator 3`.
pub fn pictured(description: &str) -> Option<&str> {
    let name = description.rsplit(':').next()?.trim();
    let name = name.trim_end_matches(|it: char| it.is_ascii_digit() || matches!(it, ' ' | '-' | '_'));
    let is_symbol = |sign| {
        matches!(sign, Sign::Start | Sign::End | Sign::Process | Sign::Decision | Sign::Document | Sign::Capsule)
    };
    word(&fold(name)).filter(|sign| is_symbol(*sign)).map(|_| name)
}
