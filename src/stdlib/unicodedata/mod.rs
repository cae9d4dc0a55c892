//! `unicodedata`: what the character database of Unicode 15.1 says. Categories and numbers of digits are `text/unicode.rs`;
//! the tables beside this file have runs of characters: how far behind the last one a run begins, how much longer than one
//! it is, and what is said of it.

use crate::interp::{Raised, Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::module::Module;
use crate::objects::native::{NativeDef, native};
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::stdlib::native_class::{add_functions, set_doc};
use crate::text::{unicode, wtf8};
use std::cell::OnceCell;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Fills the module.
pub fn make(vm: &Vm, module: &Ref<Module>) -> Res<()> {
    set_doc(
        vm,
        module,
        "What the Unicode Character Database says of characters.",
    );
    add_functions(vm, module, "unicodedata", FUNCTIONS);
    module
        .dict
        .set_name(&vm.name("unidata_version"), Value::str("15.1.0"));
    Ok(())
}

/// A table: the runs with what is said of them.
#[derive(Default)]
struct Runs(OnceCell<Vec<(u32, u32, &'static str)>>);

impl Runs {
    /// What is said of a character; `None`: nothing.
    fn find(&self, text: &'static str, code: u32) -> Option<&'static str> {
        let runs = self.0.get_or_init(|| parse(text));
        let place = runs.partition_point(|(first, _, _)| *first <= code);
        let (_, last, said) = runs.get(place.checked_sub(1)?)?;
        (code <= *last).then_some(*said)
    }
}

fn parse(text: &'static str) -> Vec<(u32, u32, &'static str)> {
    let (mut runs, mut last) = (Vec::new(), 0);
    for run in text.split_ascii_whitespace() {
        let (place, said) = run.split_once('=').unwrap_or((run, ""));
        let (step, more) = place.split_once('+').unwrap_or((place, "0"));
        let number = |digits: &str| u32::from_str_radix(digits, 16).unwrap_or(0);
        let first = last + number(step);
        last = first + number(more);
        runs.push((first, last, said));
    }
    runs
}

/// The tables, read when they are first asked for.
#[derive(Default)]
struct Tables {
    bidirectional: Runs,
    widths: Runs,
    mirrored: Runs,
    numerics: Runs,
    decompositions: Runs,
}

impl Tables {
    fn decomposition(&self, code: u32) -> Option<&'static str> {
        self.decompositions
            .find(include_str!("decompositions.txt"), code)
    }

    fn numeric(&self, code: u32) -> Option<f64> {
        let said = self.numerics.find(include_str!("numerics.txt"), code)?;
        let (above, below) = said.split_once('/').unwrap_or((said, "1"));
        Some(above.parse::<f64>().ok()? / below.parse::<f64>().ok()?)
    }
}

const FUNCTIONS: &[NativeDef] = &[
    native(
        "decimal",
        "(chr, default=<unrepresentable>, /)",
        "The digit that a character is, 0 to 9.",
        |vm, a| {
            let code = character(vm, "decimal", "argument 1", &a[0])?;
            let value = unicode::decimal_value(code).map(|value| Value::Int(i64::from(value)));
            or_default(vm, value, a, "not a decimal")
        },
    ),
    native(
        "digit",
        "(chr, default=<unrepresentable>, /)",
        "The digit that a character is in some way, such as raised.",
        |vm, a| {
            let code = character(vm, "digit", "argument 1", &a[0])?;
            let value = unicode::digit_value(code).map(|value| Value::Int(i64::from(value)));
            or_default(vm, value, a, "not a digit")
        },
    ),
    native(
        "numeric",
        "(chr, default=<unrepresentable>, /)",
        "The number that a character stands for.",
        |vm, a| {
            let code = character(vm, "numeric", "argument 1", &a[0])?;
            let value = vm.extension::<Tables>().numeric(code).map(Value::float);
            or_default(vm, value, a, "not a numeric character")
        },
    ),
    native(
        "category",
        "(chr, /)",
        "The category of a character, in two letters.",
        |vm, a| {
            Ok(Value::str(category(character(
                vm, "category", "argument", &a[0],
            )?)))
        },
    ),
    native(
        "bidirectional",
        "(chr, /)",
        "In which direction a character is written.",
        |vm, a| {
            let code = character(vm, "bidirectional", "argument", &a[0])?;
            let tables = vm.extension::<Tables>();
            let said = tables
                .bidirectional
                .find(include_str!("bidirectional.txt"), code);
            Ok(Value::str(said.unwrap_or("")))
        },
    ),
    native(
        "combining",
        "(chr, /)",
        "How a mark combines with what it is on, as a number.",
        |vm, a| {
            let code = character(vm, "combining", "argument", &a[0])?;
            let class = match char::from_u32(code).filter(|_| unicode::is_assigned(code)) {
                Some(letter) => canonical_combining_class(letter),
                None => 0,
            };
            Ok(Value::Int(i64::from(class)))
        },
    ),
    native(
        "mirrored",
        "(chr, /)",
        "Whether a character is turned around in text from right to left.",
        |vm, a| {
            let code = character(vm, "mirrored", "argument", &a[0])?;
            let tables = vm.extension::<Tables>();
            let found = tables.mirrored.find(include_str!("mirrored.txt"), code);
            Ok(Value::Int(i64::from(found.is_some())))
        },
    ),
    native(
        "east_asian_width",
        "(chr, /)",
        "How wide a character is in East Asian text.",
        |vm, a| {
            let code = character(vm, "east_asian_width", "argument", &a[0])?;
            let tables = vm.extension::<Tables>();
            let said = tables.widths.find(include_str!("widths.txt"), code);
            Ok(Value::str(said.unwrap_or("N")))
        },
    ),
    native(
        "decomposition",
        "(chr, /)",
        "What a character is made of, if anything.",
        |vm, a| {
            let code = character(vm, "decomposition", "argument", &a[0])?;
            let said = vm.extension::<Tables>().decomposition(code);
            Ok(Value::from(said.unwrap_or("").replace(',', " ")))
        },
    ),
    native(
        "name",
        "(chr, default=<unrepresentable>, /)",
        "The name of a character.",
        |vm, a| {
            let code = character(vm, "name", "argument 1", &a[0])?;
            let name = char::from_u32(code).filter(|_| unicode::is_assigned(code));
            let name = name
                .and_then(unicode_names2::name)
                .map(|name| Value::from(name.to_string()));
            or_default(vm, name, a, "no such name")
        },
    ),
    native(
        "lookup",
        "(name, /)",
        "Look up character by name.",
        |vm, a| {
            let name = match vm.unwrapped(&a[0]) {
                Value::Str(name) => name.lossy().into_owned(),
                other => match vm.buffer(&other) {
                    Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                    None => {
                        let class = vm.argument_class(&a[0]);
                        return Err(vm.type_error(&format!(
                            "a bytes-like object is required, not '{class}'"
                        )));
                    }
                },
            };
            if let Some(found) = named(&name) {
                return Ok(Value::from(found));
            }
            let message = Value::from(format!("undefined character name '{name}'"));
            Err(vm.key_error(&message))
        },
    ),
    native(
        "normalize",
        "(form, unistr, /)",
        "A text in a normal form.",
        |vm, a| {
            let (form, text) = forms(vm, "normalize", a)?;
            let made = normalized(text.bytes(), form);
            if made == text.bytes() {
                return Ok(a[1].clone());
            }
            Ok(Value::from(Ref::new(Str::from_wtf8(made))))
        },
    ),
    native(
        "is_normalized",
        "(form, unistr, /)",
        "Whether a text is in a normal form already.",
        |vm, a| {
            let (form, text) = forms(vm, "is_normalized", a)?;
            Ok(Value::bool(normalized(text.bytes(), form) == text.bytes()))
        },
    ),
];

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

fn category(code: u32) -> &'static str {
    use unicode_properties::GeneralCategory as Category;
    match unicode::category(code) {
        Category::UppercaseLetter => "Lu",
        Category::LowercaseLetter => "Ll",
        Category::TitlecaseLetter => "Lt",
        Category::ModifierLetter => "Lm",
        Category::OtherLetter => "Lo",
        Category::NonspacingMark => "Mn",
        Category::SpacingMark => "Mc",
        Category::EnclosingMark => "Me",
        Category::DecimalNumber => "Nd",
        Category::LetterNumber => "Nl",
        Category::OtherNumber => "No",
        Category::ConnectorPunctuation => "Pc",
        Category::DashPunctuation => "Pd",
        Category::OpenPunctuation => "Ps",
        Category::ClosePunctuation => "Pe",
        Category::InitialPunctuation => "Pi",
        Category::FinalPunctuation => "Pf",
        Category::OtherPunctuation => "Po",
        Category::MathSymbol => "Sm",
        Category::CurrencySymbol => "Sc",
        Category::ModifierSymbol => "Sk",
        Category::OtherSymbol => "So",
        Category::SpaceSeparator => "Zs",
        Category::LineSeparator => "Zl",
        Category::ParagraphSeparator => "Zp",
        Category::Control => "Cc",
        Category::Format => "Cf",
        Category::Surrogate => "Cs",
        Category::PrivateUse => "Co",
        Category::Unassigned => "Cn",
    }
}

/// The character, or the sequence of characters, that has a name.
fn named(name: &str) -> Option<String> {
    let found = unicode_names2::character(name).filter(|letter| is_name(*letter, name));
    if let Some(letter) = found {
        return Some(letter.to_string());
    }
    let others = include_str!("other_names.txt").lines();
    let mut pairs = others.filter_map(|line| line.split_once(';'));
    let (_, codes) = pairs.find(|(own, _)| own.eq_ignore_ascii_case(name))?;
    let numbers = codes.split(' ').map(|code| u32::from_str_radix(code, 16));
    numbers.map(|number| char::from_u32(number.ok()?)).collect()
}

/// Whether that is the name of a character. Only those that stand in no list have to be in capitals.
fn is_name(letter: char, name: &str) -> bool {
    let Some(own) = unicode_names2::name(letter) else {
        return false;
    };
    let own = own.to_string();
    let listed = ["CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE "]
        .iter()
        .all(|start| !own.starts_with(start));
    unicode::is_assigned(u32::from(letter))
        && (own == name || listed && own.eq_ignore_ascii_case(name))
}

/// A normal form.
#[derive(Clone, Copy)]
enum Form {
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
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

/// A text in a normal form. What is no character, and what was none in this version, stays as it is.
fn normalized(text: &[u8], form: Form) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_vec();
    }
    let mut made = Vec::with_capacity(text.len());
    let mut part = String::new();
    let close = |part: &mut String, made: &mut Vec<u8>| {
        let normal: String = match form {
            Form::Nfc => part.nfc().collect(),
            Form::Nfd => part.nfd().collect(),
            Form::Nfkc => part.nfkc().collect(),
            Form::Nfkd => part.nfkd().collect(),
        };
        made.extend_from_slice(normal.as_bytes());
        part.clear();
    };
    for code in wtf8::code_points(text) {
        match char::from_u32(code).filter(|_| unicode::is_assigned(code)) {
            Some(letter) => part.push(letter),
            None => {
                close(&mut part, &mut made);
                wtf8::push(&mut made, code);
            }
        }
    }
    close(&mut part, &mut made);
    made
}
