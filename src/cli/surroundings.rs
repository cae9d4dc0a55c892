//! What a program finds around it: the standard streams of this process, arguments, search path, seed and settings, from
//! options and environment.

use super::look;
use super::options::Options;
use super::program::Program;
use crate::golden::{self, Notes};
use rustix::stdio;
use rustix::termios::isatty;
use snakelet::embed::{Builder, Confinement, Interpreter, Limit, Limits};
use snakelet::interp::Flags;
use snakelet::interp::native_stack::NativeStack;
use snakelet::interp::output::Buffering;
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Write};
use std::rc::Rc;

/// The seed of string hashes: as `--seed` or `PYTHONHASHSEED` says, else 0, so that examples print the same each time.
pub fn hash_seed(options: &Options) -> Result<u32, String> {
    if let Some(seed) = options.seed {
        return Ok(seed);
    }
    match variable(options, "PYTHONHASHSEED") {
        None => Ok(0),
        Some(text) if text == "random" => {
            Ok(std::hash::RandomState::new().build_hasher().finish() as u32)
        }
        Some(text) => text.parse().map_err(|_| {
            "PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]".to_owned()
        }),
    }
}

/// An interpreter for `program` in this process.
pub fn interpreter(options: &Options, program: &Program, hash_seed: u32) -> Interpreter {
    let builder = builder(options, program, hash_seed)
        .stdout(Descriptor::Out)
        .stderr(Descriptor::Err);
    bounded(builder, options).build()
}

/// The same for a session that is replayed: both outputs go to standard output, as its document shows them.
pub fn replaying(options: &Options, program: &Program, hash_seed: u32) -> Interpreter {
    let builder = builder(options, program, hash_seed)
        .stdout(Descriptor::Out)
        .stderr(Descriptor::Out)
        .buffering(Buffering::None);
    bounded(builder, options).build()
}

/// The same in the bounds of an example.
fn bounded(builder: Builder, options: &Options) -> Builder {
    let Some(example) = &options.example else {
        return builder;
    };
    end_with_parent();
    let own = |name: &str| std::fs::canonicalize(example.folder.join(name)).ok();
    let folders = golden::FOLDERS.iter().filter_map(|name| own(name));
    let notes = Rc::new(Notes::new(example.folder.join(golden::NOTES)));
    let noted = notes.clone();
    builder
        .confine(Confinement {
            folders: (!example.allowed.writing).then(|| folders.collect()),
            network: example.allowed.network,
            processes: example.allowed.processes,
            option: "--allow=",
            noted: Box::new(move |what| noted.refused(what)),
        })
        .limits(Limits {
            steps: (example.steps > 0).then_some(example.steps),
            virtual_time: example.virtual_time,
            exceeded: Box::new(move |vm, limit| {
                notes.limit(&match limit {
                    Limit::Steps(steps) => {
                        format!("took more than {steps} steps (--limit=steps=N allows more)")
                    }
                    Limit::VirtualTime(seconds) => format!(
                        "went on for more than {seconds} s of virtual time (--limit=virtual=SECONDS allows more)"
                    ),
                });
                // What it has printed is part of the report; a reader that has gone wants nothing.
                let _ = vm.output.flush();
                std::process::exit(golden::STOPPED);
            }),
        })
}

/// Has this process end with the one that has started it, where the system can do that.
fn end_with_parent() {
    #[cfg(target_os = "linux")]
    {
        // Where it is refused, the limit of processor time ends it.
        let _ =
            rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
    }
}

/// The same before it is built, without its outputs.
pub fn builder(options: &Options, program: &Program, hash_seed: u32) -> Builder {
    let out_is_terminal = isatty(stdio::stdout());
    let terminals = [
        isatty(stdio::stdin()),
        out_is_terminal,
        isatty(stdio::stderr()),
    ];
    let unbuffered = options.unbuffered || variable(options, "PYTHONUNBUFFERED").is_some();
    let buffering = match (unbuffered, out_is_terminal) {
        (true, _) => Buffering::None,
        (false, true) => Buffering::Line,
        (false, false) => Buffering::Block,
    };
    let executable =
        std::env::current_exe().map_or_else(|_| String::new(), |path| path.display().to_string());
    let argv = std::iter::once(program.first_argument()).chain(options.arguments.iter().cloned());
    Interpreter::builder()
        .terminals(terminals)
        .buffering(buffering)
        .argv(argv.collect())
        .command_line(executable, options.all.clone())
        .path(path(options, program))
        .warnings(warnings(options))
        .flags(flags(options))
        .extra(options.extra.clone())
        .max_digits(max_digits(options))
        .look(look::look(options))
        .clock(options.clock)
        .hash_seed(hash_seed)
        .lets_surrogates_pass(is_plain_locale())
        .stack(NativeStack::of_program().usable)
}

/// An environment variable of the reference, unless it is empty or to be ignored.
fn variable(options: &Options, name: &str) -> Option<String> {
    let value = std::env::var_os(name).filter(|_| !options.flags.ignore_environment)?;
    Some(value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
}

/// `sys.path`: the place of the program, then `PYTHONPATH`.
fn path(options: &Options, program: &Program) -> Vec<String> {
    let own = program.place().filter(|_| !flags(options).safe_path);
    let more = variable(options, "PYTHONPATH").unwrap_or_default();
    let more = more
        .split(':')
        .filter(|place| !place.is_empty())
        .map(super::program::absolute);
    own.into_iter().chain(more).collect()
}

/// What options and environment ask for.
fn flags(options: &Options) -> Flags {
    let is_set = |name| variable(options, name).is_some();
    let optimize =
        variable(options, "PYTHONOPTIMIZE").map_or(0, |level| level.parse().unwrap_or(1));
    Flags {
        optimize: options.flags.optimize.max(optimize),
        no_bytecode: options.flags.no_bytecode || is_set("PYTHONDONTWRITEBYTECODE"),
        no_user_site: options.flags.no_user_site || is_set("PYTHONNOUSERSITE"),
        dev_mode: options.flags.dev_mode || is_set("PYTHONDEVMODE"),
        safe_path: options.flags.safe_path || is_set("PYTHONSAFEPATH"),
        ..options.flags
    }
}

/// Whether the environment names no language: then bytes that are no text pass through the standard streams.
fn is_plain_locale() -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    let plain = ["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"];
    named.is_none_or(|locale| plain.iter().any(|plain| locale == *plain))
}

/// The filters for warnings, the weakest first.
fn warnings(options: &Options) -> Vec<String> {
    let dev = flags(options).dev_mode.then(|| "default".to_owned());
    let environment = variable(options, "PYTHONWARNINGS").unwrap_or_default();
    let environment = environment
        .split(',')
        .filter(|filter| !filter.is_empty())
        .map(str::to_owned);
    let asked = options.warnings.iter().cloned();
    dev.into_iter().chain(environment).chain(asked).collect()
}

/// How many digits an int may have as text: `-X int_max_str_digits=N` or `PYTHONINTMAXSTRDIGITS`.
fn max_digits(options: &Options) -> Option<usize> {
    let given = options
        .extra
        .iter()
        .rev()
        .find_map(|option| {
            option
                .strip_prefix("int_max_str_digits=")
                .map(str::to_owned)
        })
        .or_else(|| variable(options, "PYTHONINTMAXSTRDIGITS"))?;
    given
        .parse()
        .ok()
        .filter(|&digits| digits == 0 || digits >= 640)
}

/// Standard output or error of this process, without a buffer: `interp/output.rs` has one.
enum Descriptor {
    Out,
    Err,
}

impl Write for Descriptor {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let descriptor = match self {
            Descriptor::Out => stdio::stdout(),
            Descriptor::Err => stdio::stderr(),
        };
        Ok(rustix::io::write(descriptor, bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
