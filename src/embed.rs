//! The interpreter as a Rust program uses it: built with its outputs, clock and settings, then given programs to run.
//! It installs no signal handler, starts no thread and prints nothing of its own.
//!
//! ```
//! use snakelet::embed::{Ending, Interpreter};
//!
//! let interpreter = Interpreter::builder().build();
//! let ending = interpreter.run_source("<example>", "import sys; sys.exit(3)");
//! assert_eq!(ending, Ending::Status(3));
//! ```

mod ending;
mod module;
mod session;

use crate::event_loop::baton::Threads;
use crate::event_loop::clock::{Choice, Clock};
use crate::interp::limits::Exceeded;
use crate::interp::output::{Buffering, Output};
use crate::interp::raise::Interrupt;
use crate::interp::warnings::Warnings;
use crate::interp::{Flags, Res, Settings, Vm};
use crate::lower::Options;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::module::Module;
use crate::objects::value::Value;
use crate::report::Look;
use crate::stdlib::permissions::Permissions;
use crate::stdlib::stdio::Streams;
use crate::stdlib::subprocess::Lending;
use std::io::{BufRead, Write};
use std::rc::Rc;
use std::sync::Arc;

pub use crate::interp::limits::Limit;
pub use crate::stdlib::permissions::{Confinement, TAKEN};
pub use session::{Completion, Next, Outcome, Session, TaskLine, is_incomplete};

/// How a program ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// With this exit status.
    Status(u8),
    /// By a `KeyboardInterrupt` that nobody caught.
    Interrupted,
}

/// How much native stack a program may use unless told otherwise: threads have 2 MB by default.
const STACK: usize = 1 << 20;

/// What an interpreter is built from.
pub struct Builder {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    input: Option<Box<dyn BufRead>>,
    lending: Option<Box<dyn Fn()>>,
    buffering: Buffering,
    terminals: [bool; 3],
    settings: Settings,
    clock: Choice,
    hash_seed: u32,
    max_digits: Option<usize>,
    lets_surrogates_pass: bool,
    stack: usize,
    confinement: Option<Confinement>,
    limits: Option<Limits>,
}

/// How much a program may do, and what happens when it does more.
pub struct Limits {
    /// The most steps: calls and turns of loops; `None`: any number.
    pub steps: Option<u64>,
    /// How many seconds a virtual clock may go on; 0: any time.
    pub virtual_time: u64,
    /// Is called at a limit, by the thread that runs the program, which goes on unless this ends it: the process, say.
    pub exceeded: Exceeded,
}

/// An interpreter.
pub struct Interpreter {
    vm: Rc<Vm>,
}

/// A text to run as a program.
pub struct Program<'a> {
    /// Its name as it stands in messages.
    pub name: &'a str,
    /// Its bytes, in the encoding that they declare.
    pub bytes: &'a [u8],
    /// `__file__`, if there is a file.
    pub file: Option<&'a str>,
    /// Whether tracebacks show its lines.
    pub is_shown: bool,
}

impl Builder {
    /// Where standard output goes; nowhere by default.
    pub fn stdout(mut self, out: impl Write + 'static) -> Builder {
        self.out = Box::new(out);
        self
    }

    /// Where standard error goes; nowhere by default.
    pub fn stderr(mut self, err: impl Write + 'static) -> Builder {
        self.err = Box::new(err);
        self
    }

    /// Where standard input comes from; the process's own by default.
    pub fn stdin(mut self, input: impl BufRead + 'static) -> Builder {
        self.input = Some(Box::new(input));
        self
    }

    /// What is done before a child process gets this process's own standard input.
    pub fn lending(mut self, lend: impl Fn() + 'static) -> Builder {
        self.lending = Some(Box::new(lend));
        self
    }

    /// When standard output is handed on.
    pub fn buffering(mut self, buffering: Buffering) -> Builder {
        self.buffering = buffering;
        self
    }

    /// Whether standard input, output and error are terminals.
    pub fn terminals(mut self, terminals: [bool; 3]) -> Builder {
        self.terminals = terminals;
        self
    }

    /// `sys.argv`
    pub fn argv(mut self, argv: Vec<String>) -> Builder {
        self.settings.argv = argv;
        self
    }

    /// `sys.orig_argv` and `sys.executable`
    pub fn command_line(mut self, executable: String, all: Vec<String>) -> Builder {
        self.settings.executable = executable;
        self.settings.original_argv = all;
        self
    }

    /// `sys.path`: where modules are looked for; nowhere by default.
    pub fn path(mut self, path: Vec<String>) -> Builder {
        self.settings.path = path;
        self
    }

    /// Filters for warnings, in the form of `-W`.
    pub fn warnings(mut self, filters: Vec<String>) -> Builder {
        self.settings.warnings = filters;
        self
    }

    /// What `sys.flags` tells.
    pub fn flags(mut self, flags: Flags) -> Builder {
        self.settings.flags = flags;
        self
    }

    /// `-X` options: `sys._xoptions`.
    pub fn extra(mut self, options: Vec<String>) -> Builder {
        self.settings.extra = options;
        self
    }

    /// `sys.get_int_max_str_digits()`; as the reference has it by default.
    pub fn max_digits(mut self, digits: Option<usize>) -> Builder {
        self.max_digits = digits;
        self
    }

    /// How errors are shown.
    pub fn look(mut self, look: Look) -> Builder {
        self.settings.look = look;
        self
    }

    /// What tells the time.
    pub fn clock(mut self, clock: Choice) -> Builder {
        self.clock = clock;
        self
    }

    /// The seed of string hashes, as `PYTHONHASHSEED` gives it; 0 by default, which makes them the same everywhere.
    pub fn hash_seed(mut self, seed: u32) -> Builder {
        self.hash_seed = seed;
        self
    }

    /// Whether bytes that are no text pass through standard input and output as lone surrogates; refused by default.
    pub fn lets_surrogates_pass(mut self, pass: bool) -> Builder {
        self.lets_surrogates_pass = pass;
        self
    }

    /// How many bytes of native stack the program may use from here on.
    pub fn stack(mut self, bytes: usize) -> Builder {
        self.stack = bytes;
        self
    }

    /// What the program may do to the world around it; everything by default.
    pub fn confine(mut self, confinement: Confinement) -> Builder {
        self.confinement = Some(confinement);
        self
    }

    /// How much it may do; any amount by default.
    pub fn limits(mut self, limits: Limits) -> Builder {
        self.limits = Some(limits);
        self
    }

    /// The interpreter.
    pub fn build(self) -> Interpreter {
        let output = Output::new(self.out, self.err);
        output.set_buffering(self.buffering);
        let vm = Vm::new(crate::stdlib::REGISTRY, output, self.hash_seed);
        let here = 0u8;
        let top = &raw const here as usize;
        vm.thread.stack_limit.set(top.saturating_sub(self.stack));
        if self.settings.flags.optimize > 0 {
            vm.builtins
                .set_name(&vm.name("__debug__"), Value::bool(false));
        }
        if let Some(digits) = self.max_digits {
            vm.set_max_str_digits(digits);
        }
        *vm.settings.borrow_mut() = self.settings;
        let streams = vm.extension::<Streams>();
        let [input, out, err] = self.terminals;
        streams.lets_surrogates_pass.set(self.lets_surrogates_pass);
        streams.in_is_terminal.set(input);
        streams.out_is_terminal.set(out);
        streams.err_is_terminal.set(err);
        if let Some(input) = self.input {
            streams.set_input(input);
        }
        if let Some(lend) = self.lending {
            vm.extension::<Lending>().set(lend);
        }
        vm.extension::<Clock>().choose(self.clock);
        if let Some(confinement) = self.confinement {
            Permissions::confine(&vm, confinement);
        }
        if let Some(limits) = self.limits {
            vm.extension::<Clock>().limit(limits.virtual_time);
            vm.limit(limits.steps, limits.exceeded);
        }
        Threads::of(&vm).attend(&vm);
        Interpreter { vm }
    }
}

impl Interpreter {
    /// An interpreter in the making: it prints nowhere, sees no files, and tells real time.
    pub fn builder() -> Builder {
        Builder {
            out: Box::new(std::io::sink()),
            err: Box::new(std::io::sink()),
            input: None,
            lending: None,
            buffering: Buffering::Block,
            terminals: [false; 3],
            settings: Settings::default(),
            clock: Choice::Real,
            hash_seed: 0,
            max_digits: None,
            lets_surrogates_pass: false,
            stack: STACK,
            confinement: None,
            limits: None,
        }
    }

    /// The flag that interrupts a program from another thread.
    pub fn interrupt(&self) -> Arc<Interrupt> {
        self.vm.interrupt.clone()
    }

    /// Runs a text as a program, to its end: what it left to do at exit is done, and what it prints is handed on.
    pub fn run_source(&self, name: &str, text: &str) -> Ending {
        self.run(&Program {
            name,
            bytes: text.as_bytes(),
            file: None,
            is_shown: true,
        })
    }

    /// Runs a program to its end.
    pub fn run(&self, program: &Program<'_>) -> Ending {
        let vm = &self.vm;
        vm.enter();
        let main = self.main_module();
        if let Some(file) = program.file {
            main.dict.set_name(&vm.names.__file__, Value::str(file));
            main.dict.set_name(&vm.name("__cached__"), Value::None);
        }
        let result = self.execute(program, &main);
        ending::conclude(vm, &main, result)
    }

    /// Runs texts in one `__main__`, the last as a program to its end; `between` is called behind each of those before, which
    /// are to end without an error.
    pub fn run_after(
        &self,
        before: &[Program<'_>],
        program: &Program<'_>,
        between: impl Fn(&Interpreter),
    ) -> Ending {
        let vm = &self.vm;
        vm.enter();
        let main = self.main_module();
        if let Some(file) = program.file {
            main.dict.set_name(&vm.names.__file__, Value::str(file));
        }
        for each in before {
            if let Err(raised) = self.execute(each, &main) {
                return ending::conclude(vm, &main, Err(raised));
            }
            between(self);
        }
        let result = self.execute(program, &main);
        ending::conclude(vm, &main, result)
    }

    /// Writes a text to both outputs, as the program would.
    pub fn print(&self, text: &str) {
        let written = self.vm.write_out(text.as_bytes());
        if written.and_then(|()| self.vm.flush_out()).is_err() {
            drop(self.vm.take_raised());
        }
        // There is nowhere else to say it.
        let _ = self.vm.output.err(text.as_bytes());
    }

    /// Finds a module along `sys.path` and runs it as a program to its end, as `-m` does.
    pub fn run_module(&self, name: &str) -> Ending {
        let vm = &self.vm;
        vm.enter();
        let main = self.main_module();
        let found = match module::find(vm, name) {
            Ok(Ok(found)) => found,
            Ok(Err(refusal)) => {
                let _ = vm.output.err(format!("{refusal}\n").as_bytes());
                return ending::conclude(vm, &main, Err(ending::exit(vm, 1)));
            }
            Err(raised) => return ending::conclude(vm, &main, Err(raised)),
        };
        module::introduce(vm, &main, &found);
        let result = module::run(vm, &main, &found);
        ending::conclude(vm, &main, result)
    }

    /// A new `__main__`; filters for warnings that make no sense are told now.
    fn main_module(&self) -> Ref<Module> {
        let vm = &self.vm;
        if !vm.settings.borrow().warnings.is_empty() {
            Warnings::of(vm).filters(vm).discard();
        }
        let main = Module::new(vm, "__main__", Value::None);
        let annotations = Value::Dict(Dict::new());
        main.dict.set_name(&vm.names.__annotations__, annotations);
        let builtins = vm.modules.get_name(&vm.names.builtins);
        main.dict
            .set_name(&vm.names.__builtins__, builtins.unwrap_or(Value::None));
        vm.modules
            .set_name(&vm.names.__main__, Value::from(main.clone()));
        main
    }

    fn execute(&self, program: &Program<'_>, main: &Ref<Module>) -> Res<()> {
        let vm = &self.vm;
        let source = match snakelet_grammar::decode(program.bytes, program.name) {
            Ok(source) if program.is_shown => Rc::new(source),
            Ok(source) => Rc::new(source.unshown()),
            Err(wrong) => return Err(vm.raise_syntax_error(&wrong.error, &Rc::new(wrong.source))),
        };
        vm.run_source(&source, &main.dict, Options::MODULE)
            .map(Value::discard)
    }
}
