//! Expressions.

use super::names::Access;
use super::suspends::arg_value;
use super::{Lowered, Lowering, Steps};
use crate::nodes::BoxNode;
use crate::nodes::access::{GetItem, GetItemIn, get_attribute};
use crate::nodes::arguments::Argument;
use crate::nodes::boolean::{Conditional, Junction, Not};
use crate::nodes::call::{Call, CallMethod, CallWith};
use crate::nodes::compare::{Chain, compare};
use crate::nodes::definitions::ZeroSuper;
use crate::nodes::literals::{
    DictDisplay, FString, Item, ListDisplay, Literal, Piece, SetDisplay, SliceDisplay, TupleDisplay,
};
use crate::nodes::names::Take;
use crate::nodes::operand::{Constant as ConstantOperand, Local, Shape};
use crate::nodes::operators::{Unary, binary};
use crate::nodes::seeing::{Base, Seeing};
use crate::objects::bytes::Bytes;
use crate::objects::complex::Complex;
use crate::objects::counted::Ref;
use crate::objects::str::Str;
use crate::objects::tuple::Tuple;
use crate::objects::value::Value;
use snakelet_grammar::ast::{Arg, BoolOp, CompareOp, Constant, Expr, ExprKind, FPart, UnaryOp};
use snakelet_grammar::source::Span;

/// Names whose calls may look at the caller's variables.
const INTROSPECTIVE: [&str; 5] = ["locals", "vars", "dir", "eval", "exec"];

impl Lowering<'_> {
    /// `None`
    pub(super) fn none(&self) -> BoxNode {
        Box::new(Literal(Value::None))
    }

    /// The node of an expression. Steps that must run before, because something in it suspends, are added to `out`.
    pub(super) fn expr(&mut self, expr: &Expr, out: &mut Steps) -> Lowered {
        let suspends = self.suspends(expr);
        let span = expr.span;
        Ok(match &expr.kind {
            ExprKind::Name(name) if &**name == "__debug__" => {
                Box::new(Literal(Value::bool(self.optimize() == 0)))
            }
            ExprKind::Name(name) => self.load_name(name, span),
            ExprKind::Constant(constant) => {
                let value = self.constant(constant);
                self.mention_constant(&value);
                Box::new(Literal(value))
            }
            ExprKind::JoinedStr(parts) => Box::new(FString(self.pieces(parts, out)?)),
            ExprKind::BoolOp { op, values } if suspends => {
                return self.hoisted_junction((*op, false), values, span, out);
            }
            ExprKind::BoolOp { op, values } => {
                let operands: Vec<&Expr> = values.iter().collect();
                let operands = self.in_order(&operands, out)?.into_boxed_slice();
                Box::new(Junction {
                    operands,
                    until: *op == BoolOp::Or,
                    span,
                })
            }
            ExprKind::Named { target, value } => {
                let value = self.expr(value, out)?;
                let slot = self.frame.hidden();
                let keep = Box::new(crate::nodes::names::StoreLocal { slot, value });
                let copy = Box::new(crate::nodes::names::Peek(slot));
                let store = self.store_name(&target.name, copy, target.span)?;
                Box::new(crate::nodes::literals::Steps(
                    Box::new([keep, store]),
                    Box::new(Take(slot)),
                ))
            }
            ExprKind::Binary { left, op, right } => {
                let (a, b) = self.operands(left, right, out)?;
                binary(*op, a, b, span)
            }
            ExprKind::Unary { op, operand } => {
                if let Some(folded) = self.folded_unary(*op, operand) {
                    self.mention_constant(&folded);
                    return Ok(Box::new(Literal(folded)));
                }
                let operand = self.expr(operand, out)?;
                match op {
                    UnaryOp::Not => Box::new(Not(operand, span)),
                    UnaryOp::Invert | UnaryOp::UAdd | UnaryOp::USub => Box::new(Unary {
                        op: *op,
                        operand,
                        span,
                    }),
                }
            }
            ExprKind::Lambda { params, body } => return self.lambda(expr, params, body, out),
            ExprKind::IfExp { test, body, orelse } if suspends => {
                return self.hoisted_conditional(test, body, orelse, out);
            }
            ExprKind::IfExp { test, body, orelse } => Box::new(Conditional {
                span: test.span,
                test: self.condition(test, out)?,
                body: self.expr(body, out)?,
                orelse: self.expr(orelse, out)?,
            }),
            ExprKind::Dict(entries) => return self.dict(entries, span, out),
            ExprKind::Set(items) => match self.constant_set_display(items) {
                Some(node) => node,
                None => Box::new(SetDisplay(self.items(items, span, out)?, span)),
            },
            ExprKind::List(items) => Box::new(ListDisplay(self.items(items, span, out)?)),
            ExprKind::Tuple { items, .. } => match self.constant_tuple(items) {
                Some(tuple) => {
                    self.mention_constant(&tuple);
                    Box::new(Literal(tuple))
                }
                None => Box::new(TupleDisplay(self.items(items, span, out)?)),
            },
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. }
            | ExprKind::Generator { .. } => return self.comprehension(expr, out),
            ExprKind::Await(_) | ExprKind::Yield(_) | ExprKind::YieldFrom(_) => {
                let slot = self.frame.hidden();
                self.suspension(expr, Some(slot), out)?;
                Box::new(Take(slot))
            }
            ExprKind::Compare { left, rest } if suspends && rest.len() > 1 => {
                return self.hoisted_comparison(left, rest, span, out);
            }
            ExprKind::Compare { left, rest } => {
                let node = self.comparison(left, rest, span, out)?;
                return Ok(self.watched(node));
            }
            ExprKind::Call { function, args } => return self.call(expr, function, args, out),
            ExprKind::Attribute { value, name } => {
                let object = self.shape(value, out)?;
                let node = get_attribute(
                    object,
                    self.attribute_name(&name.name),
                    self.attribute_span(expr),
                );
                self.watched(node)
            }
            ExprKind::Subscript { value, index } => {
                let node = self.subscript(value, index, span, out)?;
                return Ok(self.watched(node));
            }
            ExprKind::Slice { lower, upper, step } => {
                let parts = [lower, upper, step].map(|part| part.as_deref());
                let given: Vec<&Expr> = parts.iter().flatten().copied().collect();
                let mut nodes = self.in_order(&given, out)?.into_iter();
                let parts = parts.map(|part| part.and_then(|_| nodes.next()));
                Box::new(SliceDisplay { parts })
            }
            // The checks refuse a star wherever no display or call takes it.
            ExprKind::Starred(value) => return self.expr(value, out),
        })
    }

    /// The value of a literal.
    pub(super) fn constant(&self, constant: &Constant) -> Value {
        match constant {
            Constant::None => Value::None,
            Constant::True => Value::bool(true),
            Constant::False => Value::bool(false),
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Int(number) => Value::Int(*number),
            Constant::BigInt(number) => Value::from((**number).clone()),
            Constant::Float(number) => Value::float(*number),
            Constant::Imaginary(number) => Value::from(Complex {
                real: 0.0,
                imaginary: *number,
            }),
            Constant::Str { text, .. } => self.text(text),
            Constant::Bytes(bytes) => Value::from(Bytes::new(bytes.to_vec())),
        }
    }

    /// A string constant; one that looks like a name is shared.
    fn text(&self, text: &[u8]) -> Value {
        let is_name = text.len() <= 64
            && text
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        match std::str::from_utf8(text) {
            Ok(name) if is_name => Value::Str(self.vm.name(name)),
            _ => Value::Str(Ref::new(Str::from_wtf8(text.to_vec()))),
        }
    }

    /// A tuple of constants, made once.
    pub(super) fn constant_tuple(&self, items: &[Expr]) -> Option<Value> {
        if items.is_empty() {
            return Some(self.vm.empty_tuple());
        }
        let value = |item: &Expr| match &item.kind {
            ExprKind::Constant(constant) => Some(self.constant(constant)),
            ExprKind::Tuple { items, .. } => self.constant_tuple(items),
            ExprKind::Unary { op, operand } => self.folded_unary(*op, operand),
            _ => None,
        };
        let values: Option<Vec<Value>> = items.iter().map(value).collect();
        values.map(|values| Value::from(Tuple::new(values)))
    }

    /// `-1` as a constant; `~True` too, of which the reference does not warn for that reason.
    fn folded_unary(&self, op: UnaryOp, operand: &Expr) -> Option<Value> {
        match (op, &operand.kind) {
            (UnaryOp::USub, ExprKind::Constant(Constant::Int(number))) => {
                number.checked_neg().map(Value::Int)
            }
            (UnaryOp::USub, ExprKind::Constant(Constant::Float(number))) => {
                Some(Value::float(-number))
            }
            (UnaryOp::USub, ExprKind::Constant(Constant::BigInt(number))) => {
                Some(Value::from(-(**number).clone()))
            }
            (UnaryOp::Invert, ExprKind::Constant(Constant::True)) => Some(Value::Int(-2)),
            (UnaryOp::Invert, ExprKind::Constant(Constant::False)) => Some(Value::Int(-1)),
            _ => None,
        }
    }

    /// How an expression can be an operand of a specialised node.
    pub(super) fn shape(&mut self, expr: &Expr, out: &mut Steps) -> Lowered<Shape> {
        match &expr.kind {
            ExprKind::Name(name) => {
                if let Access::Local(slot) = self.access(name) {
                    return Ok(Shape::Local(slot, expr.span));
                }
            }
            ExprKind::Constant(constant) => {
                let value = self.constant(constant);
                self.mention_constant(&value);
                return Ok(Shape::Constant(value));
            }
            ExprKind::Unary { op, operand } => {
                if let Some(folded) = self.folded_unary(*op, operand) {
                    self.mention_constant(&folded);
                    return Ok(Shape::Constant(folded));
                }
            }
            _ => {}
        }
        Ok(Shape::Node(self.expr(expr, out)?))
    }

    /// Two operands. A local on the left is read at once if the right side could rebind it.
    fn operands(&mut self, left: &Expr, right: &Expr, out: &mut Steps) -> Lowered<(Shape, Shape)> {
        let mut a = self.shape(left, out)?;
        if self.suspends(right) {
            if !matches!(a, Shape::Constant(_)) {
                a = Shape::Node(self.spill(a.into_node(), out));
            }
        } else if matches!(a, Shape::Local(..)) && binds(right) {
            a = Shape::Node(a.into_node());
        }
        let b = self.shape(right, out)?;
        Ok((a, b))
    }

    fn comparison(
        &mut self,
        left: &Expr,
        rest: &[(CompareOp, Expr)],
        span: Span,
        out: &mut Steps,
    ) -> Lowered {
        if let [(op, right)] = rest {
            let (a, b) = self.operands(left, right, out)?;
            return Ok(compare(*op, a, b, span));
        }
        let first = self.expr(left, out)?;
        let mut operands = Vec::with_capacity(rest.len());
        for (op, operand) in rest {
            operands.push((*op, self.expr(operand, out)?));
        }
        Ok(Box::new(Chain {
            first,
            rest: operands.into_boxed_slice(),
            span,
        }))
    }

    fn subscript(&mut self, value: &Expr, index: &Expr, span: Span, out: &mut Steps) -> Lowered {
        let (object, index) = self.operands(value, index, out)?;
        Ok(match (object, index) {
            (Shape::Local(a, at), Shape::Local(b, bt)) => Box::new(GetItemIn {
                object: Local(a, at),
                index: Local(b, bt),
                span,
            }),
            (Shape::Local(a, at), Shape::Constant(b)) => Box::new(GetItemIn {
                object: Local(a, at),
                index: ConstantOperand(b),
                span,
            }),
            (Shape::Node(a), Shape::Local(b, bt)) => Box::new(GetItemIn {
                object: a,
                index: Local(b, bt),
                span,
            }),
            (Shape::Node(a), Shape::Constant(b)) => Box::new(GetItemIn {
                object: a,
                index: ConstantOperand(b),
                span,
            }),
            (object, index) => Box::new(GetItem {
                object: object.into_node(),
                index: index.into_node(),
                span,
            }),
        })
    }

    /// The items of the display at `span`, which is the place of what fails when a starred one is spread.
    pub(super) fn items(
        &mut self,
        items: &[Expr],
        span: Span,
        out: &mut Steps,
    ) -> Lowered<Box<[Item]>> {
        let last = items.iter().rposition(|item| self.suspends(item));
        let mut lowered = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let (value, starred) = match &item.kind {
                ExprKind::Starred(value) => (&**value, true),
                _ => (item, false),
            };
            let mut node = self.expr(value, out)?;
            if last.is_some_and(|last| index < last) {
                if starred {
                    let spread = Box::new([Item {
                        node,
                        starred,
                        span,
                    }]);
                    node = Box::new(ListDisplay(spread));
                }
                node = self.spill(node, out);
            }
            lowered.push(Item {
                node,
                starred,
                span,
            });
        }
        Ok(lowered.into_boxed_slice())
    }

    fn dict(&mut self, entries: &[(Option<Expr>, Expr)], span: Span, out: &mut Steps) -> Lowered {
        let flat: Vec<&Expr> = entries
            .iter()
            .flat_map(|(key, value)| key.iter().chain([value]))
            .collect();
        let mut nodes = self.in_order(&flat, out)?.into_iter();
        let mut pairs = Vec::with_capacity(entries.len());
        for (key, _) in entries {
            let key = key.as_ref().and_then(|_| nodes.next());
            let value = nodes.next().unwrap_or_else(|| self.none());
            pairs.push((key, value));
        }
        Ok(Box::new(DictDisplay(pairs.into_boxed_slice(), span)))
    }

    /// The pieces of an f-string. A field before a suspension is formatted before it, too.
    pub(super) fn pieces(&mut self, parts: &[FPart], out: &mut Steps) -> Lowered<Box<[Piece]>> {
        let suspends = |this: &Self, part: &FPart| match part {
            FPart::Literal(_) => false,
            FPart::Field(field) => {
                this.suspends(&field.value)
                    || field
                        .spec
                        .as_deref()
                        .is_some_and(|spec| this.spec_suspends(spec))
            }
        };
        let last = parts.iter().rposition(|part| suspends(self, part));
        let mut pieces = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            match part {
                FPart::Literal(text) => {
                    pieces.push(Piece::Text(Ref::new(Str::from_wtf8(text.to_vec()))))
                }
                FPart::Field(field) => {
                    if let Some(text) = &field.debug {
                        pieces.push(Piece::Text(Ref::new(Str::from(&**text))));
                    }
                    let mut value = self.expr(&field.value, out)?;
                    if field
                        .spec
                        .as_deref()
                        .is_some_and(|spec| self.spec_suspends(spec))
                    {
                        value = self.spill(value, out);
                    }
                    let spec: Option<BoxNode> = match &field.spec {
                        Some(spec) => Some(Box::new(FString(self.pieces(spec, out)?))),
                        None => None,
                    };
                    let plain_debug =
                        field.debug.is_some() && field.conversion.is_none() && spec.is_none();
                    let conversion = if plain_debug {
                        Some('r')
                    } else {
                        field.conversion
                    };
                    let piece = Piece::Field {
                        value,
                        conversion,
                        spec,
                        span: field.span,
                    };
                    if last.is_some_and(|last| index < last) {
                        let formatted = Box::new(FString(Box::new([piece])));
                        let value = self.spill(formatted, out);
                        pieces.push(Piece::Field {
                            value,
                            conversion: None,
                            spec: None,
                            span: field.span,
                        });
                    } else {
                        pieces.push(piece);
                    }
                }
            }
        }
        Ok(pieces.into_boxed_slice())
    }

    fn spec_suspends(&self, parts: &[FPart]) -> bool {
        parts.iter().any(|part| match part {
            FPart::Literal(_) => false,
            FPart::Field(field) => {
                self.suspends(&field.value)
                    || field
                        .spec
                        .as_deref()
                        .is_some_and(|spec| self.spec_suspends(spec))
            }
        })
    }

    fn call(&mut self, expr: &Expr, function: &Expr, args: &[Arg], out: &mut Steps) -> Lowered {
        let node = self.plain_call(expr, function, args, out)?;
        let sees = self.unit.is_watched
            || self.unit.tree.get(self.frame.scope).names_introspection
                && match &function.kind {
                    ExprKind::Name(name) => INTROSPECTIVE.contains(&&**name),
                    ExprKind::Attribute { name, .. } => {
                        matches!(&*name.name, "_getframe" | "currentframe")
                    }
                    _ => false,
                };
        Ok(if sees { self.seeing(node) } else { node })
    }

    /// The same, for a text that looks into frame objects.
    fn watched(&self, node: BoxNode) -> BoxNode {
        match self.unit.is_watched {
            true => self.seeing(node),
            false => node,
        }
    }

    /// An expression or statement during which the frame's variables can be asked for.
    pub(super) fn seeing(&self, expr: BoxNode) -> BoxNode {
        let is_module = self.frame.scope == self.unit.tree.root() && self.frame.namespace.is_none();
        let own = self.frame.names.iter().enumerate();
        let mut visible: Vec<_> = own
            .filter(|(_, name)| !name.starts_with('.') && self.frame.namespace.is_none())
            .map(|(slot, name)| (self.vm.name(name), slot as u32))
            .collect();
        let mut scope = self.scope;
        while scope != self.frame.scope
            && let Some(outer) = self.unit.tree.get(scope).parent
        {
            let inner = self.frame.declared(scope);
            visible.extend(inner.map(|(name, slot)| (self.vm.name(name), slot)));
            scope = outer;
        }
        if is_module && visible.is_empty() {
            return expr;
        }
        Box::new(Seeing {
            expr,
            visible: visible.into_boxed_slice(),
            base: match self.frame.namespace {
                Some(slot) => Base::Namespace(slot),
                None if is_module => Base::Globals(self.globals()),
                None => Base::Nothing,
            },
        })
    }

    fn plain_call(
        &mut self,
        expr: &Expr,
        function: &Expr,
        args: &[Arg],
        out: &mut Steps,
    ) -> Lowered {
        let span = expr.span;
        if let (ExprKind::Name(name), []) = (&function.kind, args)
            && &**name == "super"
            && self.frame.scope != self.unit.tree.root()
        {
            return Ok(self.zero_super(function, span));
        }
        let args_suspend = args.iter().any(|arg| self.suspends(arg_value(arg)));
        let positional_only = args.iter().all(|arg| matches!(arg, Arg::Positional(_)));
        if let (ExprKind::Attribute { value, name }, true, false) =
            (&function.kind, positional_only, args_suspend)
        {
            let object = self.expr(value, out)?;
            let values: Vec<&Expr> = args.iter().map(arg_value).collect();
            let name = self.attribute_name(&name.name);
            let args = self.in_order(&values, out)?.into_boxed_slice();
            let cache = self.frame.owned.borrow_mut().method_cache();
            return Ok(Box::new(CallMethod {
                object,
                name,
                args,
                cache,
                attribute_span: self.attribute_span(function),
                span: match self.is_of_import(function) {
                    true => span,
                    false => Span::new(self.attribute_span(function).start, span.end),
                },
            }));
        }
        let mut callee = self.expr(function, out)?;
        if args_suspend {
            callee = self.spill(callee, out);
        }
        if positional_only {
            let values: Vec<&Expr> = args.iter().map(arg_value).collect();
            let args = self.in_order(&values, out)?.into_boxed_slice();
            return Ok(Box::new(Call { callee, args, span }));
        }
        let args = self.arguments(args, out)?;
        Ok(Box::new(CallWith { callee, args, span }))
    }

    /// Whether an attribute is one of a name that the module imports: calling it is no call of a method to the reference, and
    /// stands where the whole expression does.
    fn is_of_import(&self, attribute: &Expr) -> bool {
        let ExprKind::Attribute { value, .. } = &attribute.kind else {
            return false;
        };
        let ExprKind::Name(name) = &value.kind else {
            return false;
        };
        let symbol = self.unit.tree.lookup(self.unit.tree.root(), name);
        symbol.is_some_and(|symbol| symbol.imported)
    }

    /// The place of an attribute in tracebacks: the whole of it, or the name alone where that stands on a later line.
    pub(super) fn attribute_span(&self, attribute: &Expr) -> Span {
        let line = |at| self.unit.source.line_of(at);
        match &attribute.kind {
            ExprKind::Attribute { name, .. }
                if line(attribute.span.start) != line(name.span.start) =>
            {
                name.span
            }
            _ => attribute.span,
        }
    }

    /// Arguments of all kinds, those by position first: a starred one is evaluated before the keywords to its left.
    /// Unpacked ones before a suspension are unpacked before it, unless the call itself does that.
    pub(super) fn arguments(&mut self, args: &[Arg], out: &mut Steps) -> Lowered<Box<[Argument]>> {
        let by_position = |arg: &&Arg| matches!(arg, Arg::Positional(_) | Arg::Star(_));
        let (mut ordered, named): (Vec<&Arg>, Vec<&Arg>) = args.iter().partition(by_position);
        let is_lone = ordered.len() == 1;
        ordered.extend(named);
        let args = ordered;
        let last = args.iter().rposition(|arg| self.suspends(arg_value(arg)));
        let mut lowered = Vec::with_capacity(args.len());
        for (index, arg) in args.iter().enumerate() {
            let mut node = self.expr(arg_value(arg), out)?;
            let span = arg_value(arg).span;
            if last.is_some_and(|last| index < last) {
                if let (Arg::Star(_), false) = (arg, is_lone) {
                    node = Box::new(ListDisplay(Box::new([Item {
                        node,
                        starred: true,
                        span,
                    }])));
                }
                node = self.spill(node, out);
            }
            lowered.push(match arg {
                Arg::Positional(_) => Argument::Positional(node),
                Arg::Star(_) => Argument::Star(node, span),
                Arg::Keyword { name, .. } => Argument::Keyword(self.stored_name(&name.name), node),
                Arg::DoubleStar(_) => Argument::DoubleStar(node, span),
            });
        }
        let keyword = |arg: &Arg| match arg {
            Arg::Keyword { name, .. } => Some(Value::Str(self.stored_name(&name.name))),
            _ => None,
        };
        let keywords: Vec<Value> = args.iter().filter_map(|arg| keyword(arg)).collect();
        if !keywords.is_empty() {
            self.mention_constant(&Value::from(Tuple::new(keywords)));
        }
        Ok(lowered.into_boxed_slice())
    }

    fn zero_super(&mut self, function: &Expr, span: Span) -> BoxNode {
        let callee = self.load_name("super", function.span);
        let class_cell = self.frame.slot_of(self.frame.scope, &"__class__".into());
        let first = (self.frame.positional > 0).then_some(0);
        let first_is_cell = self.frame.cells.contains(&0);
        Box::new(ZeroSuper {
            callee,
            class_cell,
            first,
            first_is_cell,
            span,
        })
    }
}

/// Whether evaluating an expression can rebind a local variable: it contains a walrus.
pub(super) fn binds(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Named { .. } => true,
        ExprKind::Name(_) | ExprKind::Constant(_) | ExprKind::Lambda { .. } => false,
        ExprKind::Binary { left, right, .. } => binds(left) || binds(right),
        ExprKind::Unary { operand, .. } => binds(operand),
        ExprKind::Attribute { value, .. } => binds(value),
        ExprKind::Subscript { value, index } => binds(value) || binds(index),
        ExprKind::Call { function, args } => {
            binds(function) || args.iter().any(|arg| binds(arg_value(arg)))
        }
        ExprKind::Tuple { items, .. } | ExprKind::List(items) | ExprKind::Set(items) => {
            items.iter().any(binds)
        }
        ExprKind::BoolOp { values, .. } => values.iter().any(binds),
        ExprKind::Compare { left, rest } => {
            binds(left) || rest.iter().any(|(_, operand)| binds(operand))
        }
        ExprKind::IfExp { test, body, orelse } => binds(test) || binds(body) || binds(orelse),
        // What is left is rare: reading the local at once costs little.
        _ => true,
    }
}
