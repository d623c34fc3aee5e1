//! SOPs → BPMN 2.0 with its drawing: a pool for each, lanes by actor, and the whole YAML inside, which is what comes back.
//!
//! What a task is, or what the agency has beyond the flow, BPMN has no words for; those are read from the YAML. What a person
//! changes in the drawing is read from the drawing (`read/bpmn`).

mod drawing;
mod elements;
mod xml;

use crate::flow::process::{Process, writable};
use crate::layout::Diagram;
use crate::model::Sop;
use crate::render::yaml::to_yaml;
use crate::vocabulary::form_words::UNNAMED;
use crate::vocabulary::process_words::{CARRIED, CARRIED_SPACE};
use xml::Xml;

/// White between two pools.
const APART: i32 = 100;

/// One SOP as the parts of the file see it.
struct Pool {
    prefix: String,
    title: String,
    yaml: String,
    process: Process,
    diagram: Diagram,
}

/// The SOPs as one file. Same SOPs, same bytes.
pub fn to_bpmn(sops: &[Sop]) -> String {
    let mut x = 0;
    let mut pools = Vec::with_capacity(sops.len());
    for (at, sop) in sops.iter().enumerate() {
        let prefix = if at == 0 { String::new() } else { format!("S{}_", at + 1) };
        let process = Process::of(sop, &prefix);
        let diagram = Diagram::of(&process, x);
        x = diagram.pool.right() + APART;
        let title = writable(sop.identity.title.value().map_or(UNNAMED, String::as_str));
        let yaml = to_yaml(std::slice::from_ref(sop));
        pools.push(Pool { prefix, title, yaml, process, diagram });
    }
    document(&pools)
}

fn document(pools: &[Pool]) -> String {
    let mut xml = Xml::new();
    xml.open(
        "bpmn:definitions",
        &[
            ("xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL"),
            ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
            ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC"),
            ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI"),
            ("xmlns:sop", CARRIED_SPACE),
            ("id", "Definitions"),
            ("targetNamespace", CARRIED_SPACE),
            ("exporter", "sop"),
        ],
    );
    pools.iter().for_each(|pool| elements::categories(&mut xml, &pool.process));
    xml.open("bpmn:collaboration", &[("id", "Collaboration")]);
    for Pool { prefix, title, .. } in pools {
        let (id, process) = (format!("{prefix}Participant"), format!("{prefix}Process"));
        xml.empty("bpmn:participant", &[("id", &id), ("name", title), ("processRef", &process)]);
    }
    xml.close();
    for Pool { prefix, title, yaml, process, .. } in pools {
        let id = format!("{prefix}Process");
        xml.open("bpmn:process", &[("id", &id), ("name", title), ("isExecutable", "false")]);
        xml.open("bpmn:extensionElements", &[]);
        xml.text(&format!("sop:{CARRIED}"), &[], yaml);
        xml.close();
        elements::write(&mut xml, process, prefix);
        xml.close();
    }
    drawing::write(&mut xml, pools);
    xml.finish()
}
