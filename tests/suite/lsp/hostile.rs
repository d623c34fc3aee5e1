//! Editors that say nonsense, too much, or nothing at all.

use super::SOP;
use super::client::Editor;
use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};

#[test]
fn the_order_of_the_protocol_is_kept() {
    let mut editor = Editor::start(Sandbox::new(), &["--stdio"]);
    assert_eq!(editor.refusal("textDocument/hover", json!({})), -32002, "before the introduction");
    let promise = editor.introduce("id");
    assert_eq!(promise["capabilities"]["textDocumentSync"]["change"], 2);
    assert_eq!(promise["capabilities"].get("documentFormattingProvider"), None, "it would lose comments");
    assert_eq!(editor.refusal("initialize", json!({"capabilities": {}})), -32600);
    assert_eq!(editor.refusal("sop/tidak_ada", json!({})), -32601);
    assert_eq!(editor.refusal("textDocument/hover", json!({"textDocument": 3})), -32602);
    assert_eq!(editor.refusal("textDocument/hover", Value::Null), -32602);
    editor.tell("$/setTrace", json!({"value": "off"}));
    assert_eq!(editor.ask("shutdown", Value::Null), Value::Null);
    assert_eq!(editor.refusal("textDocument/hover", json!({})), -32600, "after the end");
    editor.tell("exit", Value::Null);
    assert_eq!(editor.leave(), 0);
}

#[test]
fn who_leaves_without_a_word_is_told_by_the_exit_code() {
    let mut editor = Editor::open_in(Sandbox::new(), "id");
    editor.tell("exit", Value::Null);
    assert_eq!(editor.leave(), 1);
    assert_eq!(Editor::start(Sandbox::new(), &[]).leave(), 1);
    let run = Sandbox::new().run(&["lsp", "--today", "kemarin"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--today"), "{}", run.err);
}

#[test]
fn what_is_no_message_is_passed_over() {
    let (mut editor, _) = Editor::with(SOP);
    for garbage in [
        &b"Content-Length: 5\r\n\r\n{\"a\":"[..],
        b"Content-Length: 4\r\n\r\n\xff\xfe\xfd\xfc",
        b"bukan kepala\r\n",
        b"Content-Length: 99999999999999\r\n\r\n",
        b"Content-Length: 18446744073709551616\r\n\r\n",
        b"Content-Length: banyak\r\n\r\n",
        b"Content-Length: 2\r\nContent-Type: x\r\n\r\n[]",
    ] {
        editor.write(garbage);
    }
    editor.tell("textDocument/didChange", json!({"textDocument": {}, "contentChanges": 3}));
    editor.tell("textDocument/didOpen", json!([1, 2]));
    let symbols = editor.ask("textDocument/documentSymbol", editor.document());
    assert_eq!(symbols.as_array().unwrap().len(), 3);
    editor.shut_down();
}

#[test]
fn places_beyond_the_text_are_its_end() {
    let (mut editor, _) = Editor::with(SOP);
    let far = json!({"line": 4_000_000_000u32, "character": 4_000_000_000u32});
    let mut place = editor.document();
    place["position"] = far.clone();
    place["newName"] = json!("x");
    place["context"] = json!({"includeDeclaration": true});
    for method in ["hover", "completion", "definition", "references", "prepareRename"] {
        editor.ask(&format!("textDocument/{method}"), place.clone());
    }
    editor.refusal("textDocument/rename", place);
    // The end before the beginning.
    let near = json!({"line": 0, "character": 0});
    editor.change(json!([{"range": {"start": far, "end": near}, "text": "# tambahan\n"}]));
    let symbols = editor.ask("textDocument/documentSymbol", editor.document());
    assert_eq!(symbols.as_array().unwrap().len(), 3);
    // Inside a letter of two units.
    let text = "versi: 1\nidentitas: {nama: 😀}\n";
    editor.rewrite(text);
    let half = json!({"line": 1, "character": 19});
    editor.change(json!([{"range": {"start": half, "end": half}, "text": "x"}]));
    editor.shut_down();
}

#[test]
fn every_beginning_of_a_text_is_looked_at() {
    let (mut editor, _) = Editor::with(SOP);
    for end in (0..SOP.len()).step_by(7).filter(|end| SOP.is_char_boundary(*end)) {
        let text = &SOP[..end];
        editor.rewrite(text);
        let place = editor.place_at(text, end);
        for method in ["hover", "completion", "definition"] {
            editor.ask(&format!("textDocument/{method}"), place.clone());
        }
        for method in ["documentSymbol", "codeLens", "foldingRange"] {
            editor.ask(&format!("textDocument/{method}"), editor.document());
        }
    }
    editor.shut_down();
}

#[test]
fn what_is_taken_back_is_not_worked_out_and_piles_are_looked_at_once() {
    let (mut editor, _) = Editor::with(SOP);
    // All in one breath: the program finds them together.
    let address = editor.address("a.yaml");
    let mut pile = Vec::new();
    let mut add = |message: Value| {
        let text = message.to_string();
        pile.extend(format!("Content-Length: {}\r\n\r\n{text}", text.len()).into_bytes());
    };
    for version in 2..200 {
        let text = format!("{SOP}# {version}\n");
        let document = json!({"uri": address, "version": version});
        add(
            json!({"method": "textDocument/didChange", "params": {"textDocument": document, "contentChanges": [{"text": text}]}}),
        );
    }
    add(json!({"id": "a", "method": "textDocument/documentSymbol", "params": editor.document()}));
    add(json!({"method": "$/cancelRequest", "params": {"id": "a"}}));
    editor.write(&pile);
    let mut published = 0;
    loop {
        let message = editor.next();
        published += usize::from(message["method"] == "textDocument/publishDiagnostics");
        if message["params"]["version"] == 199 {
            break;
        }
    }
    assert!(published < 198, "{published} states were shown one by one");
    editor.shut_down();
}

#[test]
fn closed_and_unknown_documents_are_silent() {
    let (mut editor, found) = Editor::with(SOP);
    assert_ne!(found, json!([]));
    editor.tell("textDocument/didClose", editor.document());
    assert_eq!(editor.findings("a.yaml"), json!([]));
    let place = editor.place(SOP, "ya: |3");
    assert_eq!(editor.ask("textDocument/hover", place), Value::Null);
    assert_eq!(editor.ask("textDocument/documentSymbol", editor.document()), Value::Null);
    editor.tell("textDocument/didChange", json!({"textDocument": {"uri": "x:y", "version": 3}, "contentChanges": []}));
    editor.shut_down();
}

#[test]
fn a_huge_document_is_answered() {
    let mut steps = String::from("versi: 1\npelaksana: [Staf]\nkegiatan:\n");
    for number in 1..=3000 {
        steps.push_str(&format!("  - nomor: {number}\n    uraian: Mencatat surat {number}\n    pelaksana: Staf\n"));
    }
    let (mut editor, _) = Editor::with(&steps);
    let place = editor.place(&steps, "nomor: 300|0");
    let hover = editor.ask("textDocument/hover", place);
    assert!(hover["contents"]["value"].as_str().unwrap().contains("Mencatat surat 3000"), "{hover}");
    let noise = "\u{0}\u{1}\u{2}[{\"'".repeat(20_000);
    editor.rewrite(&noise);
    editor.rewrite(&format!("versi: 1\nidentitas: {}", "[".repeat(100_000)));
    editor.shut_down();
}
