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
fn members_that_say_less_than_others_lose_nothing() {
    check(
        "
components:
  schemas:
    Base:
      type: object
      properties:
        user: {$ref: '#/components/schemas/User'}
        n: {type: integer}
        list: {type: array, items: {$ref: '#/components/schemas/User'}}
        any: {oneOf: [{$ref: '#/components/schemas/User'}, {type: object, properties: {a: {type: string}}}]}
        open: {type: object}
        day: {type: string}
        clash: {type: object, properties: {a: {type: string}}}
    User: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string, format: uri}}}
    All:
      allOf:
        - $ref: '#/components/schemas/Base'
        - properties:
            user: {type: object, properties: {id: {type: number}, name: {type: string}}}
            n: {type: number}
            list: {type: array, items: {type: object}}
            any: {type: object}
            open: {$ref: '#/components/schemas/User'}
            day: {type: string, format: date}
            clash: {type: object, properties: {b: {type: string}}}
",
        "
type Base: object
  user: User
  n: integer
  list: [User]
  any: Base.any
  open: {any}
  day: string
  clash: Base.clash
type Base.any: one of
  | User
  | a: Base.any|a
type Base.any|a: object
  a: string
type Base.clash: object
  a: string
type User: object
  id: integer, required
  name: string(uri)
type All: object
  user: User
  n: integer
  list: [User]
  any: Base.any
  open: User
  day: string(date)
  clash: Base.clash
ignored #/components/schemas/All/allOf/1/properties/user: another member of `allOf` says all of it
ignored #/components/schemas/All/allOf/1/properties/n: another member of `allOf` says all of it
ignored #/components/schemas/All/allOf/1/properties/list: another member of `allOf` says all of it
ignored #/components/schemas/All/allOf/1/properties/any: another member of `allOf` says all of it
degraded #/components/schemas/All/allOf/1/properties/clash: members of `allOf` describe one property differently; the first one counts
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
type Values: enum "a"
type Items: [string]
ignored #/components/schemas/Values/allOf/2/enum: only values that all members of `allOf` list are values
degraded #/components/schemas/Items/allOf/1: members of `allOf` describe items differently; the first one counts
"#,
    );
}
