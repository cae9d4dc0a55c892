//! The syntax tree of a pattern, its flags, and how many characters its parts can match.

/// `re.IGNORECASE`
pub const IGNORECASE: u32 = 2;
/// `re.LOCALE`
pub const LOCALE: u32 = 4;
/// `re.MULTILINE`
pub const MULTILINE: u32 = 8;
/// `re.DOTALL`
pub const DOTALL: u32 = 16;
/// `re.UNICODE`
pub const UNICODE: u32 = 32;
/// `re.VERBOSE`
pub const VERBOSE: u32 = 64;
/// `re.DEBUG`
pub const DEBUG: u32 = 128;
/// `re.ASCII`
pub const ASCII: u32 = 256;
/// The flags of which one holds at a time.
pub const TYPE_FLAGS: u32 = ASCII | LOCALE | UNICODE;

/// The bound of a repetition without one.
pub const MAX_REPEAT: u32 = u32::MAX;
/// The width of what can match any number of characters.
pub const MAX_WIDTH: u128 = 1 << 64;

/// A class of characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Category {
    /// `\d`
    Digit,
    /// `\s`
    Space,
    /// `\w`
    Word,
}

/// One item of a set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SetItem {
    /// From one character to another.
    Range(u32, u32),
    /// A class of characters, or all others.
    Category(Category, bool),
}

/// A place that matches without taking characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    /// `^`
    Beginning,
    /// `\A`
    BeginningOfString,
    /// `$`
    End,
    /// `\Z`
    EndOfString,
    /// `\b`
    Boundary,
    /// `\B`
    NoBoundary,
}

/// How a repetition chooses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// As many as possible first.
    Greedy,
    /// As few as possible first.
    Lazy,
    /// As many as possible only.
    Possessive,
}

/// A part of a pattern.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Node {
    /// A character.
    Literal(u32),
    /// Any other character.
    NotLiteral(u32),
    /// `.`
    Any,
    /// `[…]`
    Set(bool, Vec<SetItem>),
    /// A place.
    At(At),
    /// `a|b`
    Branch(Vec<Vec<Node>>),
    /// A group: its number, flags turned on and off in it.
    Group(Option<usize>, u32, u32, Vec<Node>),
    /// A repetition.
    Repeat(u32, u32, Kind, Vec<Node>),
    /// What must, or must not when `negative`, come next or before.
    Look {
        /// Whether it looks back.
        behind: bool,
        /// Whether it must not match.
        negative: bool,
        /// What it looks for.
        body: Vec<Node>,
    },
    /// `(?>…)`
    Atomic(Vec<Node>),
    /// What a group matched.
    Reference(usize),
    /// `(?(group)yes|no)`
    Condition(usize, Vec<Node>, Vec<Node>),
    /// What never matches.
    Failure,
}

/// The least and the largest number of characters that nodes in a row can match; `groups` are those of groups.
pub fn width(nodes: &[Node], groups: &[Option<(u128, u128)>]) -> (u128, u128) {
    let (mut low, mut high) = (0u128, 0u128);
    for node in nodes {
        let (l, h) = match node {
            Node::Literal(_) | Node::NotLiteral(_) | Node::Any | Node::Set(..) => (1, 1),
            Node::At(_) | Node::Look { .. } | Node::Failure => (0, 0),
            Node::Branch(branches) => {
                let widths = branches.iter().map(|branch| width(branch, groups));
                widths.fold((MAX_WIDTH, 0), |(low, high), (l, h)| {
                    (low.min(l), high.max(h))
                })
            }
            Node::Group(_, _, _, body) | Node::Atomic(body) => width(body, groups),
            Node::Repeat(min, max, _, body) => {
                let (l, h) = width(body, groups);
                let high = if *max == MAX_REPEAT && h > 0 {
                    MAX_WIDTH
                } else {
                    h * u128::from(*max)
                };
                (l * u128::from(*min), high)
            }
            Node::Reference(group) => groups.get(*group).copied().flatten().unwrap_or((0, 0)),
            Node::Condition(_, yes, no) => {
                let (l, h) = width(yes, groups);
                let (other_l, other_h) = width(no, groups);
                (l.min(other_l), h.max(other_h))
            }
        };
        low = (low + l).min(MAX_WIDTH);
        high = (high + h).min(MAX_WIDTH);
    }
    (low, high)
}
