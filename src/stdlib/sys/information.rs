//! The tuples with names in which `sys` tells about versions, limits and options.

use super::{HEX_VERSION, LANGUAGE};
use crate::interp::{Res, Vm};
use crate::objects::dict::Dict;
use crate::objects::namespace::Namespace;
use crate::objects::struct_sequence;
use crate::objects::value::Value;

fn int(number: impl Into<i64>) -> Value {
    Value::Int(number.into())
}

/// `sys.version_info`
pub fn version_info(vm: &Vm) -> Res {
    let (major, minor, micro) = LANGUAGE;
    struct_sequence::single(
        vm,
        "sys",
        "version_info",
        &[
            ("major", int(major)),
            ("minor", int(minor)),
            ("micro", int(micro)),
            ("releaselevel", Value::str("final")),
            ("serial", int(0)),
        ],
    )
}

/// `sys.implementation`
pub fn implementation(vm: &Vm, version: Value) -> Value {
    let dict = Dict::new();
    dict.set_name(&vm.names.name, Value::str("snakelet"));
    dict.set_name(&vm.name("cache_tag"), Value::None);
    dict.set_name(&vm.name("version"), version);
    dict.set_name(&vm.name("hexversion"), Value::Int(HEX_VERSION));
    Namespace::of(dict)
}

/// `sys.flags`
pub fn flags(vm: &Vm) -> Res {
    let flags = vm.settings.borrow().flags;
    let random = vm.hash_seed != 0;
    struct_sequence::single(
        vm,
        "sys",
        "flags",
        &[
            ("debug", int(0)),
            ("inspect", int(i64::from(flags.inspect))),
            ("interactive", int(i64::from(flags.inspect))),
            ("optimize", int(flags.optimize)),
            ("dont_write_bytecode", int(i64::from(flags.no_bytecode))),
            ("no_user_site", int(i64::from(flags.no_user_site))),
            ("no_site", int(i64::from(flags.no_site))),
            (
                "ignore_environment",
                int(i64::from(flags.ignore_environment)),
            ),
            ("verbose", int(0)),
            ("bytes_warning", int(0)),
            ("quiet", int(i64::from(flags.quiet))),
            ("hash_randomization", int(i64::from(random))),
            ("isolated", int(i64::from(flags.isolated))),
            ("dev_mode", Value::bool(flags.dev_mode)),
            ("utf8_mode", int(0)),
            ("warn_default_encoding", int(0)),
            ("safe_path", Value::bool(flags.safe_path)),
            ("int_max_str_digits", Value::from(vm.max_str_digits())),
        ],
    )
}

/// `sys.float_info`
pub fn float_info(vm: &Vm) -> Res {
    struct_sequence::single(
        vm,
        "sys",
        "float_info",
        &[
            ("max", Value::float(f64::MAX)),
            ("max_exp", int(f64::MAX_EXP)),
            ("max_10_exp", int(f64::MAX_10_EXP)),
            ("min", Value::float(f64::MIN_POSITIVE)),
            ("min_exp", int(f64::MIN_EXP)),
            ("min_10_exp", int(f64::MIN_10_EXP)),
            ("dig", int(f64::DIGITS)),
            ("mant_dig", int(f64::MANTISSA_DIGITS)),
            ("epsilon", Value::float(f64::EPSILON)),
            ("radix", int(f64::RADIX)),
            ("rounds", int(1)),
        ],
    )
}

/// `sys.int_info`
pub fn int_info(vm: &Vm) -> Res {
    struct_sequence::single(
        vm,
        "sys",
        "int_info",
        &[
            ("bits_per_digit", int(30)),
            ("sizeof_digit", int(4)),
            ("default_max_str_digits", int(4300)),
            ("str_digits_check_threshold", int(640)),
        ],
    )
}

/// `sys.hash_info`
pub fn hash_info(vm: &Vm) -> Res {
    struct_sequence::single(
        vm,
        "sys",
        "hash_info",
        &[
            ("width", int(64)),
            ("modulus", int((1i64 << 61) - 1)),
            ("inf", int(314_159)),
            ("nan", int(0)),
            ("imag", int(1_000_003)),
            ("algorithm", Value::str("siphash13")),
            ("hash_bits", int(64)),
            ("seed_bits", int(128)),
            ("cutoff", int(0)),
        ],
    )
}

/// `sys.thread_info`
pub fn thread_info(vm: &Vm) -> Res {
    struct_sequence::single(
        vm,
        "sys",
        "thread_info",
        &[
            ("name", Value::str("pthread")),
            ("lock", Value::None),
            ("version", Value::None),
        ],
    )
}
