//! What a format of `struct` describes: its codes with their places, sizes and byte order, and how one value becomes
//! bytes and comes back. What scripts see of it is `mod.rs`.

use crate::interp::{Raised, Res, Vm};
use crate::objects::bytearray::ByteArray;
use crate::objects::bytes::Bytes;
use crate::objects::float::half::{double_from_half, half_from_double};
use crate::objects::number::Integer;
use crate::objects::value::Value;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// A format that has been read.
pub struct Layout {
    /// The format's text.
    pub text: Vec<u8>,
    /// How many bytes it describes.
    pub size: usize,
    /// How many values it takes.
    pub count: usize,
    codes: Vec<Code>,
    big_endian: bool,
}

/// One letter of a format with its repetitions.
struct Code {
    letter: u8,
    place: usize,
    /// The size of one item.
    size: usize,
    repeat: usize,
    /// Whether the machine's own layout is meant, which lets floats that are too large become infinite.
    native: bool,
}

/// The size of an item in the machine's own layout, which is its alignment too.
fn native_size(letter: u8) -> Option<usize> {
    Some(match letter {
        b'x' | b'b' | b'B' | b'c' | b's' | b'p' | b'?' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' | b'n' | b'N' | b'q' | b'Q' | b'd' | b'P' => 8,
        _ => return None,
    })
}

/// The size of an item in the layout that is the same on all machines.
fn standard_size(letter: u8) -> Option<usize> {
    match letter {
        b'l' | b'L' => Some(4),
        b'n' | b'N' | b'P' => None,
        other => native_size(other),
    }
}

impl Layout {
    /// Reads a format.
    pub fn parse(vm: &Vm, text: &[u8]) -> Res<Layout> {
        let error = |message: &str| Err(super::error(vm, message));
        if text.contains(&0) {
            return error("embedded null character");
        }
        let (native, big_endian, start) = match text.first() {
            Some(b'<' | b'=') => (false, false, 1),
            Some(b'>' | b'!') => (false, true, 1),
            Some(b'@') => (true, false, 1),
            _ => (true, false, 0),
        };
        let mut layout = Layout {
            text: text.to_vec(),
            size: 0,
            count: 0,
            codes: Vec::new(),
            big_endian,
        };
        let mut letters = text[start..].iter().copied().peekable();
        while let Some(mut letter) = letters.next() {
            if letter.is_ascii_whitespace() || letter == 0x0b {
                continue;
            }
            let mut repeat = 1usize;
            if letter.is_ascii_digit() {
                repeat = usize::from(letter - b'0');
                loop {
                    let Some(next) = letters.next() else {
                        return error("repeat count given without format specifier");
                    };
                    letter = next;
                    if !letter.is_ascii_digit() {
                        break;
                    }
                    let more = repeat.checked_mul(10);
                    let more = more.and_then(|more| more.checked_add(usize::from(letter - b'0')));
                    match more.filter(|more| *more <= isize::MAX as usize) {
                        Some(more) => repeat = more,
                        None => return error("total struct size too long"),
                    }
                }
            }
            let size = if native {
                native_size(letter)
            } else {
                standard_size(letter)
            };
            let Some(size) = size else {
                return error("bad char in struct format");
            };
            if layout.add(letter, native, size, repeat).is_none() {
                return error("total struct size too long");
            }
        }
        Ok(layout)
    }

    /// Adds a code behind the others; `None`: the sizes become too large.
    fn add(&mut self, letter: u8, native: bool, size: usize, repeat: usize) -> Option<()> {
        if native {
            self.size = self.size.checked_next_multiple_of(size)?;
        }
        let bytes = size.checked_mul(repeat)?;
        let place = self.size;
        self.size = place
            .checked_add(bytes)
            .filter(|size| *size <= isize::MAX as usize)?;
        let (size, repeat) = match letter {
            b'x' => return Some(()),
            b's' | b'p' => (repeat, 1),
            _ => (size, repeat),
        };
        self.count += repeat;
        if repeat > 0 {
            self.codes.push(Code {
                letter,
                place,
                size,
                repeat,
                native,
            });
        }
        Some(())
    }

    /// Each item's code and place.
    fn items(&self) -> impl Iterator<Item = (&Code, usize)> {
        let places = |code: &Code, index| code.place + index * code.size;
        self.codes
            .iter()
            .flat_map(move |code| (0..code.repeat).map(move |index| (code, places(code, index))))
    }

    /// The bytes of values, as many as the format takes.
    pub fn pack(&self, vm: &Vm, values: &[Value]) -> Res<Vec<u8>> {
        let mut data = Vec::new();
        if data.try_reserve_exact(self.size).is_err() {
            return Err(vm.memory_error());
        }
        data.resize(self.size, 0);
        for ((code, place), value) in self.items().zip(values) {
            let item = &mut data[place..place + code.size];
            code.write(vm, value, item)?;
            if self.big_endian && !matches!(code.letter, b's' | b'p') {
                item.reverse();
            }
        }
        Ok(data)
    }

    /// The values in bytes of the format's size.
    pub fn unpack(&self, data: &[u8]) -> Vec<Value> {
        let read = |(code, place): (&Code, usize)| {
            code.read(&data[place..place + code.size], self.big_endian)
        };
        self.items().map(read).collect()
    }
}

impl Code {
    fn write(&self, vm: &Vm, value: &Value, item: &mut [u8]) -> Res<()> {
        match self.letter {
            b'c' => match vm.unwrapped(value).downcast::<Bytes>() {
                Some(bytes) if bytes.data().len() == 1 => item.copy_from_slice(bytes.data()),
                _ => {
                    let message = "char format requires a bytes object of length 1";
                    return Err(super::error(vm, message));
                }
            },
            b's' | b'p' => self.write_text(vm, value, item)?,
            b'?' => item[0] = u8::from(vm.truth(value)?),
            b'e' | b'f' | b'd' => self.write_float(vm, value, item)?,
            _ => self.write_integer(vm, value, item)?,
        }
        Ok(())
    }

    fn write_text(&self, vm: &Vm, value: &Value, item: &mut [u8]) -> Res<()> {
        let plain = vm.unwrapped(value);
        let data = if let Some(bytes) = plain.downcast::<Bytes>() {
            bytes.data().to_vec()
        } else if let Some(array) = plain.downcast::<ByteArray>() {
            array.borrow().clone()
        } else {
            let letter = char::from(self.letter);
            let message = format!("argument for '{letter}' must be a bytes object");
            return Err(super::error(vm, &message));
        };
        let room = match self.letter {
            b's' => item,
            _ => match item.split_first_mut() {
                Some((length, rest)) => {
                    *length = data.len().min(rest.len()).min(255) as u8;
                    rest
                }
                None => return Ok(()),
            },
        };
        let kept = data.len().min(room.len());
        room[..kept].copy_from_slice(&data[..kept]);
        Ok(())
    }

    fn write_float(&self, vm: &Vm, value: &Value, item: &mut [u8]) -> Res<()> {
        let number = match vm.float_opt(value) {
            Ok(Some(number)) => number,
            Ok(None) => return Err(super::error(vm, "required argument is not a float")),
            Err(_) => {
                // Whatever went wrong in the conversion, this is what is said.
                drop(vm.take_raised());
                return Err(super::error(vm, "required argument is not a float"));
            }
        };
        match self.letter {
            b'd' => item.copy_from_slice(&number.to_le_bytes()),
            b'f' => {
                let narrow = number as f32;
                if narrow.is_infinite() && number.is_finite() && !self.native {
                    return Err(vm.overflow_error("float too large to pack with f format"));
                }
                item.copy_from_slice(&narrow.to_le_bytes());
            }
            _ => match half_from_double(number) {
                Some(half) => item.copy_from_slice(&half.to_le_bytes()),
                None => return Err(vm.overflow_error("float too large to pack with e format")),
            },
        }
        Ok(())
    }

    fn write_integer(&self, vm: &Vm, value: &Value, item: &mut [u8]) -> Res<()> {
        let index = match vm.is_index(value) {
            true => vm.index(value)?,
            false => return Err(super::error(vm, "required argument is not an integer")),
        };
        let number = Integer::of(&index).and_then(|number| number.to_big().to_i128());
        let bits = 8 * self.size as u32;
        let (least, most) = match self.letter {
            b'P' => (-1i128 << 63, (1i128 << 64) - 1),
            letter if letter.is_ascii_lowercase() => {
                (-1i128 << (bits - 1), (1i128 << (bits - 1)) - 1)
            }
            _ => (0, (1i128 << bits) - 1),
        };
        match number.filter(|number| (least..=most).contains(number)) {
            Some(number) => item.copy_from_slice(&number.to_le_bytes()[..self.size]),
            None => return Err(self.out_of_range(vm, least, most)),
        }
        Ok(())
    }

    #[cold]
    fn out_of_range(&self, vm: &Vm, least: i128, most: i128) -> Raised {
        let message = match self.letter {
            b'P' => "int too large to convert".to_owned(),
            letter => {
                let letter = char::from(letter);
                format!("'{letter}' format requires {least} <= number <= {most}")
            }
        };
        super::error(vm, &message)
    }

    fn read(&self, item: &[u8], big_endian: bool) -> Value {
        match self.letter {
            b'c' | b's' => return Value::from(Bytes::new(item.to_vec())),
            b'p' => {
                let text = match item.split_first() {
                    Some((length, rest)) => &rest[..rest.len().min(usize::from(*length))],
                    None => item,
                };
                return Value::from(Bytes::new(text.to_vec()));
            }
            _ => {}
        }
        let mut wide = [0; 8];
        wide[..item.len()].copy_from_slice(item);
        if big_endian {
            wide[..item.len()].reverse();
        }
        let unsigned = u64::from_le_bytes(wide);
        let unused = 64 - 8 * item.len() as u32;
        match self.letter {
            b'?' => Value::bool(unsigned != 0),
            b'e' => Value::float(double_from_half(unsigned as u16)),
            b'f' => Value::float(f64::from(f32::from_bits(unsigned as u32))),
            b'd' => Value::float(f64::from_bits(unsigned)),
            b'P' => Value::from(BigInt::from(unsigned)),
            letter if letter.is_ascii_lowercase() => {
                Value::Int((unsigned << unused) as i64 >> unused)
            }
            _ => match i64::try_from(unsigned) {
                Ok(number) => Value::Int(number),
                Err(_) => Value::from(BigInt::from(unsigned)),
            },
        }
    }
}
