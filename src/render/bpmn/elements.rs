//! A process → its elements: lanes, nodes, flows, data objects, annotations, groups.

use super::xml::Xml;
use crate::flow::process::{Node, NodeKind, Paper, Process};

/// What a data association of a task ends at, as programs of BPMN write it.
const NO_PLACE: &str = "__targetRef_placeholder";

/// The categories that name the groups.
pub(super) fn categories(xml: &mut Xml, process: &Process) {
    for group in &process.groups {
        xml.open("bpmn:category", &[("id", &format!("{}_category", group.id))]);
        xml.empty("bpmn:categoryValue", &[("id", &format!("{}_value", group.id)), ("value", &group.name)]);
        xml.close();
    }
}

/// All elements of a process.
pub(super) fn write(xml: &mut Xml, process: &Process, prefix: &str) {
    lanes(xml, process, prefix);
    let links = Links::of(process);
    for (at, each) in process.nodes.iter().enumerate() {
        node(xml, process, (at, each), &links);
    }
    for flow in &process.flows {
        let (from, to) = (&process.nodes[flow.from].id, &process.nodes[flow.to].id);
        let mut attributes = vec![("id", flow.id.as_str()), ("sourceRef", from), ("targetRef", to)];
        if !flow.name.is_empty() {
            attributes.insert(1, ("name", &flow.name));
        }
        xml.empty("bpmn:sequenceFlow", &attributes);
    }
    for Paper { id, name, .. } in &process.papers {
        let object = format!("{id}_object");
        xml.empty("bpmn:dataObjectReference", &[("id", id), ("name", name), ("dataObjectRef", &object)]);
        xml.empty("bpmn:dataObject", &[("id", &object)]);
    }
    for remark in &process.remarks {
        xml.open("bpmn:textAnnotation", &[("id", &remark.id)]);
        xml.text("bpmn:text", &[], &remark.text);
        xml.close();
        let (id, task) = (format!("{}_link", remark.id), &process.nodes[remark.task].id);
        let ends =
            [("id", id.as_str()), ("associationDirection", "None"), ("sourceRef", task), ("targetRef", &remark.id)];
        xml.empty("bpmn:association", &ends);
    }
    for group in &process.groups {
        let value = format!("{}_value", group.id);
        xml.empty("bpmn:group", &[("id", &group.id), ("categoryValueRef", &value)]);
    }
}

fn lanes(xml: &mut Xml, process: &Process, prefix: &str) {
    if process.lanes.is_empty() {
        return;
    }
    let mut members = vec![Vec::new(); process.lanes.len()];
    process.nodes.iter().for_each(|node| members[node.lane].push(&node.id));
    xml.open("bpmn:laneSet", &[("id", &format!("{prefix}Lanes"))]);
    for (lane, members) in process.lanes.iter().zip(members) {
        xml.open("bpmn:lane", &[("id", &lane.id), ("name", &lane.name)]);
        members.iter().for_each(|id| xml.text("bpmn:flowNodeRef", &[], id));
        xml.close();
    }
    xml.close();
}

/// What comes to each node and goes from it, by position.
struct Links {
    incoming: Vec<Vec<usize>>,
    outgoing: Vec<Vec<usize>>,
    papers: Vec<Vec<usize>>,
}

impl Links {
    fn of(process: &Process) -> Self {
        let none = || vec![Vec::new(); process.nodes.len()];
        let mut links = Self { incoming: none(), outgoing: none(), papers: none() };
        for (at, flow) in process.flows.iter().enumerate() {
            links.outgoing[flow.from].push(at);
            links.incoming[flow.to].push(at);
        }
        process.papers.iter().enumerate().for_each(|(at, paper)| links.papers[paper.task].push(at));
        links
    }
}

fn node(xml: &mut Xml, process: &Process, (at, node): (usize, &Node), links: &Links) {
    let kind = match node.kind {
        NodeKind::Start => "bpmn:startEvent",
        NodeKind::End => "bpmn:endEvent",
        // The form says neither that a machine does it nor that none does.
        NodeKind::Task => "bpmn:task",
        NodeKind::Exclusive => "bpmn:exclusiveGateway",
        NodeKind::Parallel => "bpmn:parallelGateway",
    };
    let mut attributes = vec![("id", node.id.as_str())];
    if !node.name.is_empty() {
        attributes.push(("name", &node.name));
    }
    xml.open(kind, &attributes);
    links.incoming[at].iter().for_each(|flow| xml.text("bpmn:incoming", &[], &process.flows[*flow].id));
    links.outgoing[at].iter().for_each(|flow| xml.text("bpmn:outgoing", &[], &process.flows[*flow].id));
    let papers: Vec<&Paper> = links.papers[at].iter().map(|paper| &process.papers[*paper]).collect();
    let place = format!("{}_place", node.id);
    if papers.iter().any(|paper| !paper.is_output) {
        xml.empty("bpmn:property", &[("id", &place), ("name", NO_PLACE)]);
    }
    // The schema wants all that is needed before all that is given; so do the papers come.
    for paper in papers {
        let id = format!("{}_link", paper.id);
        let (kind, source, target) = match paper.is_output {
            false => ("bpmn:dataInputAssociation", Some(&paper.id), &place),
            true => ("bpmn:dataOutputAssociation", None, &paper.id),
        };
        xml.open(kind, &[("id", &id)]);
        source.into_iter().for_each(|it| xml.text("bpmn:sourceRef", &[], it));
        xml.text("bpmn:targetRef", &[], target);
        xml.close();
    }
    xml.close();
}
