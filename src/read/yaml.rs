//! Our own YAML and JSON → SOPs. Every value keeps its place in the text; every error says where, and in the user's words.

mod decode;
mod error;
mod json;
mod keys;
mod pasted;
mod slips;
mod syntax;
pub mod tree;

pub use error::YamlError;

use crate::model::{Sop, Trouble};
use crate::schema::{SopTwin, VERSION};
use crate::source::Span;
use error::Problem;
use serde::Deserialize;
use tree::{Node, Shape};

/// The SOPs of a YAML text, one for each document (`---`); at least one.
///
/// # Errors
/// When the text is no YAML, holds no SOP, or says something that the format does not know.
pub fn read_yaml(text: &str) -> Result<Vec<Sop>, YamlError> {
    as_typed(text).or_else(|problem| mended(text, problem)).map_err(|problem| problem.in_text(text))
}

fn as_typed(text: &str) -> Result<Vec<Sop>, Problem> {
    let mut documents = tree::documents(text)?;
    let mut troubles = slips::numbered_comments(text);
    documents.iter_mut().for_each(|document| slips::make_lists(text, document, &mut troubles));
    Ok(told(sops(&documents)?, troubles))
}

/// The SOPs of a text that lacks quotes or blanks; where it cannot be read with them either, what is left to mend.
fn mended(text: &str, problem: Problem) -> Result<Vec<Sop>, Problem> {
    let Some(mended) = slips::mended(text) else { return Err(problem) };
    let read = as_meant(&mended).and_then(|mut documents| {
        let mut troubles = mended.troubles.clone();
        troubles.extend(slips::numbered_comments(text));
        documents.iter_mut().for_each(|document| slips::make_lists(text, document, &mut troubles));
        Ok(told(sops(&documents)?, troubles))
    });
    read.map_err(|other| problem.later(other))
}

/// The trees of a mended text, their places as the typed one has them.
fn as_meant(mended: &slips::Mended) -> Result<Vec<Node>, Problem> {
    let mut documents = tree::documents(&mended.text).map_err(|problem| problem.moved(|span| mended.typed(span)))?;
    documents.iter_mut().for_each(|document| mended.put_back(document));
    Ok(documents)
}

/// Each SOP with what was read in it otherwise than it stands.
fn told(mut sops: Vec<Sop>, troubles: Vec<Trouble>) -> Vec<Sop> {
    for trouble in troubles {
        let Some(span) = trouble.span else { continue };
        let holds =
            |sop: &&mut Sop| sop.place.span().is_some_and(|place| place.start <= span.start && span.start <= place.end);
        if let Some(sop) = sops.iter_mut().find(holds) {
            sop.troubles.push(trouble);
        }
    }
    sops
}

/// The SOPs of a JSON text: an object is one, an array several.
///
/// # Errors
/// When the text is no JSON, holds no SOP, or says something that the format does not know.
pub fn read_json(text: &str) -> Result<Vec<Sop>, YamlError> {
    json::document(text).and_then(|document| sops(&[document])).map_err(|problem| problem.in_text(text))
}

/// The trees of a text, one for each document, slips of hand as they are meant; `None` where it is neither YAML nor JSON that
/// the format can use.
pub fn trees(text: &str) -> Option<Vec<Node>> {
    if looks_like_json(text) {
        return json::document(text).ok().map(|document| vec![document]);
    }
    let typed = tree::documents(text).ok();
    if typed.as_ref().is_some_and(|documents| sops(documents).is_ok()) {
        return typed;
    }
    slips::mended(text).and_then(|mended| as_meant(&mended).ok()).or(typed)
}

/// The text begins, comments aside, as our YAML does.
pub fn looks_like_yaml(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with(['#', '`']));
    lines.find(|line| *line != "---").is_some_and(|line| line.starts_with("versi:"))
}

/// The text begins as our JSON does.
pub fn looks_like_json(text: &str) -> bool {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n', '[']);
    start.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with("\"versi\""))
}

fn sops(documents: &[Node]) -> Result<Vec<Sop>, Problem> {
    let mut sops = Vec::new();
    for document in documents {
        match &document.shape {
            Shape::Null => {}
            Shape::List(items) => {
                for item in items {
                    sops.push(sop(item)?);
                }
            }
            _ => match sop(document) {
                Err(problem) if problem.lacks_version() && !sops.is_empty() => {
                    return Err(Problem::new(error::Kind::CutOff, document.span));
                }
                read => sops.push(read?),
            },
        }
    }
    if sops.is_empty() {
        return Err(Problem::new(error::Kind::NothingInside, Span::default()));
    }
    Ok(sops)
}

fn sop(document: &Node) -> Result<Sop, Problem> {
    check_version(document)?;
    let twin = SopTwin::deserialize(document)?;
    twin.into_model(document.span.into()).map_err(|fault| Problem::fault(fault, document.span))
}

/// A file of another version is told apart before its keys are found unknown.
fn check_version(document: &Node) -> Result<(), Problem> {
    let Shape::Map(pairs) = &document.shape else {
        return Err(Problem::new(error::Kind::NoSop, document.span));
    };
    let Some((_, version)) = pairs.iter().find(|(key, _)| key.text == "versi") else {
        return Err(Problem::new(error::Kind::NoVersion, document.span));
    };
    match &version.shape {
        Shape::Text(text) if *text == VERSION.to_string() => Ok(()),
        Shape::Text(text) => Err(Problem::new(error::Kind::OtherVersion(text.clone()), version.span)),
        _ => Err(Problem::new(error::Kind::NoVersion, version.span)),
    }
}
