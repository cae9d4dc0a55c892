//! Programs of the network against real peers over the loopback: ours and the reference's, each way, and `curl`. How many
//! messages go is said by `SNAKELET_MESSAGES`.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

#[path = "support/process.rs"]
mod process;
#[path = "support/reference.rs"]
#[allow(
    dead_code,
    reason = "where its library lies matters for tracebacks alone"
)]
mod reference;

use process::Outcome;
use reference::{Reference, snakelet};

/// How many connections the client has.
const CONNECTIONS: usize = 200;

fn script(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support");
    folder.join(name).display().to_string()
}

/// A server, which ends with the test.
struct Server {
    child: Child,
    port: String,
}

impl Server {
    fn start(mut command: Command, name: &str) -> Server {
        let started = command
            .arg(script(name))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn();
        let mut child = started.expect("the server starts");
        let mut port = String::new();
        let output = child.stdout.take().expect("its output is a pipe");
        BufReader::new(output)
            .read_line(&mut port)
            .expect("the server tells its port");
        Server {
            child,
            port: port.trim().to_owned(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn run(command: &mut Command) -> Outcome {
    process::run(command, "").unwrap_or_else(|problem| panic!("{problem}"))
}

/// Has a client of one side talk to a server of the other.
fn echo(server: Command, mut client: Command) {
    let messages = std::env::var("SNAKELET_MESSAGES").unwrap_or_else(|_| "2000".to_owned());
    let server = Server::start(server, "_echo_server.py");
    let connections = CONNECTIONS.to_string();
    let arguments = [
        &script("_echo_client.py"),
        &server.port,
        &connections,
        &messages,
    ];
    let outcome = run(client.args(arguments));
    assert_eq!(outcome.stderr, "");
    let begin = format!("{connections} connections {messages} messages ");
    assert!(outcome.stdout.starts_with(&begin), "{}", outcome.stdout);
}

#[test]
fn a_server_here_and_a_client_of_the_reference() {
    if let Some(reference) = Reference::find() {
        echo(snakelet(), reference.command());
    }
}

#[test]
fn a_server_of_the_reference_and_a_client_here() {
    if let Some(reference) = Reference::find() {
        echo(reference.command(), snakelet());
    }
}

#[test]
fn a_server_and_a_client_here() {
    echo(snakelet(), snakelet());
}

#[test]
fn curl_reads_answers_of_a_server_here() {
    if Command::new("curl").arg("--version").output().is_err() {
        return;
    }
    let server = Server::start(snakelet(), "_http_server.py");
    let address = |path: &str| format!("http://127.0.0.1:{}{path}", server.port);
    let mut curl = Command::new("curl");
    curl.args(["-sS", "--noproxy", "*", &address("/"), &address("/chunks")]);
    let outcome = run(&mut curl);
    let rest = "x".repeat(100_000);
    let expected = format!("GET / HTTP/1.1\nGET /chunks HTTP/1.1\n{rest}\n");
    assert_eq!(outcome.stderr, "");
    assert!(outcome.stdout == expected, "{} bytes", outcome.stdout.len());
}

#[test]
fn standard_input_is_a_file() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("input.txt");
    std::fs::write(&path, "one\ntwo\nthree\n").expect("the file is written");
    let answer = |mut command: Command| {
        let file = std::fs::File::open(&path).expect("the file is there");
        command.arg(script("_file_as_input.py")).arg(&path);
        let done = command.stdin(file).output().expect("the program runs");
        assert_eq!(String::from_utf8_lossy(&done.stderr), "");
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    let ours = answer(snakelet());
    assert_eq!(ours.lines().count(), 6, "{ours}");
    if let Some(reference) = Reference::find() {
        assert_eq!(ours, answer(reference.command()));
    }
}
