//! Lists whose numbers have lost their points, `1 Undang-Undang … 2 Peraturan …` → the same with points.

use super::marks;
use crate::document::Text;
use crate::grammar::{date, offset_in};
use crate::vocabulary::list_words::{COUNTED_THINGS, NUMBERED_THINGS};
use std::collections::BTreeSet;

/// Fewer such numbers are no list.
const FEWEST: usize = 2;

/// Gives points to the numbers of lists in texts of which none begins with a number that has one.
pub(super) fn point<'t>(texts: impl Iterator<Item = &'t mut Text>) {
    let mut texts: Vec<&mut Text> = texts.collect();
    let opens = |text: &&mut Text| marks::bare_number(text.as_str().split_whitespace().next().unwrap_or("")) == Some(1);
    if !texts.iter().any(opens) || texts.iter().any(|text| marks::starts_item(text.as_str())) {
        return;
    }
    let mut due = BTreeSet::from([1]);
    let found: Vec<Vec<usize>> = texts.iter().map(|text| ends(text.as_str(), &mut due)).collect();
    if found.iter().map(Vec::len).sum::<usize>() < FEWEST {
        return;
    }
    for (text, ends) in texts.iter_mut().zip(found).filter(|(_, ends)| !ends.is_empty()) {
        **text = pointed(text, &ends);
    }
}

/// `2.1 Undang-Undang …`, `2.2 Peraturan …`: items counted within the number of their heading, without it.
pub(super) fn unnest<'t>(texts: impl Iterator<Item = &'t mut Text>) {
    let mut texts: Vec<&mut Text> = texts.collect();
    let is_counted = |text: &Text| marks::nested(text.as_str()).is_some();
    let mut due = 0;
    for text in &texts {
        if let Some(mark) = marks::nested(text.as_str()) {
            due += 1;
            if mark.value != due {
                return;
            }
        }
    }
    for text in texts.iter_mut().filter(|text| is_counted(text)) {
        let whole = text.as_str();
        let own = whole.split_once('.').map_or(whole, |(_, own)| own);
        let mark = own.split(|it: char| !it.is_ascii_digit()).next().unwrap_or(own);
        let mut counted = Text::default();
        counted.push(&format!("{mark}."), text.slice(&whole[..whole.len() - own.len() + mark.len()]).whole());
        counted.append(&text.slice(own[mark.len()..].trim_start_matches(['.', ')'])));
        **text = counted;
    }
}

/// `l. Sarjana` above `2. Terampil`: the number one, read for a letter.
pub(super) fn correct_ones<'t>(texts: impl Iterator<Item = &'t mut Text>) {
    let mut texts: Vec<&mut Text> = texts.collect();
    let begins = |mark: u32| texts.iter().any(|text| marks::list_number(text.as_str()) == Some(mark));
    if begins(1) || !begins(2) {
        return;
    }
    for text in &mut texts {
        let whole = text.as_str();
        if let Some(mark) = whole.get(..2).filter(|mark| matches!(*mark, "l." | "I."))
            && whole[2..].starts_with(' ')
        {
            let mut corrected = Text::default();
            corrected.push("1.", text.slice(mark).whole());
            corrected.append(&text.slice(&whole[2..]));
            **text = corrected;
        }
    }
}

/// The text with a point at each of these places.
fn pointed(text: &Text, places: &[usize]) -> Text {
    let mut out = Text::default();
    let mut from = 0;
    for place in places {
        out.append(&text.slice(&text.as_str()[from..*place]));
        out.push_separator('.');
        from = *place;
    }
    out.append(&text.slice(&text.as_str()[from..]));
    out
}

/// Where the numbers of items end that have no point; `due` are the numbers that go on with a list.
fn ends(text: &str, due: &mut BTreeSet<u32>) -> Vec<usize> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let Some(number) = marks::bare_number(pair[0]).filter(|number| due.contains(number)) else { continue };
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        // A number that goes on with the list at the start of a line counts nothing else.
        let is_next = at == 0 && number > 1;
        if begins_item(pair[1], is_next) && !is_one_of(before, NUMBERED_THINGS) {
            due.insert(number + 1);
            found.push(offset_in(text, pair[0]) + pair[0].len());
        }
    }
    found
}

/// The word may be the first of an item, and is neither counted by the number, unless that goes on with a list, nor its month.
fn begins_item(word: &str, is_next: bool) -> bool {
    let is_month = || date::parse(word).is_some_and(|date| date.month.is_some());
    word.starts_with(char::is_uppercase) && (is_next || !is_one_of(word, COUNTED_THINGS)) && !is_month()
}

fn is_one_of(word: &str, things: &[&str]) -> bool {
    let word = word.trim_end_matches(['.', ',', ':']);
    things.iter().any(|thing| thing.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn pointed(texts: &[&str]) -> Vec<String> {
        let text = |text: &&str| {
            let mut out = Text::default();
            out.push(text, Span::new(0, text.len()));
            out
        };
        let mut texts: Vec<Text> = texts.iter().map(text).collect();
        point(texts.iter_mut());
        texts.iter().map(|text| text.as_str().to_owned()).collect()
    }

    #[test]
    fn numbers_of_lists_get_points_and_others_do_not() {
        assert_eq!(pointed(&["1 Sarjana 2 Memahami tata naskah"]), ["1. Sarjana 2. Memahami tata naskah"]);
        assert_eq!(
            pointed(&["1 UU Nomor 5 Tahun 2014 1 Sarjana", "2 Terampil"]),
            ["1. UU Nomor 5 Tahun 2014 1. Sarjana", "2. Terampil"]
        );
        assert_eq!(pointed(&["1 Printer", "2 Lembar disposisi"]), ["1. Printer", "2. Lembar disposisi"]);
        for kept in ["1 Unit Komputer 2 Unit Printer", "1 Komputer", "2 Komputer 3 Printer", "1 Januari 2 Februari"] {
            assert_eq!(pointed(&[kept]), [kept]);
        }
        assert_eq!(pointed(&["1. Komputer", "1 Sarjana 2 Terampil"]), ["1. Komputer", "1 Sarjana 2 Terampil"]);
    }
}
