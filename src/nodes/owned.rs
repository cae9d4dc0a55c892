//! What the nodes of one piece of code own that can lead back to it: the globals, the code of definitions inside, methods that
//! calls remember. The collector of cycles asks for it, since it does not walk through nodes.
//!
//! Each is owned by one count that the node and this list share, or is counted here by the nodes themselves, so that
//! what is shown is never more than what is owned.

use super::call::MethodCache;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::function::Code;
use crate::objects::value::Value;
use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;

/// What the nodes of a piece of code own.
#[derive(Default)]
pub struct Owned {
    globals: Rc<Cell<usize>>,
    inner: Vec<Rc<Ref<Code>>>,
    methods: Vec<Rc<MethodCache>>,
}

impl Owned {
    /// The globals, for a node to keep.
    pub fn globals(&self, globals: &Ref<Dict>) -> Globals {
        self.globals.set(self.globals.get() + 1);
        Globals {
            dict: globals.clone(),
            owners: self.globals.clone(),
        }
    }

    /// The code of a definition inside, for its node to keep.
    pub fn inner(&mut self, code: Ref<Code>) -> Rc<Ref<Code>> {
        let shared = Rc::new(code);
        self.inner.push(shared.clone());
        shared
    }

    /// An empty memory for a call of a method.
    pub fn method_cache(&mut self) -> Rc<MethodCache> {
        let cache = Rc::<MethodCache>::default();
        self.methods.push(cache.clone());
        cache
    }

    /// Shows everything, once for each count. `globals` is the dictionary that the nodes are bound to.
    pub fn traverse(&self, globals: &Ref<Dict>, visit: &mut dyn FnMut(&Value)) {
        let globals = Value::Dict(globals.clone());
        for _ in 0..self.globals.get() {
            visit(&globals);
        }
        for code in &self.inner {
            visit(&Value::from((**code).clone()));
        }
        for cache in &self.methods {
            visit(&cache.function());
        }
    }

    /// Lets go of what can be found again.
    pub fn clear(&self) {
        for cache in &self.methods {
            cache.forget();
        }
    }
}

/// The globals as one node owns them.
pub struct Globals {
    dict: Ref<Dict>,
    owners: Rc<Cell<usize>>,
}

impl Globals {
    /// An empty dictionary of the node's own, which nobody fills.
    pub fn empty() -> Globals {
        Owned::default().globals(&Dict::new())
    }
}

impl Deref for Globals {
    type Target = Ref<Dict>;

    #[inline(always)]
    fn deref(&self) -> &Ref<Dict> {
        &self.dict
    }
}

impl Drop for Globals {
    fn drop(&mut self) {
        self.owners.set(self.owners.get() - 1);
    }
}
