//! Seed → a damaged document and its gold.

use super::fault::Fault;
use super::form::{Form, IdentityStyle, Layout, Medium, TimeColumns};
use super::invent::{Wish, invent};
use super::plan::Plan;
use super::random::Random;
use super::{print, spoil};
use serde_json::Value;

/// A document as a file, and what it says.
pub struct Generated {
    /// File name, with the ending of its medium.
    pub name: String,
    pub bytes: Vec<u8>,
    pub layout: Layout,
    pub medium: Medium,
    pub faults: Vec<Fault>,
    /// One for each SOP in the file.
    pub golds: Vec<Value>,
    /// Labels and headers as they are printed in it.
    pub labels: Vec<String>,
}

/// The document of that seed: the layouts take turns, about a third is undamaged.
pub fn generate(seed: u64) -> Generated {
    let mut random = Random::new(seed);
    let layout = Layout::ALL[seed as usize % Layout::ALL.len()];
    let mut form = Form::of(layout, &mut random);
    let faults = faults(seed, &form, &mut random);
    form.faults.extend(&faults);
    if layout == Layout::Lamandau {
        form.faults.extend([Fault::HeaderLacksColumns, Fault::ShiftedRows]);
    }
    if layout == Layout::Balangan {
        form.faults.extend([Fault::PageBreak, Fault::SignatureLast]);
    }
    spoil::labels(&mut form, &mut random);
    let count = if layout == Layout::Several { random.between(2, 3) } else { 1 };
    let plans: Vec<Plan> = (0..count).map(|_| plan(&form, &mut random)).collect();
    let texts: Vec<String> = plans.iter().map(|plan| print::document(plan, &form, &mut random)).collect();
    let joint = if form.medium == Medium::Columns { "\n\u{c}" } else { "\n\n\n" };
    let golds = plans.iter().map(|plan| plan.gold(form.visible())).collect();
    Generated {
        name: format!("{:?}-{seed:04}.{}", layout, ending(&form)).to_lowercase(),
        bytes: spoil::bytes(&(texts.join(joint) + "\n"), &form, &mut random),
        layout,
        medium: form.medium,
        faults,
        golds,
        labels: labels(&form),
    }
}

fn plan(form: &Form, random: &mut Random) -> Plan {
    let wish = Wish {
        subjects: *random.pick(&[0, 0, 30, 100]),
        seconds: if form.visible().actors && form.medium != Medium::Columns { 8 } else { 0 },
        decisions: form.marks.decisions(),
        unit: match form.time {
            TimeColumns::Counted(unit) => Some(unit),
            _ => None,
        },
        columns: form.time == TimeColumns::Split,
        notes: if form.has(Fault::HeaderLacksColumns) { 0 } else { 25 },
        government: form.medium == Medium::Tabs && form.identity != IdentityStyle::AgencyBeside && random.chance(15),
    };
    let mut plan = invent(random, &wish);
    if form.marks == super::form::Marks::Names {
        let used: Vec<usize> = plan.steps.iter().map(|step| step.actor).collect();
        for at in (0..plan.actors.len()).rev().filter(|at| !used.contains(at)) {
            plan.actors.remove(at);
            plan.steps.iter_mut().filter(|step| step.actor > at).for_each(|step| step.actor -= 1);
        }
        plan.steps.iter_mut().for_each(|step| step.second = None);
    }
    Fault::change(form, &mut plan, random);
    plan
}

/// None, one or several; single faults take turns, so that each meets each layout.
fn faults(seed: u64, form: &Form, random: &mut Random) -> Vec<Fault> {
    let count = match random.between(0, 9) {
        0 | 1 => 0,
        2..=7 => 1,
        8 => 2,
        _ => 4,
    };
    let fitting: Vec<Fault> = Fault::ALL.into_iter().filter(|fault| fault.fits(form)).collect();
    if count == 1 {
        let turn = seed as usize / Layout::ALL.len() + seed as usize % Layout::ALL.len() * 5;
        let rare: Vec<Fault> = fitting.iter().copied().filter(|fault| Fault::RARE.contains(fault)).collect();
        let among = if !rare.is_empty() && random.chance(40) { &rare } else { &fitting };
        return vec![among[turn % among.len()]];
    }
    let mut faults = random.sample(&fitting, count);
    if faults.contains(&Fault::MissingNumber) {
        faults.retain(|fault| !matches!(fault, Fault::ContinuedRow | Fault::NumberGap | Fault::TightRows));
    }
    if faults.contains(&Fault::Utf16) {
        faults.retain(|fault| !matches!(fault, Fault::Windows1252));
    }
    if faults.contains(&Fault::Windows1252) {
        faults.retain(|fault| !matches!(fault, Fault::ZeroWidth));
    }
    faults.sort_unstable();
    faults
}

fn ending(form: &Form) -> &'static str {
    match form.medium {
        Medium::Markdown => "md",
        Medium::Html => "html",
        _ => "txt",
    }
}

fn labels(form: &Form) -> Vec<String> {
    let heads = &form.heads;
    let heads = [
        &heads.number,
        &heads.activity,
        &heads.actors,
        &heads.quality,
        &heads.requirements,
        &heads.time,
        &heads.outputs,
        &heads.note,
    ];
    form.labels.identity.iter().chain(&form.labels.sections).chain(heads).cloned().collect()
}

/// One made-up SOP as two layouts print it: the name and the bytes of each. The first is undamaged, the second may be damaged
/// in the ways of its layout.
pub fn relaid(seed: u64, layouts: [Layout; 2]) -> [(String, Vec<u8>); 2] {
    let mut random = Random::new(seed);
    let form = Form::of(layouts[0], &mut random);
    let plan = plan(&form, &mut random);
    layouts.map(|layout| {
        let mut form = Form::of(layout, &mut random);
        if layout == layouts[1] {
            let faults = faults(seed, &form, &mut random);
            form.faults.extend(&faults);
            spoil::labels(&mut form, &mut random);
        }
        let text = print::document(&plan, &form, &mut random) + "\n";
        let bytes = spoil::bytes(&text, &form, &mut random);
        (format!("{layout:?}-{seed:04}.{}", ending(&form)).to_lowercase(), bytes)
    })
}
