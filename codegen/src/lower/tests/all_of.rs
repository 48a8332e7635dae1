//! `allOf`.

use super::check;

#[test]
fn one_member_is_the_member() {
    check(
        "
components:
  schemas:
    A: {type: object, properties: {x: {type: string}}}
    B: {allOf: [{$ref: '#/components/schemas/A'}], description: Another name.}
    C:
      type: object
      properties:
        a: {allOf: [{$ref: '#/components/schemas/A'}], description: Here., deprecated: true}
        b: {allOf: [{type: string, enum: [p]}]}
",
        r#"
type A: object
  x: string
type B: = A
  description "Another name."
type C: object
  a: A
    description "Here."
    deprecated
  b: C.b
type C.b: enum "p"
"#,
    );
}

#[test]
fn what_stands_in_a_member_elsewhere_is_at_home_there() {
    check(
        "
components:
  schemas:
    Few: {allOf: [{$ref: '#/components/schemas/List'}], maxItems: 3}
    Own: {allOf: [{$ref: '#/components/schemas/Map'}, {minProperties: 1}]}
    Pair: {allOf: [{$ref: '#/components/schemas/Tuple'}], minItems: 1}
    None: {allOf: [{$ref: '#/components/schemas/Values'}], type: string, enum: []}
    List: {type: array, items: {type: object, properties: {a: {type: string}}}}
    Map: {type: object, additionalProperties: {type: object, properties: {b: {type: string}}}}
    Tuple: {type: array, prefixItems: [{type: object, properties: {c: {type: string}}}]}
    Values: {type: string, oneOf: [{const: x, title: The x}, {const: y}]}
",
        r#"
type Few: [List[]] where maxItems 3
type Own: {Map{}} where minProperties 1
type Pair: (Tuple[0], ..any) where minItems 1
type None: enum "x" | "y"
  "x": name "The x"
type List: [List[]]
type List[]: object
  a: string
type Map: {Map{}}
type Map{}: object
  b: string
type Tuple: (Tuple[0], ..any)
type Tuple[0]: object
  c: string
type Values: enum "x" | "y"
  "x": name "The x"
degraded #/components/schemas/Few/maxItems: bounds of values are not checked
degraded #/components/schemas/Own/allOf/1/minProperties: bounds of values are not checked
degraded #/components/schemas/Pair/minItems: bounds of values are not checked
degraded #/components/schemas/None: an enumeration without values comes out as its type
"#,
    );
}

#[test]
fn members_add_up_in_order() {
    check(
        "
components:
  schemas:
    Dog:
      description: A dog.
      allOf:
        - $ref: '#/components/schemas/Animal'
        - properties: {bark: {enum: [loud, low]}}
          required: [bark, kind]
      properties: {own: {type: integer}}
    Animal:
      type: object
      required: [id]
      properties: {id: {type: string}, kind: {enum: [dog, cat]}}
",
        r#"
type Dog: object
  description "A dog."
  id: string, required
  kind: Animal.kind, required
  bark: Dog.bark, required
  own: integer
type Dog.bark: enum "loud" | "low"
type Animal: object
  id: string, required
  kind: Animal.kind
type Animal.kind: enum "dog" | "cat"
"#,
    );
}

#[test]
fn members_that_narrow_and_members_that_conflict() {
    check(
        "
components:
  schemas:
    Base: {type: object, properties: {kind: {type: string}, size: {type: string}, free: {}}}
    Narrow:
      allOf:
        - $ref: '#/components/schemas/Base'
        - properties: {kind: {type: string, enum: [n]}, size: {type: integer}, free: {type: string}}
          additionalProperties: false
    Scalars: {allOf: [{type: string}, {minLength: 1}]}
    Clash: {allOf: [{type: string}, {type: integer}]}
    Beside: {$ref: '#/components/schemas/Base', properties: {more: {type: string}}}
",
        r#"
type Base: object
  kind: string
  size: string
  free: any
type Narrow: object
  kind: Narrow.kind
  size: string
  free: string
  nothing else
type Narrow.kind: enum "n"
type Scalars: string where minLength 1
type Clash: any
type Beside: object
  kind: string
  size: string
  free: any
  more: string
degraded #/components/schemas/Narrow/allOf/1/properties/size: members of `allOf` describe one property differently; the first one counts
degraded #/components/schemas/Scalars/allOf/1/minLength: bounds of values are not checked
degraded #/components/schemas/Clash: members of `allOf` demand different types, so any value is taken
"#,
    );
}

#[test]
fn members_that_contain_themselves() {
    check(
        "
components:
  schemas:
    A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {a: {type: string}}}]}
    B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}
",
        "
type A: object
  b: string
  a: string
type B: object
  a: string
  b: string
",
    );
}

#[test]
fn lists_and_items_that_conflict() {
    check(
        "
components:
  schemas:
    Values: {allOf: [{enum: [a, b]}, {enum: [a, b]}, {enum: [a]}]}
    Items: {allOf: [{items: {type: string}}, {items: {type: integer}}]}
",
        r#"
type Values: enum "a" | "b"
type Items: [string]
degraded #/components/schemas/Values/allOf/2: members of `allOf` list different values; the first list counts
degraded #/components/schemas/Items/allOf/1: members of `allOf` describe items differently; the first one counts
"#,
    );
}
