//! What is known of the terminal: its width, and whether colours are wanted.

use super::args::Color;
use std::io::{IsTerminal, stdout};

/// Columns assumed where nobody says.
const USUAL_WIDTH: usize = 100;

/// Columns to fill: `COLUMNS`, else the terminal's own, else 100.
pub(super) fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|it| it.parse::<usize>().ok()).filter(|it| *it > 0);
    told.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))).unwrap_or(USUAL_WIDTH)
}

/// Whether standard output gets colours.
pub(super) fn is_colored(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let refused = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
            let dumb = std::env::var_os("TERM").is_some_and(|it| it == "dumb");
            !refused && !dumb && stdout().is_terminal()
        }
    }
}
