//! What is known not to come out as the suite says, each with its reason.

use std::collections::BTreeMap;

use crate::suite::Draft;

/// Returns names of groups (no client can be made) or of tests, with reasons.
pub(crate) fn exceptions(draft: Draft) -> BTreeMap<&'static str, &'static str> {
    let exceptions = match draft {
        Draft::Draft2020 => DRAFT_2020_12,
        Draft::Draft4 => DRAFT_4,
    };
    flat(exceptions)
}

/// Returns names of tests that clients judge in another way than the suite does, with reasons. A `*` at
/// the end stands for any rest.
pub(crate) fn verdicts(draft: Draft) -> BTreeMap<&'static str, &'static str> {
    flat(match draft {
        Draft::Draft2020 => VERDICTS_2020_12,
        Draft::Draft4 => VERDICTS_4,
    })
}

const FORMATS: &str = "formats are for types to check, where the configuration chooses such types";

const DEPENDENCIES: &str = "`dependencies` is no keyword of 2020-12, and accounted for as unknown";

const VOCABULARIES: &str = "a meta-schema of the schema's own is not looked at";

const FLOATS: &str = "since draft 6, 1.0 is an integer, and OpenAPI 3.0 does not say otherwise";

const VERDICTS_2020_12: Exceptions = &[
    (FORMATS, &["optional/format/*"]),
    (
        VOCABULARIES,
        &[
            "optional/format-assertion.json: schema that uses custom metaschema with format-assertion: false: format-assertion: false: invalid string",
            "optional/format-assertion.json: schema that uses custom metaschema with format-assertion: true: format-assertion: true: invalid string",
            "vocabulary.json: schema that uses custom metaschema with with no validation vocabulary: no validation: invalid number, but it still validates",
        ],
    ),
    (
        DEPENDENCIES,
        &["optional/dependencies-compatibility.json: *"],
    ),
    (
        HISTORIC,
        &[
            "optional/cross-draft.json: refs to historic drafts are processed as historic drafts: first item not a string is valid",
        ],
    ),
];

const VERDICTS_4: Exceptions = &[
    (FORMATS, &["optional/format/*"]),
    (
        FLOATS,
        &[
            "optional/zeroTerminatedFloats.json: some languages do not distinguish between different types of numeric value: a float is not an integer even without fractional part",
        ],
    ),
];

fn flat(exceptions: Exceptions) -> BTreeMap<&'static str, &'static str> {
    let each = |(reason, names): &(&'static str, &'static [&'static str])| {
        let (reason, names) = (*reason, *names);
        names.iter().map(move |name| (*name, reason))
    };
    exceptions.iter().flat_map(each).collect()
}

type Exceptions = &'static [(&'static str, &'static [&'static str])];

const ASSUMED_OBJECT: &str = "no type is named, but keywords of objects alone: it is taken for an \
    object, and the report says so";

const ASSUMED_LIST: &str = "no type is named, but keywords of arrays alone: it is taken for an array, \
    and the report says so";

const WIDE: &str =
    "an integer without a format has 64 bits; what does not fit is refused, with its path";

const HISTORIC: &str =
    "schemas of older drafts are read as those of 2020-12, and a warning says so";

const META: &str =
    "the schema of JSON Schema itself stands on another machine, which nobody allowed";

const DRAFT_2020_12: Exceptions = &[
    (
        ASSUMED_OBJECT,
        &[
            "additionalProperties.json: additionalProperties being false does not allow other properties: ignores arrays",
            "additionalProperties.json: additionalProperties being false does not allow other properties: ignores other non-objects",
            "additionalProperties.json: additionalProperties being false does not allow other properties: ignores strings",
            "patternProperties.json: patternProperties validates properties matching a regex: ignores arrays",
            "patternProperties.json: patternProperties validates properties matching a regex: ignores other non-objects",
            "patternProperties.json: patternProperties validates properties matching a regex: ignores strings",
            "properties.json: object properties validation: ignores arrays",
            "properties.json: object properties validation: ignores other non-objects",
            "properties.json: properties whose names are Javascript object property names: ignores arrays",
            "properties.json: properties whose names are Javascript object property names: ignores other non-objects",
            "ref.json: root pointer ref: match",
            "ref.json: root pointer ref: recursive match",
            "ref.json: simple URN base URI with $ref via the URN: valid under the URN IDed schema",
            "required.json: required properties whose names are Javascript object property names: ignores arrays",
            "required.json: required properties whose names are Javascript object property names: ignores other non-objects",
            "required.json: required validation: ignores arrays",
            "required.json: required validation: ignores boolean",
            "required.json: required validation: ignores null",
            "required.json: required validation: ignores other non-objects",
            "required.json: required validation: ignores strings",
            "unevaluatedProperties.json: non-object instances are valid: ignores arrays",
            "unevaluatedProperties.json: non-object instances are valid: ignores booleans",
            "unevaluatedProperties.json: non-object instances are valid: ignores floats",
            "unevaluatedProperties.json: non-object instances are valid: ignores integers",
            "unevaluatedProperties.json: non-object instances are valid: ignores null",
            "unevaluatedProperties.json: non-object instances are valid: ignores strings",
        ],
    ),
    (
        ASSUMED_LIST,
        &[
            "items.json: a schema given for items: JavaScript pseudo-array is valid",
            "items.json: a schema given for items: ignores non-arrays",
            "prefixItems.json: a schema given for prefixItems: JavaScript pseudo-array is valid",
        ],
    ),
    (
        WIDE,
        &[
            "optional/bignum.json: integer: a bignum is an integer",
            "optional/bignum.json: integer: a negative bignum is an integer",
            "optional/float-overflow.json: all integers are multiples of 0.5, if overflow is handled: valid if optional overflow handling is implemented",
        ],
    ),
    (
        HISTORIC,
        &[
            "optional/cross-draft.json: refs to historic drafts are processed as historic drafts: first item not a string is valid",
        ],
    ),
    (
        META,
        &[
            "defs.json: validate definition against metaschema",
            "ref.json: remote ref, containing refs itself",
        ],
    ),
];

const DRAFT_4: Exceptions = &[
    (
        ASSUMED_OBJECT,
        &[
            "properties.json: object properties validation: ignores arrays",
            "properties.json: object properties validation: ignores other non-objects",
            "properties.json: properties whose names are Javascript object property names: ignores arrays",
            "properties.json: properties whose names are Javascript object property names: ignores other non-objects",
            "ref.json: root pointer ref: match",
            "ref.json: root pointer ref: recursive match",
            "required.json: required properties whose names are Javascript object property names: ignores arrays",
            "required.json: required properties whose names are Javascript object property names: ignores other non-objects",
            "required.json: required validation: ignores arrays",
            "required.json: required validation: ignores boolean",
            "required.json: required validation: ignores null",
            "required.json: required validation: ignores other non-objects",
            "required.json: required validation: ignores strings",
        ],
    ),
    (
        ASSUMED_LIST,
        &[
            "items.json: a schema given for items: JavaScript pseudo-array is valid",
            "items.json: a schema given for items: ignores non-arrays",
        ],
    ),
    (
        WIDE,
        &[
            "optional/bignum.json: integer: a bignum is an integer",
            "optional/bignum.json: integer: a negative bignum is an integer",
        ],
    ),
];
