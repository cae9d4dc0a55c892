//! Interned names: equal names are one object, so that attribute tables compare pointers.

use crate::objects::counted::Ref;
use crate::objects::str::{Name, Str};
use rustc_hash::FxHashSet;
use std::borrow::Borrow;
use std::cell::RefCell;
use std::hash::{Hash, Hasher};

struct Interned(Name);

impl Borrow<[u8]> for Interned {
    fn borrow(&self) -> &[u8] {
        self.0.bytes()
    }
}

impl Hash for Interned {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.bytes().hash(state);
    }
}

impl PartialEq for Interned {
    fn eq(&self, other: &Interned) -> bool {
        self.0.bytes() == other.0.bytes()
    }
}

impl Eq for Interned {}

#[derive(Default)]
struct Table(RefCell<FxHashSet<Interned>>);

impl Table {
    fn intern(&self, text: &str) -> Name {
        if let Some(found) = self.0.borrow().get(text.as_bytes()) {
            return found.0.clone();
        }
        self.add(Ref::new(Str::from(text)))
    }

    fn add(&self, name: Name) -> Name {
        name.mark_interned();
        self.0.borrow_mut().insert(Interned(name.clone()));
        name
    }
}

macro_rules! names {
    ($($name:ident)*) => {
        /// The table of interned names, and those that the interpreter itself asks for.
        #[allow(non_snake_case, missing_docs)]
        pub struct Names {
            table: Table,
            $(pub $name: Name,)*
        }

        impl Names {
            /// A table with the interpreter's own names.
            pub fn new(_seed: u32) -> Names {
                let table = Table::default();
                $(let $name = table.intern(stringify!($name).trim_start_matches("r#"));)*
                Names { table, $($name,)* }
            }
        }
    };
}

names! {
    __abs__ __add__ __aenter__ __aexit__ __aiter__ __all__ __and__ __anext__ __annotations__ __await__ __bases__
    __bool__ __build_class__ __builtins__ __bytes__ __call__ __cause__ __ceil__ __class__ __class_getitem__
    __classcell__ __classdict__ __classdictcell__ __closure__ __code__ __complex__ __contains__ __context__ __defaults__ __del__
    __delattr__ __delete__ __delitem__ __dict__ __dir__ __divmod__ __doc__ __enter__ __eq__ __exit__ __file__
    __firstlineno__ __float__ __floor__ __floordiv__ __format__ __func__ __ge__ __get__ __getattr__ __getattribute__
    __getitem__ __globals__ __gt__ __hash__ __iadd__ __iand__ __ifloordiv__ __ilshift__ __imatmul__ __imod__
    __imul__ __index__ __import__ __init__ __init_subclass__ __instancecheck__ __int__ __invert__ __ior__ __ipow__ __irshift__
    __isabstractmethod__ __isub__ __iter__ __itruediv__ __ixor__ __kwdefaults__ __le__ __len__ __length_hint__
    __loader__ __lshift__ __lt__ __main__ __match_args__ __matmul__ __missing__ __mod__ __module__ __mro__
    __mro_entries__ __mul__ __name__ __ne__ __neg__ __new__ __next__ __notes__ __objclass__ __or__ __orig_bases__
    __package__ __path__ __pos__ __pow__ __prepare__ __qualname__ __radd__ __rand__ __rdivmod__ __repr__
    __reversed__ __rfloordiv__ __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__
    __rshift__ __rsub__ __rtruediv__ __rxor__ __self__ __set__ __set_name__ __setattr__ __setitem__ __slots__
    __spec__ __static_attributes__ __str__ __sub__ __subclasscheck__ __suppress_context__ __traceback__
    __truediv__ __trunc__ __type_params__ __version__ __wrapped__ __weakref__ __xor__ add args athrow asend
    aclose close code errno exceptions filename filename2 lineno message metaclass msg name name_from obj offset
    path print_file_and_line send strerror text throw value end_lineno end_offset builtins object keys flush write
    stdout stderr stdin sys displayhook excepthook argv asyncio encoding reason start end characters_written
}

impl Names {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.table.0.borrow().len()
    }

    /// The name for `text`.
    pub fn intern(&self, text: &str) -> Name {
        self.table.intern(text)
    }

    /// The name that equals `text`; itself if it is one already.
    pub fn intern_str(&self, text: &Ref<Str>) -> Name {
        if text.is_interned() {
            return text.clone();
        }
        if let Some(found) = self.table.0.borrow().get(text.bytes()) {
            return found.0.clone();
        }
        // The string at hand may still grow in place; the table needs one of its own.
        self.table
            .add(Ref::new(Str::from_wtf8(text.bytes().to_vec())))
    }
}
