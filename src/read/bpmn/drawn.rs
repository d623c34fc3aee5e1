//! The tree of a BPMN file → its pools with what is in them, as the file says it.

use crate::flow::process::NodeKind;
use crate::read::office::xml::Element;
use crate::source::Span;
use crate::vocabulary::process_words::CARRIED;
use std::collections::BTreeMap;

/// A file as drawn.
#[derive(Default)]
pub(super) struct Drawn {
    pub pools: Vec<Pool>,
    /// What belongs to no pool and is not understood.
    pub odd: Vec<Odd>,
}

/// Something that the form has no place for.
#[derive(Debug, Clone)]
pub(super) struct Odd {
    /// What it says.
    pub text: String,
    /// The beginning of its element.
    pub span: Span,
}

impl Odd {
    fn of(element: &Element, words: &str) -> Self {
        let name = element.attribute("name").filter(|name| !name.trim().is_empty());
        let text = name.map_or_else(|| words.to_owned(), |name| format!("{words}: {}", name.trim()));
        Self { text, span: span(element) }
    }
}

fn span(element: &Element) -> Span {
    let tag = element.tag();
    Span::new(tag.start, tag.start + 1 + tag.name.len())
}

/// One process, with the pool around it.
#[derive(Default)]
pub(super) struct Pool {
    /// Name of the participant.
    pub name: Option<String>,
    /// Name of the process.
    pub process_name: Option<String>,
    /// The YAML that it carries.
    pub yaml: Option<String>,
    pub lanes: Vec<Lane>,
    pub nodes: Vec<Node>,
    pub flows: Vec<Flow>,
    /// Names of data objects and stores, by id.
    pub papers: BTreeMap<String, String>,
    pub notes: Vec<Note>,
    /// Frames: id and words.
    pub groups: Vec<(String, String)>,
    pub odd: Vec<Odd>,
}

pub(super) struct Lane {
    pub id: String,
    pub name: String,
}

pub(super) struct Node {
    pub id: String,
    /// What it is taken as; none for an event on the way.
    pub kind: Option<NodeKind>,
    pub name: String,
    pub lane: Option<usize>,
    pub documentation: Option<String>,
    /// Papers that it needs, and that it gives, by id.
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
    pub span: Span,
}

pub(super) struct Flow {
    pub id: String,
    pub name: String,
    pub from: usize,
    pub to: usize,
}

pub(super) struct Note {
    pub id: String,
    pub text: String,
    /// What it is at, by id.
    pub at: Vec<String>,
    pub span: Span,
}

fn text(element: &Element, name: &str) -> Option<String> {
    element.attribute(name).map(|it| it.into_owned())
}

impl Drawn {
    pub fn of(tree: &Element) -> Self {
        let mut drawn = Self::default();
        let values = categories(tree);
        let mut participants: BTreeMap<String, (usize, Option<String>)> = BTreeMap::new();
        for element in tree.children.iter().filter(|it| it.name() == "collaboration").flat_map(|it| &it.children) {
            match (element.name(), text(element, "processRef")) {
                ("participant", Some(process)) => {
                    participants.insert(process, (participants.len(), text(element, "name")));
                }
                ("participant", None) => drawn.odd.push(Odd::of(element, "pihak luar")),
                ("messageFlow", _) => drawn.odd.push(Odd::of(element, "alur pesan")),
                ("group" | "textAnnotation", _) => drawn.odd.push(Odd::of(element, "catatan di luar kolam")),
                _ => {}
            }
        }
        let around = |process: &Element| text(process, "id").and_then(|id| participants.get(&id).cloned());
        let mut processes: Vec<&Element> = tree.children.iter().filter(|it| it.name() == "process").collect();
        processes.sort_by_key(|process| around(process).map_or(usize::MAX, |(at, _)| at));
        for process in processes {
            let pool = Pool::of(process, around(process).and_then(|(_, name)| name), &values);
            if !pool.nodes.is_empty() || pool.yaml.is_some() {
                drawn.pools.push(pool);
            }
        }
        drawn
    }
}

/// The words of category values, by id.
fn categories(tree: &Element) -> BTreeMap<String, String> {
    let categories = tree.children.iter().filter(|it| it.name() == "category").flat_map(|it| &it.children);
    categories.filter_map(|it| Some((text(it, "id")?, text(it, "value").unwrap_or_default()))).collect()
}

impl Pool {
    fn of(process: &Element, name: Option<String>, values: &BTreeMap<String, String>) -> Self {
        let extension = process.child("extensionElements").and_then(|it| it.child(CARRIED));
        let mut pool = Self {
            name,
            process_name: text(process, "name"),
            yaml: extension.map(|it| it.text.clone()),
            ..Self::default()
        };
        let mut lane_of = BTreeMap::new();
        for set in process.children.iter().filter(|it| it.name() == "laneSet") {
            pool.add_lanes(set, &mut lane_of);
        }
        for element in &process.children {
            pool.add(element, &lane_of, values);
        }
        pool.connect(process);
        pool
    }

    /// The lanes that hold no others, in order.
    fn add_lanes(&mut self, set: &Element, lane_of: &mut BTreeMap<String, usize>) {
        let mut open: Vec<&Element> = set.children.iter().rev().collect();
        while let Some(lane) = open.pop() {
            if lane.name() != "lane" {
                continue;
            }
            let inner: Vec<&Element> =
                lane.children.iter().filter(|it| it.name() == "childLaneSet").flat_map(|it| &it.children).collect();
            if inner.is_empty() {
                let at = self.lanes.len();
                let members = lane.children.iter().filter(|it| it.name() == "flowNodeRef");
                lane_of.extend(members.map(|it| (it.text.trim().to_owned(), at)));
                let (id, name) = (text(lane, "id").unwrap_or_default(), text(lane, "name").unwrap_or_default());
                self.lanes.push(Lane { id, name });
            }
            open.extend(inner.into_iter().rev());
        }
    }

    fn add(&mut self, element: &Element, lane_of: &BTreeMap<String, usize>, values: &BTreeMap<String, String>) {
        let id = text(element, "id").unwrap_or_default();
        let name = text(element, "name").unwrap_or_default();
        match element.name() {
            "dataObjectReference" | "dataStoreReference" => {
                self.papers.insert(id, name);
            }
            "textAnnotation" => {
                let text = element.child("text").map(|it| it.text.clone()).unwrap_or_default();
                self.notes.push(Note { id, text, at: Vec::new(), span: span(element) });
            }
            "group" => {
                let value = text(element, "categoryValueRef").and_then(|it| values.get(&it).cloned());
                self.groups.push((id, value.unwrap_or_default()));
            }
            "boundaryEvent" => self.odd.push(Odd::of(element, "kejadian pada tepi kegiatan")),
            kind => {
                if let Some(kind) = node_kind(kind) {
                    if matches!(element.name(), "subProcess" | "transaction" | "adHocSubProcess") {
                        self.odd.push(Odd::of(element, "isi subproses"));
                    }
                    let node = Node { kind, lane: lane_of.get(&id).copied(), id, name, ..Node::of(element) };
                    self.nodes.push(node);
                }
            }
        }
    }

    /// The flows between the nodes, and what annotations are at.
    fn connect(&mut self, process: &Element) {
        let nodes: BTreeMap<&str, usize> = self.nodes.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
        let notes: BTreeMap<String, usize> =
            self.notes.iter().enumerate().map(|(at, it)| (it.id.clone(), at)).collect();
        let mut flows = Vec::new();
        for element in &process.children {
            let ends = (text(element, "sourceRef"), text(element, "targetRef"));
            let (Some(source), Some(target)) = ends else { continue };
            match element.name() {
                "sequenceFlow" => match (nodes.get(source.as_str()), nodes.get(target.as_str())) {
                    (Some(from), Some(to)) => flows.push(Flow {
                        id: text(element, "id").unwrap_or_default(),
                        name: text(element, "name").unwrap_or_default(),
                        from: *from,
                        to: *to,
                    }),
                    _ => self.odd.push(Odd::of(element, "alur tanpa ujung")),
                },
                "association" => {
                    for (note, other) in [(&source, &target), (&target, &source)] {
                        if let Some(note) = notes.get(note) {
                            self.notes[*note].at.push(other.clone());
                        }
                    }
                }
                _ => {}
            }
        }
        self.flows = flows;
    }
}

/// What an element is taken as; none for what is no node.
fn node_kind(name: &str) -> Option<Option<NodeKind>> {
    match name {
        "task" | "userTask" | "manualTask" | "serviceTask" | "scriptTask" | "sendTask" | "receiveTask"
        | "businessRuleTask" | "callActivity" | "subProcess" | "transaction" | "adHocSubProcess" => {
            Some(Some(NodeKind::Task))
        }
        "startEvent" => Some(Some(NodeKind::Start)),
        "endEvent" => Some(Some(NodeKind::End)),
        "exclusiveGateway" | "inclusiveGateway" | "complexGateway" | "eventBasedGateway" => {
            Some(Some(NodeKind::Exclusive))
        }
        "parallelGateway" => Some(Some(NodeKind::Parallel)),
        "intermediateCatchEvent" | "intermediateThrowEvent" => Some(None),
        _ => None,
    }
}

impl Node {
    fn of(element: &Element) -> Self {
        let children = |name: &'static str| element.children.iter().filter(move |it| it.name() == name);
        let end = |link: &Element, name: &str| link.child(name).map(|it| it.text.trim().to_owned());
        Self {
            id: String::new(),
            kind: None,
            name: String::new(),
            lane: None,
            documentation: element
                .child("documentation")
                .map(|it| it.text.trim().to_owned())
                .filter(|it| !it.is_empty()),
            inputs: children("dataInputAssociation").filter_map(|link| end(link, "sourceRef")).collect(),
            outputs: children("dataOutputAssociation").filter_map(|link| end(link, "targetRef")).collect(),
            span: span(element),
        }
    }
}
