//! `sop check`: files and folders → findings and a verdict.

use super::args::{CheckArgs, Format};
use super::batch::{Progress, in_order, open, shielded};
use super::input::{Gathered, Input, gather, is_model};
use super::speech::Speech;
use super::{Verdict, complain, selection, terminal};
use crate::analysis::Analysis;
use crate::check::{self, Rule};
use crate::diagnostic::Diagnostic;
use crate::report::{Report, Tally};
use anyhow::Result;
use std::collections::BTreeSet;
use std::io::{BufWriter, IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};

/// What one file adds to the report; `None` for the converted twin of a text that is checked itself.
type Checked = Option<(String, Tally)>;

/// Checks all inputs; what cannot be read is said on standard error and does not stop the rest.
pub(super) fn run(args: &CheckArgs, speech: Speech) -> Result<Verdict> {
    let rules = selection::selected(&args.select, &args.ignore, speech)?;
    let report = Report {
        format: args.format.into(),
        language: speech.0,
        colored: args.format == Format::Full && terminal::is_colored(args.color),
        width: terminal::width(),
    };
    let Gathered { inputs, failures, .. } = gather(&args.inputs, &args.stdin_name, speech);
    let mut failed = !failures.is_empty();
    failures.iter().for_each(|failure| complain(failure, speech));

    let texts: BTreeSet<PathBuf> = inputs.iter().filter_map(|it| it.path.clone()).collect();
    let work = |input: &Input| -> Result<Checked> {
        shielded(&input.name, speech, || {
            let analysis = open(input, speech)?;
            Ok((!is_twin(input, &analysis, &texts)).then(|| show(&analysis, &rules, &report)))
        })
    };
    let progress = if stdout().is_terminal() { Progress::Hidden } else { Progress::Shown };
    let mut out = Sheet::open(BufWriter::new(stdout().lock()), report)?;
    in_order(&inputs, progress, work, |checked| match checked {
        Ok(Some((block, tally))) => out.add(&block, tally),
        Ok(None) => Ok(()),
        Err(failure) => {
            failed = true;
            complain(&failure, speech);
            Ok(())
        }
    })?;
    let tally = out.close()?;
    Ok(match (failed, tally.fails(args.strict)) {
        (true, _) => Verdict::Failure,
        (false, true) => Verdict::Findings,
        (false, false) => Verdict::Clean,
    })
}

/// The findings about all SOPs of one file, one SOP after the other.
fn show(analysis: &Analysis, rules: &[&'static Rule], report: &Report) -> (String, Tally) {
    let findings: Vec<Diagnostic> =
        analysis.sops.iter().flat_map(|sop| check::check(sop, rules.iter().copied())).collect();
    (report.block(&analysis.source, &findings), Tally::of(&findings))
}

/// A YAML found in a folder that says it was converted from a text checked in the same run: the same document twice.
fn is_twin(input: &Input, analysis: &Analysis, texts: &BTreeSet<PathBuf>) -> bool {
    let (true, Some(path), Some(folder)) = (input.found, &input.path, input.folder()) else { return false };
    let is_of_text = |source: &str| {
        let text = Path::new(source).file_name().map(|name| folder.join(name));
        text.is_some_and(|text| text != *path && texts.contains(&text))
    };
    let mut sources = analysis.sops.iter().map(|sop| sop.conversion.as_ref().map(|it| it.source.as_str()));
    is_model(path) && !analysis.sops.is_empty() && sources.all(|source| source.is_some_and(is_of_text))
}

/// The report being written.
struct Sheet<W: Write> {
    out: W,
    report: Report,
    tally: Tally,
}

impl<W: Write> Sheet<W> {
    fn open(mut out: W, report: Report) -> Result<Self> {
        out.write_all(report.opening().as_bytes())?;
        Ok(Self { out, report, tally: Tally::default() })
    }

    fn add(&mut self, block: &str, tally: Tally) -> Result<()> {
        if !block.is_empty() {
            if self.tally.findings() > 0 {
                self.out.write_all(self.report.separator().as_bytes())?;
            }
            self.out.write_all(block.as_bytes())?;
        }
        self.tally.add(tally);
        Ok(())
    }

    fn close(mut self) -> Result<Tally> {
        self.out.write_all(self.report.closing(&self.tally).as_bytes())?;
        self.out.flush()?;
        Ok(self.tally)
    }
}
