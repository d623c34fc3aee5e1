//! A text as it is typed and a place in it → where in the format that is: the way of keys and items, and what stands there already.
//!
//! Told from indentation and brackets alone, so that it holds for a text that is no YAML at the moment. A value in brackets over
//! several lines is not followed.

use crate::source::Span;

/// One turn on the way from the root of an SOP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turn {
    /// Into the value of this key.
    Key(String),
    /// Into an item of a list.
    Item,
}

/// What is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// A key, or an item that is no map.
    Word,
    /// The value of the last key of the way.
    Value,
}

/// Where a place is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Whereabouts {
    /// The way to what is being written.
    pub way: Vec<Turn>,
    /// What that is.
    pub slot: Slot,
    /// What of it stands there already, up to the place.
    pub typed: Span,
    /// The keys of the same map.
    pub siblings: Vec<String>,
    /// A key can stand there: not in a list in brackets.
    pub takes_key: bool,
    /// Inside brackets, or after a dash or key in the same line.
    pub is_inline: bool,
}

/// A key or an item, and the column it stands in.
#[derive(Debug, Clone)]
struct Frame {
    column: usize,
    turn: Turn,
    /// Keys of the same map before it.
    before: Vec<String>,
}

/// The keys and items that hold what stands in the next line.
#[derive(Debug, Default)]
struct Stack(Vec<Frame>);

impl Stack {
    /// A dash in that column begins an item.
    fn item(&mut self, column: usize) {
        while self.0.last().is_some_and(|it| it.column > column || it.column == column && it.turn == Turn::Item) {
            self.0.pop();
        }
        self.0.push(Frame { column, turn: Turn::Item, before: Vec::new() });
    }

    /// Something that is no item stands in that column: what is not above it ends. The keys of the same map before it.
    fn enter(&mut self, column: usize) -> Vec<String> {
        let mut before = Vec::new();
        while let Some(frame) = self.0.pop_if(|it| it.column >= column) {
            if let (true, Turn::Key(key)) = (frame.column == column, frame.turn) {
                before = frame.before;
                before.push(key);
            }
        }
        before
    }

    fn key(&mut self, column: usize, key: &str) {
        let before = self.enter(column);
        self.0.push(Frame { column, turn: Turn::Key(key.to_owned()), before });
    }

    /// Takes in a whole line; its dashes and its key.
    fn line(&mut self, line: &str) {
        if line.trim_end() == "---" {
            self.0.clear();
            return;
        }
        let (column, rest) = self.dashes(line);
        if let Some((key, _)) = key_of(rest) {
            self.key(column, key);
        }
    }

    /// Takes in the dashes at the beginning of a line; the column and the text behind them.
    fn dashes<'l>(&mut self, line: &'l str) -> (usize, &'l str) {
        let mut rest = line.trim_start_matches(' ');
        loop {
            let column = line.len() - rest.len();
            match rest.strip_prefix('-').filter(|it| it.is_empty() || it.starts_with(' ')) {
                Some(behind) => {
                    self.item(column);
                    rest = behind.trim_start_matches(' ');
                }
                None => return (column, rest),
            }
        }
    }

    fn way(&self) -> Vec<Turn> {
        let turns = self.0.iter().map(|frame| frame.turn.clone());
        // The root of a book of SOPs is a list.
        turns.skip_while(|turn| *turn == Turn::Item).collect()
    }
}

/// The key that a text begins with, and what stands behind its colon.
fn key_of(text: &str) -> Option<(&str, &str)> {
    let (key, rest) = text.split_once(':')?;
    let key = key.trim_matches(['"', '\'']);
    let is_word = !key.is_empty() && key.chars().all(|it| it.is_alphanumeric() || it == '_');
    (is_word && (rest.is_empty() || rest.starts_with([' ', '\r', '\n']))).then_some((key, rest))
}

fn is_silent(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

impl Whereabouts {
    /// Of that byte offset; `None` in a comment, or right behind a colon.
    pub fn of(text: &str, at: u32) -> Option<Self> {
        let at = at as usize;
        let start = text.get(..at)?.rfind('\n').map_or(0, |it| it + 1);
        let mut stack = Stack::default();
        text[..start].lines().filter(|line| !is_silent(line)).for_each(|line| stack.line(line));
        let before = &text[start..at];
        if before.trim_start().starts_with('#') {
            return None;
        }
        let indent = before.len() - before.trim_start_matches(' ').len();
        let (column, rest) = stack.dashes(before);
        let mut siblings = stack.enter(column);
        let mut here = Self {
            way: stack.way(),
            slot: Slot::Word,
            typed: Span::new(at - rest.len(), at),
            siblings: Vec::new(),
            takes_key: true,
            is_inline: column > indent,
        };
        let mut value = rest;
        if let Some((key, behind)) = key_of(rest) {
            here.way.push(Turn::Key(key.to_owned()));
            here.slot = Slot::Value;
            here.is_inline = true;
            value = behind.trim_start();
            here.typed = Span::new(at - value.len(), at);
            if behind.is_empty() {
                return None;
            }
        } else {
            siblings.extend(keys_below(&text[at..], column));
        }
        here.siblings = siblings;
        if value.starts_with(['[', '{']) {
            here.brackets(value, at);
        }
        if text[here.typed.range()].starts_with(['"', '\'']) {
            here.typed.start += 1;
        }
        Some(here)
    }

    /// Goes into the brackets that are open at the end of a text, which ends at that offset.
    fn brackets(&mut self, text: &str, at: usize) {
        // Each open bracket: whether it is a map, how long the way was before it, its keys so far.
        let mut open: Vec<(bool, usize, Vec<String>)> = Vec::new();
        let (mut from, mut quote) = (0, None);
        for (index, letter) in text.char_indices() {
            if quote.is_some() {
                quote = quote.filter(|it| *it != letter);
                continue;
            }
            match letter {
                '"' | '\'' if text[from..index].trim().is_empty() => quote = Some(letter),
                '[' | '{' if text[from..index].trim().is_empty() => {
                    open.push((letter == '{', self.way.len(), Vec::new()));
                    if letter == '[' {
                        self.way.push(Turn::Item);
                    }
                    from = index + 1;
                }
                ',' | ']' | '}' => {
                    let Some((is_map, length, _)) = open.last() else { continue };
                    self.way.truncate(length + usize::from(!is_map));
                    if letter != ',' {
                        self.way.truncate(*length);
                        open.pop();
                    }
                    from = index + 1;
                }
                ':' if text[index + 1..].starts_with(' ') => {
                    let Some((true, length, keys)) = open.last_mut() else { continue };
                    let key = text[from..index].trim().trim_matches(['"', '\'']).to_owned();
                    self.way.truncate(*length);
                    keys.push(key.clone());
                    self.way.push(Turn::Key(key));
                    from = index + 1;
                }
                _ => {}
            }
        }
        let Some((is_map, length, keys)) = open.pop() else { return };
        let typed = text[from..].trim_start();
        self.slot = if is_map && self.way.len() > length { Slot::Value } else { Slot::Word };
        self.takes_key = is_map;
        (self.typed, self.siblings, self.is_inline) = (Span::new(at - typed.len(), at), keys, true);
    }
}

/// The keys further down in the map that has its keys in that column.
fn keys_below(text: &str, column: usize) -> Vec<String> {
    let mut keys = Vec::new();
    for line in text.lines().skip(1).filter(|line| !is_silent(line)) {
        let rest = line.trim_start_matches(' ');
        let indent = line.len() - rest.len();
        if indent < column || line == "---" || indent == column && rest.starts_with("- ") {
            break;
        }
        if let Some((key, _)) = key_of(rest).filter(|_| indent == column) {
            keys.push(key.to_owned());
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The way in words, what is written there, and the keys beside it; `|` is the place.
    #[track_caller]
    fn case(text: &str, way: &str, slot: Slot, typed: &str, siblings: &[&str]) {
        let at = text.find('|').expect("a place");
        let text = text.replacen('|', "", 1);
        let here = Whereabouts::of(&text, at as u32).expect("somewhere");
        let words = here.way.iter().map(|turn| match turn {
            Turn::Key(key) => key.as_str(),
            Turn::Item => "*",
        });
        assert_eq!(words.collect::<Vec<_>>().join("/"), way);
        assert_eq!((here.slot, &text[here.typed.range()]), (slot, typed));
        assert_eq!(here.siblings, siblings);
    }

    #[test]
    fn a_place_is_known_by_indentation() {
        case("versi: 1\nke|\n", "", Slot::Word, "ke", &["versi"]);
        case("versi: 1\nidentitas:\n  nama: A\n  no|", "identitas", Slot::Word, "no", &["nama"]);
        case("kegiatan:\n  - nomor: 1\n    |\n    ya: 3\n", "kegiatan/*", Slot::Word, "", &["nomor", "ya"]);
        case("kegiatan:\n- nomor: 1\n  waktu: 10 m|", "kegiatan/*/waktu", Slot::Value, "10 m", &["nomor"]);
        case("kegiatan:\n  - nomor: 1\n    bersama:\n      - se|", "kegiatan/*/bersama/*", Slot::Word, "se", &[]);
        case("kegiatan:\n  - nomor: 1\n  - |", "kegiatan/*", Slot::Word, "", &[]);
        case("kegiatan:\n  - nomor: 1\n  |", "kegiatan", Slot::Word, "", &[]);
        case("kegiatan: []\n---\nve|", "", Slot::Word, "ve", &[]);
    }

    #[test]
    fn a_place_is_known_by_brackets() {
        case("pelaksana:\n  - {id: a, na|", "pelaksana/*", Slot::Word, "na", &["id"]);
        case("kegiatan:\n  - pelaksana: [a, b|", "kegiatan/*/pelaksana/*", Slot::Word, "b", &[]);
        case("kegiatan:\n  - pelaksana: \"se|\"", "kegiatan/*/pelaksana", Slot::Value, "se", &[]);
        case("kegiatan:\n  - ya: {ke: |", "kegiatan/*/ya/ke", Slot::Value, "", &["ke"]);
        case("kegiatan:\n  - cabang: [{label: 'A, B', ke: 1}, {la|", "kegiatan/*/cabang/*", Slot::Word, "la", &[]);
    }
}
