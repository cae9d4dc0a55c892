//! The command line: which options there are, what is run, and how the process ends. Running programs is the library's
//! `embed.rs`; here are the terminal, files, signals and the thread with the large stack.

use clap::{Arg, ArgAction, ArgMatches, Command};
use snakelet::diagnostics::{ErrorReport, WarningReport};
use snakelet::embed::{Ending, Interpreter, Program};
use snakelet::event_loop::clock::Choice;
use snakelet::interp::output::Buffering;
use snakelet::report::{Look, Rendering};
use snakelet_grammar::error::{SyntaxError, SyntaxWarning};
use snakelet_grammar::source::Source;
use std::io::{IsTerminal, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::exit;
use std::rc::Rc;
use std::sync::mpsc;

/// Wrong options, or a file that cannot be read.
const USAGE: i32 = 2;

/// A fault of the interpreter itself.
const INTERNAL_ERROR: i32 = 71;

/// The native stack of the thread that runs programs; only what is used takes memory.
const STACK: usize = 512 << 20;

/// What of it programs may not use, so that errors can still be reported.
const RESERVE: usize = 8 << 20;

/// What the command line asks for.
struct Request {
    options: ArgMatches,
    what: What,
    /// What comes behind it.
    rest: Vec<String>,
}

/// What is to be run.
#[derive(Clone, PartialEq)]
enum What {
    File(String),
    Code(String),
    Module(String),
    Input,
    Check,
    Nothing,
}

/// Does what the command line asks for, and ends the process.
pub fn main() -> ! {
    let all: Vec<String> = std::env::args_os()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    let request = match parse(&all) {
        Ok(request) => request,
        Err(error) => {
            let _ = error.print();
            exit(if error.use_stderr() { USAGE } else { 0 });
        }
    };
    if request.what == What::Check {
        exit(on_large_stack(move || check(&request)));
    }
    if request.what == What::Nothing {
        if std::io::stdin().is_terminal() {
            eprintln!(
                "snakelet: give a FILE, -c CODE or a pipe; see --help. There is no prompt so far."
            );
            exit(USAGE);
        }
        run(
            Request {
                what: What::Input,
                ..request
            },
            all,
        );
    }
    run(request, all)
}

fn command() -> Command {
    let ignored = |name: &'static str, help: &'static str| {
        Arg::new(name)
            .short(name.chars().next())
            .action(ArgAction::Count)
            .help(help)
    };
    Command::new("snakelet")
        .version(concat!(env!("CARGO_PKG_VERSION"), " (Python 3.13)"))
        .about("Runs Python's async programs")
        .override_usage("snakelet [OPTIONS] FILE [ARG…]\n       snakelet [OPTIONS] -c CODE [ARG…]\n       snakelet [OPTIONS] -m MODULE [ARG…]\n       snakelet [OPTIONS] - [ARG…]\n       snakelet [OPTIONS] check FILE…")
        .after_help("`check FILE…` looks for mistakes without running anything.\nEverything behind FILE, CODE or MODULE belongs to the script.")
        .disable_version_flag(true)
        .arg(Arg::new("code").short('c').value_name("CODE").allow_hyphen_values(true).help("Run code given as text"))
        .arg(Arg::new("module").short('m').value_name("MODULE").help("Run a module found along sys.path"))
        .arg(long("clock", "real|virtual[:HH:MM:SS]|Nx", "What tells the time; a virtual clock jumps over waits").value_parser(Choice::parse))
        .arg(long("errors", "WHEN", "How errors are shown").value_parser(["auto", "python", "fancy", "json"]))
        .arg(long("color", "WHEN", "Whether errors have colours").value_parser(["auto", "always", "never"]))
        .arg(long("seed", "N", "The seed of string hashes, as PYTHONHASHSEED").value_parser(clap::value_parser!(u32)))
        .arg(Arg::new("W").short('W').value_name("FILTER").action(ArgAction::Append).allow_hyphen_values(true).help("Which warnings are shown: action:message:category:module:line"))
        .arg(Arg::new("X").short('X').value_name("OPTION").action(ArgAction::Append).allow_hyphen_values(true).help("Accepted and ignored"))
        .arg(ignored("u", "Hand on each piece of output at once"))
        .arg(ignored("E", "Ignore PYTHON* environment variables"))
        .arg(ignored("I", "As -E, and nothing but the library is importable"))
        .args(["B", "O", "P", "S", "b", "d", "i", "q", "s", "v", "x"].map(|name| ignored(name, "Accepted and ignored").hide(true)))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help("Print the version"))
}

fn long(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .require_equals(true)
        .help(help)
}

fn parse(all: &[String]) -> Result<Request, clap::Error> {
    let end = options_end(&all[1..]) + 1;
    let options = command().try_get_matches_from(&all[..end])?;
    let mut rest = all[end..].to_vec();
    let text = |name: &str| options.get_one::<String>(name).cloned();
    let what = match (text("code"), text("module")) {
        (Some(code), _) => What::Code(code),
        (None, Some(module)) => What::Module(module),
        (None, None) if rest.is_empty() => What::Nothing,
        (None, None) => match rest.remove(0) {
            first if first == "-" => What::Input,
            first if first == "check" => What::Check,
            first => What::File(first),
        },
    };
    Ok(Request {
        options,
        what,
        rest,
    })
}

/// How many arguments are options: those behind what is run belong to the script.
fn options_end(args: &[String]) -> usize {
    let mut index = 0;
    while let Some(arg) = args.get(index) {
        let Some(letters) = arg.strip_prefix('-').filter(|letters| !letters.is_empty()) else {
            return index;
        };
        index += 1;
        if letters.starts_with('-') {
            continue;
        }
        if let Some(at) = letters.find(['c', 'm', 'W', 'X']) {
            let is_last = at + 1 == letters.len();
            index += usize::from(is_last);
            if letters[at..].starts_with(['c', 'm']) {
                return index.min(args.len());
            }
        }
    }
    index.min(args.len())
}

/// An environment variable that is set and not empty, unless the environment is to be ignored.
fn variable(options: &ArgMatches, name: &str) -> Option<String> {
    let ignores = options.get_count("E") + options.get_count("I") > 0;
    std::env::var(name)
        .ok()
        .filter(|value| !ignores && !value.is_empty())
}

fn look(options: &ArgMatches) -> Look {
    let text = |name: &str| {
        options
            .get_one::<String>(name)
            .map_or("auto", String::as_str)
    };
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_terminal = std::io::stderr().is_terminal();
    let is_plain = set("NO_COLOR") || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    Look {
        rendering: match text("errors") {
            "python" => Rendering::Python,
            "fancy" => Rendering::Fancy,
            "json" => Rendering::Json,
            _ if is_terminal => Rendering::Fancy,
            _ => Rendering::Python,
        },
        colour: match text("color") {
            "always" => true,
            "never" => false,
            _ => set("FORCE_COLOR") && !set("NO_COLOR") || is_terminal && !is_plain,
        },
        width: width().unwrap_or(80),
    }
}

/// The width of the terminal that errors are shown on.
fn width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stderr()).ok()?;
    Some(usize::from(size.ws_col)).filter(|&columns| columns > 0)
}

fn hash_seed(options: &ArgMatches) -> u32 {
    if let Some(&seed) = options.get_one::<u32>("seed") {
        return seed;
    }
    match variable(options, "PYTHONHASHSEED").as_deref() {
        None => 0,
        Some("random") => {
            use std::hash::{BuildHasher, Hasher};
            let random = std::collections::hash_map::RandomState::new()
                .build_hasher()
                .finish();
            (random as u32).max(1)
        }
        Some(text) => text.parse().unwrap_or_else(|_| {
            eprintln!(
                "snakelet: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]"
            );
            exit(1);
        }),
    }
}

/// A program as it was read.
struct Loaded {
    name: String,
    bytes: Vec<u8>,
    file: Option<String>,
    is_shown: bool,
    argv0: String,
    path0: Option<String>,
}

fn load(what: &What, path: &[String]) -> Loaded {
    let plain = |name: &str, argv0: &str, bytes: Vec<u8>, is_shown| Loaded {
        name: name.to_owned(),
        bytes,
        file: None,
        is_shown,
        argv0: argv0.to_owned(),
        path0: Some(String::new()),
    };
    match what {
        What::Code(code) => plain("<string>", "-c", format!("{code}\n").into_bytes(), true),
        What::Input => {
            let mut bytes = Vec::new();
            if let Err(error) = std::io::stdin().read_to_end(&mut bytes) {
                eprintln!("snakelet: can't read standard input: {error}");
                exit(USAGE);
            }
            plain("<stdin>", "-", bytes, false)
        }
        What::Module(module) => load_file(&find_module(module, path), true),
        What::File(file) => load_file(file, false),
        What::Check | What::Nothing => plain("", "", Vec::new(), true),
    }
}

/// The file of the module that `-m` names.
fn find_module(module: &str, path: &[String]) -> String {
    let relative = module.replace('.', "/");
    let places = std::iter::once("").chain(path.iter().map(String::as_str));
    for place in places {
        let base = Path::new(if place.is_empty() { "." } else { place }).join(&relative);
        for file in [base.join("__main__.py"), base.with_extension("py")] {
            if file.is_file() {
                return file.display().to_string();
            }
        }
    }
    eprintln!("snakelet: No module named {module}");
    exit(1);
}

fn load_file(file: &str, is_module: bool) -> Loaded {
    let mut path = absolute(file);
    if Path::new(&path).is_dir() {
        let inside = format!("{}/__main__.py", path.trim_end_matches('/'));
        if !Path::new(&inside).is_file() {
            eprintln!("snakelet: can't find '__main__' module in '{file}'");
            exit(1);
        }
        path = inside;
    }
    let bytes = std::fs::read(&path).unwrap_or_else(|error| {
        let number = error.raw_os_error().unwrap_or(0);
        let text = snakelet::objects::exceptions::os_error::describe(number);
        eprintln!("snakelet: can't open file '{path}': [Errno {number}] {text}");
        exit(USAGE);
    });
    let resolved = std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone().into());
    let directory = resolved.parent().map(|parent| parent.display().to_string());
    let here = std::env::current_dir().map(|here| here.display().to_string());
    Loaded {
        name: path.clone(),
        bytes,
        file: Some(path.clone()),
        is_shown: true,
        argv0: if is_module { path } else { file.to_owned() },
        path0: if is_module { here.ok() } else { directory },
    }
}

/// A path from the root; `..` and links in it stay.
fn absolute(file: &str) -> String {
    if file.starts_with('/') {
        return file.to_owned();
    }
    let file = file.strip_prefix("./").unwrap_or(file);
    match std::env::current_dir() {
        Ok(here) => format!(
            "{}/{file}",
            here.display().to_string().trim_end_matches('/')
        ),
        Err(_) => file.to_owned(),
    }
}

/// Runs a program on a thread with a large stack while this one listens to signals, and ends the process as it ended.
fn run(request: Request, all: Vec<String>) -> ! {
    quiet_panics();
    let (tell, told) = mpsc::channel();
    let mut signals = signal_hook::iterator::Signals::new([signal_hook::consts::SIGINT]);
    let handle = signals.as_ref().ok().map(|signals| signals.handle());
    let runner = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || {
            let ending = catch_unwind(AssertUnwindSafe(|| {
                let (interpreter, loaded) = prepare(&request, all);
                let _ = tell.send(interpreter.interrupt());
                let ending = interpreter.run(&Program {
                    name: &loaded.name,
                    bytes: &loaded.bytes,
                    file: loaded.file.as_deref(),
                    is_shown: loaded.is_shown,
                });
                // The process ends now: what the program still holds need not be given back piece by piece.
                std::mem::forget(interpreter);
                ending
            }));
            if let Some(handle) = handle {
                handle.close();
            }
            ending
        });
    let runner = runner.unwrap_or_else(|error| {
        eprintln!("snakelet: no thread for the program: {error}");
        exit(INTERNAL_ERROR);
    });
    if let (Ok(signals), Ok(interrupt)) = (&mut signals, told.recv()) {
        for _ in signals.forever() {
            interrupt.request();
        }
    }
    match runner.join() {
        Ok(Ok(Ending::Status(status))) => exit(i32::from(status)),
        Ok(Ok(Ending::Interrupted)) => {
            let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGINT);
            exit(130)
        }
        Ok(Err(_)) | Err(_) => exit(INTERNAL_ERROR),
    }
}

/// A panic is a fault of ours: it is told in one line, wherever it happens.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or(String::new(), |place| format!(" at {place}"));
        let payload = panic.payload();
        let text = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        eprintln!("snakelet: internal error{place}: {text}");
    }));
}

fn prepare(request: &Request, all: Vec<String>) -> (Interpreter, Loaded) {
    let options = &request.options;
    let more_path: Vec<String> = variable(options, "PYTHONPATH")
        .map(|path| path.split(':').map(str::to_owned).collect())
        .unwrap_or_default();
    let loaded = load(&request.what, &more_path);
    let is_isolated = options.get_count("I") + options.get_count("P") > 0;
    let first = loaded.path0.clone().filter(|_| !is_isolated);
    let mut argv = vec![match all.len() {
        1 => String::new(),
        _ => loaded.argv0.clone(),
    }];
    argv.extend(request.rest.iter().cloned());
    let mut warnings: Vec<String> = variable(options, "PYTHONWARNINGS")
        .map(|filters| filters.split(',').map(str::to_owned).collect())
        .unwrap_or_default();
    warnings.extend(options.get_many::<String>("W").unwrap_or_default().cloned());
    let is_unbuffered =
        options.get_count("u") > 0 || variable(options, "PYTHONUNBUFFERED").is_some();
    let terminals = [
        std::io::stdin().is_terminal(),
        std::io::stdout().is_terminal(),
        std::io::stderr().is_terminal(),
    ];
    let buffering = match terminals[1] {
        _ if is_unbuffered => Buffering::None,
        true => Buffering::Line,
        false => Buffering::Block,
    };
    let executable =
        std::env::current_exe().map_or(String::new(), |path| path.display().to_string());
    let builder = Interpreter::builder()
        .stdout(Raw(rustix::stdio::stdout()))
        .stderr(Raw(rustix::stdio::stderr()))
        .terminals(terminals)
        .buffering(buffering)
        .argv(argv)
        .command_line(executable, all)
        .path(first.into_iter().chain(more_path).collect())
        .warnings(warnings)
        .look(look(options))
        .clock(
            options
                .get_one::<Choice>("clock")
                .copied()
                .unwrap_or_default(),
        )
        .hash_seed(hash_seed(options))
        .stack(STACK - RESERVE);
    (builder.build(), loaded)
}

/// A standard stream without a buffer: the interpreter has its own.
struct Raw(rustix::fd::BorrowedFd<'static>);

impl Write for Raw {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(rustix::io::write(self.0, bytes)?)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Runs something that recurses deeply.
fn on_large_stack(action: impl FnOnce() -> i32 + Send + 'static) -> i32 {
    quiet_panics();
    let runner = std::thread::Builder::new().stack_size(STACK).spawn(action);
    runner.map_or(INTERNAL_ERROR, |runner| {
        runner.join().unwrap_or(INTERNAL_ERROR)
    })
}

/// Looks for mistakes in files; the status is 1 if there are any.
fn check(request: &Request) -> i32 {
    let look = look(&request.options);
    if request.rest.is_empty() {
        eprintln!("snakelet: check needs a FILE; see --help");
        return USAGE;
    }
    let mut status = 0;
    for file in &request.rest {
        let bytes = match std::fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let number = error.raw_os_error().unwrap_or(0);
                let text = snakelet::objects::exceptions::os_error::describe(number);
                eprintln!("snakelet: can't open file '{file}': [Errno {number}] {text}");
                status = USAGE;
                continue;
            }
        };
        let mut warnings = Vec::new();
        let (source, result) = check_bytes(file, &bytes, &mut warnings);
        let mut text = String::new();
        for warning in &warnings {
            text += &look.warning(&WarningReport::of_syntax_warning(warning, &source));
        }
        if let Err(error) = result {
            text += &look.error(&ErrorReport::of_syntax_error(&error, &source));
            status = status.max(1);
        }
        let _ = std::io::stderr().write_all(text.as_bytes());
    }
    status
}

fn check_bytes(
    file: &str,
    bytes: &[u8],
    warnings: &mut Vec<SyntaxWarning>,
) -> (Rc<Source>, Result<(), SyntaxError>) {
    match snakelet_grammar::decode(bytes, file) {
        Ok(source) => {
            let source = Rc::new(source);
            let result = snakelet::lower::check_only(&source, warnings);
            (source, result)
        }
        Err(wrong) => (Rc::new(wrong.source), Err(wrong.error)),
    }
}
