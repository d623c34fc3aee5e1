//! An editor: it starts the program, speaks the protocol with it, and keeps what it is shown.

use crate::support::sandbox::Sandbox;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

/// An editor with the program at its other end.
pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    sandbox: Sandbox,
    last: i64,
    version: i64,
}

impl Editor {
    /// Started in a folder, and not introduced yet.
    pub fn start(sandbox: Sandbox, arguments: &[&str]) -> Self {
        let arguments = [&["lsp"], arguments].concat();
        let mut child = sandbox.command(&arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("standard output"));
        Self { child, input, output, sandbox, last: 0, version: 1 }
    }

    /// Introduced, in that language, with all abilities.
    pub fn open_in(sandbox: Sandbox, locale: &str) -> Self {
        let mut editor = Self::start(sandbox, &[]);
        editor.introduce(locale);
        editor
    }

    /// Introduced in Indonesian, with one document open; and what is found in it.
    pub fn with(text: &str) -> (Self, Value) {
        let mut editor = Self::open_in(Sandbox::new(), "id");
        let found = editor.open("a.yaml", "yaml", text);
        (editor, found)
    }

    /// Says who it is; what the program can do.
    pub fn introduce(&mut self, locale: &str) -> Value {
        let answer = self.ask(
            "initialize",
            json!({
                "processId": null, "rootUri": null, "locale": locale,
                "capabilities": {
                    "workspace": {"workspaceEdit": {"documentChanges": true}},
                    "textDocument": {"completion": {"completionItem": {"snippetSupport": true}}},
                },
            }),
        );
        self.tell("initialized", json!({}));
        answer
    }

    /// The address of a file in its folder.
    pub fn address(&self, name: &str) -> String {
        let path = self.sandbox.path(name).display().to_string().replace('\\', "/").replace(' ', "%20");
        format!("file:///{}", path.trim_start_matches('/'))
    }

    /// Writes bytes as they are.
    pub fn write(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("an open stream");
        input.write_all(bytes).and_then(|()| input.flush()).expect("the program listens");
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    /// Sends a notification.
    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and does not wait; its number.
    pub fn request(&mut self, method: &str, params: Value) -> i64 {
        self.last += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": self.last, "method": method, "params": params}));
        self.last
    }

    /// The next message of the program.
    pub fn next(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).expect("a header") > 0, "the program has ended");
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().expect("a number"),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }

    /// The whole answer to a request.
    pub fn answer(&mut self, number: i64) -> Value {
        loop {
            let message = self.next();
            if message["id"] == number && message.get("method").is_none() {
                return message;
            }
        }
    }

    /// The result of a request.
    #[track_caller]
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        let number = self.request(method, params);
        let answer = self.answer(number);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The number of the error that a request ends with.
    pub fn refusal(&mut self, method: &str, params: Value) -> i64 {
        let number = self.request(method, params);
        self.answer(number)["error"]["code"].as_i64().expect("an error")
    }

    /// What is found in a document, once the program says so.
    pub fn findings(&mut self, name: &str) -> Value {
        let address = self.address(name);
        loop {
            let message = self.next();
            if message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == address.as_str() {
                return message["params"]["diagnostics"].clone();
            }
        }
    }

    /// Opens a document; what is found in it.
    pub fn open(&mut self, name: &str, language: &str, text: &str) -> Value {
        let item = json!({"uri": self.address(name), "languageId": language, "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": item}));
        self.findings(name)
    }

    /// Gives `a.yaml` another text; what is found in it then.
    pub fn rewrite(&mut self, text: &str) -> Value {
        self.change(json!([{"text": text}]))
    }

    /// Changes `a.yaml`; what is found in it then.
    pub fn change(&mut self, changes: Value) -> Value {
        self.version += 1;
        let document = json!({"uri": self.address("a.yaml"), "version": self.version});
        self.tell("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
        self.findings("a.yaml")
    }

    /// What `a.yaml` is in a request.
    pub fn document(&self) -> Value {
        json!({"textDocument": {"uri": self.address("a.yaml")}})
    }

    /// A place in `a.yaml`: where `|` stands in a text that is otherwise the document's own.
    pub fn place(&self, text: &str, needle: &str) -> Value {
        let (before, after) = needle.split_once('|').expect("a place");
        let found = text.find(&format!("{before}{after}")).unwrap_or_else(|| panic!("{needle} in {text}"));
        self.place_at(text, found + before.len())
    }

    /// The place of a byte of a text.
    pub fn place_at(&self, text: &str, at: usize) -> Value {
        let line = text[..at].matches('\n').count();
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let character = text[start..at].encode_utf16().count();
        let mut place = self.document();
        place["position"] = json!({"line": line, "character": character});
        place
    }

    /// Closes the stream; the exit code.
    pub fn leave(mut self) -> i32 {
        self.input = None;
        self.child.wait().expect("the program ends").code().expect("no signal")
    }

    /// Shuts the program down as the protocol wants it.
    pub fn shut_down(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        assert_eq!(self.sandbox.names(), Vec::<String>::new(), "no file is written");
        assert_eq!(self.leave(), 0);
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // One that fell in the middle must not leave the program behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A text with the edits of an answer made in it.
pub fn edited(text: &str, edit: &Value) -> String {
    let edits = match &edit["documentChanges"] {
        Value::Array(changes) => changes[0]["edits"].clone(),
        _ => edit["changes"].as_object().and_then(|it| it.values().next()).cloned().expect("edits"),
    };
    let mut edits: Vec<(usize, usize, String)> = edits
        .as_array()
        .expect("edits")
        .iter()
        .map(|it| {
            let at = |end: &str| offset(text, &it["range"][end]);
            (at("start"), at("end"), it["newText"].as_str().expect("a text").to_owned())
        })
        .collect();
    edits.sort();
    let mut out = text.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        out.replace_range(start..end, &new);
    }
    out
}

/// The byte of a place.
pub fn offset(text: &str, place: &Value) -> usize {
    let (line, column) = (place["line"].as_u64().expect("a line"), place["character"].as_u64().expect("a column"));
    let start: usize = text.split_inclusive('\n').take(line as usize).map(str::len).sum();
    let mut left = column as usize;
    let mut at = start;
    for letter in text[start..].chars() {
        if left == 0 {
            break;
        }
        left -= letter.len_utf16();
        at += letter.len_utf8();
    }
    at
}

/// The text of a range.
pub fn slice<'t>(text: &'t str, range: &Value) -> &'t str {
    &text[offset(text, &range["start"])..offset(text, &range["end"])]
}
