//! `text % values`, for strings and bytes. Reading the format is `text/percent.rs`.

use super::made;
use crate::interp::convert::bytes_of;
use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::number::{Integer, Number};
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::percent::{self, Arguments};
use crate::text::search::Units;
use crate::text::{Fault, int::Int, wtf8};

/// `text % values` for a string.
pub fn percent(vm: &Vm, text: &Ref<Str>, values: &Value) -> Res {
    if let Some(value) = sole_value(vm, text.bytes(), values) {
        // The object itself is the result, which tells where its class is not `str`.
        return match text.bytes()[1] {
            b's' => vm.str_object(&value),
            b'r' => vm.repr_object(&value),
            _ => vm.ascii_object(&value),
        };
    }
    format(vm, text.bytes(), values, Units::Text).map(made)
}

/// The one value of a format that is nothing but `%s`, `%r` or `%a`.
fn sole_value(vm: &Vm, format: &[u8], values: &Value) -> Option<Value> {
    if !matches!(format, b"%s" | b"%r" | b"%a") {
        return None;
    }
    match vm.unwrapped(values) {
        Value::Tuple(tuple) => match tuple.items() {
            [value] => Some(value.clone()),
            _ => None,
        },
        _ => Some(values.clone()),
    }
}

/// `format % values` for a string or bytes.
pub fn format(vm: &Vm, format: &[u8], values: &Value, units: Units) -> Res<Vec<u8>> {
    let plain = vm.unwrapped(values);
    let left = match &plain {
        Value::Tuple(tuple) => Left::Items(tuple.items().to_vec()),
        _ => Left::One(values.clone()),
    };
    let is_mapping = match &plain {
        Value::Tuple(_) | Value::Str(_) => false,
        bytes if units == Units::Bytes && bytes_of(bytes).is_some() => false,
        _ => {
            let class = vm.class_of(values);
            class.lookup(vm, &vm.names.__getitem__).is_some()
        }
    };
    let mut arguments = Values {
        vm,
        units,
        left,
        taken: 0,
        mapping: is_mapping.then(|| values.clone()),
        fetched: Value::None,
    };
    let out = percent::format(format, units, vm.max_str_digits(), &mut arguments)?;
    if arguments.mapping.is_none() && arguments.has_more() {
        return Err(vm.type_error(match units {
            Units::Text => "not all arguments converted during string formatting",
            Units::Bytes => "not all arguments converted during bytes formatting",
        }));
    }
    Ok(out)
}

/// What the values come from.
enum Left {
    Items(Vec<Value>),
    One(Value),
}

struct Values<'a> {
    vm: &'a Vm,
    units: Units,
    left: Left,
    taken: usize,
    mapping: Option<Value>,
    fetched: Value,
}

impl Values<'_> {
    fn has_more(&self) -> bool {
        match &self.left {
            Left::Items(items) => self.taken < items.len(),
            Left::One(_) => self.taken == 0,
        }
    }

    fn take(&mut self) -> Res {
        let next = match &self.left {
            Left::Items(items) => items.get(self.taken).cloned(),
            Left::One(value) => (self.taken == 0).then(|| value.clone()),
        };
        self.taken += 1;
        next.ok_or_else(|| self.vm.type_error("not enough arguments for format string"))
    }

    fn wrong_number(&self, letter: char) -> Raised {
        let letter = match (letter, self.units) {
            ('i', Units::Bytes) => 'd',
            _ => letter,
        };
        let kind = match letter {
            'o' | 'x' | 'X' => "an integer",
            _ => "a real number",
        };
        let class = self.vm.class_name(&self.fetched);
        self.vm.type_error(&format!(
            "%{letter} format: {kind} is required, not {class}"
        ))
    }

    fn wrong_character(&self) -> Raised {
        self.vm.type_error(match self.units {
            Units::Text => "%c requires int or char",
            Units::Bytes => "%c requires an integer in range(256) or a single byte",
        })
    }
}

impl Arguments for Values<'_> {
    type Error = Raised;

    fn fault(&mut self, fault: Fault) -> Raised {
        self.vm.fault(fault)
    }

    fn require_mapping(&mut self) -> Res<()> {
        match self.mapping {
            Some(_) => Ok(()),
            None => Err(self.vm.type_error("format requires a mapping")),
        }
    }

    fn select(&mut self, key: &[u8]) -> Res<()> {
        let key = match self.units {
            Units::Text => made(key.to_vec()),
            Units::Bytes => Value::from(crate::objects::bytes::Bytes::new(key.to_vec())),
        };
        let mapping = self.mapping.clone().unwrap_or(Value::None);
        self.left = Left::One(self.vm.get_item(&mapping, &key)?);
        self.taken = 0;
        Ok(())
    }

    fn star(&mut self) -> Res<Int> {
        let value = self.take()?;
        match Integer::of(&self.vm.unwrapped(&value)) {
            Some(number) => Ok(number.to_text()),
            None => Err(self.vm.type_error("* wants int")),
        }
    }

    fn fetch(&mut self) -> Res<()> {
        self.fetched = self.take()?;
        Ok(())
    }

    fn integer(&mut self, letter: char) -> Res<Int> {
        let vm = self.vm;
        let plain = vm.unwrapped(&self.fetched);
        if let Some(number) = Integer::of(&plain) {
            return Ok(number.to_text());
        }
        // What has `__trunc__` alone is no number here.
        let names = [&vm.names.__int__, &vm.names.__index__, &vm.names.__float__];
        let is_number = |name| vm.special_method(&self.fetched, name).is_some();
        if Number::of(&plain).is_none() && !names.into_iter().any(is_number) {
            return Err(self.wrong_number(letter));
        }
        let converted = match letter {
            'o' | 'x' | 'X' => vm.index(&self.fetched),
            _ => vm.to_int(&self.fetched),
        };
        let number = match converted {
            Ok(number) => number,
            Err(raised) => {
                vm.catch(raised, &vm.types.type_error)?;
                return Err(self.wrong_number(letter));
            }
        };
        match Integer::of(&number) {
            Some(number) => Ok(number.to_text()),
            None => Err(self.wrong_number(letter)),
        }
    }

    fn float(&mut self) -> Res<f64> {
        let vm = self.vm;
        match (vm.float_opt(&self.fetched), self.units) {
            (Ok(Some(number)), _) => Ok(number),
            (Ok(None), Units::Text) => vm.real(&self.fetched),
            (Ok(None), Units::Bytes) => {
                let class = vm.class_name(&self.fetched);
                Err(vm.type_error(&format!("float argument required, not {class}")))
            }
            (Err(raised), _) => Err(raised),
        }
    }

    fn text(&mut self, letter: char) -> Res<Vec<u8>> {
        let vm = self.vm;
        match (letter, self.units) {
            ('s', Units::Text) => Ok(vm.to_str(&self.fetched)?.bytes().to_vec()),
            ('r', Units::Text) => Ok(vm.repr_str(&self.fetched)?.bytes().to_vec()),
            ('s' | 'b', Units::Bytes) => match vm.bytes_opt(&self.fetched)? {
                Some(data) => Ok(data),
                None => {
                    let class = vm.class_name(&self.fetched);
                    Err(vm.type_error(&format!(
                        "%b requires a bytes-like object, or an object that implements __bytes__, not '{class}'"
                    )))
                }
            },
            _ => Ok(vm.ascii(&self.fetched)?.into_bytes()),
        }
    }

    fn character(&mut self) -> Res<Vec<u8>> {
        let vm = self.vm;
        let plain = vm.unwrapped(&self.fetched);
        match (&plain, self.units) {
            (Value::Str(text), Units::Text) if text.len() == 1 => {
                return Ok(text.bytes().to_vec());
            }
            (Value::Str(_), _) => return Err(self.wrong_character()),
            _ => {}
        }
        if let (Some(data), Units::Bytes) = (vm.buffer(&plain), self.units) {
            return match data.as_slice() {
                [_] => Ok(data),
                _ => Err(self.wrong_character()),
            };
        }
        if let Some(Number::Float(_)) = Number::of(&plain) {
            return Err(self.wrong_character());
        }
        match (vm.index_opt(&self.fetched)?, self.units) {
            (Some(Value::Int(code @ 0..0x11_0000)), Units::Text) => Ok(wtf8::encode(code as u32)),
            (Some(Value::Int(byte @ 0..256)), Units::Bytes) => Ok(vec![byte as u8]),
            (Some(_), Units::Text) => Err(vm.overflow_error("%c arg not in range(0x110000)")),
            (Some(_), Units::Bytes) => Err(vm.overflow_error("%c arg not in range(256)")),
            (None, _) => Err(self.wrong_character()),
        }
    }
}
