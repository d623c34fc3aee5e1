//! Stretches that want to run side by side → lanes, so that no two of different nets touch.

/// A closed stretch of a lane, and the net it belongs to: stretches of one net may lie on each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub net: usize,
    pub from: usize,
    pub to: usize,
}

/// The lane of each net, counted from 0, short stretches first; and how many lanes there are.
///
/// What is asked for one net several times becomes one stretch.
pub(super) fn assign(stretches: &[Stretch]) -> (Vec<(usize, usize)>, usize) {
    let mut merged = Vec::<Stretch>::new();
    for stretch in stretches {
        match merged.iter_mut().find(|it| it.net == stretch.net) {
            Some(it) => {
                it.from = it.from.min(stretch.from);
                it.to = it.to.max(stretch.to);
            }
            None => merged.push(*stretch),
        }
    }
    merged.sort_by_key(|it| (it.to - it.from, it.from, it.net));
    let mut lanes = Vec::<Vec<Stretch>>::new();
    let mut assigned = Vec::with_capacity(merged.len());
    for stretch in merged {
        let free = |lane: &Vec<Stretch>| lane.iter().all(|other| other.to < stretch.from || stretch.to < other.from);
        let lane = lanes.iter().position(free).unwrap_or_else(|| {
            lanes.push(Vec::new());
            lanes.len() - 1
        });
        lanes[lane].push(stretch);
        assigned.push((stretch.net, lane));
    }
    (assigned, lanes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(net: usize, from: usize, to: usize) -> Stretch {
        Stretch { net, from, to }
    }

    #[test]
    fn stretches_that_touch_get_lanes_of_their_own_and_the_short_one_is_nearer() {
        let (lanes, count) = assign(&[stretch(7, 0, 9), stretch(8, 9, 12), stretch(9, 10, 12)]);
        assert_eq!(count, 2);
        assert_eq!(lanes, [(9, 0), (8, 1), (7, 0)].map(|it| it));
    }

    #[test]
    fn stretches_of_one_net_share_a_lane() {
        let (lanes, count) = assign(&[stretch(1, 2, 5), stretch(1, 2, 9)]);
        assert_eq!((lanes, count), (vec![(1, 0)], 1));
    }
}
