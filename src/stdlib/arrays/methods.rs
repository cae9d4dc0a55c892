//! The methods of arrays, and how they are made.

use super::item::Code;
use super::{Array, string};
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytearray::ByteArray;
use crate::objects::bytes::Bytes;
use crate::objects::class::TypeDef;
use crate::objects::counted::Ref;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::list::List;
use crate::objects::native::{NativeDef, getter, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use crate::text::wtf8;
use snakelet_grammar::ast::CompareOp;

/// The row of `array`.
pub static TYPE: TypeDef = TypeDef {
    name: "array",
    module: "array",
    doc: "array(typecode [, initializer]) -> array\n\nItems of the type that a code names, from bytes, a string, another array or an iterable.",
    new: Some(native(
        "__new__",
        "(*args, **kwargs)",
        "Makes an array.",
        new,
    )),
    methods: METHODS,
    class_methods: &[CLASS_GETITEM],
    getters: &[
        getter(
            "typecode",
            "the letter that says what the items are",
            |vm, a| Ok(Value::from(char::from(of(vm, a)?.code.0).to_string())),
        ),
        getter("itemsize", "how many bytes an item takes", |vm, a| {
            Ok(Value::from(of(vm, a)?.code.size()))
        }),
    ],
    slots: &[
        "__repr__",
        "__add__",
        "__iadd__",
        "__mul__",
        "__rmul__",
        "__imul__",
        "__len__",
        "__iter__",
        "__getitem__",
        "__setitem__",
        "__delitem__",
        "__contains__",
        "__eq__",
        "__ne__",
        "__lt__",
        "__le__",
        "__gt__",
        "__ge__",
        "__buffer__",
        "__release_buffer__",
    ],
    is_base: true,
    unhashable: true,
    weakly_referable: true,
    ..TypeDef::PLAIN
};

const METHODS: &[NativeDef] = &[
    native(
        "append",
        "(v, /)",
        "Put an item behind all others.",
        |vm, a| {
            of(vm, &a[0])?.push(vm, &a[1])?;
            Ok(Value::None)
        },
    ),
    native(
        "buffer_info",
        "()",
        "The address and the number of items.",
        |vm, a| {
            let array = of(vm, &a[0])?;
            let address = array.data.borrow().as_ptr() as usize;
            Ok(Value::from(Tuple::new(vec![
                Value::from(address),
                Value::from(array.length()),
            ])))
        },
    ),
    native(
        "byteswap",
        "()",
        "Turns the bytes of every item round.",
        |vm, a| {
            let array = of(vm, &a[0])?;
            let size = array.code.size();
            array
                .data
                .borrow_mut()
                .chunks_exact_mut(size)
                .for_each(<[u8]>::reverse);
            Ok(Value::None)
        },
    ),
    native("clear", "()", "Take all items out.", |vm, a| {
        let array = of(vm, &a[0])?;
        if array.length() > 0 {
            array.resizable(vm)?.clear();
        }
        Ok(Value::None)
    }),
    native("count", "(v, /)", "How many items equal v.", |vm, a| {
        let array = of(vm, &a[0])?;
        let (mut place, mut found) = (0, 0);
        while let Some(item) = array.get(place) {
            found += i64::from(vm.compare_test(CompareOp::Eq, &item, &a[1])?);
            place += 1;
        }
        Ok(Value::Int(found))
    }),
    native(
        "extend",
        "(bb, /)",
        "Put the items of an iterable or of another array behind.",
        |vm, a| {
            of(vm, &a[0])?.extend(vm, &a[1])?;
            Ok(Value::None)
        },
    ),
    native(
        "frombytes",
        "(buffer, /)",
        "Appends items whose bytes are given.",
        |vm, a| {
            let data = if vm
                .unwrapped(&a[1])
                .downcast::<Array>()
                .is_some_and(|array| array.code.size() != 1)
            {
                return Err(vm.type_error("a bytes-like object is required"));
            } else {
                vm.expect_buffer(&a[1])?
            };
            add_bytes(vm, &*of(vm, &a[0])?, &data)
        },
    ),
    native(
        "fromfile",
        "(f, n, /)",
        "Appends n items read from a file.",
        from_file,
    ),
    native(
        "fromlist",
        "(list, /)",
        "Put the items of a list behind.",
        from_list,
    ),
    native(
        "fromunicode",
        "(ustr, /)",
        "Appends the characters of a string.",
        |vm, a| {
            let array = of(vm, &a[0])?;
            let Value::Str(text) = vm.unwrapped(&a[1]) else {
                let class = vm.argument_class(&a[1]);
                return Err(
                    vm.type_error(&format!("fromunicode() argument must be str, not {class}"))
                );
            };
            if !array.code.is_text() {
                let message =
                    "fromunicode() may only be called on unicode type arrays ('u' or 'w')";
                return Err(vm.value_error(message));
            }
            if !text.is_empty() {
                array.resizable(vm)?.extend(text_items(text.bytes()));
            }
            Ok(Value::None)
        },
    ),
    native(
        "index",
        "(v, start=0, stop=sys.maxsize, /)",
        "The index of the first item that equals v.",
        |vm, a| {
            let array = of(vm, &a[0])?;
            let length = array.length() as i64;
            let bound = |place: usize, default: i64| -> Res<usize> {
                let bound = vm.slice_bound(a.get(place).and_then(Value::given), default)?;
                let bound = if bound < 0 {
                    bound.saturating_add(length).max(0)
                } else {
                    bound
                };
                Ok(bound as usize)
            };
            match find(vm, &array, &a[1], bound(2, 0)?, bound(3, i64::MAX)?)? {
                Some(place) => Ok(Value::from(place)),
                None => Err(vm.value_error("array.index(x): x not in array")),
            }
        },
    ),
    native(
        "insert",
        "(i, v, /)",
        "Put an item before the one at an index.",
        |vm, a| {
            let array = of(vm, &a[0])?;
            let place = vm.index_size(&a[1])?;
            let item = array.code.write(vm, &a[2])?;
            let length = array.length() as i64;
            let place = if place < 0 {
                place.saturating_add(length)
            } else {
                place
            };
            let (place, size) = (place.clamp(0, length) as usize, array.code.size());
            let at = place * size;
            array
                .resizable(vm)?
                .splice(at..at, item[..size].iter().copied());
            Ok(Value::None)
        },
    ),
    native(
        "pop",
        "(i=-1, /)",
        "Take the item at an index out and give it.",
        |vm, a| {
            let array = of(vm, &a[0])?;
            let place = match a.get(1).and_then(Value::given) {
                Some(place) => vm.index_size(place)?,
                None => -1,
            };
            let length = array.length() as i64;
            if length == 0 {
                return Err(vm.index_error("pop from empty array"));
            }
            let place = if place < 0 {
                place.saturating_add(length)
            } else {
                place
            };
            if !(0..length).contains(&place) {
                return Err(vm.index_error("pop index out of range"));
            }
            let item = array.get(place as usize).unwrap_or_default();
            remove(vm, &array, place as usize)?;
            Ok(item)
        },
    ),
    native(
        "remove",
        "(v, /)",
        "Take out the first item that equals v.",
        |vm, a| {
            let array = of(vm, &a[0])?;
            match find(vm, &array, &a[1], 0, usize::MAX)? {
                Some(place) => remove(vm, &array, place).map(|()| Value::None),
                None => Err(vm.value_error("array.remove(x): x not in array")),
            }
        },
    ),
    native("reverse", "()", "Turn the order around.", |vm, a| {
        let array = of(vm, &a[0])?;
        let size = array.code.size();
        let mut data = array.data.borrow_mut();
        data.reverse();
        data.chunks_exact_mut(size).for_each(<[u8]>::reverse);
        Ok(Value::None)
    }),
    native(
        "tobytes",
        "()",
        "The items as the machine stores them, in bytes.",
        |vm, a| {
            let data = of(vm, &a[0])?.data.borrow().clone();
            Ok(Value::from(Bytes::new(data)))
        },
    ),
    native(
        "tofile",
        "(f, /)",
        "Write the items to a file as the machine stores them.",
        |vm, a| {
            let data = of(vm, &a[0])?.data.borrow().clone();
            for block in data.chunks(64 * 1024) {
                let block = Value::from(Bytes::new(block.to_vec()));
                vm.call_method(&a[1], &vm.name("write"), &[block])?;
            }
            Ok(Value::None)
        },
    ),
    native("tolist", "()", "The items in a list.", |vm, a| {
        Ok(Value::from(List::new(of(vm, &a[0])?.items())))
    }),
    native("tounicode", "()", "The characters as a string.", |vm, a| {
        let array = of(vm, &a[0])?;
        if !array.code.is_text() {
            let message = "tounicode() may only be called on unicode type arrays ('u' or 'w')";
            return Err(vm.value_error(message));
        }
        text(vm, &array)
    }),
    native("__copy__", "()", "Another array with the same items.", copy),
    native(
        "__deepcopy__",
        "(unused, /)",
        "Another array with the same items.",
        copy,
    ),
    native(
        "__reduce_ex__",
        "(value, /)",
        "Return state information for pickling.",
        reduce,
    ),
    native(
        "__sizeof__",
        "()",
        "How many bytes the array takes.",
        |vm, a| {
            let array = of(vm, &a[0])?;
            let data = array.data.borrow();
            Ok(Value::from(64 + data.len()))
        },
    ),
];

/// The array that a receiver is.
pub fn of(vm: &Vm, value: &Value) -> Res<Ref<Array>> {
    match vm.unwrapped(value).downcast::<Array>() {
        Some(array) => Ok(array.clone()),
        None => Err(vm.descriptor_error("array.array", value)),
    }
}

/// The first place from `start` to before `stop` whose item equals a value. An item is a new object each time it is
/// got, so that a nan is never found by being the same object.
pub fn find(
    vm: &Vm,
    array: &Array,
    value: &Value,
    start: usize,
    stop: usize,
) -> Res<Option<usize>> {
    let mut place = start;
    while place < stop
        && let Some(item) = array.get(place)
    {
        if vm.compare_test(CompareOp::Eq, &item, value)? {
            return Ok(Some(place));
        }
        place += 1;
    }
    Ok(None)
}

/// The error of an array that is multiplied by something else than an integer.
#[cold]
pub fn refuse_factor(vm: &Vm, factor: &Value) -> Raised {
    let class = vm.class_name(factor);
    vm.type_error(&format!(
        "can't multiply sequence by non-int of type '{class}'"
    ))
}

fn remove(vm: &Vm, array: &Array, place: usize) -> Res<()> {
    let size = array.code.size();
    drop(array.resizable(vm)?.drain(place * size..(place + 1) * size));
    Ok(())
}

/// The characters of an array as a string.
pub fn text(vm: &Vm, array: &Array) -> Res {
    let data = array.data.borrow().clone();
    let points = data
        .chunks_exact(4)
        .map(|item| u32::from_le_bytes([item[0], item[1], item[2], item[3]]));
    match points.clone().find(|point| *point > 0x10ffff) {
        Some(point) => Err(vm.value_error(&format!(
            "character U+{point:x} is not in range [U+0000; U+10ffff]"
        ))),
        None => Ok(string(points)),
    }
}

fn text_items(text: &[u8]) -> Vec<u8> {
    wtf8::code_points(text).flat_map(u32::to_le_bytes).collect()
}

fn add_bytes(vm: &Vm, array: &Array, data: &[u8]) -> Res {
    if !data.len().is_multiple_of(array.code.size()) {
        return Err(vm.value_error("bytes length not a multiple of item size"));
    }
    if !data.is_empty() {
        array.resizable(vm)?.extend_from_slice(data);
    }
    Ok(Value::None)
}

fn new(vm: &Vm, a: &[Value]) -> Res {
    let Value::Tuple(args) = &a[1] else {
        return Ok(Value::None);
    };
    let exact = matches!(&a[0], Value::Class(class) if class.def().is_some());
    if exact && matches!(&a[2], Value::Dict(keywords) if !keywords.is_empty()) {
        return Err(vm.type_error("array.array() takes no keyword arguments"));
    }
    let (letter, initial) = match args.items() {
        [letter] => (letter, None),
        [letter, initial] => (letter, Some(initial)),
        [] => return Err(vm.type_error("array() takes at least 1 argument (0 given)")),
        more => {
            let count = more.len();
            let message = format!("array() takes at most 2 arguments ({count} given)");
            return Err(vm.type_error(&message));
        }
    };
    let code = type_code(vm, letter)?;
    let array = Array::new(code, Vec::new());
    if let Some(initial) = initial {
        fill(vm, &array, initial)?;
    }
    Ok(Value::from(array))
}

fn type_code(vm: &Vm, letter: &Value) -> Res<Code> {
    let text = match vm.unwrapped(letter) {
        Value::Str(text) if text.len() == 1 => text,
        _ => {
            let class = vm.argument_class(letter);
            let message = format!("array() argument 1 must be a unicode character, not {class}");
            return Err(vm.type_error(&message));
        }
    };
    let letter = text.as_str().and_then(|text| text.chars().next());
    match letter.and_then(Code::of) {
        Some(code) => {
            if code.0 == b'u' {
                let message = "The 'u' type code is deprecated and will be removed in Python 3.16";
                vm.warn(&vm.types.deprecation_warning, message, 1)?;
            }
            Ok(code)
        }
        None => {
            Err(vm.value_error("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)"))
        }
    }
}

fn fill(vm: &Vm, array: &Array, initial: &Value) -> Res<()> {
    let code = array.code;
    let letter = char::from(code.0);
    let plain = vm.unwrapped(initial);
    if let Value::Str(text) = &plain {
        if !code.is_text() {
            let message =
                format!("cannot use a str to initialize an array with typecode '{letter}'");
            return Err(vm.type_error(&message));
        }
        *array.data.borrow_mut() = text_items(text.bytes());
        return Ok(());
    }
    if let Some(other) = plain.downcast::<Array>() {
        if other.code.is_text() && !code.is_text() {
            let message = format!(
                "cannot use a unicode array to initialize an array with typecode '{letter}'"
            );
            return Err(vm.type_error(&message));
        }
        if other.code == code {
            let data = other.data.borrow().clone();
            *array.data.borrow_mut() = data;
            return Ok(());
        }
    } else if plain.downcast::<Bytes>().is_some() || plain.downcast::<ByteArray>().is_some() {
        let data = vm.buffer(&plain).unwrap_or_default();
        return add_bytes(vm, array, &data).map(drop);
    }
    vm.for_each(initial, |item| {
        array.push(vm, &item)?;
        Ok(true)
    })
}

fn from_list(vm: &Vm, a: &[Value]) -> Res {
    let array = of(vm, &a[0])?;
    let Value::List(list) = vm.unwrapped(&a[1]) else {
        return Err(vm.type_error("arg must be list"));
    };
    let (mut data, length) = (Vec::new(), list.len());
    for place in 0..length {
        let item = list.get(place).unwrap_or(Value::None);
        data.extend_from_slice(&array.code.write(vm, &item)?[..array.code.size()]);
        if list.len() != length {
            return Err(vm.runtime_error("list changed size during iteration"));
        }
    }
    if !data.is_empty() {
        array.resizable(vm)?.extend_from_slice(&data);
    }
    Ok(Value::None)
}

fn from_file(vm: &Vm, a: &[Value]) -> Res {
    let array = of(vm, &a[0])?;
    let count = vm.index_size(&a[2])?;
    if count < 0 {
        return Err(vm.value_error("negative count"));
    }
    let Some(wanted) = (count as usize).checked_mul(array.code.size()) else {
        return Err(vm.memory_error());
    };
    let read = vm.call_method(&a[1], &vm.name("read"), &[Value::from(wanted)])?;
    let plain = vm.unwrapped(&read);
    let Some(data) = plain.downcast::<Bytes>() else {
        return Err(vm.type_error("read() didn't return bytes"));
    };
    add_bytes(vm, &array, data.data())?;
    if data.data().len() != wanted {
        let message = "read() didn't return enough bytes";
        return Err(vm.raise_new(&vm.types.eof_error, message));
    }
    Ok(Value::None)
}

fn copy(vm: &Vm, a: &[Value]) -> Res {
    let array = of(vm, &a[0])?;
    let data = array.data.borrow().clone();
    Ok(Value::from(Array::new(array.code, data)))
}

/// The attributes that an instance of a subclass has; `None`: it has none of its own.
fn state(vm: &Vm, object: &Value) -> Value {
    match object {
        Value::Instance(instance) => Value::Dict(instance.dict(vm)),
        _ => Value::None,
    }
}

fn reduce(vm: &Vm, a: &[Value]) -> Res {
    let array = of(vm, &a[0])?;
    let protocol = vm.index_size(&a[1])?;
    let class = Value::Class(vm.class_of(&a[0]));
    let letter = Value::from(char::from(array.code.0).to_string());
    let (function, args) = if protocol < 3 {
        let items = match array.code.is_text() {
            true => text(vm, &array)?,
            false => Value::from(List::new(array.items())),
        };
        (class, vec![letter, items])
    } else {
        let module = vm.import("array", 0)?;
        let function = vm.get_attribute(&module, &vm.name("_array_reconstructor"))?;
        let data = Value::from(Bytes::new(array.data.borrow().clone()));
        (
            function,
            vec![class, letter, Value::Int(array.code.machine_format()), data],
        )
    };
    let args = Value::from(Tuple::new(args));
    Ok(Value::from(Tuple::new(vec![
        function,
        args,
        state(vm, &a[0]),
    ])))
}

/// `_array_reconstructor(arraytype, typecode, mformat_code, items)`
pub fn rebuild(vm: &Vm, a: &[Value]) -> Res {
    let Value::Class(class) = &a[0] else {
        let class = vm.class_name(&a[0]);
        let message = format!("first argument must be a type object, not {class}");
        return Err(vm.type_error(&message));
    };
    let own = super::native_class(vm, &TYPE);
    if !class.is_subclass(&own) {
        let name = class.name();
        return Err(vm.type_error(&format!("{name} is not a subtype of array.array")));
    }
    let code = type_code_of(vm, &a[1])?;
    let format = vm.index_size(&a[2])?;
    if !(0..=21).contains(&format) {
        return Err(vm.value_error("third argument must be a valid machine format code."));
    }
    let plain = vm.unwrapped(&a[3]);
    let Some(data) = plain.downcast::<Bytes>() else {
        let class = vm.class_name(&a[3]);
        let message = format!("fourth argument should be bytes, not {class}");
        return Err(vm.type_error(&message));
    };
    let items = foreign_items(vm, format, data.data())?;
    let letter = Value::from(char::from(code.0).to_string());
    vm.call_with(&a[0], &[letter, items])
}

fn type_code_of(vm: &Vm, letter: &Value) -> Res<Code> {
    let text = match vm.unwrapped(letter) {
        Value::Str(text) if text.len() == 1 => text,
        _ => {
            let class = vm.argument_class(letter);
            let message = format!(
                "_array_reconstructor() argument 2 must be a unicode character, not {class}"
            );
            return Err(vm.type_error(&message));
        }
    };
    let letter = text.as_str().and_then(|text| text.chars().next());
    letter
        .and_then(Code::of)
        .ok_or_else(|| vm.value_error("second argument must be a valid type code"))
}

/// The values in the bytes of a machine format, which need not be this machine's.
fn foreign_items(vm: &Vm, format: i64, data: &[u8]) -> Res {
    let size = match format {
        0 | 1 => 1,
        2..=5 | 18 | 19 => 2,
        6..=9 | 14 | 15 | 20 | 21 => 4,
        _ => 8,
    };
    if format < 18 && !data.len().is_multiple_of(size) {
        return Err(vm.value_error("string length not a multiple of item size"));
    }
    let encoding = match format {
        18 => Some("utf-16-le"),
        19 => Some("utf-16-be"),
        20 => Some("utf-32-le"),
        21 => Some("utf-32-be"),
        _ => None,
    };
    if let Some(encoding) = encoding {
        let text = vm.decode(data, encoding, "strict")?;
        return Ok(Value::from(Ref::new(crate::objects::str::Str::from_wtf8(
            text,
        ))));
    }
    let code = Code(match format {
        0 => b'B',
        1 => b'b',
        2 | 3 => b'H',
        4 | 5 => b'h',
        6 | 7 => b'I',
        8 | 9 => b'i',
        10 | 11 => b'Q',
        12 | 13 => b'q',
        14 | 15 => b'f',
        _ => b'd',
    });
    let item = |item: &[u8]| {
        let mut item = item.to_vec();
        if format > 1 && format % 2 == 1 {
            item.reverse();
        }
        code.read(&item)
    };
    Ok(Value::from(List::new(
        data.chunks_exact(size).map(item).collect(),
    )))
}
