//! `sop lsp`: the streams of the language server, and the checks that it asks for.

use super::Verdict;
use super::args::LspArgs;
use super::batch::shielded;
use super::check::examine::ask;
use super::check::policy::Policies;
use super::mending::{Wanted, mended};
use super::sop_file::begins_like_sop;
use super::speech::Speech;
use crate::analysis::analyze;
use crate::config::Policy;
use crate::diagnostic::{Diagnostic, Language, Message};
use crate::lsp::{Bench, Ending, Examination, Examined, Session, Sheet, Unreadable};
use crate::read::{LARGEST_INPUT, ReadError};
use anyhow::Result;
use lsp_server::Message as Letter;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, stdin, stdout};
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// Bytes of the largest message: a text of any size that is read, and the signs around it.
const LARGEST: u128 = 8 * LARGEST_INPUT as u128;

/// Bytes of the longest line before a message.
const LONGEST_LINE: u64 = 4096;

/// Serves one editor until it leaves. Exit code: 0 when it said that it would leave, else 1, as the protocol has it.
pub(super) fn run(args: &LspArgs, asked: Option<Language>, speech: Speech) -> Result<Verdict> {
    // What cannot be used of the command line is said before an editor waits for answers.
    Policies::of_folders(&args.policy, std::iter::empty(), speech)?;
    let bench = Rules { args };
    let mut session = Session::new(&bench, asked, speech.0);
    let (sender, letters) = channel();
    thread::spawn(move || listen(&sender));
    let mut out = stdout().lock();
    // All that was typed while the last state was looked at is looked at together.
    while let Ok(first) = letters.recv() {
        let pile = std::iter::once(first).chain(letters.try_iter()).collect();
        for answer in session.receive(pile) {
            answer.write(&mut out)?;
        }
        if session.ending() == Some(Ending::Orderly) {
            return Ok(Verdict::Clean);
        }
        if session.ending().is_some() {
            break;
        }
    }
    Ok(Verdict::Findings)
}

/// Reads what the editor sends, until it closes the stream. What is no message is passed over.
fn listen(sender: &Sender<Letter>) {
    let mut input = Bounded(BufReader::new(stdin()));
    loop {
        match Letter::read(&mut input) {
            Ok(Some(letter)) => {
                if sender.send(letter).is_err() {
                    return;
                }
            }
            Err(error) if error.kind() == ErrorKind::InvalidData => {}
            _ => return,
        }
    }
}

/// A stream of messages whose heads do not promise more than is ever read.
struct Bounded<R>(R);

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.0.read(bytes)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.0.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.0.consume(bytes);
    }

    fn read_line(&mut self, line: &mut String) -> io::Result<usize> {
        let read = (&mut self.0).take(LONGEST_LINE).read_line(line)?;
        let length = line.split_once(": ").and_then(|(_, length)| length.trim_end().parse::<u128>().ok());
        if length.is_some_and(|it| it > LARGEST) {
            return Err(ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}

/// The rules, under the settings that hold for each file at the moment.
struct Rules<'r> {
    args: &'r LspArgs,
}

impl Rules<'_> {
    /// What holds for a file, and why its file of settings is not used, where it cannot be.
    fn policy(&self, path: Option<&Path>, speech: Speech) -> (Option<Policy>, Option<String>) {
        let folder = path.and_then(Path::parent);
        let of = |folder: Option<&Path>| Policies::of_folders(&self.args.policy, folder.into_iter(), speech);
        match of(folder) {
            Ok(policies) => (Some(policies.policy_for(path).into_owned()), None),
            Err(error) => {
                let bare = of(None).ok().map(|policies| policies.policy_for(None).into_owned());
                (bare, Some(error.to_string()))
            }
        }
    }

    fn look(&self, sheet: &Sheet<'_>) -> Examination {
        let whole = |message: Message| Examination::Unreadable(Unreadable { message, span: None, instead: None });
        if sheet.text.trim().is_empty() || !begins_like_sop(sheet.text, Path::new(sheet.name)) {
            return Examination::Foreign;
        }
        let analysis = match analyze(sheet.text.as_bytes(), sheet.name) {
            Ok(analysis) => analysis,
            Err(ReadError::Model(error)) => {
                let message = Message::new(error.id, error.en);
                return Examination::Unreadable(Unreadable { message, span: Some(error.span), instead: error.instead });
            }
            Err(error) => return whole(error.message()),
        };
        let (policy, unusable_settings) = self.policy(sheet.path, Speech(sheet.language));
        let Some(policy) = policy else { return Examination::Foreign };
        let examined = ask(analysis, &policy);
        if !examined.is_model && examined.is_no_sop() {
            return Examination::Foreign;
        }
        Examination::Read(Box::new(Examined {
            source: examined.source,
            sops: examined.sops,
            findings: examined.findings,
            is_model: examined.is_model,
            working_time: policy.settings.working_time,
            unusable_settings,
        }))
    }
}

impl Bench for Rules<'_> {
    fn examine(&self, sheet: &Sheet<'_>) -> Examination {
        shielded(sheet.name, Speech(sheet.language), || Ok(self.look(sheet))).unwrap_or_else(|_| {
            let message = Message::new(
                "kesalahan di dalam program `sop` sendiri; mohon laporkan berkas ini",
                "internal error of `sop`; please report this file",
            );
            Examination::Unreadable(Unreadable { message, span: None, instead: None })
        })
    }

    fn mended(&self, sheet: &Sheet<'_>) -> Option<String> {
        let (policy, _) = self.policy(sheet.path, Speech(sheet.language));
        let policy = policy?;
        let is_selected = |it: &Diagnostic| policy.rules().any(|rule| rule.code == it.code);
        let is_wanted = |it: &Diagnostic| is_selected(it) && Wanted::Safe.takes(it);
        let mend = || Ok(mended(sheet.text, sheet.name, &policy.settings, &is_wanted));
        let result = shielded(sheet.name, Speech(sheet.language), mend).ok().flatten()?;
        (!result.applied.is_empty() && result.text != sheet.text).then_some(result.text)
    }
}
