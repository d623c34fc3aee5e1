//! Kelengkapan and Output where both stand behind Waktu: nothing parts the two but what a step makes and the next one needs.

use super::cells::Step;
use crate::document::Text;
use crate::vocabulary::fold;

/// Takes Kelengkapan out of the lines behind the time; what is not told stays of no column.
pub(super) fn part(steps: &mut [Step]) {
    let lines: Vec<Vec<String>> =
        steps.iter().map(|step| step.after.iter().map(|line| fold(line.as_str())).collect()).collect();
    let mut needed = 0;
    for at in 0..steps.len() {
        let own = &lines[at];
        let next = lines.get(at + 1).map_or(&[][..], Vec::as_slice);
        // The longest end of these lines with which the next step begins.
        let most = own.len().min(next.len());
        let shared = (1..=most).rev().find(|count| own[own.len() - count..] == next[..*count]);
        let made = shared.filter(|count| own.len() - count >= needed);
        let is_last = at + 1 == lines.len();
        let cut = made.map(|count| own.len() - count).or_else(|| match own.len() {
            2 => Some(1),
            count => (is_last && needed > 0 && needed < count).then_some(needed),
        });
        needed = made.unwrap_or(0);
        let step = &mut steps[at];
        let behind = std::mem::take(&mut step.after);
        match cut {
            Some(cut) => {
                let (needed, made) = behind.split_at(cut);
                step.needed = Some(needed.to_vec());
                step.after = made.to_vec();
            }
            None => (step.needed, step.strays) = (Some(Vec::new()), behind),
        }
    }
}

/// The lines that are of no column for certain.
pub(super) fn strays(steps: &mut [Step]) -> Vec<Text> {
    steps.iter_mut().flat_map(|step| std::mem::take(&mut step.strays)).collect()
}
