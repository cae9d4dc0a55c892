//! Loops: `while` and `for`, with the position kept when the body suspends.

use super::block::{Statements, statement};
use super::{BoxNode, Slot, noted};
use crate::interp::{Exit, Flow, Node, Raised, Res, Slots, Vm};
use crate::objects::iterators::ranges::RangeIterator;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// `while test: body else: orelse`
pub struct While {
    /// The condition.
    pub test: BoxNode,
    /// The body.
    pub body: BoxNode,
    /// When the condition fails.
    pub orelse: Option<BoxNode>,
    /// The condition's place.
    pub span: Span,
}

impl Node for While {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        while noted(vm, self.span, self.test.test(vm, slots))? {
            match self.body.exec(vm, slots) {
                Ok(()) | Err(Exit::Continue) => {}
                Err(Exit::Break) => return Ok(()),
                Err(exit) => return Err(exit),
            }
            vm.poll()?;
            vm.thread.at.set(self.span.start);
        }
        match &self.orelse {
            Some(orelse) => orelse.exec(vm, slots),
            None => Ok(()),
        }
    }
}

const IN_PRELUDE: i64 = 0;
const IN_ELSE: i64 = 1;
/// From here on: in the body, at the statement of this number.
const IN_BODY: i64 = 2;

/// A `while` that suspends. What the condition awaits stands in the prelude.
pub struct ResumableWhile {
    /// Runs before each test.
    pub prelude: Option<BoxNode>,
    /// The condition.
    pub test: BoxNode,
    /// The body.
    pub body: Statements,
    /// When the condition fails.
    pub orelse: Option<BoxNode>,
    /// Where the position is kept.
    pub slot: Slot,
    /// What is dropped as soon as the loop is left: the iterator of an `async for`.
    pub iterator: Option<Slot>,
    /// The condition's place.
    pub span: Span,
}

impl Node for ResumableWhile {
    statement!();

    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let mut position = super::resumed(vm, slots, self.slot).unwrap_or(IN_PRELUDE);
        loop {
            if position == IN_PRELUDE {
                position = match self.holds(vm, slots) {
                    Ok(true) => IN_BODY,
                    Ok(false) => {
                        self.forget(slots);
                        IN_ELSE
                    }
                    Err(exit) => return self.leave(slots, IN_PRELUDE, exit),
                };
            }
            if position == IN_ELSE {
                let Some(orelse) = &self.orelse else {
                    return Ok(());
                };
                return match orelse.exec(vm, slots) {
                    Ok(()) => Ok(()),
                    Err(exit) => self.leave(slots, IN_ELSE, exit),
                };
            }
            match self.body.run(vm, slots, position - IN_BODY) {
                Ok(()) | Err((_, Exit::Continue)) => {}
                Err((_, Exit::Break)) => return Ok(()),
                Err((at, exit)) => return self.leave(slots, IN_BODY + at, exit),
            }
            if let Err(raised) = vm.poll() {
                return self.leave(slots, IN_PRELUDE, raised.into());
            }
            vm.thread.at.set(self.span.start);
            position = IN_PRELUDE;
        }
    }
}

impl ResumableWhile {
    /// Whether the loop goes on.
    #[inline(always)]
    fn holds(&self, vm: &Vm, slots: &mut Slots) -> Result<bool, Exit> {
        if let Some(prelude) = &self.prelude {
            prelude.exec(vm, slots)?;
        }
        Ok(noted(vm, self.span, self.test.test(vm, slots))?)
    }

    fn forget(&self, slots: &mut Slots) {
        if let Some(iterator) = self.iterator {
            slots[iterator as usize].take().discard();
        }
    }

    #[inline(always)]
    fn leave(&self, slots: &mut Slots, position: i64, exit: Exit) -> Flow {
        super::keep(slots, self.slot, position, exit);
        if !exit.suspends() {
            self.forget(slots);
        }
        Err(exit)
    }
}

/// `for target in iter: body else: orelse`
pub struct For {
    /// What is iterated.
    pub iter: BoxNode,
    /// Where each item goes: the target itself if it is a local variable.
    pub item: Slot,
    /// Assigns the item to any other target.
    pub assign: Option<BoxNode>,
    /// The body.
    pub body: BoxNode,
    /// When the items are used up.
    pub orelse: Option<BoxNode>,
    /// The iterable's place.
    pub span: Span,
}

impl Node for For {
    statement!();

    #[inline]
    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let iterable = self.iter.eval(vm, slots)?;
        let flow = match &iterable {
            Value::List(list) => {
                let mut index = 0;
                self.run(vm, slots, |_| {
                    let item = list.get(index);
                    index += 1;
                    Ok(item)
                })
            }
            Value::Tuple(tuple) => {
                let mut items = tuple.items().iter();
                self.run(vm, slots, |_| Ok(items.next().cloned()))
            }
            Value::Str(text) if text.as_str().is_some() => {
                let mut characters = text.as_str().unwrap_or_default().chars();
                self.run(vm, slots, |vm| {
                    Ok(characters.next().map(|each| vm.character(each)))
                })
            }
            other => match crate::objects::range::small(other) {
                Some((mut next, mut left, step)) => self.run(vm, slots, |_| {
                    if left == 0 {
                        return Ok(None);
                    }
                    left -= 1;
                    let item = next;
                    next = next.wrapping_add(step);
                    Ok(Some(Value::Int(item)))
                }),
                None => {
                    let iterator = noted(vm, self.span, vm.iter(other))?;
                    self.run(vm, slots, |vm| vm.next(&iterator))
                }
            },
        };
        match flow {
            Ok(true) => match &self.orelse {
                Some(orelse) => orelse.exec(vm, slots),
                None => Ok(()),
            },
            Ok(false) => Ok(()),
            Err(exit) => Err(exit),
        }
    }
}

impl For {
    /// Runs the body for each item; `true`: the items were used up.
    #[inline(always)]
    fn run(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        mut next: impl FnMut(&Vm) -> Res<Option<Value>>,
    ) -> Result<bool, Exit> {
        loop {
            let item = match next(vm) {
                Ok(Some(item)) => item,
                Ok(None) => return Ok(true),
                Err(raised) => return self.ended(vm, raised),
            };
            slots[self.item as usize].store(item);
            if let Some(assign) = &self.assign {
                assign.exec(vm, slots)?;
            }
            match self.body.exec(vm, slots) {
                Ok(()) | Err(Exit::Continue) => {}
                Err(Exit::Break) => return Ok(false),
                Err(exit) => return Err(exit),
            }
            vm.poll()?;
            vm.thread.at.set(self.span.start);
        }
    }

    /// A `StopIteration` that carries a value ends the loop like any other.
    #[cold]
    fn ended(&self, vm: &Vm, raised: Raised) -> Result<bool, Exit> {
        noted(vm, self.span, vm.catch(raised, &vm.types.stop_iteration))?;
        Ok(true)
    }
}

/// A `for` whose body suspends: the iterator lives in a slot.
pub struct ResumableFor {
    /// What is iterated.
    pub iter: BoxNode,
    /// The slot of the iterator.
    pub iterator: Slot,
    /// Where each item goes.
    pub item: Slot,
    /// Assigns the item to any target but a local variable; may suspend.
    pub assign: Option<BoxNode>,
    /// The body.
    pub body: Statements,
    /// When the items are used up.
    pub orelse: Option<BoxNode>,
    /// Where the position is kept.
    pub slot: Slot,
    /// The iterable's place.
    pub span: Span,
}

const IN_ASSIGN: i64 = 0;

impl Node for ResumableFor {
    statement!();

    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let mut entered = super::resumed(vm, slots, self.slot);
        if entered.is_none() {
            let iterable = self.iter.eval(vm, slots)?;
            let iterator = noted(vm, self.span, vm.iter(&iterable))?;
            slots[self.iterator as usize].store(iterator);
        }
        let (position, exit) = loop {
            let position = match entered.take() {
                Some(position) => position,
                None => match noted(vm, self.span, self.next(vm, slots)) {
                    Ok(Some(item)) => {
                        slots[self.item as usize].store(item);
                        IN_ASSIGN
                    }
                    Ok(None) => {
                        slots[self.iterator as usize].store(Value::Undef);
                        IN_ELSE
                    }
                    Err(raised) => break (IN_ELSE, raised.into()),
                },
            };
            if position == IN_ELSE {
                let Some(orelse) = &self.orelse else {
                    return Ok(());
                };
                match orelse.exec(vm, slots) {
                    Ok(()) => return Ok(()),
                    Err(exit) => break (IN_ELSE, exit),
                }
            }
            if position == IN_ASSIGN
                && let Some(assign) = &self.assign
                && let Err(exit) = assign.exec(vm, slots)
            {
                break (IN_ASSIGN, exit);
            }
            let first = (position - IN_BODY).max(0);
            match self.body.run(vm, slots, first) {
                Ok(()) | Err((_, Exit::Continue)) => {}
                Err((_, Exit::Break)) => {
                    slots[self.iterator as usize].store(Value::Undef);
                    return Ok(());
                }
                Err((at, exit)) => break (IN_BODY + at, exit),
            }
            if let Err(raised) = vm.poll() {
                break (IN_BODY, raised.into());
            }
            vm.thread.at.set(self.span.start);
        };
        super::keep(slots, self.slot, position, exit);
        if !exit.suspends() {
            slots[self.iterator as usize].store(Value::Undef);
        }
        Err(exit)
    }
}

impl ResumableFor {
    /// The next item, if there is one.
    #[inline(always)]
    fn next(&self, vm: &Vm, slots: &Slots) -> Res<Option<Value>> {
        let iterator = &slots[self.iterator as usize];
        if let Some(range) = iterator.downcast::<RangeIterator>() {
            return Ok(range.advance().map(Value::Int));
        }
        let iterator = iterator.clone();
        match vm.next(&iterator) {
            Err(raised) => vm.catch(raised, &vm.types.stop_iteration).map(|_| None),
            next => next,
        }
    }
}

/// Ends an `async for` on `StopAsyncIteration` from its `__anext__`: runs the step, gives whether an item came.
pub struct NextOrEnd {
    /// `item = await iterator.__anext__()`
    pub step: BoxNode,
    /// Where the truth goes.
    pub more: Slot,
}

impl Node for NextOrEnd {
    statement!();

    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        match self.step.exec(vm, slots) {
            Ok(()) => {
                slots[self.more as usize].store(Value::bool(true));
                Ok(())
            }
            Err(Exit::Raise) => {
                drop(vm.catch(Raised, &vm.types.stop_async_iteration)?);
                slots[self.more as usize].store(Value::bool(false));
                Ok(())
            }
            Err(exit) => Err(exit),
        }
    }
}

/// `aiter(value)` for an `async for`.
pub struct AsyncIterator {
    /// What is iterated.
    pub value: BoxNode,
    /// Its place.
    pub span: Span,
}

impl Node for AsyncIterator {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        noted(vm, self.span, async_iterator(vm, &value))
    }
}

fn async_iterator(vm: &Vm, value: &Value) -> Res {
    let Some(iterator) = vm.call_special(value, &vm.names.__aiter__, &[])? else {
        let class = vm.class_name(value);
        return Err(vm.type_error(&format!(
            "'async for' requires an object with __aiter__ method, got {class}"
        )));
    };
    if vm
        .class_of(&iterator)
        .lookup(vm, &vm.names.__anext__)
        .is_none()
    {
        let class = vm.class_name(&iterator);
        return Err(vm.type_error(&format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {class}"
        )));
    }
    Ok(iterator)
}

/// `iterator.__anext__()` for an `async for`.
pub struct AsyncNext {
    /// The slot of the iterator.
    pub iterator: Slot,
    /// The iterable's place.
    pub span: Span,
}

impl Node for AsyncNext {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let iterator = slots[self.iterator as usize].clone();
        match noted(
            vm,
            self.span,
            vm.call_special(&iterator, &vm.names.__anext__, &[]),
        )? {
            Some(next) => Ok(next),
            None => {
                let class = vm.class_name(&iterator);
                vm.type_error(&format!(
                    "'async for' requires an iterator with __anext__ method, got {class}"
                ));
                Err(vm.note(self.span))
            }
        }
    }
}

/// `iter(value)`, for a generator expression: its first iterator is asked for when it is made.
pub struct Iterator {
    /// What is iterated.
    pub value: BoxNode,
    /// Its place.
    pub span: Span,
}

impl Node for Iterator {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        noted(vm, self.span, vm.iter(&value))
    }
}
