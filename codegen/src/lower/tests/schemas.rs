//! Types, formats, enumerations, objects, arrays.

use super::check;

#[test]
fn scalars_and_formats() {
    check(
        "
components:
  schemas:
    A: {type: string}
    B: {type: integer, format: int64, minimum: 1}
    C: {type: number, format: double}
    D: {type: boolean}
    E: {type: string, format: byte}
    F: {type: string, format: date-time, maxLength: 40}
    G: {}
    H: true
    I: {type: string, contentEncoding: base64}
    J: {type: integer, format: uint64}
",
        "
type A: string
type B: integer(int64) where minimum 1
type C: number(double)
type D: boolean
type E: string(byte)
type F: string(date-time) where maxLength 40
type G: any
type H: any
type I: string(byte) holding base64
type J: integer(uint64)
degraded #/components/schemas/B/minimum: bounds of values are not checked
degraded #/components/schemas/F/maxLength: bounds of values are not checked
",
    );
}

#[test]
fn schemas_among_components_of_other_kinds() {
    check(
        "
components:
  schemas:
    A: {type: array, items: {$ref: '#/components/responses/Text'}}
  responses:
    Text: {description: Some text., x-content: {text/plain: {}}}
",
        r#"
type A: [Text]
type Text: any
  description "Some text."
extension #/components/responses/Text/x-content: {"text/plain":{}}
ignored #/components/responses/Text/x-content: extensions are not used
"#,
    );
}

#[test]
fn objects_and_what_stands_in_them() {
    check(
        "
components:
  schemas:
    Pet:
      type: object
      description: A pet.
      required: [id, status]
      properties:
        id: {type: integer, readOnly: true}
        status: {type: string, enum: [a, b], default: a, description: Its status.}
        owner: {type: object, properties: {name: {type: string}}, additionalProperties: false}
        tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
        parent: {$ref: '#/components/schemas/Pet'}
        extra: {type: object, additionalProperties: {type: integer}}
        open: {type: object, properties: {a: {type: string}}, additionalProperties: {type: string}}
        secret: {type: string, writeOnly: true, deprecated: true}
    Tag: {properties: {name: {type: string}}}
    Free: {type: object}
    Empty: {type: object, additionalProperties: false}
    List: {items: {type: string}, minItems: 1}
    Loose: {type: array}
",
        r#"
type Pet: object
  description "A pet."
  id: integer, required, read-only
  status: Pet.status, required, default "a"
    description "Its status."
  owner: Pet.owner
  tags: [Tag]
  parent: Pet
  extra: {integer}
  open: Pet.open
  secret: string, write-only
    deprecated
type Pet.status: enum "a" | "b"
  description "Its status."
  default "a"
type Pet.owner: object
  name: string
  nothing else
type Pet.open: object
  a: string
  anything else: string
type Tag: object
  name: string
type Free: {any}
type Empty: object
  nothing else
type List: [string] where minItems 1
type Loose: [any]
ignored #/components/schemas/Pet/required/0: read-only and write-only properties are optional ones, whatever is required
degraded #/components/schemas/Pet/properties/id/readOnly: read-only and write-only properties are optional ones, in both directions
degraded #/components/schemas/Pet/properties/status/default: defaults are not filled in
degraded #/components/schemas/Pet/properties/secret/writeOnly: read-only and write-only properties are optional ones, in both directions
degraded #/components/schemas/List/minItems: bounds of values are not checked
"#,
    );
}

#[test]
fn nullability_in_all_spellings() {
    check(
        "
components:
  schemas:
    A: {type: [string, 'null']}
    B: {anyOf: [{$ref: '#/components/schemas/C'}, {type: 'null'}]}
    C: {type: object, properties: {a: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/A'}]}}}
    D:
      type: object
      properties:
        inline: {anyOf: [{type: object, properties: {x: {type: string}}}, {type: 'null'}]}
        b: {$ref: '#/components/schemas/B'}
        any: {anyOf: [{}, {type: 'null'}]}
    E: {type: [string, 'null'], enum: [x, null]}
",
        r#"
type A: string?
type B: = C?
type C: object
  a: A?
type D: object
  inline: D.inline?
  b: B?
  any: any
type D.inline: object
  x: string
type E: enum "x"?
"#,
    );
}

#[test]
fn enumerations() {
    check(
        "
components:
  schemas:
    A: {enum: [x, y, x]}
    B: {const: only}
    C: {type: integer, enum: [1, 2]}
    D: {enum: [1, 2.5]}
    E: {type: string, enum: [yes, 1, true]}
    F: {enum: [a, 1]}
    G: {type: string, enum: []}
    H: {enum: [true, false]}
    I: {type: string, enum: [null]}
",
        r#"
6:22: warning[W0403]: the enumeration lists `x` twice
10:35: warning[W0364]: the value of `enum` is not of the type that is described
type A: enum "x" | "y"
type B: const "only"
type C: enum 1 | 2
type D: enum 1 | 2.5
type E: enum "yes" | "1" | "true"
type F: enum "a" | 1
type G: string
type H: enum true | false
type I: null
degraded #/components/schemas/G: an enumeration without values comes out as its type
degraded #/components/schemas/I: `null` alone comes out as any value
"#,
    );
}

#[test]
fn what_is_not_generated_is_accounted_for() {
    check(
        "
components:
  schemas:
    A: {oneOf: [{type: string}, {type: integer}]}
    B: {type: [string, integer]}
    C: {not: {type: string}, type: integer}
    D: {type: object, patternProperties: {'^x': {type: string}}}
    E: {type: array, prefixItems: [{type: string}]}
    F: false
    G: {type: object, properties: {a: {type: string}}, anyOf: [{required: [a]}, {required: [b]}]}
    H: {type: string, if: {const: a}, then: {minLength: 3}, x-mine: 1, example: a}
",
        r#"
type A: one of
  | string
  | integer
type B: of several types
  | integer
  | string
type C: integer where not {"type":"string"}
type D: {like "^x": string, any}
type E: (string, ..any)
type F: never
type G: object where anyOf [{"required":["a"]},{"required":["b"]}]
  a: string
type H: string where if {"const":"a"}, then {"minLength":3}
  example "a"
extension #/components/schemas/H/x-mine: 1
ignored #/components/schemas/C/not: conditions on values are not checked
degraded #/components/schemas/F: a schema that no value fits comes out as any value
degraded #/components/schemas/G/anyOf: alternatives of required properties are not checked
ignored #/components/schemas/H/if: schemas under a condition are not generated yet
ignored #/components/schemas/H/then: schemas under a condition are not generated yet
ignored #/components/schemas/H/x-mine: extensions are not used
ignored #/components/schemas/H/example: examples are not carried over
"#,
    );
}

#[test]
fn defaults_and_bounds_keep_their_spelling() {
    check(
        "
components:
  schemas:
    A:
      type: object
      properties:
        a: {type: number, default: 1.10, maximum: 1e400}
        b: {type: array, items: {type: string}, default: [x, {y: null}]}
        c: {type: integer, exclusiveMinimum: 0, multipleOf: 0x10}
        d: {type: string, pattern: '^\\d+$', default: \"a\\nb\"}
",
        r#"
type A: object
  a: number where maximum 1e400, default 1.10
  b: [string], default ["x",{"y":null}]
  c: integer where exclusiveMinimum 0, multipleOf 16
  d: string where pattern "^\\d+$", default "a\nb"
degraded #/components/schemas/A/properties/a/default: defaults are not filled in
degraded #/components/schemas/A/properties/a/maximum: bounds of values are not checked
degraded #/components/schemas/A/properties/b/default: defaults are not filled in
degraded #/components/schemas/A/properties/c/exclusiveMinimum: bounds of values are not checked
degraded #/components/schemas/A/properties/c/multipleOf: bounds of values are not checked
degraded #/components/schemas/A/properties/d/pattern: bounds of values are not checked
degraded #/components/schemas/A/properties/d/default: defaults are not filled in
"#,
    );
}

#[test]
fn texts_that_hold_something_else() {
    check(
        "
components:
  schemas:
    A: {type: string, contentEncoding: base64, contentMediaType: image/png}
    B: {type: string, contentEncoding: base64url}
    C: {type: string, contentMediaType: application/octet-stream}
    D: {type: string, format: password}
",
        "
type A: string(byte) holding base64, image/png
type B: string(base64url) holding base64url
type C: string(binary) holding application/octet-stream
type D: string(password)
ignored #/components/schemas/A/contentMediaType: texts that hold something else are plain texts
",
    );
}
