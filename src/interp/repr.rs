//! `repr`: written into one buffer, through containers and script classes.

use super::{Args, Res, Vm};
use crate::objects::bytearray::ByteArray;
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::number::{Integer, Number};
use crate::objects::root::default_repr;
use crate::objects::set::{self, Set};
use crate::objects::str::Str;
use crate::objects::value::{Flag, Value};
use crate::text;

impl Vm {
    /// `repr(value)` as text for messages and output.
    pub fn repr(&self, value: &Value) -> Res<String> {
        let mut out = Vec::new();
        self.write_repr(value, &mut out)?;
        Ok(match String::from_utf8(out) {
            Ok(text) => text,
            Err(error) => text::wtf8::to_str_lossy(error.as_bytes()).into_owned(),
        })
    }

    /// `repr(value)` as a string object: lone surrogates are kept.
    pub fn repr_str(&self, value: &Value) -> Res<Ref<Str>> {
        let mut out = Vec::new();
        self.write_repr(value, &mut out)?;
        Ok(Ref::new(Str::from_wtf8(out)))
    }

    /// `repr(value)` as the object that `__repr__` gives, which may be of a subclass of `str`.
    pub fn repr_object(&self, value: &Value) -> Res {
        let made = self.unchecked_repr(value)?;
        self.expect_str(made, "__repr__ returned non-string")
    }

    /// What `__repr__` gives, whatever it is: `object.__str__` gives that.
    pub fn unchecked_repr(&self, value: &Value) -> Res {
        if let Some(class) = self.script_class(value)
            && let Some(method) = class.lookup(self, &self.names.__repr__)
            && !self.is_inherited(&method, &self.names.__repr__)
            && !matches!(&method, Value::Native(native)
                if self.belongs_to_object(native) && native.def.name == "__repr__")
        {
            let made = self.nested(|| self.call_bound(&method, value, Args::none()))?;
            return Ok(made);
        }
        self.repr_str(value).map(Value::Str)
    }

    /// Adds `repr(value)` to `out`.
    pub fn write_repr(&self, value: &Value, out: &mut Vec<u8>) -> Res<()> {
        let Some(class) = self.script_class(value) else {
            return write_plain(self, value, value, out);
        };
        match class.lookup(self, &self.names.__repr__) {
            Some(Value::Native(native))
                if self.belongs_to_object(&native) && native.def.name == "__repr__" =>
            {
                out.extend_from_slice(default_repr(self, value).as_bytes());
                Ok(())
            }
            Some(method) if !self.is_inherited(&method, &self.names.__repr__) => {
                let made = self.nested(|| self.call_bound(&method, value, Args::none()))?;
                match self.unwrapped(&made) {
                    Value::Str(text) => {
                        out.extend_from_slice(text.bytes());
                        Ok(())
                    }
                    _ => {
                        let class = self.class_name(&made);
                        let message = format!("__repr__ returned non-string (type {class})");
                        Err(self.type_error(&message))
                    }
                }
            }
            _ => write_plain(self, &self.unwrapped(value), value, out),
        }
    }

    /// Runs `body` unless the repr of this object is being made already: then `false`, and the caller writes `...`.
    pub fn guard_repr(&self, value: &Value, body: impl FnOnce() -> Res<()>) -> Res<bool> {
        let address = value.address().unwrap_or(0);
        if self.thread.in_repr.borrow().contains(&address) {
            return Ok(false);
        }
        self.thread.in_repr.borrow_mut().push(address);
        let result = self.nested_while(" while getting the repr of an object", body);
        self.thread.in_repr.borrow_mut().pop();
        result.map(|()| true)
    }

    /// Writes the items of a container between `open` and `close`, `, ` between them.
    pub fn write_items(
        &self,
        mut next: impl FnMut(usize) -> Option<Value>,
        out: &mut Vec<u8>,
    ) -> Res<usize> {
        let mut at = 0;
        while let Some(item) = next(at) {
            if at > 0 {
                out.extend_from_slice(b", ");
            }
            self.write_repr(&item, out)?;
            self.poll()?;
            at += 1;
        }
        Ok(at)
    }
}

/// Adds the repr of a plain value to `out`; `shown` is the object that it stands for, which the default names.
pub fn write_plain(vm: &Vm, value: &Value, shown: &Value, out: &mut Vec<u8>) -> Res<()> {
    match value {
        Value::None => out.extend_from_slice(b"None"),
        Value::NotImplemented => out.extend_from_slice(b"NotImplemented"),
        Value::Ellipsis => out.extend_from_slice(b"Ellipsis"),
        Value::Bool(Flag::Yes) => out.extend_from_slice(b"True"),
        Value::Bool(Flag::No) => out.extend_from_slice(b"False"),
        Value::Str(text) => {
            out.extend_from_slice(text::repr::repr_str(text.bytes()).as_bytes());
        }
        Value::List(list) => {
            out.push(b'[');
            let whole =
                vm.guard_repr(value, || vm.write_items(|at| list.get(at), out).map(drop))?;
            out.extend_from_slice(if whole { b"]" } else { b"...]" });
        }
        Value::Tuple(tuple) => {
            out.push(b'(');
            let items = tuple.items();
            let whole = vm.guard_repr(value, || {
                vm.write_items(|at| items.get(at).cloned(), out).map(drop)
            })?;
            out.extend_from_slice(match (whole, items.len()) {
                (true, 1) => b",)",
                (true, _) => b")",
                (false, _) => b"...)",
            });
        }
        Value::Dict(dict) => {
            out.push(b'{');
            let whole = vm.guard_repr(value, || {
                let mut place = 0;
                let mut first = true;
                while let Some((next, key, item)) = dict.entry_from(place) {
                    place = next;
                    if !first {
                        out.extend_from_slice(b", ");
                    }
                    first = false;
                    vm.write_repr(&key, out)?;
                    out.extend_from_slice(b": ");
                    vm.write_repr(&item, out)?;
                    vm.poll()?;
                }
                Ok(())
            })?;
            out.extend_from_slice(if whole { b"}" } else { b"...}" });
        }
        value => match Number::of(value) {
            Some(number) => out.extend_from_slice(number_repr(vm, number)?.as_bytes()),
            None => out.extend_from_slice(object_repr(vm, value, shown)?.as_bytes()),
        },
    }
    Ok(())
}

fn number_repr(vm: &Vm, number: Number<'_>) -> Res<String> {
    Ok(match number {
        Number::Int(Integer::Small(number)) => number.to_string(),
        Number::Int(Integer::Big(number)) => {
            let written = text::int::decimal(number, vm.max_str_digits());
            written.map_err(|fault| vm.fault(fault))?
        }
        Number::Float(number) => text::float::repr(number),
        Number::Complex(number) => text::spec::repr_complex(number.real, number.imaginary),
    })
}

fn object_repr(vm: &Vm, value: &Value, shown: &Value) -> Res<String> {
    if let Some(bytes) = value.downcast::<Bytes>() {
        return Ok(text::repr::repr_bytes(bytes.data()));
    }
    if let Some(array) = value.downcast::<ByteArray>() {
        let name = vm.class_name(shown);
        // Room for as many escapes as there are bytes is wanted from the start.
        vm.expect_room(array.borrow().len().saturating_mul(4))?;
        let mut data = text::repr::repr_bytes(&array.borrow());
        // Other than in `bytes`, single quotes are escaped between double ones too.
        if data.starts_with("b\"") {
            data = data.replace('\'', "\\'");
        }
        return Ok(format!("{name}({data})"));
    }
    if let Some(set) = value.downcast::<Set>() {
        return set::repr(vm, value, set, &vm.class_name(shown));
    }
    if let Some(object) = value.object()
        && let Some(text) = object.repr(vm, shown)?
    {
        return Ok(text);
    }
    Ok(default_repr(vm, shown))
}
