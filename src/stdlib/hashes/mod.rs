//! `_hashlib` and `_blake2`: hashes as objects, HMAC, and keys from passwords. The algorithms are in `hasher.rs`,
//! `sponge.rs` and `blake2.rs`; which of them scripts find where is `hashlib.py`.

mod blake2;
mod hasher;
mod sponge;

use super::native_class::{add_classes, add_functions, derived_class, native_class};
use crate::interp::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::number::Integer;
use crate::objects::object::Object;
use crate::objects::value::Value;
use blake2::{Blake2b, Blake2s, Parameters};
use hasher::{Hasher, Hmac};
use num_traits::ToPrimitive;
use std::cell::RefCell;

/// Fills `_hashlib`.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    add_functions(vm, module, "_hashlib", FUNCTIONS);
    add_classes(vm, module, &[&HASH]);
    module
        .dict
        .set_name(&vm.name("HASHXOF"), Value::Class(xof_class(vm)));
    let error = derived_class(vm, &UNSUPPORTED, |vm| vm.types.value_error.clone());
    module
        .dict
        .set_name(&vm.name(UNSUPPORTED.name), Value::Class(error));
    let names = hasher::NAMES.iter().map(|name| Value::str(name)).collect();
    let names = vm.tuple(names);
    module
        .dict
        .set_name(&vm.name("openssl_md_meth_names"), names);
    Ok(())
}

/// Fills `_blake2`.
pub fn make_blake2(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    super::native_class::set_doc(vm, module, "The hashes BLAKE2b and BLAKE2s.");
    add_classes(vm, module, &[&BLAKE2B, &BLAKE2S]);
    let rows = [
        (
            "BLAKE2B",
            &BLAKE2B,
            [Blake2b::MOST, Blake2b::MOST, Blake2b::SALT, Blake2b::SALT],
        ),
        (
            "BLAKE2S",
            &BLAKE2S,
            [Blake2s::MOST, Blake2s::MOST, Blake2s::SALT, Blake2s::SALT],
        ),
    ];
    for (prefix, row, sizes) in rows {
        let class = native_class(vm, row);
        let names = [
            "MAX_DIGEST_SIZE",
            "MAX_KEY_SIZE",
            "SALT_SIZE",
            "PERSON_SIZE",
        ];
        for (name, size) in names.into_iter().zip(sizes) {
            class.dict(vm).set_name(&vm.name(name), Value::from(size));
            let name = format!("{prefix}_{name}");
            module.dict.set_name(&vm.name(&name), Value::from(size));
        }
    }
    Ok(())
}

static UNSUPPORTED: TypeDef = TypeDef {
    name: "UnsupportedDigestmodError",
    module: "_hashlib",
    is_base: true,
    like_base: true,
    ..TypeDef::PLAIN
};

/// The row of the function that makes hashes of one kind.
macro_rules! openssl {
    ($function:literal, $name:literal) => {
        native(
            $function,
            "(string=b'', *, usedforsecurity=True)",
            concat!(
                "Returns a ",
                $name,
                " hash object; optionally initialized with a string"
            ),
            |vm, a| begun(vm, $name, a.first()),
        )
    };
}

const FUNCTIONS: &[NativeDef] = &[
    openssl!("openssl_md5", "md5"),
    openssl!("openssl_sha1", "sha1"),
    openssl!("openssl_sha224", "sha224"),
    openssl!("openssl_sha256", "sha256"),
    openssl!("openssl_sha384", "sha384"),
    openssl!("openssl_sha512", "sha512"),
    openssl!("openssl_sha3_224", "sha3_224"),
    openssl!("openssl_sha3_256", "sha3_256"),
    openssl!("openssl_sha3_384", "sha3_384"),
    openssl!("openssl_sha3_512", "sha3_512"),
    openssl!("openssl_shake_128", "shake_128"),
    openssl!("openssl_shake_256", "shake_256"),
    native(
        "new",
        "(name, string=b'', *, usedforsecurity=True)",
        "A hash by the name of its algorithm.",
        |vm, a| {
            let Value::Str(name) = vm.unwrapped(&a[0]) else {
                return Err(vm.type_error("name must be a string"));
            };
            let known = known(&name.lossy());
            if Hasher::named(&known).is_none() {
                return Err(vm.value_error(&format!("unsupported hash type {}", name.lossy())));
            }
            begun(vm, &known, a.get(1))
        },
    ),
    native(
        "get_fips_mode",
        "()",
        "Whether only approved algorithms may be used: never.",
        |_, _| Ok(Value::Int(0)),
    ),
    native(
        "pbkdf2_hmac",
        "(hash_name, password, salt, iterations, dklen=None)",
        "A key made of a password in many rounds (PBKDF2 with HMAC).",
        pbkdf2,
    ),
    native(
        "scrypt",
        "(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)",
        "A key made of a password with much memory (scrypt).",
        scrypt,
    ),
    native(
        "hmac_digest",
        "(key, msg, digest)",
        "Single-shot HMAC.",
        |vm, a| {
            let (key, message) = (vm.expect_buffer(&a[0])?, vm.expect_buffer(&a[1])?);
            let mut mac = Hmac::new(&keyed(vm, &a[2])?, &key);
            mac.update(&message);
            Ok(bytes(mac.finish()))
        },
    ),
    native(
        "compare_digest",
        "(a, b, /)",
        "Return 'a == b', in a time that does not tell where they differ.",
        compare,
    ),
];

fn bytes(data: Vec<u8>) -> Value {
    Value::from(Bytes::new(data))
}

/// The name of an algorithm as one writes it here: the plainer ones may be written in capitals, or with a hyphen.
fn known(name: &str) -> String {
    if hasher::NAMES.contains(&name) || name.contains('_') {
        return name.to_owned();
    }
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        "sha-1" => "sha1".to_owned(),
        "sha2-224" | "sha-224" => "sha224".to_owned(),
        "sha2-256" | "sha-256" => "sha256".to_owned(),
        "sha2-384" | "sha-384" => "sha384".to_owned(),
        "sha2-512" | "sha-512" => "sha512".to_owned(),
        "sha512-224" | "sha512-256" => lower.replace('-', "_"),
        "blake2b512" | "blake2b-512" => "blake2b".to_owned(),
        "blake2s256" | "blake2s-256" => "blake2s".to_owned(),
        lower if lower.starts_with("sha3-") => lower.replace('-', "_"),
        "shake128" | "shake-128" => "shake_128".to_owned(),
        "shake256" | "shake-256" => "shake_256".to_owned(),
        "blake2b" | "blake2s" => name.to_owned(),
        _ => lower,
    }
}

#[cold]
fn unsupported(vm: &Vm, name: &str) -> Raised {
    let class = derived_class(vm, &UNSUPPORTED, |vm| vm.types.value_error.clone());
    vm.raise_new(&class, &format!("unsupported hash type {name}"))
}

/// The hash of a kind that has taken data, if some is given.
fn begun(vm: &Vm, name: &str, data: Option<&Value>) -> Res {
    let Some(mut hasher) = Hasher::named(name) else {
        return Err(unsupported(vm, name));
    };
    if let Some(data) = data.and_then(Value::given) {
        hasher.update(&message(vm, data)?);
    }
    Ok(Hash::over(hasher, false))
}

/// The bytes of what is hashed.
fn message(vm: &Vm, data: &Value) -> Res<Vec<u8>> {
    match vm.unwrapped(data) {
        Value::Str(_) => Err(vm.type_error("Strings must be encoded before hashing")),
        plain => vm
            .buffer(&plain)
            .ok_or_else(|| vm.type_error("object supporting the buffer API required")),
    }
}

/// The empty hash that a name, or a function that makes such hashes, stands for; it can be used with a key.
fn keyed(vm: &Vm, digest: &Value) -> Res<Hasher> {
    let name = match vm.unwrapped(digest) {
        Value::Str(name) => known(&name.lossy()),
        Value::Native(native) => native.def.name.trim_start_matches("openssl_").to_owned(),
        _ => return Err(unsupported(vm, &vm.str(digest)?)),
    };
    match Hasher::named(&name) {
        Some(Hasher::Shake(_)) => Err(vm.value_error("no reason supplied")),
        Some(hasher) => Ok(hasher),
        None => Err(unsupported(vm, &name)),
    }
}

/// A hash object.
struct Hash {
    hasher: RefCell<Hasher>,
    /// Whether it is of a class of `_blake2`.
    is_blake2: bool,
}

impl Hash {
    fn over(hasher: Hasher, is_blake2: bool) -> Value {
        let is_blake2 = is_blake2 || matches!(hasher, Hasher::Blake2b(_) | Hasher::Blake2s(_));
        Value::from(Ref::new(Hash {
            hasher: RefCell::new(hasher),
            is_blake2,
        }))
    }
}

impl Object for Hash {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        match &*self.hasher.borrow() {
            Hasher::Blake2b(_) => native_class(vm, &BLAKE2B),
            Hasher::Blake2s(_) => native_class(vm, &BLAKE2S),
            Hasher::Shake(_) => xof_class(vm),
            _ => native_class(vm, &HASH),
        }
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}

    fn repr(&self, vm: &Vm, this: &Value) -> Res<Option<String>> {
        if self.is_blake2 {
            return Ok(None);
        }
        let (name, class) = (self.hasher.borrow().name(), vm.class_of(this).full_name(vm));
        let address = this.address().unwrap_or(0);
        Ok(Some(format!("<{name} {class} object @ 0x{address:x}>")))
    }
}

fn xof_class(vm: &Vm) -> Ref<Class> {
    derived_class(vm, &HASHXOF, |vm| native_class(vm, &HASH))
}

fn of(vm: &Vm, value: &Value) -> Res<Ref<Hash>> {
    match vm.unwrapped(value).downcast::<Hash>() {
        Some(hash) => Ok(hash.clone()),
        None => Err(vm.descriptor_error("_hashlib.HASH", value)),
    }
}

fn digest(vm: &Vm, a: &[Value]) -> Res<Vec<u8>> {
    let hasher = of(vm, &a[0])?.hasher.borrow().clone();
    let length = match a.get(1) {
        Some(length) => vm.index_size(length)?,
        None => 0,
    };
    match usize::try_from(length) {
        Ok(length) if length < 1 << 29 => Ok(hasher.finish(length)),
        Ok(_) => Err(vm.value_error("length is too large")),
        Err(_) => {
            let message = "Negative size passed to PyBytes_FromStringAndSize";
            Err(vm.raise_new(&vm.types.system_error, message))
        }
    }
}

fn hex(data: &[u8]) -> Value {
    Value::from(
        data.iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>(),
    )
}

const COPY: NativeDef = native(
    "copy",
    "()",
    "A hash that goes on from here on its own.",
    |vm, a| {
        let own = of(vm, &a[0])?;
        Ok(Hash::over(own.hasher.borrow().clone(), own.is_blake2))
    },
);

const UPDATE: NativeDef = native("update", "(obj, /)", "Take more bytes in.", |vm, a| {
    let data = message(vm, &a[1])?;
    of(vm, &a[0])?.hasher.borrow_mut().update(&data);
    Ok(Value::None)
});

const METHODS: &[NativeDef] = &[
    COPY,
    native(
        "digest",
        "()",
        "The hash of all bytes so far, in bytes.",
        |vm, a| digest(vm, &a[..1]).map(bytes),
    ),
    native(
        "hexdigest",
        "()",
        "The hash of all bytes so far, in hexadecimal digits.",
        |vm, a| Ok(hex(&digest(vm, &a[..1])?)),
    ),
    UPDATE,
];

const GETTERS: &[GetterDef] = &[
    getter("name", "algorithm name.", |vm, h| {
        Ok(Value::from(of(vm, h)?.hasher.borrow().name()))
    }),
    getter(
        "digest_size",
        "the size of the digest in bytes.",
        |vm, h| Ok(Value::from(of(vm, h)?.hasher.borrow().digest_size())),
    ),
    getter("block_size", "the size of a block in bytes.", |vm, h| {
        Ok(Value::from(of(vm, h)?.hasher.borrow().block_size()))
    }),
];

static HASH: TypeDef = TypeDef {
    name: "HASH",
    module: "_hashlib",
    doc: "A number that is hard to get from other bytes.",
    methods: METHODS,
    getters: GETTERS,
    ..TypeDef::PLAIN
};

static HASHXOF: TypeDef = TypeDef {
    name: "HASHXOF",
    module: "_hashlib",
    doc: "A hash whose digest is as long as one asks for.",
    methods: &[
        native(
            "digest",
            "(length)",
            "The hash of all bytes so far, in bytes.",
            |vm, a| digest(vm, a).map(bytes),
        ),
        native(
            "hexdigest",
            "(length)",
            "The hash of all bytes so far, in hexadecimal digits.",
            |vm, a| Ok(hex(&digest(vm, a)?)),
        ),
    ],
    ..TypeDef::PLAIN
};

const BLAKE2_SIGNATURE: &str = "(data=b'', /, *, digest_size=_blake2.blake2b.MAX_DIGEST_SIZE, key=b'', salt=b'', \
     person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, \
     usedforsecurity=True)";

static BLAKE2B: TypeDef = TypeDef {
    name: "blake2b",
    module: "_blake2",
    doc: "A hash by BLAKE2b.",
    new: Some(native(
        "__new__",
        BLAKE2_SIGNATURE,
        "Makes a hash.",
        |vm, a| {
            let parameters = parameters(vm, a, Blake2b::MOST, Blake2b::SALT, 64)?;
            blake2(vm, a, Hasher::Blake2b(Blake2b::new(&parameters)))
        },
    )),
    methods: METHODS,
    getters: GETTERS,
    ..TypeDef::PLAIN
};

static BLAKE2S: TypeDef = TypeDef {
    name: "blake2s",
    module: "_blake2",
    doc: "A hash by BLAKE2s.",
    new: Some(native(
        "__new__",
        BLAKE2_SIGNATURE,
        "Makes a hash.",
        |vm, a| {
            let parameters = parameters(vm, a, Blake2s::MOST, Blake2s::SALT, 48)?;
            blake2(vm, a, Hasher::Blake2s(Blake2s::new(&parameters)))
        },
    )),
    methods: METHODS,
    getters: GETTERS,
    ..TypeDef::PLAIN
};

fn blake2(vm: &Vm, a: &[Value], mut hasher: Hasher) -> Res {
    if let Some(data) = a.get(1).and_then(Value::given) {
        hasher.update(&message(vm, data)?);
    }
    Ok(Hash::over(hasher, true))
}

fn parameters(vm: &Vm, a: &[Value], most: usize, salt: usize, offset_bits: u32) -> Res<Parameters> {
    let given = |place: usize| a.get(place).and_then(Value::given);
    let text = |place: usize, name: &str, most: usize| -> Res<Vec<u8>> {
        let Some(value) = given(place) else {
            return Ok(Vec::new());
        };
        let data = vm.expect_buffer(value)?;
        if data.len() > most {
            return Err(vm.value_error(&format!("maximum {name} length is {most} bytes")));
        }
        Ok(data)
    };
    let number = |place: usize,
                  default: i64,
                  range: std::ops::RangeInclusive<i64>,
                  message: String|
     -> Res<u8> {
        let number = match given(place) {
            Some(value) => vm.index_size(value)?,
            None => default,
        };
        match range.contains(&number) {
            true => Ok(number as u8),
            false => Err(vm.value_error(&message)),
        }
    };
    let unsigned = |place: usize| -> Res<u64> {
        let Some(value) = given(place) else {
            return Ok(0);
        };
        let index = vm.index(value)?;
        let number = Integer::of(&index)
            .map(|number| number.to_big().into_owned())
            .unwrap_or_default();
        if number.sign() == num_bigint::Sign::Minus {
            return Err(vm.value_error("value must be positive"));
        }
        number
            .to_u64()
            .ok_or_else(|| vm.overflow_error("int too big to convert"))
    };
    let most_i64 = most as i64;
    let digest_size = number(
        2,
        most_i64,
        1..=most_i64,
        format!("digest_size must be between 1 and {most} bytes"),
    )?;
    let (salt_text, person) = (text(4, "salt", salt)?, text(5, "person", salt)?);
    let fanout = number(6, 1, 0..=255, "fanout must be between 0 and 255".to_owned())?;
    let depth = number(7, 1, 1..=255, "depth must be between 1 and 255".to_owned())?;
    let Ok(leaf_size) = u32::try_from(unsigned(8)?) else {
        return Err(vm.overflow_error("leaf_size is too large"));
    };
    let node_offset = unsigned(9)?;
    if offset_bits < 64 && node_offset >> offset_bits != 0 {
        return Err(vm.overflow_error("node_offset is too large"));
    }
    let node_depth = number(
        10,
        0,
        0..=255,
        "node_depth must be between 0 and 255".to_owned(),
    )?;
    let inner_size = number(
        11,
        0,
        0..=most_i64,
        format!("inner_size must be between 0 and is {most}"),
    )?;
    let key = text(3, "key", most)?;
    let last_node = match given(12) {
        Some(last) => vm.truth(last)?,
        None => false,
    };
    Ok(Parameters {
        digest_size,
        key,
        fanout,
        depth,
        leaf_size,
        node_offset,
        node_depth,
        inner_size,
        salt: salt_text,
        person,
        last_node,
    })
}

fn pbkdf2(vm: &Vm, a: &[Value]) -> Res {
    let Value::Str(name) = vm.unwrapped(&a[0]) else {
        let class = vm.argument_class(&a[0]);
        return Err(vm.type_error(&format!(
            "pbkdf2_hmac() argument 'hash_name' must be str, not {class}"
        )));
    };
    let (password, salt) = (vm.expect_buffer(&a[1])?, vm.expect_buffer(&a[2])?);
    let rounds = vm.index_size(&a[3])?;
    let Some(hasher) = Hasher::named(&known(&name.lossy())) else {
        return Err(unsupported(vm, &name.lossy()));
    };
    if rounds < 1 {
        return Err(vm.value_error("iteration value must be greater than 0."));
    }
    let length = match a.get(4).and_then(Value::given) {
        None | Some(Value::None) => hasher.digest_size() as i64,
        Some(length) => vm.index_size(length)?,
    };
    if length < 1 {
        return Err(vm.value_error("key length must be greater than 0."));
    }
    if length > i64::from(i32::MAX) {
        return Err(vm.overflow_error("key length is too great."));
    }
    if rounds > i64::from(i32::MAX) {
        return Err(vm.overflow_error("iteration value is too great."));
    }
    if let Hasher::Shake(_) = hasher {
        return Err(vm.value_error("no reason supplied"));
    }
    let mac = Hmac::new(&hasher, &password);
    hasher::derive(&mac, &salt, rounds as u64, length as usize, || vm.poll()).map(bytes)
}

fn scrypt(vm: &Vm, a: &[Value]) -> Res {
    let given = |place: usize| {
        a.get(place)
            .and_then(Value::given)
            .filter(|value| !value.is_none())
    };
    let password = vm.expect_buffer(&a[0])?;
    let Some(salt) = given(1) else {
        return Err(vm.type_error("salt is required"));
    };
    let salt = vm.expect_buffer(salt)?;
    let number = |place: usize, name: &str| -> Res<u64> {
        let Some(value) = given(place) else {
            return Err(vm.type_error(&format!("{name} is required and must be an unsigned int")));
        };
        if Integer::of(&vm.unwrapped(value)).is_none() {
            let class = vm.argument_class(value);
            let message = format!("scrypt() argument '{name}' must be int, not {class}");
            return Err(vm.type_error(&message));
        }
        match vm.index(value)? {
            Value::Int(number) => u64::try_from(number)
                .map_err(|_| vm.overflow_error("can't convert negative value to unsigned int")),
            _ => Err(vm.overflow_error("int too big to convert")),
        }
    };
    let n = number(2, "n")?;
    if n < 2 || !n.is_power_of_two() {
        return Err(vm.value_error("n must be a power of 2."));
    }
    let (r, p) = (number(3, "r")?, number(4, "p")?);
    let limit = |place: usize, default: i64| match given(place) {
        Some(value) => vm.index_size(value),
        None => Ok(default),
    };
    let most = i64::from(i32::MAX);
    let memory = limit(5, 0)?;
    if !(0..=most).contains(&memory) {
        return Err(vm.value_error("maxmem must be positive and smaller than 2147483647"));
    }
    let length = limit(6, 64)?;
    if !(1..=most).contains(&length) {
        return Err(vm.value_error("dklen must be greater than 0 and smaller than 2147483647"));
    }
    if r == 0 || p == 0 || p > ((1 << 30) - 1) / r {
        return Err(vm.value_error("Invalid parameter combination for n, r, p, maxmem."));
    }
    let room = if memory == 0 { 32 << 20 } else { memory as u64 };
    let needed = (128 * r)
        .saturating_mul(p)
        .saturating_add((128 * r).saturating_mul(n + 2));
    if needed > room {
        return Err(vm.value_error("[digital envelope routines] memory limit exceeded"));
    }
    let Some(sha256) = Hasher::named("sha256") else {
        return Err(unsupported(vm, "sha256"));
    };
    let mac = Hmac::new(&sha256, &password);
    let block = 128 * r as usize;
    let mut mixed = hasher::derive(&mac, &salt, 1, block * p as usize, || vm.poll())?;
    for part in mixed.chunks_exact_mut(block) {
        hasher::scrypt_mix(part, n as usize, r as usize);
        vm.poll()?;
    }
    hasher::derive(&mac, &mixed, 1, length as usize, || vm.poll()).map(bytes)
}

fn compare(vm: &Vm, a: &[Value]) -> Res {
    let (left, right) = match (vm.unwrapped(&a[0]), vm.unwrapped(&a[1])) {
        (Value::Str(left), Value::Str(right)) => {
            if !left.is_ascii() || !right.is_ascii() {
                let message = "comparing strings with non-ASCII characters is not supported";
                return Err(vm.type_error(message));
            }
            (left.bytes().to_vec(), right.bytes().to_vec())
        }
        (left, right) => {
            if vm.buffer(&left).is_none() && vm.buffer(&right).is_none() {
                let (left, right) = (vm.class_name(&a[0]), vm.class_name(&a[1]));
                return Err(vm.type_error(&format!(
                    "unsupported operand types(s) or combination of types: '{left}' and '{right}'"
                )));
            }
            (vm.expect_buffer(&a[0])?, vm.expect_buffer(&a[1])?)
        }
    };
    let differences = left.iter().zip(&right).fold(0, |sum, (a, b)| sum | (a ^ b));
    Ok(Value::bool(left.len() == right.len() && differences == 0))
}
