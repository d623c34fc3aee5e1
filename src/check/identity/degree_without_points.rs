//! S110 `degree-without-points`: an academic degree behind the name is written without its points.

use crate::check::questions::unpointed_degree;
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Change, Fix, Message, Severity};
use crate::model::{Field, Path, Sourced};

pub(super) static RULE: Rule = Rule {
    code: "S110",
    name: "degree-without-points",
    severity: Severity::Info,
    summary: "gelar ditulis tanpa titik",
    summary_en: "an academic degree is written without its points",
    page: include_str!("degree_without_points.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Field::Known(signatory) = &sop.identity.signatory else { return };
    let Some(name) = &signatory.name else { return };
    let Some((written, right)) = unpointed_degree(&name.value) else { return };
    let message = Message::new(
        format!("gelar `{written}` pada `{}` seharusnya ditulis `{right}`", name.value),
        format!("the degree `{written}` of `{}` should be written `{right}`", name.value),
    );
    findings
        .report(Path::identity("disahkan_oleh/nama"), name.place, message)
        .help(Message::new(
            "beri titik pada setiap bagian gelar dan koma sebelum gelar",
            "put a point after each part of a degree, and a comma before it",
        ))
        .fix(pointed(name, written, right));
}

/// The degree with its points. Which degree it is only its holder knows for certain.
fn pointed(name: &Sourced<String>, written: &str, right: &str) -> Option<Fix> {
    let comma = name.value.find(',')?;
    let at = comma + name.value[comma..].find(written)?;
    let change = Change::Replace { value: name.span()?, part: at..at + written.len(), text: right.to_owned() };
    Some(Fix::offered(Message::new(format!("tulis `{right}`"), format!("write `{right}`")), vec![change]))
}
