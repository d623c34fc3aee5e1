//! What is said of the flow, held against a brute-force exploration of all states of thousands of small charts, and asked of
//! long ones, which must not take long.

#[path = "flow/states.rs"]
mod states;

use crate::damage::random::Random;
use sop::check::{Settings, check, rules};
use sop::flow::{Graph, finishing, partings, reached_from_start};
use sop::model::{ActorId, Cell, Sop, Sourced, Step, Symbol, Target};
use sop::source::Place;
use sop::timing::Account;
use states::States;

/// Charts that are drawn at random.
const CHARTS: u64 = 10_000;

fn sourced<T>(value: T) -> Sourced<T> {
    Sourced::new(value, Place::NOWHERE)
}

/// Somewhere from the row of that number on in a chart of so many rows, or the end.
fn target(random: &mut Random, first: usize, rows: usize) -> Target {
    if random.chance(15) { Target::End } else { Target::Step(random.between(first.min(rows), rows) as u32) }
}

/// A chart of 2 to 7 cells with decisions, parallel lists, loops and capsules, two cells in some rows.
fn chart(seed: u64) -> Sop {
    let mut random = Random::new(seed);
    let cells = random.between(2, 7).max(random.between(2, 7));
    let mut sop = Sop::default();
    let mut left = cells;
    while left > 0 {
        let count = if left > 1 && random.chance(15) { 2 } else { 1 };
        let cell = |at: usize| Cell { actor: Some(sourced(ActorId(format!("a{at}")))), ..Cell::default() };
        let number = sop.steps.len() as u32 + 1;
        sop.steps.push(Step { cells: (0..count).map(cell).collect(), ..Step::new(number) });
        left -= count;
    }
    let rows = sop.steps.len();
    for step in &mut sop.steps {
        for cell in &mut step.cells {
            match random.between(1, 10) {
                1..=3 => {
                    let first = if random.chance(80) { step.number as usize + 1 } else { 1 };
                    cell.yes = random.chance(80).then(|| sourced(target(&mut random, first, rows)).into());
                    cell.no = Some(sourced(target(&mut random, 1, rows)).into());
                }
                4..=5 => {
                    // Most lists hand work on, as lists do.
                    let first = if random.chance(80) { step.number as usize + 1 } else { 1 };
                    let count = random.between(2, 3);
                    cell.next = (0..count).map(|_| sourced(target(&mut random, first, rows)).into()).collect();
                }
                7 => cell.next = vec![sourced(target(&mut random, 1, rows)).into()],
                8 if random.chance(30) => cell.symbol = Some(sourced(Symbol::End)),
                _ => {}
            }
        }
    }
    sop
}

#[test]
fn parallel_work_ends_and_meets_exactly_where_all_states_say_so() {
    let (mut endless, mut parted, mut sound) = (0, 0, 0);
    for seed in 0..CHARTS {
        let sop = chart(seed);
        let graph = Graph::of(&sop);
        let reached = reached_from_start(&graph);
        let finishes = finishing(&graph, |_| false);
        let all_finish = (0..graph.len()).all(|node| !reached[node] || finishes[node]);
        let states = States::of(&sop);
        assert_eq!(all_finish, states.all_can_end(), "chart {seed}: {:#?}", sop.edges());
        if !all_finish {
            endless += 1;
            continue;
        }
        let splits: Vec<usize> = partings(&graph, &reached).iter().map(|it| it.split).collect();
        let all = states.splits_left_behind();
        assert!(splits.iter().all(|it| all.contains(it)), "chart {seed}: {splits:?} {all:?} {:#?}", sop.edges());
        // A branch that splits again is not always judged.
        if graph.splits().filter(|it| reached[*it]).count() == 1 {
            assert_eq!(splits, all, "chart {seed}: {:#?}", sop.edges());
        }
        if all.is_empty() { sound += 1 } else { parted += 1 }
    }
    // Not a comparison of nothing with nothing.
    assert!(endless > 500 && parted > 100 && sound > 2000, "{endless} {parted} {sound}");
}

/// The two ways of a finding are ways of the chart, end, and share no cell.
#[test]
fn the_ways_of_a_parting_exist_and_are_apart() {
    for seed in 0..CHARTS / 2 {
        let sop = chart(seed);
        let graph = Graph::of(&sop);
        for it in partings(&graph, &reached_from_start(&graph)) {
            let mut met: Vec<usize> = Vec::new();
            for way in [&it.ended, &it.left] {
                assert_eq!(way[0].from, it.split, "chart {seed}");
                for (at, arrow) in way.iter().enumerate() {
                    assert!(graph.arrows(arrow.from).contains(arrow), "chart {seed}");
                    assert!(way.get(at + 1).is_none_or(|next| Some(next.from) == arrow.to), "chart {seed}");
                    met.extend(arrow.to);
                }
                let last = way.last().expect("a way");
                assert!(last.to.is_none_or(|to| graph.ends_here(to)), "chart {seed}: {way:?}");
            }
            let count = met.len();
            met.sort_unstable();
            met.dedup();
            assert_eq!(met.len(), count, "chart {seed}: {it:?}");
            assert!(it.ended.len() <= it.left.len());
        }
    }
}

/// Five thousand steps: decisions that go back to the first step, and parallel lists without end.
fn long_chart() -> Sop {
    const ROWS: u32 = 5000;
    let mut sop = Sop::default();
    for number in 1..=ROWS {
        let mut step = Step::new(number);
        let cell = &mut step.cells[0];
        match number % 5 {
            1 if number > 1 => cell.no = Some(sourced(Target::Step(1)).into()),
            2 => cell.next = (1..=4).map(|more| sourced(Target::Step((number + more).min(ROWS))).into()).collect(),
            3 => {
                cell.yes = Some(sourced(Target::Step(number + 1)).into());
                cell.no = Some(sourced(Target::End).into());
            }
            _ => {}
        }
        sop.steps.push(step);
    }
    sop
}

/// Whoever goes through the chart once more for each of its cells does not come back from this within the time of the suite.
#[test]
fn long_charts_are_answered() {
    let mut sop = long_chart();
    let chapter = || rules().filter(|rule| rule.code.starts_with("S7") || rule.code.starts_with("S60"));
    let found = check(&sop, &Settings::default(), chapter());
    let left_behind: Vec<_> = found.iter().filter(|it| it.code == "S721").collect();
    assert!(!left_behind.is_empty() && left_behind.len() <= 64, "{}", left_behind.len());
    assert!(Account::of(&sop, &Settings::default().working_time).ways.is_some());
    // One list of all steps, and a flow that nobody leaves.
    sop.steps[0].cells[0].next = (2..=5000).map(|number| sourced(Target::Step(number)).into()).collect();
    sop.steps[4998].cells[0].next = [2, 4999].map(|number| sourced(Target::Step(number)).into()).to_vec();
    let found = check(&sop, &Settings::default(), chapter());
    assert!(found.iter().any(|it| it.code == "S720"), "{found:#?}");
}

#[test]
fn a_finding_tells_the_way_in_words() {
    let yaml = "versi: 1
pelaksana: [{id: staf, nama: Staf}, {id: camat, nama: Camat}]
kegiatan:
  - {nomor: 1, uraian: Membagi berkas, pelaksana: staf, lanjut: [2, 3]}
  - {nomor: 2, uraian: Memeriksa berkas, pelaksana: camat, ya: 4, tidak: selesai}
  - {nomor: 3, uraian: Menghitung biaya, pelaksana: staf, lanjut: 4}
  - {nomor: 4, uraian: Menyimpan berkas, pelaksana: staf}
";
    let sop = sop::read::yaml::read_yaml(yaml).expect("an SOP").remove(0);
    let found = check(&sop, &Settings::default(), rules().filter(|rule| rule.code == "S721"));
    let [finding] = found.as_slice() else { panic!("{found:#?}") };
    let way = "langkah 1 (Staf) → langkah 2 (Camat) → tidak → selesai";
    assert!(finding.message.id.contains(way), "{}", finding.message.id);
    assert!(finding.message.en.contains("step 1 (Staf) → step 2 (Camat) → tidak → end"), "{}", finding.message.en);
    assert_eq!((finding.path.as_str(), finding.related[0].path.as_str()), ("kegiatan/2", "kegiatan/3"));
    assert!(finding.span.is_some() && finding.related[0].span.is_some());
}
