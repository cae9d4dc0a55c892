//! What each collected name refers to: scopes are visited from the outside in with the names that are in reach,
//! and on the way back each scope learns what its inner scopes capture.

use super::builder::{Draft, error};
use super::{Binding, ScopeId, ScopeKind, ScopeTree, Symbol};
use rustc_hash::{FxHashMap, FxHashSet};
use snakelet_grammar::ast::Name;
use snakelet_grammar::error::SyntaxError;
use snakelet_grammar::source::Span;

/// Names that inner scopes take from around them; true when a frame other than the scope's own captures the name.
type Needs = FxHashMap<Name, bool>;

/// The names in reach of a scope.
#[derive(Clone, Default)]
struct Reach {
    /// Variables of enclosing functions.
    bound: FxHashSet<Name>,
    /// Which of them are type parameters.
    type_params: FxHashSet<Name>,
    /// The class into whose namespace annotation scopes look.
    class: Option<ScopeId>,
}

/// Decides the binding of every symbol.
pub(super) fn bind(draft: Draft) -> Result<ScopeTree, SyntaxError> {
    let mut children = vec![Vec::new(); draft.tree.scopes.len()];
    for (index, scope) in draft.tree.scopes.iter().enumerate() {
        // What stands in an annotation that is never evaluated refers to nothing.
        if let Some(parent) = scope.parent.filter(|_| scope.kind != ScopeKind::Annotation) {
            children[parent.0 as usize].push(ScopeId(index as u32));
        }
    }
    let mut binder = Binder {
        tree: draft.tree,
        directives: draft.directives,
        children,
    };
    binder.scope(ScopeId(0), &Reach::default())?;
    Ok(binder.tree)
}

struct Binder {
    tree: ScopeTree,
    directives: Vec<Vec<(Name, Span)>>,
    children: Vec<Vec<ScopeId>>,
}

impl Binder {
    fn scope(&mut self, id: ScopeId, outer: &Reach) -> Result<Needs, SyntaxError> {
        let kind = self.tree.get(id).kind;
        let mut reach = outer.clone();
        let mut needs = Needs::default();
        for index in 0..self.tree.get(id).symbols.len() {
            self.symbol(id, index, outer, &mut reach, &mut needs)?;
        }
        if kind == ScopeKind::Class {
            reach
                .bound
                .extend(["__class__".into(), "__classdict__".into()]);
        }
        for child in self.children[id.0 as usize].clone() {
            reach.class = match self.tree.get(child).sees_class {
                true if kind == ScopeKind::Class => Some(id),
                true => outer.class,
                false => None,
            };
            let own_frame = self.tree.get(child).kind != ScopeKind::Comprehension;
            let mut taken = self.scope(child, &reach)?;
            if kind == ScopeKind::Class && !own_frame && taken.remove("__class__").is_some() {
                // The class does not exist yet while its body runs.
                self.tree.scopes[child.0 as usize].symbols["__class__"].binding =
                    Binding::GlobalImplicit;
            }
            if kind == ScopeKind::Class {
                // What its functions mean by these names is the class's own; what its body means is not.
                let scope = &mut self.tree.scopes[id.0 as usize];
                scope.needs_class_cell |= taken.remove("__class__").is_some();
                scope.needs_classdict |= taken.remove("__classdict__").is_some();
            }
            for (name, captured) in taken {
                *needs.entry(name).or_default() |= captured || own_frame;
            }
        }
        self.resolve_needs(id, &mut needs);
        Ok(needs)
    }

    /// Decides one symbol of a scope and what it means for the scopes inside.
    fn symbol(
        &mut self,
        id: ScopeId,
        index: usize,
        outer: &Reach,
        reach: &mut Reach,
        needs: &mut Needs,
    ) -> Result<(), SyntaxError> {
        let kind = self.tree.get(id).kind;
        let symbols = &self.tree.get(id).symbols;
        let (name, symbol) = symbols
            .get_index(index)
            .expect("the index counts the symbols");
        let name = name.clone();
        let binding = if symbol.declared_global {
            if symbol.declared_nonlocal {
                return Err(self.at_directive(
                    id,
                    &name,
                    format!("name '{name}' is nonlocal and global"),
                ));
            }
            // Inside a class the declaration holds for its body only, not for its methods.
            if kind != ScopeKind::Class {
                reach.bound.remove(&name);
            }
            Binding::GlobalExplicit
        } else if symbol.declared_nonlocal {
            if let Some(message) = nonlocal_mistake(&name, kind, outer) {
                return Err(self.at_directive(id, &name, message));
            }
            Binding::Free
        } else if symbol.is_bound() {
            if kind.is_function_like() {
                reach.bound.insert(name.clone());
            }
            if symbol.type_parameter {
                reach.type_params.insert(name.clone());
            } else {
                reach.type_params.remove(&name);
            }
            Binding::Local
        } else if let Some(binding) = outer.class.and_then(|class| self.in_class(class, &name)) {
            binding
        } else if outer.bound.contains(&name) {
            Binding::Free
        } else {
            Binding::GlobalImplicit
        };
        if binding == Binding::Free {
            needs.insert(name.clone(), false);
        }
        self.symbol_mut(id, index).binding = binding;
        Ok(())
    }

    /// How an annotation scope reaches a name that the class around it binds: never through enclosing functions.
    fn in_class(&self, class: ScopeId, name: &Name) -> Option<Binding> {
        let symbol = self.tree.get(class).symbols.get(name)?;
        if symbol.declared_global {
            Some(Binding::GlobalExplicit)
        } else if symbol.is_bound() && !symbol.declared_nonlocal {
            Some(Binding::GlobalImplicit)
        } else {
            None
        }
    }

    /// Settles what inner scopes need of this one, and leaves in `needs` what comes from further out.
    fn resolve_needs(&mut self, id: ScopeId, needs: &mut Needs) {
        let scope = &mut self.tree.scopes[id.0 as usize];
        match scope.kind {
            ScopeKind::Class => {}
            ScopeKind::Module => needs.clear(),
            _ => {
                for (name, symbol) in &mut scope.symbols {
                    if symbol.binding == Binding::Local
                        && let Some(captured) = needs.remove(name)
                        && captured
                    {
                        symbol.binding = Binding::Cell;
                    }
                }
            }
        }
        for name in needs.keys() {
            let symbol = scope.symbols.entry(name.clone()).or_insert_with(|| Symbol {
                binding: Binding::Free,
                ..Symbol::unknown()
            });
            symbol.passes_through = symbol.binding != Binding::Free;
        }
        scope.free = needs.keys().cloned().collect();
        scope.free.sort();
    }

    fn symbol_mut(&mut self, id: ScopeId, index: usize) -> &mut Symbol {
        &mut self.tree.scopes[id.0 as usize].symbols[index]
    }

    /// An error at the place where the scope declared `name`.
    fn at_directive(&self, id: ScopeId, name: &Name, message: String) -> SyntaxError {
        let places = &self.directives[id.0 as usize];
        let place = places
            .iter()
            .find(|(declared, _)| declared == name)
            .map(|&(_, span)| span);
        error(message, place.unwrap_or(self.tree.get(id).span))
    }
}

fn nonlocal_mistake(name: &Name, kind: ScopeKind, outer: &Reach) -> Option<String> {
    if kind == ScopeKind::Module {
        Some("nonlocal declaration not allowed at module level".to_owned())
    } else if !outer.bound.contains(name) {
        Some(format!("no binding for nonlocal '{name}' found"))
    } else if outer.type_params.contains(name) {
        Some(format!(
            "nonlocal binding not allowed for type parameter '{name}'"
        ))
    } else {
        None
    }
}
