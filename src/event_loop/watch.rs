//! Descriptors that a loop watches, and who is told when one is ready: level-triggered, so that a reader that leaves
//! something behind is called again. One of the few modules with `unsafe`.
//!
//! Invariant: what the poller knows is a number that the script gave; the system answers for one that is not open. The
//! poller is asked by the thread that runs the loop alone, and forgets everything when it is dropped.

#![allow(unsafe_code)]

use super::baton::Threads;
use super::clock::Clock;
use super::handle::Handle;
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use polling::{Event, Events, PollMode, Poller};
use rustc_hash::FxHashMap;
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::fs::{FileType, OFlags};
use rustix::io::Errno;
use std::cell::{Cell, RefCell};
use std::io;
use std::os::fd::{BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::sync::Arc;
use std::time::Duration;

/// What is wanted of a descriptor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// That something can be read.
    Read,
    /// That something can be written.
    Write,
}

#[derive(Default)]
struct Wanted {
    reader: Option<Ref<Handle>>,
    writer: Option<Ref<Handle>>,
}

impl Wanted {
    fn side(&mut self, side: Side) -> &mut Option<Ref<Handle>> {
        match side {
            Side::Read => &mut self.reader,
            Side::Write => &mut self.writer,
        }
    }

    fn interest(&self, descriptor: RawFd) -> Event {
        Event::new(
            descriptor as usize,
            self.reader.is_some(),
            self.writer.is_some(),
        )
    }
}

/// The descriptors that a loop watches.
pub struct Watch {
    poller: Arc<Poller>,
    wanted: RefCell<FxHashMap<RawFd, Wanted>>,
    events: RefCell<Events>,
    count: Cell<usize>,
}

/// The descriptor of a number that a script gave, for one call of the system.
pub fn borrow(descriptor: &RawFd) -> BorrowedFd<'_> {
    // SAFETY: -1 alone is ruled out by the type; callers check that. Any other number is checked by the system.
    unsafe { BorrowedFd::borrow_raw(*descriptor) }
}

impl Watch {
    /// Nothing is watched yet.
    pub fn new() -> io::Result<Watch> {
        Ok(Watch {
            poller: Arc::new(Poller::new()?),
            wanted: RefCell::default(),
            events: RefCell::new(Events::new()),
            count: Cell::new(0),
        })
    }

    /// Whether nothing is watched.
    pub fn is_empty(&self) -> bool {
        self.count.get() == 0
    }

    /// What watches one side of a descriptor.
    pub fn handle(&self, descriptor: RawFd, side: Side) -> Option<Ref<Handle>> {
        self.wanted
            .borrow_mut()
            .get_mut(&descriptor)?
            .side(side)
            .clone()
    }

    /// Has `handle` run whenever that side is ready; gives what ran before.
    pub fn add(
        &self,
        descriptor: RawFd,
        side: Side,
        handle: Ref<Handle>,
    ) -> io::Result<Option<Ref<Handle>>> {
        if descriptor < 0 {
            return Err(io::Error::from_raw_os_error(9));
        }
        let mut all = self.wanted.borrow_mut();
        let is_new = !all.contains_key(&descriptor);
        let wanted = all.entry(descriptor).or_default();
        let old = wanted.side(side).replace(handle);
        let interest = wanted.interest(descriptor);
        let told = if is_new {
            // SAFETY: the descriptor is deleted from the poller before `wanted` forgets it; a closed one leaves by itself.
            unsafe {
                self.poller
                    .add_with_mode(descriptor, interest, PollMode::Level)
            }
        } else if old.is_some() {
            Ok(())
        } else {
            self.poller
                .modify_with_mode(borrow(&descriptor), interest, PollMode::Level)
        };
        if let Err(error) = told {
            let failed = if is_new {
                all.remove(&descriptor)
            } else {
                None
            };
            drop(all);
            drop(failed);
            return Err(error);
        }
        self.count.set(all.len());
        Ok(old)
    }

    /// Watches one side no longer; gives what ran for it.
    pub fn remove(&self, descriptor: RawFd, side: Side) -> Option<Ref<Handle>> {
        let mut all = self.wanted.borrow_mut();
        let wanted = all.get_mut(&descriptor)?;
        let old = wanted.side(side).take()?;
        if wanted.reader.is_none() && wanted.writer.is_none() {
            all.remove(&descriptor);
            let _ = self.poller.delete(borrow(&descriptor));
        } else {
            let interest = wanted.interest(descriptor);
            let _ = self
                .poller
                .modify_with_mode(borrow(&descriptor), interest, PollMode::Level);
        }
        self.count.set(all.len());
        Some(old)
    }

    /// Forgets everything; gives what ran.
    pub fn take_all(&self) -> Vec<Ref<Handle>> {
        let all = self.wanted.take();
        self.count.set(0);
        let mut old = Vec::new();
        for (descriptor, wanted) in all {
            let _ = self.poller.delete(borrow(&descriptor));
            old.extend(wanted.reader);
            old.extend(wanted.writer);
        }
        old
    }

    /// Waits until something is ready, for `span` at most; gives what is to run.
    pub fn wait(&self, vm: &Vm, span: Option<Duration>) -> io::Result<Vec<Ref<Handle>>> {
        let mut events = self.events.replace(Events::new());
        events.clear();
        let waited = match span {
            Some(Duration::ZERO) => self.poller.wait(&mut events, span),
            span => Threads::of(vm).wait_for_events(vm, &self.poller, &mut events, span),
        };
        let mut ready = Vec::new();
        for event in events.iter() {
            let all = self.wanted.borrow();
            let Some(wanted) = all.get(&(event.key as RawFd)) else {
                continue;
            };
            if event.readable {
                ready.extend(wanted.reader.clone());
            }
            if event.writable {
                ready.extend(wanted.writer.clone());
            }
        }
        self.events.replace(events);
        waited.map(|_| ready)
    }

    /// Shows the handles to `visit`.
    pub fn for_each(&self, visit: &mut dyn FnMut(&Ref<Handle>)) {
        for wanted in self.wanted.borrow().values() {
            wanted.reader.iter().for_each(&mut *visit);
            wanted.writer.iter().for_each(&mut *visit);
        }
    }
}

/// Closes a descriptor of a number that was given out.
pub fn close(descriptor: RawFd) {
    if descriptor >= 0 && rustix::io::fcntl_getfd(borrow(&descriptor)).is_ok() {
        // SAFETY: the number is open, and its owner gives it up here.
        drop(unsafe { OwnedFd::from_raw_fd(descriptor) });
    }
}

/// The pollers of threads that wait for one descriptor at a time.
#[derive(Default)]
struct Pollers(RefCell<Vec<Arc<Poller>>>);

/// Waits until one side of a descriptor is ready, or until a deadline of the program's time; whether it is.
pub fn wait_for(vm: &Vm, descriptor: RawFd, side: Side, deadline: Option<i64>) -> Res<bool> {
    let clock = vm.extension::<Clock>();
    let pollers = vm.extension::<Pollers>();
    let spare = pollers.0.borrow_mut().pop();
    let poller = match spare {
        Some(poller) => poller,
        None => Arc::new(Poller::new().map_err(|error| vm.os_error(&error, None))?),
    };
    let (reads, writes) = (side == Side::Read, side == Side::Write);
    let interest = Event::new(descriptor as usize, reads, writes);
    // SAFETY: the descriptor is deleted below, before anybody else gets the poller.
    let added = unsafe { poller.add_with_mode(descriptor, interest, PollMode::Level) };
    added.map_err(|error| vm.os_error(&error, None))?;
    let mut events = Events::new();
    let result = loop {
        let span = deadline.map(|deadline| {
            let left = deadline.saturating_sub(clock.now());
            clock.pace().in_life(left)
        });
        events.clear();
        let waited = Threads::of(vm).wait_for_events(vm, &poller, &mut events, span);
        if let Err(error) = waited {
            break Err(vm.os_error(&error, None));
        }
        if let Err(raised) = vm.poll() {
            break Err(raised);
        }
        if !events.is_empty() {
            break Ok(true);
        }
        if span.is_some_and(|span| span.is_zero()) {
            break Ok(false);
        }
    };
    let _ = poller.delete(borrow(&descriptor));
    pollers.0.borrow_mut().push(poller);
    result
}

/// Waits, while others run, until a call of the system on a descriptor would not make this thread wait.
pub fn until_ready(vm: &Vm, descriptor: RawFd, side: Side) -> Res<()> {
    if descriptor < 0 || !makes_wait(descriptor) {
        return Ok(());
    }
    let own = borrow(&descriptor);
    let wanted = match side {
        Side::Read => PollFlags::IN,
        Side::Write => PollFlags::OUT,
    };
    match rustix::event::poll(&mut [PollFd::new(&own, wanted)], Some(&Timespec::default())) {
        Ok(0) => wait_for(vm, descriptor, side, None).map(|_| ()),
        // It is ready, or what is wrong with it is told by the call.
        _ => Ok(()),
    }
}

fn makes_wait(descriptor: RawFd) -> bool {
    let flags = rustix::fs::fcntl_getfl(borrow(&descriptor));
    flags.is_ok_and(|flags| !flags.contains(OFlags::NONBLOCK))
}

/// What a pipe that is ready takes at once for certain.
const PORTION: usize = 4096;

/// Writes bytes; what is read by another program or thread takes them in portions, between which others run.
pub fn write(vm: &Vm, descriptor: RawFd, bytes: &[u8]) -> Res<Result<usize, Errno>> {
    if descriptor < 0 {
        return Ok(Err(Errno::BADF));
    }
    let known = rustix::fs::fstat(borrow(&descriptor));
    let is_read_elsewhere = known.is_ok_and(|known| {
        let kind = FileType::from_raw_mode(known.st_mode);
        matches!(kind, FileType::Fifo | FileType::Socket)
    });
    let portion = match is_read_elsewhere && makes_wait(descriptor) {
        true => PORTION,
        false => bytes.len(),
    };
    let mut done = 0;
    loop {
        if portion < bytes.len() || is_read_elsewhere {
            until_ready(vm, descriptor, Side::Write)?;
        }
        let end = bytes.len().min(done + portion);
        match rustix::io::write(borrow(&descriptor), &bytes[done..end]) {
            Ok(count) => done += count,
            Err(Errno::INTR) => vm.poll()?,
            Err(error) if done == 0 => return Ok(Err(error)),
            Err(_) => return Ok(Ok(done)),
        }
        if done == bytes.len() || portion == bytes.len() {
            return Ok(Ok(done));
        }
    }
}

/// Waits until any of some descriptors is ready for what is wanted of it, for `span` at most, or until an interrupt.
pub fn wait_for_any(vm: &Vm, wanted: &[(RawFd, PollFlags)], span: Option<Duration>) -> Res<()> {
    let poller = Arc::new(Poller::new().map_err(|error| vm.os_error(&error, None))?);
    let mut sides: Vec<(RawFd, bool, bool)> = Vec::new();
    for (descriptor, flags) in wanted {
        let reads = flags.intersects(PollFlags::IN | PollFlags::PRI);
        let writes = flags.intersects(PollFlags::OUT);
        match sides.iter_mut().find(|(each, _, _)| each == descriptor) {
            Some(side) => *side = (*descriptor, side.1 | reads, side.2 | writes),
            None => sides.push((*descriptor, reads, writes)),
        }
    }
    for (descriptor, reads, writes) in &sides {
        let interest = Event::new(*descriptor as usize, *reads, *writes);
        // SAFETY: the poller is dropped at the end of this function.
        let added = unsafe { poller.add_with_mode(*descriptor, interest, PollMode::Level) };
        added.map_err(|error| vm.os_error(&error, None))?;
    }
    let mut events = Events::new();
    let waited = Threads::of(vm).wait_for_events(vm, &poller, &mut events, span);
    for (descriptor, _, _) in &sides {
        let _ = poller.delete(borrow(descriptor));
    }
    waited.map_err(|error| vm.os_error(&error, None))?;
    vm.poll()
}
