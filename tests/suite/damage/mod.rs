//! Damaged documents: made-up SOPs written down in the layouts of the trade, damaged as real ones are, and read back.

mod dump;
mod fault;
mod form;
mod generate;
mod grid;
mod invent;
mod plan;
mod print;
mod random;
mod recovered;
mod score;
mod spoil;
mod time;
mod topics;
mod words;

use generate::generate;

/// Writes documents with their gold into the folder that `SOP_DAMAGE_DUMP` names, for people to look at.
#[test]
fn dump() {
    let Some(folder) = std::env::var_os("SOP_DAMAGE_DUMP").map(std::path::PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for seed in 0..190 {
        let document = generate(seed);
        std::fs::write(folder.join(&document.name), &document.bytes).expect("the document can be written");
        for (at, gold) in document.golds.iter().enumerate() {
            let tail = if at == 0 { String::new() } else { format!("-{}", at + 1) };
            let text = format!("# {:?}\n{}", document.faults, dump::yaml(gold));
            std::fs::write(folder.join(format!("{}{tail}.yaml", document.name)), text).expect("the gold can be written");
        }
    }
}
