//! Special methods of built-in types as functions: each calls the operation of the protocol on plain values.

use crate::objects::native::NativeDef;

/// The function for a special method's name.
pub fn find(name: &str) -> Option<&'static NativeDef> {
    ROWS.iter().find(|row| row.name == name)
}

const ROWS: &[NativeDef] = &[];
