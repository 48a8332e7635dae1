//! Markdown as it comes out, and hostile Markdown.

use proptest::prelude::*;
use pulldown_cmark::CodeBlockKind;

use super::*;

fn rendered(text: &str) -> String {
    render(text).join("\n")
}

#[test]
fn renders() {
    for (text, expect) in [
        ("", ""),
        ("A  pet.\nFor sale.", "A pet. For sale."),
        ("a\n\nb", "a\n\nb"),
        ("a  \nb", "a\\\nb"),
        ("# Title #\ntext", "# Title\n\ntext"),
        ("*a* **b** `c`", "*a* **b** `c`"),
        ("`a`</b>`<br>`", "`a` `<br>`"),
        ("- a\n- b\n  - c\n\nd", "- a\n- b\n  - c\n\nd"),
        ("1. a\n2. b", "1. a\n2. b"),
        ("> quoted\nlazily", "> quoted lazily"),
        ("```rust\nfn main() {}\n```", "```text\nfn main() {}\n```"),
        ("    panic!()", "```text\npanic!()\n```"),
        ("- a\n\n      code", "- a\n\n  ```text\n  code\n  ```"),
        (
            "see [here](https://x.example) now",
            "see [here](https://x.example) now",
        ),
        ("[Foo](struct.Foo.html) [Bar]", "Foo \\[Bar\\]"),
        ("<https://x.example>", "<https://x.example>"),
        ("https://x.example/a_b.", "<https://x.example/a_b>."),
        ("<p>a</p><p>b<br>c", "a\n\nb\\\nc"),
        ("Vec<Foo> and <x y=1>", "Vec\\<Foo> and \\<x y=1>"),
        (
            "| a | b |\n|---|---|\n| 1 | `x` |",
            "| a | b |\n| --- | --- |\n| 1 | `x` |",
        ),
        ("a\n---", "## a"),
        ("a\n***\nb", "a\n\n---\n\nb"),
        ("![alt](https://x.example/i.png)", "alt"),
    ] {
        assert_eq!(rendered(text), expect, "{text}");
    }
}

#[test]
fn long_lines_are_filled() {
    let lines = render(&"word ".repeat(100));
    assert!(lines.len() > 4 && lines.iter().all(|line| line.len() <= 92));
}

#[test]
fn lists_of_ours() {
    let item = |head, texts: &[&'static str], below| Item {
        head: vec![Piece::Code(head)],
        texts: texts.to_vec(),
        below,
    };
    for (items, expect) in [
        (vec![item("a", &[], vec![])], "- `a`"),
        (
            vec![item("a", &["The *a*.\n\nMore."], vec![])],
            "- `a`: The *a*.\n\n  More.",
        ),
        (
            vec![item("a", &["- x\n- y"], vec![])],
            "- `a`:\n\n  - x\n  - y",
        ),
        (vec![item("a", &["# x"], vec![])], "- `a`:\n\n  # x"),
        (
            vec![
                item("a", &["A.", "B."], vec![item("x", &["X."], vec![])]),
                item("b", &["B."], vec![]),
            ],
            "- `a`: A.\n\n  B.\n  - `x`: X.\n- `b`: B.",
        ),
    ] {
        assert_eq!(render_list(&items).join("\n"), expect, "{expect}");
    }
}

#[test]
fn depth_is_bounded() {
    let lines = render(&">".repeat(10_000));
    assert!(lines.is_empty());
    let lines = render(&["> ".repeat(5_000).as_str(), "x"].concat());
    assert!(lines.iter().all(|line| line.len() < 100), "{lines:?}");
}

/// What rustdoc would make of the lines: no HTML, no code to run, no link into the code.
fn check_harmless(lines: &[String]) -> Result<(), TestCaseError> {
    let text = lines.join("\n");
    prop_assert!(
        lines
            .iter()
            .all(|line| !line.contains(['\n', '\r']) && line.trim_end() == line)
    );
    for event in Parser::new_ext(&text, Options::all()) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => prop_assert!(false, "HTML in {text}"),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                prop_assert_eq!(&*info, "text");
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                prop_assert!(false, "indented code in {text}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                prop_assert!(
                    inline::target(&dest_url).is_some(),
                    "link {dest_url} in {text}"
                );
            }
            _ => {}
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn plain_texts_need_no_parser(text in "([a-zA-Z][a-zA-Z0-9 .,;:!?()|#>'\"+=é-]{0,20}\n?){1,3}") {
        prop_assume!(is_plain(&text));
        let mut renderer = Renderer::default();
        renderer.walk(&text);
        prop_assert_eq!(render(&text), renderer.blocks.into_lines());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_harmless(text in "\\PC{0,60}") {
        check_harmless(&render(&text))?;
    }

    #[test]
    fn any_markdown_is_harmless(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "a", " ", "\n", "\n\n", "    ", "- ", "1. ", "2) ", "> ", "#", "```", "~~~", "`",
                "*", "**", "_", "[", "]", "(", ")", "<", ">", "<p>", "</b>", "<!--", "-->", "|",
                "---", "===", "\\", "&lt;", "https://x.example/", "![", "[x]: y", "\t", "rust",
                ":", "+", "~", "<br>", "$", "[^1]", "<script>",
            ]),
            0..24,
        ),
    ) {
        check_harmless(&render(&pieces.concat()))?;
    }

    #[test]
    fn words_survive(text in "[a-z .,()#*_<>&-]{0,60}") {
        // A letter that rendering adds nowhere, as it does in the fences of code.
        let letters = |text: &str| text.chars().filter(|c| *c == 'q').count();
        let text = text.replace(['<', '>'], "q");
        prop_assert_eq!(letters(&render(&text).join("\n")), letters(&text));
    }
}
