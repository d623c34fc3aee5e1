//! What the cells of a document say as headers of columns: each spelling is asked once, for the same ones stand above every page.

use crate::vocabulary::columns::{self, Header, Title};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::Range;

/// The answers so far, by the text of the cell.
#[derive(Debug, Default)]
pub(super) struct Titles<'t> {
    known: RefCell<FxHashMap<&'t str, Answers>>,
}

/// What is known of one text; `None` where it was not asked.
#[derive(Debug, Default)]
struct Answers {
    header: Option<Option<Header>>,
    title: Option<Parts>,
    names_activity: Option<bool>,
    is_of_register: Option<bool>,
}

/// A [`Title`] that holds for every text of the same letters.
#[derive(Debug, Clone)]
struct Parts {
    group: Option<Header>,
    own: Range<usize>,
    header: Option<Header>,
}

impl<'t> Titles<'t> {
    fn ask<A: Clone>(
        &self,
        text: &'t str,
        slot: impl FnOnce(&mut Answers) -> &mut Option<A>,
        answer: impl FnOnce() -> A,
    ) -> A {
        slot(self.known.borrow_mut().entry(text).or_default()).get_or_insert_with(answer).clone()
    }

    /// As [`columns::header`].
    pub fn header(&self, text: &'t str) -> Option<Header> {
        self.ask(text, |known| &mut known.header, || columns::header(text))
    }

    /// As [`columns::title`].
    pub fn title(&self, text: &'t str) -> Title<'t> {
        let taken_apart = || {
            let title = columns::title(text);
            let start = crate::grammar::offset_in(text, title.own);
            Parts { group: title.group, own: start..start + title.own.len(), header: title.header }
        };
        let Parts { group, own, header } = self.ask(text, |known| &mut known.title, taken_apart);
        Title { group, own: &text[own], header }
    }

    /// The cell names a column.
    pub fn names_column(&self, text: &'t str) -> bool {
        self.title(text).header.is_some()
    }

    /// A word of this title names Kegiatan.
    pub fn names_activity(&self, text: &'t str) -> bool {
        let own = self.title(text).own;
        let named = || columns::by_word(own) == Some(Header::Activity);
        self.ask(text, |known| &mut known.names_activity, named)
    }

    /// This title is one of registers and lists.
    pub fn is_of_register(&self, text: &'t str) -> bool {
        let own = self.title(text).own;
        self.ask(text, |known| &mut known.is_of_register, || columns::is_of_register(own))
    }

    /// The cell names a group of columns.
    pub fn is_group(&self, text: &'t str) -> bool {
        matches!(self.header(text), Some(Header::Actors | Header::Quality))
    }
}
