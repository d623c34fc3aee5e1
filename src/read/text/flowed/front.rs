//! The words of such a page before its table → where labels, headings, items and values begin.

use super::{LONGEST_NAME, item_number};
use crate::grammar::date;
use crate::model::SectionKind;
use crate::vocabulary::fold::fold;
use crate::vocabulary::labels;
use crate::vocabulary::list_words::BULLETS;
use crate::vocabulary::sections::{self, Heading};

/// What stands before the table.
#[derive(Debug, Default)]
pub(super) struct Front {
    /// Words with which a line begins.
    pub cuts: Vec<usize>,
    /// How many labels and headings it has.
    pub names: usize,
}

impl Front {
    /// Of the words before the table.
    pub fn of(words: &[&str]) -> Self {
        let mut front = Self::default();
        let mut known: Vec<Heading> = Vec::new();
        let mut item = 1;
        let (mut waiting, mut behind) = (0, 0);
        let mut at = 0;
        while at < words.len() {
            let named = name(&words[at..]).or_else(|| next_heading(&words[at..], known.last().copied()));
            match named {
                Some((count, Name::Label)) => {
                    front.cuts.push(at);
                    front.names += 1;
                    at += count;
                    waiting = if behind == at - count { waiting + 1 } else { 1 };
                    behind = at;
                    if waiting >= FEWEST_WAITING {
                        front.values(words, at);
                    }
                }
                Some((count, Name::Heading(heading))) if !known.contains(&heading) => {
                    // Two headings side by side are one line, and their content is below it.
                    match front.cuts.last() {
                        Some(last) if *last == at && !known.is_empty() => {
                            front.cuts.pop();
                        }
                        _ => front.cuts.push(at),
                    }
                    known.push(heading);
                    front.names += 1;
                    at += count;
                    at += words[at..].iter().take_while(|word| **word == ":").count();
                    front.cuts.push(at);
                    item = 1;
                }
                _ => {
                    let number =
                        item_number(words[at]).filter(|number| !known.is_empty() && (*number == item || *number == 1));
                    if let Some(number) = number {
                        front.cuts.push(at);
                        item = number + 1;
                    } else if words[at].starts_with(BULLETS) && !known.is_empty() {
                        front.cuts.push(at);
                    }
                    at += 1;
                }
            }
        }
        front
    }
}

impl Front {
    /// The values of labels that stood one behind the other, numbers and dates: each a line, and what follows them another.
    fn values(&mut self, words: &[&str], from: usize) {
        let mut at = from;
        while let Some(count) = words.get(at..).and_then(typed) {
            self.cuts.push(at);
            at += count;
        }
        if at > from {
            self.cuts.push(at);
        }
    }
}

/// How many of the first words are a number of an SOP, a date, or a dash.
fn typed(words: &[&str]) -> Option<usize> {
    let first = words.first()?;
    let is_number = first.contains('/') && first.contains(|it: char| it.is_ascii_digit());
    if is_number || matches!(*first, "-" | "–") {
        return Some(1);
    }
    let is_date = |count: &usize| date::parse(&words[..*count].join(" ")).is_some_and(|date| date.year.is_some());
    (1..=LONGEST_DATE.min(words.len())).rev().find(|count| words[*count - 1].len() >= 4 && is_date(count))
}

/// Most words of a date.
const LONGEST_DATE: usize = 3;

/// So many labels one behind the other wait for their values.
const FEWEST_WAITING: usize = 3;

enum Name {
    Label,
    Heading(Heading),
}

/// The label or heading that the first words spell to the letter, the longest; and how many they are.
fn name(words: &[&str]) -> Option<(usize, Name)> {
    words.first().filter(|word| word.starts_with(char::is_uppercase))?;
    let mut folded = String::new();
    let mut best = None;
    for (count, word) in (1..).zip(words.iter().take(LONGEST_NAME)) {
        let letters = fold(word);
        if letters.is_empty() {
            // A number or a colon ends a name; only signs such as `/` mean nothing inside.
            match word.chars().any(|it| it.is_alphanumeric() || it == ':') {
                true => break,
                false => continue,
            }
        }
        folded.push_str(&letters);
        let is_section = |heading: &Heading| matches!(heading, Heading::Section(_));
        if count > 1 && labels::exact(&folded).is_some_and(|label| !label.is_extra()) {
            best = Some((count, Name::Label));
        } else if let Some(heading) =
            sections::exact(&folded).filter(is_section).filter(|_| count > 1 || is_bare(words))
        {
            // `Keterkaitan SOP Surat Keluar`: the item begins with its second word.
            let is_item = word.eq_ignore_ascii_case("sop") && begins_name(words.get(count));
            match best {
                Some((_, Name::Heading(shorter))) if is_item && shorter == heading => {}
                _ if is_item => best = Some((count - 1, Name::Heading(heading))),
                _ => best = Some((count, Name::Heading(heading))),
            }
        }
        // Behind a colon stands the value.
        if word.ends_with(':') || !(labels::begins(&folded) || sections::begins(&folded)) {
            break;
        }
    }
    best
}

/// Another heading or label follows, whatever stands behind it.
fn names_next(words: &[&str]) -> bool {
    let mut folded = String::new();
    words.iter().take(LONGEST_NAME).zip(1..).any(|(word, count)| {
        folded.push_str(&fold(word));
        sections::exact(&folded).is_some() || count > 1 && labels::exact(&folded).is_some()
    })
}

/// A word of a name, and no heading.
fn begins_name(word: Option<&&str>) -> bool {
    word.is_some_and(|word| word.starts_with(char::is_uppercase) && sections::exact(&fold(word)).is_none())
}

/// A heading of one word where it is due: that of the section behind the last, before a word with a capital.
fn next_heading(words: &[&str], last: Option<Heading>) -> Option<(usize, Name)> {
    let word = words.first().filter(|word| word.starts_with(char::is_uppercase))?;
    let Some(Heading::Section(last)) = last else { return None };
    let heading = sections::exact(&fold(word))
        .filter(|_| words.get(1).is_some_and(|next| next.starts_with(char::is_uppercase)))?;
    let behind = SectionKind::ALL.iter().skip_while(|kind| **kind != last).nth(1);
    matches!(heading, Heading::Section(kind) if Some(&kind) == behind).then_some((1, Name::Heading(heading)))
}

/// A heading of one word is in capitals, or before a colon, a list or another name.
fn is_bare(words: &[&str]) -> bool {
    let shouted = words[0].len() > 3 && !words[0].contains(char::is_lowercase) || words[0].contains('/');
    let next = words.get(1).copied().unwrap_or(":");
    shouted
        || words[0].ends_with(':')
        || next.starts_with(':')
        || item_number(next) == Some(1)
        || names_next(&words[1..])
}
