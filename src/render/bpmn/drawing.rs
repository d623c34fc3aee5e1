//! Where everything stands → diagram interchange.

use super::Pool;
use super::xml::Xml;
use crate::flow::process::NodeKind;
use crate::layout::{Area, Point};

/// The drawing of all pools.
pub(super) fn write(xml: &mut Xml, pools: &[Pool]) {
    xml.open("bpmndi:BPMNDiagram", &[("id", "Diagram")]);
    xml.open("bpmndi:BPMNPlane", &[("id", "Plane"), ("bpmnElement", "Collaboration")]);
    pools.iter().for_each(|pool| draw(xml, pool));
    xml.close();
    xml.close();
}

fn draw(xml: &mut Xml, Pool { prefix, process, diagram, .. }: &Pool) {
    let columns = [("isHorizontal", "false")];
    shape(xml, &format!("{prefix}Participant"), &columns, (diagram.pool, None));
    for (lane, area) in process.lanes.iter().zip(&diagram.lanes) {
        shape(xml, &lane.id, &columns, (*area, None));
    }
    for (group, (area, label)) in process.groups.iter().zip(&diagram.groups) {
        shape(xml, &group.id, &[], (*area, Some(*label)));
    }
    for (node, place) in process.nodes.iter().zip(&diagram.nodes) {
        let marked: &[_] = if node.kind == NodeKind::Exclusive { &[("isMarkerVisible", "true")] } else { &[] };
        shape(xml, &node.id, marked, *place);
    }
    for (paper, (area, label, _)) in process.papers.iter().zip(&diagram.papers) {
        shape(xml, &paper.id, &[], (*area, Some(*label)));
    }
    for (remark, (area, _)) in process.remarks.iter().zip(&diagram.remarks) {
        shape(xml, &remark.id, &[], (*area, None));
    }
    for (flow, (points, label)) in process.flows.iter().zip(&diagram.flows) {
        edge(xml, &flow.id, points, *label);
    }
    for (paper, (_, _, points)) in process.papers.iter().zip(&diagram.papers) {
        edge(xml, &format!("{}_link", paper.id), points, None);
    }
    for (remark, (_, points)) in process.remarks.iter().zip(&diagram.remarks) {
        edge(xml, &format!("{}_link", remark.id), points, None);
    }
}

fn shape(xml: &mut Xml, element: &str, more: &[(&str, &str)], (area, label): (Area, Option<Area>)) {
    let id = format!("{element}_di");
    let mut attributes = vec![("id", id.as_str()), ("bpmnElement", element)];
    attributes.extend(more);
    xml.open("bpmndi:BPMNShape", &attributes);
    bounds(xml, area);
    write_label(xml, label);
    xml.close();
}

fn edge(xml: &mut Xml, element: &str, points: &[Point], label: Option<Area>) {
    xml.open("bpmndi:BPMNEdge", &[("id", &format!("{element}_di")), ("bpmnElement", element)]);
    for Point { x, y } in points {
        xml.empty("di:waypoint", &[("x", &x.to_string()), ("y", &y.to_string())]);
    }
    write_label(xml, label);
    xml.close();
}

fn write_label(xml: &mut Xml, label: Option<Area>) {
    if let Some(area) = label {
        xml.open("bpmndi:BPMNLabel", &[]);
        bounds(xml, area);
        xml.close();
    }
}

fn bounds(xml: &mut Xml, Area { x, y, w, h }: Area) {
    let [x, y, w, h] = [x, y, w, h].map(|it| it.to_string());
    xml.empty("dc:Bounds", &[("x", &x), ("y", &y), ("width", &w), ("height", &h)]);
}
