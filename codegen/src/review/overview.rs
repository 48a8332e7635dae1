//! The API as a whole: what it is called, and its tags.

use super::cx::{Cx, Site};
use super::difference::Difference;
use super::words::shown;
use super::{Rule, docs};
use crate::api::Api;

/// Reviews what concerns no item in particular. Nothing of it has a place of its own.
pub(super) fn review_overview(cx: &mut Cx<'_>) {
    let (old, new) = (cx.apis.old, cx.apis.new);
    let site = Site::general("API");
    let mut differences = Vec::new();
    differences.extend(renamed("title", &old.title, &new.title));
    differences.extend(renamed("version", &old.version, &new.version));
    differences.extend(docs::compare_docs(&old.docs, &new.docs));
    differences.extend(retagged(old, new));
    for difference in differences {
        cx.report(&site, difference);
    }
}

fn renamed<'a>(what: &str, old: &str, new: &str) -> Option<Difference<'a>> {
    let message = format!(
        "The {what} changed from `{}` to `{}`.",
        shown(old),
        shown(new)
    );
    (old != new).then(|| Difference::new(Rule::ApiRenamed, message))
}

/// Tags come with the operations that use them, which is told there; what is left are their texts.
fn retagged<'a>(old: &Api, new: &Api) -> Option<Difference<'a>> {
    let texts = |api: &Api| -> Vec<(String, Option<String>)> {
        let described = api.tags.iter().filter(|tag| tag.description.is_some());
        described
            .map(|tag| (tag.name.clone(), tag.description.clone()))
            .collect()
    };
    let message = "The descriptions of the tags changed.";
    (texts(old) != texts(new)).then(|| Difference::new(Rule::DocsChanged, message))
}
