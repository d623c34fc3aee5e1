//! NIPs dotted out, for copies of an SOP that leave the office.

use super::{Field, Nip, Sop};

/// Digits of a whole NIP.
const DIGITS: usize = 18;

impl Nip {
    /// In its groups with all but the first dotted out: `19700101 •••••• • •••`; all digits where it is not whole.
    pub fn masked(&self) -> Self {
        let whole = self.0.len() == DIGITS && self.0.bytes().all(|byte| byte.is_ascii_digit());
        let kept = if whole { 8 } else { 0 };
        let dot = |(at, it): (usize, char)| if at >= kept { dotted(it) } else { it };
        Self(self.grouped().chars().enumerate().map(dot).collect())
    }
}

impl Sop {
    /// Dots out the NIP of who signs, and all numbers as long as a NIP in what could not be read of the signature and in
    /// the reasons of the ledger.
    pub fn mask_nips(&mut self) {
        match &mut self.identity.signatory {
            Field::Known(signatory) => {
                if let Some(nip) = &mut signatory.nip {
                    nip.value = nip.value.masked();
                }
                let texts = [&mut signatory.position, &mut signatory.name, &mut signatory.rank];
                texts.into_iter().flatten().for_each(|text| text.value = without_nips(&text.value));
            }
            Field::Unreadable(text) => text.value = without_nips(&text.value),
            Field::Absent | Field::Blank(_) | Field::Dash(_) => {}
        }
        for review in self.conversion.iter_mut().flat_map(|conversion| &mut conversion.reviews) {
            review.reason = review.reason.as_deref().map(without_nips);
        }
    }
}

/// The text with numbers of 18 digits or more dotted out, whatever blanks, dots and hyphens stand between the digits.
fn without_nips(text: &str) -> String {
    let joins = |it: char| it.is_ascii_digit() || matches!(it, ' ' | '.' | '-');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|it: char| it.is_ascii_digit()) {
        let number = &rest[start..];
        let end = number.find(|it| !joins(it)).unwrap_or(number.len());
        let long = number[..end].bytes().filter(u8::is_ascii_digit).count() >= DIGITS;
        out.push_str(&rest[..start]);
        out.extend(number[..end].chars().map(|it| if long { dotted(it) } else { it }));
        rest = &number[end..];
    }
    out + rest
}

fn dotted(character: char) -> char {
    if character.is_ascii_digit() { '•' } else { character }
}

#[cfg(test)]
mod tests {
    use super::{Nip, without_nips};

    #[test]
    fn a_nip_keeps_only_its_first_group() {
        let masked = |nip: &str| Nip(nip.to_owned()).masked().0;
        assert_eq!(masked("197001011995031001"), "19700101 •••••• • •••");
        assert_eq!(masked("19700101"), "••••••••");
        assert_eq!(masked(&masked("197001011995031001")), "•••••••• •••••• • •••");
    }

    #[test]
    fn long_numbers_in_texts_are_dotted_out() {
        assert_eq!(without_nips("NIP. 19700101 199503 1 001, IV/b"), "NIP. •••••••• •••••• • •••, IV/b");
        assert_eq!(without_nips("Nomor 12 Tahun 2023"), "Nomor 12 Tahun 2023");
    }
}
