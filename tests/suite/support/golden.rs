//! Files that hold what the program makes: compared, or rewritten where `UPDATE=1` is set.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project, named from its root.
pub fn project_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The content of a file of the project.
pub fn content(name: &str) -> Vec<u8> {
    fs::read(project_file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of the files in a folder of the project that end so, sorted, without that ending.
pub fn stems(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(project_file(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut stems: Vec<String> = names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect();
    stems.sort();
    stems
}

/// The file holds exactly this.
#[track_caller]
pub fn assert_golden(name: &str, made: &[u8]) {
    let path = project_file(name);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::write(&path, made).unwrap_or_else(|error| panic!("{name}: {error}"));
        return;
    }
    let held = fs::read(&path).unwrap_or_default();
    let (held_text, made_text) = (String::from_utf8_lossy(&held), String::from_utf8_lossy(made));
    let differing = held_text.lines().zip(made_text.lines()).position(|(one, other)| one != other);
    let line = differing.unwrap_or_else(|| held_text.lines().count().min(made_text.lines().count()));
    let shown = |text: &str| text.lines().nth(line).unwrap_or("(end)").chars().take(200).collect::<String>();
    assert!(
        held == made,
        "{name}:{}: holds\n  {}\nthe program makes\n  {}\nwhere that is right: UPDATE=1 cargo test --test suite -- corpus examples",
        line + 1,
        shown(&held_text),
        shown(&made_text)
    );
}
