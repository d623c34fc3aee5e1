//! Gold as YAML in the style of hand-made gold files, so that a person can lay text and gold side by side.

use serde_json::Value;

const ORDER: &[&str] = &[
    "versi",
    "instansi",
    "unit_kerja",
    "identitas",
    "nomor",
    "nama",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "disahkan_oleh",
    "jabatan",
    "pangkat",
    "golongan",
    "nip",
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
    "uraian",
    "pelaksana",
    "kegiatan",
    "kelengkapan",
    "waktu",
    "output",
    "keterangan",
    "ya",
    "tidak",
    "_samar",
];

/// The YAML text of a gold document.
pub fn yaml(gold: &Value) -> String {
    let mut out = String::new();
    write(gold, 0, &mut out);
    out
}

fn write(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let Value::Object(map) = value else { return };
    let mut keys: Vec<&String> = map.keys().collect();
    keys.sort_by_key(|key| ORDER.iter().position(|known| known == key));
    for key in keys {
        match &map[key] {
            Value::Object(_) => {
                out.push_str(&format!("{indent}{key}:\n"));
                write(&map[key], depth + 1, out);
            }
            Value::Array(items) if items.iter().any(Value::is_object) => {
                out.push_str(&format!("{indent}{key}:\n"));
                for item in items {
                    let mut inner = String::new();
                    write(item, depth + 2, &mut inner);
                    let lead = "  ".repeat(depth + 2);
                    out.push_str(&format!("{indent}  - {}", inner.strip_prefix(&lead).unwrap_or(&inner)));
                }
            }
            Value::Array(items) if key != "_samar" && !items.is_empty() => {
                out.push_str(&format!("{indent}{key}:\n"));
                items.iter().for_each(|item| out.push_str(&format!("{indent}  - {item}\n")));
            }
            other => out.push_str(&format!("{indent}{key}: {other}\n")),
        }
    }
}
