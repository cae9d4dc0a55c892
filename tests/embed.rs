//! The interpreter in a Rust program: what a script may do is what its host says.

use snakelet::embed::{Confinement, Ending, Interpreter, Limit, Limits};
use snakelet::event_loop::clock::Choice;
use std::cell::RefCell;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

/// Output that the test keeps.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Kept {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow()).into_owned()
    }
}

/// Runs a script that may do nothing; what it prints, and what was refused.
fn confined(script: &str) -> (String, Vec<String>) {
    let (out, refused) = (Kept::default(), Rc::new(RefCell::new(Vec::new())));
    let noted = refused.clone();
    let interpreter = Interpreter::builder()
        .stdout(out.clone())
        .confine(Confinement {
            folders: Some(Vec::new()),
            network: false,
            processes: false,
            option: "",
            noted: Box::new(move |what| noted.borrow_mut().push(what.to_owned())),
        })
        .build();
    assert_eq!(
        interpreter.run_source("<script>", script),
        Ending::Status(0)
    );
    let refused = refused.borrow().clone();
    (out.text(), refused)
}

#[test]
fn a_host_may_confine_a_script() {
    let script = "for action in (lambda: open('/etc/not-there', 'w'), lambda: __import__('subprocess').run(['true']),\n               \
                  lambda: __import__('socket').create_connection(('10.1.2.3', 80), 1)):\n    try:\n        action()\n    except PermissionError as error:\n        \
                  print(error)\n";
    let (said, refused) = confined(script);
    assert_eq!(
        said,
        "[Errno 1] writing outside of the temporary folder is not permitted: '/etc/not-there'\n[Errno 1] starting a process is not permitted: 'true'\n\
         [Errno 1] connecting to another program or machine is not permitted: '10.1.2.3:80'\n"
    );
    assert_eq!(refused[1], "starting a process is not permitted: true");
    assert!(!Path::new("/etc/not-there").exists());
}

#[test]
fn nothing_is_forbidden_by_default() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("embed.txt");
    let script = format!(
        "open({:?}, 'w').write('x')\n__import__('subprocess').run(['true'])\n",
        file.display().to_string()
    );
    let ending = Interpreter::builder()
        .build()
        .run_source("<script>", &script);
    assert_eq!(ending, Ending::Status(0));
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), "x");
}

#[test]
fn limits_are_told_to_the_host() {
    for (script, wanted) in [
        ("while True: pass", Limit::Steps(5000)),
        (
            "import time\ntime.sleep(100)\nwhile True: pass",
            Limit::VirtualTime(60),
        ),
    ] {
        let reached = Rc::new(RefCell::new(Vec::new()));
        let told = reached.clone();
        let interpreter = Interpreter::builder()
            .clock(Choice::Virtual { start: 0 })
            .limits(Limits {
                steps: Some(5000),
                virtual_time: 60,
                exceeded: Box::new(move |vm, limit| {
                    told.borrow_mut().push(limit);
                    vm.interrupt.request();
                }),
            })
            .build();
        assert_eq!(
            interpreter.run_source("<script>", script),
            Ending::Interrupted
        );
        assert_eq!(reached.borrow().first(), Some(&wanted));
    }
}
