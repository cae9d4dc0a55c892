//! `sys`: what the interpreter says about itself, and the standard streams.

pub mod hooks;
mod information;
mod size;

use super::module_names::{BUILT_IN, STANDARD};
use super::stdio::{self, Which};
use crate::interp::{Res, Vm, frame};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::exception::Exception;
use crate::objects::list::List;
use crate::objects::module::Module;
use crate::objects::native::{Native, NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// The version of the language that is spoken.
pub const LANGUAGE: (u8, u8, u8) = (3, 13, 0);

const HEX_VERSION: i64 = 0x030d_00f0;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let set = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    for row in FUNCTIONS.iter().chain(hooks::FUNCTIONS) {
        set(row.name, Value::Native(Native::function(row, "sys")));
    }
    for name in [
        "breakpointhook",
        "displayhook",
        "excepthook",
        "unraisablehook",
    ] {
        let own = module.dict.get_name(&vm.name(name)).unwrap_or(Value::None);
        set(&format!("__{name}__"), own);
    }
    let streams = [
        ("stdin", Which::In),
        ("stdout", Which::Out),
        ("stderr", Which::Err),
    ];
    for (name, which) in streams {
        set(name, stdio::stream(vm, which));
        set(&format!("__{name}__"), stdio::stream(vm, which));
    }
    let settings = vm.settings.borrow().clone();
    let texts = |texts: &[String]| {
        Value::from(List::new(
            texts.iter().map(|text| Value::str(text)).collect(),
        ))
    };
    set("argv", texts(&settings.argv));
    set("orig_argv", texts(&settings.original_argv));
    set("path", texts(&settings.path));
    set("warnoptions", texts(&settings.warnings));
    set("modules", Value::Dict(vm.modules.clone()));
    let finders = [
        &vm.types.builtin_importer,
        &vm.types.frozen_importer,
        &vm.types.path_finder,
    ];
    let finders = finders.map(|finder| Value::Class(finder.clone()));
    set("meta_path", Value::from(List::new(finders.to_vec())));
    set("path_hooks", Value::from(List::new(Vec::new())));
    set("path_importer_cache", Value::Dict(Dict::new()));
    let extra = Dict::new();
    for option in &settings.extra {
        let (name, value) = match option.split_once('=') {
            Some((name, value)) => (name, Value::str(value)),
            None => (&**option, Value::bool(true)),
        };
        extra.set_name(&vm.name(name), value);
    }
    set("_xoptions", Value::Dict(extra));
    set("executable", Value::str(&settings.executable));
    set("_base_executable", Value::str(&settings.executable));
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
        set(name, Value::str("/usr"));
    }
    set("platlibdir", Value::str("lib"));
    set("abiflags", Value::str(""));
    set(
        "platform",
        Value::str(if cfg!(target_os = "macos") {
            "darwin"
        } else {
            "linux"
        }),
    );
    set(
        "byteorder",
        Value::str(if cfg!(target_endian = "big") {
            "big"
        } else {
            "little"
        }),
    );
    set("maxsize", Value::Int(i64::MAX));
    set("maxunicode", Value::Int(0x10_FFFF));
    set("hexversion", Value::Int(HEX_VERSION));
    set("api_version", Value::Int(1013));
    set("float_repr_style", Value::str("short"));
    set("copyright", Value::str("Snakelet: MIT OR Apache-2.0"));
    set("dont_write_bytecode", Value::bool(true));
    set("pycache_prefix", Value::None);
    let (major, minor, micro) = LANGUAGE;
    set(
        "version",
        Value::from(format!(
            "{major}.{minor}.{micro} (Snakelet {})",
            env!("CARGO_PKG_VERSION")
        )),
    );
    let names = |names: &[&str]| names.iter().map(|name| Value::str(name)).collect();
    set(
        "builtin_module_names",
        Value::from(Tuple::new(names(BUILT_IN))),
    );
    let standard = vm.call_with(
        &Value::Class(vm.types.frozenset.clone()),
        &[Value::from(Tuple::new(names(STANDARD)))],
    )?;
    set("stdlib_module_names", standard);
    let version = information::version_info(vm)?;
    set("version_info", version.clone());
    set("implementation", information::implementation(vm, version));
    set("flags", information::flags(vm)?);
    set("float_info", information::float_info(vm)?);
    set("int_info", information::int_info(vm)?);
    set("hash_info", information::hash_info(vm)?);
    set("thread_info", information::thread_info(vm)?);
    Ok(())
}

/// What scripts set and get back.
#[derive(Default)]
struct Kept {
    switch_interval: std::cell::Cell<Option<f64>>,
    library_flags: std::cell::Cell<Option<i64>>,
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "exit",
        "(status=None, /)",
        "Ends the program by SystemExit.",
        |vm, a| {
            // A tuple is taken as all of the exception's arguments.
            let args = match a.first().and_then(Value::given) {
                Some(Value::Tuple(status)) => status.items().to_vec(),
                status => status.cloned().into_iter().collect(),
            };
            Err(vm.raise_made(&vm.types.system_exit, args))
        },
    ),
    native(
        "getrecursionlimit",
        "()",
        "How deep calls may nest.",
        |vm, _| Ok(Value::Int(vm.recursion_limit().into())),
    ),
    native(
        "setrecursionlimit",
        "(limit, /)",
        "Says how deep calls may nest.",
        |vm, a| {
            let limit = integer(vm, &a[0])?;
            if limit < 1 {
                return Err(vm.value_error("recursion limit must be greater or equal than 1"));
            }
            let depth = i64::from(vm.thread.depth.get());
            if depth >= limit {
                let text = format!(
                    "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
                );
                return Err(vm.raise_new(&vm.types.recursion_error, &text));
            }
            match u32::try_from(limit) {
                Ok(limit) if limit <= i32::MAX as u32 => vm.set_recursion_limit(limit),
                _ => return Err(vm.overflow_error("Python int too large to convert to C int")),
            }
            Ok(Value::None)
        },
    ),
    native(
        "getrefcount",
        "(object, /)",
        "How many owners an object has.",
        |_, a| {
            Ok(Value::Int(match a[0].to_object_ref() {
                Some(object) => i64::from(object.count()) - 1,
                None => i64::from(u32::MAX),
            }))
        },
    ),
    native(
        "getsizeof",
        "(object, default=None)",
        "How many bytes an object takes.",
        size::size_of,
    ),
    native(
        "exc_info",
        "()",
        "Class, value and traceback of the exception that is being handled.",
        |vm, _| {
            let parts = match vm.thread.handled.get() {
                Some(exception) => {
                    let value = Value::from(exception.clone());
                    let traceback = vm.get_attribute(&value, &vm.names.__traceback__)?;
                    vec![Value::Class(exception.class_ref()), value, traceback]
                }
                None => vec![Value::None, Value::None, Value::None],
            };
            Ok(Value::from(Tuple::new(parts)))
        },
    ),
    native(
        "exception",
        "()",
        "The exception that is being handled.",
        |vm, _| Ok(vm.thread.handled.get().map_or(Value::None, Value::from)),
    ),
    native(
        "_getframe",
        "(depth=0, /)",
        "The frame so many calls up.",
        |vm, a| {
            let depth = match a.first().and_then(Value::given) {
                Some(depth) => integer(vm, depth)?,
                None => 0,
            };
            let skip = usize::try_from(depth).unwrap_or(0);
            match frame::current_object(vm, skip) {
                Some(frame) => Ok(Value::from(frame)),
                None => Err(vm.value_error("call stack is not deep enough")),
            }
        },
    ),
    native(
        "_getframemodulename",
        "(depth=0)",
        "The module of the frame so many calls up.",
        |vm, a| {
            let depth = match a.first().and_then(Value::given) {
                Some(depth) => integer(vm, depth)?,
                None => 0,
            };
            let standing = frame::running(vm)
                .filter(|standing| !standing.code.is_library)
                .nth(usize::try_from(depth).unwrap_or(0));
            let name =
                standing.and_then(|standing| standing.code.globals.get_name(&vm.names.__name__));
            Ok(name.unwrap_or(Value::None))
        },
    ),
    native(
        "displayhook",
        "(object, /)",
        "Prints an object and keeps it in builtins._",
        |vm, a| {
            vm.display(&a[0])?;
            Ok(Value::None)
        },
    ),
    native(
        "excepthook",
        "(exctype, value, traceback, /)",
        "Prints an exception.",
        |vm, a| {
            match Exception::of(&a[1]) {
                Some(exception) => {
                    let text = vm.traceback_text(exception);
                    vm.write_err(&text)?;
                }
                None => {
                    let class = vm.class_name(&a[1]);
                    let text = format!(
                        "TypeError: print_exception(): Exception expected for value, {class} found\n"
                    );
                    vm.write_err(&text)?
                }
            }
            Ok(Value::None)
        },
    ),
    native(
        "unraisablehook",
        "(unraisable, /)",
        "Prints an exception that nobody can catch.",
        |vm, a| {
            let value = vm.get_attribute(&a[0], &vm.name("exc_value"))?;
            let object = vm.get_attribute(&a[0], &vm.name("object"))?;
            if let Some(exception) = Exception::of(&value) {
                vm.report_unraisable(exception, &object);
            }
            Ok(Value::None)
        },
    ),
    native(
        "intern",
        "(string, /)",
        "The one object for a text.",
        |vm, a| match &a[0] {
            Value::Str(text) => Ok(Value::Str(vm.names.intern_str(text))),
            other => {
                let class = vm.class_name(other);
                Err(vm.type_error(&format!("intern() argument must be str, not {class}")))
            }
        },
    ),
    native(
        "_is_interned",
        "(string, /)",
        "Whether a text is the one object for it.",
        |vm, a| match &a[0] {
            Value::Str(text) => Ok(Value::bool(text.is_interned())),
            other => {
                let class = vm.class_name(other);
                Err(vm.type_error(&format!("_is_interned() argument must be str, not {class}")))
            }
        },
    ),
    native(
        "is_finalizing",
        "()",
        "Whether the interpreter is ending.",
        |vm, _| Ok(Value::bool(vm.is_finalizing())),
    ),
    native(
        "call_tracing",
        "(func, args, /)",
        "Call a function that is traced, even while a trace function runs.",
        |vm, a| match vm.unwrapped(&a[1]) {
            Value::Tuple(args) => vm.call_with(&a[0], args.items()),
            other => {
                let class = vm.class_name(&other);
                let text = format!("call_tracing() argument 2 must be tuple, not {class}");
                Err(vm.type_error(&text))
            }
        },
    ),
    native(
        "getdlopenflags",
        "()",
        "How libraries are opened.",
        |vm, _| {
            Ok(Value::Int(
                vm.extension::<Kept>().library_flags.get().unwrap_or(2),
            ))
        },
    ),
    native(
        "setdlopenflags",
        "(flags, /)",
        "Says how libraries are opened.",
        |vm, a| {
            let flags = integer(vm, &a[0])?;
            vm.extension::<Kept>().library_flags.set(Some(flags));
            Ok(Value::None)
        },
    ),
    native(
        "getunicodeinternedsize",
        "(*, _only_immortal=False)",
        "How many names are kept once for all.",
        |vm, _| Ok(Value::from(vm.names.count())),
    ),
    native(
        "is_stack_trampoline_active",
        "()",
        "Whether each call shows on the native stack.",
        |_, _| Ok(Value::bool(false)),
    ),
    native(
        "activate_stack_trampoline",
        "(backend, /)",
        "Have each call show on the native stack, for which there is no way here.",
        |vm, _| Err(vm.value_error("perf trampoline not available")),
    ),
    native(
        "deactivate_stack_trampoline",
        "()",
        "Have calls no longer show on the native stack.",
        |_, _| Ok(Value::None),
    ),
    native(
        "_is_gil_enabled",
        "()",
        "Whether one thread runs at a time.",
        |_, _| Ok(Value::bool(true)),
    ),
    native(
        "getdefaultencoding",
        "()",
        "The encoding of text.",
        |_, _| Ok(Value::str("utf-8")),
    ),
    native(
        "getfilesystemencoding",
        "()",
        "The encoding of file names.",
        |_, _| Ok(Value::str("utf-8")),
    ),
    native(
        "getfilesystemencodeerrors",
        "()",
        "What becomes of file names that are no text.",
        |_, _| Ok(Value::str("surrogateescape")),
    ),
    native(
        "getswitchinterval",
        "()",
        "How long a thread runs at a stretch.",
        |vm, _| {
            Ok(Value::float(
                vm.extension::<Kept>()
                    .switch_interval
                    .get()
                    .unwrap_or(0.005),
            ))
        },
    ),
    native(
        "setswitchinterval",
        "(interval, /)",
        "Says how long a thread runs at a stretch.",
        |vm, a| {
            let interval = vm.real(&a[0])?;
            if interval <= 0.0 {
                return Err(vm.value_error("switch interval must be strictly positive"));
            }
            vm.extension::<Kept>().switch_interval.set(Some(interval));
            Ok(Value::None)
        },
    ),
    native(
        "get_int_max_str_digits",
        "()",
        "How many digits an int may have as text.",
        |vm, _| Ok(Value::from(vm.max_str_digits())),
    ),
    native(
        "set_int_max_str_digits",
        "(maxdigits)",
        "Says how many digits an int may have as text.",
        |vm, a| {
            let digits = integer(vm, &a[0])?;
            if digits != 0 && digits < 640 {
                return Err(vm.value_error("maxdigits must be 0 or larger than 640"));
            }
            vm.set_max_str_digits(usize::try_from(digits).unwrap_or(usize::MAX));
            Ok(Value::None)
        },
    ),
    native(
        "get_coroutine_origin_tracking_depth",
        "()",
        "How much coroutines note of their origin.",
        |vm, _| Ok(Value::from(vm.origin_depth.get())),
    ),
    native(
        "set_coroutine_origin_tracking_depth",
        "(depth)",
        "Says how much coroutines note of their origin.",
        |vm, a| {
            let depth = integer(vm, &a[0])?;
            if depth < 0 {
                return Err(vm.value_error("depth must be >= 0"));
            }
            vm.origin_depth
                .set(usize::try_from(depth).unwrap_or(usize::MAX));
            Ok(Value::None)
        },
    ),
    native("gettrace", "()", "Nothing traces.", |_, _| Ok(Value::None)),
    native(
        "settrace",
        "(function, /)",
        "Only None is taken: nothing traces.",
        refuse_tracing,
    ),
    native("getprofile", "()", "Nothing profiles.", |_, _| {
        Ok(Value::None)
    }),
    native(
        "setprofile",
        "(function, /)",
        "Only None is taken: nothing profiles.",
        refuse_tracing,
    ),
    native("audit", "(event, /, *args)", "Nobody listens.", |_, _| {
        Ok(Value::None)
    }),
    native("addaudithook", "(hook)", "Nothing is audited.", |_, _| {
        Ok(Value::None)
    }),
    native(
        "getallocatedblocks",
        "()",
        "How many objects can be in cycles.",
        |_, _| Ok(Value::from(crate::objects::counted::tracked_count())),
    ),
];

fn integer(vm: &Vm, value: &Value) -> Res<i64> {
    match vm.index(value)? {
        Value::Int(number) => Ok(number),
        Value::Bool(flag) => Ok(flag as i64),
        _ => Err(vm.overflow_error("Python int too large to convert to C int")),
    }
}

fn refuse_tracing(vm: &Vm, a: &[Value]) -> Res {
    if a[0].is_none() {
        return Ok(Value::None);
    }
    Err(vm.raise_new(
        &vm.types.not_implemented_error,
        "Snakelet does not trace programs",
    ))
}

impl Vm {
    /// What an expression at a prompt gives: printed unless it is `None`, and kept as `builtins._`.
    pub fn display(&self, value: &Value) -> Res<()> {
        if value.is_none() {
            return Ok(());
        }
        let last = self.name("_");
        if self.modules.get_name(&self.names.builtins).is_none() {
            return Err(self.runtime_error("lost builtins module"));
        }
        self.builtins.set_name(&last, Value::None);
        let text = format!("{}\n", self.repr(value)?);
        if let Some(sys) = self.modules.get_name(&self.names.sys)
            && self
                .get_attribute_opt(&sys, &self.name("stdout"))?
                .is_none_or(|stream| stream.is_none())
        {
            return Err(self.runtime_error("lost sys.stdout"));
        }
        match self.replaced_stream(Which::Out)? {
            Some(stream) => self
                .call_method(&stream, &self.names.write, &[Value::from(text)])?
                .discard(),
            None => self.write_out(text.as_bytes())?,
        }
        self.builtins.set_name(&last, value.clone());
        Ok(())
    }
}
