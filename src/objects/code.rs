//! A code object: what a script sees of a function's code (`f.__code__`, `frame.f_code`, `compile()`).

use super::bytes::Bytes;
use super::class::{Class, TypeDef};
use super::compiled::{Constant, Form};
use super::counted::Ref;
use super::function::{Code, CodeKind};
use super::list::List;
use super::native::{GetterDef, NativeDef, getter, native};
use super::object::Object;
use super::str::Name;
use super::tuple::Tuple;
use super::value::Value;
use crate::interp::{Res, Vm};
use snakelet_grammar::ast::CompareOp;
use std::rc::Rc;

/// The bit that says that annotations are text.
pub const FUTURE_ANNOTATIONS: i64 = 0x100_0000;

/// The bit that says that generators can be awaited.
const ITERABLE_COROUTINE: i64 = 0x100;

impl Object for Code {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.code.clone()
    }

    /// The constants in the tree are literals, which cannot close a cycle.
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Dict(self.globals.clone()));
        if let Some(body) = self.body.get() {
            body.owned.traverse(&self.globals, visit);
        }
    }

    /// Whatever holds code lets go of the globals by itself.
    fn clear(&self) {
        if let Some(body) = self.body.get() {
            body.owned.clear();
        }
    }

    fn repr(&self, _vm: &Vm, this: &Value) -> Res<Option<String>> {
        let line = self.line();
        let address = this.address().unwrap_or(0);
        let (name, file) = (self.name.lossy(), &self.source.name);
        Ok(Some(format!(
            "<code object {name} at 0x{address:x}, file \"{file}\", line {line}>"
        )))
    }

    fn compare(&self, _vm: &Vm, this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let same = this.is(other)
            || other
                .downcast::<Code>()
                .is_some_and(|other| same(self, other));
        Ok(match op {
            CompareOp::Eq => Some(Value::bool(same)),
            CompareOp::NotEq => Some(Value::bool(!same)),
            _ => None,
        })
    }

    fn hash(&self, _vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        let mixed = (i64::from(self.line()) << 20) ^ ((text_of(self).len() as i64) << 4);
        Ok(Some(mixed ^ (self.name.address() as i64 >> 4)))
    }
}

/// The type's row.
pub const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "code",
    doc: "The code of a function or module.",
    getters: GETTERS,
    methods: METHODS,
    ..TypeDef::PLAIN
};

/// Whether two pieces of code do the same by the same names, wherever they were read.
fn same(a: &Code, b: &Code) -> bool {
    let names = |code: &Code| {
        code.layout()
            .names
            .iter()
            .map(Ref::address)
            .collect::<Vec<_>>()
    };
    a.name.same(&b.name)
        && a.line() == b.line()
        && a.kind() == b.kind()
        && a.options.form == b.options.form
        && text_of(a) == text_of(b)
        && names(a) == names(b)
}

/// What was written.
fn text_of(code: &Code) -> &str {
    let span = code.span;
    code.source
        .text
        .get(span.start as usize..span.end as usize)
        .unwrap_or_default()
}

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
        Ok(Value::Int(i64::from(code.line())))
    }),
    getter(
        "co_argcount",
        "How many positional parameters there are.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout().positional)),
    ),
    getter(
        "co_posonlyargcount",
        "How many of them are positional-only.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout().positional_only)),
    ),
    getter(
        "co_kwonlyargcount",
        "How many keyword-only parameters there are.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout().keyword_only)),
    ),
    getter(
        "co_nlocals",
        "How many local variables there are.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout().names.len())),
    ),
    getter("co_varnames", "The names of local variables.", |vm, c| {
        let code = of(vm, c)?;
        let visible = code.layout().names.iter().enumerate().filter(|(slot, _)| {
            !is_class_body(code)
                && !code.layout().free.contains(&(*slot as u32))
                && (*slot < code.layout().params()
                    || !code.layout().cells.contains(&(*slot as u32)))
        });
        Ok(names(visible.map(|(_, name)| name)))
    }),
    getter(
        "co_freevars",
        "The names of variables of functions around it.",
        |vm, c| {
            let layout = of(vm, c)?.layout();
            Ok(names(
                layout.free.iter().map(|&slot| &layout.names[slot as usize]),
            ))
        },
    ),
    getter(
        "co_cellvars",
        "The names of variables that inner functions use.",
        |vm, c| {
            let layout = of(vm, c)?.layout();
            Ok(names(
                layout
                    .cells
                    .iter()
                    .filter_map(|&slot| layout.names.get(slot as usize)),
            ))
        },
    ),
    getter(
        "co_names",
        "The names of globals, attributes and modules.",
        |vm, c| {
            let code = of(vm, c)?;
            let (_, mentioned) = vm.compile_again(code, &code.globals)?;
            Ok(names(mentioned.names.iter()))
        },
    ),
    getter(
        "co_consts",
        "The constants, with the code of definitions among them.",
        |vm, c| constants(vm, of(vm, c)?),
    ),
    getter(
        "co_stacksize",
        "How many values it keeps at most.",
        |vm, c| Ok(Value::from(of(vm, c)?.layout().slots)),
    ),
    getter("co_code", "The instructions: none.", |vm, c| {
        of(vm, c).map(|_| nothing())
    }),
    getter("co_linetable", "The lines of the instructions.", |vm, c| {
        of(vm, c).map(|_| nothing())
    }),
    getter(
        "co_exceptiontable",
        "Where exceptions are handled in the instructions.",
        |vm, c| of(vm, c).map(|_| nothing()),
    ),
    getter(
        "co_lnotab",
        "The lines of the instructions, as they were told once.",
        |vm, c| {
            let text = "co_lnotab is deprecated, use co_lines instead.";
            vm.warn(&vm.types.deprecation_warning, text, 1)?;
            of(vm, c).map(|_| nothing())
        },
    ),
    getter(
        "co_flags",
        "Bits that tell the kind of function.",
        |vm, c| {
            let code = of(vm, c)?;
            let kind = match code.kind() {
                CodeKind::Plain => 0,
                CodeKind::Generator => 0x20,
                CodeKind::Coroutine => 0x80,
                CodeKind::AsyncGenerator => 0x200,
            };
            let variadic = i64::from(code.layout().var_positional) * 4
                + i64::from(code.layout().var_keyword) * 8;
            let inner = match code.name.as_str() {
                // A module, what `eval` runs, or a class body.
                Some("<module>") => 0,
                _ if is_class_body(code) => 0,
                _ if code.qualname.lossy().contains("<locals>") => 3 | 0x10,
                _ => 3,
            };
            let future = i64::from(code.future_annotations) * FUTURE_ANNOTATIONS;
            let awaitable = i64::from(code.gives_awaitables.get()) * ITERABLE_COROUTINE;
            Ok(Value::Int(inner | awaitable | kind | variadic | future))
        },
    ),
];

/// There are no instructions: the tree runs itself.
fn nothing() -> Value {
    Value::from(Bytes::new(Vec::new()))
}

const METHODS: &[NativeDef] = &[
    native(
        "co_positions",
        "()",
        "The places of what was compiled: line, end line, column, end column.",
        |vm, a| positions(vm, of(vm, &a[0])?),
    ),
    native(
        "co_lines",
        "()",
        "The lines, each with the range of what was compiled from it.",
        |vm, a| lines(vm, of(vm, &a[0])?),
    ),
    native(
        "replace",
        "(**changes)",
        "A copy that claims other names, another file or another line.",
        replace,
    ),
];

/// What the reference's compiler puts before the constants that are written: the docstring, or `None` in a function.
fn constants(vm: &Vm, code: &Ref<Code>) -> Res {
    let (_, mentioned) = vm.compile_again(code, &code.globals)?;
    let is_function = !code.is_root() && !is_class_body(code);
    let is_expression = code.options.form == Form::Expression && code.is_root();
    let mut all: Vec<Value> = Vec::new();
    let mut add = |value: Value| -> Res<()> {
        for each in &all {
            let alike = vm.class_of(each).same(&vm.class_of(&value));
            if alike && (each.is(&value) || vm.equal(each, &value)?) {
                return Ok(());
            }
        }
        all.push(value);
        Ok(())
    };
    if is_function {
        add(code.doc.clone())?;
    }
    for constant in mentioned.constants {
        match constant {
            Constant::Value(value) => add(value)?,
            Constant::Code(inner) => add(Value::from(inner))?,
        }
    }
    if !is_function && !is_expression {
        add(Value::None)?;
    }
    Ok(Value::from(Tuple::new(all)))
}

/// `(start, end, line)` for each statement.
fn lines(vm: &Vm, code: &Ref<Code>) -> Res {
    let (_, mentioned) = vm.compile_again(code, &code.globals)?;
    let mut places = vec![code.span.start];
    places.extend(mentioned.places);
    let of_line = |(index, at): (usize, &u32)| {
        let line = i64::from(code.source.line_of(*at));
        let start = 2 * index as i64;
        let range = vec![Value::Int(start), Value::Int(start + 2), Value::Int(line)];
        Value::from(Tuple::new(range))
    };
    let ranges = places.iter().enumerate().map(of_line).collect();
    vm.iter(&Value::from(List::new(ranges)))
}

/// `(line, end line, column, end column)` for each place; the end is known of none.
fn positions(vm: &Vm, code: &Ref<Code>) -> Res {
    let (_, mentioned) = vm.compile_again(code, &code.globals)?;
    let mut places = vec![code.span.start];
    places.extend(mentioned.places);
    let place = |at: &u32| {
        let text = &code.source.text[..*at as usize];
        let begin = text.rfind('\n').map_or(0, |before| before + 1);
        let line = Value::Int(i64::from(code.source.line_of(*at)));
        let column = Value::from(*at as usize - begin);
        Value::from(Tuple::new(vec![line, Value::None, column, Value::None]))
    };
    let all = places.iter().map(place).collect();
    vm.iter(&Value::from(List::new(all)))
}

/// `code.replace(…)`: what is no claim about the code, but the code itself, cannot be another.
fn replace(vm: &Vm, a: &[Value]) -> Res {
    let code = of(vm, &a[0])?;
    let Some(Value::Dict(changes)) = a.get(1) else {
        return Ok(a[0].clone());
    };
    let (mut name, mut qualname) = (code.name.clone(), code.qualname.clone());
    let (mut file, mut line) = (None, code.first_line);
    for (key, value) in changes.entries() {
        let key = vm.str(&key)?;
        let text = |value: &Value| match vm.unwrapped(value) {
            Value::Str(text) => Ok(vm.names.intern_str(&text)),
            other => {
                let class = vm.argument_class(&other);
                Err(vm.type_error(&format!(
                    "replace() argument '{key}' must be str, not {class}"
                )))
            }
        };
        match key.as_str() {
            "co_name" => name = text(&value)?,
            "co_qualname" => qualname = text(&value)?,
            "co_filename" => file = Some(text(&value)?),
            "co_firstlineno" => line = Some(u32::try_from(vm.index_size(&value)?).unwrap_or(0)),
            _ => {
                let known = GETTERS.iter().find(|row| row.name == key);
                let Some(row) = known else {
                    return Err(vm.type_error(&format!(
                        "replace() got an unexpected keyword argument '{key}'"
                    )));
                };
                if !vm.equal(&(row.get)(vm, &a[0])?, &value)? {
                    return Err(vm.value_error(&format!("{key} cannot be replaced")));
                }
            }
        }
    }
    let (mut copy, _) = vm.compile_again(code, &code.globals)?;
    let Some(made) = copy.get_mut() else {
        return Err(vm.runtime_error("the code is in use"));
    };
    if let Some(file) = file {
        made.source = Rc::new(made.source.renamed(&file.lossy()));
    }
    (made.name, made.qualname, made.first_line) = (name, qualname, line);
    Ok(Value::from(copy))
}

fn is_class_body(code: &Code) -> bool {
    let first = code.layout().names.first();
    first.is_some_and(|name| name.bytes() == b".namespace")
}

fn of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Code>> {
    let code = value
        .downcast::<Code>()
        .ok_or_else(|| vm.descriptor_error("code", value))?;
    vm.read_code(code)?;
    Ok(code)
}

fn names<'a>(names: impl Iterator<Item = &'a Name>) -> Value {
    Value::from(Tuple::new(names.cloned().map(Value::Str).collect()))
}
