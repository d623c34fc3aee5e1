//! The editor at the other end: what it understands, its language, and what it is promised.

use super::fixes::FIX_ALL;
use crate::diagnostic::Language;
use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeLensOptions, CompletionOptions, InitializeParams, InitializeResult,
    PositionEncodingKind, RenameOptions, ServerCapabilities, ServerInfo, TextDocumentSync, TextDocumentSyncKind,
    TextDocumentSyncOptions, WorkDoneProgressOptions,
};
use std::borrow::Cow;

/// What is known of the editor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Client {
    /// The language of its person.
    pub language: Language,
    /// Texts with places to fill in.
    pub takes_snippets: bool,
    /// Edits that say which state of the text they are for.
    pub takes_versions: bool,
}

impl Client {
    /// As it introduces itself; in the language that was asked for, else in its own, else in that one.
    pub fn of(params: &InitializeParams, asked: Option<Language>, otherwise: Language) -> Self {
        let of_locale = params.locale.as_deref().and_then(|locale| {
            let word = locale.split(['-', '_', '.']).next().unwrap_or_default().to_ascii_lowercase();
            match word.as_str() {
                "en" => Some(Language::English),
                "id" | "in" => Some(Language::Indonesian),
                _ => None,
            }
        });
        let completion = params.capabilities.text_document.as_ref().and_then(|it| it.completion.as_ref());
        let item = completion.and_then(|it| it.completion_item.as_ref());
        let edits = params.capabilities.workspace.as_ref().and_then(|it| it.workspace_edit.as_ref());
        Self {
            language: asked.or(of_locale).unwrap_or(otherwise),
            takes_snippets: item.and_then(|it| it.snippet_support) == Some(true),
            takes_versions: edits.and_then(|it| it.document_changes) == Some(true),
        }
    }

    /// One of two texts that say the same.
    pub fn say<'w>(&self, id: &'w str, en: &'w str) -> &'w str {
        if self.language == Language::English { en } else { id }
    }
}

/// What every editor is promised. Texts are not formatted: the writer of YAML keeps no comments.
pub(super) fn promise() -> InitializeResult {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(true.into()),
        ..TextDocumentSyncOptions::default()
    };
    let kinds = vec![CodeActionKind::QuickFix, CodeActionKind::Custom(Cow::Borrowed(FIX_ALL))];
    let triggers = [" ", "-", "{", "[", ","].map(str::to_owned).to_vec();
    let quiet = WorkDoneProgressOptions::default;
    let capabilities = ServerCapabilities {
        position_encoding: Some(PositionEncodingKind::UTF16),
        text_document_sync: Some(TextDocumentSync::Options(sync)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(triggers),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        code_action_provider: Some(
            CodeActionOptions { code_action_kinds: Some(kinds), ..CodeActionOptions::default() }.into(),
        ),
        code_lens_provider: Some(CodeLensOptions::new(Some(false), quiet())),
        rename_provider: Some(RenameOptions::new(Some(true), quiet()).into()),
        ..ServerCapabilities::default()
    };
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    InitializeResult { capabilities, server_info: Some(ServerInfo { name: "sop".to_owned(), version }) }
}
