//! Output above the line that is edited: the line is cleared away, the output takes its place, and the editor draws the line
//! again below. The editor believes its cursor to be as far below the first row as before, so it is put there.

use rustix::termios::tcgetwinsize;
use rustyline::GraphemeClusterMode;
use std::io::{self, Write};
use unicode_segmentation::UnicodeSegmentation;

/// The rows that what is edited takes, counted from its first.
pub struct Rows {
    cursor: usize,
    end: usize,
}

impl Rows {
    /// `before` is the prompt and the text up to the cursor, `behind` the rest.
    pub fn of(before: &str, behind: &str, columns: usize, widths: GraphemeClusterMode) -> Rows {
        Rows {
            cursor: row(before, columns, widths),
            end: row(&format!("{before}{behind}"), columns, widths),
        }
    }

    /// The same for lines that a terminal has wrapped anew: a cursor behind a full row stays in it.
    pub fn wrapped_anew(
        before: &str,
        behind: &str,
        columns: usize,
        widths: GraphemeClusterMode,
    ) -> Rows {
        let rows = Rows::of(before, behind, columns, widths);
        let is_behind_full_row = rows.cursor > row_of_last(before, columns, widths);
        Rows {
            cursor: rows.cursor - usize::from(is_behind_full_row),
            ..rows
        }
    }
}

/// Writes `output`, whole lines, in the place of what is edited, which stands in the rows `actual`, and leaves the cursor where
/// the editor expects it that believes the line to stand in the rows `believed` below.
pub fn put(output: &[u8], actual: &Rows, believed: &Rows) {
    let up = |rows: usize| match rows {
        0 => String::new(),
        rows => format!("\x1b[{rows}A"),
    };
    let mut text = format!("{}\r\x1b[J", up(actual.cursor)).into_bytes();
    text.extend_from_slice(output);
    // All rows that the line takes have to be there, also at the bottom of the screen.
    text.extend(std::iter::repeat_n(b'\n', believed.end));
    text.extend_from_slice(up(believed.end.saturating_sub(believed.cursor)).as_bytes());
    // There is nowhere to complain if the terminal has gone.
    let mut stdout = io::stdout();
    let _ = stdout.write_all(&text).and_then(|()| stdout.flush());
}

/// How many columns the terminal has.
pub fn columns() -> usize {
    let size = tcgetwinsize(rustix::stdio::stdout());
    size.map_or(80, |size| match size.ws_col {
        0 => 80,
        columns => columns.into(),
    })
}

/// The row that the cursor is in behind `text`, counted as the editor does.
fn row(text: &str, columns: usize, widths: GraphemeClusterMode) -> usize {
    let (row, column) = place(text, columns, widths);
    row + usize::from(column == columns)
}

/// The row that the last character of `text` is in.
fn row_of_last(text: &str, columns: usize, widths: GraphemeClusterMode) -> usize {
    place(text, columns, widths).0
}

/// The row that the last character of `text` is in, and the column behind it.
fn place(text: &str, columns: usize, widths: GraphemeClusterMode) -> (usize, usize) {
    const TAB: usize = 8;
    let (mut row, mut column) = (0, 0);
    for cluster in text.graphemes(true) {
        if cluster == "\n" {
            row += 1;
            column = 0;
            continue;
        }
        let width = match cluster {
            "\t" => TAB - column % TAB,
            cluster => widths.width(cluster).into(),
        };
        column += width;
        if column > columns {
            row += 1;
            column = width;
        }
    }
    (row, column)
}

#[cfg(test)]
mod tests {
    use super::row;
    use rustyline::GraphemeClusterMode::WcWidth;

    #[test]
    fn rows_are_counted() {
        assert_eq!(row(">>> a", 20, WcWidth), 0);
        assert_eq!(row(">>> a\n... b", 20, WcWidth), 1);
        assert_eq!(row(&"x".repeat(20), 20, WcWidth), 1);
        assert_eq!(row(&"x".repeat(21), 20, WcWidth), 1);
        assert_eq!(row(&"漢".repeat(11), 21, WcWidth), 1);
    }
}
