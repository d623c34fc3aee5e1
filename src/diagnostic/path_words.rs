//! `kegiatan/6/output/2` → `langkah 6, Output, butir 2`: a path as the reader of the paper form would say it.

use super::Language;

/// Keys whose label is not simply the key with capitals; the labels are those of the form, in both languages.
const LABELS: &[(&str, &str)] = &[
    ("unit_kerja", "Unit Kerja"),
    ("nomor", "Nomor SOP"),
    ("nama", "Nama SOP"),
    ("nip", "NIP"),
    ("disahkan_oleh", "Disahkan oleh"),
    ("dibuat_oleh", "Dibuat oleh"),
    ("diperiksa_oleh", "Diperiksa oleh"),
    ("maksud_tujuan", "Maksud dan Tujuan"),
    ("peralatan_perlengkapan", "Peralatan/Perlengkapan"),
    ("pencatatan_pendataan", "Pencatatan dan Pendataan"),
    ("uraian", "Kegiatan"),
    ("ya", "cabang Ya"),
    ("tidak", "cabang Tidak"),
];

/// The path in the reader's words: parts from large to small, parted by commas.
pub fn path_in_words(path: &str, language: Language) -> String {
    parts_in_words(path, language).join(", ")
}

/// The parts of a path in the reader's words, from large to small; never empty.
pub fn parts_in_words(path: &str, language: Language) -> Vec<String> {
    let word = |id: &'static str, en: &'static str| if language == Language::English { en } else { id };
    let parts: Vec<&str> = path.split('/').collect();
    let (first, rest) = match parts.as_slice() {
        [""] | [] => return vec![word("seluruh dokumen", "the whole document").to_owned()],
        ["identitas"] => return vec![word("identitas", "identity block").to_owned()],
        ["identitas", key] => return vec![label(key)],
        ["identitas", person, key] if PERSONS.contains(person) => (person_label(person, key), &[][..]),
        ["identitas", key, rest @ ..] => (label(key), rest),
        ["kegiatan"] => return vec![word("tabel kegiatan", "procedure table").to_owned()],
        ["alur"] => return vec![word("alur", "flow").to_owned()],
        ["kegiatan", number, "nomor"] => {
            return vec![format!("{} {number}", word("langkah", "step")), word("Nomor", "number").to_owned()];
        }
        ["kegiatan", number, rest @ ..] => (format!("{} {number}", word("langkah", "step")), rest),
        ["pelaksana", number, rest @ ..] => (format!("{} {number}", word("kolom pelaksana", "actor column")), rest),
        [key, rest @ ..] => (label(key), rest),
    };
    let mut said = vec![first];
    said.extend(rest.iter().map(|part| {
        if part.bytes().all(|it| it.is_ascii_digit()) {
            format!("{} {part}", word("butir", "item"))
        } else {
            label(part)
        }
    }));
    said
}

/// The keys under which an official stands.
const PERSONS: [&str; 3] = ["disahkan_oleh", "dibuat_oleh", "diperiksa_oleh"];

/// What is said of an official: his name is no name of an SOP.
fn person_label(person: &str, key: &str) -> String {
    let part = if key == "nip" { "NIP".to_owned() } else { capitalised(key) };
    format!("{}, {part}", label(person))
}

fn label(key: &str) -> String {
    match LABELS.iter().find(|(it, _)| *it == key) {
        Some((_, label)) => (*label).to_owned(),
        None => capitalised(key),
    }
}

/// The text with a capital at its beginning.
pub fn sentence_case(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    push_sentence_case(&mut said, text);
    said
}

fn push_sentence_case(said: &mut String, text: &str) {
    let mut letters = text.chars();
    if let Some(first) = letters.next() {
        said.extend(first.to_uppercase());
        said.push_str(letters.as_str());
    }
}

/// `dasar_hukum` → `Dasar Hukum`.
fn capitalised(key: &str) -> String {
    let mut said = String::with_capacity(key.len());
    for (at, word) in key.split('_').enumerate() {
        said.push_str(if at > 0 { " " } else { "" });
        push_sentence_case(&mut said, word);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(path: &str, id: &str, en: &str) {
        assert_eq!(path_in_words(path, Language::Indonesian), id);
        assert_eq!(path_in_words(path, Language::English), en);
    }

    #[test]
    fn paths_are_said_as_on_paper() {
        case("", "seluruh dokumen", "the whole document");
        case("kegiatan/6/output", "langkah 6, Output", "step 6, Output");
        case("kegiatan/6/output/2", "langkah 6, Output, butir 2", "step 6, Output, item 2");
        case("kegiatan/6", "langkah 6", "step 6");
        case("identitas/tanggal_efektif", "Tanggal Efektif", "Tanggal Efektif");
        case("identitas/nama", "Nama SOP", "Nama SOP");
        case("identitas/disahkan_oleh/nama", "Disahkan oleh, Nama", "Disahkan oleh, Nama");
        case("identitas/dibuat_oleh/nip", "Dibuat oleh, NIP", "Dibuat oleh, NIP");
        case("identitas/maksud_tujuan/2", "Maksud dan Tujuan, butir 2", "Maksud dan Tujuan, item 2");
        case("dasar_hukum/2", "Dasar Hukum, butir 2", "Dasar Hukum, item 2");
        case("pelaksana/3", "kolom pelaksana 3", "actor column 3");
    }
}
