//! Values that stand apart from their labels: dealt by what they are, or by where they stand.

use super::{is_date, is_number, is_office, is_typed, key, without_colon};
use crate::document::Text;
use crate::grammar::enumeration::{Opening, opening};
use crate::grammar::offset_in;
use crate::grammar::person;
use crate::grammar::step_number::step_number;
use crate::model::Path;
use crate::parse::draft::Draft;
use crate::parse::lines::{Free, Labelled, Lines};
use crate::parse::table::is_dash;
use crate::vocabulary::columns;
use crate::vocabulary::labels::{Label, is_bare_date};
use crate::vocabulary::sections::{OTHER_DOCUMENTS, SOP_NAMES};
use crate::vocabulary::{bodies, noise};

/// So many rows below its label the name of who signs may stand, where no label follows.
const FARTHEST_NAME: usize = 8;

/// `Disahkan oleh` with an office alone: the only line that names a person, before the next label, is who signs.
pub(super) fn name_below(draft: &mut Draft, lines: &mut Lines) {
    let Some(at) = lines.labels.iter().position(|it| it.label == Label::Signatory && !it.value.is_blank()) else {
        return;
    };
    let label = &lines.labels[at];
    let end = lines.labels.get(at + 1).map_or(label.row + FARTHEST_NAME, |next| next.row);
    let sections = lines.blocks.iter().flat_map(|block| &block.sections).map(|section| section.heading.whole().start);
    let behind = label.spelling.whole().end;
    let headed = sections.filter(|start| *start >= behind).min().unwrap_or(u32::MAX);
    // Below the heading of a section nobody signs.
    let is_near = |line: &Free| line.row > label.row && line.row < end && line.text.whole().start < headed;
    if !lines.free.iter().any(is_near) {
        return;
    }
    let parts = person::signatory(label.value.as_str());
    if parts.name.is_some() || parts.nip.is_some() || parts.position.is_none() {
        return;
    }
    let names = |line: &Free| is_near(line) && person::is_named(line.text.as_str());
    if lines.free.iter().any(|line| is_near(line) && person::nip(line.text.as_str()).is_some()) {
        // The block that ends with the number is found as one.
        return;
    }
    let mut found = lines.free.iter().enumerate().filter(|(_, line)| names(line)).map(|(at, _)| at);
    let (Some(only), None) = (found.next(), found.next()) else { return };
    let line = lines.free.remove(only);
    lines.labels[at].value.join('\n', &line.text);
    draft.repaired(Path::identity("disahkan_oleh"), "nama di baris setelah labelnya", Some(line.text.whole()));
}

/// `973/SOP-14/UPTD/2022` in a line of its own, where no label asks for the number: the only line of this look is it.
pub(super) fn number_alone(draft: &mut Draft, lines: &mut Lines) {
    if lines.labels.iter().any(|it| it.label == Label::Number) {
        return;
    }
    let is_of_sop = |part: &str| {
        let name = part.split(|it: char| !it.is_alphabetic()).next().unwrap_or("");
        SOP_NAMES.contains(&name)
    };
    let is_alone = |line: &Free| {
        let text = line.text.as_str().trim();
        let is_word = !text.contains(char::is_whitespace) && text.split('/').nth(2).is_some();
        !line.in_table && !line.after_table && is_word && is_number(text) && text.split('/').any(is_of_sop)
    };
    let mut found = lines.free.iter().enumerate().filter(|(_, line)| is_alone(line)).map(|(at, _)| at);
    let (Some(only), None) = (found.next(), found.next()) else { return };
    let line = lines.free.remove(only);
    draft.repaired(Path::identity("nomor"), "baris berbentuk nomor SOP, tanpa label", Some(line.text.whole()));
    lines.labels.push(Labelled { label: Label::Number, spelling: line.text.clone(), value: line.text, row: line.row });
}

/// `Tanggal : 15 Juli 2024` right below `Nomor`, where no label asks for a date: when the SOP was made, unless the two are those of a decree.
pub(super) fn date_alone(draft: &mut Draft, lines: &mut Lines) {
    if lines.labels.iter().any(|it| it.label.is_dated()) {
        return;
    }
    let Some(at) = lines.labels.iter().position(|it| it.label == Label::Number) else { return };
    if let Some((rest, value)) = before_date(&lines.labels[at].value) {
        let Labelled { spelling, row, .. } = &lines.labels[at];
        let created = Labelled { label: Label::Created, spelling: spelling.clone(), value, row: *row };
        lines.labels[at].value = rest;
        lines.labels.push(created);
        return;
    }
    let number = lines.labels[at].row;
    let is_of_decree = |line: &Free| {
        let first = line.text.as_str().split_whitespace().next().unwrap_or("").to_lowercase();
        line.row < number && number - line.row <= HEAD_OF_DECREE && OTHER_DOCUMENTS.contains(&first.as_str())
    };
    if lines.free.iter().any(is_of_decree) {
        return;
    }
    let Some(at) = lines.free.iter().position(|line| {
        let word = line.text.as_str().split(':').next().unwrap_or("");
        (number..=number + FARTHEST_DATE).contains(&line.row) && is_bare_date(word)
    }) else {
        return;
    };
    let own = &lines.free[at];
    let behind = own.text.as_str().split_once(':').map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
    let (value, taken) = match (behind, lines.free.get(at + 1)) {
        (Some(value), _) => (own.text.slice(value), at + 1),
        (None, Some(next)) if next.row == own.row => (without_colon(&next.text), at + 2),
        _ => return,
    };
    if !is_typed(value.as_str()) || !is_date(value.as_str()) {
        return;
    }
    let spelling = own.text.clone();
    draft.repaired(
        Path::identity("tanggal_pembuatan"),
        "tanggal di bawah nomor SOP, tanpa kata lain",
        Some(value.whole()),
    );
    let row = own.row;
    lines.free.drain(at..taken).for_each(|line| draft.take(&line.text));
    lines.labels.push(Labelled { label: Label::Created, spelling, value, row });
}

/// `551.2/SOP/2011 Tgl. 4 April 2011`: the number, and the date behind it.
fn before_date(value: &Text) -> Option<(Text, Text)> {
    let whole = value.as_str();
    let word = whole.split_whitespace().skip(1).find(|word| is_bare_date(word.trim_end_matches(['.', ':'])))?;
    let at = offset_in(whole, word);
    let date = whole[at + word.len()..].trim_start_matches([' ', ':', '.']);
    (is_typed(date) && is_date(date)).then(|| (value.slice(whole[..at].trim_end()), value.slice(date)))
}

/// Rows from the number of an SOP to its date.
const FARTHEST_DATE: usize = 2;

/// So many rows above its number a decree says what it is.
const HEAD_OF_DECREE: usize = 6;

/// So many rows may stand between the office and the name of who signs.
const WIDEST_SIGNATURE: usize = 6;

/// Labels that still wait for their values and are looked through for one value.
const MOST_OPEN: usize = 64;

/// More labels wait for a date than dates come: the first is that of the first, of which the others are is open.
fn are_scarce(lines: &Lines, free: &[Option<Free>]) -> bool {
    let waiting = lines.labels.iter().filter(|it| it.label.is_dated() && it.value.is_blank()).count();
    let is_dated = |line: &Free| {
        let value = without_colon(&line.text);
        line.after_label && (is_dash(value.as_str()) || (is_date(value.as_str()) && !is_number(value.as_str())))
    };
    let dates = free.iter().flatten().filter(|line| is_dated(line)).take(waiting).count();
    dates < waiting
}

/// Which labels wait for a value: not a date left blank between two labels that have theirs beside them.
fn waiting(labels: &[Labelled]) -> Vec<bool> {
    let typed = |it: &Labelled| it.label.is_dated() || it.label == Label::Number;
    let told = |at: Option<usize>| at.and_then(|at| labels.get(at)).is_some_and(|it| typed(it) && !it.value.is_blank());
    let waits = |(at, it): (usize, &Labelled)| {
        it.value.is_blank() && typed(it) && !(told(at.checked_sub(1)) && told(Some(at + 1)))
    };
    labels.iter().enumerate().map(waits).collect()
}

/// Labels printed first, values later: each free line goes to the first empty label that takes it, in the order of both.
pub(super) fn fill(draft: &mut Draft, lines: &mut Lines) {
    let mut free: Vec<Option<Free>> = std::mem::take(&mut lines.free).into_iter().map(Some).collect();
    let mut dealt = None;
    let mut first_open = 0;
    let waiting = waiting(&lines.labels);
    let are_scarce = are_scarce(lines, &free);
    let mut is_first = true;
    for slot in &mut free {
        let Some(line) = slot.as_ref().filter(|line| line.after_label) else { continue };
        let value = without_colon(&line.text);
        let numbered = is_number(value.as_str());
        let dated = is_dash(value.as_str()) || is_date(value.as_str());
        if !numbered && !dated {
            continue;
        }
        let typed = |label: Label| match label {
            Label::Number => numbered,
            Label::Created | Label::Revised | Label::Effective => dated,
            _ => false,
        };
        let is_open = |(it, waits): (&Labelled, &bool)| *waits && it.value.is_blank();
        let rest = lines.labels[first_open..].iter().zip(&waiting[first_open..]);
        first_open += rest.take_while(|it| !is_open(*it)).count();
        let open = lines.labels[first_open..].iter_mut().zip(&waiting[first_open..]).take(MOST_OPEN);
        let open = open.filter(|(it, waits)| is_open((&**it, *waits))).map(|(it, _)| it);
        // A value may stand a line above its label, but not above the whole block.
        let is_below = |it: &&mut Labelled| it.row <= line.row + 1;
        let Some(label) = open.into_iter().filter(is_below).find(|it| typed(it.label)) else {
            continue;
        };
        if label.label.is_dated() && !std::mem::take(&mut is_first) && are_scarce {
            // Which of the labels is without a date is not told.
            continue;
        }
        label.value = value.clone();
        let reason = format!("nilai terpisah dari labelnya `{}`", label.spelling.as_str().trim());
        if let Some(key) = key(label.label) {
            draft.repaired(Path::identity(key), reason, Some(value.whole()));
        }
        if let Some(line) = slot.take() {
            dealt = Some((line.row, value.whole().end));
            draft.take(&line.text);
        }
    }
    give_back_person(lines, &mut free);
    attach_following(draft, lines, &mut free, dealt);
    lines.free = free.into_iter().flatten().collect();
}

/// So many rows below a name the number of the person stands, with the rank between.
const FARTHEST_NUMBER: usize = 3;

/// A person with titles, rank and number below `Nama SOP` is who signs, for whom a label above still waits.
fn give_back_person(lines: &mut Lines, free: &mut Vec<Option<Free>>) {
    let waits = |it: &Labelled| it.label == Label::Signatory && it.value.is_blank();
    let Some(title) = lines.labels.iter().position(|it| it.label == Label::Title) else { return };
    if !lines.labels[..title].iter().any(waits) || !person::is_titled(lines.labels[title].value.as_str()) {
        return;
    }
    let label = &mut lines.labels[title];
    let behind = label.value.whole().end;
    let is_below = |line: &&Free| line.text.whole().start >= behind;
    let Some(next) = free.iter().position(|it| it.as_ref().filter(is_below).is_some()) else { return };
    let Some(below) = free[next].clone() else { return };
    let first = below.row;
    let near = free[next..].iter().flatten().take_while(|line| line.row < first + FARTHEST_NUMBER);
    if !near.into_iter().any(|line| person::nip(line.text.as_str()).is_some()) {
        return;
    }
    let text = std::mem::take(&mut label.value);
    free.insert(next, Some(Free { text, row: first.saturating_sub(1), after_blank: true, ..below }));
}

/// `Disahkan Oleh` and `Nama SOP` whose values stand below: the lines right after the labels and the values dealt so far.
///
/// `dealt` is the row and the end of the last value that was dealt from a line of its own.
fn attach_following(draft: &mut Draft, lines: &mut Lines, free: &mut [Option<Free>], dealt: Option<(usize, u32)>) {
    let open =
        |label: Label, lines: &Lines| lines.labels.iter().position(|it| it.label == label && it.value.is_blank());
    let (signatory, title) = (open(Label::Signatory, lines), open(Label::Title, lines));
    let Some(last) = signatory.max(title) else { return };
    let end = lines.labels[last].spelling.whole().end;
    let last_row = lines.labels[last].row;
    let near = near_lines(free, (last_row, end), dealt);
    if near.is_empty() {
        return;
    }
    let nip =
        near.iter().rposition(|at| free[*at].as_ref().is_some_and(|line| person::nip(line.text.as_str()).is_some()));
    let text = |at: &usize| free[*at].as_ref().map(|line| line.text.clone()).unwrap_or_default();
    // Without a number the block of who signs ends with a name that has titles or degrees.
    let titled = |at: &usize| person::is_named(text(at).as_str()) && text(at).as_str().contains([',', '.']);
    let nip = nip.or_else(|| near.iter().rposition(titled));
    let (for_signatory, for_title): (Vec<usize>, Vec<usize>) = match (signatory, title, nip) {
        // Behind the number nothing more is said of who signs.
        (Some(_), None, Some(end)) if person::nip(text(&near[end]).as_str()).is_some() => {
            (near[..=end].to_vec(), Vec::new())
        }
        (Some(_), None, _) => (near, Vec::new()),
        (None, _, _) => (Vec::new(), near),
        (Some(before), Some(after), Some(nip)) if before < after => (near[..=nip].to_vec(), near[nip + 1..].to_vec()),
        (Some(_), Some(_), Some(nip)) => {
            let office = near.iter().position(|at| is_office(text(at).as_str())).unwrap_or(nip);
            (near[office..].to_vec(), near[..office].to_vec())
        }
        // Without NIP only one line each can be told apart.
        (Some(before), Some(after), None) if near.len() == 2 => {
            let (first, second) = (vec![near[0]], vec![near[1]]);
            if before < after { (first, second) } else { (second, first) }
        }
        // Who has no NIP and no titles is named right below the office.
        (Some(before), Some(after), None)
            if before < after
                && near.len() > 2
                && is_office(text(&near[0]).as_str())
                && person::is_named(text(&near[1]).as_str()) =>
        {
            (near[..2].to_vec(), near[2..].to_vec())
        }
        (Some(_), Some(_), None) => {
            (Vec::new(), near.into_iter().filter(|at| !is_office(text(at).as_str())).take(1).collect())
        }
    };
    // The office may end the values above the last label, and the name begin those below it.
    let is_between = |line: &Free| dealt.is_some_and(|(row, _)| line.row > row) && line.row < last_row;
    let is_above = |line: &Free| is_between(line) && is_office(line.text.as_str());
    let offices: Vec<usize> =
        (0..free.len()).filter(|at| !for_signatory.is_empty() && free[*at].as_ref().is_some_and(is_above)).collect();
    let for_signatory: Vec<usize> = offices.into_iter().chain(for_signatory).collect();
    // A letterhead below the label that was left blank signs nothing.
    let heads = |at: &usize| bodies::body(text(at).as_str()).is_some() && !is_office(text(at).as_str());
    let for_signatory = if for_signatory.iter().all(heads) { Vec::new() } else { for_signatory };
    for (position, rows) in [(signatory, for_signatory), (title, for_title)] {
        let Some(label) = position.map(|position| &mut lines.labels[position]).filter(|_| !rows.is_empty()) else {
            continue;
        };
        for line in rows.into_iter().filter_map(|at| free[at].take()) {
            draft.take(&line.text);
            label.value.join('\n', &without_colon(&line.text));
        }
        if let Some(key) = key(label.label) {
            draft.repaired(Path::identity(key), "nilai di baris setelah labelnya", Some(label.value.whole()));
        }
    }
}

/// The free lines that follow the labels, or the values dealt to them, up to the next blank line.
///
/// The labels end in a row and at a place.
fn near_lines(free: &[Option<Free>], labels: (usize, u32), dealt: Option<(usize, u32)>) -> Vec<usize> {
    let (label_row, labels_end) = labels;
    let mut near: Vec<usize> = Vec::new();
    // Values may end above the last label, which then stands in a block of its own.
    let is_below = dealt.is_some_and(|(row, _)| row < label_row);
    let mut last_row = dealt.map(|(row, _)| row.max(label_row));
    let from = dealt.map_or(labels_end, |(_, end)| end.max(labels_end));
    for (at, line) in free.iter().enumerate().filter_map(|(at, line)| Some((at, line.as_ref()?))) {
        let text = line.text.as_str().trim_start();
        let stray = (line.after_table && dealt.is_none()) || line.in_table;
        if line.text.whole().start < from || stray || noise::is_noise(text) {
            continue;
        }
        if is_typed(text) {
            last_row = last_row.map(|_| line.row);
            continue;
        }
        // An item of a list names nobody and nothing, nor does a number alone or the name of a column.
        let is_counted = matches!(opening(text), Some((Opening::Number, _))) || step_number(text).is_some();
        if is_counted || columns::exact(text).is_some() {
            break;
        }
        // The signature leaves room between the office and the name.
        let signs = !near.is_empty() && (person::is_named(text) || person::nip(text).is_some());
        let reach = match signs {
            true => WIDEST_SIGNATURE,
            false if near.is_empty() && is_below => 2,
            false => 1,
        };
        let continues = last_row.is_none_or(|row| line.row <= row + reach);
        let apart = line.after_blank && !signs && (!near.is_empty() || dealt.is_none() && !text.starts_with(':'));
        if !continues || apart {
            break;
        }
        last_row = Some(line.row);
        near.push(at);
    }
    near
}
