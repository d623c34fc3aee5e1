//! Precision and recall of recovered fields against gold: what counts as a field, and when two are the same.

use serde_json::Value;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

const LISTS: [&str; 6] = [
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
];

/// Parts of a document that are counted apart.
pub const GROUPS: [&str; 5] = ["identity", "sections", "steps", "actors", "branches"];

/// Path and folded text of one field.
pub type Pair = (String, String);

/// Fields found, made up, and missed.
#[derive(Default, Clone)]
pub struct Outcome {
    pub found: Vec<Pair>,
    pub spurious: Vec<Pair>,
    pub missing: Vec<Pair>,
}

impl Outcome {
    pub fn add(&mut self, other: &Self) {
        self.found.extend_from_slice(&other.found);
        self.spurious.extend_from_slice(&other.spurious);
        self.missing.extend_from_slice(&other.missing);
    }

    /// Only the fields of that group.
    pub fn of_group(&self, name: &str) -> Self {
        let keep = |pairs: &[Pair]| pairs.iter().filter(|pair| group(&pair.0) == name).cloned().collect();
        Self { found: keep(&self.found), spurious: keep(&self.spurious), missing: keep(&self.missing) }
    }

    /// Precision, recall and F1.
    pub fn figures(&self) -> (f64, f64, f64) {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        let found = self.found.len();
        let precision = share(found, found + self.spurious.len());
        let recall = share(found, found + self.missing.len());
        let both = precision + recall;
        (precision, recall, if both == 0.0 { 0.0 } else { 2.0 * precision * recall / both })
    }
}

/// Case, white space and outer punctuation folded away.
pub fn fold(text: &str) -> String {
    let lower: String = text.nfkc().collect::<String>().to_lowercase();
    let mut out = String::new();
    for part in lower.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(part);
    }
    let mut tight = String::new();
    for letter in out.chars() {
        if "/-–,;:".contains(letter) {
            tight.truncate(tight.trim_end().len());
            tight.push(letter);
        } else if !(letter == ' ' && tight.ends_with(['/', '-', '–', ',', ';', ':'])) {
            tight.push(letter);
        }
    }
    tight.trim_matches([' ', '.', ';', ':', ',', '-', '–']).to_owned()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

fn flatten(prefix: &str, value: &Value, out: &mut Vec<Pair>) {
    if let Value::Object(children) = value {
        for (key, child) in children {
            flatten(&format!("{prefix}/{key}"), child, out);
        }
    } else if !is_empty(value) {
        out.push((prefix.to_owned(), fold(&text(value))));
    }
}

fn as_list(value: Option<&Value>) -> Vec<Value> {
    match value {
        None => Vec::new(),
        Some(value) if value.is_null() || value.as_str() == Some("") => Vec::new(),
        Some(Value::Array(items)) => items.clone(),
        Some(value) => vec![value.clone()],
    }
}

/// Ids of the actor columns with their names, in document order.
fn actor_names(document: &Value) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    for actor in as_list(document.get("pelaksana")) {
        let id = actor.get("id").map_or_else(|| text(&actor), text);
        let name = actor.get("nama").filter(|name| !is_empty(name)).map_or_else(|| id.clone(), text);
        match names.iter_mut().find(|(known, _)| *known == id) {
            Some(known) => known.1 = name,
            None => names.push((id, name)),
        }
    }
    names
}

/// Every scored field of a document.
pub fn fields(document: &Value) -> Vec<Pair> {
    let mut out = Vec::new();
    flatten("identitas", document.get("identitas").unwrap_or(&Value::Null), &mut out);
    for name in LISTS {
        out.extend(folded_items(name, document.get(name)));
    }
    let names = actor_names(document);
    out.extend(names.iter().map(|(_, name)| ("pelaksana".to_owned(), fold(name))));
    for step in as_list(document.get("kegiatan")) {
        step_fields(&step, &names, &mut out);
    }
    out
}

fn folded_items(path: &str, value: Option<&Value>) -> Vec<Pair> {
    let items = as_list(value).into_iter().map(|item| fold(&text(&item)));
    items.filter(|item| !item.is_empty()).map(|item| (path.to_owned(), item)).collect()
}

fn step_fields(step: &Value, names: &[(String, String)], out: &mut Vec<Pair>) {
    let at = format!("kegiatan/{}", step.get("nomor").map_or_else(|| "None".to_owned(), text));
    for key in ["uraian", "waktu", "keterangan"] {
        if let Some(value) = step.get(key).filter(|value| !is_empty(value)) {
            out.push((format!("{at}/{key}"), fold(&text(value))));
        }
    }
    for key in ["kelengkapan", "output"] {
        out.extend(folded_items(&format!("{at}/{key}"), step.get(key)));
    }
    let cells: Vec<Value> = as_list(step.get("pelaksana"));
    let joint = as_list(step.get("bersama"));
    for cell in cells.iter().chain(&joint) {
        let id = cell.get("id").map_or_else(|| text(cell), text);
        let name = names.iter().find(|(known, _)| *known == id).map_or(id.as_str(), |(_, name)| name.as_str());
        out.push((format!("{at}/pelaksana"), fold(name)));
    }
    for branch in ["ya", "tidak"] {
        for holder in std::iter::once(step).chain(&cells) {
            if let Some(value) = holder.get(branch).filter(|value| !is_empty(value)) {
                let target = text(value);
                out.push((format!("{at}/{branch}"), target.split('.').next().unwrap_or_default().to_owned()));
            }
        }
    }
}

/// Which of [`GROUPS`] a path belongs to.
fn group(path: &str) -> &'static str {
    match path.rsplit('/').next().unwrap_or_default() {
        "ya" | "tidak" => "branches",
        "pelaksana" => "actors",
        _ if path.starts_with("identitas") => "identity",
        _ if path.starts_with("kegiatan") => "steps",
        _ => "sections",
    }
}

/// Holds a prediction against gold; the paths under the gold's `_samar` are not counted.
pub fn compare(gold: &Value, predicted: &Value) -> Outcome {
    let vague: BTreeSet<String> = as_list(gold.get("_samar")).iter().map(text).collect();
    let scored =
        |document| -> Vec<Pair> { fields(document).into_iter().filter(|pair| !vague.contains(&pair.0)).collect() };
    let mut outcome = Outcome { spurious: scored(predicted), ..Outcome::default() };
    for pair in scored(gold) {
        match outcome.spurious.iter().position(|other| *other == pair) {
            Some(at) => {
                outcome.spurious.remove(at);
                outcome.found.push(pair);
            }
            None => outcome.missing.push(pair),
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn case_spaces_and_outer_punctuation_do_not_count() {
        assert_eq!(fold("  Monitoring / Evaluasi  Internal. "), "monitoring/evaluasi internal");
        assert_eq!(fold("830/ /IV.16-WK/2021"), "830//iv.16-wk/2021");
        assert_eq!(fold("- Draf\u{a0}A ,B;"), "draf a,b");
    }

    #[test]
    fn a_wrong_value_is_both_spurious_and_missing() {
        let gold = json!({
            "identitas": { "nomor": "1", "disahkan_oleh": { "nip": "2" } },
            "pelaksana": ["Camat", "Sekcam"],
            "kegiatan": [{ "nomor": 1, "uraian": "A", "pelaksana": ["Camat"], "ya": 2 }],
            "_samar": ["identitas/nama"],
        });
        let predicted = json!({
            "identitas": { "nomor": "9", "nama": "x", "disahkan_oleh": { "nip": "2" } },
            "pelaksana": [{ "id": "camat", "nama": "CAMAT" }, { "id": "sekcam", "nama": "Sekcam" }],
            "kegiatan": [{ "nomor": 1, "uraian": "a.", "pelaksana": [{ "id": "camat", "ya": "2.sekcam" }] }],
        });
        let outcome = compare(&gold, &predicted);
        assert_eq!(outcome.spurious, [("identitas/nomor".to_owned(), "9".to_owned())]);
        assert_eq!(outcome.missing, [("identitas/nomor".to_owned(), "1".to_owned())]);
        assert_eq!(outcome.found.len(), 6);
        assert_eq!(outcome.of_group("branches").found.len(), 1);
        assert_eq!(outcome.of_group("actors").found.len(), 3);
    }
}
