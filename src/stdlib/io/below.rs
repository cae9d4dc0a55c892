//! What a buffered file or a file of text asks of the object below it, where that is none of the files here: any object
//! with the methods of a raw file, or, below text, of a buffered one.

use super::{CHUNK, unsupported};
use crate::interp::{Res, Vm};
use crate::objects::bytearray::ByteArray;
use crate::objects::bytes::Bytes;
use crate::objects::value::Value;

/// What a buffered file is opened with: the arguments of its class, checked.
pub struct Opening {
    /// The raw file.
    pub below: Below,
    /// How many bytes are read at a time.
    pub chunk: usize,
    /// The name of the raw file, or `None`.
    pub name: Value,
}

impl Opening {
    /// From `(raw, buffer_size)`, where the raw file must be able to do what is `needed`.
    pub fn of(vm: &Vm, a: &[Value], needed: &[&str]) -> Res<Opening> {
        let below = Below::raw(a[1].clone());
        for ability in needed {
            if !below.says(vm, ability)? {
                let message = format!("File or stream is not {ability}.");
                return Err(unsupported(vm, &message));
            }
        }
        let chunk = match a.get(2).and_then(Value::given) {
            Some(chunk) => vm.index_size(chunk)?,
            None => CHUNK as i64,
        };
        let Some(chunk) = usize::try_from(chunk).ok().filter(|&chunk| chunk > 0) else {
            return Err(vm.value_error("buffer size must be strictly positive"));
        };
        let name = below.name(vm)?;
        Ok(Opening { below, chunk, name })
    }
}

/// The object below a file.
#[derive(Clone)]
pub struct Below {
    object: Value,
    /// Whether it is asked for what it has read already, as text does.
    is_buffered: bool,
}

impl Below {
    /// A raw file.
    pub fn raw(object: Value) -> Below {
        Below {
            object,
            is_buffered: false,
        }
    }

    /// A file that has a buffer.
    pub fn buffered(object: Value) -> Below {
        Below {
            object,
            is_buffered: true,
        }
    }

    /// Whether it has a buffer of its own.
    pub fn is_buffered(&self) -> bool {
        self.is_buffered
    }

    /// The object itself.
    pub fn object(&self) -> &Value {
        &self.object
    }

    /// Its name, or `None`.
    pub fn name(&self, vm: &Vm) -> Res {
        let name = vm.get_attribute_opt(&self.object, &vm.names.name)?;
        Ok(name.unwrap_or(Value::None))
    }

    /// What it can do, as the mode of a file.
    pub fn mode(&self, vm: &Vm) -> Res<&'static str> {
        Ok(
            match (self.says(vm, "readable")?, self.says(vm, "writable")?) {
                (true, true) => "rb+",
                (true, false) => "rb",
                (false, true) => "wb",
                (false, false) => "",
            },
        )
    }

    fn call(&self, vm: &Vm, name: &str, args: &[Value]) -> Res {
        vm.call_method(&self.object, &vm.name(name), args)
    }

    /// What a method without arguments says, as a truth value.
    pub fn says(&self, vm: &Vm, name: &str) -> Res<bool> {
        let answer = self.call(vm, name, &[])?;
        vm.truth(&answer)
    }

    /// What a method gives.
    pub fn ask(&self, vm: &Vm, name: &str) -> Res {
        self.call(vm, name, &[])
    }

    /// A place: what `seek`, `tell` or `truncate` give.
    pub fn place(&self, vm: &Vm, name: &str, args: &[Value]) -> Res<usize> {
        let place = self.call(vm, name, args)?;
        let number = vm.index_size(&place)?;
        usize::try_from(number).map_err(|_| {
            let message = format!("Raw stream returned invalid position {number}");
            vm.raise_new(&vm.types.os_error, &message)
        })
    }

    /// Up to `most` bytes; none at the end, `None` if there are none yet.
    pub fn read(&self, vm: &Vm, most: usize) -> Res<Option<Vec<u8>>> {
        if self.is_buffered {
            return self.read_buffered(vm, most).map(Some);
        }
        let room = ByteArray::new(vec![0; most]);
        let view = Value::Class(vm.types.memoryview.clone());
        let view = vm.call_with(&view, &[Value::from(room.clone())])?;
        let count = self.call(vm, "readinto", std::slice::from_ref(&view));
        vm.call_method(&view, &vm.name("release"), &[])?.discard();
        let count = count?;
        if count.is_none() {
            return Ok(None);
        }
        let count = vm.index_size(&count)?;
        match usize::try_from(count) {
            Ok(count) if count <= most => Ok(Some(room.borrow()[..count].to_vec())),
            _ => Err(vm.raise_new(
                &vm.types.os_error,
                &format!(
                    "raw readinto() returned invalid length {count} (should have been between 0 and {most})"
                ),
            )),
        }
    }

    fn read_buffered(&self, vm: &Vm, most: usize) -> Res<Vec<u8>> {
        let at_once = vm.get_attribute_opt(&self.object, &vm.name("read1"))?;
        let name = if at_once.is_some() { "read1" } else { "read" };
        let read = self.call(vm, name, &[Value::from(most)])?;
        vm.buffer(&read).ok_or_else(|| {
            let class = vm.class_name(&read);
            vm.type_error(&format!(
                "underlying {name}() should have returned a bytes-like object, not '{class}'"
            ))
        })
    }

    /// Writes all bytes.
    pub fn write(&self, vm: &Vm, bytes: &[u8]) -> Res<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let data = Value::from(Bytes::new(rest.to_vec()));
            let count = self.call(vm, "write", &[data])?;
            if self.is_buffered {
                return Ok(());
            }
            if count.is_none() {
                let message = "write could not complete without blocking";
                return Err(vm.raise_new(&vm.types.blocking_io_error, message));
            }
            let count = vm.index_size(&count)?;
            match usize::try_from(count) {
                Ok(count) if count <= rest.len() => rest = &rest[count..],
                _ => {
                    let most = rest.len();
                    return Err(vm.raise_new(
                        &vm.types.os_error,
                        &format!(
                            "raw write() returned invalid length {count} (should have been between 0 and {most})"
                        ),
                    ));
                }
            }
            vm.poll()?;
        }
        Ok(())
    }
}
