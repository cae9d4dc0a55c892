//! A value of the language: 16 bytes, passed in two registers. Plain kinds hold their content, the others a counted
//! pointer; hot types have a variant of their own, so that nodes tell them apart without touching memory.
//! What can be done with a value is `interp/`.

use super::bigint::Big;
use super::cell::CellVar;
use super::class::Class;
use super::coroutine::Coroutine;
use super::counted::{ObjectRef, Ref, drop_counted, duplicate};
use super::dict::Dict;
use super::function::Function;
use super::instance::Instance;
use super::list::List;
use super::native::Native;
use super::object::Object;
use super::str::Str;
use super::tuple::Tuple;

/// A value. An object has one form only: a list is always `List`, never `Object`. The layout is fixed because
/// `counted.rs` relies on it: a tag of 8 bytes, then the payload, which is a counted pointer in all kinds that are not
/// plain.
#[derive(Default)]
#[repr(u64)]
pub enum Value {
    /// No value: an unbound local, an absent argument. No script ever sees it.
    #[default]
    Undef,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `True` and `False`
    Bool(Flag),
    /// An integer that fits 64 bits; it is never `Big`.
    Int(i64),
    /// A float.
    Float(F64),
    /// A larger integer.
    Big(Ref<Big>),
    /// A string.
    Str(Ref<Str>),
    /// A tuple.
    Tuple(Ref<Tuple>),
    /// A list.
    List(Ref<List>),
    /// A dictionary.
    Dict(Ref<Dict>),
    /// An object of a class that a script defined.
    Instance(Ref<Instance>),
    /// A class.
    Class(Ref<Class>),
    /// A function that a script defined.
    Function(Ref<Function>),
    /// A function implemented here.
    Native(Ref<Native>),
    /// A variable shared with an inner function. Lives in slots only; no script ever sees it.
    Cell(Ref<CellVar>),
    /// A generator, coroutine or async generator.
    Coroutine(Ref<Coroutine>),
    /// Anything else.
    Object(ObjectRef),
}

/// A truth value as wide as a register, so that `Value` stays a pair of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u64)]
pub enum Flag {
    /// `False`
    No = 0,
    /// `True`
    Yes = 1,
}

/// A float by its bits, so that `Value` travels in integer registers.
#[derive(Clone, Copy)]
pub struct F64(u64);

impl F64 {
    /// The number.
    #[inline(always)]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }

    /// The bits.
    #[inline(always)]
    pub fn bits(self) -> u64 {
        self.0
    }
}

impl Value {
    /// `True` or `False`.
    #[inline(always)]
    pub const fn bool(truth: bool) -> Value {
        Value::Bool(if truth { Flag::Yes } else { Flag::No })
    }

    /// A float.
    #[inline(always)]
    pub const fn float(number: f64) -> Value {
        Value::Float(F64(number.to_bits()))
    }

    /// A string.
    pub fn str(text: &str) -> Value {
        Value::Str(Ref::new(Str::from(text)))
    }

    /// Whether this is no value at all.
    #[inline(always)]
    pub fn is_undef(&self) -> bool {
        matches!(self, Value::Undef)
    }

    /// Whether this is `None`.
    #[inline(always)]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// Whether it owns no memory.
    #[inline(always)]
    pub fn is_plain(&self) -> bool {
        use Value::*;
        matches!(
            self,
            Undef | None | NotImplemented | Ellipsis | Bool(_) | Int(_) | Float(_)
        )
    }

    /// Drops the value; cheaper than the compiler's own drop when it is plain.
    #[inline(always)]
    pub fn discard(self) {
        if self.is_plain() {
            std::mem::forget(self);
        } else {
            drop_counted(self);
        }
    }

    /// Drops the values of a sequence, the last one first, as the reference does.
    #[inline]
    pub fn discard_all(mut values: Vec<Value>) {
        while let Some(value) = values.pop() {
            value.discard();
        }
    }

    /// Puts `new` in place of this value, which is dropped after that.
    #[inline(always)]
    pub fn store(&mut self, new: Value) {
        std::mem::replace(self, new).discard();
    }

    /// The value, leaving `Undef`.
    #[inline(always)]
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }

    /// The value, unless it is `Undef`.
    #[inline(always)]
    pub fn given(&self) -> Option<&Value> {
        if self.is_undef() { None } else { Some(self) }
    }

    /// Whether both are one object (`is`). Unboxed values are compared by type and bits.
    #[inline]
    pub fn is(&self, other: &Value) -> bool {
        use Value::*;
        match (self, other) {
            (Undef, Undef)
            | (None, None)
            | (NotImplemented, NotImplemented)
            | (Ellipsis, Ellipsis) => true,
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Int(b)) => a == b,
            (Float(a), Float(b)) => a.bits() == b.bits(),
            (Object(a), Object(b)) => a.address() == b.address(),
            _ => match (self.address(), other.address()) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }

    /// The address of the object, unless the value is plain.
    #[inline]
    pub fn address(&self) -> Option<usize> {
        use Value::*;
        Some(match self {
            Undef | None | NotImplemented | Ellipsis | Bool(_) | Int(_) | Float(_) => {
                return Option::None;
            }
            Big(r) => r.address(),
            Str(r) => r.address(),
            Tuple(r) => r.address(),
            List(r) => r.address(),
            Dict(r) => r.address(),
            Instance(r) => r.address(),
            Class(r) => r.address(),
            Function(r) => r.address(),
            Native(r) => r.address(),
            Cell(r) => r.address(),
            Coroutine(r) => r.address(),
            Object(r) => r.address(),
        })
    }

    /// The object, unless the value is plain.
    #[inline]
    pub fn object(&self) -> Option<&dyn Object> {
        use Value::*;
        Some(match self {
            Undef | None | NotImplemented | Ellipsis | Bool(_) | Int(_) | Float(_) => {
                return Option::None;
            }
            Big(r) => &**r,
            Str(r) => &**r,
            Tuple(r) => &**r,
            List(r) => &**r,
            Dict(r) => &**r,
            Instance(r) => &**r,
            Class(r) => &**r,
            Function(r) => &**r,
            Native(r) => &**r,
            Cell(r) => &**r,
            Coroutine(r) => &**r,
            Object(r) => r.object(),
        })
    }

    /// An untyped counted pointer to the object, unless the value is plain.
    pub fn to_object_ref(&self) -> Option<ObjectRef> {
        use Value::*;
        Some(match self.clone() {
            Undef | None | NotImplemented | Ellipsis | Bool(_) | Int(_) | Float(_) => {
                return Option::None;
            }
            Big(r) => r.erase(),
            Str(r) => r.erase(),
            Tuple(r) => r.erase(),
            List(r) => r.erase(),
            Dict(r) => r.erase(),
            Instance(r) => r.erase(),
            Class(r) => r.erase(),
            Function(r) => r.erase(),
            Native(r) => r.erase(),
            Cell(r) => r.erase(),
            Coroutine(r) => r.erase(),
            Object(r) => r,
        })
    }

    /// The object as a `T`, for types without a variant of their own. Looks into no instance: see `Vm::as_native`.
    #[inline]
    pub fn downcast<T: Object>(&self) -> Option<&Ref<T>> {
        match self {
            Value::Object(object) => object.downcast::<T>(),
            _ => None,
        }
    }
}

impl Clone for Value {
    #[inline(always)]
    fn clone(&self) -> Value {
        duplicate(self)
    }
}

impl From<bool> for Value {
    #[inline(always)]
    fn from(truth: bool) -> Value {
        Value::bool(truth)
    }
}

impl From<i64> for Value {
    #[inline(always)]
    fn from(number: i64) -> Value {
        Value::Int(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        match i64::try_from(number) {
            Ok(small) => Value::Int(small),
            Err(_) => Value::from(num_bigint::BigInt::from(number)),
        }
    }
}

impl From<f64> for Value {
    #[inline(always)]
    fn from(number: f64) -> Value {
        Value::float(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Str(Ref::new(Str::from(text)))
    }
}

impl<T: Object> From<Ref<T>> for Value {
    #[inline(always)]
    fn from(object: Ref<T>) -> Value {
        T::wrap(object)
    }
}
