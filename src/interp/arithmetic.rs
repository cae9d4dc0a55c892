//! Arithmetic and bit operators: numbers first, then what objects and script classes say.

use super::plain::{
    numeric_binary, numeric_in_place, plain_abs, plain_divmod, plain_power, plain_unary,
};
use super::{Args, Raised, Res, Vm, sequence};
use crate::objects::float::arithmetic as floats;
use crate::objects::int::arithmetic as ints;
use crate::objects::str::Name;
use crate::objects::value::Value;
use snakelet_grammar::ast::{BinaryOp, UnaryOp};

/// The operator as messages write it.
pub fn symbol(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mult => "*",
        BinaryOp::MatMult => "@",
        BinaryOp::Div => "/",
        BinaryOp::Mod => "%",
        BinaryOp::Pow => "** or pow()",
        BinaryOp::LShift => "<<",
        BinaryOp::RShift => ">>",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "^",
        BinaryOp::BitAnd => "&",
        BinaryOp::FloorDiv => "//",
    }
}

/// A plain operation: `a op b`, or `b op a` when the last argument says so.
type Plain<'a> = &'a dyn Fn(&Value, &Value, bool) -> Res<Option<Value>>;

impl Vm {
    /// `a op b`
    #[inline]
    pub fn binary(&self, op: BinaryOp, a: &Value, b: &Value) -> Res {
        match (a, b) {
            (Value::Int(x), Value::Int(y)) => {
                if let Some(value) = ints::small(op, *x, *y) {
                    return Ok(value);
                }
            }
            (Value::Float(x), Value::Float(y)) => {
                if let Some(value) = floats::binary(self, op, x.get(), y.get())? {
                    return Ok(value);
                }
            }
            (Value::Str(x), Value::Str(y)) if op == BinaryOp::Add => {
                return sequence::concat_str(self, x, y);
            }
            _ => {}
        }
        self.binary_slowly(op, a, b)
    }

    fn binary_slowly(&self, op: BinaryOp, a: &Value, b: &Value) -> Res {
        if let Some(value) = self.binary_opt(op, a, b)? {
            return Ok(value);
        }
        if let Some(value) = sequence::binary(self, op, a, b)? {
            return Ok(value);
        }
        Err(self.no_operator(symbol(op), a, b))
    }

    /// `a op b` but for what sequences do last; `None`: neither side can.
    fn binary_opt(&self, op: BinaryOp, a: &Value, b: &Value) -> Res<Option<Value>> {
        let (left, right, _) = self.operator_names(op);
        let plain = |a: &Value, b: &Value, reflected| numeric_binary(self, op, a, b, reflected);
        self.dispatch(left, right, a, b, &plain)
    }

    /// Asks both sides for a binary operation. The right side goes first when its class derives from the left one's and
    /// has a method of its own, and is not asked at all when both are of one class.
    fn dispatch(
        &self,
        left: &Name,
        right: &Name,
        a: &Value,
        b: &Value,
        plain: Plain<'_>,
    ) -> Res<Option<Value>> {
        let (left_class, right_class) = (self.script_class(a), self.script_class(b));
        if left_class.is_none() && right_class.is_none() {
            return match plain(a, b, false)? {
                Some(value) => Ok(Some(value)),
                None => plain(b, a, true),
            };
        }
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let own = left_class.and_then(|class| class.lookup(self, left));
        let other = right_class.and_then(|class| class.lookup(self, right));
        let mut right_asked = class_a.same(&class_b);
        if !right_asked && class_b.is_subclass(&class_a) {
            let overrides = match (&other, class_a.lookup(self, right)) {
                (Some(method), Some(inherited)) => !method.is(&inherited),
                (Some(method), None) => !self.is_inherited(method, right),
                (None, _) => false,
            };
            if overrides {
                right_asked = true;
                if let Some(value) = self.operand_side(other.as_ref(), right, b, a, true, plain)? {
                    return Ok(Some(value));
                }
            }
        }
        if let Some(value) = self.operand_side(own.as_ref(), left, a, b, false, plain)? {
            return Ok(Some(value));
        }
        if right_asked {
            return Ok(None);
        }
        self.operand_side(other.as_ref(), right, b, a, true, plain)
    }

    /// What `a` says, by the method found on its class or, without one, by what built-in types do.
    fn operand_side(
        &self,
        method: Option<&Value>,
        name: &Name,
        a: &Value,
        b: &Value,
        reflected: bool,
        plain: Plain<'_>,
    ) -> Res<Option<Value>> {
        match method {
            Some(method) if !self.is_inherited(method, name) => {
                let answer =
                    self.call_bound(method, a, Args::positional(std::slice::from_ref(b)))?;
                Ok((!matches!(answer, Value::NotImplemented)).then_some(answer))
            }
            _ => plain(a, b, reflected),
        }
    }

    /// `a op= b`. A string or list that nobody else owns grows where it is.
    #[inline]
    pub fn in_place(&self, op: BinaryOp, a: Value, b: &Value) -> Res {
        match (op, a, b) {
            (BinaryOp::Add, Value::Str(mut text), Value::Str(more)) => {
                // A single owner may not alias `more`: that would be a second one.
                if let Some(own) = text.get_mut() {
                    self.expect_room(own.growth(more))?;
                    own.push(more);
                    return Ok(Value::Str(text));
                }
                self.binary_slowly(op, &Value::Str(text), b)
            }
            (op, Value::Int(x), Value::Int(y)) => match ints::small(op, x, *y) {
                Some(value) => Ok(value),
                None => self.in_place_slowly(op, &Value::Int(x), b),
            },
            (BinaryOp::Add, Value::List(list), Value::List(_) | Value::Tuple(_)) => {
                sequence::extend(self, &list, b)?;
                Ok(Value::List(list))
            }
            (op, a, b) => self.in_place_slowly(op, &a, b),
        }
    }

    fn in_place_slowly(&self, op: BinaryOp, a: &Value, b: &Value) -> Res {
        let (_, _, name) = self.operator_names(op);
        let method = self
            .script_class(a)
            .and_then(|class| class.lookup(self, name));
        let plain = |a: &Value, b: &Value, _| numeric_in_place(self, op, a, b);
        if let Some(value) = self.operand_side(method.as_ref(), name, a, b, false, &plain)? {
            return Ok(self.kept(a, value));
        }
        let (left, right, _) = self.operator_names(op);
        let has = |name| self.scripted_special(a, name).is_some();
        // A method of the class that gave no answer hides what the type does. Extending goes before a method for `+`;
        // repeating in place is hidden by one for `*` with the sides exchanged.
        let by_type = !has(name) && (op != BinaryOp::Mult || has(left) || !has(right));
        let is_first = by_type && op == BinaryOp::Add && has(left);
        let in_place = || sequence::in_place(self, op, &self.unwrapped(a), b);
        if is_first && let Some(value) = in_place()? {
            return Ok(self.kept(a, value));
        }
        if let Some(value) = self.binary_opt(op, a, b)? {
            return Ok(value);
        }
        if by_type && let Some(value) = in_place()? {
            return Ok(self.kept(a, value));
        }
        let alone = op == BinaryOp::Mult && sequence::is_no_factor(self, a, b);
        if !alone && let Some(value) = sequence::binary(self, op, a, b)? {
            return Ok(value);
        }
        Err(self.no_operator(in_place_symbol(op), a, b))
    }

    /// What an operation in place gives: the object itself, when the plain value behind it was changed.
    fn kept(&self, object: &Value, result: Value) -> Value {
        match object {
            Value::Instance(_) if result.is(&self.unwrapped(object)) => object.clone(),
            _ => result,
        }
    }

    /// `pow(a, b, modulo)`
    pub fn power(&self, a: &Value, b: &Value, modulo: &Value) -> Res {
        if matches!(modulo, Value::None | Value::Undef) {
            return self.binary(BinaryOp::Pow, a, b);
        }
        let has = |name| self.scripted_special(a, name).is_some();
        if has(&self.names.__rpow__) && self.class_of(a).lookup(self, &self.names.__pow__).is_none()
        {
            // A class with a power of its own, though not for its left side, is asked for that all the same.
            return Err(self.attribute_error("__pow__"));
        }
        let method = match a {
            Value::Object(_) => self.special_method(a, &self.names.__pow__),
            _ => self
                .script_class(a)
                .and_then(|class| class.lookup(self, &self.names.__pow__)),
        };
        let answer = match method {
            Some(method) if !self.is_inherited(&method, &self.names.__pow__) => {
                let args = [b.clone(), modulo.clone()];
                let answer = self.call_bound(&method, a, Args::positional(&args))?;
                (!matches!(answer, Value::NotImplemented)).then_some(answer)
            }
            _ => plain_power(self, a, b, modulo, false)?,
        };
        answer.ok_or_else(|| {
            let names = [a, b, modulo].map(|value| format!("'{}'", self.class_name(value)));
            self.type_error(&format!(
                "unsupported operand type(s) for ** or pow(): {}",
                names.join(", ")
            ))
        })
    }

    /// `divmod(a, b)`
    pub fn divmod(&self, a: &Value, b: &Value) -> Res {
        let plain = |a: &Value, b: &Value, reflected| plain_divmod(self, a, b, reflected);
        let (left, right) = (&self.names.__divmod__, &self.names.__rdivmod__);
        // Other types than the numbers of the language have it as a method.
        for (own, other, name) in [(a, b, left), (b, a, right)] {
            if matches!(own, Value::Object(_))
                && self.script_class(own).is_none()
                && let Some(method) = self.special_method(own, name)
            {
                let args = Args::positional(std::slice::from_ref(other));
                let answer = self.call_bound(&method, own, args)?;
                if !matches!(answer, Value::NotImplemented) {
                    return Ok(answer);
                }
            }
        }
        match self.dispatch(left, right, a, b, &plain)? {
            Some(value) => Ok(value),
            None => Err(self.no_operator("divmod()", a, b)),
        }
    }

    /// `op a`
    #[inline]
    pub fn unary(&self, op: UnaryOp, a: &Value) -> Res {
        let (name, symbol) = match op {
            UnaryOp::Not => return Ok(Value::bool(!self.truth(a)?)),
            UnaryOp::USub => (&self.names.__neg__, "unary -"),
            UnaryOp::UAdd => (&self.names.__pos__, "unary +"),
            UnaryOp::Invert => (&self.names.__invert__, "unary ~"),
        };
        match self.special_method(a, name) {
            Some(method) => self.call_bound(&method, a, Args::none()),
            None => plain_unary(self, op, a)?.ok_or_else(|| self.bad_operand(symbol, a)),
        }
    }

    /// `abs(a)`
    pub fn absolute(&self, a: &Value) -> Res {
        match self.special_method(a, &self.names.__abs__) {
            Some(method) => self.call_bound(&method, a, Args::none()),
            None => plain_abs(self, a)?.ok_or_else(|| self.bad_operand("abs()", a)),
        }
    }

    #[cold]
    fn bad_operand(&self, operation: &str, a: &Value) -> Raised {
        let class = self.class_name(a);
        self.type_error(&format!("bad operand type for {operation}: '{class}'"))
    }

    #[cold]
    fn no_operator(&self, operation: &str, a: &Value, b: &Value) -> Raised {
        let (left, right) = (self.class_name(a), self.class_name(b));
        let mut message =
            format!("unsupported operand type(s) for {operation}: '{left}' and '{right}'");
        if let (">>", Value::Native(native)) = (operation, a)
            && native.def.name == "print"
            && native.module == "builtins"
        {
            message.push_str(". Did you mean \"print(<message>, file=<output_stream>)\"?");
        }
        self.type_error(&message)
    }

    /// The names of the methods for an operator: of the left side, of the right side, in place.
    pub fn operator_names(&self, op: BinaryOp) -> (&Name, &Name, &Name) {
        let names = &self.names;
        match op {
            BinaryOp::Add => (&names.__add__, &names.__radd__, &names.__iadd__),
            BinaryOp::Sub => (&names.__sub__, &names.__rsub__, &names.__isub__),
            BinaryOp::Mult => (&names.__mul__, &names.__rmul__, &names.__imul__),
            BinaryOp::MatMult => (&names.__matmul__, &names.__rmatmul__, &names.__imatmul__),
            BinaryOp::Div => (&names.__truediv__, &names.__rtruediv__, &names.__itruediv__),
            BinaryOp::Mod => (&names.__mod__, &names.__rmod__, &names.__imod__),
            BinaryOp::Pow => (&names.__pow__, &names.__rpow__, &names.__ipow__),
            BinaryOp::LShift => (&names.__lshift__, &names.__rlshift__, &names.__ilshift__),
            BinaryOp::RShift => (&names.__rshift__, &names.__rrshift__, &names.__irshift__),
            BinaryOp::BitOr => (&names.__or__, &names.__ror__, &names.__ior__),
            BinaryOp::BitXor => (&names.__xor__, &names.__rxor__, &names.__ixor__),
            BinaryOp::BitAnd => (&names.__and__, &names.__rand__, &names.__iand__),
            BinaryOp::FloorDiv => (
                &names.__floordiv__,
                &names.__rfloordiv__,
                &names.__ifloordiv__,
            ),
        }
    }
}

/// The augmented operator as messages write it.
fn in_place_symbol(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+=",
        BinaryOp::Sub => "-=",
        BinaryOp::Mult => "*=",
        BinaryOp::MatMult => "@=",
        BinaryOp::Div => "/=",
        BinaryOp::Mod => "%=",
        BinaryOp::Pow => "**=",
        BinaryOp::LShift => "<<=",
        BinaryOp::RShift => ">>=",
        BinaryOp::BitOr => "|=",
        BinaryOp::BitXor => "^=",
        BinaryOp::BitAnd => "&=",
        BinaryOp::FloorDiv => "//=",
    }
}
