//! The rules of expressions, with what is said of wrong ones.

use super::engine::{Engine, Kind, Node, Parse, Rule, first, invalid, need};
use crate::error::{ErrorKind, SyntaxError};
use crate::source::Span;
use crate::token::TokenKind as T;

const COMPARISONS: [T; 6] = [
    T::EqualEqual,
    T::NotEqual,
    T::LessEqual,
    T::Less,
    T::GreaterEqual,
    T::Greater,
];
const OPENING: [T; 3] = [T::LeftBracket, T::LeftParen, T::LeftBrace];

const PARENTHESIZE_NOT: &str = "'not' after an operator must be parenthesized";

impl Engine<'_> {
    /// Expressions between commas; several are a tuple.
    pub fn expressions(&mut self) -> Parse {
        self.tuple_of(Engine::expression)
    }

    /// The same with stars allowed.
    pub fn star_expressions(&mut self) -> Parse {
        self.tuple_of(Engine::star_expression)
    }

    fn tuple_of(&mut self, rule: fn(&mut Self) -> Parse) -> Parse {
        let start = self.peek()?.span;
        let first = need!(rule(self));
        let mut items = vec![first];
        let mut comma = false;
        while self.take(T::Comma)?.is_some() {
            comma = true;
            match self.attempt(rule)? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        if comma {
            self.parent(Kind::Tuple, self.since(start), items)
        } else {
            Ok(Some(first))
        }
    }

    /// `*value` or an expression.
    pub fn star_expression(&mut self) -> Parse {
        self.keep(
            Rule::StarExpression,
            |p| first!(p; Engine::starred_operand, Engine::expression),
        )
    }

    fn starred_operand(&mut self) -> Parse {
        let start = need!(self.take(T::Star));
        let value = need!(self.bit_or());
        self.parent(Kind::Starred, self.since(start), vec![value])
    }

    /// Items of a display, between commas.
    pub fn star_named_expressions(&mut self) -> Parse<Vec<Node>> {
        let found = need!(self.commas(Engine::star_named_expression));
        self.take(T::Comma)?;
        Ok(Some(found))
    }

    /// An item of a display.
    pub fn star_named_expression(&mut self) -> Parse {
        first!(self; Engine::starred_operand, Engine::named_expression)
    }

    /// `name := value`
    pub fn assignment_expression(&mut self) -> Parse {
        let start = need!(self.take(T::Name));
        need!(self.take(T::ColonEqual));
        need!(self.expression());
        self.node(Kind::Named, self.since(start))
    }

    /// An expression that may be `name := value`.
    pub fn named_expression(&mut self) -> Parse {
        self.nested(|p| {
            if let Some(found) = p.attempt(Engine::assignment_expression)? {
                return Ok(Some(found));
            }
            invalid!(p; |p| p.keep(Rule::InvalidNamed, Engine::invalid_named_expression));
            p.expression_but_walrus()
        })
    }

    /// An expression that no `:=` follows.
    pub fn expression_but_walrus(&mut self) -> Parse {
        let found = need!(self.expression());
        if self.at(&[T::ColonEqual])? {
            Ok(None)
        } else {
            Ok(Some(found))
        }
    }

    fn invalid_named_expression(&mut self) -> Parse {
        const MAYBE: &str = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
        self.attempt(|p| {
            let target = need!(p.expression());
            need!(p.take(T::ColonEqual));
            need!(p.expression());
            let message = format!(
                "cannot use assignment expressions with {}",
                p.kind(target).name()
            );
            p.raise_at::<Node>(p.span(target), message)
        })?;
        self.attempt(|p| {
            let name = need!(p.take(T::Name));
            need!(p.take(T::Equal));
            let value = need!(p.bit_or());
            if p.at(&[T::Equal, T::ColonEqual])? {
                return Ok(None);
            }
            p.raise_at::<Node>(name.to(p.span(value)), MAYBE)
        })?;
        self.attempt(|p| {
            let display = p.sees(|p| {
                first!(p; Engine::list, Engine::tuple, Engine::generator,
                    |p| p.take_any(&[T::True, T::None, T::False])?.map_or(Ok(None), |token| p.node(Kind::Other, token.span)))
            })?;
            if display {
                return Ok(None);
            }
            let target = need!(p.bit_or());
            need!(p.take(T::Equal));
            need!(p.bit_or());
            if p.at(&[T::Equal, T::ColonEqual])? {
                return Ok(None);
            }
            let name = p.kind(target).name();
            let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
            p.raise_at::<Node>(p.span(target), message)
        })
    }

    /// An expression without commas, stars and `:=`.
    pub fn expression(&mut self) -> Parse {
        self.keep(Rule::Expression, |p| {
            invalid!(p; Engine::invalid_expression);
            invalid!(p; Engine::invalid_legacy_expression);
            p.plain_expression()
        })
    }

    fn plain_expression(&mut self) -> Parse {
        first!(self; Engine::conditional, Engine::disjunction, Engine::lambda)
    }

    fn conditional(&mut self) -> Parse {
        let start = self.peek()?.span;
        need!(self.disjunction());
        need!(self.take(T::If));
        need!(self.disjunction());
        need!(self.take(T::Else));
        need!(self.expression());
        self.node(Kind::Conditional, self.since(start))
    }

    /// `yield`, `yield value`, `yield from value`
    pub fn yield_expression(&mut self) -> Parse {
        let start = need!(self.take(T::Yield));
        let delegated = self.attempt(|p| {
            need!(p.take(T::From));
            p.expression()
        })?;
        if delegated.is_none() {
            self.attempt(Engine::star_expressions)?;
        }
        self.node(Kind::Yield, self.since(start))
    }

    /// What may stand behind `=`.
    pub fn value(&mut self) -> Parse {
        first!(self; Engine::yield_expression, Engine::star_expressions)
    }

    fn invalid_expression(&mut self) -> Parse {
        self.attempt(|p| {
            let prefixed = p.sees(|p| {
                need!(p.take(T::Name));
                p.take(T::String)
            })?;
            if prefixed || p.sees(Engine::soft_keyword)? {
                return Ok(None);
            }
            let left = need!(p.disjunction());
            let right = need!(p.expression_without_invalid());
            if p.is_legacy(left) || p.previous().level == 0 {
                return Ok(None);
            }
            let span = p.span(left).to(p.span(right));
            p.raise_at::<Node>(span, "invalid syntax. Perhaps you forgot a comma?")
        })?;
        self.attempt(|p| {
            let body = need!(p.disjunction());
            need!(p.take(T::If));
            let test = need!(p.disjunction());
            if p.at(&[T::Else, T::Colon])? {
                return Ok(None);
            }
            let span = p.span(body).to(p.span(test));
            p.raise_at::<Node>(span, "expected 'else' after 'if' expression")
        })?;
        self.attempt(|p| {
            let start = need!(p.take(T::Lambda));
            p.attempt(Engine::lambda_parameters)?;
            let colon = need!(p.take(T::Colon));
            if !p.at(&[T::FStringMiddle, T::FStringRawMiddle])? {
                return Ok(None);
            }
            let message = "f-string: lambda expressions are not allowed without parentheses";
            p.raise_at::<Node>(start.to(colon), message)
        })
    }

    /// A soft keyword. The reference compares as many letters as the word has, so any begin of one will do.
    fn soft_keyword(&mut self) -> Parse<Span> {
        let name = need!(self.take(T::Name));
        let text = name.text(self.source);
        let soft = ["_", "case", "match", "type"]
            .iter()
            .any(|keyword| keyword.starts_with(text));
        Ok(soft.then_some(name))
    }

    fn expression_without_invalid(&mut self) -> Parse {
        let strict = std::mem::replace(&mut self.strict, false);
        let found = self.plain_expression();
        self.strict = strict;
        found
    }

    fn is_legacy(&self, node: Node) -> bool {
        self.kind(node) == Kind::Name
            && matches!(self.span(node).text(self.source), "print" | "exec")
    }

    fn invalid_legacy_expression(&mut self) -> Parse {
        let name = need!(self.take(T::Name));
        if self.at(&[T::LeftParen])? {
            return Ok(None);
        }
        let operand = need!(self.star_expressions());
        let text = name.text(self.source);
        if !matches!(text, "print" | "exec") {
            return Ok(None);
        }
        let message = format!("Missing parentheses in call to '{text}'. Did you mean {text}(...)?");
        self.raise_at(name.to(self.span(operand)), message)
    }

    /// `a or b`
    pub fn disjunction(&mut self) -> Parse {
        self.keep(Rule::Disjunction, |p| p.chain(T::Or, Engine::conjunction))
    }

    fn conjunction(&mut self) -> Parse {
        self.keep(Rule::Conjunction, |p| p.chain(T::And, Engine::inversion))
    }

    fn chain(&mut self, word: T, rule: fn(&mut Self) -> Parse) -> Parse {
        let start = self.peek()?.span;
        let first = need!(rule(self));
        let more = self.many(|p| {
            need!(p.take(word));
            rule(p)
        })?;
        if more.is_empty() {
            Ok(Some(first))
        } else {
            self.node(Kind::Operation, self.since(start))
        }
    }

    fn inversion(&mut self) -> Parse {
        self.keep(Rule::Inversion, |p| {
            first!(p;
                |p| {
                    let start = need!(p.take(T::Not));
                    need!(p.inversion());
                    p.node(Kind::Operation, p.since(start))
                },
                Engine::comparison)
        })
    }

    fn comparison(&mut self) -> Parse {
        let start = self.peek()?.span;
        let left = need!(self.bit_or());
        let rest = self.many(|p| {
            let op = need!(p.comparison_operator());
            need!(p.bit_or());
            Ok(Some(op))
        })?;
        match rest.first() {
            None => Ok(Some(left)),
            Some(op) => self.parent(Kind::Compare(*op == T::In), self.since(start), vec![left]),
        }
    }

    fn comparison_operator(&mut self) -> Parse<T> {
        if let Some(token) = self.take_any(&COMPARISONS)? {
            return Ok(Some(token.kind));
        }
        first!(self;
        |p| {
            need!(p.take(T::Not));
            need!(p.take(T::In));
            Ok(Some(T::Not))
        },
        |p| {
            need!(p.take(T::In));
            Ok(Some(T::In))
        },
        |p| {
            need!(p.take(T::Is));
            p.take(T::Not)?;
            Ok(Some(T::Is))
        })
    }

    /// `a | b`
    pub fn bit_or(&mut self) -> Parse {
        self.keep(Rule::BitOr, |p| p.tier(&[T::Bar], Engine::bit_xor))
    }

    fn bit_xor(&mut self) -> Parse {
        self.keep(Rule::BitXor, |p| p.tier(&[T::Caret], Engine::bit_and))
    }

    fn bit_and(&mut self) -> Parse {
        self.keep(Rule::BitAnd, |p| p.tier(&[T::Ampersand], Engine::shift))
    }

    fn shift(&mut self) -> Parse {
        self.keep(Rule::Shift, |p| {
            invalid!(p; Engine::invalid_arithmetic);
            p.tier(&[T::LeftShift, T::RightShift], Engine::sum)
        })
    }

    fn sum(&mut self) -> Parse {
        self.keep(Rule::Sum, |p| p.tier(&[T::Plus, T::Minus], Engine::term))
    }

    fn term(&mut self) -> Parse {
        const OPERATORS: [T; 5] = [T::Star, T::Slash, T::DoubleSlash, T::Percent, T::At];
        self.keep(Rule::Term, |p| {
            invalid!(p; Engine::invalid_factor);
            p.tier(&OPERATORS, Engine::factor)
        })
    }

    fn invalid_arithmetic(&mut self) -> Parse {
        const OPERATORS: [T; 7] = [
            T::Plus,
            T::Minus,
            T::Star,
            T::Slash,
            T::Percent,
            T::DoubleSlash,
            T::At,
        ];
        need!(self.sum());
        need!(self.take_any(&OPERATORS));
        let not = need!(self.take(T::Not));
        let operand = need!(self.inversion());
        self.raise_at(not.to(self.span(operand)), PARENTHESIZE_NOT)
    }

    fn invalid_factor(&mut self) -> Parse {
        need!(self.take_any(&[T::Plus, T::Minus, T::Tilde]));
        let not = need!(self.take(T::Not));
        let operand = need!(self.factor());
        self.raise_at(not.to(self.span(operand)), PARENTHESIZE_NOT)
    }

    /// Operands of one rule between operators.
    fn tier(&mut self, operators: &[T], rule: fn(&mut Self) -> Parse) -> Parse {
        let start = self.peek()?.span;
        let first = need!(rule(self));
        let more = self.many(|p| {
            need!(p.take_any(operators));
            rule(p)
        })?;
        if more.is_empty() {
            Ok(Some(first))
        } else {
            self.node(Kind::Operation, self.since(start))
        }
    }

    fn factor(&mut self) -> Parse {
        self.keep(Rule::Factor, |p| {
            let start = p.peek()?.span;
            if p.take_any(&[T::Plus, T::Minus, T::Tilde])?.is_some() {
                need!(p.factor());
                return p.node(Kind::Operation, p.since(start));
            }
            let base = need!(p.await_primary());
            let power = p.attempt(|p| {
                need!(p.take(T::DoubleStar));
                p.factor()
            })?;
            if power.is_none() {
                Ok(Some(base))
            } else {
                p.node(Kind::Operation, p.since(start))
            }
        })
    }

    fn await_primary(&mut self) -> Parse {
        self.keep(Rule::AwaitPrimary, |p| {
            first!(p;
                |p| {
                    let start = need!(p.take(T::Await));
                    need!(p.primary());
                    p.node(Kind::Await, p.since(start))
                },
                Engine::primary)
        })
    }

    /// An atom with what is called, looked up and indexed behind it.
    fn primary(&mut self) -> Parse {
        self.keep(Rule::Primary, |p| {
            let start = p.peek()?.span;
            let mut found = need!(p.atom());
            while let Some(longer) = p.attempt(|p| p.trailer(start))? {
                found = longer;
            }
            Ok(Some(found))
        })
    }

    /// What may stand behind a primary that begins at `start`.
    pub fn trailer(&mut self, start: Span) -> Parse {
        first!(self;
        |p| {
            need!(p.take(T::Dot));
            need!(p.take(T::Name));
            p.node(Kind::Attribute, p.since(start))
        },
        |p| {
            need!(p.generator());
            p.node(Kind::Call, p.since(start))
        },
        |p| {
            need!(p.take(T::LeftParen));
            p.attempt(Engine::arguments)?;
            need!(p.take(T::RightParen));
            p.node(Kind::Call, p.since(start))
        },
        |p| {
            need!(p.take(T::LeftBracket));
            need!(p.slices());
            need!(p.take(T::RightBracket));
            p.node(Kind::Subscript, p.since(start))
        })
    }

    /// What stands between index brackets.
    pub fn slices(&mut self) -> Parse {
        first!(self;
        |p| {
            let found = need!(p.slice());
            if p.at(&[T::Comma])? { Ok(None) } else { Ok(Some(found)) }
        },
        |p| {
            let found = need!(p.commas(|p| first!(p; Engine::slice, Engine::starred_expression)));
            p.take(T::Comma)?;
            Ok(found.first().copied())
        })
    }

    fn slice(&mut self) -> Parse {
        first!(self;
            |p| {
                let start = p.peek()?.span;
                p.attempt(Engine::expression)?;
                need!(p.take(T::Colon));
                p.attempt(Engine::expression)?;
                if p.take(T::Colon)?.is_some() {
                    p.attempt(Engine::expression)?;
                }
                p.node(Kind::Other, p.since(start))
            },
            Engine::named_expression)
    }

    /// A name, a literal or something in brackets.
    pub fn atom(&mut self) -> Parse {
        let token = self.peek()?;
        let kind = match token.kind {
            T::Name | T::Match | T::Case | T::Type => Kind::Name,
            T::True => Kind::True,
            T::False => Kind::False,
            T::None => Kind::None,
            T::Ellipsis => Kind::Ellipsis,
            T::Number => return self.number(),
            T::String | T::FStringStart => return self.strings(),
            T::LeftParen | T::WithParen => {
                return first!(self; Engine::tuple, Engine::group, Engine::generator);
            }
            T::LeftBracket => return first!(self; Engine::list, Engine::list_comprehension),
            T::LeftBrace => {
                return first!(self;
                    Engine::dict, Engine::set, Engine::dict_comprehension, Engine::set_comprehension);
            }
            _ => return Ok(None),
        };
        self.pos += 1;
        self.node(kind, token.span)
    }

    fn group(&mut self) -> Parse {
        let found = self.attempt(|p| {
            need!(p.take(T::LeftParen));
            let found = need!(p.grouped());
            need!(p.take(T::RightParen));
            Ok(Some(found))
        })?;
        if found.is_none() {
            invalid!(self; Engine::invalid_group);
        }
        Ok(found)
    }

    fn grouped(&mut self) -> Parse {
        first!(self; Engine::yield_expression, Engine::named_expression)
    }

    fn invalid_group(&mut self) -> Parse {
        self.attempt(|p| {
            need!(p.take(T::LeftParen));
            let starred = need!(p.starred_expression());
            need!(p.take(T::RightParen));
            p.raise_at::<Node>(p.span(starred), "cannot use starred expression here")
        })?;
        need!(self.take(T::LeftParen));
        let stars = need!(self.take(T::DoubleStar));
        need!(self.expression());
        need!(self.take(T::RightParen));
        self.raise_at(stars, "cannot use double starred expression here")
    }

    fn lambda(&mut self) -> Parse {
        let start = need!(self.take(T::Lambda));
        self.attempt(Engine::lambda_parameters)?;
        need!(self.take(T::Colon));
        need!(self.expression());
        self.node(Kind::Lambda, self.since(start))
    }

    /// `(a, b)`
    pub fn tuple(&mut self) -> Parse {
        let start = need!(self.take(T::LeftParen));
        let items = self.attempt(|p| {
            let mut items = vec![need!(p.star_named_expression())];
            need!(p.take(T::Comma));
            items.extend(
                p.attempt(Engine::star_named_expressions)?
                    .unwrap_or_default(),
            );
            Ok(Some(items))
        })?;
        need!(self.take(T::RightParen));
        self.parent(Kind::Tuple, self.since(start), items.unwrap_or_default())
    }

    /// `[a, b]`
    pub fn list(&mut self) -> Parse {
        let start = need!(self.take(T::LeftBracket));
        let items = self.attempt(Engine::star_named_expressions)?;
        need!(self.take(T::RightBracket));
        self.parent(Kind::List, self.since(start), items.unwrap_or_default())
    }

    fn set(&mut self) -> Parse {
        let start = need!(self.take(T::LeftBrace));
        need!(self.star_named_expressions());
        need!(self.take(T::RightBrace));
        self.node(Kind::Set, self.since(start))
    }

    fn dict(&mut self) -> Parse {
        let found = self.attempt(|p| {
            let start = need!(p.take(T::LeftBrace));
            if p.commas(Engine::dict_item)?.is_some() {
                p.take(T::Comma)?;
            }
            need!(p.take(T::RightBrace));
            p.node(Kind::Dict, p.since(start))
        })?;
        if found.is_none() {
            // The reference looks for these in its first reading too.
            self.attempt(|p| {
                need!(p.take(T::LeftBrace));
                p.invalid_dict_items()
            })?;
        }
        Ok(found)
    }

    fn dict_item(&mut self) -> Parse<()> {
        first!(self;
            |p| {
                need!(p.take(T::DoubleStar));
                need!(p.bit_or());
                Ok(Some(()))
            },
            Engine::key_value)
    }

    fn key_value(&mut self) -> Parse<()> {
        need!(self.expression());
        need!(self.take(T::Colon));
        need!(self.expression());
        Ok(Some(()))
    }

    fn invalid_dict_items(&mut self) -> Parse {
        self.attempt(|p| {
            need!(p.commas(Engine::dict_item));
            need!(p.take(T::Comma));
            p.attempt(|p| {
                let key = need!(p.expression());
                if p.at(&[T::Colon])? {
                    return Ok(None);
                }
                let error = p.colon_expected(p.span(key));
                Err::<Option<Node>, _>(p.raise(error))
            })?;
            p.invalid_dict_value()
        })?;
        self.invalid_dict_value()
    }

    /// The error for a dictionary key without a value; the reference marks the key's last column in its first line.
    fn colon_expected(&self, key: Span) -> SyntaxError {
        let [start, end] = [key.start, key.end].map(|at| self.source.position(at));
        let text = self.source.line_text(start.line);
        let chars = text
            .char_indices()
            .take_while(|(at, _)| *at < end.column as usize);
        let (column, last) = chars.fold((0, 0), |(count, _), (at, _)| (count + 1, at));
        let first = self.source.line_start(start.line) + last as u32;
        let span = Span::new(first, key.end.max(first));
        let mut error =
            SyntaxError::new(ErrorKind::Syntax, "':' expected after dictionary key", span);
        let beyond = end.column as usize > text.len();
        error.columns = Some((column + i32::from(beyond), 0));
        error
    }

    fn invalid_dict_value(&mut self) -> Parse {
        self.attempt(|p| {
            need!(p.expression());
            need!(p.take(T::Colon));
            let star = need!(p.take(T::Star));
            need!(p.bit_or());
            p.raise_from::<Node>(
                star,
                "cannot use a starred expression in a dictionary value",
            )
        })?;
        need!(self.expression());
        let colon = need!(self.take(T::Colon));
        if !self.at(&[T::RightBrace, T::Comma])? {
            return Ok(None);
        }
        self.raise_at(colon, "expression expected after dictionary key and ':'")
    }

    // ---- comprehensions

    /// `(element for …)`
    pub fn generator(&mut self) -> Parse {
        let found = self.attempt(|p| {
            let start = need!(p.take(T::LeftParen));
            need!(p.argument_value());
            need!(p.clauses());
            need!(p.take(T::RightParen));
            p.node(Kind::Generator, p.since(start))
        })?;
        self.or_invalid_comprehension(found)
    }

    fn list_comprehension(&mut self) -> Parse {
        let found = self.attempt(|p| {
            let start = need!(p.take(T::LeftBracket));
            need!(p.named_expression());
            need!(p.clauses());
            need!(p.take(T::RightBracket));
            p.node(Kind::ListComp, p.since(start))
        })?;
        self.or_invalid_comprehension(found)
    }

    fn set_comprehension(&mut self) -> Parse {
        let found = self.attempt(|p| {
            let start = need!(p.take(T::LeftBrace));
            need!(p.named_expression());
            need!(p.clauses());
            need!(p.take(T::RightBrace));
            p.node(Kind::SetComp, p.since(start))
        })?;
        self.or_invalid_comprehension(found)
    }

    fn dict_comprehension(&mut self) -> Parse {
        let found = self.attempt(|p| {
            let start = need!(p.take(T::LeftBrace));
            need!(p.key_value());
            need!(p.clauses());
            need!(p.take(T::RightBrace));
            p.node(Kind::DictComp, p.since(start))
        })?;
        if found.is_none() {
            invalid!(self; |p| {
                need!(p.take(T::LeftBrace));
                let stars = need!(p.take(T::DoubleStar));
                need!(p.bit_or());
                need!(p.clauses());
                need!(p.take(T::RightBrace));
                p.raise_at::<Node>(stars, "dict unpacking cannot be used in dict comprehension")
            });
        }
        Ok(found)
    }

    fn or_invalid_comprehension(&mut self, found: Option<Node>) -> Parse {
        if found.is_none() {
            invalid!(self; Engine::invalid_comprehension);
        }
        Ok(found)
    }

    fn invalid_comprehension(&mut self) -> Parse {
        const FORGOTTEN: &str = "did you forget parentheses around the comprehension target?";
        self.attempt(|p| {
            need!(p.take_any(&OPENING));
            let starred = need!(p.starred_expression());
            need!(p.clauses());
            p.raise_at::<Node>(
                p.span(starred),
                "iterable unpacking cannot be used in comprehension",
            )
        })?;
        self.attempt(|p| {
            need!(p.take_any(&[T::LeftBracket, T::LeftBrace]));
            let first = need!(p.star_named_expression());
            need!(p.take(T::Comma));
            let rest = need!(p.star_named_expressions());
            need!(p.clauses());
            let last = rest.last().map_or(p.span(first), |&last| p.span(last));
            p.raise_at::<Node>(p.span(first).to(last), FORGOTTEN)
        })?;
        need!(self.take_any(&[T::LeftBracket, T::LeftBrace]));
        let first = need!(self.star_named_expression());
        let comma = need!(self.take(T::Comma));
        need!(self.clauses());
        self.raise_at(self.span(first).to(comma), FORGOTTEN)
    }

    /// The clauses of a comprehension; gives the last one's last expression.
    pub fn clauses(&mut self) -> Parse {
        Ok(need!(self.some(Engine::clause)).last().copied())
    }

    fn clause(&mut self) -> Parse {
        let plain = self.attempt(|p| {
            p.take(T::Async)?;
            need!(p.take(T::For));
            need!(p.star_targets());
            need!(p.take(T::In));
            Ok(Some(()))
        })?;
        if plain.is_some() {
            let mut last = need!(self.disjunction());
            let conditions = self.many(|p| {
                need!(p.take(T::If));
                p.disjunction()
            })?;
            last = conditions.last().copied().unwrap_or(last);
            return Ok(Some(last));
        }
        // The reference looks for this in its first reading too.
        self.attempt(|p| {
            p.take(T::Async)?;
            need!(p.take(T::For));
            need!(p.commas(Engine::bit_or));
            p.take(T::Comma)?;
            if p.at(&[T::In])? {
                return Ok(None);
            }
            p.raise_last::<Node>("'in' expected after for-loop variables")
        })?;
        invalid!(self; Engine::invalid_for_target);
        Ok(None)
    }
}
