//! The places of a document that can be changed.

use serde_json::Value;

/// A value under a key or in a list, by the steps to it.
pub(super) struct Site {
    pub(super) steps: Vec<String>,
}

impl Site {
    /// As in `#/paths/~1a/get`.
    pub(super) fn pointer(&self) -> String {
        let escaped = self.steps.iter().map(|step| escape(step));
        let joined: String = escaped.flat_map(|step| ["/".to_owned(), step]).collect();
        format!("#{joined}")
    }

    /// Whether it is an element of a list.
    pub(super) fn is_element(&self) -> bool {
        self.steps.last().is_some_and(|it| it.parse::<u8>().is_ok())
    }

    /// The key, or that of the list around it.
    pub(super) fn key(&self) -> &str {
        let is_key = |step: &&String| step.parse::<usize>().is_err() || step.len() == 3;
        self.steps
            .iter()
            .rev()
            .find(is_key)
            .map_or("", String::as_str)
    }
}

fn escape(step: &str) -> String {
    step.replace('~', "~0")
        .replace('/', "~1")
        .replace('%', "%25")
}

/// Returns the sites of a document, outer ones first.
pub(super) fn sites(document: &Value) -> Vec<Site> {
    let mut sites = Vec::new();
    collect(&mut sites, document, &[]);
    sites
}

fn collect(sites: &mut Vec<Site>, value: &Value, steps: &[String]) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(array) => {
            let indexed = array.iter().enumerate();
            indexed.map(|(at, value)| (at.to_string(), value)).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return,
    };
    for (step, child) in children {
        let below: Vec<_> = steps.iter().cloned().chain([step.clone()]).collect();
        if !is_plain(&step) {
            collect(sites, child, &below);
        }
        sites.push(Site { steps: below });
    }
}

/// Whether what stands under a key is a plain value, whatever is in it. The documents have no
/// property or component of such a name.
pub(super) fn is_plain(key: &str) -> bool {
    let plain = [
        "example",
        "default",
        "const",
        "value",
        "dataValue",
        "requestBody~",
    ];
    plain.contains(&key) || key.starts_with("x-")
}
