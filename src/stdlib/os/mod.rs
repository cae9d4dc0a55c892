//! `os`: the native part, `posix`. What is written in the language itself is `os.py` and `posixpath.py`.

mod children;
pub mod descriptor;
mod descriptors;
mod errno;
mod files;
mod limits;
#[cfg(target_os = "linux")]
mod numbers;
pub mod path;
mod process;
mod processes;
mod scan;
mod special;
mod stat;
mod transfer;
mod users;

pub use errno::make as make_errno;

use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::Native;
use crate::objects::value::Value;
use rustix::fs::OFlags;

/// Fills the module `posix`.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    let put = |name: &str, value: Value| module.dict.set_name(&vm.name(name), value);
    let tables = [
        files::FUNCTIONS,
        descriptors::FUNCTIONS,
        process::FUNCTIONS,
        scan::FUNCTIONS,
        stat::FUNCTIONS,
        children::FUNCTIONS,
        limits::FUNCTIONS,
        processes::FUNCTIONS,
        special::FUNCTIONS,
        transfer::FUNCTIONS,
        users::FUNCTIONS,
    ];
    for row in tables.into_iter().flatten() {
        put(row.name, Value::Native(Native::function(row, "posix")));
    }
    put("stat_result", Value::Class(stat::class(vm)));
    put("DirEntry", Value::Class(scan::entry_class(vm)));
    for (name, number) in NUMBERS {
        put(name, Value::Int(*number));
    }
    #[cfg(target_os = "linux")]
    for (name, number) in numbers::NUMBERS {
        put(name, Value::Int(*number));
    }
    Ok(())
}

const NUMBERS: &[(&str, i64)] = &[
    ("F_OK", 0),
    ("R_OK", 4),
    ("W_OK", 2),
    ("X_OK", 1),
    ("O_RDONLY", OFlags::RDONLY.bits() as i64),
    ("O_WRONLY", OFlags::WRONLY.bits() as i64),
    ("O_RDWR", OFlags::RDWR.bits() as i64),
    ("O_APPEND", OFlags::APPEND.bits() as i64),
    ("O_CREAT", OFlags::CREATE.bits() as i64),
    ("O_EXCL", OFlags::EXCL.bits() as i64),
    ("O_TRUNC", OFlags::TRUNC.bits() as i64),
    ("O_NONBLOCK", OFlags::NONBLOCK.bits() as i64),
    ("O_NOCTTY", OFlags::NOCTTY.bits() as i64),
    ("O_SYNC", OFlags::SYNC.bits() as i64),
    ("O_DSYNC", OFlags::DSYNC.bits() as i64),
    ("O_DIRECTORY", OFlags::DIRECTORY.bits() as i64),
    ("O_NOFOLLOW", OFlags::NOFOLLOW.bits() as i64),
    ("O_CLOEXEC", OFlags::CLOEXEC.bits() as i64),
    ("EX_OK", 0),
    ("EX_USAGE", 64),
    ("EX_DATAERR", 65),
    ("EX_NOINPUT", 66),
    ("EX_NOUSER", 67),
    ("EX_NOHOST", 68),
    ("EX_UNAVAILABLE", 69),
    ("EX_SOFTWARE", 70),
    ("EX_OSERR", 71),
    ("EX_OSFILE", 72),
    ("EX_CANTCREAT", 73),
    ("EX_IOERR", 74),
    ("EX_TEMPFAIL", 75),
    ("EX_PROTOCOL", 76),
    ("EX_NOPERM", 77),
    ("EX_CONFIG", 78),
    ("WNOHANG", 1),
    ("WUNTRACED", 2),
    ("P_ALL", 0),
    ("P_PID", 1),
];
