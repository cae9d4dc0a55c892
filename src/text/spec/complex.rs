//! The format mini-language on complex numbers, and their repr.

use super::super::float::{self, Kind, Style};
use super::super::{Fault, Outcome};
use super::number::{float_number, style_of};
use super::{Align, Spec};

/// `repr(complex)`: in parentheses unless the real part is a positive zero.
pub fn repr_complex(real: f64, imaginary: f64) -> String {
    // A precision of zero asks for no room that could be refused.
    let style = Style::new(Kind::Shortest, 0);
    let part = |value| float::format(value, &style).unwrap_or_default();
    let signed = part(imaginary);
    if is_plain_zero(real) {
        return format!("{signed}j");
    }
    let plus = if signed.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{signed}j)", part(real))
}

fn is_plain_zero(real: f64) -> bool {
    real == 0.0 && real.is_sign_positive()
}

/// `format(complex, spec)`: both parts written alike, the whole filled.
pub fn format_complex(real: f64, imaginary: f64, spec: &Spec, type_name: &str) -> Outcome<Vec<u8>> {
    spec.check_grouping(0)?;
    let style = style_of(spec, false)
        .filter(|_| spec.kind != Some(u32::from(b'%')))
        .ok_or_else(|| spec.unknown_kind(type_name))?;
    let align = spec.align_of_number();
    let refused = match align {
        _ if spec.fill_or_default() == u32::from(b'0') => Some("Zero padding is"),
        Align::AfterSign => Some("'=' alignment flag is"),
        _ => None,
    };
    if let Some(refused) = refused {
        return Err(Fault::Value(format!(
            "{refused} not allowed in complex format specifier"
        )));
    }
    // Without a type it looks like its repr.
    let bare = spec.kind.unwrap_or(0) == 0;
    let part = |value, spec: &Spec| float_number(&float::format(value, &style)?, spec).plain(spec);
    let signed = Spec {
        sign: Some(b'+'),
        ..spec.clone()
    };
    let text = if bare && is_plain_zero(real) {
        [&part(imaginary, spec)?, &b"j"[..]].concat()
    } else {
        let (open, close) = if bare {
            (&b"("[..], &b")"[..])
        } else {
            (&b""[..], &b""[..])
        };
        let parts = [part(real, spec)?, part(imaginary, &signed)?];
        [open, &parts[0], &parts[1], b"j", close].concat()
    };
    spec.pad(&text, text.len(), align)
}
