//! Too many of everything that can be counted.

use super::Case;
use super::write::{RESPONSES, file, list, operation, paths, schemas};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_schemas();
    cases.extend(of_operations());
    cases.extend(of_swagger());
    cases.extend(of_files());
    cases
}

fn case(name: &str, text: impl Fn() -> String + 'static) -> Case {
    Case::text(format!("crowd: {name}"), "a.json", text)
}

fn one_schema(schema: impl Fn() -> String + 'static, name: &str) -> Case {
    case(name, move || schemas(&format!("\"S0\":{}", schema())))
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn of_schemas() -> Vec<Case> {
    let string = |number| format!("\"p{number}\":{{\"type\":\"string\"}}");
    vec![
        one_schema(
            || {
                format!(
                    r#"{{"type":"string","enum":[{}]}}"#,
                    list(20_000, |n| format!("\"v{n}\""))
                )
            },
            "20,000 values of an enum",
        ),
        one_schema(
            || format!(r#"{{"type":"integer","enum":[{}]}}"#, list(20_000, |n| n)),
            "20,000 integers of an enum",
        ),
        one_schema(
            || format!(r#"{{"enum":[{}]}}"#, list(20_000, |n| format!("[{n}]"))),
            "20,000 arrays of an enum",
        ),
        one_schema(
            || {
                let alike =
                    |n: usize| format!("\"{}v\"", "-".repeat(n % 150 + 1) + &"_".repeat(n / 150));
                format!(r#"{{"type":"string","enum":[{}]}}"#, list(20_000, alike))
            },
            "20,000 values of an enum that are spelled alike",
        ),
        one_schema(
            || {
                format!(
                    r#"{{"type":"string","enum":[{}]}}"#,
                    list(20_000, |_| "\"v\"")
                )
            },
            "20,000 equal values of an enum",
        ),
        one_schema(
            move || {
                format!(
                    r#"{{"type":"object","properties":{{{}}}}}"#,
                    list(5_000, string)
                )
            },
            "5,000 properties",
        ),
        one_schema(
            || {
                let required = list(5_000, |n| format!("\"p{n}\""));
                let integers = list(5_000, |n| {
                    format!(
                        "\"p{n}\":{{\"type\":\"integer\",\"default\":{n},\"description\":\"d\"}}"
                    )
                });
                format!(
                    r#"{{"type":"object","required":[{required}],"properties":{{{integers}}}}}"#
                )
            },
            "5,000 required properties",
        ),
        one_schema(
            || {
                format!(
                    r#"{{"type":"object","required":[{}]}}"#,
                    list(50_000, |n| format!("\"p{n}\""))
                )
            },
            "50,000 required names without properties",
        ),
        one_schema(
            || {
                let nested = list(1_500, |n| {
                    format!(
                        "\"p{n}\":{{\"type\":\"object\",\"properties\":{{\"a\":{{\"type\":\"string\"}}}}}}"
                    )
                });
                format!(r#"{{"type":"object","properties":{{{nested}}}}}"#)
            },
            "1,500 properties that are objects",
        ),
        one_schema(
            || {
                let alike =
                    |n: usize| format!("\"{}p{}\":{{}}", "-".repeat(n % 70), "_".repeat(n / 70));
                format!(
                    r#"{{"type":"object","properties":{{{}}}}}"#,
                    list(5_000, alike)
                )
            },
            "5,000 properties that are spelled alike",
        ),
        case("5,000 members of allOf", move || {
            let member =
                |n: usize| format!("{{\"type\":\"object\",\"properties\":{{{}}}}}", string(n));
            schemas(&format!("\"S0\":{{\"allOf\":[{}]}}", list(5_000, member)))
        }),
        case("5,000 members of allOf that are alike", || {
            let member = |_| "{\"properties\":{\"a\":{\"type\":\"string\"}}}";
            schemas(&format!("\"S0\":{{\"allOf\":[{}]}}", list(5_000, member)))
        }),
        case("5,000 variants of oneOf", move || {
            let variant =
                |n: usize| format!("{{\"type\":\"object\",\"properties\":{{{}}}}}", string(n));
            schemas(&format!("\"S0\":{{\"oneOf\":[{}]}}", list(5_000, variant)))
        }),
        case("500 mapped variants", || {
            let variant = |n: usize| format!(r##"{{"$ref":"#/components/schemas/S{}"}}"##, n + 1);
            let mapped = |n: usize| format!(r##""m{n}":"#/components/schemas/S{}""##, n + 1);
            let other = |n: usize| {
                format!(
                    "\"S{}\":{{\"type\":\"object\",\"properties\":{{\"k\":{{\"type\":\"string\"}}}}}}",
                    n + 1
                )
            };
            schemas(&format!(
                "\"S0\":{{\"oneOf\":[{}],\"discriminator\":{{\"propertyName\":\"k\",\"mapping\":{{{}}}}}}},{}",
                list(500, variant),
                list(500, mapped),
                list(500, other)
            ))
        }),
        case("10,000 schemas that nobody uses", || {
            schemas(&list(10_000, |n| {
                format!("\"S{n}\":{{\"type\":\"string\"}}")
            }))
        }),
        case("5,000 schemas with names that are spelled alike", || {
            let alike = |n: usize| {
                format!(
                    "\"S{}_{}\":{{\"type\":\"object\"}}",
                    "-".repeat(n % 70),
                    ".".repeat(n / 70)
                )
            };
            schemas(&format!("\"S0\":{{}},{}", list(5_000, alike)))
        }),
        case("100,000 references to one schema", || {
            let one = |_| r##"{"$ref":"#/components/schemas/S1"}"##;
            schemas(&format!(
                "\"S0\":{{\"allOf\":[{}]}},\"S1\":{{\"type\":\"object\"}}",
                list(100_000, one)
            ))
        }),
        case("100,000 references that lead nowhere", || {
            let one = |n: usize| format!(r##"{{"$ref":"#/components/schemas/S{}"}}"##, n + 1);
            schemas(&format!("\"S0\":{{\"anyOf\":[{}]}}", list(100_000, one)))
        }),
        case("100,000 equal keys", || {
            schemas(&format!("\"S0\":{{{}}}", list(100_000, |_| "\"a\":1")))
        }),
        case("100,000 unknown keys", || {
            schemas(&format!(
                "\"S0\":{{{}}}",
                list(100_000, |n| format!("\"typo{n}\":1"))
            ))
        }),
        case("500,000 values of an extension", || {
            schemas(&format!("\"S0\":{{\"x-a\":[{}]}}", list(500_000, |n| n)))
        }),
    ]
}

#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn of_operations() -> Vec<Case> {
    let query =
        |n: usize| format!(r#"{{"name":"p{n}","in":"query","schema":{{"type":"string"}}}}"#);
    vec![
        case("100,000 paths without operations", || {
            paths(&list(100_000, |n| format!("\"/p{n}\":{{}}")), "")
        }),
        case("25,000 operations with one name", || same_names(25_000)),
        case("100,000 operations with one name", || same_names(100_000)),
        case("25,000 paths with one template", || {
            let one = |n: usize| format!(r#""/p/{{a{n}}}":{{"get":{{{RESPONSES}}}}}"#);
            paths(&list(25_000, one), "")
        }),
        case(
            "1,000 operations without names on paths that are alike",
            || {
                let one = |n: usize| {
                    format!(
                        r#""/{}p{}":{{"get":{{{RESPONSES}}}}}"#,
                        "-".repeat(n % 50),
                        "_".repeat(n / 50)
                    )
                };
                paths(&list(1_000, one), "")
            },
        ),
        case("100,000 methods that do not exist", || {
            paths(
                &format!(
                    "\"/a\":{{{}}}",
                    list(100_000, |n| format!("\"get{n}\":{{}}"))
                ),
                "",
            )
        }),
        case("50,000 parameters", move || {
            operation(
                &format!("\"parameters\":[{}],{RESPONSES}", list(50_000, query)),
                "",
            )
        }),
        case("50,000 equal parameters", move || {
            operation(
                &format!(
                    "\"parameters\":[{}],{RESPONSES}",
                    list(50_000, |_| query(0))
                ),
                "",
            )
        }),
        case("2,000 parameters of a path with 8 methods", move || {
            let operations = list(8, |n| {
                format!(
                    "\"{}\":{{\"operationId\":\"o{n}\",{RESPONSES}}}",
                    METHODS[n]
                )
            });
            paths(
                &format!(
                    "\"/a\":{{\"parameters\":[{}],{operations}}}",
                    list(2_000, query)
                ),
                "",
            )
        }),
        case(
            "150 shared parameters of 40 paths with 8 methods",
            move || {
                let used = list(150, |n| {
                    format!("{{\"$ref\":\"#/components/parameters/p{n}\"}}")
                });
                let all = list(40, |path| {
                    let operations = list(8, |n| format!("\"{}\":{{{RESPONSES}}}", METHODS[n]));
                    format!("\"/p{path}\":{{\"parameters\":[{used}],{operations}}}")
                });
                let shared = list(150, |n| format!("\"p{n}\":{}", query(n)));
                paths(&all, &format!("\"parameters\":{{{shared}}}"))
            },
        ),
        case(
            "100 operations that share a response with 900 headers",
            || {
                shared_response(100, "headers", |n| {
                    format!("\"h{n}\":{{\"schema\":{{\"type\":\"string\"}}}}")
                })
            },
        ),
        case(
            "100 operations that share a response with 900 media types",
            || {
                shared_response(100, "content", |n| {
                    format!("\"application/a{n}+json\":{{\"schema\":{{\"type\":\"string\"}}}}")
                })
            },
        ),
        case("20,000 parameters in a path", || {
            let template = list(20_000, |n| format!("{{a{n}}}"));
            paths(&format!("\"/{template}\":{{\"get\":{{{RESPONSES}}}}}"), "")
        }),
        case("20,000 media types", || {
            let media = list(20_000, |n| format!("\"application/a{n}\":{{}}"));
            operation(
                &format!(r#""responses":{{"200":{{"description":"d","content":{{{media}}}}}}}"#),
                "",
            )
        }),
        case("20,000 responses", || {
            operation(
                &format!(
                    "\"responses\":{{{}}}",
                    list(20_000, |n| format!("\"{n}\":{{\"description\":\"d\"}}"))
                ),
                "",
            )
        }),
        case("20,000 headers of a response", || {
            let headers = list(20_000, |n| {
                format!("\"h{n}\":{{\"schema\":{{\"type\":\"string\"}}}}")
            });
            operation(
                &format!(r#""responses":{{"200":{{"description":"d","headers":{{{headers}}}}}}}"#),
                "",
            )
        }),
        case("20,000 links and callbacks", || {
            let links = list(20_000, |n| format!("\"l{n}\":{{\"operationId\":\"a\"}}"));
            let callbacks = list(20_000, |n| {
                format!("\"c{n}\":{{\"{{$request.body#/u}}\":{{\"post\":{{{RESPONSES}}}}}}}")
            });
            operation(
                &format!(
                    r#""callbacks":{{{callbacks}}},"responses":{{"200":{{"description":"d","links":{{{links}}}}}}}"#
                ),
                "",
            )
        }),
        case("50,000 tags", || {
            operation(
                &format!(
                    "\"tags\":[{}],{RESPONSES}",
                    list(50_000, |n| format!("\"t{n}\""))
                ),
                "",
            )
        }),
        case("20,000 servers with variables", || {
            let servers = list(20_000, |n| {
                format!(
                    r#"{{"url":"https://{{v}}.example/{n}","variables":{{"v":{{"default":"a","enum":["a","b"]}}}}}}"#
                )
            });
            operation(&format!("\"servers\":[{servers}],{RESPONSES}"), "")
        }),
        case("5,000 security schemes and alternatives", || {
            let used = list(5_000, |n| format!("{{\"s{n}\":[]}}"));
            let schemes = list(5_000, |n| {
                format!("\"s{n}\":{{\"type\":\"http\",\"scheme\":\"bearer\"}}")
            });
            operation(
                &format!("\"security\":[{used}],{RESPONSES}"),
                &format!("\"securitySchemes\":{{{schemes}}}"),
            )
        }),
        case("200 operations with 200 inherited alternatives", || {
            let used = list(200, |n| format!("{{\"s{n}\":[]}}"));
            let schemes = list(200, |n| {
                format!("\"s{n}\":{{\"type\":\"http\",\"scheme\":\"bearer\"}}")
            });
            let operations = list(200, |n| {
                format!(r#""/p{n}":{{"get":{{"operationId":"o{n}",{RESPONSES}}}}}"#)
            });
            let text = paths(&operations, &format!("\"securitySchemes\":{{{schemes}}}"));
            text.replacen("\"paths\"", &format!("\"security\":[{used}],\"paths\""), 1)
        }),
    ]
}

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Operations that refer to one response, which has 900 of something.
fn shared_response(operations: usize, key: &str, one: impl Fn(usize) -> String) -> String {
    let response = "{\"$ref\":\"#/components/responses/R\"}";
    let all = list(operations, |n| {
        format!("\"/p{n}\":{{\"get\":{{\"responses\":{{\"200\":{response}}}}}}}")
    });
    let many = list(900, one);
    let shared = format!("\"R\":{{\"description\":\"d\",\"{key}\":{{{many}}}}}");
    paths(&all, &format!("\"responses\":{{{shared}}}"))
}

fn same_names(count: usize) -> String {
    let one = |n: usize| format!(r#""/p{n}":{{"get":{{"operationId":"same",{RESPONSES}}}}}"#);
    paths(&list(count, one), "")
}

/// Lists of Swagger 2.0 that every operation inherits.
fn of_swagger() -> Vec<Case> {
    let head = r#""swagger":"2.0","info":{"title":"t","version":"1"}"#;
    vec![
        case(
            "200 operations with 20,000 inherited media types",
            move || {
                let media = list(20_000, |n| format!("\"application/a{n}\""));
                let body = r#""parameters":[{"name":"b","in":"body","schema":{"type":"string"}}]"#;
                let operations = list(200, |n| {
                    format!(
                        r#""/p{n}":{{"post":{{"operationId":"o{n}",{body},"responses":{{"200":{{"description":"d","schema":{{"type":"string"}}}}}}}}}}"#
                    )
                });
                format!(
                    "{{{head},\"consumes\":[{media}],\"produces\":[{media}],\"paths\":{{{operations}}}}}"
                )
            },
        ),
        case("5 operations with 20,000 shared form fields", move || {
            let fields = list(20_000, |n| {
                format!("\"f{n}\":{{\"name\":\"f{n}\",\"in\":\"formData\",\"type\":\"string\"}}")
            });
            let used = list(20_000, |n| format!("{{\"$ref\":\"#/parameters/f{n}\"}}"));
            let operations = list(5, |n| {
                format!(
                    r#""/p{n}":{{"post":{{"operationId":"o{n}","consumes":["multipart/form-data"],"parameters":[{used}],{RESPONSES}}}}}"#
                )
            });
            format!("{{{head},\"parameters\":{{{fields}}},\"paths\":{{{operations}}}}}")
        }),
        case(
            "20 operations with 1,000 shared form fields of their paths",
            move || {
                let fields = list(1_000, |n| {
                    format!("{{\"name\":\"f{n}\",\"in\":\"formData\",\"type\":\"string\"}}")
                });
                let operations = list(20, |n| {
                    format!(
                        r#""/p{n}":{{"parameters":[{}],"post":{{"operationId":"o{n}",{RESPONSES}}}}}"#,
                        if n == 0 {
                            fields.clone()
                        } else {
                            list(1_000, |f| {
                                format!("{{\"$ref\":\"#/paths/~1p0/parameters/{f}\"}}")
                            })
                        }
                    )
                });
                format!("{{{head},\"paths\":{{{operations}}}}}")
            },
        ),
    ]
}

fn of_files() -> Vec<Case> {
    vec![
        Case::new("crowd: 10,000 files", "a.json", |folder| {
            let property = |n: usize| format!("\"p{n}\":{{\"$ref\":\"parts/{n}.json\"}}");
            let root = schemas(&format!(
                "\"S0\":{{\"properties\":{{{}}}}}",
                list(10_000, property)
            ));
            file(folder, "a.json", root.as_bytes());
            for number in 0..10_000 {
                file(
                    folder,
                    &format!("parts/{number}.json"),
                    b"{\"type\":\"string\"}",
                );
            }
        }),
        Case::new("crowd: a ring of 500 files", "a.json", |folder| {
            file(
                folder,
                "a.json",
                schemas("\"S0\":{\"$ref\":\"parts/0.json\"}").as_bytes(),
            );
            for number in 0..500 {
                let next = format!(
                    "{{\"type\":\"object\",\"properties\":{{\"a\":{{\"$ref\":\"{}.json\"}}}}}}",
                    (number + 1) % 500
                );
                file(folder, &format!("parts/{number}.json"), next.as_bytes());
            }
        }),
        Case::new(
            "crowd: 10,000 fragments of the file itself",
            "a.json",
            |folder| {
                let property = |n: usize| {
                    format!(
                        "\"p{n}\":{{\"$ref\":\"a.json#/components/schemas/S{}\"}}",
                        n + 1
                    )
                };
                let other = list(10_000, |n| {
                    format!("\"S{}\":{{\"type\":\"string\"}}", n + 1)
                });
                let root = schemas(&format!(
                    "\"S0\":{{\"properties\":{{{}}}}},{other}",
                    list(10_000, property)
                ));
                file(folder, "a.json", root.as_bytes());
            },
        ),
        Case::new("crowd: 10,000 files that are missing", "a.json", |folder| {
            let property = |n: usize| format!("\"p{n}\":{{\"$ref\":\"missing{n}.json\"}}");
            let root = schemas(&format!(
                "\"S0\":{{\"properties\":{{{}}}}}",
                list(10_000, property)
            ));
            file(folder, "a.json", root.as_bytes());
        }),
    ]
}
