//! The places of a description that take text, each as a description that is full of hostile ones.

use serde_json::{Map, Value, json};

/// A place of a description that takes text.
pub(crate) struct Slot {
    /// As in `property names`.
    pub(crate) name: &'static str,
    /// Whether identifiers are made of the text.
    pub(crate) makes_names: bool,
    /// Makes a description with the texts in that place.
    pub(crate) describe: fn(&[String]) -> Value,
}

/// A place whose text ends in literals and documentation alone.
const fn text(name: &'static str, describe: fn(&[String]) -> Value) -> Slot {
    Slot {
        name,
        makes_names: false,
        describe,
    }
}

/// A place of whose text names of Rust are made.
const fn name(name: &'static str, describe: fn(&[String]) -> Value) -> Slot {
    Slot {
        name,
        makes_names: true,
        describe,
    }
}

/// The place that names files of operations without a tag. How many files there are depends on the
/// texts, so it is none of those below.
pub(crate) static FIRST_WORDS: Slot = name("first words of paths", |texts| {
    let path =
        |(index, text): (usize, &String)| (format!("/{text}/{index}"), json!({"get": operation()}));
    paths(texts, path)
});

/// Every place that takes text.
pub(crate) static SLOTS: [Slot; 29] = [
    text("documentation of schemas", |texts| {
        let schema = |text: &String| {
            json!({
                "type": "object", "title": text, "description": text, "x-text": text,
                "externalDocs": {"url": "https://example.org", "description": text},
                "properties": {"it": {"type": "string", "title": text, "description": text}},
            })
        };
        schemas(texts, schema)
    }),
    text("documentation of everything else", |texts| {
        let mut all = operations(texts, |text| {
            json!({
                "summary": text, "description": text, "tags": ["pets"],
                "externalDocs": {"url": "https://example.org", "description": text},
                "parameters": [{"name": "q", "in": "query", "description": text, "schema": STRING()}],
                "requestBody": {"description": text, "content": {"application/json": {"schema": STRING()}}},
                "responses": {"200": {"description": text, "content": {"application/json": {"schema": STRING()}}}},
            })
        });
        let whole = texts.join("\n");
        all["info"]["description"] = json!(whole);
        all["info"]["title"] = json!("Hostile texts");
        all["info"]["contact"] = json!({"name": whole, "url": "https://example.org"});
        all["tags"] = json!([{"name": "pets", "description": whole}]);
        all["servers"] = json!([{"url": "https://example.org", "description": whole}]);
        all["components"]["securitySchemes"] =
            json!({"key": {"type": "http", "scheme": "bearer", "description": whole}});
        all["security"] = json!([{"key": []}]);
        all
    }),
    text("defaults", |texts| {
        properties(texts, |text| json!({"type": "string", "default": text}))
    }),
    text("examples", |texts| {
        properties(
            texts,
            |text| json!({"type": "string", "example": text, "examples": [text]}),
        )
    }),
    text("patterns", |texts| {
        properties(texts, |text| json!({"type": "string", "pattern": text}))
    }),
    text("formats", |texts| {
        properties(texts, |text| json!({"type": "string", "format": text}))
    }),
    text("comments and unknown keys", |texts| {
        properties(
            texts,
            |text| json!({"type": "string", "$comment": text, "x-it": text}),
        )
    }),
    text("names of XML", |texts| {
        properties(
            texts,
            |text| json!({"type": "string", "xml": {"name": text, "prefix": text, "namespace": text}}),
        )
    }),
    text("extensions", |texts| {
        let mut all = operations(texts, |text| extended(text, operation()));
        for text in texts {
            all["info"][format!("x-{text}")] = json!(text);
            all[format!("x-{text}")] = json!({text.as_str(): text});
        }
        all
    }),
    text("defaults of parameters", |texts| {
        operations(texts, |text| {
            let schema =
                json!({"type": "string", "default": text, "example": text, "pattern": text});
            let parameter = json!({"name": "q", "in": "query", "schema": schema, "example": text});
            with("parameters", json!([parameter]))
        })
    }),
    name("literals of paths", |texts| {
        let path = |(index, text): (usize, &String)| {
            let get = with("tags", json!(["all"]));
            (format!("/{index}/{text}"), json!({"get": get}))
        };
        paths(texts, path)
    }),
    name("server URLs", |texts| {
        servers(
            texts,
            |text| json!({"url": format!("https://example.org/{text}")}),
        )
    }),
    name("media types", |texts| {
        operations(texts, |text| {
            let content = json!({text.as_str(): {"schema": STRING()}});
            json!({
                "requestBody": {"content": content},
                "responses": {"200": {"description": "", "content": content}},
            })
        })
    }),
    name("names of schemas", |texts| {
        let named = |text: &String| {
            (
                text.clone(),
                json!({"type": "object", "properties": {"it": STRING()}}),
            )
        };
        with_schemas(texts.iter().map(named).collect())
    }),
    name("names of enums", |texts| {
        let named = |text: &String| (text.clone(), json!({"type": "string", "enum": ["a", "b"]}));
        with_schemas(texts.iter().map(named).collect())
    }),
    name("names of properties", |texts| {
        schemas(
            texts,
            |text| json!({"type": "object", "properties": {text.as_str(): STRING()}, "required": [text]}),
        )
    }),
    name("names of inline types", |texts| {
        schemas(texts, |text| {
            let inline = json!({"type": "object", "properties": {text.as_str(): {"type": "string", "enum": [text]}}});
            json!({"type": "object", "properties": {text.as_str(): inline}})
        })
    }),
    name("all properties of one object", |texts| {
        let properties: Map<_, _> = texts.iter().map(|text| (text.clone(), STRING())).collect();
        with_schemas(
            [(
                "All".to_owned(),
                json!({"type": "object", "properties": properties}),
            )]
            .into_iter()
            .collect(),
        )
    }),
    name("values of enums", |texts| {
        schemas(
            texts,
            |text| json!({"type": "string", "enum": [text, "other"]}),
        )
    }),
    name("all values of one enum", |texts| {
        with_schemas(
            [("All".to_owned(), json!({"type": "string", "enum": texts}))]
                .into_iter()
                .collect(),
        )
    }),
    name("constants", |texts| {
        properties(texts, |text| json!({"const": text}))
    }),
    name("discriminators", |texts| {
        schemas(texts, |text| {
            let member = json!({"type": "object", "required": [text], "properties": {text.as_str(): STRING()}});
            json!({
                "oneOf": [member, {"type": "object", "title": text, "properties": {"other": STRING()}}],
                "discriminator": {"propertyName": text, "mapping": {text.as_str(): "#/components/schemas/S0"}},
            })
        })
    }),
    name("names of operations", |texts| {
        operations(texts, |text| with("operationId", json!(text)))
    }),
    name("tags", |texts| {
        operations(texts, |text| with("tags", json!([text])))
    }),
    name("names of parameters", |texts| {
        operations(texts, |text| {
            let parameter = |place| json!({"name": text, "in": place, "schema": {"type": "string", "enum": ["a", text]}});
            with(
                "parameters",
                json!([parameter("query"), parameter("cookie")]),
            )
        })
    }),
    name("names of headers", |texts| {
        operations(texts, |text| {
            let header = json!({"name": text, "in": "header", "schema": STRING()});
            let answer =
                json!({"description": "", "headers": {text.as_str(): {"schema": STRING()}}});
            json!({"parameters": [header], "responses": {"200": answer}})
        })
    }),
    name("parameters of paths", |texts| {
        let path = |(index, text): (usize, &String)| {
            let parameter =
                json!({"name": text, "in": "path", "required": true, "schema": STRING()});
            (
                format!("/{index}/{{{text}}}"),
                json!({"get": with("parameters", json!([parameter]))}),
            )
        };
        paths(texts, path)
    }),
    name("names of security schemes", |texts| {
        let mut all = operations(&["x".to_owned()], |_| operation());
        let scheme = |(index, text): (usize, &String)| {
            let kind = match index % 2 {
                0 => json!({"type": "http", "scheme": "bearer"}),
                _ => json!({"type": "apiKey", "in": "query", "name": text}),
            };
            (text.clone(), kind)
        };
        let schemes: Map<_, _> = texts.iter().enumerate().map(scheme).collect();
        all["security"] = texts
            .iter()
            .map(|text| json!({text.as_str(): []}))
            .collect();
        all["components"]["securitySchemes"] = schemes.into();
        all
    }),
    name("variables of servers", |texts| {
        servers(texts, |text| {
            let variable = json!({"default": text, "enum": [text], "description": text});
            json!({"url": format!("https://example.org/{{{text}}}"), "variables": {text.as_str(): variable}})
        })
    }),
];

#[allow(
    non_snake_case,
    reason = "it stands for a constant, which JSON cannot be"
)]
fn STRING() -> Value {
    json!({"type": "string"})
}

fn empty() -> Value {
    json!({
        "openapi": "3.1.1",
        "info": {"title": "Hostile texts", "version": "1"},
        "paths": {},
        "components": {},
    })
}

/// A path item for each text, which has an index.
fn paths(texts: &[String], path: impl Fn((usize, &String)) -> (String, Value)) -> Value {
    let mut all = empty();
    let items: Map<_, _> = texts.iter().enumerate().map(path).collect();
    all["paths"] = items.into();
    all
}

fn with_schemas(schemas: Map<String, Value>) -> Value {
    let mut all = empty();
    all["components"]["schemas"] = schemas.into();
    all
}

/// A schema for each text.
fn schemas(texts: &[String], schema: impl Fn(&String) -> Value) -> Value {
    let schemas = texts.iter().enumerate();
    with_schemas(
        schemas
            .map(|(index, text)| (format!("S{index}"), schema(text)))
            .collect(),
    )
}

/// A property for each text.
fn properties(texts: &[String], property: impl Fn(&String) -> Value) -> Value {
    schemas(
        texts,
        |text| json!({"type": "object", "properties": {"it": property(text)}}),
    )
}

/// An operation for each text.
fn operations(texts: &[String], operation: impl Fn(&String) -> Value) -> Value {
    let path = |(index, text): (usize, &String)| {
        let mut get = operation(text);
        if get.get("responses").is_none() {
            get["responses"] = json!({"204": {"description": ""}});
        }
        (format!("/{index}"), json!({"post": get}))
    };
    paths(texts, path)
}

/// A server for each text; the first of them is the client's.
fn servers(texts: &[String], server: impl Fn(&String) -> Value) -> Value {
    let mut all = operations(&["x".to_owned()], |_| operation());
    all["servers"] = texts.iter().map(server).collect();
    all
}

fn operation() -> Value {
    json!({"responses": {"204": {"description": ""}}})
}

fn with(key: &str, value: Value) -> Value {
    let mut operation = operation();
    operation[key] = value;
    operation
}

/// Extensions in an object, named and valued by a text.
fn extended(text: &str, mut object: Value) -> Value {
    object[format!("x-{text}")] = json!({text: [text]});
    object
}
