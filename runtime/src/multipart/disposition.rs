//! `Content-Disposition` of a part: names as browsers write them (WHATWG HTML §4.10.21.8), in UTF-8,
//! with nothing that could end the value or the line. Not RFC 8187: RFC 7578 §4.2 forbids it here.

use std::fmt::Write as _;

/// Returns the header's value, `None` where the part needs none.
pub(super) fn write(is_form: bool, name: Option<&str>, file_name: Option<&str>) -> Option<String> {
    let mut value = match (is_form, file_name) {
        (true, _) => "form-data".to_owned(),
        (false, Some(_)) => "attachment".to_owned(),
        (false, None) => return None,
    };
    // Names are keys of forms; other parts are told apart by their place.
    if let (true, Some(name)) = (is_form, name) {
        // Writing to a string cannot fail.
        let _ = write!(value, "; name=\"{}\"", escape(&with_whole_line_ends(name)));
    }
    if let Some(file_name) = file_name {
        let _ = write!(value, "; filename=\"{}\"", escape(file_name));
    }
    Some(value)
}

fn escape(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '\n' => escaped.push_str("%0A"),
            '\r' => escaped.push_str("%0D"),
            '"' => escaped.push_str("%22"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Makes every line end one of two characters.
fn with_whole_line_ends(name: &str) -> String {
    name.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_browsers_write_them() {
        for (name, file_name, expect) in [
            ("a", None, r#"form-data; name="a""#),
            ("", Some(""), r#"form-data; name=""; filename="""#),
            (
                "é漢",
                Some("ü.png"),
                r#"form-data; name="é漢"; filename="ü.png""#,
            ),
            ("a\"b", None, r#"form-data; name="a%22b""#),
            (
                r"a\",
                Some(r"\.."),
                r#"form-data; name="a\"; filename="\..""#,
            ),
            ("a\nb", None, r#"form-data; name="a%0D%0Ab""#),
            ("a\r\nb\r", None, r#"form-data; name="a%0D%0Ab%0D%0A""#),
            (
                "a",
                Some("x\ny\r"),
                r#"form-data; name="a"; filename="x%0Ay%0D""#,
            ),
            ("100%", None, r#"form-data; name="100%""#),
        ] {
            assert_eq!(write(true, Some(name), file_name).unwrap(), expect);
        }
    }

    #[test]
    fn parts_outside_of_forms_need_no_names() {
        assert_eq!(write(false, Some("a"), None), None);
        let file = write(false, Some("a"), Some("b"));
        assert_eq!(file.unwrap(), r#"attachment; filename="b""#);
        assert_eq!(write(true, None, None).unwrap(), "form-data");
    }
}
