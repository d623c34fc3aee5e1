//! How near two folded texts are, where that is one letter or two.

use strsim::osa_distance;

/// The distance of two folded texts, where it is no more than what is allowed: one, or two.
pub(super) fn distance_within(one: &str, other: &str, allowed: usize) -> Option<usize> {
    let within = |(one, other)| Some(osa_distance(one, other)).filter(|distance| *distance <= allowed);
    if !one.is_ascii() || !other.is_ascii() {
        return within((one, other));
    }
    let (one, other) = unlike(one, other);
    // Of two texts with one edit between them a letter is left, or two that changed places.
    let longest = one.len().max(other.len());
    let may_be = if allowed == 1 { longest <= 2 } else { one.len() <= 5 || has_same_middle(one, other) };
    if may_be { within((one, other)) } else { None }
}

/// Both texts, which are ASCII, without what they begin and end with alike: no edit is needed for that.
fn unlike<'t>(one: &'t str, other: &'t str) -> (&'t str, &'t str) {
    let alike = |(one, other): &(u8, u8)| one == other;
    let head = one.bytes().zip(other.bytes()).take_while(alike).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.bytes().rev().zip(other.bytes().rev()).take_while(alike).count();
    (&one[..one.len() - tail], &other[..other.len() - tail])
}

/// Cheap: of two texts that begin and end otherwise, and have two edits between them, one edit is at the beginning and one at the
/// end, so that what is between stands in both, a letter further at most.
fn has_same_middle(one: &str, other: &str) -> bool {
    let (middle, other) = (&one.as_bytes()[2..one.len() - 2], other.as_bytes());
    (1..=3).any(|at| other.get(at..at + middle.len()) == Some(middle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_are_near_are_never_passed_over() {
        let letters =
            ["kegiatan", "kegiatankegiatan", "ababab", "pencatatandanpendataan"].map(|it| it.as_bytes().to_vec());
        let mut seed = 7u32;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as usize % below
        };
        for round in 0..4_000 {
            let one = letters[round % 4].clone();
            let mut other = one.clone();
            for _ in 0..=next(3) {
                let at = next(other.len() - 1);
                match next(4) {
                    0 => drop(other.remove(at)),
                    1 => other.insert(at, b"abkn"[next(4)]),
                    2 => other[at] = b"abkn"[next(4)],
                    _ => other.swap(at, at + 1),
                }
            }
            let (one, other) = (String::from_utf8_lossy(&one), String::from_utf8_lossy(&other));
            let distance = osa_distance(&one, &other);
            for allowed in [1, 2] {
                let told = (distance <= allowed).then_some(distance);
                assert_eq!(distance_within(&one, &other, allowed), told, "{one} {other}");
            }
        }
    }
}
