//! A string: WTF-8, since the language allows lone surrogates. Methods are in `str_methods/`.

use super::class::Class;
use super::counted::Ref;
use super::iterators::sequences::ItemIterator;
use super::object::Object;
use super::sequence;
use super::slice::Slice;
use super::value::Value;
use crate::interp::{Res, Vm};
use compact_str::CompactString;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

/// An interned string: equal names are one object.
pub type Name = Ref<Str>;

/// A string. With its header it fills 64 bytes, and text of up to 24 bytes lies within them.
pub struct Str {
    text: Text,
    /// The number of code points, and the flag `INTERNED`.
    marks: Cell<usize>,
    hash: Cell<Option<std::num::NonZeroI64>>,
    /// The byte offset of every 64th code point, made at the first index into text beyond ASCII. Few have it.
    #[allow(clippy::box_collection)]
    positions: OnceCell<Box<Vec<usize>>>,
}

/// Set in `marks` if equal names are this object. No text is long enough to need this bit for its length.
const INTERNED: usize = 1 << (usize::BITS - 1);

enum Text {
    Utf8(CompactString),
    /// Holds at least one lone surrogate, as three bytes.
    #[allow(clippy::box_collection)]
    Wtf8(Box<Vec<u8>>),
}

/// How many code points lie between two entries of a position table.
const STRIDE: usize = 64;

impl Str {
    /// A string of WTF-8 bytes, as the lexer and the codecs make them.
    pub fn from_wtf8(bytes: Vec<u8>) -> Str {
        match String::from_utf8(bytes) {
            Ok(text) => Str::from(text),
            Err(error) => {
                let bytes = error.into_bytes();
                let chars = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
                Str::made(Text::Wtf8(Box::new(bytes)), chars)
            }
        }
    }

    /// A string with a copy of WTF-8 bytes.
    pub fn copied(bytes: &[u8]) -> Str {
        match std::str::from_utf8(bytes) {
            Ok(text) => Str::from(text),
            Err(_) => Str::from_wtf8(bytes.to_vec()),
        }
    }

    fn made(text: Text, chars: usize) -> Str {
        Str {
            text,
            marks: Cell::new(chars),
            hash: Cell::new(None),
            positions: OnceCell::new(),
        }
    }

    /// The bytes in WTF-8.
    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        match &self.text {
            Text::Utf8(text) => text.as_bytes(),
            Text::Wtf8(bytes) => bytes,
        }
    }

    /// The text, unless it holds lone surrogates.
    #[inline(always)]
    pub fn as_str(&self) -> Option<&str> {
        match &self.text {
            Text::Utf8(text) => Some(text),
            Text::Wtf8(_) => None,
        }
    }

    /// The text, with U+FFFD for lone surrogates: for messages and names only.
    pub fn lossy(&self) -> Cow<'_, str> {
        match &self.text {
            Text::Utf8(text) => Cow::Borrowed(text.as_str()),
            Text::Wtf8(bytes) => String::from_utf8_lossy(bytes),
        }
    }

    /// The number of code points.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.marks.get() & !INTERNED
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether all of it is ASCII, so that bytes are code points.
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.len() == self.bytes().len()
    }

    /// The byte offset of the code point at `index`, which may be `len()`.
    pub fn offset_of(&self, index: usize) -> usize {
        if self.is_ascii() || index == 0 {
            return index;
        }
        let bytes = self.bytes();
        let positions = self.positions.get_or_init(|| {
            let starts = bytes
                .iter()
                .enumerate()
                .filter(|(_, byte)| **byte & 0xC0 != 0x80);
            Box::new(starts.step_by(STRIDE).map(|(at, _)| at).collect())
        });
        let mut at = positions
            .get(index / STRIDE)
            .copied()
            .unwrap_or(bytes.len());
        for _ in 0..index % STRIDE {
            at += 1;
            while at < bytes.len() && bytes[at] & 0xC0 == 0x80 {
                at += 1;
            }
        }
        at.min(bytes.len())
    }

    /// The index of the code point at the byte offset `offset`.
    pub fn index_of(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        self.bytes()[..offset]
            .iter()
            .filter(|&&byte| byte & 0xC0 != 0x80)
            .count()
    }

    /// The code points from `start` to before `end`; both at most `len()`, `start` not behind `end`.
    pub fn slice(&self, start: usize, end: usize) -> Str {
        let (from, to) = (self.offset_of(start), self.offset_of(end));
        match &self.text {
            Text::Utf8(text) => Str::made(Text::Utf8(text[from..to].into()), end - start),
            Text::Wtf8(bytes) => Str::from_wtf8(bytes[from..to].to_vec()),
        }
    }

    /// How many bytes are taken by moving to where there is room for `more` at the end; 0: there is already.
    pub fn growth(&self, more: &Str) -> usize {
        let capacity = match &self.text {
            Text::Utf8(text) => text.capacity(),
            Text::Wtf8(_) => 0,
        };
        match self.bytes().len() + more.bytes().len() {
            size if size <= capacity => 0,
            size => size + size / 2,
        }
    }

    /// Adds `other` at the end; cheap when repeated, as a `String` is.
    pub fn push(&mut self, other: &Str) {
        match (&mut self.text, &other.text) {
            (Text::Utf8(text), Text::Utf8(more)) => {
                text.push_str(more);
                self.grown_by(other.len());
            }
            _ => *self = Str::from_wtf8([self.bytes(), other.bytes()].concat()),
        }
    }

    /// Adds text at the end.
    pub fn push_str(&mut self, more: &str) {
        match &mut self.text {
            Text::Utf8(text) => {
                text.push_str(more);
                self.grown_by(count(more));
            }
            Text::Wtf8(bytes) => {
                bytes.extend_from_slice(more.as_bytes());
                self.grown_by(count(more));
            }
        }
    }

    fn grown_by(&mut self, chars: usize) {
        self.marks.set(self.len() + chars);
        self.hash.set(None);
        self.positions = OnceCell::new();
    }

    /// This string followed by `other`.
    pub fn concat(&self, other: &Str) -> Str {
        match (&self.text, &other.text) {
            (Text::Utf8(a), Text::Utf8(b)) => {
                let mut text = CompactString::with_capacity(a.len() + b.len());
                text.push_str(a);
                text.push_str(b);
                Str::made(Text::Utf8(text), self.len() + other.len())
            }
            _ => Str::from_wtf8([self.bytes(), other.bytes()].concat()),
        }
    }

    /// CPython's hash of this text, computed once by `compute`.
    #[inline]
    pub fn hash_with(&self, compute: impl FnOnce(&Str) -> i64) -> i64 {
        if let Some(hash) = self.hash.get() {
            return hash.get();
        }
        let hash = compute(self);
        self.hash.set(std::num::NonZeroI64::new(hash));
        hash
    }

    /// Whether equal names are this object.
    #[inline(always)]
    pub fn is_interned(&self) -> bool {
        self.marks.get() & INTERNED != 0
    }

    /// Marks it as the one object of its text. Only the table of names does this.
    pub fn mark_interned(&self) {
        self.marks.set(self.marks.get() | INTERNED);
    }
}

impl From<String> for Str {
    fn from(text: String) -> Str {
        let chars = count(&text);
        Str::made(Text::Utf8(text.into()), chars)
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Str {
        Str::made(Text::Utf8(text.into()), count(text))
    }
}

impl From<char> for Str {
    fn from(character: char) -> Str {
        let mut text = CompactString::const_new("");
        text.push(character);
        Str::made(Text::Utf8(text), 1)
    }
}

fn count(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

impl Object for Str {
    fn is_tracked() -> bool {
        false
    }

    fn wrap(this: Ref<Self>) -> Value {
        Value::Str(this)
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.str.clone()
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn len(&self, _vm: &Vm, _this: &Value) -> Res<Option<usize>> {
        Ok(Some(self.len()))
    }

    fn contains(&self, vm: &Vm, _this: &Value, item: &Value) -> Res<Option<bool>> {
        match vm.unwrapped(item) {
            Value::Str(part) => Ok(Some(
                crate::text::search::find(self.bytes(), part.bytes()).is_some(),
            )),
            _ => {
                let class = vm.class_name(item);
                Err(vm.type_error(&format!(
                    "'in <string>' requires string as left operand, not {class}"
                )))
            }
        }
    }

    fn get_item(&self, vm: &Vm, this: &Value, index: &Value) -> Res<Option<Value>> {
        match sequence::position(vm, index, || self.len())? {
            Some(Some(place)) if self.is_ascii() => {
                let byte = self.bytes()[place];
                Ok(Some(vm.character(char::from(byte))))
            }
            Some(Some(place)) => Ok(Some(Value::from(Ref::new(self.slice(place, place + 1))))),
            Some(None) => Err(vm.index_error("string index out of range")),
            None => match Slice::of(index) {
                Some(slice) => self.sliced(vm, this, slice).map(Some),
                None => {
                    let class = vm.class_name(index);
                    Err(vm.type_error(&format!("string indices must be integers, not '{class}'")))
                }
            },
        }
    }

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(match this {
            Value::Str(text) => Some(ItemIterator::over_str(text)),
            _ => None,
        })
    }
}

impl Str {
    fn sliced(&self, vm: &Vm, this: &Value, slice: &Slice) -> Res {
        let bounds = slice.bounds(vm, || self.len())?;
        if bounds.step == 1 {
            if bounds.count == self.len() {
                return Ok(this.clone());
            }
            let start = bounds.start as usize;
            vm.expect_room(bounds.count)?;
            return Ok(Value::from(Ref::new(
                self.slice(start, start + bounds.count),
            )));
        }
        let bytes = self.bytes();
        if self.is_ascii() {
            return Ok(Value::from(Ref::new(Str::from_wtf8(bounds.pick(bytes)))));
        }
        let mut picked = Vec::new();
        for place in bounds.places() {
            let (start, end) = (self.offset_of(place), self.offset_of(place + 1));
            picked.extend_from_slice(&bytes[start..end]);
        }
        Ok(Value::from(Ref::new(Str::from_wtf8(picked))))
    }
}
