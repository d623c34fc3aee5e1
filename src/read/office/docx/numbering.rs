//! `numbering.xml` → the labels of list items (`1.`, `a)`, `2.1`), counted in the order in which the text is read.

use super::numerals::Format;
use super::styles::{ParagraphLook, Style, Styles};
use super::word::{said, val, whole};
use crate::read::glyphs::Glyphs;
use crate::read::office::xml::Element;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a list.
const LEVELS: usize = 9;

/// Longest pattern of a label that is believed, in bytes.
const LONGEST_PATTERN: usize = 64;

/// All lists of a document, with how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Patterns of lists by their number.
    patterns: BTreeMap<i64, Pattern>,
    /// Lists by the number that paragraphs name.
    lists: BTreeMap<i64, List>,
    /// Level of a style that a pattern is bound to, by pattern and style.
    bound: BTreeMap<(i64, String), usize>,
    /// How far each pattern has been counted.
    counts: BTreeMap<i64, [Option<u32>; LEVELS]>,
    /// Lists that have had an item.
    begun: BTreeSet<i64>,
    /// Items are not counted: what stands here is not printed.
    pub is_paused: bool,
}

/// A pattern of a list.
#[derive(Debug, Clone, Default)]
struct Pattern {
    levels: [Level; LEVELS],
    /// The style whose list stands for this one.
    style: Option<String>,
}

/// A list: a pattern, and what this list has of its own.
#[derive(Debug, Clone, Default)]
struct List {
    pattern: i64,
    /// Where its levels start again.
    starts: [Option<u32>; LEVELS],
    /// Its own levels.
    levels: [Option<Level>; LEVELS],
}

/// One level.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: Format,
    /// What is printed: `%1.%2`.
    text: String,
    /// The text after the label follows at once.
    is_joined: bool,
    /// All numbers in it stand in digits.
    is_legal: bool,
    /// Started anew only after an item of a level below this one, counted from 1; 0 for never.
    restart: Option<usize>,
    symbols: Option<Glyphs>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: Format::Decimal,
            text: String::new(),
            is_joined: false,
            is_legal: false,
            restart: None,
            symbols: None,
        }
    }
}

impl Level {
    fn of(level: &Element<'_>) -> Self {
        let font = level.child("rPr").and_then(|it| it.child("rFonts"));
        let font = font.and_then(|it| it.attribute("ascii").or_else(|| it.attribute("hAnsi")));
        let restart = level.child("lvlRestart").and_then(|it| whole(it, "val"));
        Self {
            start: level.child("start").and_then(|it| whole(it, "val")).map_or(0, counted),
            format: said(level, "numFmt").map_or(Format::Decimal, |name| Format::of(&name)),
            text: said(level, "lvlText")
                .filter(|it| it.len() <= LONGEST_PATTERN)
                .map_or_else(String::new, |it| it.into_owned()),
            is_joined: said(level, "suff").as_deref() == Some("nothing"),
            is_legal: level.child("isLgl").is_some(),
            restart: restart.map(|it| it.clamp(0, LEVELS as i64) as usize),
            symbols: font.and_then(|name| Glyphs::of(&name)),
        }
    }
}

/// A number of a list within what is ever counted.
fn counted(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX).min(1_000_000)
}

/// The level that an element speaks of.
fn level_of(element: &Element<'_>) -> Option<usize> {
    whole(element, "ilvl").and_then(|it| usize::try_from(it).ok()).filter(|it| *it < LEVELS)
}

impl Numbering {
    /// What `numbering.xml` says.
    pub fn of(part: &Element<'_>) -> Self {
        let mut numbering = Self::default();
        for element in &part.children {
            match element.name() {
                "abstractNum" => numbering.add_pattern(element),
                "num" => numbering.add_list(element),
                _ => {}
            }
        }
        numbering
    }

    /// The styles whose lists stand for patterns.
    pub fn styles(&self) -> impl Iterator<Item = &str> {
        self.patterns.values().filter_map(|it| it.style.as_deref())
    }

    fn add_pattern(&mut self, element: &Element<'_>) {
        let Some(id) = whole(element, "abstractNumId") else { return };
        let mut pattern =
            Pattern { style: said(element, "numStyleLink").map(|it| it.into_owned()), ..Pattern::default() };
        for level in element.children.iter().filter(|it| it.name() == "lvl") {
            let Some(at) = level_of(level) else { continue };
            pattern.levels[at] = Level::of(level);
            if let Some(style) = said(level, "pStyle") {
                self.bound.insert((id, style.into_owned()), at);
            }
        }
        self.patterns.insert(id, pattern);
    }

    fn add_list(&mut self, element: &Element<'_>) {
        let pattern = element.child("abstractNumId").and_then(|it| whole(it, "val"));
        let (Some(id), Some(pattern)) = (whole(element, "numId"), pattern) else { return };
        let mut list = List { pattern, ..List::default() };
        for own in element.children.iter().filter(|it| it.name() == "lvlOverride") {
            let Some(at) = level_of(own) else { continue };
            list.starts[at] = own.child("startOverride").and_then(|it| whole(it, "val")).map(counted);
            list.levels[at] = own.child("lvl").map(Level::of);
        }
        self.lists.insert(id, list);
    }

    /// The label of the next paragraph that looks so, with the blank that parts it from the text; `None` outside lists.
    ///
    /// `name` is the style the paragraph names. Bullets are told as their sign.
    pub fn label(&mut self, look: &ParagraphLook, name: Option<&str>, styles: &Styles) -> Option<String> {
        let id = look.list.filter(|id| *id != 0 && !self.is_paused)?;
        let list = self.lists.get(&id)?.clone();
        let pattern = self.pattern(list.pattern, styles);
        let bound = || name.and_then(|name| self.bound.get(&(pattern, name.to_owned())).copied());
        let at = look.level.or_else(bound).unwrap_or(0).min(LEVELS - 1);
        let levels: Vec<Level> = (0..LEVELS).map(|it| self.level(&list, pattern, it)).collect();
        let begins = self.begun.insert(id);
        let counts = self.counts.entry(pattern).or_default();
        if begins {
            let own = list.starts.iter().enumerate();
            own.filter(|(_, start)| start.is_some()).for_each(|(level, _)| counts[level] = None);
        }
        let start = |level: usize| list.starts[level].unwrap_or(levels[level].start);
        counts[at] = Some(counts[at].map_or_else(|| start(at), |count| count.saturating_add(1)));
        for below in at + 1..LEVELS {
            if levels[below].restart.is_none_or(|restart| at < restart) {
                counts[below] = None;
            }
        }
        let numbers: Vec<u32> = (0..LEVELS).map(|level| counts[level].unwrap_or_else(|| start(level))).collect();
        let label = printed(&levels, at, &numbers);
        if label.is_empty() {
            return None;
        }
        Some(if levels[at].is_joined { label } else { label + " " })
    }

    /// The pattern that stands for this one.
    fn pattern(&self, id: i64, styles: &Styles) -> i64 {
        let style = self.patterns.get(&id).and_then(|it| it.style.as_deref());
        let list = style.and_then(|name| styles.named(name)).and_then(|it: Style| it.paragraph.list);
        list.and_then(|list| self.lists.get(&list)).map_or(id, |list| list.pattern)
    }

    fn level(&self, list: &List, pattern: i64, at: usize) -> Level {
        let own = list.levels[at].clone();
        own.or_else(|| self.patterns.get(&pattern).map(|it| it.levels[at].clone())).unwrap_or_default()
    }
}

/// The label of an item of level `at`, where the levels have been counted so far.
fn printed(levels: &[Level], at: usize, numbers: &[u32]) -> String {
    let level = &levels[at];
    if level.format == Format::Bullet {
        return bullet(level);
    }
    let mut label = String::new();
    let mut letters = level.text.chars().peekable();
    while let Some(letter) = letters.next() {
        let named = letters.peek().and_then(|it| it.to_digit(10)).filter(|it| letter == '%' && (1..=9).contains(it));
        match named {
            Some(digit) => {
                letters.next();
                let index = digit as usize - 1;
                let format = if level.is_legal { Format::Decimal } else { levels[index].format };
                label.push_str(&format.print(numbers[index]));
            }
            None => label.push(letter),
        }
    }
    label.trim().to_owned()
}

/// The sign before an item; one that is not known, or is the letter `o` drawn as a ring, is told as a plain bullet.
fn bullet(level: &Level) -> String {
    let Some(letter) = level.text.chars().next() else { return String::new() };
    let sign = match level.symbols {
        Some(symbols) => symbols.sign(letter),
        None => Some(letter).filter(|it| !it.is_alphanumeric() && !('\u{e000}'..='\u{f8ff}').contains(it)),
    };
    sign.unwrap_or('•').to_string()
}

impl ParagraphLook {
    /// The name of the style that a paragraph names.
    pub fn style_name<'a>(properties: Option<&Element<'a>>) -> Option<std::borrow::Cow<'a, str>> {
        properties.and_then(|it| it.child("pStyle")).and_then(val)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::office::xml::document;

    const LISTS: &str = "<numbering>\
        <abstractNum abstractNumId='1'>\
          <lvl ilvl='0'><start val='1'/><numFmt val='decimal'/><lvlText val='%1.'/></lvl>\
          <lvl ilvl='1'><start val='1'/><numFmt val='lowerLetter'/><lvlText val='%1.%2)'/></lvl>\
          <lvl ilvl='2'><start val='3'/><numFmt val='upperRoman'/><lvlText val='(%3)'/><suff val='nothing'/></lvl>\
          <lvl ilvl='3'><start val='1'/><numFmt val='upperRoman'/><isLgl/><lvlText val='%3.%4'/></lvl>\
        </abstractNum>\
        <abstractNum abstractNumId='2'><lvl ilvl='0'><numFmt val='bullet'/><lvlText val='&#xF0FC;'/>\
          <rPr><rFonts ascii='Wingdings'/></rPr></lvl><lvl ilvl='1'><numFmt val='bullet'/><lvlText val='o'/></lvl></abstractNum>\
        <num numId='1'><abstractNumId val='1'/></num>\
        <num numId='2'><abstractNumId val='1'/></num>\
        <num numId='3'><abstractNumId val='1'/><lvlOverride ilvl='0'><startOverride val='5'/></lvlOverride></num>\
        <num numId='4'><abstractNumId val='2'/></num></numbering>";

    #[test]
    fn lists_go_on_start_again_and_nest() {
        let part = document(LISTS).unwrap();
        let mut numbering = Numbering::of(&part);
        let mut label = |list: i64, level: usize| {
            let look = ParagraphLook { list: Some(list), level: Some(level), ..ParagraphLook::default() };
            numbering.label(&look, None, &Styles::default()).unwrap_or_default()
        };
        let items = [
            (1, 0, "1. "),
            (1, 1, "1.a) "),
            (1, 1, "1.b) "),
            (1, 2, "(III)"),
            (1, 3, "3.1 "),
            (1, 0, "2. "),
            (1, 1, "2.a) "),
            (2, 0, "3. "),
            (3, 0, "5. "),
            (3, 0, "6. "),
            (1, 0, "7. "),
            (4, 0, "✓ "),
            (4, 1, "• "),
            (0, 0, ""),
            (99, 0, ""),
        ];
        for (list, level, printed) in items {
            assert_eq!(label(list, level), printed, "{list} {level}");
        }
    }
}
