//! The six sections: their labels and lists, side by side or one below the other.

use super::columns;
use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::layout::{IdentityStyle, Layout, Medium};
use crate::damage::list::List;
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// A section as printed: label and items.
pub type Section = (String, Vec<String>);

/// The sections in the order printed.
pub fn all(plan: &Plan, form: &Form) -> Vec<Section> {
    let sections = form.labels.sections.iter().map(|label| format!("{label}{}", form.colon));
    let mut sections: Vec<Section> = sections.zip(plan.sections.iter().cloned()).collect();
    if form.has(Fault::SectionOrder) {
        sections.swap(1, 2);
        sections.swap(3, 5);
    }
    sections
}

/// What numbers the item at that position, counted from 0.
pub fn enumerator(form: &Form, at: usize, random: &mut Random) -> String {
    let number = at + 1;
    if form.has(Fault::ListNumbers) && form.list == List::Numbered {
        return match random.between(0, 3) {
            0 => format!("{number}, "),
            1 => format!("{number}."),
            2 if at > 1 => format!("{at}. "),
            _ => format!("{number}. "),
        };
    }
    match form.list {
        List::Numbered | List::NumberedSemicolon => format!("{number}. "),
        List::Lettered => format!("{}. ", char::from(b'a' + at as u8)),
        List::Bulleted(sign) => format!("{sign} "),
        List::Semicolon => String::new(),
    }
}

/// The items run together in one line.
pub fn one_line(items: &[String], form: &Form, random: &mut Random) -> String {
    if let [item] = items {
        return if form.has(Fault::LoneNumber) { lone(item, random) } else { item.clone() };
    }
    let separator = if matches!(form.list, List::NumberedSemicolon | List::Semicolon) { "; " } else { " " };
    let items = items.iter().enumerate().map(|(at, item)| format!("{}{item}", enumerator(form, at, random)));
    items.collect::<Vec<_>>().join(separator)
}

/// The only item of a list, with a number all the same.
fn lone(item: &str, random: &mut Random) -> String {
    format!("{} {item}", random.pick(&["1.", "1.", "I.", "a."]))
}

/// The items, each on its line.
pub fn lines(items: &[String], form: &Form, random: &mut Random) -> Vec<String> {
    let told_apart = form.medium == Medium::Copied || form.has(Fault::Interleaved);
    let one = items.len() == 1 && !told_apart && !matches!(form.list, List::Bulleted(_));
    if form.has(Fault::LoneNumber) && items.len() == 1 {
        return vec![lone(&items[0], random)];
    }
    let item = |(at, item): (usize, &String)| {
        let number = if one { String::new() } else { enumerator(form, at, random) };
        format!("{number}{item}")
    };
    items.iter().enumerate().map(item).collect()
}

/// The lines with what happens to them in running text: numbers apart from their items, items broken over lines.
fn broken_lines(items: &[String], form: &Form, random: &mut Random) -> Vec<String> {
    if form.has(Fault::NumbersApart) && items.len() > 1 {
        let numbers = (1..=items.len()).map(|at| format!("{at}."));
        if random.chance(50) {
            return numbers.chain(items.iter().cloned()).collect();
        }
        return numbers.zip(items).flat_map(|(number, item)| [number, item.clone()]).collect();
    }
    let lines = lines(items, form, random);
    if !form.has(Fault::WrappedItems) || (items.len() == 1 && !matches!(form.list, List::Bulleted(_))) {
        return lines;
    }
    lines.into_iter().flat_map(|line| super::wrap(&line, 48)).collect()
}

/// The sections in tab-separated text.
pub fn block(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let sections = all(plan, form);
    if form.has(Fault::Interleaved) {
        return sections
            .chunks(2)
            .flat_map(|two| columns::interleaved(two, form, random))
            .collect::<Vec<_>>()
            .join("\n");
    }
    if form.has(Fault::TwoHeadings) {
        return two_headings(&sections, form, random);
    }
    if form.side_by_side {
        return sections.chunks(2).map(|two| side_by_side(two, form, random)).collect::<Vec<_>>().join("\n");
    }
    let stacked = sections.iter().map(|(label, items)| {
        let gap = if form.layout == Layout::WayKanan || form.layout == Layout::Balangan { "\n\n" } else { "\n" };
        format!("{label}{gap}{}", broken_lines(items, form, random).join("\n"))
    });
    let text = stacked.collect::<Vec<_>>().join("\n\n");
    if form.identity == IdentityStyle::LeadingTabColon { text } else { format!("\n{text}") }
}

/// Two labels, then both contents; what cannot be mistaken may come in the other order.
fn two_headings(sections: &[Section], form: &Form, random: &mut Random) -> String {
    let mut out = Vec::new();
    for (at, two) in sections.chunks(2).enumerate() {
        out.extend(two.iter().map(|(label, _)| label.clone()));
        let mut contents: Vec<Vec<String>> = two.iter().map(|(_, items)| lines(items, form, random)).collect();
        if at < 2 && random.chance(40) {
            contents.swap(0, 1);
        }
        out.extend(contents.concat());
    }
    out.join("\n")
}

fn side_by_side(two: &[Section], form: &Form, random: &mut Random) -> String {
    let labels: Vec<&str> = two.iter().map(|(label, _)| label.as_str()).collect();
    if form.has(Fault::NumberColumn) {
        let heads = labels.join("\t\t");
        return [vec![heads], number_column(two).iter().map(|row| row.join("\t")).collect()].concat().join("\n");
    }
    if form.has(Fault::LabelInCell) {
        let cells = two.iter().map(|(label, items)| format!("{label} {}", one_line(items, form, random)));
        return cells.collect::<Vec<_>>().join("\t");
    }
    let contents: Vec<String> = two.iter().map(|(_, items)| cell(items, form, random)).collect();
    format!("{}\n{}", labels.join("\t"), contents.join("\t"))
}

/// A list in a cell, with HTML left over where the layout leaves it.
fn cell(items: &[String], form: &Form, random: &mut Random) -> String {
    if form.has(Fault::AcrossList) && items.len() > 3 {
        return across(items);
    }
    let text = one_line(items, form, random);
    if form.layout == Layout::Purwokerto && items.len() > 1 {
        return format!("<ol style=\"list-style-type: none\">{text}");
    }
    text
}

/// Two lists row by row, the numbers in cells of their own.
pub fn number_column(two: &[Section]) -> Vec<Vec<String>> {
    let rows = two.iter().map(|(_, items)| items.len()).max().unwrap_or(0);
    let cells = |at: usize| {
        two.iter().flat_map(move |(_, items)| match items.get(at) {
            Some(item) => [format!("{}.", at + 1), item.clone()],
            None => [String::new(), String::new()],
        })
    };
    (0..rows).map(|at| cells(at).collect()).collect()
}

/// A list that was set in two columns, read line by line.
fn across(items: &[String]) -> String {
    let half = items.len().div_ceil(2);
    let order = (0..half).flat_map(|at| [at, at + half]).filter(|at| *at < items.len());
    order.map(|at| format!("{}. {}", at + 1, items[at])).collect::<Vec<_>>().join(" ")
}
