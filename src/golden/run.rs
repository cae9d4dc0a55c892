//! Running an example: in a process of its own, in an empty folder, with limits, so that none harms the others.

use super::example::{Example, Kind, Stream};
use super::session;
use rustix::process::{Pid, Resource, Rlimit, prlimit};
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How long an example may take, unless it says otherwise.
pub const TIMEOUT: Duration = Duration::from_secs(10);

/// How much an example may print.
const OUTPUT: u64 = 4 << 20;

/// How much memory an example may have, its stack's address space among it.
const MEMORY: u64 = 6 << 30;

/// What parts the turns of a session, and the programs that go on from each other.
pub const SEPARATOR: char = '\u{1e}';

/// How an example ended.
pub struct Outcome {
    /// What it wrote to standard output.
    pub out: String,
    /// What it wrote to standard error.
    pub err: String,
    /// Both, as a terminal would have shown them.
    pub both: String,
    /// Its exit status; `None`: it was ended by a signal.
    pub status: Option<i32>,
    /// Why it was stopped.
    pub stopped: Option<String>,
}

/// Who runs an example.
pub struct Runner {
    /// The interpreter.
    pub program: PathBuf,
    /// Whether it is one of ours.
    pub is_ours: bool,
    /// How long it may take.
    pub timeout: Duration,
}

/// An example with what runs before it.
pub struct Job<'a> {
    /// The example.
    pub example: &'a Example,
    /// The programs that it goes on from.
    pub before: Vec<&'a Example>,
    /// The files that it finds.
    pub files: Vec<&'a Example>,
    /// The start of the virtual clock, if the document shows a time.
    pub clock: Option<String>,
}

impl Runner {
    /// Runs an example.
    pub fn run(&self, job: &Job<'_>) -> io::Result<Outcome> {
        let folder = Folder::new()?;
        for file in &job.files {
            let path = folder
                .0
                .join(file.attributes.file.as_deref().unwrap_or("file.py"));
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(path, &file.code)?;
        }
        let own = &job.example.attributes;
        let name = own
            .file
            .as_deref()
            .or(own.name.as_deref())
            .unwrap_or("example.py");
        let path = folder.0.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&path, text_of(job))?;
        let mut command = Command::new(&self.program);
        if self.is_ours {
            let clock = own.clock.clone().or_else(|| job.clock.clone());
            let clock = clock.unwrap_or_else(|| "virtual".to_owned());
            command.args([format!("--clock={clock}"), "--errors=python".to_owned()]);
            if let Some(seed) = own.seed {
                command.arg(format!("--seed={seed}"));
            }
            if job.example.kind == Kind::Session {
                command.arg("--session");
            }
        } else {
            command.env("PYTHONHASHSEED", own.seed.unwrap_or(0).to_string());
        }
        command.arg(name).current_dir(&folder.0);
        command.env("NO_COLOR", "1").env_remove("FORCE_COLOR");
        let timeout = own.timeout.map_or(self.timeout, Duration::from_secs_f64);
        let merged = job
            .example
            .expected
            .iter()
            .any(|expected| expected.stream == Stream::Both);
        let input = own.stdin.clone().unwrap_or_default();
        let mut outcome = start(&mut command, &input, timeout, merged)?;
        // Documents show programs by their names alone.
        let path = format!("{}/", folder.0.display());
        for text in [&mut outcome.out, &mut outcome.err, &mut outcome.both] {
            *text = text.replace(&path, "");
        }
        if !job.before.is_empty() {
            // What was printed before the program's own part belongs to the others.
            let own = |text: &str| text.rsplit(SEPARATOR).next().unwrap_or(text).to_owned();
            outcome.out = own(&outcome.out);
            outcome.both = own(&outcome.both);
        }
        Ok(outcome)
    }

    /// Compiles an example without running it; what is wrong with it.
    pub fn check(&self, example: &Example) -> io::Result<Option<String>> {
        let folder = Folder::new()?;
        std::fs::write(folder.0.join("example.py"), &example.code)?;
        let mut command = Command::new(&self.program);
        command
            .args(["check", "--errors=python", "example.py"])
            .current_dir(&folder.0);
        let outcome = start(&mut command, "", self.timeout, false)?;
        Ok((outcome.status != Some(0)).then_some(outcome.err))
    }
}

/// The text to run: a session's turns, or the program behind those that it goes on from.
fn text_of(job: &Job<'_>) -> String {
    if job.example.kind == Kind::Session {
        let before = job.before.iter().map(|example| example.code.clone());
        let turns = session::turns(&job.example.code)
            .into_iter()
            .map(|turn| turn.code);
        let texts: Vec<String> = before.chain(turns).collect();
        return texts.join(&SEPARATOR.to_string());
    }
    let mut text = String::new();
    for example in &job.before {
        text.push_str(&example.code);
        text.push_str("\n__import__('sys').stdout.write('\\x1e')\n");
    }
    text + &job.example.code
}

/// Starts a process, and stops it when it takes too long or prints too much.
fn start(
    command: &mut Command,
    input: &str,
    timeout: Duration,
    merged: bool,
) -> io::Result<Outcome> {
    command.stdin(Stdio::piped()).env("PYTHONUNBUFFERED", "1");
    let (merged, mut child) = if merged {
        // One pipe keeps the order in which a terminal would have shown the two streams.
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        let child = command.spawn()?;
        // The command holds the ends for writing, which would keep the pipe open.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        (Some(reader), child)
    } else {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        (None, command.spawn()?)
    };
    limit(child.id());
    if let Some(mut stdin) = child.stdin.take() {
        // A program that reads nothing closes it.
        let _ = stdin.write_all(input.as_bytes());
    }
    let (sending, receiving) = channel::<(bool, Vec<u8>)>();
    let streams: [Option<Box<dyn Read + Send>>; 2] = [
        match merged {
            Some(reader) => Some(Box::new(reader) as _),
            None => child.stdout.take().map(|stream| Box::new(stream) as _),
        },
        child.stderr.take().map(|stream| Box::new(stream) as _),
    ];
    for (is_error, stream) in [false, true].into_iter().zip(streams) {
        let (sending, stream) = (sending.clone(), stream);
        std::thread::spawn(move || {
            let Some(mut stream) = stream else { return };
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = stream.read(&mut buffer) {
                if sending.send((is_error, buffer[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
    }
    drop(sending);
    let deadline = std::time::Instant::now() + timeout;
    let mut parts = [Vec::new(), Vec::new(), Vec::new()];
    let mut stopped = None;
    loop {
        let left = deadline.saturating_duration_since(std::time::Instant::now());
        match receiving.recv_timeout(left) {
            Ok((is_error, bytes)) => {
                parts[usize::from(is_error)].extend_from_slice(&bytes);
                parts[2].extend_from_slice(&bytes);
                if parts[2].len() as u64 > OUTPUT {
                    stopped = Some(format!("printed more than {} MB", OUTPUT >> 20));
                }
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                stopped = Some(format!("took more than {} s", timeout.as_secs_f64()));
            }
        }
        if stopped.is_some() {
            // It may have ended meanwhile.
            let _ = child.kill();
            break;
        }
    }
    let status = child.wait()?.code();
    let [out, err, both] = parts.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(Outcome {
        out,
        err,
        both,
        status,
        stopped,
    })
}

/// Limits the memory of a process that has just begun; where that cannot be done, time limits it.
fn limit(process: u32) {
    let limit = Rlimit {
        current: Some(MEMORY),
        maximum: Some(MEMORY),
    };
    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    let _ = prlimit(process, Resource::As, limit);
}

/// A folder that is gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> io::Result<Folder> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("snakelet-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Folder(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The path of this binary.
pub fn ourselves() -> io::Result<PathBuf> {
    std::env::current_exe()
}
