//! Definitions: functions and classes are made when their statement runs.

use super::arguments::{Argument, collect};
use super::{BoxNode, Slot, noted};
use crate::interp::call::undefined;
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::cell::CellVar;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::function::{Code, Function};
use crate::objects::str::Name;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;
use std::rc::Rc;

/// The cells that an inner function takes from this frame.
pub fn capture(slots: &Slots, captured: &[Slot]) -> Box<[Ref<CellVar>]> {
    let cell = |slot: &Slot| match &slots[*slot as usize] {
        Value::Cell(cell) => cell.clone(),
        // Lowering gives every captured variable a cell before any function can capture it.
        value => CellVar::holding(value.clone()),
    };
    captured.iter().map(cell).collect()
}

/// `def`, `lambda`, generator expressions and the hidden functions of type parameters.
pub struct MakeFunction {
    /// What it will run.
    pub code: Rc<Ref<Code>>,
    /// The slots of the cells that it takes along.
    pub captured: Box<[Slot]>,
    /// Defaults of the last positional parameters.
    pub defaults: Box<[BoxNode]>,
    /// Defaults of keyword-only parameters.
    pub kw_defaults: Box<[(Name, BoxNode)]>,
    /// Annotations.
    pub annotations: Box<[(Name, BoxNode)]>,
    /// The tuple of the type parameters.
    pub type_params: Option<BoxNode>,
}

impl Node for MakeFunction {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let mut defaults = Vec::with_capacity(self.defaults.len());
        for default in &self.defaults {
            defaults.push(default.eval(vm, slots)?);
        }
        let defaults = if defaults.is_empty() {
            Value::None
        } else {
            Value::from(Tuple::new(defaults))
        };
        let kw_defaults = named(&self.kw_defaults, vm, slots)?;
        let annotations = named(&self.annotations, vm, slots)?;
        let closure = capture(slots, &self.captured);
        let code = (*self.code).clone();
        let function = Function::new(vm, code, closure, defaults, kw_defaults, annotations);
        if let Some(params) = &self.type_params {
            function.set_type_params(params.eval(vm, slots)?);
        }
        Ok(Value::from(function))
    }
}

fn named(pairs: &[(Name, BoxNode)], vm: &Vm, slots: &mut Slots) -> Res {
    if pairs.is_empty() {
        return Ok(Value::None);
    }
    let dict = Dict::with_capacity(pairs.len());
    for (name, node) in pairs {
        let value = node.eval(vm, slots)?;
        dict.set_name(name, value);
    }
    Ok(Value::Dict(dict))
}

/// `class`
pub struct MakeClass {
    /// The body, a frame with the namespace in its first slot.
    pub code: Rc<Ref<Code>>,
    /// The slots of the cells that the body takes along.
    pub captured: Box<[Slot]>,
    /// The class's name.
    pub name: Name,
    /// Bases and keywords.
    pub args: Box<[Argument]>,
    /// The slot, in the body's frame, of the cell for `__class__`.
    pub class_cell: Option<Slot>,
    /// The slot, in the body's frame, of the cell for the namespace itself.
    pub classdict_cell: Option<Slot>,
    /// The type parameters, and the slot in the body's frame that they wait in.
    pub type_params: Option<(BoxNode, Slot)>,
    /// The statement.
    pub span: Span,
}

impl Node for MakeClass {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        noted(vm, self.span, vm.expect_build_class(&self.code.globals))?;
        let (values, names) = collect(
            vm,
            slots,
            &Value::str("__build_class__()"),
            &self.args,
            self.span,
        )?;
        let bases = values[..values.len() - names.len()].to_vec();
        let keywords = names
            .iter()
            .cloned()
            .zip(values[values.len() - names.len()..].iter().cloned())
            .collect();
        let type_params = match &self.type_params {
            Some((params, slot)) => Some((params.eval(vm, slots)?, *slot)),
            None => None,
        };
        vm.thread.at.set(self.span.start);
        noted(
            vm,
            self.span,
            self.make(vm, slots, bases, keywords, type_params),
        )
    }
}

impl MakeClass {
    fn make(
        &self,
        vm: &Vm,
        slots: &mut Slots,
        bases: Vec<Value>,
        keywords: Vec<(Name, Value)>,
        type_params: Option<(Value, Slot)>,
    ) -> Res {
        let prepared = vm.prepare_class(&self.name, bases, keywords)?;
        let mut frame = undefined(self.code.layout().slots);
        frame[0] = prepared.namespace.clone();
        let closure = capture(slots, &self.captured);
        for (&slot, cell) in self.code.layout().free.iter().zip(&closure) {
            frame[slot as usize] = Value::Cell(cell.clone());
        }
        for &slot in &self.code.layout().cells {
            frame[slot as usize] = Value::Cell(CellVar::holding(Value::Undef));
        }
        if let Some((params, slot)) = type_params {
            frame[slot as usize] = params;
        }
        if let Some(slot) = self.classdict_cell {
            let namespace = prepared.namespace.clone();
            frame[slot as usize] = Value::Cell(CellVar::holding(namespace));
        }
        vm.deeper()?;
        let ran = vm.run_code(&self.code, &mut frame);
        vm.shallower();
        ran?;
        if let Some(slot) = self.classdict_cell {
            let cell = frame[slot as usize].clone();
            let key = Value::Str(vm.names.__classdictcell__.clone());
            vm.set_item(&prepared.namespace, &key, cell)?;
        }
        let Some(slot) = self.class_cell else {
            return vm.finish_class(&self.name, prepared);
        };
        let cell = frame[slot as usize].clone();
        let key = Value::Str(vm.names.__classcell__.clone());
        vm.set_item(&prepared.namespace, &key, cell.clone())?;
        let made = vm.finish_class(&self.name, prepared)?;
        if let (Value::Cell(cell), Value::Class(_)) = (&cell, &made) {
            self.check_cell(vm, &cell.0.get(), &made)?;
        }
        Ok(made)
    }

    /// Whether `type.__new__` has got the cell of `__class__`, and filled it for this class.
    fn check_cell(&self, vm: &Vm, held: &Value, made: &Value) -> Res<()> {
        if held.is(made) {
            return Ok(());
        }
        let (name, made) = (self.name.lossy(), vm.repr(made)?);
        if held.is_undef() {
            return Err(vm.runtime_error(&format!(
                "__class__ not set defining '{name}' as {made}. Was __classcell__ propagated to type.__new__?"
            )));
        }
        let held = vm.repr(held)?;
        Err(vm.type_error(&format!(
            "__class__ set to {held} defining '{name}' as {made}"
        )))
    }
}

/// `super()` without arguments: the class from its cell, the object from the first parameter.
pub struct ZeroSuper {
    /// What is called: whatever `super` means here.
    pub callee: BoxNode,
    /// The slot of the cell of `__class__`.
    pub class_cell: Option<Slot>,
    /// The slot of the first parameter, if there is one.
    pub first: Option<Slot>,
    /// Whether that slot holds a cell.
    pub first_is_cell: bool,
    /// The whole expression.
    pub span: Span,
}

impl Node for ZeroSuper {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let callee = self.callee.eval(vm, slots)?;
        vm.thread.at.set(self.span.start);
        if !callee.is(&Value::Class(vm.types.super_.clone())) {
            return noted(vm, self.span, vm.call_with(&callee, &[]));
        }
        let object = match self.first.map(|slot| &slots[slot as usize]) {
            None => {
                return noted(
                    vm,
                    self.span,
                    Err(vm.runtime_error("super(): no arguments")),
                );
            }
            Some(Value::Cell(cell)) if self.first_is_cell => cell.0.get(),
            Some(value) => value.clone(),
        };
        if object.is_undef() {
            return noted(
                vm,
                self.span,
                Err(vm.runtime_error("super(): arg[0] deleted")),
            );
        }
        let class = match self.class_cell.map(|slot| &slots[slot as usize]) {
            Some(Value::Cell(cell)) => cell.0.get(),
            _ => {
                return noted(
                    vm,
                    self.span,
                    Err(vm.runtime_error("super(): __class__ cell not found")),
                );
            }
        };
        if class.is_undef() {
            return noted(
                vm,
                self.span,
                Err(vm.runtime_error("super(): empty __class__ cell")),
            );
        }
        noted(vm, self.span, vm.call_with(&callee, &[class, object]))
    }
}

/// Calls a decorator with what it decorates.
pub struct Decorate {
    /// The decorator.
    pub decorator: BoxNode,
    /// What it decorates.
    pub target: BoxNode,
    /// The decorator's place.
    pub span: Span,
}

impl Node for Decorate {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let decorator = self.decorator.eval(vm, slots)?;
        let target = self.target.eval(vm, slots)?;
        vm.thread.at.set(self.span.start);
        noted(vm, self.span, vm.call_with(&decorator, &[target]))
    }
}

/// Sets an annotation of a module or class: `__annotations__[name] = value`.
pub struct Annotate {
    /// Reads `__annotations__`.
    pub annotations: BoxNode,
    /// The name.
    pub name: Name,
    /// The annotation.
    pub value: BoxNode,
    /// Its place.
    pub span: Span,
}

impl Node for Annotate {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        let annotations = self.annotations.eval(vm, slots)?;
        noted(
            vm,
            self.span,
            vm.set_item(&annotations, &Value::Str(self.name.clone()), value),
        )?;
        Ok(Value::None)
    }
}
