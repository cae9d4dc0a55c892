//! What the items of a memory view mean: a native format letter of `struct`.

use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::float::half::{double_from_half, half_from_double};
use crate::objects::number::Integer;
use crate::objects::value::Value;
use num_traits::ToPrimitive;

/// What an item means.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    letter: u8,
    /// Whether it is written with the sign for native sizes before it.
    marked: bool,
}

impl Format {
    /// The format of a letter.
    pub fn of_letter(letter: u8) -> Format {
        Format {
            letter,
            marked: false,
        }
    }

    /// The format that `text` names; `None`: none that views may be cast to.
    pub fn of(text: &str) -> Option<Format> {
        let bare = text.strip_prefix('@');
        let marked = bare.is_some();
        match bare.unwrap_or(text).as_bytes() {
            [letter] if is_known(*letter) => Some(Format {
                letter: *letter,
                marked,
            }),
            _ => None,
        }
    }

    /// Its text.
    pub fn text(self) -> String {
        let mark = if self.marked { "@" } else { "" };
        format!("{mark}{}", char::from(self.letter))
    }

    /// Its letter.
    pub fn letter(self) -> u8 {
        self.letter
    }

    /// How many bytes an item takes.
    pub fn size(self) -> usize {
        match self.letter {
            b'h' | b'H' | b'e' => 2,
            b'i' | b'I' | b'f' | b'w' | b'u' => 4,
            b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'd' | b'P' => 8,
            _ => 1,
        }
    }

    /// Whether an item is a byte.
    pub fn is_bytes(self) -> bool {
        matches!(self.letter, b'b' | b'B' | b'c')
    }

    /// Whether items can be read; if not, `NotImplementedError`.
    pub fn expect_readable(self, vm: &Vm) -> Res<()> {
        if is_known(self.letter) {
            return Ok(());
        }
        let message = format!("memoryview: format {} not supported", self.text());
        Err(vm.raise_new(&vm.types.not_implemented_error, &message))
    }

    /// The value of an item of a format that can be read.
    pub fn read(self, item: &[u8]) -> Value {
        let mut wide = [0; 8];
        wide[..item.len()].copy_from_slice(item);
        let unsigned = u64::from_le_bytes(wide);
        let unused = 64 - 8 * item.len() as u32;
        let signed = (unsigned << unused) as i64 >> unused;
        match self.letter {
            b'c' => Value::from(Bytes::new(item.to_vec())),
            b'?' => Value::bool(unsigned != 0),
            b'e' => Value::float(double_from_half(unsigned as u16)),
            b'f' => Value::float(f64::from(f32::from_bits(unsigned as u32))),
            b'd' => Value::float(f64::from_bits(unsigned)),
            b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => Value::Int(signed),
            _ => match i64::try_from(unsigned) {
                Ok(small) => Value::Int(small),
                Err(_) => Value::from(num_bigint::BigInt::from(unsigned)),
            },
        }
    }

    /// The bytes of a value.
    pub fn write(self, vm: &Vm, value: &Value) -> Res<Vec<u8>> {
        match self.letter {
            b'c' => match vm.unwrapped(value).downcast::<Bytes>() {
                Some(bytes) if bytes.data().len() == 1 => Ok(bytes.data().to_vec()),
                Some(_) => Err(self.wrong_value(vm)),
                None => Err(self.wrong_type(vm)),
            },
            b'?' => Ok(vec![u8::from(vm.truth(value)?)]),
            b'e' | b'f' | b'd' => self.write_float(vm, value),
            _ => self.write_int(vm, value),
        }
    }

    fn write_float(self, vm: &Vm, value: &Value) -> Res<Vec<u8>> {
        let number = match vm.float_opt(value) {
            Ok(Some(number)) => number,
            Ok(None) => return Err(self.wrong_type(vm)),
            Err(raised) => return Err(self.refused(vm, raised)),
        };
        match self.letter {
            b'e' => match half_from_double(number) {
                Some(half) => Ok(half.to_le_bytes().to_vec()),
                None => Err(self.wrong_value(vm)),
            },
            b'f' => Ok((number as f32).to_le_bytes().to_vec()),
            _ => Ok(number.to_le_bytes().to_vec()),
        }
    }

    fn write_int(self, vm: &Vm, value: &Value) -> Res<Vec<u8>> {
        let index = match vm.index_opt(value) {
            Ok(Some(index)) => index,
            Ok(None) => return Err(self.wrong_type(vm)),
            Err(raised) => return Err(self.refused(vm, raised)),
        };
        let Some(number) = Integer::of(&index).and_then(|number| number.to_big().to_i128()) else {
            return Err(self.wrong_value(vm));
        };
        let bits = 8 * self.size() as u32;
        let range = if self.letter == b'P' {
            // A pointer, however it is written.
            -(1 << (bits - 1))..1i128 << bits
        } else if self.letter.is_ascii_lowercase() {
            -(1 << (bits - 1))..1 << (bits - 1)
        } else {
            0..1i128 << bits
        };
        if !range.contains(&number) {
            return Err(self.wrong_value(vm));
        }
        Ok(number.to_le_bytes()[..self.size()].to_vec())
    }

    fn wrong_type(self, vm: &Vm) -> Raised {
        let letter = char::from(self.letter);
        vm.type_error(&format!("memoryview: invalid type for format '{letter}'"))
    }

    fn wrong_value(self, vm: &Vm) -> Raised {
        let letter = char::from(self.letter);
        vm.value_error(&format!("memoryview: invalid value for format '{letter}'"))
    }

    /// What is said where the conversion of a value has failed.
    fn refused(self, vm: &Vm, raised: Raised) -> Raised {
        let types = &vm.types;
        if vm.raised_is(&types.type_error) {
            drop(vm.take_raised());
            self.wrong_type(vm)
        } else if vm.raised_is(&types.overflow_error) || vm.raised_is(&types.value_error) {
            drop(vm.take_raised());
            self.wrong_value(vm)
        } else {
            raised
        }
    }
}

fn is_known(letter: u8) -> bool {
    b"cbB?hHiIlLqQnNefdP".contains(&letter)
}
