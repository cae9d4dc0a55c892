//! Conversions that many need: text of an object, truth, length, integers for indexes.

use super::{Args, Res, Vm, plain};
use crate::objects::bytes::Bytes;
use crate::objects::class::Class;
use crate::objects::counted::Ref;
use crate::objects::native::{Native, NativeKind};
use crate::objects::number::Integer;
use crate::objects::object::Memory;
use crate::objects::str::{Name, Str};
use crate::objects::value::{Flag, Value};
use num_bigint::Sign;
use std::cell::Cell;

/// How many decimal digits `int` and `str` convert; 0: any number.
struct MaxDigits(Cell<usize>);

impl Default for MaxDigits {
    fn default() -> MaxDigits {
        MaxDigits(Cell::new(crate::text::int::DEFAULT_MAX_DIGITS))
    }
}

/// The bytes of a plain `bytes`, `bytearray` or another object that lends bytes; `None`: it is none.
pub fn bytes_of(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::Object(object) => object.object().buffer(),
        _ => None,
    }
}

impl Vm {
    /// The class whose special methods must be asked because a script defined it; `None`: a plain value.
    #[inline]
    pub fn script_class(&self, value: &Value) -> Option<Ref<Class>> {
        match value {
            Value::Instance(instance) => Some(instance.class_ref()),
            Value::Class(class) => class.metaclass().filter(|class| class.def().is_none()),
            Value::Object(object) => {
                let class = object.object().class(self);
                class.def().is_none().then_some(class)
            }
            _ => None,
        }
    }

    /// Whether a special method found on a class is the operation of a built-in type, so that the operation can be done
    /// without calling it. What `object` offers is no such operation.
    #[inline]
    pub fn is_inherited(&self, method: &Value, name: &Name) -> bool {
        match method {
            Value::Native(native) => {
                native.kind == NativeKind::Slot
                    && name.as_str() == Some(native.def.name)
                    && !self.belongs_to_object(native)
            }
            _ => false,
        }
    }

    /// Whether a native function stands in the table of `object`.
    #[inline]
    pub fn belongs_to_object(&self, native: &Native) -> bool {
        let owner = native.owner.as_ref();
        owner.is_some_and(|owner| owner.same(&self.types.object))
    }

    /// The special method `name` of a script's class, or of a built-in type's table of methods; `None`: there is none
    /// beyond the operations of built-in types.
    pub fn special_method(&self, value: &Value, name: &Name) -> Option<Value> {
        let class = match value {
            Value::Object(object) => object.object().class(self),
            value => self.script_class(value)?,
        };
        let method = class.lookup(self, name)?;
        (!self.is_inherited(&method, name)).then_some(method)
    }

    /// `sys.get_int_max_str_digits()`
    pub fn max_str_digits(&self) -> usize {
        self.extension::<MaxDigits>().0.get()
    }

    /// `sys.set_int_max_str_digits(digits)`
    pub fn set_max_str_digits(&self, digits: usize) {
        self.extension::<MaxDigits>().0.set(digits);
    }

    /// `str(value)` as a string object: lone surrogates are kept.
    pub fn to_str(&self, value: &Value) -> Res<Ref<Str>> {
        if let Value::Str(text) = value {
            return Ok(text.clone());
        }
        self.str_object(value).map(|made| self.text_of(&made))
    }

    /// `str(value)` as the object that `__str__` gives, which may be of a subclass of `str`.
    pub fn str_object(&self, value: &Value) -> Res {
        let Some(class) = self.script_class(value) else {
            return plain::plain_str(self, value).map(Value::Str);
        };
        match class.lookup(self, &self.names.__str__) {
            Some(Value::Native(native)) if self.belongs_to_object(&native) => {
                let made = match native.def.name {
                    "__str__" => self.unchecked_repr(value)?,
                    _ => self.call_bound(&Value::Native(native), value, Args::none())?,
                };
                self.expect_str(made, "__str__ returned non-string")
            }
            Some(method) if !self.is_inherited(&method, &self.names.__str__) => {
                let made = self.nested(|| self.call_bound(&method, value, Args::none()))?;
                self.expect_str(made, "__str__ returned non-string")
            }
            _ => plain::plain_str(self, value).map(Value::Str),
        }
    }

    /// What a special method gives, which has to be a string.
    pub fn expect_str(&self, made: Value, message: &str) -> Res {
        match self.unwrapped(&made) {
            Value::Str(_) => Ok(made),
            _ => {
                let class = self.class_name(&made);
                Err(self.type_error(&format!("{message} (type {class})")))
            }
        }
    }

    /// The text of an object that is known to be a string or of a subclass.
    fn text_of(&self, string: &Value) -> Ref<Str> {
        match self.unwrapped(string) {
            Value::Str(text) => text,
            _ => Ref::new(Str::from("")),
        }
    }

    /// `str(value)` as text for messages and output.
    pub fn str(&self, value: &Value) -> Res<String> {
        Ok(self.to_str(value)?.lossy().into_owned())
    }

    /// `format(value, spec)`
    pub fn format(&self, value: &Value, spec: &Ref<Str>) -> Res<Ref<Str>> {
        self.format_object_of(value, spec)
            .map(|made| self.text_of(&made))
    }

    /// `format(value, spec)` as the object that `__format__` gives, which may be of a subclass of `str`.
    pub fn format_object_of(&self, value: &Value, spec: &Ref<Str>) -> Res {
        if spec.is_empty()
            && !matches!(
                value,
                Value::Instance(_) | Value::Object(_) | Value::Class(_)
            )
        {
            return self.to_str(value).map(Value::Str);
        }
        match self.special_method(value, &self.names.__format__) {
            Some(Value::Native(native)) if self.belongs_to_object(&native) && spec.is_empty() => {
                self.str_object(value)
            }
            Some(Value::Native(native)) if self.belongs_to_object(&native) => {
                self.format_object(value, spec).map(Value::Str)
            }
            Some(method) => {
                let args = [Value::Str(spec.clone())];
                let made =
                    self.nested(|| self.call_bound(&method, value, Args::positional(&args)))?;
                match self.unwrapped(&made) {
                    Value::Str(_) => Ok(made),
                    _ => {
                        let class = self.class_name(&made);
                        let message = format!("__format__ must return a str, not {class}");
                        Err(self.type_error(&message))
                    }
                }
            }
            None => plain::plain_format(self, value, spec).map(Value::Str),
        }
    }

    /// The specifier that `__format__` is called with.
    pub fn format_spec(&self, value: &Value) -> Res<Ref<Str>> {
        match self.unwrapped(value) {
            Value::Str(spec) => Ok(spec),
            _ => {
                let class = self.argument_class(value);
                let message = format!("__format__() argument must be str, not {class}");
                Err(self.type_error(&message))
            }
        }
    }

    /// `object.__format__(value, spec)`
    pub fn format_object(&self, value: &Value, spec: &Ref<Str>) -> Res<Ref<Str>> {
        if spec.is_empty() {
            return self.to_str(value);
        }
        let class = self.class_name(value);
        Err(self.type_error(&format!(
            "unsupported format string passed to {class}.__format__"
        )))
    }

    /// `bool(value)`
    #[inline]
    pub fn truth(&self, value: &Value) -> Res<bool> {
        match value {
            Value::None => Ok(false),
            Value::Bool(flag) => Ok(*flag == Flag::Yes),
            Value::Int(number) => Ok(*number != 0),
            Value::Str(text) => Ok(!text.is_empty()),
            Value::List(list) => Ok(!list.is_empty()),
            value => self.truth_slowly(value),
        }
    }

    fn truth_slowly(&self, value: &Value) -> Res<bool> {
        let Some(class) = self.script_class(value) else {
            return plain::plain_truth(self, value);
        };
        let names = &self.names;
        if let Some(method) = class.lookup(self, &names.__bool__) {
            if self.is_inherited(&method, &names.__bool__) {
                return plain::plain_truth(self, value);
            }
            let made = self.call_bound(&method, value, Args::none())?;
            return match made {
                Value::Bool(flag) => Ok(flag == Flag::Yes),
                made => {
                    let class = self.class_name(&made);
                    let message = format!("__bool__ should return bool, returned {class}");
                    Err(self.type_error(&message))
                }
            };
        }
        match class.lookup(self, &names.__len__) {
            Some(method) if !self.is_inherited(&method, &names.__len__) => {
                Ok(self.len_by(&method, value)? > 0)
            }
            _ => plain::plain_truth(self, value),
        }
    }

    /// `len(value)`
    #[inline]
    pub fn len(&self, value: &Value) -> Res<usize> {
        match value {
            Value::List(list) => Ok(list.len()),
            Value::Str(text) => Ok(text.len()),
            value => match self.len_opt(value)? {
                Some(len) => Ok(len),
                None => {
                    let class = self.class_name(value);
                    Err(self.type_error(&format!("object of type '{class}' has no len()")))
                }
            },
        }
    }

    /// `len(value)`; `None`: it has no length.
    pub fn len_opt(&self, value: &Value) -> Res<Option<usize>> {
        match self.special_method(value, &self.names.__len__) {
            Some(method) => self.len_by(&method, value).map(Some),
            None => plain::plain_len(self, value),
        }
    }

    /// The length that a `__len__` gives.
    fn len_by(&self, method: &Value, value: &Value) -> Res<usize> {
        let made = self.call_bound(method, value, Args::none())?;
        match self.index(&made)? {
            Value::Int(len) => {
                usize::try_from(len).map_err(|_| self.value_error("__len__() should return >= 0"))
            }
            Value::Big(len) if len.0.sign() == Sign::Minus => {
                Err(self.value_error("__len__() should return >= 0"))
            }
            _ => Err(self.overflow_error("cannot fit 'int' into an index-sized integer")),
        }
    }

    /// Whether `index` has an answer for a value.
    pub fn is_index(&self, value: &Value) -> bool {
        match value {
            Value::Int(_) | Value::Bool(_) | Value::Big(_) => true,
            value => {
                Integer::of(&self.unwrapped(value)).is_some()
                    || self.special_method(value, &self.names.__index__).is_some()
            }
        }
    }

    /// An integer of any size from an `int` or what `__index__` gives (`operator.index`).
    #[inline]
    pub fn index(&self, value: &Value) -> Res {
        match value {
            Value::Int(_) | Value::Big(_) => Ok(value.clone()),
            value => match self.index_opt(value)? {
                Some(integer) => Ok(integer),
                None => {
                    let class = self.class_name(value);
                    let message = format!("'{class}' object cannot be interpreted as an integer");
                    Err(self.type_error(&message))
                }
            },
        }
    }

    /// As `index`; `None`: the value is no integer and has no `__index__`.
    pub fn index_opt(&self, value: &Value) -> Res<Option<Value>> {
        if let Some(integer) = Integer::of(&self.unwrapped(value)) {
            return Ok(Some(integer.to_value()));
        }
        let Some(method) = self.special_method(value, &self.names.__index__) else {
            return Ok(None);
        };
        let made = self.call_bound(&method, value, Args::none())?;
        match Integer::of(&self.unwrapped(&made)) {
            Some(integer) => {
                self.warn_of_subclass("__index__ returned non-int", &made, "int")?;
                Ok(Some(integer.to_value()))
            }
            None => {
                let class = self.class_name(&made);
                Err(self.type_error(&format!("__index__ returned non-int (type {class})")))
            }
        }
    }

    /// Warns of a conversion that gave an instance of a subclass of `type_name`.
    pub fn warn_of_subclass(&self, what: &str, made: &Value, type_name: &str) -> Res<()> {
        if !matches!(made, Value::Instance(_) | Value::Bool(_)) {
            return Ok(());
        }
        let class = self.class_name(made);
        let message = format!(
            "{what} (type {class}).  The ability to return an instance of a strict subclass of {type_name} \
             is deprecated, and may be removed in a future version of Python."
        );
        self.warn(&self.types.deprecation_warning, &message, 1)
    }

    /// An index that fits a machine word; `IndexError` or `OverflowError` otherwise, as for sequence indexes.
    #[inline]
    pub fn index_usize(&self, value: &Value) -> Res<i64> {
        match value {
            Value::Int(number) => Ok(*number),
            value => match self.index(value)? {
                Value::Int(number) => Ok(number),
                _ => {
                    let class = self.class_name(value);
                    let message = format!("cannot fit '{class}' into an index-sized integer");
                    Err(self.index_error(&message))
                }
            },
        }
    }

    /// A count or position that fits a machine word; `OverflowError` otherwise.
    pub fn index_size(&self, value: &Value) -> Res<i64> {
        match self.index(value)? {
            Value::Int(number) => Ok(number),
            _ => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// A bound of a slice, cut to 64 bits; `default` where there is none.
    pub fn slice_bound(&self, value: Option<&Value>, default: i64) -> Res<i64> {
        match value {
            None | Some(Value::None) => Ok(default),
            Some(Value::Int(bound)) => Ok(*bound),
            Some(value) => match self.index_opt(value)? {
                Some(Value::Int(bound)) => Ok(bound),
                Some(Value::Big(bound)) if bound.0.sign() == Sign::Minus => Ok(i64::MIN),
                Some(_) => Ok(i64::MAX),
                None => Err(self.type_error(
                    "slice indices must be integers or None or have an __index__ method",
                )),
            },
        }
    }

    /// The bytes of a bytes-like object; `None`: it is none.
    pub fn buffer(&self, value: &Value) -> Option<Vec<u8>> {
        bytes_of(&self.unwrapped(value))
    }

    /// The bytes of a bytes-like object; `TypeError` for anything else.
    pub fn expect_buffer(&self, value: &Value) -> Res<Vec<u8>> {
        self.buffer(value).ok_or_else(|| {
            let class = self.class_name(value);
            self.type_error(&format!("a bytes-like object is required, not '{class}'"))
        })
    }

    /// Lets `change` work on the bytes that a writable bytes-like object lends; `false`: it is none.
    pub fn lend_buffer(&self, value: &Value, change: &mut dyn FnMut(&mut [u8])) -> bool {
        let plain = self.unwrapped(value);
        let mut lent = false;
        if let Some(object) = plain.object() {
            object.memory(&mut |memory| {
                if let Memory::Writable(bytes) = memory {
                    lent = true;
                    change(bytes);
                }
            });
        }
        lent
    }

    /// The bytes that `__bytes__` gives or a bytes-like object lends; `None`: it is none.
    pub fn bytes_opt(&self, value: &Value) -> Res<Option<Vec<u8>>> {
        let Some(method) = self.special_method(value, &self.names.__bytes__) else {
            return Ok(self.buffer(value));
        };
        let made = self.call_bound(&method, value, Args::none())?;
        match self.unwrapped(&made).downcast::<Bytes>() {
            Some(bytes) => Ok(Some(bytes.data().to_vec())),
            None => {
                let class = self.class_name(&made);
                let message = format!("__bytes__ returned non-bytes (type {class})");
                Err(self.type_error(&message))
            }
        }
    }

    /// `bytes(value)` for anything but a number and a string.
    pub fn to_bytes(&self, value: &Value) -> Res<Vec<u8>> {
        if let Some(data) = self.bytes_opt(value)? {
            return Ok(data);
        }
        let refuse = |vm: &Vm| {
            let class = vm.class_name(value);
            vm.type_error(&format!("cannot convert '{class}' object to bytes"))
        };
        if let Value::Str(_) = self.unwrapped(value) {
            return Err(refuse(self));
        }
        let iterator = match self.iter(value) {
            Ok(iterator) => iterator,
            Err(raised) => {
                self.catch(raised, &self.types.type_error)?;
                return Err(refuse(self));
            }
        };
        let mut data = Vec::new();
        while let Some(item) = self.next_item(&iterator)? {
            data.push(self.byte(&item, "bytes must be in range(0, 256)")?);
        }
        Ok(data)
    }

    /// An integer as a byte; `ValueError` with `message` beyond its range.
    pub fn byte(&self, value: &Value, message: &str) -> Res<u8> {
        match self.index(value)? {
            Value::Int(byte @ 0..256) => Ok(byte as u8),
            _ => Err(self.value_error(message)),
        }
    }

    /// The items that `join` is given.
    pub fn items_to_join(&self, value: &Value) -> Res<Vec<Value>> {
        match value {
            Value::List(_) | Value::Tuple(_) => self.collect(value),
            _ => {
                let iterator = match self.iter(value) {
                    Ok(iterator) => iterator,
                    Err(raised) => {
                        self.catch(raised, &self.types.type_error)?;
                        return Err(self.type_error("can only join an iterable"));
                    }
                };
                self.collect(&iterator)
            }
        }
    }

    /// `ascii(value)`
    pub fn ascii(&self, value: &Value) -> Res<String> {
        Ok(crate::text::repr::ascii(self.repr_str(value)?.bytes()))
    }

    /// `ascii(value)` as an object: what `__repr__` gives if that is ASCII already.
    pub fn ascii_object(&self, value: &Value) -> Res {
        let made = self.repr_object(value)?;
        let text = self.text_of(&made);
        Ok(if text.is_ascii() {
            made
        } else {
            Value::from(crate::text::repr::ascii(text.bytes()))
        })
    }
}
