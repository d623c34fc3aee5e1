//! How the words of a list begin: rules out most texts before the list itself is looked at.

/// The first two letters of words; for each first letter, bit `n` tells that the `n`th letter of the alphabet stands second.
#[derive(Debug, Clone, Copy)]
pub struct Openings([u32; 26]);

impl Openings {
    /// Of no words.
    pub const NONE: Self = Self([0; 26]);

    /// Of a list of words in small letters.
    pub const fn of(words: &[&str]) -> Self {
        let (mut openings, mut at) = (Self::NONE, 0);
        while at < words.len() {
            openings.add(words[at].as_bytes());
            at += 1;
        }
        openings
    }

    /// Notes a word that begins with two letters, capital or small; one that does not is passed over.
    pub const fn add(&mut self, word: &[u8]) {
        if let [first, second, ..] = word
            && first.is_ascii_alphabetic()
            && second.is_ascii_alphabetic()
        {
            self.0[((*first | 0x20) - b'a') as usize] |= 1 << ((*second | 0x20) - b'a');
        }
    }

    /// Whether some word begins with these two letters, capital or small; `None` where they are no two letters.
    pub fn hold(&self, text: &[u8]) -> Option<bool> {
        let [first, second, ..] = text else { return None };
        let place = |letter: &u8| letter.is_ascii_alphabetic().then(|| (*letter | 0x20) - b'a');
        let (first, second) = (place(first)?, place(second)?);
        Some(self.0[usize::from(first)] & 1 << second != 0)
    }

    /// Some word may begin as this text does: with its first two letters, or it begins with none.
    pub fn may_open(&self, text: &str) -> bool {
        // A capital `I` behind a small letter may be an `l` misread.
        let is_misread = || matches!(text.as_bytes(), [b'a'..=b'z', b'I', ..]);
        self.hold(text.as_bytes()).is_none_or(|holds| holds || is_misread())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_letters_tell() {
        let openings = Openings::of(&["kegiatan", "output", "no"]);
        for (text, expected) in [
            ("KEGIATAN", true),
            ("Kepala", true),
            ("kantor", false),
            ("oI", true),
            ("NI", false),
            ("n", true),
            ("1. Output", true),
            ("", true),
        ] {
            assert_eq!(openings.may_open(text), expected, "{text}");
        }
    }
}
