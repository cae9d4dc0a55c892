//! `str.format`: the fields of a template looked up and formatted. Reading templates is `text/template.rs`.

use super::{made, of};
use crate::interp::{Res, Vm};
use crate::objects::counted::Ref;
use crate::objects::dict::Dict;
use crate::objects::str::Str;
use crate::objects::value::Value;
use crate::text::template::{self, Conversion, Field, Numbering, Root, Step, Template};

/// Where the fields of a template come from.
pub enum Fields<'a> {
    /// The arguments of `format`.
    Arguments(&'a [Value], &'a Ref<Dict>),
    /// The mapping of `format_map`.
    Mapping(&'a Value),
}

pub(super) fn format(vm: &Vm, a: &[Value]) -> Res {
    let text = of(vm, &a[0])?;
    let (Value::Tuple(positional), Value::Dict(keywords)) = (&a[1], &a[2]) else {
        return Err(vm.descriptor_error("str", &a[0]));
    };
    fill(vm, &text, &Fields::Arguments(positional.items(), keywords))
}

pub(super) fn format_map(vm: &Vm, a: &[Value]) -> Res {
    fill(vm, &of(vm, &a[0])?, &Fields::Mapping(&a[1]))
}

fn fill(vm: &Vm, text: &Ref<Str>, fields: &Fields<'_>) -> Res {
    let mut numbering = Numbering::default();
    let levels = template::MAX_DEPTH;
    // Nothing but one field: what it gives is the result, which may be of a subclass of `str`.
    if text.bytes() == b"{}" {
        let field = Root::Position(0);
        let value = start(vm, field, fields)?;
        return vm.format_object_of(&value, &Ref::new(Str::from("")));
    }
    write(vm, text.bytes(), fields, &mut numbering, levels).map(made)
}

/// The template filled in; it and the templates in its specifiers may be `levels` deep.
fn write(
    vm: &Vm,
    text: &[u8],
    fields: &Fields<'_>,
    numbering: &mut Numbering,
    levels: usize,
) -> Res<Vec<u8>> {
    if levels == 0 {
        return Err(vm.fault(template::too_deep()));
    }
    let mut out = Vec::with_capacity(text.len());
    let mut reader = Template::new(text);
    while let Some(piece) = reader.next_piece().map_err(|fault| vm.fault(fault))? {
        out.extend_from_slice(piece.literal);
        let Some(field) = piece.field else { continue };
        let value = look_up(vm, &field, fields, numbering)?;
        let value = convert(vm, &field, value)?;
        let spec = if field.nested {
            write(vm, field.spec, fields, numbering, levels - 1)?
        } else {
            field.spec.to_vec()
        };
        let written = vm.format(&value, &Ref::new(Str::from_wtf8(spec)))?;
        out.extend_from_slice(written.bytes());
    }
    Ok(out)
}

fn look_up(vm: &Vm, field: &Field<'_>, fields: &Fields<'_>, numbering: &mut Numbering) -> Res {
    let read = template::field_name(field.name, numbering);
    let (root, mut path) = read.map_err(|fault| vm.fault(fault))?;
    let mut value = start(vm, root, fields)?;
    while let Some(step) = path.next_step().map_err(|fault| vm.fault(fault))? {
        value = match step {
            Step::Attribute(name) => {
                let name = Ref::new(Str::from_wtf8(name.to_vec()));
                vm.get_attribute(&value, &vm.names.intern_str(&name))?
            }
            Step::Index(at) => vm.get_item(&value, &Value::from(at))?,
            Step::Key(key) => vm.get_item(&value, &made(key.to_vec()))?,
        };
    }
    Ok(value)
}

/// The argument that a field begins with.
fn start(vm: &Vm, root: Root<'_>, fields: &Fields<'_>) -> Res {
    Ok(match (root, fields) {
        (Root::Position(at), Fields::Arguments(positional, _)) => match positional.get(at) {
            Some(value) => value.clone(),
            None => {
                return Err(vm.index_error(&format!(
                    "Replacement index {at} out of range for positional args tuple"
                )));
            }
        },
        (Root::Position(_), Fields::Mapping(_)) => {
            return Err(vm.fault(template::no_positions()));
        }
        (Root::Name(name), Fields::Arguments(_, keywords)) => {
            let name = made(name.to_vec());
            match keywords.get(vm, &name)? {
                Some(value) => value,
                None => return Err(vm.key_error(&name)),
            }
        }
        (Root::Name(name), Fields::Mapping(mapping)) => {
            vm.get_item(mapping, &made(name.to_vec()))?
        }
    })
}

fn convert(vm: &Vm, field: &Field<'_>, value: Value) -> Res {
    let conversion = field.conversion().map_err(|fault| vm.fault(fault))?;
    Ok(match conversion {
        None => value,
        Some(Conversion::Str) => Value::Str(vm.to_str(&value)?),
        Some(Conversion::Repr) => Value::Str(vm.repr_str(&value)?),
        Some(Conversion::Ascii) => Value::from(vm.ascii(&value)?),
    })
}
