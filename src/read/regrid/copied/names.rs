//! The names in the one column Pelaksana of a copied table: each ends the activity of its row.

use crate::document::Text;
use crate::grammar::offset_in;
use crate::vocabulary::flow_words::{AND, leads_on};
use crate::vocabulary::offices::begins_actor;

/// The activities, each parted from the name behind it; nothing where fewer than most end with a name, which then is part of the work.
/// An activity that does not end so among others that do is left out: what of it names the actor is not certain.
pub(super) fn parted<'t>(activities: impl Iterator<Item = &'t Text>) -> Option<Vec<Option<(Text, Text)>>> {
    let mut known = 0;
    let counted = activities.inspect(|text| known += usize::from(!text.is_blank()));
    let parted: Vec<Option<(Text, Text)>> = counted.map(part).collect();
    let count = parted.iter().flatten().count();
    (count >= 2 && count * 4 >= known * 3).then_some(parted)
}

/// The activity, and the office whose words, all with capitals, end it.
pub(super) fn part(text: &Text) -> Option<(Text, Text)> {
    let whole = text.as_str();
    let words: Vec<&str> = whole.split_whitespace().collect();
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase) || AND.contains(*word);
    let run = words.iter().rev().take_while(is_name).count();
    let from = offset_in(whole, words.get(words.len() - run)?);
    let offsets = words[words.len() - run..].iter().map(|word| offset_in(whole, word));
    let start = offsets.into_iter().find(|at| begins_actor(&whole[*at..])).filter(|at| *at > 0 && *at >= from)?;
    let before = whole[..start].split_whitespace().last()?;
    (!leads_on(before)).then(|| (text.slice(whole[..start].trim_end()), text.slice(&whole[start..])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn told(activities: &[&str]) -> Option<Vec<Option<String>>> {
        let texts: Vec<Text> = activities
            .iter()
            .map(|it| {
                let mut text = Text::default();
                text.push(it, Span::new(0, it.len()));
                text
            })
            .collect();
        let parted = parted(texts.iter())?;
        Some(
            parted
                .into_iter()
                .map(|it| {
                    it.map(|(activity, name)| {
                        format!("{activity}|{name}", activity = activity.as_str(), name = name.as_str())
                    })
                })
                .collect(),
        )
    }

    #[test]
    fn a_name_ends_each_activity() {
        let found = told(&["Memeriksa daftar Kasubbid Mutasi", "Mencetak surat Kepala Badan"]).expect("names");
        assert_eq!(found[0].as_deref(), Some("Memeriksa daftar|Kasubbid Mutasi"));
        assert_eq!(found[1].as_deref(), Some("Mencetak surat|Kepala Badan"));
    }

    #[test]
    fn who_receives_is_no_actor() {
        assert_eq!(told(&["Mengirim surat kepada Kepala Badan", "Mencetak surat Kepala Badan"]), None);
        assert_eq!(told(&["Memeriksa daftar", "Mencetak surat"]), None);
    }
}
