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
        "Set the current process's user id.",
        |vm, a| done(vm, unistd::setuid(user(vm, &a[0])?)),
    ),
    native(
        "setgid",
        "(gid, /)",
        "Set the current process's group id.",
        |vm, a| done(vm, unistd::setgid(group(vm, &a[0])?)),
    ),
    native(
        "seteuid",
        "(euid, /)",
        "Set the current process's effective user id.",
        |vm, a| done(vm, unistd::seteuid(user(vm, &a[0])?)),
    ),
    native(
        "setegid",
        "(egid, /)",
        "Set the current process's effective group id.",
        |vm, a| done(vm, unistd::setegid(group(vm, &a[0])?)),
    ),
    native(
        "setreuid",
        "(ruid, euid, /)",
        "Set the current process's real and effective user ids.",
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
        "Set the current process's real and effective group ids.",
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
        "Set the current process's real, effective, and saved user ids.",
        |vm, a| {
            let (real, effective) = (user(vm, &a[0])?, user(vm, &a[1])?);
            done(vm, unistd::setresuid(real, effective, user(vm, &a[2])?))
        },
    ),
    native(
        "setresgid",
        "(rgid, egid, sgid, /)",
        "Set the current process's real, effective, and saved group ids.",
        |vm, a| {
            let (real, effective) = (group(vm, &a[0])?, group(vm, &a[1])?);
            done(vm, unistd::setresgid(real, effective, group(vm, &a[2])?))
        },
    ),
    native(
        "getresuid",
        "()",
        "Return a tuple of the current process's real, effective, and saved user ids.",
        |vm, _| {
            let all = checked_plainly(vm, unistd::getresuid())?;
            let all = [all.real, all.effective, all.saved].map(Uid::as_raw);
            Ok(Value::from(Tuple::new(numbers(all))))
        },
    ),
    native(
        "getresgid",
        "()",
        "Return a tuple of the current process's real, effective, and saved group ids.",
        |vm, _| {
            let all = checked_plainly(vm, unistd::getresgid())?;
            let all = [all.real, all.effective, all.saved].map(Gid::as_raw);
            Ok(Value::from(Tuple::new(numbers(all))))
        },
    ),
    native(
        "getgroups",
        "()",
        "Return list of supplemental group IDs for the process.",
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
        "Set the groups of the current process to list.",
        |vm, a| {
            let all = vm.collect(&a[0])?;
            let all: Res<Vec<Gid>> = all.iter().map(|each| group(vm, each)).collect();
            done(vm, unistd::setgroups(&all?))
        },
    ),
    native(
        "getgrouplist",
        "(user, group, /)",
        "Returns a list of groups to which a user belongs.",
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
