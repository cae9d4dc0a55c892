//! One process: started with limits, fed, listened to, and stopped when it takes too much, whatever it does meanwhile.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Pid, Resource, Rlimit, prlimit};
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How much an example may do.
#[derive(Clone, Debug)]
pub struct Limits {
    /// How long it may take, in life.
    pub time: Duration,
    /// How many seconds it may take of a virtual clock's time.
    pub virtual_time: u64,
    /// How many steps it may take: calls and turns of loops.
    pub steps: u64,
    /// How much memory it may have, in bytes.
    pub memory: u64,
    /// How much it may print, in bytes.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            time: Duration::from_secs(10),
            virtual_time: 30 * 24 * 3600,
            steps: 200_000_000,
            memory: 1 << 30,
            output: 4 << 20,
        }
    }
}

/// Address space that a process has beside the memory it uses: its stack, and what its allocator keeps for later.
const BESIDE: u64 = 3 << 30;

/// How large a file may become.
const FILE: u64 = 256 << 20;

/// How often a process is looked at while it says nothing.
const GLANCE: Duration = Duration::from_millis(20);

/// The same when it can say nothing more.
const SHORT: Duration = Duration::from_millis(1);

/// How a process ended.
#[derive(Default)]
pub struct Ended {
    /// What it wrote to standard output, or to both where they are one.
    pub out: Vec<u8>,
    /// What it wrote to standard error.
    pub err: Vec<u8>,
    /// How.
    pub status: Option<ExitStatus>,
    /// Why it was stopped.
    pub stopped: Option<String>,
}

/// Runs a command to its end. `merged`: both outputs go through one pipe, which keeps the order that a terminal would show.
pub fn run(command: &mut Command, input: &str, limits: &Limits, merged: bool) -> io::Result<Ended> {
    command.stdin(Stdio::piped());
    let mut streams: Vec<OwnedFd> = Vec::new();
    let mut child = if merged {
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        let child = command.spawn();
        // The command holds the ends for writing, which would keep the pipe open.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        streams.push(reader.into());
        child?
    } else {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        streams.extend(child.stdout.take().map(OwnedFd::from));
        streams.extend(child.stderr.take().map(OwnedFd::from));
        child
    };
    limit(&child, limits);
    if let Some(mut stdin) = child.stdin.take().filter(|_| !input.is_empty()) {
        let input = input.to_owned();
        // A program that reads nothing closes it, or leaves the text there.
        std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    }
    let mut ended = Ended::default();
    let attended = attend(&mut child, streams, limits, &mut ended);
    if attended.is_err() || ended.stopped.is_some() {
        // It may have ended meanwhile.
        let _ = child.kill();
    }
    ended.status = Some(child.wait()?);
    attended.map(|()| ended)
}

/// Waits until a process has ended, or has to be stopped, and takes what it says.
fn attend(
    child: &mut Child,
    streams: Vec<OwnedFd>,
    limits: &Limits,
    ended: &mut Ended,
) -> io::Result<()> {
    let deadline = Instant::now() + limits.time;
    let mut streams: Vec<Option<OwnedFd>> = streams.into_iter().map(Some).collect();
    for stream in streams.iter().flatten() {
        rustix::io::ioctl_fionbio(stream, true)?;
    }
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        wait(&streams, left)?;
        // What it has said is all there when it has ended, whoever it has left behind.
        let is_gone = child.try_wait()?.is_some();
        hear(&mut streams, limits, ended)?;
        if is_gone || ended.stopped.is_some() {
            return Ok(());
        }
        if left.is_zero() {
            let seconds = limits.time.as_secs_f64();
            ended.stopped = Some(format!(
                "took more than {seconds} s (`timeout=SECONDS` allows more)"
            ));
        } else if resident(child).is_some_and(|bytes| bytes > limits.memory) {
            ended.stopped = Some(too_much_memory(limits));
        }
    }
}

/// Waits until there is something to hear, or to look at again.
fn wait(streams: &[Option<OwnedFd>], left: Duration) -> io::Result<()> {
    let mut open: Vec<PollFd<'_>> = streams
        .iter()
        .flatten()
        .map(|stream| PollFd::new(stream, PollFlags::IN))
        .collect();
    // It has closed its outputs: it ends at once, or does something else.
    let pause = if open.is_empty() { SHORT } else { GLANCE };
    let span = Timespec::try_from(left.min(pause)).map_err(io::Error::other)?;
    match poll(&mut open, Some(&span)) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Takes all that can be heard now.
fn hear(streams: &mut [Option<OwnedFd>], limits: &Limits, ended: &mut Ended) -> io::Result<()> {
    let mut buffer = [0; 1 << 16];
    for (index, slot) in streams.iter_mut().enumerate() {
        while let Some(stream) = slot {
            let count = match rustix::io::read(stream, &mut buffer) {
                Ok(0) => {
                    *slot = None;
                    break;
                }
                Ok(count) => count,
                Err(Errno::INTR) => continue,
                Err(Errno::AGAIN) => break,
                Err(error) => return Err(error.into()),
            };
            let part = if index == 0 {
                &mut ended.out
            } else {
                &mut ended.err
            };
            part.extend_from_slice(&buffer[..count]);
            if (ended.out.len() + ended.err.len()) as u64 > limits.output {
                let most = megabytes(limits.output);
                ended.stopped = Some(format!(
                    "printed more than {most} MB (--limit=output=MB allows more)"
                ));
                return Ok(());
            }
        }
    }
    Ok(())
}

/// What is said of a process that wanted too much memory.
pub fn too_much_memory(limits: &Limits) -> String {
    let most = megabytes(limits.memory);
    format!("took more than {most} MB of memory (--limit=memory=MB allows more)")
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

/// How much memory a process has, where the system tells.
fn resident(child: &Child) -> Option<u64> {
    let told = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes << 10)
}

/// Sets the limits that the system keeps of a process that has just begun; where that cannot be done, time limits it.
fn limit(child: &Child, limits: &Limits) {
    let process = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let seconds = limits.time.as_secs() + 5;
    let all = [
        (Resource::Data, limits.memory.saturating_add(BESIDE)),
        (Resource::Fsize, FILE),
        (Resource::Core, 0),
        // For one that is left alone.
        (Resource::Cpu, seconds.saturating_mul(2)),
    ];
    for (resource, most) in all {
        let most = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        let _ = prlimit(process, resource, most);
    }
}
