//! Tags of HTML: their names and attributes, and where an element ends.

use crate::read::clean::tag_name;
use crate::read::glyphs::Glyphs;
use std::borrow::Cow;

/// How much of a tag is searched for attributes, in bytes: behind it stands a picture.
const LONGEST: usize = 4096;

/// Elements that never have an end.
const VOID: &[&str] = &["br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr"];

/// What a tag is to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Table,
    Row,
    Cell,
    /// It may set the font of the words in it.
    Font,
    Picture,
    Other,
}

impl Tag {
    pub fn of(name: &str) -> Self {
        match name {
            "table" => Self::Table,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "span" | "font" => Self::Font,
            "img" => Self::Picture,
            _ => Self::Other,
        }
    }
}

/// One tag.
#[derive(Debug)]
pub(super) struct Markup<'a> {
    /// From `<` to `>`.
    pub raw: &'a str,
    /// In small letters.
    pub name: Cow<'a, str>,
    /// `</…>`.
    pub closing: bool,
}

impl<'a> Markup<'a> {
    /// The tag at the start of the text; `None` where a `<` is just a sign, or the tag has no end.
    pub fn at(text: &'a str) -> Option<Self> {
        let name = tag_name(text)?;
        let raw = &text[..end(text)?];
        Some(Self { raw, name, closing: raw.starts_with("</") })
    }

    /// The value of an attribute, in small letters.
    fn value(&self, attribute: &str) -> Option<String> {
        let raw = self.raw.get(..self.raw.len().min(LONGEST)).unwrap_or_default();
        if !may_have(raw, attribute) {
            return None;
        }
        let visible = |it: &char| !matches!(it, '\u{ad}' | '\u{200b}'..='\u{200d}');
        let lower: String = raw.chars().filter(visible).map(|it| it.to_ascii_lowercase()).collect();
        let named = |at: &usize| lower[..*at].ends_with(|it: char| it.is_whitespace() || matches!(it, '"' | '\''));
        let at = lower.match_indices(attribute).map(|(at, _)| at).find(named)?;
        let rest = lower[at + attribute.len()..].trim_start();
        let Some(rest) = rest.strip_prefix('=').map(str::trim_start) else { return Some(String::new()) };
        let value = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => rest[1..].split(quote).next(),
            _ => rest.split(|it: char| it.is_whitespace() || it == '>').next(),
        };
        value.map(str::to_owned)
    }

    /// What the tag says in words of what it shows.
    pub fn description(&self) -> Option<&'a str> {
        let lower = self.raw.get(..self.raw.len().min(LONGEST))?.to_ascii_lowercase();
        let at = lower.find("alt=\"")? + 5;
        self.raw[at..].split('"').next()
    }

    /// The name of the file that it shows, without its ending: `img/mulai.png`.
    pub fn picture_name(&self) -> Option<&'a str> {
        let lower = self.raw.get(..self.raw.len().min(LONGEST))?.to_ascii_lowercase();
        let at = lower.find("src=\"")? + 5;
        let file = self.raw[at..].split('"').next()?.rsplit(['/', '\\']).next()?;
        file.rsplit_once('.').map(|(name, _)| name)
    }

    /// The number in an attribute such as `colspan="3"`; 1 where it is missing.
    pub fn count(&self, attribute: &str) -> usize {
        let value = self.value(attribute).unwrap_or_default();
        let digits: String = value.trim().chars().take_while(char::is_ascii_digit).take(3).collect();
        digits.parse().unwrap_or(1)
    }

    /// How a list counts, and from where.
    pub fn list_type(&self) -> Option<String> {
        self.value("type")
    }

    /// A browser does not show the element.
    pub fn is_hidden(&self) -> bool {
        let style = self.value("style").unwrap_or_default();
        let style: String = style.chars().filter(|it| !it.is_whitespace()).collect();
        style.contains("display:none") || style.contains("mso-hide:all")
    }

    /// It has no end tag.
    pub fn is_empty_element(&self) -> bool {
        VOID.contains(&self.name.as_ref()) || self.raw.ends_with("/>")
    }

    /// The font that the tag sets: `None` where it sets none, `Some(None)` where its letters are letters.
    pub fn font(&self) -> Option<Option<Glyphs>> {
        let family = match self.value("face") {
            Some(face) => face,
            None => {
                let style = self.value("style")?.replace("&quot;", "\"");
                let named = style.split_once("font-family:").map(|(_, rest)| rest.to_owned());
                named.or_else(|| style.split_once("font:").map(|(_, rest)| quoted(rest).to_owned()))?
            }
        };
        let family = family.trim_start_matches(|it: char| it.is_whitespace() || matches!(it, '"' | '\''));
        Some(Glyphs::of(family))
    }
}

/// Cheap: the tag has letters beyond ASCII, or this attribute.
fn may_have(tag: &str, attribute: &str) -> bool {
    let begins = |behind: &[u8]| {
        matches!(behind[0], b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x0b' | b'"' | b'\'')
            && behind.get(1..=attribute.len()).is_some_and(|name| name.eq_ignore_ascii_case(attribute.as_bytes()))
    };
    !tag.is_ascii() || tag.as_bytes().windows(attribute.len() + 1).any(begins)
}

/// The first name in quotes; nothing where there is none.
fn quoted(value: &str) -> &str {
    value.split(['"', '\'']).nth(1).unwrap_or_default()
}

/// Where a tag ends: behind the first `>` that stands in no quotes.
fn end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().take(LONGEST) {
        match (byte, quote) {
            (b'"' | b'\'', None) if text.as_bytes()[at - 1] == b'=' => quote = Some(byte),
            (_, Some(open)) if byte == open => quote = None,
            (b'>', None) => return Some(at + 1),
            _ => {}
        }
    }
    text.find('>').map(|at| at + 1)
}

/// Length of a comment, a declaration or an instruction at the start of the text.
pub(super) fn declaration(text: &str) -> Option<usize> {
    if let Some(comment) = text.strip_prefix("<!--") {
        return Some(comment.find("-->").map_or(text.len(), |end| 4 + end + 3));
    }
    let is_one = text.starts_with("<!") || text.starts_with("<?") || text.starts_with("</");
    is_one.then(|| text.find('>').map_or(text.len(), |end| end + 1))
}

/// The end of the text in the element whose tag begins at `start`, and the end of the element itself; `None` where it is not
/// closed. What is in an element of scripts is no markup.
pub(super) fn close(text: &str, start: usize, name: &str) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    let mut at = start;
    while let Some(offset) = text[at..].find('<') {
        at += offset;
        let is_script = depth > 0 && matches!(name, "script" | "style");
        let Some(tag) = Markup::at(&text[at..]) else {
            let skipped = if is_script { None } else { declaration(&text[at..]) };
            at += skipped.unwrap_or(1);
            continue;
        };
        let after = at + tag.raw.len();
        if tag.name == name && !tag.raw.ends_with("/>") {
            if tag.closing {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some((at, after));
                }
            } else if !is_script {
                depth += 1;
            }
        }
        at = if is_script && !tag.closing { at + 1 } else { after };
    }
    None
}
