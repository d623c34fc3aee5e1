//! What stands on a page beside its text: footers, running heads, page numbers.

use crate::damage::fault::Fault;
use crate::damage::form::Form;
use crate::damage::layout::Medium;
use crate::damage::plan::Plan;
use crate::damage::random::Random;

/// `{}` stands for the number of the page.
const FOOTERS: &[&str] = &[
    "* Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE",
    "- {} -",
    "Halaman {} dari 4",
];

const TALL: &[[&str; 2]] = &[
    [
        "* Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh BSrE",
        "* Pindai kode QR di samping untuk menampilkan berkas asli",
    ],
    [
        "Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh",
        "Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara",
    ],
    ["Isi dari dokumen ini tidak diperkenankan untuk digandakan", "Halaman {} dari 4"],
];

/// The foot of a page and the head of the next.
pub fn between(page: usize, plan: &Plan, form: &Form, random: &mut Random) -> Vec<String> {
    let mut lines = foot(page, plan, form);
    if form.medium == Medium::Tabs {
        if lines.is_empty() {
            lines.push(String::new());
        }
    } else if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines.extend(running_head(plan, form));
    if form.medium == Medium::Columns {
        match lines.len() {
            0 => lines.push("\u{c}".to_owned()),
            // The sign of a new page is lost in some texts: the blank line stays.
            _ if random.chance(40) => lines.push(String::new()),
            _ => lines.push("\u{c}".to_owned()),
        }
    }
    lines
}

/// The lines at the foot of a page with that number.
pub fn foot(page: usize, plan: &Plan, form: &Form) -> Vec<String> {
    let indent = if form.medium == Medium::Columns { "   " } else { "" };
    let lines: Vec<&str> = if form.has(Fault::TallFooters) {
        TALL[plan.steps.len() % TALL.len()].to_vec()
    } else if form.has(Fault::Footers) {
        vec![FOOTERS[plan.steps.len() % FOOTERS.len()]]
    } else {
        Vec::new()
    };
    if form.medium == Medium::Tabs && lines.len() > 1 && form.melted {
        return vec![lines.join(" ").replace("{}", &page.to_string())];
    }
    lines.into_iter().map(|line| format!("{indent}{}", line.replace("{}", &page.to_string()))).collect()
}

/// The line at the head of every page.
pub fn running_head(plan: &Plan, form: &Form) -> Vec<String> {
    if !form.has(Fault::RunningHead) {
        return Vec::new();
    }
    let place = plan.agency.split(' ').next_back().unwrap_or_default();
    let heads = ["Standar Operasional Prosedur (SOP)", "Dokumen Terkendali", "Salinan untuk arsip"];
    vec![format!("{} - {place}", heads[plan.steps.len() % heads.len()])]
}
