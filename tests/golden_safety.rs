//! What examples of documents may not do: reach out of their folder, into the network, to other processes; and what they
//! may not take: time, steps, memory, output. None of it harms the examples beside them.

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::path::Path;

#[path = "support/golden.rs"]
mod golden;
#[path = "support/process.rs"]
mod process;

use golden::{command, document, folder, run, summary};

/// A page with one program, which tries what stands in each line, and prints what came of it.
fn trying(setup: &str, attempts: &[&str]) -> String {
    let tries: String = attempts
        .iter()
        .map(|attempt| format!("attempt(lambda: {attempt})\n"))
        .collect();
    format!(
        "```python\nimport asyncio, os, pathlib, shutil, signal, socket, subprocess, logging, gzip, io\n\
         def attempt(action):\n    try:\n        action()\n        print('done')\n    except BaseException as error:\n        \
         print(type(error).__name__, '|', error)\n{setup}\n{tries}```\n"
    )
}

/// What the attempts of a page print, a line for each.
fn told(test: &str, setup: &str, attempts: &[&str], options: &[&str]) -> Vec<String> {
    let path = document(test, "page.md", trying(setup, attempts));
    let mut arguments = vec!["--update"];
    arguments.extend(options);
    let outcome = run(&arguments, &path);
    let page = fs::read_to_string(&path).expect("the page");
    let output = page.split("```output\n").nth(1).unwrap_or_default();
    let lines: Vec<String> = output
        .lines()
        .take_while(|line| *line != "```")
        .map(str::to_owned)
        .collect();
    assert_eq!(lines.len(), attempts.len(), "{page}\n{}", outcome.stdout);
    lines
}

/// Every attempt is refused, with a word on the option that allows it.
fn refuses(test: &str, setup: &str, attempts: &[&str], option: &str) {
    let lines = told(test, setup, attempts, &[]);
    for (attempt, line) in attempts.iter().zip(&lines) {
        let is_refused = line.starts_with("PermissionError | [Errno 1] ") && line.contains(option);
        assert!(is_refused, "{attempt}: {line}");
    }
}

#[test]
fn files_elsewhere_are_not_touched() {
    let home = folder("elsewhere");
    let victim = home.join("victim");
    fs::write(&victim, "precious").expect("a file");
    fs::create_dir(home.join("empty")).expect("a folder");
    let (home, victim) = (home.display(), victim.display());
    let setup = format!(
        "V, H = '{victim}', '{home}'\nopen('inside', 'w').close()\nos.symlink(V, 'link'); os.symlink(H, 'folder'); os.symlink(H + '/new', 'dangling')\n\
         os.symlink('folder', 'twice')\nreading = os.open(V, os.O_RDONLY)"
    );
    refuses(
        "elsewhere_page",
        &setup,
        &[
            "open(V, 'w')",
            "open(V, 'a')",
            "open(V, 'r+')",
            "open(V, 'xb')",
            "open(H + '/new', 'w')",
            "open('link', 'w')",
            "open('folder/victim', 'w')",
            "open('twice/./victim', 'w')",
            "open('dangling', 'w')",
            "open('../work/../../../../../../../..' + V, 'w')",
            "open(f'/dev/fd/{reading}', 'w')",
            "open(f'/proc/self/fd/{reading}', 'w')",
            "open(f'/proc/{os.getppid()}/fd/1', 'w')",
            "open('/proc/self/oom_score_adj', 'w')",
            "io.FileIO(V, 'w')",
            "os.open(V, os.O_WRONLY)",
            "os.open(V, os.O_RDWR)",
            "os.open(V, os.O_RDONLY | os.O_TRUNC)",
            "os.open(H + '/new', os.O_CREAT)",
            "os.open(H, 0o20200000 | os.O_RDWR)",
            "os.remove(V)",
            "os.unlink('folder/victim')",
            "os.rename(V, 'mine')",
            "os.rename('inside', V)",
            "os.replace('inside', 'folder/victim')",
            "os.rename('folder/', 'mine')",
            "os.mkdir(H + '/new')",
            "os.makedirs(H + '/new/newer')",
            "os.rmdir(H + '/empty')",
            "os.symlink('x', H + '/new')",
            "os.link(V, 'mine')",
            "os.link('inside', H + '/new')",
            "os.chmod(V, 0o777)",
            "os.chmod(reading, 0o777)",
            "os.chmod('link', 0o777)",
            "os.chown(V, 0, 0)",
            "os.utime('link')",
            "os.truncate(V, 0)",
            "os.truncate('link', 0)",
            "pathlib.Path(V).write_text('x')",
            "pathlib.Path(V).unlink()",
            "pathlib.Path(H, 'new').touch()",
            "pathlib.Path(H, 'new').mkdir()",
            "shutil.copy('inside', V)",
            "shutil.move('inside', H + '/new')",
            "shutil.rmtree('folder/empty')",
            "logging.FileHandler(H + '/new')",
            "gzip.open(H + '/new', 'wb')",
            "socket.socket(socket.AF_UNIX).bind(H + '/new')",
        ],
        "--allow=write",
    );
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden/elsewhere");
    assert_eq!(
        fs::read_to_string(home.join("victim")).expect("a file"),
        "precious"
    );
    let mut names: Vec<_> = fs::read_dir(&home)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["empty", "victim"]);
}

#[test]
fn the_folder_of_an_example_is_its_own() {
    let text = "```python\nimport os, pathlib, shutil, tempfile\nopen('a', 'w').write('x')\npathlib.Path('d/e').mkdir(parents=True)\n\
                os.rename('a', 'd/b'); os.chmod('d/b', 0o600); os.utime('d/b'); os.symlink('b', 'd/l'); os.link('d/b', 'd/h'); os.truncate('d/l', 0)\n\
                with open('d/l', 'a') as file: file.write('yz')\nprint(open('d/h').read())\nwith tempfile.TemporaryDirectory() as folder:\n    \
                print(pathlib.Path(folder, 'z').write_text('q'), folder)\nshutil.rmtree('d')\nopen('/dev/null', 'w').write('x')\nprint(os.listdir())\n```\n\n\
                ```text\nyz\n1 /tmp/tmpabcdefgh\n['example.py']\n```\n\n```python\nimport os\nprint(os.listdir('.'), os.getcwd())\n```\n\n\
                ```text\n['example.py'] /home/example\n```\n";
    let path = document("own_folder", "page.md", text);
    let outcome = run(&[], &path);
    assert_eq!(
        summary(&outcome),
        "2 passed, 0 failed, 0 skipped",
        "{}",
        outcome.stdout
    );
    assert!(
        outcome
            .stdout
            .contains("(1 without comparing addresses and places)"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn the_network_is_not_reached() {
    refuses(
        "network",
        "",
        &[
            "socket.create_connection(('93.184.216.34', 80), 1)",
            "socket.create_connection(('example.com', 80), 1)",
            "socket.getaddrinfo('example.com', 80)",
            "socket.gethostbyname('example.com')",
            "socket.socket().connect_ex(('10.1.2.3', 80))",
            "socket.socket(socket.AF_INET6).connect(('2001:db8::1', 80))",
            "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('8.8.8.8', 53))",
            "socket.socket(type=socket.SOCK_DGRAM).connect(('8.8.8.8', 53))",
            "socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)",
            "socket.socket(16, 3)",
            "socket.socket().bind(('10.1.2.3', 0))",
            "asyncio.run(asyncio.open_connection('example.com', 80))",
            "asyncio.run(asyncio.open_connection('1.2.3.4', 80))",
            "asyncio.run(asyncio.start_server(print, '10.1.2.3', 80))",
        ],
        "--allow=net",
    );
}

#[test]
fn servers_of_this_machine_are_as_if_they_were_not_there() {
    let server = TcpListener::bind("127.0.0.1:0").expect("a server");
    let port = server.local_addr().expect("an address").port();
    let connect = format!("socket.create_connection(('127.0.0.1', {port}), 1)");
    let lines = told("strangers", "", &[&connect], &[]);
    assert_eq!(
        lines,
        ["ConnectionRefusedError | [Errno 111] Connection refused"]
    );
    server.set_nonblocking(true).expect("a choice");
    assert!(server.accept().is_err());
    // A failure names the option, whatever the program has made of the error.
    let text = format!(
        "```python\nimport socket\ntry:\n    {connect}\nexcept OSError:\n    print('no')\n```\n\n```text\nyes\n```\n"
    );
    let outcome = run(&[], &document("strangers_said", "page.md", text));
    let said = format!(
        "page.md:2: 127.0.0.1:{port} was not asked: reaching other programs needs --allow=net\n"
    );
    assert!(outcome.stdout.contains(&said), "{}", outcome.stdout);
    assert_eq!(
        told("strangers_allowed", "", &[&connect], &["--allow=net"]),
        ["done"]
    );
    assert!(server.accept().is_ok());
}

/// An echo server and its client, at a port that is always the same.
const ECHO: &str = "import asyncio, socket\n\nasync def handle(reader, writer):\n    writer.write(await reader.readline())\n    await writer.drain()\n    \
    writer.close()\n\nasync def main():\n    for host, peer in [('127.0.0.1', '127.0.0.1'), ('localhost', 'localhost'), ('0.0.0.0', '127.0.0.1'), (None, '127.0.0.1')]:\n        \
    server = await asyncio.start_server(handle, host, 47123)\n        print(server.sockets[0].getsockname())\n        \
    reader, writer = await asyncio.open_connection(peer, 47123)\n        writer.write(b'hello\\n')\n        print(await reader.readline())\n        \
    writer.close()\n        server.close()\n        await server.wait_closed()\n    server = await asyncio.start_unix_server(handle, 'socket')\n    \
    reader, writer = await asyncio.open_unix_connection('socket')\n    writer.write(b'unix\\n')\n    print(await reader.readline())\n    writer.close()\n    server.close()\n    \
    a, b = socket.socketpair()\n    a.send(b'pair')\n    print(b.recv(9))\n\nasyncio.run(main())\n";

#[test]
fn servers_of_an_example_are_its_own() {
    let shown = "('127.0.0.1', 47123)\nb'hello\\n'\n('127.0.0.1', 47123)\nb'hello\\n'\n('0.0.0.0', 47123)\nb'hello\\n'\n('0.0.0.0', 47123)\nb'hello\\n'\n\
                 b'unix\\n'\nb'pair'\n";
    // Several at once want the same port: those that met another are run again, alone.
    let text = format!("```python\n{ECHO}```\n\n```text\n{shown}```\n\n").repeat(6);
    let outcome = run(&["--jobs=6"], &document("echo", "page.md", text));
    assert_eq!(
        summary(&outcome),
        "6 passed, 0 failed, 0 skipped",
        "{}",
        outcome.stdout
    );
}

#[test]
fn processes_are_neither_started_nor_stopped() {
    refuses(
        "processes",
        "import _subprocess",
        &[
            "subprocess.run(['echo', 'hi'])",
            "subprocess.Popen('echo hi', shell=True)",
            "subprocess.check_output('echo')",
            "asyncio.run(asyncio.create_subprocess_exec('echo'))",
            "asyncio.run(asyncio.create_subprocess_shell('echo'))",
            "_subprocess.spawn(['true'], None, None, None, -1, -1, -1, (), None)",
            "os.kill(os.getppid(), 9)",
            "os.kill(1, 0)",
            "os.kill(0, 9)",
            "os.kill(-1, 9)",
            "_subprocess.kill(os.getppid(), 9)",
        ],
        "--allow=run",
    );
}

#[test]
fn what_is_allowed_is_done() {
    let home = folder("allowed");
    let file = home.join("new");
    let write = format!("open('{}', 'w').write('x')", file.display());
    let run = "print(subprocess.run(['echo', 'hi'], capture_output=True).stdout) or exit()";
    let lines = told(
        "allowed_write",
        "",
        &[&write, "subprocess.run(['true'])"],
        &["--allow=write"],
    );
    assert!(
        lines[0] == "done" && lines[1].contains("--allow=run"),
        "{lines:?}"
    );
    assert_eq!(fs::read_to_string(&file).expect("a file"), "x");
    let lines = told(
        "allowed_run",
        "",
        &["subprocess.run(['true'])", &write],
        &["--allow=run"],
    );
    assert!(
        lines[0] == "done" && lines[1].contains("--allow=write"),
        "{lines:?}"
    );
    let both = told(
        "allowed_both",
        "",
        &["subprocess.run(['true'])", &write],
        &["--allow=run,write"],
    );
    let all = told(
        "allowed_all",
        "",
        &["subprocess.run(['true'])", &write],
        &["--allow=all"],
    );
    assert_eq!([both, all].concat(), ["done"; 4], "{run}");
}

#[test]
fn hostile_examples_stop_nobody() {
    let hostile = [
        ("while True: pass", "took more than 0.7 s"),
        (
            "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
            "took more than 0.7 s",
        ),
        (
            "def f(): f()\nf()",
            "RecursionError: maximum recursion depth exceeded",
        ),
        (
            "import sys\nsys.setrecursionlimit(10**9)\ndef f(n): return f(n + 1)\nf(0)",
            // Its stack is as large as the memory that it may have.
            "page.md:",
        ),
        ("while True: print('x' * 1000)", "printed more than 4 MB"),
        (
            "import sys\nwhile True: print('x' * 1000, file=sys.stderr)",
            "printed more than 4 MB",
        ),
        (
            "import threading\ndef f():\n    while True: pass\nthreading.Thread(target=f).start()",
            "took more than 0.7 s",
        ),
        ("import os\nos._exit(3)", "it ended with the status 3"),
        (
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
            "it was ended by SIGKILL",
        ),
        (
            "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
            "took more than 0.7 s",
        ),
        (
            "import os\nos.close(1); os.close(2)\nwhile True: pass",
            "took more than 0.7 s",
        ),
        (
            "import sys\nsys.stdout.close()\nprint(1)",
            "ValueError: I/O operation on closed file",
        ),
        (
            "import os\nos.read(os.pipe()[0], 1)",
            "took more than 0.7 s",
        ),
        (
            "import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())",
            "it ended with the status 70",
        ),
        (
            "import asyncio\nasyncio.run(asyncio.sleep(10**8))",
            "went on for more than 2592000 s of virtual time",
        ),
        (
            "import threading, time\nthreading.Thread(target=lambda: time.sleep(10**8)).start()",
            "went on for more than 2592000 s of virtual time",
        ),
        (
            "class A:\n    def __del__(self):\n        while True: pass\na = A()",
            "took more than 0.7 s",
        ),
        (
            "import atexit\n@atexit.register\ndef f():\n    while True: pass",
            "took more than 0.7 s",
        ),
        ("10 ** 10 ** 10", "MemoryError"),
        ("input()", "EOFError"),
    ];
    let mut text = "```python\nprint('first')\n```\n\n```text\nfirst\n```\n\n".to_owned();
    for (code, said) in hostile {
        // The others come to their ends by themselves, however busy the machine is.
        let own = if said.starts_with("took") {
            " timeout=0.7"
        } else {
            ""
        };
        text.push_str(&format!("```python{own}\n{code}\n```\n\n"));
    }
    text.push_str("```python\nprint('last')\n```\n\n```text\nlast\n```\n");
    let outcome = run(
        &["--jobs=8", "--limit=time=60"],
        &document("hostile", "page.md", &text),
    );
    let wanted = format!("2 passed, {} failed, 0 skipped", hostile.len());
    assert_eq!(summary(&outcome), wanted, "{}", outcome.stdout);
    let lines = outcome
        .stdout
        .lines()
        .filter(|line| line.starts_with("page.md:"));
    for ((code, said), line) in hostile.iter().zip(lines) {
        let at = text.find(&format!("\n{code}\n```")).expect("the code");
        let number = text[..=at].matches('\n').count() + 1;
        assert!(
            line.starts_with(&format!("page.md:{number}: ")) && line.contains(said),
            "{code}: {line}"
        );
    }
}

#[test]
fn limits_are_kept() {
    let says = |test: &str, code: &str, options: &[&str], said: &str| {
        let text =
            format!("```python\n{code}\n```\n\n```python\nprint(1)\n```\n\n```text\n1\n```\n");
        let outcome = run(options, &document(test, "page.md", text));
        assert_eq!(
            summary(&outcome),
            "1 passed, 1 failed, 0 skipped",
            "{}",
            outcome.stdout
        );
        assert!(
            outcome.stdout.starts_with(&format!("page.md:2: {said}")),
            "{}",
            outcome.stdout
        );
    };
    says(
        "steps",
        "for i in range(20000): pass",
        &["--limit=steps=10000"],
        "took more than 10000 steps (--limit=steps=N allows more)",
    );
    says(
        "steps_calls",
        "def f(): pass\nwhile True: f()",
        &["--limit=steps=10000"],
        "took more than 10000 steps",
    );
    says(
        "time",
        "while True: pass",
        &["--limit=time=0.5"],
        "took more than 0.5 s (`timeout=SECONDS` allows more)",
    );
    says(
        "timeout",
        "while True: pass",
        &["--timeout=0.5"],
        "took more than 0.5 s",
    );
    says(
        "virtual",
        "import time\nwhile True: time.sleep(60)",
        &["--limit=virtual=3600"],
        "went on for more than 3600 s of virtual time",
    );
    says(
        "memory",
        "x = []\nwhile True: x.append(b'x' * 100000)",
        &["--limit=memory=64"],
        "took more than 64 MB of memory (--limit=memory=MB allows more)",
    );
    says(
        "output",
        "print('x' * 300000)",
        &["--limit=output=0.25"],
        "printed more than 0.25 MB (--limit=output=MB allows more)",
    );
    // What says how long it may take may take as many steps as it likes.
    let text = "```python timeout=20\nfor i in range(20000): pass\n```\n";
    assert_eq!(
        run(
            &["--limit=steps=10000"],
            &document("steps_timeout", "page.md", text)
        )
        .status,
        0
    );
}

#[test]
fn what_an_interrupted_run_leaves_is_nothing() {
    let text = "```python\nwhile True: pass\n```\n";
    let path = document("interrupted", "page.md", text);
    let temporary = folder("interrupted_tmp");
    let mut asked = command(&["page.md"], path.parent().expect("a folder"));
    let mut child = asked
        .env("TMPDIR", &temporary)
        .spawn()
        .expect("the binary starts");
    let count = || fs::read_dir(&temporary).expect("a folder").count();
    while count() == 0 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    // The folder is there before what cleans it up.
    std::thread::sleep(std::time::Duration::from_millis(100));
    let mut kill = std::process::Command::new("kill");
    kill.arg(child.id().to_string())
        .status()
        .expect("it is killed");
    child.wait().expect("it ends");
    assert_eq!(count(), 0);
    std::io::stdout().flush().expect("standard output");
}
