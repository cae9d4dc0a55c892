//! From JSON to values.

use crate::interp::{Raised, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::int::value_of;
use crate::objects::list::List;
use crate::objects::native::native;
use crate::objects::object::Object;
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::text::{float_parse, int, wtf8};
use rustc_hash::FxHashMap;
use std::cell::{OnceCell, RefCell};

/// What `make_scanner` makes: reads values as a decoder's attributes say.
pub struct Scanner {
    strict: bool,
    /// What makes objects of dictionaries, and of lists of pairs.
    object_hook: Value,
    pairs_hook: Value,
    parse_float: Value,
    parse_int: Value,
    parse_constant: Value,
}

#[derive(Default)]
struct Types(OnceCell<Ref<Class>>);

const TYPE: TypeDef = TypeDef {
    name: "Scanner",
    module: "_json",
    doc: "JSON scanner object",
    new: Some(native(
        "__new__",
        "(context)",
        "Make a scanner for a decoder.",
        |vm, a| {
            let attribute = |name: &str| vm.get_attribute(&a[1], &vm.name(name));
            Ok(Value::from(Ref::new(Scanner {
                strict: vm.truth(&attribute("strict")?)?,
                object_hook: attribute("object_hook")?,
                pairs_hook: attribute("object_pairs_hook")?,
                parse_float: attribute("parse_float")?,
                parse_int: attribute("parse_int")?,
                parse_constant: attribute("parse_constant")?,
            })))
        },
    )),
    slots: &["__call__"],
    ..TypeDef::PLAIN
};

/// The class of scanners.
pub fn class(vm: &Vm) -> Ref<Class> {
    let make = || Class::builtin(vm.name(TYPE.name), &TYPE, Some(&vm.types.object));
    vm.extension::<Types>().0.get_or_init(make).clone()
}

impl Object for Scanner {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        class(vm)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.object_hook);
        visit(&self.pairs_hook);
        visit(&self.parse_float);
        visit(&self.parse_int);
        visit(&self.parse_constant);
    }

    /// The decoder that it belongs to is cleared instead.
    fn clear(&self) {}

    fn is_callable(&self) -> bool {
        true
    }

    fn call(&self, vm: &Vm, _this: &Value, args: crate::interp::Args<'_>) -> Res {
        let (Some(string), Some(index)) = (args.values.first(), args.values.get(1)) else {
            return Err(vm.type_error("scan_once() missing required argument 'idx' (pos 2)"));
        };
        let text = string_argument(vm, string)?;
        let index = vm.index_size(index)?;
        let Ok(index) = usize::try_from(index) else {
            return Err(vm.value_error("idx cannot be negative"));
        };
        let start = text.offset_of(index.min(text.len()));
        let reader = Reader {
            vm,
            scanner: self,
            text: &text,
            bytes: text.bytes(),
            keys: RefCell::default(),
        };
        let (value, end) = reader.value(start)?;
        let end = Value::from(text.index_of(end));
        Ok(Value::from(Tuple::new(vec![value, end])))
    }
}

fn string_argument(vm: &Vm, value: &Value) -> Res<Ref<Str>> {
    match vm.unwrapped(value) {
        Value::Str(text) => Ok(text),
        _ => {
            let class = vm.class_name(value);
            Err(vm.type_error(&format!("first argument must be a string, not {class}")))
        }
    }
}

/// `scanstring(string, end, strict)`
pub fn scan_string(vm: &Vm, a: &[Value]) -> Res {
    let text = string_argument(vm, &a[0])?;
    let index = usize::try_from(vm.index_size(&a[1])?).unwrap_or(usize::MAX);
    let strict = match a.get(2).and_then(Value::given) {
        Some(strict) => vm.truth(strict)?,
        None => true,
    };
    if index > text.len() {
        return Err(vm.value_error("end is out of bounds"));
    }
    let (made, end) = string(vm, &text, text.offset_of(index), strict)?;
    let end = Value::from(text.index_of(end));
    Ok(Value::from(Tuple::new(vec![
        Value::from(Ref::new(made)),
        end,
    ])))
}

/// Raises `JSONDecodeError` for a byte offset.
#[cold]
fn mistake(vm: &Vm, message: &str, text: &Ref<Str>, offset: usize) -> Raised {
    let made = || {
        let module = vm.import("json.decoder", 0)?;
        let class = vm.get_attribute(&module, &vm.name("JSONDecodeError"))?;
        let at = Value::from(text.index_of(offset.min(text.bytes().len())));
        vm.call_with(&class, &[Value::str(message), Value::Str(text.clone()), at])
    };
    match made() {
        Ok(exception) => vm.raise_value(&exception),
        Err(raised) => raised,
    }
}

/// Reads a string whose opening quote stands before `start`; the offset behind its end.
fn string(vm: &Vm, text: &Ref<Str>, start: usize, strict: bool) -> Res<(Str, usize)> {
    let bytes = text.bytes();
    let mut out: Vec<u8> = Vec::new();
    let mut at = start;
    let unterminated = || {
        let begin = wtf8::previous(bytes, start).unwrap_or(0);
        mistake(vm, "Unterminated string starting at", text, begin)
    };
    loop {
        let run = bytes[at..]
            .iter()
            .position(|&byte| byte == b'"' || byte == b'\\' || strict && byte < b' ');
        let Some(run) = run else {
            return Err(unterminated());
        };
        let end = at + run;
        if bytes[end] == b'"' && out.is_empty() {
            return Ok((Str::from_wtf8(bytes[at..end].to_vec()), end + 1));
        }
        out.extend_from_slice(&bytes[at..end]);
        match bytes[end] {
            b'"' => return Ok((Str::from_wtf8(out), end + 1)),
            b'\\' => {}
            _ => return Err(mistake(vm, "Invalid control character at", text, end)),
        }
        let Some(&letter) = bytes.get(end + 1) else {
            return Err(unterminated());
        };
        at = end + 2;
        let plain = match letter {
            b'"' | b'\\' | b'/' => letter,
            b'b' => 8,
            b'f' => 12,
            b'n' => 10,
            b'r' => 13,
            b't' => 9,
            b'u' => {
                let bad = |at| mistake(vm, "Invalid \\uXXXX escape", text, at);
                let first = hex(bytes, at).ok_or_else(|| bad(end + 1))?;
                at += 4;
                // Something must follow, be it the end of the string.
                if at >= bytes.len() {
                    return Err(bad(end + 1));
                }
                let mut code = first;
                if (0xD800..0xDC00).contains(&first)
                    && at + 6 < bytes.len()
                    && bytes.get(at..at + 2) == Some(b"\\u".as_slice())
                    && let Some(second @ 0xDC00..0xE000) = hex(bytes, at + 2)
                {
                    code = 0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00));
                    at += 6;
                }
                wtf8::push(&mut out, code);
                continue;
            }
            _ => return Err(mistake(vm, "Invalid \\escape", text, end)),
        };
        out.push(plain);
    }
}

fn hex(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at + 4)?;
    digits.iter().try_fold(0, |code, &digit| {
        let digit = char::from(digit).to_digit(16)?;
        Some(code << 4 | digit)
    })
}

struct Reader<'a> {
    vm: &'a Vm,
    scanner: &'a Scanner,
    text: &'a Ref<Str>,
    bytes: &'a [u8],
    /// Equal keys are one object.
    keys: RefCell<FxHashMap<Box<[u8]>, Value>>,
}

impl Reader<'_> {
    fn spaces(&self, mut at: usize) -> usize {
        while matches!(self.bytes.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            at += 1;
        }
        at
    }

    fn nothing(&self, at: usize) -> Raised {
        let at = self.text.index_of(at.min(self.bytes.len()));
        self.vm.stop_iteration(Value::from(at))
    }

    fn mistake(&self, message: &str, at: usize) -> Raised {
        mistake(self.vm, message, self.text, at)
    }

    fn value(&self, at: usize) -> Res<(Value, usize)> {
        let vm = self.vm;
        let Some(&first) = self.bytes.get(at) else {
            return Err(self.nothing(at));
        };
        let is = |word: &str| self.bytes[at..].starts_with(word.as_bytes());
        match first {
            b'"' => {
                let (made, end) = string(vm, self.text, at + 1, self.scanner.strict)?;
                return Ok((Value::from(Ref::new(made)), end));
            }
            b'{' => {
                let what = " while decoding a JSON object from a unicode string";
                return vm.nested_while(what, || self.object(at + 1));
            }
            b'[' => {
                let what = " while decoding a JSON array from a unicode string";
                return vm.nested_while(what, || self.array(at + 1));
            }
            b'n' if is("null") => return Ok((Value::None, at + 4)),
            b't' if is("true") => return Ok((Value::bool(true), at + 4)),
            b'f' if is("false") => return Ok((Value::bool(false), at + 5)),
            _ => {}
        }
        for constant in ["NaN", "Infinity", "-Infinity"] {
            if is(constant) {
                let args = [Value::str(constant)];
                let value = vm.call_with(&self.scanner.parse_constant, &args)?;
                return Ok((value, at + constant.len()));
            }
        }
        self.number(at)
    }

    fn number(&self, start: usize) -> Res<(Value, usize)> {
        let vm = self.vm;
        let digits = |mut at: usize| {
            while self.bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        let first = start + usize::from(self.bytes[start] == b'-');
        let mut end = match self.bytes.get(first) {
            Some(b'0') => first + 1,
            Some(b'1'..=b'9') => digits(first),
            _ => return Err(self.nothing(start)),
        };
        let mut is_float = false;
        if self.bytes.get(end) == Some(&b'.') && digits(end + 1) > end + 1 {
            is_float = true;
            end = digits(end + 1);
        }
        if let Some(b'e' | b'E') = self.bytes.get(end) {
            let sign = matches!(self.bytes.get(end + 1), Some(b'+' | b'-'));
            let exponent = end + 1 + usize::from(sign);
            if digits(exponent) > exponent {
                is_float = true;
                end = digits(exponent);
            }
        }
        let text = &self.bytes[start..end];
        let (parse, own) = if is_float {
            (&self.scanner.parse_float, &vm.types.float)
        } else {
            (&self.scanner.parse_int, &vm.types.int)
        };
        if !matches!(parse, Value::Class(class) if class.same(own)) {
            let text = Value::from(Ref::new(Str::from_wtf8(text.to_vec())));
            return Ok((vm.call_with(parse, &[text])?, end));
        }
        let value = if is_float {
            float_parse::parse_str(text).map(Value::float)
        } else {
            int::parse_str(text, 10, vm.max_str_digits()).map(value_of)
        };
        Ok((value.map_err(|fault| vm.fault(fault))?, end))
    }

    fn key(&self, start: usize) -> Res<(Value, usize)> {
        let (made, end) = string(self.vm, self.text, start, self.scanner.strict)?;
        let mut keys = self.keys.borrow_mut();
        if let Some(known) = keys.get(made.bytes()) {
            return Ok((known.clone(), end));
        }
        let bytes = made.bytes().into();
        let key = Value::from(Ref::new(made));
        keys.insert(bytes, key.clone());
        Ok((key, end))
    }

    fn object(&self, start: usize) -> Res<(Value, usize)> {
        let vm = self.vm;
        let as_pairs = !self.scanner.pairs_hook.is_none();
        let (dict, mut pairs) = (Dict::new(), Vec::new());
        let mut at = self.spaces(start);
        while self.bytes.get(at) != Some(&b'}') || !dict.is_empty() || !pairs.is_empty() {
            if self.bytes.get(at) != Some(&b'"') {
                let text = "Expecting property name enclosed in double quotes";
                return Err(self.mistake(text, at));
            }
            let (key, next) = self.key(at + 1)?;
            at = self.spaces(next);
            if self.bytes.get(at) != Some(&b':') {
                return Err(self.mistake("Expecting ':' delimiter", at));
            }
            let (value, next) = self.value(self.spaces(at + 1))?;
            if as_pairs {
                pairs.push(Value::from(Tuple::new(vec![key, value])));
            } else {
                dict.set(vm, &key, value)?;
            }
            at = self.spaces(next);
            match self.bytes.get(at) {
                Some(b'}') => break,
                Some(b',') => {}
                _ => return Err(self.mistake("Expecting ',' delimiter", at)),
            }
            let comma = at;
            at = self.spaces(at + 1);
            if self.bytes.get(at) == Some(&b'}') {
                let text = "Illegal trailing comma before end of object";
                return Err(self.mistake(text, comma));
            }
        }
        let hook = &self.scanner.object_hook;
        let value = if as_pairs {
            vm.call_with(&self.scanner.pairs_hook, &[Value::from(List::new(pairs))])?
        } else if hook.is_none() {
            Value::Dict(dict)
        } else {
            vm.call_with(hook, &[Value::Dict(dict)])?
        };
        Ok((value, at + 1))
    }

    fn array(&self, start: usize) -> Res<(Value, usize)> {
        let mut items = Vec::new();
        let mut at = self.spaces(start);
        if self.bytes.get(at) == Some(&b']') {
            return Ok((Value::from(List::new(items)), at + 1));
        }
        loop {
            let (value, next) = self.value(at)?;
            self.vm.push_to(&mut items, value)?;
            at = self.spaces(next);
            match self.bytes.get(at) {
                Some(b']') => return Ok((Value::from(List::new(items)), at + 1)),
                Some(b',') => {}
                _ => return Err(self.mistake("Expecting ',' delimiter", at)),
            }
            let comma = at;
            at = self.spaces(at + 1);
            if self.bytes.get(at) == Some(&b']') {
                let text = "Illegal trailing comma before end of array";
                return Err(self.mistake(text, comma));
            }
        }
    }
}
