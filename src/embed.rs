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

use crate::event_loop::clock::{Choice, Clock};
use crate::event_loop::deadlock;
use crate::interp::output::{Buffering, Output};
use crate::interp::raise::Interrupt;
use crate::interp::{Res, Settings, Vm};
use crate::lower::Options;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::module::Module;
use crate::objects::value::Value;
use crate::report::Look;
use crate::stdlib::stdio::{Streams, Which};
use std::io::{BufRead, Write};
use std::rc::Rc;
use std::sync::Arc;

/// How a program ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// With this exit status.
    Status(u8),
    /// By a `KeyboardInterrupt` that nobody caught.
    Interrupted,
}

/// The status of a program whose standard output could not be written.
const OUTPUT_FAILED: u8 = 120;

/// The status of a program that came to a point where nothing could ever run again.
const DEADLOCKED: u8 = deadlock::STATUS as u8;

/// How much native stack a program may use unless told otherwise: threads have 2 MB by default.
const STACK: usize = 1 << 20;

/// What an interpreter is built from.
pub struct Builder {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    input: Option<Box<dyn BufRead>>,
    buffering: Buffering,
    terminals: [bool; 3],
    settings: Settings,
    clock: Choice,
    hash_seed: u32,
    stack: usize,
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

    /// How many bytes of native stack the program may use from here on.
    pub fn stack(mut self, bytes: usize) -> Builder {
        self.stack = bytes;
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
        *vm.settings.borrow_mut() = self.settings;
        let streams = vm.extension::<Streams>();
        let [input, out, err] = self.terminals;
        streams.in_is_terminal.set(input);
        streams.out_is_terminal.set(out);
        streams.err_is_terminal.set(err);
        if let Some(input) = self.input {
            streams.set_input(input);
        }
        vm.extension::<Clock>().choose(self.clock);
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
            buffering: Buffering::Block,
            terminals: [false; 3],
            settings: Settings::default(),
            clock: Choice::Real,
            hash_seed: 0,
            stack: STACK,
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
        let main = Module::new(vm, "__main__", Value::None);
        vm.modules
            .set_name(&vm.names.__main__, Value::from(main.clone()));
        if let Some(file) = program.file {
            main.dict.set_name(&vm.names.__file__, Value::str(file));
            main.dict.set_name(&vm.name("__cached__"), Value::None);
        }
        let ending = match self.execute(program, &main) {
            Ok(()) => Ending::Status(0),
            Err(_) => self.uncaught(),
        };
        self.finish(&main, ending)
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

    /// Shows the exception that ended the program, unless it only tells the status.
    fn uncaught(&self) -> Ending {
        let vm = &self.vm;
        let exception = vm.take_raised();
        let class = exception.class_ref();
        if class.is_subclass(&vm.types.system_exit) {
            return Ending::Status(self.exit_status(&exception));
        }
        if self.is_deadlocked() && class.name() == "CancelledError" {
            return Ending::Status(DEADLOCKED);
        }
        let is_closed_pipe =
            vm.output.has_failed() && class.is_subclass(&vm.types.broken_pipe_error);
        if !is_closed_pipe {
            self.show(&exception);
        }
        if class.is_subclass(&vm.types.keyboard_interrupt) {
            Ending::Interrupted
        } else {
            Ending::Status(1)
        }
    }

    /// What `SystemExit` says: a number is the status, anything else a message.
    fn exit_status(&self, exception: &Ref<Exception>) -> u8 {
        let vm = &self.vm;
        let code = vm.get_attribute(&Value::from(exception.clone()), &vm.names.code);
        let code = code.unwrap_or_else(|_| {
            drop(vm.take_raised());
            Value::None
        });
        match vm.unwrapped(&code) {
            Value::None => 0,
            Value::Int(number) => (number & 0xFF) as u8,
            Value::Bool(flag) => flag as u8,
            Value::Big(_) => 255,
            _ => {
                let text = vm.str(&code).unwrap_or_else(|_| {
                    drop(vm.take_raised());
                    String::new()
                });
                self.complain(&format!("{text}\n"));
                1
            }
        }
    }

    /// Shows an exception as `sys.excepthook` does, which may be the script's.
    fn show(&self, exception: &Ref<Exception>) {
        let vm = &self.vm;
        let hook = vm.modules.get_name(&vm.names.sys).and_then(|sys| {
            let hook = vm
                .get_attribute_opt(&sys, &vm.names.excepthook)
                .ok()
                .flatten();
            hook.filter(|hook| !matches!(hook, Value::Native(_)))
        });
        let Some(hook) = hook else {
            return self.complain(&vm.traceback_text(exception));
        };
        let value = Value::from(exception.clone());
        let traceback = vm
            .get_attribute(&value, &vm.names.__traceback__)
            .unwrap_or(Value::None);
        let args = [Value::Class(exception.class_ref()), value, traceback];
        if vm.call_with(&hook, &args).is_err() {
            let second = vm.take_raised();
            let text = [
                "Error in sys.excepthook:\n",
                &vm.traceback_text(&second),
                "\nOriginal exception was:\n",
                &vm.traceback_text(exception),
            ];
            self.complain(&text.concat());
        }
    }

    fn complain(&self, text: &str) {
        if self.vm.write_err(text).is_err() {
            drop(self.vm.take_raised());
            let _ = self.vm.output.err(text.as_bytes());
        }
    }

    /// Whether the program has come to a point where nothing could ever run again.
    fn is_deadlocked(&self) -> bool {
        self.vm.extension::<deadlock::Met>().has_happened()
    }

    /// Does what is left to do when a program has ended.
    fn finish(&self, main: &Ref<Module>, ending: Ending) -> Ending {
        let vm = &self.vm;
        crate::stdlib::atexit::run(vm);
        self.flush();
        clear_names(vm, main);
        self.flush();
        match ending {
            Ending::Status(_) if self.is_deadlocked() => Ending::Status(DEADLOCKED),
            _ if vm.output.has_failed() => Ending::Status(OUTPUT_FAILED),
            ending => ending,
        }
    }

    /// Hands on standard output, whatever it is now. That it is gone shows in the status.
    fn flush(&self) {
        let vm = &self.vm;
        if let Ok(Some(stream)) = vm.replaced_stream(Which::Out) {
            if !stream.is_none() && vm.call_method(&stream, &vm.names.flush, &[]).is_err() {
                drop(vm.take_raised());
            }
        }
        let _ = vm.output.flush();
    }
}

/// Lets go of the names of a module in the reference's order, so that finalisers and warnings come in that order.
fn clear_names(vm: &Vm, module: &Ref<Module>) {
    let is_private = |name: &[u8]| name.starts_with(b"_") && !name.starts_with(b"__");
    for private in [true, false] {
        for (key, value) in module.dict.entries() {
            drop(value);
            let Value::Str(name) = key else { continue };
            if is_private(name.bytes()) == private && name.bytes() != b"__builtins__" {
                module
                    .dict
                    .set_name(&vm.names.intern_str(&name), Value::None);
            }
        }
    }
}
