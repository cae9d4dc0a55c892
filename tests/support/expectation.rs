//! What a test script says about itself in comments and in the golden files beside it.
//! Running it and comparing is `scripts.rs`; how scripts are written is told in `README.md` of this folder's parent.

use std::fs;
use std::path::{Path, PathBuf};

/// What a script is started with, and what it must do.
pub struct Expectation {
    /// Arguments behind the script's name.
    pub args: Vec<String>,
    /// Options before it. Those with two dashes are ours; the reference gets the others only.
    pub options: Vec<String>,
    /// Environment variables.
    pub env: Vec<(String, String)>,
    /// Its standard input.
    pub stdin: String,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: Stderr,
    /// Its exit status.
    pub status: i32,
    /// Whether the reference does the same.
    pub reference_agrees: bool,
    /// Whether the reference runs it on a clock that jumps, as we do.
    pub reference_jumps: bool,
}

/// What must stand on standard error.
pub enum Stderr {
    /// Exactly this; usually nothing.
    Exactly(String),
    /// An error report whose last line is this.
    EndsWith(String),
}

impl Expectation {
    /// Read what the script `path` says.
    pub fn read(path: &Path) -> Result<Self, String> {
        let bytes = fs::read(path).map_err(|error| error.to_string())?;
        let source = String::from_utf8_lossy(&bytes);
        let lines = comments(&source, "expect:");
        let error = comments(&source, "expect error:").pop();
        let golden = [
            golden(path, "stdout"),
            golden(path, "stderr"),
            golden(path, "status"),
        ];
        if lines.is_empty() && error.is_none() && golden.iter().all(Option::is_none) {
            return Err("the script expects nothing".to_owned());
        }
        let [stdout, stderr, status] = golden;
        if stdout.is_some() && !lines.is_empty() {
            return Err("both `# expect:` comments and a .stdout file".to_owned());
        }
        let status = match status {
            Some(text) => text
                .trim()
                .parse()
                .map_err(|_| "the .status file holds no number")?,
            None => i32::from(error.is_some() || stderr.as_deref().is_some_and(is_error_report)),
        };
        Ok(Self {
            args: words(header(&source, "args:")),
            options: match header(&source, "options:") {
                Some(options) => words(Some(options)),
                None => vec!["--clock=virtual".to_owned()],
            },
            env: words(header(&source, "env:"))
                .iter()
                .filter_map(|word| word.split_once('='))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            stdin: header(&source, "stdin:")
                .unwrap_or_default()
                .replace("\\n", "\n"),
            stdout: stdout
                .unwrap_or_else(|| lines.iter().map(|line| format!("{line}\n")).collect()),
            stderr: match (stderr, error) {
                (Some(text), _) => Stderr::Exactly(text),
                (None, Some(line)) => Stderr::EndsWith(line),
                (None, None) => Stderr::Exactly(String::new()),
            },
            status,
            reference_agrees: header(&source, "reference:")
                .is_none_or(|word| !word.starts_with("differs")),
            reference_jumps: header(&source, "reference:")
                .is_some_and(|word| word.starts_with("jumps")),
        })
    }
}

/// Whether standard error begins with an error's report, so that no warning stands before it.
pub fn is_error_report(stderr: &str) -> bool {
    [
        "Traceback (most recent call last):\n",
        "  + Exception Group Traceback",
        "  File \"",
    ]
    .iter()
    .any(|start| stderr.starts_with(start))
}

/// The file beside a script that holds what it must write.
pub fn golden_path(script: &Path, stream: &str) -> PathBuf {
    script.with_extension(stream)
}

/// What stands in such a file.
fn golden(script: &Path, stream: &str) -> Option<String> {
    fs::read(golden_path(script, stream))
        .ok()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The texts of all comments of a kind, from the first line to the last.
fn comments(source: &str, kind: &str) -> Vec<String> {
    source
        .lines()
        .filter_map(|line| Some(comment(line, kind)?.1.to_owned()))
        .collect()
}

/// A line's part before a comment of a kind, and the comment's text.
pub fn comment<'a>(line: &'a str, kind: &str) -> Option<(&'a str, &'a str)> {
    let (before, text) = line.split_once(&format!("# {kind}"))?;
    (text.is_empty() || text.starts_with(' ')).then(|| {
        (
            before,
            text.trim_end().strip_prefix(' ').unwrap_or_default(),
        )
    })
}

/// The text of the comment of a kind that fills a line among the comments at the top.
fn header<'a>(source: &'a str, kind: &str) -> Option<&'a str> {
    source
        .lines()
        .take_while(|line| line.starts_with('#'))
        .find_map(|line| comment(line, kind).filter(|(before, _)| before.is_empty()))
        .map(|(_, text)| text)
}

/// Words parted by spaces.
fn words(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default()
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}
