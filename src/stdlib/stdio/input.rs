//! Reading standard input: bytes, characters and lines. A read that waits is given up when an interrupt is requested.

use super::Streams;
use crate::event_loop::watch::{self, Side};
use crate::interp::{Raised, Res, Vm};
use crate::text::wtf8;
use std::io::{self, BufRead, BufReader, Read};
use std::os::fd::AsRawFd;

/// Runs `action` on standard input; other threads run while it waits.
fn with_input<T>(vm: &Vm, action: impl FnOnce(&mut dyn BufRead) -> io::Result<T>) -> Res<T> {
    let streams = vm.extension::<Streams>();
    let me = vm.thread.id.get();
    if streams.reads.get() == Some(me) {
        let message = "reentrant call inside <_io.BufferedReader name='<stdin>'>";
        return Err(vm.runtime_error(message));
    }
    let is_free = || streams.reads.get().is_none();
    streams.turns.wait(vm, None, &is_free)?;
    streams.reads.set(Some(me));
    let held = streams.input.borrow_mut().take();
    let mut reader = held.unwrap_or_else(|| Box::new(BufReader::new(Interruptible)));
    let result = action(&mut *reader);
    *streams.input.borrow_mut() = Some(reader);
    streams.reads.set(None);
    streams.turns.wake_one(vm);
    result.map_err(|error| match error.downcast::<GivenUp>() {
        Ok(GivenUp(raised)) => raised,
        // Whoever else gives the input has given it up and asked for that.
        Err(error) => match vm.poll() {
            Err(raised) => raised,
            Ok(()) => vm.os_error(&error, None),
        },
    })
}

/// This process's standard input, given up when an interrupt is requested.
struct Interruptible;

/// A read has ended because something was raised meanwhile.
#[derive(Debug)]
struct GivenUp(Raised);

impl std::fmt::Display for GivenUp {
    fn fmt(&self, text: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        text.write_str("interrupted")
    }
}

impl std::error::Error for GivenUp {}

impl Read for Interruptible {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let stdin = rustix::stdio::stdin();
        if let Some(vm) = Vm::current() {
            let waited = watch::until_ready(&vm, stdin.as_raw_fd(), Side::Read);
            waited.map_err(|raised| io::Error::other(GivenUp(raised)))?;
        }
        Ok(rustix::io::read(stdin, buffer)?)
    }
}

/// One line with its end; empty at the end of the input.
pub fn read_line(vm: &Vm) -> Res<Vec<u8>> {
    with_input(vm, |input| {
        let mut line = Vec::new();
        input.read_until(b'\n', &mut line)?;
        Ok(line)
    })
}

/// One line, or its first `size` bytes and what belongs to the last character of them.
pub fn read_part_of_line(vm: &Vm, size: usize) -> Res<Vec<u8>> {
    with_input(vm, |input| {
        let mut line = Vec::new();
        while line.len() < size && line.last() != Some(&b'\n') && push_character(input, &mut line)?
        {
        }
        Ok(line)
    })
}

/// All that is left.
pub fn read_all(vm: &Vm) -> Res<Vec<u8>> {
    with_input(vm, |input| {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes)?;
        Ok(bytes)
    })
}

/// As many bytes, fewer at the end.
pub fn read_bytes(vm: &Vm, size: usize) -> Res<Vec<u8>> {
    with_input(vm, |input| {
        let mut bytes = Vec::new();
        input.take(size as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    })
}

/// As many characters, fewer at the end.
pub fn read_characters(vm: &Vm, size: usize) -> Res<Vec<u8>> {
    with_input(vm, |input| {
        let mut bytes = Vec::new();
        for _ in 0..size {
            if !push_character(input, &mut bytes)? {
                break;
            }
        }
        Ok(bytes)
    })
}

/// Reads one character; whether there was one.
fn push_character(input: &mut dyn BufRead, bytes: &mut Vec<u8>) -> io::Result<bool> {
    let Some(first) = next_byte(input)? else {
        return Ok(false);
    };
    bytes.push(first);
    for _ in 1..wtf8::width(first) {
        match next_byte(input)? {
            Some(byte) => bytes.push(byte),
            None => break,
        }
    }
    Ok(true)
}

fn next_byte(input: &mut dyn BufRead) -> io::Result<Option<u8>> {
    let mut byte = [0];
    let count = input.read(&mut byte)?;
    Ok((count > 0).then_some(byte[0]))
}
