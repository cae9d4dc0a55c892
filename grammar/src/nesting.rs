//! How deeply statements nest beyond their blocks: each `elif` is an `if` inside the one before, and trees are walked
//! and dropped recursively. Blocks themselves are bounded by `layout.rs`, expressions by their builder.

use crate::ast::MAX_DEPTH;
use crate::token::{Token, TokenKind};

/// The `elif` with which open chains of them get too long together.
pub fn excess(tokens: &[Token]) -> Option<Token> {
    let mut chains = vec![0u32];
    let mut total = 0;
    let mut line_start = true;
    for &token in tokens {
        let begins = std::mem::replace(
            &mut line_start,
            matches!(
                token.kind,
                TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent
            ),
        );
        match token.kind {
            TokenKind::Indent => chains.push(0),
            TokenKind::Dedent => total -= chains.pop().unwrap_or(0),
            TokenKind::Newline | TokenKind::Else => {}
            kind if begins => {
                let chain = chains.last_mut()?;
                if kind != TokenKind::Elif {
                    total -= std::mem::take(chain);
                    continue;
                }
                *chain += 1;
                total += 1;
                if total > MAX_DEPTH {
                    return Some(token);
                }
            }
            _ => {}
        }
    }
    None
}
