//! Names of files as machines want them: relative where that can be, and as URIs.

use std::fmt::Write;

/// The name relative to `root` where it lies below it, with `/` between its parts and without a leading `./`.
pub(super) fn relative(name: &str, root: Option<&str>) -> String {
    let name = if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() };
    let below = root.and_then(|root| name.strip_prefix(root.trim_end_matches('/'))?.strip_prefix('/'));
    let mut name = below.unwrap_or(&name);
    while let Some(rest) = name.strip_prefix("./") {
        name = rest.trim_start_matches('/');
    }
    name.to_owned()
}

/// The same as a URI reference: relative, or `file:///…` where the name is absolute and not below `root`.
pub(super) fn uri(name: &str, root: Option<&str>) -> String {
    let name = relative(name, root);
    let is_drive = name.as_bytes().get(1) == Some(&b':') && name.as_bytes().get(2) == Some(&b'/');
    let mut out = match (name.starts_with('/'), is_drive) {
        (true, _) => "file://".to_owned(),
        (_, true) => "file:///".to_owned(),
        _ => String::new(),
    };
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            // Writing to a string cannot fail.
            byte => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_reference() {
        assert_eq!(uri("sops/surat masuk.txt", None), "sops/surat%20masuk.txt");
        assert_eq!(uri("./a#b?c%.txt", None), "a%23b%3Fc%25.txt");
        assert_eq!(uri("surat:é.txt", None), "surat%3A%C3%A9.txt");
        assert_eq!(uri("/data/sops/a.txt", Some("/data")), "sops/a.txt");
        assert_eq!(uri("/data/sops/a.txt", Some("/dat")), "file:///data/sops/a.txt");
        assert_eq!(uri("/data/a.txt", None), "file:///data/a.txt");
    }
}
