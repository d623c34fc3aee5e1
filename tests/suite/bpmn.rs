//! BPMN and Mermaid: what is written comes back equal, what a person changes in an editor is read from the drawing, and files of
//! other programs are read as far as they say.

use crate::support::golden::{content, stems};
use crate::support::model::any_sop;
use proptest::collection::vec;
use proptest::prelude::*;
use sop::analysis::{Analysis, analyze};
use sop::model::{Field, Sop, Symbol, Target, Way};
use sop::read::yaml::read_yaml;
use sop::render::bpmn::to_bpmn;
use sop::render::yaml::to_yaml;

fn read(xml: &str) -> Analysis {
    analyze(xml.as_bytes(), "proses.bpmn").unwrap_or_else(|error| panic!("{error}\n{xml}"))
}

fn one(xml: &str) -> Sop {
    let mut sops = read(xml).sops;
    assert_eq!(sops.len(), 1);
    sops.remove(0)
}

fn example(name: &str) -> Sop {
    let text = String::from_utf8(content(&format!("examples/{name}.yaml"))).unwrap();
    read_yaml(&text).unwrap().remove(0)
}

/// The file of an example with some text in it replaced; each stands there.
fn edited(name: &str, changes: &[(&str, &str)]) -> (Sop, Sop) {
    let sop = example(name);
    let xml = to_bpmn(std::slice::from_ref(&sop));
    // The YAML inside is what a person cannot see.
    let (start, end) = (xml.find("<sop:yaml>").unwrap(), xml.find("</sop:yaml>").unwrap());
    let mut parts = [xml[..start].to_owned(), xml[end..].to_owned()];
    for (old, new) in changes {
        assert!(parts.iter().any(|part| part.contains(old)), "{old}");
        parts = parts.map(|part| part.replace(old, new));
    }
    let [head, tail] = parts;
    (sop, one(&(head + &xml[start..end] + &tail)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn sops_come_back_equal(sops in vec(any_sop(), 1..3)) {
        let xml = to_bpmn(&sops);
        prop_assert_eq!(&xml, &to_bpmn(&sops));
        let analysis = read(&xml);
        prop_assert!(analysis.source.text.starts_with("# yaml"), "read from the drawing:\n{}", xml);
        prop_assert_eq!(&analysis.sops[..], &sops[..], "{}", xml);
    }

    #[test]
    fn a_file_that_was_cut_or_stirred_gives_an_answer(sop in any_sop(), at in any::<prop::sample::Index>(), put in "[<>/\"a-z ]{0,4}") {
        let mut xml = to_bpmn(&[sop]);
        let at = (0..=at.index(xml.len())).rev().find(|at| xml.is_char_boundary(*at)).unwrap_or(0);
        xml.insert_str(at, &put);
        let _ = analyze(xml.as_bytes(), "proses.bpmn");
        let _ = analyze(&xml.as_bytes()[..at], "proses.bpmn");
    }

    /// With one step renamed everything is read from the drawing, and nothing else is lost.
    #[test]
    fn a_name_that_was_changed_changes_nothing_else(row in any::<prop::sample::Index>(), which in 0..6_usize) {
        let name = &stems("examples", ".yaml")[which];
        let mut sop = example(name);
        let row = row.index(sop.steps.len());
        let id = format!("<bpmn:task id=\"Task_{}_1\" name=\"", row + 1);
        let (_, read) = edited(name, &[(&id, &format!("{id}Diubah "))]);
        let Field::Known(activity) = &mut sop.steps[row].activity else { panic!("{name} has no activity") };
        activity.value.insert_str(0, "Diubah ");
        prop_assert_eq!(to_yaml(&[read]), to_yaml(&[sop]));
    }
}

#[test]
fn what_is_changed_in_the_drawing_is_read_from_it() {
    let (mut sop, read) = edited(
        "izin-reklame",
        &[
            ("name=\"Tim Teknis\"", "name=\"Tim Ahli\""),
            ("<bpmn:text>15 menit</bpmn:text>", "<bpmn:text>20 menit</bpmn:text>"),
            ("name=\"Fotokopi KTP\"", "name=\"KTP\""),
            ("name=\"Penerbitan Izin Penyelenggaraan Reklame\"", "name=\"Izin Reklame\""),
        ],
    );
    sop.actors[3].name.value = "Tim Ahli".to_owned();
    for step in &mut sop.steps {
        if let Field::Known(duration) = &mut step.duration
            && duration.value.to_string() == "15 menit"
        {
            duration.value = sop::grammar::duration::parse("20 menit").unwrap();
        }
    }
    let Field::Known(papers) = &mut sop.steps[0].requirements else { panic!() };
    papers[1].value.0 = "KTP".to_owned();
    let Field::Known(title) = &mut sop.identity.title else { panic!() };
    title.value = "Izin Reklame".to_owned();
    assert_eq!(to_yaml(&[read]), to_yaml(&[sop]));
}

#[test]
fn a_flow_that_leads_elsewhere_or_is_gone_is_read_so() {
    let flow = |from: &str, to: &str| format!("sourceRef=\"{from}\" targetRef=\"{to}\"");
    let (_, read) = edited("izin-reklame", &[(&flow("Choice_8_1", "Join_5_1"), &flow("Choice_8_1", "Task_3_1"))]);
    assert_eq!(read.steps[7].cells[0].no.as_ref().map(|way| way.value.clone()), Some(Target::Step(3)));
    assert_eq!(read.conversion, None);
    let gone = format!("name=\"Tidak\" {}", flow("Choice_8_1", "Join_5_1"));
    let (_, read) = edited("izin-reklame", &[(&gone, "name=\"Tidak\"")]);
    assert_eq!(read.steps[7].cells[0].no, None);
}

/// Nobody can draw an arrow to a step that is not there, and nobody who changes something else takes it away.
#[test]
fn an_arrow_to_a_step_that_is_not_there_outlives_a_change() {
    let text = "versi: 1\npelaksana: [Loket, Lurah]\nkegiatan:\n\
                - {nomor: 1, uraian: Menerima, pelaksana: Loket}\n\
                - {nomor: 2, uraian: Memeriksa, pelaksana: Lurah, ya: 4, tidak: 9}\n\
                - {nomor: 4, uraian: Menyimpan, pelaksana: Loket, lanjut: 3}\n\
                - {nomor: 5, uraian: Melapor, pelaksana: Loket}\n";
    let mut sop = read_yaml(text).unwrap().remove(0);
    let xml = to_bpmn(std::slice::from_ref(&sop));
    let drawn = |xml: &str, change: (&str, &str)| {
        let end = xml.find("</sop:yaml>").unwrap();
        assert!(xml[end..].contains(change.0), "{xml}");
        one(&(xml[..end].to_owned() + &xml[end..].replace(change.0, change.1)))
    };
    let renamed = drawn(&xml, ("name=\"Menerima\"", "name=\"Mencatat\""));
    let Field::Known(activity) = &mut sop.steps[0].activity else { panic!() };
    activity.value = "Mencatat".to_owned();
    assert_eq!(to_yaml(&[renamed]), to_yaml(std::slice::from_ref(&sop)));
    // With a step more all are numbered anew, and 3 would be another one.
    let flow =
        xml.lines().map(str::trim).find(|it| it.contains("sourceRef=\"Task_1_1\" targetRef=\"Task_2_1\"")).unwrap();
    let more = flow.replace("Task_2_1", "Baru")
        + "<bpmn:task id=\"Baru\" name=\"Menimbang\" /><bpmn:sequenceFlow id=\"f\" sourceRef=\"Baru\" targetRef=\"Task_2_1\" />";
    let longer = drawn(&xml, (flow, &more));
    let next: Vec<&Target> = longer.steps[3].cells[0].next.iter().map(|way| &way.value).collect();
    assert_eq!(next, [&Target::End], "nothing is drawn behind it");
    assert_eq!(longer.steps[2].cells[0].no.as_ref().map(|way| way.value.clone()), Some(Target::Step(9)));
    let told = longer.conversion.map(|it| it.leftovers.into_iter().map(|it| it.text).collect::<Vec<_>>());
    assert_eq!(
        told.as_deref(),
        Some(&["panah ke kegiatan 3, yang tidak ada sebelum diberi nomor baru".to_owned()][..])
    );
}

#[test]
fn a_new_task_is_a_new_step_where_it_stands() {
    let old = "<bpmn:sequenceFlow id=\"Flow_4\" sourceRef=\"Task_2_1\" targetRef=\"Task_3_1\" />";
    let new = "<bpmn:task id=\"Activity_1\" name=\"Menimbang surat\" />\
        <bpmn:sequenceFlow id=\"Flow_4\" sourceRef=\"Task_2_1\" targetRef=\"Activity_1\" />\
        <bpmn:sequenceFlow id=\"Flow_x\" sourceRef=\"Activity_1\" targetRef=\"Task_3_1\" />";
    let member = "<bpmn:flowNodeRef>Task_3_1</bpmn:flowNodeRef>";
    let xml = to_bpmn(&[example("surat-masuk")]);
    let old =
        xml.lines().find(|line| line.contains("sourceRef=\"Task_2_1\" targetRef=\"Task_3_1\"")).map_or(old, str::trim);
    let new = new.replace("Flow_4", old.split('"').nth(1).unwrap());
    let both = format!("{member}<bpmn:flowNodeRef>Activity_1</bpmn:flowNodeRef>");
    let (sop, read) = edited("surat-masuk", &[(old, &new), (member, &both)]);
    assert_eq!(read.steps.len(), sop.steps.len() + 1);
    let activities: Vec<&String> = read.steps.iter().filter_map(|step| step.activity.value()).collect();
    assert_eq!(activities[2], "Menimbang surat");
    assert_eq!(read.steps[2].cells[0].actor.as_ref().map(|it| it.value.0.as_str()), Some("camat"));
    assert!(read.steps.iter().enumerate().all(|(at, step)| step.number as usize == at + 1));
    assert!(read.steps.iter().all(|step| !step.cells[0].leads_on()), "all follow by their order");
    assert_eq!(read.identity, sop.identity);
}

/// As bpmn.io and other programs write: another prefix, typed tasks, merges, a data object, an annotation.
const FOREIGN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
  <collaboration id="c">
    <participant id="pool" name="Layanan Surat Keterangan" processRef="p" />
    <participant id="outside" name="Warga" />
    <messageFlow id="m" sourceRef="outside" targetRef="receive" />
  </collaboration>
  <process id="p">
    <laneSet id="ls">
      <lane id="l1" name="Petugas Loket"><flowNodeRef>receive</flowNodeRef><flowNodeRef>check</flowNodeRef><flowNodeRef>hand</flowNodeRef></lane>
      <lane id="l2" name="Lurah"><flowNodeRef>sign</flowNodeRef><flowNodeRef>file</flowNodeRef></lane>
    </laneSet>
    <endEvent id="e" />
    <userTask id="hand" name="Menyerahkan surat"><documentation>Diserahkan langsung</documentation></userTask>
    <startEvent id="s" />
    <manualTask id="receive" name="Menerima berkas">
      <dataOutputAssociation id="a1"><targetRef>berkas</targetRef></dataOutputAssociation>
    </manualTask>
    <task id="check" name="Memeriksa berkas">
      <dataInputAssociation id="a2"><sourceRef>berkas</sourceRef></dataInputAssociation>
    </task>
    <exclusiveGateway id="g" name="Lengkap?" />
    <serviceTask id="sign" name="Menandatangani surat" />
    <task id="file" name="Mengarsipkan surat" />
    <parallelGateway id="fork" />
    <parallelGateway id="join" />
    <intermediateCatchEvent id="wait" name="Menunggu antrean" />
    <sequenceFlow id="f1" sourceRef="s" targetRef="receive" />
    <sequenceFlow id="f2" sourceRef="receive" targetRef="check" />
    <sequenceFlow id="f3" sourceRef="check" targetRef="g" />
    <sequenceFlow id="f4" name="Lengkap" sourceRef="g" targetRef="sign" />
    <sequenceFlow id="f5" name="Tidak lengkap" sourceRef="g" targetRef="receive" />
    <sequenceFlow id="f6" sourceRef="sign" targetRef="fork" />
    <sequenceFlow id="f7" sourceRef="fork" targetRef="file" />
    <sequenceFlow id="f8" sourceRef="fork" targetRef="wait" />
    <sequenceFlow id="f9" sourceRef="wait" targetRef="hand" />
    <sequenceFlow id="f10" sourceRef="hand" targetRef="join" />
    <sequenceFlow id="f11" sourceRef="file" targetRef="join" />
    <sequenceFlow id="f12" sourceRef="join" targetRef="e" />
    <dataObjectReference id="berkas" name="Berkas permohonan" dataObjectRef="o" />
    <dataObject id="o" />
    <textAnnotation id="t"><text>15 menit</text></textAnnotation>
    <association id="as" sourceRef="check" targetRef="t" />
    <textAnnotation id="t2"><text>Jam kerja 08.00</text></textAnnotation>
  </process>
</definitions>"#;

#[test]
fn a_file_of_another_program_is_read_as_far_as_it_says() {
    let yaml = to_yaml(&[one(FOREIGN)]);
    assert_eq!(
        yaml.split_once('\n').unwrap().1,
        "\
versi: 1
identitas:
  nama: Layanan Surat Keterangan
pelaksana:
  - {id: petugas_loket, nama: Petugas Loket}
  - {id: lurah, nama: Lurah}
kegiatan:
  - nomor: 1
    uraian: Menerima berkas
    pelaksana: petugas_loket
    output: [Berkas permohonan]
  - nomor: 2
    uraian: Memeriksa berkas
    pelaksana: petugas_loket
    kelengkapan: [Berkas permohonan]
    waktu: 15 menit
    ya: {ke: 3, label: Lengkap}
    tidak: {ke: 1, label: Tidak lengkap}
  - nomor: 3
    uraian: Menandatangani surat
    pelaksana: lurah
    lanjut: [4, 5]
  - nomor: 4
    uraian: Mengarsipkan surat
    pelaksana: lurah
    lanjut: selesai
  - nomor: 5
    uraian: Menyerahkan surat
    pelaksana: petugas_loket
    keterangan: Diserahkan langsung
konversi:
  sumber: proses.bpmn
  tak_dikenali:
    - teks: Jam kerja 08.00
      baris: 44
    - teks: \"kejadian: Menunggu antrean\"
      baris: 27
    - teks: \"pihak luar: Warga\"
      baris: 5
    - teks: alur pesan
      baris: 6
"
    );
}

#[test]
fn a_pool_without_lanes_is_who_acts_and_gateways_of_their_own_are_steps() {
    let sop = one(r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <collaboration id="c"><participant id="x" name="Sekretariat" processRef="p"/></collaboration>
  <process id="p" name="Rapat">
    <startEvent id="s"/><task id="a" name="Mengundang"/><task id="b" name="Menunda"/><exclusiveGateway id="g" name="Kuorum?"/>
    <endEvent id="e"/>
    <sequenceFlow id="1" sourceRef="s" targetRef="a"/><sequenceFlow id="2" sourceRef="a" targetRef="g"/>
    <sequenceFlow id="3" sourceRef="b" targetRef="g"/><sequenceFlow id="4" name="Ya" sourceRef="g" targetRef="e"/>
    <sequenceFlow id="5" name="Tidak" sourceRef="g" targetRef="b"/>
  </process>
</definitions>"#);
    assert_eq!(sop.actors[0].name.value, "Sekretariat");
    assert_eq!(sop.identity.title.value().map(String::as_str), Some("Rapat"));
    let said: Vec<&String> = sop.steps.iter().filter_map(|step| step.activity.value()).collect();
    assert_eq!(said, ["Mengundang", "Kuorum?", "Menunda"]);
    assert_eq!(sop.symbol(1, 0), Symbol::Decision);
    let target = |way: &Option<Way>| way.as_ref().map(|it| it.value.clone());
    assert_eq!(target(&sop.steps[1].cells[0].yes), Some(Target::End));
    assert_eq!(target(&sop.steps[1].cells[0].no), Some(Target::Step(3)));
    assert_eq!(sop.steps[2].cells[0].next[0].value, Target::Step(2));
}

#[test]
fn what_is_no_process_is_refused() {
    for (text, words) in [
        ("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process", "terpotong"),
        ("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", "tidak berisi proses"),
    ] {
        let error = analyze(text.as_bytes(), "a.bpmn").unwrap_err();
        assert!(error.message().id.contains(words), "{error}");
    }
}
