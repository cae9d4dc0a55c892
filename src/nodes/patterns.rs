//! `match`: patterns test a value and keep what they capture in hidden slots, from which names are bound afterwards.

use super::{BoxNode, Slot, block::statement, noted};
use crate::interp::{Exit, Flow, Node, Raised, Res, Slots, Vm};
use crate::objects::class::Collection;
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::list::List;
use crate::objects::str::Name;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// A pattern. Captures go into hidden slots.
pub enum Pattern {
    /// Compared with `==`.
    Value(BoxNode, Span),
    /// Compared with `is`.
    Singleton(Value),
    /// Captures the value, if the inner pattern matches.
    Capture(Option<Box<Pattern>>, Slot),
    /// Matches anything.
    Wildcard,
    /// `[a, *rest, b]`: the patterns, and where the star stands with its capture.
    Sequence(Vec<Pattern>, Option<(usize, Option<Slot>)>, Span),
    /// `{key: pattern, **rest}`
    Mapping {
        /// The keys.
        keys: Vec<BoxNode>,
        /// Their patterns.
        patterns: Vec<Pattern>,
        /// Captures the other entries.
        rest: Option<Slot>,
        /// Its place.
        span: Span,
    },
    /// `Class(pattern, name=pattern)`
    Class {
        /// The class.
        class: BoxNode,
        /// Positional patterns.
        patterns: Vec<Pattern>,
        /// Keyword patterns.
        keywords: Vec<(Name, Pattern)>,
        /// Its place.
        span: Span,
    },
    /// `a | b`
    Or(Vec<Pattern>),
}

impl Pattern {
    /// Whether `value` matches; captures are kept as they are found.
    pub fn matches(&self, vm: &Vm, slots: &mut Slots, value: &Value) -> Res<bool> {
        match self {
            Pattern::Wildcard => Ok(true),
            Pattern::Value(node, span) => {
                let wanted = node.eval(vm, slots)?;
                noted(vm, *span, vm.equal(value, &wanted))
            }
            Pattern::Singleton(wanted) => Ok(value.is(wanted)),
            Pattern::Capture(inner, slot) => {
                if let Some(inner) = inner
                    && !inner.matches(vm, slots, value)?
                {
                    return Ok(false);
                }
                slots[*slot as usize].store(value.clone());
                Ok(true)
            }
            Pattern::Or(alternatives) => {
                for alternative in alternatives {
                    if alternative.matches(vm, slots, value)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Pattern::Sequence(patterns, star, span) => {
                matches_sequence(vm, slots, value, patterns, *star, *span)
            }
            Pattern::Mapping {
                keys,
                patterns,
                rest,
                span,
            } => matches_mapping(vm, slots, value, keys, patterns, *rest, *span),
            Pattern::Class {
                class,
                patterns,
                keywords,
                span,
            } => {
                let class = class.eval(vm, slots)?;
                matches_class(vm, slots, value, &class, patterns, keywords, *span)
            }
        }
    }
}

fn is_sequence(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::List(_) | Value::Tuple(_) => true,
        Value::Str(_) | Value::Dict(_) => false,
        _ => vm.class_of(value).collection() == Collection::Sequence,
    }
}

fn matches_sequence(
    vm: &Vm,
    slots: &mut Slots,
    value: &Value,
    patterns: &[Pattern],
    star: Option<(usize, Option<Slot>)>,
    span: Span,
) -> Res<bool> {
    if !is_sequence(vm, value) {
        return Ok(false);
    }
    // Only what has to be known is asked for.
    let asks_length = star.is_none() || !patterns.is_empty();
    let length = match asks_length {
        true => noted(vm, span, vm.len(value))?,
        false => 0,
    };
    let fits = match star {
        None => length == patterns.len(),
        Some(_) => length >= patterns.len(),
    };
    if !fits {
        return Ok(false);
    }
    let captures_none = star.is_none_or(|(_, capture)| capture.is_none());
    let is_wild = |pattern: &Pattern| matches!(pattern, Pattern::Wildcard);
    if captures_none && patterns.iter().all(is_wild) {
        return Ok(true);
    }
    if let Some((at, None)) = star {
        return matches_places(vm, slots, value, patterns, at, span);
    }
    let items = noted(vm, span, iterated(vm, value))?;
    if items.len() < patterns.len() || star.is_none() && items.len() > patterns.len() {
        return noted(
            vm,
            span,
            Err(wrong_count(vm, star, patterns.len(), items.len())),
        );
    }
    let split = star.map_or(patterns.len(), |(at, _)| at);
    for (pattern, item) in patterns[..split].iter().zip(&items) {
        if !pattern.matches(vm, slots, item)? {
            return Ok(false);
        }
    }
    if let Some((at, capture)) = star {
        let behind = patterns.len() - at;
        let end = items.len() - behind;
        if let Some(slot) = capture {
            slots[slot as usize].store(Value::from(List::new(items[at..end].to_vec())));
        }
        for (pattern, item) in patterns[at..].iter().zip(&items[end..]) {
            if !pattern.matches(vm, slots, item)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The items that iteration gives, without asking how many there are.
fn iterated(vm: &Vm, value: &Value) -> Res<Vec<Value>> {
    if let Value::List(_) | Value::Tuple(_) = value {
        return vm.collect(value);
    }
    let iterator = vm.iter(value)?;
    let mut items = Vec::new();
    while let Some(item) = vm.next(&iterator)? {
        items.push(item);
        vm.poll()?;
    }
    Ok(items)
}

/// The items before and behind a star that captures nothing, each by its index.
fn matches_places(
    vm: &Vm,
    slots: &mut Slots,
    value: &Value,
    patterns: &[Pattern],
    star: usize,
    span: Span,
) -> Res<bool> {
    for (index, pattern) in patterns.iter().enumerate() {
        if matches!(pattern, Pattern::Wildcard) {
            continue;
        }
        let place = match index < star {
            true => index,
            false => noted(vm, span, vm.len(value))?.saturating_sub(patterns.len() - index),
        };
        let item = noted(vm, span, vm.get_item(value, &Value::from(place)))?;
        if !pattern.matches(vm, slots, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A sequence whose `__len__` has said something else than its iterator gives.
#[cold]
fn wrong_count(
    vm: &Vm,
    star: Option<(usize, Option<Slot>)>,
    wanted: usize,
    given: usize,
) -> Raised {
    vm.value_error(&match (star, given < wanted) {
        (Some(_), _) => {
            format!("not enough values to unpack (expected at least {wanted}, got {given})")
        }
        (None, true) => format!("not enough values to unpack (expected {wanted}, got {given})"),
        (None, false) => format!("too many values to unpack (expected {wanted})"),
    })
}

fn matches_mapping(
    vm: &Vm,
    slots: &mut Slots,
    value: &Value,
    keys: &[BoxNode],
    patterns: &[Pattern],
    rest: Option<Slot>,
    span: Span,
) -> Res<bool> {
    let is_mapping =
        matches!(value, Value::Dict(_)) || vm.class_of(value).collection() == Collection::Mapping;
    if !is_mapping {
        return Ok(false);
    }
    if !keys.is_empty() && keys.len() > noted(vm, span, vm.len(value))? {
        return Ok(false);
    }
    let mut wanted = Vec::with_capacity(keys.len());
    for key in keys {
        wanted.push(key.eval(vm, slots)?);
    }
    for (index, key) in wanted.iter().enumerate() {
        for other in &wanted[..index] {
            if noted(vm, span, vm.equal(other, key))? {
                let text = vm.repr(key)?;
                return noted(
                    vm,
                    span,
                    Err(vm.value_error(&format!("mapping pattern checks duplicate key ({text})"))),
                );
            }
        }
    }
    let mut found = Vec::with_capacity(keys.len());
    let get = match wanted.is_empty() {
        true => Value::None,
        false => noted(vm, span, vm.get_attribute(value, &vm.name("get")))?,
    };
    let missing = Value::from(Ref::new(crate::objects::root::PlainObject));
    for key in &wanted {
        let item = match value {
            Value::Dict(dict) => noted(vm, span, dict.get(vm, key))?,
            _ => {
                let item = noted(
                    vm,
                    span,
                    vm.call_with(&get, &[key.clone(), missing.clone()]),
                )?;
                if item.is(&missing) { None } else { Some(item) }
            }
        };
        match item {
            Some(item) => found.push(item),
            None => return Ok(false),
        }
    }
    for (pattern, item) in patterns.iter().zip(&found) {
        if !pattern.matches(vm, slots, item)? {
            return Ok(false);
        }
    }
    if let Some(slot) = rest {
        let others = match value {
            Value::Dict(dict) => dict.copy(),
            _ => Dict::new(),
        };
        if !matches!(value, Value::Dict(_)) {
            let keys = noted(vm, span, vm.call_method(value, &vm.names.keys, &[]))?;
            for key in noted(vm, span, iterated(vm, &keys))? {
                let item = noted(vm, span, vm.get_item(value, &key))?;
                noted(vm, span, others.set(vm, &key, item))?;
            }
        }
        for key in &wanted {
            noted(vm, span, others.remove(vm, key))?;
        }
        slots[slot as usize].store(Value::Dict(others));
    }
    Ok(true)
}

fn matches_class(
    vm: &Vm,
    slots: &mut Slots,
    value: &Value,
    class: &Value,
    patterns: &[Pattern],
    keywords: &[(Name, Pattern)],
    span: Span,
) -> Res<bool> {
    let Value::Class(class_ref) = class else {
        return noted(
            vm,
            span,
            Err(vm.type_error("called match pattern must be a class")),
        );
    };
    if !noted(vm, span, vm.is_instance_of(value, class))? {
        return Ok(false);
    }
    let mut names: Vec<Name> = Vec::new();
    let mut takes_self = false;
    if !patterns.is_empty() {
        match noted(
            vm,
            span,
            vm.get_attribute_opt(class, &vm.names.__match_args__),
        )? {
            Some(Value::Tuple(args)) => {
                for arg in args.items().iter().take(patterns.len()) {
                    let Value::Str(name) = arg else {
                        let kind = vm.class_name(arg);
                        let message =
                            format!("__match_args__ elements must be strings (got {kind})");
                        return noted(vm, span, Err(vm.type_error(&message)));
                    };
                    names.push(vm.names.intern_str(name));
                }
            }
            Some(other) => {
                let (name, kind) = (class_ref.message_name(vm), vm.class_name(&other));
                let message = format!("{name}.__match_args__ must be a tuple (got {kind})");
                return noted(vm, span, Err(vm.type_error(&message)));
            }
            None => takes_self = is_self_matching(vm, class_ref),
        }
        let most = if takes_self { 1 } else { names.len() };
        if patterns.len() > most {
            let plural = if most == 1 { "" } else { "s" };
            let message = format!(
                "{}() accepts {most} positional sub-pattern{plural} ({} given)",
                class_ref.message_name(vm),
                patterns.len()
            );
            return noted(vm, span, Err(vm.type_error(&message)));
        }
    }
    let named: Vec<&Name> = names
        .iter()
        .chain(keywords.iter().map(|(name, _)| name))
        .collect();
    // All attributes are there before the first pattern is tried.
    let mut parts = Vec::with_capacity(named.len() + usize::from(takes_self));
    parts.extend(takes_self.then(|| value.clone()));
    for (index, name) in named.iter().enumerate() {
        if named[..index].iter().any(|other| other.same(name)) {
            let message = format!(
                "{}() got multiple sub-patterns for attribute '{}'",
                class_ref.message_name(vm),
                name.lossy()
            );
            return noted(vm, span, Err(vm.type_error(&message)));
        }
        match noted(vm, span, vm.get_attribute_opt(value, name))? {
            Some(part) => parts.push(part),
            None => return Ok(false),
        }
    }
    let all = patterns
        .iter()
        .chain(keywords.iter().map(|(_, pattern)| pattern));
    for (pattern, part) in all.zip(&parts) {
        if !pattern.matches(vm, slots, part)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Built-in types whose one positional pattern matches the value itself.
fn is_self_matching(vm: &Vm, class: &Ref<crate::objects::class::Class>) -> bool {
    let t = &vm.types;
    let all = [
        &t.bool,
        &t.bytearray,
        &t.bytes,
        &t.dict,
        &t.float,
        &t.frozenset,
        &t.int,
        &t.list,
        &t.set,
        &t.str,
        &t.tuple,
    ];
    all.iter().any(|each| class.is_subclass(each))
}

/// One `case`.
pub struct Case {
    /// The pattern.
    pub pattern: Pattern,
    /// Binds the captured names.
    pub bind: Option<BoxNode>,
    /// What the guard awaits.
    pub prelude: Option<BoxNode>,
    /// The guard.
    pub guard: Option<(BoxNode, Span)>,
    /// The statements.
    pub body: BoxNode,
}

/// `match`
pub struct Match {
    /// The slot of the subject.
    pub subject: Slot,
    /// The cases.
    pub cases: Box<[Case]>,
    /// Where the position is kept, if something inside suspends.
    pub slot: Option<Slot>,
}

const IN_BIND: i64 = 0;
const IN_PRELUDE: i64 = 1;
const IN_BODY: i64 = 2;
const PHASES: i64 = 3;

impl Node for Match {
    statement!();

    fn exec(&self, vm: &Vm, slots: &mut Slots) -> Flow {
        let entered = self.slot.and_then(|slot| super::resumed(vm, slots, slot));
        let first = entered.map_or(0, |position| position / PHASES) as usize;
        let mut phase = entered.map(|position| position % PHASES);
        for (index, case) in self.cases.iter().enumerate().skip(first) {
            let mut at = phase.take();
            if at.is_none() {
                let subject = slots[self.subject as usize].clone();
                if !case.pattern.matches(vm, slots, &subject)? {
                    continue;
                }
                at = Some(IN_BIND);
            }
            if at == Some(IN_BIND) {
                if let Some(bind) = &case.bind
                    && let Err(exit) = bind.exec(vm, slots)
                {
                    return self.leave(slots, index, IN_BIND, exit);
                }
                at = Some(IN_PRELUDE);
            }
            if at == Some(IN_PRELUDE) {
                if let Some(prelude) = &case.prelude
                    && let Err(exit) = prelude.exec(vm, slots)
                {
                    return self.leave(slots, index, IN_PRELUDE, exit);
                }
                if let Some((guard, span)) = &case.guard
                    && !noted(vm, *span, guard.test(vm, slots))?
                {
                    continue;
                }
                slots[self.subject as usize].store(Value::Undef);
            }
            return match case.body.exec(vm, slots) {
                Ok(()) => Ok(()),
                Err(exit) => self.leave(slots, index, IN_BODY, exit),
            };
        }
        slots[self.subject as usize].store(Value::Undef);
        Ok(())
    }
}

impl Match {
    fn leave(&self, slots: &mut Slots, index: usize, phase: i64, exit: Exit) -> Flow {
        if let Some(slot) = self.slot {
            super::keep(slots, slot, index as i64 * PHASES + phase, exit);
        }
        Err(exit)
    }
}
