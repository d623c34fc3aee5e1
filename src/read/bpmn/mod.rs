//! BPMN → SOPs. A file of ours carries its YAML: where nothing of the drawing was changed, that is what comes back, to the letter.
//! What a person changed, and every file of another program, is read from lanes, tasks, gateways and flows; what the form has no
//! place for is kept as `konversi.tak_dikenali`.

mod beside;
mod drawn;
mod order;
mod same;
mod steps;
mod undrawn;
mod ways;

use super::office::OfficeFault;
use super::office::xml::document;
use super::{Content, ReadError, Reading, yaml};
use crate::diagnostic::Message;
use crate::flow::process::{Flow, Node, Process};
use crate::model::{Conversion, Field, Leftover, LeftoverKind, Sop, Sourced};
use crate::schema::SopTwin;
use crate::source::{Place, Source};
use drawn::{Drawn, Pool};
use std::collections::BTreeMap;

/// The namespace stands in the first so many bytes.
const FARTHEST_NAMESPACE: usize = 4000;

/// The text is a process of BPMN 2.0.
pub(super) fn looks_like(text: &str) -> bool {
    let end = text.floor_char_boundary(FARTHEST_NAMESPACE);
    text.trim_start().starts_with('<') && text[..end].contains("http://www.omg.org/spec/BPMN/20100524/MODEL")
}

/// Reads the processes of a file, each as an SOP.
///
/// # Errors
/// When it is not well-formed, or holds no process.
pub(super) fn read(source: Source) -> Result<Reading, ReadError> {
    let tree = document(&source.text).map_err(ReadError::Bpmn)?;
    let drawn = Drawn::of(&tree);
    if drawn.pools.is_empty() {
        return Err(ReadError::Bpmn(OfficeFault::Unknown));
    }
    let bases: Vec<Option<Base>> = drawn.pools.iter().enumerate().map(|(at, pool)| Base::of(pool, at)).collect();
    let is_unchanged =
        |(pool, base): (&Pool, &Option<Base>)| base.as_ref().is_some_and(|base| same::is_same(pool, base));
    if drawn.odd.is_empty() && drawn.pools.iter().zip(&bases).all(is_unchanged) {
        return as_written(source, &drawn.pools);
    }
    let mut sops: Vec<Sop> = drawn.pools.iter().zip(bases).map(|(pool, base)| sop(pool, base, &source)).collect();
    if let Some(first) = sops.first_mut() {
        leave(first, &drawn.odd, &source);
    }
    Ok(Reading { source, content: Content::Carried(sops) })
}

/// What happened and what to do, in both languages.
pub(super) fn message(fault: OfficeFault) -> Message {
    match fault {
        OfficeFault::Unknown => Message::new(
            "berkas BPMN ini tidak berisi proses; simpan diagramnya, bukan hanya halamannya",
            "this BPMN file holds no process; save the diagram, not only its page",
        ),
        _ => Message::new(
            "berkas BPMN ini terpotong atau rusak; buka di programnya dan simpan ulang",
            "this BPMN file is cut off or damaged; open it in its program and save it again",
        ),
    }
}

/// What a pool carries: the SOP that it was drawn from, and how it was drawn.
pub(super) struct Base {
    sop: Sop,
    process: Process,
    /// The parts of the process by their ids.
    parts: BTreeMap<String, Part>,
}

/// A part of a process, by position.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Node(usize),
    Flow(usize),
}

impl Base {
    fn of(pool: &Pool, at: usize) -> Option<Self> {
        let mut sops = yaml::read_yaml(pool.yaml.as_deref()?).ok()?;
        let sop = sops.pop().filter(|_| sops.is_empty())?;
        // Its places are in the YAML, which is not the text at hand.
        let sop = SopTwin::of(&sop).into_model(Place::NOWHERE).ok()?;
        let prefix = if at == 0 { String::new() } else { format!("S{}_", at + 1) };
        let process = Process::of(&sop, &prefix);
        let nodes = process.nodes.iter().enumerate().map(|(at, it)| (it.id.clone(), Part::Node(at)));
        let flows = process.flows.iter().enumerate().map(|(at, it)| (it.id.clone(), Part::Flow(at)));
        let parts = nodes.chain(flows).collect();
        Some(Self { sop, process, parts })
    }

    fn node(&self, id: &str) -> Option<&Node> {
        self.parts.get(id).and_then(|it| if let Part::Node(at) = it { self.process.nodes.get(*at) } else { None })
    }

    fn flow(&self, id: &str) -> Option<&Flow> {
        self.parts.get(id).and_then(|it| if let Part::Flow(at) = it { self.process.flows.get(*at) } else { None })
    }
}

fn as_written(source: Source, pools: &[Pool]) -> Result<Reading, ReadError> {
    let carried: Vec<&str> = pools.iter().filter_map(|pool| pool.yaml.as_deref()).collect();
    let source = Source::new(&source.name, carried.join("---\n"));
    let content = Content::Carried(yaml::read_yaml(&source.text)?);
    Ok(Reading { source, content })
}

/// The SOP of a pool, as drawn; what is not drawn is as its base has it.
fn sop(pool: &Pool, base: Option<Base>, source: &Source) -> Sop {
    let drawn = steps::Steps::of(pool, base.as_ref());
    let mut sop = base.map(|base| base.sop).unwrap_or_default();
    if let Some(title) = drawn.title {
        sop.identity.title = Field::Known(Sourced::new(title, Place::NOWHERE));
    }
    sop.actors = drawn.actors;
    sop.steps = drawn.steps;
    leave(&mut sop, &drawn.odd, source);
    sop
}

/// What was not understood goes into the ledger.
fn leave(sop: &mut Sop, odd: &[drawn::Odd], source: &Source) {
    if odd.is_empty() {
        return;
    }
    let file = source.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let ledger = sop.conversion.get_or_insert_with(|| Conversion { source: file, ..Conversion::default() });
    let leftovers =
        odd.iter().map(|it| Leftover::at(LeftoverKind::Unknown, it.text.clone(), it.span, Vec::new(), source));
    ledger.leftovers.extend(leftovers);
}
