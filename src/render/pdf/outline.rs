//! The pages of a print → the list of contents that a viewer shows beside them.

use crate::layout::Page;
use lopdf::{Bookmark, Document, ObjectId};

/// Adds a line for each page, under the names of the SOPs where there are several; gives the place of the list, if any.
pub(super) fn add(document: &mut Document, pages: &[Page]) -> Option<ObjectId> {
    let ids = document.get_pages();
    let several = pages.last().is_some_and(|page| page.sop > 0);
    let line = |title: &str, page: ObjectId| Bookmark::new(title.to_owned(), [0.0; 3], 0, page);
    let mut parent = None;
    let mut before = None;
    for (page, id) in pages.iter().zip(ids.into_values()) {
        if several && before.replace(page.sop) != Some(page.sop) {
            parent = Some(document.add_bookmark(line(page.heading(), id), None));
        }
        document.add_bookmark(line(&page.bookmark, id), parent);
    }
    document.build_outline()
}
