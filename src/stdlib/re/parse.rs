//! From the text of a pattern to its syntax tree, with the reference's words and positions for what is wrong. Escapes are
//! `escape.rs`, what follows `(?` is `extension.rs`.

pub(super) mod escape;
mod extension;

use super::source::{Mistake, Source, Warned};
use super::syntax::{self, ASCII, Kind, LOCALE, MAX_REPEAT, Node, SetItem, UNICODE, VERBOSE};
use crate::text::repr;
use crate::text::wtf8;

/// How deep groups may nest.
const MOST_NESTED: usize = 480;

/// A pattern that was read.
pub struct Parsed {
    /// The whole.
    pub nodes: Vec<Node>,
    /// All flags, those inside the pattern too.
    pub flags: u32,
    /// The names of groups.
    pub names: Vec<(String, usize)>,
    /// The width of each group; the first stands for the whole.
    pub widths: Vec<Option<(u128, u128)>>,
    /// What to warn of.
    pub warnings: Vec<Warned>,
}

type Parse<T> = Result<T, Mistake>;

struct Parser<'a> {
    source: Source<'a>,
    flags: u32,
    names: Vec<(String, usize)>,
    widths: Vec<Option<(u128, u128)>>,
    /// How many groups there were where the outermost lookbehind began.
    behind: Option<usize>,
    /// Groups named by number in conditions, and where.
    references: Vec<(usize, usize)>,
    warnings: Vec<Warned>,
}

/// Reads a pattern.
pub fn parse(codes: &[u32], is_text: bool, flags: u32) -> Parse<Parsed> {
    let mut parser = Parser {
        source: Source::new(codes, is_text)?,
        flags,
        names: Vec::new(),
        widths: vec![None],
        behind: None,
        references: Vec::new(),
        warnings: Vec::new(),
    };
    let nodes = parser.alternatives(flags & VERBOSE != 0, 0)?;
    let flags = fix_flags(is_text, parser.flags)?;
    if parser.source.next().is_some() {
        return Err(parser.source.error("unbalanced parenthesis", 0));
    }
    for &(group, at) in &parser.references {
        if group >= parser.widths.len() {
            return Err(Mistake::Syntax(
                format!("invalid group reference {group}"),
                at,
            ));
        }
    }
    Ok(Parsed {
        nodes,
        flags,
        names: parser.names,
        widths: parser.widths,
        warnings: parser.warnings,
    })
}

/// The flags with those that the kind of pattern implies.
fn fix_flags(is_text: bool, mut flags: u32) -> Parse<u32> {
    let wrong = |text: &str| Err(Mistake::Value(text.to_owned()));
    if is_text {
        if flags & LOCALE != 0 {
            return wrong("cannot use LOCALE flag with a str pattern");
        }
        if flags & ASCII == 0 {
            flags |= UNICODE;
        } else if flags & UNICODE != 0 {
            return wrong("ASCII and UNICODE flags are incompatible");
        }
    } else {
        if flags & UNICODE != 0 {
            return wrong("cannot use UNICODE flag with a bytes pattern");
        }
        if flags & LOCALE != 0 && flags & ASCII != 0 {
            return wrong("ASCII and LOCALE flags are incompatible");
        }
    }
    Ok(flags)
}

impl Parser<'_> {
    /// `a|b|c`
    fn alternatives(&mut self, mut verbose: bool, nested: usize) -> Parse<Vec<Node>> {
        if nested > MOST_NESTED {
            return Err(Mistake::TooDeep);
        }
        let mut branches: Vec<Vec<Node>> = Vec::new();
        loop {
            let first = nested == 0 && branches.is_empty();
            branches.push(self.sequence(verbose, nested + 1, first)?);
            if !self.source.skip('|')? {
                break;
            }
            if nested == 0 {
                verbose = self.flags & VERBOSE != 0;
            }
        }
        if branches.len() == 1 {
            return Ok(branches.swap_remove(0));
        }
        match as_set(&branches) {
            Some(set) => Ok(vec![set]),
            None => Ok(vec![Node::Branch(branches)]),
        }
    }

    fn sequence(&mut self, mut verbose: bool, nested: usize, first: bool) -> Parse<Vec<Node>> {
        let mut nodes: Vec<Node> = Vec::new();
        while let Some(this) = self.source.next() {
            if this.is('|') || this.is(')') {
                break;
            }
            self.source.advance()?;
            if verbose {
                if this.is_verbose_space() {
                    continue;
                }
                if this.is('#') {
                    self.skip_comment()?;
                    continue;
                }
            }
            if this.escaped {
                let node = self.escape(this.code)?;
                nodes.push(node);
                continue;
            }
            match char::from_u32(this.code) {
                Some('[') => {
                    let set = self.set()?;
                    nodes.push(set);
                }
                Some('*' | '+' | '?' | '{') => self.repetition(this.code, &mut nodes)?,
                Some('.') => nodes.push(Node::Any),
                Some('^') => nodes.push(Node::At(syntax::At::Beginning)),
                Some('$') => nodes.push(Node::At(syntax::At::End)),
                Some('(') => {
                    let at_start = first && nodes.is_empty();
                    self.group(&mut nodes, &mut verbose, nested, at_start)?;
                }
                _ => nodes.push(Node::Literal(this.code)),
            }
        }
        Ok(unpack(nodes))
    }

    fn skip_comment(&mut self) -> Parse<()> {
        while let Some(this) = self.source.get()? {
            if this.is('\n') {
                break;
            }
        }
        Ok(())
    }

    fn set(&mut self) -> Parse<Node> {
        let here = self.source.tell() - 1;
        if self.source.next().is_some_and(|next| next.is('[')) {
            let at = self.source.tell();
            self.warn_future(format!("Possible nested set at position {at}"));
        }
        let negate = self.source.skip('^')?;
        let mut items: Vec<SetItem> = Vec::new();
        let unterminated =
            |source: &Source<'_>| source.error("unterminated character set", source.tell() - here);
        loop {
            let Some(this) = self.source.get()? else {
                return Err(unterminated(&self.source));
            };
            if this.is(']') && !items.is_empty() {
                break;
            }
            let start = self.source.tell() - this.length();
            let low = if this.escaped {
                self.set_escape(this.code)?
            } else {
                self.warn_of_operators(this, !items.is_empty());
                SetItem::Range(this.code, this.code)
            };
            let this_text = self.source.text(start, start + this.length());
            if !self.source.skip('-')? {
                push_new(&mut items, low);
                continue;
            }
            let Some(that) = self.source.get()? else {
                return Err(unterminated(&self.source));
            };
            if that.is(']') {
                push_new(&mut items, low);
                push_new(&mut items, SetItem::Range('-'.into(), '-'.into()));
                break;
            }
            let that_start = self.source.tell() - that.length();
            let high = if that.escaped {
                self.set_escape(that.code)?
            } else {
                if that.is('-') {
                    let at = self.source.tell() - 2;
                    self.warn_future(format!("Possible set difference at position {at}"));
                }
                SetItem::Range(that.code, that.code)
            };
            match (low, high) {
                (SetItem::Range(low, _), SetItem::Range(high, _)) if low <= high => {
                    push_new(&mut items, SetItem::Range(low, high));
                }
                _ => {
                    let that_text = self.source.text(that_start, that_start + that.length());
                    let message = format!("bad character range {this_text}-{that_text}");
                    let back = this.length() + 1 + that.length();
                    return Err(self.source.error(&message, back));
                }
            }
        }
        Ok(match (items.as_slice(), negate) {
            ([SetItem::Range(low, high)], false) if low == high => Node::Literal(*low),
            ([SetItem::Range(low, high)], true) if low == high => Node::NotLiteral(*low),
            _ => Node::Set(negate, items),
        })
    }

    fn warn_of_operators(&mut self, this: super::source::Token, has_items: bool) {
        let operation = match char::from_u32(this.code) {
            Some('-') => "difference",
            Some('&') => "intersection",
            Some('~') => "symmetric difference",
            Some('|') => "union",
            _ => return,
        };
        if has_items && self.source.next() == Some(this) {
            let at = self.source.tell() - 1;
            self.warn_future(format!("Possible set {operation} at position {at}"));
        }
    }

    fn warn_future(&mut self, message: String) {
        self.warnings.push(Warned::Future(message));
    }

    fn repetition(&mut self, sign: u32, nodes: &mut Vec<Node>) -> Parse<()> {
        let here = self.source.tell();
        let (mut min, mut max) = (0, MAX_REPEAT);
        match char::from_u32(sign) {
            Some('?') => max = 1,
            Some('+') => min = 1,
            Some('{') => match self.bounds(here)? {
                Some((low, high)) => (min, max) = (low, high),
                None => {
                    nodes.push(Node::Literal(sign));
                    return Ok(());
                }
            },
            _ => {}
        }
        let back = self.source.tell() - here + 1;
        let item = match nodes.last() {
            None | Some(Node::At(_)) => return Err(self.source.error("nothing to repeat", back)),
            Some(Node::Repeat(..)) => return Err(self.source.error("multiple repeat", back)),
            Some(_) => nodes.pop(),
        };
        let body = match item {
            Some(Node::Group(None, 0, 0, body)) => body,
            item => item.into_iter().collect(),
        };
        let kind = if self.source.skip('?')? {
            Kind::Lazy
        } else if self.source.skip('+')? {
            Kind::Possessive
        } else {
            Kind::Greedy
        };
        nodes.push(Node::Repeat(min, max, kind, body));
        Ok(())
    }

    /// `{low,high}`; `None`: the brace stands for itself.
    fn bounds(&mut self, here: usize) -> Parse<Option<(u32, u32)>> {
        if self.source.next().is_some_and(|next| next.is('}')) {
            return Ok(None);
        }
        let low = self.source.digits()?;
        let high = if self.source.skip(',')? {
            self.source.digits()?
        } else {
            low.clone()
        };
        if !self.source.skip('}')? {
            self.source.seek(here)?;
            return Ok(None);
        }
        let number = |digits: &str, default: u32| -> Parse<u32> {
            if digits.is_empty() {
                return Ok(default);
            }
            match digits.parse::<u32>() {
                Ok(number) if number < MAX_REPEAT => Ok(number),
                _ => Err(Mistake::Overflow(
                    "the repetition number is too large".to_owned(),
                )),
            }
        };
        let (min, max) = (number(&low, 0)?, number(&high, MAX_REPEAT)?);
        if max < min {
            let back = self.source.tell() - here;
            return Err(self
                .source
                .error("min repeat greater than max repeat", back));
        }
        Ok(Some((min, max)))
    }

    fn open_group(&mut self, name: Option<&str>) -> Parse<usize> {
        let group = self.widths.len();
        self.widths.push(None);
        if let Some(name) = name {
            if let Some((_, old)) = self.names.iter().find(|(known, _)| known == name) {
                let shown = repr::repr_str(name.as_bytes());
                let message =
                    format!("redefinition of group name {shown} as group {group}; was group {old}");
                return Err(self
                    .source
                    .error(&message, wtf8::count(name.as_bytes()) + 1));
            }
            self.names.push((name.to_owned(), group));
        }
        Ok(group)
    }

    fn is_closed(&self, group: usize) -> bool {
        self.widths.get(group).is_some_and(Option::is_some)
    }

    /// Checks that a lookbehind can know the group.
    fn check_behind(&self, group: usize) -> Parse<()> {
        let Some(behind) = self.behind else {
            return Ok(());
        };
        if !self.is_closed(group) {
            return Err(self.source.error("cannot refer to an open group", 0));
        }
        if group >= behind {
            let text = "cannot refer to group defined in the same lookbehind subpattern";
            return Err(self.source.error(text, 0));
        }
        Ok(())
    }
}

fn push_new(items: &mut Vec<SetItem>, item: SetItem) {
    if !items.contains(&item) {
        items.push(item);
    }
}

/// Groups that only hold together are replaced by what they hold.
fn unpack(nodes: Vec<Node>) -> Vec<Node> {
    let is_plain = |node: &Node| matches!(node, Node::Group(None, 0, 0, _));
    if !nodes.iter().any(is_plain) {
        return nodes;
    }
    let mut unpacked = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Group(None, 0, 0, body) => unpacked.extend(body),
            node => unpacked.push(node),
        }
    }
    unpacked
}

/// Alternatives of one character each are a set.
fn as_set(branches: &[Vec<Node>]) -> Option<Node> {
    let mut items = Vec::new();
    for branch in branches {
        match branch.as_slice() {
            [Node::Literal(code)] => push_new(&mut items, SetItem::Range(*code, *code)),
            [Node::Set(false, more)] => more.iter().for_each(|item| push_new(&mut items, *item)),
            _ => return None,
        }
    }
    Some(Node::Set(false, items))
}
