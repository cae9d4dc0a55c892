//! The options: what may stand on the command line, and what it asks for. The reference's rules decide where the options
//! end (behind `-c CODE`, `-m MODULE` or the first word that is no option, everything belongs to the script); clap reads
//! what stands before that, and speaks of mistakes.

use crate::golden::{Allowed, Format, Limits, Request};
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use snakelet::event_loop::clock::Choice;
use snakelet::interp::Flags;
use snakelet::report::Rendering;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::time::Duration;

/// What the command line asks for.
pub struct Options {
    /// What is run.
    pub what: What,
    /// `sys.argv` behind its first item.
    pub arguments: Vec<String>,
    /// The whole command line: `sys.orig_argv`.
    pub all: Vec<String>,
    /// `-u`
    pub unbuffered: bool,
    /// What `sys.flags` tells.
    pub flags: Flags,
    /// `-x`
    pub skips_first_line: bool,
    /// `-W`, each.
    pub warnings: Vec<String>,
    /// `-X`, each.
    pub extra: Vec<String>,
    /// `--clock`
    pub clock: Choice,
    /// `--errors`; `None`: as standard error is.
    pub errors: Option<Rendering>,
    /// `--color`; `None`: as standard error and the environment are.
    pub color: Option<bool>,
    /// `--seed`
    pub seed: Option<u32>,
    /// `--example`: how examples of documents are run.
    pub example: Option<Example>,
}

/// The bounds that an example of a document is run in, and what runs before it.
pub struct Example {
    /// The folder whose parts are the example's own, and its notes.
    pub folder: PathBuf,
    /// What it may do.
    pub allowed: Allowed,
    /// The most steps; 0: any number.
    pub steps: u64,
    /// The most seconds of virtual time; 0: any.
    pub virtual_time: u64,
    /// The file with the programs that it goes on from.
    pub before: Option<PathBuf>,
}

/// What is run.
pub enum What {
    /// A file, or a directory with a `__main__.py`.
    File(OsString),
    /// Standard input, named by a dash or not.
    Input {
        /// Whether by a dash.
        dash: bool,
    },
    /// `-c CODE`
    Code(String),
    /// `-m MODULE`
    Module(String),
    /// Nothing: the files are checked.
    Check(Vec<OsString>),
    /// The examples of documents are tested.
    Test(Box<Request>),
    /// The turns of a session in a file, each behind a separator: how examples are run.
    Session(OsString),
    /// What is typed at a prompt.
    Prompt,
}

const CHECK: &str = "check";
const TEST: &str = "test";

/// Short options that take a value.
const WITH_VALUE: &[u8] = b"cmWX";

/// Reads a command line, the name of the program first. Also help and version come back as an "error" to print.
pub fn parse(all: impl Iterator<Item = OsString>) -> Result<Options, clap::Error> {
    let all: Vec<OsString> = all.collect();
    let (own, rest) = split(all.get(1..).unwrap_or_default());
    let name = all.first().cloned().unwrap_or_else(|| "snakelet".into());
    let checks = rest
        .first()
        .is_some_and(|first| first == CHECK || first == TEST);
    let words = std::iter::once(name).chain(own);
    let matches = if checks {
        command().try_get_matches_from(words.chain(rest.iter().cloned()))?
    } else {
        command().try_get_matches_from(words)?
    };
    if let Some((TEST, test)) = matches.subcommand() {
        let what = What::Test(Box::new(request(&matches, test)));
        return Ok(options(&matches, None, what, &[], &all));
    }
    if let Some((_, check)) = matches.subcommand() {
        let files = check
            .get_many::<OsString>("FILE")
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        return Ok(options(
            &matches,
            Some(check),
            What::Check(files),
            &[],
            &all,
        ));
    }
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    Ok(match (text("c"), text("m"), rest.first()) {
        (Some(code), _, _) => options(&matches, None, What::Code(code), &rest, &all),
        (_, Some(module), _) => options(&matches, None, What::Module(module), &rest, &all),
        (_, _, Some(dash)) if dash == "-" => {
            options(&matches, None, What::Input { dash: true }, &rest[1..], &all)
        }
        (_, _, Some(file)) if matches.get_flag("session") => options(
            &matches,
            None,
            What::Session(file.clone()),
            &rest[1..],
            &all,
        ),
        (_, _, Some(file)) => options(&matches, None, What::File(file.clone()), &rest[1..], &all),
        (_, _, None) if rustix::termios::isatty(rustix::stdio::stdin()) => {
            options(&matches, None, What::Prompt, &[], &all)
        }
        (_, _, None) => options(&matches, None, What::Input { dash: false }, &[], &all),
    })
}

/// What `test` is asked for.
fn request(matches: &ArgMatches, test: &ArgMatches) -> Request {
    let colour = test
        .get_one::<String>("color")
        .or_else(|| matches.get_one::<String>("color"));
    Request {
        paths: test
            .get_many::<OsString>("PATH")
            .into_iter()
            .flatten()
            .map(PathBuf::from)
            .collect(),
        as_text: test.get_flag("text"),
        unmarked: test.get_flag("unmarked"),
        update: test.get_one::<String>("update").map(|which| which == "all"),
        list: test.get_flag("list"),
        filter: test.get_one::<String>("filter").cloned(),
        jobs: test.get_one::<usize>("jobs").copied(),
        shard: test.get_one::<(usize, usize)>("shard").copied(),
        format: match test.get_one::<String>("format").map(String::as_str) {
            Some("json") => Format::Json,
            Some("junit") => Format::Junit,
            _ => Format::Human,
        },
        reference: test.get_one::<PathBuf>("reference").cloned(),
        limits: limits(test),
        allowed: allowed(test),
        watch: test.get_flag("watch"),
        coloured: match colour.map(String::as_str) {
            Some("always") => true,
            Some("never") => false,
            _ => {
                rustix::termios::isatty(rustix::stdio::stdout())
                    && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        },
    }
}

/// The limits that are set, the others as they are.
fn limits(test: &ArgMatches) -> Limits {
    let mut limits = Limits::default();
    let given = test
        .get_many::<(String, f64)>("limit")
        .into_iter()
        .flatten();
    for (name, value) in given {
        match &**name {
            "steps" => limits.steps = *value as u64,
            "virtual" => limits.virtual_time = value.ceil() as u64,
            "memory" => limits.memory = (value * f64::from(1 << 20)) as u64,
            "output" => limits.output = (value * f64::from(1 << 20)) as u64,
            _ => limits.time = Duration::from_secs_f64(*value),
        }
    }
    if let Some(seconds) = test.get_one::<f64>("timeout") {
        limits.time = Duration::from_secs_f64(*seconds);
    }
    limits
}

/// `steps=5000`: one limit.
fn limit(text: &str) -> Result<(String, f64), String> {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    if !["time", "virtual", "steps", "memory", "output"].contains(&name) {
        return Err(format!(
            "'{name}' is no limit: there are time=SECONDS, virtual=SECONDS, steps=N, memory=MB, output=MB"
        ));
    }
    let value: f64 = value
        .parse()
        .map_err(|_| format!("'{text}': `{name}=` needs a number"))?;
    if !(0.001..1e15).contains(&value) || name == "time" && value > 1e6 {
        return Err(format!("'{text}': the number is out of range"));
    }
    Ok((name.to_owned(), value))
}

/// What `--allow` names.
fn allowed(matches: &ArgMatches) -> Allowed {
    let named = |name: &str| {
        let mut given = matches.get_many::<String>("allow").into_iter().flatten();
        given.any(|given| given == name || given == "all")
    };
    Allowed {
        network: named("net"),
        writing: named("write"),
        processes: named("run"),
    }
}

/// How an example is run, if one is.
fn example(matches: &ArgMatches) -> Option<Example> {
    let folder = matches.get_one::<PathBuf>("example")?;
    let number = |name: &str| matches.get_one::<u64>(name).copied().unwrap_or(0);
    Some(Example {
        folder: folder.clone(),
        allowed: allowed(matches),
        steps: number("steps"),
        virtual_time: number("virtual-time"),
        before: matches.get_one::<PathBuf>("before").cloned(),
    })
}

/// `2/5`: the second of five parts.
fn shard(text: &str) -> Result<(usize, usize), String> {
    let parsed = text
        .split_once('/')
        .and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
    parsed
        .filter(|(index, of)| (1..=*of).contains(index))
        .ok_or_else(|| format!("'{text}' is no part of a whole: `2/5` is the second of five"))
}

fn seconds(text: &str) -> Result<f64, String> {
    text.parse()
        .ok()
        .filter(|seconds| (0.001..1e6).contains(seconds))
        .ok_or_else(|| format!("'{text}' is no number of seconds"))
}

/// Parts the words into options, each short one by itself, and what follows them.
fn split(words: &[OsString]) -> (Vec<OsString>, Vec<OsString>) {
    let mut own = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let bytes = word.as_encoded_bytes();
        if bytes == b"--" {
            at += 1;
            break;
        }
        if bytes.len() < 2 || bytes[0] != b'-' {
            break;
        }
        at += 1;
        if bytes[1] == b'-' || !bytes.is_ascii() && !WITH_VALUE.contains(&bytes[1]) {
            own.push(word.clone());
            continue;
        }
        let ends = split_cluster(
            &word.to_string_lossy()[1..],
            words.get(at),
            &mut own,
            &mut at,
        );
        if ends {
            break;
        }
    }
    (own, words.get(at..).unwrap_or_default().to_vec())
}

/// Parts `-uBc` into its options; whether the options end here.
fn split_cluster(
    cluster: &str,
    next: Option<&OsString>,
    own: &mut Vec<OsString>,
    at: &mut usize,
) -> bool {
    for (place, letter) in cluster.char_indices() {
        own.push(format!("-{letter}").into());
        if !u8::try_from(letter).is_ok_and(|letter| WITH_VALUE.contains(&letter)) {
            continue;
        }
        let value = &cluster[place + 1..];
        if !value.is_empty() {
            own.push(value.into());
        } else if let Some(next) = next {
            own.push(next.clone());
            *at += 1;
        }
        return letter == 'c' || letter == 'm';
    }
    false
}

fn options(
    matches: &ArgMatches,
    check: Option<&ArgMatches>,
    what: What,
    arguments: &[OsString],
    all: &[OsString],
) -> Options {
    let texts = |words: &[OsString]| words.iter().map(|word| lossy(word)).collect();
    let flag = |name: &str| matches.get_flag(name);
    let many = |name: &str| {
        matches
            .get_many::<String>(name)
            .into_iter()
            .flatten()
            .cloned()
            .collect()
    };
    // An option of `check` may stand on either side of the word.
    let choice = |name: &str| {
        let behind = check.and_then(|check| check.get_one::<String>(name));
        behind
            .or_else(|| matches.get_one::<String>(name))
            .map(String::as_str)
    };
    let isolated = flag("I");
    let extra: Vec<String> = many("X");
    Options {
        what,
        arguments: texts(arguments),
        all: texts(all),
        unbuffered: flag("u"),
        flags: Flags {
            inspect: flag("i"),
            optimize: matches.get_count("O"),
            no_bytecode: flag("B"),
            no_user_site: flag("s") || isolated,
            no_site: flag("S"),
            ignore_environment: flag("E") || isolated,
            quiet: flag("q"),
            isolated,
            dev_mode: extra.iter().any(|option| option == "dev"),
            safe_path: flag("P") || isolated,
        },
        skips_first_line: flag("x"),
        warnings: many("W"),
        extra,
        clock: matches
            .get_one::<Choice>("clock")
            .copied()
            .unwrap_or_default(),
        errors: match choice("errors") {
            Some("python") => Some(Rendering::Python),
            Some("fancy") => Some(Rendering::Fancy),
            Some("json") => Some(Rendering::Json),
            _ => None,
        },
        color: match choice("color") {
            Some("always") => Some(true),
            Some("never") => Some(false),
            _ => None,
        },
        seed: matches.get_one::<u32>("seed").copied(),
        example: example(matches),
    }
}

fn lossy(word: &OsStr) -> String {
    word.to_string_lossy().into_owned()
}

/// The options as clap knows them.
fn command() -> Command {
    let version = concat!(env!("CARGO_PKG_VERSION"), " (Python 3.13)");
    Command::new("snakelet")
        .display_name("Snakelet")
        .about("Runs Python's async programs.")
        .version(version)
        .override_usage(
            "snakelet [OPTIONS]\n       \
             snakelet [OPTIONS] FILE [ARG]...\n       \
             snakelet [OPTIONS] -c CODE [ARG]...\n       \
             snakelet [OPTIONS] -m MODULE [ARG]...\n       \
             snakelet [OPTIONS] - [ARG]...\n       \
             snakelet [OPTIONS] check FILE...\n       \
             snakelet [OPTIONS] test PATH...",
        )
        .after_help(
            "FILE is run with the words behind it as its arguments; `-` or a pipe is a program on standard input. \
             Everything behind FILE, CODE or MODULE belongs to the program. `./check` and `./test` run files of these names.",
        )
        .disable_help_subcommand(true)
        .args_override_self(true)
        .args([
            value("c", "CODE", "Run CODE").allow_hyphen_values(true),
            value("m", "MODULE", "Run a module found along sys.path").allow_hyphen_values(true),
            long("clock", "CLOCK", "The time that the program sees: `real`; `virtual`, which jumps to the next deadline \
                 instead of waiting; `virtual:HH:MM:SS`; or a factor such as `10x`")
                .value_parser(ValueParser::from(Choice::parse)),
            errors(),
            color(),
            long("seed", "N", "The seed of string hashes, instead of PYTHONHASHSEED")
                .value_parser(clap::value_parser!(u32)),
            flag("u", "Hand on standard output at once"),
            value("W", "FILTER", "What becomes of warnings: action:message:category:module:line")
                .action(ArgAction::Append)
                .allow_hyphen_values(true),
            flag("O", "Leave out assert statements").action(ArgAction::Count),
            flag("E", "Ignore the environment variables PYTHON*"),
            flag("I", "Isolated: -E, -P and -s"),
            flag("P", "Do not look for modules beside the script"),
            value("X", "OPTION", "Accepted; `dev` shows all warnings, `int_max_str_digits=N` is obeyed")
                .action(ArgAction::Append)
                .allow_hyphen_values(true),
            flag("x", "Skip the first line of FILE"),
            flag("B", "Accepted: nothing compiled is written"),
            flag("b", "Accepted"),
            flag("d", "Accepted"),
            flag("i", "Show a prompt behind FILE or CODE"),
            flag("q", "Show no banner at the prompt"),
            flag("R", "Accepted"),
            flag("v", "Accepted"),
            flag("s", "Accepted"),
            flag("S", "Accepted"),
        ])
        .arg(
            Arg::new("session")
                .long("session")
                .hide(true)
                .action(ArgAction::SetTrue),
        )
        .args([
            long("example", "FOLDER", "How examples of documents are run")
                .value_parser(clap::value_parser!(PathBuf))
                .hide(true),
            long("before", "FILE", "The programs that an example goes on from")
                .value_parser(clap::value_parser!(PathBuf))
                .hide(true),
            long("steps", "N", "The most steps of an example")
                .value_parser(clap::value_parser!(u64))
                .hide(true),
            long("virtual-time", "SECONDS", "The most virtual time of an example")
                .value_parser(clap::value_parser!(u64))
                .hide(true),
            allow().hide(true),
        ])
        .subcommand(test_command())
        .subcommand(
            Command::new(CHECK)
                .about("Report what Python's compiler rejects, without running anything")
                .args([
                    Arg::new("FILE")
                        .required(true)
                        .num_args(1..)
                        .value_parser(clap::value_parser!(OsString))
                        .help("The files to check; `-` is standard input"),
                    errors(),
                    color(),
                ]),
        )
}

fn test_command() -> Command {
    let switch = |name: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .help(help)
            .action(ArgAction::SetTrue)
    };
    Command::new(TEST)
        .about("Run the examples of documents and compare their outputs")
        .args([
            Arg::new("PATH")
                .required(true)
                .num_args(1..)
                .value_parser(clap::value_parser!(OsString))
                .help("Markdown, plain text, scripts, or folders of Markdown"),
            switch("text", "Documents are plain text without any marks"),
            switch("unmarked", "Blocks without a language are programs, if they parse"),
            long("update", "WHICH", "Write missing and changed outputs into the documents; `all`: of failed examples, too")
                .num_args(0..=1)
                .default_missing_value("changed")
                .value_parser(PossibleValuesParser::new(["changed", "all"])),
            switch("list", "List the examples"),
            long("filter", "TEXT", "Only examples whose FILE:LINE contains TEXT"),
            long("jobs", "N", "How many run beside each other")
                .value_parser(clap::value_parser!(usize)),
            long("shard", "I/N", "Only the Ith of N parts").value_parser(shard),
            long("format", "FORMAT", "How results are told [default: human]")
                .value_parser(PossibleValuesParser::new(["human", "json", "junit"])),
            long("reference", "PYTHON", "Run each example with this CPython, too, and say what differs")
                .value_parser(clap::value_parser!(PathBuf)),
            long("timeout", "SECONDS", "How long an example may take, in life: `--limit=time=SECONDS` [default: 10]")
                .value_parser(seconds),
            allow(),
            long(
                "limit",
                "NAME=N",
                "How much an example may do: time=SECONDS [10], virtual=SECONDS [of virtual time: 30 days], \
                 steps=N [calls and turns of loops: 200000000], memory=MB [1024], output=MB [4]",
            )
            .action(ArgAction::Append)
            .value_delimiter(',')
            .value_parser(limit),
            switch("watch", "Again whenever a document changes"),
            color(),
        ])
}

fn allow() -> Arg {
    long(
        "allow",
        "WHAT",
        "What examples may do: `net` reaches other programs and machines, `write` changes files outside of their \
         temporary folder, `run` starts processes, `all` [default: nothing of it]",
    )
    .action(ArgAction::Append)
    .value_delimiter(',')
    .value_parser(PossibleValuesParser::new(["net", "write", "run", "all"]))
}

fn errors() -> Arg {
    long(
        "errors",
        "LOOK",
        "How errors are shown: as Python does, or with snippets on a terminal [default: auto]",
    )
    .value_parser(PossibleValuesParser::new([
        "auto", "python", "fancy", "json",
    ]))
}

fn color() -> Arg {
    long(
        "color",
        "WHEN",
        "Whether errors are coloured [default: auto]",
    )
    .value_parser(PossibleValuesParser::new(["auto", "always", "never"]))
}

fn long(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(help)
        .require_equals(true)
}

fn value(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .short(letter(name))
        .value_name(value)
        .help(help)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .short(letter(name))
        .help(help)
        .action(ArgAction::SetTrue)
}

fn letter(name: &str) -> char {
    name.chars().next().unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Options {
        let words = std::iter::once("snakelet").chain(words.iter().copied());
        parse(words.map(OsString::from)).expect("a right command line")
    }

    #[test]
    fn the_command_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn options_end_at_the_file() {
        let options = parsed(&["-uB", "--clock=virtual", "x.py", "-c", "--clock=no"]);
        assert!(options.unbuffered && matches!(options.what, What::File(file) if file == "x.py"));
        assert_eq!(options.arguments, ["-c", "--clock=no"]);
    }

    #[test]
    fn options_end_behind_code() {
        for words in [
            ["-Wignore", "-uc", "=1", "-u"],
            ["-Wignore", "-uc=1", "-u", "x"],
        ] {
            let options = parsed(&words);
            assert!(matches!(options.what, What::Code(code) if code == "=1"));
            assert_eq!(options.arguments[0], "-u");
            assert_eq!(options.warnings, ["ignore"]);
        }
    }

    #[test]
    fn check_takes_options_on_both_sides() {
        for words in [
            ["--errors=json", "check", "a"],
            ["check", "--errors=json", "a"],
        ] {
            let options = parsed(&words);
            assert_eq!(options.errors, Some(Rendering::Json));
            assert!(matches!(options.what, What::Check(files) if files == ["a"]));
        }
    }

    #[test]
    fn mistakes_are_refused() {
        for words in [
            &["-c"][..],
            &["-Z"],
            &["--clock"],
            &["--clock=sundial"],
            &["check"],
        ] {
            let words = std::iter::once("snakelet").chain(words.iter().copied());
            assert!(parse(words.map(OsString::from)).is_err());
        }
    }
}
