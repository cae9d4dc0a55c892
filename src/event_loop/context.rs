//! Contexts: the values of context variables that a task or callback runs with. An empty context is no object at all
//! until something is set in it or asks for it. The module that scripts import is `stdlib/contextvars.rs`.

use super::{Asyncio, Shared, context_methods};
use crate::interp::{Res, Vm};
use crate::objects::class::Class;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::ast::CompareOp;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The variables of a context with their values; shared until one of the sharers changes it.
type Variables = Rc<Vec<(Value, Value)>>;

/// A context.
#[derive(Default)]
pub struct Context {
    variables: RefCell<Variables>,
    entered: Cell<bool>,
}

impl Context {
    /// An independent copy, at the cost of one pointer.
    pub fn copy(&self) -> Ref<Context> {
        Ref::new(Context {
            variables: RefCell::new(self.variables.borrow().clone()),
            entered: Cell::new(false),
        })
    }

    /// Whether nothing is set in it.
    pub fn is_empty(&self) -> bool {
        self.variables.borrow().is_empty()
    }

    /// The value of a variable.
    pub fn get(&self, variable: &Value) -> Option<Value> {
        let variables = self.variables.borrow();
        variables
            .iter()
            .find(|(each, _)| each.is(variable))
            .map(|(_, value)| value.clone())
    }

    /// Sets a variable, or unsets it; gives its old value.
    pub fn set(&self, variable: &Value, value: Option<Value>) -> Option<Value> {
        let mut shared = self.variables.borrow_mut();
        let variables = Rc::make_mut(&mut shared);
        let place = variables.iter().position(|(each, _)| each.is(variable));
        match (place, value) {
            (Some(place), Some(value)) => Some(std::mem::replace(&mut variables[place].1, value)),
            (Some(place), None) => Some(variables.remove(place).1),
            (None, Some(value)) => {
                variables.push((variable.clone(), value));
                None
            }
            (None, None) => None,
        }
    }

    /// The variables and their values, in the order in which they were first set.
    pub fn entries(&self) -> Vec<(Value, Value)> {
        self.variables.borrow().to_vec()
    }

    /// Whether it is entered, which excludes entering it again; says so from now on.
    pub fn enter(&self) -> bool {
        self.entered.replace(true)
    }

    /// Takes `enter` back.
    pub fn leave(&self) {
        self.entered.set(false);
    }
}

impl Object for Context {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        Asyncio::of(vm).types(vm).context.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        for (variable, value) in self.variables.borrow().iter() {
            visit(variable);
            visit(value);
        }
    }

    fn clear(&self) {
        let old = self.variables.take();
        drop(old);
    }

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.variables.borrow().len()))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        let variable = context_methods::variable_argument(vm, item)?;
        Ok(Some(self.get(variable).is_some()))
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        match self.get(context_methods::variable_argument(vm, index)?) {
            Some(value) => Ok(Some(value)),
            None => Err(vm.key_error(index)),
        }
    }

    /// Contexts are equal if they hold the same variables with equal values.
    fn compare(&self, vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let (CompareOp::Eq | CompareOp::NotEq, Some(other)) = (op, other.downcast::<Context>())
        else {
            return Ok(None);
        };
        let own = self.entries();
        let mut same = own.len() == other.entries().len();
        for (variable, value) in own {
            same = same
                && match other.get(&variable) {
                    Some(second) => vm.equal(&value, &second)?,
                    None => false,
                };
        }
        Ok(Some(Value::bool(same == (op == CompareOp::Eq))))
    }

    fn iter(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let variables = self.entries().into_iter().map(|(variable, _)| variable);
        let listed = Value::from(Tuple::new(variables.collect()));
        vm.iter(&listed).map(Some)
    }
}

/// The context of a task or callback; `None` stands for an empty one.
pub type Held = CloneCell<Option<Ref<Context>>>;

/// A copy of `context` for something that starts now.
pub fn copy_of(context: &Held) -> Option<Ref<Context>> {
    let context = context.get()?;
    if context.is_empty() {
        return None;
    }
    Some(context.copy())
}

/// The object for a held context, made now if it was empty.
pub fn materialized(held: &Held) -> Ref<Context> {
    match held.get() {
        Some(context) => context,
        None => {
            let made = Ref::new(Context::default());
            held.set(Some(made.clone()));
            made
        }
    }
}

/// Runs `body` with `context` as the current one. What it leaves there, in case it was empty, is given back.
pub fn run_in<T>(
    shared: &Shared,
    context: Option<Ref<Context>>,
    body: impl FnOnce() -> T,
) -> (T, Option<Ref<Context>>) {
    let outer = shared.context.replace(context);
    let result = body();
    let left = shared.context.replace(outer);
    (result, left)
}
