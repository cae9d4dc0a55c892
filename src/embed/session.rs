//! A conversation: texts that are run one after the other in one `__main__`, beside one event loop that lives as long as
//! the conversation. Reading the texts is the business of whoever talks; completion is `session/complete.rs`, what can be
//! asked about tasks is `session/tasks.rs`.

mod callable;
mod complete;
mod importable;
mod tasks;

use super::{Ending, Interpreter, ending};
use crate::event_loop::baton::Threads;
use crate::event_loop::clock::{Choice, Clock, from_seconds, to_seconds};
use crate::event_loop::task::Task;
use crate::event_loop::{Asyncio, EventLoop};
use crate::interp::{Res, Vm};
use crate::lower::{Form, Options, compile};
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::function::CodeKind;
use crate::objects::module::Module;
use crate::objects::value::Value;
use crate::stdlib::asyncio::runner;
use rustc_hash::FxHashMap;
use snakelet_grammar::error::SyntaxError;
use snakelet_grammar::source::Source;
use snakelet_grammar::{parse_interactive, parse_module, parse_typed};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

pub use complete::Completion;
pub use tasks::TaskLine;

/// A conversation with an interpreter.
pub struct Session<'a> {
    vm: &'a Rc<Vm>,
    main: RefCell<Ref<Module>>,
    event_loop: Ref<EventLoop>,
    /// How many texts were run, which names them in tracebacks.
    count: Cell<usize>,
    /// The last exception that was shown.
    last: RefCell<Option<Ref<Exception>>>,
    /// How the last text went.
    outcome: RefCell<Outcome>,
}

/// How a text went.
#[derive(Clone, Default)]
pub struct Outcome {
    /// Whether it was compiled.
    pub is_compiled: bool,
    /// Whether it awaited something itself.
    pub awaits: bool,
    /// The end of the report, if it has failed: what the exception is and says.
    pub failure: Option<String>,
}

/// How long whoever talks is waited for, where descriptors or threads may have something for the loop.
const GLANCE: Duration = Duration::from_millis(10);

/// How many turns come between two texts at least, if there is so much to do.
const TURNS: usize = 100;

/// What the event loop has to do next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Next {
    /// Something now.
    Now,
    /// Something after this time.
    After(Duration),
    /// Nothing, as things stand.
    Nothing,
}

/// Whether `text`, as typed so far, still needs more lines.
pub fn is_incomplete(text: &str) -> bool {
    let source = Source::new("<input>", text);
    // Nothing, or comments alone, is done.
    if parse_module(&source).is_ok_and(|parsed| parsed.tree.body.is_empty()) {
        return false;
    }
    match parse_typed(&source) {
        Ok(_) => false,
        Err(error) if error.incomplete => true,
        Err(_) => match parse_module(&source) {
            Err(error) => error.incomplete,
            Ok(parsed) => {
                let last = parsed.tree.body.last();
                last.is_some_and(|last| last.kind.is_compound()) && !text.ends_with('\n')
            }
        },
    }
}

/// `sys.ps1` and `sys.ps2` at first.
const PROMPTS: [(&str, &str); 2] = [("ps1", ">>> "), ("ps2", "... ")];

impl Interpreter {
    /// Begins a conversation; `after` is a program that is run first, in the same `__main__`.
    pub fn converse(&self, after: Option<&super::Program<'_>>) -> Session<'_> {
        let vm = &self.vm;
        vm.enter();
        let main = self.main_module();
        let session = Session {
            vm,
            main: RefCell::new(main.clone()),
            event_loop: EventLoop::new(vm),
            count: Cell::new(0),
            last: RefCell::new(None),
            outcome: RefCell::default(),
        };
        if let Some(program) = after {
            if let Some(file) = program.file {
                main.dict.set_name(&vm.names.__file__, Value::str(file));
            }
            if self.execute(program, &main).is_err() {
                let exception = vm.take_raised();
                session.show(&exception);
            }
        }
        let asyncio = Asyncio::of(vm);
        asyncio.loop_was_set.set(true);
        asyncio.current_loop.set(Some(session.event_loop.clone()));
        for (name, prompt) in PROMPTS {
            session.set_prompt(name, prompt);
        }
        session.event_loop.failed.replace(Some(Vec::new()));
        session.event_loop.born.replace(Some(FxHashMap::default()));
        session
    }
}

impl Session<'_> {
    /// Runs a text that is complete, shows what it gives and what it raises; an ending, if it has ended the program.
    pub fn run(&self, text: &str) -> Option<Ending> {
        let name = format!("<python-input-{}>", self.count.get());
        self.count.set(self.count.get() + 1);
        // The blank line that ends a block is no part of it.
        let text = format!("{}\n", text.trim_end());
        let source = Rc::new(Source::new(&*name, text));
        self.outcome.take();
        let result = self.execute(&source);
        let ending = result.err().and_then(|_| self.failed());
        self.tell_of_failures();
        self.forget_ended();
        // What was printed belongs before the next prompt.
        if self.vm.flush_out().is_err() {
            drop(self.vm.take_raised());
        }
        ending
    }

    fn execute(&self, source: &Rc<Source>) -> Res<()> {
        let vm = self.vm;
        let globals = self.main.borrow().dict.clone();
        let form = match parse_interactive(source) {
            Err(error) if !error.incomplete && parse_module(source).is_ok() => Form::Pasted,
            _ => Form::Interactive,
        };
        let options = Options {
            form,
            top_level_await: true,
            ..Options::MODULE
        };
        let mut warnings = Vec::new();
        let code = compile(vm, source, &globals, options, &mut warnings);
        for warning in &warnings {
            vm.warn_syntax(warning, source)?;
        }
        let code = code.map_err(|error: SyntaxError| vm.raise_syntax_error(&error, source))?;
        let mut slots = crate::interp::call::undefined(code.layout().slots);
        self.outcome.replace(Outcome {
            is_compiled: true,
            awaits: code.kind() != CodeKind::Plain,
            failure: None,
        });
        if code.kind() == CodeKind::Plain {
            return self.beside_the_loop(|| vm.run_code(&code, &mut slots).map(Value::discard));
        }
        let coroutine = Value::Coroutine(Coroutine::new(code, slots));
        runner::run_main(vm, &self.event_loop, &coroutine, None).map(Value::discard)
    }

    /// Runs what suspends nowhere, with the loop as the running one: what is typed may make tasks.
    fn beside_the_loop(&self, body: impl FnOnce() -> Res<()>) -> Res<()> {
        let asyncio = Asyncio::of(self.vm);
        self.event_loop.running.set(true);
        asyncio.running.set(Some(self.event_loop.clone()));
        asyncio.at_prompt.set(true);
        let result = body();
        asyncio.at_prompt.set(false);
        self.event_loop.running.set(false);
        asyncio.running.set(None);
        result
    }

    /// Shows the exception on its way, or ends as it asks.
    fn failed(&self) -> Option<Ending> {
        let vm = self.vm;
        let exception = vm.take_raised();
        if exception.class_ref().is_subclass(&vm.types.system_exit) {
            return Some(ending::of_exit(vm, &exception));
        }
        self.outcome.borrow_mut().failure = Some(vm.last_lines_text(&exception));
        self.show(&exception);
        None
    }

    /// What a virtual clock shows; `None`: the clock is none.
    pub fn virtual_seconds(&self) -> Option<f64> {
        let clock = &self.event_loop.clock;
        clock.is_virtual().then(|| to_seconds(clock.now()))
    }

    /// The text that shows the help on something: a value that there is, else a module or a topic.
    pub fn help_text(&self, name: &str) -> String {
        let is_known = self.value_of(name).is_some();
        drop(self.vm.thread.raised.take());
        match is_known {
            true => format!("help({name})"),
            false => format!("help({name:?})"),
        }
    }

    /// How the last text went.
    pub fn outcome(&self) -> Outcome {
        self.outcome.borrow().clone()
    }

    fn show(&self, exception: &Ref<Exception>) {
        let vm = self.vm;
        if exception
            .class_ref()
            .is_subclass(&vm.types.keyboard_interrupt)
        {
            let _ = vm.output.err(b"KeyboardInterrupt\n");
            return;
        }
        ending::show(vm, exception);
        *self.last.borrow_mut() = Some(exception.clone());
    }

    fn set_prompt(&self, name: &str, prompt: &str) {
        let sys = self.vm.import("sys", 0);
        match sys.map(|sys| Module::of(&sys).map(|sys| sys.dict.clone())) {
            Ok(Some(names)) => names.set_name(&self.vm.name(name), Value::str(prompt)),
            _ => drop(self.vm.thread.raised.take()),
        }
    }

    /// The prompt before a text, or before a further line of one: what `sys.ps1` and `sys.ps2` say.
    pub fn prompt(&self, is_further: bool) -> String {
        let vm = self.vm;
        let (name, usual) = PROMPTS[usize::from(is_further)];
        let sys = vm.modules.get_name(&vm.names.sys);
        let prompt = sys.and_then(|sys| vm.get_attribute_opt(&sys, &vm.name(name)).ok()?);
        let text = prompt.and_then(|prompt| vm.str(&prompt).ok());
        drop(vm.thread.raised.take());
        text.unwrap_or_else(|| usual.to_owned())
    }

    /// Prints a text as the program would.
    pub fn print(&self, text: &str) {
        if self
            .vm
            .write_out(text.as_bytes())
            .and_then(|()| self.vm.flush_out())
            .is_err()
        {
            drop(self.vm.take_raised());
        }
    }

    /// Whether the program has a variable of this name.
    pub fn defines(&self, name: &str) -> bool {
        let main = self.main.borrow().dict.clone();
        main.get_name(&self.vm.name(name)).is_some()
    }

    /// The last exception once more, as it is shown with all the help there is.
    pub fn explained(&self) -> Option<String> {
        let last = self.last.borrow().clone();
        last.map(|exception| self.vm.explained_text(&exception))
    }

    /// What the loop has to do, if nobody types anything.
    pub fn next(&self) -> Next {
        if !self.event_loop.ready.is_empty() {
            return Next::Now;
        }
        let clock = &self.event_loop.clock;
        let deadline = self.event_loop.timers.borrow().next_deadline();
        let sleep = match deadline {
            Some(deadline) if deadline <= clock.now() => return Next::Now,
            // Nothing moves a virtual clock but what is typed.
            Some(deadline) if !clock.is_virtual() => {
                Some(clock.pace().in_life(deadline - clock.now()))
            }
            _ => None,
        };
        let watch = self.event_loop.watch.get();
        let is_watching = watch.is_some_and(|watch| !watch.is_empty()) || self.has_threads();
        match (is_watching, sleep) {
            (true, sleep) => Next::After(sleep.unwrap_or(GLANCE).min(GLANCE)),
            (false, Some(sleep)) => Next::After(sleep),
            (false, None) => Next::Nothing,
        }
    }

    fn has_threads(&self) -> bool {
        Threads::of(self.vm).others.get() > 0
    }

    /// Runs `body`, which waits for whoever talks and touches no value, while threads of the program run.
    pub fn outside<T>(&self, body: impl FnOnce() -> T) -> T {
        if self.has_threads() {
            Threads::of(self.vm).outside(self.vm, body)
        } else {
            body()
        }
    }

    /// Lets the loop take turns as long as there is something to do at once, a bounded number: what a text has begun goes on
    /// before the next one, however fast that comes.
    pub fn settle(&self) {
        for _ in 0..TURNS {
            if self.next() != Next::Now {
                break;
            }
            self.take_turn(true);
        }
    }

    /// Lets the loop take one turn, which waits for nothing. Tasks that have failed are told of. Whoever interrupts it does so
    /// in the line that is being edited, and sees that there.
    pub fn turn(&self) {
        self.take_turn(false);
    }

    fn take_turn(&self, tells_of_interrupts: bool) {
        let vm = self.vm;
        let turned = self.beside_the_loop(|| {
            Asyncio::of(vm).at_prompt.set(false);
            self.event_loop.stopping.set(true);
            let turned = self.event_loop.turn(vm);
            self.event_loop.stopping.set(false);
            turned
        });
        if turned.is_err() {
            let exception = vm.take_raised();
            let class = exception.class_ref();
            if tells_of_interrupts || !class.is_subclass(&vm.types.keyboard_interrupt) {
                self.show(&exception);
            }
        }
        self.tell_of_failures();
        if vm.flush_out().is_err() {
            drop(vm.take_raised());
        }
    }

    /// Tells of tasks that have failed, once nobody is about to ask for their exceptions.
    fn tell_of_failures(&self) {
        let vm = self.vm;
        if self.next() == Next::Now {
            return;
        }
        let failed = self.event_loop.failed.take();
        for value in failed.into_iter().flatten() {
            let Some(task) = Task::of(vm, &value) else {
                continue;
            };
            let Some(failure) = task.future.failure() else {
                continue;
            };
            let was_interrupted = failure
                .class_ref()
                .is_subclass(&vm.types.keyboard_interrupt);
            if !task.future.log_traceback.replace(false) || was_interrupted {
                continue;
            }
            let name = vm.str(&task.name()).unwrap_or_default();
            let _ = vm
                .output
                .err(format!("Task {name} has failed:\n").as_bytes());
            self.show(&failure);
        }
        self.event_loop.failed.replace(Some(Vec::new()));
    }

    /// Moves a virtual clock on by some seconds, running what becomes due on the way; `false`: the clock is real.
    pub fn advance(&self, seconds: f64) -> bool {
        let clock = self.event_loop.clock.clone();
        if !clock.is_virtual() {
            return false;
        }
        let end = clock.now().saturating_add(from_seconds(seconds));
        loop {
            while self.next() == Next::Now {
                self.turn();
            }
            let deadline = self.event_loop.timers.borrow().next_deadline();
            match deadline.filter(|deadline| *deadline <= end) {
                Some(deadline) => clock.jump_to(deadline),
                None => break,
            }
        }
        clock.jump_to(end);
        true
    }

    /// Moves a virtual clock to the next deadline and takes one turn; `false`: there is nothing to wait for.
    pub fn step(&self) -> bool {
        if self.next() != Next::Now {
            let deadline = self.event_loop.timers.borrow().next_deadline();
            let Some(deadline) = deadline.filter(|_| self.event_loop.clock.is_virtual()) else {
                return false;
            };
            self.event_loop.clock.jump_to(deadline);
        }
        self.turn();
        true
    }

    /// Makes the clock another one.
    pub fn choose_clock(&self, choice: Choice) {
        let before = self.event_loop.clock.now();
        self.vm.extension::<Clock>().choose(choice);
        // What waits goes on waiting as long as it would have.
        let span = self.event_loop.clock.now() - before;
        self.event_loop.timers.borrow_mut().shift(span);
        if let Some(born) = &mut *self.event_loop.born.borrow_mut() {
            born.values_mut().for_each(|time| *time += span);
        }
    }

    /// A new `__main__`; tasks go on.
    pub fn reset(&self, interpreter: &Interpreter) {
        let old = self.main.replace(interpreter.main_module());
        drop(old);
    }

    /// Ends the conversation: tasks are cancelled, what is left to do at exit is done.
    pub fn close(self, ending: Ending) -> Ending {
        let vm = self.vm;
        drop(self.event_loop.failed.take());
        drop(self.last.take());
        if runner::close(vm, &self.event_loop, true).is_err() {
            let exception = vm.take_raised();
            self.show(&exception);
        }
        let main = self.main.into_inner();
        match ending {
            Ending::Status(status) if status != 0 => {
                let raised = ending::exit(vm, status);
                ending::conclude(vm, &main, Err(raised))
            }
            _ => ending::conclude(vm, &main, Ok(())),
        }
    }
}
