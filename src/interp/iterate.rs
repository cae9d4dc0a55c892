//! Iteration: `iter`, `next`, and loops in native code. The iterators of built-in types are `objects/iterators/`. The
//! functions named `plain_…` ask the built-in type alone, never a method of a script's class.

use super::{Args, Raised, Res, Vm};
use crate::objects::function::CodeKind;
use crate::objects::iterator::SequenceIterator;
use crate::objects::iterators::sequences::ItemIterator;
use crate::objects::number::Integer;
use crate::objects::value::Value;
use crate::objects::weak_proxy::Proxy;

impl Vm {
    /// `iter(value)`
    pub fn iter(&self, value: &Value) -> Res {
        let names = &self.names;
        match self.scripted_special(value, &names.__iter__) {
            Some(Value::None) => Err(self.not_iterable(value)),
            Some(method) => {
                let iterator = self.call_bound(&method, value, Args::none())?;
                if self.is_iterator(&iterator) {
                    return Ok(iterator);
                }
                let class = self.class_name(&iterator);
                Err(self.type_error(&format!("iter() returned non-iterator of type '{class}'")))
            }
            None => {
                let own_items = self.scripted_special(value, &names.__getitem__).is_some();
                if (!own_items || self.iterates_natively(value))
                    && let Some(iterator) = plain_iter(self, value)?
                {
                    return Ok(iterator);
                }
                if own_items {
                    return Ok(SequenceIterator::over(value.clone()));
                }
                Err(self.not_iterable(value))
            }
        }
    }

    fn iterates_natively(&self, value: &Value) -> bool {
        match value {
            Value::Instance(instance) => instance
                .class_ref()
                .lookup(self, &self.names.__iter__)
                .is_some(),
            _ => true,
        }
    }

    #[cold]
    fn not_iterable(&self, value: &Value) -> Raised {
        self.type_error(&format!(
            "'{}' object is not iterable",
            self.class_name(value)
        ))
    }

    /// The next item; `None`: exhausted. Only a `StopIteration` that carries a value may be raised instead; who has no
    /// use for the value calls `next_item`.
    #[inline]
    pub fn next(&self, iterator: &Value) -> Res<Option<Value>> {
        match iterator {
            Value::Instance(_) => return self.next_of_instance(iterator),
            Value::Coroutine(generator) if generator.kind() == CodeKind::Generator => {
                return super::coroutine::next(self, generator);
            }
            _ => {}
        }
        match iterator.object() {
            Some(object) if object.is_iterator() => object.next(self, iterator),
            _ => self.next_of_instance(iterator),
        }
    }

    fn next_of_instance(&self, iterator: &Value) -> Res<Option<Value>> {
        let Some(method) = self.scripted_special(iterator, &self.names.__next__) else {
            let plain = self.unwrapped(iterator);
            return match plain.object() {
                Some(object) if object.is_iterator() => object.next(self, &plain),
                _ => Err(self.not_an_iterator(iterator)),
            };
        };
        match self.call_bound(&method, iterator, Args::none()) {
            Ok(item) => Ok(Some(item)),
            Err(raised) => self.end_of_iteration(raised),
        }
    }

    /// What a `StopIteration` on its way means for `next`: the end, unless it carries a value.
    pub fn end_of_iteration(&self, raised: Raised) -> Res<Option<Value>> {
        if !self.raised_is(&self.types.stop_iteration) {
            return Err(raised);
        }
        let carried = self
            .thread
            .raised
            .get()
            .and_then(|exception| exception.first_arg());
        match carried {
            Some(value) if !value.is_none() => Err(raised),
            _ => {
                self.forget_raised();
                Ok(None)
            }
        }
    }

    #[cold]
    fn not_an_iterator(&self, value: &Value) -> Raised {
        self.type_error(&format!(
            "'{}' object is not an iterator",
            self.class_name(value)
        ))
    }

    /// The next item; `None`: exhausted, by any `StopIteration`.
    #[inline]
    pub fn next_item(&self, iterator: &Value) -> Res<Option<Value>> {
        match self.next(iterator) {
            Ok(item) => Ok(item),
            Err(raised) => {
                drop(self.catch(raised, &self.types.stop_iteration)?);
                Ok(None)
            }
        }
    }

    /// Whether `next` works on a value.
    pub fn is_iterator(&self, value: &Value) -> bool {
        match value {
            Value::Instance(instance) => {
                match instance.class_ref().lookup(self, &self.names.__next__) {
                    Some(method) => !method.is_none(),
                    None => instance
                        .native()
                        .is_some_and(|native| self.is_iterator(&native)),
                }
            }
            value => {
                value.object().is_some_and(|object| object.is_iterator())
                    || self
                        .scripted_special(value, &self.names.__next__)
                        .is_some_and(|method| !method.is_none())
            }
        }
    }

    /// Calls `visit` for each item until it gives `false`.
    pub fn for_each(&self, iterable: &Value, mut visit: impl FnMut(Value) -> Res<bool>) -> Res<()> {
        let iterator = self.iter(iterable)?;
        while let Some(item) = self.next_item(&iterator)? {
            if !visit(item)? {
                break;
            }
            self.poll()?;
        }
        Ok(())
    }

    /// All items of an iterable.
    pub fn collect(&self, iterable: &Value) -> Res<Vec<Value>> {
        match iterable {
            Value::List(list) => {
                self.expect_room(list.len() * size_of::<Value>())?;
                Ok(list.to_vec())
            }
            Value::Tuple(tuple) => {
                self.expect_room(size_of_val(tuple.items()))?;
                Ok(tuple.items().to_vec())
            }
            _ => {
                let iterator = self.iter(iterable)?;
                self.collect_from(iterable, &iterator)
            }
        }
    }

    /// All items of an iterable that was asked for its iterator already.
    pub fn collect_from(&self, iterable: &Value, iterator: &Value) -> Res<Vec<Value>> {
        let expected = self.length_hint(iterable)?;
        let mut items = Vec::new();
        if items.try_reserve_exact(expected).is_err() {
            return Err(self.memory_error());
        }
        self.extend_vec(&mut items, iterator)?;
        Ok(items)
    }

    /// Adds all items that are left in an iterator.
    fn extend_vec(&self, items: &mut Vec<Value>, iterator: &Value) -> Res<()> {
        while let Some(item) = self.next_item(iterator)? {
            self.push_to(items, item)?;
            self.poll()?;
        }
        Ok(())
    }

    /// Adds an item to a vector whose size a script chooses.
    #[inline]
    pub fn push_to(&self, items: &mut Vec<Value>, item: Value) -> Res<()> {
        if items.len() == items.capacity() && items.try_reserve(1).is_err() {
            return Err(self.memory_error());
        }
        items.push(item);
        Ok(())
    }

    /// What a `__length_hint__` has returned as a number that is not negative.
    pub fn checked_hint(&self, hint: &Value) -> Res<i64> {
        let plain = self.unwrapped(hint);
        if Integer::of(&plain).is_none() {
            let class = self.class_name(hint);
            return Err(
                self.type_error(&format!("__length_hint__ must be an integer, not {class}"))
            );
        }
        let hint = self.index_size(&plain)?;
        if hint < 0 {
            return Err(self.value_error("__length_hint__() should return >= 0"));
        }
        Ok(hint)
    }

    /// How many items an iterable says it has (`operator.length_hint`); 0 if it does not know. A `TypeError` from a
    /// script's class counts as not knowing.
    pub fn length_hint(&self, iterable: &Value) -> Res<usize> {
        if let Some(proxy) = iterable.downcast::<Proxy>() {
            return self.length_hint(&proxy.target(self)?);
        }
        if let Value::Instance(_) = iterable {
            let names = &self.names;
            let has_length = self
                .class_of(iterable)
                .lookup(self, &names.__len__)
                .is_some();
            if has_length {
                match self.len(iterable) {
                    Ok(length) => return Ok(length.min(1 << 16)),
                    Err(raised) => drop(self.catch(raised, &self.types.type_error)?),
                }
            }
            return self.asked_hint(iterable);
        }
        match iterable.object() {
            Some(object) if object.hint_asks_others() => self.asked_hint(iterable),
            Some(object) => Ok(object.len(self, iterable)?.unwrap_or(0)),
            None => Ok(0),
        }
    }

    /// What `__length_hint__` says.
    fn asked_hint(&self, iterable: &Value) -> Res<usize> {
        match self.call_special(iterable, &self.names.__length_hint__, &[]) {
            Ok(None | Some(Value::NotImplemented)) => Ok(0),
            Ok(Some(hint)) => Ok(self.checked_hint(&hint)?.min(1 << 16) as usize),
            Err(raised) => {
                drop(self.catch(raised, &self.types.type_error)?);
                Ok(0)
            }
        }
    }
}

/// `iter(value)` of a built-in type; `None`: it is not iterable.
pub fn plain_iter(vm: &Vm, value: &Value) -> Res<Option<Value>> {
    let plain = vm.unwrapped(value);
    if let (Value::Instance(_), Value::Str(text)) = (value, &plain) {
        return Ok(Some(ItemIterator::over_derived_str(text)));
    }
    let Some(object) = plain.object() else {
        return Ok(None);
    };
    match object.iter(vm, &plain)? {
        None if object.is_iterator() => Ok(Some(value.clone())),
        Some(iterator) if iterator.is(&plain) => Ok(Some(value.clone())),
        iterator => Ok(iterator),
    }
}

/// `next(iterator)` of a built-in type; `None`: exhausted.
pub fn plain_next(vm: &Vm, iterator: &Value) -> Res<Option<Value>> {
    vm.next(&vm.unwrapped(iterator))
}
