//! What the process that runs an example tells the one that tests it: what it was refused, which limit it has reached. Each
//! note is a line of a file beside the example's folder.

use std::cell::Cell;
use std::io::Write;
use std::path::Path;

/// The name of the file, in the folder of the run.
pub const FILE: &str = "notes";

/// How many notes one process writes: what it is refused a thousand times is known after the first.
const MOST: usize = 20;

/// What has been told.
#[derive(Default)]
pub struct Notes {
    /// What the example was refused.
    pub refused: Vec<String>,
    /// The limit that has ended it.
    pub limit: Option<String>,
    /// Whether an address was taken that another example may have had.
    pub met_another: bool,
}

const LIMIT: &str = "limit: ";
const REFUSED: &str = "refused: ";

/// Reads the notes of an example.
pub fn read(file: &Path) -> Notes {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let mut notes = Notes::default();
    for line in text.lines() {
        if let Some(limit) = line.strip_prefix(LIMIT) {
            notes.limit = Some(limit.to_owned());
        } else if let Some(refused) = line.strip_prefix(REFUSED) {
            if refused == snakelet::embed::TAKEN {
                notes.met_another = true;
            } else if !notes.refused.iter().any(|known| known == refused) {
                notes.refused.push(refused.to_owned());
            }
        }
    }
    notes
}

/// Who writes the notes of this process.
pub struct Writer {
    file: std::path::PathBuf,
    count: Cell<usize>,
}

impl Writer {
    /// Notes go into this file.
    pub fn new(file: std::path::PathBuf) -> Writer {
        Writer {
            file,
            count: Cell::new(0),
        }
    }

    /// Notes that something was not done.
    pub fn refused(&self, what: &str) {
        self.count.set(self.count.get() + 1);
        if self.count.get() <= MOST {
            self.write(REFUSED, what);
        }
    }

    /// Notes that a limit was reached.
    pub fn limit(&self, what: &str) {
        self.write(LIMIT, what);
    }

    fn write(&self, kind: &str, what: &str) {
        let file = std::fs::OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.file);
        if let Ok(mut file) = file {
            // Where it cannot be noted the example goes on, or ends, all the same.
            let _ = writeln!(file, "{kind}{}", what.replace('\n', " "));
        }
    }
}
