//! What can be written at a place: keys, actors, steps to go on at, symbols, units of time, codes of rules, and a whole new step.

use super::client::Client;
use super::keys::{self, Key};
use super::whereabouts::{Slot, Turn};
use super::{Document, Whereabouts, steps, values};
use crate::check::rules;
use crate::diagnostic::Language;
use crate::model::Sop;
use crate::source::Span;
use crate::vocabulary::units::UNITS;
use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, Documentation, InsertTextFormat, InsertTextMode,
    Position, TextEdit,
};

/// Keys under which an actor is named in a step.
const ACTORS: [&str; 2] = ["pelaksana", "bersama"];

/// Keys under which the target of an arrow is named.
const TARGETS: [&str; 4] = ["ya", "tidak", "lanjut", "ke"];

/// What can be written there.
pub(super) fn offer(document: &Document, position: Position, client: &Client) -> Vec<CompletionItem> {
    let is_ours = document.good.is_some() || document.problem.is_some() || document.source.text.trim().is_empty();
    if !is_ours || !document.is_yaml() {
        return Vec::new();
    }
    let at = document.offset(position);
    let Some(here) = Whereabouts::of(&document.source.text, at) else { return Vec::new() };
    let sop = document.good.as_ref().and_then(|good| good.sop_at(at)).map(|(_, sop)| sop);
    let mut table = Table { document, here: &here, client, items: Vec::new() };
    table.values(sop);
    if here.slot == Slot::Word {
        table.steps(sop);
    }
    if here.slot == Slot::Word && here.takes_key {
        table.keys();
    }
    table.items
}

/// The items, in the order they are to be shown.
struct Table<'t> {
    document: &'t Document,
    here: &'t Whereabouts,
    client: &'t Client,
    items: Vec<CompletionItem>,
}

/// One thing to write.
struct Offer<'o> {
    label: &'o str,
    detail: &'o str,
    text: String,
    kind: CompletionItemKind,
    is_snippet: bool,
}

impl<'o> Offer<'o> {
    fn word(label: &'o str, detail: &'o str, kind: CompletionItemKind) -> Self {
        Self { label, detail, text: label.to_owned(), kind, is_snippet: false }
    }
}

impl Table<'_> {
    fn push(&mut self, offer: Offer<'_>) -> &mut CompletionItem {
        self.push_over(offer, self.here.typed)
    }

    /// Offers something in place of a stretch that ends where the cursor is.
    fn push_over(&mut self, offer: Offer<'_>, replaced: Span) -> &mut CompletionItem {
        let Offer { label, detail, text, kind, is_snippet } = offer;
        let edit = TextEdit { range: self.document.range(replaced), new_text: text };
        let typed = self.document.source.slice(replaced);
        let order = format!("{:04}", self.items.len());
        self.items.push(CompletionItem {
            label: label.to_owned(),
            kind: Some(kind),
            detail: Some(detail.to_owned()).filter(|it| !it.is_empty()),
            sort_text: Some(order),
            // Found by the words beside it too: an actor by the name of the office, a step by its activity.
            filter_text: Some(if typed.contains(' ') { label.to_owned() } else { format!("{label} {detail}") }),
            insert_text_format: is_snippet.then_some(InsertTextFormat::Snippet),
            text_edit: Some(CompletionItemTextEdit::TextEdit(edit)),
            ..CompletionItem::default()
        });
        let last = self.items.len() - 1;
        &mut self.items[last]
    }

    /// The last key of the way, with the items behind it passed over.
    fn key(&self) -> Option<&str> {
        self.here.way.iter().rev().find_map(|turn| match turn {
            Turn::Key(key) => Some(key.as_str()),
            Turn::Item => None,
        })
    }

    fn is_in_steps(&self) -> bool {
        self.here.way.starts_with(&[Turn::Key("kegiatan".to_owned()), Turn::Item]) && self.here.way.len() > 2
    }

    /// The value of a key, or an item of its list.
    fn values(&mut self, sop: Option<&Sop>) {
        let is_item = self.here.way.last() == Some(&Turn::Item);
        if self.here.slot == Slot::Word && !is_item {
            return;
        }
        for word in keys::words(&self.here.way) {
            self.push(Offer::word(&word, "", CompletionItemKind::EnumMember));
        }
        let is_step = self.is_in_steps();
        let Some(key) = self.key().map(str::to_owned) else { return };
        let in_cell = is_step && key == "id";
        match key.as_str() {
            key if is_step && ACTORS.contains(&key) || in_cell => self.actors(sop),
            key if is_step && TARGETS.contains(&key) => self.targets(sop),
            "waktu" if is_step => self.units(),
            "kode" => self.rules(),
            _ => {}
        }
    }

    fn actors(&mut self, sop: Option<&Sop>) {
        let outside = self.client.say("eksternal", "external");
        for actor in sop.iter().flat_map(|sop| &sop.actors) {
            self.push(Offer::word(&actor.id.0, &steps::office(actor, outside), CompletionItemKind::Variable));
        }
    }

    /// Steps by their numbers, the cells of rows with several, and the end.
    fn targets(&mut self, sop: Option<&Sop>) {
        for (sop, step) in sop.iter().flat_map(|sop| sop.steps.iter().map(move |step| (sop, step))) {
            let number = step.number.to_string();
            self.push(Offer::word(&number, steps::activity(step), CompletionItemKind::Reference));
            if step.cells.len() > 1 {
                for actor in step.actors() {
                    let label = format!("{number}.{}", actor.value);
                    self.push(Offer::word(&label, sop.actor_name(&actor.value), CompletionItemKind::Reference));
                }
            }
        }
        let ends = self.client.say("kegiatan berakhir di sini", "the procedure ends here");
        self.push(Offer::word("selesai", ends, CompletionItemKind::EnumMember));
    }

    /// Units behind a number.
    fn units(&mut self) {
        let typed = self.document.source.slice(self.here.typed).to_owned();
        let word = typed.len() - typed.trim_end_matches(|it: char| it.is_alphabetic()).len();
        let can_leave_number = typed.is_empty() && self.client.takes_snippets;
        if word == typed.len() && !can_leave_number {
            return;
        }
        let over = Span { start: self.here.typed.end - Span::new(0, word).end, end: self.here.typed.end };
        let is_apart = typed.len() == word || typed[..typed.len() - word].ends_with(' ');
        let mut seen = Vec::new();
        for (spelling, unit, kind) in UNITS {
            if kind.is_none() && !seen.contains(unit) {
                seen.push(*unit);
                let text = match (typed.is_empty(), is_apart) {
                    // The number is the person's to say.
                    (true, _) => format!("$1 {spelling}"),
                    (_, true) => (*spelling).to_owned(),
                    (_, false) => format!(" {spelling}"),
                };
                let unit = Offer::word(spelling, "", CompletionItemKind::Unit);
                self.push_over(Offer { text, is_snippet: typed.is_empty(), ..unit }, over);
            }
        }
    }

    fn rules(&mut self) {
        let is_english = self.client.language == Language::English;
        for rule in rules() {
            let summary = if is_english { rule.summary_en } else { rule.summary };
            self.push(Offer::word(rule.code, summary, CompletionItemKind::Constant));
        }
    }

    /// A whole new step, where a row of the table can begin.
    fn steps(&mut self, sop: Option<&Sop>) {
        let table = [Turn::Key("kegiatan".to_owned())];
        let is_item = self.here.way == [table[0].clone(), Turn::Item];
        let begins = self.here.way == table || is_item && self.here.siblings.is_empty();
        if !begins || self.here.is_inline && !is_item {
            return;
        }
        let dash = if is_item { "" } else { "- " };
        let next = sop.map_or(0, steps::last_number).saturating_add(1);
        let is_snippet = self.client.takes_snippets;
        let stop = |number: u32| if is_snippet { format!("${number}") } else { String::new() };
        let actor = if is_snippet { choice(sop) } else { None };
        let mut text = format!("{dash}nomor: {next}");
        for (field, number) in ["uraian", "pelaksana", "kelengkapan", "waktu", "output"].into_iter().zip(1..) {
            let value = match field {
                "kelengkapan" | "output" => format!("[{}]", stop(number)),
                "pelaksana" => actor.clone().unwrap_or_else(|| stop(number)),
                _ => stop(number),
            };
            text.push_str(format!("\n  {field}: {value}").trim_end());
        }
        let label = self.client.say("langkah baru", "new step");
        let detail = format!("nomor: {next}");
        let offer = Offer { label, detail: &detail, text, kind: CompletionItemKind::Snippet, is_snippet };
        let item = self.push(offer);
        // Most editors set each line below the first as far in as that one, whether they are told to or not.
        item.insert_text_mode = Some(InsertTextMode::AdjustIndentation);
        item.filter_text = Some(format!("nomor {label}"));
    }

    fn keys(&mut self) {
        // Beside a list only its items can stand.
        if self.here.way.last().is_some_and(|it| *it != Turn::Item)
            && keys::wants_items(&self.here.way)
            && !self.here.is_inline
        {
            return;
        }
        let siblings = &self.here.siblings;
        let mut keys = keys::keys(&self.here.way);
        keys.retain(|key| !siblings.iter().any(|it| it == key.name));
        // A row that has other keys already is no heading, and the other way round.
        if siblings.iter().any(|it| it == "subjudul") {
            keys.clear();
        } else if !siblings.is_empty() {
            keys.retain(|key| key.name != "subjudul");
        }
        keys.sort_by_key(|key| !key.is_required);
        for Key { name, description, is_block, .. } in keys {
            let text = if is_block && !self.here.is_inline { format!("{name}:") } else { format!("{name}: ") };
            let item = self.push(Offer { text, ..Offer::word(name, "", CompletionItemKind::Property) });
            if !description.is_empty() {
                item.documentation = Some(Documentation::MarkupContent(values::markdown(description.to_owned())));
            }
        }
    }
}

/// The second place to fill in: one of the actors, where a snippet can hold their ids.
fn choice(sop: Option<&Sop>) -> Option<String> {
    let ids: Vec<&str> = sop?.actors.iter().map(|actor| actor.id.0.as_str()).collect();
    let is_plain = |id: &&str| id.chars().all(|it| it.is_alphanumeric() || it == '_');
    (!ids.is_empty() && ids.iter().all(is_plain)).then(|| format!("${{2|{}|}}", ids.join(",")))
}
