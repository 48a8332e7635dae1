//! What diagnostics look like.

use super::*;
use crate::diagnostic::Code;
use crate::source::Span;

/// Renders one diagnostic with labels on the first `|here|` and, if there is one, on the second.
fn shown(text: &str, format: Format) -> String {
    let parts: Vec<&str> = text.split('|').collect();
    let mut sources = Sources::default();
    let file = sources.add("api/a.yaml", parts.concat());
    let at = |part: usize| {
        let start = parts[..part].iter().map(|part| part.len()).sum::<usize>();
        Span::from_range(file, start..start + parts[part].len())
    };
    let mut diagnostic = Diagnostic::new(Code::DuplicateKey, "something is wrong")
        .label(at(1), "this here")
        .help("do better");
    if parts.len() > 3 {
        diagnostic = diagnostic.secondary(at(3), "because of this");
    }
    render_one(&diagnostic, &sources, format)
}

/// Compares all but the first line and the last two, which are always the same.
#[track_caller]
fn check(text: &str, expect: &str) {
    let shown = shown(text, Format::Plain);
    let lines: Vec<&str> = shown.lines().collect();
    let (body, hint) = lines.split_at(lines.len() - 2);
    assert_eq!(body[0], "error[E0107]: something is wrong");
    assert_eq!(body[1..].join("\n"), expect.trim_matches('\n'));
    assert_eq!(hint[0].trim_start(), "|");
    assert_eq!(hint[1].trim_start(), "= help: do better");
}

#[test]
fn a_line_with_everything() {
    check(
        "a: 1\nb: |here|\nc: 2\n",
        "
 --> api/a.yaml:2:4
  |
2 | b: here
  |    ^^^^ this here",
    );
}

#[test]
fn line_breaks_of_windows_and_none_at_the_end() {
    for text in [
        "a: 1\r\nb: |here|\r\nc: 1",
        "a: 1\nb: |here|",
        "a: 1\r\nb: |here\r\n  there|",
    ] {
        check(
            text,
            "
 --> api/a.yaml:2:4
  |
2 | b: here
  |    ^^^^ this here",
        );
    }
}

#[test]
fn tabs_and_characters_of_several_bytes() {
    check(
        "\ta\té😀: |hé|\n",
        "
 --> api/a.yaml:1:8
  |
1 |     a    é😀: hé
  |               ^^ this here",
    );
}

#[test]
fn what_steers_a_terminal_is_made_visible() {
    check(
        "a: \u{1b}[31m\u{202e} |x|",
        "
 --> api/a.yaml:1:11
  |
1 | a: ␛[31m� x
  |           ^ this here",
    );
}

#[test]
fn empty_texts_and_empty_places() {
    check(
        "||",
        "
 --> api/a.yaml:1:1
  |
1 |
  | ^ this here",
    );
    check(
        "a|\n|",
        "
 --> api/a.yaml:1:2
  |
1 | a
  |  ^ this here",
    );
}

#[test]
fn of_several_lines_the_first_is_shown() {
    check(
        "|a:\n- b\n- c|\n",
        "
 --> api/a.yaml:1:1
  |
1 | a:
  | ^^ this here",
    );
}

#[test]
fn two_places() {
    check(
        "a: |b|\n\nc\n\n\nd: |d|\n",
        "
 --> api/a.yaml:1:4
  |
1 | a: b
  |    ^ this here
...
6 | d: d
  |    - because of this",
    );
    check(
        &format!("a: |b|\n{}d: |d|\n", "x\n".repeat(9_000)),
        "
    --> api/a.yaml:1:4
     |
   1 | a: b
     |    ^ this here
     |
    ::: api/a.yaml:9002:4
     |
9002 | d: d
     |    - because of this",
    );
}

#[test]
fn a_line_of_a_megabyte_is_cut() {
    let (before, after) = ("\"é\", ".repeat(200_000), "1, ".repeat(200_000));
    let shown = shown(&format!("{before}|\"here\"|, {after}|x|"), Format::Plain);
    let place = " --> api/a.yaml:1:1000001\n";
    let line = "\"é\", \"é\", \"here\", 1, 1, ";
    let other = " ::: api/a.yaml:1:1600009\n";
    assert!(
        [place, line, other].iter().all(|part| shown.contains(part)),
        "{shown}"
    );
    assert!(shown.len() < 2_000, "{}", shown.len());
    let lines: Vec<&str> = shown.lines().collect();
    let is_repeated = |pair: &[&str]| pair[0] == pair[1];
    assert!(!lines.windows(2).any(is_repeated), "{shown}");
}

#[test]
fn colours_change_nothing_else() {
    let coloured = shown("a: |b|, c: |d|", Format::Coloured);
    let mut parts = coloured.split('\u{1b}');
    let mut bare = parts.next().unwrap().to_owned();
    for part in parts {
        bare.push_str(part.split_once('m').unwrap().1);
    }
    assert!(coloured.len() > bare.len());
    assert_eq!(bare, shown("a: |b|, c: |d|", Format::Plain));
}

#[test]
fn one_line() {
    let line = "api/a.yaml:2:4: error[E0107]: something is wrong";
    assert_eq!(shown("a: 1\nb: |here|", Format::Short), line);
    let bare = Diagnostic::new(Code::UnreadableFile, "gone");
    let sources = Sources::default();
    assert_eq!(
        render_one(&bare, &sources, Format::Short),
        "error[E0101]: gone"
    );
    assert_eq!(
        render_one(&bare, &sources, Format::Plain),
        "error[E0101]: gone"
    );
}

#[test]
fn of_many_places_the_first_are_shown() {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", "x\n".repeat(50));
    let mut diagnostic = Diagnostic::new(Code::IgnoredTag, "often");
    for line in 0..50 {
        diagnostic = diagnostic.label(Span::new(file, line * 2, line * 2 + 1), "");
    }
    let shown = render_one(&diagnostic, &sources, Format::Plain);
    assert!(
        shown.ends_with("6 | x\n  | ^\n  |\n  = note: and 44 more places"),
        "{shown}"
    );
}

#[test]
fn all_of_them_and_the_number_of_the_rest() {
    let mut diagnostics = Diagnostics::default();
    for number in 0..1_002 {
        diagnostics.add(Diagnostic::new(
            Code::IgnoredTag,
            format!("number {number}"),
        ));
    }
    let shown = render_as(&diagnostics, &Sources::default(), Format::Short);
    assert!(shown.starts_with("warning[W0101]: number 0\nwarning[W0101]: number 1\n"));
    assert!(shown.ends_with("number 999\nwarning: and 2 more like these, not shown\n"));
}
