//! `sysconf` and `pathconf`: limits of the system and of its file systems, by the names that they have.

use super::descriptor;
use super::path::{self, Place, checked, checked_plainly, failed};
use crate::interp::{Res, Vm};
use crate::objects::dict::Dict;
use crate::objects::native::{NativeDef, native};
use crate::objects::value::Value;
use nix::unistd::{PathconfVar, SysconfVar};
use rustix::io::Errno;

/// The place of a name in a table, by the name or by its number.
fn wanted<T: Copy>(vm: &Vm, value: &Value, table: &[(&str, i64, T)]) -> Res<T> {
    let found = match vm.unwrapped(value) {
        Value::Str(name) => {
            let name = name.lossy();
            let found = table.iter().find(|(each, _, _)| *each == name);
            found.ok_or_else(|| vm.value_error("unrecognized configuration name"))?
        }
        _ if vm.is_index(value) => {
            let number = vm.index_size(value)?;
            let found = table.iter().find(|(_, each, _)| *each == number);
            found.ok_or_else(|| failed(vm, &Errno::INVAL.into(), &[]))?
        }
        _ => return Err(vm.type_error("configuration names must be strings or integers")),
    };
    Ok(found.2)
}

fn limit(value: Option<i64>) -> Value {
    Value::Int(value.unwrap_or(-1))
}

/// Names and numbers as a dictionary.
fn numbers<T>(vm: &Vm, table: &[(&str, i64, T)]) -> Value {
    let dict = Dict::new();
    for (name, number, _) in table {
        dict.set_name(&vm.name(name), Value::Int(*number));
    }
    Value::from(dict)
}

fn of_path(vm: &Vm, a: &[Value]) -> Res {
    let name = wanted(vm, &a[1], OF_PATHS)?;
    let value = match path::place(vm, &a[0], "pathconf")? {
        Place::Path(path) => {
            let value = nix::unistd::pathconf(path.system.as_os_str(), name);
            checked(vm, value, &path)?
        }
        Place::Descriptor(number) => {
            let value = descriptor::with(number, |file| {
                nix::unistd::fpathconf(file, name)
                    .map_err(|error| Errno::from_raw_os_error(error as i32))
            });
            checked_plainly(vm, value)?
        }
    };
    Ok(limit(value))
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "sysconf",
        "(name, /)",
        "What the system says of itself under a name.",
        |vm, a| {
            let name = wanted(vm, &a[0], OF_SYSTEM)?;
            Ok(limit(checked_plainly(vm, nix::unistd::sysconf(name))?))
        },
    ),
    native(
        "pathconf",
        "(path, name)",
        "What the system allows of a file, by its path.",
        of_path,
    ),
    native(
        "fpathconf",
        "(fd, name, /)",
        "What the system allows of an open file.",
        of_path,
    ),
    native(
        "_sysconf_names",
        "()",
        "The names of `sysconf`.",
        |vm, _| Ok(numbers(vm, OF_SYSTEM)),
    ),
    native(
        "_pathconf_names",
        "()",
        "The names of `pathconf`.",
        |vm, _| Ok(numbers(vm, OF_PATHS)),
    ),
];

/// Limits of the system.
const OF_SYSTEM: &[(&str, i64, SysconfVar)] = &[
    ("SC_2_CHAR_TERM", 95, SysconfVar::_POSIX2_CHAR_TERM),
    ("SC_2_C_BIND", 47, SysconfVar::_POSIX2_C_BIND),
    ("SC_2_C_DEV", 48, SysconfVar::_POSIX2_C_DEV),
    ("SC_2_FORT_DEV", 49, SysconfVar::_POSIX2_FORT_DEV),
    ("SC_2_FORT_RUN", 50, SysconfVar::_POSIX2_FORT_RUN),
    ("SC_2_LOCALEDEF", 52, SysconfVar::_POSIX2_LOCALEDEF),
    ("SC_2_SW_DEV", 51, SysconfVar::_POSIX2_SW_DEV),
    ("SC_2_UPE", 97, SysconfVar::_POSIX2_UPE),
    ("SC_2_VERSION", 46, SysconfVar::_POSIX2_VERSION),
    ("SC_AIO_LISTIO_MAX", 23, SysconfVar::AIO_LISTIO_MAX),
    ("SC_AIO_MAX", 24, SysconfVar::AIO_MAX),
    ("SC_AIO_PRIO_DELTA_MAX", 25, SysconfVar::AIO_PRIO_DELTA_MAX),
    ("SC_ARG_MAX", 0, SysconfVar::ARG_MAX),
    ("SC_ASYNCHRONOUS_IO", 12, SysconfVar::_POSIX_ASYNCHRONOUS_IO),
    ("SC_ATEXIT_MAX", 87, SysconfVar::ATEXIT_MAX),
    ("SC_AVPHYS_PAGES", 86, SysconfVar::_AVPHYS_PAGES),
    ("SC_BC_BASE_MAX", 36, SysconfVar::BC_BASE_MAX),
    ("SC_BC_DIM_MAX", 37, SysconfVar::BC_DIM_MAX),
    ("SC_BC_SCALE_MAX", 38, SysconfVar::BC_SCALE_MAX),
    ("SC_BC_STRING_MAX", 39, SysconfVar::BC_STRING_MAX),
    ("SC_CHILD_MAX", 1, SysconfVar::CHILD_MAX),
    ("SC_CLK_TCK", 2, SysconfVar::CLK_TCK),
    ("SC_COLL_WEIGHTS_MAX", 40, SysconfVar::COLL_WEIGHTS_MAX),
    ("SC_DELAYTIMER_MAX", 26, SysconfVar::DELAYTIMER_MAX),
    ("SC_EXPR_NEST_MAX", 42, SysconfVar::EXPR_NEST_MAX),
    ("SC_FSYNC", 15, SysconfVar::_POSIX_FSYNC),
    ("SC_GETGR_R_SIZE_MAX", 69, SysconfVar::GETGR_R_SIZE_MAX),
    ("SC_GETPW_R_SIZE_MAX", 70, SysconfVar::GETPW_R_SIZE_MAX),
    ("SC_IOV_MAX", 60, SysconfVar::IOV_MAX),
    ("SC_JOB_CONTROL", 7, SysconfVar::_POSIX_JOB_CONTROL),
    ("SC_LINE_MAX", 43, SysconfVar::LINE_MAX),
    ("SC_LOGIN_NAME_MAX", 71, SysconfVar::LOGIN_NAME_MAX),
    ("SC_MAPPED_FILES", 16, SysconfVar::_POSIX_MAPPED_FILES),
    ("SC_MEMLOCK", 17, SysconfVar::_POSIX_MEMLOCK),
    ("SC_MEMLOCK_RANGE", 18, SysconfVar::_POSIX_MEMLOCK_RANGE),
    (
        "SC_MEMORY_PROTECTION",
        19,
        SysconfVar::_POSIX_MEMORY_PROTECTION,
    ),
    ("SC_MESSAGE_PASSING", 20, SysconfVar::_POSIX_MESSAGE_PASSING),
    ("SC_MQ_OPEN_MAX", 27, SysconfVar::MQ_OPEN_MAX),
    ("SC_MQ_PRIO_MAX", 28, SysconfVar::MQ_PRIO_MAX),
    ("SC_NGROUPS_MAX", 3, SysconfVar::NGROUPS_MAX),
    ("SC_NPROCESSORS_CONF", 83, SysconfVar::_NPROCESSORS_CONF),
    ("SC_NPROCESSORS_ONLN", 84, SysconfVar::_NPROCESSORS_ONLN),
    ("SC_OPEN_MAX", 4, SysconfVar::OPEN_MAX),
    ("SC_PAGESIZE", 30, SysconfVar::PAGE_SIZE),
    ("SC_PAGE_SIZE", 30, SysconfVar::PAGE_SIZE),
    ("SC_PHYS_PAGES", 85, SysconfVar::_PHYS_PAGES),
    ("SC_PRIORITIZED_IO", 13, SysconfVar::_POSIX_PRIORITIZED_IO),
    (
        "SC_PRIORITY_SCHEDULING",
        10,
        SysconfVar::_POSIX_PRIORITY_SCHEDULING,
    ),
    (
        "SC_REALTIME_SIGNALS",
        9,
        SysconfVar::_POSIX_REALTIME_SIGNALS,
    ),
    ("SC_RE_DUP_MAX", 44, SysconfVar::RE_DUP_MAX),
    ("SC_RTSIG_MAX", 31, SysconfVar::RTSIG_MAX),
    ("SC_SAVED_IDS", 8, SysconfVar::_POSIX_SAVED_IDS),
    ("SC_SEMAPHORES", 21, SysconfVar::_POSIX_SEMAPHORES),
    ("SC_SEM_NSEMS_MAX", 32, SysconfVar::SEM_NSEMS_MAX),
    ("SC_SEM_VALUE_MAX", 33, SysconfVar::SEM_VALUE_MAX),
    (
        "SC_SHARED_MEMORY_OBJECTS",
        22,
        SysconfVar::_POSIX_SHARED_MEMORY_OBJECTS,
    ),
    ("SC_SIGQUEUE_MAX", 34, SysconfVar::SIGQUEUE_MAX),
    ("SC_STREAM_MAX", 5, SysconfVar::STREAM_MAX),
    ("SC_SYNCHRONIZED_IO", 14, SysconfVar::_POSIX_SYNCHRONIZED_IO),
    ("SC_THREADS", 67, SysconfVar::_POSIX_THREADS),
    (
        "SC_THREAD_ATTR_STACKADDR",
        77,
        SysconfVar::_POSIX_THREAD_ATTR_STACKADDR,
    ),
    (
        "SC_THREAD_ATTR_STACKSIZE",
        78,
        SysconfVar::_POSIX_THREAD_ATTR_STACKSIZE,
    ),
    (
        "SC_THREAD_DESTRUCTOR_ITERATIONS",
        73,
        SysconfVar::PTHREAD_DESTRUCTOR_ITERATIONS,
    ),
    ("SC_THREAD_KEYS_MAX", 74, SysconfVar::PTHREAD_KEYS_MAX),
    (
        "SC_THREAD_PRIORITY_SCHEDULING",
        79,
        SysconfVar::_POSIX_THREAD_PRIORITY_SCHEDULING,
    ),
    (
        "SC_THREAD_PRIO_INHERIT",
        80,
        SysconfVar::_POSIX_THREAD_PRIO_INHERIT,
    ),
    (
        "SC_THREAD_PRIO_PROTECT",
        81,
        SysconfVar::_POSIX_THREAD_PRIO_PROTECT,
    ),
    (
        "SC_THREAD_PROCESS_SHARED",
        82,
        SysconfVar::_POSIX_THREAD_PROCESS_SHARED,
    ),
    (
        "SC_THREAD_SAFE_FUNCTIONS",
        68,
        SysconfVar::_POSIX_THREAD_SAFE_FUNCTIONS,
    ),
    ("SC_THREAD_STACK_MIN", 75, SysconfVar::PTHREAD_STACK_MIN),
    ("SC_THREAD_THREADS_MAX", 76, SysconfVar::PTHREAD_THREADS_MAX),
    ("SC_TIMERS", 11, SysconfVar::_POSIX_TIMERS),
    ("SC_TIMER_MAX", 35, SysconfVar::TIMER_MAX),
    ("SC_TTY_NAME_MAX", 72, SysconfVar::TTY_NAME_MAX),
    ("SC_TZNAME_MAX", 6, SysconfVar::TZNAME_MAX),
    ("SC_VERSION", 29, SysconfVar::_POSIX_VERSION),
    ("SC_XOPEN_CRYPT", 92, SysconfVar::_XOPEN_CRYPT),
    ("SC_XOPEN_ENH_I18N", 93, SysconfVar::_XOPEN_ENH_I18N),
    ("SC_XOPEN_LEGACY", 129, SysconfVar::_XOPEN_LEGACY),
    ("SC_XOPEN_REALTIME", 130, SysconfVar::_XOPEN_REALTIME),
    (
        "SC_XOPEN_REALTIME_THREADS",
        131,
        SysconfVar::_XOPEN_REALTIME_THREADS,
    ),
    ("SC_XOPEN_SHM", 94, SysconfVar::_XOPEN_SHM),
    ("SC_XOPEN_UNIX", 91, SysconfVar::_XOPEN_UNIX),
    ("SC_XOPEN_VERSION", 89, SysconfVar::_XOPEN_VERSION),
];

/// Limits of a file system.
const OF_PATHS: &[(&str, i64, PathconfVar)] = &[
    ("PC_ALLOC_SIZE_MIN", 18, PathconfVar::POSIX_ALLOC_SIZE_MIN),
    ("PC_ASYNC_IO", 10, PathconfVar::_POSIX_ASYNC_IO),
    (
        "PC_CHOWN_RESTRICTED",
        6,
        PathconfVar::_POSIX_CHOWN_RESTRICTED,
    ),
    ("PC_FILESIZEBITS", 13, PathconfVar::FILESIZEBITS),
    ("PC_LINK_MAX", 0, PathconfVar::LINK_MAX),
    ("PC_MAX_CANON", 1, PathconfVar::MAX_CANON),
    ("PC_MAX_INPUT", 2, PathconfVar::MAX_INPUT),
    ("PC_NAME_MAX", 3, PathconfVar::NAME_MAX),
    ("PC_NO_TRUNC", 7, PathconfVar::_POSIX_NO_TRUNC),
    ("PC_PATH_MAX", 4, PathconfVar::PATH_MAX),
    ("PC_PIPE_BUF", 5, PathconfVar::PIPE_BUF),
    ("PC_PRIO_IO", 11, PathconfVar::_POSIX_PRIO_IO),
    (
        "PC_REC_INCR_XFER_SIZE",
        14,
        PathconfVar::POSIX_REC_INCR_XFER_SIZE,
    ),
    (
        "PC_REC_MAX_XFER_SIZE",
        15,
        PathconfVar::POSIX_REC_MAX_XFER_SIZE,
    ),
    (
        "PC_REC_MIN_XFER_SIZE",
        16,
        PathconfVar::POSIX_REC_MIN_XFER_SIZE,
    ),
    ("PC_REC_XFER_ALIGN", 17, PathconfVar::POSIX_REC_XFER_ALIGN),
    ("PC_SYMLINK_MAX", 19, PathconfVar::SYMLINK_MAX),
    ("PC_SYNC_IO", 9, PathconfVar::_POSIX_SYNC_IO),
    ("PC_VDISABLE", 8, PathconfVar::_POSIX_VDISABLE),
];
