//! `quote!` and what it makes.

use super::*;

fn check(tokens: &TokenStream, expect: &str) {
    assert_eq!(tokens.to_string().trim_end(), expect);
}

#[test]
fn tokens_are_taken_as_they_are() {
    check(&quote!(), "");
    check(
        &quote!(
            pub fn a<'c>(&'c self, _: i32) -> [u8; 2] {
                b::<1.5>(-1 - 2, "\"", 'x')
            }
        ),
        r#"pub fn a < 'c > ( & 'c self , _ : i32 ) -> [ u8 ; 2 ] { b :: < 1.5 > ( - 1 - 2 , "\"" , 'x' ) }"#,
    );
    check(
        &quote!(#[a] #![b] r#type >>= ..= "x"),
        r#"# [ a ] # ! [ b ] r#type >>= ..= "x""#,
    );
}

#[test]
fn comments_are_documentation() {
    let tokens = quote! {
        /// A `"b"`.
        a
    };
    check(&tokens, r#"#[doc = " A `\"b\"`."] a"#);
    assert_eq!(
        tokens.iter().next().map(|token| token.kind),
        Some(TokenKind::Doc)
    );
}

#[test]
fn names_stand_for_values() {
    let (inner, none, text, number) = (quote!(a b), None::<TokenStream>, "q\"", -3_i32);
    check(
        &quote!(#inner #none { #text: #number, true }),
        r#"a b { "q\"" : - 3 , true }"#,
    );
}

#[test]
fn repetitions_end_with_the_shortest() {
    let list = vec![quote!(a), quote!(b)];
    let (slice, same) = (list.as_slice(), "s");
    let numbers = 1..=9_u8;
    check(&quote!([#(#list),*]), "[ a , b ]");
    check(&quote!(#(#slice: #same;)*), r#"a : "s" ; b : "s" ;"#);
    check(
        &quote!(#(#slice(#slice) = #numbers)|*),
        "a ( a ) = 1 | b ( b ) = 2",
    );
    let none = Vec::<TokenStream>::new();
    check(&quote!(x #(#none)* y), "x y");
    let nested = [vec![quote!(a)], vec![quote!(b), quote!(c)]];
    check(&quote!(#([#(#nested),*])*), "[ a ] [ b , c ]");
}

#[test]
fn a_tape_can_be_looked_at() {
    let tokens = quote!(a + "b");
    let kinds: Vec<_> = tokens.iter().map(|token| token.kind).collect();
    assert_eq!(
        kinds,
        [TokenKind::Word, TokenKind::Punct, TokenKind::Literal]
    );
}
