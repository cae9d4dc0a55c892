//! Groups and everything that begins with `(?`.

use super::{Parse, Parser};
use crate::stdlib::re::source::{Token, is_number, lossy, to_wtf8};
use crate::stdlib::re::syntax::{
    ASCII, DEBUG, DOTALL, IGNORECASE, LOCALE, MULTILINE, Node, TYPE_FLAGS, UNICODE, VERBOSE, width,
};
use crate::text::repr;

/// One more than the largest number of groups.
const MAX_GROUPS: usize = 1_073_741_823;

fn flag(token: Token) -> Option<u32> {
    Some(match token.ascii()? {
        'i' => IGNORECASE,
        'L' => LOCALE,
        'm' => MULTILINE,
        's' => DOTALL,
        'x' => VERBOSE,
        'a' => ASCII,
        'u' => UNICODE,
        _ => return None,
    })
}

fn is_alpha(token: Token) -> bool {
    !token.escaped && crate::text::unicode::is_alpha(token.code)
}

/// What the head of a group says.
struct Head {
    capture: bool,
    atomic: bool,
    name: Option<String>,
    add: u32,
    del: u32,
}

impl Parser<'_> {
    /// What follows `(`, up to its `)`.
    pub(super) fn group(
        &mut self,
        nodes: &mut Vec<Node>,
        verbose: &mut bool,
        nested: usize,
        at_start: bool,
    ) -> Parse<()> {
        let start = self.source.tell() - 1;
        let mut head = Head {
            capture: true,
            atomic: false,
            name: None,
            add: 0,
            del: 0,
        };
        if self.source.skip('?')?
            && self.extension(nodes, verbose, nested, at_start, start, &mut head)?
        {
            return Ok(());
        }
        let group = match head.capture {
            true => Some(self.open_group(head.name.as_deref())?),
            false => None,
        };
        let inside = (*verbose || head.add & VERBOSE != 0) && head.del & VERBOSE == 0;
        let body = self.alternatives(inside, nested)?;
        self.close(start)?;
        if let Some(group) = group {
            self.widths[group] = Some(width(&body, &self.widths));
        }
        nodes.push(if head.atomic {
            Node::Atomic(body)
        } else {
            Node::Group(group, head.add, head.del, body)
        });
        Ok(())
    }

    fn close(&mut self, start: usize) -> Parse<()> {
        if self.source.skip(')')? {
            return Ok(());
        }
        let back = self.source.tell() - start;
        Err(self
            .source
            .error("missing ), unterminated subpattern", back))
    }

    fn extension_end(&self) -> super::Mistake {
        self.source.error("unexpected end of pattern", 0)
    }

    /// What follows `(?`; whether the group ends with it.
    fn extension(
        &mut self,
        nodes: &mut Vec<Node>,
        verbose: &mut bool,
        nested: usize,
        at_start: bool,
        start: usize,
        head: &mut Head,
    ) -> Parse<bool> {
        let Some(this) = self.source.get()? else {
            return Err(self.extension_end());
        };
        match this.ascii() {
            Some('P') => return self.named_group(nodes, head),
            Some(':') => head.capture = false,
            Some('#') => loop {
                if self.source.next().is_none() {
                    let back = self.source.tell() - start;
                    return Err(self.source.error("missing ), unterminated comment", back));
                }
                if self.source.get()?.is_some_and(|this| this.is(')')) {
                    return Ok(true);
                }
            },
            Some('=' | '!' | '<') => {
                self.look(nodes, *verbose, nested, start, this)?;
                return Ok(true);
            }
            Some('(') => {
                self.condition(nodes, *verbose, nested, start)?;
                return Ok(true);
            }
            Some('>') => (head.capture, head.atomic) = (false, true),
            _ if flag(this).is_some() || this.is('-') => {
                let Some((add, del)) = self.flags(this)? else {
                    if !at_start {
                        let back = self.source.tell() - start;
                        let text = "global flags not at the start of the expression";
                        return Err(self.source.error(text, back));
                    }
                    *verbose = self.flags & VERBOSE != 0;
                    return Ok(true);
                };
                (head.capture, head.add, head.del) = (false, add, del);
            }
            _ => return Err(self.unknown("?", this, 1)),
        }
        Ok(false)
    }

    fn unknown(&self, prefix: &str, this: Token, more: usize) -> super::Mistake {
        let end = self.source.tell();
        let text = self.source.text(end - this.length(), end);
        let message = format!("unknown extension {prefix}{text}");
        self.source.error(&message, this.length() + more)
    }

    /// `(?P<name>` and `(?P=name)`
    fn named_group(&mut self, nodes: &mut Vec<Node>, head: &mut Head) -> Parse<bool> {
        if self.source.skip('<')? {
            let name = self.source.until('>', "group name")?;
            head.name = Some(self.source.check_name(&name, 1)?);
            return Ok(false);
        }
        if self.source.skip('=')? {
            let codes = self.source.until(')', "group name")?;
            let name = self.source.check_name(&codes, 1)?;
            let back = codes.len() + 1;
            let Some(group) = self.group_named(&name) else {
                let message = format!("unknown group name {}", repr::repr_str(name.as_bytes()));
                return Err(self.source.error(&message, back));
            };
            if !self.is_closed(group) {
                return Err(self.source.error("cannot refer to an open group", back));
            }
            self.check_behind(group)?;
            nodes.push(Node::Reference(group));
            return Ok(true);
        }
        match self.source.get()? {
            None => Err(self.extension_end()),
            Some(this) => Err(self.unknown("?P", this, 2)),
        }
    }

    fn group_named(&self, name: &str) -> Option<usize> {
        let found = self.names.iter().find(|(known, _)| known == name);
        found.map(|(_, group)| *group)
    }

    /// `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`
    fn look(
        &mut self,
        nodes: &mut Vec<Node>,
        verbose: bool,
        nested: usize,
        start: usize,
        mut this: Token,
    ) -> Parse<()> {
        let behind = this.is('<');
        let outer = self.behind;
        if behind {
            this = match self.source.get()? {
                None => return Err(self.extension_end()),
                Some(this) if this.is('=') || this.is('!') => this,
                Some(this) => return Err(self.unknown("?<", this, 2)),
            };
            if outer.is_none() {
                self.behind = Some(self.widths.len());
            }
        }
        let body = self.alternatives(verbose, nested)?;
        if behind && outer.is_none() {
            self.behind = None;
        }
        self.close(start)?;
        let negative = this.is('!');
        nodes.push(if negative && body.is_empty() {
            Node::Failure
        } else {
            Node::Look {
                behind,
                negative,
                body,
            }
        });
        Ok(())
    }

    /// `(?(group)yes|no)`
    fn condition(
        &mut self,
        nodes: &mut Vec<Node>,
        verbose: bool,
        nested: usize,
        start: usize,
    ) -> Parse<()> {
        let name = self.source.until(')', "group name")?;
        let back = name.len() + 1;
        let group = if is_number(&name) {
            let number = lossy(&name);
            let group = number.trim_start_matches('0').parse().unwrap_or(MAX_GROUPS);
            if number.trim_start_matches('0').is_empty() {
                return Err(self.source.error("bad group number", back));
            }
            if group >= MAX_GROUPS {
                let message = format!("invalid group reference {}", number.trim_start_matches('0'));
                return Err(self.source.error(&message, back));
            }
            if !self.references.iter().any(|(known, _)| *known == group) {
                self.references.push((group, self.source.tell() - back));
            }
            group
        } else {
            let name = self.source.check_name(&name, 1)?;
            let Some(group) = self.group_named(&name) else {
                let shown =
                    repr::repr_str(&to_wtf8(&name.chars().map(u32::from).collect::<Vec<_>>()));
                return Err(self
                    .source
                    .error(&format!("unknown group name {shown}"), back));
            };
            group
        };
        self.check_behind(group)?;
        if nested > super::MOST_NESTED {
            return Err(super::Mistake::TooDeep);
        }
        let yes = self.sequence(verbose, nested + 1, false)?;
        let mut no = Vec::new();
        if self.source.skip('|')? {
            no = self.sequence(verbose, nested + 1, false)?;
            if self.source.next().is_some_and(|next| next.is('|')) {
                let text = "conditional backref with more than two branches";
                return Err(self.source.error(text, 0));
            }
        }
        self.close(start)?;
        nodes.push(Node::Condition(group, yes, no));
        Ok(())
    }

    /// Flags turned on and off for a group; `None`: they hold for the whole pattern.
    fn flags(&mut self, mut this: Token) -> Parse<Option<(u32, u32)>> {
        let (mut add, mut del) = (0, 0);
        while let Some(flag) = flag(this) {
            if self.source.is_text && flag == LOCALE {
                let text = "bad inline flags: cannot use 'L' flag with a str pattern";
                return Err(self.source.error(text, 0));
            }
            if !self.source.is_text && flag == UNICODE {
                let text = "bad inline flags: cannot use 'u' flag with a bytes pattern";
                return Err(self.source.error(text, 0));
            }
            add |= flag;
            if flag & TYPE_FLAGS != 0 && add & TYPE_FLAGS != flag {
                let text = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
                return Err(self.source.error(text, 0));
            }
            this = self.next_flag("missing -, : or )")?;
            if !(this.is(')') || this.is('-') || this.is(':')) {
                self.check_flag(this, "missing -, : or )")?;
            }
        }
        if this.is(')') {
            self.flags |= add;
            return Ok(None);
        }
        if add & DEBUG != 0 {
            let text = "bad inline flags: cannot turn on global flag";
            return Err(self.source.error(text, 1));
        }
        if this.is('-') {
            this = self.next_flag("missing flag")?;
            self.check_flag(this, "missing flag")?;
            while let Some(flag) = flag(this) {
                if flag & TYPE_FLAGS != 0 {
                    let text = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return Err(self.source.error(text, 0));
                }
                del |= flag;
                this = self.next_flag("missing :")?;
                if !this.is(':') {
                    self.check_flag(this, "missing :")?;
                }
            }
        }
        if add & del != 0 {
            let text = "bad inline flags: flag turned on and off";
            return Err(self.source.error(text, 1));
        }
        Ok(Some((add, del)))
    }

    fn next_flag(&mut self, missing: &str) -> Parse<Token> {
        match self.source.get()? {
            Some(this) => Ok(this),
            None => Err(self.source.error(missing, 0)),
        }
    }

    fn check_flag(&self, this: Token, missing: &str) -> Parse<()> {
        if flag(this).is_some() {
            return Ok(());
        }
        let text = if is_alpha(this) {
            "unknown flag"
        } else {
            missing
        };
        Err(self.source.error(text, this.length()))
    }
}
