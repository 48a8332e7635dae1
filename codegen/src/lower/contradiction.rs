//! Operations that contradict what is around them: their path, or the schemes that there are.
//!
//! Each such operation is left out whole, and what is wrong is said at its place; all others are not
//! touched by it.

use std::collections::BTreeSet;

use super::cx::Cx;
use super::path;
use super::security;
use super::select::Chosen;
use crate::api::{PathTemplate, UNKNOWN_SCHEME, UNLIKE_PATH};
use crate::diagnostic::{Code, Diagnostic, Lack};
use crate::document::{In, Operation, PathItem, Text, head};
use crate::load::{Node, nearest};

/// Says what an operation contradicts. Returns whether it is left out for that.
pub(super) fn contradicts(
    cx: &mut Cx<'_, '_>,
    item: &PathItem<'_>,
    operation: &Operation<'_>,
    path: &PathTemplate,
    parameters: &[Chosen<'_, '_>],
) -> bool {
    let unlike_path = contradicts_path(cx, item, operation, path, parameters);
    if unlike_path {
        cx.skip(operation.node, operation.node, UNLIKE_PATH);
    }
    let lacks_scheme = lacks_scheme(cx, operation);
    if lacks_scheme && !unlike_path {
        cx.skip(operation.node, operation.node, UNKNOWN_SCHEME);
    }
    unlike_path || lacks_scheme
}

/// Compares the names in a path with the parameters that are declared for it.
fn contradicts_path(
    cx: &mut Cx<'_, '_>,
    item: &PathItem<'_>,
    operation: &Operation<'_>,
    path: &PathTemplate,
    parameters: &[Chosen<'_, '_>],
) -> bool {
    let all = parameters.iter().map(|chosen| &chosen.parameter.item);
    let declared: Vec<Text<'_>> = all
        .filter(|parameter| parameter.location == In::Path)
        .map(|parameter| parameter.name)
        .collect();
    let known: BTreeSet<&str> = path::parameters(path).collect();
    let mut extra = declared.clone();
    extra.retain(|name| !known.contains(name.text));
    // What could not be read has been said, and may be what is missing.
    let complete = item.parameters.complete && operation.parameters.complete;
    let mut missing: Vec<&str> = known.iter().copied().filter(|_| complete).collect();
    missing.retain(|name| declared.iter().all(|declared| declared.text != *name));
    let contradicts = !(extra.is_empty() && missing.is_empty());
    for (name, meant) in pairs(&mut missing, &mut extra) {
        say_misspelt(cx, item, name, meant);
    }
    for name in missing {
        say_undeclared(cx, item, operation, name);
    }
    for name in extra {
        say_unused(cx, item, name, &known);
    }
    contradicts
}

/// Takes out names that were probably meant to be the same: one cause, one report.
fn pairs<'n, 'a>(
    missing: &mut Vec<&'n str>,
    extra: &mut Vec<Text<'a>>,
) -> Vec<(&'n str, Text<'a>)> {
    let mut pairs = Vec::new();
    if let ([name], [other]) = (missing.as_slice(), extra.as_slice()) {
        pairs.push((*name, *other));
    } else {
        for name in missing.iter() {
            let near = nearest(name, extra.iter().map(|other| other.text));
            let at = near.and_then(|near| extra.iter().position(|other| other.text == near));
            pairs.extend(at.map(|at| (*name, extra.remove(at))));
        }
    }
    missing.retain(|name| pairs.iter().all(|(paired, _)| paired != name));
    extra.retain(|other| pairs.iter().all(|(_, paired)| paired.span != other.span));
    pairs
}

const SEVERAL: &str = "path parameters differ from their paths";
const FATE: &str = "the operation is left out";

fn say_misspelt(cx: &mut Cx<'_, '_>, item: &PathItem<'_>, name: &str, other: Text<'_>) {
    let message = format!(
        "the path has the parameter `{name}`, and `{}` is declared",
        other.text
    );
    let diagnostic = Diagnostic::new(Code::UnlikePath, message.clone())
        .cause(message)
        .label(other.span, format!("declared here, so {FATE}"))
        .secondary(item.path.span, format!("`{{{name}}}` in the path"))
        .help(format!("did you mean `{name}`?"));
    cx.diagnostics.add(diagnostic.several(SEVERAL));
}

fn say_undeclared(cx: &mut Cx<'_, '_>, item: &PathItem<'_>, operation: &Operation<'_>, name: &str) {
    let mut owners = [item.place, operation.node].into_iter();
    if owners.any(|owner| lacks_parameters(cx, owner)) {
        return;
    }
    let message = format!("the path parameter `{name}` is not declared");
    let diagnostic = Diagnostic::new(Code::UnlikePath, message.clone())
        .cause(message)
        .label(item.path.span, format!("`{{{name}}}` in the path"))
        .secondary(
            head(operation.node),
            format!("no such parameter here, so {FATE}"),
        )
        .help(format!("declare a parameter `{name}` with `in: path`"));
    cx.diagnostics.add(diagnostic.several(SEVERAL));
}

/// Returns whether it was said that `parameters` of an object is misspelt or stands elsewhere.
fn lacks_parameters(cx: &Cx<'_, '_>, owner: Node<'_>) -> bool {
    cx.diagnostics.explains(&Lack {
        owner: owner.span(),
        key: "parameters".into(),
    })
}

fn say_unused(cx: &mut Cx<'_, '_>, item: &PathItem<'_>, name: Text<'_>, known: &BTreeSet<&str>) {
    let message = format!("the path parameter `{}` is not in the path", name.text);
    let diagnostic = Diagnostic::new(Code::UnlikePath, message.clone())
        .cause(message)
        .label(name.span, format!("declared here, so {FATE}"))
        .secondary(item.path.span, format!("no `{{{}}}` here", name.text))
        .several(SEVERAL);
    cx.diagnostics
        .add(match nearest(name.text, known.iter().copied()) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None if has_colon(item.path.text, name.text) => diagnostic.help(format!(
                "write `{{{0}}}` in the path, in place of `:{0}`",
                name.text
            )),
            None => diagnostic.help("add it to the path, or remove the parameter"),
        });
}

/// Returns whether a path has a parameter in the spelling of some routers.
fn has_colon(path: &str, name: &str) -> bool {
    let is_it = |step: &str| step.strip_prefix(':') == Some(name);
    path.split('/').any(is_it)
}

/// Says which schemes an operation names that do not exist. Returns whether none of its alternatives
/// can be met; an alternative that can be is enough.
fn lacks_scheme(cx: &mut Cx<'_, '_>, operation: &Operation<'_>) -> bool {
    let requirements = operation.security.as_deref().unwrap_or_default();
    let mut met = requirements.is_empty();
    for requirement in requirements {
        let unknown: Vec<Text<'_>> = requirement
            .schemes
            .iter()
            .map(|scheme| scheme.name)
            .filter(|name| !security::exists(cx, *name))
            .collect();
        met |= unknown.is_empty();
        for name in unknown {
            let diagnostic = security::unknown(cx, Code::UnknownSchemeOfOperation, name)
                .several("operations name security schemes that do not exist");
            cx.diagnostics.add(diagnostic);
        }
    }
    !met
}
