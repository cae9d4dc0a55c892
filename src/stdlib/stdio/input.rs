//! Reading standard input: bytes, characters and lines. A read that waits is given up when an interrupt is requested.

use super::Streams;
use crate::interp::{Res, Vm};
use crate::text::wtf8;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io::{self, BufRead, BufReader, Read};

/// How long a read waits between two looks at the interrupt flag.
const PATIENCE: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 50_000_000,
};

/// Runs `action` on standard input.
fn with_input<T>(vm: &Vm, action: impl FnOnce(&mut dyn BufRead) -> io::Result<T>) -> Res<T> {
    let streams = vm.extension::<Streams>();
    let mut input = streams.input.borrow_mut();
    let reader = input.get_or_insert_with(|| Box::new(BufReader::new(Interruptible)));
    let result = action(&mut **reader);
    drop(input);
    match result {
        Ok(read) => Ok(read),
        Err(_) if vm.interrupt.is_requested() => {
            vm.poll()?;
            Err(vm.raise_with(&vm.types.keyboard_interrupt, Vec::new()))
        }
        Err(error) => Err(vm.os_error(&error, None)),
    }
}

/// This process's standard input, given up when an interrupt is requested.
struct Interruptible;

impl Read for Interruptible {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let stdin = rustix::stdio::stdin();
        loop {
            let mut wanted = [PollFd::new(&stdin, PollFlags::IN)];
            let ready = poll(&mut wanted, Some(&PATIENCE))?;
            if Vm::current().is_some_and(|vm| vm.interrupt.is_requested()) {
                return Err(io::Error::other("interrupted"));
            }
            if ready > 0 {
                return Ok(rustix::io::read(stdin, buffer)?);
            }
        }
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
