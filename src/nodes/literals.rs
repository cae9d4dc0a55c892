//! Literals and displays: constants, tuples, lists, sets, dicts, f-strings, slices.

use super::{BoxNode, noted};
use crate::interp::{Node, Res, Slots, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::dict_methods::merge_mapping;
use crate::objects::list::List;
use crate::objects::set::Set;
use crate::objects::slice::Slice;
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// A constant.
pub struct Literal(pub Value);

impl Node for Literal {
    #[inline]
    fn eval(&self, _vm: &Vm, _slots: &mut Slots) -> Res {
        Ok(self.0.clone())
    }
}

/// An item of a display: one value, or all of an iterable.
pub struct Item {
    /// The value or iterable.
    pub node: BoxNode,
    /// Whether it is starred.
    pub starred: bool,
    /// Where it stands.
    pub span: Span,
}

fn gather(items: &[Item], vm: &Vm, slots: &mut Slots) -> Res<Vec<Value>> {
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        let value = item.node.eval(vm, slots)?;
        if item.starred {
            let more = noted(vm, item.span, starred(vm, &value))?;
            if values.try_reserve(more.len()).is_err() {
                vm.memory_error();
                return Err(vm.note(item.span));
            }
            values.extend(more);
        } else {
            values.push(value);
        }
    }
    Ok(values)
}

fn starred(vm: &Vm, value: &Value) -> Res<Vec<Value>> {
    match vm.iter(value) {
        Ok(iterator) => vm.collect_from(value, &iterator),
        Err(raised) => {
            let error = vm.catch(raised, &vm.types.type_error)?;
            let text = error
                .first_arg()
                .map(|text| vm.str(&text))
                .transpose()?
                .unwrap_or_default();
            if text.ends_with("object is not iterable") {
                let class = vm.class_name(value);
                return Err(
                    vm.type_error(&format!("Value after * must be an iterable, not {class}"))
                );
            }
            Err(vm.rethrow(error))
        }
    }
}

/// `(a, *b)`
pub struct TupleDisplay(pub Box<[Item]>);

impl Node for TupleDisplay {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        Ok(Value::from(Tuple::new(gather(&self.0, vm, slots)?)))
    }
}

/// `[a, *b]`
pub struct ListDisplay(pub Box<[Item]>);

impl Node for ListDisplay {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        Ok(Value::from(List::new(gather(&self.0, vm, slots)?)))
    }
}

/// `{a, *b}`
pub struct SetDisplay(pub Box<[Item]>, pub Span);

impl Node for SetDisplay {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let first_star = self.0.iter().position(|item| item.starred);
        let (plain, rest) = self.0.split_at(first_star.unwrap_or(self.0.len()));
        let set = Set::new();
        for item in &gather(plain, vm, slots)? {
            noted(vm, self.1, set.add(vm, item))?;
        }
        for item in rest {
            let value = item.node.eval(vm, slots)?;
            if item.starred {
                noted(vm, item.span, set.update(vm, &value))?;
            } else {
                noted(vm, self.1, set.add(vm, &value))?;
            }
        }
        Ok(Value::from(set))
    }
}

/// `{1, 2, 3}`: constants only, kept as a frozenset that is copied.
pub struct ConstantSet(pub Ref<Set>);

impl Node for ConstantSet {
    fn eval(&self, vm: &Vm, _slots: &mut Slots) -> Res {
        self.0.copied(vm, false).map(Value::from)
    }
}

/// `{key: value, **mapping}`: a missing key marks a mapping.
pub struct DictDisplay(pub Box<[(Option<BoxNode>, BoxNode)]>, pub Span);

impl Node for DictDisplay {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let dict = Dict::with_capacity(self.0.len());
        for (key, value) in &self.0 {
            match key {
                Some(key) => {
                    let key = key.eval(vm, slots)?;
                    let value = value.eval(vm, slots)?;
                    noted(vm, self.1, dict.set(vm, &key, value))?;
                }
                None => {
                    let mapping = value.eval(vm, slots)?;
                    noted(vm, self.1, merge(vm, &dict, &mapping))?;
                }
            }
        }
        Ok(Value::Dict(dict))
    }
}

fn merge(vm: &Vm, dict: &Ref<Dict>, mapping: &Value) -> Res<()> {
    if merge_mapping(vm, dict, mapping)? {
        return Ok(());
    }
    let class = vm.class_name(mapping);
    Err(vm.type_error(&format!("'{class}' object is not a mapping")))
}

/// `lower:upper:step`
pub struct SliceDisplay {
    /// The three parts; `None` where absent.
    pub parts: [Option<BoxNode>; 3],
}

impl Node for SliceDisplay {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let mut part = |node: &Option<BoxNode>| match node {
            Some(node) => node.eval(vm, slots),
            None => Ok(Value::None),
        };
        let [lower, upper, step] = &self.parts;
        let (lower, upper, step) = (part(lower)?, part(upper)?, part(step)?);
        Ok(Slice::new(lower, upper, step))
    }
}

/// A part of an f-string.
pub enum Piece {
    /// Plain text.
    Text(Ref<Str>),
    /// `{value!conversion:spec}`
    Field {
        /// The value.
        value: BoxNode,
        /// `s`, `r`, `a`.
        conversion: Option<char>,
        /// The format, itself an f-string.
        spec: Option<BoxNode>,
        /// Where it stands.
        span: Span,
    },
}

/// An f-string.
pub struct FString(pub Box<[Piece]>);

impl Node for FString {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        // Nothing but one field: what it gives is the result, which may be of a subclass of `str`.
        if let [
            Piece::Field {
                value,
                conversion,
                spec: None,
                span,
            },
        ] = &*self.0
        {
            let value = value.eval(vm, slots)?;
            return noted(vm, *span, format_sole(vm, value, *conversion));
        }
        // A format without fields of its own.
        if let [Piece::Text(text)] = &*self.0 {
            return Ok(Value::Str(text.clone()));
        }
        let mut text = Str::from(String::new());
        for piece in &self.0 {
            match piece {
                Piece::Text(plain) => text.push(plain),
                Piece::Field {
                    value,
                    conversion,
                    spec,
                    span,
                } => {
                    let value = value.eval(vm, slots)?;
                    if spec.is_none() && conversion.is_none() {
                        match &value {
                            Value::Str(part) => {
                                noted(vm, *span, vm.expect_room(text.growth(part)))?;
                                text.push(part);
                                value.discard();
                                continue;
                            }
                            Value::Int(number) => {
                                text.push_str(itoa::Buffer::new().format(*number));
                                continue;
                            }
                            _ => {}
                        }
                    }
                    let spec = match spec {
                        Some(spec) => spec.eval(vm, slots)?,
                        None => vm.empty_str(),
                    };
                    let formatted = noted(vm, *span, format_field(vm, value, *conversion, &spec))?;
                    noted(vm, *span, vm.expect_room(text.growth(&formatted)))?;
                    text.push(&formatted);
                }
            }
        }
        Ok(Value::Str(Ref::new(text)))
    }
}

/// The one field of an f-string that has nothing else.
fn format_sole(vm: &Vm, value: Value, conversion: Option<char>) -> Res {
    let value = match conversion {
        Some('r') => vm.repr_object(&value)?,
        Some('a') => vm.ascii_object(&value)?,
        Some(_) => vm.str_object(&value)?,
        None => value,
    };
    match value {
        Value::Str(_) => Ok(value),
        Value::Int(number) => Ok(Value::from(number.to_string())),
        value => vm.format_object_of(&value, &Ref::new(Str::from(""))),
    }
}

/// The text of one field.
fn format_field(vm: &Vm, value: Value, conversion: Option<char>, spec: &Value) -> Res<Ref<Str>> {
    let value = match conversion {
        Some('r') => Value::from(vm.repr(&value)?),
        Some('a') => Value::from(vm.ascii(&value)?),
        Some(_) => Value::Str(vm.to_str(&value)?),
        None => value,
    };
    match (spec, &value) {
        (Value::Str(spec), Value::Str(text)) if spec.is_empty() => Ok(text.clone()),
        (Value::Str(spec), _) => vm.format(&value, spec),
        _ => Err(vm.type_error("format spec must be a string")),
    }
}

/// Runs statements, then evaluates: a comprehension, or an expression with hidden steps.
pub struct Steps(pub Box<[BoxNode]>, pub BoxNode);

impl Node for Steps {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        for step in &self.0 {
            // Steps inside an expression neither break, return nor suspend: all that is left is a raise.
            if step.exec(vm, slots).is_err() {
                return Err(crate::interp::Raised);
            }
        }
        self.1.eval(vm, slots)
    }
}

/// A new empty list, set or dict, for comprehensions.
pub enum Fresh {
    /// `[]`
    List,
    /// `set()`
    Set,
    /// `{}`
    Dict,
}

impl Node for Fresh {
    fn eval(&self, _vm: &Vm, _slots: &mut Slots) -> Res {
        match self {
            Fresh::List => Ok(Value::from(List::new(Vec::new()))),
            Fresh::Set => Ok(Value::from(Set::new())),
            Fresh::Dict => Ok(Value::Dict(Dict::new())),
        }
    }
}

/// Adds to the list or set in a hidden slot.
pub struct AddTo {
    /// The slot of the container.
    pub container: u32,
    /// What is added.
    pub value: BoxNode,
    /// Where it stands.
    pub span: Span,
}

impl Node for AddTo {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        match &slots[self.container as usize] {
            Value::List(list) => noted(vm, self.span, list.push(vm, value))?,
            other => {
                if let Some(set) = Set::of(vm, other) {
                    noted(vm, self.span, set.add(vm, &value))?;
                }
            }
        }
        Ok(Value::None)
    }
}

/// Sets an item of the dict in a hidden slot.
pub struct AddPair {
    /// The slot of the dict.
    pub container: u32,
    /// The key.
    pub key: BoxNode,
    /// The value.
    pub value: BoxNode,
    /// Where it stands.
    pub span: Span,
}

impl Node for AddPair {
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let key = self.key.eval(vm, slots)?;
        let value = self.value.eval(vm, slots)?;
        if let Value::Dict(dict) = slots[self.container as usize].clone() {
            noted(vm, self.span, dict.set(vm, &key, value))?;
        }
        Ok(Value::None)
    }
}
