//! The instructions that a pattern becomes, and the way there from its syntax tree.

use super::charset::{CharSet, Fold, same_upper};
use super::parse::Parsed;
use super::source::Mistake;
use super::syntax::{
    ASCII, At, DOTALL, IGNORECASE, Kind, LOCALE, MULTILINE, Node, SetItem, TYPE_FLAGS, UNICODE,
    width,
};

/// What one character has to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Item {
    /// This one.
    Is(u32),
    /// Another one.
    IsNot(u32),
    /// This one when its case is ignored.
    Folded(FoldBits, u32),
    /// Another one when its case is ignored.
    NotFolded(FoldBits, u32),
    /// Anything but a newline.
    NotNewline,
    /// Anything.
    Any,
    /// One of a set.
    In(usize),
}

/// `Fold` for what can be hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FoldBits {
    /// ASCII letters.
    Ascii,
    /// All letters.
    Unicode,
}

impl FoldBits {
    /// As a fold.
    pub fn fold(self) -> Fold {
        match self {
            FoldBits::Ascii => Fold::Ascii,
            FoldBits::Unicode => Fold::Unicode,
        }
    }
}

/// A place that matches without taking characters, by the flags there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The start of the text.
    Start,
    /// The start of a line.
    LineStart,
    /// The end, or before a newline at the end.
    End,
    /// The end of a line.
    LineEnd,
    /// The very end.
    VeryEnd,
    /// The edge of a word; of one in ASCII if so.
    Edge(bool),
    /// No edge of a word.
    NoEdge(bool),
}

/// An instruction. Numbers of places in `code` are absolute.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Op {
    /// Takes one character.
    One(Item),
    /// Takes characters of one kind.
    Many {
        /// The kind.
        item: Item,
        /// At least so many.
        min: u32,
        /// At most so many.
        max: u32,
        /// How it chooses.
        choice: Choice,
    },
    /// Checks a place.
    At(Place),
    /// Notes the position in a slot: a group begins.
    Open(usize),
    /// Notes the position in a slot: a group ends, and is the last one that did.
    Close(usize),
    /// Goes on elsewhere.
    Jump(usize),
    /// Goes on with the next instruction, later elsewhere.
    Split(usize),
    /// Begins to count a loop in two slots.
    Enter(usize),
    /// Decides on another round: its slots, bounds, choice, and where it ends.
    Round {
        /// The slot of the count; the next one keeps where the last round began.
        slot: usize,
        /// At least so many rounds.
        min: u32,
        /// At most so many.
        max: u32,
        /// Whether further rounds are tried last.
        lazy: bool,
        /// Where the loop ends.
        end: usize,
    },
    /// Notes how many choices are open.
    Fence(usize),
    /// Forgets the choices since the fence.
    Cut(usize),
    /// Fails beyond the fence.
    Refuse(usize),
    /// Notes the position.
    Keep(usize),
    /// Goes back to a noted position.
    Return(usize),
    /// Steps back.
    Back(usize),
    /// Takes what a group matched.
    Same(usize, Option<FoldBits>),
    /// Goes on elsewhere unless a group matched.
    Unless(usize, usize),
    /// Fails.
    Fail,
    /// The end.
    Done,
}

/// How a repetition chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// As many as possible first.
    Greedy,
    /// As few as possible first.
    Lazy,
    /// As many as possible only.
    Possessive,
}

/// A compiled pattern.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Program {
    /// The instructions.
    pub code: Vec<Op>,
    /// The sets.
    pub sets: Vec<CharSet>,
    /// The number of groups without the whole.
    pub groups: usize,
    /// The number of slots: two for each group, the last group, and those of loops and fences.
    pub slots: usize,
    /// What every match begins with.
    pub prefix: Vec<u32>,
    /// Which characters below 256 a match can begin with; `None`: it can be empty.
    pub first: Option<[bool; 256]>,
    /// Whether it can only match at the start of the text.
    pub anchored: bool,
}

/// The slot of the group that ended last.
pub fn last_group(groups: usize) -> usize {
    2 * groups + 2
}

/// Compiles what was parsed.
pub fn compile(parsed: &Parsed) -> Result<Program, Mistake> {
    let groups = parsed.widths.len() - 1;
    let mut compiler = Compiler {
        parsed,
        code: Vec::new(),
        sets: Vec::new(),
        slots: last_group(groups) + 1,
    };
    compiler.nodes(&parsed.nodes, parsed.flags)?;
    compiler.code.push(Op::Done);
    let mut program = Program {
        code: compiler.code,
        sets: compiler.sets,
        groups,
        slots: compiler.slots,
        prefix: Vec::new(),
        first: None,
        anchored: false,
    };
    program.anchored = matches!(program.code.first(), Some(Op::At(Place::Start)));
    for op in &program.code {
        match op {
            Op::One(Item::Is(code)) => program.prefix.push(*code),
            Op::Open(_) | Op::Close(_) => {}
            _ => break,
        }
    }
    if program.prefix.is_empty() {
        let mut first = [false; 256];
        let is_known = program.firsts(0, &mut first, &mut vec![false; program.code.len()]);
        program.first = is_known.then_some(first);
    }
    Ok(program)
}

impl Program {
    /// Collects what a match from `at` can begin with; `false`: anything, since it may be empty.
    fn firsts(&self, mut at: usize, first: &mut [bool; 256], seen: &mut [bool]) -> bool {
        loop {
            if std::mem::replace(&mut seen[at], true) {
                return true;
            }
            match &self.code[at] {
                Op::One(item) => {
                    self.add_firsts(item, first);
                    return true;
                }
                Op::Many { item, min, .. } => {
                    self.add_firsts(item, first);
                    if *min > 0 {
                        return true;
                    }
                    at += 1;
                }
                Op::Open(_) | Op::Close(_) | Op::Enter(_) | Op::Fence(_) | Op::Cut(_) => at += 1,
                Op::Jump(to) => at = *to,
                Op::Split(other) => {
                    if !self.firsts(*other, first, seen) {
                        return false;
                    }
                    at += 1;
                }
                // The rounds may be empty, whatever their number.
                Op::Round { end, .. } => {
                    if !self.firsts(*end, first, seen) {
                        return false;
                    }
                    at += 1;
                }
                _ => return false,
            }
        }
    }

    fn add_firsts(&self, item: &Item, first: &mut [bool; 256]) {
        for (code, slot) in (0u32..).zip(first.iter_mut()) {
            *slot |= self.accepts(item, code);
        }
    }

    /// Whether a character is what it has to be.
    #[inline(always)]
    pub fn accepts(&self, item: &Item, code: u32) -> bool {
        match item {
            Item::Is(wanted) => code == *wanted,
            Item::IsNot(unwanted) => code != *unwanted,
            Item::Folded(fold, wanted) => fold.fold().lower(code) == *wanted,
            Item::NotFolded(fold, unwanted) => fold.fold().lower(code) != *unwanted,
            Item::NotNewline => code != 10,
            Item::Any => true,
            Item::In(set) => self.sets[*set].has(code),
        }
    }
}

struct Compiler<'a> {
    parsed: &'a Parsed,
    code: Vec<Op>,
    sets: Vec<CharSet>,
    slots: usize,
}

fn fold_of(flags: u32) -> Fold {
    if flags & IGNORECASE == 0 {
        Fold::None
    } else if flags & LOCALE != 0 || flags & UNICODE == 0 {
        Fold::Ascii
    } else {
        Fold::Unicode
    }
}

fn bits_of(fold: Fold) -> Option<FoldBits> {
    match fold {
        Fold::None => None,
        Fold::Ascii => Some(FoldBits::Ascii),
        Fold::Unicode => Some(FoldBits::Unicode),
    }
}

impl Compiler<'_> {
    fn slot(&mut self, count: usize) -> usize {
        self.slots += count;
        self.slots - count
    }

    fn set(&mut self, set: CharSet) -> Item {
        let place = self.sets.iter().position(|known| *known == set);
        Item::In(place.unwrap_or_else(|| {
            self.sets.push(set);
            self.sets.len() - 1
        }))
    }

    fn literal(&mut self, code: u32, negate: bool, flags: u32) -> Item {
        let fold = fold_of(flags);
        let Some(bits) = bits_of(fold).filter(|_| fold.is_cased(code)) else {
            return if negate {
                Item::IsNot(code)
            } else {
                Item::Is(code)
            };
        };
        let lower = fold.lower(code);
        let same = same_upper(lower);
        if fold == Fold::Unicode && !same.is_empty() {
            let items: Vec<SetItem> = same
                .iter()
                .map(|&same| SetItem::Range(same, same))
                .collect();
            return self.set(CharSet::new(negate, &items, false, fold));
        }
        if negate {
            Item::NotFolded(bits, lower)
        } else {
            Item::Folded(bits, lower)
        }
    }

    /// The node as one character, if it is that.
    fn item(&mut self, node: &Node, flags: u32) -> Option<Item> {
        Some(match node {
            Node::Literal(code) => self.literal(*code, false, flags),
            Node::NotLiteral(code) => self.literal(*code, true, flags),
            Node::Any if flags & DOTALL != 0 => Item::Any,
            Node::Any => Item::NotNewline,
            Node::Set(negate, items) => {
                let ascii = flags & UNICODE == 0;
                self.set(CharSet::new(*negate, items, ascii, fold_of(flags)))
            }
            _ => return None,
        })
    }

    fn nodes(&mut self, nodes: &[Node], flags: u32) -> Result<(), Mistake> {
        nodes.iter().try_for_each(|node| self.node(node, flags))
    }

    fn node(&mut self, node: &Node, flags: u32) -> Result<(), Mistake> {
        if let Some(item) = self.item(node, flags) {
            self.code.push(Op::One(item));
            return Ok(());
        }
        match node {
            Node::At(at) => self.code.push(Op::At(place(*at, flags))),
            Node::Branch(branches) => self.branch(branches, flags)?,
            Node::Group(group, add, del, body) => {
                let base = if add & TYPE_FLAGS != 0 {
                    flags & !TYPE_FLAGS
                } else {
                    flags
                };
                let flags = (base | add) & !del;
                if let Some(group) = group {
                    self.code.push(Op::Open(2 * group));
                }
                self.nodes(body, flags)?;
                if let Some(group) = group {
                    self.code.push(Op::Close(2 * group + 1));
                }
            }
            Node::Repeat(min, max, kind, body) => self.repeat(*min, *max, *kind, body, flags)?,
            Node::Look {
                behind,
                negative,
                body,
            } => self.look(*behind, *negative, body, flags)?,
            Node::Atomic(body) => {
                let fence = self.slot(1);
                self.code.push(Op::Fence(fence));
                self.nodes(body, flags)?;
                self.code.push(Op::Cut(fence));
            }
            Node::Reference(group) => {
                self.code.push(Op::Same(*group, bits_of(fold_of(flags))));
            }
            Node::Condition(group, yes, no) => {
                let test = self.code.len();
                self.code.push(Op::Fail);
                self.nodes(yes, flags)?;
                let jump = self.code.len();
                if !no.is_empty() {
                    self.code.push(Op::Fail);
                }
                self.code[test] = Op::Unless(*group, self.code.len());
                if !no.is_empty() {
                    self.nodes(no, flags)?;
                    self.code[jump] = Op::Jump(self.code.len());
                }
            }
            Node::Failure => self.code.push(Op::Fail),
            Node::Literal(_) | Node::NotLiteral(_) | Node::Any | Node::Set(..) => {}
        }
        Ok(())
    }

    fn branch(&mut self, branches: &[Vec<Node>], flags: u32) -> Result<(), Mistake> {
        let mut jumps = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let split = self.code.len();
            let is_last = index + 1 == branches.len();
            if !is_last {
                self.code.push(Op::Fail);
            }
            self.nodes(branch, flags)?;
            if !is_last {
                jumps.push(self.code.len());
                self.code.push(Op::Fail);
                self.code[split] = Op::Split(self.code.len());
            }
        }
        let end = self.code.len();
        for jump in jumps {
            self.code[jump] = Op::Jump(end);
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        min: u32,
        max: u32,
        kind: Kind,
        body: &[Node],
        flags: u32,
    ) -> Result<(), Mistake> {
        if let [node] = body
            && let Some(item) = self.item(node, flags)
        {
            let choice = match kind {
                Kind::Greedy => Choice::Greedy,
                Kind::Lazy => Choice::Lazy,
                Kind::Possessive => Choice::Possessive,
            };
            self.code.push(Op::Many {
                item,
                min,
                max,
                choice,
            });
            return Ok(());
        }
        let fence = match kind {
            Kind::Possessive => Some(self.slot(1)),
            Kind::Greedy | Kind::Lazy => None,
        };
        if let Some(fence) = fence {
            self.code.push(Op::Fence(fence));
        }
        let slot = self.slot(2);
        self.code.push(Op::Enter(slot));
        let round = self.code.len();
        self.code.push(Op::Fail);
        self.nodes(body, flags)?;
        self.code.push(Op::Jump(round));
        self.code[round] = Op::Round {
            slot,
            min,
            max,
            lazy: kind == Kind::Lazy,
            end: self.code.len(),
        };
        if let Some(fence) = fence {
            self.code.push(Op::Cut(fence));
        }
        Ok(())
    }

    fn look(
        &mut self,
        behind: bool,
        negative: bool,
        body: &[Node],
        flags: u32,
    ) -> Result<(), Mistake> {
        let mut back = None;
        if behind {
            let (low, high) = width(body, &self.parsed.widths);
            if low > u128::from(u32::MAX) {
                return Err(Mistake::Pattern("looks too much behind"));
            }
            if low != high {
                return Err(Mistake::Pattern("look-behind requires fixed-width pattern"));
            }
            back = usize::try_from(low).ok();
        }
        let slot = self.slot(2);
        self.code.push(Op::Fence(slot));
        let here = self.code.len();
        self.code.push(if negative {
            Op::Fail
        } else {
            Op::Keep(slot + 1)
        });
        self.code.extend(back.map(Op::Back));
        self.nodes(body, flags)?;
        if negative {
            self.code.push(Op::Refuse(slot));
            self.code[here] = Op::Split(self.code.len());
        } else {
            self.code.extend([Op::Cut(slot), Op::Return(slot + 1)]);
        }
        Ok(())
    }
}

fn place(at: At, flags: u32) -> Place {
    let lines = flags & MULTILINE != 0;
    let ascii = flags & UNICODE == 0 || flags & ASCII != 0;
    match at {
        At::Beginning if lines => Place::LineStart,
        At::Beginning | At::BeginningOfString => Place::Start,
        At::End if lines => Place::LineEnd,
        At::End => Place::End,
        At::EndOfString => Place::VeryEnd,
        At::Boundary => Place::Edge(ascii),
        At::NoBoundary => Place::NoEdge(ascii),
    }
}
