//! Strings encoded and bytes decoded for scripts: encodings and error handlers by name, errors as exceptions. The
//! encodings themselves are `text/codecs/`.

use super::convert::bytes_of;
use super::{Raised, Res, Vm};
use crate::objects::bytes::Bytes;
use crate::objects::counted::Ref;
use crate::objects::exception::Exception;
use crate::objects::exceptions::add_note;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::codecs::{self, Codec, Errors, Failure, Handler, Problem, Replacement};
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// The error handlers that scripts have registered (`codecs.register_error`), by name.
#[derive(Default)]
pub struct ErrorHandlers(RefCell<FxHashMap<String, Value>>);

impl ErrorHandlers {
    /// Registers a handler.
    pub fn register(&self, name: &str, handler: Value) {
        let old = self.0.borrow_mut().insert(name.to_owned(), handler);
        drop(old);
    }

    /// The handler of a name.
    pub fn find(&self, name: &str) -> Option<Value> {
        self.0.borrow().get(name).cloned()
    }
}

impl Vm {
    /// `text.encode(encoding, errors)`
    pub fn encode(&self, text: &Ref<Str>, encoding: &str, errors: &str) -> Res<Vec<u8>> {
        let Some(codec) = Codec::by_name(encoding) else {
            let made =
                self.code_by_script("_encode_text", Value::Str(text.clone()), encoding, errors)?;
            return self.expect_buffer(&made);
        };
        let mut handler = Coding {
            vm: self,
            encoding,
            errors,
            input: Input::Text(text),
            error: None,
            object: None,
            other_data: None,
        };
        codecs::encode(text.bytes(), codec, &mut handler)
    }

    /// `data.decode(encoding, errors)` as WTF-8.
    pub fn decode(&self, data: &[u8], encoding: &str, errors: &str) -> Res<Vec<u8>> {
        self.decode_until(data, data.len(), encoding, errors)
    }

    /// Decodes the bytes before `end`, behind which more are known already.
    pub fn decode_until(
        &self,
        data: &[u8],
        end: usize,
        encoding: &str,
        errors: &str,
    ) -> Res<Vec<u8>> {
        let Some(codec) = Codec::by_name(encoding) else {
            if data.is_empty() {
                // Nobody is asked about nothing.
                return Ok(Vec::new());
            }
            let data = Value::from(Bytes::new(data[..end].to_vec()));
            let made = self.code_by_script("_decode_text", data, encoding, errors)?;
            return Ok(self.to_str(&made)?.bytes().to_vec());
        };
        let mut handler = Coding {
            vm: self,
            encoding,
            errors,
            input: Input::Bytes(data),
            error: None,
            object: None,
            other_data: None,
        };
        codecs::decode_until(data, end, codec, &mut handler)
    }

    /// The encoding of a name; `LookupError` if there is none.
    pub fn codec(&self, encoding: &str) -> Res<Codec> {
        Codec::by_name(encoding).ok_or_else(|| {
            let message = format!("unknown encoding: {encoding}");
            self.raise_new(&self.types.lookup_error, &message)
        })
    }

    /// What a codec that is not built in makes of a text or of bytes: one that a script has registered, or one that the
    /// module `codecs` has.
    fn code_by_script(&self, function: &str, input: Value, encoding: &str, errors: &str) -> Res {
        let codecs = self.import_module("codecs", 0, None)?;
        let known = self.get_attribute(&codecs, &self.name("_is_known"))?;
        let known = self.call_with(&known, &[Value::str(encoding)])?;
        if !self.truth(&known)? {
            let message = format!("unknown encoding: {encoding}");
            return Err(self.raise_new(&self.types.lookup_error, &message));
        }
        let function = self.get_attribute(&codecs, &self.name(function))?;
        self.call_with(
            &function,
            &[input, Value::str(encoding), Value::str(errors)],
        )
    }

    /// Raises `LookupError` unless there is an encoding of that name, from text to bytes.
    pub fn require_encoding(&self, encoding: &str) -> Res<()> {
        if Codec::by_name(encoding).is_none() {
            let codecs = self.import_module("codecs", 0, None)?;
            let look_up = self.get_attribute(&codecs, &self.name("_text_codec"))?;
            self.call_with(
                &look_up,
                &[Value::str(encoding), Value::str("codecs.open()")],
            )?;
        }
        Ok(())
    }

    /// The `UnicodeEncodeError` or `UnicodeDecodeError` for a problem with `object`.
    fn coding_error(&self, object: Value, problem: &Problem) -> Res<Ref<Exception>> {
        let class = match object {
            Value::Str(_) => &self.types.unicode_encode_error,
            _ => &self.types.unicode_decode_error,
        };
        let args = [
            Value::str(problem.codec.name()),
            object,
            Value::from(problem.start),
            Value::from(problem.end),
            Value::str(problem.reason),
        ];
        let made = self.call_with(&Value::Class(class.clone()), &args)?;
        self.exception_from(&made)
    }
}

/// What is being coded.
enum Input<'a> {
    Text(&'a Ref<Str>),
    Bytes(&'a [u8]),
}

/// Error handling by the name of a handler, which counts only when there is an error.
struct Coding<'a> {
    vm: &'a Vm,
    encoding: &'a str,
    errors: &'a str,
    input: Input<'a>,
    /// The exception that a handler of the script was given last; it is given again.
    error: Option<Value>,
    /// What is coded, as that exception has it.
    object: Option<Value>,
    /// The bytes that such a handler put into it.
    other_data: Option<Vec<u8>>,
}

impl Coding<'_> {
    fn object(&self) -> Value {
        match &self.input {
            Input::Text(text) => Value::Str((*text).clone()),
            Input::Bytes(data) => Value::from(Bytes::new(data.to_vec())),
        }
    }

    fn raise(&self, problem: &Problem) -> Raised {
        match self.vm.coding_error(self.object(), problem) {
            Ok(error) => {
                if let Err(raised) = self.note(&error) {
                    return raised;
                }
                self.vm.raise(error)
            }
            Err(raised) => raised,
        }
    }

    /// What the reference finds by its registry says so in a note.
    fn note(&self, error: &Ref<Exception>) -> Res<()> {
        let name = self.encoding.to_lowercase().replace(['-', ' '], "_");
        let is_direct = matches!(
            name.as_str(),
            "utf_8"
                | "utf8"
                | "utf_16"
                | "utf16"
                | "utf_32"
                | "utf32"
                | "ascii"
                | "us_ascii"
                | "latin1"
                | "latin_1"
                | "iso_8859_1"
                | "iso8859_1"
        );
        if is_direct {
            return Ok(());
        }
        let what = match self.input {
            Input::Text(_) => "encoding",
            Input::Bytes(_) => "decoding",
        };
        let note = format!("{what} with '{}' codec failed", self.encoding);
        add_note(self.vm, error, Value::from(note))
    }

    fn failure(&self, failure: Failure) -> Raised {
        match failure {
            Failure::Problem(problem) => self.raise(&problem),
            Failure::OnlyEncodes => self
                .vm
                .type_error("don't know how to handle UnicodeDecodeError in error callback"),
        }
    }

    /// What a handler of the script gives: a replacement and where to go on in what is coded then.
    fn ask(&mut self, problem: &Problem, length: usize) -> Res<(Value, usize)> {
        let vm = self.vm;
        let Some(handler) = vm.extension::<ErrorHandlers>().find(self.errors) else {
            let message = format!("unknown error handler name '{}'", self.errors);
            return Err(vm.raise_new(&vm.types.lookup_error, &message));
        };
        let error = self.error_for(problem)?;
        let answer = vm.call_with(&handler, std::slice::from_ref(&error))?;
        let (replacement, place) = self.pair(&answer)?;
        let length = match self.input {
            Input::Text(_) => length,
            Input::Bytes(_) => self.take_data(&error, length)?,
        };
        let at = if place < 0 {
            place + length as i64
        } else {
            place
        };
        match usize::try_from(at) {
            Ok(at) if at <= length => Ok((replacement, at)),
            _ => {
                let message = format!("position {place} from error handler out of bounds");
                Err(vm.index_error(&message))
            }
        }
    }

    /// The exception for a problem: the one of the problem before, if there was one.
    fn error_for(&mut self, problem: &Problem) -> Res {
        let vm = self.vm;
        if let Some(error) = &self.error {
            let attributes = [
                ("start", Value::from(problem.start)),
                ("end", Value::from(problem.end)),
                ("reason", Value::str(problem.reason)),
            ];
            for (name, value) in attributes {
                vm.set_attribute(error, &vm.name(name), value)?;
            }
            return Ok(error.clone());
        }
        let object = self.object();
        let error = Value::from(vm.coding_error(object.clone(), problem)?);
        self.object = Some(object);
        self.error = Some(error.clone());
        Ok(error)
    }

    /// The replacement and the place in a handler's answer.
    fn pair(&self, answer: &Value) -> Res<(Value, i64)> {
        let vm = self.vm;
        if let Value::Tuple(pair) = vm.unwrapped(answer)
            && let [replacement, place] = pair.items()
            && let Value::Int(place) = vm.unwrapped(place)
        {
            return Ok((vm.unwrapped(replacement), place));
        }
        Err(vm.type_error(match self.input {
            Input::Text(_) => "encoding error handler must return (str/bytes, int) tuple",
            Input::Bytes(_) => "decoding error handler must return (str, int) tuple",
        }))
    }

    /// Keeps the bytes in the exception if a handler put others there, and tells how many there are.
    fn take_data(&mut self, error: &Value, length: usize) -> Res<usize> {
        let vm = self.vm;
        let object = vm.get_attribute(error, &vm.name("object"))?;
        if self.object.as_ref().is_some_and(|old| old.is(&object)) {
            return Ok(length);
        }
        let Some(bytes) = bytes_of(&vm.unwrapped(&object)) else {
            return Err(vm.type_error("object attribute must be bytes"));
        };
        let length = bytes.len();
        self.other_data = Some(bytes);
        self.object = Some(object);
        Ok(length)
    }
}

impl Handler for Coding<'_> {
    type Error = Raised;

    fn encode(&mut self, piece: &[u8], problem: &Problem) -> Res<(Replacement, usize)> {
        if let Some(mut known) = Errors::by_name(self.errors) {
            let answer = known.encode(piece, problem);
            return answer.map_err(|failure| self.failure(failure));
        }
        let length = match &self.input {
            Input::Text(text) => text.len(),
            Input::Bytes(_) => 0,
        };
        let (replacement, at) = self.ask(problem, length)?;
        if let Value::Str(text) = &replacement {
            return Ok((Replacement::Text(text.bytes().to_vec()), at));
        }
        match self.vm.buffer(&replacement) {
            Some(data) => Ok((Replacement::Bytes(data), at)),
            None => Err(self
                .vm
                .type_error("encoding error handler must return (str/bytes, int) tuple")),
        }
    }

    fn decode(&mut self, data: &[u8], problem: &Problem) -> Res<(Vec<u8>, usize)> {
        if let Some(mut known) = Errors::by_name(self.errors) {
            let answer = known.decode(data, problem);
            return answer.map_err(|failure| self.failure(failure));
        }
        match self.ask(problem, data.len())? {
            (Value::Str(text), at) => Ok((text.bytes().to_vec(), at)),
            _ => Err(self
                .vm
                .type_error("decoding error handler must return (str, int) tuple")),
        }
    }

    fn other_data(&mut self) -> Option<Vec<u8>> {
        self.other_data.take()
    }

    fn fail(&mut self, problem: Problem) -> Raised {
        self.raise(&problem)
    }
}
