//! The identity block: labels and values, and the ways they are set beside, below and apart from each other.

use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::layout::{IdentityStyle, Layout};
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// Labels with the lines of their values, in the order printed.
pub fn pairs(plan: &Plan, form: &Form, random: &mut Random) -> Vec<(String, Vec<String>)> {
    let title = if form.shout { plan.title.to_uppercase() } else { plan.title.clone() };
    let signature = if form.has(Fault::SignatureLast) { Vec::new() } else { signature(plan, form, random) };
    let values = [
        vec![plan.number.clone()],
        vec![plan.created.written.clone()],
        vec![plan.revised.written.clone()],
        vec![plan.effective.written.clone()],
        signature,
        if form.has(Fault::BrokenTitle) { halves(&title) } else { vec![title] },
    ];
    let mut pairs: Vec<_> = form.labels.identity.iter().cloned().zip(values).collect();
    if form.has(Fault::TitleFirst) {
        pairs.swap(4, 5);
    }
    if form.identity == IdentityStyle::LeadingTabColon {
        pairs.swap(2, 3);
    }
    pairs
}

/// A title broken before the word in its middle.
fn halves(title: &str) -> Vec<String> {
    let words: Vec<&str> = title.split(' ').collect();
    let (first, rest) = words.split_at(words.len().div_ceil(2));
    [first, rest].into_iter().filter(|words| !words.is_empty()).map(|words| words.join(" ")).collect()
}

/// The lines under `Disahkan oleh`.
pub fn signature(plan: &Plan, form: &Form, random: &mut Random) -> Vec<String> {
    let signatory = &plan.signatory;
    let shout = |text: &str| if form.shout { text.to_uppercase() } else { text.to_owned() };
    let name = match signatory.name.split_once(", ") {
        Some((name, degrees)) => format!("{}, {degrees}", shout(name)),
        None => shout(&signatory.name),
    };
    let gap = if form.has(Fault::SignatureGap) { random.between(1, 3) } else { 0 };
    let comma = if random.chance(20) { "," } else { "" };
    let mut lines = vec![format!("{}{comma}", shout(&signatory.position))];
    lines.extend(vec![String::new(); gap]);
    lines.push(name);
    if let Some((rank, grade)) = &signatory.rank {
        lines.push(match grade {
            Some(grade) => format!("{rank}{}", random.pick(&[" ({})", ", {}"]).replace("{}", grade)),
            None => rank.clone(),
        });
    }
    let Some(nip) = &signatory.nip else { return lines };
    let grouped = format!("{} {} {} {}", &nip[..8], &nip[8..14], &nip[14..15], &nip[15..]);
    let digits = if random.chance(60) { &grouped } else { nip };
    lines.push(format!("{}{digits}", random.pick(&["NIP. ", "NIP ", "NIP : ", "NIP."])));
    lines
}

/// The lines that name the agency.
pub fn agency(plan: &Plan, form: &Form) -> Vec<String> {
    let agency = match plan.agency.find(" Kabupaten ") {
        Some(at) if plan.government.is_some() => vec![plan.agency[..at].to_owned()],
        Some(at) if plan.agency.len() > 30 => vec![plan.agency[..at].to_owned(), plan.agency[at + 1..].to_owned()],
        _ => vec![plan.agency.clone()],
    };
    let lines = plan.government.iter().cloned().chain(agency).chain(plan.unit.clone());
    lines.map(|line| if form.shout { line.to_uppercase() } else { line }).collect()
}

/// The block in tab-separated text.
pub fn block(plan: &Plan, form: &Form, random: &mut Random) -> String {
    let pairs = pairs(plan, form, random);
    if form.has(Fault::AgencyCell) {
        return agency_cell(plan, form, &pairs);
    }
    let lines = match form.identity {
        IdentityStyle::AgencyBeside => return agency_beside(plan, form, &pairs),
        IdentityStyle::Apart => return apart(plan, form, &pairs),
        IdentityStyle::LabelsFirst if form.layout == Layout::ValuesLast => labels_only(&pairs),
        IdentityStyle::LabelsFirst => labels_only(&pairs).into_iter().chain(values(&pairs)).collect(),
        IdentityStyle::Lines => pairs.iter().flat_map(|(label, value)| label_lines(label, value)).collect(),
        style => pair_lines(style, &pairs, form),
    };
    let gap = if form.identity == IdentityStyle::LeadingTabColon && plan.unit.is_some() { "\n\n" } else { "\n" };
    let mut head = agency(plan, form);
    let unit = plan.unit.as_ref().and_then(|_| head.pop());
    let bold = form.identity == IdentityStyle::LeadingTabColon;
    let mut top = if bold { format!("**{}**", head.join("\n")) } else { head.join("\n") };
    if let Some(unit) = unit {
        top = format!("{top}{gap}{unit}");
    }
    if form.has(Fault::AddressLine) {
        top +=
            &format!("\n\nJl. Merdeka No. {} Telp. (0511) {}", random.between(1, 99), random.between(100_000, 999_999));
    }
    format!("{top}\n\n{}", lines.join("\n"))
}

/// A line for each pair; faults put the dates on one line, or a value into the middle of its label.
fn pair_lines(style: IdentityStyle, pairs: &[(String, Vec<String>)], form: &Form) -> Vec<String> {
    let mut lines: Vec<String> = pairs.iter().map(|(label, value)| pair_line(style, label, &value.join(" "))).collect();
    if form.has(Fault::SplitLabel) {
        let (label, value) = (&pairs[1].0, pairs[1].1.join(" "));
        if let Some((first, rest)) = label.split_once(' ') {
            lines[1] = format!("{first} {value} {rest}");
        }
    }
    if form.has(Fault::SharedLine) {
        let dates = lines.drain(1..4).map(|line| line.replace('\t', " ")).collect::<Vec<_>>().join(" ");
        lines.insert(1, dates);
    }
    lines
}

fn pair_line(style: IdentityStyle, label: &str, value: &str) -> String {
    match style {
        IdentityStyle::LeadingTabColon => format!("\t{label}\t: {value}"),
        IdentityStyle::TabColonTab => format!("{label}\t:\t{value}"),
        IdentityStyle::Inline => format!("{label} : {value}"),
        _ => format!("{label}\t{value}"),
    }
}

fn label_lines(label: &str, value: &[String]) -> Vec<String> {
    std::iter::once(label.to_owned()).chain(value.iter().cloned()).filter(|line| !line.is_empty()).collect()
}

fn labels_only(pairs: &[(String, Vec<String>)]) -> Vec<String> {
    pairs.iter().map(|(label, _)| label.clone()).collect()
}

/// The lines of all values, in the order of their labels.
pub fn values(pairs: &[(String, Vec<String>)]) -> Vec<String> {
    pairs.iter().flat_map(|(_, value)| value.clone()).collect()
}

/// Agency and unit in one cell, left of the first label.
fn agency_cell(plan: &Plan, form: &Form, pairs: &[(String, Vec<String>)]) -> String {
    let names = agency(plan, form).join(" ");
    let line = |(at, (label, value)): (usize, &(String, Vec<String>))| {
        let left = if at == 0 { names.as_str() } else { "" };
        format!("{left}\t{label}\t{}", value.join(" "))
    };
    pairs.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// The agency in the cell left of the labels, two labels run together in one cell.
fn agency_beside(plan: &Plan, form: &Form, pairs: &[(String, Vec<String>)]) -> String {
    let mut names = agency(plan, form);
    let unit = plan.unit.as_ref().and_then(|_| names.pop()).unwrap_or_default();
    let agency = names.join(" ");
    let mut lines = Vec::new();
    for (at, (label, value)) in pairs.iter().enumerate() {
        let value = value.join(" ");
        match at {
            3 => lines.push(format!("{agency}\t{label}\t{value}")),
            4 if plan.revised.gold.is_some() => {
                let fused: String = lines.pop().unwrap_or_default();
                let (before, date) = fused.rsplit_once('\t').unwrap_or(("", ""));
                lines.push(format!("{before} {label}\t{date} {value}"));
            }
            5 => lines.push(format!("{unit}\t{label}\t{value}")),
            _ => lines.push(format!("\t{label}\t{value}")),
        }
    }
    lines.join("\n")
}

/// All labels, a blank line, then all values behind colons.
fn apart(plan: &Plan, form: &Form, pairs: &[(String, Vec<String>)]) -> String {
    let labels: Vec<&str> = pairs.iter().map(|(label, _)| label.as_str()).collect();
    let values: Vec<String> = pairs.iter().map(|(_, value)| format!(": {}", value.join(" "))).collect();
    format!("**{}**\n\n{}\n\n{}", agency(plan, form).join("\n"), labels.join("\n"), values.join("\n"))
}
