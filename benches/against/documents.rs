//! Writes damaged documents into a folder, so that two programs can be measured on the same ones.
//!
//! `cargo run --example documents -- 10000 FOLDER`: the same number gives the same documents.

#[allow(dead_code, unused_imports)]
#[path = "../../tests/suite/damage/mod.rs"]
mod damage;

use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

fn main() -> Result<()> {
    let mut said = std::env::args().skip(1);
    let count: u64 = said.next().context("how many documents?")?.parse()?;
    let folder = PathBuf::from(said.next().context("into which folder?")?);
    fs::create_dir_all(&folder)?;
    for seed in 0..count {
        let made = damage::generate(seed);
        fs::write(folder.join(format!("{seed:05}-{}", made.name)), &made.bytes)?;
    }
    Ok(())
}
