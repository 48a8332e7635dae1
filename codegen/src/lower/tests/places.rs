//! The dump of single places.

use crate::api::Dump;
use crate::lower::testing::lower_text;
use crate::source::Pointer;

#[test]
fn items_by_pointer() {
    let lowered = lower_text(
        "
paths:
  /a:
    get:
      operationId: a
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses: {'204': {description: d, headers: {X: {schema: {type: string}}}}}
components:
  schemas:
    Pet: {type: object, properties: {kind: {enum: [k]}, any: {oneOf: [{type: string}, {type: object}]}}}
    Robot: {type: object}
    Owner:
      oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Robot'}]
      discriminator: {propertyName: kind, mapping: {p: Pet}}
",
    );
    let api = lowered.api.unwrap();
    for (pointer, expect) in [
        (
            "#/components/schemas/Pet",
            "type Pet: object\n  kind: Pet.kind\n  any: Pet.any\n",
        ),
        (
            "#/components/schemas/Pet/properties/kind",
            "type Pet: object\n  kind: Pet.kind\ntype Pet.kind: enum \"k\"\n",
        ),
        ("#/components/schemas/Pet/properties/any/oneOf", ""),
        (
            "#/components/schemas/Pet/properties/any/oneOf/1",
            "type Pet.any: one of\n  | object: {any}\ntype Pet.any|object: {any}\n\
             type Pet.any|object{}: any\n",
        ),
        (
            "#/components/schemas/Owner/discriminator",
            "type Owner: one of\n  by kind: \"p\" Pet, \"Robot\" Robot by name\n",
        ),
        (
            "#/components/schemas/Owner/discriminator/mapping/p",
            "type Owner: one of\n  by kind: \"p\" Pet, \"Robot\" Robot by name\n    \"p\" Pet\n",
        ),
        (
            "#/paths/~1a/get/parameters/0",
            "operation a: GET /a\n  query q: string, form exploded\n",
        ),
        (
            "#/paths/~1a/get/responses/204",
            "operation a: GET /a\n  204\n    description \"d\"\n    header X: string\n",
        ),
        (
            "#/components/schemas/Pet/properties/kind/enum/0",
            "type Pet.kind: enum \"k\"\n  \"k\"\n",
        ),
        (
            "#/paths/~1a/get/responses/204/headers/X",
            "operation a: GET /a\n  204\n    header X: string\n",
        ),
        ("#/nowhere", ""),
    ] {
        let found = Dump::new(&api)
            .at(&Pointer::parse(pointer).unwrap())
            .unwrap_or_default();
        assert_eq!(found, expect, "{pointer}");
    }
}
