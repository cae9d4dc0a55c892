//! `__text_signature__`: parameters as the reference writes them, which `help` and `inspect` read. Most follow from the
//! row's own signature; the rest is told here.

use super::asyncio_functions;
use super::class::Class;
use super::native::{Native, NativeKind};

/// Functions and methods whose parameters the reference gives as nothing: it takes their arguments apart by hand.
const UNTOLD: &[&str] = &[
    "__build_class__",
    "dir",
    "getattr",
    "getsizeof",
    "iter",
    "max",
    "min",
    "next",
    "set_asyncgen_hooks",
    "vars",
    "dict.update",
    "Future.add_done_callback",
    "Task.add_done_callback",
    "async_generator.athrow",
    "coroutine.throw",
    "generator.throw",
];

/// Functions and methods whose parameters are not those of the row.
const OTHERS: &[(&str, &str)] = &[
    ("object.__init_subclass__", "($type, /)"),
    ("type.__prepare__", "($cls, name, bases, /, **kwds)"),
    (
        "__import__",
        "($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)",
    ),
    (
        "compile",
        "($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)",
    ),
    (
        "open",
        "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)",
    ),
];

/// Methods whose optional arguments come in groups, which a signature cannot say.
const GROUPED: &[&str] = &[
    "count",
    "endswith",
    "find",
    "index",
    "rfind",
    "rindex",
    "startswith",
];

/// Classes whose documentation begins with their parameters, where they are not those of the row.
const CLASSES: &[(&str, &str)] = &[
    ("object", "()"),
    ("NoneType", "()"),
    ("ellipsis", "()"),
    ("NotImplementedType", "()"),
    (
        "function",
        "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)",
    ),
    ("module", "(name, doc=None)"),
    ("map", "(function, iterable, /, *iterables)"),
    ("traceback", "(tb_next, tb_frame, tb_lasti, tb_lineno)"),
    (
        "types.SimpleNamespace",
        "(mapping_or_iterable=(), /, **kwargs)",
    ),
    ("BufferedRandom", "(raw, buffer_size=DEFAULT_BUFFER_SIZE)"),
    ("BufferedReader", "(raw, buffer_size=DEFAULT_BUFFER_SIZE)"),
    ("BufferedWriter", "(raw, buffer_size=DEFAULT_BUFFER_SIZE)"),
    ("BytesIO", "(initial_bytes=b'')"),
    ("FileIO", "(file, mode='r', closefd=True, opener=None)"),
    ("StringIO", "(initial_value='', newline='\\n')"),
    (
        "TextIOWrapper",
        "(buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, write_through=False)",
    ),
    ("method", "(function, instance, /)"),
    ("methodcaller", "(name, /, *args, **kwargs)"),
    ("_asyncio.Future", "(*, loop=None)"),
    (
        "_asyncio.Task",
        "(coro, *, loop=None, name=None, context=None, eager_start=False)",
    ),
    (
        "asyncio.events.Handle",
        "(callback, args, loop, context=None)",
    ),
    (
        "asyncio.events.TimerHandle",
        "(when, callback, args, loop, context=None)",
    ),
    ("asyncio.events.AbstractEventLoop", "()"),
    ("asyncio.base_events.BaseEventLoop", "()"),
    (
        "asyncio.selector_events.BaseSelectorEventLoop",
        "(selector=None)",
    ),
    (
        "asyncio.unix_events._UnixSelectorEventLoop",
        "(selector=None)",
    ),
    ("cell", "([contents])"),
];

/// Classes whose documentation begins with the parameters of their row.
const TOLD: &[&str] = &[
    "attrgetter",
    "bool",
    "classmethod",
    "complex",
    "enumerate",
    "filter",
    "float",
    "frozenset",
    "itemgetter",
    "list",
    "mappingproxy",
    "memoryview",
    "property",
    "reversed",
    "set",
    "staticmethod",
    "tuple",
    "types.GenericAlias",
    "zip",
];

/// The parameters of a native function, if it tells them.
pub fn of_native(native: &Native) -> Option<String> {
    let name = native.def.name;
    let qualified = native.qualified_name();
    if let Some(params) = asyncio_functions::parameters(native) {
        return Some(params);
    }
    if UNTOLD.contains(&qualified.as_str()) {
        return None;
    }
    if let Some((_, params)) = OTHERS.iter().find(|(each, _)| *each == qualified) {
        return Some((*params).to_owned());
    }
    let (first, params) = match native.kind {
        NativeKind::Function => ("$module", native.def.signature),
        NativeKind::StaticMethod => return Some(native.def.signature.to_owned()),
        NativeKind::Slot if matches!(name, "__init__" | "__call__") => {
            ("$self", "(*args, **kwargs)")
        }
        NativeKind::Method | NativeKind::Slot => ("$self", native.def.signature),
        NativeKind::New => return Some("($type, *args, **kwargs)".to_owned()),
        NativeKind::ClassMethod => ("$type", native.def.signature),
    };
    if GROUPED.contains(&name)
        && let Some(rest) = params.strip_suffix(", start=None, end=None, /)")
    {
        return Some(format!("({first}, {}[, start[, end]], /)", &rest[1..]));
    }
    let params = params.trim_start_matches('(');
    // The object itself is positional only, and so is what stands before a slash.
    Some(if params == ")" {
        format!("({first}, /)")
    } else if params.contains("/,") || params.contains("/)") {
        format!("({first}, {params}")
    } else {
        format!("({first}, /, {params}")
    })
}

/// The parameters that a class is called with, if its documentation tells them.
pub fn of_class(class: &Class) -> Option<String> {
    let def = class.def()?;
    let is_qualified = def.module == "types" || def.module.contains("asyncio");
    let name = if is_qualified {
        format!("{}.{}", def.module, def.name)
    } else {
        def.name.to_owned()
    };
    if let Some((_, params)) = CLASSES.iter().find(|(each, _)| *each == name) {
        return Some((*params).to_owned());
    }
    if !TOLD.contains(&name.as_str()) {
        return None;
    }
    let row = match &def.init {
        Some(init) if !init.signature.contains("**kwargs") => Some(init),
        _ => def.new.as_ref(),
    };
    row.map(|row| row.signature.to_owned())
}
