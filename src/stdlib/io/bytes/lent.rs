//! What `BytesIO.getbuffer` gives a memory view of: the bytes of the file, which keep their length while a view looks at them.

use super::{Backing, ByteFile};
use crate::interp::Vm;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::object::{Memory, Object};
use crate::objects::value::Value;

/// The row of the type.
pub const BYTES_IO_BUFFER: TypeDef = TypeDef {
    name: "_BytesIOBuffer",
    module: "_io",
    ..TypeDef::PLAIN
};

/// The bytes of a file in memory.
pub struct Lent(pub Ref<ByteFile>);

impl Object for Lent {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        vm.types.bytes_io_buffer.clone()
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.0.clone()));
    }

    fn clear(&self) {}

    fn buffer(&self) -> Option<Vec<u8>> {
        Some(self.0.held())
    }

    fn memory(&self, access: &mut dyn FnMut(Memory<'_>)) -> bool {
        match &mut *self.0.backing.borrow_mut() {
            Backing::Memory(data) => access(Memory::Writable(data)),
            Backing::File(_) | Backing::Below(_) | Backing::Closed => {
                access(Memory::Writable(&mut []));
            }
        }
        true
    }

    fn count_view(&self, change: isize) {
        let views = &self.0.views;
        views.set(views.get().saturating_add_signed(change));
    }
}
