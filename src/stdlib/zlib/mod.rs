//! `zlib`: compression and its checksums. The work is done in `deflate.rs`, `trees.rs` and `inflate.rs`; here is what
//! scripts see of it.

pub mod checksum;
mod deflate;
mod inflate;
mod trees;

use super::native_class::{add_classes, add_functions, derived_class, native_class, set_doc};
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::number::Integer;
use crate::objects::object::Object;
use crate::objects::value::Value;
use deflate::{Deflate, Flush, Strategy, Wrapping};
use inflate::{Inflate, Outcome};
use std::cell::{Cell, RefCell};

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(
        vm,
        module,
        "Compression and decompression in the formats of zlib and gzip.",
    );
    add_functions(vm, module, "zlib", FUNCTIONS);
    add_classes(vm, module, &[&DECOMPRESSOR]);
    let set = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    set("error", Value::Class(error_class(vm)));
    set("__version__", Value::str("1.0"));
    set("ZLIB_VERSION", Value::str("1.2.13"));
    set("ZLIB_RUNTIME_VERSION", Value::str("1.2.13"));
    for (name, number) in NUMBERS {
        set(name, Value::Int(*number));
    }
    Ok(())
}

const NUMBERS: &[(&str, i64)] = &[
    ("DEFLATED", 8),
    ("DEF_BUF_SIZE", 16384),
    ("DEF_MEM_LEVEL", 8),
    ("MAX_WBITS", 15),
    ("Z_BEST_COMPRESSION", 9),
    ("Z_BEST_SPEED", 1),
    ("Z_BLOCK", 5),
    ("Z_DEFAULT_COMPRESSION", -1),
    ("Z_DEFAULT_STRATEGY", 0),
    ("Z_FILTERED", 1),
    ("Z_FINISH", 4),
    ("Z_FIXED", 4),
    ("Z_FULL_FLUSH", 3),
    ("Z_HUFFMAN_ONLY", 2),
    ("Z_NO_COMPRESSION", 0),
    ("Z_NO_FLUSH", 0),
    ("Z_PARTIAL_FLUSH", 1),
    ("Z_RLE", 3),
    ("Z_SYNC_FLUSH", 2),
    ("Z_TREES", 6),
];

static ERROR: TypeDef = TypeDef {
    name: "error",
    module: "zlib",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

fn error_class(vm: &Vm) -> Ref<Class> {
    derived_class(vm, &ERROR, |vm| vm.types.exception.clone())
}

/// Raises `zlib.error`.
#[cold]
fn error(vm: &Vm, message: &str) -> Raised {
    vm.raise_new(&error_class(vm), message)
}

#[cold]
fn inconsistent(vm: &Vm, doing: &str) -> Raised {
    error(
        vm,
        &format!("Error -2 while {doing}: inconsistent stream state"),
    )
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "adler32",
        "(data, value=1, /)",
        "The Adler-32 sum of bytes.",
        |vm, a| {
            let (data, start) = (vm.expect_buffer(&a[0])?, start(vm, a.get(1), 1)?);
            Ok(Value::Int(i64::from(checksum::adler32(start, &data))))
        },
    ),
    native(
        "crc32",
        "(data, value=0, /)",
        "The CRC-32 sum of bytes.",
        |vm, a| {
            let (data, start) = (vm.expect_buffer(&a[0])?, start(vm, a.get(1), 0)?);
            Ok(Value::Int(i64::from(checksum::crc32(start, &data))))
        },
    ),
    native(
        "compress",
        "(data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)",
        "The data, compressed.",
        |vm, a| {
            let data = vm.expect_buffer(&a[0])?;
            let (level, wbits) = (number(vm, a, 1, -1)?, number(vm, a, 2, 15)?);
            match compressor(level, 8, wbits, 8, 0) {
                Some(mut deflate) => Ok(bytes(deflate.run(&data, Flush::Finish))),
                None => Err(error(vm, "Bad compression level")),
            }
        },
    ),
    native(
        "decompress",
        "(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)",
        "The data that was compressed.",
        decompress,
    ),
    native(
        "compressobj",
        "(level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, \
         strategy=Z_DEFAULT_STRATEGY, zdict=None)",
        "Return a compressor object.",
        |vm, a| {
            let (level, method) = (number(vm, a, 0, -1)?, number(vm, a, 1, 8)?);
            let (wbits, memory) = (number(vm, a, 2, 15)?, number(vm, a, 3, 8)?);
            let strategy = number(vm, a, 4, 0)?;
            let dictionary = match a.get(5).and_then(Value::given) {
                None | Some(Value::None) => None,
                Some(dictionary) => Some(vm.expect_buffer(dictionary)?),
            };
            let Some(mut deflate) = compressor(level, method, wbits, memory, strategy) else {
                return Err(vm.value_error("Invalid initialization option"));
            };
            if let Some(dictionary) = dictionary {
                deflate.set_dictionary(&dictionary);
            }
            Ok(Value::from(Ref::new(Compress(RefCell::new(Some(deflate))))))
        },
    ),
    native(
        "decompressobj",
        "(wbits=MAX_WBITS, zdict=b'')",
        "Return a decompressor object.",
        |vm, a| {
            let wbits = number(vm, a, 0, 15)?;
            let inflate = decompressor(vm, wbits, a.get(1))?;
            Ok(Value::from(Ref::new(Decompress {
                inflate: RefCell::new(inflate),
                unused: RefCell::default(),
                tail: RefCell::default(),
                ended: Cell::new(false),
            })))
        },
    ),
];

fn bytes(data: Vec<u8>) -> Value {
    Value::from(Bytes::new(data))
}

/// A checksum to go on from: any integer, of which the lowest bits count.
pub fn start(vm: &Vm, value: Option<&Value>, default: u32) -> Res<u32> {
    let Some(value) = value.and_then(Value::given) else {
        return Ok(default);
    };
    let index = vm.index(value)?;
    let big = Integer::of(&index)
        .map(|number| number.to_big().into_owned())
        .unwrap_or_default();
    let low = big & num_bigint::BigInt::from(u32::MAX);
    Ok(low.iter_u32_digits().next().unwrap_or(0))
}

fn number(vm: &Vm, a: &[Value], place: usize, default: i32) -> Res<i32> {
    match a.get(place).and_then(Value::given) {
        None => Ok(default),
        Some(value) => match vm.index(value)? {
            Value::Int(number) => i32::try_from(number).map_err(|_| {
                let how = if number < 0 {
                    "less than minimum"
                } else {
                    "greater than maximum"
                };
                vm.overflow_error(&format!("signed integer is {how}"))
            }),
            _ => Err(vm.overflow_error("Python int too large to convert to C long")),
        },
    }
}

/// A compressor; `None`: there is none with such settings.
fn compressor(level: i32, method: i32, wbits: i32, memory: i32, strategy: i32) -> Option<Deflate> {
    let (wrapping, bits) = match wbits {
        8 => (Wrapping::Zlib, 9),
        9..=15 => (Wrapping::Zlib, wbits),
        25..=31 => (Wrapping::Gzip, wbits - 16),
        -15..=-9 => (Wrapping::Raw, -wbits),
        _ => return None,
    };
    let strategy = match strategy {
        0 => Strategy::Default,
        1 => Strategy::Filtered,
        2 => Strategy::HuffmanOnly,
        3 => Strategy::Rle,
        4 => Strategy::Fixed,
        _ => return None,
    };
    let level = if level == -1 { 6 } else { level };
    if method != 8 || !(0..=9).contains(&level) || !(1..=9).contains(&memory) {
        return None;
    }
    Some(Deflate::new(
        level as usize,
        wrapping,
        bits as u32,
        memory as u32,
        strategy,
    ))
}

fn inflater(wbits: i32) -> Option<Inflate> {
    let (wrapping, bits) = match wbits {
        -15..=-8 => (Some(Wrapping::Raw), -wbits),
        0 | 8..=15 => (Some(Wrapping::Zlib), wbits),
        16 | 24..=31 => (Some(Wrapping::Gzip), wbits & 15),
        32 | 40..=47 => (None, wbits & 15),
        _ => return None,
    };
    Some(Inflate::new(wrapping, bits as u32))
}

/// A stream and the dictionary that it may ask for.
struct Reader {
    inflate: Inflate,
    dictionary: Option<Vec<u8>>,
}

fn decompressor(vm: &Vm, wbits: i32, dictionary: Option<&Value>) -> Res<Reader> {
    let dictionary = match dictionary.and_then(Value::given) {
        None => None,
        Some(dictionary) => match vm.buffer(dictionary) {
            Some(data) => Some(data).filter(|data| !data.is_empty()),
            None => return Err(vm.type_error("zdict argument must support the buffer protocol")),
        },
    };
    let Some(mut inflate) = inflater(wbits) else {
        return Err(vm.value_error("Invalid initialization option"));
    };
    if let Some(dictionary) = dictionary.as_ref().filter(|_| wbits < 0) {
        inflate.set_dictionary(dictionary);
    }
    Ok(Reader {
        inflate,
        dictionary,
    })
}

impl Reader {
    /// Reads on: what came out, how much was taken, and whether the stream has ended.
    fn run(&mut self, vm: &Vm, data: &[u8], room: usize) -> Res<(Vec<u8>, usize, bool)> {
        let (mut made, mut taken, mut outcome) = self.inflate.run(data, room);
        if outcome == Outcome::NeedsDictionary
            && let Some(dictionary) = &self.dictionary
        {
            if !self.inflate.set_dictionary(dictionary) {
                return Err(error(
                    vm,
                    "Error -3 while setting zdict: incorrect data check",
                ));
            }
            let (more, count, after) = self.inflate.run(&data[taken..], room - made.len());
            made.extend_from_slice(&more);
            (taken, outcome) = (taken + count, after);
        }
        match outcome {
            Outcome::More => Ok((made, taken, false)),
            Outcome::End => Ok((made, taken, true)),
            outcome => Err(wrong(vm, outcome)),
        }
    }
}

#[cold]
fn wrong(vm: &Vm, outcome: Outcome) -> Raised {
    let message = match outcome {
        Outcome::Wrong(why) => format!("Error -3 while decompressing data: {why}"),
        _ => "Error 2 while decompressing data".to_owned(),
    };
    error(vm, &message)
}

fn decompress(vm: &Vm, a: &[Value]) -> Res {
    let data = vm.expect_buffer(&a[0])?;
    let wbits = number(vm, a, 1, 15)?;
    if let Some(size) = a.get(2).and_then(Value::given)
        && vm.index_size(size)? < 0
    {
        return Err(vm.value_error("bufsize must be non-negative"));
    }
    let Some(mut inflate) = inflater(wbits) else {
        return Err(inconsistent(vm, "preparing to decompress data"));
    };
    let (made, _, outcome) = inflate.run(&data, usize::MAX >> 1);
    match outcome {
        Outcome::End => Ok(bytes(made)),
        Outcome::More => {
            let message = "Error -5 while decompressing data: incomplete or truncated stream";
            Err(error(vm, message))
        }
        outcome => Err(wrong(vm, outcome)),
    }
}

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

/// What `compressobj()` gives; nothing is left of it once it is finished.
struct Compress(RefCell<Option<Deflate>>);

plain_object!(Compress, COMPRESS);

static COMPRESS: TypeDef = TypeDef {
    name: "Compress",
    module: "zlib",
    methods: &[
        native("compress", "(data, /)", "Bytes, compressed.", |vm, a| {
            let own = compress_of(vm, &a[0])?;
            let data = vm.expect_buffer(&a[1])?;
            match own.0.borrow_mut().as_mut() {
                Some(deflate) => Ok(bytes(deflate.run(&data, Flush::No))),
                None => Err(inconsistent(vm, "compressing data")),
            }
        }),
        native(
            "flush",
            "(mode=zlib.Z_FINISH, /)",
            "Return a bytes object containing any remaining compressed data.",
            |vm, a| {
                let own = compress_of(vm, &a[0])?;
                let mode = match number(vm, a, 1, 4)? {
                    0 => return Ok(bytes(Vec::new())),
                    1 => Flush::Partial,
                    2 => Flush::Sync,
                    3 => Flush::Full,
                    4 => Flush::Finish,
                    5 => Flush::Block,
                    _ => return Err(inconsistent(vm, "flushing")),
                };
                let mut deflate = own.0.borrow_mut();
                let Some(stream) = deflate.as_mut() else {
                    return Err(inconsistent(vm, "flushing"));
                };
                let made = stream.run(&[], mode);
                if mode == Flush::Finish {
                    *deflate = None;
                }
                Ok(bytes(made))
            },
        ),
        native(
            "copy",
            "()",
            "Return a copy of the compression object.",
            copy_compress,
        ),
        native(
            "__copy__",
            "()",
            "Return a copy of the compression object.",
            copy_compress,
        ),
        native(
            "__deepcopy__",
            "(memo, /)",
            "Return a copy of the compression object.",
            copy_compress,
        ),
    ],
    ..TypeDef::PLAIN
};

fn compress_of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Compress>> {
    value
        .downcast::<Compress>()
        .ok_or_else(|| vm.descriptor_error("zlib.Compress", value))
}

fn copy_compress(vm: &Vm, a: &[Value]) -> Res {
    let deflate = compress_of(vm, &a[0])?.0.borrow().clone();
    if deflate.is_none() {
        return Err(vm.value_error("Inconsistent stream state"));
    }
    Ok(Value::from(Ref::new(Compress(RefCell::new(deflate)))))
}

/// What `decompressobj()` gives.
struct Decompress {
    inflate: RefCell<Reader>,
    /// What came behind the stream.
    unused: RefCell<Vec<u8>>,
    /// What was not read yet, because the output was limited.
    tail: RefCell<Vec<u8>>,
    ended: Cell<bool>,
}

plain_object!(Decompress, DECOMPRESS);

static DECOMPRESS: TypeDef = TypeDef {
    name: "Decompress",
    module: "zlib",
    methods: &[
        native(
            "decompress",
            "(data, /, max_length=0)",
            "Return a bytes object containing the decompressed version of the data.",
            |vm, a| {
                let own = decompress_of(vm, &a[0])?;
                let data = vm.expect_buffer(&a[1])?;
                let most = match a.get(2).and_then(Value::given) {
                    Some(most) => vm.index_size(most)?,
                    None => 0,
                };
                match usize::try_from(most) {
                    Ok(0) => own.read(vm, &data, usize::MAX >> 1).map(bytes),
                    Ok(most) => own.read(vm, &data, most).map(bytes),
                    Err(_) => Err(vm.value_error("max_length must be non-negative")),
                }
            },
        ),
        native(
            "flush",
            "(length=zlib.DEF_BUF_SIZE, /)",
            "Return a bytes object containing any remaining decompressed data.",
            |vm, a| {
                let own = decompress_of(vm, &a[0])?;
                if let Some(length) = a.get(1).and_then(Value::given)
                    && vm.index_size(length)? <= 0
                {
                    return Err(vm.value_error("length must be greater than zero"));
                }
                let tail = own.tail.borrow().clone();
                own.read(vm, &tail, usize::MAX >> 1).map(bytes)
            },
        ),
        native(
            "copy",
            "()",
            "Return a copy of the decompression object.",
            copy_decompress,
        ),
        native(
            "__copy__",
            "()",
            "Return a copy of the decompression object.",
            copy_decompress,
        ),
        native(
            "__deepcopy__",
            "(memo, /)",
            "Return a copy of the decompression object.",
            copy_decompress,
        ),
    ],
    getters: &[
        getter(
            "unused_data",
            "What stands behind the compressed bytes.",
            |vm, d| Ok(bytes(decompress_of(vm, d)?.unused.borrow().clone())),
        ),
        getter(
            "unconsumed_tail",
            "Data that was not read because of the limit.",
            |vm, d| Ok(bytes(decompress_of(vm, d)?.tail.borrow().clone())),
        ),
        getter(
            "eof",
            "Whether the end of the stream was reached.",
            |vm, d| Ok(Value::bool(decompress_of(vm, d)?.ended.get())),
        ),
    ],
    ..TypeDef::PLAIN
};

impl Decompress {
    fn read(&self, vm: &Vm, data: &[u8], room: usize) -> Res<Vec<u8>> {
        if self.ended.get() {
            self.unused.borrow_mut().extend_from_slice(data);
            self.tail.borrow_mut().clear();
            return Ok(Vec::new());
        }
        let read = self.inflate.borrow_mut().run(vm, data, room);
        let (made, taken, ended) = read?;
        let left = data[taken..].to_vec();
        self.ended.set(ended);
        if ended {
            self.unused.borrow_mut().extend_from_slice(&left);
            self.tail.borrow_mut().clear();
        } else {
            *self.tail.borrow_mut() = left;
        }
        Ok(made)
    }
}

fn decompress_of<'a>(vm: &Vm, value: &'a Value) -> Res<&'a Ref<Decompress>> {
    value
        .downcast::<Decompress>()
        .ok_or_else(|| vm.descriptor_error("zlib.Decompress", value))
}

fn copy_decompress(vm: &Vm, a: &[Value]) -> Res {
    let own = decompress_of(vm, &a[0])?;
    if own.ended.get() {
        return Err(vm.value_error("Inconsistent stream state"));
    }
    let reader = own.inflate.borrow();
    Ok(Value::from(Ref::new(Decompress {
        inflate: RefCell::new(Reader {
            inflate: reader.inflate.clone(),
            dictionary: reader.dictionary.clone(),
        }),
        unused: RefCell::new(own.unused.borrow().clone()),
        tail: RefCell::new(own.tail.borrow().clone()),
        ended: Cell::new(false),
    })))
}

/// A decompressor that keeps the data it has not read yet.
struct Decompressor {
    inflate: RefCell<Reader>,
    pending: RefCell<Vec<u8>>,
    needs_input: Cell<bool>,
    ended: Cell<bool>,
}

plain_object!(Decompressor, DECOMPRESSOR);

static DECOMPRESSOR: TypeDef = TypeDef {
    name: "_ZlibDecompressor",
    module: "zlib",
    doc: "What decompresses bytes part by part.",
    new: Some(native(
        "__new__",
        "(wbits=MAX_WBITS, zdict=b'')",
        "Makes a decompressor.",
        |vm, a| {
            let reader = decompressor(vm, number(vm, a, 1, 15)?, a.get(2))?;
            Ok(Value::from(Ref::new(Decompressor {
                inflate: RefCell::new(reader),
                pending: RefCell::default(),
                needs_input: Cell::new(true),
                ended: Cell::new(false),
            })))
        },
    )),
    methods: &[native(
        "decompress",
        "(data, max_length=-1)",
        "Compressed bytes as they were before.",
        |vm, a| {
            let own = decompressor_of(vm, &a[0])?;
            let data = vm.expect_buffer(&a[1])?;
            if own.ended.get() {
                let message = "End of stream already reached";
                return Err(vm.raise_new(&vm.types.eof_error, message));
            }
            let room = match a.get(2).and_then(Value::given) {
                Some(most) => usize::try_from(vm.index_size(most)?).unwrap_or(usize::MAX >> 1),
                None => usize::MAX >> 1,
            };
            let mut pending = own.pending.take();
            pending.extend_from_slice(&data);
            let read = own.inflate.borrow_mut().run(vm, &pending, room);
            let (made, taken, ended) = read?;
            pending.drain(..taken);
            own.ended.set(ended);
            own.needs_input
                .set(!ended && pending.is_empty() && made.len() < room);
            *own.pending.borrow_mut() = pending;
            Ok(bytes(made))
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
        .ok_or_else(|| vm.descriptor_error("zlib._ZlibDecompressor", value))
}
