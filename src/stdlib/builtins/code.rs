//! Built-in functions that run source text: `compile`, `eval`, `exec`, and what `import` and `class` statements call.

use super::{given, namespaces, rest};
use crate::interp::frame::running;
use crate::interp::slots::PackedArgs;
use crate::interp::{Raised, Res, Vm};
use crate::lower::check::suspicion::WHILE_COMPILING;
use crate::lower::{self, Form, Options, compile};
use crate::objects::cell::CellVar;
use crate::objects::code::FUTURE_ANNOTATIONS;
use crate::objects::coroutine::Coroutine;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::function::{Code, CodeKind};
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use snakelet_grammar::error::SyntaxError;
use snakelet_grammar::parse_typed;
use snakelet_grammar::source::Source;
use std::rc::Rc;

/// The rows.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "__build_class__",
        "(func, name, /, *bases, **kwds)",
        "__build_class__(func, name, /, *bases, [metaclass], **kwds)\n\nWhat a class statement calls.",
        build_class,
    ),
    native(
        "__import__",
        "(name, globals=None, locals=None, fromlist=(), level=0)",
        "What an import statement calls.\n\nPrograms use importlib.import_module().",
        import,
    ),
    native(
        "compile",
        "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
        "Make a source text into code for exec() or eval().\n\nfilename is what errors name. mode is 'exec' for a module, 'single' for one\nstatement of a prompt, 'eval' for an expression. flags asks for the language of\nthe future and other things; with dont_inherit, what the calling code asked for\ndoes not count.",
        compile_source,
    ),
    native(
        "eval",
        "(source, /, globals=None, locals=None)",
        "The value of an expression, a text or code made by compile().\n\nglobals is a dictionary, locals any mapping; those of whoever calls if left out.\nlocals is globals where only that is given.",
        |vm, a| run(vm, a, "eval", Form::Expression),
    ),
    native(
        "exec",
        "(source, /, globals=None, locals=None, *, closure=None)",
        "Run statements, a text or code made by compile().\n\nglobals is a dictionary, locals any mapping; those of whoever calls if left out.\nlocals is globals where only that is given.\nclosure has the cells of code with free variables.",
        |vm, a| {
            run(vm, a, "exec", Form::Module)?.discard();
            Ok(Value::None)
        },
    ),
];

/// The source text in an argument; `None`: it is neither text nor bytes.
pub fn source_of(vm: &Vm, value: &Value, name: &str, form: Form) -> Res<Option<Rc<Source>>> {
    let text = match vm.unwrapped(value) {
        // What no file could hold is no source.
        Value::Str(text) => {
            String::from_utf8_lossy(&vm.encode(&text, "utf-8", "strict")?).into_owned()
        }
        plain => match vm.buffer(&plain) {
            Some(bytes) if bytes.contains(&0) => return Err(null_bytes(vm)?),
            Some(bytes) => match snakelet_grammar::decode_string(&bytes, name) {
                Ok(source) => source.text.to_string(),
                Err(fault) => {
                    let source = Rc::new(fault.source);
                    return Err(raise_syntax_error(vm, &fault.error, &source, form));
                }
            },
            None => return Ok(None),
        },
    };
    if text.contains('\0') {
        return Err(null_bytes(vm)?);
    }
    let source = Source::new(name, text);
    // These show their own lines.
    let is_shown = name.starts_with("<doctest ") || name == "<timeit-src>";
    Ok(Some(Rc::new(if is_shown {
        source
    } else {
        source.unshown()
    })))
}

/// Refuses a source text with null bytes in it, before anything else is made of it.
fn null_bytes(vm: &Vm) -> Res<Raised> {
    let text = Value::str("source code string cannot contain null bytes");
    let made = vm.call_with(&Value::Class(vm.types.syntax_error.clone()), &[text])?;
    Ok(vm.raise(vm.exception_from(&made)?))
}

fn compiled(vm: &Vm, source: &Rc<Source>, globals: &Ref<Dict>, options: Options) -> Res<Ref<Code>> {
    let mut warnings = Vec::new();
    let code = compile(vm, source, globals, options, &mut warnings);
    for warning in &warnings {
        if warning.category == WHILE_COMPILING {
            vm.warn(&vm.types.deprecation_warning, &warning.message, 1)?;
        }
        vm.warn_syntax(warning, source)?;
    }
    code.map_err(|error| raise_syntax_error(vm, &error, source, options.form))
}

/// The error of a source text: its last line, if nothing ends it, is shown so, unless the text was a module's.
pub fn raise_syntax_error(vm: &Vm, error: &SyntaxError, source: &Rc<Source>, form: Form) -> Raised {
    let mut error = error.clone();
    if form != Form::Module && !source.text.ends_with('\n') {
        let rest = source.text.get(error.span.start as usize..);
        let rest = rest
            .unwrap_or_default()
            .trim_start_matches([' ', '\t', '\x0c']);
        match error.message.as_str() {
            // The end of the last line has no place if the text has no end of line there.
            "invalid syntax" if rest.is_empty() || rest.starts_with('#') => {
                error.columns = Some((0, 0));
            }
            "unexpected EOF while parsing" if source.text.ends_with('\\') => {
                error.message = "unexpected character after line continuation character".to_owned();
                error.columns = error.columns.map(|(column, _)| (column - 1, 0));
            }
            _ => {}
        }
    }
    let at_end = source.line_of(error.span.start) == source.line_count();
    let is_open = form != Form::Module && at_end && !source.text.ends_with('\n');
    vm.raise_syntax_error_in(&error, source, is_open)
}

const TOP_LEVEL_AWAIT: i64 = 0x2000;

/// An open block is not ended by the end of the text: what is typed at a prompt may go on.
const NO_IMPLIED_DEDENT: i64 = 0x200;

/// `ast.PyCF_ONLY_AST`
const ONLY_TREE: i64 = 0x400;

/// Calls what the module `ast` has for `compile`.
fn call_trees(vm: &Vm, name: &str, args: &[Value]) -> Res {
    let module = vm.import("ast", 0)?;
    let function = vm.get_attribute(&module, &vm.name(name))?;
    vm.call_with(&function, args)
}

/// The text that stands for a syntax tree, its lines those that the tree's nodes say.
fn source_of_tree(vm: &Vm, tree: &Value, mode: &Value, file: &str) -> Res<Rc<Source>> {
    let written = call_trees(vm, "_compile", &[tree.clone(), mode.clone()])?;
    let written = vm.collect(&written)?;
    let mut lines = Vec::new();
    for line in vm.collect(&written[1])? {
        lines.push(u32::try_from(vm.index_size(&line)?).unwrap_or(u32::MAX));
    }
    let source = Source::new(file, vm.str(&written[0])?);
    Ok(Rc::new(source.unshown().claiming(lines.into())))
}

/// Whether a value is a syntax tree; there is none before the classes of nodes are imported.
fn is_tree(vm: &Vm, value: &Value) -> Res<bool> {
    let Some(module) = vm.modules.get_name(&vm.name("_ast")) else {
        return Ok(false);
    };
    match vm.get_attribute_opt(&module, &vm.name("AST"))? {
        Some(base) => vm.is_instance_of(value, &base),
        None => Ok(false),
    }
}

/// The flags that `compile` understands: those of `__future__`, and those of the module `ast`.
const KNOWN_FLAGS: i64 = 0x1FE_0000 | 0xF600 | 0x0010;

fn compile_source(vm: &Vm, a: &[Value]) -> Res {
    let file = vm.to_str(&a[1])?.lossy().into_owned();
    let flags = match given(a, 3) {
        Some(flags) => vm.index_size(flags)?,
        None => 0,
    };
    let form = match vm.unwrapped(&a[2]) {
        Value::Str(mode) if flags & ONLY_TREE != 0 && mode.as_str() == Some("func_type") => {
            Form::Expression
        }
        Value::Str(mode) => match vm.encode(&mode, "utf-8", "strict").map(|_| mode.as_str())? {
            Some("exec") => Form::Module,
            Some("eval") => Form::Expression,
            Some("single") => Form::Interactive,
            _ => {
                return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'"));
            }
        },
        other => {
            let class = vm.argument_class(&other);
            return Err(vm.type_error(&format!(
                "compile() argument 'mode' must be str, not {class}"
            )));
        }
    };
    if flags & !KNOWN_FLAGS != 0 {
        return Err(vm.value_error("compile(): unrecognised flags"));
    }
    let optimize = match given(a, 5) {
        Some(level) => vm.index_size(level)?,
        None => -1,
    };
    let optimize = match optimize {
        -1 => None,
        0..=2 => Some(optimize as u8),
        _ => return Err(vm.value_error("compile(): invalid optimize value")),
    };
    if flags & ONLY_TREE != 0 {
        return call_trees(vm, "_tree", &a[..3]);
    }
    let inherits_nothing = match given(a, 4) {
        Some(flag) => vm.truth(flag)?,
        None => false,
    };
    let options = Options {
        form,
        top_level_await: flags & TOP_LEVEL_AWAIT != 0,
        future_annotations: flags & FUTURE_ANNOTATIONS != 0
            || !inherits_nothing && inherited_annotations(vm),
        optimize,
        ..Options::MODULE
    };
    if is_tree(vm, &a[0])? {
        let source = source_of_tree(vm, &a[0], &a[2], &file)?;
        let code = compiled(vm, &source, &namespaces::globals(vm), options)?;
        return Ok(Value::from(code));
    }
    let Some(source) = source_of(vm, &a[0], &file, form)? else {
        if a[0].downcast::<Code>().is_some() {
            return Ok(a[0].clone());
        }
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    if flags & NO_IMPLIED_DEDENT != 0
        && form == Form::Interactive
        && let Err(error) = parse_typed(&source)
    {
        return Err(raise_syntax_error(vm, &error, &source, form));
    }
    let code = compiled(vm, &source, &namespaces::globals(vm), options)?;
    Ok(Value::from(code))
}

/// Whether the code that runs has annotations as text, which what it compiles inherits.
fn inherited_annotations(vm: &Vm) -> bool {
    running(vm)
        .next()
        .is_some_and(|standing| standing.code.future_annotations)
}

/// `eval` and `exec`.
fn run(vm: &Vm, a: &[Value], name: &str, form: Form) -> Res {
    let globals_given = given(a, 1).filter(|globals| !globals.is_none());
    let locals_given = given(a, 2).filter(|locals| !locals.is_none());
    let globals = match globals_given.map(|globals| vm.unwrapped(globals)) {
        None => namespaces::globals(vm),
        Some(Value::Dict(globals)) => globals,
        Some(other) => return Err(bad_globals(vm, &other, name)),
    };
    let locals = match (locals_given, globals_given) {
        (Some(locals), _) => locals.clone(),
        // A subclass of `dict` has its say in how names are read and set.
        (None, Some(given)) => given.clone(),
        (None, None) => namespaces::locals(vm),
    };
    let class = vm.class_of(&locals);
    if class.lookup(vm, &vm.names.__getitem__).is_none() {
        let class = class.name();
        return Err(vm.type_error(&match name {
            "exec" => format!("locals must be a mapping or None, not {class}"),
            _ => "locals must be a mapping".to_owned(),
        }));
    }
    let builtins = &vm.names.__builtins__;
    if globals.get_name(builtins).is_none() {
        globals.set_name(builtins, Value::Dict(vm.builtins.clone()));
    }
    let with_locals = !locals.is(&Value::Dict(globals.clone()));
    let closure = given(a, 3).filter(|closure| !closure.is_none());
    let code = match a[0].downcast::<Code>() {
        Some(object) if form == Form::Module && !object.layout().free.is_empty() => {
            return run_with_closure(vm, object, closure);
        }
        Some(_) if closure.is_some() => {
            return Err(vm.type_error("cannot use a closure with this code object"));
        }
        None if closure.is_some() => {
            return Err(vm.type_error("closure can only be used when source is a code object"));
        }
        Some(object) => rebound(vm, object, &globals, with_locals, form)?,
        None => {
            let Some(mut source) = source_of(vm, &a[0], "<string>", form)? else {
                return Err(vm.type_error(&format!(
                    "{name}() arg 1 must be a string, bytes or code object"
                )));
            };
            let text = source.text.trim_start_matches([' ', '\t']);
            if form == Form::Expression && text.len() < source.text.len() {
                source = Rc::new(Source::new("<string>", text).unshown());
            }
            let options = Options {
                form,
                with_locals,
                future_annotations: inherited_annotations(vm),
                ..Options::MODULE
            };
            compiled(vm, &source, &globals, options)?
        }
    };
    run_code(vm, &code, with_locals.then_some(locals))
}

fn bad_globals(vm: &Vm, globals: &Value, name: &str) -> Raised {
    let class = vm.class_name(globals);
    let is_mapping = vm
        .class_of(globals)
        .lookup(vm, &vm.names.__getitem__)
        .is_some();
    vm.type_error(&match (name, is_mapping) {
        ("exec", _) => format!("exec() globals must be a dict, not {class}"),
        (_, true) => "globals must be a real dict; try eval(expr, {}, mapping)".to_owned(),
        (_, false) => "globals must be a dict".to_owned(),
    })
}

/// The code to run for a code object with these globals: itself, or its source compiled for them.
fn rebound(
    vm: &Vm,
    code: &Ref<Code>,
    globals: &Ref<Dict>,
    with_locals: bool,
    form: Form,
) -> Res<Ref<Code>> {
    if !code.layout().free.is_empty() {
        return Err(vm.type_error(&format!(
            "code object passed to {}() may not contain free variables",
            if form == Form::Module { "exec" } else { "eval" }
        )));
    }
    let with_locals = with_locals && code.is_root();
    if code.globals.same(globals) && !with_locals && !code.options.with_locals {
        return Ok(code.clone());
    }
    lower::compile_again(vm, code, globals, with_locals)
        .map(|(code, _)| code)
        .map_err(|error| raise_syntax_error(vm, &error, &code.source, code.options.form))
}

fn run_code(vm: &Vm, code: &Ref<Code>, locals: Option<Value>) -> Res {
    let mut slots = crate::interp::call::undefined(code.layout().slots);
    if let (Some(locals), Some(first)) = (locals, slots.first_mut()) {
        *first = locals;
    }
    begin(vm, code, slots)
}

/// Runs code whose frame has these slots; what its kind says is made instead where it is no plain code.
fn begin(vm: &Vm, code: &Ref<Code>, mut slots: Box<[Value]>) -> Res {
    for &slot in &code.layout().cells {
        slots[slot as usize] = Value::Cell(CellVar::holding(Value::Undef));
    }
    match code.kind() {
        CodeKind::Plain => vm.nested(|| vm.run_code(code, &mut slots)),
        CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator => {
            Ok(Value::Coroutine(Coroutine::new(code.clone(), slots)))
        }
    }
}

/// Runs code that has free variables, with the cells that a script gives for them.
fn run_with_closure(vm: &Vm, code: &Ref<Code>, closure: Option<&Value>) -> Res {
    let free = &code.layout().free;
    let cells = match closure {
        Some(Value::Tuple(cells)) if cells.items().len() == free.len() => cells.items(),
        _ => &[],
    };
    let are_cells = cells.iter().all(|cell| matches!(cell, Value::Cell(_)));
    if cells.is_empty() || !are_cells {
        let count = free.len();
        let text = format!("code object requires a closure of exactly length {count}");
        return Err(vm.type_error(&text));
    }
    let mut slots = crate::interp::call::undefined(code.layout().slots);
    for (&slot, cell) in free.iter().zip(cells) {
        slots[slot as usize] = cell.clone();
    }
    begin(vm, code, slots)
}

fn import(vm: &Vm, a: &[Value]) -> Res {
    let Value::Str(name) = vm.unwrapped(&a[0]) else {
        return Err(vm.type_error("module name must be a string"));
    };
    let level = match given(a, 4) {
        Some(level) => u32::try_from(vm.index_size(level)?)
            .map_err(|_| vm.value_error("level must be >= 0"))?,
        None => 0,
    };
    if name.as_str().is_none() {
        let text = format!("No module named {}", vm.repr(&Value::Str(name.clone()))?);
        return Err(vm.module_not_found(&text, &name.lossy()));
    }
    let name = name.lossy();
    if name.is_empty() && level == 0 {
        return Err(vm.value_error("Empty module name"));
    }
    let globals = match given(a, 1) {
        Some(Value::Dict(globals)) => Some(globals.clone()),
        _ => None,
    };
    let module = vm.import_module(&name, level, globals.as_ref())?;
    let wants_names = match given(a, 3) {
        Some(names) => vm.truth(names)?,
        None => false,
    };
    match name.split_once('.') {
        Some((top, _)) if !wants_names && level == 0 => vm.import(top, 0),
        _ => Ok(module),
    }
}

fn build_class(vm: &Vm, a: &[Value]) -> Res {
    let Value::Str(name) = vm.unwrapped(&a[1]) else {
        return Err(vm.type_error("__build_class__: name is not a string"));
    };
    let name = vm.names.intern_str(&name);
    let keywords = PackedArgs::new(vm, &Value::None, given(a, 3).unwrap_or(&Value::None));
    let keywords = keywords
        .args()
        .keywords()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let prepared = vm.prepare_class(&name, rest(a, 2).to_vec(), keywords)?;
    vm.call_with(&a[0], &[])?.discard();
    vm.finish_class(&name, prepared)
}
