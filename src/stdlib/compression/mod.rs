//! `_bz2` and `_lzma_codec`: the streams below the modules `bz2` and `lzma`, which are written in the language.
//! What `gzip` and `zlib` need is in `zlib/`.

pub mod bz2;
pub mod lzma;

use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::value::Value;

/// Bytes that came out of a stream.
fn bytes(data: Vec<u8>) -> Value {
    Value::from(Bytes::new(data))
}

/// How many bytes may come out: what an argument says, without one or below nought as many as there are.
fn room(vm: &Vm, limit: Option<&Value>) -> Res<usize> {
    match limit.and_then(Value::given) {
        Some(limit) => Ok(usize::try_from(vm.index_size(limit)?).unwrap_or(usize::MAX)),
        None => Ok(usize::MAX),
    }
}

/// The class, and what it refers to: nothing.
macro_rules! plain_object {
    ($type:ty, $row:ident) => {
        impl Object for $type {
            fn is_tracked() -> bool {
                false
            }

            fn class(&self, vm: &Vm) -> Ref<Class> {
                native_class(vm, &$row)
            }

            fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

            fn clear(&self) {}
        }
    };
}

use plain_object;
