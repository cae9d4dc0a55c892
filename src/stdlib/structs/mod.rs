//! `struct`: values packed into bytes by a format, and back. Reading formats and converting single values is `layout.rs`.

mod layout;

use super::native_class::{
    add_classes, add_functions, derived_class, native_class, set_doc, share,
};
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use layout::Layout;
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(
        vm,
        module,
        "Values packed into bytes by a format, and back.",
    );
    add_classes(vm, module, &[&TYPE]);
    add_functions(vm, module, "_struct", FUNCTIONS);
    let class = Value::Class(error_class(vm));
    module.dict.set_name(&vm.name("error"), class);
    let names = [
        "calcsize",
        "pack",
        "pack_into",
        "unpack",
        "unpack_from",
        "iter_unpack",
        "Struct",
        "error",
    ];
    let names = names.into_iter().map(Value::str).collect();
    let all = Value::from(crate::objects::list::List::new(names));
    module.dict.set_name(&vm.name("__all__"), all);
    Ok(())
}

/// Fills `struct`, which offers the same.
pub fn make_public(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    share(vm, module, "_struct")
}

static ERROR: TypeDef = TypeDef {
    name: "error",
    module: "struct",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

fn error_class(vm: &Vm) -> Ref<Class> {
    derived_class(vm, &ERROR, |vm| vm.types.exception.clone())
}

/// Raises `struct.error`.
#[cold]
fn error(vm: &Vm, message: &str) -> Raised {
    vm.raise_new(&error_class(vm), message)
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "calcsize",
        "(format, /)",
        "How many bytes the format describes.",
        |vm, a| Ok(Value::from(known(vm, &a[0])?.size)),
    ),
    native(
        "pack",
        "(*args)",
        "pack(format, v1, v2, ...) -> bytes: the values, packed by the format.",
        |vm, a| {
            let (layout, values) = format_first(vm, &a[0])?;
            pack(vm, &layout, &values)
        },
    ),
    native(
        "pack_into",
        "(*args)",
        "pack_into(format, buffer, offset, v1, v2, ...): values in the place of bytes of a buffer.",
        |vm, a| {
            let (layout, values) = format_first(vm, &a[0])?;
            pack_into(vm, &layout, &values)
        },
    ),
    native(
        "unpack",
        "(format, buffer, /)",
        "The values in a buffer of exactly the format's size.",
        |vm, a| unpack(vm, &*known(vm, &a[0])?, &a[1]),
    ),
    native(
        "unpack_from",
        "(format, /, buffer, offset=0)",
        "The values that stand in a buffer from an offset on.",
        |vm, a| unpack_from(vm, &*known(vm, &a[0])?, &a[1..]),
    ),
    native(
        "iter_unpack",
        "(format, buffer, /)",
        "An iterator over the values of one piece of the buffer after the other.",
        |vm, a| iter_unpack(vm, known(vm, &a[0])?, &a[1]),
    ),
    native(
        "_clearcache",
        "()",
        "Forgets the formats read so far.",
        |vm, _| {
            let old = vm.extension::<Known>().0.take();
            drop(old);
            Ok(Value::None)
        },
    ),
];

/// The formats read lately.
#[derive(Default)]
struct Known(RefCell<FxHashMap<Vec<u8>, Rc<Layout>>>);

/// How many formats are remembered.
const KEPT: usize = 100;

/// The layout of a format, or of a `Struct`.
fn known(vm: &Vm, format: &Value) -> Res<Rc<Layout>> {
    if let Some(own) = format.downcast::<Struct>() {
        return own.layout(vm);
    }
    let text = format_text(vm, format)?;
    let known = vm.extension::<Known>();
    if let Some(layout) = known.0.borrow().get(&text) {
        return Ok(layout.clone());
    }
    let layout = Rc::new(Layout::parse(vm, &text)?);
    let mut kept = known.0.borrow_mut();
    if kept.len() >= KEPT {
        kept.clear();
    }
    kept.insert(text, layout.clone());
    Ok(layout)
}

fn format_text(vm: &Vm, format: &Value) -> Res<Vec<u8>> {
    match vm.unwrapped(format) {
        Value::Str(text) => vm.encode(&text, "ascii", "strict"),
        plain => match plain.downcast::<Bytes>() {
            Some(bytes) => Ok(bytes.data().to_vec()),
            None => {
                let class = vm.class_name(format);
                Err(vm.type_error(&format!(
                    "Struct() argument 1 must be a str or bytes object, not {class}"
                )))
            }
        },
    }
}

/// The layout that the first argument describes, and the others.
fn format_first(vm: &Vm, args: &Value) -> Res<(Rc<Layout>, Vec<Value>)> {
    let args = rest(args);
    match args.split_first() {
        Some((format, values)) => Ok((known(vm, format)?, values.to_vec())),
        None => Err(vm.type_error("missing format argument")),
    }
}

fn rest(args: &Value) -> &[Value] {
    match args {
        Value::Tuple(args) => args.items(),
        _ => &[],
    }
}

fn check_count(vm: &Vm, layout: &Layout, name: &str, given: usize) -> Res<()> {
    if given == layout.count {
        return Ok(());
    }
    let count = layout.count;
    let message = format!("{name} expected {count} items for packing (got {given})");
    Err(error(vm, &message))
}

fn pack(vm: &Vm, layout: &Layout, values: &[Value]) -> Res {
    check_count(vm, layout, "pack", values.len())?;
    Ok(Value::from(Bytes::new(layout.pack(vm, values)?)))
}

fn pack_into(vm: &Vm, layout: &Layout, args: &[Value]) -> Res {
    let (buffer, offset, values) = match args {
        [] => return Err(error(vm, "pack_into expected buffer argument")),
        [_] => return Err(error(vm, "pack_into expected offset argument")),
        [buffer, offset, values @ ..] => (vm.unwrapped(buffer), offset, values),
    };
    check_count(vm, layout, "pack_into", values.len())?;
    let mut length = None;
    vm.lend_buffer(&buffer, &mut |data| length = Some(data.len()));
    let Some(length) = length else {
        let class = vm.class_name(&args[0]);
        let message = format!("argument must be read-write bytes-like object, not {class}");
        return Err(vm.type_error(&message));
    };
    let (offset, size) = (vm.index_usize(offset)?, layout.size);
    if offset < 0 && offset.saturating_add_unsigned(size as u64) > 0 {
        let message = format!("no space to pack {size} bytes at offset {offset}");
        return Err(error(vm, &message));
    }
    let start = start(vm, offset, length)?;
    if length.saturating_sub(start) < size {
        let message = format!(
            "pack_into requires a buffer of at least {} bytes for packing {size} bytes at offset {start} (actual \
             buffer size is {length})",
            start.saturating_add(size)
        );
        return Err(error(vm, &message));
    }
    let packed = layout.pack(vm, values)?;
    // Converting the values may have run code that changed the buffer.
    vm.lend_buffer(&buffer, &mut |data| {
        if let Some(place) = data.get_mut(start..start + size) {
            place.copy_from_slice(&packed);
        }
    });
    Ok(Value::None)
}

/// Where an offset stands in a buffer.
fn start(vm: &Vm, offset: i64, length: usize) -> Res<usize> {
    let place = if offset < 0 {
        offset.saturating_add(length as i64)
    } else {
        offset
    };
    usize::try_from(place).map_err(|_| {
        error(
            vm,
            &format!("offset {offset} out of range for {length}-byte buffer"),
        )
    })
}

fn unpack(vm: &Vm, layout: &Layout, buffer: &Value) -> Res {
    let data = vm.expect_buffer(buffer)?;
    if data.len() != layout.size {
        let message = format!("unpack requires a buffer of {} bytes", layout.size);
        return Err(error(vm, &message));
    }
    Ok(Value::from(Tuple::new(layout.unpack(&data))))
}

/// `a`: the buffer, and the offset if given.
fn unpack_from(vm: &Vm, layout: &Layout, a: &[Value]) -> Res {
    let data = vm.expect_buffer(&a[0])?;
    let offset = match a.get(1).and_then(Value::given) {
        Some(offset) => vm.index_usize(offset)?,
        None => 0,
    };
    let (size, length) = (layout.size, data.len());
    if offset < 0 && offset.saturating_add_unsigned(size as u64) > 0 {
        let message = format!("not enough data to unpack {size} bytes at offset {offset}");
        return Err(error(vm, &message));
    }
    let start = start(vm, offset, length)?;
    match data.get(start..start.saturating_add(size)) {
        Some(part) => Ok(Value::from(Tuple::new(layout.unpack(part)))),
        None => Err(error(
            vm,
            &format!(
                "unpack_from requires a buffer of at least {} bytes for unpacking {size} bytes at offset {start} \
                 (actual buffer size is {length})",
                start.saturating_add(size)
            ),
        )),
    }
}

fn iter_unpack(vm: &Vm, layout: Rc<Layout>, buffer: &Value) -> Res {
    let data = vm.expect_buffer(buffer)?;
    if layout.size == 0 {
        return Err(error(
            vm,
            "cannot iteratively unpack with a struct of length 0",
        ));
    }
    if data.len() % layout.size != 0 {
        let size = layout.size;
        let message =
            format!("iterative unpacking requires a buffer of a multiple of {size} bytes");
        return Err(error(vm, &message));
    }
    Ok(Value::from(Ref::new(Pieces {
        layout,
        data,
        place: Cell::new(0),
    })))
}

/// A `Struct` object: a format read once.
struct Struct(RefCell<Option<Rc<Layout>>>);

impl Struct {
    fn layout(&self, vm: &Vm) -> Res<Rc<Layout>> {
        let layout = self.0.borrow().clone();
        layout.ok_or_else(|| vm.runtime_error("Struct object is not initialized"))
    }
}

impl Object for Struct {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &TYPE)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let layout = self.layout(vm)?;
        let text: String = layout.text.iter().map(|byte| char::from(*byte)).collect();
        let shown = vm.repr(&Value::from(text))?;
        Ok(Some(format!("Struct({shown})")))
    }
}

fn of(vm: &Vm, value: &Value) -> Res<Rc<Layout>> {
    match vm.unwrapped(value).downcast::<Struct>() {
        Some(own) => own.layout(vm),
        None => Err(vm.descriptor_error("_struct.Struct", value)),
    }
}

/// The row of `Struct`.
static TYPE: TypeDef = TypeDef {
    name: "Struct",
    module: "_struct",
    doc: "Struct(fmt) --> compiled struct object",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes a Struct.",
        |_, _| Ok(Value::from(Ref::new(Struct(RefCell::new(None))))),
    )),
    init: Some(native(
        "__init__",
        "(format)",
        "Reads the format.",
        |vm, a| {
            let layout = Rc::new(Layout::parse(vm, &format_text(vm, &a[1])?)?);
            match vm.unwrapped(&a[0]).downcast::<Struct>() {
                Some(own) => drop(own.0.replace(Some(layout))),
                None => return Err(vm.descriptor_error("_struct.Struct", &a[0])),
            }
            Ok(Value::None)
        },
    )),
    methods: &[
        native(
            "iter_unpack",
            "(buffer, /)",
            "An iterator over the values of one piece after the other.",
            |vm, a| iter_unpack(vm, of(vm, &a[0])?, &a[1]),
        ),
        native(
            "pack",
            "(*args)",
            "S.pack(v1, v2, ...) -> bytes: the values, packed.",
            |vm, a| pack(vm, &*of(vm, &a[0])?, rest(&a[1])),
        ),
        native(
            "pack_into",
            "(*args)",
            "S.pack_into(buffer, offset, v1, v2, ...): values in the place of bytes of a buffer.",
            |vm, a| pack_into(vm, &*of(vm, &a[0])?, rest(&a[1])),
        ),
        native(
            "unpack",
            "(buffer, /)",
            "The values in a buffer of exactly the format's size.",
            |vm, a| unpack(vm, &*of(vm, &a[0])?, &a[1]),
        ),
        native(
            "unpack_from",
            "(buffer, offset=0)",
            "The values that stand in a buffer from an offset on.",
            |vm, a| unpack_from(vm, &*of(vm, &a[0])?, &a[1..]),
        ),
        native("__sizeof__", "()", "How many bytes it takes.", |vm, a| {
            Ok(Value::from(56 + 32 * of(vm, &a[0])?.count))
        }),
    ],
    getters: &[
        getter("format", "struct format string", |vm, s| {
            Ok(Value::from(
                of(vm, s)?
                    .text
                    .iter()
                    .map(|letter| char::from(*letter))
                    .collect::<String>(),
            ))
        }),
        getter("size", "struct size in bytes", |vm, s| {
            Ok(Value::from(of(vm, s)?.size))
        }),
    ],
    slots: &["__repr__"],
    is_base: true,
    weakly_referable: true,
    ..TypeDef::PLAIN
};

/// What `iter_unpack` gives.
struct Pieces {
    layout: Rc<Layout>,
    data: Vec<u8>,
    place: Cell<usize>,
}

static PIECES: TypeDef = TypeDef {
    name: "unpack_iterator",
    module: "_struct",
    methods: &[native(
        "__length_hint__",
        "()",
        "How many pieces are left.",
        |vm, a| match a[0].downcast::<Pieces>() {
            Some(pieces) => Ok(Value::from(
                (pieces.data.len() - pieces.place.get()) / pieces.layout.size,
            )),
            None => Err(vm.descriptor_error("_struct.unpack_iterator", &a[0])),
        },
    )],
    slots: &["__iter__", "__next__"],
    ..TypeDef::PLAIN
};

impl Object for Pieces {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &PIECES)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn iter(&self, _vm: &Vm, this: &Value) -> Res<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, _vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        let (start, end) = (self.place.get(), self.place.get() + self.layout.size);
        let Some(piece) = self.data.get(start..end) else {
            return Ok(None);
        };
        self.place.set(end);
        Ok(Some(Value::from(Tuple::new(self.layout.unpack(piece)))))
    }
}
