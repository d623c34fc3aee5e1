//! Where memory is bounded: fewer hands, and documents that do not fit are refused in words. Without unsafe code nothing can be
//! said any more once memory has run out.
//!
//! The bounds of `ulimit` and of containers are asked of Linux; where nothing tells one, there is none.

use super::speech::Speech;
use crate::read::weight;
use anyhow::Result;
use std::fs;
use std::num::NonZero;
use std::sync::OnceLock;
use std::thread;

/// What one hand needs: its stack, and an ordinary document with all that is made of it.
const HAND: u64 = 64 << 20;
/// Where so many times the hands have room that there are processors, memory bounds nothing.
const AMPLE: usize = 8;
/// What is smaller than this is ordinary, and nobody asks.
const ORDINARY: usize = 16 << 10;
/// A print takes so many times the text that it is made of: 340 as a Word file.
const PRINT: u64 = 400;

/// Bytes that may still be taken, as it was when first asked; `None` where nothing bounds them.
fn left() -> Option<u64> {
    static LEFT: OnceLock<Option<u64>> = OnceLock::new();
    *LEFT.get_or_init(|| {
        let file = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let (limits, status) = (file("/proc/self/limits"), file("/proc/self/status"));
        let used = |name: &str| number(&status, name).unwrap_or(0) << 10;
        let bound = |limit: &str, use_: &str| Some(number(&limits, limit)?.saturating_sub(used(use_)));
        let container = container(&file("/proc/self/cgroup"), file).map(|it| it.saturating_sub(used("VmRSS:")));
        let bounds = [bound("Max address space", "VmSize:"), bound("Max data size", "VmData:"), container];
        bounds.into_iter().flatten().min()
    })
}

/// So many documents are worked on at once; unset while it is one.
static HANDS: OnceLock<usize> = OnceLock::new();

/// So many documents shall be worked on at once from now on, and share the memory; `None` where nothing bounds it, or there is
/// enough for many more.
pub(super) fn hands() -> Option<usize> {
    let bytes = left()?;
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let room = usize::try_from(bytes / HAND).unwrap_or(usize::MAX);
    let count = *HANDS.get_or_init(|| room.clamp(1, processors));
    (room < processors.saturating_mul(AMPLE)).then_some(count)
}

/// Refuses an input that takes more memory to be read than one hand has.
///
/// # Errors
/// When it does not fit.
pub(super) fn refuse_too_large(bytes: &[u8], name: &str, speech: Speech) -> Result<()> {
    if bytes.len() < ORDINARY { Ok(()) } else { refuse(|| weight(bytes), name, speech) }
}

/// Refuses to print what was read from a text of this many bytes, where its print takes more memory than one hand has.
///
/// # Errors
/// When it does not fit.
pub(super) fn refuse_too_large_print(text: usize, name: &str, speech: Speech) -> Result<()> {
    if text < ORDINARY { Ok(()) } else { refuse(|| text as u64 * PRINT, name, speech) }
}

fn refuse(need: impl FnOnce() -> u64, name: &str, speech: Speech) -> Result<()> {
    let Some(left) = left() else { return Ok(()) };
    if need() <= left / HANDS.get().map_or(1, |it| *it as u64) {
        return Ok(());
    }
    let megabytes = left >> 20;
    Err(speech.failure(
        format!(
            "{name}: terlalu besar untuk memori yang boleh dipakai ({megabytes} MB); longgarkan batasnya (ulimit, kontainer), atau pecah berkas ini"
        ),
        format!(
            "{name}: too large for the memory that may be used ({megabytes} MB); raise its limit (ulimit, container), or split this file"
        ),
    ))
}

/// The first number behind this name, at the beginning of a line; none where it says `unlimited` or `max`.
fn number(table: &str, name: &str) -> Option<u64> {
    let rest = table.lines().find_map(|line| line.strip_prefix(name))?;
    rest.split_whitespace().next()?.parse().ok()
}

/// The bound of the container, or of the group of processes: as both generations of control groups tell it, and as they
/// tell it inside a container, where its own group is the root.
fn container(groups: &str, file: impl Fn(&str) -> String) -> Option<u64> {
    let of = |line: &str| {
        let mut parts = line.splitn(3, ':').skip(1);
        let (kinds, path) = (parts.next()?, parts.next()?);
        let (root, name) = match kinds {
            "" => ("/sys/fs/cgroup", "memory.max"),
            "memory" => ("/sys/fs/cgroup/memory", "memory.limit_in_bytes"),
            _ => return None,
        };
        let bounds = [path.trim_end_matches('/'), ""].map(|group| file(&format!("{root}{group}/{name}")));
        bounds.iter().filter_map(|it| it.trim().parse().ok()).min()
    };
    groups.lines().filter_map(of).min()
}

#[cfg(test)]
mod tests {
    use super::{container, number};

    #[test]
    fn bounds_are_read_as_linux_writes_them() {
        let limits = "Limit                     Soft Limit           Hard Limit           Units     \n\
                      Max data size             67108864             unlimited            bytes     \n\
                      Max address space         unlimited            unlimited            bytes     \n";
        assert_eq!(number(limits, "Max data size"), Some(67_108_864));
        assert_eq!(number(limits, "Max address space"), None);
        assert_eq!(number("VmSize:\t    3020 kB\n", "VmSize:"), Some(3020));
    }

    #[test]
    fn the_smallest_group_bounds() {
        let file = |path: &str| {
            let bound = match path {
                "/sys/fs/cgroup/user/a/memory.max" => "134217728\n",
                "/sys/fs/cgroup/memory.max" => "max\n",
                "/sys/fs/cgroup/memory/memory.limit_in_bytes" => "67108864\n",
                _ => "",
            };
            bound.to_owned()
        };
        assert_eq!(container("3:cpu:/x\n0::/user/a\n", file), Some(134_217_728));
        assert_eq!(container("4:memory:/docker/x\n0::/\n", file), Some(67_108_864));
        assert_eq!(container("0::/\n", file), None);
    }
}
