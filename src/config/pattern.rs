//! Which files a pattern names: `*.txt`, `arsip/`, `2023/**/*.yaml`.

/// A pattern of file names, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// As it was written.
    pub written: String,
    glob: String,
}

impl Pattern {
    /// The pattern, unless its brackets are not closed. What ends with a slash names all that lies in that folder; what has
    /// no slash names files of that name in any folder.
    pub fn parse(written: &str) -> Option<Self> {
        let trimmed = written.trim().trim_start_matches("./").trim_start_matches('/');
        let glob = match (trimmed.strip_suffix('/'), trimmed.contains('/')) {
            (Some(folder), _) => format!("{folder}/**"),
            (None, true) => trimmed.to_owned(),
            (None, false) => format!("**/{trimmed}"),
        };
        let is_sound = !trimmed.is_empty() && fast_glob::validate(&glob).is_ok();
        is_sound.then(|| Self { written: written.to_owned(), glob })
    }

    /// The same for a pattern that means paths as they stand: without a slash, files of the folder alone.
    pub fn of_path(written: &str) -> Option<Self> {
        let is_sound = !written.is_empty() && fast_glob::validate(written).is_ok();
        is_sound.then(|| Self { written: written.to_owned(), glob: written.to_owned() })
    }

    /// The file at that place, with `/` between folders, is one of those named.
    pub fn matches(&self, place: &str) -> bool {
        fast_glob::glob_match(&self.glob, place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_names_files_by_name_by_folder_and_by_path() {
        let matches = |pattern: &str, place: &str| Pattern::parse(pattern).expect("a pattern").matches(place);
        assert!(matches("*.txt", "a.txt") && matches("*.txt", "arsip/2023/a.txt"));
        assert!(!matches("*.txt", "a.yaml"));
        assert!(matches("arsip/", "arsip/2023/a.txt") && matches("./arsip/**", "arsip/a.txt"));
        assert!(!matches("arsip/", "lain/arsip/a.txt") && !matches("arsip/*.txt", "arsip/2023/a.txt"));
        assert!(matches("a.{txt,md}", "b/a.md"));
        assert_eq!(Pattern::parse("a.{txt"), None);
        assert_eq!(Pattern::parse(" "), None);
    }
}
