//! The six sections: their labels and lists, side by side or one below the other.

use crate::damage::fault::Fault;
use crate::damage::form::{Form, IdentityStyle, Layout, List};
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
        List::Bulleted => "• ".to_owned(),
        List::Semicolon => String::new(),
    }
}

/// The items run together in one line.
pub fn one_line(items: &[String], form: &Form, random: &mut Random) -> String {
    if items.len() == 1 {
        return items[0].clone();
    }
    let separator = if matches!(form.list, List::NumberedSemicolon | List::Semicolon) { "; " } else { " " };
    let items = items.iter().enumerate().map(|(at, item)| format!("{}{item}", enumerator(form, at, random)));
    items.collect::<Vec<_>>().join(separator)
}

/// The items, each on its line.
pub fn lines(items: &[String], form: &Form, random: &mut Random) -> Vec<String> {
    let one = items.len() == 1 && form.list != List::Bulleted;
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
    if !form.has(Fault::WrappedItems) || (items.len() == 1 && form.list != List::Bulleted) {
        return lines;
    }
    lines.into_iter().flat_map(|line| super::wrap(&line, 48)).collect()
}

/// The sections in tab-separated text.
pub fn block(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let sections = all(plan, form);
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

fn side_by_side(two: &[Section], form: &Form, random: &mut Random) -> String {
    let labels: Vec<&str> = two.iter().map(|(label, _)| label.as_str()).collect();
    let contents: Vec<String> = two.iter().map(|(_, items)| cell(items, form, random)).collect();
    format!("{}\n{}", labels.join("\t"), contents.join("\t"))
}

/// A list in a cell, with HTML left over where the layout leaves it.
fn cell(items: &[String], form: &Form, random: &mut Random) -> String {
    let text = one_line(items, form, random);
    if form.layout == Layout::Purwokerto && items.len() > 1 {
        return format!("<ol style=\"list-style-type: none\">{text}");
    }
    text
}
