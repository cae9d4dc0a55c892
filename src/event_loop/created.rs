//! Where tasks were created, noted for each in eight bytes: a report that comes late has to tell it, and no task may pay
//! much for that.

use crate::interp::Vm;
use crate::interp::frame::current;
use snakelet_grammar::source::Source;
use std::cell::RefCell;
use std::rc::Rc;

/// How many sources are told apart; tasks that others create have no place.
const MOST: usize = 4096;

/// A place in a source, as `Places` knows it.
#[derive(Clone, Copy, Default)]
pub struct Created {
    /// The number of the source, counted from 1; 0: none.
    source: u32,
    at: u32,
}

/// The sources that tasks were created in.
#[derive(Default)]
pub struct Places(RefCell<Vec<Rc<Source>>>);

impl Places {
    /// Notes where the script stands.
    pub fn note(&self, vm: &Vm) -> Created {
        let Some(standing) = current(vm) else {
            return Created::default();
        };
        let source = &standing.code.source;
        let mut sources = self.0.borrow_mut();
        let known = sources.iter().position(|each| Rc::ptr_eq(each, source));
        let number = match known {
            Some(number) => number,
            None if sources.len() < MOST => {
                sources.push(source.clone());
                sources.len() - 1
            }
            None => return Created::default(),
        };
        Created {
            source: number as u32 + 1,
            at: standing.at,
        }
    }

    /// The place in words: file and line.
    pub fn told(&self, created: Created) -> Option<String> {
        let number = (created.source as usize).checked_sub(1)?;
        let sources = self.0.borrow();
        let source = sources.get(number)?;
        Some(format!("{}:{}", source.name, source.line_of(created.at)))
    }
}
