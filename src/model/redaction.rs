//! NIPs dotted out, for copies of an SOP that leave the office.

use super::{Cell, Field, Nip, Sop, Sourced};

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
    /// Dots out the NIP of who signs, and all numbers as long as a NIP in whatever else the SOP says: texts, names, what
    /// could not be read, reasons. Its own number and its dates stay as they are where they were understood.
    pub fn mask_nips(&mut self) {
        self.mask_identity();
        each(&mut self.legal_basis, |citation| mask(&mut citation.text));
        for list in
            [&mut self.qualifications, &mut self.related, &mut self.equipment, &mut self.cautions, &mut self.records]
        {
            each(list, mask);
        }
        self.actors.iter_mut().for_each(|actor| mask(&mut actor.name.value));
        for step in &mut self.steps {
            step.headings.iter_mut().for_each(|heading| mask(&mut heading.value));
            let ways = step.cells.iter_mut().flat_map(Cell::ways_mut);
            ways.filter_map(|way| way.label.as_mut()).for_each(|label| mask(&mut label.value));
            one(&mut step.activity, mask);
            each(&mut step.requirements, |name| mask(&mut name.0));
            one(&mut step.duration, |_| {});
            each(&mut step.outputs, |name| mask(&mut name.0));
            one(&mut step.note, mask);
        }
        self.ignored.iter_mut().for_each(|ignore| mask(&mut ignore.reason));
        if let Some(conversion) = &mut self.conversion {
            mask(&mut conversion.source);
            conversion.reviews.iter_mut().filter_map(|review| review.reason.as_mut()).for_each(mask);
            conversion.leftovers.iter_mut().for_each(|it| mask(&mut it.text));
        }
    }

    fn mask_identity(&mut self) {
        let identity = &mut self.identity;
        [&mut identity.agency, &mut identity.unit, &mut identity.title].into_iter().for_each(|it| one(it, mask));
        one(&mut identity.number, |_| {});
        [&mut identity.created, &mut identity.revised, &mut identity.effective]
            .into_iter()
            .for_each(|date| one(date, |_| {}));
        one(&mut identity.revision, mask);
        each(&mut identity.purpose, mask);
        for person in
            [&mut identity.maker, &mut identity.examiner, &mut identity.signatory].into_iter().filter_map(known)
        {
            if let Some(nip) = &mut person.nip {
                nip.value = nip.value.masked();
            }
            let texts = [&mut person.position, &mut person.name, &mut person.rank, &mut person.grade];
            texts.into_iter().flatten().for_each(|text| mask(&mut text.value));
        }
    }
}

fn mask(text: &mut String) {
    *text = without_nips(text);
}

/// What the field says where it was understood; masks what was not.
fn known<T>(field: &mut Field<T>) -> Option<&mut T> {
    match field {
        Field::Known(value) => Some(value),
        Field::Unreadable(text) => {
            mask(&mut text.value);
            None
        }
        Field::Absent | Field::Blank(_) | Field::Dash(_) => None,
    }
}

fn one<T>(field: &mut Field<Sourced<T>>, change: impl Fn(&mut T)) {
    known(field).into_iter().for_each(|it| change(&mut it.value));
}

fn each<T>(field: &mut Field<Vec<Sourced<T>>>, change: impl Fn(&mut T)) {
    known(field).into_iter().flatten().for_each(|it| change(&mut it.value));
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
