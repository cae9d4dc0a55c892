//! `_bz2`: streams in the format of bzip2, compressed and decompressed part by part.

use super::{bytes, plain_object, room};
use crate::interp::{Raised, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{getter, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use crate::stdlib::native_class::{add_classes, native_class};
use bzip2::{Action, Compress, Compression, Decompress, Error, Status};
use std::cell::{Cell, RefCell};

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    add_classes(vm, module, &[&COMPRESSOR, &DECOMPRESSOR]);
    Ok(())
}

/// How much output is made room for at a time.
const STEP: usize = 1 << 16;

/// A stream that is written; nothing is left of it once it is finished.
struct Compressor(RefCell<Option<Compress>>);

plain_object!(Compressor, COMPRESSOR);

static COMPRESSOR: TypeDef = TypeDef {
    name: "BZ2Compressor",
    module: "_bz2",
    doc: "What compresses bytes part by part.",
    new: Some(native(
        "__new__",
        "(compresslevel=9, /)",
        "Makes a compressor of a level from 1 to 9.",
        |vm, a| {
            let level = match a.get(1).and_then(Value::given) {
                Some(level) => vm.index_size(level)?,
                None => 9,
            };
            match u32::try_from(level) {
                Ok(level @ 1..=9) => {
                    let stream = Compress::new(Compression::new(level), 0);
                    let own = Compressor(RefCell::new(Some(stream)));
                    Ok(Value::from(Ref::new(own)))
                }
                _ => Err(vm.value_error("compresslevel must be between 1 and 9")),
            }
        },
    )),
    methods: &[
        native(
            "compress",
            "(data, /)",
            "Give bytes to compress; what is ready comes back.",
            |vm, a| {
                let own = compressor_of(vm, &a[0])?;
                let data = vm.expect_buffer(&a[1])?;
                match own.0.borrow_mut().as_mut() {
                    Some(stream) => run(vm, stream, &data, Action::Run).map(bytes),
                    None => Err(vm.value_error("Compressor has been flushed")),
                }
            },
        ),
        native(
            "flush",
            "()",
            "End the stream; the rest of it comes back.",
            |vm, a| {
                let own = compressor_of(vm, &a[0])?;
                match own.0.take() {
                    Some(mut stream) => run(vm, &mut stream, &[], Action::Finish).map(bytes),
                    None => Err(vm.value_error("Repeated call to flush()")),
                }
            },
        ),
    ],
    ..TypeDef::PLAIN
};

fn compressor_of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Compressor>> {
    value
        .downcast::<Compressor>()
        .ok_or_else(|| vm.descriptor_error("_bz2.BZ2Compressor", value))
}

/// Compresses all of the data, and with `Finish` everything that is left.
fn run(vm: &Vm, stream: &mut Compress, mut data: &[u8], action: Action) -> Res<Vec<u8>> {
    let mut made = Vec::new();
    if data.is_empty() && matches!(action, Action::Run) {
        return Ok(made);
    }
    loop {
        made.reserve(STEP);
        let before = stream.total_in();
        let status = stream
            .compress_vec(data, &mut made, action)
            .map_err(|error| raised(vm, &error))?;
        let taken = usize::try_from(stream.total_in() - before).unwrap_or(data.len());
        data = &data[taken..];
        let is_done = match action {
            Action::Run => data.is_empty(),
            _ => status == Status::StreamEnd,
        };
        if is_done {
            return Ok(made);
        }
    }
}

#[cold]
fn raised(vm: &Vm, error: &Error) -> Raised {
    match error {
        Error::Data | Error::DataMagic => vm.raise_new(&vm.types.os_error, "Invalid data stream"),
        Error::Param => vm.value_error("Internal error - invalid parameters passed to libbzip2"),
        Error::Sequence => vm.raise_new(
            &vm.types.runtime_error,
            "Internal error - Invalid sequence of commands sent to libbzip2",
        ),
    }
}

/// A stream that is read, and the data that was not read yet.
struct Decompressor {
    stream: RefCell<Decompress>,
    pending: RefCell<Vec<u8>>,
    needs_input: Cell<bool>,
    ended: Cell<bool>,
}

plain_object!(Decompressor, DECOMPRESSOR);

static DECOMPRESSOR: TypeDef = TypeDef {
    name: "BZ2Decompressor",
    module: "_bz2",
    doc: "What decompresses bytes part by part.",
    new: Some(native("__new__", "()", "Makes a decompressor.", |_, _| {
        Ok(Value::from(Ref::new(Decompressor {
            stream: RefCell::new(Decompress::new(false)),
            pending: RefCell::default(),
            needs_input: Cell::new(true),
            ended: Cell::new(false),
        })))
    })),
    methods: &[native(
        "decompress",
        "(data, max_length=-1)",
        "Compressed bytes as they were before, no more than are asked for.",
        |vm, a| {
            let own = decompressor_of(vm, &a[0])?;
            let data = vm.expect_buffer(&a[1])?;
            if own.ended.get() {
                let message = "End of stream already reached";
                return Err(vm.raise_new(&vm.types.eof_error, message));
            }
            let room = room(vm, a.get(2))?;
            own.read(vm, &data, room).map(bytes)
        },
    )],
    getters: &[
        getter(
            "eof",
            "Whether the compressed bytes are at their end.",
            |vm, d| Ok(Value::bool(decompressor_of(vm, d)?.ended.get())),
        ),
        getter(
            "needs_input",
            "Whether there must be more before more can be given.",
            |vm, d| Ok(Value::bool(decompressor_of(vm, d)?.needs_input.get())),
        ),
        getter(
            "unused_data",
            "What stands behind the compressed bytes.",
            |vm, d| {
                let own = decompressor_of(vm, d)?;
                let kept = if own.ended.get() {
                    own.pending.borrow().clone()
                } else {
                    Vec::new()
                };
                Ok(bytes(kept))
            },
        ),
    ],
    ..TypeDef::PLAIN
};

fn decompressor_of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Decompressor>> {
    value
        .downcast::<Decompressor>()
        .ok_or_else(|| vm.descriptor_error("_bz2.BZ2Decompressor", value))
}

impl Decompressor {
    fn read(&self, vm: &Vm, data: &[u8], room: usize) -> Res<Vec<u8>> {
        let mut pending = self.pending.take();
        pending.extend_from_slice(data);
        let mut stream = self.stream.borrow_mut();
        let mut made = Vec::new();
        let mut at = 0;
        while made.len() < room && !self.ended.get() {
            // The stream fills what the vector has room for, so that room is never more than what is asked for.
            let mut part = Vec::with_capacity(STEP.min(room - made.len()));
            let before = stream.total_in();
            let status = stream
                .decompress_vec(&pending[at..], &mut part)
                .map_err(|error| raised(vm, &error))?;
            at += usize::try_from(stream.total_in() - before).unwrap_or(0);
            let is_full = part.len() == part.capacity();
            part.truncate(room - made.len());
            made.append(&mut part);
            self.ended.set(status == Status::StreamEnd);
            if at == pending.len() && !is_full {
                break;
            }
        }
        pending.drain(..at);
        self.needs_input
            .set(!self.ended.get() && pending.is_empty() && made.len() < room);
        *self.pending.borrow_mut() = pending;
        Ok(made)
    }
}
