//! Workbooks → how many cells hold something, read by calamine alone: what a reader of values costs without drawings.

use calamine::{Reader, open_workbook_auto};
use std::env::args;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut cells = 0;
    for path in args().skip(1) {
        let mut book = match open_workbook_auto(&path) {
            Ok(book) => book,
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        };
        cells += book.worksheets().iter().map(|(_, range)| range.used_cells().count()).sum::<usize>();
    }
    println!("{cells} cells");
    ExitCode::SUCCESS
}
