//! What an editor offers to mend: the fix of each finding, all that may be mended unseen at once, and a key that was mistyped.

use super::client::Client;
use super::diagnostics::{self, touch};
use super::document::Good;
use super::shift::Shift;
use super::{Bench, Document};
use crate::diagnostic::{Diagnostic, Fix};
use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionTriggerKind, DocumentChange, Edit,
    OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextDocumentIdentifier, TextEdit, WorkspaceEdit,
};
use std::borrow::Cow;
use std::collections::HashMap;

/// The kind of the action that mends all that is safe.
pub(super) const FIX_ALL: &str = "source.fixAll.sop";

/// All that is offered for a stretch.
pub(super) fn offer(
    document: &mut Document,
    asked: &CodeActionParams,
    client: &Client,
    bench: &dyn Bench,
) -> Vec<CodeAction> {
    let mut actions = Vec::new();
    let is_wanted = |kind: &str| wants(asked.context.only.as_deref(), kind);
    if is_wanted("quickfix") {
        actions.extend(mistyped(document, asked, client));
        if let Some(good) = document.current() {
            let fixes = good.examined.findings.iter().filter_map(|it| Some((it, it.fix.as_ref()?)));
            actions
                .extend(fixes.filter_map(|(finding, fix)| of_finding(document, good, (finding, fix), asked, client)));
        }
    }
    // Worked out only where a person or a save asks for it: it takes a round of checks.
    let is_asked = asked.context.only.is_some() || asked.context.trigger_kind != Some(CodeActionTriggerKind::Automatic);
    if is_asked && is_wanted(FIX_ALL) {
        actions.extend(all_safe(document, client, bench));
    }
    actions
}

/// The editor asks for actions of that kind, or of all kinds. A kind holds those that begin with it.
fn wants(only: Option<&[CodeActionKind]>, kind: &str) -> bool {
    only.is_none_or(|only| {
        only.iter().any(|it| {
            let asked = String::from(it.clone());
            asked.is_empty() || kind.strip_prefix(&asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    })
}

fn action(title: String, kind: CodeActionKind, edit: WorkspaceEdit) -> CodeAction {
    CodeAction {
        title,
        kind: Some(kind),
        diagnostics: None,
        is_preferred: None,
        disabled: None,
        edit: Some(edit),
        command: None,
        data: None,
        tags: None,
    }
}

fn of_finding(
    document: &Document,
    good: &Good,
    (finding, fix): (&Diagnostic, &Fix),
    asked: &CodeActionParams,
    client: &Client,
) -> Option<CodeAction> {
    let shown = diagnostics::finding(document, good, finding, client).filter(|it| touch(it.range, asked.range))?;
    if fix.edits.is_empty() {
        return None;
    }
    let edit = |it: &crate::diagnostic::Edit| {
        good.shift.forward(it.span).map(|span| TextEdit { range: document.range(span), new_text: it.text.clone() })
    };
    let edits = fix.edits.iter().map(edit).collect::<Option<Vec<_>>>()?;
    let title = fix.message.in_language(client.language);
    let look = if fix.safe { "" } else { client.say(" (tinjau hasilnya)", " (look at the result)") };
    let mut action = action(format!("{title}{look}"), CodeActionKind::QuickFix, client.edit(document, edits));
    (action.diagnostics, action.is_preferred) = (Some(vec![shown]), Some(fix.safe));
    Some(action)
}

/// The word that is to stand in place of an unknown one.
fn mistyped(document: &Document, asked: &CodeActionParams, client: &Client) -> Option<CodeAction> {
    let problem = document.problem.as_ref()?;
    let (instead, span) = (problem.instead.as_ref()?, problem.span?);
    let shown = diagnostics::all(document, client);
    if !touch(document.range(span), asked.range) {
        return None;
    }
    let edits = vec![TextEdit { range: document.range(span), new_text: instead.clone() }];
    let title = format!("{} `{instead}`", client.say("tulis", "write"));
    let mut action = action(title, CodeActionKind::QuickFix, client.edit(document, edits));
    (action.diagnostics, action.is_preferred) = (Some(shown), Some(true));
    Some(action)
}

fn all_safe(document: &mut Document, client: &Client, bench: &dyn Bench) -> Option<CodeAction> {
    let after = document.mended(bench, client.language)?.to_owned();
    let (old, new) = Shift::between(&document.source.text, &after).replaced();
    // The edges of what differs may lie inside letters; whole lines never do.
    let start = document.source.line_span(document.source.line(old.start)).start;
    let end = document.source.line_end(old.end);
    let new_end = new.end as usize + (end - old.end) as usize;
    let text = after.get(start as usize..new_end)?.to_owned();
    let range = document.range(crate::source::Span { start, end });
    let title = client.say("Perbaiki semua yang pasti benar", "Fix all that is safe").to_owned();
    let kind = CodeActionKind::Custom(Cow::Borrowed(FIX_ALL));
    Some(action(title, kind, client.edit(document, vec![TextEdit { range, new_text: text }])))
}

impl Client {
    /// Edits of a document, in the form that this editor takes.
    pub fn edit(&self, document: &Document, edits: Vec<TextEdit>) -> WorkspaceEdit {
        let uri = document.uri.clone();
        if !self.takes_versions {
            let changes = Some(HashMap::from([(uri, edits)]));
            return WorkspaceEdit { changes, ..WorkspaceEdit::default() };
        }
        let version = Some(document.version);
        let text_document = OptionalVersionedTextDocumentIdentifier {
            version,
            text_document_identifier: TextDocumentIdentifier { uri },
        };
        let edits = edits.into_iter().map(Edit::TextEdit).collect();
        let change = DocumentChange::TextDocumentEdit(TextDocumentEdit { text_document, edits });
        WorkspaceEdit { document_changes: Some(vec![change]), ..WorkspaceEdit::default() }
    }
}
