//! A document with the edits of a person → the document after them and all there is to see of it.

use super::edit::Edit;
use super::findings::FindingView;
use super::form::Form;
use crate::analysis::{Analysis, analyze};
use crate::check::{Subject, check_subject};
use crate::config::Policy;
use crate::diagnostic::{Diagnostic, Language, Message, Severity};
use crate::layout::{PrintOptions, bind, lay_out};
use crate::mend::resolve;
use crate::model::Sop;
use crate::read::ReadError;
use crate::render::fonts::Fonts;
use crate::render::svg;
use crate::render::yaml::to_yaml;
use serde::{Deserialize, Serialize};

/// What documents are called whose text is ours.
pub(super) const NAME: &str = "sop.yaml";

/// What the page sends.
#[derive(Debug, Clone, Deserialize)]
pub struct Ask {
    /// The text of the document.
    pub doc: String,
    /// Which SOP of it is looked at, from 0.
    #[serde(default)]
    pub sop: usize,
    /// What was changed in that SOP, in order.
    #[serde(default)]
    pub edits: Vec<Edit>,
}

/// With what a document is looked at.
#[derive(Clone, Copy)]
pub struct Bench<'b> {
    /// Which rules look, and how.
    pub policy: &'b Policy,
    /// How it is printed.
    pub options: &'b PrintOptions,
    /// With which letters.
    pub fonts: &'b Fonts<'b>,
    /// The language of all words.
    pub language: Language,
}

/// What the page gets.
#[derive(Debug, Serialize)]
pub struct Look {
    /// The text after the edits; as it was where there were none.
    doc: String,
    /// All SOPs of the document.
    sops: Vec<Head>,
    /// Which one the rest is about.
    sop: usize,
    form: Form,
    findings: Vec<FindingView>,
    /// The print, one SVG a page.
    pages: Vec<String>,
    /// Lines of comments that the edits did away with.
    comments_lost: usize,
}

/// An SOP in the list of those of a document.
#[derive(Debug, Serialize)]
struct Head {
    title: Option<String>,
    errors: usize,
    warnings: usize,
}

/// Makes the edits, and looks.
///
/// # Errors
/// When the text is no SOP, or an edit cannot be made; says why.
pub fn look(ask: &Ask, bench: &Bench<'_>) -> Result<Look, Message> {
    let doc = edited(ask)?;
    let Examined { analysis, findings } = examined(&doc, bench.policy).map_err(|error| in_words(&error))?;
    let at = ask.sop.min(analysis.sops.len().saturating_sub(1));
    let sop = &analysis.sops[at];
    let own = findings.iter().filter(|it| it.sop == at);
    let pages = bind(vec![lay_out(sop, bench.options, bench.fonts)]);
    Ok(Look {
        sops: analysis.sops.iter().enumerate().map(|(at, sop)| head(at, sop, &findings)).collect(),
        sop: at,
        form: Form::of(sop, bench.language),
        findings: own.map(|it| FindingView::of(sop, it, bench.language)).collect(),
        pages: svg::render_pages(&pages, &bench.fonts.families()),
        comments_lost: comments(&ask.doc).saturating_sub(comments(&doc)),
        doc,
    })
}

/// The text after the edits.
fn edited(ask: &Ask) -> Result<String, Message> {
    if ask.edits.is_empty() {
        return Ok(ask.doc.clone());
    }
    let mut sops = analyze(ask.doc.as_bytes(), NAME).map_err(|error| in_words(&error))?.sops;
    if let Some(sop) = sops.get_mut(ask.sop) {
        for edit in &ask.edits {
            edit.apply(sop).map_err(|refusal| refusal.0)?;
        }
    }
    Ok(to_yaml(&sops))
}

/// A document of ours, and what the rules find.
pub(super) struct Examined {
    pub analysis: Analysis,
    pub findings: Vec<Diagnostic>,
}

/// Reads a text of ours and asks the rules about every SOP in it.
pub(super) fn examined(doc: &str, policy: &Policy) -> Result<Examined, ReadError> {
    let analysis = analyze(doc.as_bytes(), NAME)?;
    let mut findings = Vec::new();
    for (at, sop) in analysis.sops.iter().enumerate() {
        let subject = Subject::new(sop, &policy.settings);
        findings.extend(check_subject(&subject, policy.rules()).into_iter().map(|it| Diagnostic { sop: at, ..it }));
    }
    resolve(&analysis.source, &mut findings);
    Ok(Examined { analysis, findings })
}

/// Why a text cannot be read, and where.
pub(super) fn in_words(error: &ReadError) -> Message {
    let message = error.message();
    match error {
        ReadError::Model(at) => {
            Message::new(format!("baris {}: {}", at.line, message.id), format!("line {}: {}", at.line, message.en))
        }
        _ => message,
    }
}

fn head(at: usize, sop: &Sop, findings: &[Diagnostic]) -> Head {
    let count = |severity| findings.iter().filter(|it| it.sop == at && it.severity == severity).count();
    Head {
        title: sop.identity.title.value().cloned(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
    }
}

/// Lines of comments, but for the one that names the schema.
fn comments(doc: &str) -> usize {
    let lines = doc.lines().map(str::trim_start);
    lines.filter(|line| line.starts_with('#') && !line.starts_with("# yaml-language-server:")).count()
}
