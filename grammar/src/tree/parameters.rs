//! Builds the parameters of functions, lambdas and types.

use super::Tree;
use crate::ast::*;
use crate::source::Span;

/// One thing between the commas of a parameter list.
pub enum ParamItem {
    /// `name: annotation = default`
    Plain(Param),
    /// `/`
    Slash(u32),
    /// `*` alone
    BareStar(u32),
    /// `*args`
    Star(Param),
    /// `**kwargs`
    DoubleStar(Param),
}

/// What a parameter list has shown so far.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Positional,
    KeywordOnly,
    Closed,
}

impl Tree<'_> {
    /// A parameter without its default.
    pub fn plain_param(
        &mut self,
        l: u32,
        name: Identifier,
        annotation: Option<Expr>,
        r: u32,
    ) -> Param {
        Param {
            span: Span::new(l, r),
            name,
            annotation: annotation.map(Box::new),
            default: None,
        }
    }

    /// `args: *Ts` behind a star.
    pub fn star_annotated(&mut self, l: u32, name: Identifier, annotation: Expr, r: u32) -> Param {
        self.plain_param(l, name, Some(annotation), r)
    }

    /// A parameter with its default.
    pub fn param(&mut self, mut param: Param, default: Option<Expr>) -> ParamItem {
        param.default = default.map(Box::new);
        ParamItem::Plain(param)
    }

    /// Sorts the items of a parameter list into its kinds and checks their order.
    pub fn params(&mut self, items: Vec<ParamItem>) -> Box<Params> {
        let mut params = Params::default();
        let (mut stage, mut slash, mut bare_star) = (Stage::Positional, false, None);
        for item in items {
            if stage == Stage::Closed {
                self.fail(item.span(), "arguments cannot follow var-keyword argument");
                break;
            }
            match item {
                ParamItem::Plain(param) if stage == Stage::Positional => {
                    let defaulted = params.regular.last().or(params.positional_only.last());
                    if param.default.is_none()
                        && defaulted.is_some_and(|param| param.default.is_some())
                    {
                        self.fail(
                            param.span,
                            "parameter without a default follows parameter with a default",
                        );
                    }
                    params.regular.push(param);
                }
                ParamItem::Plain(param) => {
                    bare_star = None;
                    params.keyword_only.push(param);
                }
                ParamItem::Slash(at) => {
                    if slash || stage != Stage::Positional || params.regular.is_empty() {
                        self.fail(Span::new(at, at + 1), "invalid syntax");
                    }
                    slash = true;
                    params.positional_only = std::mem::take(&mut params.regular);
                }
                ParamItem::BareStar(_) | ParamItem::Star(_) if stage == Stage::KeywordOnly => {
                    self.fail(item.span(), "* argument may appear only once");
                }
                ParamItem::BareStar(at) => {
                    stage = Stage::KeywordOnly;
                    bare_star = Some(at);
                }
                ParamItem::Star(param) => {
                    stage = Stage::KeywordOnly;
                    params.var_positional = Some(param);
                }
                ParamItem::DoubleStar(param) => {
                    stage = Stage::Closed;
                    params.var_keyword = Some(param);
                }
            }
        }
        if let Some(at) = bare_star {
            self.fail(Span::new(at, at + 1), "named arguments must follow bare *");
        }
        Box::new(params)
    }

    /// `T: bound = default`, `*Ts = default`, `**P = default`
    pub fn type_param(
        &mut self,
        l: u32,
        kind: TypeParamKind,
        name: Identifier,
        bound: Option<Expr>,
        default: Option<Expr>,
        r: u32,
    ) -> TypeParam {
        TypeParam {
            span: Span::new(l, r),
            name,
            kind,
            bound: bound.map(Box::new),
            default: default.map(Box::new),
        }
    }
}

impl ParamItem {
    fn span(&self) -> Span {
        match self {
            ParamItem::Plain(param) | ParamItem::Star(param) | ParamItem::DoubleStar(param) => {
                param.span
            }
            ParamItem::Slash(at) | ParamItem::BareStar(at) => Span::new(*at, *at + 1),
        }
    }
}
