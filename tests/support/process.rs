//! Running a program to its end: its input fed, its output collected, never waited for longer than a limit.
//! What is run and what is expected of it is the caller's.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a program did.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
    /// Its exit status; minus the signal's number if a signal ended it.
    pub status: i32,
}

/// No test's program may run longer than this.
const LIMIT: Duration = Duration::from_secs(60);

/// Run `command` with `input` as its standard input.
pub fn run(command: &mut Command, input: &str) -> Result<Outcome, String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{command:?} does not start: {error}"))?;
    feed(&mut child, input);
    finish(child)
}

/// Write the input and close it. A program that ends without reading it all is no fault.
fn feed(child: &mut Child, input: &str) {
    let input = input.as_bytes().to_vec();
    if let Some(mut pipe) = child.stdin.take() {
        thread::spawn(move || pipe.write_all(&input));
    }
}

/// Collect what the program writes until it has ended.
pub fn finish(mut child: Child) -> Result<Outcome, String> {
    let stdout = collect(child.stdout.take());
    let stderr = collect(child.stderr.take());
    let status = wait(&mut child)?;
    Ok(Outcome {
        stdout: stdout
            .join()
            .map_err(|_| "standard output could not be read")?,
        stderr: stderr
            .join()
            .map_err(|_| "standard error could not be read")?,
        status,
    })
}

/// Read a pipe to its end beside the program.
fn collect(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Wait for the end; a program over the limit is killed.
fn wait(child: &mut Child) -> Result<i32, String> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(500);
    loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return Ok(number(status));
        }
        if start.elapsed() > LIMIT {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("no end within {LIMIT:?}"));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}

/// The exit status as one number.
fn number(status: std::process::ExitStatus) -> i32 {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        if let Some(signal) = status.signal() {
            return -signal;
        }
    }
    status.code().unwrap_or(-1)
}
