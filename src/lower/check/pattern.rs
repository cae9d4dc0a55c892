//! The patterns of `match`: what can never be reached, what is bound twice, keys and attributes given twice.

use super::key::{self, Key};
use super::{Checked, Checker, mistake, repetitions};
use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashSet};
use snakelet_grammar::ast::{Expr, ExprKind, Identifier, MatchCase, Name, Pattern, PatternKind};
use snakelet_grammar::source::Span;

/// Names in the order in which they are bound.
type Names = IndexSet<Name, FxBuildHasher>;

/// What is known while one pattern is walked.
struct Progress {
    /// The names that it has bound so far.
    names: Names,
    /// Whether a pattern that always matches may stand here: nothing comes after it.
    may_always_match: bool,
}

impl<'a> Checker<'a> {
    pub(super) fn cases(&mut self, cases: &'a [MatchCase]) -> Checked {
        for (index, case) in cases.iter().enumerate() {
            let is_last = index + 1 == cases.len();
            let mut progress = Progress {
                names: Names::default(),
                may_always_match: is_last || case.guard.is_some(),
            };
            self.pattern(&case.pattern, &mut progress)?;
            self.optional(case.guard.as_deref())?;
            self.body(&case.body)?;
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &'a Pattern, progress: &mut Progress) -> Checked {
        match &pattern.kind {
            // The grammar lets f-strings through.
            PatternKind::Value(Expr {
                kind: ExprKind::JoinedStr(_),
                ..
            }) => mistake(
                "patterns may only match literals and attribute lookups",
                pattern.span,
            ),
            PatternKind::Value(value) => self.load(value),
            PatternKind::Singleton(_) => Ok(()),
            PatternKind::Sequence(patterns) => self.sequence(patterns, pattern.span, progress),
            PatternKind::Mapping {
                keys,
                patterns,
                rest,
            } => {
                self.mapping_keys(keys, pattern.span)?;
                self.inner(patterns, progress)?;
                self.capture(rest.as_ref(), pattern.span, progress)
            }
            PatternKind::Class {
                class,
                patterns,
                keywords,
            } => {
                self.attributes(keywords)?;
                self.load(class)?;
                self.inner(patterns, progress)?;
                self.inner(keywords.iter().map(|(_, pattern)| pattern), progress)
            }
            PatternKind::Star(name) => self.capture(name.as_ref(), pattern.span, progress),
            PatternKind::As {
                pattern: None,
                name,
            } => {
                if !progress.may_always_match {
                    return mistake(
                        match name {
                            Some(name) => {
                                format!(
                                    "name capture '{}' makes remaining patterns unreachable",
                                    name.name
                                )
                            }
                            None => "wildcard makes remaining patterns unreachable".to_owned(),
                        },
                        pattern.span,
                    );
                }
                self.capture(name.as_ref(), pattern.span, progress)
            }
            PatternKind::As {
                pattern: Some(inner),
                name,
            } => {
                self.pattern(inner, progress)?;
                self.capture(name.as_ref(), pattern.span, progress)
            }
            PatternKind::Or(alternatives) => {
                self.alternatives(alternatives, pattern.span, progress)
            }
        }
    }

    /// Patterns inside another one: they may always match.
    fn inner(
        &mut self,
        patterns: impl IntoIterator<Item = &'a Pattern>,
        progress: &mut Progress,
    ) -> Checked {
        let outer = std::mem::replace(&mut progress.may_always_match, true);
        patterns
            .into_iter()
            .try_for_each(|pattern| self.pattern(pattern, progress))?;
        progress.may_always_match = outer;
        Ok(())
    }

    fn capture(
        &mut self,
        name: Option<&Identifier>,
        span: Span,
        progress: &mut Progress,
    ) -> Checked {
        let Some(Identifier { name, .. }) = name else {
            return Ok(());
        };
        self.bind(name, span)?;
        self.note(name.clone(), span, progress)
    }

    /// Adds a name that the pattern binds.
    fn note(&mut self, name: Name, span: Span, progress: &mut Progress) -> Checked {
        if progress.names.contains(&name) {
            return mistake(
                format!("multiple assignments to name '{name}' in pattern"),
                span,
            );
        }
        progress.names.insert(name);
        Ok(())
    }

    fn sequence(
        &mut self,
        patterns: &'a [Pattern],
        span: Span,
        progress: &mut Progress,
    ) -> Checked {
        let mut stars = patterns
            .iter()
            .enumerate()
            .filter(|(_, inner)| matches!(inner.kind, PatternKind::Star(_)));
        let first = stars.next();
        if stars.next().is_some() {
            return mistake("multiple starred names in sequence pattern", span);
        }
        if let Some((before, _)) = first
            && (before >= 1 << 8 || patterns.len() - before > 1 << 23)
        {
            return mistake(
                "too many expressions in star-unpacking sequence pattern",
                span,
            );
        }
        self.inner(patterns, progress)
    }

    fn mapping_keys(&mut self, keys: &'a [Expr], span: Span) -> Checked {
        let mut seen = FxHashSet::default();
        for key in keys {
            if let Some(value) = Key::of(key)
                && !seen.insert(value)
            {
                let text = key::text(key);
                return mistake(
                    format!("mapping pattern checks duplicate key ({text})"),
                    span,
                );
            }
            if matches!(key.kind, ExprKind::JoinedStr(_)) {
                let message = "mapping pattern keys may only match literals and attribute lookups";
                return mistake(message, span);
            }
            self.load(key)?;
        }
        Ok(())
    }

    fn attributes(&mut self, keywords: &'a [(Identifier, Pattern)]) -> Checked {
        let repeated = repetitions(keywords.iter().map(|(attribute, _)| &*attribute.name));
        for ((attribute, pattern), repeated) in keywords.iter().zip(repeated) {
            self.bind(&attribute.name, pattern.span)?;
            if let Some(second) = repeated {
                let message = format!(
                    "attribute name repeated in class pattern: {}",
                    attribute.name
                );
                return mistake(message, keywords[second].1.span);
            }
        }
        Ok(())
    }

    fn alternatives(
        &mut self,
        alternatives: &'a [Pattern],
        span: Span,
        progress: &mut Progress,
    ) -> Checked {
        let mut bound: Option<Names> = None;
        for (index, alternative) in alternatives.iter().enumerate() {
            let is_last = index + 1 == alternatives.len();
            let mut inner = Progress {
                names: Names::default(),
                may_always_match: is_last && progress.may_always_match,
            };
            self.pattern(alternative, &mut inner)?;
            match &bound {
                None => bound = Some(inner.names),
                Some(first) => {
                    let same = first.len() == inner.names.len()
                        && first.iter().all(|name| inner.names.contains(name));
                    if !same {
                        return mistake("alternative patterns bind different names", span);
                    }
                }
            }
        }
        for name in bound.unwrap_or_default() {
            self.note(name, span, progress)?;
        }
        Ok(())
    }
}
