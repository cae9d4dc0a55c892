//! Finding documents and reading them.

use super::attributes::Attributes;
use super::comments::{self, Mapping};
use super::example::{Document, Example, Expected, Kind, Lines, Place, Stream};
use super::{markdown, plain};
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

/// How documents are read.
#[derive(Clone, Copy)]
pub struct Reading {
    /// Documents are plain text without marks.
    pub as_text: bool,
    /// Blocks without a language are programs, if they parse.
    pub unmarked: bool,
}

/// A file or folder that cannot be read, and why.
pub type Unreadable = (PathBuf, io::Error);

/// The documents that paths name: themselves, or what folders hold; each once.
pub fn find(paths: &[PathBuf], reading: Reading) -> (Vec<PathBuf>, Vec<Unreadable>) {
    let mut found = Vec::new();
    let mut unreadable = Vec::new();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(data) if data.is_dir() => walk(path, reading, &mut found, &mut unreadable),
            Ok(data) if data.is_file() => found.push(path.clone()),
            Ok(_) => unreadable.push((
                path.clone(),
                io::Error::other("is neither a file nor a folder"),
            )),
            Err(error) => unreadable.push((path.clone(), error)),
        }
    }
    let mut seen = HashSet::new();
    found.retain(|path| seen.insert(std::fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
    (found, unreadable)
}

/// The documents of a folder, in the order of their names. Links to folders are not followed, since they may lead in circles.
fn walk(
    folder: &Path,
    reading: Reading,
    found: &mut Vec<PathBuf>,
    unreadable: &mut Vec<Unreadable>,
) {
    let entries = std::fs::read_dir(folder).and_then(|entries| {
        let entries = entries.map(|entry| entry.map(|entry| entry.path()));
        entries.collect::<io::Result<Vec<PathBuf>>>()
    });
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            unreadable.push((folder.to_owned(), error));
            return;
        }
    };
    entries.sort();
    for entry in entries {
        let is_hidden = entry
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let kind = std::fs::symlink_metadata(&entry).map(|data| data.file_type());
        match kind {
            _ if is_hidden => {}
            Ok(kind) if kind.is_dir() => walk(&entry, reading, found, unreadable),
            Ok(_) if is_document(&entry, reading) && entry.is_file() => found.push(entry),
            Ok(_) => {}
            Err(error) => unreadable.push((entry, error)),
        }
    }
}

fn is_document(path: &Path, reading: Reading) -> bool {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    extension == "md" || extension == "markdown" || reading.as_text && extension == "txt"
}

/// Reads a document.
pub fn read(path: &Path, reading: Reading) -> io::Result<Document> {
    let text = String::from_utf8(std::fs::read(path)?).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let text = format!("line {line} is no text in UTF-8");
        io::Error::new(io::ErrorKind::InvalidData, text)
    })?;
    let (has_mark, text) = match text.strip_prefix('\u{feff}') {
        Some(text) => (true, text.to_owned()),
        None => (false, text),
    };
    let mut document = Document {
        path: path.to_owned(),
        text: String::new(),
        has_mark,
        examples: Vec::new(),
        faults: Vec::new(),
    };
    let is = |wanted: &str| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
    };
    let has_fences = || text.contains("```") || text.contains("~~~");
    if is("py") {
        script(&text, &mut document);
    } else if reading.as_text || is("txt") && !has_fences() {
        plain::read(&text, &mut document);
    } else {
        markdown::read(&text, reading.unmarked || is("txt"), &mut document);
    }
    document.text = text;
    Ok(document)
}

/// A script whose outputs stand in its comments, or in files beside it.
fn script(text: &str, document: &mut Document) {
    let mut expected = comments::expected(text, &Mapping::from(0), text, &Lines::of(text));
    for (extension, stream) in [("stdout", Stream::Out), ("stderr", Stream::Err)] {
        let beside = document.path.with_extension(extension);
        if let Ok(shown) = std::fs::read_to_string(&beside) {
            expected.push(Expected {
                text: shown,
                stream,
                place: Place::Beside(beside),
                lines: Vec::new(),
            });
        }
    }
    let status = std::fs::read_to_string(document.path.with_extension("status"));
    let name = document.path.file_name();
    document.examples.push(Example {
        line: 1,
        code: text.to_owned(),
        attributes: Attributes {
            name: name.map(|name| name.to_string_lossy().into_owned()),
            exit: status.ok().and_then(|status| status.trim().parse().ok()),
            ..Attributes::default()
        },
        expected,
        kind: Kind::Program,
        is_marked: true,
        room: None,
        body: None,
        again: None,
    });
}
