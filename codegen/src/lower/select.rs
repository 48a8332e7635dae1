//! The operations with their names and parameters, and which of them are generated.
//!
//! Operations that contradict themselves are left out here, whole.

use std::collections::{BTreeMap, BTreeSet};

use super::contradiction;
use super::crowd;
use super::cx::Cx;
use super::operation_name::{OperationNames, derive};
use super::path;
use crate::api::{Owner, PathTemplate};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{In, Operation, Parameter, PathItem, Text, Use};

/// An operation with its name.
pub(super) struct Selected<'c, 'a> {
    pub(super) item: &'c PathItem<'a>,
    pub(super) operation: &'c Operation<'a>,
    pub(super) id: String,
    pub(super) path: PathTemplate,
    /// What owns the types that the operations of the path item share.
    pub(super) item_owner: Owner,
    pub(super) parameters: Vec<Chosen<'c, 'a>>,
    /// Whether it contradicts itself.
    pub(super) is_skipped: bool,
}

/// A parameter of an operation.
#[derive(Clone, Copy)]
pub(super) struct Chosen<'c, 'a> {
    pub(super) parameter: &'c Use<'a, Parameter<'a>>,
    /// Whether it stands at the path item.
    pub(super) of_path: bool,
}

/// Selects the operations of paths, in document order.
pub(super) fn select<'c, 'a>(
    cx: &mut Cx<'c, 'a>,
    names: &mut OperationNames,
) -> Vec<Selected<'c, 'a>> {
    let operations = cx.document.paths.iter().map(|item| item.operations.len());
    let mut selected = Vec::with_capacity(operations.sum());
    let mut hierarchies = BTreeMap::new();
    for item in &cx.document.paths {
        let path = match path::parse(item.path) {
            Ok(path) => path,
            Err(diagnostic) => {
                cx.diagnostics.add(diagnostic);
                continue;
            }
        };
        if let Some(first) = hierarchies.insert(path::hierarchy(&path), item.path) {
            say_same(cx, first, item.path);
        }
        for operation in &item.operations {
            let id = names.name(cx, operation, || derive(&operation.method, &path));
            let parameters = choose(cx, item, operation);
            if !crowd::fits(cx, operation, &parameters) {
                continue;
            }
            for chosen in &parameters {
                warn_of_optional(cx, &chosen.parameter.item);
            }
            let is_skipped = contradiction::contradicts(cx, item, operation, &path, &parameters);
            let parameters = without_ignored(cx, operation, parameters);
            selected.push(Selected {
                item,
                operation,
                id,
                item_owner: Owner::Path(path.text.clone()),
                path: path.clone(),
                parameters,
                is_skipped,
            });
        }
    }
    selected
}

/// Selects the operations of the other side: those of a webhook or of an expression of a callback.
pub(super) fn select_events<'c, 'a>(
    cx: &mut Cx<'c, 'a>,
    names: &mut OperationNames,
    item: &'c PathItem<'a>,
    owner: &Owner,
    derive: impl Fn(&Operation<'_>) -> String,
) -> Vec<Selected<'c, 'a>> {
    let mut selected = Vec::new();
    for operation in &item.operations {
        let id = names.name(cx, operation, || derive(operation));
        let parameters = choose(cx, item, operation);
        let parameters = without_ignored(cx, operation, parameters);
        selected.push(Selected {
            item,
            operation,
            id,
            path: PathTemplate {
                text: item.path.text.to_owned(),
                parts: Vec::new(),
            },
            item_owner: owner.clone(),
            parameters,
            is_skipped: false,
        });
    }
    selected
}

/// Says that two paths are one (OAS 3.1 §4.8.8).
fn say_same(cx: &mut Cx<'_, '_>, first: Text<'_>, second: Text<'_>) {
    let message = format!("`{}` and `{}` are the same path", first.text, second.text);
    let diagnostic = Diagnostic::new(Code::SamePath, message)
        .label(second.span, "differs in names of parameters only")
        .secondary(first.span, "the same path")
        .help("put all operations under one of them")
        .several("paths differ from others in names of parameters only");
    cx.warn(diagnostic);
}

/// Returns the parameters of the path item, as far as the operation does not override them, then the
/// operation's own.
fn choose<'c, 'a>(
    cx: &mut Cx<'c, 'a>,
    item: &'c PathItem<'a>,
    operation: &'c Operation<'a>,
) -> Vec<Chosen<'c, 'a>> {
    let own = distinct(cx, &operation.parameters.list);
    let overridden: BTreeSet<_> = own.iter().map(|parameter| key(&parameter.item)).collect();
    let of_path = distinct(cx, &item.parameters.list);
    let of_path = of_path
        .into_iter()
        .filter(|parameter| !overridden.contains(&key(&parameter.item)));
    let of_path = of_path.map(|parameter| Chosen {
        parameter,
        of_path: true,
    });
    of_path
        .chain(own.into_iter().map(|parameter| Chosen {
            parameter,
            of_path: false,
        }))
        .collect()
}

fn distinct<'c, 'a>(
    cx: &mut Cx<'c, 'a>,
    parameters: &'c [Use<'a, Parameter<'a>>],
) -> Vec<&'c Use<'a, Parameter<'a>>> {
    let mut seen = BTreeSet::new();
    let mut list = Vec::new();
    for parameter in parameters {
        if seen.insert(key(&parameter.item)) {
            list.push(parameter);
            continue;
        }
        let name = parameter.item.name;
        let message = format!("the parameter `{}` is declared twice", name.text);
        let first = list
            .iter()
            .find(|first| key(&first.item) == key(&parameter.item))
            .map_or(name.span, |first| first.item.name.span);
        let diagnostic = Diagnostic::new(Code::DuplicateParameter, message)
            .label(name.span, "passed over, because the first one counts")
            .secondary(first, "the first one")
            .help("remove one of them")
            .several("parameters are declared twice");
        cx.warn(diagnostic);
    }
    list
}

/// Returns what tells parameters apart. Names of headers have no capitals.
fn key(parameter: &Parameter<'_>) -> (In, String) {
    let name = parameter.name.text;
    match parameter.location {
        In::Header => (In::Header, name.to_ascii_lowercase()),
        location => (location, name.to_owned()),
    }
}

fn warn_of_optional(cx: &mut Cx<'_, '_>, parameter: &Parameter<'_>) {
    if parameter.location == In::Path && !parameter.required {
        let message = format!(
            "the path parameter `{}` must be required",
            parameter.name.text
        );
        let diagnostic = Diagnostic::new(Code::OptionalPathParameter, message)
            .label(parameter.name.span, "taken as required")
            .help("add `required: true`")
            .several("path parameters must be required")
            .because_of(parameter.node.span(), "required");
        cx.warn(diagnostic);
    }
}

/// Leaves out header parameters that describe what other parts of the description do
/// (OAS 3.1 §4.8.12.2.1).
fn without_ignored<'c, 'a>(
    cx: &mut Cx<'_, '_>,
    operation: &Operation<'_>,
    parameters: Vec<Chosen<'c, 'a>>,
) -> Vec<Chosen<'c, 'a>> {
    let mut kept = Vec::new();
    for chosen in parameters {
        let parameter = &chosen.parameter.item;
        let is = |name: &str| {
            parameter.location == In::Header && parameter.name.text.eq_ignore_ascii_case(name)
        };
        if is("Accept") || is("Content-Type") {
            cx.pass_over(
                parameter.node,
                "media types are chosen per call, not by a header parameter",
            );
        } else if is("Authorization") {
            cx.pass_over(
                parameter.node,
                "security schemes stand for the header `Authorization`",
            );
            warn_of_lost_authorization(cx, operation, parameter);
        } else {
            kept.push(chosen);
        }
    }
    kept
}

fn warn_of_lost_authorization(
    cx: &mut Cx<'_, '_>,
    operation: &Operation<'_>,
    parameter: &Parameter<'_>,
) {
    let security = operation.security.as_ref().unwrap_or(&cx.document.security);
    if security
        .iter()
        .any(|requirement| !requirement.schemes.is_empty())
    {
        return;
    }
    let message =
        "the header parameter `Authorization` is ignored, and no security scheme is named";
    let diagnostic = Diagnostic::new(Code::LostAuthorization, message)
        .label(
            parameter.name.span,
            "OpenAPI wants this to be a security scheme",
        )
        .help("declare a security scheme and name it in `security`")
        .several("header parameters `Authorization` are ignored, and no security scheme is named");
    cx.warn(diagnostic);
}
