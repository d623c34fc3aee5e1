//! A text document of Word with remarks: comments anchored at the paragraphs they speak of, and words that are to be others as tracked
//! changes with the comment beside them.

mod body;
mod comments;
mod paragraph;
mod replies;
mod tracked;

use super::markup::Root;
use super::parts::Parts;
use super::{AUTHOR, Fault, RELATIONS, Written, manifest};
use crate::read::office::relations::Relations;
use crate::report::{Remark, offers_change, passages};
use crate::source::{Source, Spot};
use body::{Body, Place};
use comments::Comments;
use replies::Threads;
use std::collections::{BTreeMap, BTreeSet};
use tracked::{Pending, Sites, Tracked};

/// The part that holds the text.
const MAIN: &str = "word/document.xml";

/// What text documents are written in: as all programs write them, and in the strict form.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// Where the strict form has the names of relations.
const STRICT_RELATIONS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// How a part binds the names of Word.
struct Names {
    /// With its colon.
    prefix: String,
    /// What an element has to say where the part does not bind them.
    declared: String,
    is_strict: bool,
}

impl Names {
    fn of(root: &Root, part: &str) -> Result<Self, Fault> {
        let (prefix, uri) = root.binding(&WORD).ok_or_else(|| Fault::Unusual(part.to_owned()))?;
        let is_strict = uri == WORD[1];
        // Attributes need a prefix even where elements have none.
        Ok(match prefix {
            "" => Self { prefix: "w:".to_owned(), declared: format!(" xmlns:w=\"{uri}\""), is_strict },
            prefix => Self { prefix: format!("{prefix}:"), declared: String::new(), is_strict },
        })
    }
}

/// Writes the remarks, and the words that they change.
pub(super) fn write(parts: &mut Parts<'_>, source: &Source, remarks: &[Remark]) -> Result<Written, Fault> {
    let relations = Relations::of(&mut parts.package, MAIN)?;
    let member = |role: &str| relations.by_role(role).map(|it| it.member.clone());
    let main = parts.needed(MAIN)?;
    let names = Names::of(&Root::of(&main, MAIN)?, MAIN)?;
    let known_part = member("comments");
    let part = known_part.clone().unwrap_or_else(|| free_name(parts));
    let (before, is_new) = match parts.text(&part)? {
        Some(text) => (text, false),
        None => (Comments::empty(if names.is_strict { WORD[1] } else { WORD[0] }), true),
    };
    let comments = Comments::of(&before, &part)?;
    let mut threads = Threads::default();
    for role in replies::ROLES {
        if let Some(member) = member(role) {
            threads.add(&member, parts.needed(&member)?)?;
        }
    }

    let mut earlier = Earlier { pending: Pending::of(&main)?, ..Earlier::default() };
    earlier.sort(&comments, &threads, &body::references(&main)?, remarks);
    let elements = elements_of_places(source);
    let mut out = Written { pending: earlier.waiting, ..Written::default() };
    let (mut sites, mut tracked) = (Sites::of(&main, source, remarks)?, Tracked::default());
    let mut places: Vec<Place> = Vec::new();
    let (mut added, mut id) = (String::new(), comments.next_id(&earlier.removed));
    for remark in remarks {
        let element = element(source, &elements, remark.at);
        if remark.is_about_change && element.is_some_and(|it| earlier.pending.paragraphs.contains(&it)) {
            continue;
        }
        if earlier.holds(remark) {
            out.answered += 1;
            continue;
        }
        match sites.take(&remark.edits) {
            Some(changed) => {
                added.push_str(&comments.comment(id, &remark.text_beside_change()));
                tracked.add(&sites, changed, id);
                out.changed.push(remark.fingerprint.clone());
            }
            None => {
                added.push_str(&comments.comment(id, &remark.text(None)));
                places.push(Place { element, id });
                out.unchanged += usize::from(!remark.edits.is_empty());
            }
        }
        out.remarks += 1;
        id += 1;
    }

    if is_new && added.is_empty() {
        return Ok(out);
    }
    let first = comments.next_id(&earlier.removed);
    let is_used = |it: u32| earlier.pending.ids.contains(&it) || (first..id).contains(&it);
    let edits = tracked.edits(&main, &names, &sites, &is_used);
    let removed = &earlier.removed;
    let text = Body { names: &names, places: &places, removed }.written(&main, edits)?;
    parts.put(MAIN, text);
    threads.without(&comments.list, removed, parts)?;
    parts.put(&part, comments.written(removed, &added));
    if known_part.is_none() {
        let base = if names.is_strict { STRICT_RELATIONS } else { RELATIONS };
        manifest::relate(parts, MAIN, &format!("{base}/comments"), part.trim_start_matches("word/"))?;
    }
    if is_new {
        manifest::declare(parts, &part, TYPE)?;
    }
    Ok(out)
}

/// What is made of the comments and changes of earlier runs.
#[derive(Default)]
struct Earlier<'c> {
    pending: Pending,
    /// Remarks that are not to be made anew, each so often.
    known: BTreeMap<&'c str, usize>,
    /// Comments that are taken out.
    removed: BTreeSet<&'c str>,
    /// Comments beside changes that nobody has accepted or rejected.
    waiting: usize,
}

impl<'c> Earlier<'c> {
    /// Decides of every comment whether it stays.
    fn sort(&mut self, comments: &'c Comments<'_>, threads: &Threads, anchored: &BTreeSet<String>, remarks: &[Remark]) {
        for (at, comment) in comments.list.iter().enumerate() {
            let passages = passages(&comment.text);
            let own = passages.first().filter(|it| passages.len() == 1 && !it.is_changed).and_then(|it| it.fingerprint);
            let is_own = comment.author == AUTHOR && own.is_some() && !threads.is_answered(&comments.list, at);
            let offers = is_own && offers_change(&comment.text);
            let is_waiting = offers && self.pending.comments.contains(&comment.id);
            // Of a change that was rejected only the finding is left.
            let is_rejected = offers && remarks.iter().any(|it| Some(it.fingerprint.as_str()) == own);
            self.waiting += usize::from(is_waiting);
            if is_own && anchored.contains(&*comment.id) && !is_waiting && !is_rejected {
                self.removed.insert(&comment.id);
            } else {
                passages.iter().filter_map(|it| it.fingerprint).for_each(|it| *self.known.entry(it).or_default() += 1);
            }
        }
    }

    /// The remark is there already, and is to stay as it is.
    fn holds(&mut self, remark: &Remark) -> bool {
        let count = self.known.get_mut(remark.fingerprint.as_str()).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    }
}

/// The name that all programs use, or where it is taken one beside it.
fn free_name(parts: &Parts<'_>) -> String {
    let usual = "word/comments.xml";
    let is_taken = parts.package.names().any(|it| it == usual);
    if is_taken { parts.free_name("word/comments", ".xml") } else { usual.to_owned() }
}

/// Table, row and cell, or the number of a paragraph, as something to look up.
fn key(spot: Spot) -> (u32, u32, u32) {
    match spot {
        Spot::Table { table, row, cell } => (table, row, cell),
        Spot::Paragraph(number) => (0, number, 0),
        Spot::Sheet { .. } | Spot::Page { .. } => (0, 0, 0),
    }
}

/// The first paragraph of each place that text stands at.
fn elements_of_places(source: &Source) -> BTreeMap<(u32, u32, u32), u32> {
    let mut found = BTreeMap::new();
    for (at, spot) in source.spots.all() {
        if let Some(element) = source.spots.element(at) {
            found.entry(key(spot)).or_insert(element);
        }
    }
    found
}

/// Where the paragraph begins that a remark speaks of; `None` where it speaks of none in particular.
fn element(source: &Source, elements: &BTreeMap<(u32, u32, u32), u32>, at: Option<u32>) -> Option<u32> {
    let at = at?;
    source.spots.element(at).or_else(|| elements.get(&key(source.spot(at)?.spot())).copied())
}
