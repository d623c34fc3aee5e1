//! A text document of Word with remarks: comments anchored at the paragraphs they speak of.

mod body;
mod comments;
mod replies;

use super::markup::Root;
use super::parts::Parts;
use super::{AUTHOR, Fault, RELATIONS, manifest};
use crate::read::office::relations::Relations;
use crate::report::{Remark, passages};
use crate::source::{Source, Spot};
use body::{Body, Place};
use comments::Comments;
use replies::Threads;
use std::collections::{BTreeMap, BTreeSet};

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

/// Writes the remarks; gives back how many were.
pub(super) fn write(parts: &mut Parts<'_>, source: &Source, remarks: &[Remark]) -> Result<usize, Fault> {
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

    let anchored = body::references(&main)?;
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut removed: BTreeSet<&str> = BTreeSet::new();
    for (at, comment) in comments.list.iter().enumerate() {
        let passages = passages(&comment.text);
        let is_untouched = matches!(passages.as_slice(), [only] if only.fingerprint.is_some() && !only.is_changed);
        let is_own = comment.author == AUTHOR && is_untouched && !threads.is_answered(&comments.list, at);
        if is_own && anchored.contains(&*comment.id) {
            removed.insert(&comment.id);
        } else {
            passages.iter().filter_map(|it| it.fingerprint).for_each(|it| *known.entry(it).or_default() += 1);
        }
    }

    let elements = elements_of_places(source);
    let mut places: Vec<Place> = Vec::new();
    let (mut added, mut id) = (String::new(), comments.next_id(&removed));
    for remark in remarks {
        if let Some(count) = known.get_mut(remark.fingerprint.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            continue;
        }
        added.push_str(&comments.comment(id, &remark.text(None)));
        places.push(Place { element: element(source, &elements, remark.at), id });
        id += 1;
    }

    if is_new && added.is_empty() {
        return Ok(0);
    }
    let body = Body { names: &names, places: &places, removed: &removed };
    let text = body.written(&main)?;
    parts.put(MAIN, text);
    threads.without(&comments.list, &removed, parts)?;
    parts.put(&part, comments.written(&removed, &added));
    if known_part.is_none() {
        let base = if names.is_strict { STRICT_RELATIONS } else { RELATIONS };
        manifest::relate(parts, MAIN, &format!("{base}/comments"), part.trim_start_matches("word/"))?;
    }
    if is_new {
        manifest::declare(parts, &part, TYPE)?;
    }
    Ok(places.len())
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
