//! Names of actors that stand on several lines each, where the numbers of the columns tell how many there are.

use crate::document::Text;
use crate::vocabulary::offices;

/// The names in these lines: each begins where the name of an actor does, and there are as many as actors. `None` where it is open
/// which lines begin one.
pub(super) fn lanes(lines: &[Text], count: usize) -> Option<Vec<Text>> {
    if count < FEWEST || lines.len() < count {
        return None;
    }
    let starts: Vec<Start> = (0..lines.len()).map(|at| start(lines, at)).collect();
    let of = |wanted: Start| starts.iter().filter(|it| **it == wanted).count();
    let takes_houses = match count {
        _ if lines.len() == count => true,
        _ if of(Start::Sure) == count => false,
        _ if of(Start::Sure) + of(Start::House) == count => true,
        _ => return None,
    };
    let is_start = |at: usize| match starts[at] {
        Start::Sure => true,
        Start::House => takes_houses,
        Start::None => lines.len() == count,
    };
    let mut out: Vec<Text> = Vec::with_capacity(count);
    for (at, line) in lines.iter().enumerate() {
        match out.last_mut().filter(|_| !is_start(at)) {
            Some(last) => last.join(' ', line),
            None => out.push(line.clone()),
        }
    }
    Some(out)
}

/// One name of several lines is told by what stands round it.
const FEWEST: usize = 2;

/// A line that goes on with a name stands below one that holds no other: of two in one line, it may be either's.
pub(super) fn may_be_words(lines: &[Vec<Text>]) -> bool {
    let starts = |line: &[Text]| (0..line.len()).filter(|at| start(line, *at) == Start::Sure).count();
    let begins = |line: &[Text]| line.first().is_some_and(|word| offices::begins_actor(word.as_str()));
    lines.windows(2).all(|pair| begins(&pair[1]) || starts(&pair[0]) == 1)
}

/// Whether a line begins a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Sure,
    /// It may name the house of the office above as well: `Staf` above `Seksi Umum`.
    House,
    None,
}

fn start(lines: &[Text], at: usize) -> Start {
    let line = lines[at].as_str().trim();
    let Some(above) = at.checked_sub(1).map(|above| lines[above].as_str().trim()) else { return Start::Sure };
    let is_house = offices::is_house(line.split_whitespace().next().unwrap_or_default());
    // `Petugas Pemungut` is one, as `Kepala Dinas` is.
    let is_agent = || offices::is_agent(line) && !offices::may_have_house(above) && !offices::needs_house(above);
    match offices::begins_actor(line) || is_agent() {
        true if is_house && offices::needs_house(above) => Start::None,
        true if is_house && offices::may_have_house(above) && !offices::are_two(above, line) => Start::House,
        true => Start::Sure,
        false => Start::None,
    }
}
