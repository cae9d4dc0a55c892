//! Hashes: the reference's numbers for built-in types, what `__hash__` says for script classes.

use super::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::number::{Integer, Number};
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::hash as numbers;
use std::cell::Cell;

thread_local! {
    /// The secret of this thread's interpreter: strings are hashed where there is no interpreter at hand.
    static KEY: Cell<numbers::Key> = Cell::new(numbers::Key::from_seed(0));
}

/// Makes `seed` (`PYTHONHASHSEED`) the seed of this thread's hashes of strings and bytes.
pub fn set_seed(seed: u32) {
    KEY.set(numbers::Key::from_seed(seed));
}

/// The hash of a string; computed once, with the seed of this thread's interpreter.
#[inline(always)]
pub fn hash_str(text: &Str) -> i64 {
    text.hash_with(hash_text)
}

#[inline(never)]
fn hash_text(text: &Str) -> i64 {
    if text.is_ascii() {
        numbers::bytes(KEY.get(), text.bytes())
    } else {
        numbers::text(KEY.get(), text.bytes())
    }
}

/// The hash of `bytes`.
pub fn hash_bytes(data: &[u8]) -> i64 {
    numbers::bytes(KEY.get(), data)
}

/// The hash of an object by its identity.
pub fn hash_identity(value: &Value) -> i64 {
    match value {
        Value::None => 0xFCA8_6420,
        Value::NotImplemented => 0x0005_1E57,
        Value::Ellipsis => 0x0005_1E58,
        // A float that is no number: unboxed, so that its bits are its identity.
        Value::Float(number) => numbers::int((number.bits() >> 4) as i64),
        value => value
            .address()
            .map_or(0, |address| address.rotate_right(4) as i64),
    }
}

/// `hash(value)` of a plain value; `shown` is the object that it stands for.
pub fn of_plain(vm: &Vm, value: &Value, shown: &Value) -> Res<i64> {
    match value {
        Value::Str(text) => Ok(hash_str(text)),
        Value::Tuple(tuple) => vm.nested_while("", || hash_items(vm, tuple.items())),
        Value::List(_) | Value::Dict(_) => Err(unhashable(vm, shown)),
        value => match Number::of(value) {
            Some(Number::Int(Integer::Small(number))) => Ok(numbers::int(number)),
            Some(Number::Int(Integer::Big(number))) => Ok(numbers::big_int(number)),
            Some(Number::Float(number)) => Ok(hash_float(number)),
            Some(Number::Complex(number)) => Ok(numbers::complex(
                hash_float(number.real),
                hash_float(number.imaginary),
            )),
            None => of_object(vm, value, shown),
        },
    }
}

fn hash_items(vm: &Vm, items: &[Value]) -> Res<i64> {
    let mut failed = None;
    let hashes = items.iter().map_while(|item| match vm.hash(item) {
        Ok(hash) => Some(hash),
        Err(raised) => {
            failed = Some(raised);
            None
        }
    });
    let hash = numbers::tuple(hashes);
    failed.map_or(Ok(hash), Err)
}

fn hash_float(number: f64) -> i64 {
    numbers::float(number).unwrap_or_else(|| hash_identity(&Value::float(number)))
}

fn of_object(vm: &Vm, value: &Value, shown: &Value) -> Res<i64> {
    let Some(object) = value.object() else {
        return Ok(hash_identity(value));
    };
    if let Some(bytes) = value.downcast::<Bytes>() {
        return Ok(hash_bytes(bytes.data()));
    }
    if let Some(hash) = object.hash(vm, value)? {
        return Ok(hash);
    }
    if !matches!(value, Value::Instance(_)) && object.class(vm).native().unhashable {
        return Err(unhashable(vm, shown));
    }
    Ok(hash_identity(shown))
}

#[cold]
fn unhashable(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(&format!("unhashable type: '{}'", vm.class_name(value)))
}

impl Vm {
    /// `hash(value)`
    #[inline]
    pub fn hash(&self, value: &Value) -> Res<i64> {
        match value {
            Value::Str(text) => Ok(hash_str(text)),
            // Most integers are their own hash.
            Value::Int(number) if (0..1 << 60).contains(number) => Ok(*number),
            value => self.hash_slowly(value),
        }
    }

    fn hash_slowly(&self, value: &Value) -> Res<i64> {
        let Some(class) = self.script_class(value) else {
            return of_plain(self, value, value);
        };
        match class.lookup(self, &self.names.__hash__) {
            Some(Value::None) => Err(unhashable(self, value)),
            Some(method) if !self.is_inherited(&method, &self.names.__hash__) => {
                let hash = self.call_bound(&method, value, super::Args::none())?;
                match Integer::of(&self.unwrapped(&hash)) {
                    // Unlike `hash` of the integer itself, one that fits is taken as it is.
                    Some(Integer::Small(hash)) => Ok(if hash == -1 { -2 } else { hash }),
                    Some(Integer::Big(hash)) => Ok(numbers::big_int(hash)),
                    None => Err(self.type_error("__hash__ method should return an integer")),
                }
            }
            Some(Value::Native(native)) if self.belongs_to_object(&native) => {
                Ok(hash_identity(value))
            }
            _ => super::plain::plain_hash(self, value),
        }
    }
}
