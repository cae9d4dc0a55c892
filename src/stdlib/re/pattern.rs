//! `re.Pattern`: a compiled pattern. Replacing and splitting is `replace.rs`.

use super::found::Match;
use super::program::{self, Program};
use super::replace;
use super::source::{Mistake, Warned};
use super::subject::{How, Subject};
use super::syntax::{ASCII, LOCALE, UNICODE};
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::iterators::adapters::CallableIterator;
use crate::objects::list::List;
use crate::objects::mapping_proxy::MappingProxy;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::text::hash;
use crate::text::wtf8;
use snakelet_grammar::ast::CompareOp;
use std::cell::{Cell, OnceCell};

/// A compiled pattern.
pub struct Pattern {
    /// What it was compiled from: a string or bytes.
    pub source: Value,
    /// All flags.
    pub flags: u32,
    /// What runs.
    pub program: Program,
    /// The names of groups.
    pub names: Vec<(String, usize)>,
    /// Whether it matches text rather than bytes.
    pub is_text: bool,
}

/// The classes of this module.
#[derive(Default)]
pub struct Types {
    pattern: OnceCell<Ref<Class>>,
    /// `re.Match`
    pub found: OnceCell<Ref<Class>>,
    scanner: OnceCell<Ref<Class>>,
}

/// `re.Pattern`
pub fn class(vm: &Vm) -> Ref<Class> {
    let make = || Class::builtin(vm.name(TYPE.name), &TYPE, Some(&vm.types.object));
    vm.extension::<Types>().pattern.get_or_init(make).clone()
}

/// The code points of a string, or bytes as such.
pub fn codes_of(value: &Value) -> Option<(Vec<u32>, bool)> {
    match value {
        Value::Str(text) => Some((wtf8::code_points(text.bytes()).collect(), true)),
        value => {
            let bytes = crate::interp::convert::bytes_of(value)?;
            Some((bytes.iter().map(|&byte| byte.into()).collect(), false))
        }
    }
}

/// Raises what is wrong with a pattern or a template.
pub fn raise(vm: &Vm, mistake: Mistake, source: &Value) -> Raised {
    let args = match mistake {
        Mistake::Value(text) => return vm.value_error(&text),
        Mistake::Overflow(text) => return vm.overflow_error(&text),
        Mistake::Index(text) => return vm.index_error(&text),
        Mistake::TooDeep => {
            let text = "maximum recursion depth exceeded";
            return vm.raise_new(&vm.types.recursion_error, text);
        }
        Mistake::Pattern(text) => vec![Value::str(text)],
        Mistake::Syntax(text, at) => vec![Value::from(text), source.clone(), Value::from(at)],
    };
    let made = || {
        let module = vm.import("re", 0)?;
        let class = vm.get_attribute(&module, &vm.name("PatternError"))?;
        vm.call_with(&class, &args)
    };
    match made() {
        Ok(exception) => vm.raise_value(&exception),
        Err(raised) => raised,
    }
}

/// Compiles a string or bytes.
pub fn compile(vm: &Vm, source: &Value, flags: u32) -> Res<Ref<Pattern>> {
    let plain = vm.unwrapped(source);
    let Some((codes, is_text)) = codes_of(&plain) else {
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    };
    let made = super::parse::parse(&codes, is_text, flags);
    let parsed = made.map_err(|mistake| raise(vm, mistake, source))?;
    for Warned::Future(text) in &parsed.warnings {
        let class = vm.types.future_warning.clone();
        vm.warn(&class, text, 1)?;
    }
    let program = program::compile(&parsed).map_err(|mistake| raise(vm, mistake, source))?;
    Ok(Ref::new(Pattern {
        source: source.clone(),
        flags: parsed.flags,
        program,
        names: parsed.names,
        is_text,
    }))
}

impl Pattern {
    /// The pattern behind a value.
    pub fn of(vm: &Vm, value: &Value) -> Res<Ref<Pattern>> {
        match value.downcast::<Pattern>() {
            Some(pattern) => Ok(pattern.clone()),
            None => Err(vm.descriptor_error("re.Pattern", value)),
        }
    }

    /// The number of the group with a name.
    pub fn group_named(&self, name: &str) -> Option<usize> {
        let found = self.names.iter().find(|(known, _)| known == name);
        found.map(|(_, group)| *group)
    }

    fn flag_names(&self) -> String {
        const NAMES: [(&str, u32); 8] = [
            ("re.IGNORECASE", 2),
            ("re.LOCALE", 4),
            ("re.MULTILINE", 8),
            ("re.DOTALL", 16),
            ("re.UNICODE", 32),
            ("re.VERBOSE", 64),
            ("re.DEBUG", 128),
            ("re.ASCII", 256),
        ];
        let mut flags = self.flags;
        if self.is_text && flags & (LOCALE | UNICODE | ASCII) == UNICODE {
            flags &= !UNICODE;
        }
        let mut shown: Vec<String> = Vec::new();
        for (name, flag) in NAMES {
            if flags & flag != 0 {
                shown.push(name.to_owned());
                flags &= !flag;
            }
        }
        if flags != 0 {
            shown.push(format!("0x{flags:x}"));
        }
        shown.join("|")
    }
}

/// `pos` and `endpos`, cut to the text.
pub fn bounds(vm: &Vm, a: &[Value], first: usize, length: usize) -> Res<(usize, usize)> {
    let bound = |place: usize, default: usize| -> Res<usize> {
        match a.get(place).and_then(Value::given) {
            None => Ok(default),
            Some(bound) => {
                let bound = vm.index_size(bound)?;
                Ok(usize::try_from(bound).unwrap_or(0).min(length))
            }
        }
    };
    Ok((bound(first, 0)?, bound(first + 1, length)?))
}

const TYPE: TypeDef = TypeDef {
    weakly_referable: true,
    name: "Pattern",
    module: "re",
    doc: "Compiled regular expression object.",
    methods: METHODS,
    class_methods: &[CLASS_GETITEM],
    getters: GETTERS,
    slots: &[
        "__repr__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__",
    ],
    ..TypeDef::PLAIN
};

const GETTERS: &[GetterDef] = &[
    getter("pattern", "The text of the pattern.", |vm, p| {
        Ok(Pattern::of(vm, p)?.source.clone())
    }),
    getter("flags", "The regex matching flags.", |vm, p| {
        Ok(Value::Int(Pattern::of(vm, p)?.flags.into()))
    }),
    getter("groups", "How many groups it has.", |vm, p| {
        Ok(Value::from(Pattern::of(vm, p)?.program.groups))
    }),
    getter(
        "groupindex",
        "The numbers of the groups that have names.",
        |vm, p| {
            let names = Dict::new();
            for (name, group) in &Pattern::of(vm, p)?.names {
                names.set(vm, &Value::str(name), Value::from(*group))?;
            }
            // What is empty is nobody else's.
            if Pattern::of(vm, p)?.names.is_empty() {
                return Ok(Value::Dict(names));
            }
            Ok(MappingProxy::over(Value::Dict(names)))
        },
    ),
];

const METHODS: &[NativeDef] = &[
    native(
        "match",
        "(string, pos=0, endpos=9223372036854775807)",
        "What it finds at the beginning of the text, or None.",
        |vm, a| one(vm, a, How::Match),
    ),
    native(
        "fullmatch",
        "(string, pos=0, endpos=9223372036854775807)",
        "What it finds if it is to fit the whole text, or None.",
        |vm, a| one(vm, a, How::Full),
    ),
    native(
        "search",
        "(string, pos=0, endpos=9223372036854775807)",
        "What it finds first anywhere in the text, or None.",
        |vm, a| one(vm, a, How::Search),
    ),
    native(
        "sub",
        "(repl, string, count=0)",
        "The text with another in place of each that it finds.",
        |vm, a| Ok(replace::sub(vm, a)?.0),
    ),
    native(
        "subn",
        "(repl, string, count=0)",
        "The same as sub(), and how many were replaced.",
        |vm, a| {
            let (text, count) = replace::sub(vm, a)?;
            Ok(Value::from(Tuple::new(vec![text, Value::from(count)])))
        },
    ),
    native(
        "split",
        "(string, maxsplit=0)",
        "The parts of the text between what it finds.",
        replace::split,
    ),
    native(
        "findall",
        "(string, pos=0, endpos=9223372036854775807)",
        "All that it finds, in a list.",
        find_all,
    ),
    native(
        "finditer",
        "(string, pos=0, endpos=9223372036854775807)",
        "All that it finds, one by one.",
        |vm, a| {
            let scanner = scanner(vm, a)?;
            let search = vm.get_attribute(&scanner, &vm.name("search"))?;
            Ok(CallableIterator::until(search, Value::None))
        },
    ),
    native(
        "scanner",
        "(string, pos=0, endpos=9223372036854775807)",
        "An object that finds one match after the other.",
        scanner,
    ),
    native("__copy__", "()", "The pattern itself.", |_, a| {
        Ok(a[0].clone())
    }),
    native(
        "__deepcopy__",
        "(memo, /)",
        "The pattern itself.",
        |_, a| Ok(a[0].clone()),
    ),
    native("__reduce__", "()", "How a copy is made.", |vm, a| {
        let pattern = Pattern::of(vm, &a[0])?;
        let module = vm.import("re", 0)?;
        let compile = vm.get_attribute(&module, &vm.name("_compile"))?;
        let args = vec![pattern.source.clone(), Value::Int(pattern.flags.into())];
        Ok(Value::from(Tuple::new(vec![
            compile,
            Value::from(Tuple::new(args)),
        ])))
    }),
];

/// Looks for one match: the pattern, the text, bounds.
pub fn one(vm: &Vm, a: &[Value], how: How) -> Res {
    let pattern = Pattern::of(vm, &a[0])?;
    let subject = Subject::new(vm, &a[1], pattern.is_text)?;
    let bounds = bounds(vm, a, 2, subject.length)?;
    match subject.find(vm, &pattern.program, bounds, how, false)? {
        Some(slots) => Ok(Match::made(&pattern, &subject, slots, bounds)),
        None => Ok(Value::None),
    }
}

fn find_all(vm: &Vm, a: &[Value]) -> Res {
    let pattern = Pattern::of(vm, &a[0])?;
    let subject = Subject::new(vm, &a[1], pattern.is_text)?;
    let bounds = bounds(vm, a, 2, subject.length)?;
    let groups = pattern.program.groups;
    let mut items = Vec::new();
    subject.find_all(vm, &pattern.program, bounds, &mut |slots| {
        let group = |group: usize| match super::found::span(slots, group) {
            Some((start, end)) => subject.slice(vm, start, end),
            None => subject.slice(vm, 0, 0),
        };
        let item = match groups {
            0 | 1 => group(groups),
            _ => Value::from(Tuple::new((1..=groups).map(group).collect())),
        };
        vm.push_to(&mut items, item)?;
        Ok(true)
    })?;
    Ok(Value::from(List::new(items)))
}

impl Object for Pattern {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        class(vm)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.source);
    }

    /// A string or bytes close no cycle.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let source = vm.repr(&self.source)?;
        let short: String = source.chars().take(200).collect();
        let flags = self.flag_names();
        let comma = if flags.is_empty() { "" } else { ", " };
        Ok(Some(format!("re.compile({short}{comma}{flags})")))
    }

    fn hash(&self, vm: &Vm, _this: &Value) -> Res<Option<i64>> {
        let parts = [vm.hash(&self.source)?, self.flags.into()];
        Ok(Some(hash::tuple(parts)))
    }

    fn compare(&self, vm: &Vm, this: &Value, op: CompareOp, other: &Value) -> Res<Option<Value>> {
        let Some(other) = other.downcast::<Pattern>() else {
            return Ok(None);
        };
        let equal = || -> Res<bool> {
            Ok(Value::from(other.clone()).is(this)
                || self.flags == other.flags
                    && self.is_text == other.is_text
                    && self.program == other.program
                    && vm.equal(&self.source, &other.source)?)
        };
        match op {
            CompareOp::Eq => equal().map(|equal| Some(Value::bool(equal))),
            CompareOp::NotEq => equal().map(|equal| Some(Value::bool(!equal))),
            _ => Ok(None),
        }
    }
}

/// What `scanner` gives: finds one match after the other.
struct Scanner {
    pattern: Ref<Pattern>,
    subject: Subject,
    start: Cell<usize>,
    end: usize,
    from: usize,
    advance: Cell<bool>,
}

fn scanner(vm: &Vm, a: &[Value]) -> Res {
    let pattern = Pattern::of(vm, &a[0])?;
    let subject = Subject::new(vm, &a[1], pattern.is_text)?;
    let (start, end) = bounds(vm, a, 2, subject.length)?;
    Ok(Value::from(Ref::new(Scanner {
        pattern,
        subject,
        start: Cell::new(start),
        end,
        from: start,
        advance: Cell::new(false),
    })))
}

const SCANNER: TypeDef = TypeDef {
    name: "SRE_Scanner",
    module: "_sre",
    doc: "Finds one match after the other.",
    methods: &[
        native(
            "match",
            "()",
            "A match where the last one ended.",
            |vm, a| Scanner::step(vm, &a[0], How::Match),
        ),
        native("search", "()", "The next match.", |vm, a| {
            Scanner::step(vm, &a[0], How::Search)
        }),
    ],
    getters: &[getter("pattern", "The pattern.", |vm, s| {
        Ok(Value::from(Scanner::of(vm, s)?.pattern.clone()))
    })],
    ..TypeDef::PLAIN
};

impl Scanner {
    fn of(vm: &Vm, value: &Value) -> Res<Ref<Scanner>> {
        match value.downcast::<Scanner>() {
            Some(scanner) => Ok(scanner.clone()),
            None => Err(vm.descriptor_error("_sre.SRE_Scanner", value)),
        }
    }

    fn step(vm: &Vm, this: &Value, how: How) -> Res {
        let scanner = Scanner::of(vm, this)?;
        let start = scanner.start.get();
        let (pattern, subject) = (&scanner.pattern, &scanner.subject);
        if start == usize::MAX {
            return Ok(Value::None);
        }
        let bounds = (start, scanner.end);
        let found = subject.find(vm, &pattern.program, bounds, how, scanner.advance.get())?;
        let Some(slots) = found else {
            scanner.start.set(usize::MAX);
            return Ok(Value::None);
        };
        scanner.start.set(slots[1]);
        scanner.advance.set(slots[0] == slots[1]);
        let bounds = (scanner.from, scanner.end);
        Ok(Match::made(pattern, subject, slots, bounds))
    }
}

impl Object for Scanner {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        let make = || Class::builtin(vm.name(SCANNER.name), &SCANNER, Some(&vm.types.object));
        vm.extension::<Types>().scanner.get_or_init(make).clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.pattern.clone()));
        visit(&self.subject.value);
    }

    /// What it holds closes no cycle.
    fn clear(&self) {}
}

/// The text or bytes of parts of a template.
pub fn encoded(codes: &[u32], is_text: bool) -> Vec<u8> {
    if is_text {
        super::source::to_wtf8(codes)
    } else {
        codes.iter().map(|&code| code as u8).collect()
    }
}

/// Bytes as a script sees them.
pub fn bytes(data: Vec<u8>) -> Value {
    Value::from(Bytes::new(data))
}
