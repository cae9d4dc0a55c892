//! Output above the line that is edited: the line is cleared away, the output takes its place, and the editor draws the line
//! again below. The editor believes its cursor to be as far below the first row as before, so it is put there.

use rustix::termios::tcgetwinsize;
use rustyline::GraphemeClusterMode;
use std::io::{self, Write};
use unicode_segmentation::UnicodeSegmentation;

/// Writes `output`, whole lines, above what is edited: `before` is the prompt and the text up to the cursor, `behind` the rest.
pub fn write(output: &[u8], before: &str, behind: &str, widths: GraphemeClusterMode) {
    let columns = columns();
    let cursor = row(before, columns, widths);
    let end = row(&format!("{before}{behind}"), columns, widths);
    let up = |rows: usize| match rows {
        0 => String::new(),
        rows => format!("\x1b[{rows}A"),
    };
    let mut text = format!("{}\r\x1b[J", up(cursor)).into_bytes();
    text.extend_from_slice(output);
    // All rows that the line takes have to be there, also at the bottom of the screen.
    text.extend(std::iter::repeat_n(b'\n', end));
    text.extend_from_slice(up(end - cursor.min(end)).as_bytes());
    // There is nowhere to complain if the terminal has gone.
    let mut stdout = io::stdout();
    let _ = stdout.write_all(&text).and_then(|()| stdout.flush());
}

fn columns() -> usize {
    let size = tcgetwinsize(rustix::stdio::stdout());
    size.map_or(80, |size| match size.ws_col {
        0 => 80,
        columns => columns.into(),
    })
}

/// The row that the cursor is in behind `text`, counted as the editor does.
fn row(text: &str, columns: usize, widths: GraphemeClusterMode) -> usize {
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
    row + usize::from(column == columns)
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
