//! The tree of an overlay document to its actions, with everything that is wrong in between.

use super::outcome::{misfit, point};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::limits::MAX_ACTIONS;
use crate::load::nearest::nearest;
use crate::load::tree::{Kind, Node};

/// One overlay document.
#[derive(Debug)]
pub(super) struct Overlay<'a> {
    pub(super) extends: Option<Node<'a>>,
    pub(super) actions: Vec<Action<'a>>,
}

/// What its version allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    V1_0,
    V1_1,
}

/// One action.
#[derive(Debug, Clone, Copy)]
pub(super) struct Action<'a> {
    pub(super) version: Version,
    /// A text.
    pub(super) target: Node<'a>,
    pub(super) change: Change<'a>,
}

/// What an action does to its targets.
#[derive(Debug, Clone, Copy)]
pub(super) enum Change<'a> {
    Remove,
    Update(Node<'a>),
    /// The query of what to copy, a text.
    Copy(Node<'a>),
}

/// Reads an overlay. Returns nothing where it is none of a known version.
pub(super) fn read_overlay<'a>(root: Node<'a>, said: &mut Vec<Diagnostic>) -> Option<Overlay<'a>> {
    let version = read_version(root, said)?;
    check_keys(root, &["overlay", "info", "extends", "actions"], said);
    check_info(root, said);
    let extends = root.get("extends");
    Some(Overlay {
        extends: extends.filter(|node| is_text(*node, "`extends`", said)),
        actions: read_actions(root, version, said),
    })
}

fn read_version(root: Node<'_>, said: &mut Vec<Diagnostic>) -> Option<Version> {
    let known = "an overlay says its version, as in `overlay: 1.1.0`";
    let Some(node) = root.get("overlay") else {
        let diagnostic = Diagnostic::new(Code::OverlayVersion, "this is no overlay")
            .label(point(root), "no key `overlay` in here");
        said.push(diagnostic.help(known));
        return None;
    };
    // The last part only says which errata the text knows.
    let text = node.text().unwrap_or_default();
    let mut parts = text.splitn(3, '.');
    let version = match (parts.next(), parts.next()) {
        (Some("1"), Some("0")) => Some(Version::V1_0),
        (Some("1"), Some("1")) => Some(Version::V1_1),
        _ => None,
    };
    if version.is_none() {
        let message = "this version of the Overlay Specification cannot be read";
        let diagnostic = Diagnostic::new(Code::OverlayVersion, message)
            .label(point(node), "expected 1.0 or 1.1");
        said.push(diagnostic.help(known));
    }
    version
}

fn check_info(root: Node<'_>, said: &mut Vec<Diagnostic>) {
    let Some(info) = root.get("info") else {
        said.push(missing(root, "info"));
        return;
    };
    if !info.is_object() {
        said.push(misfit("`info`", "an object", info));
        return;
    }
    check_keys(info, &["title", "version", "description"], said);
    for key in ["title", "version"] {
        match info.get(key) {
            Some(node) => drop(is_text(node, &format!("`{key}`"), said)),
            None => said.push(missing(info, key)),
        }
    }
}

fn read_actions<'a>(
    root: Node<'a>,
    version: Version,
    said: &mut Vec<Diagnostic>,
) -> Vec<Action<'a>> {
    let Some(list) = root.get("actions") else {
        said.push(missing(root, "actions"));
        return Vec::new();
    };
    let Some(elements) = list.as_array() else {
        said.push(misfit("`actions`", "a list", list));
        return Vec::new();
    };
    let count = elements.clone().count();
    if count == 0 || count > MAX_ACTIONS {
        let message = match count {
            0 => "an overlay without actions".to_owned(),
            _ => format!("more than {MAX_ACTIONS} actions"),
        };
        let code = if count == 0 {
            Code::InvalidOverlay
        } else {
            Code::OverlayLimit
        };
        said.push(Diagnostic::new(code, message).label(point(list), format!("{count} actions")));
        return Vec::new();
    }
    elements
        .filter_map(|node| read_action(node, version, said))
        .collect()
}

fn read_action<'a>(
    node: Node<'a>,
    version: Version,
    said: &mut Vec<Diagnostic>,
) -> Option<Action<'a>> {
    if !node.is_object() {
        said.push(misfit("an action", "an object", node));
        return None;
    }
    let known: &[&str] = match version {
        Version::V1_0 => &["target", "description", "update", "remove"],
        Version::V1_1 => &["target", "description", "update", "remove", "copy"],
    };
    check_keys(node, known, said);
    let change = read_change(node, version, said);
    let Some(target) = node.get("target") else {
        said.push(missing(node, "target"));
        return None;
    };
    let target = Some(target).filter(|target| is_text(*target, "`target`", said))?;
    Some(Action {
        version,
        target,
        change: change?,
    })
}

fn read_change<'a>(
    action: Node<'a>,
    version: Version,
    said: &mut Vec<Diagnostic>,
) -> Option<Change<'a>> {
    let update = action.get("update");
    let copy = action.get("copy").filter(|_| version == Version::V1_1);
    let remove = action.get("remove");
    if let Some(node) = remove.filter(|node| node.as_bool().is_none()) {
        said.push(misfit("`remove`", "`true` or `false`", node));
        return None;
    }
    let removes = remove.and_then(Node::as_bool) == Some(true);
    match (update, copy) {
        (Some(other), _) | (_, Some(other)) if removes => {
            said.push(no_effect(other, "`remove: true` leaves nothing to change"));
            Some(Change::Remove)
        }
        (None, None) if removes => Some(Change::Remove),
        (Some(update), None) => Some(Change::Update(update)),
        (None, Some(copy)) => is_text(copy, "`copy`", said).then_some(Change::Copy(copy)),
        (Some(update), Some(copy)) => {
            let message = "an action that both updates and copies";
            let diagnostic = Diagnostic::new(Code::InvalidOverlay, message)
                .label(copy.key_span().unwrap_or(copy.span()), "one of the two")
                .secondary(update.key_span().unwrap_or(update.span()), "and the other");
            said.push(diagnostic.help("make two actions of it, in the order you mean"));
            None
        }
        (None, None) => {
            // A misspelt key has been said.
            let known = ["target", "description", "remove"];
            let keys = || {
                action
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|entry| entry.key)
            };
            if keys().all(|key| known.contains(&key) || key.starts_with("x-")) {
                said.push(no_effect(action, "neither `update` nor `remove: true`"));
            }
            None
        }
    }
}

fn no_effect(node: Node<'_>, label: &str) -> Diagnostic {
    let place = node.key_span().unwrap_or(point(node));
    Diagnostic::new(Code::NoEffect, "this has no effect")
        .label(place, label)
        .help("remove it, or say what it is to do")
}

fn check_keys(object: Node<'_>, known: &[&str], said: &mut Vec<Diagnostic>) {
    for entry in object.as_object().into_iter().flatten() {
        let key = entry.key;
        if known.contains(&key) || key.starts_with("x-") {
            continue;
        }
        let message = format!("`{key}` is no key of the Overlay Specification here");
        let diagnostic = Diagnostic::new(Code::InvalidOverlay, message)
            .label(entry.key_span, format!("known here: {}", known.join(", ")));
        said.push(if key == "copy" {
            diagnostic.help("copying came with version 1.1: write `overlay: 1.1.0`")
        } else if let Some(meant) = nearest(key, known.iter().copied()) {
            diagnostic.help(format!("did you mean `{meant}`?"))
        } else {
            diagnostic.help("keys of your own begin with `x-`")
        });
    }
}

fn missing(object: Node<'_>, key: &str) -> Diagnostic {
    let place = object.key_span().unwrap_or(point(object));
    Diagnostic::new(Code::InvalidOverlay, format!("the key `{key}` is missing"))
        .label(place, format!("no `{key}` in here"))
        .help("the Overlay Specification demands it")
}

fn is_text(node: Node<'_>, what: &str, said: &mut Vec<Diagnostic>) -> bool {
    // YAML takes an unquoted version such as 1.0 for a number.
    let is_version = node.key() == Some("version") && matches!(node.kind(), Kind::Number(_));
    let is_text = node.as_str().is_some() || is_version;
    if !is_text {
        said.push(misfit(what, "a text", node));
    }
    is_text
}
