//! The tokens of the language: what the lexer cuts, what the grammar reads, what colouring sees.
//! Cutting is `lexer.rs`; deciding which words are soft keywords is `soft.rs`.

use crate::source::Span;

/// A token: its kind, its place, and how many brackets are open around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands; layout tokens may be empty.
    pub span: Span,
    /// The number of brackets open behind it.
    pub level: u16,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident)*; $($keyword:ident $word:literal)*; $($operator:ident $sign:literal)*) => {
        /// The kinds of tokens.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum TokenKind {
            $($(#[$doc])* $name,)*
            $(#[doc = concat!("`", $word, "`")] $keyword,)*
            $(#[doc = concat!("`", $sign, "`")] $operator,)*
        }

        impl TokenKind {
            /// The keyword that `word` is.
            pub fn keyword(word: &str) -> Option<TokenKind> {
                match word {
                    $($word => Some(TokenKind::$keyword),)*
                    _ => None,
                }
            }

            /// Whether it is a keyword that is never a name.
            pub fn is_keyword(self) -> bool {
                matches!(self, $(TokenKind::$keyword)|*)
            }

            /// Whether it is an operator, a bracket or another sign.
            pub fn is_operator(self) -> bool {
                matches!(self, $(TokenKind::$operator)|*)
            }
        }
    };
}

kinds! {
    /// An identifier.
    Name
    /// A number of any kind.
    Number
    /// A string or bytes literal with its prefix and quotes.
    String
    /// The prefix and opening quotes of an f-string.
    FStringStart
    /// Text of an f-string or of a format specification.
    FStringMiddle
    /// The same in a raw f-string, where backslashes are plain.
    FStringRawMiddle
    /// The closing quotes of an f-string.
    FStringEnd
    /// The end of a logical line.
    Newline
    /// The begin of a block.
    Indent
    /// The end of a block.
    Dedent
    /// The end of the source.
    End
    /// A comment; the grammar never sees one.
    Comment
    /// A character that belongs to no token.
    Unknown
    /// `match` where it opens a statement.
    Match
    /// `case` where it opens a case.
    Case
    /// `type` where it opens a type alias.
    Type
    /// The statements of a function that are left for later.
    Unread
    /// The bracket of `with (a as b):`.
    WithParen
    /// Marker: a whole file follows.
    StartModule
    /// Marker: one statement follows.
    StartInteractive
    /// Marker: one expression follows.
    StartExpression
    ;
    False "False"
    None "None"
    True "True"
    And "and"
    As "as"
    Assert "assert"
    Async "async"
    Await "await"
    Break "break"
    Class "class"
    Continue "continue"
    Def "def"
    Del "del"
    Elif "elif"
    Else "else"
    Except "except"
    Finally "finally"
    For "for"
    From "from"
    Global "global"
    If "if"
    Import "import"
    In "in"
    Is "is"
    Lambda "lambda"
    Nonlocal "nonlocal"
    Not "not"
    Or "or"
    Pass "pass"
    Raise "raise"
    Return "return"
    Try "try"
    While "while"
    With "with"
    Yield "yield"
    ;
    LeftParen "("
    RightParen ")"
    LeftBracket "["
    RightBracket "]"
    LeftBrace "{"
    RightBrace "}"
    Colon ":"
    Comma ","
    Semicolon ";"
    Plus "+"
    Minus "-"
    Star "*"
    Slash "/"
    Bar "|"
    Ampersand "&"
    Less "<"
    Greater ">"
    Equal "="
    Dot "."
    Percent "%"
    EqualEqual "=="
    NotEqual "!="
    LessEqual "<="
    GreaterEqual ">="
    Tilde "~"
    Caret "^"
    LeftShift "<<"
    RightShift ">>"
    DoubleStar "**"
    PlusEqual "+="
    MinusEqual "-="
    StarEqual "*="
    SlashEqual "/="
    PercentEqual "%="
    AmpersandEqual "&="
    BarEqual "|="
    CaretEqual "^="
    LeftShiftEqual "<<="
    RightShiftEqual ">>="
    DoubleStarEqual "**="
    DoubleSlash "//"
    DoubleSlashEqual "//="
    At "@"
    AtEqual "@="
    Arrow "->"
    Ellipsis "..."
    ColonEqual ":="
    Exclamation "!"
}
