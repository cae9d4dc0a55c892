//! The format mini-language on integers and floats.
//!
//! The digits come from `int.rs` and `float.rs`; here they get sign, prefix, groups and fill.

use super::super::float::{self, Kind, Style};
use super::super::int::{self, Int};
use super::super::search::padded;
use super::super::{Fault, Outcome, room, wtf8};
use super::{Align, Spec};

/// `format(int, spec)`; `max_digits` limits decimal digits as `str(int)` does.
pub fn format_int(
    value: &Int,
    spec: &Spec,
    type_name: &str,
    max_digits: usize,
) -> Outcome<Vec<u8>> {
    spec.check_grouping(u32::from(b'd'))?;
    let kind = spec.kind.unwrap_or(u32::from(b'd'));
    match u8::try_from(kind) {
        Ok(b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%') => {
            return format_float(int::to_float(value)?, spec, type_name);
        }
        Ok(b'b' | b'c' | b'd' | b'o' | b'x' | b'X' | b'n') => {}
        _ => return Err(spec.unknown_kind(type_name)),
    }
    let refused = match spec.precision {
        Some(_) => Some("Precision not allowed in integer format specifier"),
        None if spec.no_negative_zero => {
            Some("Negative zero coercion (z) not allowed in integer format specifier")
        }
        None if kind != u32::from(b'c') => None,
        None if spec.sign.is_some() => Some("Sign not allowed with integer format specifier 'c'"),
        None if spec.alternate => {
            Some("Alternate form (#) not allowed with integer format specifier 'c'")
        }
        None => None,
    };
    if let Some(refused) = refused {
        return Err(Fault::Value(refused.to_string()));
    }
    let (base, prefix) = match kind as u8 {
        b'b' => (2, "0b"),
        b'o' => (8, "0o"),
        b'x' => (16, "0x"),
        b'X' => (16, "0X"),
        b'c' => return format_code_point(value, spec),
        _ => (10, ""),
    };
    let digits = match value {
        Int::Big(big) if base == 10 => int::decimal(big, max_digits)?,
        _ => int::to_base(value, base)?,
    };
    let digits = if kind == u32::from(b'X') {
        digits.to_ascii_uppercase()
    } else {
        digits
    };
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, &digits[..]),
    };
    let number = Number {
        sign: sign(negative, spec),
        prefix: if spec.alternate { prefix } else { "" },
        digits,
        rest: b"",
    };
    number.lay_out(spec, if base == 10 { 3 } else { 4 })
}

/// The type `c`: the code point of this number, aligned like a number.
fn format_code_point(value: &Int, spec: &Spec) -> Outcome<Vec<u8>> {
    let Int::Small(code) = value else {
        let message = "Python int too large to convert to C long";
        return Err(Fault::Overflow(message.to_string()));
    };
    let Some(code) = u32::try_from(*code).ok().filter(|&code| code < 0x110000) else {
        let message = "%c arg not in range(0x110000)";
        return Err(Fault::Overflow(message.to_string()));
    };
    let number = Number {
        sign: "",
        prefix: "",
        digits: "",
        rest: &wtf8::encode(code),
    };
    number.lay_out(spec, 3)
}

/// `format(float, spec)`.
pub fn format_float(value: f64, spec: &Spec, type_name: &str) -> Outcome<Vec<u8>> {
    spec.check_grouping(0)?;
    let style = style_of(spec, true).ok_or_else(|| spec.unknown_kind(type_name))?;
    let percent = spec.kind == Some(u32::from(b'%'));
    let value = if percent { value * 100.0 } else { value };
    let mut text = float::format(value, &style)?;
    if percent {
        text.push('%');
    }
    float_number(&text, spec).lay_out(spec, 3)
}

/// How a float is written under this specifier, `None` for a type that floats do not know.
/// Without a type a float keeps a point, which the parts of a complex number need not.
pub(super) fn style_of(spec: &Spec, add_dot: bool) -> Option<Style> {
    let kind = u8::try_from(spec.kind.unwrap_or(0)).ok()?;
    let (chosen, default) = match kind {
        0 if spec.precision.is_none() => (Kind::Shortest, 0),
        0 => (Kind::General, 0),
        b'e' | b'E' => (Kind::Exponent, 6),
        b'f' | b'F' | b'%' => (Kind::Fixed, 6),
        b'g' | b'G' | b'n' => (Kind::General, 6),
        _ => return None,
    };
    Some(Style {
        upper: kind.is_ascii_uppercase(),
        alternate: spec.alternate,
        add_dot: kind == 0 && add_dot,
        no_negative_zero: spec.no_negative_zero,
        ..Style::new(chosen, spec.precision.unwrap_or(default))
    })
}

/// Takes a written float apart; the digits before the point are those that can be grouped.
pub(super) fn float_number<'a>(text: &'a str, spec: &Spec) -> Number<'a> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, text),
    };
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(whole);
    Number {
        sign: sign(negative, spec),
        prefix: "",
        digits,
        rest: rest.as_bytes(),
    }
}

fn sign(negative: bool, spec: &Spec) -> &'static str {
    match spec.sign {
        _ if negative => "-",
        Some(b'+') => "+",
        Some(b' ') => " ",
        _ => "",
    }
}

/// A number in pieces, each ASCII but the last.
pub(super) struct Number<'a> {
    pub(super) sign: &'static str,
    pub(super) prefix: &'static str,
    /// The digits before the point.
    pub(super) digits: &'a str,
    /// Point, fraction, exponent, percent sign; or a word, or the code point of type `c`.
    pub(super) rest: &'a [u8],
}

impl Number<'_> {
    /// The number filled to its width, digits in groups of `size` if the specifier groups.
    fn lay_out(&self, spec: &Spec, size: usize) -> Outcome<Vec<u8>> {
        let align = spec.align_of_number();
        let around = self.sign.len() + self.prefix.len() + wtf8::count(self.rest);
        if spec.grouping.is_none() && spec.width <= around + self.digits.len() {
            let pieces = [self.sign, self.prefix, self.digits].map(str::as_bytes);
            return Ok([pieces[0], pieces[1], pieces[2], self.rest].concat());
        }
        if spec.grouping.is_none() && align == Align::Right {
            let free = spec.width - around - self.digits.len();
            return self.filled_before(spec.fill_or_default(), free);
        }
        // Zeros that fill after the sign are digits and take part in the grouping.
        let zeros = align == Align::AfterSign && spec.fill_or_default() == u32::from(b'0');
        let least = if zeros {
            spec.width.saturating_sub(around)
        } else {
            0
        };
        let digits = if self.digits.is_empty() {
            Vec::new()
        } else {
            group(self.digits.as_bytes(), spec.grouping, size, least)?
        };
        let head = [self.sign, self.prefix].concat();
        let length = around + digits.len();
        if align == Align::AfterSign {
            let free = spec.width.saturating_sub(length);
            let filled = padded(&[], &wtf8::encode(spec.fill_or_default()), free, 0)?;
            return Ok([head.as_bytes(), &filled, &digits, self.rest].concat());
        }
        let text = [head.as_bytes(), &digits, self.rest].concat();
        spec.pad(&text, length, align)
    }

    /// The number behind its fill, the usual form.
    fn filled_before(&self, fill: u32, free: usize) -> Outcome<Vec<u8>> {
        let pieces = [self.sign, self.prefix, self.digits].map(str::as_bytes);
        let bytes = pieces.iter().map(|piece| piece.len()).sum::<usize>() + self.rest.len();
        let fill = wtf8::encode(fill);
        let mut out = room(free.saturating_mul(fill.len()).saturating_add(bytes))?;
        match *fill {
            [byte] => out.resize(free, byte),
            _ => (0..free).for_each(|_| out.extend_from_slice(&fill)),
        }
        pieces.iter().for_each(|piece| out.extend_from_slice(piece));
        out.extend_from_slice(self.rest);
        Ok(out)
    }

    /// The number without fill, grouped if the specifier groups.
    pub(super) fn plain(&self, spec: &Spec) -> Outcome<Vec<u8>> {
        let digits = match self.digits {
            "" => Vec::new(),
            digits => group(digits.as_bytes(), spec.grouping, 3, 0)?,
        };
        Ok([self.sign.as_bytes(), &digits, self.rest].concat())
    }
}

/// The digits with a separator between groups, zeros in front up to `least` characters. One more zero is
/// needed where the text would begin with a separator.
fn group(digits: &[u8], separator: Option<u8>, size: usize, least: usize) -> Outcome<Vec<u8>> {
    let Some(separator) = separator else {
        let zeros = least.saturating_sub(digits.len());
        return padded(digits, b"0", zeros, 0);
    };
    let most = digits.len().max(least);
    // Written from the last digit to the first.
    let mut out = room(most.saturating_add(most / size).saturating_add(1))?;
    let mut left = digits.iter().rev();
    loop {
        for _ in 0..size {
            match left.next() {
                Some(&digit) => out.push(digit),
                None if out.len() < least => out.push(b'0'),
                None => break,
            }
        }
        if left.len() == 0 && out.len() >= least {
            break;
        }
        out.push(separator);
        if left.len() == 0 && out.len() >= least {
            out.push(b'0');
        }
    }
    out.reverse();
    Ok(out)
}
