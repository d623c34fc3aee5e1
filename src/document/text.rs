//! Cleaned text that knows where each part of it stood in the source.

use crate::source::{Place, Span};
use ecow::EcoString;
use smallvec::SmallVec;

/// The span between two offsets; texts joined from lines further up may name the later one first.
fn between(one: u32, other: u32) -> Span {
    Span { start: one.min(other), end: one.max(other) }
}

/// Cleaned text that remembers where each part of it stood.
#[derive(Debug, Default)]
pub struct Text {
    string: EcoString,
    /// Nearly every text is one stretch of the source, or two joined: those need no room of their own.
    pieces: SmallVec<[Piece; 2]>,
}

impl Clone for Text {
    fn clone(&self) -> Self {
        Self { string: self.string.clone(), pieces: SmallVec::from_slice(&self.pieces) }
    }
}

/// A text without anything in it.
pub static EMPTY: Text = Text { string: EcoString::new(), pieces: SmallVec::new_const() };

/// A stretch of the cleaned text from `at` on, and the stretch of source it came from. Where both are of one length they
/// agree byte for byte.
#[derive(Debug, Clone, Copy)]
struct Piece {
    at: u32,
    source: Span,
}

/// What the hyphen at the end of a line is.
enum Hyphen {
    /// There is none, or not one that is known to be within a word.
    None,
    /// It belongs to a doubled word: `masing-masing`, `bolak-balik`.
    OfWord,
    /// It only broke the word.
    OfLine,
}

/// `peme-` + `riksaan`, `data-` + `data`.
fn hyphen(above: &str, below: &str) -> Hyphen {
    let Some(head) = above.strip_suffix('-') else { return Hyphen::None };
    let head = head.rsplit(|it: char| !it.is_alphabetic()).next().unwrap_or("");
    let tail = below.split(|it: char| !it.is_alphabetic()).next().unwrap_or("");
    let small = |part: &str| part.len() >= 2 && part.bytes().all(|it| it.is_ascii_lowercase());
    // In capitals the same word on both sides is the only sign that it is one word.
    if head.len() >= 3 && head.to_lowercase() == tail.to_lowercase() {
        return Hyphen::OfWord;
    }
    if !small(tail) || head.len() < 2 || !head.is_ascii() || !head.ends_with(|it: char| it.is_ascii_lowercase()) {
        return Hyphen::None;
    }
    let head = head.to_ascii_lowercase();
    let consonants =
        |part: &str| -> String { part.chars().filter(|it| !matches!(it, 'a' | 'e' | 'i' | 'o' | 'u')).collect() };
    let doubled = head.contains(&tail[..tail.len().min(3)])
        || tail.contains(&head[..head.len().min(4)])
        || consonants(&head) == consonants(tail);
    if doubled { Hyphen::OfWord } else { Hyphen::OfLine }
}

/// `RT/`, `RW`: the line was broken behind the slash within a word.
fn slash(above: &str, below: &str) -> bool {
    above.strip_suffix('/').is_some_and(|head| head.ends_with(char::is_alphabetic))
        && below.starts_with(char::is_alphabetic)
}

impl Text {
    /// The cleaned text.
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Nothing but white space.
    pub fn is_blank(&self) -> bool {
        !self.string.as_bytes().first().is_some_and(u8::is_ascii_graphic) && self.string.trim_start().is_empty()
    }

    /// Adds cleaned text that came from `source`.
    pub fn push(&mut self, cleaned: &str, source: Span) {
        if cleaned.is_empty() {
            return;
        }
        let at = self.string.len() as u32;
        let follows = self.pieces.last().is_some_and(|last| {
            last.source.end == source.start && at - last.at == last.source.len() as u32 && cleaned.len() == source.len()
        });
        match self.pieces.last_mut() {
            Some(last) if follows => last.source.end = source.end,
            _ => self.pieces.push(Piece { at, source }),
        }
        self.string.push_str(cleaned);
    }

    /// Adds a character of our own (a blank or line break where markup stood) that belongs to no place.
    pub fn push_separator(&mut self, separator: char) {
        let end = self.pieces.last().map_or(0, |last| last.source.end);
        let at = self.string.len() as u32;
        self.pieces.push(Piece { at, source: Span { start: end, end } });
        self.string.push(separator);
    }

    /// Adds another text right behind, as the rest of a broken word.
    pub fn append(&mut self, other: &Text) {
        let shift = self.string.len() as u32;
        self.pieces.extend(other.pieces.iter().map(|piece| Piece { at: piece.at + shift, source: piece.source }));
        self.string.push_str(&other.string);
    }

    /// Adds another text after a separator; before the first there is none.
    pub fn join(&mut self, separator: char, other: &Text) {
        if other.string.is_empty() {
            return;
        }
        if self.pieces.is_empty() {
            return self.clone_from(other);
        }
        match hyphen(&self.string, &other.string) {
            Hyphen::None if self.string.is_empty() => {}
            Hyphen::None if separator == ' ' && slash(&self.string, &other.string) => {}
            Hyphen::None => self.push_separator(separator),
            Hyphen::OfWord => {}
            Hyphen::OfLine => self.pop_hyphen(),
        }
        self.append(other);
    }

    /// Takes off the hyphen at the end; a piece that is no copy of its source keeps its place.
    fn pop_hyphen(&mut self) {
        let length = self.string.len() as u32;
        if let Some(last) = self.pieces.last_mut()
            && length - last.at == last.source.len() as u32
        {
            last.source.end -= 1;
        }
        self.string.pop();
    }

    /// Where a part of this text stood. `part` must be a slice of [`Self::as_str`]; any other gives the whole.
    pub fn span(&self, part: &str) -> Span {
        let start = (part.as_ptr() as usize).wrapping_sub(self.string.as_ptr() as usize);
        if start > self.string.len() || start + part.len() > self.string.len() {
            return self.whole();
        }
        if let Some(source) = self.only_stretch() {
            return Span::new(source + start, source + start + part.len());
        }
        between(self.source_start(start as u32), self.source_end((start + part.len()) as u32))
    }

    /// The same as a place.
    pub fn place(&self, part: &str) -> Place {
        self.span(part).into()
    }

    /// Where the whole text stood, blanks around it left out.
    pub fn whole(&self) -> Span {
        let trimmed = self.string.trim();
        if trimmed.is_empty() || trimmed.len() == self.string.len() {
            let start = self.pieces.first().map_or(0, |piece| piece.source.start);
            let end = self.pieces.last().map_or(0, |piece| piece.source.end);
            return between(start, end);
        }
        self.span(trimmed)
    }

    /// The stretches of source that this text took up, separators left out.
    pub fn stretches(&self) -> impl Iterator<Item = Span> {
        self.pieces.iter().map(|piece| piece.source).filter(|span| !span.is_empty())
    }

    /// The stretches of source that a part of this text took up.
    pub fn stretches_of(&self, part: &str) -> Vec<Span> {
        let start = (part.as_ptr() as usize).wrapping_sub(self.string.as_ptr() as usize);
        let end = start.saturating_add(part.len());
        if end > self.string.len() {
            return self.stretches().collect();
        }
        let stretch = |(piece, from, to): (&Piece, u32, u32)| {
            (!piece.source.is_empty()).then(|| Span { start: self.source_start(from), end: self.source_end(to) })
        };
        self.pieces_between(start as u32, end as u32).filter_map(stretch).collect()
    }

    /// The pieces that have a part between two offsets of the text, each with the offsets of that part.
    fn pieces_between(&self, start: u32, end: u32) -> impl Iterator<Item = (&Piece, u32, u32)> {
        let first = self.piece_of(start).map_or(0, |(index, _)| index);
        let ends = self.pieces.iter().skip(first + 1).map(|piece| piece.at).chain([self.string.len() as u32]);
        let clipped = self.pieces[first..].iter().zip(ends);
        let clipped = clipped.map(move |(piece, next)| (piece, start.max(piece.at), end.min(next)));
        clipped.take_while(move |(piece, ..)| piece.at < end).filter(|(_, from, to)| from < to)
    }

    /// A part of this text as a text of its own.
    pub fn slice(&self, part: &str) -> Text {
        let start = (part.as_ptr() as usize).wrapping_sub(self.string.as_ptr() as usize);
        if start > self.string.len() || start + part.len() > self.string.len() {
            return Text::default();
        }
        let end = start + part.len();
        let mut cut = Text { string: EcoString::from(part), pieces: SmallVec::new() };
        if let Some(source) = self.only_stretch() {
            if !part.is_empty() {
                cut.pieces.push(Piece { at: 0, source: Span::new(source + start, source + end) });
            }
            return cut;
        }
        for (piece, from, to) in self.pieces_between(start as u32, end as u32) {
            let source = if piece.source.is_empty() {
                piece.source
            } else {
                Span { start: self.source_start(from), end: self.source_end(to) }
            };
            cut.pieces.push(Piece { at: from - start as u32, source });
        }
        cut
    }

    /// Where the text begins in the source, if it is a copy of one stretch of it, as most texts are.
    fn only_stretch(&self) -> Option<usize> {
        let [piece] = self.pieces[..] else { return None };
        (piece.source.len() == self.string.len()).then_some(piece.source.start as usize)
    }

    fn piece_of(&self, at: u32) -> Option<(usize, &Piece)> {
        let index = self.pieces.partition_point(|piece| piece.at <= at).checked_sub(1)?;
        Some((index, &self.pieces[index]))
    }

    fn is_verbatim(&self, index: usize) -> bool {
        let piece = &self.pieces[index];
        let end = self.pieces.get(index + 1).map_or(self.string.len() as u32, |next| next.at);
        (end - piece.at) as usize == piece.source.len()
    }

    fn source_start(&self, at: u32) -> u32 {
        match self.piece_of(at) {
            Some((index, piece)) if self.is_verbatim(index) => piece.source.start + (at - piece.at),
            Some((_, piece)) => piece.source.start,
            None => 0,
        }
    }

    fn source_end(&self, at: u32) -> u32 {
        let Some(before) = at.checked_sub(1) else { return self.source_start(at) };
        match self.piece_of(before) {
            Some((index, piece)) if self.is_verbatim(index) => piece.source.start + (at - piece.at),
            Some((_, piece)) => piece.source.end,
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_across_markup_and_entities() {
        let source = "A &amp; B<br>C";
        let mut text = Text::default();
        text.push("A ", Span::new(0, 2));
        text.push("&", Span::new(2, 7));
        text.push(" B", Span::new(7, 9));
        text.push_separator('\n');
        text.push("C", Span::new(13, 14));
        let part = &text.as_str()[2..];
        assert_eq!(text.span(part).range(), 2..14);
        assert_eq!(&source[text.span(&text.as_str()[..3]).range()], "A &amp;");
        assert_eq!(&source[text.span(&text.as_str()[4..5]).range()], "B");
        assert_eq!(text.slice(part).whole(), text.span(part));
    }

    #[test]
    fn a_hyphen_that_only_broke_the_line_goes() {
        let joined = |above: &str, below: &str| {
            let (mut text, mut more) = (Text::default(), Text::default());
            text.push(above, Span::new(0, above.len()));
            more.push(below, Span::new(40, 40 + below.len()));
            text.join(' ', &more);
            assert_eq!(text.stretches().last(), Some(Span::new(40, 40 + below.len())), "{above}");
            text.as_str().to_owned()
        };
        assert_eq!(joined("peme-", "riksaan berkas"), "pemeriksaan berkas");
        assert_eq!(joined("masing-", "masing bidang"), "masing-masing bidang");
        assert_eq!(joined("perundang-", "undangan"), "perundang-undangan");
        assert_eq!(joined("bolak-", "balik"), "bolak-balik");
        assert_eq!(joined("Undang-", "Undang Nomor 25"), "Undang-Undang Nomor 25");
        assert_eq!(joined("UNDANG-", "UNDANG"), "UNDANG-UNDANG");
        assert_eq!(joined("pengantar RT/", "RW"), "pengantar RT/RW");
        assert_eq!(joined("diterima /", "ditolak"), "diterima / ditolak");
        assert_eq!(joined("Nomor 12/", "2024"), "Nomor 12/ 2024");
        assert_eq!(joined("KTP-", "el"), "KTP- el");
        assert_eq!(joined("Bagian A -", "tambahan"), "Bagian A - tambahan");
    }

    #[test]
    fn a_text_joined_against_the_order_of_the_source_still_has_a_place() {
        let mut text = Text::default();
        text.push("bawah", Span::new(20, 25));
        let mut above = Text::default();
        above.push("atas", Span::new(3, 7));
        text.join(' ', &above);
        assert_eq!(text.whole().range(), 7..20);
        assert_eq!(text.span(&text.as_str()[3..8]).range(), 5..23);
    }
}
