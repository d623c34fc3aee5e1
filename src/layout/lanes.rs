//! Stretches that want to run side by side → lanes, so that no two of different nets touch and few cross.

/// A closed stretch of a lane, and the net it belongs to: stretches of one net may lie on each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub net: usize,
    pub from: usize,
    pub to: usize,
}

/// So many things are put in the best of all orders; more in a good one.
const FEW: usize = 10;

/// The lane of each stretch, counted from 0 from the left; and how many lanes there are.
///
/// Of all orders the one with the fewest crossings; `crossings` counts those of two stretches, the first left of the second.
/// Among equals short stretches come first, from the right where arrows leave `leftwards`. What is asked for one net several
/// times becomes one stretch.
pub(super) fn assign(
    stretches: &[Stretch],
    leftwards: bool,
    crossings: impl Fn(usize, usize) -> i32,
) -> (Vec<usize>, usize) {
    let mut nets = Vec::<(Stretch, Vec<usize>)>::new();
    for (at, stretch) in stretches.iter().enumerate() {
        match nets.iter_mut().find(|(it, _)| it.net == stretch.net) {
            Some((it, members)) => {
                (it.from, it.to) = (it.from.min(stretch.from), it.to.max(stretch.to));
                members.push(at);
            }
            None => nets.push((*stretch, vec![at])),
        }
    }
    nets.sort_by_key(|(it, _)| (it.to - it.from, it.from, it.net));
    if leftwards {
        nets.reverse();
    }
    let between = |one: usize, other: usize| -> i32 {
        let pairs = nets[one].1.iter().flat_map(|a| nets[other].1.iter().map(move |b| (*a, *b)));
        pairs.map(|(a, b)| crossings(a, b)).sum()
    };
    let mut order = in_order(nets.len(), &between);
    if leftwards {
        order.reverse();
    }
    let mut lanes = vec![0; nets.len()];
    for (place, net) in order.iter().enumerate() {
        let touching = order[..place].iter().filter(|other| touch(&nets[**other].0, &nets[*net].0));
        lanes[*net] = touching.map(|other| lanes[*other] + 1).max().unwrap_or(0);
    }
    let count = lanes.iter().max().map_or(0, |last| last + 1);
    let mut own = vec![0; stretches.len()];
    for ((_, members), lane) in nets.iter().zip(lanes) {
        for member in members {
            own[*member] = if leftwards { count - 1 - lane } else { lane };
        }
    }
    (own, count)
}

fn touch(one: &Stretch, other: &Stretch) -> bool {
    one.from <= other.to && other.from <= one.to
}

/// The order of `count` things with the least sum of `cost(a, b)` over all pairs of an earlier a and a later b; among
/// equals the one nearest to the given order. Exact for few things.
pub(super) fn in_order(count: usize, cost: &dyn Fn(usize, usize) -> i32) -> Vec<usize> {
    if count <= FEW { best_order(count, cost) } else { good_order(count, cost) }
}

/// Least costs of every set of things put first, and from them the order.
fn best_order(count: usize, cost: &dyn Fn(usize, usize) -> i32) -> Vec<usize> {
    let pair: Vec<Vec<i32>> =
        (0..count).map(|a| (0..count).map(|b| if a == b { 0 } else { cost(a, b) }).collect()).collect();
    if pair.iter().flatten().all(|it| *it == 0) {
        return (0..count).collect();
    }
    let all = (1_usize << count) - 1;
    let has = |set: usize, it: usize| set >> it & 1 == 1;
    // `rest[set]`: the least cost of ordering all others once those of the set stand first, and which of them comes next.
    let mut rest = vec![(0, 0); all + 1];
    for set in (0..all).rev() {
        let followed = |next: usize| {
            let later: i32 = (0..count).filter(|it| *it != next && !has(set, *it)).map(|it| pair[next][it]).sum();
            (later + rest[set | 1 << next].0, next)
        };
        rest[set] = (0..count).filter(|it| !has(set, *it)).map(followed).min().unwrap_or_default();
    }
    let mut set = 0;
    let mut order = Vec::with_capacity(count);
    while set != all {
        order.push(rest[set].1);
        set |= 1 << rest[set].1;
    }
    order
}

/// Puts one thing after the other where it costs least.
fn good_order(count: usize, cost: &dyn Fn(usize, usize) -> i32) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(count);
    for it in 0..count {
        let mut now: i32 = order.iter().map(|other| cost(it, *other)).sum();
        let (mut least, mut place) = (now, 0);
        for (at, other) in order.iter().enumerate() {
            now += cost(*other, it) - cost(it, *other);
            if now <= least {
                (least, place) = (now, at + 1);
            }
        }
        order.insert(place, it);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(net: usize, from: usize, to: usize) -> Stretch {
        Stretch { net, from, to }
    }

    #[test]
    fn stretches_that_touch_get_lanes_of_their_own_and_the_short_one_is_nearer() {
        let stretches = [stretch(7, 0, 9), stretch(8, 9, 12), stretch(9, 10, 12)];
        assert_eq!(assign(&stretches, false, |_, _| 0), (vec![2, 1, 0], 3));
        assert_eq!(assign(&stretches, true, |_, _| 0), (vec![0, 1, 2], 3));
    }

    #[test]
    fn stretches_of_one_net_share_a_lane() {
        assert_eq!(assign(&[stretch(1, 2, 5), stretch(1, 2, 9)], false, |_, _| 0), (vec![0, 0], 1));
    }

    #[test]
    fn the_order_with_the_fewest_crossings_wins() {
        let stretches = [stretch(1, 0, 9), stretch(2, 1, 3), stretch(3, 2, 8)];
        let crossings = |one: usize, other: usize| i32::from(one > other);
        assert_eq!(assign(&stretches, false, crossings).0, [0, 1, 2]);
        assert_eq!(assign(&stretches, true, crossings).0, [0, 1, 2]);
        for count in [4, FEW + 3] {
            let order = in_order(count, &|one, other| i32::from(one < other));
            assert_eq!(order, (0..count).rev().collect::<Vec<_>>());
        }
    }
}
