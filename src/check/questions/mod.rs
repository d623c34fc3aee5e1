//! Questions about an SOP that several rules ask and that need facts of [`crate::vocabulary`] to answer. Answers are typed;
//! no rule takes a text apart by itself.

mod abbreviations;
mod chain;
mod citations;
mod dates;
mod documents;
mod durations;
mod flow;
mod heads;
mod lexicon;
mod misspelt;
mod offices;
mod passages;
mod regions;
mod related;
mod repealed;
mod respelled;
mod spelling;
mod topic;
mod words;

pub use abbreviations::Explained;
pub use chain::{Chain, Grade, Link, Paper};
pub use citations::{
    CitationStyle, lacks_title, mentions_amendment, names_regulation, only_guidelines, regulation_key, style_of,
};
pub use dates::{Moment, date_in, date_label, is_date_like, known_date, labelled_date, moment, written_date};
pub use documents::{Likeness, NameKey, Terms, naming_among, spelt, spelt_words};
pub use durations::{
    duration_texts, has_digit, holds_two_durations, is_bare_number, is_counted_from_an_event, steps_in_words,
};
pub use flow::{cell_in_words, decides_in_words, ends, has_several_ways, is_symbol_word, sends_back, way_in_words};
pub use heads::{foreign_head, is_of_another_kind};
pub use lexicon::{Entry, Kind, Spelling, look_up};
pub use misspelt::{label_meant_by, meant_by};
pub use offices::{
    Office, agency_kind, handed_to, handed_to_actor, is_head, is_person, names_office, offices_among, offices_in,
    own_name, subject_of, unnamed_head, unpointed_degree,
};
pub use passages::{Passage, Spot, Texts, activities, first_word_of};
pub use regions::{Region, is_elsewhere, issuing_region, province_among, region_among, region_of, regions_among};
pub use related::{activity_of, words_of_title};
pub use repealed::{Cited, Standing, repealed_citations};
pub use respelled::respelled;
pub use spelling::{Listed, listed_words};
pub use topic::Topic;
pub use words::{
    FirstWord, Word, each_word, first_word, holds_phrase, part, part_of, passive_verb, without_list_mark, words,
};
