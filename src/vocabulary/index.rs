//! Words → where each stands in a list, found by a hash of its letters; made when the program is compiled.

/// A slot in which no word stands.
const FREE: u16 = u16::MAX;

/// Where the words of a list stand in it. `SLOTS` is a power of two, larger than the list is long.
#[derive(Debug, Clone, Copy)]
pub struct Index<const SLOTS: usize> {
    slots: [u16; SLOTS],
}

impl<const SLOTS: usize> Index<SLOTS> {
    /// Of no words.
    pub const EMPTY: Self = Self { slots: [FREE; SLOTS] };

    /// Where the word stands among those of the list, of which this is the index.
    pub const fn find(&self, list: &[&str], word: &[u8]) -> Option<usize> {
        match self.slots[self.slot(list, word)] {
            FREE => None,
            at => Some(at as usize),
        }
    }

    /// Notes that a word that is not among those of the list will stand at this position of it.
    pub const fn add(&mut self, list: &[&str], word: &[u8], at: usize) {
        let slot = self.slot(list, word);
        self.slots[slot] = at as u16;
    }

    /// The slot of the word, or the free one that it would take.
    const fn slot(&self, list: &[&str], word: &[u8]) -> usize {
        let mut slot = hash(word) & (SLOTS - 1);
        loop {
            let at = self.slots[slot];
            if at == FREE || is_same(list[at as usize].as_bytes(), word) {
                return slot;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }
}

/// A number made of the first and last letters of a word and its length.
pub const fn hash(bytes: &[u8]) -> usize {
    let mixed = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29),
        _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(first), Some(last)) => (u32::from_le_bytes(*first) as u64) << 32 | u32::from_le_bytes(*last) as u64,
            _ => short(bytes),
        },
    };
    let spread = (mixed ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (spread >> 40) as usize
}

const fn short(bytes: &[u8]) -> u64 {
    match bytes {
        [one] => *one as u64,
        [one, two] => (*one as u64) << 8 | *two as u64,
        [one, two, three, ..] => (*one as u64) << 16 | (*two as u64) << 8 | *three as u64,
        [] => 0,
    }
}

/// The same bytes.
pub const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_where_it_stands_and_no_other() {
        const WORDS: &[&str] =
            &["", "a", "ke", "dan", "atau", "surat", "menyampaikan", "menyerahkan", "menyerahkannya"];
        let mut index = Index::<16>::EMPTY;
        for (at, word) in WORDS.iter().enumerate() {
            assert_eq!(index.find(&WORDS[..at], word.as_bytes()), None, "{word}");
            index.add(&WORDS[..at], word.as_bytes(), at);
        }
        for (at, word) in WORDS.iter().enumerate() {
            assert_eq!(index.find(WORDS, word.as_bytes()), Some(at), "{word}");
        }
        for word in ["b", "di", "dam", "alau", "surah", "menyamppikan"] {
            assert_eq!(index.find(WORDS, word.as_bytes()), None, "{word}");
        }
    }
}
