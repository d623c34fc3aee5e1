//! Tables from folded spellings to what they mean, with tolerance for misspelling; made when the program is compiled.

use super::nearness::distance_within;
use super::openings::Openings;

/// Rows of spellings, each with what all of them mean.
pub type Rows<T> = [(&'static [&'static str], T)];

/// Folded spellings are shorter than this.
const LONGEST: usize = 64;

/// A table from folded spellings to what they mean. `COUNT` is how many there are ([`count`]), `LETTERS` how long they are
/// together ([`letters`]).
#[derive(Debug)]
pub struct Spellings<T, const COUNT: usize, const LETTERS: usize> {
    /// The folded spellings, one behind the other.
    folded: [u8; LETTERS],
    /// What each looks like, from the same letter on; no spelling is longer for it.
    look_alike: [u8; LETTERS],
    spellings: [Spelling<T>; COUNT],
    /// By length, for the lengths of the others can never be near; of equal length in the order of the rows.
    by_length: Order<COUNT>,
    /// The same by the length of the look-alikes.
    by_look: Order<COUNT>,
    /// In the order of the alphabet.
    sorted: [u16; COUNT],
    /// How they begin.
    openings: Openings,
}

#[derive(Debug, Clone, Copy)]
struct Spelling<T> {
    /// First letter in the table.
    from: u16,
    length: u16,
    letters: Letters,
    meaning: T,
}

/// Spellings in the order of some length of theirs.
#[derive(Debug)]
struct Order<const COUNT: usize> {
    spellings: [u16; COUNT],
    /// For each length the position of the first that has it or more.
    starts: [u16; LONGEST + 1],
}

impl<const COUNT: usize> Order<COUNT> {
    const fn of(lengths: &[u16; COUNT]) -> Self {
        let mut order = Self { spellings: [0; COUNT], starts: [0; LONGEST + 1] };
        let (mut taken, mut length) = (0, 0);
        while length <= LONGEST {
            order.starts[length] = taken as u16;
            let mut at = 0;
            while at < COUNT {
                if lengths[at] as usize == length {
                    order.spellings[taken] = at as u16;
                    taken += 1;
                }
                at += 1;
            }
            length += 1;
        }
        order
    }

    /// Those of the lengths `from..to`.
    fn within(&self, from: usize, to: usize) -> &[u16] {
        let start = |length: usize| usize::from(self.starts[length.min(LONGEST)]);
        &self.spellings[start(from)..start(to).max(start(from))]
    }
}

/// How many spellings the rows hold.
pub const fn count<T>(rows: &Rows<T>) -> usize {
    let (mut sum, mut row) = (0, 0);
    while row < rows.len() {
        sum += rows[row].0.len();
        row += 1;
    }
    sum
}

/// How many letters they have together, folded.
pub const fn letters<T>(rows: &Rows<T>) -> usize {
    let (mut sum, mut row) = (0, 0);
    while row < rows.len() {
        let mut at = 0;
        while at < rows[row].0.len() {
            let bytes = rows[row].0[at].as_bytes();
            let mut byte = 0;
            while byte < bytes.len() {
                sum += bytes[byte].is_ascii_alphabetic() as usize;
                byte += 1;
            }
            at += 1;
        }
        row += 1;
    }
    sum
}

impl<T: Copy, const COUNT: usize, const LETTERS: usize> Spellings<T, COUNT, LETTERS> {
    /// From rows of spellings with their meaning, in plain letters and each with one at least.
    pub const fn new(rows: &Rows<T>) -> Self {
        let empty = Spelling { from: 0, length: 0, letters: Letters::of(&[]), meaning: rows[0].1 };
        let (mut folded, mut look_alike) = ([0; LETTERS], [0; LETTERS]);
        let (mut spellings, mut lengths, mut looks) = ([empty; COUNT], [0; COUNT], [0; COUNT]);
        let (mut taken, mut from, mut row) = (0, 0, 0);
        while row < rows.len() {
            let mut at = 0;
            while at < rows[row].0.len() {
                let to = fold_into(&mut folded, from, rows[row].0[at]);
                assert!(to > from && to - from < LONGEST, "a spelling without letters, or too long");
                let look = look_alike_into(&mut look_alike, &folded, from, to);
                let letters = Letters::of(folded.split_at(to).0.split_at(from).1);
                let length = (to - from) as u16;
                spellings[taken] = Spelling { from: from as u16, length, letters, meaning: rows[row].1 };
                (lengths[taken], looks[taken]) = (length, look);
                (taken, from, at) = (taken + 1, to, at + 1);
            }
            row += 1;
        }
        let (by_length, by_look) = (Order::of(&lengths), Order::of(&looks));
        let (sorted, openings) = (sorted(&folded, &spellings), openings(&folded, &spellings));
        Self { folded, look_alike, spellings, by_length, by_look, sorted, openings }
    }

    /// What this folded text means exactly; of two meanings of one spelling the later counts.
    pub fn exact(&self, folded: &str) -> Option<T> {
        let folded = folded.as_bytes();
        let first = *folded.first()?;
        for at in self.by_length.within(folded.len(), folded.len() + 1).iter().rev() {
            let known = &self.spellings[usize::from(*at)];
            if self.folded[usize::from(known.from)] == first && self.letters_of(known) == folded {
                return Some(known.meaning);
            }
        }
        None
    }

    /// Some spelling begins with this folded text.
    pub fn begins(&self, folded: &str) -> bool {
        let folded = folded.as_bytes();
        // Two letters rule out nearly all.
        if let Some(known) = self.openings.hold(folded).filter(|known| !known || folded.len() == 2) {
            return known;
        }
        let letters = |at: u16| self.letters_of(&self.spellings[usize::from(at)]);
        let at = self.sorted.partition_point(|it| letters(*it) < folded);
        self.sorted.get(at).is_some_and(|it| letters(*it).starts_with(folded))
    }

    /// Cheap: some spelling may begin as this text does.
    pub fn may_open(&self, text: &str) -> bool {
        self.openings.may_open(text)
    }

    /// What it means with up to two letters wrong, one in words of less than ten letters, none in words of less than five.
    pub fn near(&self, folded: &str) -> Option<T> {
        if let Some(meaning) = self.exact(folded) {
            return Some(meaning);
        }
        let allowed = match folded.len() {
            0..=4 => return None,
            5..=9 => 1,
            _ => 2,
        };
        if let Some(meaning) = self.looking_like(folded.as_bytes()) {
            return Some(meaning);
        }
        let present = present(folded.as_bytes());
        let mut counted = None;
        let mut best: Option<(usize, u16)> = None;
        for at in self.by_length.within((folded.len() - allowed).max(5), folded.len() + allowed + 1) {
            let known = &self.spellings[usize::from(*at)];
            // Which letters occur tells most apart, and is quicker to compare than how often.
            if (present ^ known.letters.present).count_ones() as usize > 2 * allowed {
                continue;
            }
            let letters = counted.get_or_insert_with(|| Letters::of(folded.as_bytes()));
            if !letters.may_be_near(&known.letters, allowed) {
                continue;
            }
            let known = str::from_utf8(self.letters_of(known)).unwrap_or_default();
            let Some(distance) = distance_within(known, folded, allowed) else { continue };
            // Of two equally near the first counts.
            if best.is_none_or(|best| (distance, *at) < best) {
                best = Some((distance, *at));
            }
        }
        best.map(|(_, at)| self.spellings[usize::from(at)].meaning)
    }

    /// The meaning of what this text looks like.
    fn looking_like(&self, folded: &[u8]) -> Option<T> {
        let taken_together = folded.windows(2).filter(|pair| *pair == b"rn").count();
        let length = folded.len() - taken_together;
        let first = look_alike(folded).next()?;
        for at in self.by_look.within(length, length + 1).iter().rev() {
            let known = &self.spellings[usize::from(*at)];
            let from = usize::from(known.from);
            let same = || look_alike(folded).eq(self.look_alike[from..from + length].iter().copied());
            if self.look_alike[from] == first && same() {
                return Some(known.meaning);
            }
        }
        None
    }

    fn letters_of(&self, known: &Spelling<T>) -> &[u8] {
        let from = usize::from(known.from);
        &self.folded[from..from + usize::from(known.length)]
    }
}

/// Writes the letters of a spelling in lower case behind those before byte `from`, and says where they end.
const fn fold_into(to: &mut [u8], from: usize, spelling: &str) -> usize {
    let bytes = spelling.as_bytes();
    let (mut end, mut at) = (from, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        assert!(byte.is_ascii() && !byte.is_ascii_digit(), "a spelling is of plain letters");
        if byte.is_ascii_alphabetic() {
            to[end] = byte.to_ascii_lowercase();
            end += 1;
        }
        at += 1;
    }
    end
}

/// Writes what the letters `from..end` look like to the same place, and says how many that are.
const fn look_alike_into(to: &mut [u8], folded: &[u8], from: usize, end: usize) -> u16 {
    let (mut at, mut length) = (from, 0);
    while at < end {
        let next = if at + 1 < end { folded[at + 1] } else { 0 };
        let (letter, taken) = look(folded[at], next);
        to[from + length] = letter;
        (at, length) = (at + taken, length + 1);
    }
    length as u16
}

/// The letter that scanners take this one for, and how many letters that takes together: `rn` and `m`, `i` and `l`.
const fn look(letter: u8, next: u8) -> (u8, usize) {
    match (letter, next) {
        (b'r', b'n') => (b'm', 2),
        (b'i', _) => (b'l', 1),
        _ => (letter, 1),
    }
}

/// The letters with those made one that scanners take for one another.
fn look_alike(folded: &[u8]) -> impl Iterator<Item = u8> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (letter, taken) = look(*folded.get(at)?, folded.get(at + 1).copied().unwrap_or(0));
        at += taken;
        Some(letter)
    })
}

/// The spellings in the order of the alphabet.
const fn sorted<T: Copy, const COUNT: usize>(folded: &[u8], spellings: &[Spelling<T>; COUNT]) -> [u16; COUNT] {
    let mut order = [0; COUNT];
    let mut taken = 0;
    while taken < COUNT {
        let mut at = taken;
        while at > 0 && is_before(folded, &spellings[taken], &spellings[order[at - 1] as usize]) {
            order[at] = order[at - 1];
            at -= 1;
        }
        order[at] = taken as u16;
        taken += 1;
    }
    order
}

const fn is_before<T: Copy>(folded: &[u8], one: &Spelling<T>, other: &Spelling<T>) -> bool {
    let mut at = 0;
    while at < one.length && at < other.length {
        let (mine, its) = (folded[(one.from + at) as usize], folded[(other.from + at) as usize]);
        if mine != its {
            return mine < its;
        }
        at += 1;
    }
    one.length < other.length
}

const fn openings<T: Copy, const COUNT: usize>(folded: &[u8], spellings: &[Spelling<T>; COUNT]) -> Openings {
    let mut openings = Openings::NONE;
    let mut at = 0;
    while at < COUNT {
        let (from, length) = (spellings[at].from as usize, spellings[at].length as usize);
        openings.add(folded.split_at(from + length).0.split_at(from).1);
        at += 1;
    }
    openings
}

/// The place of a letter among the counts; 32 for a byte that is not the first of its letter.
const fn place(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => (byte - b'a') as usize,
        0x80..0xC0 => 32,
        _ => 26,
    }
}

/// Bit `n`: the letter in place `n` occurs.
const fn present(folded: &[u8]) -> u32 {
    let (mut present, mut at) = (0u64, 0);
    while at < folded.len() {
        present |= 1 << place(folded[at]);
        at += 1;
    }
    present as u32
}

/// The letters of a folded text; those other than a to z share a place.
#[derive(Debug, Clone, Copy)]
struct Letters {
    /// How often each occurs.
    counts: [u8; 32],
    /// Bit `n`: the letter in place `n` occurs.
    present: u32,
}

impl Letters {
    const fn of(folded: &[u8]) -> Self {
        let mut letters = Self { counts: [0; 32], present: present(folded) };
        let mut at = 0;
        while at < folded.len() {
            let place = place(folded[at]);
            if place < 32 {
                letters.counts[place] = letters.counts[place].saturating_add(1);
            }
            at += 1;
        }
        letters
    }

    /// No more letters than allowed are sure to be wrong between texts of these letters: one edit brings in, takes out or
    /// changes one letter.
    fn may_be_near(&self, other: &Self, allowed: usize) -> bool {
        let (mut lacking, mut over) = (0, 0);
        let mut at = 0;
        while at < self.counts.len() {
            let (one, other) = (self.counts[at] as usize, other.counts[at] as usize);
            if one < other {
                lacking += other - one;
            } else {
                over += one - other;
            }
            at += 1;
        }
        lacking <= allowed && over <= allowed
    }
}

/// A static table of these rows: `spellings! { static TABLE: Header = ROWS; }`.
macro_rules! spellings {
    (static $table:ident: $meaning:ty = $rows:ident;) => {
        static $table: $crate::vocabulary::spellings::Spellings<
            $meaning,
            { $crate::vocabulary::spellings::count($rows) },
            { $crate::vocabulary::spellings::letters($rows) },
        > = $crate::vocabulary::spellings::Spellings::new($rows);
    };
}

pub(crate) use spellings;

#[cfg(test)]
mod tests {
    use super::super::fold::fold;

    const ROWS: &super::Rows<u8> = &[(&["Pencatatan dan Pendataan"], 1), (&["Nomor", "Kolom"], 2), (&["Kolom"], 3)];
    spellings! { static TABLE: u8 = ROWS; }

    #[test]
    fn misspelt_ones_are_near_and_short_ones_are_not() {
        assert_eq!(TABLE.near(&fold("Penncatatatn dan Pendataan")), Some(1));
        assert_eq!(TABLE.near("nomer"), Some(2));
        assert_eq!(TABLE.near("nornor"), Some(2));
        assert_eq!(TABLE.near("not"), None);
        assert_eq!(TABLE.exact("kolom"), Some(3));
        assert!(TABLE.begins("pencatatandan") && TABLE.begins("no") && !TABLE.begins("nomorsop"));
    }
}
