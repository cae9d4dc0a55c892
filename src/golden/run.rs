//! Running an example: in a process of its own, in an empty folder, within limits, so that none harms the others.

use super::example::{Example, Kind, Stream};
use super::folder::Folder;
use super::notes;
use super::process::{self, Limits};
use super::session;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// What parts the turns of a session, and the programs that go on from each other.
pub const SEPARATOR: char = '\u{1e}';

/// The status of an example that has reached a limit.
pub const STOPPED: i32 = 124;

/// The status of an example that has met a bug, or found no memory where there has to be some.
const BUG: i32 = 101;

/// What examples may do besides computing, printing, and writing into their own folder.
#[derive(Clone, Copy, Default, Debug)]
pub struct Allowed {
    /// Reach other programs and other machines.
    pub network: bool,
    /// Change files elsewhere.
    pub writing: bool,
    /// Start processes.
    pub processes: bool,
}

/// How an example ended.
#[derive(Default)]
pub struct Outcome {
    /// What it wrote to standard output.
    pub out: String,
    /// What it wrote to standard error.
    pub err: String,
    /// Both, as a terminal would have shown them, where the document shows that.
    pub both: String,
    /// Its exit status; `None`: it was ended by a signal.
    pub status: Option<i32>,
    /// The signal.
    pub signal: Option<i32>,
    /// Why it was stopped.
    pub stopped: Option<String>,
    /// What it was refused.
    pub refused: Vec<String>,
    /// Whether an address was taken that another example may have had.
    pub met_another: bool,
    /// The program before it that did not come to its end, counted from 0.
    pub stuck_before: Option<usize>,
    /// How many turns of a session are those of others before it.
    pub texts_before: usize,
}

/// Who runs an example.
pub struct Runner {
    /// The interpreter.
    pub program: PathBuf,
    /// How much an example may do.
    pub limits: Limits,
    /// What it may do.
    pub allowed: Allowed,
}

/// An example with what runs before it.
#[derive(Clone)]
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

impl Job<'_> {
    /// The name of its file.
    pub fn name(&self) -> &str {
        let own = &self.example.attributes;
        let name = own.file.as_deref().or(own.name.as_deref());
        name.unwrap_or("example.py")
    }

    /// Whether both outputs are to go through one pipe.
    fn is_merged(&self) -> bool {
        let mut expected = self.example.expected.iter();
        expected.any(|expected| expected.stream == Stream::Both)
    }

    /// The texts that run before it, the programs that it goes on from.
    pub fn texts_before(&self) -> Vec<String> {
        let texts = self.before.iter().flat_map(|example| texts(example));
        texts.collect()
    }

    /// Writes its files, and its own; the folder that it begins in.
    pub fn lay_out(&self, folder: &Folder) -> io::Result<PathBuf> {
        let work = folder.work();
        for file in &self.files {
            let name = file.attributes.file.as_deref().unwrap_or("file.py");
            write(&work.join(name), &file.code)?;
        }
        let is_session = self.example.kind == Kind::Session;
        let code = if is_session {
            let mut texts = self.texts_before();
            texts.extend(self::texts(self.example));
            texts.join(&SEPARATOR.to_string())
        } else {
            self.example.code.clone()
        };
        write(&work.join(self.name()), &code)?;
        if !is_session && !self.before.is_empty() {
            let before = self.texts_before().join(&SEPARATOR.to_string());
            write(&folder.path().join(BEFORE), &before)?;
        }
        Ok(work)
    }
}

/// The file with the programs that an example goes on from.
pub const BEFORE: &str = "before";

/// The texts that an example is: a program, or the turns of a session.
fn texts(example: &Example) -> Vec<String> {
    match example.kind {
        Kind::Session => session::turns(&example.code)
            .into_iter()
            .map(|turn| turn.code)
            .collect(),
        _ => vec![example.code.clone()],
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}

impl Runner {
    /// Runs an example.
    pub fn run(&self, job: &Job<'_>) -> io::Result<Outcome> {
        let folder = Folder::new()?;
        let work = job.lay_out(&folder)?;
        let own = &job.example.attributes;
        let limits = self.limits_of(own.timeout);
        let mut command = Command::new(&self.program);
        let clock = own.clock.clone().or_else(|| job.clock.clone());
        let clock = clock.unwrap_or_else(|| "virtual".to_owned());
        command.args([
            format!("--clock={clock}"),
            "--errors=python".to_owned(),
            "-u".to_owned(),
            format!("--seed={}", own.seed.unwrap_or(0)),
            format!("--example={}", folder.path().display()),
            format!("--virtual-time={}", limits.virtual_time),
            // Who says how long it may take says how much it may do.
            format!("--steps={}", own.timeout.map_or(limits.steps, |_| 0)),
        ]);
        let allowed = [
            (self.allowed.network, "net"),
            (self.allowed.writing, "write"),
            (self.allowed.processes, "run"),
        ];
        for (_, name) in allowed.iter().filter(|(is_allowed, _)| *is_allowed) {
            command.arg(format!("--allow={name}"));
        }
        if job.example.kind == Kind::Session {
            command.arg("--session");
        } else if !job.before.is_empty() {
            command.arg(format!("--before={}", folder.path().join(BEFORE).display()));
        }
        let name = match job.name() {
            // Alone, these words ask for something else.
            word @ ("check" | "test") => format!("./{word}"),
            name => name.to_owned(),
        };
        command.arg("--").arg(name).args(&own.arguments);
        surround(&mut command, &folder, &work);
        let mut outcome = finish(command, job, &folder, &limits)?;
        let told = notes::read(&folder.path().join(notes::FILE));
        outcome.refused = told.refused;
        outcome.met_another = told.met_another;
        outcome.stopped = outcome.stopped.or(told.limit);
        let is_out_of_memory = (outcome.signal == Some(signal_hook::consts::SIGABRT)
            || outcome.status == Some(BUG))
            && [&outcome.err, &outcome.both].iter().any(|text| {
                text.contains("memory allocation of") || text.contains("Cannot allocate memory")
            });
        if is_out_of_memory && outcome.stopped.is_none() {
            outcome.stopped = Some(process::too_much_memory(&limits));
        }
        Ok(outcome)
    }

    /// The limits of an example that says how long it may take.
    fn limits_of(&self, timeout: Option<f64>) -> Limits {
        let mut limits = self.limits.clone();
        if let Some(seconds) = timeout {
            limits.time = Duration::from_secs_f64(seconds);
        }
        limits
    }

    /// Compiles an example without running it; what is wrong with it.
    pub fn check(&self, example: &Example) -> io::Result<Option<String>> {
        let folder = Folder::new()?;
        let mut names = Vec::new();
        for (number, text) in texts(example).iter().enumerate() {
            let name = format!(
                "example{}.py",
                if number == 0 {
                    String::new()
                } else {
                    number.to_string()
                }
            );
            // Sessions may await everywhere.
            let text = match example.kind {
                Kind::Session => in_function(text),
                _ => text.clone(),
            };
            write(&folder.work().join(&name), &text)?;
            names.push(name);
        }
        let mut command = Command::new(&self.program);
        command.args(["check", "--errors=python"]).args(&names);
        surround(&mut command, &folder, &folder.work());
        let ended = process::run(&mut command, "", &self.limits, false)?;
        let is_right = ended.status.is_some_and(|status| status.success());
        Ok((!is_right).then(|| String::from_utf8_lossy(&ended.err).into_owned()))
    }
}

/// What is typed, as the body of a function that may await.
fn in_function(text: &str) -> String {
    let lines = text.lines().map(|line| format!("    {line}\n"));
    format!(
        "async def typed():\n{}    pass\n",
        lines.collect::<String>()
    )
}

/// The environment that examples find: the same everywhere, but for what tells where modules and time zones are.
pub fn surround(command: &mut Command, folder: &Folder, work: &Path) {
    command.current_dir(work);
    command
        .env("TMPDIR", folder.temporary())
        .env("NO_COLOR", "1");
    let changing = [
        "FORCE_COLOR",
        "PYTHON_COLORS",
        "COLUMNS",
        "LINES",
        "PYTHONHASHSEED",
        "PYTHONWARNINGS",
        "PYTHONOPTIMIZE",
        "PYTHONDEVMODE",
        "PYTHONINTMAXSTRDIGITS",
        "PYTHONASYNCIODEBUG",
        "PYTHONSAFEPATH",
    ];
    for name in changing {
        command.env_remove(name);
    }
    if let (Some(path), Ok(here)) = (std::env::var_os("PYTHONPATH"), std::env::current_dir()) {
        let places = std::env::split_paths(&path)
            .filter(|place| !place.as_os_str().is_empty())
            .map(|place| here.join(place));
        if let Ok(path) = std::env::join_paths(places) {
            command.env("PYTHONPATH", path);
        }
    }
}

/// Starts a process, and tells how it ended in the document's words: without the names of the folders it ran in, and without
/// what those before it have printed.
pub fn finish(
    mut command: Command,
    job: &Job<'_>,
    folder: &Folder,
    limits: &Limits,
) -> io::Result<Outcome> {
    let merged = job.is_merged();
    let input = job.example.attributes.stdin.clone().unwrap_or_default();
    let ended = process::run(&mut command, &input, limits, merged)?;
    let work = folder.work().display().to_string();
    let temporary = folder.temporary().display().to_string();
    let shown = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes)
            .replace(&format!("{work}/"), "")
            .replace(&work, "/home/example")
            .replace(&temporary, "/tmp")
    };
    let (mut out, mut err) = (shown(&ended.out), shown(&ended.err));
    let is_session = job.example.kind == Kind::Session;
    let mut stuck_before = None;
    if !job.before.is_empty() && !is_session {
        let ends = out.matches(SEPARATOR).count();
        // Merged, the sign of either output stands there.
        let ends = if merged { ends / 2 } else { ends };
        if ends < job.texts_before().len() {
            stuck_before = Some(ends);
        }
        let own = |text: &str| text.rsplit(SEPARATOR).next().unwrap_or_default().to_owned();
        (out, err) = (own(&out), own(&err));
    }
    let status = ended.status;
    let mut outcome = Outcome {
        status: status.and_then(|status| status.code()),
        signal: status.and_then(|status| std::os::unix::process::ExitStatusExt::signal(&status)),
        stopped: ended.stopped,
        stuck_before,
        texts_before: if is_session {
            job.texts_before().len()
        } else {
            0
        },
        ..Outcome::default()
    };
    if merged {
        outcome.both = out;
    } else {
        (outcome.out, outcome.err) = (out, err);
    }
    Ok(outcome)
}
