//! One editor from its first message to its last: which documents are open, and who answers what.

use super::client::{Client, promise};
use super::{Bench, Document, completion, diagnostics, fixes, hover, lens, outline, rename};
use crate::diagnostic::Language;
use gen_lsp_types::{
    CodeActionParams, DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    InitializeParams, Location, Position, PublishDiagnosticsParams, ReferenceParams, RenameParams,
    TextDocumentIdentifier, TextDocumentPositionParams, Uri,
};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response, ResponseError};
use serde_json::{Value, from_value, to_value};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How the editor left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It said that it would.
    Orderly,
    /// It did not.
    Abrupt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Unintroduced,
    Working,
    ShutDown,
    Over(Ending),
}

/// A session with one editor.
pub struct Session<'b> {
    bench: &'b dyn Bench,
    asked: Option<Language>,
    client: Client,
    stage: Stage,
    documents: BTreeMap<String, Document>,
    /// Documents whose findings the editor does not have yet.
    stale: BTreeSet<String>,
}

/// What a request comes to.
type Outcome = Result<Value, ResponseError>;

impl<'b> Session<'b> {
    /// A session whose texts are examined there, in the language that was asked for, else in that of the editor, else in that one.
    pub fn new(bench: &'b dyn Bench, asked: Option<Language>, otherwise: Language) -> Self {
        let client = Client { language: asked.unwrap_or(otherwise), takes_snippets: false, takes_versions: false };
        let (documents, stale) = (BTreeMap::new(), BTreeSet::new());
        Self { bench, asked, client, stage: Stage::Unintroduced, documents, stale }
    }

    /// Takes in all messages that have come, in their order, and gives back what is to be sent: the answers, and at last what is found
    /// in the documents that changed. What the editor took back meanwhile is not worked out.
    pub fn receive(&mut self, messages: Vec<Message>) -> Vec<Message> {
        let taken_back: BTreeSet<RequestId> = messages.iter().filter_map(taken_back).collect();
        let mut answers = Vec::new();
        for message in messages {
            match message {
                Message::Request(request) if taken_back.contains(&request.id) => {
                    let error = refusal(ErrorCode::RequestCanceled, "canceled");
                    answers.push(Message::Response(Response { id: request.id, response_result: Err(error) }));
                }
                Message::Request(request) => answers.push(Message::Response(self.answer(request))),
                Message::Notification(notification) => self.hear(notification),
                Message::Response(_) => {}
            }
            if self.ending().is_some() {
                return answers;
            }
        }
        answers.extend(self.news());
        answers
    }

    /// How the session ended, if it has.
    pub fn ending(&self) -> Option<Ending> {
        match self.stage {
            Stage::Over(ending) => Some(ending),
            _ => None,
        }
    }

    fn answer(&mut self, request: Request) -> Response {
        let Request { id, method, params } = request;
        let response_result = match (self.stage, method.as_str()) {
            (Stage::Unintroduced, "initialize") => self.introduce(params),
            (Stage::Unintroduced, _) => Err(refusal(ErrorCode::ServerNotInitialized, "initialize comes first")),
            (Stage::Working, "shutdown") => {
                self.stage = Stage::ShutDown;
                Ok(Value::Null)
            }
            (Stage::Working, "initialize") => Err(refusal(ErrorCode::InvalidRequest, "the session has begun already")),
            (Stage::Working, method) => {
                // A fault of ours that one document brings out must not take the others with it.
                let work = catch_unwind(AssertUnwindSafe(|| self.work(method, params)));
                work.unwrap_or_else(|_| Err(refusal(ErrorCode::InternalError, "internal error of `sop`")))
            }
            _ => Err(refusal(ErrorCode::InvalidRequest, "the session has been shut down")),
        };
        Response { id, response_result }
    }

    fn introduce(&mut self, params: Value) -> Outcome {
        let params: InitializeParams = read(params)?;
        self.client = Client::of(&params, self.asked, self.client.language);
        self.stage = Stage::Working;
        written(promise())
    }

    fn work(&mut self, method: &str, params: Value) -> Outcome {
        match method {
            "textDocument/hover" => {
                self.at(params, |document, position, client| written(hover::hover(document, position, client)))
            }
            "textDocument/completion" => {
                self.at(params, |document, position, client| written(completion::offer(document, position, client)))
            }
            "textDocument/definition" => self.at(params, |document, position, _| written(target(document, position))),
            "textDocument/references" => {
                let asked: ReferenceParams = read(params.clone())?;
                let with_own = asked.context.include_declaration;
                self.at(params, |document, position, _| written(mentions(document, position, with_own)))
            }
            "textDocument/prepareRename" => {
                self.at(params, |document, position, _| written(rename::prepare(document, position)))
            }
            "textDocument/rename" => {
                let asked: RenameParams = read(params.clone())?;
                self.at(params, |document, position, client| {
                    match rename::rename(document, position, &asked.new_name, client) {
                        Ok(edit) => written(edit),
                        Err(why) => Err(refusal(ErrorCode::RequestFailed, &why)),
                    }
                })
            }
            "textDocument/documentSymbol" => self.of(params, |document, _| written(outline::symbols(document))),
            "textDocument/foldingRange" => self.of(params, |document, _| written(outline::folds(document))),
            "textDocument/codeLens" => self.of(params, |document, client| written(lens::lenses(document, client))),
            "textDocument/codeAction" => {
                let asked: CodeActionParams = read(params)?;
                let (client, bench) = (self.client, self.bench);
                match self.settled(&asked.text_document.uri) {
                    Some(document) => written(fixes::offer(document, &asked, &client, bench)),
                    None => Ok(Value::Null),
                }
            }
            _ => Err(refusal(ErrorCode::MethodNotFound, &format!("`{method}` is not known"))),
        }
    }

    /// The open document of that address, with what is found in it.
    fn settled(&mut self, uri: &Uri) -> Option<&mut Document> {
        let document = self.documents.get_mut(&uri.0)?;
        document.settle(self.bench, self.client.language);
        Some(document)
    }

    /// Asks about a whole document; nothing is known of one that is not open.
    fn of(&mut self, params: Value, ask: impl FnOnce(&Document, &Client) -> Outcome) -> Outcome {
        let at = params.get("textDocument").cloned().unwrap_or_default();
        let asked: TextDocumentIdentifier = read(at)?;
        let client = self.client;
        self.settled(&asked.uri).map_or(Ok(Value::Null), |document| ask(document, &client))
    }

    /// Asks about a place in a document.
    fn at(&mut self, params: Value, ask: impl FnOnce(&Document, Position, &Client) -> Outcome) -> Outcome {
        let asked: TextDocumentPositionParams = read(params)?;
        let client = self.client;
        let document = self.settled(&asked.text_document.uri);
        document.map_or(Ok(Value::Null), |document| ask(document, asked.position, &client))
    }

    fn hear(&mut self, notification: Notification) {
        let Notification { method, params } = notification;
        if method == "exit" {
            let is_orderly = self.stage == Stage::ShutDown;
            self.stage = Stage::Over(if is_orderly { Ending::Orderly } else { Ending::Abrupt });
        }
        if self.stage != Stage::Working {
            return;
        }
        // What makes no sense is passed over: a notification has no answer.
        match method.as_str() {
            "textDocument/didOpen" => {
                if let Ok(opened) = read::<DidOpenTextDocumentParams>(params) {
                    let address = opened.text_document.uri.0.clone();
                    self.documents.insert(address.clone(), Document::open(opened.text_document));
                    self.stale.insert(address);
                }
            }
            "textDocument/didChange" => {
                if let Ok(changed) = read::<DidChangeTextDocumentParams>(params) {
                    self.change(changed);
                }
            }
            "textDocument/didClose" => {
                if let Ok(closed) = read::<DidCloseTextDocumentParams>(params) {
                    self.documents.remove(&closed.text_document.uri.0);
                    self.stale.insert(closed.text_document.uri.0);
                }
            }
            // Settings may be others now.
            "textDocument/didSave" | "workspace/didChangeConfiguration" | "workspace/didChangeWatchedFiles" => {
                self.documents.values_mut().for_each(Document::forget);
                self.stale.extend(self.documents.keys().cloned());
            }
            _ => {}
        }
    }

    fn change(&mut self, changed: DidChangeTextDocumentParams) {
        let address = changed.text_document.text_document_identifier.uri.0;
        if let Some(document) = self.documents.get_mut(&address) {
            document.change(changed.text_document.version, changed.content_changes);
            self.stale.insert(address);
        }
    }

    /// What is found in the documents that changed; nothing in those that were closed.
    fn news(&mut self) -> Vec<Message> {
        let mut news = Vec::new();
        for address in std::mem::take(&mut self.stale) {
            let shown = match self.documents.get_mut(&address) {
                Some(document) => {
                    let work = catch_unwind(AssertUnwindSafe(|| {
                        document.settle(self.bench, self.client.language);
                        diagnostics::all(document, &self.client)
                    }));
                    (Some(document.version), work.unwrap_or_default())
                }
                None => (None, Vec::new()),
            };
            let (version, diagnostics) = shown;
            let params = PublishDiagnosticsParams { uri: Uri(address), version, diagnostics };
            if let Ok(params) = to_value(params) {
                let method = "textDocument/publishDiagnostics".to_owned();
                news.push(Message::Notification(Notification { method, params }));
            }
        }
        news
    }
}

/// The request that a message takes back.
fn taken_back(message: &Message) -> Option<RequestId> {
    match message {
        Message::Notification(it) if it.method == "$/cancelRequest" => from_value(it.params.get("id")?.clone()).ok(),
        _ => None,
    }
}

/// Where the thing named at a place is declared.
fn target(document: &Document, position: Position) -> Option<Location> {
    let good = document.good.as_ref()?;
    let mention = good.mention_at(document.offset(position))?;
    let declared = good.mentions_like(mention).find(|it| it.declares)?;
    document.location(declared.span)
}

/// Everywhere the thing named at a place is named.
fn mentions(document: &Document, position: Position, with_own: bool) -> Option<Vec<Location>> {
    let good = document.good.as_ref()?;
    let mention = good.mention_at(document.offset(position))?;
    let wanted = good.mentions_like(mention).filter(|it| with_own || !it.declares);
    Some(wanted.filter_map(|it| document.location(it.span)).collect())
}

fn read<T: serde::de::DeserializeOwned>(params: Value) -> Result<T, ResponseError> {
    from_value(params).map_err(|error| refusal(ErrorCode::InvalidParams, &error.to_string()))
}

fn written(result: impl serde::Serialize) -> Outcome {
    to_value(result).map_err(|error| refusal(ErrorCode::InternalError, &error.to_string()))
}

fn refusal(code: ErrorCode, message: &str) -> ResponseError {
    ResponseError { code: code as i32, message: message.to_owned(), data: None }
}
