//! What is said of a place: the office and its steps, the activity of a step, what a key is for, and the pages of the rules that
//! found something there.

use super::client::Client;
use super::diagnostics::place;
use super::document::Good;
use super::mentions::{Mention, Named};
use super::whereabouts::Slot;
use super::{Document, Whereabouts, keys, steps, values};
use crate::check::rules;
use crate::diagnostic::{Diagnostic, page_in};
use crate::model::{ActorId, Sop};
use gen_lsp_types::{Hover, Position, Range};

/// So many steps of an office are listed; nobody reads more.
const MOST_STEPS: usize = 40;

/// What is said there, if anything.
pub(super) fn hover(document: &Document, position: Position, client: &Client) -> Option<Hover> {
    let at = document.offset(position);
    let mut parts = Vec::new();
    let mut range: Option<Range> = None;
    if let Some((text, span)) = key(document, at) {
        parts.push(text.to_owned());
        range = Some(document.range(span));
    }
    if let Some(good) = &document.good {
        if let Some(mention) = good.mention_at(at) {
            parts.extend(named(good, mention, client));
            range = range.or(document.range_of_good(mention.span));
        }
        let here = |it: &&Diagnostic| place(document, good, it).is_some_and(|range| holds(range, position));
        let found: Vec<&Diagnostic> = good.examined.findings.iter().filter(here).collect();
        parts.extend(pages(&found, client));
        range = range.or(found.first().and_then(|it| place(document, good, it)));
    }
    if parts.is_empty() {
        return None;
    }
    Some(Hover { contents: values::contents(parts.join("\n\n---\n\n")), range })
}

fn holds(range: Range, position: Position) -> bool {
    range.start <= position && position <= range.end
}

fn named(good: &Good, mention: &Mention, client: &Client) -> Option<String> {
    let sop = good.examined.sops.get(mention.sop)?;
    match &mention.of {
        Named::Actor(id) => actor(sop, id, client),
        Named::Step(number) => {
            let step = sop.step(*number)?;
            let actors = steps::actors(sop, step);
            let by = if actors.is_empty() { String::new() } else { format!("\n\n{actors}") };
            Some(format!("**{number}.** {}{by}", plain(steps::activity(step))))
        }
    }
}

fn actor(sop: &Sop, id: &ActorId, client: &Client) -> Option<String> {
    let actor = sop.actor(id)?;
    let office = plain(&steps::office(actor, client.say("eksternal", "external")));
    let mut text = format!("**{office}** (`{id}`)\n");
    let mut steps = steps::of_actor(sop, id);
    for step in steps.by_ref().take(MOST_STEPS) {
        text.push_str(&format!("\n- {}. {}", step.number, plain(steps::activity(step))));
    }
    let more = steps.count();
    if more > 0 {
        text.push_str(&format!("\n- … {more} {}", client.say("langkah lagi", "more steps")));
    }
    Some(text)
}

/// The findings, those of one rule together, each rule with its page.
fn pages(found: &[&Diagnostic], client: &Client) -> Vec<String> {
    let mut parts = Vec::new();
    let mut codes: Vec<&str> = found.iter().map(|it| it.code).collect();
    codes.sort_unstable();
    codes.dedup();
    for code in codes {
        let mut part = String::new();
        for it in found.iter().filter(|it| it.code == code) {
            let severity = it.severity.spoken(client.language);
            let message = it.message.in_language(client.language);
            part.push_str(&format!("**{code} {}** ({severity}): {message}\n\n", it.name));
        }
        let rule = rules().find(|rule| rule.code == code);
        let page = rule.map(|rule| page_in(rule.page, client.language)).unwrap_or_default();
        part.push_str(page.split_once('\n').map_or("", |(_, body)| body).trim());
        parts.push(part);
    }
    parts
}

/// What the key at that offset is for.
fn key(document: &Document, at: u32) -> Option<(&'static str, crate::source::Span)> {
    let is_ours = document.good.is_some() || document.problem.is_some();
    let text = &document.source.text;
    let rest = text.get(at as usize..)?;
    let is_word = |it: char| it.is_ascii_alphanumeric() || it == '_';
    let end = at as usize + rest.find(|it| !is_word(it)).unwrap_or(rest.len());
    if !is_ours || !document.is_yaml() || !text[end..].starts_with(':') {
        return None;
    }
    let mut here = Whereabouts::of(text, u32::try_from(end).ok()?).filter(|it| it.slot == Slot::Word)?;
    here.way.push(super::whereabouts::Turn::Key(document.source.slice(here.typed).to_owned()));
    Some((keys::describe(&here.way)?, here.typed))
}

/// The words of the author, with nothing in them that Markdown would take for a sign.
fn plain(text: &str) -> String {
    let is_sign = |it: char| it.is_ascii_punctuation() && !matches!(it, ',' | '.' | '/' | '-' | ':' | ';' | '(' | ')');
    text.chars().flat_map(|it| is_sign(it).then_some('\\').into_iter().chain([it])).collect()
}
