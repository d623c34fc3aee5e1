//! XML that is changed as text: pieces put in and taken out at places of its own, every other byte left as it is.

use super::Fault;
use crate::read::office::xml::{Cursor, Piece, Tag};
use std::ops::Range;

/// Changes of one text.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts a piece in; of two at one place the first comes first.
    pub fn insert(&mut self, at: usize, text: String) {
        self.0.push((at..at, text));
    }

    /// Takes a piece out.
    pub fn remove(&mut self, range: Range<usize>) {
        self.0.push((range, String::new()));
    }

    /// Puts another text in the place of a piece.
    pub fn replace(&mut self, range: Range<usize>, text: String) {
        self.0.push((range, text));
    }

    /// The text with all changes; one that begins within another is left out.
    pub fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(text.len() + self.0.iter().map(|(_, it)| it.len()).sum::<usize>());
        let mut done = 0;
        for (range, new) in self.0.iter().filter(|(range, _)| text.get(range.clone()).is_some()) {
            if range.start < done {
                continue;
            }
            out.push_str(&text[done..range.start]);
            out.push_str(new);
            done = range.end;
        }
        out.push_str(&text[done..]);
        out
    }
}

/// An element that more is to be put into, at its end.
#[derive(Debug)]
pub(super) struct Holder {
    /// Its name with its prefix.
    name: String,
    /// Where its first tag ends, and where its last one begins; the same place where it has but one.
    inner: Range<usize>,
    is_single: bool,
}

impl Holder {
    /// The element whose first tag was just told, which ends at the close that begins there.
    pub fn of(text: &str, start: usize, inner: Range<usize>) -> Self {
        let is_single = text.get(..inner.start).is_some_and(|it| it.ends_with("/>"));
        Self { name: name_at(text, start).to_owned(), inner, is_single }
    }

    /// Puts these pieces in behind all others.
    pub fn append(&self, edits: &mut Edits, content: &str) {
        if content.is_empty() {
            return;
        }
        if self.is_single {
            let end = self.inner.start;
            edits.replace(end - 2..end, format!(">{content}</{}>", self.name));
        } else {
            edits.insert(self.inner.end, content.to_owned());
        }
    }
}

/// The name of the element whose tag begins there, with its prefix.
fn name_at(text: &str, start: usize) -> &str {
    let rest = text.get(start + 1..).unwrap_or_default();
    let end = rest.find(|it: char| it.is_whitespace() || matches!(it, '>' | '/')).unwrap_or(rest.len());
    &rest[..end]
}

/// The element that holds a whole part, with the names it binds.
#[derive(Debug)]
pub(super) struct Root {
    /// What more is put into.
    pub holder: Holder,
    bound: Vec<(String, String)>,
}

impl Root {
    /// Of this text, the part of that name.
    ///
    /// # Errors
    /// When it is no XML, or ends as none.
    pub fn of(text: &str, part: &str) -> Result<Self, Fault> {
        let unusual = || Fault::Unusual(part.to_owned());
        let mut cursor = Cursor::new(text);
        loop {
            let tag = match cursor.next()?.ok_or_else(unusual)? {
                Piece::Open(tag) => tag,
                _ => continue,
            };
            let open = cursor.position();
            let is_single = text[..open].ends_with("/>");
            let close = if is_single { open } else { text.rfind("</").ok_or_else(unusual)? };
            let holder = Holder::of(text, tag.start, open..close);
            let is_its_own = is_single || text[close + 2..].starts_with(&holder.name);
            return if is_its_own { Ok(Self { holder, bound: bound(tag) }) } else { Err(unusual()) };
        }
    }

    /// What its own name has before the colon; empty where it has none.
    pub fn prefix(&self) -> &str {
        self.holder.name.rsplit_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// The first of these namespaces that it binds, and the prefix for it; an empty prefix where it is bound without one only.
    pub fn binding(&self, namespaces: &[&'static str]) -> Option<(&str, &'static str)> {
        let of = |prefixed: bool| {
            let mut all = self.bound.iter().filter(move |(prefix, _)| prefix.is_empty() != prefixed);
            all.find_map(|(prefix, uri)| Some((prefix.as_str(), *namespaces.iter().find(|it| *it == uri)?)))
        };
        of(true).or_else(|| of(false))
    }
}

fn bound(tag: Tag<'_>) -> Vec<(String, String)> {
    let all = tag.all().filter_map(|(key, value)| {
        let prefix = if key == "xmlns" { "" } else { key.strip_prefix("xmlns:")? };
        Some((prefix.to_owned(), value.into_owned()))
    });
    all.collect()
}

/// The name behind a prefix.
pub(super) fn qualified(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}:{name}") }
}

/// All elements of this name, each with its tag and where it stands.
///
/// # Errors
/// When the text is damaged.
pub(super) fn elements<'t>(text: &'t str, name: &str) -> Result<Vec<(Tag<'t>, Range<usize>)>, Fault> {
    let mut found = Vec::new();
    let mut cursor = Cursor::new(text);
    while let Some(piece) = cursor.next()? {
        if let Piece::Open(tag) = piece
            && tag.name == name
        {
            cursor.skip()?;
            found.push((tag, tag.start..cursor.position()));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_stands_at_the_end_even_of_an_empty_element() {
        for (text, expected) in [
            (
                "<?xml version='1.0'?><a:b xmlns:a='u'><c/></a:b>\n",
                "<?xml version='1.0'?><a:b xmlns:a='u'><c/><d/></a:b>\n",
            ),
            ("<a:b xmlns:a='u'/>", "<a:b xmlns:a='u'><d/></a:b>"),
        ] {
            let root = Root::of(text, "p").unwrap();
            let mut edits = Edits::default();
            root.holder.append(&mut edits, "<d/>");
            assert_eq!(edits.apply(text), expected);
            assert_eq!((root.prefix(), root.binding(&["v", "u"])), ("a", Some(("a", "u"))));
        }
    }
}
