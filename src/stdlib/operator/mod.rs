//! `operator`: the operators as functions. The callables that it makes are in `getters.rs`.

mod getters;

use super::native_class::{add_classes, add_functions, set_doc};
use crate::interp::slots::PackedArgs;
use crate::interp::{Args, Res, Vm, sequence};
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use snakelet_grammar::ast::{BinaryOp, CompareOp, UnaryOp};

/// Fills the module `_operator`.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(vm, module, "Operator interface.");
    for table in [BINARY, COMPARISONS, OTHERS, INTERNAL] {
        add_functions(vm, module, "_operator", table);
    }
    add_classes(
        vm,
        module,
        &[
            &getters::ATTRGETTER,
            &getters::ITEMGETTER,
            &getters::METHODCALLER,
        ],
    );
    Ok(())
}

/// Fills the module `operator`.
pub fn make_public(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(vm, module, "Operator interface.");
    // The very functions of `_operator`: that is the module where pickles look for them.
    let native = vm.import("_operator", 0)?;
    let native = native.downcast::<Module>();
    let entries = native.map_or_else(Vec::new, |native| native.dict.entries());
    let mut all: Vec<String> = Vec::new();
    for (name, value) in entries {
        let (Value::Str(name), Value::Native(_) | Value::Class(_)) = (&name, &value) else {
            continue;
        };
        let name = name.lossy().into_owned();
        if !name.starts_with('_') {
            module.dict.set_name(&vm.name(&name), value);
            all.push(name);
        }
    }
    for name in &all {
        let special = format!("__{}__", name.trim_end_matches('_'));
        if WITHOUT_SPECIAL.contains(&name.as_str()) {
            continue;
        }
        if let Some(function) = module.dict.get_name(&vm.name(name)) {
            module.dict.set_name(&vm.name(&special), function);
        }
    }
    all.sort();
    let all = all.into_iter().map(Value::from).collect();
    module
        .dict
        .set_name(&vm.names.__all__, Value::from(List::new(all)));
    Ok(())
}

/// The functions without another name in underscores.
const WITHOUT_SPECIAL: &[&str] = &[
    "attrgetter",
    "countOf",
    "indexOf",
    "is_",
    "is_not",
    "itemgetter",
    "length_hint",
    "methodcaller",
    "truth",
];

macro_rules! binary {
    ($($name:literal $in_place:literal $op:ident $symbol:literal;)*) => {
        const BINARY: &[NativeDef] = &[$(
            native($name, "(a, b, /)", concat!("Same as a ", $symbol, " b."), |vm, a| {
                vm.binary(BinaryOp::$op, &a[0], &a[1])
            }),
            native($in_place, "(a, b, /)", concat!("Same as a ", $symbol, "= b."), |vm, a| {
                vm.in_place(BinaryOp::$op, a[0].clone(), &a[1])
            }),
        )*];
    };
}

binary! {
    "add" "iadd" Add "+";
    "sub" "isub" Sub "-";
    "mul" "imul" Mult "*";
    "matmul" "imatmul" MatMult "@";
    "truediv" "itruediv" Div "/";
    "floordiv" "ifloordiv" FloorDiv "//";
    "mod" "imod" Mod "%";
    "pow" "ipow" Pow "**";
    "lshift" "ilshift" LShift "<<";
    "rshift" "irshift" RShift ">>";
    "and_" "iand" BitAnd "&";
    "xor" "ixor" BitXor "^";
    "or_" "ior" BitOr "|";
}

macro_rules! comparisons {
    ($($name:literal $op:ident $symbol:literal;)*) => {
        const COMPARISONS: &[NativeDef] = &[$(
            native($name, "(a, b, /)", concat!("Same as a ", $symbol, " b."), |vm, a| {
                vm.compare(CompareOp::$op, &a[0], &a[1])
            }),
        )*];
    };
}

comparisons! {
    "eq" Eq "==";
    "ne" NotEq "!=";
    "lt" Lt "<";
    "le" LtE "<=";
    "gt" Gt ">";
    "ge" GtE ">=";
    "is_" Is "is";
    "is_not" IsNot "is not";
}

const OTHERS: &[NativeDef] = &[
    native("abs", "(a, /)", "Same as abs(a).", |vm, a| {
        vm.absolute(&a[0])
    }),
    native("neg", "(a, /)", "Same as -a.", |vm, a| {
        vm.unary(UnaryOp::USub, &a[0])
    }),
    native("pos", "(a, /)", "Same as +a.", |vm, a| {
        vm.unary(UnaryOp::UAdd, &a[0])
    }),
    native("inv", "(a, /)", "Same as ~a.", |vm, a| {
        vm.unary(UnaryOp::Invert, &a[0])
    }),
    native("invert", "(a, /)", "Same as ~a.", |vm, a| {
        vm.unary(UnaryOp::Invert, &a[0])
    }),
    native("not_", "(a, /)", "Same as not a.", |vm, a| {
        Ok(Value::bool(!vm.truth(&a[0])?))
    }),
    native("truth", "(a, /)", "Whether a is true.", |vm, a| {
        vm.truth(&a[0]).map(Value::bool)
    }),
    native("index", "(a, /)", "Same as a.__index__()", |vm, a| {
        vm.index(&a[0])
    }),
    native("getitem", "(a, b, /)", "Same as a[b].", |vm, a| {
        vm.get_item(&a[0], &a[1])
    }),
    native("setitem", "(a, b, c, /)", "Same as a[b] = c.", |vm, a| {
        vm.set_item(&a[0], &a[1], a[2].clone())?;
        Ok(Value::None)
    }),
    native("delitem", "(a, b, /)", "Same as del a[b].", |vm, a| {
        vm.delete_item(&a[0], &a[1])?;
        Ok(Value::None)
    }),
    native(
        "contains",
        "(a, b, /)",
        "b in a: the operands are the other way around.",
        |vm, a| vm.contains(&a[0], &a[1]).map(Value::bool),
    ),
    native(
        "concat",
        "(a, b, /)",
        "a + b, of sequences only.",
        |vm, a| {
            expect_sequence(vm, &a[0])?;
            vm.binary(BinaryOp::Add, &a[0], &a[1])
        },
    ),
    native(
        "iconcat",
        "(a, b, /)",
        "a += b, of sequences only.",
        |vm, a| {
            expect_sequence(vm, &a[0])?;
            vm.in_place(BinaryOp::Add, a[0].clone(), &a[1])
        },
    ),
    native(
        "countOf",
        "(a, b, /)",
        "How many items of a are b or equal it.",
        |vm, a| {
            let mut count = 0usize;
            visit(vm, &a[0], |item| {
                count += usize::from(vm.same_or_equal(&item, &a[1])?);
                Ok(true)
            })?;
            Ok(Value::from(count))
        },
    ),
    native(
        "indexOf",
        "(a, b, /)",
        "The index of the first b in a.",
        |vm, a| {
            let (mut place, mut found) = (0usize, false);
            visit(vm, &a[0], |item| {
                found = vm.same_or_equal(&item, &a[1])?;
                place += usize::from(!found);
                Ok(!found)
            })?;
            if found {
                return Ok(Value::from(place));
            }
            Err(vm.value_error("sequence.index(x): x not in sequence"))
        },
    ),
    native(
        "length_hint",
        "(obj, default=0, /)",
        "How many items an object seems to have.",
        length_hint,
    ),
    native(
        "call",
        "(obj, /, *args, **kwargs)",
        "Same as obj(*args, **kwargs).",
        |vm, a| vm.call(&a[0], PackedArgs::new(vm, &a[1], &a[2]).args()),
    ),
];

const INTERNAL: &[NativeDef] = &[native(
    "_compare_digest",
    "(a, b, /)",
    "Return 'a == b' in a time that does not tell where they differ.",
    compare_digest,
)];

fn visit(vm: &Vm, iterable: &Value, each: impl FnMut(Value) -> Res<bool>) -> Res<()> {
    let iterator = match vm.iter(iterable) {
        Ok(iterator) => iterator,
        Err(raised) => {
            drop(vm.catch(raised, &vm.types.type_error)?);
            let class = vm.class_name(iterable);
            return Err(vm.type_error(&format!("argument of type '{class}' is not iterable")));
        }
    };
    vm.for_each(&iterator, each)
}

fn expect_sequence(vm: &Vm, value: &Value) -> Res<()> {
    if sequence::is_sequence(&vm.unwrapped(value))
        || vm.special_method(value, &vm.names.__getitem__).is_some()
    {
        return Ok(());
    }
    let class = vm.class_name(value);
    Err(vm.type_error(&format!("'{class}' object can't be concatenated")))
}

fn length_hint(vm: &Vm, a: &[Value]) -> Res {
    let default = match a.get(1).and_then(Value::given) {
        Some(default) => Value::Int(match vm.unwrapped(default) {
            plain if crate::objects::number::Integer::of(&plain).is_some() => {
                vm.index_size(&plain)?
            }
            _ => {
                let class = vm.class_name(default);
                return Err(vm.type_error(&format!(
                    "'{class}' object cannot be interpreted as an integer"
                )));
            }
        }),
        None => Value::Int(0),
    };
    let class = vm.class_of(&a[0]);
    if class.lookup(vm, &vm.names.__len__).is_some() {
        match vm.len(&a[0]) {
            Ok(length) => return Ok(Value::from(length)),
            Err(raised) => drop(vm.catch(raised, &vm.types.type_error)?),
        }
    }
    let Some(method) = class.lookup(vm, &vm.names.__length_hint__) else {
        return Ok(default);
    };
    let hint = match vm.call_bound(&method, &a[0], Args::none()) {
        Ok(Value::NotImplemented) => return Ok(default),
        Ok(hint) => hint,
        Err(raised) => {
            drop(vm.catch(raised, &vm.types.type_error)?);
            return Ok(default);
        }
    };
    vm.checked_hint(&hint).map(Value::Int)
}

fn compare_digest(vm: &Vm, a: &[Value]) -> Res {
    let (left, right) = match (vm.unwrapped(&a[0]), vm.unwrapped(&a[1])) {
        (Value::Str(left), Value::Str(right)) => {
            if !left.bytes().is_ascii() || !right.bytes().is_ascii() {
                let message = "comparing strings with non-ASCII characters is not supported";
                return Err(vm.type_error(message));
            }
            (left.bytes().to_vec(), right.bytes().to_vec())
        }
        (left, right) => match (vm.buffer(&left), vm.buffer(&right)) {
            (Some(left), Some(right)) => (left, right),
            _ => {
                let (left, right) = (vm.class_name(&a[0]), vm.class_name(&a[1]));
                return Err(vm.type_error(&format!(
                    "unsupported operand types(s) or combination of types: '{left}' and '{right}'"
                )));
            }
        },
    };
    let differing = left
        .iter()
        .zip(&right)
        .fold(0, |found, (a, b)| found | (a ^ b));
    Ok(Value::bool(left.len() == right.len() && differing == 0))
}
