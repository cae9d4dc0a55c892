//! Tables of the system's constants, each under the name that it has there.

/// A table of names and numbers: `NAME` is the system's constant, `NAME = number` one that `libc` does not have.
macro_rules! numbers {
    {$($name:ident $(= $value:expr)?),* $(,)?} => {
        &[$((stringify!($name), numbers!(@ $name $(= $value)?))),*]
    };
    (@ $name:ident) => {
        libc::$name as i64
    };
    (@ $name:ident = $value:expr) => {
        $value
    };
}

pub(crate) use numbers;
