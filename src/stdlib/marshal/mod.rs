//! `_marshal`: code as plain data, and back. What a file of it looks like is `marshal.py`.
//!
//! Code is what its text says: the data are the text, how it was compiled, and which piece of it is meant.

use crate::interp::{Res, Vm};
use crate::lower;
use crate::objects::compiled::{Form, Options};
use crate::objects::counted::Ref;
use crate::objects::function::{Code, Place};
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::source::Source;
use std::rc::Rc;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    for row in FUNCTIONS {
        let function = Value::Native(Native::function(row, "_marshal"));
        module.dict.set_name(&vm.name(row.name), function);
    }
    Ok(())
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "parts_of",
        "(code, /)",
        "The data that make a code object again.",
        |vm, a| match a[0].downcast::<Code>() {
            Some(code) => Ok(parts_of(code)),
            None => Err(vm.type_error("no code object")),
        },
    ),
    native(
        "code_of",
        "(parts, /)",
        "The code object of such data.",
        |vm, a| match &a[0] {
            Value::Tuple(parts) => code_of(vm, parts.items()),
            _ => Err(bad(vm)),
        },
    ),
];

/// The forms by number.
const FORMS: [Form; 4] = [
    Form::Module,
    Form::Interactive,
    Form::Pasted,
    Form::Expression,
];

/// The options that are yes or no, by bit.
const WITH_LOCALS: i64 = 1;
const TOP_LEVEL_AWAIT: i64 = 2;
const FUTURE_ANNOTATIONS: i64 = 4;

fn parts_of(code: &Code) -> Value {
    let options = code.options;
    let form = FORMS.iter().position(|&form| form == options.form);
    let flags = i64::from(options.with_locals) * WITH_LOCALS
        + i64::from(options.top_level_await) * TOP_LEVEL_AWAIT
        + i64::from(options.future_annotations) * FUTURE_ANNOTATIONS;
    let number = |given: Option<i64>| given.map_or(Value::None, Value::Int);
    Value::from(Tuple::new(vec![
        Value::str(&code.source.text),
        Value::str(&code.source.name),
        Value::from(form.unwrap_or(0)),
        Value::Int(flags),
        number(options.optimize.map(i64::from)),
        Value::Int(i64::from(code.place.start)),
        Value::Str(code.place.name.clone()),
        Value::Str(code.name.clone()),
        Value::Str(code.qualname.clone()),
        number(code.first_line.map(i64::from)),
    ]))
}

fn bad(vm: &Vm) -> crate::interp::Raised {
    vm.value_error("bad marshal data (no code)")
}

fn code_of(vm: &Vm, parts: &[Value]) -> Res {
    let [
        Value::Str(text),
        Value::Str(file),
        Value::Int(form),
        Value::Int(flags),
        optimize,
        Value::Int(start),
        Value::Str(written),
        Value::Str(name),
        Value::Str(qualname),
        line,
    ] = parts
    else {
        return Err(bad(vm));
    };
    let small = |value: &Value| match value {
        Value::Int(number) => u32::try_from(*number).ok(),
        _ => None,
    };
    let Some(&form) = usize::try_from(*form).ok().and_then(|at| FORMS.get(at)) else {
        return Err(bad(vm));
    };
    let options = Options {
        form,
        with_locals: flags & WITH_LOCALS != 0,
        top_level_await: flags & TOP_LEVEL_AWAIT != 0,
        future_annotations: flags & FUTURE_ANNOTATIONS != 0,
        optimize: small(optimize).and_then(|level| u8::try_from(level).ok()),
        ..Options::MODULE
    };
    let source = Rc::new(Source::new(&*file.lossy(), text.lossy().into_owned()));
    let globals = vm.current_globals().unwrap_or_else(|| vm.builtins.clone());
    let start = u32::try_from(*start).map_err(|_| bad(vm))?;
    let place = Place {
        start,
        name: vm.names.intern_str(written),
    };
    let made = lower::compile_piece(vm, &source, &globals, options, place)
        .map_err(|error| vm.raise_syntax_error(&error, &source))?;
    let mut made = made.ok_or_else(|| bad(vm))?;
    let intern = |text: &Ref<Str>| vm.names.intern_str(text);
    if let Some(code) = made.get_mut() {
        (code.name, code.qualname) = (intern(name), intern(qualname));
        code.first_line = small(line);
    }
    Ok(Value::from(made))
}
