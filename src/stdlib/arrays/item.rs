//! What the items of an array are: one type code, and how a value becomes an item's bytes and comes back.

use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::number::Integer;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::wtf8;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// All type codes, in the order in which the module lists them.
pub const ALL: &str = "bBuwhHiIlLqQfd";

/// A type code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Code(pub u8);

impl Code {
    /// The code of a letter.
    pub fn of(letter: char) -> Option<Code> {
        ALL.contains(letter).then_some(Code(letter as u8))
    }

    /// How many bytes an item takes.
    pub fn size(self) -> usize {
        match self.0 {
            b'b' | b'B' => 1,
            b'h' | b'H' => 2,
            b'i' | b'I' | b'f' | b'u' | b'w' => 4,
            _ => 8,
        }
    }

    /// Whether items are characters.
    pub fn is_text(self) -> bool {
        matches!(self.0, b'u' | b'w')
    }

    /// The number that pickles name the format with, on a machine that keeps the lowest byte first.
    pub fn machine_format(self) -> i64 {
        match self.0 {
            b'B' => 0,
            b'b' => 1,
            b'H' => 2,
            b'h' => 4,
            b'I' => 6,
            b'i' => 8,
            b'L' | b'Q' => 10,
            b'l' | b'q' => 12,
            b'f' => 14,
            b'd' => 16,
            _ => 20,
        }
    }

    /// The value of an item.
    pub fn read(self, item: &[u8]) -> Value {
        let mut wide = [0; 8];
        wide[..item.len()].copy_from_slice(item);
        let unsigned = u64::from_le_bytes(wide);
        let unused = 64 - 8 * item.len() as u32;
        match self.0 {
            b'u' | b'w' => {
                let text = wtf8::encode(u32::try_from(unsigned).unwrap_or(0).min(0x10ffff));
                Value::from(Ref::new(Str::from_wtf8(text)))
            }
            b'f' => Value::float(f64::from(f32::from_bits(unsigned as u32))),
            b'd' => Value::float(f64::from_bits(unsigned)),
            letter if letter.is_ascii_lowercase() => {
                Value::Int((unsigned << unused) as i64 >> unused)
            }
            _ => match i64::try_from(unsigned) {
                Ok(number) => Value::Int(number),
                Err(_) => Value::from(BigInt::from(unsigned)),
            },
        }
    }

    /// The bytes of a value; only the first ones, as many as an item has, count.
    pub fn write(self, vm: &Vm, value: &Value) -> Res<[u8; 8]> {
        let number = match self.0 {
            b'u' | b'w' => u64::from(character(vm, value)?),
            b'f' => u64::from((vm.real(value)? as f32).to_bits()),
            b'd' => vm.real(value)?.to_bits(),
            _ => self.integer(vm, value)?,
        };
        Ok(number.to_le_bytes())
    }

    fn integer(self, vm: &Vm, value: &Value) -> Res<u64> {
        let index = vm.index(value)?;
        let number = Integer::of(&index).and_then(|number| number.to_big().to_i128());
        // Each step of the conversion that the reference makes has a range of its own, and words for it.
        let (wide, steps): (&str, &[(&str, i128, i128)]) = match self.0 {
            b'b' => (
                "Python int too large to convert to C long",
                &[
                    ("signed short integer", -1 << 15, (1 << 15) - 1),
                    ("signed char", -128, 127),
                ],
            ),
            b'B' => (
                "Python int too large to convert to C long",
                &[("unsigned byte integer", 0, 255)],
            ),
            b'h' => (
                "Python int too large to convert to C long",
                &[("signed short integer", -1 << 15, (1 << 15) - 1)],
            ),
            b'H' => (
                "Python int too large to convert to C long",
                &[
                    ("signed integer", -1 << 31, (1 << 31) - 1),
                    ("unsigned short", 0, (1 << 16) - 1),
                ],
            ),
            b'i' => (
                "Python int too large to convert to C long",
                &[("signed integer", -1 << 31, (1 << 31) - 1)],
            ),
            b'l' => ("Python int too large to convert to C long", &[]),
            b'q' => ("int too big to convert", &[]),
            _ => return self.unsigned(vm, number),
        };
        let Some(number) = number.and_then(|number| i64::try_from(number).ok()) else {
            return Err(vm.overflow_error(wide));
        };
        for (what, least, most) in steps {
            let how = match i128::from(number) {
                number if number < *least => "less than minimum",
                number if number > *most => "greater than maximum",
                _ => continue,
            };
            return Err(vm.overflow_error(&format!("{what} is {how}")));
        }
        Ok(number as u64)
    }

    /// The codes whose range reaches beyond that of a signed word.
    fn unsigned(self, vm: &Vm, number: Option<i128>) -> Res<u64> {
        let negative = number.is_some_and(|number| number < 0);
        let message = match self.0 {
            b'I' if negative => "can't convert negative value to unsigned int",
            b'L' if negative => "can't convert negative value to unsigned int",
            b'Q' if negative => "can't convert negative int to unsigned",
            _ => match number.and_then(|number| u64::try_from(number).ok()) {
                Some(number) if self.0 != b'I' || number <= u64::from(u32::MAX) => {
                    return Ok(number);
                }
                Some(_) => "unsigned int is greater than maximum",
                None if self.0 == b'Q' => "int too big to convert",
                None => "Python int too large to convert to C unsigned long",
            },
        };
        Err(vm.overflow_error(message))
    }
}

fn character(vm: &Vm, value: &Value) -> Res<u32> {
    let refuse = |vm: &Vm| -> Raised { vm.type_error("array item must be unicode character") };
    match vm.unwrapped(value) {
        Value::Str(text) if text.len() == 1 => match wtf8::decode(text.bytes(), 0) {
            Some((code, _)) => Ok(code),
            None => Err(refuse(vm)),
        },
        _ => Err(refuse(vm)),
    }
}
