//! Lists of HTML: a browser writes the marks of their items, so we do, each with the place of its tag.

use super::tags::Markup;
use crate::document::Text;
use crate::source::Span;

/// Deepest list that is counted.
const DEEPEST: usize = 16;

/// The lists that are open.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<List>,
    /// The mark of an item whose text is yet to come.
    mark: Option<Text>,
}

#[derive(Debug)]
struct List {
    style: Style,
    /// The number of the last item.
    count: usize,
}

#[derive(Debug, Clone, Copy)]
enum Style {
    Bullet,
    Number,
    Small,
    Capital,
}

impl Lists {
    /// A tag of the page; others than those of lists change nothing.
    pub fn tag(&mut self, tag: &Markup<'_>, place: Span) {
        match (tag.name.as_ref(), tag.closing) {
            ("ol" | "ul", true) => {
                self.open.pop();
                self.mark = None;
            }
            ("ol" | "ul", false) if self.open.len() < DEEPEST => {
                let style = style(tag);
                self.open.push(List { style, count: tag.count("start").saturating_sub(1) });
            }
            ("li", false) => self.mark = self.open.last_mut().map(|list| list.next(place)),
            ("li", true) => self.mark = None,
            _ => {}
        }
    }

    /// No list goes on behind the cell it stands in.
    pub fn end(&mut self) {
        self.open.clear();
        self.mark = None;
    }

    /// The text with the mark of its item, unless its author wrote one.
    pub fn marked(&mut self, text: Text) -> Text {
        let Some(mut mark) = self.mark.take() else { return text };
        if has_mark(text.as_str()) {
            return text;
        }
        mark.append(&text);
        mark
    }
}

impl List {
    fn next(&mut self, place: Span) -> Text {
        self.count += 1;
        let letter = |first: u8| char::from(first + ((self.count - 1) % 26) as u8);
        let mark = match self.style {
            Style::Bullet => "• ".to_owned(),
            Style::Number => format!("{}. ", self.count),
            Style::Small => format!("{}. ", letter(b'a')),
            Style::Capital => format!("{}. ", letter(b'A')),
        };
        let mut text = Text::default();
        text.push(&mark, place);
        text
    }
}

fn style(tag: &Markup<'_>) -> Style {
    if tag.name == "ul" {
        return Style::Bullet;
    }
    let is_capital = tag.raw.contains("type=A") || tag.raw.contains("type=\"A\"") || tag.raw.contains("type='A'");
    match tag.list_type().as_deref() {
        Some("a") if is_capital => Style::Capital,
        Some("a") => Style::Small,
        _ => Style::Number,
    }
}

/// The text begins with a mark of its own: `1.`, `a)`, `-`.
fn has_mark(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let stem = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_number = stem.len() < word.len() && stem.len() <= 2 && stem.chars().all(char::is_alphanumeric);
    is_number || (word.chars().count() == 1 && !word.starts_with(char::is_alphanumeric))
}
