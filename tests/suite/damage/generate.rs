//! Seed → a damaged document and its gold.

use super::alter::alter;
use super::choose::{faults, one_fault};
use super::fault::Fault;
use super::form::{Form, TimeColumns};
use super::invent::{Wish, invent};
use super::layout::{IdentityStyle, Layout, Medium};
use super::marks::Marks;
use super::plan::Plan;
use super::random::Random;
use super::words::{LONG_NAMED, Office};
use super::{print, spoil};
use serde_json::{Value, json};

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

/// The document of that seed: the layouts take turns.
pub fn generate(seed: u64) -> Generated {
    let mut random = Random::new(seed);
    let layout = Layout::at_turn(seed);
    let mut form = Form::of(layout, &mut random);
    if form.layout == Layout::Lamandau {
        form.faults.extend([Fault::HeaderLacksColumns, Fault::ShiftedRows]);
    }
    if form.layout == Layout::Balangan {
        form.faults.extend([Fault::PageBreak, Fault::SignatureLast]);
    }
    let faults = faults(&form, &mut random);
    form.faults.extend(&faults);
    spoil::labels(&mut form, &mut random);
    let (text, golds) = if form.has(Fault::Titled) {
        titled(&form, &mut random)
    } else {
        let count = if layout == Layout::Several { random.between(2, 3) } else { 1 };
        let plans: Vec<Plan> = (0..count).map(|_| plan(&form, &mut random)).collect();
        let texts: Vec<String> = plans.iter().map(|plan| print::document(plan, &form, &mut random)).collect();
        let joint = if matches!(form.medium, Medium::Columns | Medium::Copied) { "\n\u{c}" } else { "\n\n\n" };
        (texts.join(joint), plans.iter().map(|plan| plan.gold(form.visible())).collect())
    };
    Generated {
        name: format!("{:?}-{seed:04}.{}", layout, ending(&form)).to_lowercase(),
        bytes: spoil::bytes(&(text + "\n"), &form, &mut random),
        layout,
        medium: form.medium,
        faults,
        golds,
        labels: labels(&form),
    }
}

/// Two or three procedures under one identity: each is an SOP of its own, with the number, the dates and the signatory of all.
///
/// Whether the sections are told for all of them is a matter of taste, and so is what the first is called.
fn titled(form: &Form, random: &mut Random) -> (String, Vec<Value>) {
    let first = plan(form, random);
    let mut plans = vec![first.clone()];
    for _ in 0..random.between(1, 2) {
        let own = plan_of(Some(first.office), form, random);
        plans.push(Plan { title: own.title, actors: own.actors, steps: own.steps, ..first.clone() });
    }
    let text = print::procedures(&plans, form, random);
    let mut golds: Vec<Value> = plans.iter().map(|plan| plan.gold(form.visible())).collect();
    for (at, gold) in golds.iter_mut().enumerate() {
        let vague = gold["_samar"].as_array_mut().expect("a list");
        if at == 0 {
            vague.push(json!("identitas/nama"));
        } else {
            vague.extend(sop::model::SectionKind::ALL.iter().map(|kind| json!(kind.key())));
        }
    }
    (text, golds)
}

fn plan(form: &Form, random: &mut Random) -> Plan {
    let long = form.has(Fault::StackedLanes) && random.chance(60);
    let office = long.then(|| random.pick(LONG_NAMED));
    plan_of(office, form, random)
}

fn plan_of(office: Option<&'static Office>, form: &Form, random: &mut Random) -> Plan {
    let copied = form.medium == Medium::Copied;
    let wish = Wish {
        subjects: *random.pick(&[0, 0, 30, 100]),
        seconds: if form.visible().actors && form.medium != Medium::Columns { 8 } else { 0 },
        decisions: form.marks.decisions(),
        unit: match form.time {
            TimeColumns::Counted(unit) => Some(unit),
            _ => None,
        },
        columns: form.time == TimeColumns::Split,
        notes: if form.has(Fault::HeaderLacksColumns) || copied { 0 } else { 25 },
        government: form.medium == Medium::Tabs && form.identity != IdentityStyle::AgencyBeside && random.chance(15),
        office,
        plain: copied,
    };
    let mut plan = invent(random, &wish);
    if form.marks == Marks::Names {
        keep_named(&mut plan);
    }
    alter(form, &mut plan, random);
    plan
}

/// Only the actors who act: a column of names tells of no others.
fn keep_named(plan: &mut Plan) {
    let used: Vec<usize> = plan.steps.iter().map(|step| step.actor).collect();
    for at in (0..plan.actors.len()).rev().filter(|at| !used.contains(at)) {
        plan.actors.remove(at);
        plan.steps.iter_mut().filter(|step| step.actor > at).for_each(|step| step.actor -= 1);
    }
    plan.steps.iter_mut().for_each(|step| step.second = None);
}

fn ending(form: &Form) -> &'static str {
    match form.medium {
        Medium::Mixed if form.tabs_around => "txt",
        Medium::Markdown | Medium::Mixed | Medium::Pandoc => "md",
        Medium::Html | Medium::Word => "html",
        Medium::Sheet if form.separator != "\t" => "csv",
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
    let form = Form::plain(layouts[0], &mut random);
    let plan = plan(&form, &mut random);
    layouts.map(|layout| {
        let mut form = Form::plain(layout, &mut random);
        if layout == layouts[1] {
            form.faults.extend(one_fault(seed, &form, &mut random));
            spoil::labels(&mut form, &mut random);
        }
        let text = print::document(&plan, &form, &mut random) + "\n";
        let bytes = spoil::bytes(&text, &form, &mut random);
        (format!("{layout:?}-{seed:04}.{}", ending(&form)).to_lowercase(), bytes)
    })
}
