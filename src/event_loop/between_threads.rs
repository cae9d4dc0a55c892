//! What threads wait for without end, noted for the report of a deadlock (`deadlock.rs`): which call, where, and who could
//! end it. It knows no locks: whoever waits says what it is.

use super::baton::{Id, MAIN};
use crate::interp::frame::{Standing, running};
use crate::interp::{Res, Vm};
use std::cell::RefCell;

/// What a thread waits for.
pub enum Wanted {
    /// A lock: what the call is named, and who has it.
    Lock(&'static str, Box<dyn Fn() -> Option<Id>>),
    /// The end of another thread.
    End(Option<Id>),
}

impl Wanted {
    fn holder(&self) -> Option<Id> {
        match self {
            Wanted::Lock(_, holder) => holder(),
            Wanted::End(thread) => *thread,
        }
    }
}

/// The wait of one thread.
struct Wait {
    thread: Id,
    wanted: Wanted,
    /// The library's function that the script has called, if it is written in the language.
    call: Option<Standing>,
    /// Where the script stands; nowhere at the end of a program.
    place: Option<Standing>,
}

impl Wait {
    /// What the thread waits for, in words.
    fn call(&self) -> String {
        match (&self.call, &self.wanted) {
            (Some(call), _) => format!("{}()", call.code.qualname.lossy()),
            (None, Wanted::Lock(name, _)) => (*name).to_owned(),
            (None, Wanted::End(_)) => "the end of a thread".to_owned(),
        }
    }

    /// Who could end the wait. A lock that a function of the library has made for itself says nothing.
    fn holder(&self) -> Option<Id> {
        let is_own = self.call.is_none() || matches!(self.wanted, Wanted::End(_));
        self.wanted.holder().filter(|_| is_own)
    }

    fn place(&self) -> String {
        match &self.place {
            Some(place) => {
                let code = &place.code;
                let (name, file) = (code.qualname.lossy(), &code.source.name);
                let parentheses = if name.starts_with('<') { "" } else { "()" };
                format!("{name}{parentheses} running at {file}:{}", place.line())
            }
            None => "at its end".to_owned(),
        }
    }

    /// Whether it waits where its own code is, or at the end of the program; a thread of a pool may have none.
    fn is_placed(&self) -> bool {
        self.place.is_some() || self.thread == MAIN
    }
}

/// The threads that wait without end.
#[derive(Default)]
struct Waits(RefCell<Vec<Wait>>);

/// Runs `body`, which waits for `wanted` without end.
pub fn noted<T>(vm: &Vm, wanted: Wanted, body: impl FnOnce() -> T) -> T {
    let waits = vm.extension::<Waits>();
    let thread = vm.thread.id.get();
    let (mut library, mut place) = (Vec::new(), None);
    for standing in running(vm) {
        if !standing.code.is_library {
            place = Some(standing);
            break;
        }
        library.push(standing);
    }
    // Functions that begin threads and run what they are given say nothing about the wait.
    let is_public = |standing: &Standing| {
        let name = standing.code.name.lossy();
        let is_inner = standing.code.qualname.lossy().contains("<locals>");
        !name.starts_with('_') && name != "run" && !is_inner
    };
    let call = match place {
        Some(_) => library.pop(),
        None => library.into_iter().rev().find(is_public),
    };
    let wait = Wait {
        thread,
        wanted,
        call,
        place,
    };
    waits.0.borrow_mut().push(wait);
    let result = body();
    let ended = {
        let mut all = waits.0.borrow_mut();
        let at = all.iter().rposition(|wait| wait.thread == thread);
        at.map(|at| all.remove(at))
    };
    drop(ended);
    result
}

/// A line for each thread, and the circle in which they wait for each other.
pub fn described(vm: &Vm) -> Res<String> {
    let names = names(vm)?;
    let named = |id: Id| match names.iter().find(|(each, _)| *each == id) {
        Some((_, name)) => name.clone(),
        None if id == MAIN => "MainThread".to_owned(),
        None => format!("number {id}"),
    };
    let waits = vm.extension::<Waits>();
    let waits = waits.0.borrow();
    let mut all: Vec<Id> = names.iter().map(|(id, _)| *id).collect();
    all.extend(waits.iter().map(|wait| wait.thread));
    all.sort_unstable();
    all.dedup();
    let mut text = String::new();
    for id in &all {
        text.push_str(&format!("  thread {}: ", named(*id)));
        match waits.iter().rev().find(|wait| wait.thread == *id) {
            Some(wait) => {
                if wait.is_placed() {
                    text.push_str(&format!("{}, ", wait.place()));
                }
                text.push_str(&format!("waits for {}", wait.call()));
                match (wait.holder(), &wait.wanted) {
                    (Some(holder), Wanted::Lock(..)) => {
                        text.push_str(&format!(", held by thread {}", named(holder)));
                    }
                    (Some(other), Wanted::End(_)) => {
                        text.push_str(&format!(" of thread {}", named(other)));
                    }
                    (None, _) => {}
                }
            }
            None => text.push_str("waits in its event loop"),
        }
        text.push('\n');
    }
    let on: Vec<Option<usize>> = all
        .iter()
        .map(|id| {
            let wait = waits.iter().rev().find(|wait| wait.thread == *id)?;
            let holder = wait.holder()?;
            all.iter().position(|each| *each == holder)
        })
        .collect();
    if let Some(cycle) = super::deadlock::cycle(&on) {
        let circle: Vec<String> = cycle.into_iter().map(|at| named(all[at])).collect();
        text.push_str(&format!("  in a circle: {}\n", circle.join(" -> ")));
    }
    Ok(text)
}

/// The names that `threading` knows.
fn names(vm: &Vm) -> Res<Vec<(Id, String)>> {
    let Some(threading) = vm.modules.get_name(&vm.name("threading")) else {
        return Ok(Vec::new());
    };
    let Some(known) = vm.get_attribute_opt(&threading, &vm.name("_names_by_number"))? else {
        return Ok(Vec::new());
    };
    let pairs = vm.call_with(&known, &[])?;
    let mut names = Vec::new();
    for pair in vm.collect(&pairs)? {
        if let [number, name] = vm.collect(&pair)?.as_slice() {
            names.push((vm.index_usize(number)? as Id, vm.str(name)?));
        }
    }
    Ok(names)
}
