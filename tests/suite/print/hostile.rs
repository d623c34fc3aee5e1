//! Flows that nobody draws, as large as files can make them: the layout ends, and loses nothing.

use super::models::{cell, decision, sop, sourced, step};
use super::{Paper, printed, words};
use sop::layout::verify;
use sop::model::{Field, Sop, Target};

/// So many rows, of which each decides: on, or to what `back` says.
fn deciding(columns: usize, rows: u32, back: impl Fn(u32) -> Target) -> Sop {
    let row = |number: u32| {
        let column = number as usize * 7 % columns;
        step(number, vec![decision(column, Target::Step((number + 1).min(rows)), back(number))])
    };
    sop(columns, (1..=rows).map(row).collect())
}

#[track_caller]
fn assert_clean(name: &str, sop: &Sop) {
    let pages = printed(sop, Paper::A4);
    let faults = verify(sop, &pages);
    assert_eq!(faults, [], "{name}");
}

#[test]
fn two_hundred_decisions_to_one_place_are_cleanly_drawn() {
    assert_clean("to the first", &deciding(15, 200, |_| Target::Step(1)));
    assert_clean("to the end", &deciding(15, 200, |_| Target::End));
    assert_clean("to the last", &deciding(15, 200, |_| Target::Step(200)));
    assert_clean("mirrored", &deciding(15, 200, |number| Target::Step(201 - number)));
    assert_clean("far apart", &deciding(15, 200, |number| Target::Step(number * 97 % 200 + 1)));
    assert_clean(
        "within a page",
        &deciding(15, 200, |number| Target::Step((number / 12 * 12 + number * 5 % 12).max(1))),
    );
    assert_clean("two actors", &deciding(2, 200, |number| Target::Step(number.saturating_sub(9).max(1))));
}

#[test]
fn rows_of_many_deciding_cells_are_cleanly_drawn() {
    let row = |number: u32| {
        let cells = (0..5).map(|at| {
            let column = (number as usize * 3 + at * 4) % 15;
            decision(column, Target::Step(number % 40 + 1), Target::Step(number * 13 % 40 + 1))
        });
        step(number, cells.collect())
    };
    assert_clean("five decisions in each row", &sop(15, (1..=40).map(row).collect()));
}

#[test]
fn a_row_of_a_thousand_cells_ends() {
    let cells = (0..1_000).map(|at| cell(at * 7 % 15)).collect();
    let sop = sop(15, vec![step(1, vec![cell(0)]), step(2, cells), step(3, vec![cell(1)])]);
    assert_clean("a thousand cells", &sop);
}

#[test]
fn work_passed_to_everybody_at_once_ends() {
    let all = |rows: u32| (1..=rows).map(|row| sourced(Target::Step(row)).into());
    let row = |number: u32, rows: u32| {
        let mut own = cell(number as usize % 15);
        own.next = all(rows).collect();
        step(number, vec![own])
    };
    let sop = sop(15, (1..=6).map(|number| row(number, 6)).collect());
    assert!(printed(&sop, Paper::A4).len() > 1);
}

#[test]
fn a_hundred_kilobytes_in_one_cell_are_printed_whole() {
    for word in ["kata ", "k", "a/"] {
        let text = word.repeat(100_000 / word.len());
        let mut sop = sop(3, vec![step(1, vec![cell(0)]), step(2, vec![cell(1)]), step(3, vec![cell(2)])]);
        sop.steps[1].activity = Field::Known(sourced(text.clone()));
        let pages = printed(&sop, Paper::A4);
        assert_eq!(verify(&sop, &pages), []);
        let letter = word.chars().next().expect("a letter");
        let count = |text: &str| text.matches(letter).count();
        let pages = words(&pages);
        assert!(count(&pages) >= count(&text), "{} of {}", count(&pages), count(&text));
    }
}

#[test]
fn a_hundred_actors_end() {
    let steps = (1..=100).map(|number| step(number, vec![cell(number as usize * 37 % 100)])).collect();
    let sop = sop(100, steps);
    assert!(printed(&sop, Paper::A4).len() > 1);
}
