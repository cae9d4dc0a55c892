//! `re.Match`: where a pattern matched.

use super::matcher::NOWHERE;
use super::pattern::{Pattern, Types};
use super::program::last_group;
use super::replace;
use super::subject::Subject;
use crate::interp::{Res, Vm};
use crate::objects::class::{Class, TypeDef};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::generic_alias::CLASS_GETITEM;
use crate::objects::native::{GetterDef, NativeDef, getter, native};
use crate::objects::object::Object;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;

/// A match.
pub struct Match {
    /// The pattern that matched.
    pub pattern: Ref<Pattern>,
    /// The whole text.
    string: Value,
    /// Start and end of each group, and the group that ended last.
    pub slots: Vec<usize>,
    bounds: (usize, usize),
}

/// `re.Match`
pub fn class(vm: &Vm) -> Ref<Class> {
    let make = || Class::builtin(vm.name(TYPE.name), &TYPE, Some(&vm.types.object));
    vm.extension::<Types>().found.get_or_init(make).clone()
}

/// Where a group matched.
pub fn span(slots: &[usize], group: usize) -> Option<(usize, usize)> {
    let (start, end) = (slots[2 * group], slots[2 * group + 1]);
    (start != NOWHERE && end != NOWHERE && start <= end).then_some((start, end))
}

impl Match {
    /// A match with these slots.
    pub fn made(
        pattern: &Ref<Pattern>,
        subject: &Subject,
        mut slots: Vec<usize>,
        bounds: (usize, usize),
    ) -> Value {
        slots.truncate(last_group(pattern.program.groups) + 1);
        Value::from(Ref::new(Match {
            pattern: pattern.clone(),
            string: subject.value.clone(),
            slots,
            bounds,
        }))
    }

    fn of(vm: &Vm, value: &Value) -> Res<Ref<Match>> {
        match value.downcast::<Match>() {
            Some(found) => Ok(found.clone()),
            None => Err(vm.descriptor_error("re.Match", value)),
        }
    }

    /// The text.
    pub fn subject(&self, vm: &Vm) -> Res<Subject> {
        Subject::new(vm, &self.string, self.pattern.is_text)
    }

    fn number(&self, vm: &Vm, group: &Value) -> Res<usize> {
        let number = if vm.is_index(group) {
            match vm.index(group)? {
                Value::Int(number) => usize::try_from(number).ok(),
                _ => None,
            }
        } else if let Value::Str(name) = vm.unwrapped(group) {
            name.as_str()
                .and_then(|name| self.pattern.group_named(name))
        } else {
            None
        };
        match number {
            Some(number) if number <= self.pattern.program.groups => Ok(number),
            _ => Err(vm.index_error("no such group")),
        }
    }

    fn text_of(&self, vm: &Vm, group: usize, default: &Value) -> Res {
        match span(&self.slots, group) {
            Some((start, end)) => {
                // Bytes that changed or shrank since then are cut.
                let subject = self.subject(vm)?;
                let end = end.min(subject.length);
                Ok(subject.slice(vm, start.min(end), end))
            }
            None => Ok(default.clone()),
        }
    }

    fn ends(&self, group: usize) -> (Value, Value) {
        match span(&self.slots, group) {
            Some((start, end)) => (Value::from(start), Value::from(end)),
            None => (Value::Int(-1), Value::Int(-1)),
        }
    }
}

const TYPE: TypeDef = TypeDef {
    name: "Match",
    module: "re",
    doc: "What a pattern has found.",
    methods: METHODS,
    class_methods: &[CLASS_GETITEM],
    getters: GETTERS,
    slots: &["__repr__", "__getitem__"],
    ..TypeDef::PLAIN
};

const GETTERS: &[GetterDef] = &[
    getter("string", "The text that was searched.", |vm, m| {
        Ok(Match::of(vm, m)?.string.clone())
    }),
    getter("re", "The regular expression object.", |vm, m| {
        Ok(Value::from(Match::of(vm, m)?.pattern.clone()))
    }),
    getter("pos", "Where in the text the search began.", |vm, m| {
        Ok(Value::from(Match::of(vm, m)?.bounds.0))
    }),
    getter(
        "endpos",
        "Where in the text the search had to end.",
        |vm, m| Ok(Value::from(Match::of(vm, m)?.bounds.1)),
    ),
    getter(
        "lastindex",
        "The number of the group that closed last.",
        |vm, m| Ok(last(&*Match::of(vm, m)?).map_or(Value::None, Value::from)),
    ),
    getter(
        "lastgroup",
        "The name of the group that closed last.",
        |vm, m| {
            let found = Match::of(vm, m)?;
            let name = last(&found).and_then(|group| {
                let mut names = found.pattern.names.iter();
                names.find(|(_, number)| *number == group)
            });
            Ok(name.map_or(Value::None, |(name, _)| Value::str(name)))
        },
    ),
    getter("regs", "Start and end of each group.", |vm, m| {
        let found = Match::of(vm, m)?;
        let spans = (0..=found.pattern.program.groups).map(|group| {
            let (start, end) = found.ends(group);
            Value::from(Tuple::new(vec![start, end]))
        });
        Ok(Value::from(Tuple::new(spans.collect())))
    }),
];

fn last(found: &Match) -> Option<usize> {
    let last = found.slots[last_group(found.pattern.program.groups)];
    (last != NOWHERE).then_some(last)
}

const METHODS: &[NativeDef] = &[
    native(
        "group",
        "(*groups)",
        "What groups have found, by number or name.",
        |vm, a| {
            let found = Match::of(vm, &a[0])?;
            let Value::Tuple(groups) = &a[1] else {
                return Ok(Value::None);
            };
            let text = |group: &Value| {
                let number = found.number(vm, group)?;
                found.text_of(vm, number, &Value::None)
            };
            match groups.items() {
                [] => found.text_of(vm, 0, &Value::None),
                [one] => text(one),
                many => {
                    let texts: Res<Vec<Value>> = many.iter().map(text).collect();
                    Ok(Value::from(Tuple::new(texts?)))
                }
            }
        },
    ),
    native(
        "groups",
        "(default=None)",
        "What all groups have found, from group 1.",
        |vm, a| {
            let found = Match::of(vm, &a[0])?;
            let default = a.get(1).and_then(Value::given).unwrap_or(&Value::None);
            let groups = 1..=found.pattern.program.groups;
            let texts: Res<Vec<Value>> = groups
                .map(|group| found.text_of(vm, group, default))
                .collect();
            Ok(vm.tuple(texts?))
        },
    ),
    native(
        "groupdict",
        "(default=None)",
        "What the groups with names have found, by name.",
        |vm, a| {
            let found = Match::of(vm, &a[0])?;
            let default = a.get(1).and_then(Value::given).unwrap_or(&Value::None);
            let texts = Dict::new();
            for (name, group) in &found.pattern.names {
                let text = found.text_of(vm, *group, default)?;
                texts.set(vm, &Value::str(name), text)?;
            }
            Ok(Value::Dict(texts))
        },
    ),
    native(
        "start",
        "(group=0, /)",
        "Where what a group has found begins.",
        |vm, a| {
            let (found, group) = chosen(vm, a)?;
            Ok(found.ends(group).0)
        },
    ),
    native(
        "end",
        "(group=0, /)",
        "Where what a group has found ends.",
        |vm, a| {
            let (found, group) = chosen(vm, a)?;
            Ok(found.ends(group).1)
        },
    ),
    native(
        "span",
        "(group=0, /)",
        "Where what a group has found begins and ends.",
        |vm, a| {
            let (found, group) = chosen(vm, a)?;
            let (start, end) = found.ends(group);
            Ok(Value::from(Tuple::new(vec![start, end])))
        },
    ),
    native(
        "expand",
        "(template)",
        "A template with what the groups have found in the places that it names.",
        |vm, a| replace::expand(vm, &Match::of(vm, &a[0])?, &a[1]),
    ),
    native("__copy__", "()", "The match itself.", |_, a| {
        Ok(a[0].clone())
    }),
    native("__deepcopy__", "(memo, /)", "The match itself.", |_, a| {
        Ok(a[0].clone())
    }),
];

fn chosen(vm: &Vm, a: &[Value]) -> Res<(Ref<Match>, usize)> {
    let found = Match::of(vm, &a[0])?;
    let group = match a.get(1).and_then(Value::given) {
        Some(group) => found.number(vm, group)?,
        None => 0,
    };
    Ok((found, group))
}

impl Object for Match {
    fn class(&self, vm: &Vm) -> Ref<Class> {
        class(vm)
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::from(self.pattern.clone()));
        visit(&self.string);
    }

    /// A text and a pattern close no cycle.
    fn clear(&self) {}

    fn repr(&self, vm: &Vm, _this: &Value) -> Res<Option<String>> {
        let text = vm.repr(&self.text_of(vm, 0, &Value::None)?)?;
        let short: String = text.chars().take(50).collect();
        let (start, end) = (self.slots[0], self.slots[1]);
        Ok(Some(format!(
            "<re.Match object; span=({start}, {end}), match={short}>"
        )))
    }

    fn get_item(&self, vm: &Vm, _this: &Value, index: &Value) -> Res<Option<Value>> {
        let number = self.number(vm, index)?;
        self.text_of(vm, number, &Value::None).map(Some)
    }
}
