//! The history: whole texts, kept in a file. In the file and in memory they have no margins; the editor is shown them with
//! some.

use super::margin;
use rustyline::history::{FileHistory, History, SearchDirection, SearchResult};
use rustyline::{Config, Result};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Texts in the order in which they were typed, for the keys that go through them.
pub type Texts = Arc<Mutex<Vec<String>>>;

/// What the editor has for a history.
pub struct Blocks {
    kept: FileHistory,
    texts: Texts,
}

impl Blocks {
    /// The history that `file` keeps, if there is one.
    pub fn open(config: &Config, file: Option<&PathBuf>) -> (Blocks, Texts) {
        let mut kept = FileHistory::with_config(config);
        if let Some(file) = file {
            // The first time there is none.
            let _ = kept.load(file);
        }
        let texts: Vec<String> = kept.iter().cloned().collect();
        let texts = Arc::new(Mutex::new(texts));
        let blocks = Blocks {
            kept,
            texts: texts.clone(),
        };
        (blocks, texts)
    }

    /// Adds a text without margins; `false`: it is the last one again.
    pub fn remember(&mut self, text: &str) -> bool {
        let is_new = self.kept.add(text).unwrap_or(false);
        if is_new {
            let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
            texts.push(text.to_owned());
        }
        is_new
    }
}

/// What was found, as it is edited.
fn shown(found: SearchResult<'_>) -> SearchResult<'_> {
    let lines = found.entry[..found.pos].matches('\n').count();
    SearchResult {
        entry: Cow::Owned(margin::with(&found.entry)),
        idx: found.idx,
        pos: found.pos + lines * margin::MARGIN.len(),
    }
}

impl History for Blocks {
    fn get(&self, index: usize, direction: SearchDirection) -> Result<Option<SearchResult<'_>>> {
        Ok(self.kept.get(index, direction)?.map(shown))
    }

    fn add(&mut self, line: &str) -> Result<bool> {
        self.add_owned(line.to_owned())
    }

    fn add_owned(&mut self, line: String) -> Result<bool> {
        Ok(self.remember(&margin::without(&line)))
    }

    fn len(&self) -> usize {
        self.kept.len()
    }

    fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    fn set_max_len(&mut self, length: usize) -> Result<()> {
        self.kept.set_max_len(length)
    }

    fn ignore_dups(&mut self, yes: bool) -> Result<()> {
        self.kept.ignore_dups(yes)
    }

    fn ignore_space(&mut self, yes: bool) {
        self.kept.ignore_space(yes);
    }

    fn save(&mut self, path: &Path) -> Result<()> {
        self.kept.save(path)
    }

    fn append(&mut self, path: &Path) -> Result<()> {
        self.kept.append(path)
    }

    fn load(&mut self, path: &Path) -> Result<()> {
        self.kept.load(path)
    }

    fn clear(&mut self) -> Result<()> {
        self.kept.clear()
    }

    fn search(
        &self,
        term: &str,
        start: usize,
        direction: SearchDirection,
    ) -> Result<Option<SearchResult<'_>>> {
        Ok(self.kept.search(term, start, direction)?.map(shown))
    }

    fn starts_with(
        &self,
        term: &str,
        start: usize,
        direction: SearchDirection,
    ) -> Result<Option<SearchResult<'_>>> {
        let plain = margin::without(term);
        let found = self.kept.starts_with(&plain, start, direction)?;
        Ok(found.map(shown))
    }
}

/// Where the history is kept: `SNAKELET_HISTORY`, which may be empty for nowhere, or a file of the user's.
pub fn file() -> Option<PathBuf> {
    if let Some(file) = std::env::var_os("SNAKELET_HISTORY") {
        return (!file.is_empty()).then(|| file.into());
    }
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty())?;
    Some(PathBuf::from(home).join(".snakelet_history"))
}

/// A walk through the history by the arrow keys: over the texts that begin as what was typed does.
pub struct Walk {
    /// What was typed, with its margins.
    typed: String,
    /// What the texts begin with.
    prefix: String,
    /// The place of the text that is shown; behind the last one is what was typed.
    at: usize,
}

impl Walk {
    /// Begins behind the last text.
    pub fn begin(texts: &Texts, typed: &str, prefix: &str) -> Walk {
        let texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
        Walk {
            typed: typed.to_owned(),
            prefix: prefix.to_owned(),
            at: texts.len(),
        }
    }

    /// The text before, as it is edited.
    pub fn back(&mut self, texts: &Texts, shown: &str) -> Option<String> {
        let texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
        let shown = margin::without(shown);
        let at = (0..self.at.min(texts.len()))
            .rev()
            .find(|&at| self.fits(&texts[at], &shown))?;
        self.at = at;
        Some(margin::with(&texts[at]))
    }

    /// The text behind, as it is edited; at last what was typed, and `true`.
    pub fn forth(&mut self, texts: &Texts, shown: &str) -> (String, bool) {
        let texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
        let shown = margin::without(shown);
        match (self.at + 1..texts.len()).find(|&at| self.fits(&texts[at], &shown)) {
            Some(at) => {
                self.at = at;
                (margin::with(&texts[at]), false)
            }
            None => (self.typed.clone(), true),
        }
    }

    fn fits(&self, text: &str, shown: &str) -> bool {
        text.starts_with(&self.prefix) && text != shown
    }
}
