//! `sop desk`: the page of [`crate::desk`], served on loopback to the browser of this computer.
//!
//! `server` has the sockets and hears only requests of the page itself, `answer` gives each its answer, `shelf` holds the folder that
//! may be read and written, `survey` looks through it, `outcome` makes files of a document.

mod answer;
mod outcome;
mod server;
mod shelf;
mod stage;
mod survey;

use super::Verdict;
use super::args::DeskArgs;
use super::output::announce;
use super::speech::Speech;
use crate::desk::gate::Gate;
use anyhow::Result;
use stage::Stage;
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};

/// Bytes of the secret in the address.
const SECRET: usize = 16;

/// Serves the page until the program is stopped.
pub(super) fn run(args: &DeskArgs, speech: Speech) -> Result<Verdict> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, args.port)).map_err(|error| {
        speech.failure(
            format!("port {}: tidak dapat dipakai ({error}); pilih yang lain, atau tanpa --port", args.port),
            format!("port {}: cannot be used ({error}); choose another one, or none", args.port),
        )
    })?;
    let gate = Gate::new(secret(speech)?, listener.local_addr()?.port());
    let address = gate.address();
    // Both live as long as the program serves.
    let stage: &'static Stage = Box::leak(Box::new(Stage::ready(args.folder.as_deref(), gate, speech)?));
    let mut out = std::io::stdout().lock();
    writeln!(out, "{address}")?;
    out.flush()?;
    drop(out);
    announce(speech.say(
        "Meja SOP terbuka di alamat itu, hanya untuk komputer ini. Berhenti: Ctrl-C.",
        "The desk is open at that address, for this computer only. To stop: Ctrl-C.",
    ));
    if !args.no_open && open::that_detached(&address).is_err() {
        announce(speech.say(
            "Peramban tidak dapat dibuka dari sini; salin alamatnya ke peramban.",
            "The browser cannot be opened from here; copy the address into it.",
        ));
    }
    server::serve(listener, stage)?;
    Ok(Verdict::Clean)
}

/// Letters that nobody can guess.
fn secret(speech: Speech) -> Result<String> {
    let mut bytes = [0; SECRET];
    getrandom::fill(&mut bytes).map_err(|error| {
        speech.failure(
            format!("sistem tidak memberi bilangan acak ({error})"),
            format!("the system gives no random numbers ({error})"),
        )
    })?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
