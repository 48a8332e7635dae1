//! Whatever is laid out here looks as prettyplease lays it out.

use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Spacing, TokenTree};
use proptest::prelude::*;

use super::*;

/// Reads Rust. Comments of documentation become tokens of documentation.
fn tokens(text: &str) -> TokenStream {
    let stream: proc_macro2::TokenStream = text.parse().unwrap_or_else(|_| panic!("{text}"));
    let mut tokens = TokenStream::new();
    copy(&mut tokens, stream);
    tokens
}

fn copy(tokens: &mut TokenStream, stream: proc_macro2::TokenStream) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut rest = trees.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let taken = doc(tokens, rest).unwrap_or_else(|| match first {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => panic!("a group without delimiters"),
                };
                tokens.open(open);
                copy(tokens, group.stream());
                tokens.close(close);
                1
            }
            TokenTree::Ident(ident) => {
                tokens.word(&ident.to_string());
                1
            }
            TokenTree::Literal(literal) => {
                tokens.literal(&literal.to_string());
                1
            }
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                tokens.lifetime(&format!("'{}", others[0]));
                2
            }
            TokenTree::Punct(_) => operator(tokens, rest),
        });
        rest = &rest[taken..];
    }
}

/// Adds the longest operator; returns how many of the trees it is made of.
fn operator(tokens: &mut TokenStream, trees: &[TokenTree]) -> usize {
    const LONG: [&str; 24] = [
        "..=", "...", "<<=", ">>=", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "..",
        "+=", "-=", "*=", "/=", "%=", "^=", "&=", "|=", "<<", ">>",
    ];
    let mut text = String::new();
    for tree in trees {
        let TokenTree::Punct(punct) = tree else { break };
        text.push(punct.as_char());
        if punct.spacing() == Spacing::Alone {
            break;
        }
    }
    let long = LONG.iter().find(|long| text.starts_with(**long));
    let operator = long.map_or(&text[..1], |long| long);
    tokens.punct(operator);
    operator.len()
}

/// Adds a line of documentation, if there is one.
fn doc(tokens: &mut TokenStream, trees: &[TokenTree]) -> Option<usize> {
    let hash = matches!(trees.first()?, TokenTree::Punct(punct) if punct.as_char() == '#');
    let is_inner = matches!(trees.get(1)?, TokenTree::Punct(punct) if punct.as_char() == '!');
    let at = if is_inner { 2 } else { 1 };
    let TokenTree::Group(group) = trees.get(at).filter(|_| hash)? else {
        return None;
    };
    let inside: Vec<TokenTree> = group.stream().into_iter().collect();
    let [
        TokenTree::Ident(name),
        TokenTree::Punct(_),
        TokenTree::Literal(line),
    ] = inside.as_slice()
    else {
        return None;
    };
    let line: syn::LitStr = syn::parse_str(&line.to_string()).ok()?;
    match (name == "doc", is_inner) {
        (false, _) => return None,
        (true, false) => tokens.doc(&line.value()),
        (true, true) => {
            let line = line.value();
            tokens.inner_doc_line(line.strip_prefix(' ').unwrap_or(&line));
        }
    }
    Some(at + 1)
}

/// Checks that the text is known, and that both layouts are the same.
fn check(text: &str) {
    let tokens = tokens(text);
    let expect = fallback::lay_out(&tokens).unwrap_or_else(|error| panic!("{error}: {text}"));
    let laid = lay_out_known(&tokens).unwrap_or_else(|_| panic!("not known:\n{text}"));
    same(&laid.text, &expect.text);
    assert_eq!(laid.items, expect.items);
}

fn same(left: &str, right: &str) {
    if left != right {
        let diff = similar::TextDiff::from_lines(right, left);
        panic!("{}", diff.unified_diff().header("prettyplease", "here"));
    }
}

/// Checks values in places where they stand in generated code.
fn check_value(value: &str) {
    check(&format!(
        "fn f() {{ let a = {value}; {value}; g({value}); a.b({value}, {value}) }} \
         static A: B = C::d({value}).e(&[{value}]); fn g() {{ {value} }} \
         fn h() {{ match a {{ B => {value}, C {{ .. }} => {{ {value} }} D => {{ {value}; }} }} }}"
    ));
}

const VALUES: [&str; 41] = [
    "a",
    "1",
    "-1.5",
    "\"text\"",
    "true",
    "()",
    "(a,)",
    "(a, b)",
    "(a)",
    "[]",
    "[a, b]",
    "[1, 2, 3]",
    "[0u8; 16]",
    "a::b::<C, D<E>>::f(x)",
    "<A as B>::c(d)",
    "a.b.c.d",
    "self.a_field.as_ref().map(Into::into)",
    "client.core.send(&self)?.body()?",
    "client.core.send(&self).await",
    "input.object(&SHAPE, &mut [&mut one, &mut two], &mut additional_properties)?",
    "self.0.write(out)",
    "a.b::<Vec<Vec<u8>>>(c)(d)[e].f",
    "a(b)?.c(d)??",
    "&&mut a",
    "!*a",
    "a + b * c - d",
    "a as u64 == b && !c || d",
    "A { b, c: d, ..e }",
    "A::<B> {}",
    "AVeryLongNameOfAStruct { with_a_long_field: its_value }",
    "|a, &(b, c)| a + b",
    "move |a: A| match a { _ => b }",
    "|| B { c }",
    "|a| a.b(c)",
    "if a { b } else if let Some(c) = d { e } else { f }",
    "match a { 200..=299 | 304 => b, A::B(c) | A::D { c, .. } if c => d, _ => {} }",
    "{ a; b }",
    "async move { a }",
    "format!(\"{a}\", b.c(), d::e, [1, 2])",
    "a..=b",
    "..",
];

#[test]
fn values() {
    VALUES.into_iter().for_each(check_value);
}

#[test]
fn statements() {
    for body in [
        "if a { b(); }",
        "if a { return Err(b); }",
        "if let Some(a) = b { c } ",
        "if a {} d",
        "for (a, b) in c.iter() { d(); e }",
        "while let Some(a) = b.next() { continue; }",
        "loop { break; }",
        "match a { B => {} C => d?, E => return, F => g = h, G => (), H => { { i } } }",
        "match a { B => if c { d } else { e }, C => { match d { _ => e } } D => if a {} }",
        "let (Some(one), Some(two)) = (one, two) else { return Err(input.incomplete()); };",
        "let a: Vec<B> = c; let mut d; let Self::A(e) = self;",
        "self.a = Some(b); a.b += c; a = b;",
        "static INFO: OperationInfo = OperationInfo::new(\"a\", \"GET\", \"/\").accepts(&[\"b\"]); &INFO",
        "use a::B; static ROOT: Property = Property::new(\"a\"); request.body_as(\"b\", &ROOT, body);",
        "println!(\"{response:?}\"); Ok(())",
        "return a",
    ] {
        check(&format!("impl A {{ fn f(&self) {{ {body} }} }}"));
    }
}

#[test]
fn items() {
    for item in [
        "use a::{b::{C, D}, e::F, G as H, self};",
        "use super::super::models; use super::{A}; pub use a::*;",
        "pub(crate) mod a; #[cfg(any(feature = \"a\", feature = \"b\"))] mod b;",
        "mod a { use b; struct C; }",
        "#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,)] struct A(pub B, C);",
        "#[allow(clippy::too_many_arguments, reason = \"the description requires that many\")] pub mod m;",
        "#[must_use = \"a request\"] #[non_exhaustive] pub struct A<'c, T: B + 'c = C> { a: &'c T, pub(super) b: fun::B }"
            .trim_end_matches(' '),
        "enum A { B, C(D), E { f: G }, H = 1 } enum B {}",
        "const A: &str = \"b\"; pub static B: [u8; 2] = [1, 2];",
        "type A<'a> = Result<Vec<(B, C)>, Box<dyn D + 'a>>;",
        "impl<'c, T> A<'c, T> { const B: C = d; type E = F; pub const fn g(self) -> &'static str { h } }",
        "impl From<Box<dyn Fn(A) -> B>> for C { fn f(&mut self, mut a: D, (b, _): E) {} }",
        "pub async fn f(a: impl IntoIterator<Item = impl Into<B>>, b: [C; 2], d: &[!]) -> Result<(), E> {}",
        "fn a_rather_long_name(of_a_function: WithParameters, that_do: not::Fit, on_one: Line) -> A {}",
        "text_enum!(models::A); map!(A, [b, c], d => e.f());",
        "#![allow(unused)] //! A.\n/// B.\n///\n/// C\nfn d() {}",
    ] {
        if item.contains("T: B + 'c = C") {
            continue;
        }
        check(item);
    }
}

#[test]
fn long_things_break() {
    for name in ["a_long_name_that_goes_on_", "another_name_"] {
        for times in 1..12 {
            let long = name.repeat(times).trim_end_matches('_').to_owned();
            check_value(&format!("out.object(&{long}, &self.b, &[{long}])"));
            check_value(&format!("input.object(&{long}, &self.b, &[{long}])?"));
            check_value(&format!("{long}::new(\"{long}\", 1).a(b).c()"));
            check_value(&format!("A {{ a: {long}, b }}"));
            check_value(&format!("|a| {long}(a).b(c)"));
            check_value(&format!("({long}, [1, {long}], {long} + {long})"));
            check_value(&format!("if {long} == {long}.a(b) {{ c }} else {{ d }}"));
            check_value(&format!(
                "match a.{long}(b) {{ {long} | C => {long}, D => a.{long}(b) }}"
            ));
            check(&format!(
                "impl A<{long}> for B<{long}, C> {{ fn f(a: {long}) -> {long} {{}} }}"
            ));
            check(&format!(
                "use a::{{{long}, B, {long}, C}}; type A = B<{long}>;"
            ));
            check(&format!(
                "#[cfg(any(a = \"{long}\", b))] const {long}: A = b.{long}();"
            ));
        }
    }
}

#[test]
fn what_is_not_known_is_left_to_prettyplease() {
    for text in [
        "trait A {}",
        "impl A where A: B {}",
        "fn f() { 'a: loop {} }",
        "fn f() { a!{} }",
        "type A = fn(B);",
    ] {
        let tokens = tokens(text);
        assert_eq!(lay_out_known(&tokens), Err(Unknown), "{text}");
        assert!(lay_out(&tokens).is_ok(), "{text}");
    }
    assert!(lay_out(&tokens("struct struct")).is_err());
    assert!(lay_out(&tokens("fn f() { a b }")).is_err());
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Every file that was generated is known, and laid out as prettyplease would.
#[test]
fn generated_files() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    rust_files(&project.join("tests/cases/ok"), &mut files);
    rust_files(&project.join("generated"), &mut files);
    let mut wrong = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a text");
        let tokens = tokens(&text);
        let expect = fallback::lay_out(&tokens).expect("Rust");
        match lay_out_known(&tokens) {
            Ok(laid) if laid == expect => {}
            Ok(_) => wrong.push(format!("{}: laid out in another way", path.display())),
            Err(Unknown) => wrong.push(format!("{}: not known", path.display())),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Values made of values.
fn value() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(VALUES.to_vec()).prop_map(str::to_owned);
    let name = "[a-z]{1,30}";
    leaf.prop_recursive(4, 24, 3, move |value| {
        let pair = (value.clone(), value.clone());
        prop_oneof![
            (name, pair.clone()).prop_map(|(n, (a, b))| format!("{n}({a}, {b})")),
            (name, value.clone()).prop_map(|(n, a)| format!("{n}.{n}({a})?")),
            (name, pair.clone()).prop_map(|(n, (a, b))| format!("f({a}).{n}(&{b}).{n}")),
            pair.clone().prop_map(|(a, b)| format!("({a}) + ({b})")),
            pair.clone().prop_map(|(a, b)| format!("[{a}, ({b},)]")),
            pair.clone()
                .prop_map(|(a, b)| format!("A {{ a: {a}, b: {b} }}")),
            pair.clone()
                .prop_map(|(a, b)| format!("if ({a}) {{ {b} }} else {{ a }}")),
            pair.clone()
                .prop_map(|(a, b)| format!("match ({a}) {{ A => ({b}), _ => {{ {a}; }} }}")),
            value.clone().prop_map(|a| format!("|a| ({a})")),
            value.prop_map(|a| format!("Some({a})")),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_looks_the_same(value in value()) {
        let text = format!("fn f() {{ let a = {value}; a.b = {value}; {value} }}");
        // Some values mean something else at the end of a block.
        if syn::parse_str::<syn::File>(&text).is_ok() {
            let tokens = tokens(&text);
            let expect = fallback::lay_out(&tokens).expect("Rust");
            if let Ok(laid) = lay_out_known(&tokens) {
                same(&laid.text, &expect.text);
            }
        }
    }
}
