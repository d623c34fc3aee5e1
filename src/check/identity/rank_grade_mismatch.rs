//! S109 `rank-grade-mismatch`: pangkat and golongan ruang do not belong together.

use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Field, Path};
use crate::vocabulary::ranks::grade_of;

pub(super) static RULE: Rule = Rule {
    code: "S109",
    name: "rank-grade-mismatch",
    severity: Severity::Error,
    summary: "pangkat dan golongan tidak cocok",
    summary_en: "rank and grade do not belong together",
    page: include_str!("rank_grade_mismatch.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Field::Known(signatory) = &sop.identity.signatory else { return };
    let (Some(rank), Some(grade)) = (&signatory.rank, &signatory.grade) else { return };
    let Some(right) = grade_of(&rank.value).filter(|right| !is_same_grade(right, &grade.value)) else { return };
    let message = Message::new(
        format!("pangkat `{}` bergolongan {right}, bukan `{}`", rank.value, grade.value),
        format!("the grade of `{}` is {right}, not `{}`", rank.value, grade.value),
    );
    let note = Message::new("pangkatnya", "the rank");
    findings
        .report(Path::identity("disahkan_oleh/golongan"), grade.place, message)
        .related(Path::identity("disahkan_oleh/pangkat"), rank.place, note)
        .help(Message::new("samakan dengan SK kenaikan pangkat terakhir", "compare with the latest promotion"));
}

/// `III.d`, `III d` and `3d` are `III/d`, in another spelling.
fn is_same_grade(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// Letters of a grade, its group as a digit: `4b`.
fn plain(grade: &str) -> String {
    let letters: String = grade.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let group = letters.trim_end_matches(|it| it != 'i' && it != 'v');
    let digit = match group {
        "i" => "1",
        "ii" => "2",
        "iii" => "3",
        "iv" => "4",
        _ => return letters,
    };
    format!("{digit}{}", &letters[group.len()..])
}
