//! The ledger of an SOP, quick to ask: how the value at a path is known.

use super::{How, Origin, Path, Review, Sop};
use rustc_hash::FxHashMap;

/// The reviews of an SOP by their paths: what is asked of many values is asked here.
#[derive(Debug)]
pub struct Ledger<'a>(FxHashMap<&'a str, &'a Review>);

impl<'a> Ledger<'a> {
    /// Of this SOP.
    pub fn of(sop: &'a Sop) -> Self {
        let reviews = sop.conversion.iter().flat_map(|it| &it.reviews);
        Self(reviews.map(|review| (review.path.as_str(), review)).collect())
    }

    /// The cells of that row were out of their columns, or without any, and were dealt out by what they say.
    pub fn is_moved(&self, number: u32) -> bool {
        self.0.get(Path::step(number).as_str()).is_some_and(|review| review.how != How::Unreadable)
    }

    /// What says that the value at this very path stands in the document, if only unread.
    pub fn unread(&self, path: &str) -> Option<&'a Review> {
        self.0.get(path).copied().filter(|review| review.how == How::Unreadable)
    }

    /// The review that says that the value at this path was inferred: its own, or that of the nearest it lies in.
    pub fn inferred(&self, path: &Path) -> Option<&'a Review> {
        let mut path = path.as_str();
        loop {
            match self.0.get(path) {
                Some(review) => return Some(*review).filter(|review| review.how == How::Inferred),
                None => path = &path[..path.rfind('/')?],
            }
        }
    }

    /// The review of this path, or the nearest of what it lies in. That a whole part was not found says nothing of the values that
    /// were found elsewhere.
    pub fn review(&self, path: &str) -> Option<&'a Review> {
        let own = self.0.get(path).copied();
        let is_of_part = |it: &Review| it.how == How::Unreadable && !it.path.contains('/');
        let around = || {
            let mut path = path;
            while let Some(cut) = path.rfind('/') {
                path = &path[..cut];
                if let Some(review) = self.0.get(path).filter(|it| !is_of_part(it)) {
                    return Some(*review);
                }
            }
            None
        };
        own.or_else(around)
    }

    /// How the value at this path is known; an entry about a list or row covers what lies inside it.
    pub fn origin(&self, path: &Path) -> Origin<'a> {
        match self.review(path.as_str()) {
            Some(review) if review.how == How::Inferred => Origin::Inferred(review),
            Some(review) if review.how == How::Repaired => Origin::Repaired(review),
            _ => Origin::Read,
        }
    }
}
