//! Changes of values → other words in the text that they were read from, where that text is no YAML of ours.
//!
//! A value is what stands at its place, each run of blanks as one; which words of it are other ones is all that is said here. A value
//! that stands otherwise, such as one that was repaired, gives words that do not fit: whoever applies them reads the result again.

use crate::diagnostic::{Change, Edit};
use crate::source::{Source, Span};
use std::ops::Range;

/// The same as words of the source, in their order; `None` where more than words would have to change.
pub fn reworded(source: &Source, changes: &[Change]) -> Option<Vec<Edit>> {
    let mut edits = changes.iter().map(|it| edit(source, it)).collect::<Option<Vec<Edit>>>()?;
    edits.sort_by_key(|it| it.span);
    edits.dedup();
    let is_apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    (is_apart && !edits.is_empty()).then_some(edits)
}

fn edit(source: &Source, change: &Change) -> Option<Edit> {
    match change {
        Change::Replace { value, part, text } => Value::at(source, *value).replaced(part.clone(), text),
        Change::Set { value, text } | Change::Rename { name: value, text, .. } => {
            let value = Value::at(source, *value);
            let part = value.differing(text);
            let kept = value.text.len() - part.end;
            let text = text.get(part.start..text.len().checked_sub(kept)?)?;
            value.replaced(part, text)
        }
        Change::Quote { .. } | Change::Remove { .. } | Change::Reorder { .. } | Change::Renumber { .. } => None,
    }
}

/// A value as it stands in the source.
struct Value {
    start: usize,
    /// Each run of blanks is one.
    text: String,
    /// Where each byte of the text stands, and the end, from `start`.
    offsets: Vec<usize>,
}

impl Value {
    fn at(source: &Source, span: Span) -> Self {
        let written = source.slice(span);
        let lead = written.len() - written.trim_start().len();
        let (mut text, mut offsets) = (String::new(), Vec::new());
        for (at, letter) in written.trim_end().char_indices().skip_while(|(at, _)| *at < lead) {
            let is_blank = letter.is_whitespace();
            if !is_blank {
                text.push(letter);
            } else if !text.ends_with(' ') {
                text.push(' ');
            } else {
                continue;
            }
            let more = text.len() - offsets.len();
            offsets.extend((0..more).map(|byte| at + byte));
        }
        offsets.push(written.trim_end().len());
        Self { start: span.start as usize, text, offsets }
    }

    /// The bytes that are replaced so that it reads like that, as whole words.
    fn differing(&self, text: &str) -> Range<usize> {
        let (old, new) = (&self.text, text);
        let ahead = old.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
        let is_parted = |at: usize| old.as_bytes().get(at) == Some(&b' ') || at == old.len();
        let is_word_end = is_parted(ahead) && (new.as_bytes().get(ahead) == Some(&b' ') || ahead == new.len());
        let start = match is_word_end {
            true => ahead,
            false => old[..old.floor_char_boundary(ahead)].rfind(' ').map_or(0, |at| at + 1),
        };
        let room = (old.len() - start).min(new.len() - start);
        let behind = old.bytes().rev().zip(new.bytes().rev()).take(room).take_while(|(one, other)| one == other);
        let kept = old.ceil_char_boundary(old.len() - behind.count());
        let end = old[kept..].find(' ').map_or(old.len(), |at| kept + at);
        start..end
    }

    /// Bytes of the text become other ones.
    fn replaced(&self, part: Range<usize>, by: &str) -> Option<Edit> {
        let old = self.text.get(part.clone())?;
        if old == by {
            return None;
        }
        let from = *self.offsets.get(part.start)?;
        let to = match old.chars().next_back() {
            Some(last) => *self.offsets.get(part.end - last.len_utf8())? + last.len_utf8(),
            None => from,
        };
        Some(Edit { span: Span::new(self.start + from, self.start + to), text: by.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(written: &str, change: impl Fn(Span) -> Change) -> Option<String> {
        let source = Source::new("x", format!("1\t{written}\tv"));
        let span = Span::new(2, 2 + written.len());
        let edits = reworded(&source, &[change(span)])?;
        let mut text = source.text.clone();
        for it in edits.iter().rev() {
            let old = &source.text[it.span.range()];
            text.replace_range(it.span.range(), &format!("[{old}>{}]", it.text));
        }
        Some(text[2..text.len() - 2].to_owned())
    }

    fn set(text: &str) -> impl Fn(Span) -> Change {
        move |value| Change::Set { value, text: text.to_owned() }
    }

    #[test]
    fn words_are_replaced_where_they_stand() {
        let utuk = |value| Change::Replace { value, part: 8..12, text: "untuk".to_owned() };
        assert_eq!(after("Membuat\n utuk  arsip", utuk).unwrap(), "Membuat\n [utuk>untuk]  arsip");
        let added = |value| Change::Replace { value, part: 4..4, text: "tentang ".to_owned() };
        assert_eq!(after("UU 1 Arsip", added).unwrap(), "UU 1[>tentang ] Arsip");
        let beyond = |value| Change::Replace { value, part: 4..40, text: String::new() };
        assert_eq!(after("UU 1", beyond), None);
    }

    #[test]
    fn of_a_value_that_becomes_another_the_words_that_differ() {
        assert_eq!(after("15 mnt", set("15 Menit")).unwrap(), "15 [mnt>Menit]");
        assert_eq!(after("Rabu 3 Mei  2024", set("3 Mei 2024")).unwrap(), "[Rabu 3>3] Mei  2024");
        assert_eq!(after("1 hari", set("1 hari kerja")).unwrap(), "1 hari[> kerja]");
        assert_eq!(after("é 1", set("è 1")).unwrap(), "[é>è] 1");
        assert_eq!(after("sama", set("sama")), None);
    }
}
