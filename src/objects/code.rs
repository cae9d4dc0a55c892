//! A code object: what a script sees of a function's code (`f.__code__`, `frame.f_code`, `compile()`).

use super::class::{Class, TypeDef};
use super::counted::Ref;
use super::function::{Code, CodeKind};
use super::native::{GetterDef, getter};
use super::object::Object;
use super::str::Name;
use super::tuple::Tuple;
use super::value::Value;
use super::weak::{self, Dying, WeakPointer};
use crate::interp::{Res, Vm};
use rustc_hash::FxHashMap;
use snakelet_grammar::ast::CompareOp;
use std::cell::RefCell;
use std::rc::Rc;

/// A handle on code.
pub struct CodeObject(pub Rc<Code>);

/// The handles that scripts have, by the address of the code: there is one for each at a time.
#[derive(Default)]
struct Known(RefCell<FxHashMap<usize, Ref<Pointer>>>);

/// Points weakly to a handle.
struct Pointer {
    handle: WeakPointer,
}

impl Object for Pointer {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.code.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn lose(&self, _target: &Dying) -> bool {
        self.handle.forget();
        false
    }
}

/// How many pointers to handles that are gone are kept at most, besides as many as there are handles.
const FORGOTTEN: usize = 256;

impl CodeObject {
    /// The object for `code`.
    pub fn of(vm: &Vm, code: &Rc<Code>) -> Value {
        let known = vm.extension::<Known>();
        let address = Rc::as_ptr(code).addr();
        let pointer = known.0.borrow().get(&address).cloned();
        if let Some(handle) = pointer.and_then(|pointer| pointer.handle.get()) {
            return handle.into_value();
        }
        let handle = Ref::new(CodeObject(code.clone()));
        let pointer = Ref::new(Pointer {
            handle: WeakPointer::default(),
        });
        let (target, watcher) = (handle.clone().erase(), pointer.clone().erase());
        pointer.handle.point(&target, &watcher, weak::last_rank());
        let mut all = known.0.borrow_mut();
        let mut gone: Vec<Ref<Pointer>> = all.insert(address, pointer).into_iter().collect();
        if all.len() > FORGOTTEN && all.len().is_power_of_two() {
            let dead = all.extract_if(|_, pointer| pointer.handle.get().is_none());
            gone.extend(dead.map(|(_, pointer)| pointer));
        }
        drop(all);
        drop(gone);
        Value::from(handle)
    }
}

impl Object for CodeObject {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.code.clone()
    }

    /// The constants in the tree are literals, which cannot close a cycle.
    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, _vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let code = &self.0;
        let line = code.source.line_of(code.span.start);
        let address = Rc::as_ptr(code) as usize;
        let (name, file) = (code.name.lossy(), &code.source.name);
        Ok(Some(format!(
            "<code object {name} at 0x{address:x}, file \"{file}\", line {line}>"
        )))
    }

    fn compare(&self, _vm: &Vm, _this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let same = other
            .downcast::<CodeObject>()
            .is_some_and(|other| Rc::ptr_eq(&self.0, &other.0));
        Ok(match op {
            CompareOp::Eq => Some(Value::bool(same)),
            CompareOp::NotEq => Some(Value::bool(!same)),
            _ => None,
        })
    }

    fn hash(&self, _vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        Ok(Some(Rc::as_ptr(&self.0) as usize as i64 >> 4))
    }
}

/// The type's row.
pub const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "code",
    doc: "The code of a function or module.",
    getters: GETTERS,
    ..TypeDef::PLAIN
};

const GETTERS: &[GetterDef] = &[
    getter("co_name", "The function's name.", |vm, c| {
        Ok(Value::Str(of(vm, c)?.name.clone()))
    }),
    getter("co_qualname", "The dotted name.", |vm, c| {
        Ok(Value::Str(of(vm, c)?.qualname.clone()))
    }),
    getter("co_filename", "The file it was read from.", |vm, c| {
        Ok(Value::str(&of(vm, c)?.source.name))
    }),
    getter("co_firstlineno", "The line it begins in.", |vm, c| {
        let code = of(vm, c)?;
        Ok(Value::Int(i64::from(code.source.line_of(code.span.start))))
    }),
    getter(
        "co_argcount",
        "How many positional parameters there are.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout.positional)),
    ),
    getter(
        "co_posonlyargcount",
        "How many of them are positional-only.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout.positional_only)),
    ),
    getter(
        "co_kwonlyargcount",
        "How many keyword-only parameters there are.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout.keyword_only)),
    ),
    getter(
        "co_nlocals",
        "How many local variables there are.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout.names.len())),
    ),
    getter("co_varnames", "The names of local variables.", |vm, c| {
        let code = of(vm, c)?;
        let visible = code.layout.names.iter().enumerate().filter(|(slot, _)| {
            !code.layout.free.contains(&(*slot as u32))
                && (*slot < code.layout.params() || !code.layout.cells.contains(&(*slot as u32)))
        });
        Ok(names(visible.map(|(_, name)| name)))
    }),
    getter(
        "co_freevars",
        "The names of variables of functions around it.",
        |vm, c| {
            let layout = &of(vm, c)?.layout;
            Ok(names(
                layout.free.iter().map(|&slot| &layout.names[slot as usize]),
            ))
        },
    ),
    getter(
        "co_cellvars",
        "The names of variables that inner functions use.",
        |vm, c| {
            let layout = &of(vm, c)?.layout;
            Ok(names(
                layout
                    .cells
                    .iter()
                    .filter_map(|&slot| layout.names.get(slot as usize)),
            ))
        },
    ),
    getter(
        "co_flags",
        "Bits that tell the kind of function.",
        |vm, c| {
            let code = of(vm, c)?;
            let kind = match code.kind {
                CodeKind::Plain => 0,
                CodeKind::Generator => 0x20,
                CodeKind::Coroutine => 0x80,
                CodeKind::AsyncGenerator => 0x200,
            };
            let variadic =
                i64::from(code.layout.var_positional) * 4 + i64::from(code.layout.var_keyword) * 8;
            let inner = match code.name.as_str() {
                // A module, or what `eval` runs.
                Some("<module>") => 0,
                _ if code.qualname.lossy().contains("<locals>") => 3 | 0x10,
                _ => 3,
            };
            Ok(Value::Int(inner | kind | variadic))
        },
    ),
];

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Rc<Code>> {
    match value.downcast::<CodeObject>() {
        Some(code) => Ok(&code.0),
        None => Err(vm.descriptor_error("code", value)),
    }
}

fn names<'a>(names: impl Iterator<Item = &'a Name>) -> Value {
    Value::from(Tuple::new(names.cloned().map(Value::Str).collect()))
}
