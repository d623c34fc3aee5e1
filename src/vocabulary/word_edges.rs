//! How words begin and end: pairs of consonants that stand only inside a word, so that a word with one at its edge is a piece.

/// Pairs that words begin with, loans among them.
const BEGINNINGS: &[&str] = &[
    "bl", "br", "ch", "cr", "dh", "dj", "dr", "dw", "dz", "fl", "fr", "gh", "gl", "gn", "gr", "kh", "kl", "kn", "kr",
    "ks", "kw", "mn", "ng", "ny", "ph", "pl", "pn", "pr", "ps", "pt", "rh", "sc", "sh", "sk", "sl", "sm", "sn", "sp",
    "sr", "st", "sw", "sy", "th", "tj", "tr", "ts", "tw", "wh", "wr",
];

/// Pairs that no word ends with, nor any usual short form.
const NEVER_LAST: &[&str] = &[
    "bl", "br", "dr", "gg", "gl", "gr", "hb", "hk", "hl", "hn", "hr", "hw", "kl", "kn", "kr", "kw", "mb", "mp", "nc",
    "nj", "ny", "pl", "pr", "rj", "sl", "sr", "sw", "tl", "tr", "tw",
];

/// Fewest letters of a piece that is judged; shorter ones may be short forms.
const FEWEST: usize = 4;

/// `njau`, `ndar`: small letters that begin as only the middle of a word does.
pub fn begins_in_word(lower: &str) -> bool {
    let first = lower.get(..2).filter(|pair| !pair.contains(is_vowel));
    is_judged(lower) && first.is_some_and(|pair| !BEGINNINGS.contains(&pair))
}

/// `Pengg`, `Syahb`: a word that ends as only the middle of a word does.
pub fn ends_in_word(word: &str) -> bool {
    let last = word.len().checked_sub(2).and_then(|at| word.get(at..));
    is_judged(word) && last.is_some_and(|pair| NEVER_LAST.contains(&pair))
}

fn is_judged(word: &str) -> bool {
    word.len() >= FEWEST && word.contains(is_vowel) && word.chars().all(|it| it.is_ascii_alphabetic())
}

fn is_vowel(letter: char) -> bool {
    matches!(letter.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u')
}
