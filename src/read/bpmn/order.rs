//! The order of the steps: along the flows, from where work begins.

/// Nodes in the order of the flow: each after all that lead to it, loops aside; those that no work comes to last, in the order of
/// the file. `onward` gives the nodes after each, the first way first.
pub(super) fn along(onward: &[Vec<usize>], starts: &[usize]) -> Vec<usize> {
    let mut seen = vec![false; onward.len()];
    let mut order = Vec::with_capacity(onward.len());
    for root in starts.iter().copied().chain(0..onward.len()) {
        let mut done = Vec::new();
        // A node with the number of its ways that are still to be gone, the last first, so that the first comes out on top.
        let mut open = vec![(root, onward[root].len())];
        if std::mem::replace(&mut seen[root], true) {
            continue;
        }
        while let Some((node, left)) = open.last_mut() {
            match left.checked_sub(1) {
                Some(rest) => {
                    *left = rest;
                    let next = onward[*node][rest];
                    if !std::mem::replace(&mut seen[next], true) {
                        open.push((next, onward[next].len()));
                    }
                }
                None => {
                    done.push(*node);
                    open.pop();
                }
            }
        }
        order.extend(done.into_iter().rev());
    }
    order
}

#[cfg(test)]
mod tests {
    use super::along;

    #[test]
    fn branches_come_before_where_they_meet_and_loops_do_not_matter() {
        assert_eq!(along(&[vec![2], vec![], vec![3, 4], vec![5], vec![5, 0], vec![1]], &[0]), [0, 2, 3, 4, 5, 1]);
        assert_eq!(along(&[vec![], vec![0]], &[1]), [1, 0]);
        assert_eq!(along(&[vec![], vec![]], &[]), [0, 1]);
    }
}
