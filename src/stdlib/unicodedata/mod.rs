//! `unicodedata`: what the character database of Unicode 15.1 says, and what that of Unicode 3.2.0 said (`ucd_3_2_0`).
//!
//! Here are the functions that scripts call, which are methods of the older database too. What they answer is
//! `database.rs`, `old.rs`, `names.rs` and `forms.rs`; categories and numbers of digits are `text/unicode.rs`.

mod database;
mod forms;
mod names;
mod old;

use crate::interp::{Raised, Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, member, native};
use crate::objects::object::Object;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::stdlib::native_class::{add_classes, add_functions, native_class, set_doc};
use crate::text::{unicode, wtf8};
use database::Tables;
use forms::Form;
use old::OldTables;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(
        vm,
        module,
        "What the Unicode Character Database says of characters.",
    );
    add_functions(vm, module, "unicodedata", FUNCTIONS);
    add_classes(vm, module, &[&DATABASE]);
    let put = |name, value| module.dict.set_name(&vm.name(name), value);
    put("unidata_version", Value::str("15.1.0"));
    put("ucd_3_2_0", Value::from(Ref::new(Database)));
    Ok(())
}

/// Which database is asked.
#[derive(Clone, Copy)]
enum Version {
    /// Unicode 15.1.
    Present,
    /// Unicode 3.2.0.
    Old,
}

/// `ucd_3_2_0`: its methods are the module's functions.
struct Database;

impl Object for Database {
    fn is_tracked() -> bool {
        false
    }

    fn class(&self, vm: &Vm) -> Ref<Class> {
        native_class(vm, &DATABASE)
    }

    fn traverse(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn clear(&self) {}
}

static DATABASE: TypeDef = TypeDef {
    name: "UCD",
    module: "unicodedata",
    methods: METHODS,
    getters: &[member(
        "unidata_version",
        "The version of Unicode whose database it is.",
        |vm, own| of_database(vm, std::slice::from_ref(own)).map(|_| Value::str("3.2.0")),
    )],
    ..TypeDef::PLAIN
};

/// The arguments of a function of the module, which asks the present database.
fn of_module<'a>(_: &Vm, a: &'a [Value]) -> Res<(Version, &'a [Value])> {
    Ok((Version::Present, a))
}

/// The arguments of a method, behind the database that it belongs to.
fn of_database<'a>(vm: &Vm, a: &'a [Value]) -> Res<(Version, &'a [Value])> {
    match a.split_first() {
        Some((own, rest)) if own.downcast::<Database>().is_some() => Ok((Version::Old, rest)),
        _ => {
            let own = a.first().unwrap_or(&Value::None);
            Err(vm.descriptor_error("unicodedata.UCD", own))
        }
    }
}

/// The rows of the functions, or of the methods: `$split` tells the database from the arguments.
macro_rules! rows {
    ($split:ident) => {
        &[
            rows!(
                $split,
                "decimal",
                "(chr, default=<unrepresentable>, /)",
                decimal,
                "The digit that a character is, 0 to 9."
            ),
            rows!(
                $split,
                "digit",
                "(chr, default=<unrepresentable>, /)",
                digit,
                "The digit that a character is in some way, such as raised."
            ),
            rows!(
                $split,
                "numeric",
                "(chr, default=<unrepresentable>, /)",
                numeric,
                "The number that a character stands for."
            ),
            rows!(
                $split,
                "category",
                "(chr, /)",
                category,
                "The category of a character, in two letters."
            ),
            rows!(
                $split,
                "bidirectional",
                "(chr, /)",
                bidirectional,
                "In which direction a character is written."
            ),
            rows!(
                $split,
                "combining",
                "(chr, /)",
                combining,
                "How a mark combines with what it is on, as a number."
            ),
            rows!(
                $split,
                "mirrored",
                "(chr, /)",
                mirrored,
                "Whether a character is turned around in text from right to left."
            ),
            rows!(
                $split,
                "east_asian_width",
                "(chr, /)",
                east_asian_width,
                "How wide a character is in East Asian text."
            ),
            rows!(
                $split,
                "decomposition",
                "(chr, /)",
                decomposition,
                "What a character is made of, if anything."
            ),
            rows!(
                $split,
                "name",
                "(chr, default=<unrepresentable>, /)",
                name,
                "The name of a character."
            ),
            rows!(
                $split,
                "lookup",
                "(name, /)",
                lookup,
                "Look up character by name."
            ),
            rows!(
                $split,
                "normalize",
                "(form, unistr, /)",
                normalize,
                "A text in a normal form."
            ),
            rows!(
                $split,
                "is_normalized",
                "(form, unistr, /)",
                is_normalized,
                "Whether a text is in a normal form already."
            ),
        ]
    };
    ($split:ident, $name:literal, $signature:literal, $function:ident, $doc:literal) => {
        native($name, $signature, $doc, |vm, a| {
            let (version, a) = $split(vm, a)?;
            $function(vm, version, a)
        })
    };
}

const FUNCTIONS: &[NativeDef] = rows!(of_module);

const METHODS: &[NativeDef] = rows!(of_database);

fn decimal(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "decimal", "argument 1", &a[0])?;
    let value = match version {
        Version::Present => unicode::decimal_value(code),
        Version::Old => vm.extension::<OldTables>().decimal(code),
    };
    let value = value.map(|value| Value::Int(i64::from(value)));
    or_default(vm, value, a, "not a decimal")
}

/// Digits that are none but in some way are those of the present version, whichever is asked.
fn digit(vm: &Vm, _: Version, a: &[Value]) -> Res {
    let code = character(vm, "digit", "argument 1", &a[0])?;
    let value = unicode::digit_value(code).map(|value| Value::Int(i64::from(value)));
    or_default(vm, value, a, "not a digit")
}

fn numeric(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "numeric", "argument 1", &a[0])?;
    let value = match is_later(vm, version, code) {
        true => None,
        false => vm.extension::<Tables>().numeric(code),
    };
    or_default(vm, value.map(Value::float), a, "not a numeric character")
}

fn category(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "category", "argument", &a[0])?;
    Ok(Value::str(match version {
        Version::Present => database::category(code),
        Version::Old => vm.extension::<OldTables>().category(code),
    }))
}

fn bidirectional(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "bidirectional", "argument", &a[0])?;
    let tables = vm.extension::<Tables>();
    Ok(Value::str(match version {
        Version::Present => tables.bidirectional(code),
        Version::Old => vm.extension::<OldTables>().bidirectional(&tables, code),
    }))
}

fn combining(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "combining", "argument", &a[0])?;
    let class = match is_later(vm, version, code) {
        true => 0,
        false => database::combining(code),
    };
    Ok(Value::Int(i64::from(class)))
}

fn mirrored(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "mirrored", "argument", &a[0])?;
    let tables = vm.extension::<Tables>();
    let is_mirrored = match version {
        Version::Present => tables.is_mirrored(code),
        Version::Old => vm.extension::<OldTables>().is_mirrored(&tables, code),
    };
    Ok(Value::Int(i64::from(is_mirrored)))
}

fn east_asian_width(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "east_asian_width", "argument", &a[0])?;
    let tables = vm.extension::<Tables>();
    Ok(Value::str(match version {
        Version::Present => tables.width(code),
        Version::Old => vm.extension::<OldTables>().width(&tables, code),
    }))
}

fn decomposition(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "decomposition", "argument", &a[0])?;
    Ok(match is_later(vm, version, code) {
        true => Value::str(""),
        false => Value::from(vm.extension::<Tables>().decomposition(code)),
    })
}

fn name(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let code = character(vm, "name", "argument 1", &a[0])?;
    let name = match is_later(vm, version, code) {
        true => None,
        false => names::name(code),
    };
    or_default(vm, name.map(Value::from), a, "no such name")
}

/// The older database knows today's names, but neither aliases nor sequences.
fn lookup(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let name = match vm.unwrapped(&a[0]) {
        Value::Str(name) => name.lossy().into_owned(),
        other => match vm.buffer(&other) {
            Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            None => {
                let class = vm.argument_class(&a[0]);
                return Err(
                    vm.type_error(&format!("a bytes-like object is required, not '{class}'"))
                );
            }
        },
    };
    let found = match version {
        Version::Present => names::characters(&name),
        Version::Old => names::character(&name).map(String::from),
    };
    found.map(Value::from).ok_or_else(|| {
        let message = Value::from(format!("undefined character name '{name}'"));
        vm.key_error(&message)
    })
}

fn normalize(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let (form, text) = forms(vm, "normalize", a)?;
    let made = normalized(vm, version, text.bytes(), form);
    if made == text.bytes() {
        return Ok(a[1].clone());
    }
    Ok(Value::from(Ref::new(Str::from_wtf8(made))))
}

fn is_normalized(vm: &Vm, version: Version, a: &[Value]) -> Res {
    let (form, text) = forms(vm, "is_normalized", a)?;
    let made = normalized(vm, version, text.bytes(), form);
    Ok(Value::bool(made == text.bytes()))
}

fn normalized(vm: &Vm, version: Version, text: &[u8], form: Form) -> Vec<u8> {
    match version {
        Version::Present => forms::normalized(text, form),
        Version::Old => forms::normalized_old(&vm.extension::<OldTables>(), text, form),
    }
}

/// Whether a character came later than the version that is asked.
fn is_later(vm: &Vm, version: Version, code: u32) -> bool {
    match version {
        Version::Present => false,
        Version::Old => vm.extension::<OldTables>().is_later(code),
    }
}

/// The character that an argument is.
fn character(vm: &Vm, function: &str, which: &str, value: &Value) -> Res<u32> {
    let refuse = |what: String| -> Raised {
        vm.type_error(&format!(
            "{function}() {which} must be a unicode character, not {what}"
        ))
    };
    match vm.unwrapped(value) {
        Value::Str(text) => match wtf8::decode(text.bytes(), 0) {
            Some((code, _)) if text.len() == 1 => Ok(code),
            _ => Err(refuse("str".to_owned())),
        },
        _ => Err(refuse(vm.argument_class(value))),
    }
}

fn or_default(vm: &Vm, value: Option<Value>, a: &[Value], message: &str) -> Res {
    match (value, a.get(1).and_then(Value::given)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(vm.value_error(message)),
    }
}

/// The form and the text that two arguments are.
fn forms(vm: &Vm, function: &str, a: &[Value]) -> Res<(Form, Ref<Str>)> {
    let text = |place: usize| -> Res<Ref<Str>> {
        match vm.unwrapped(&a[place]) {
            Value::Str(text) => Ok(text),
            _ => {
                let (class, which) = (vm.argument_class(&a[place]), place + 1);
                Err(vm.type_error(&format!(
                    "{function}() argument {which} must be str, not {class}"
                )))
            }
        }
    };
    let (form, text) = (text(0)?, text(1)?);
    let form = match form.bytes() {
        b"NFC" => Form::Nfc,
        b"NFD" => Form::Nfd,
        b"NFKC" => Form::Nfkc,
        b"NFKD" => Form::Nfkd,
        // Without characters there is nothing that the form could change.
        _ if text.is_empty() => Form::Nfc,
        _ => return Err(vm.value_error("invalid normalization form")),
    };
    Ok((form, text))
}
