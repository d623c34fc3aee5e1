//! Questions about an SOP that several rules ask and that need facts of [`crate::vocabulary`] to answer. Answers are typed;
//! no rule takes a text apart by itself.

mod chain;
mod dates;
mod documents;
mod durations;
mod flow;
mod offices;
mod regions;
mod related;
mod repealed;
mod spelling;
mod words;

pub use chain::{Chain, Grade, Paper};
pub use dates::{Moment, is_date_like, known_date, moment};
pub use documents::{Likeness, NameKey, spelt_words};
pub use durations::{duration_texts, has_digit, holds_two_durations, is_bare_number};
pub use flow::{Flow, decides_in_words, ends, sends_back};
pub use offices::{
    agency_kind, handed_to, handed_to_actor, is_person, names_office, offices_in, subject_of, unpointed_degree,
};
pub use regions::{Region, region_of};
pub use related::{activity_of, words_of_title};
pub use repealed::{Standing, repealed_citations, same_regulation};
pub use spelling::listed_words;
pub use words::{
    FirstWord, Word, activities, first_word, first_word_of, holds_phrase, is_known_verb, is_passive, part,
    passive_verb, texts, words,
};
