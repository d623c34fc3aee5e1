//! Nobody but the page itself is heard, and nothing outside the folder is touched.

use super::server::Desk;
use crate::support::sandbox::Sandbox;
use serde_json::json;
use std::net::{IpAddr, TcpStream, UdpSocket};

const SOP: &str = include_str!("../../../examples/surat-masuk.yaml");

fn desk() -> Desk {
    Desk::of(Sandbox::new().file("surat-masuk.yaml", SOP))
}

#[test]
fn the_page_is_served_to_who_knows_the_secret() {
    let desk = desk();
    let page = desk.get("");
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.text().contains("main.js"));
    for header in [
        "content-security-policy: default-src 'none'",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "referrer-policy: no-referrer",
    ] {
        assert!(page.head.contains(header), "{header}\n{}", page.head);
    }
    assert!(!page.text().contains("<script>"), "a script in the page");
    assert_eq!(desk.get("main.js").status, 200);
    assert_eq!(desk.get("api/start").json()["exports"][0]["to"], "pdf");
    assert_eq!(desk.get("../../etc/passwd").status, 404);
}

#[test]
fn a_wrong_secret_host_or_origin_is_refused() {
    let desk = desk();
    let good = format!("/{}/api/start", desk.secret);
    let host = desk.host();
    assert_eq!(desk.raw("GET", &good, &[&host], b"").status, 200);
    for path in ["/", "/api/start", "/0123456789abcdef0123456789abcdef/api/start", &format!("/{}", desk.secret)] {
        let answer = desk.raw("GET", path, &[&host], b"");
        assert_eq!(answer.status, 403, "{path}");
        assert!(!answer.text().contains(&desk.secret), "{path}: tells the secret");
    }
    for host in ["Host: jahat.example", "Host: 127.0.0.1", "Host: 127.0.0.1:1", "X: y"] {
        assert!(matches!(desk.raw("GET", &good, &[host], b"").status, 400 | 403), "{host}");
    }
    let save = format!("/{}/api/save", desk.secret);
    let body = json!({ "path": "baru.yaml", "doc": SOP }).to_string();
    for headers in [
        vec![host.as_str()],
        vec![&host, "Origin: http://jahat.example"],
        vec![&host, "Origin: null"],
        vec![&host, "Origin: http://127.0.0.1:1"],
    ] {
        assert_eq!(desk.raw("POST", &save, &headers, body.as_bytes()).status, 403, "{headers:?}");
    }
    let cross = desk.raw("GET", &good, &[&host, "Sec-Fetch-Site: cross-site"], b"");
    assert_eq!(cross.status, 403);
    assert_eq!(desk.sandbox.names(), ["surat-masuk.yaml"]);
}

#[test]
fn each_run_has_a_secret_of_its_own() {
    let (one, other) = (desk(), desk());
    assert_ne!(one.secret, other.secret);
    assert!(one.secret.len() >= 32, "{}", one.secret);
}

/// The address of this machine in its network, where it has one.
fn own_address() -> Option<IpAddr> {
    // Nothing is sent: connecting a datagram socket only chooses a way.
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    socket.local_addr().ok().map(|it| it.ip()).filter(|it| !it.is_loopback())
}

#[test]
fn nothing_listens_but_on_loopback() {
    let desk = desk();
    assert!(TcpStream::connect(("127.0.0.1", desk.port)).is_ok());
    if let Some(address) = own_address() {
        assert!(TcpStream::connect((address, desk.port)).is_err(), "{address} answers");
    }
}

#[test]
fn names_do_not_lead_out_of_the_folder() {
    let sandbox = Sandbox::new().file("di-luar.yaml", SOP).file("sops/di-dalam.yaml", SOP).file("sops/a.txt", "x");
    let outside = sandbox.path("di-luar.yaml");
    let before = std::fs::read_to_string(&outside).expect("a file");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&outside, sandbox.path("sops/tautan.yaml")).expect("a link");
        std::os::unix::fs::symlink(sandbox.path(""), sandbox.path("sops/naik")).expect("a link");
        std::os::unix::fs::symlink(sandbox.path("belum.yaml"), sandbox.path("sops/putus.yaml")).expect("a link");
    }
    let absolute = outside.display().to_string();
    let desk = Desk::within(sandbox, "sops");
    assert_eq!(desk.get("api/file?name=di-dalam.yaml").status, 200);
    let names = [
        "../di-luar.yaml",
        "./../di-luar.yaml",
        "sub/../../di-luar.yaml",
        "..%2Fdi-luar.yaml",
        "%2e%2e/di-luar.yaml",
        "..\\di-luar.yaml",
        "tautan.yaml",
        "naik/di-luar.yaml",
        "putus.yaml",
        "",
        ".",
        "..",
        "/etc/passwd",
        &absolute,
        "di-dalam.yaml%00.txt",
    ];
    for name in names {
        let read = desk.get(&format!("api/file?name={name}"));
        assert_eq!(read.status, 400, "{name}: {}", read.text());
        let plain = name.replace("%2F", "/").replace("%2e", ".").replace("%00", "\0");
        for force in [false, true] {
            let saved = desk.send("api/save", &json!({ "path": plain, "doc": "versi: 1\n", "force": force }));
            assert_eq!(saved.status, 400, "{name}: {}", saved.text());
        }
    }
    for name in ["a.txt", "baru.txt", "sop.toml", "baru"] {
        let saved = desk.send("api/save", &json!({ "path": name, "doc": "x", "force": true }));
        assert_eq!(saved.status, 400, "{name}: {}", saved.text());
    }
    assert_eq!(std::fs::read_to_string(&outside).expect("a file"), before);
    assert_eq!(desk.sandbox.read("sops/a.txt"), "x");
    assert!(!desk.sandbox.path("belum.yaml").exists());
}

#[test]
fn what_is_too_large_is_refused() {
    let desk = desk();
    let large = vec![b'x'; 40 << 20];
    assert_eq!(desk.post("api/open?name=a.txt", &large).status, 413);
    assert_eq!(desk.post("api/open?name=a.txt", &large[..20 << 20]).status, 400);
    assert_eq!(desk.get("api/start").status, 200);
}
