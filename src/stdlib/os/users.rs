//! Functions of `os` that ask and say whom the process belongs to.

use super::path::{self, checked_plainly};
use crate::interp::{Res, Vm};
use crate::objects::list::List;
use crate::objects::native::{NativeDef, native};
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use nix::unistd::{self, Gid, Uid};
use std::ffi::CString;

/// The number of a user or a group; -1 leaves it as it is where that has a meaning.
fn id(vm: &Vm, value: &Value, kind: &str) -> Res<u32> {
    let number = vm.index_size(value)?;
    match number {
        -1 => Ok(u32::MAX),
        number if number < 0 => Err(vm.overflow_error(&format!("{kind} is less than minimum"))),
        number => u32::try_from(number)
            .map_err(|_| vm.overflow_error(&format!("{kind} is greater than maximum"))),
    }
}

fn user(vm: &Vm, value: &Value) -> Res<Uid> {
    id(vm, value, "uid").map(Uid::from_raw)
}

fn group(vm: &Vm, value: &Value) -> Res<Gid> {
    id(vm, value, "gid").map(Gid::from_raw)
}

fn done<E: Into<std::io::Error>>(vm: &Vm, result: Result<(), E>) -> Res {
    checked_plainly(vm, result).map(|()| Value::None)
}

fn numbers(all: impl IntoIterator<Item = u32>) -> Vec<Value> {
    all.into_iter()
        .map(|each| Value::Int(each.into()))
        .collect()
}

fn name(vm: &Vm, value: &Value) -> Res<CString> {
    CString::new(path::system_path(vm, value)?.into_encoded_bytes())
        .map_err(|_| vm.value_error("embedded null byte"))
}

/// The rows of these functions.
pub const FUNCTIONS: &[NativeDef] = &[
    native(
        "setuid",
        "(uid, /)",
        "Run as a user from here on.",
        |vm, a| done(vm, unistd::setuid(user(vm, &a[0])?)),
    ),
    native(
        "setgid",
        "(gid, /)",
        "Run as a group from here on.",
        |vm, a| done(vm, unistd::setgid(group(vm, &a[0])?)),
    ),
    native(
        "seteuid",
        "(euid, /)",
        "Act as a user from here on.",
        |vm, a| done(vm, unistd::seteuid(user(vm, &a[0])?)),
    ),
    native(
        "setegid",
        "(egid, /)",
        "Act as a group from here on.",
        |vm, a| done(vm, unistd::setegid(group(vm, &a[0])?)),
    ),
    native(
        "setreuid",
        "(ruid, euid, /)",
        "Say which user runs it and which it acts as.",
        |vm, a| {
            let (real, effective) = (user(vm, &a[0])?, user(vm, &a[1])?);
            done(
                vm,
                unistd::setresuid(real, effective, Uid::from_raw(u32::MAX)),
            )
        },
    ),
    native(
        "setregid",
        "(rgid, egid, /)",
        "Say which group runs it and which it acts as.",
        |vm, a| {
            let (real, effective) = (group(vm, &a[0])?, group(vm, &a[1])?);
            done(
                vm,
                unistd::setresgid(real, effective, Gid::from_raw(u32::MAX)),
            )
        },
    ),
    native(
        "setresuid",
        "(ruid, euid, suid, /)",
        "Say which user runs it, which it acts as and which it may go back to.",
        |vm, a| {
            let (real, effective) = (user(vm, &a[0])?, user(vm, &a[1])?);
            done(vm, unistd::setresuid(real, effective, user(vm, &a[2])?))
        },
    ),
    native(
        "setresgid",
        "(rgid, egid, sgid, /)",
        "Say which group runs it, which it acts as and which it may go back to.",
        |vm, a| {
            let (real, effective) = (group(vm, &a[0])?, group(vm, &a[1])?);
            done(vm, unistd::setresgid(real, effective, group(vm, &a[2])?))
        },
    ),
    native(
        "getresuid",
        "()",
        "Which user runs it, which it acts as and which it may go back to.",
        |vm, _| {
            let all = checked_plainly(vm, unistd::getresuid())?;
            let all = [all.real, all.effective, all.saved].map(Uid::as_raw);
            Ok(Value::from(Tuple::new(numbers(all))))
        },
    ),
    native(
        "getresgid",
        "()",
        "Which group runs it, which it acts as and which it may go back to.",
        |vm, _| {
            let all = checked_plainly(vm, unistd::getresgid())?;
            let all = [all.real, all.effective, all.saved].map(Gid::as_raw);
            Ok(Value::from(Tuple::new(numbers(all))))
        },
    ),
    native(
        "getgroups",
        "()",
        "The other groups that the program belongs to, in a list.",
        |vm, _| {
            let all = checked_plainly(vm, unistd::getgroups())?;
            Ok(Value::from(List::new(numbers(
                all.into_iter().map(Gid::as_raw),
            ))))
        },
    ),
    native(
        "setgroups",
        "(groups, /)",
        "Say which other groups the program belongs to.",
        |vm, a| {
            let all = vm.collect(&a[0])?;
            let all: Res<Vec<Gid>> = all.iter().map(|each| group(vm, each)).collect();
            done(vm, unistd::setgroups(&all?))
        },
    ),
    native(
        "getgrouplist",
        "(user, group, /)",
        "The groups that a user belongs to, in a list.",
        |vm, a| {
            let all = unistd::getgrouplist(&name(vm, &a[0])?, group(vm, &a[1])?);
            let all = checked_plainly(vm, all)?;
            Ok(Value::from(List::new(numbers(
                all.into_iter().map(Gid::as_raw),
            ))))
        },
    ),
    native(
        "initgroups",
        "(username, gid, /)",
        "Initialize the group access list.",
        |vm, a| done(vm, unistd::initgroups(&name(vm, &a[0])?, group(vm, &a[1])?)),
    ),
];
