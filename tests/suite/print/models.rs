//! SOPs made up for the print, and a generator of many more.

use proptest::prelude::*;
use sop::model::{
    Actor, ActorId, Bound, Cell, Citation, Date, DocumentName, Duration, Field, Nip, Number, Part, Quantity, Signatory,
    Sop, SopNumber, Sourced, Step, StepField, Symbol, Target, Unit,
};
use sop::source::Place;

pub fn sourced<T>(value: T) -> Sourced<T> {
    Sourced::new(value, Place::NOWHERE)
}

pub fn known<T>(value: T) -> Field<Sourced<T>> {
    Field::Known(sourced(value))
}

fn documents(names: &[&str]) -> Field<Vec<Sourced<DocumentName>>> {
    Field::Known(names.iter().map(|name| sourced(DocumentName((*name).to_owned()))).collect())
}

fn minutes(number: u32) -> Duration {
    let low = Quantity { number: Number::whole(number), unit: Unit::Minute, day_kind: None };
    Duration { bound: Bound::Exact, parts: vec![Part { times: None, low, high: None }], per: None, remark: None }
}

pub fn id(column: usize) -> ActorId {
    ActorId(format!("p{column}"))
}

/// A cell in that column, counted from 0.
pub fn cell(column: usize) -> Cell {
    Cell { actor: Some(sourced(id(column))), ..Cell::default() }
}

/// The cell with a decision and its targets.
pub fn decision(column: usize, yes: Target, no: Target) -> Cell {
    Cell { yes: Some(sourced(yes).into()), no: Some(sourced(no).into()), ..cell(column) }
}

/// A row with these cells and some text.
pub fn step(number: u32, cells: Vec<Cell>) -> Step {
    Step {
        cells,
        activity: known(
            "Memeriksa kelengkapan berkas permohonan dan menyampaikannya kepada pejabat berikutnya".to_owned(),
        ),
        requirements: documents(&["Berkas permohonan", "Buku agenda"]),
        duration: known(minutes(15)),
        outputs: documents(&["Berkas terperiksa"]),
        ..Step::new(number)
    }
}

const OFFICES: [&str; 12] = [
    "Pengadministrasi Umum",
    "Kepala Subbagian Umum dan Kepegawaian",
    "Sekretaris",
    "Kepala Dinas",
    "Analis Kebijakan",
    "Bendahara",
    "Kepala Bidang",
    "Arsiparis",
    "Tim Penilai",
    "Pemohon",
    "Verifikator",
    "Operator Komputer",
];

/// An SOP of a made-up office with so many actor columns.
pub fn sop(columns: usize, steps: Vec<Step>) -> Sop {
    let actors = (0..columns).map(|column| Actor {
        id: id(column),
        name: sourced(OFFICES[column % OFFICES.len()].to_owned()),
        external: false,
    });
    let mut sop = Sop { actors: actors.collect(), steps, ..Sop::default() };
    sop.identity.agency = known("Dinas Contoh Kabupaten Sukamaju".to_owned());
    sop.identity.unit = known("Sekretariat".to_owned());
    sop.identity.number = known(SopNumber("065/012/SOP/2023".to_owned()));
    sop.identity.title = known("Pengelolaan Permohonan Data".to_owned());
    sop.identity.created = known(Date::full(2023, 7, 1));
    sop.identity.revised = Field::Dash(Place::NOWHERE);
    sop.identity.effective = known(Date::full(2023, 8, 17));
    sop.identity.signatory = Field::Known(Signatory {
        position: Some(sourced("Kepala Dinas Contoh".to_owned())),
        name: Some(sourced("Dr. Nama Rekaan, M.Si.".to_owned())),
        rank: Some(sourced("Pembina Tingkat I".to_owned())),
        grade: Some(sourced("IV/b".to_owned())),
        nip: Some(sourced(Nip("197001011995031001".to_owned()))),
    });
    let law = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik".to_owned();
    sop.legal_basis = Field::Known(vec![sourced(Citation { text: law, regulation: None })]);
    sop.qualifications = Field::Known(vec![sourced("Memahami tata naskah dinas".to_owned())]);
    sop
}

/// Eighteen steps, four actors, five returns; two pages of table.
pub fn returns() -> Sop {
    let back = [(4, 2), (7, 5), (11, 3), (13, 12), (17, 9)];
    let columns = [0, 1, 2, 3, 0, 1, 2, 0, 0, 1, 3, 2, 3, 0, 1, 2, 3, 0];
    let row = |(at, column): (usize, &usize)| {
        let number = at as u32 + 1;
        let target = back.iter().find(|(from, _)| *from == number).map(|(_, to)| *to);
        let cell = target.map_or(cell(*column), |to| decision(*column, Target::Step(number + 1), Target::Step(to)));
        step(number, vec![cell])
    };
    sop(4, columns.iter().enumerate().map(row).collect())
}

/// Three actors, rows with several symbols, joint work, an end in the middle.
pub fn several_cells() -> Sop {
    let target = |number, column| Target::Cell(number, id(column));
    let mut rows = vec![
        step(1, vec![cell(0), cell(1), cell(2)]),
        step(2, vec![cell(1), decision(2, Target::Step(3), target(2, 1))]),
        step(3, vec![cell(2), cell(0), cell(1)]),
        step(4, vec![cell(1)]),
        step(5, vec![decision(0, Target::Step(6), Target::End)]),
        step(6, vec![cell(2), cell(1), decision(0, Target::Step(7), target(3, 0))]),
        step(7, vec![cell(0)]),
    ];
    rows[3].joint = vec![sourced(id(0)), sourced(id(2))];
    sop(3, rows)
}

/// Rows of which some do not say who acts.
pub fn unknown_actors() -> Sop {
    let mut rows: Vec<Step> = (1..=6).map(|number| step(number, vec![Cell::default()])).collect();
    rows[1].cells = vec![cell(0)];
    rows[3].cells = vec![decision(2, Target::Step(5), Target::Step(1))];
    rows[5].cells = vec![cell(1)];
    sop(3, rows)
}

/// Twelve actors, a return over many columns, a jump ahead.
pub fn many_actors() -> Sop {
    let mut rows: Vec<Step> = (0..12).map(|at| step(at + 1, vec![cell(at as usize)])).collect();
    rows[5].cells = vec![decision(5, Target::Step(9), Target::Step(2))];
    rows[8].cells = vec![decision(8, Target::Step(10), Target::Step(7))];
    rows[10].cells = vec![decision(3, Target::Step(12), Target::Step(1))];
    sop(12, rows)
}

/// A row of so many symbols of one actor, one under the other, between two ordinary rows.
pub fn tall_row(symbols: usize) -> Sop {
    sop(2, vec![step(1, vec![cell(1)]), step(2, vec![cell(0); symbols]), step(3, vec![cell(1)])])
}

/// Texts longer than cells, lists longer than the page, and a row taller than a page.
pub fn long_texts() -> Sop {
    let mut sop = returns();
    let long = "Menyusun, menelaah, dan menyempurnakan rancangan keputusan beserta lampirannya. ".repeat(70);
    sop.steps[2].activity = known(long);
    sop.steps[4].outputs = documents(&["Rancangan/keputusan/kepala/dinas/tentang/penetapan/penerima", "Notulen"]);
    let laws = (1..40).map(|at| {
        let text = format!("Peraturan Bupati Sukamaju Nomor {at} Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas, Fungsi, dan Tata Kerja Dinas Contoh");
        sourced(Citation { text, regulation: None })
    });
    sop.legal_basis = Field::Known(laws.collect());
    sop
}

/// An SOP that shows itself by its flow alone.
pub struct Any(pub Sop);

impl std::fmt::Debug for Any {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(out, "{} columns", self.0.actors.len())?;
        for step in &self.0.steps {
            let joint: Vec<_> = step.joint.iter().map(|actor| &actor.value.0).collect();
            writeln!(out, "{} joint {joint:?}", step.number)?;
            for cell in &step.cells {
                let target = |it: &Option<sop::model::Way>| it.as_ref().map(|it| it.value.to_string());
                let next: Vec<_> = cell.next.iter().map(|it| it.value.to_string()).collect();
                let (actor, symbol) =
                    (cell.actor.as_ref().map(|it| &it.value.0), cell.symbol.as_ref().map(|it| it.value));
                writeln!(
                    out,
                    "  {actor:?} {symbol:?} ya {:?} tidak {:?} lanjut {next:?}",
                    target(&cell.yes),
                    target(&cell.no)
                )?;
            }
        }
        Ok(())
    }
}

/// Any SOP: 1 to 15 actors, 1 to 60 rows of up to three cells, returns, jumps, parallel work, ends, unknown actors.
pub fn any_sop() -> impl Strategy<Value = Any> {
    (1..16_usize, 1..61_usize).prop_flat_map(|(columns, rows)| {
        let target = prop_oneof![
            6 => (1..=rows as u32).prop_map(Target::Step),
            2 => (1..=rows as u32, 0..columns).prop_map(|(row, column)| Target::Cell(row, id(column))),
            1 => Just(Target::End),
        ];
        let symbol = prop_oneof![
            6 => Just(None),
            1 => Just(Some(Symbol::Process)),
            1 => Just(Some(Symbol::Decision)),
            1 => Just(Some(Symbol::Document)),
            1 => Just(Some(Symbol::End)),
        ];
        let plain = (0..columns).prop_map(cell);
        let words = prop::sample::select(vec![None, None, Some("Lengkap"), Some("Belum lengkap")]);
        let branching = (0..columns, target.clone(), target.clone(), words, prop::bool::weighted(0.2)).prop_map(
            |(at, yes, no, words, dashed)| {
                let mut cell = decision(at, yes, no);
                let way = cell.yes.as_mut().expect("a decision has one");
                (way.label, way.dashed) = (words.map(|words| sourced(words.to_owned())), dashed);
                cell
            },
        );
        let odd = (0..columns, symbol, prop::collection::vec(target, 0..4), any::<bool>()).prop_map(
            |(at, symbol, next, said)| Cell {
                actor: said.then(|| sourced(id(at))),
                symbol: symbol.map(sourced),
                next: next.into_iter().map(|to| sourced(to).into()).collect(),
                ..Cell::default()
            },
        );
        let any_cell = prop_oneof![6 => plain, 3 => branching, 1 => odd];
        let cells =
            prop_oneof![5 => prop::collection::vec(any_cell.clone(), 1..2), 2 => prop::collection::vec(any_cell, 2..4)];
        let joint = prop_oneof![8 => Just(Vec::new()), 1 => prop::collection::vec(0..columns, 1..3)];
        let headings = prop_oneof![9 => Just(0_usize), 1 => 1..3_usize];
        let merged = prop_oneof![4 => Just([false; 2]), 1 => any::<[bool; 2]>()];
        prop::collection::vec((cells, joint, headings, merged), rows).prop_map(move |rows| {
            let row = |(at, (cells, joint, headings, [papers, time])): (usize, (_, Vec<usize>, usize, [bool; 2]))| {
                let is_merged = at > 0 && headings == 0;
                let headings = (0..headings).map(|part| sourced(format!("Bagian {part} dari langkah {at}"))).collect();
                let joint = joint.into_iter().map(|column| sourced(id(column))).collect();
                let mut step = Step { joint, headings, ..step(at as u32 + 1, cells) };
                if is_merged && papers {
                    (step.requirements, step.merged) = (Field::Absent, vec![StepField::Requirements]);
                }
                if is_merged && time {
                    step.duration = Field::Absent;
                    step.merged.push(StepField::Duration);
                }
                step
            };
            Any(sop(columns, rows.into_iter().enumerate().map(row).collect()))
        })
    })
}
