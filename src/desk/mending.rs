//! What fixes would change, before they are made: the text after them, and the values that differ in the words of the form.

use super::look::{Examined, examined, in_words};
use crate::config::Policy;
use crate::diagnostic::{Diagnostic, Language, Message, path_in_words, sentence_case};
use crate::mend::{applied, mend};
use crate::model::Sop;
use crate::schema::SopTwin;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Values that are told; a document where more change is better looked at itself.
const MOST: usize = 60;

/// Which fixes.
#[derive(Debug, Clone, Deserialize)]
pub struct Wanted {
    /// The text of the document.
    pub doc: String,
    /// Which SOP of it.
    #[serde(default)]
    pub sop: usize,
    /// The finding, by what it is known again; none for all that are safe.
    pub fingerprint: Option<String>,
}

/// What they would do.
#[derive(Debug, Serialize)]
pub struct Preview {
    /// The text after them.
    doc: String,
    changes: Vec<ChangeView>,
    /// How many more there are.
    more: usize,
    /// Findings before and after.
    before: usize,
    after: usize,
}

/// A value that differs.
#[derive(Debug, Serialize)]
struct ChangeView {
    place: String,
    before: Option<String>,
    after: Option<String>,
}

/// Makes the fixes on a text.
///
/// # Errors
/// When the text is no SOP, the finding is gone, or nothing can be mended.
pub fn mending(wanted: &Wanted, policy: &Policy, language: Language) -> Result<Preview, Message> {
    let Examined { analysis, findings } = examined(&wanted.doc, policy).map_err(|error| in_words(&error))?;
    let doc = match &wanted.fingerprint {
        Some(known) => one(&wanted.doc, wanted.sop, known, &findings),
        None => all(wanted, policy),
    };
    let doc = doc.filter(|it| *it != wanted.doc).ok_or_else(nothing)?;
    let after = examined(&doc, policy).map_err(|_| nothing())?;
    let count = |findings: &[Diagnostic]| findings.iter().filter(|it| it.sop == wanted.sop).count();
    let mut changes = analysis
        .sops
        .get(wanted.sop)
        .zip(after.analysis.sops.get(wanted.sop))
        .map_or_else(Vec::new, |(before, after)| differences(before, after, language));
    let more = changes.len().saturating_sub(MOST);
    changes.truncate(MOST);
    Ok(Preview { doc, changes, more, before: count(&findings), after: count(&after.findings) })
}

fn nothing() -> Message {
    Message::new(
        "perbaikan ini tidak dapat dibuat di sini; ubah sendiri isiannya",
        "this fix cannot be made here; change the field yourself",
    )
}

/// The one fix a person asked for, whatever else it brings to light.
fn one(doc: &str, sop: usize, known: &str, findings: &[Diagnostic]) -> Option<String> {
    let finding = findings.iter().find(|it| it.sop == sop && it.fingerprint == known)?;
    finding.fix.as_ref().filter(|fix| !fix.edits.is_empty())?;
    Some(applied(doc, &[finding]))
}

/// All that are safe and add no finding.
fn all(wanted: &Wanted, policy: &Policy) -> Option<String> {
    let examine = |text: &str| examined(text, policy).ok().map(|it| it.findings);
    let is_safe = |it: &Diagnostic| it.sop == wanted.sop && it.fix.as_ref().is_some_and(|fix| fix.safe);
    mend(&wanted.doc, &examine, &is_safe).map(|it| it.text)
}

/// The values that differ, in the order of the form.
fn differences(before: &Sop, after: &Sop, language: Language) -> Vec<ChangeView> {
    let (before, after) = (leaves(before), leaves(after));
    let mut keys: Vec<(usize, &String)> = before.iter().map(|(key, (at, _))| (*at, key)).collect();
    keys.extend(after.iter().filter(|(key, _)| !before.contains_key(*key)).map(|(key, (at, _))| (*at, key)));
    keys.sort_unstable();
    let said = |leaves: &Leaves, key: &String| leaves.get(key).map(|(_, text)| text.clone());
    let all = keys.into_iter().map(|(_, key)| ChangeView {
        place: sentence_case(&path_in_words(key, language)),
        before: said(&before, key),
        after: said(&after, key),
    });
    all.filter(|it| it.before != it.after).collect()
}

/// Every value of an SOP by its path, with its place in the order of the form.
type Leaves = BTreeMap<String, (usize, String)>;

/// The parts of an SOP in the order of the form.
const ORDER: [&str; 9] = [
    "identitas",
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
    "pelaksana",
    "kegiatan",
];

fn leaves(sop: &Sop) -> Leaves {
    let mut leaves = Leaves::new();
    let tree = serde_json::to_value(SopTwin::of(sop)).unwrap_or_default();
    for part in ORDER {
        gather(tree.get(part), part.to_owned(), &mut leaves);
    }
    leaves
}

fn gather(value: Option<&Value>, path: String, leaves: &mut Leaves) {
    let at = leaves.len();
    match value {
        None | Some(Value::Null) => {}
        Some(Value::Object(map)) => map.iter().for_each(|(key, it)| gather(Some(it), format!("{path}/{key}"), leaves)),
        Some(Value::Array(items)) => {
            // Rows too go by position, so that new numbers show as such.
            let items = items.iter().enumerate();
            items.for_each(|(row, item)| gather(Some(item), format!("{path}/{}", row + 1), leaves));
        }
        Some(Value::String(text)) => _ = leaves.insert(path, (at, text.clone())),
        Some(other) => _ = leaves.insert(path, (at, other.to_string())),
    }
}
