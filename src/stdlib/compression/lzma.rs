//! `_lzma_codec`: streams of LZMA, in containers and without. What filters, presets and formats scripts may ask for is
//! checked in `_lzma.py`; here come numbers.

use super::{bytes, plain_object, room};
use crate::interp::{Raised, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::value::Value;
use crate::stdlib::native_class::{add_classes, add_functions, derived_class, native_class};
use lzma_rust2::{
    Action, CheckType, EncodeMode, FilterConfig, FilterType, Lzma2Options, Lzma2Stream,
    Lzma2Writer, LzmaOptions, LzmaStream, LzmaWriter, MfType, Status, StreamResult, XzOptions,
    XzStream, XzWriter,
};
use std::cell::{Cell, RefCell};
use std::io::{self, Write};
use std::rc::Rc;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    add_functions(vm, module, "_lzma_codec", FUNCTIONS);
    add_classes(vm, module, &[&ENCODER, &DECODER]);
    module
        .dict
        .set_name(&vm.name("LZMAError"), Value::Class(error_class(vm)));
    Ok(())
}

static ERROR: TypeDef = TypeDef {
    name: "LZMAError",
    module: "_lzma",
    doc: "Call to liblzma failed.",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

fn error_class(vm: &Vm) -> Ref<Class> {
    derived_class(vm, &ERROR, |vm| vm.types.exception.clone())
}

#[cold]
fn lzma_error(vm: &Vm, message: &str) -> Raised {
    vm.raise_new(&error_class(vm), message)
}

#[cold]
fn raised(vm: &Vm, error: &io::Error) -> Raised {
    let message = match error.kind() {
        io::ErrorKind::OutOfMemory => "Memory usage limit exceeded",
        io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput => {
            "Invalid or unsupported options"
        }
        _ => "Corrupt input data",
    };
    lzma_error(vm, message)
}

/// Containers by number: `.xz`, `.lzma`, and data without one of either kind.
const XZ: i64 = 0;
const ALONE: i64 = 1;
const RAW_2: i64 = 2;

const FUNCTIONS: &[NativeDef] = &[
    native(
        "encoder",
        "(kind, check, options, filters, /)",
        "A stream to write: options are dict_size, lc, lp, pb, whether it is thorough, nice_len, whether matches are found \
         in trees, and depth; filters are pairs of number and property.",
        |vm, a| {
            let kind = vm.index_size(&a[0])?;
            let check = vm.index_size(&a[1])?;
            let options = options(vm, &a[2])?;
            let filters = filters(vm, &a[3])?;
            let sink = Sink::default();
            let writer = open(kind, check, options, filters, sink.clone())
                .map_err(|error| raised(vm, &error))?;
            Ok(Value::from(Ref::new(Encoder {
                writer: RefCell::new(Some(writer)),
                sink,
            })))
        },
    ),
    native(
        "decoder",
        "(kind, memory, options, filters, /)",
        "A stream to read; memory is a limit in KiB, options are dict_size, lc, lp and pb of data without a container.",
        |vm, a| {
            let kind = vm.index_size(&a[0])?;
            let memory = u32::try_from(vm.index_size(&a[1])?).unwrap_or(u32::MAX);
            let filters = filters(vm, &a[3])?;
            let stream = match kind {
                XZ => Ok(Stream::Xz(Box::new(XzStream::new_mem_limit(false, memory)))),
                ALONE => Ok(Stream::Alone(Box::new(LzmaStream::new_mem_limit(
                    memory, None,
                )))),
                RAW_2 => {
                    let mut stream = Lzma2Stream::new(options(vm, &a[2])?.dict_size);
                    stream
                        .set_filters(&filters)
                        .map(|()| Stream::Lzma2(Box::new(stream)))
                }
                _ => {
                    let given = options(vm, &a[2])?;
                    LzmaStream::new(
                        u64::MAX,
                        given.lc,
                        given.lp,
                        given.pb,
                        given.dict_size,
                        None,
                    )
                    .and_then(|mut stream| {
                        stream.set_filters(&filters)?;
                        Ok(Stream::Alone(Box::new(stream)))
                    })
                }
            };
            let stream = stream.map_err(|error| raised(vm, &error))?;
            Ok(Value::from(Ref::new(Decoder {
                stream: RefCell::new(stream),
                pending: RefCell::default(),
                needs_input: Cell::new(true),
                ended: Cell::new(false),
            })))
        },
    ),
];

fn numbers(vm: &Vm, value: &Value) -> Res<Vec<u32>> {
    let mut numbers = Vec::new();
    for item in vm.collect(value)? {
        let number = vm.index_size(&item)?;
        numbers.push(
            u32::try_from(number).map_err(|_| lzma_error(vm, "Invalid or unsupported options"))?,
        );
    }
    Ok(numbers)
}

fn options(vm: &Vm, value: &Value) -> Res<LzmaOptions> {
    let given = numbers(vm, value)?;
    let at = |place: usize| given.get(place).copied().unwrap_or(0);
    let mut options = LzmaOptions::with_preset(6);
    options.dict_size = at(0);
    (options.lc, options.lp, options.pb) = (at(1), at(2), at(3));
    if given.len() > 4 {
        options.mode = if at(4) == 0 {
            EncodeMode::Fast
        } else {
            EncodeMode::Normal
        };
        options.nice_len = at(5).clamp(LzmaOptions::NICE_LEN_MIN, LzmaOptions::NICE_LEN_MAX);
        options.mf = if at(6) == 0 { MfType::Hc4 } else { MfType::Bt4 };
        options.depth_limit = i32::try_from(at(7)).unwrap_or(i32::MAX);
    }
    Ok(options)
}

fn filters(vm: &Vm, value: &Value) -> Res<Vec<FilterConfig>> {
    let mut filters = Vec::new();
    for pair in numbers(vm, value)?.chunks_exact(2) {
        let filter_type = match pair[0] {
            3 => FilterType::Delta,
            4 => FilterType::BcjX86,
            5 => FilterType::BcjPpc,
            6 => FilterType::BcjIa64,
            7 => FilterType::BcjArm,
            8 => FilterType::BcjArmThumb,
            9 => FilterType::BcjSparc,
            _ => return Err(lzma_error(vm, "Invalid or unsupported options")),
        };
        filters.push(FilterConfig {
            filter_type,
            property: pair[1],
        });
    }
    Ok(filters)
}

/// Where streams are written to: bytes that are taken away as they come.
#[derive(Clone, Default)]
struct Sink(Rc<RefCell<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(data);
        Ok(data.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

enum Writer {
    Xz(Box<XzWriter<Sink>>),
    Lzma(Box<LzmaWriter<Sink>>),
    Lzma2(Box<Lzma2Writer<Sink>>),
}

fn open(
    kind: i64,
    check: i64,
    options: LzmaOptions,
    filters: Vec<FilterConfig>,
    sink: Sink,
) -> io::Result<Writer> {
    if kind != XZ && !filters.is_empty() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    Ok(match kind {
        XZ => {
            let mut xz = XzOptions::with_preset(6);
            xz.lzma_options = options;
            xz.set_check_sum_type(match check {
                0 => CheckType::None,
                1 => CheckType::Crc32,
                10 => CheckType::Sha256,
                _ => CheckType::Crc64,
            });
            for filter in filters.into_iter().rev() {
                xz.prepend_pre_filter(filter.filter_type, filter.property);
            }
            Writer::Xz(Box::new(XzWriter::new(sink, xz)?))
        }
        ALONE => Writer::Lzma(Box::new(LzmaWriter::new_use_header(sink, &options, None)?)),
        RAW_2 => {
            let options = Lzma2Options {
                lzma_options: options,
                chunk_size: None,
            };
            Writer::Lzma2(Box::new(Lzma2Writer::new(sink, options)))
        }
        _ => Writer::Lzma(Box::new(LzmaWriter::new_no_header(sink, &options, true)?)),
    })
}

impl Writer {
    fn write(&mut self, data: &[u8]) -> io::Result<()> {
        match self {
            Self::Xz(writer) => writer.write_all(data),
            Self::Lzma(writer) => writer.write_all(data),
            Self::Lzma2(writer) => writer.write_all(data),
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Xz(writer) => writer.finish().map(drop),
            Self::Lzma(writer) => writer.finish().map(drop),
            Self::Lzma2(writer) => writer.finish().map(drop),
        }
    }
}

/// A stream that is written; nothing is left of it once it is finished.
struct Encoder {
    writer: RefCell<Option<Writer>>,
    sink: Sink,
}

plain_object!(Encoder, ENCODER);

static ENCODER: TypeDef = TypeDef {
    name: "Encoder",
    module: "_lzma_codec",
    doc: "A stream that is written.",
    methods: &[
        native(
            "compress",
            "(data, /)",
            "Give bytes to compress; what is ready comes back.",
            |vm, a| {
                let own = encoder_of(vm, &a[0])?;
                let data = vm.expect_buffer(&a[1])?;
                match own.writer.borrow_mut().as_mut() {
                    Some(writer) => writer.write(&data).map_err(|error| raised(vm, &error))?,
                    None => return Err(vm.value_error("Compressor has been flushed")),
                }
                Ok(bytes(own.sink.0.take()))
            },
        ),
        native(
            "flush",
            "()",
            "End the stream; the rest of it comes back.",
            |vm, a| {
                let own = encoder_of(vm, &a[0])?;
                match own.writer.take() {
                    Some(writer) => writer.finish().map_err(|error| raised(vm, &error))?,
                    None => return Err(vm.value_error("Repeated call to flush()")),
                }
                Ok(bytes(own.sink.0.take()))
            },
        ),
    ],
    ..TypeDef::PLAIN
};

fn encoder_of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Encoder>> {
    value
        .downcast::<Encoder>()
        .ok_or_else(|| vm.descriptor_error("_lzma_codec.Encoder", value))
}

enum Stream {
    Xz(Box<XzStream>),
    Alone(Box<LzmaStream>),
    Lzma2(Box<Lzma2Stream>),
}

impl Stream {
    fn process(&mut self, data: &[u8], room: &mut [u8]) -> io::Result<StreamResult> {
        match self {
            Self::Xz(stream) => stream.process(data, room, Action::Run),
            Self::Alone(stream) => stream.process(data, room, Action::Run),
            Self::Lzma2(stream) => stream.process(data, room, Action::Run),
        }
    }

    /// What the stream took and did not need.
    fn unused(&self) -> &[u8] {
        match self {
            Self::Alone(stream) => stream.unused_input(),
            Self::Xz(_) | Self::Lzma2(_) => &[],
        }
    }
}

/// A stream that is read, and the data that was not read yet.
struct Decoder {
    stream: RefCell<Stream>,
    pending: RefCell<Vec<u8>>,
    needs_input: Cell<bool>,
    ended: Cell<bool>,
}

plain_object!(Decoder, DECODER);

static DECODER: TypeDef = TypeDef {
    name: "Decoder",
    module: "_lzma_codec",
    doc: "A stream that is read.",
    methods: &[native(
        "decompress",
        "(data, max_length, /)",
        "Compressed bytes as they were before, no more than are asked for.",
        |vm, a| {
            let own = decoder_of(vm, &a[0])?;
            let data = vm.expect_buffer(&a[1])?;
            let room = room(vm, a.get(2))?;
            own.read(vm, &data, room).map(bytes)
        },
    )],
    getters: &[
        getter(
            "eof",
            "Whether the compressed bytes are at their end.",
            |vm, d| Ok(Value::bool(decoder_of(vm, d)?.ended.get())),
        ),
        getter(
            "needs_input",
            "Whether there must be more before more can be given.",
            |vm, d| Ok(Value::bool(decoder_of(vm, d)?.needs_input.get())),
        ),
        getter(
            "unused_data",
            "What stands behind the compressed bytes.",
            |vm, d| {
                let own = decoder_of(vm, d)?;
                let kept = if own.ended.get() {
                    own.pending.borrow().clone()
                } else {
                    Vec::new()
                };
                Ok(bytes(kept))
            },
        ),
        getter(
            "check",
            "The number of the check that the container has; 16 as long as nobody knows.",
            |vm, d| {
                let own = decoder_of(vm, d)?;
                let check = match &*own.stream.borrow() {
                    Stream::Xz(stream) => match stream.check_type() {
                        None => 16,
                        Some(CheckType::None) => 0,
                        Some(CheckType::Crc32) => 1,
                        Some(CheckType::Crc64) => 4,
                        Some(CheckType::Sha256) => 10,
                    },
                    Stream::Alone(_) | Stream::Lzma2(_) => 0,
                };
                Ok(Value::Int(check))
            },
        ),
    ],
    ..TypeDef::PLAIN
};

fn decoder_of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Decoder>> {
    value
        .downcast::<Decoder>()
        .ok_or_else(|| vm.descriptor_error("_lzma_codec.Decoder", value))
}

/// How much output is made room for at a time.
const STEP: usize = 1 << 16;

impl Decoder {
    fn read(&self, vm: &Vm, data: &[u8], room: usize) -> Res<Vec<u8>> {
        let mut pending = self.pending.take();
        pending.extend_from_slice(data);
        let mut stream = self.stream.borrow_mut();
        let mut made = Vec::new();
        let mut at = 0;
        let mut is_waiting = false;
        while made.len() < room && !self.ended.get() && !is_waiting {
            let begin = made.len();
            made.resize(begin + STEP.min(room - begin), 0);
            let result = stream
                .process(&pending[at..], &mut made[begin..])
                .map_err(|error| raised(vm, &error))?;
            at += result.bytes_consumed;
            made.truncate(begin + result.bytes_produced);
            self.ended.set(result.status == Status::StreamEnd);
            // Nothing came of all there is: more is needed.
            is_waiting =
                result.bytes_produced == 0 && (at == pending.len() || result.bytes_consumed == 0);
        }
        pending.drain(..at);
        if self.ended.get() {
            let unused = stream.unused();
            pending.splice(..0, unused.iter().copied());
        }
        self.needs_input.set(is_waiting && !self.ended.get());
        *self.pending.borrow_mut() = pending;
        Ok(made)
    }
}
