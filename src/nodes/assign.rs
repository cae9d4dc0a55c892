//! Unpacking: an iterable's items into slots, from which targets are assigned in order.

use super::{BoxNode, Slot, noted};
use crate::interp::{Node, Raised, Res, Slots, Vm};
use crate::objects::list::List;
use crate::objects::value::Value;
use snakelet_grammar::source::Span;

/// `a, *b, c = value`
pub struct Unpack {
    /// What is unpacked.
    pub value: BoxNode,
    /// Where the items go.
    pub slots: Box<[Slot]>,
    /// Which of them takes the rest as a list.
    pub star: Option<usize>,
    /// The targets' place.
    pub span: Span,
}

impl Node for Unpack {
    #[inline]
    fn eval(&self, vm: &Vm, slots: &mut Slots) -> Res {
        let value = self.value.eval(vm, slots)?;
        if let (Value::Tuple(tuple), None) = (&value, self.star)
            && tuple.items().len() == self.slots.len()
        {
            for (slot, item) in self.slots.iter().zip(tuple.items()) {
                slots[*slot as usize].store(item.clone());
            }
            return Ok(Value::None);
        }
        let items = noted(vm, self.span, self.unpack(vm, &value))?;
        for (slot, item) in self.slots.iter().zip(items) {
            slots[*slot as usize].store(item);
        }
        Ok(Value::None)
    }
}

impl Unpack {
    fn unpack(&self, vm: &Vm, value: &Value) -> Res<Vec<Value>> {
        let wanted = self.slots.len();
        let iterator = match vm.iter(value) {
            Ok(iterator) => iterator,
            Err(raised) => return Err(self.cannot_unpack(vm, value, raised)),
        };
        let Some(star) = self.star else {
            let mut items = Vec::with_capacity(wanted);
            while let Some(item) = next(vm, &iterator)? {
                if items.len() == wanted {
                    return Err(self.too_many(vm));
                }
                items.push(item);
            }
            if items.len() < wanted {
                let got = items.len();
                return Err(vm.value_error(&format!(
                    "not enough values to unpack (expected {wanted}, got {got})"
                )));
            }
            return Ok(items);
        };
        let mut items = Vec::new();
        while let Some(item) = next(vm, &iterator)? {
            items.push(item);
        }
        if items.len() + 1 < wanted {
            let (least, got) = (wanted - 1, items.len());
            let message =
                format!("not enough values to unpack (expected at least {least}, got {got})");
            return Err(vm.value_error(&message));
        }
        let behind = wanted - star - 1;
        let tail = items.split_off(items.len() - behind);
        let rest = items.split_off(star);
        items.push(Value::from(List::new(rest)));
        items.extend(tail);
        Ok(items)
    }

    #[cold]
    fn cannot_unpack(&self, vm: &Vm, value: &Value, raised: Raised) -> Raised {
        let Ok(error) = vm.catch(raised, &vm.types.type_error) else {
            return raised;
        };
        let text = error
            .first_arg()
            .and_then(|text| vm.str(&text).ok())
            .unwrap_or_default();
        // Who has said something of iterating, be it that there is none, is left to say so.
        let names = &vm.names;
        let class = vm.class_of(value);
        let speaks = [&names.__iter__, &names.__getitem__]
            .into_iter()
            .any(|name| class.lookup(vm, name).is_some());
        if speaks || !text.ends_with("object is not iterable") {
            return vm.rethrow(error);
        }
        vm.type_error(&format!(
            "cannot unpack non-iterable {} object",
            vm.class_name(value)
        ))
    }

    #[cold]
    fn too_many(&self, vm: &Vm) -> Raised {
        let wanted = self.slots.len();
        vm.value_error(&format!("too many values to unpack (expected {wanted})"))
    }
}

fn next(vm: &Vm, iterator: &Value) -> Res<Option<Value>> {
    match vm.next(iterator) {
        Err(raised) => vm.catch(raised, &vm.types.stop_iteration).map(|_| None),
        next => next,
    }
}
