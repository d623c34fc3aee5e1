//! What people who type YAML by hand leave out, where it can be meant one way only: quotes around a value that holds `: ` or
//! begins with a sign, the blank behind a colon, and lists with the marks of a word processor.
//!
//! Nothing is guessed: a text is mended only where YAML or the format refuses it as it stands, and whatever was read so is
//! told, with its place in the text as it was typed.

use super::tree::{Key, Node, Shape};
use crate::grammar::enumeration;
use crate::model::{SectionKind, Slip, StepField, Trouble, TroubleKind};
use crate::source::Span;
use std::borrow::Cow;
use std::ops::Range;

/// A text that YAML can read, and the way back to the one it was made from.
#[derive(Debug)]
pub(super) struct Mended {
    /// The text with what was left out.
    pub text: String,
    /// What was put in: the byte of the mended text at which it ends, and the bytes put in up to there.
    inserted: Vec<(usize, usize)>,
    /// What is to be told.
    pub troubles: Vec<Trouble>,
}

/// The text with the missing quotes and blanks; `None` where none is found to be missing.
pub(super) fn mended(text: &str) -> Option<Mended> {
    let mut insertions: Vec<Insertion> = Vec::new();
    let mut troubles = Vec::new();
    let mut at = 0;
    let mut inside = Inside::Nothing;
    for line in text.split_inclusive('\n') {
        if inside.goes_on(line) {
            at += line.len();
            continue;
        }
        if is_fence(line) {
            insertions.push((at, "#".into()));
        }
        let typed = Line::of(line);
        inside = typed.opens(line);
        if typed.heads_stars(&text[at + line.len()..]) {
            insertions.push((at + typed.start, " |".into()));
            inside = Inside::Block(typed.indent);
        }
        for found in typed.slips() {
            insertions.extend(found.put_in.into_iter().map(|(from, what)| (at + from, what)));
            let span = Span::new(at + found.part.start, at + found.part.end);
            let read = text[span.range()].to_owned();
            troubles.push(Trouble { kind: TroubleKind::LooseValue { slip: found.slip, read }, span: Some(span) });
        }
        at += line.len();
    }
    (!insertions.is_empty()).then(|| put_in(text, insertions, troubles))
}

/// Where something is put in, and what.
type Insertion = (usize, Cow<'static, str>);

fn put_in(text: &str, insertions: Vec<Insertion>, troubles: Vec<Trouble>) -> Mended {
    let mut new = String::with_capacity(text.len() + 2 * insertions.len());
    let mut inserted = Vec::with_capacity(insertions.len());
    let (mut from, mut count) = (0, 0);
    for (at, what) in insertions {
        new.push_str(&text[from..at]);
        new.push_str(&what);
        (from, count) = (at, count + what.len());
        inserted.push((new.len(), count));
    }
    new.push_str(&text[from..]);
    Mended { text: new, inserted, troubles }
}

impl Mended {
    /// The place in the text as it was typed.
    pub fn typed(&self, span: Span) -> Span {
        let back = |at: u32| {
            let before = self.inserted.partition_point(|(end, _)| *end <= at as usize);
            at as usize - before.checked_sub(1).map_or(0, |it| self.inserted[it].1)
        };
        let (start, end) = (back(span.start), back(span.end));
        Span::new(start.min(end), end)
    }

    /// The same for a whole tree.
    pub fn put_back(&self, node: &mut Node) {
        node.span = self.typed(node.span);
        match &mut node.shape {
            Shape::List(items) => items.iter_mut().for_each(|item| self.put_back(item)),
            Shape::Map(pairs) => pairs.iter_mut().for_each(|(key, value)| {
                key.span = self.typed(key.span);
                self.put_back(value);
            }),
            Shape::Null | Shape::Text(_) => {}
        }
    }
}

/// Lines that belong to a value begun above.
enum Inside {
    Nothing,
    /// A block scalar under a line indented so far.
    Block(usize),
    /// A text in quotes of this kind that are not closed yet.
    Quotes(char),
    /// A list or map in brackets that are not closed yet.
    Brackets(i32),
}

impl Inside {
    fn goes_on(&mut self, line: &str) -> bool {
        match self {
            Self::Nothing => return false,
            Self::Block(indent) if line.trim().is_empty() || indent_of(line) > *indent => return true,
            Self::Block(_) => {
                *self = Self::Nothing;
                return false;
            }
            Self::Quotes(quote) if !line.contains(*quote) => {}
            Self::Quotes(_) => *self = Self::Nothing,
            Self::Brackets(open) => {
                *open += depth(line);
                if *open <= 0 {
                    *self = Self::Nothing;
                }
            }
        }
        true
    }
}

/// A line of Markdown that opens or closes a block of code, as chats and web pages put one round a YAML.
fn is_fence(line: &str) -> bool {
    line.trim_end().strip_prefix("```").is_some_and(|name| name.bytes().all(|it| it.is_ascii_lowercase()))
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// How many more brackets open than close.
fn depth(text: &str) -> i32 {
    text.chars().map(|it| i32::from(matches!(it, '[' | '{')) - i32::from(matches!(it, ']' | '}'))).sum()
}

/// One slip of a line, in bytes from its beginning.
struct Found {
    slip: Slip,
    part: Range<usize>,
    put_in: Vec<Insertion>,
}

/// One line of a block: `  - uraian: Memberikan disposisi: segera`.
struct Line<'t> {
    /// Blanks before its key or dash.
    indent: usize,
    /// Where its key begins, and where it ends behind the colon, if it has one.
    key: Option<Range<usize>>,
    /// Its value is a list of texts.
    holds_texts: bool,
    /// It is an item of a list.
    is_item: bool,
    /// Where its value begins.
    start: usize,
    /// The value, without the comment behind it.
    value: &'t str,
}

impl<'t> Line<'t> {
    fn of(line: &'t str) -> Self {
        let indent = indent_of(line);
        let mut start = indent;
        while let Some(rest) = line[start..].strip_prefix("- ") {
            start += 2 + indent_of(rest);
        }
        let is_item = start > indent;
        let rest = &line[start..];
        let name = rest.len() - rest.trim_start_matches(|it: char| it.is_ascii_lowercase() || it == '_').len();
        let is_key = name > 0 && rest[name..].starts_with(':') && !rest[name + 1..].starts_with('/');
        let key = is_key.then_some(start..start + name + 1);
        let holds_texts = is_key && holds_texts(&rest[..name]);
        if let Some(key) = &key {
            start = key.end + indent_of(&line[key.end..]);
        }
        let value = without_comment(line[start..].trim_end());
        Self { indent, key, holds_texts, is_item, start, value }
    }

    fn opens(&self, line: &str) -> Inside {
        match self.value.chars().next() {
            Some('|' | '>') if is_block_header(self.value) => Inside::Block(indent_of(line)),
            Some(quote @ ('"' | '\'')) if !self.value[1..].contains(quote) => Inside::Quotes(quote),
            Some('[' | '{') if depth(self.value) > 0 => Inside::Brackets(depth(self.value)),
            _ => Inside::Nothing,
        }
    }

    /// Below the key comes a list whose items begin with `*`, which is an alias to YAML.
    fn heads_stars(&self, below: &str) -> bool {
        let next = below.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let deeper = indent_of(next) > self.indent;
        self.key.is_some() && self.value.is_empty() && deeper && next.trim_start().starts_with("* ")
    }

    /// What the line lacks, from left to right.
    fn slips(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let (mut start, mut value) = (self.start, self.value);
        if value.is_empty() || (self.key.is_none() && !self.is_item) {
            return found;
        }
        let end = start + value.len();
        if let Some(key) = self.key.clone().filter(|key| key.end == start) {
            found.push(Found { slip: Slip::Glued, put_in: vec![(start, " ".into())], part: key.start..end });
        }
        if let (Some(item), Some(_)) = (value.strip_prefix("- "), &self.key) {
            let line_break = format!("\n{}", " ".repeat(self.indent + 2));
            let put_in = vec![(start, line_break.into())];
            (start, value) = (end - item.trim_start().len(), item.trim_start());
            found.push(Found { slip: Slip::OtherMark, put_in, part: start..end });
        }
        if self.key.is_some() && is_quoted_list(value) {
            let put_in = vec![(start, "[".into()), (end, "]".into())];
            found.push(Found { slip: Slip::OtherMark, put_in, part: start..end });
            return found;
        }
        let parts = if self.holds_texts { loose_items(value) } else { Vec::new() };
        let whole = wants_quotes(value, self.key.is_some()).then_some(0..value.len());
        found.extend(whole.into_iter().chain(parts).map(|part| in_quotes(value, start, part)));
        found
    }
}

/// The slip of a part of a value that begins at byte `start` of its line.
fn in_quotes(value: &str, start: usize, part: Range<usize>) -> Found {
    let at = start + part.start..start + part.end;
    let mut put_in: Vec<Insertion> = vec![(at.start, "'".into())];
    put_in.extend(value[part].match_indices('\'').map(|(quote, _)| (at.start + quote, "'".into())));
    put_in.push((at.end, "'".into()));
    Found { slip: Slip::Unquoted, put_in, part: at }
}

/// Nobody types a longer list into one line.
const LONGEST_TYPED: usize = 10_000;

/// An item in brackets that is no text to YAML has one of these.
const SIGNS_OF_ITEMS: [char; 9] = [':', '@', '`', '%', '&', '*', '!', '|', '>'];

/// The items of a list in brackets that YAML reads as something else than texts: `[Surat permohonan, Lampiran: KTP]`.
fn loose_items(value: &str) -> Vec<Range<usize>> {
    let typed = Some(value).filter(|it| it.len() <= LONGEST_TYPED);
    let inner = typed.and_then(|it| it.strip_prefix('[')).and_then(|it| it.strip_suffix(']'));
    let is_plain = |it: &&str| !it.contains(['[', ']', '{', '}', '"', '\'']) && it.contains(SIGNS_OF_ITEMS);
    let Some(inner) = inner.filter(is_plain) else { return Vec::new() };
    let place = |part: &str| {
        let at = part.as_ptr() as usize - value.as_ptr() as usize;
        at..at + part.len()
    };
    inner.split(',').map(str::trim).filter(|item| wants_quotes(item, false)).map(place).collect()
}

/// A value without the comment behind it; in quotes, ` #` begins none.
fn without_comment(value: &str) -> &str {
    let in_brackets = value.starts_with(['[', '{']);
    let (mut before, mut is_apart) = (' ', false);
    let mut letters = value.char_indices();
    while let Some((at, letter)) = letters.next() {
        // Elsewhere a quote is a sign like any other: `Jum'at`.
        let may_open = at == 0 || in_brackets && matches!(before, '[' | '{' | ',' | ':');
        if matches!(letter, '"' | '\'') && may_open {
            close_quote(letter, &mut letters);
        } else if letter == '#' && is_apart {
            return value[..at].trim_end();
        }
        is_apart = letter == ' ';
        if !is_apart {
            before = letter;
        }
    }
    value
}

/// Passes over the rest of a text in quotes, and over the quotes in it that are written as two, or behind a backslash.
fn close_quote(quote: char, letters: &mut std::str::CharIndices<'_>) {
    while let Some((_, letter)) = letters.next() {
        if letter == '\\' && quote == '"' {
            letters.next();
        } else if letter == quote {
            let is_double = quote == '\'' && letters.as_str().starts_with(quote);
            if !is_double {
                return;
            }
            letters.next();
        }
    }
}

/// What stands behind a value as a comment and may well belong to it: `Memeriksa berkas #1 dan #2`.
pub(super) fn numbered_comments(text: &str) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    let is_numbered =
        |comment: &str| comment.strip_prefix('#').is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    if !text.contains(" #") {
        return troubles;
    }
    let mut at = 0;
    let mut inside = Inside::Nothing;
    for line in text.split_inclusive('\n') {
        if !inside.goes_on(line) {
            let typed = Line::of(line);
            inside = typed.opens(line);
            let rest = &line[typed.start + typed.value.len()..];
            let comment = rest.trim();
            if !typed.value.is_empty() && !typed.value.starts_with(['"', '\'']) && is_numbered(comment) {
                let start = at + line.len() - rest.trim_start().len();
                let read = TroubleKind::LooseValue { slip: Slip::Comment, read: comment.to_owned() };
                troubles.push(Trouble { kind: read, span: Some(Span::new(start, start + comment.len())) });
            }
        }
        at += line.len();
    }
    troubles
}

/// `"Surat masuk", "Buku agenda"`: texts in quotes, commas between them and nothing else.
fn is_quoted_list(value: &str) -> bool {
    let (mut rest, mut count) = (value, 0);
    while let Some(behind) = rest.strip_prefix('"').and_then(|it| it.split_once('"')) {
        count += 1;
        rest = behind.1.trim_start();
        match rest.strip_prefix(',') {
            Some(next) => rest = next.trim_start(),
            None => return rest.is_empty() && count > 1,
        }
    }
    false
}

fn wants_quotes(value: &str, has_key: bool) -> bool {
    match value.chars().next() {
        None | Some('"' | '\'' | '#') => false,
        Some('|' | '>') => !is_block_header(value),
        Some('[' | '{') => is_text_in_brackets(value),
        // `!!str` says what kind a value is, and is read.
        Some('!') => !value.starts_with("!!"),
        Some('@' | '`' | '%' | '&' | '*' | ']' | '}' | ',') => true,
        Some('-') if value == "-" => has_key,
        Some('?') if value.starts_with("? ") => true,
        Some(_) => value.contains(": ") || value.ends_with(':'),
    }
}

/// `|`, `>-`, `|2`: what stands behind a key whose text follows in the lines below.
fn is_block_header(value: &str) -> bool {
    value[1..].chars().all(|it| matches!(it, '+' | '-' | '1'..='9'))
}

/// Words go on behind the bracket that closes, or no key stands in braces: `[1] Menerima surat`, `{nama}`.
fn is_text_in_brackets(value: &str) -> bool {
    if value.ends_with(']') && value.rfind('[') == Some(0) {
        return false;
    }
    let mut open = 0;
    let closes = value.char_indices().find(|(_, it)| {
        open += i32::from(matches!(it, '[' | '{')) - i32::from(matches!(it, ']' | '}'));
        open == 0
    });
    let Some((close, _)) = closes else { return false };
    close + 1 < value.len() || value.starts_with('{') && !value.contains(':')
}

/// Keys whose value is a list of texts.
fn holds_texts(key: &str) -> bool {
    let columns = [StepField::Requirements, StepField::Outputs];
    SectionKind::ALL.iter().any(|kind| kind.key() == key) || columns.iter().any(|field| field.key() == key)
}

/// Makes lists of the texts under these keys whose lines begin with `•`, `1.` and the like, as a word processor has them.
pub(super) fn make_lists(text: &str, node: &mut Node, troubles: &mut Vec<Trouble>) {
    match &mut node.shape {
        Shape::Map(pairs) => pairs.iter_mut().for_each(|(key, value)| match marked_items(text, key, value) {
            Some(items) => {
                let first = items.first().and_then(|item| text.get(item.span.range())).unwrap_or_default();
                let read = TroubleKind::LooseValue { slip: Slip::OtherMark, read: first.to_owned() };
                troubles.push(Trouble { kind: read, span: Some(value.span) });
                value.shape = Shape::List(items);
            }
            None => make_lists(text, value, troubles),
        }),
        Shape::List(items) => items.iter_mut().for_each(|item| make_lists(text, item, troubles)),
        Shape::Null | Shape::Text(_) => {}
    }
}

fn marked_items(text: &str, key: &Key, value: &Node) -> Option<Vec<Node>> {
    if !matches!(value.shape, Shape::Text(_)) || !holds_texts(&key.text) {
        return None;
    }
    let source = text.get(value.span.range())?;
    let body = match source.chars().next()? {
        '"' | '\'' => return None,
        '|' | '>' => source.split_once('\n')?.1,
        _ => source,
    };
    let mut spans: Vec<Span> = Vec::new();
    for line in body.lines().filter(|line| !line.trim().is_empty()) {
        let start = value.span.start as usize + (line.as_ptr() as usize - source.as_ptr() as usize);
        let place = |part: &str| {
            let at = start + (part.as_ptr() as usize - line.as_ptr() as usize);
            Span::new(at, at + part.len())
        };
        let items = enumeration::items(line);
        match items.first() {
            Some(first) if !line.trim_start().starts_with(first) => spans.extend(items.iter().map(|it| place(it))),
            // A line without a mark goes on with the item above; without one above, the whole is one text.
            _ => {
                let last = spans.last_mut()?;
                last.end = place(line.trim_end()).end;
            }
        }
    }
    // A letter counts on only where those above it are seen.
    let lettered = enumeration::items(body);
    if lettered.len() > spans.len() && !spans.is_empty() {
        let at = |part: &str| value.span.start as usize + (part.as_ptr() as usize - source.as_ptr() as usize);
        spans = lettered.iter().map(|part| Span::new(at(part), at(part) + part.len())).collect();
    }
    let node = |span: Span| {
        let words = text.get(span.range()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        Node { span, shape: Shape::Text(words) }
    };
    (!spans.is_empty()).then(|| spans.into_iter().map(node).collect())
}
