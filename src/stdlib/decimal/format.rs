//! `format(decimal, spec)`.

use super::arithmetic::{finish, rescaled};
use super::context::Context;
use super::number::{Dec, Work};
use crate::interp::{Raised, Res, Vm};
use std::cell::Cell;

/// What a specifier says.
#[derive(Default)]
struct Spec {
    fill: Option<char>,
    align: Option<char>,
    sign: Option<char>,
    no_negative_zero: bool,
    zeros: bool,
    width: usize,
    separator: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

impl Spec {
    /// Reads a specifier; `None`: it is none.
    fn parse(text: &str) -> Option<Spec> {
        let letters: Vec<char> = text.chars().collect();
        let mut spec = Spec::default();
        let mut at = 0;
        let is_align = |letter: Option<&char>| matches!(letter, Some('<' | '>' | '=' | '^'));
        if is_align(letters.get(1)) {
            (spec.fill, spec.align, at) = (Some(letters[0]), Some(letters[1]), 2);
        } else if is_align(letters.first()) {
            (spec.align, at) = (Some(letters[0]), 1);
        }
        let mut take = |wanted: &str| -> Option<char> {
            let letter = letters
                .get(at)
                .copied()
                .filter(|letter| wanted.contains(*letter))?;
            at += 1;
            Some(letter)
        };
        spec.sign = take("+- ");
        spec.no_negative_zero = take("z").is_some();
        if take("#").is_some() {
            return None;
        }
        if take("0").is_some() {
            if spec.align.is_some() && spec.fill.is_some() {
                return None;
            }
            spec.zeros = spec.align.is_none();
        }
        while let Some(digit) = take("0123456789") {
            spec.width = spec
                .width
                .checked_mul(10)?
                .checked_add(digit.to_digit(10)? as usize)?;
        }
        spec.separator = take(",");
        if take(".").is_some() {
            let mut precision = None;
            while let Some(digit) = take("0123456789") {
                let before: usize = precision.unwrap_or(0);
                precision = Some(
                    before
                        .checked_mul(10)?
                        .checked_add(digit.to_digit(10)? as usize)?,
                );
            }
            spec.precision = Some(precision?);
        }
        spec.kind = take("eEfFgGn%");
        let is_all = at == letters.len();
        let fits =
            spec.width < 1 << 31 && spec.precision.is_none_or(|precision| precision < 1 << 31);
        (is_all && fits && !(spec.kind == Some('n') && spec.separator.is_some())).then_some(spec)
    }
}

/// The text of a number by a specifier.
pub fn format(vm: &Vm, number: &Dec, text: &str, context: &Context) -> Res<String> {
    let refuse = |vm: &Vm| -> Raised { vm.value_error("invalid format string") };
    let Some(spec) = Spec::parse(text) else {
        return Err(refuse(vm));
    };
    let usual = if context.capitals.get() { 'G' } else { 'g' };
    let kind = match spec.kind {
        None => usual,
        Some('n') => 'g',
        Some(kind) => kind,
    };
    if !number.is_finite() {
        let sign = sign_of(number.negative, spec.sign);
        let body = number.clone().signed(false).write(false, true);
        let body = if kind == '%' {
            format!("{body}%")
        } else {
            body
        };
        return Ok(padded(&format!("{sign}{body}"), &spec, '>'));
    }
    let mut own = number.clone();
    if kind == '%' {
        own.exponent += 2;
    }
    let work = context.work();
    own = match (spec.precision, kind) {
        (Some(precision), 'e' | 'E') => to_digits(&own, precision + 1, &work),
        (Some(precision), 'f' | 'F' | '%') => rescaled(&own, -(precision as i64), work.rounding),
        (Some(precision), _) if own.digits() > precision => {
            to_digits(&own, precision.max(1), &work)
        }
        _ => own,
    };
    if own.is_zero() && own.exponent > 0 && matches!(kind, 'f' | 'F' | '%') {
        own = Dec::zero(own.negative, 0);
    }
    let negative = own.negative && !(spec.no_negative_zero && own.is_zero());
    let digits = own.coefficient.to_string();
    let left = own.exponent + digits.len() as i64;
    let point = match kind {
        'e' | 'E' => match spec.precision {
            Some(precision) if own.is_zero() => 1 - precision as i64,
            _ => 1,
        },
        'f' | 'F' | '%' => left,
        _ if own.exponent <= 0 && left > -6 => left,
        _ => 1,
    };
    let (whole, mut fraction) = split(&digits, point);
    if !fraction.is_empty() {
        fraction.insert(0, '.');
    }
    let exponent = left - point;
    if exponent != 0 || matches!(kind, 'e' | 'E') {
        let letter = if matches!(kind, 'E' | 'G') { 'E' } else { 'e' };
        fraction.push_str(&format!("{letter}{exponent:+}"));
    }
    if kind == '%' {
        fraction.push('%');
    }
    let sign = sign_of(negative, spec.sign);
    let room = match spec.zeros || spec.align == Some('=') && spec.fill == Some('0') {
        true => spec.width.saturating_sub(sign.len() + fraction.len()),
        false => 0,
    };
    let whole = grouped(&whole, spec.separator, room);
    if spec.align == Some('=') && spec.fill != Some('0') {
        let length = sign.len() + whole.len() + fraction.len();
        let fill = spec
            .fill
            .unwrap_or(' ')
            .to_string()
            .repeat(spec.width.saturating_sub(length));
        return Ok(format!("{sign}{fill}{whole}{fraction}"));
    }
    Ok(padded(&format!("{sign}{whole}{fraction}"), &spec, '>'))
}

/// The number with so many digits.
fn to_digits(number: &Dec, count: usize, work: &Work) -> Dec {
    if number.is_zero() {
        return number.clone();
    }
    let own = Work {
        precision: count,
        rounding: work.rounding,
        raised: Cell::new(0),
        ..Work::exact()
    };
    finish(number.clone(), &own)
}

fn split(digits: &str, point: i64) -> (String, String) {
    let length = digits.len() as i64;
    if point < 0 {
        let zeros = "0".repeat(point.unsigned_abs() as usize);
        return ("0".to_owned(), format!("{zeros}{digits}"));
    }
    if point > length {
        return (
            format!("{digits}{}", "0".repeat((point - length) as usize)),
            String::new(),
        );
    }
    let (whole, fraction) = digits.split_at(point as usize);
    let whole = if whole.is_empty() { "0" } else { whole };
    (whole.to_owned(), fraction.to_owned())
}

fn sign_of(negative: bool, sign: Option<char>) -> String {
    match (negative, sign) {
        (true, _) => "-".to_owned(),
        (false, Some(sign @ ('+' | ' '))) => sign.to_string(),
        _ => String::new(),
    }
}

/// The digits in groups of three, filled up with zeros to a width.
fn grouped(digits: &str, separator: Option<char>, width: usize) -> String {
    let Some(separator) = separator else {
        return format!("{digits:0>width$}");
    };
    let mut reversed = String::new();
    let mut given = digits.chars().rev();
    let mut count = 0;
    loop {
        let next = given.next();
        if next.is_none() && reversed.len() >= width.max(1) {
            break;
        }
        if count > 0 && count % 3 == 0 {
            reversed.push(separator);
            // A separator does not stand first.
            if next.is_none() && reversed.len() >= width {
                reversed.push('0');
                break;
            }
        }
        reversed.push(next.unwrap_or('0'));
        count += 1;
    }
    reversed.chars().rev().collect()
}

fn padded(text: &str, spec: &Spec, usual: char) -> String {
    let length = text.chars().count();
    let missing = spec.width.saturating_sub(length);
    let fill = |count: usize| spec.fill.unwrap_or(' ').to_string().repeat(count);
    match spec.align.unwrap_or(usual) {
        '<' => format!("{text}{}", fill(missing)),
        '^' => format!("{}{text}{}", fill(missing / 2), fill(missing - missing / 2)),
        _ => format!("{}{text}", fill(missing)),
    }
}
