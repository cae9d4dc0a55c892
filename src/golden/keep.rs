//! What stays of a shown output when the program prints another one: the lines that still match, so that wildcards are kept
//! where they can be.

use super::matching::{line_matches, line_matches_plainly, matches, normal};

/// How many pairs of lines are compared; larger outputs are written as they are.
const MOST: usize = 4_000_000;

/// What a line of the document becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Keep,
    /// A `...` takes one more line.
    Absorb,
    /// A `...` takes no more.
    Leave,
    Replace,
    Remove,
    Insert,
}

/// The lines to write: those of `got`, but where a line of `shown` still matches, that one.
pub fn kept(shown: &str, got: &[String], unordered: bool) -> Vec<String> {
    let shown: Vec<&str> = shown.trim_end().lines().collect();
    if unordered {
        return kept_unordered(&shown, got);
    }
    let (height, width) = (shown.len(), got.len());
    let has_wildcards = shown
        .iter()
        .any(|line| line.trim() == "..." || line.contains(['[', '<']) || line.contains("0x"));
    if !has_wildcards || (height + 1).saturating_mul(width + 1) > MOST {
        return got.to_vec();
    }
    align(&shown, got)
}

/// Finds the way with the fewest changes from the last lines back, and goes it.
fn align(shown: &[&str], got: &[String]) -> Vec<String> {
    let (height, width) = (shown.len(), got.len());
    let plain = |line: &str| normal(line).trim_end().to_owned();
    let shown_plain: Vec<String> = shown.iter().map(|line| plain(line)).collect();
    let got_plain: Vec<String> = got.iter().map(|line| plain(line)).collect();
    let mut costs = vec![0_u32; (height + 1) * (width + 1)];
    let mut steps = vec![Step::Keep; (height + 1) * (width + 1)];
    let place = |row: usize, column: usize| row * (width + 1) + column;
    for row in (0..=height).rev() {
        for column in (0..=width).rev() {
            if row == height && column == width {
                continue;
            }
            let mut best = (u32::MAX, Step::Insert);
            let mut offer = |cost: u32, step: Step| {
                if cost < best.0 {
                    best = (cost, step);
                }
            };
            let (has_row, has_column) = (row < height, column < width);
            let is_any = has_row && shown[row].trim() == "...";
            if has_row && has_column && !is_any {
                let next = costs[place(row + 1, column + 1)];
                if line_matches(&shown_plain[row], &got_plain[column]) {
                    offer(next, Step::Keep);
                }
                offer(next + 1, Step::Replace);
            }
            if is_any {
                offer(costs[place(row + 1, column)], Step::Leave);
                if has_column {
                    offer(costs[place(row, column + 1)], Step::Absorb);
                }
            } else if has_row {
                offer(costs[place(row + 1, column)] + 1, Step::Remove);
            }
            if has_column {
                offer(costs[place(row, column + 1)] + 1, Step::Insert);
            }
            costs[place(row, column)] = best.0;
            steps[place(row, column)] = best.1;
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut lines = Vec::new();
    while row < height || column < width {
        let step = steps[place(row, column)];
        match step {
            Step::Keep | Step::Leave => lines.push(shown[row].to_owned()),
            Step::Replace | Step::Insert => lines.push(got[column].clone()),
            Step::Absorb | Step::Remove => {}
        }
        if matches!(
            step,
            Step::Keep | Step::Replace | Step::Remove | Step::Leave
        ) {
            row += 1;
        }
        if matches!(
            step,
            Step::Keep | Step::Replace | Step::Absorb | Step::Insert
        ) {
            column += 1;
        }
    }
    lines
}

/// The same where lines come in any order: those that still match keep their places.
fn kept_unordered(shown: &[&str], got: &[String]) -> Vec<String> {
    let mut left: Vec<&String> = got.iter().collect();
    let mut lines = Vec::new();
    for line in shown {
        if let Some(at) = left.iter().position(|got| line_matches_plainly(line, got)) {
            left.remove(at);
            lines.push((*line).to_owned());
        }
    }
    lines.extend(left.into_iter().cloned());
    lines
}

/// A line as it is shown, if it still matches; else as it came.
pub fn kept_line<'a>(shown: &'a str, got: &'a str) -> &'a str {
    if matches(shown, got, false) {
        shown
    } else {
        got
    }
}

#[cfg(test)]
mod tests {
    use super::kept;

    fn check(shown: &str, got: &str, wanted: &str) {
        let got: Vec<String> = got.lines().map(str::to_owned).collect();
        assert_eq!(kept(shown, &got, false).join("\n"), wanted, "{shown}");
    }

    #[test]
    fn wildcards_stay_where_they_match() {
        check("took [..]\nb", "took 1\nc", "took [..]\nc");
        check("a\n...\nd", "a\nb\nc\ne", "a\n...\ne");
        check("a\n...", "b\nc\nd", "b\n...");
        check("x [..]\ny", "new\nx 1\ny", "new\nx [..]\ny");
        check("x [..]\ny\nz", "x 1\nz", "x [..]\nz");
        check("[..]", "", "");
    }

    #[test]
    fn lines_in_any_order_keep_their_places() {
        let got = ["c".to_owned(), "took 2".to_owned(), "a".to_owned()];
        assert_eq!(kept("a\ntook [..]\nb", &got, true), ["a", "took [..]", "c"]);
    }
}
