//! Unions, discriminators, tuples, patterns and what else few schemas say.

use super::check;

#[test]
fn alternatives_and_what_stands_beside() {
    check(
        "
components:
  schemas:
    Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lives: {type: integer}}}
    Dog: {type: object, properties: {kind: {const: dog}}}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
    Maybe: {anyOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}, {$ref: '#/components/schemas/Dog'}]}
    Text: {type: string, anyOf: [{format: uuid}, {enum: [none, all]}, {pattern: '^x'}]}
    Beside:
      type: object
      required: [id, kind]
      properties: {id: {type: string}, old: {type: boolean}}
      oneOf:
        - {properties: {a: {type: string}}, title: First}
        - {properties: {b: {type: integer}}, required: [b], title: Second}
    Added:
      allOf:
        - {$ref: '#/components/schemas/Dog'}
        - oneOf: [{type: object, properties: {x: {}}}, {type: object, properties: {y: {}}}]
    Two:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      anyOf: [{type: object, title: P}, {type: object, title: Q}]
    Use: {type: object, properties: {maybe: {$ref: '#/components/schemas/Maybe'}, pet: {oneOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}}}
",
        r#"
13:22: warning[W0406]: the required property `kind` is not described
type Cat: object
  kind: Cat.kind, required
  lives: integer
type Cat.kind: const "cat"
type Dog: object
  kind: Dog.kind
type Dog.kind: const "dog"
type Pet: one of
  | Cat
  | Dog
type Maybe: any of?
  | Cat
  | Dog
type Text: any of
  | uuid: string(uuid)
  | enum: Text|enum
  | 3: string where pattern "^x"
type Text|enum: enum "none" | "all"
type Beside: one of
  | First: Beside|First
    title "First"
  | Second: Beside|Second
    title "Second"
type Beside|First: object
  title "First"
  id: string, required
  old: boolean
  a: string
  required elsewhere: kind
type Beside|Second: object
  title "Second"
  id: string, required
  old: boolean
  b: integer, required
  required elsewhere: kind
type Added: one of
  | x: Added|x
  | y: Added|y
type Added|x: object
  kind: Dog.kind
  x: any
type Added|y: object
  kind: Dog.kind
  y: any
type Two: any of
  all: Two|*
  | P: {any}
    title "P"
  | Q: {any}
    title "Q"
type Two|*: one of
  | Cat
  | Dog
type Use: object
  maybe: Maybe?
  pet: Pet?
ignored #/components/schemas/Text/anyOf/2/pattern: bounds of values without a name and a field are told nowhere
"#,
    );
}

#[test]
fn one_alternative_is_no_union() {
    check(
        "
components:
  schemas:
    A: {oneOf: [{type: string}]}
    B: {anyOf: [{type: integer}, {type: 'null'}]}
    C: {type: object, oneOf: [{required: [a]}, {required: [b]}], properties: {a: {}, b: {}}}
    D: {oneOf: [{const: null}, {enum: [x]}]}
    E: {type: 'null'}
    F: {enum: [null]}
    G: {enum: [x, null]}
    H: {type: object, properties: {g: {$ref: '#/components/schemas/G'}, e: {type: 'null'}}}
",
        r#"
type A: string
type B: integer?
type C: object where oneOf [{"required":["a"]},{"required":["b"]}]
  a: any
  b: any
type D: enum "x"?
type E: null
type F: null
type G: enum "x"?
type H: object
  g: G?
  e: null
degraded #/components/schemas/C/oneOf: alternatives of required properties are not checked
degraded #/components/schemas/E: `null` alone comes out as any value
degraded #/components/schemas/F: `null` alone comes out as any value
degraded #/components/schemas/H/properties/e: `null` alone comes out as any value
"#,
    );
}

#[test]
fn several_types() {
    check(
        "
components:
  schemas:
    A: {type: [string, integer], minLength: 2, maximum: 9}
    B: {type: [string, 'null', array], items: {type: integer}, format: date}
    C: {type: [number, integer]}
    D: {type: [integer, string], format: int64}
    E: {type: [object, boolean], properties: {a: {type: object, properties: {b: {}}}}}
",
        "
type A: of several types
  | integer: integer where maximum 9
  | string: string where minLength 2
type B: of several types?
  | string: string(date)
  | array: [integer]
type C: number
type D: of several types
  | integer: integer(int64)
  | string
type E: of several types
  | boolean
  | object: E|object
type E|object: object
  a: E|object.a
type E|object.a: object
  b: any
degraded #/components/schemas/A/minLength: bounds of values are not checked
degraded #/components/schemas/A/maximum: bounds of values are not checked
",
    );
}

#[test]
fn constants_with_titles_are_an_enumeration() {
    check(
        "
components:
  schemas:
    A:
      oneOf:
        - {const: r, title: Red, description: Like blood.}
        - {const: g, title: Green}
        - {type: 'null'}
    B: {type: integer, anyOf: [{enum: [1]}, {enum: [2]}]}
    C: {oneOf: [{const: a}, {type: string, minLength: 3}]}
    D: {type: string, enum: [a, b], x-enum-varnames: [First, Second], x-enum-descriptions: {b: The second.}}
    E: {type: string, enum: [a], x-ms-enum: {values: [{value: a, name: Alpha, description: A.}]}}
    F: {type: integer, enum: [10, 20], x-enumNames: [Ten, Twenty]}
",
        r#"
type A: enum "r" | "g"?
  "r": name "Red", description "Like blood."
  "g": name "Green"
type B: enum 1 | 2
type C: one of
  | a: C|a
  | string: string where minLength 3
type C|a: const "a"
type D: enum "a" | "b"
  "a": name "First"
  "b": name "Second", description "The second."
type E: enum "a"
  "a": name "Alpha", description "A."
type F: enum 10 | 20
  10: name "Ten"
  20: name "Twenty"
extension #/components/schemas/D/x-enum-varnames: ["First","Second"]
extension #/components/schemas/D/x-enum-descriptions: {"b":"The second."}
extension #/components/schemas/E/x-ms-enum: {"values":[{"value":"a","name":"Alpha","description":"A."}]}
extension #/components/schemas/F/x-enumNames: ["Ten","Twenty"]
ignored #/components/schemas/C/oneOf/1/minLength: bounds of values without a name and a field are told nowhere
"#,
    );
}

#[test]
fn alternatives_of_which_several_fit_are_open() {
    check(
        "
components:
  schemas:
    Several:
      properties: {foo: {type: string}}
      unevaluatedProperties: false
      anyOf: [{required: [bar], properties: {bar: {type: string}}}, {required: [baz], properties: {baz: {type: string}}}]
    One:
      properties: {foo: {type: string}}
      unevaluatedProperties: false
      oneOf: [{required: [bar], properties: {bar: {type: string}}}, {required: [baz], properties: {baz: {type: string}}}]
",
        "
type Several: any of where unevaluatedProperties false
  | bar: Several|bar
  | baz: Several|baz
type Several|bar: object
  foo: string
  bar: string, required
type Several|baz: object
  foo: string
  baz: string, required
type One: one of where unevaluatedProperties false
  | bar: One|bar
  | baz: One|baz
type One|bar: object
  foo: string
  bar: string, required
  nothing else
type One|baz: object
  foo: string
  baz: string, required
  nothing else
ignored #/components/schemas/Several/unevaluatedProperties: conditions on values are not checked
ignored #/components/schemas/One/unevaluatedProperties: conditions on values are not checked
",
    );
}

#[test]
fn properties_beside_alternatives_are_those_of_each() {
    check(
        "
components:
  schemas:
    Cat: {type: object, required: [lives], properties: {kind: {const: cat}, lives: {type: integer}}}
    Dog: {type: object, required: [id, kind], properties: {kind: {const: dog}, id: {type: string}, own: {type: object, properties: {x: {type: string}}}}}
    Pet:
      required: [id, kind]
      properties: {id: {type: string}, kind: {type: string}}
      patternProperties: {^x-: {type: integer}}
      oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}]
      discriminator: {propertyName: kind, mapping: {c: Cat}}
    Known:
      properties: {id: {type: string}, kind: {type: string}}
      oneOf: [{$ref: '#/components/schemas/Dog'}, {type: array, items: {type: string}}]
    Inner:
      type: object
      properties: {state: {enum: [a, b]}, child: {type: object, properties: {y: {type: string}}}}
      anyOf:
        - {$ref: '#/components/schemas/Dog'}
        - {oneOf: [{required: [p], properties: {p: {type: string}}}, {required: [q], properties: {q: {type: string}}}], title: nested}
    Elsewhere:
      properties: {state: {type: string}}
      anyOf: [{$ref: '#/components/schemas/Known'}, {type: [object, string], title: several}]
",
        r#"
type Cat: object
  kind: Cat.kind
  lives: integer, required
type Cat.kind: const "cat"
type Dog: object
  kind: Dog.kind, required
  id: string, required
  own: Dog.own
type Dog.kind: const "dog"
type Dog.own: object
  x: string
type Pet: one of
  | Cat: Pet|Cat
  | string
  by kind: "c" Pet|Cat
type Pet|Cat: object
  id: string, required
  kind: Cat.kind, required
  lives: integer, required
  like "^x-": integer
type Known: one of
  | Dog
  | array: [string]
type Inner: any of
  | Dog: Inner|Dog
  | nested: Inner|nested
    title "nested"
type Inner|Dog: object
  state: Inner.state
  child: Inner.child
  kind: Dog.kind, required
  id: string, required
  own: Dog.own
type Inner.state: enum "a" | "b"
type Inner.child: object
  y: string
type Inner|nested: one of
  title "nested"
  | p: Inner|nested|p
  | q: Inner|nested|q
type Inner|nested|p: object
  state: Inner.state
  child: Inner.child
  p: string, required
type Inner|nested|q: object
  state: Inner.state
  child: Inner.child
  q: string, required
type Elsewhere: any of
  all: Elsewhere|*
  | Known
  | several: Elsewhere|several
    title "several"
type Elsewhere|*: object
  state: string
type Elsewhere|several: of several types
  title "several"
  | string
  | object: {any}
"#,
    );
}

#[test]
fn discriminators() {
    check(
        "
components:
  schemas:
    Cat: {type: object, properties: {kind: {type: string}}}
    Dog: {type: object, properties: {kind: {type: string}}}
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, mapping: {c: Cat, cc: '#/components/schemas/Cat', z: Dgo}}
    Base:
      type: object
      required: [type]
      properties: {type: {type: string}}
      discriminator: {propertyName: type, mapping: {one: '#/components/schemas/One'}}
    One: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {type: string}}}]}
    Two: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {type: string}}}]}
    Three: {allOf: [{$ref: '#/components/schemas/Two'}, {properties: {c: {type: string}}}]}
    Alias: {allOf: [{$ref: '#/components/schemas/Base'}]}
    Self:
      type: object
      properties: {kind: {type: string}}
      oneOf: [{$ref: '#/components/schemas/SelfA'}, {$ref: '#/components/schemas/SelfB'}]
      discriminator: {propertyName: kind}
    SelfA: {allOf: [{$ref: '#/components/schemas/Self'}, {properties: {a: {type: string}}}]}
    SelfB: {allOf: [{$ref: '#/components/schemas/Self'}, {properties: {b: {type: string}}}]}
",
        r#"
10:96: warning[W0350]: a discriminator names a schema that does not exist
type Cat: object
  kind: string
type Dog: object
  kind: string
type Pet: one of
  | Cat
  | Dog
  by kind: "c" Cat, "cc" Cat, "Dog" Dog by name
type Base: one of
  | One
  | Two
  | Three
  | base: Base|*
  by type: "one" One, "Two" Two by name, "Three" Three by name, else Base|*
type One: object
  type: string, required
  a: string
type Two: object
  type: string, required
  b: string
  by type: "Three" Three by name
type Three: object
  type: string, required
  b: string
  c: string
type Alias: = Base
type Self: one of
  | SelfA
  | SelfB
  by kind: "SelfA" SelfA by name, "SelfB" SelfB by name
type SelfA: object
  kind: string
  a: string
type SelfB: object
  kind: string
  b: string
type Base|*: object
  type: string, required
"#,
    );
}

#[test]
fn tuples_patterns_and_names() {
    check(
        "
components:
  schemas:
    A: {type: array, prefixItems: [{type: string}, {type: object, properties: {a: {}}}], items: false, minItems: 2}
    B: {prefixItems: [{type: string}], items: {type: integer}}
    C: {type: array, items: [{type: string}, {type: integer}]}
    D: {type: object, patternProperties: {'^a': {type: string}, '^b': {type: object, properties: {c: {}}}}, additionalProperties: false}
    E: {type: object, properties: {x: {type: string}}, patternProperties: {'^x-': {}}, propertyNames: {maxLength: 9, type: string}}
    F: {type: object, additionalProperties: {type: integer}, propertyNames: {pattern: '^[a-z]+$'}}
    G: {allOf: [{$ref: '#/components/schemas/Named'}], properties: {y: {type: string}}, unevaluatedProperties: false}
    H: {type: array, prefixItems: [{type: string}], unevaluatedItems: {type: boolean}}
    Named: {type: object, properties: {x: {type: string}}}
    I: {type: object, properties: {gone: false, any: true}}
    J: {type: array, prefixItems: [{type: string}], contains: {type: boolean}, unevaluatedItems: false}
",
        r#"
type A: (string, A[1]) where minItems 2
type A[1]: object
  a: any
type B: (string, ..integer)
type C: (string, integer, ..any)
type D: {like "^a": string, like "^b": D{^b}, never}
type D{^b}: object
  c: any
type E: object where propertyNames {"maxLength":9,"type":"string"}
  x: string
  like "^x-": any
  names: string where maxLength 9
type F: {names string where pattern "^[a-z]+$", integer} where propertyNames {"pattern":"^[a-z]+$"}
type G: object where unevaluatedProperties false
  x: string
  y: string
  nothing else
type H: (string, ..boolean) where unevaluatedItems {"type":"boolean"}
type Named: object
  x: string
type I: object
  gone: never
  any: any
type J: (string, ..any) where contains {"type":"boolean"}, unevaluatedItems false
degraded #/components/schemas/A/minItems: bounds of values are not checked
ignored #/components/schemas/E/propertyNames: conditions on values are not checked
ignored #/components/schemas/E/propertyNames/maxLength: bounds of values without a name and a field are told nowhere
ignored #/components/schemas/F/propertyNames: conditions on values are not checked
ignored #/components/schemas/F/propertyNames/pattern: bounds of values without a name and a field are told nowhere
degraded #/components/schemas/I/properties/gone: a schema that no value fits comes out as any value
ignored #/components/schemas/J/contains: conditions on values are not checked
ignored #/components/schemas/J/unevaluatedItems: conditions on values are not checked
"#,
    );
}

#[test]
fn what_else_a_schema_says() {
    check(
        "
components:
  schemas:
    A:
      type: string
      title: T
      default: a
      examples: [a, b]
      readOnly: true
      deprecated: true
      externalDocs: {url: 'https://example.org/'}
      $comment: c
    B: {type: string, contentEncoding: base64url, contentMediaType: application/json, contentSchema: {type: object, properties: {a: {type: string}}}}
    C: {type: object, properties: {a: {type: string, example: x}}, dependentSchemas: {a: {required: [b]}}, dependentRequired: {a: [b]}}
    D: {type: array, contains: {type: string}, minContains: 2}
    E: {type: number, format: decimal}
    F: {type: integer, format: int8}
    G: {type: string, format: x-mine}
    H: {type: object, properties: {t: {type: string, format: time}, u: {type: string, format: uri-reference}}}
",
        r#"
type A: string
  title "T"
  deprecated
  default "a"
  example "a"
  example "b"
  read-only
  see https://example.org/
  comment "c"
type B: string(base64url) holding base64url, application/json, B(content)
type B(content): object
  a: string
type C: object where dependentSchemas {"a":{"required":["b"]}}, dependentRequired {"a":["b"]}
  a: string
    example "x"
type D: [any] where minContains 2, contains {"type":"string"}
type E: number(decimal)
type F: integer(int8)
type G: string(x-mine)
type H: object
  t: string(time)
  u: string(uri-reference)
ignored #/components/schemas/A/default: a default of what is neither a property nor a parameter is told nowhere
ignored #/components/schemas/A/examples: examples are not carried over
ignored #/components/schemas/A/readOnly: only properties are for reading or for writing alone
ignored #/components/schemas/A/externalDocs: links to other documentation are not carried over
ignored #/components/schemas/A/$comment: comments are not carried over
ignored #/components/schemas/B/contentMediaType: texts that hold something else are plain texts
ignored #/components/schemas/B/contentSchema: the schema of a text's content is not used
ignored #/components/schemas/C/properties/a/example: examples are not carried over
ignored #/components/schemas/C/dependentSchemas: schemas under a condition are not generated yet
ignored #/components/schemas/C/dependentRequired: conditions on values are not checked
ignored #/components/schemas/D/contains: conditions on values are not checked
degraded #/components/schemas/D/minContains: bounds of values are not checked
degraded #/components/schemas/G/format: values of this format are plain values of their type
"#,
    );
}
