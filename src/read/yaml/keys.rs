//! A key or word that the format does not know → what is likely meant by it: its own word for what the form calls otherwise, one
//! spelt nearly so, or the part in which that key belongs.

use crate::model::{IdentityField, SectionKind, StepField, Symbol};
use crate::schema::json_schema;
use crate::vocabulary::columns::{self, Header};
use crate::vocabulary::fold::fold;
use crate::vocabulary::form_words::symbol_word;
use crate::vocabulary::labels::{self, Label};
use crate::vocabulary::marks::{self, Sign};
use crate::vocabulary::sections::{self, Heading};

/// So like has a word to be to one that is known, from 0 to 1.
const NEAR: f64 = 0.8;

/// The key of all steps.
pub(super) const STEPS: &str = "kegiatan";

/// The structs of the schema, and the key under which each stands.
const PARTS: [(&str, &str); 4] =
    [("Identitas", "identitas"), ("Pengesah", "disahkan_oleh"), ("Langkah", STEPS), ("Pelaksana", "pelaksana")];

/// Where a key belongs that is unknown where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Home {
    /// At the beginning of its line.
    Top,
    /// Below that key.
    Below(&'static str),
}

/// The known word that is likely meant by an unknown one.
pub(super) fn meant(word: &str, known: &[&'static str]) -> Option<&'static str> {
    called(word, known).or_else(|| if home(word).is_some() { None } else { nearest(word, known) })
}

/// The known word for what offices call so: `judul`, `hasil`, `Tanggal Efektif`, `belah ketupat`.
fn called(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let spaced = word.replace('_', " ");
    let folded = fold(&spaced);
    let label = of_identity(word).map(IdentityField::key);
    let column = columns::exact(&spaced).and_then(column).map(StepField::key);
    let section = match sections::exact(&folded) {
        Some(Heading::Section(kind)) => Some(SectionKind::key(kind)),
        Some(Heading::Procedure) => Some(STEPS),
        _ => None,
    };
    let sign = symbol_named(word);
    // Beside the identity, the word for an activity is the one for all of them.
    let steps = column.filter(|it| *it == StepField::Activity.key() && *it != word).map(|_| STEPS);
    let answers = [sign, column, label, section, steps].into_iter().flatten();
    answers.into_iter().find_map(|answer| known.iter().copied().find(|it| *it == answer))
}

/// The field of the identity that offices call so.
pub(super) fn of_identity(word: &str) -> Option<IdentityField> {
    let spaced = word.replace('_', " ");
    labels::exact(&fold(&spaced)).or_else(|| labels::short(&spaced)).and_then(field)
}

fn field(label: Label) -> Option<IdentityField> {
    Some(match label {
        Label::Number => IdentityField::Number,
        Label::Created => IdentityField::Created,
        Label::Revised => IdentityField::Revised,
        Label::Effective => IdentityField::Effective,
        Label::Signatory => IdentityField::Signatory,
        Label::Title => IdentityField::Title,
        Label::Agency => IdentityField::Agency,
        Label::Unit => IdentityField::Unit,
        Label::Revision => IdentityField::Revision,
        Label::Maker => IdentityField::Maker,
        Label::Examiner => IdentityField::Examiner,
        Label::Other => return None,
    })
}

fn column(header: Header) -> Option<StepField> {
    Some(match header {
        Header::Activity => StepField::Activity,
        Header::Actors => StepField::Actors,
        Header::Requirements => StepField::Requirements,
        Header::Duration(_) => StepField::Duration,
        Header::Outputs => StepField::Outputs,
        Header::Note => StepField::Note,
        Header::Number | Header::Quality => return None,
    })
}

fn symbol(sign: Sign) -> Option<Symbol> {
    Some(match sign {
        Sign::Start => Symbol::Start,
        Sign::Process => Symbol::Process,
        Sign::Decision => Symbol::Decision,
        Sign::Document => Symbol::Document,
        Sign::End => Symbol::End,
        Sign::Capsule | Sign::Tick | Sign::Arrow | Sign::Yes | Sign::No => return None,
    })
}

/// The known word that an unknown one is nearest to, if one is near.
fn nearest(word: &str, known: &[&'static str]) -> Option<&'static str> {
    let near = known.iter().map(|it| (strsim::jaro_winkler(&word.to_lowercase(), it), *it));
    let nearest = near.max_by(|one, other| one.0.total_cmp(&other.0));
    nearest.filter(|(likeness, _)| *likeness > NEAR).map(|(_, word)| word)
}

/// The part of an SOP in which there is such a key.
pub(super) fn home(key: &str) -> Option<Home> {
    let schema: serde_json::Value = serde_json::from_str(&json_schema()).ok()?;
    let holds = |part: &serde_json::Value| part["properties"].get(key).is_some();
    if holds(&schema) {
        return Some(Home::Top);
    }
    let part = PARTS.iter().find(|(name, _)| holds(&schema["$defs"][*name]));
    part.map(|(_, parent)| Home::Below(parent))
}

/// The symbol that a word names: `keputusan`.
pub(super) fn symbol_named(word: &str) -> Option<&'static str> {
    marks::word(&fold(word)).and_then(symbol).map(symbol_word)
}

/// `mutu_baku`: the key is the heading over some columns of a step.
pub(super) fn is_quality(key: &str) -> bool {
    columns::exact(&key.replace('_', " ")) == Some(Header::Quality)
}
