//! Steps without a heading: sentences one below the other among the lines that belong to nothing.

use super::{Count, acts, marked, prefixed, speaker, subject, tells_procedure};
use crate::parse::lines::{Free, Told};
use crate::vocabulary::offices::begins_actor;

/// Fewer sentences without a heading above them may be anything.
const FEWEST_UNHEADED: usize = 3;

/// Steps without a heading among the lines that belong to nothing, as lines of a list: sentences one below the other, counted from 1 or
/// each behind a name, most of which say who acts. They are taken out.
pub(in crate::parse) fn unheaded(free: &mut Vec<Free>) -> Vec<Told> {
    let names = |line: &Free| match sentence(line) {
        Some((Count::Names, _, text)) => speaker(text).is_some_and(begins_actor),
        Some((.., rest)) => subject(rest).or(prefixed(rest).map(|(name, _)| name)).is_some_and(begins_actor),
        None => false,
    };
    if let Some(at) = free.iter().position(|line| tells_procedure(line.text.as_str())) {
        let Free { text, after_blank, .. } = free.remove(at);
        return vec![Told { text, begins_stage: true, after_blank, time: None }];
    }
    let mut start = 0;
    let opens = |line: &Free| sentence(line).is_some_and(|(_, number, _)| number == 1);
    while let Some(first) = free[start..].iter().position(opens) {
        let first = start + first;
        let kind = sentence(&free[first]).map(|(count, ..)| count);
        let mut steps = 0;
        let run = free[first..].iter().take_while(|line| match counted(line, kind).or_else(|| sentence(line)) {
            Some((count, number, _)) if Some(count) == kind && (count == Count::Names || number == steps + 1) => {
                steps += 1;
                true
            }
            other => other.is_none() && line.text.as_str().starts_with(char::is_lowercase),
        });
        let end = first + run.count();
        let told = free[first..end].iter().filter(|line| names(line)).count();
        if steps as usize >= FEWEST_UNHEADED && told * 2 > steps as usize {
            let line =
                |line: Free| Told { text: line.text, begins_stage: false, after_blank: line.after_blank, time: None };
            return free.drain(first..end).map(line).collect();
        }
        start = end.max(first + 1);
    }
    Vec::new()
}

/// A line with the mark of such a list, whatever it says.
fn counted(line: &Free, kind: Option<Count>) -> Option<(Count, u32, &str)> {
    marked(line.text.as_str()).filter(|(count, ..)| *count == Count::Digits && kind == Some(Count::Digits))
}

/// A line that is a step without a heading above it, with its count.
fn sentence(line: &Free) -> Option<(Count, u32, &str)> {
    marked(line.text.as_str()).filter(|(count, _, rest)| match count {
        Count::Names => true,
        Count::Digits => acts(rest),
        _ => false,
    })
}
