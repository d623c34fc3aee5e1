//! Arbitrary SOPs for property tests, canonical where the format cannot tell values apart: no known text is empty or
//! `-`, a known list has items, unreadable dates and durations are none, unreadable texts have their entry in the ledger.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use sop::grammar::{citation, date, duration};
use sop::model::*;
use sop::source::Place;

/// Texts that a careless writer or reader turns into something else.
const NASTY: &[&str] = &[
    "no",
    "Yes",
    "on",
    "OFF",
    "y",
    "N",
    "true",
    "null",
    "~",
    "1_000",
    "1:30",
    "12:30:45",
    "2021-03-29",
    "2021-03",
    "2021",
    "007",
    "0x1F",
    "0o17",
    "1e5",
    "4.e5",
    ".inf",
    ".NaN",
    "+1",
    "-1",
    "- a",
    "-",
    "a: b",
    "a:",
    ": a",
    "a #b",
    "#a",
    "&a",
    "*a",
    "!a",
    "!!str a",
    "|",
    ">",
    "'a'",
    "\"a\"",
    "a\"b",
    "a'b",
    "%a",
    "@a",
    "`a`",
    "[a",
    "a]",
    "{a}",
    "a, b",
    "a,b",
    "?",
    "? a",
    "a?",
    "=",
    "<<",
    "---",
    "--- a",
    "...",
    "... a",
    " a",
    "a ",
    "a\tb",
    "\ta",
    "a\nb",
    "a\n\nb\n",
    "a\r\nb",
    "a\\nb",
    "\u{85}",
    "a\u{2028}b",
    "\u{2029}",
    "\u{feff}a",
    "a\u{feff}",
    "\u{0}",
    "\u{7f}",
    "\u{1b}[31m",
    "\u{fffe}",
    "\u{1ffff}",
    "\u{200b}",
    "\u{202e}a",
    "\u{f0b7} butir",
    "\u{a0}",
    "e\u{301}",
    "😀",
    "selesai",
    "4.camat",
    "http://contoh.go.id/a?b=1&c",
    "versi: 1",
    "SOP-1/2024",
    "± 15",
    "< 3",
    "tanpa",
    "''",
    "a''b",
];

/// Any text, the nasty ones often.
pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => proptest::sample::select(NASTY).prop_map(str::to_owned),
        3 => "[A-Z][a-z]{1,8}( [a-z/,.()]{1,9}){0,12}",
        2 => any::<String>(),
    ]
}

/// A text that is not one of the silences.
pub fn text() -> impl Strategy<Value = String> {
    any_text().prop_filter("a silence", |text| !text.is_empty() && text != "-")
}

/// A text that a lookup or a parser takes for nothing else.
fn unreadable() -> impl Strategy<Value = String> {
    text()
        .prop_filter("readable", |text| date::parse(text).is_none() && duration::parse(text).is_none())
        .prop_filter("an ISO date", |text| !text.starts_with(|first: char| first.is_ascii_digit()))
}

fn sourced<T>(value: T) -> Sourced<T> {
    Sourced::new(value, Place::NOWHERE)
}

fn silence_or<T: Clone + std::fmt::Debug>(known: impl Strategy<Value = T>) -> impl Strategy<Value = Field<T>> {
    prop_oneof![
        2 => Just(Field::Absent),
        1 => Just(Field::Blank(Place::NOWHERE)),
        1 => Just(Field::Dash(Place::NOWHERE)),
        6 => known.prop_map(Field::Known),
    ]
}

fn text_field() -> impl Strategy<Value = Field<Sourced<String>>> {
    silence_or(text().prop_map(sourced))
}

fn list_field<T: Clone + std::fmt::Debug>(
    item: impl Strategy<Value = T>,
) -> impl Strategy<Value = Field<Vec<Sourced<T>>>> {
    silence_or(vec(item.prop_map(sourced), 1..5))
}

/// Dates in all the parts the format spells.
pub fn any_date() -> impl Strategy<Value = Date> {
    let whole = (1900_u16..2100, 1_u8..=12, 1_u8..=28).prop_map(|(year, month, day)| Date::full(year, month, day));
    let month = (1900_u16..2100, 1_u8..=12).prop_map(|(year, month)| Date {
        year: Some(year),
        month: Some(month),
        day: None,
        spelling: None,
    });
    let year = (1900_u16..2100).prop_map(|year| Date { year: Some(year), month: None, day: None, spelling: None });
    let spellings = ["30 NOVEMBER", "31 Juni 2023", "29 Maret 2021", "Oktober 2024", "01/03/2018"];
    let spelt = proptest::sample::select(spellings.to_vec()).prop_filter_map("not in the grammar", date::parse);
    prop_oneof![4 => whole, 1 => month, 1 => year, 1 => spelt]
}

fn date_field() -> impl Strategy<Value = Field<Sourced<Date>>> {
    prop_oneof![
        5 => silence_or(any_date().prop_map(sourced)),
        1 => unreadable().prop_map(|text| Field::Unreadable(sourced(text))),
    ]
}

/// Durations as the grammar understands their canonical spelling.
pub fn any_duration() -> impl Strategy<Value = Duration> {
    let spellings = [
        "10 menit",
        "1 jam",
        "1-2 hari",
        "2 jam 30 menit",
        "maks. 3 hari",
        "± 15 menit",
        "5 hari kalender",
        "3x24 jam",
        "2 menit/berkas",
        "1,5 bulan",
        "8,5 jam (510 menit)",
        "30 menit-3 jam",
        "1 semester",
        "2 hari kerja/150 siswa",
    ];
    proptest::sample::select(spellings.to_vec()).prop_filter_map("not in the grammar", duration::parse)
}

fn duration_field() -> impl Strategy<Value = Field<Sourced<Duration>>> {
    prop_oneof![
        5 => silence_or(any_duration().prop_map(sourced)),
        1 => unreadable().prop_map(|text| Field::Unreadable(sourced(text))),
    ]
}

fn signatory() -> BoxedStrategy<Field<Signatory>> {
    let part = || option::of(any_text().prop_map(sourced));
    let nip = option::of(prop_oneof!["[0-9]{18}", any_text()].prop_map(|digits| sourced(Nip(digits))));
    let known = (part(), part(), part(), part(), nip).prop_map(|(position, name, rank, grade, nip)| Signatory {
        position,
        name,
        rank,
        grade,
        nip,
    });
    prop_oneof![
        5 => silence_or(known),
        1 => text().prop_map(|text| Field::Unreadable(sourced(text))),
    ]
    .boxed()
}

fn identity() -> BoxedStrategy<Identity> {
    let number = silence_or(text().prop_map(|number| sourced(SopNumber(number))));
    let revision = silence_or(text().prop_map(sourced));
    let purpose = silence_or(vec(any_text().prop_map(sourced), 1..4));
    let texts = (text_field(), text_field(), number, text_field(), revision, purpose);
    let people = (signatory(), signatory(), signatory());
    (texts, date_field(), date_field(), date_field(), people)
        .prop_map(|(texts, created, revised, effective, (maker, examiner, signatory))| {
            let (agency, unit, number, title, revision, purpose) = texts;
            Identity {
                agency,
                unit,
                number,
                revision,
                title,
                created,
                revised,
                effective,
                maker,
                examiner,
                signatory,
                purpose,
            }
        })
        .boxed()
}

fn actors() -> impl Strategy<Value = Vec<Actor>> {
    let actor = (prop_oneof!["[A-Z][a-z]{2,9}( [A-Z][a-z,]{2,9}){0,9}", any_text()], any::<bool>());
    vec(actor, 0..6).prop_map(|columns| {
        let mut taken = Vec::new();
        let column = |(name, external): (String, bool)| {
            let id = ActorId::from_name(&name, &taken);
            taken.push(id.clone());
            Actor { id, name: sourced(format!("{name} ")), external }
        };
        columns.into_iter().map(column).collect()
    })
}

fn actor_id() -> impl Strategy<Value = ActorId> {
    text().prop_map(|name| ActorId::from_name(&name, &[]))
}

fn target() -> impl Strategy<Value = Sourced<Target>> {
    prop_oneof![
        any::<u32>().prop_map(Target::Step),
        (any::<u32>(), actor_id()).prop_map(|(number, actor)| Target::Cell(number, actor)),
        Just(Target::End),
    ]
    .prop_map(sourced)
}

/// A way on, plain or with words or a dashed line of its own.
fn way() -> BoxedStrategy<Way> {
    let label = option::weighted(0.3, any_text().prop_map(sourced));
    (target(), label, proptest::bool::weighted(0.2))
        .prop_map(|(target, label, dashed)| Way { label, dashed, ..Way::from(target) })
        .boxed()
}

/// One of several ways out of a decision, which always has words.
fn case() -> impl Strategy<Value = Way> {
    (way(), any_text()).prop_map(|(way, words)| Way { label: Some(sourced(words)), ..way })
}

fn cell() -> BoxedStrategy<Cell> {
    let symbols = [Symbol::Start, Symbol::Process, Symbol::Decision, Symbol::Document, Symbol::End];
    let symbol = option::of(proptest::sample::select(symbols.to_vec()).prop_map(sourced));
    let actor = option::weighted(0.9, actor_id().prop_map(sourced));
    prop_oneof![
        1 => actor_id().prop_map(|id| Cell { actor: Some(sourced(id)), ..Cell::default() }),
        2 => (actor, symbol, option::of(way()), option::of(way()), vec(case(), 0..3), vec(way(), 0..3))
            .prop_map(|(actor, symbol, yes, no, cases, next)| Cell { actor, symbol, yes, no, cases, next }),
    ]
    .boxed()
}

fn step() -> BoxedStrategy<Step> {
    let documents = || list_field(any_text().prop_map(DocumentName));
    let flow = (vec(cell(), 1..4), vec(actor_id().prop_map(sourced), 0..3));
    (
        (prop_oneof![1_u32..9, any::<u32>()], vec(any_text().prop_map(sourced), 0..3)),
        flow,
        (text_field(), text_field()),
        documents(),
        duration_field(),
        documents(),
    )
        .prop_map(|((number, headings), (cells, joint), (activity, note), requirements, duration, outputs)| Step {
            number,
            place: Place::NOWHERE,
            headings,
            activity,
            cells,
            joint,
            requirements,
            duration,
            outputs,
            note,
            merged: Vec::new(),
        })
        .boxed()
}

fn conversion() -> impl Strategy<Value = Conversion> {
    let hows = [How::Repaired, How::Inferred];
    let review = (
        any_text(),
        proptest::sample::select(hows.to_vec()),
        option::of((0_u8..=100).prop_map(|hundredths| Confidence::new(f64::from(hundredths) / 100.0))),
        option::of(any_text()),
        option::of(any::<u32>()),
        option::of(any_text()),
    )
        .prop_map(|(path, how, confidence, reason, line, spot)| Review {
            path,
            how,
            confidence,
            reason,
            line,
            spot,
        });
    let kinds = [LeftoverKind::Unknown, LeftoverKind::OtherHeading, LeftoverKind::OtherForm];
    let leftover = (
        any_text(),
        proptest::sample::select(kinds.to_vec()),
        vec(any_text().prop_map(Path), 0..3),
        option::of(any::<u32>()),
        option::of(any_text()),
    )
        .prop_map(|(text, kind, near, line, spot)| Leftover {
            text,
            kind,
            near,
            line,
            spot,
            place: Place::NOWHERE,
        });
    (any_text(), vec(review, 0..4), vec(leftover, 0..3)).prop_map(|(source, reviews, leftovers)| Conversion {
        source,
        reviews,
        leftovers,
    })
}

/// Makes some texts unreadable, with the entries that say so.
fn smudge(sop: &mut Sop, which: [bool; 3]) {
    let mut paths = Vec::new();
    if which[0]
        && let Field::Known(title) = &sop.identity.title
    {
        sop.identity.title = Field::Unreadable(title.clone());
        paths.push("identitas/nama");
    }
    if which[1]
        && let Field::Known(number) = &sop.identity.number
    {
        sop.identity.number = Field::Unreadable(number.clone().map(|number| number.0));
        paths.push("identitas/nomor");
    }
    if which[2] {
        sop.equipment = Field::Unreadable(sourced("□□□".to_owned()));
        paths.push("peralatan_perlengkapan");
    }
    let entry = |path: &str| Review {
        path: path.to_owned(),
        how: How::Unreadable,
        confidence: None,
        reason: None,
        line: Some(3),
        spot: None,
    };
    if !paths.is_empty() {
        sop.conversion.get_or_insert_default().reviews.extend(paths.into_iter().map(entry));
    }
}

/// Makes cells that say nothing go on from the row above, where one stands right above.
fn merge(sop: &mut Sop, [third, fourth, fifth]: [bool; 3]) {
    let wanted = StepField::MERGED.into_iter().zip([third, fourth, fifth, third ^ fourth]);
    let wanted: Vec<StepField> = wanted.filter(|(_, it)| *it).map(|(field, _)| field).collect();
    for step in sop.steps.iter_mut().skip(1).filter(|step| step.headings.is_empty()) {
        step.merged = wanted.iter().copied().filter(|field| step.is_silent(*field)).collect();
    }
}

/// Any SOP.
pub fn any_sop() -> impl Strategy<Value = Sop> {
    let lists = || list_field(any_text());
    let sections =
        (list_field(any_text().prop_map(|text| citation::parse(&text))), lists(), lists(), lists(), lists(), lists());
    let ignored = vec((any_text(), any_text()), 0..3);
    let rows = (actors(), vec(step(), 0..5));
    (identity(), sections, rows, ignored, option::of(conversion()), any::<[bool; 3]>()).prop_map(
        |(identity, sections, (actors, steps), ignored, conversion, smudged)| {
            let (legal_basis, qualifications, related, equipment, cautions, records) = sections;
            let ignore = |(code, reason)| Ignore { code: sourced(code), reason };
            let mut sop = Sop {
                identity,
                legal_basis,
                qualifications,
                related,
                equipment,
                cautions,
                records,
                actors,
                steps,
                ignored: ignored.into_iter().map(ignore).collect(),
                conversion,
                troubles: Vec::new(),
                place: Place::NOWHERE,
            };
            smudge(&mut sop, smudged);
            merge(&mut sop, smudged);
            sop
        },
    )
}
