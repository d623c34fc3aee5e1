//! Reports for programs: JSON, NDJSON, SARIF, GitLab, GitHub, JUnit.

use super::{NAME, csv, hostile, json, two};
use crate::support::sandbox::Sandbox;
use serde_json::Value;
use std::collections::BTreeSet;

/// Two findings with places, one with a related place and one with a fix.
fn seed(format: &str, options: &[&str]) -> crate::support::sandbox::Run {
    let text = crate::support::golden::content("sops/way-kanan-kominfo-monev.txt");
    let sandbox = Sandbox::new().file("folder/way kanan.txt", text);
    sandbox.run(&[&["check", "folder/way kanan.txt", "--format", format], options].concat())
}

#[test]
fn json_tells_the_sops_of_a_file_apart() {
    let found = json(&two("json"));
    assert_eq!(found[0]["sop"], serde_json::json!({"number": 1, "title": "Surat Masuk"}));
    assert_eq!(found[1]["sop"], serde_json::json!({"number": 2, "title": "Surat Keluar"}));
    assert_eq!(found[1]["place"], "langkah 1, Waktu");
}

#[test]
fn ndjson_is_the_array_line_by_line() {
    let lines = seed("ndjson", &[]).out;
    let found: Vec<Value> = lines.lines().map(json).collect();
    assert!(found.len() > 5, "{lines}");
    assert_eq!(Value::Array(found), json(&seed("json", &[]).out));
    assert_eq!(
        Sandbox::new().file("a.yaml", super::TWO).run(&["check", "a.yaml", "--select=S505", "--format=ndjson"]).out,
        ""
    );
}

/// Objects of the SARIF log have no properties but these: those of the schema that we write.
fn assert_only(object: &Value, names: &[&str]) {
    for name in object.as_object().expect("an object").keys() {
        assert!(names.contains(&name.as_str()), "{name} in {object}");
    }
}

#[test]
fn sarif_blames_no_document_for_what_was_not_understood() {
    let log = json(&seed("sarif", &["--select", "S009"]).out);
    let result = &log["runs"][0]["results"][0];
    assert_eq!((result["kind"].as_str(), result["level"].as_str()), (Some("informational"), Some("none")), "{result}");
    assert_eq!(result["properties"]["severity"], "note");
    assert_eq!(seed("github", &["--select", "S009"]).code, 0);
}

#[test]
fn sarif_places_each_result_in_file_and_form() {
    let log = json(&seed("sarif", &["--select", "S502,S806"]).out);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_only(run, &["columnKind", "language", "results", "invocations", "tool"]);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let result = run["results"].as_array().expect("results").iter().find(|it| it["ruleId"] == "S502").expect("S502");
    assert_only(
        result,
        &["ruleId", "level", "message", "locations", "relatedLocations", "partialFingerprints", "fixes", "properties"],
    );
    assert_eq!(result["level"], "warning");
    let place = &result["locations"][0];
    assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "folder/way%20kanan.txt");
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "langkah 7/Kelengkapan/butir 1");
    let region = &place["physicalLocation"]["region"];
    assert!(region["startLine"].as_u64() > Some(1) && region["endColumn"].as_u64() > region["startColumn"].as_u64());
    let other = &result["relatedLocations"][0];
    assert_eq!(other["logicalLocations"][0]["fullyQualifiedName"], "langkah 6/Output/butir 1");
    assert!(other["message"]["text"].as_str().is_some_and(|it| !it.is_empty()));
}

#[test]
fn sarif_carries_fixes_and_the_rules_in_both_languages() {
    let yaml = crate::support::golden::content("sops/way-kanan-kominfo-monev.yaml");
    let sandbox = Sandbox::new().file("folder/way kanan.yaml", yaml);
    let options = ["check", "folder/way kanan.yaml", "--format", "sarif", "--select", "S806", "--lang", "en"];
    let log = json(&sandbox.run(&options).out);
    let run = &log["runs"][0];
    let result = &run["results"][0];
    assert_eq!(result["level"], "note");
    let change = &result["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "folder/way%20kanan.yaml");
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "Tim berkoordinasi");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), 1, "only the rules that found something");
    assert_eq!(rules[0]["shortDescription"]["text"], "two words run together");
    assert_eq!(rules[0]["properties"]["summary_id"], "spasi hilang di antara dua kata");
    assert!(
        rules[0]["help"]["markdown"].as_str().is_some_and(|it| it.contains("## Wrong") && !it.contains("## Salah"))
    );
}

#[test]
fn sarif_tells_of_files_that_could_not_be_read() {
    let run = Sandbox::new().run(&["check", "tiada.txt", "--format", "sarif"]);
    assert_eq!(run.code, 2);
    let invocation = &json(&run.out)["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let why = invocation["toolExecutionNotifications"][0]["message"]["text"].as_str();
    assert_eq!(why, Some("tiada.txt: tidak ditemukan"));
}

#[test]
fn fingerprints_are_unique_and_outlive_the_lines_around() {
    let prints = |text: &str| -> Vec<String> {
        let run = Sandbox::new().file("a.yaml", text).run(&["check", "a.yaml", "--format", "gitlab"]);
        let found = json(&run.out);
        found.as_array().expect("issues").iter().map(|it| it["fingerprint"].as_str().expect("one").to_owned()).collect()
    };
    let before = prints(super::TWO);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len(), "{before:?}");
    assert_eq!(before, prints(&format!("# catatan\n\n{}", super::TWO)));
}

#[test]
fn gitlab_gets_what_it_asks_for() {
    let found = json(&seed("gitlab", &["--select", "S502,S806"]).out);
    for issue in found.as_array().expect("issues") {
        for name in ["description", "check_name", "fingerprint"] {
            assert!(issue[name].as_str().is_some_and(|it| !it.is_empty()), "{name} in {issue}");
        }
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().expect("one")));
        assert_eq!(issue["location"]["path"], "folder/way kanan.txt");
        assert!(issue["location"]["lines"]["begin"].as_u64() > Some(1));
    }
    let none = Sandbox::new().file("a.yaml", super::TWO).run(&["check", "a.yaml", "--select=S505", "--format=gitlab"]);
    assert_eq!(json(&none.out), serde_json::json!([]));
}

#[test]
fn absolute_names_below_the_folder_become_relative() {
    let sandbox = Sandbox::new().file("sops/a.yaml", super::TWO);
    let name = std::fs::canonicalize(sandbox.path("sops/a.yaml")).expect("the file").display().to_string();
    let found = json(&sandbox.run(&["check", &name, "--select=S602", "--format=gitlab"]).out);
    assert_eq!(found[0]["location"]["path"], "sops/a.yaml");
    let log = json(&sandbox.run(&["check", &name, "--select=S602", "--format=sarif"]).out);
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "sops/a.yaml");
}

#[test]
fn github_commands_cannot_be_forged() {
    let out = hostile("github");
    for line in out.lines() {
        assert!(
            line.starts_with("::error file=")
                || line.starts_with("::warning file=")
                || line.starts_with("::notice file=")
        );
        let (properties, _) = line[2..].split_once("::").expect("a message");
        assert!(properties.starts_with(['e', 'w', 'n']) && !properties.contains(": "), "{line}");
        assert!(properties.contains("surat \"a\"%2C 50%25%3A é💥.yaml"), "{line}");
    }
    assert!(out.contains("%250A::error::x"), "a percent sign of the document stays one: {out}");
    let one = two("github");
    assert!(one.starts_with("::error file=dua.yaml,line=4,endLine=4,col="), "{one}");
    assert!(one.contains(",title=S602 missing-unit::SOP 1: Surat Masuk; langkah 1, Waktu: "), "{one}");
}

#[test]
fn junit_is_xml_whose_counts_are_true() {
    let out = hostile("junit");
    let document = roxmltree::Document::parse(&out).unwrap_or_else(|error| panic!("{error}: {out}"));
    let suites: Vec<_> = document.root_element().children().filter(roxmltree::Node::is_element).collect();
    assert_eq!(suites.len(), 1);
    let (suite, count) = (suites[0], |suite: roxmltree::Node<'_, '_>, name: &str| {
        suite.descendants().filter(|it| it.has_tag_name(name)).count().to_string()
    });
    assert_eq!(suite.attribute("name"), Some(NAME));
    assert_eq!(suite.attribute("tests").map(str::to_owned), Some(count(suite, "testcase")));
    assert_eq!(suite.attribute("failures").map(str::to_owned), Some(count(suite, "failure")));
    assert_ne!(suite.attribute("failures"), Some("0"));
    let texts: String = suite.descendants().filter_map(|it| it.text()).collect();
    assert!(texts.contains("=1+1, ]]> <i>␇%0A::error::x"), "{texts}");
}

#[test]
fn junit_fails_what_fails_the_run_and_passes_clean_files() {
    let failures = |options: &[&str]| {
        let out = seed("junit", &[&["--select", "S502"], options].concat()).out;
        roxmltree::Document::parse(&out).expect("XML").descendants().filter(|it| it.has_tag_name("failure")).count()
    };
    assert_eq!(failures(&[]), 0);
    assert!(failures(&["--strict"]) > 0);
    let clean =
        Sandbox::new().file("a.yaml", super::TWO).run(&["check", "a.yaml", "--select=S505", "--format=junit"]).out;
    assert!(clean.contains("tests=\"1\" failures=\"0\"") && clean.contains("tanpa temuan"), "{clean}");
    let lost = Sandbox::new().run(&["check", "tiada.txt", "--format", "junit"]).out;
    assert!(lost.contains("<error message=\"tiada.txt: tidak ditemukan\""), "{lost}");
}

#[test]
fn csv_holds_every_text_in_its_field() {
    let rows = csv(&hostile("csv"));
    assert!(rows.len() > 5);
    assert!(rows.iter().all(|row| row.len() == 15), "{rows:#?}");
    assert!(rows[1..].iter().all(|row| row[0] == NAME));
    let is_formula = |field: &String| field.starts_with(['=', '+', '-', '@', '\t']);
    assert!(!rows.iter().flatten().any(is_formula), "{rows:#?}");
    let rows = csv(&two("csv"));
    let at = |name: &str| rows[0].iter().position(|it| it == name).expect("a column");
    assert_eq!((rows[2][at("sop")].as_str(), rows[2][at("title")].as_str()), ("2", "Surat Keluar"));
    assert_eq!((rows[2][at("line")].as_str(), rows[2][at("code")].as_str()), ("9", "S602"));
}

#[test]
fn nothing_in_a_report_depends_on_chance() {
    for format in ["json", "sarif", "gitlab", "junit", "csv", "html", "catatan"] {
        assert_eq!(seed(format, &[]).out, seed(format, &[]).out, "{format}");
    }
}
