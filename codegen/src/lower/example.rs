//! Examples of bodies, parameters and headers.

use std::sync::Arc;

use super::cx::Cx;
use crate::api::{self, Docs};
use crate::document::{Example, Examples, Use, origin};

/// Lowers examples; what several places use is kept once.
pub(super) fn lower_examples(cx: &mut Cx<'_, '_>, examples: &Examples<'_>) -> api::Examples {
    let mut lowered = api::Examples::new();
    for (name, example) in examples {
        let name = name.map(|name| name.text.to_owned());
        lowered.push((name, lower_use(cx, example)));
    }
    lowered
}

fn lower_use(cx: &mut Cx<'_, '_>, example: &Use<'_, Example<'_>>) -> Arc<api::Example> {
    let place = example.item.node.identity();
    let known = if let Some(known) = cx.examples.get(&place) {
        Arc::clone(known)
    } else {
        let lowered = Arc::new(lower_example(&example.item));
        cx.examples.insert(place, Arc::clone(&lowered));
        lowered
    };
    if example.summary.is_none() && example.description.is_none() {
        return known;
    }
    let mut own = api::Example::clone(&known);
    let owned = |text: Option<&str>| text.map(str::to_owned);
    own.docs.summary = owned(example.summary).or(own.docs.summary);
    own.docs.description = owned(example.description).or(own.docs.description);
    Arc::new(own)
}

fn lower_example(example: &Example<'_>) -> api::Example {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    api::Example {
        docs: Docs {
            summary: owned(example.summary),
            description: owned(example.description),
            ..Docs::default()
        },
        value: example.value.map(origin),
        serialized: owned(example.serialized),
        external: owned(example.external),
        origin: origin(example.node),
    }
}
