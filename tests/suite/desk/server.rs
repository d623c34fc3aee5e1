//! The program serving a folder, and requests to it as bytes on a socket, so that every header is what the test says.

use crate::support::sandbox::Sandbox;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Child;

/// The program, stopped when dropped.
pub struct Desk {
    child: Child,
    /// Where it listens on loopback.
    pub port: u16,
    /// What stands in the address it printed.
    pub secret: String,
    /// The folder that is served, or that one's parent.
    pub sandbox: Sandbox,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Status line and headers.
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Desk {
    /// Serves the folder of the sandbox.
    pub fn of(sandbox: Sandbox) -> Self {
        Self::within(sandbox, ".")
    }

    /// Serves a folder in the sandbox.
    pub fn within(sandbox: Sandbox, folder: &str) -> Self {
        let mut child = sandbox.command(&["desk", folder, "--no-open"]).spawn().expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("standard output");
        BufReader::new(out).read_line(&mut line).expect("an address");
        let address = line.trim().to_owned();
        let rest = address.strip_prefix("http://127.0.0.1:").unwrap_or_else(|| panic!("no loopback: {address}"));
        let (port, secret) = rest.split_once('/').expect("a secret");
        let (port, secret) = (port.parse().expect("a port"), secret.trim_end_matches('/').to_owned());
        Self { child, port, secret, sandbox }
    }

    /// The header that a browser sends.
    pub fn host(&self) -> String {
        format!("Host: 127.0.0.1:{}", self.port)
    }

    /// The origin of the page.
    pub fn origin(&self) -> String {
        format!("Origin: http://127.0.0.1:{}", self.port)
    }

    /// Sends what the test says; the connection is closed behind it.
    pub fn raw(&self, method: &str, path: &str, headers: &[&str], body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let headers: String = headers.iter().map(|it| format!("{it}\r\n")).collect();
        let length = body.len();
        let head =
            format!("{method} {path} HTTP/1.1\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).expect("a request");
        // Who is refused early may close the connection before all is sent.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").expect("a whole head");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).expect("a status");
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// Reads as the page does.
    pub fn get(&self, what: &str) -> Answer {
        self.raw("GET", &format!("/{}/{what}", self.secret), &[&self.host()], b"")
    }

    /// Sends as the page does.
    pub fn post(&self, what: &str, body: &[u8]) -> Answer {
        self.raw("POST", &format!("/{}/{what}", self.secret), &[&self.host(), &self.origin()], body)
    }

    /// Sends an object.
    pub fn send(&self, what: &str, body: &Value) -> Answer {
        self.post(what, body.to_string().as_bytes())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
