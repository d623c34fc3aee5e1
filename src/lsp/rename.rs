//! Another id for an actor, everywhere it stands.

use super::Document;
use super::client::Client;
use super::document::Good;
use super::mentions::{Mention, Named, holder, items, root_of, value};
use crate::model::{ActorId, Sop};
use crate::read::yaml::looks_like_json;
use crate::read::yaml::tree::{Node, Shape};
use crate::source::Span;
use gen_lsp_types::{Position, PrepareRenamePlaceholder, TextEdit, WorkspaceEdit};

/// What is renamed at a place, if anything can be.
pub(super) fn prepare(document: &Document, position: Position) -> Option<PrepareRenamePlaceholder> {
    let (good, mention) = actor_at(document, position)?;
    let Named::Actor(id) = &mention.of else { return None };
    good.examined.sops.get(mention.sop)?.actor(id)?;
    Some(PrepareRenamePlaceholder { range: document.range_of_good(mention.span)?, placeholder: id.0.clone() })
}

/// The edits that give the actor at a place that id.
///
/// # Errors
/// Why not, in the language of the editor.
pub(super) fn rename(
    document: &Document,
    position: Position,
    new: &str,
    client: &Client,
) -> Result<WorkspaceEdit, String> {
    let nothing = || client.say("di sini tidak ada id pelaksana", "no actor id stands here").to_owned();
    let (good, mention) = actor_at(document, position).ok_or_else(nothing)?;
    let (Named::Actor(id), Some(sop)) = (&mention.of, good.examined.sops.get(mention.sop)) else {
        return Err(nothing());
    };
    fits(new, id, sop, client)?;
    let declared = good.mentions_like(mention).find(|it| it.declares).ok_or_else(nothing)?;
    let mut edits = Vec::new();
    edits.push(declaration(good, sop, declared, new).ok_or_else(nothing)?);
    let others = good.mentions_like(mention).filter(|it| !it.declares);
    edits.extend(others.map(|it| (it.span, new.to_owned())));
    let edits = edits.into_iter().map(|(span, new_text)| TextEdit { range: document.range(span), new_text }).collect();
    Ok(client.edit(document, edits))
}

/// The mention of an actor at a place, in a text that reads as it is now: half a change must not be made.
fn actor_at(document: &Document, position: Position) -> Option<(&Good, &Mention)> {
    let good = document.current()?;
    let mention = good.mention_at(document.offset(position))?;
    matches!(mention.of, Named::Actor(_)).then_some((good, mention))
}

/// The id is one, and no other actor has it.
fn fits(new: &str, old: &ActorId, sop: &Sop, client: &Client) -> Result<(), String> {
    if ActorId::from_name(new, &[]).0 != new {
        let (id, en) = (
            "id terdiri dari huruf kecil, angka, dan garis bawah, diawali huruf",
            "an id has small letters, digits and underscores, and begins with a letter",
        );
        return Err(client.say(id, en).to_owned());
    }
    let is_taken = sop.actors.iter().any(|it| it.id != *old && (it.id.0 == new || it.name.value == new));
    if is_taken {
        return Err(format!("`{new}` {}", client.say("sudah dipakai pelaksana lain", "is another actor already")));
    }
    Ok(())
}

/// The edit where the actor is declared; an id that was made of the name has to be written first.
fn declaration(good: &Good, sop: &Sop, declared: &Mention, new: &str) -> Option<(Span, String)> {
    let list = items(root_of(&good.trees, sop), "pelaksana");
    let item = holder(list, declared.span)?;
    if value(item, "id").is_some() {
        return Some((declared.span, new.to_owned()));
    }
    let source = &good.examined.source;
    let start = item.span.start;
    // In JSON everything stands in quotes.
    let is_json = looks_like_json(&source.text);
    let (key, value) = if is_json { ("\"id\"", format!("\"{new}\"")) } else { ("id", new.to_owned()) };
    match &item.shape {
        Shape::Map(_) if source.slice(item.span).starts_with('{') => {
            Some((Span { start: start + 1, end: start + 1 }, format!("{key}: {value}, ")))
        }
        Shape::Map(_) => {
            let line = source.line_span(source.line(start)).start;
            let indent = " ".repeat((start - line) as usize);
            Some((Span { start, end: start }, format!("id: {new}\n{indent}")))
        }
        Shape::Text(_) if is_json => {
            Some((item.span, format!("{{{key}: {value}, \"nama\": {}}}", source.slice(item.span))))
        }
        Shape::Text(_) => Some((item.span, as_map(source.slice(item.span), item, new))),
        _ => None,
    }
}

/// An actor that is only its name, as a map.
fn as_map(written: &str, item: &Node, new: &str) -> String {
    let is_bare = !written.starts_with(['"', '\'', '|', '>']);
    let name = match &item.shape {
        // What ends a value inside brackets needs quotes there.
        Shape::Text(text) if is_bare && text.contains([',', '[', ']', '{', '}']) => format!("\"{text}\""),
        _ => written.to_owned(),
    };
    format!("{{id: {new}, nama: {name}}}")
}
