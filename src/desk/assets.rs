//! The files of the page, as they are; the program needs nothing beside itself.

/// One of them.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// What it is called below the address of the page; empty for the page itself.
    pub name: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// What it holds.
    pub text: &'static str,
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

macro_rules! scripts {
    ($($name:literal),* $(,)?) => {
        [$(Asset { name: $name, kind: SCRIPT, text: include_str!(concat!("page/", $name)) }),*]
    };
}

const PAGE: [Asset; 3] = [
    Asset { name: "", kind: "text/html; charset=utf-8", text: include_str!("page/index.html") },
    Asset { name: "style.css", kind: "text/css; charset=utf-8", text: include_str!("page/style.css") },
    Asset { name: "tanda.svg", kind: "image/svg+xml", text: include_str!("page/tanda.svg") },
];

const SCRIPTS: [Asset; 15] = scripts![
    "main.js",
    "words.js",
    "server.js",
    "element.js",
    "state.js",
    "changes.js",
    "foresee.js",
    "form.js",
    "items.js",
    "steps.js",
    "cell.js",
    "findings.js",
    "print.js",
    "files.js",
    "folder.js",
];

/// The file of that name.
pub fn find(name: &str) -> Option<Asset> {
    PAGE.into_iter().chain(SCRIPTS).find(|asset| asset.name == name)
}
