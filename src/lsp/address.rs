//! Addresses of documents (`file:///…`) → paths and names.

use gen_lsp_types::Uri;
use percent_encoding::percent_decode_str;
use std::path::PathBuf;

/// Extensions by which the format of a text is known.
const KNOWN: [&str; 9] = ["yaml", "yml", "json", "md", "markdown", "txt", "tsv", "csv", "html"];

/// The path of a file on this machine; `None` for what is none, such as a text that was never saved.
pub(super) fn path(address: &Uri) -> Option<PathBuf> {
    let rest = address.0.strip_prefix("file://")?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let decoded = percent_decode_str(rest).decode_utf8().ok().filter(|it| it.starts_with('/') && !it.contains('\0'))?;
    // `/c:/sops/a.yaml`
    let drive = decoded.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if cfg!(windows) && drive { &decoded[1..] } else { &decoded }))
}

/// What the document is called: its file name, with an ending where only the editor knows what it is.
pub(super) fn name(address: &Uri, language: &str) -> String {
    let last = address.0.rsplit(['/', ':']).next().unwrap_or_default();
    let name = percent_decode_str(last).decode_utf8_lossy().into_owned();
    let extension = name.rsplit_once('.').map(|(_, it)| it.to_ascii_lowercase()).unwrap_or_default();
    let by_editor = match language {
        "yaml" => ".yaml",
        "json" | "jsonc" => ".json",
        "markdown" => ".md",
        _ => ".txt",
    };
    if KNOWN.contains(&extension.as_str()) { name } else { format!("{name}{by_editor}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_paths_and_names() {
        let address = Uri::from("file:///arsip/surat%20masuk.yaml");
        assert_eq!(path(&address), Some(PathBuf::from("/arsip/surat masuk.yaml")));
        assert_eq!(name(&address, "yaml"), "surat masuk.yaml");
        assert_eq!(path(&Uri::from("untitled:Untitled-1")), None);
        assert_eq!(name(&Uri::from("untitled:Untitled-1"), "yaml"), "Untitled-1.yaml");
        assert_eq!(path(&Uri::from("file://%FF%00")), None);
    }
}
