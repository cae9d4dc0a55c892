//! The merge sort of the reference, question by question: natural runs, short ones grown by binary insertion, merged in
//! powersort order, with galloping. It sorts numbers that stand for items, by a comparison that may fail.

use crate::interp::Res;

/// How often one side must win in a row before merging gallops.
const MIN_GALLOP: usize = 7;

/// A run that waits to be merged.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    len: usize,
    /// The depth of the merge tree's node between this run and the next.
    power: u32,
}

/// Sorts `all` by `less`, stably. After an error it is a permutation of what it was.
pub fn sort(all: &mut [u32], less: impl FnMut(u32, u32) -> Res<bool>) -> Res<()> {
    let mut sorter = Sorter {
        all,
        less,
        runs: Vec::new(),
        min_gallop: MIN_GALLOP,
    };
    sorter.sort()
}

struct Sorter<'a, F> {
    all: &'a mut [u32],
    less: F,
    runs: Vec<Run>,
    min_gallop: usize,
}

impl<F: FnMut(u32, u32) -> Res<bool>> Sorter<'_, F> {
    fn sort(&mut self) -> Res<()> {
        let total = self.all.len();
        let shortest = shortest_run(total);
        let mut start = 0;
        while start < total {
            let mut len = self.count_run(start)?;
            if len < shortest {
                let forced = shortest.min(total - start);
                self.insert_binary(start, forced, len)?;
                len = forced;
            }
            self.merge_before(start, len)?;
            self.runs.push(Run {
                start,
                len,
                power: 0,
            });
            start += len;
        }
        while self.runs.len() > 1 {
            let mut at = self.runs.len() - 2;
            if at > 0 && self.runs[at - 1].len < self.runs[at + 1].len {
                at -= 1;
            }
            self.merge_at(at)?;
        }
        Ok(())
    }

    /// Finds the run that starts at `start`, turning a descending one around; gives its length. Stretches of equal items
    /// within a descending run are turned twice, which keeps their order.
    fn count_run(&mut self, start: usize) -> Res<usize> {
        let left = self.all.len() - start;
        let mut len = self.ascend(start, 1)?;
        if len == left {
            return Ok(len);
        }
        if len > 1 {
            if self.less_at(start, start + len - 1)? {
                return Ok(len);
            }
            self.all[start..start + len].reverse();
        }
        len += 1;
        let mut equal = 0;
        while len < left {
            let next = start + len;
            if self.less_at(next, next - 1)? {
                self.turn_equal(next, &mut equal);
            } else if self.less_at(next - 1, next)? {
                break;
            } else {
                equal += 1;
            }
            len += 1;
        }
        self.turn_equal(start + len, &mut equal);
        self.all[start..start + len].reverse();
        self.ascend(start, len)
    }

    /// The length of the ascending run that is known to have `len` items.
    fn ascend(&mut self, start: usize, mut len: usize) -> Res<usize> {
        while start + len < self.all.len() && !self.less_at(start + len, start + len - 1)? {
            len += 1;
        }
        Ok(len)
    }

    /// Turns around the last `equal + 1` items before `end`.
    fn turn_equal(&mut self, end: usize, equal: &mut usize) {
        if *equal > 0 {
            self.all[end - *equal - 1..end].reverse();
            *equal = 0;
        }
    }

    fn less_at(&mut self, a: usize, b: usize) -> Res<bool> {
        (self.less)(self.all[a], self.all[b])
    }

    /// Sorts `len` items of which the first `sorted` are in order.
    fn insert_binary(&mut self, start: usize, len: usize, sorted: usize) -> Res<()> {
        for at in start + sorted..start + len {
            let item = self.all[at];
            let (mut low, mut high) = (start, at);
            while low < high {
                let middle = (low + high) / 2;
                if (self.less)(item, self.all[middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            self.all[low..=at].rotate_right(1);
        }
        Ok(())
    }

    /// Merges waiting runs that lie deeper in the merge tree than the boundary to the new run.
    fn merge_before(&mut self, start: usize, len: usize) -> Res<()> {
        let Some(last) = self.runs.last() else {
            return Ok(());
        };
        let power = power(last.start, start - last.start, len, self.all.len());
        while self.runs.len() > 1 && self.runs[self.runs.len() - 2].power > power {
            self.merge_at(self.runs.len() - 2)?;
        }
        if let Some(last) = self.runs.last_mut() {
            last.power = power;
        }
        Ok(())
    }

    /// Merges the runs at `at` and behind it.
    fn merge_at(&mut self, at: usize) -> Res<()> {
        let (a, b) = (self.runs[at], self.runs[at + 1]);
        self.runs[at].len = a.len + b.len;
        self.runs[at].power = b.power;
        self.runs.remove(at + 1);
        let first = self.all[b.start];
        let skip = gallop_right(&mut self.less, first, &self.all[a.start..b.start], 0)?;
        let (start, left) = (a.start + skip, a.len - skip);
        if left == 0 {
            return Ok(());
        }
        let last = self.all[b.start - 1];
        let right = &self.all[b.start..b.start + b.len];
        let right = gallop_left(&mut self.less, last, right, b.len - 1)?;
        if right == 0 {
            return Ok(());
        }
        if left <= right {
            self.merge_low(start, left, right)
        } else {
            self.merge_high(start, left, right)
        }
    }

    /// Merges two neighbours from the front; the left one, which is not longer, is put aside.
    fn merge_low(&mut self, start: usize, left: usize, right: usize) -> Res<()> {
        let aside = self.all[start..start + left].to_vec();
        let mut merge = Low {
            left: 0,
            right: start + left,
            end: start + left + right,
            target: start,
        };
        let result = merge.run(self, &aside);
        // Either side may be left over: the right one stands in its place behind the rest of the left one.
        if merge.left_is_last(&aside) && result.is_ok() {
            self.all.copy_within(merge.right..merge.end, merge.target);
            merge.target += merge.end - merge.right;
        }
        let rest = &aside[merge.left..];
        self.all[merge.target..merge.target + rest.len()].copy_from_slice(rest);
        result
    }

    /// Merges two neighbours from the back; the right one, which is shorter, is put aside.
    fn merge_high(&mut self, start: usize, left: usize, right: usize) -> Res<()> {
        let aside = self.all[start + left..start + left + right].to_vec();
        let mut merge = High {
            start,
            left,
            right,
            target: start + left + right,
        };
        let result = merge.run(self, &aside);
        if merge.right == 1 && merge.left > 0 && result.is_ok() {
            let from = start..start + merge.left;
            merge.target -= merge.left;
            self.all.copy_within(from, merge.target);
        }
        let rest = &aside[..merge.right];
        self.all[merge.target - rest.len()..merge.target].copy_from_slice(rest);
        result
    }
}

/// A merge from the front.
struct Low {
    /// The next item of those put aside.
    left: usize,
    /// The next item of the right run.
    right: usize,
    /// Where the right run ends.
    end: usize,
    /// Where the next item goes.
    target: usize,
}

impl Low {
    /// Whether only the greatest of all is left aside, and items of the right run go before it.
    fn left_is_last(&self, aside: &[u32]) -> bool {
        self.left + 1 == aside.len() && self.right < self.end
    }

    fn take_left(&mut self, all: &mut [u32], aside: &[u32], count: usize) {
        all[self.target..self.target + count].copy_from_slice(&aside[self.left..self.left + count]);
        self.left += count;
        self.target += count;
    }

    fn take_right(&mut self, all: &mut [u32], count: usize) {
        all.copy_within(self.right..self.right + count, self.target);
        self.right += count;
        self.target += count;
    }

    /// Merges until one side is used up, or one item is left aside.
    fn run<F: FnMut(u32, u32) -> Res<bool>>(
        &mut self,
        sorter: &mut Sorter<'_, F>,
        aside: &[u32],
    ) -> Res<()> {
        self.take_right(sorter.all, 1);
        let finished = |merge: &Low| merge.right == merge.end || merge.left + 1 >= aside.len();
        if finished(self) {
            return Ok(());
        }
        let mut min_gallop = sorter.min_gallop;
        loop {
            let (mut from_left, mut from_right) = (0, 0);
            while from_left < min_gallop && from_right < min_gallop {
                if (sorter.less)(sorter.all[self.right], aside[self.left])? {
                    self.take_right(sorter.all, 1);
                    (from_left, from_right) = (0, from_right + 1);
                } else {
                    self.take_left(sorter.all, aside, 1);
                    (from_left, from_right) = (from_left + 1, 0);
                }
                if finished(self) {
                    return Ok(());
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                sorter.min_gallop = min_gallop;
                let key = sorter.all[self.right];
                from_left = gallop_right(&mut sorter.less, key, &aside[self.left..], 0)?;
                self.take_left(sorter.all, aside, from_left);
                if from_left > 0 && finished(self) {
                    return Ok(());
                }
                self.take_right(sorter.all, 1);
                if self.right == self.end {
                    return Ok(());
                }
                let rest = &sorter.all[self.right..self.end];
                from_right = gallop_left(&mut sorter.less, aside[self.left], rest, 0)?;
                self.take_right(sorter.all, from_right);
                if self.right == self.end {
                    return Ok(());
                }
                self.take_left(sorter.all, aside, 1);
                if finished(self) {
                    return Ok(());
                }
                if from_left < MIN_GALLOP && from_right < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            sorter.min_gallop = min_gallop;
        }
    }
}

/// A merge from the back.
struct High {
    start: usize,
    /// How many items of the left run are left.
    left: usize,
    /// How many items are left aside.
    right: usize,
    /// Behind where the next item goes.
    target: usize,
}

impl High {
    fn take_left(&mut self, all: &mut [u32], count: usize) {
        let end = self.start + self.left;
        self.target -= count;
        all.copy_within(end - count..end, self.target);
        self.left -= count;
    }

    fn take_right(&mut self, all: &mut [u32], aside: &[u32], count: usize) {
        self.target -= count;
        all[self.target..self.target + count]
            .copy_from_slice(&aside[self.right - count..self.right]);
        self.right -= count;
    }

    /// Merges until the left side is used up, or one item is left aside.
    fn run<F: FnMut(u32, u32) -> Res<bool>>(
        &mut self,
        sorter: &mut Sorter<'_, F>,
        aside: &[u32],
    ) -> Res<()> {
        self.take_left(sorter.all, 1);
        let finished = |merge: &High| merge.left == 0 || merge.right <= 1;
        if finished(self) {
            return Ok(());
        }
        let mut min_gallop = sorter.min_gallop;
        loop {
            let (mut from_left, mut from_right) = (0, 0);
            while from_left < min_gallop && from_right < min_gallop {
                let last = sorter.all[self.start + self.left - 1];
                if (sorter.less)(aside[self.right - 1], last)? {
                    self.take_left(sorter.all, 1);
                    (from_left, from_right) = (from_left + 1, 0);
                } else {
                    self.take_right(sorter.all, aside, 1);
                    (from_left, from_right) = (0, from_right + 1);
                }
                if finished(self) {
                    return Ok(());
                }
            }
            min_gallop += 1;
            loop {
                min_gallop -= usize::from(min_gallop > 1);
                sorter.min_gallop = min_gallop;
                let rest = &sorter.all[self.start..self.start + self.left];
                let key = aside[self.right - 1];
                from_left = self.left - gallop_right(&mut sorter.less, key, rest, self.left - 1)?;
                self.take_left(sorter.all, from_left);
                if self.left == 0 {
                    return Ok(());
                }
                self.take_right(sorter.all, aside, 1);
                if finished(self) {
                    return Ok(());
                }
                let key = sorter.all[self.start + self.left - 1];
                let rest = &aside[..self.right];
                from_right = self.right - gallop_left(&mut sorter.less, key, rest, self.right - 1)?;
                self.take_right(sorter.all, aside, from_right);
                if from_right > 0 && finished(self) {
                    return Ok(());
                }
                self.take_left(sorter.all, 1);
                if self.left == 0 {
                    return Ok(());
                }
                if from_left < MIN_GALLOP && from_right < MIN_GALLOP {
                    break;
                }
            }
            min_gallop += 1;
            sorter.min_gallop = min_gallop;
        }
    }
}

/// The shortest run worth merging: between 32 and 64, so that the number of runs is just below a power of two.
fn shortest_run(mut total: usize) -> usize {
    let mut odd = 0;
    while total >= 64 {
        odd |= total & 1;
        total >>= 1;
    }
    total + odd
}

/// The depth in the merge tree of the boundary between two neighbouring runs: how many binary digits tell their middles
/// apart, as fractions of the whole.
fn power(start: usize, first: usize, second: usize, total: usize) -> u32 {
    let mut a = 2 * start + first;
    let mut b = a + first + second;
    let mut power = 0;
    loop {
        power += 1;
        if a >= total {
            a -= total;
            b -= total;
        } else if b >= total {
            return power;
        }
        a *= 2;
        b *= 2;
    }
}

/// Where `key` belongs in sorted `items`, before equal ones; the search starts at `hint`.
fn gallop_left(
    less: &mut impl FnMut(u32, u32) -> Res<bool>,
    key: u32,
    items: &[u32],
    hint: usize,
) -> Res<usize> {
    let (mut near, mut far) = (0, 1);
    let (mut low, mut high);
    if less(items[hint], key)? {
        let most = items.len() - hint;
        while far < most && less(items[hint + far], key)? {
            near = far;
            far = far * 2 + 1;
        }
        (low, high) = (hint + near + 1, hint + far.min(most));
    } else {
        let most = hint + 1;
        while far < most && !less(items[hint - far], key)? {
            near = far;
            far = far * 2 + 1;
        }
        (low, high) = (hint + 1 - far.min(most), hint - near);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if less(items[middle], key)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

/// Where `key` belongs in sorted `items`, behind equal ones; the search starts at `hint`.
fn gallop_right(
    less: &mut impl FnMut(u32, u32) -> Res<bool>,
    key: u32,
    items: &[u32],
    hint: usize,
) -> Res<usize> {
    let (mut near, mut far) = (0, 1);
    let (mut low, mut high);
    if less(key, items[hint])? {
        let most = hint + 1;
        while far < most && less(key, items[hint - far])? {
            near = far;
            far = far * 2 + 1;
        }
        (low, high) = (hint + 1 - far.min(most), hint - near);
    } else {
        let most = items.len() - hint;
        while far < most && !less(key, items[hint + far])? {
            near = far;
            far = far * 2 + 1;
        }
        (low, high) = (hint + near + 1, hint + far.min(most));
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if less(key, items[middle])? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(high)
}
