//! Blocks and simple statements: sequences, `if`, `return`, `raise`, `assert`, `break`, `continue`.

use super::{BoxNode, Slot, keep, noted, resumed};
use crate::interp::{Exit, Flow, Node, Raised, Res, Slots, Vm};
use crate::objects::exception::Exception;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// Statements never have a value; `eval` of one is asked for by nobody.
macro_rules! statement {
    () => {
        fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
            match self.exec(vm, slots) {
                Ok(()) => Ok(Value::None),
                Err(_) => Err(Raised),
            }
        }
    };
}
pub(crate) use statement;

/// Statements in order, each with its byte offset. Each notes its place first, for warnings and whoever asks for the current line.
pub struct Block(pub Box<[(BoxNode, u32)]>);

impl Node for Block {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        for (statement, at) in &self.0 {
            vm.thread.at.set(*at);
            statement.exec(vm, slots)?;
        }
        Ok(())
    }
}

/// A block of one statement.
pub struct One {
    /// The statement.
    pub statement: BoxNode,
    /// Its byte offset.
    pub at: u32,
}

impl Node for One {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        vm.thread.at.set(self.at);
        self.statement.exec(vm, slots)
    }
}

/// Statements of which some suspend, each with its byte offset. Whoever runs them keeps the position.
pub struct Statements(pub Box<[(BoxNode, u32)]>);

impl Statements {
    /// One statement, which may be a block.
    pub fn one(statement: BoxNode, at: u32) -> Statements {
        Statements(Box::new([(statement, at)]))
    }

    /// Runs them from the one at `position` on; where they are left, and how.
    #[inline(always)]
    pub fn run(&self, vm: &Vm, slots: &mut Slots, position: i64) -> Result<(), (i64, Exit)> {
        let mut index = position as usize;
        while let Some((statement, at)) = self.0.get(index) {
            vm.thread.at.set(*at);
            if let Err(exit) = statement.exec(vm, slots) {
                return Err((index as i64, exit));
            }
            index += 1;
        }
        Ok(())
    }
}

/// Statements of which some suspend: the position is kept.
pub struct ResumableBlock {
    /// The statements.
    pub statements: Statements,
    /// Where the position is kept.
    pub slot: Slot,
}

impl Node for ResumableBlock {
    statement!();

    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let position = resumed(vm, slots, self.slot).unwrap_or(0);
        match self.statements.run(vm, slots, position) {
            Ok(()) => Ok(()),
            Err((position, exit)) => {
                keep(slots, self.slot, position, exit);
                Err(exit)
            }
        }
    }
}

/// `if`; resumable when a branch suspends.
pub struct If<const RESUMABLE: bool> {
    /// The condition.
    pub test: BoxNode,
    /// If it holds.
    pub body: BoxNode,
    /// If not.
    pub orelse: Option<BoxNode>,
    /// Where the taken branch is kept.
    pub slot: Slot,
    /// The condition's place.
    pub span: Span,
}

impl<const RESUMABLE: bool> Node for If<RESUMABLE> {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let kept = if RESUMABLE {
            resumed(vm, slots, self.slot)
        } else {
            None
        };
        let holds = match kept {
            Some(branch) => branch == 1,
            None => noted(vm, self.span, self.test.test(vm, slots))?,
        };
        let branch = if holds {
            Some(&self.body)
        } else {
            self.orelse.as_ref()
        };
        let Some(branch) = branch else { return Ok(()) };
        let flow = branch.exec(vm, slots);
        if RESUMABLE && let Err(exit) = flow {
            keep(slots, self.slot, i64::from(holds), exit);
        }
        flow
    }
}

/// `return value`
pub struct Return(pub BoxNode);

impl Node for Return {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let value = self.0.eval(vm, slots)?;
        vm.thread.out.replace(value).discard();
        Err(Exit::Return)
    }
}

/// `break`
pub struct Break;

impl Node for Break {
    statement!();

    fn exec(&self, _vm: &Vm, _slots: &mut Slots) -> Flow {
        Err(Exit::Break)
    }
}

/// `continue`
pub struct Continue;

impl Node for Continue {
    statement!();

    fn exec(&self, _vm: &Vm, _slots: &mut Slots) -> Flow {
        Err(Exit::Continue)
    }
}

/// `raise exception from cause`
pub struct Raise {
    /// The exception or its class.
    pub exception: BoxNode,
    /// The cause; `None`: not given.
    pub cause: Option<BoxNode>,
    /// The statement.
    pub span: Span,
}

impl Node for Raise {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.exception.eval(vm, slots)?;
        let cause = match &self.cause {
            Some(cause) => Some(cause.eval(vm, slots)?),
            None => None,
        };
        vm.thread.at.set(self.span.start);
        noted(vm, self.span, raise(vm, &value, cause))
    }
}

fn raise(vm: &Vm, value: &Value, cause: Option<Value>) -> Res {
    let exception = vm.exception_from(value)?;
    match cause {
        None => {}
        Some(Value::None) => exception.set_cause(None),
        Some(Value::Class(class)) if class.is_subclass(&vm.types.base_exception) => {
            exception.set_cause(Some(vm.exception_from(&Value::Class(class))?));
        }
        Some(cause) => match Exception::of(&cause) {
            Some(cause) => exception.set_cause(Some(cause.clone())),
            None => return Err(vm.type_error("exception causes must derive from BaseException")),
        },
    }
    Err(vm.raise(exception))
}

/// `raise` alone: the handled exception goes on.
pub struct Reraise {
    /// The statement.
    pub span: Span,
}

impl Node for Reraise {
    fn eval(&self, vm: &Vm, _slots: &mut Slots) -> Res {
        match vm.thread.handled.get() {
            Some(exception) => {
                vm.rethrow(exception);
                vm.thread.place.set(crate::interp::Place::Recorded);
                Err(Raised)
            }
            None => {
                vm.runtime_error("No active exception to reraise");
                Err(vm.note(self.span))
            }
        }
    }
}

/// `assert test, message`
pub struct Assert {
    /// What must hold.
    pub test: BoxNode,
    /// What is said if not.
    pub message: Option<BoxNode>,
    /// The condition's place.
    pub span: Span,
}

impl Node for Assert {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        if noted(vm, self.span, self.test.test(vm, slots))? {
            return Ok(Value::None);
        }
        let args = match &self.message {
            Some(message) => vec![message.eval(vm, slots)?],
            None => Vec::new(),
        };
        vm.raise_with(&vm.types.assertion_error, args);
        Err(vm.note(self.span))
    }
}

/// `pass`, and statements that mean nothing when run.
pub struct Pass;

impl Node for Pass {
    fn eval(&self, _vm: &Vm, _slots: &mut Slots) -> Res {
        Ok(Value::None)
    }
}

/// Shows the value of an expression, as the prompt does.
pub struct Display(pub BoxNode, pub Span);

impl Node for Display {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.0.eval(vm, slots)?;
        noted(vm, self.1, vm.call_display_hook(&value))?;
        Ok(Value::None)
    }
}
