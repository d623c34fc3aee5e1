//! S310 `regulation-from-the-future`: a regulation is cited that is younger than the SOP.

use crate::check::questions::{Moment, date_in, moment, written_date};
use crate::check::{Check, Findings, Rule, Subject};
use crate::diagnostic::{Message, Severity};
use crate::model::{Date, Field, Path, SectionKind, Sourced};

pub(super) static RULE: Rule = Rule {
    code: "S310",
    name: "regulation-from-the-future",
    severity: Severity::Error,
    summary: "peraturan lebih muda daripada SOP",
    summary_en: "a regulation is younger than the SOP",
    page: include_str!("regulation_from_the_future.md"),
    check: Check::Sop(check),
};

fn check(sop: &Subject<'_>, findings: &mut Findings) {
    let Some((made, dated_by)) = moment(sop) else { return };
    // A revision may have added what is younger than the first issue.
    let revised = sop.identity.revised.value().and_then(Moment::of);
    for ((at, cited), words) in sop.legal_basis.items().iter().enumerate().zip(sop.texts().citations()) {
        let Some(year) = cited.value.regulation.as_ref().and_then(|it| it.year) else { continue };
        // Within a year only the day that the citation gives can tell.
        let day = date_in(words).filter(|it| it.year == year);
        let issued = day.unwrap_or(Moment { year, month: None, day: None });
        if ![Some(made), revised].into_iter().flatten().all(|it| it.is_certainly_before(issued)) {
            continue;
        }
        let when = when(sop, made, &dated_by);
        let message = Message::new(
            format!("`{}` lebih muda daripada SOP ini, yang {}", cited.value.short_name(), when.id),
            format!("`{}` is younger than this SOP, which {}", cited.value.short_name(), when.en),
        );
        let path = Path::section(SectionKind::LegalBasis).item(at + 1);
        findings.report(path, cited.place, message).rests_on(&dated_by).help(Message::new(
            "periksa nomor dan tahun peraturan itu; kalau SOP memang sudah direvisi sesudahnya, isi Tanggal Revisi dan Tanggal Efektif yang baru",
            "check number and year of the regulation; where the SOP was revised since, give the dates of its revision",
        ));
    }
}

/// When the SOP was made, in the words of what says so: that it is dated `29 Maret 2021`, or has a number of 2021.
fn when(sop: &Subject<'_>, made: Moment, dated_by: &Path) -> Message {
    let dates = sop.identity.dates().into_iter();
    let written = |(key, field): (&'static str, &Field<Sourced<Date>>)| {
        (Path::identity(key) == *dated_by).then(|| field.known().map(|date| written_date(sop, key, date)))?
    };
    dates.filter_map(written).next().map_or_else(
        || Message::new(format!("bernomor tahun {}", made.year), format!("has a number of {}", made.year)),
        |date| Message::new(format!("bertanggal `{date}`"), format!("is dated `{date}`")),
    )
}
