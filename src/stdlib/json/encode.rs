//! From values to JSON.

use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::list::List;
use crate::objects::native::NativeKind;
use crate::objects::number::Integer;
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::{Flag, Value};
use crate::text::{float, int, wtf8};
use snakelet_grammar::ast::BinaryOp;
use std::cell::RefCell;

/// What an encoder's attributes say.
struct Encoder<'a> {
    vm: &'a Vm,
    encoder: &'a Value,
    ascii: bool,
    allow_nan: bool,
    sort_keys: bool,
    skip_keys: bool,
    /// The text of one level of indentation.
    indent: Option<Vec<u8>>,
    between_items: Ref<Str>,
    behind_key: Ref<Str>,
    /// The containers that are being written.
    open: Option<RefCell<Vec<Value>>>,
}

/// `encode(encoder, value, level)`
pub fn encode(vm: &Vm, a: &[Value]) -> Res {
    let attribute = |name: &str| vm.get_attribute(&a[0], &vm.name(name));
    let truth = |name: &str| -> Res<bool> { vm.truth(&attribute(name)?) };
    let text = |name: &str| -> Res<Ref<Str>> {
        let value = attribute(name)?;
        match vm.unwrapped(&value) {
            Value::Str(text) => Ok(text),
            _ => {
                let class = vm.class_name(&value);
                Err(vm.type_error(&format!("make_encoder() argument must be str, not {class}")))
            }
        }
    };
    let indent = match attribute("indent")? {
        Value::None => None,
        value => Some(match vm.unwrapped(&value) {
            Value::Str(text) => text.bytes().to_vec(),
            _ => match vm.binary(BinaryOp::Mult, &Value::str(" "), &value)? {
                Value::Str(spaces) => spaces.bytes().to_vec(),
                _ => Vec::new(),
            },
        }),
    };
    let encoder = Encoder {
        vm,
        encoder: &a[0],
        ascii: truth("ensure_ascii")?,
        allow_nan: truth("allow_nan")?,
        sort_keys: truth("sort_keys")?,
        skip_keys: truth("skipkeys")?,
        indent,
        between_items: text("item_separator")?,
        behind_key: text("key_separator")?,
        open: truth("check_circular")?.then(RefCell::default),
    };
    let level = usize::try_from(vm.index_usize(&a[2])?).unwrap_or(0);
    let mut out = Vec::new();
    encoder.value(&a[1], level, &mut out)?;
    Ok(Value::from(Ref::new(Str::from_wtf8(out))))
}

/// A string in quotes.
pub fn quote(text: &Str, ascii: bool, out: &mut Vec<u8>) {
    let bytes = text.bytes();
    out.push(b'"');
    let mut done = 0;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let is_plain = byte >= b' ' && byte != b'"' && byte != b'\\' && (byte < 0x7F || !ascii);
        if is_plain {
            at += 1;
            continue;
        }
        out.extend_from_slice(&bytes[done..at]);
        let (code, next) = wtf8::decode(bytes, at).unwrap_or((0, at + 1));
        escape(code, out);
        (at, done) = (next, next);
    }
    out.extend_from_slice(&bytes[done..]);
    out.push(b'"');
}

fn escape(code: u32, out: &mut Vec<u8>) {
    let short = match code {
        0x22 => b'"',
        0x5C => b'\\',
        0x08 => b'b',
        0x0C => b'f',
        0x0A => b'n',
        0x0D => b'r',
        0x09 => b't',
        _ => {
            let mut units = [0; 2];
            let units: &[u16] = match char::from_u32(code) {
                Some(letter) => letter.encode_utf16(&mut units),
                None => &[code as u16],
            };
            for unit in units {
                out.extend(format!("\\u{unit:04x}").bytes());
            }
            return;
        }
    };
    out.extend([b'\\', short]);
}

impl Encoder<'_> {
    fn value(&self, value: &Value, level: usize, out: &mut Vec<u8>) -> Res<()> {
        match value {
            Value::None => out.extend_from_slice(b"null"),
            Value::Bool(Flag::Yes) => out.extend_from_slice(b"true"),
            Value::Bool(Flag::No) => out.extend_from_slice(b"false"),
            value => {
                let plain = self.vm.unwrapped(value);
                match &plain {
                    Value::Str(text) => quote(text, self.ascii, out),
                    Value::Int(_) | Value::Big(_) => self.integer(&plain, out)?,
                    Value::Float(number) => self.float(value, number.get(), out)?,
                    Value::List(_) | Value::Tuple(_) => {
                        self.nested(value, |encoder| encoder.list(&plain, level, out))?
                    }
                    Value::Dict(_) => {
                        self.nested(value, |encoder| encoder.dict(value, &plain, level, out))?
                    }
                    _ => self.nested(value, |encoder| {
                        let name = encoder.vm.name("default");
                        let args = std::slice::from_ref(value);
                        let made = encoder.vm.call_method(encoder.encoder, &name, args)?;
                        encoder.value(&made, level, out)
                    })?,
                }
            }
        }
        Ok(())
    }

    fn integer(&self, value: &Value, out: &mut Vec<u8>) -> Res<()> {
        match Integer::of(value) {
            Some(Integer::Small(number)) => out.extend(number.to_string().bytes()),
            Some(integer) => {
                let big = integer.to_big();
                let text = int::decimal(&big, self.vm.max_str_digits());
                out.extend(text.map_err(|fault| self.vm.fault(fault))?.bytes());
            }
            None => {}
        }
        Ok(())
    }

    fn float(&self, value: &Value, number: f64, out: &mut Vec<u8>) -> Res<()> {
        let text = if number.is_nan() {
            "NaN".to_owned()
        } else if number == f64::INFINITY {
            "Infinity".to_owned()
        } else if number == f64::NEG_INFINITY {
            "-Infinity".to_owned()
        } else {
            out.extend(float::repr(number).bytes());
            return Ok(());
        };
        if !self.allow_nan {
            let shown = self.vm.repr(value)?;
            let message = format!("Out of range float values are not JSON compliant: {shown}");
            return Err(self.vm.value_error(&message));
        }
        out.extend(text.bytes());
        Ok(())
    }

    /// Writes a container one level deeper, unless it is in itself.
    fn nested(&self, value: &Value, body: impl FnOnce(&Self) -> Res<()>) -> Res<()> {
        if let Some(open) = &self.open {
            if open.borrow().iter().any(|other| other.is(value)) {
                return Err(self.vm.value_error("Circular reference detected"));
            }
            open.borrow_mut().push(value.clone());
        }
        let what = " while encoding a JSON object";
        let result = self.vm.nested_while(what, || body(self));
        let last = self.open.as_ref().and_then(|open| open.borrow_mut().pop());
        drop(last);
        result
    }

    fn new_line(&self, level: usize, out: &mut Vec<u8>) {
        if let Some(indent) = &self.indent {
            out.push(b'\n');
            (0..level).for_each(|_| out.extend_from_slice(indent));
        }
    }

    fn list(&self, plain: &Value, level: usize, out: &mut Vec<u8>) -> Res<()> {
        let item_at = |place: usize| match plain {
            Value::List(list) => list.get(place),
            Value::Tuple(tuple) => tuple.items().get(place).cloned(),
            _ => None,
        };
        if item_at(0).is_none() {
            out.extend_from_slice(b"[]");
            return Ok(());
        }
        out.push(b'[');
        let mut place = 0;
        while let Some(item) = item_at(place) {
            if place > 0 {
                out.extend_from_slice(self.between_items.bytes());
            }
            self.new_line(level + 1, out);
            self.value(&item, level + 1, out)?;
            place += 1;
        }
        self.new_line(level, out);
        out.push(b']');
        Ok(())
    }

    fn dict(&self, value: &Value, plain: &Value, level: usize, out: &mut Vec<u8>) -> Res<()> {
        let Value::Dict(dict) = plain else {
            return Ok(());
        };
        if dict.is_empty() {
            out.extend_from_slice(b"{}");
            return Ok(());
        }
        out.push(b'{');
        let mut is_first = true;
        for (key, item) in self.items(value, plain)? {
            let mut text = Vec::new();
            if !self.key(&key, &mut text)? {
                continue;
            }
            if !std::mem::take(&mut is_first) {
                out.extend_from_slice(self.between_items.bytes());
            }
            self.new_line(level + 1, out);
            out.extend_from_slice(&text);
            out.extend_from_slice(self.behind_key.bytes());
            self.value(&item, level + 1, out)?;
        }
        self.new_line(level, out);
        out.push(b'}');
        Ok(())
    }

    fn items(&self, value: &Value, plain: &Value) -> Res<Vec<(Value, Value)>> {
        let vm = self.vm;
        let own = match value {
            Value::Dict(dict) => dict.entries(),
            value => {
                // What a script's class overrides is asked.
                let name = vm.name("items");
                let method = vm.class_of(value).lookup(vm, &name);
                match (&method, plain) {
                    (Some(Value::Native(native)), Value::Dict(dict))
                        if native.kind == NativeKind::Method
                            && native
                                .owner
                                .as_ref()
                                .is_some_and(|owner| owner.same(&vm.types.dict)) =>
                    {
                        dict.entries()
                    }
                    _ => {
                        let pairs = vm.call_method(value, &name, &[])?;
                        let mut own = Vec::new();
                        for pair in vm.collect(&pairs)? {
                            match &pair {
                                Value::Tuple(pair) if pair.items().len() == 2 => {
                                    own.push((pair.items()[0].clone(), pair.items()[1].clone()));
                                }
                                _ => {
                                    return Err(vm.value_error("items must return 2-tuples"));
                                }
                            }
                        }
                        own
                    }
                }
            }
        };
        if !self.sort_keys {
            return Ok(own);
        }
        let pairs = own
            .into_iter()
            .map(|(key, item)| Value::from(Tuple::new(vec![key, item])));
        let list = Value::from(List::new(pairs.collect()));
        vm.call_method(&list, &vm.name("sort"), &[])?;
        let pair = |pair: Value| match pair {
            Value::Tuple(pair) => (pair.items()[0].clone(), pair.items()[1].clone()),
            other => (other, Value::None),
        };
        Ok(vm.collect(&list)?.into_iter().map(pair).collect())
    }

    /// Writes a key; `false`: it is left out.
    fn key(&self, key: &Value, out: &mut Vec<u8>) -> Res<bool> {
        match self.vm.unwrapped(key) {
            Value::Str(text) => {
                quote(&text, self.ascii, out);
                return Ok(true);
            }
            plain @ (Value::None
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Big(_)
            | Value::Float(_)) => {
                out.push(b'"');
                self.value(&plain, 0, out)?;
                out.push(b'"');
                return Ok(true);
            }
            _ => {}
        }
        if self.skip_keys {
            return Ok(false);
        }
        let class = self.vm.class_name(key);
        Err(self.vm.type_error(&format!(
            "keys must be str, int, float, bool or None, not {class}"
        )))
    }
}
