//! Whatever a description says, it stays text: in literals and documentation.

use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;

use super::generate;
use crate::api::{Api, Docs, Location, Status, Tag};
use crate::plan::fixture::*;

/// Collects every identifier, and every literal of documentation.
fn scan(tokens: TokenStream, idents: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => scan(group.stream(), idents),
            TokenTree::Ident(ident) => idents.push(ident.to_string()),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn hostile(text: &str) -> Api {
    let written = Docs {
        title: Some(text.to_owned()),
        summary: Some(text.to_owned()),
        ..docs(text)
    };
    let mut api = everything();
    api.title = text.to_owned();
    api.version = text.to_owned();
    api.docs = written.clone();
    api.servers[0].url = text.to_owned();
    api.servers[0].description = Some(text.to_owned());
    for scheme in &mut api.security_schemes {
        scheme.docs = written.clone();
    }
    let ids: Vec<_> = api.types().map(|(id, _)| id).collect();
    for id in ids {
        api[id].docs = written.clone();
        api[id].constraints.keywords = vec![constraint("pattern", text)];
    }
    for op in &mut api.operations {
        op.docs = written.clone();
        op.path.text = text.to_owned();
        op.method = text.to_owned();
        op.parameters
            .iter_mut()
            .for_each(|parameter| parameter.docs = written.clone());
        op.body
            .iter_mut()
            .for_each(|body| body.docs = written.clone());
        op.responses
            .iter_mut()
            .for_each(|response| response.docs = written.clone());
    }
    api
}

/// The same with the text for names.
fn hostile_names(text: &str) -> Api {
    let mut all = Fixture { api: everything() };
    let string = all.string();
    let names = [text.to_owned(), text.to_uppercase(), text.replace(' ', "_")];
    for name in &names {
        all.object(
            name,
            vec![property(text, plain(string)), required(name, plain(string))],
        );
    }
    let status = all.component("Values", values(&names.each_ref().map(String::as_str)));
    let mut op = operation(text, "GET", &[literal(text), variable(text)]);
    op.tags = vec![text.to_owned()];
    op.parameters = [
        Location::Path,
        Location::Query,
        Location::Header,
        Location::Cookie,
    ]
    .map(|location| parameter(text, location, status))
    .into();
    let both = || {
        vec![
            content(text, Some(plain(status))),
            content("a/b", Some(plain(string))),
        ]
    };
    op.body = Some(body(true, both()));
    op.responses = vec![response(Status::Code(200), both())];
    all.api.operations.push(op);
    all.api.tags.push(Tag {
        name: text.to_owned(),
        ..Tag::default()
    });
    all.api
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn texts_stay_texts(before in "[\\PC\n\r\u{202e}`\"\\\\]{0,12}", after in "[\\PC\n/*`#]{0,12}") {
        let text = [&before, "\n */ \" } fn canary() {} #[canary] {", &after].concat();
        for (path, text) in generate(&hostile(&text)).iter().filter(|(path, _)| path.ends_with("rs")) {
            prop_assert!(!text.contains('\u{202e}'), "{}", path);
            let mut idents = Vec::new();
            scan(text.parse().expect("tokens"), &mut idents);
            prop_assert!(!idents.iter().any(|ident| ident == "canary"), "{}:\n{}", path, text);
        }
    }

    #[test]
    fn any_name_makes_rust(text in "\\PC{0,10}|[a-z _.<>{}/\"-]{0,14}") {
        let files = generate(&hostile_names(&text));
        prop_assert!(files.get("src/lib.rs").is_some());
    }
}
