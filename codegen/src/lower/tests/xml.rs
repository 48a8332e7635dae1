//! Names in XML.

use super::check;

#[test]
fn names_of_properties() {
    check(
        "
components:
  schemas:
    Pet:
      type: object
      xml: {name: pet, namespace: 'http://x', prefix: p}
      properties:
        id: {type: integer, xml: {attribute: true}}
        renamed: {type: string, xml: {name: other}}
        same: {type: string, xml: {name: same}}
        tag: {$ref: '#/components/schemas/Tag'}
        near: {$ref: '#/components/schemas/Tag', xml: {name: nearer}}
        plain: {type: array, items: {type: string}}
        items: {type: array, items: {type: string, xml: {name: item}}, xml: {name: ignored}}
        tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
        wrapped: {type: array, items: {type: string}, xml: {wrapped: true}}
        both: {type: array, items: {type: string}, xml: {name: outer, wrapped: true}}
        inner: {type: array, items: {$ref: '#/components/schemas/Tag'}, xml: {wrapped: true}}
        list: {$ref: '#/components/schemas/List'}
        spaces: {type: array, items: {type: string, xml: {namespace: 'urn:i', prefix: i}}, xml: {wrapped: true, namespace: 'urn:o', prefix: o}}
        bare: {type: array, items: {type: string, xml: {prefix: i}}, xml: {namespace: 'urn:o', prefix: o}}
        lent: {type: array, items: {type: string}, xml: {namespace: 'urn:o', prefix: o}}
    Tag: {type: object, properties: {name: {type: string}}, xml: {name: t}}
    List: {type: array, items: {type: string}, xml: {name: l, wrapped: true}}
",
        "
type Pet: object xml(name pet, namespace http://x, prefix p)
  id: integer xml(attribute)
  renamed: string xml(name other)
  same: string
  tag: Tag xml(name t)
  near: Tag xml(name nearer)
  plain: [string]
  items: [string] xml(name item)
  tags: [Tag] xml(name t)
  wrapped: [string] xml(wrapped wrapped)
  both: [string] xml(name outer, wrapped outer)
  inner: [Tag] xml(name t, wrapped inner)
  list: List xml(name l, wrapped l)
  spaces: [string] xml(namespace urn:i, prefix i, wrapped spaces, wrapper-namespace urn:o, wrapper-prefix o)
  bare: [string] xml(prefix i)
  lent: [string] xml(namespace urn:o, prefix o)
type Tag: object xml(name t)
  name: string
type List: [string] xml(name l, wrapped l)
",
    );
}

#[test]
fn names_of_roots() {
    check(
        "
paths:
  /a:
    get:
      operationId: a
      responses:
        '200': {description: d, content: {application/xml: {schema: {$ref: '#/components/schemas/Pet'}}}}
        '201': {description: d, content: {text/xml: {schema: {$ref: '#/components/schemas/Named'}}}}
        '202': {description: d, content: {application/xml: {schema: {type: array, items: {$ref: '#/components/schemas/Named'}, xml: {name: all}}}}}
        '203': {description: d, content: {application/xml: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
        '204': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Named'}}}}
components:
  schemas:
    Pet: {type: object}
    Named: {type: object, xml: {name: n, namespace: 'http://x'}}
",
        r#"
type Pet: {any}
type Named: {any} xml(name n, namespace http://x)
operation a: GET /a
  200
    description "d"
    application/xml: Pet xml(name Pet)
  201
    description "d"
    text/xml: Named xml(name n, namespace http://x)
  202
    description "d"
    application/xml: [Named] xml(name n, namespace http://x, wrapped all)
  203
    description "d"
    application/xml: [Pet] xml(name Pet)
  204
    description "d"
    application/json: Named
"#,
    );
}
