//! Rows without number that belong to the step below, or only say how work gets there.

use super::row::RawStep;
use crate::document::Text;
use crate::grammar::duration;
use crate::grammar::marks::Marks;
use crate::vocabulary::flow_words;

/// The row holds nothing but `↓ Ya`, `→ Tidak: kembali ke langkah 1` or an arrow: the way from the step above to another.
pub(super) fn is_answer(text: &str) -> bool {
    let marks = Marks::of(text);
    let leads = |word: &std::borrow::Cow<str>| {
        let lower = word.to_lowercase();
        [flow_words::RETURN, flow_words::GO_ON, flow_words::TO].iter().any(|words| words.contains(&lower.as_str()))
    };
    (marks.has_branch() || marks.is_arrow()) && !marks.is_present() && marks.rest.iter().all(leads)
}

impl RawStep {
    /// The upper half of the row `below`, whose number stands in its middle line: it has what the row below lacks, and the one
    /// above has already.
    pub(super) fn is_upper_half(&self, above: Option<&RawStep>, below: &RawStep) -> bool {
        let cells = |step: &RawStep| {
            [&step.activity, &step.requirements, &step.duration, &step.outputs].map(|text| !text.is_blank())
        };
        let (own, other) = (cells(self), cells(below));
        let wanted = own.iter().zip(other).all(|(own, other)| !own || !other);
        let filled = own.iter().filter(|it| **it).count();
        let timed = duration::looks_like(self.duration.as_str());
        let has_all = above.is_none_or(|above| cells(above).iter().zip(own).all(|(above, own)| *above || !own));
        if wanted && has_all && (timed || filled >= 2) {
            return true;
        }
        // The line of the number goes on in the midst of a sentence that this row begins.
        let begins = |text: &Text| text.as_str().trim_start().starts_with(char::is_uppercase);
        let goes_on = |text: &Text| text.as_str().trim_start().starts_with(char::is_lowercase);
        has_all && begins(&self.activity) && goes_on(&below.activity)
    }

    /// Puts the upper half above this row.
    pub(super) fn put_below(&mut self, upper: &mut RawStep) {
        let own = std::mem::take(self);
        let number = (own.number, own.number_cell.clone());
        upper.extend(own, false);
        *self = std::mem::take(upper);
        (self.number, self.number_cell) = number;
    }
}
