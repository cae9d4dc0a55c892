//! Numbers of half precision: one sign bit, five of the exponent, ten of the fraction (IEEE 754 binary16).

/// The nearest half-precision number, ties to even; `None`: too large.
pub fn half_from_double(number: f64) -> Option<u16> {
    let sign = if number.is_sign_negative() { 0x8000 } else { 0 };
    if number.is_nan() {
        return Some(sign | 0x7e00);
    }
    let size = number.abs();
    if size.is_infinite() {
        return Some(sign | 0x7c00);
    }
    if size == 0.0 {
        return Some(sign);
    }
    let exponent = ((size.to_bits() >> 52) as i32 - 1023).max(-14);
    // The number in units of its last place: at most 11 bits, and exact but for the rounding to an integer.
    let scaled = size * f64::from(10 - exponent).exp2();
    let units = scaled.round_ties_even() as u32;
    let bits = (((exponent + 14) as u32) << 10) + units;
    (bits < 0x7c00).then_some(sign | bits as u16)
}

/// The number that a half-precision number stands for.
pub fn double_from_half(half: u16) -> f64 {
    let fraction = f64::from(half & 0x3ff);
    let size = match half >> 10 & 0x1f {
        0 => fraction * (-24f64).exp2(),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (1024.0 + fraction) * f64::from(i32::from(exponent) - 25).exp2(),
    };
    if half & 0x8000 == 0 { size } else { -size }
}
