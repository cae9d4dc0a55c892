//! Files of bytes: `BytesIO` in memory, `FileIO` and the buffered ones in the file system or over another object
//! (`below.rs`). Reading goes through a buffer, writing goes straight on, so that nothing is lost however a program ends.

mod lent;
mod types;

pub use lent::BYTES_IO_BUFFER;
pub use types::{BYTES_IO, FILE_IO, RANDOM, READER, WRITER, put_into, room};

use super::below::Below;
use super::held::Held;
use super::{CHUNK, closed, unsupported};
use crate::event_loop::watch::{self, Side};
use crate::interp::{Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::Class;
use crate::objects::counted::{CloneCell, Ref};
use crate::objects::dict::Dict;
use crate::objects::object::Object;
use crate::objects::value::Value;
use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::fd::RawFd;

/// Where the bytes are.
enum Backing {
    Memory(Vec<u8>),
    File(Held),
    Below(Below),
    Closed,
}

/// Which class a file shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `BytesIO`
    Memory,
    /// `FileIO`
    Raw,
    /// `BufferedReader`
    Reader,
    /// `BufferedWriter`
    Writer,
    /// `BufferedRandom`
    Random,
}

/// A file of bytes.
pub struct ByteFile {
    kind: Cell<Kind>,
    backing: RefCell<Backing>,
    /// What was read ahead, and how much of it was taken.
    ahead: RefCell<(Vec<u8>, usize)>,
    /// How many bytes are read ahead at a time.
    chunk: usize,
    /// The place in memory.
    at: Cell<usize>,
    /// Its name: what it was opened by.
    pub name: Value,
    mode: &'static str,
    seekable: Cell<bool>,
    /// How many views look at what is in memory.
    views: Cell<usize>,
    /// Whether what is below had nothing yet when it was asked last.
    waits: Cell<bool>,
    dict: CloneCell<Option<Ref<Dict>>>,
}

impl ByteFile {
    fn new(kind: Kind, backing: Backing, name: Value, mode: &'static str) -> Ref<ByteFile> {
        ByteFile::by_chunks(CHUNK, kind, backing, name, mode)
    }

    fn by_chunks(
        chunk: usize,
        kind: Kind,
        backing: Backing,
        name: Value,
        mode: &'static str,
    ) -> Ref<ByteFile> {
        Ref::new(ByteFile {
            kind: Cell::new(kind),
            backing: RefCell::new(backing),
            ahead: RefCell::default(),
            chunk,
            at: Cell::new(0),
            name,
            mode,
            seekable: Cell::new(true),
            views: Cell::new(0),
            waits: Cell::new(false),
            dict: CloneCell::new(None),
        })
    }

    /// A file of bytes over any object that is read and written as a buffered file is: what text stands on.
    pub fn over_buffer(vm: &Vm, object: &Value) -> Res<Ref<ByteFile>> {
        let below = Below::buffered(object.clone());
        let seekable = below.says(vm, "seekable")?;
        let (mode, name) = (below.mode(vm)?, below.name(vm)?);
        let made = ByteFile::new(Kind::Random, Backing::Below(below), name, mode);
        made.seekable.set(seekable);
        Ok(made)
    }

    /// How many bytes are in memory.
    fn length(&self) -> usize {
        match &*self.backing.borrow() {
            Backing::Memory(data) => data.len(),
            Backing::File(_) | Backing::Below(_) | Backing::Closed => 0,
        }
    }

    /// What is in memory.
    fn held(&self) -> Vec<u8> {
        match &*self.backing.borrow() {
            Backing::Memory(data) => data.clone(),
            Backing::File(_) | Backing::Below(_) | Backing::Closed => Vec::new(),
        }
    }

    /// Holds other bytes from now on.
    fn hold(&self, data: Vec<u8>, place: usize) {
        drop(self.ahead.take());
        self.at.set(place);
        let old = self.backing.replace(Backing::Memory(data));
        drop(old);
    }

    /// The object below it, if it is over one.
    pub fn below(&self) -> Option<Below> {
        match &*self.backing.borrow() {
            Backing::Below(below) => Some(below.clone()),
            Backing::Memory(_) | Backing::File(_) | Backing::Closed => None,
        }
    }

    /// What the object below it says of itself; without one, and of what its class cannot do, what is known.
    fn says(&self, vm: &Vm, method: &str, known: bool) -> Res {
        match self.below() {
            Some(_) if !known && method != "seekable" => Ok(Value::bool(false)),
            Some(below) => below.says(vm, method).map(Value::bool),
            None => Ok(Value::bool(known)),
        }
    }

    /// Refuses to change the length of what views look at.
    fn check_unseen(&self, vm: &Vm) -> Res<()> {
        if self.views.get() == 0 {
            return Ok(());
        }
        let message = "Existing exports of data: object cannot be re-sized";
        Err(vm.raise_new(&vm.types.buffer_error, message))
    }

    /// Whether it is closed, or what is below it is.
    pub fn is_closed_for(&self, vm: &Vm) -> Res<bool> {
        match self.below() {
            Some(below) => {
                let state = vm.get_attribute(below.object(), &vm.name("closed"))?;
                vm.truth(&state)
            }
            None => Ok(self.is_closed()),
        }
    }

    /// Closes it, and what is below it; it is as closed as that is.
    pub fn shut(&self, vm: &Vm) -> Res<()> {
        self.check_unseen(vm)?;
        if let Some(below) = self.below() {
            below.ask(vm, "close")?.discard();
        }
        let mut old = self.backing.replace(Backing::Closed);
        if let Backing::File(file) = &mut old {
            let closed = file.close();
            closed.map_err(|error| vm.os_error(&error.into(), None))?;
        }
        Ok(())
    }

    /// Gives up what is below it, which is a raw file.
    fn detach(&self, vm: &Vm) -> Res {
        if matches!(self.kind.get(), Kind::Memory | Kind::Raw) {
            return Err(unsupported(vm, "detach"));
        }
        self.forget_ahead(vm)?;
        match self.backing.replace(Backing::Closed) {
            Backing::Below(below) => Ok(below.object().clone()),
            Backing::Closed => Err(vm.value_error("raw stream has been detached")),
            backing => {
                let raw = ByteFile::new(Kind::Raw, backing, self.name.clone(), self.mode);
                raw.seekable.set(self.seekable.get());
                raw.name_itself(vm);
                Ok(Value::from(raw))
            }
        }
    }

    /// A file of the file system, opened as `mode` says.
    pub fn over(kind: Kind, file: Held, name: Value, mode: &'static str) -> Ref<ByteFile> {
        let mut file = file;
        let seekable = file.file().is_ok_and(|file| file.stream_position().is_ok());
        let made = ByteFile::new(kind, Backing::File(file), name, mode);
        made.seekable.set(seekable);
        made
    }

    /// Gives a raw file its name, which is an attribute like those of scripts.
    pub fn name_itself(&self, vm: &Vm) {
        if let Some(attributes) = self.attributes(true) {
            attributes.set_name(&vm.names.name, self.name.clone());
        }
    }

    /// The file behind a value, or behind an instance of a subclass.
    pub fn of(vm: &Vm, value: &Value) -> Option<Ref<ByteFile>> {
        vm.unwrapped(value).downcast::<ByteFile>().cloned()
    }

    /// Whether it is closed.
    pub fn is_closed(&self) -> bool {
        matches!(*self.backing.borrow(), Backing::Closed)
    }

    /// Closes it.
    pub fn close(&self) {
        let old = self.backing.replace(Backing::Closed);
        drop(old);
    }

    /// Whether it was opened for reading.
    pub fn can_read(&self) -> bool {
        self.mode.contains(['r', '+'])
    }

    /// Whether it was opened for writing.
    pub fn can_write(&self) -> bool {
        self.mode.contains(['w', 'a', 'x', '+'])
    }

    /// Whether it can go to any place.
    pub fn can_seek(&self) -> bool {
        self.seekable.get()
    }

    /// Whether it is a terminal.
    pub fn is_terminal(&self, vm: &Vm) -> Res<bool> {
        if let Some(below) = self.below() {
            return below.says(vm, "isatty");
        }
        Ok(match &*self.backing.borrow() {
            Backing::File(file) => rustix::termios::isatty(watch::borrow(&file.number())),
            Backing::Memory(_) | Backing::Below(_) | Backing::Closed => false,
        })
    }

    /// Whether it is over another object, which is closed with it.
    pub fn is_over_open(&self) -> bool {
        matches!(*self.backing.borrow(), Backing::Below(_))
    }

    /// Whether it has a descriptor that nobody has closed and that ends with it.
    pub fn is_left_open(&self) -> bool {
        match &*self.backing.borrow() {
            Backing::File(file) => file.closes(),
            Backing::Memory(_) | Backing::Below(_) | Backing::Closed => false,
        }
    }

    /// Warns of a file that was not closed.
    pub fn warn_left_open(&self, vm: &Vm, shown: &Value) {
        if self.is_left_open() {
            let text = vm.repr(shown).unwrap_or_default();
            vm.warn_unclosed(&format!("unclosed file {text}"), shown);
        }
    }

    /// Whether its descriptor ends with it.
    pub fn closes_descriptor(&self) -> bool {
        match &*self.backing.borrow() {
            Backing::File(file) => file.closes(),
            Backing::Memory(_) | Backing::Below(_) | Backing::Closed => true,
        }
    }

    /// The number of its file descriptor.
    pub fn descriptor(&self, vm: &Vm) -> Res {
        if let Some(below) = self.below() {
            return below.ask(vm, "fileno");
        }
        match &*self.backing.borrow() {
            Backing::File(file) => Ok(Value::Int(i64::from(file.number()))),
            Backing::Memory(_) | Backing::Below(_) | Backing::Closed => {
                Err(unsupported(vm, "fileno"))
            }
        }
    }

    /// Runs an operation on the file of the system.
    fn on_file<T>(
        &self,
        vm: &Vm,
        action: impl FnOnce(&mut File) -> io::Result<T>,
    ) -> Res<Option<T>> {
        let result = match &mut *self.backing.borrow_mut() {
            Backing::File(file) => file.file().and_then(action),
            Backing::Memory(_) | Backing::Below(_) => return Ok(None),
            Backing::Closed => return Err(closed(vm)),
        };
        match result {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(vm.os_error(&error, None)),
        }
    }

    /// Makes sure that something was read ahead; `false` at the end.
    fn fill(&self, vm: &Vm) -> Res<bool> {
        {
            let ahead = self.ahead.borrow();
            if ahead.1 < ahead.0.len() {
                return Ok(true);
            }
        }
        if let Some(below) = self.below() {
            let given = below.read(vm, self.chunk)?;
            self.waits.set(given.is_none());
            let chunk = given.unwrap_or_default();
            let is_some = !chunk.is_empty();
            *self.ahead.borrow_mut() = (chunk, 0);
            return Ok(is_some);
        }
        if let Some(descriptor) = self.raw_descriptor() {
            watch::until_ready(vm, descriptor, Side::Read)?;
        }
        let mut chunk = vec![0; CHUNK];
        let read = self.on_file(vm, |file| {
            loop {
                match file.read(&mut chunk) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    result => return result,
                }
            }
        })?;
        let count = match read {
            Some(count) => {
                chunk.truncate(count);
                count
            }
            None => {
                chunk = self.take_from_memory(CHUNK);
                chunk.len()
            }
        };
        *self.ahead.borrow_mut() = (chunk, 0);
        Ok(count > 0)
    }

    fn take_from_memory(&self, most: usize) -> Vec<u8> {
        let Backing::Memory(data) = &*self.backing.borrow() else {
            return Vec::new();
        };
        let start = self.at.get().min(data.len());
        let end = start.saturating_add(most).min(data.len());
        if start < end {
            self.at.set(end);
        }
        data[start..end].to_vec()
    }

    /// What one call of the system reads, of at most `most` bytes.
    fn read_below(&self, vm: &Vm, descriptor: RawFd, most: usize) -> Res<Vec<u8>> {
        watch::until_ready(vm, descriptor, Side::Read)?;
        let mut data = crate::text::room(most).map_err(|fault| vm.fault(fault))?;
        data.resize(most, 0);
        let count = self.on_file(vm, |file| {
            loop {
                match file.read(&mut data) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    result => return result,
                }
            }
        })?;
        data.truncate(count.unwrap_or(0));
        Ok(data)
    }

    /// Up to `most` bytes; all that are left without it.
    pub fn read(&self, vm: &Vm, most: Option<usize>) -> Res<Vec<u8>> {
        if let (Kind::Raw, Some(most), Some(descriptor)) =
            (self.kind.get(), most, self.raw_descriptor())
        {
            let is_ahead = self.ahead.borrow().1 < self.ahead.borrow().0.len();
            if !is_ahead {
                return self.read_below(vm, descriptor, most);
            }
        }
        let mut data = Vec::new();
        while most.is_none_or(|most| data.len() < most) && self.fill(vm)? {
            let mut ahead = self.ahead.borrow_mut();
            let rest = ahead.0.len() - ahead.1;
            let count = most.map_or(rest, |most| rest.min(most - data.len()));
            let start = ahead.1;
            if data.try_reserve(count).is_err() {
                drop(ahead);
                return Err(vm.memory_error());
            }
            data.extend_from_slice(&ahead.0[start..start + count]);
            ahead.1 += count;
        }
        Ok(data)
    }

    /// Up to `most` bytes of what is there, with one look below at most.
    pub fn read_once(&self, vm: &Vm, most: usize) -> Res<Vec<u8>> {
        let is_ahead = self.ahead.borrow().1 < self.ahead.borrow().0.len();
        if let Some(below) = self.below()
            && !is_ahead
            && most > self.chunk
        {
            // So many bytes need no buffer.
            let given = below.read(vm, most)?;
            self.waits.set(given.is_none());
            return Ok(given.unwrap_or_default());
        }
        if most == 0 || !self.fill(vm)? {
            return Ok(Vec::new());
        }
        let mut ahead = self.ahead.borrow_mut();
        let start = ahead.1;
        let end = start.saturating_add(most).min(ahead.0.len());
        ahead.1 = end;
        Ok(ahead.0[start..end].to_vec())
    }

    /// A line with its end, of at most `most` bytes.
    pub fn read_line(&self, vm: &Vm, most: Option<usize>) -> Res<Vec<u8>> {
        let mut line = Vec::new();
        while most.is_none_or(|most| line.len() < most) && self.fill(vm)? {
            let mut ahead = self.ahead.borrow_mut();
            let rest = &ahead.0[ahead.1..];
            let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
            let count = most.map_or(end, |most| end.min(most - line.len()));
            line.extend_from_slice(&rest[..count]);
            ahead.1 += count;
            if line.ends_with(b"\n") {
                break;
            }
        }
        Ok(line)
    }

    fn peek(&self, vm: &Vm) -> Res<Vec<u8>> {
        self.fill(vm)?;
        let ahead = self.ahead.borrow();
        Ok(ahead.0[ahead.1..].to_vec())
    }

    /// Gives up what was read ahead, going back to where the reader is.
    fn forget_ahead(&self, vm: &Vm) -> Res<()> {
        let below = self.below();
        if below.is_some() && !self.can_seek() {
            return Ok(());
        }
        let (data, taken) = self.ahead.take();
        let left = data.len() - taken;
        if left == 0 {
            return Ok(());
        }
        if let Some(below) = below {
            let back = [Value::Int(-(left as i64)), Value::Int(1)];
            below.place(vm, "seek", &back)?;
            return Ok(());
        }
        match self.on_file(vm, |file| file.seek(SeekFrom::Current(-(left as i64))))? {
            Some(_) => {}
            None => self.at.set(self.at.get() - left),
        }
        Ok(())
    }

    /// Writes bytes.
    pub fn write(&self, vm: &Vm, bytes: &[u8]) -> Res<()> {
        self.forget_ahead(vm)?;
        if let Some(below) = self.below() {
            return below.write(vm, bytes);
        }
        if let Some(descriptor) = self.raw_descriptor() {
            return self.write_below(vm, descriptor, bytes);
        }
        if let Backing::Closed = *self.backing.borrow() {
            return Err(closed(vm));
        }
        self.check_unseen(vm)?;
        let mut backing = self.backing.borrow_mut();
        let Backing::Memory(data) = &mut *backing else {
            return Ok(());
        };
        let end = self.at.get().saturating_add(bytes.len());
        if bytes.is_empty() {
            return Ok(());
        }
        if end > data.len() {
            if data.try_reserve(end - data.len()).is_err() {
                drop(backing);
                return Err(vm.memory_error());
            }
            data.resize(end, 0);
        }
        data[self.at.get()..end].copy_from_slice(bytes);
        self.at.set(end);
        Ok(())
    }

    fn write_below(&self, vm: &Vm, descriptor: RawFd, bytes: &[u8]) -> Res<()> {
        let mut left = bytes;
        while !left.is_empty() {
            match watch::write(vm, descriptor, left)? {
                Ok(0) => return Err(vm.os_error(&io::ErrorKind::WriteZero.into(), None)),
                Ok(count) => left = &left[count..],
                Err(error) => return Err(vm.os_error(&error.into(), None)),
            }
        }
        Ok(())
    }

    /// The number of the file of the system that is read and written here.
    fn raw_descriptor(&self) -> Option<RawFd> {
        match &*self.backing.borrow() {
            Backing::File(file) => Some(file.number()),
            Backing::Memory(_) | Backing::Below(_) | Backing::Closed => None,
        }
    }

    /// Moves to another place.
    pub fn seek(&self, vm: &Vm, offset: i64, whence: i64) -> Res<usize> {
        self.forget_ahead(vm)?;
        let target = match whence {
            0 if offset < 0 => {
                return Err(match self.kind.get() {
                    Kind::Memory => vm.value_error(&format!("negative seek value {offset}")),
                    _ => vm.os_error(&io::Error::from_raw_os_error(22), None),
                });
            }
            0 => SeekFrom::Start(offset as u64),
            1 => SeekFrom::Current(offset),
            2 => SeekFrom::End(offset),
            _ => {
                return Err(vm.value_error(&match self.kind.get() {
                    Kind::Memory => format!("invalid whence ({whence}, should be 0, 1 or 2)"),
                    _ => format!("whence value {whence} unsupported"),
                }));
            }
        };
        if let Some(below) = self.below() {
            return below.place(vm, "seek", &[Value::Int(offset), Value::Int(whence)]);
        }
        if let Some(place) = self.on_file(vm, |file| file.seek(target))? {
            return Ok(place as usize);
        }
        let length = self.length();
        let from = match whence {
            0 => 0,
            1 => self.at.get(),
            _ => length,
        };
        let place = (from as i64).saturating_add(offset).max(0) as usize;
        self.at.set(place);
        Ok(place)
    }

    /// The place of the reader or writer.
    pub fn tell(&self, vm: &Vm) -> Res<usize> {
        let ahead = {
            let ahead = self.ahead.borrow();
            ahead.0.len() - ahead.1
        };
        if let Some(below) = self.below() {
            return Ok(below.place(vm, "tell", &[])?.saturating_sub(ahead));
        }
        Ok(match self.on_file(vm, |file| file.stream_position())? {
            Some(place) => place as usize - ahead.min(place as usize),
            None => self.at.get() - ahead,
        })
    }

    fn truncate(&self, vm: &Vm, size: u64) -> Res<()> {
        self.forget_ahead(vm)?;
        if let Some(below) = self.below() {
            below.place(vm, "truncate", &[Value::from(size as usize)])?;
            return Ok(());
        }
        self.check_unseen(vm)?;
        if self.on_file(vm, |file| file.set_len(size))?.is_none()
            && let Backing::Memory(data) = &mut *self.backing.borrow_mut()
        {
            data.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        }
        Ok(())
    }
}

impl Object for ByteFile {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        match self.kind.get() {
            Kind::Memory => vm.types.bytes_io.clone(),
            Kind::Raw => vm.types.file_io.clone(),
            Kind::Reader => vm.types.buffered_reader.clone(),
            Kind::Writer => vm.types.buffered_writer.clone(),
            Kind::Random => vm.types.buffered_random.clone(),
        }
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.name);
        if let Backing::Below(below) = &*self.backing.borrow() {
            visit(below.object());
        }
        if let Some(dict) = self.dict.get() {
            visit(&Value::Dict(dict));
        }
    }

    fn clear(&self) {
        if self.below().is_some() {
            self.close();
        }
        drop(self.dict.take());
    }

    #[inline(always)]
    fn wants_finalizer(&self) -> bool {
        self.is_left_open() || self.is_over_open()
    }

    fn finalize(&self, this: &Value) {
        crate::interp::finalize::aside(|vm| super::base::close_dropped(vm, this));
    }

    fn attributes(&self, create: bool) -> Option<Ref<Dict>> {
        if create && self.dict.get().is_none() {
            self.dict.set(Some(Dict::new()));
        }
        self.dict.get()
    }

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        let class = vm.class_name(this);
        let _shown = super::Shown::enter(vm, this)?;
        Ok(match self.kind.get() {
            Kind::Memory => None,
            Kind::Raw if self.is_closed() => Some(format!("<{class} [closed]>")),
            Kind::Raw => {
                let name = match super::text::shown_name(vm, this)? {
                    Some(name) => format!("name={}", vm.repr(&name)?),
                    None => format!("fd={}", vm.repr(&self.descriptor(vm)?)?),
                };
                Some(format!(
                    "<{class} {name} mode='{}' closefd={}>",
                    self.mode,
                    if self.closes_descriptor() {
                        "True"
                    } else {
                        "False"
                    }
                ))
            }
            _ => Some(match super::text::shown_name(vm, this)? {
                Some(name) => format!("<{class} name={}>", vm.repr(&name)?),
                None => format!("<{class}>"),
            }),
        })
    }

    fn iter(&self, vm: &Vm, this: &Value) -> Res<Option<Value>> {
        if self.is_closed() {
            return Err(closed(vm));
        }
        Ok(Some(this.clone()))
    }

    fn is_iterator(&self) -> bool {
        true
    }

    fn next(&self, vm: &Vm, _this: &Value) -> Res<Option<Value>> {
        if self.is_closed() {
            return Err(closed(vm));
        }
        if !self.can_read() {
            return Err(unsupported(vm, "readline"));
        }
        let line = self.read_line(vm, None)?;
        Ok((!line.is_empty()).then(|| Value::from(Bytes::new(line))))
    }
}
