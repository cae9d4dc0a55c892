//! The folders that examples run in: one for each, below one for the whole run, which is gone when all is done or somebody
//! interrupts it.

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Where an example begins, and where it may put what it needs for a while.
pub const OWN: [&str; 2] = ["work", "tmp"];

/// A folder that is gone when it is dropped.
pub struct Folder(PathBuf);

impl Folder {
    /// A new one, empty but for the folders that are the example's own.
    pub fn new() -> io::Result<Folder> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = Folder(run()?.join(number.to_string()));
        for name in OWN {
            std::fs::create_dir_all(folder.0.join(name))?;
        }
        Ok(folder)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the example begins.
    pub fn work(&self) -> PathBuf {
        self.0.join(OWN[0])
    }

    /// Where it may put what it needs for a while.
    pub fn temporary(&self) -> PathBuf {
        self.0.join(OWN[1])
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

static RUN: OnceLock<PathBuf> = OnceLock::new();

/// The folder of this run.
fn run() -> io::Result<&'static Path> {
    if let Some(known) = RUN.get() {
        return Ok(known);
    }
    let place = std::fs::canonicalize(std::env::temp_dir())?;
    let path = place.join(format!("snakelet-test-{}", std::process::id()));
    std::fs::create_dir_all(&path)?;
    if RUN.set(path).is_ok() {
        clean_up_when_interrupted();
    }
    RUN.get()
        .map(PathBuf::as_path)
        .ok_or_else(|| io::Error::other("no folder"))
}

/// Removes the folder of this run, if there is one.
pub fn clean_up() {
    if let Some(path) = RUN.get() {
        // What cannot be removed is left to the system.
        let _ = std::fs::remove_dir_all(path);
    }
}

fn clean_up_when_interrupted() {
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP]) else {
        return;
    };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            clean_up();
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    });
}
