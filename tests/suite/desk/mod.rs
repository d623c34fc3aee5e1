//! `sop desk`: what its server lets in and writes, and what the edits of its page make of an SOP.

mod edits;
mod locks;
mod saving;
mod server;
