//! Which files are read where documents and schemas have addresses of their own.

use super::check;

#[test]
fn what_calls_itself_so_is_not_looked_for() {
    check(
        &[
            (
                "root.yaml",
                "openapi: 3.1.0\na: {$ref: pet}\nb: {$ref: 'https://x.org/cat'}\nc: {$ref: b.yaml}\n\
                 d: {$id: pet}",
            ),
            (
                "b.yaml",
                "{$id: 'https://x.org/cat', a: {$ref: 'dog#a'}, b: {$id: dog, $anchor: a}}",
            ),
            ("pet", "never: read"),
        ],
        &["root.yaml", "b.yaml"],
        "",
    );
}

#[test]
fn before_3_1_nothing_calls_itself_anything() {
    check(
        &[
            (
                "root.yaml",
                "openapi: 3.0.4\na: {$ref: pet}\nb: {$id: pet}\nc: {$id: '#'}",
            ),
            ("pet", "{$id: 'https://x.org/', a: {$ref: root.yaml}}"),
        ],
        &["root.yaml", "pet"],
        "",
    );
}

#[test]
fn relative_references_count_from_the_address() {
    check(
        &[
            (
                "root.yaml",
                "openapi: 3.1.0\na: {$id: x/y, b: {$ref: z.yaml}}\nc: {$ref: z.yaml}",
            ),
            ("x/z.yaml", "1"),
        ],
        &["root.yaml", "x/z.yaml"],
        "root.yaml:3:11: error[E0202]: the file `z.yaml` is missing",
    );
}

#[test]
fn the_folder_of_a_document_with_an_address_is_a_copy() {
    check(
        &[
            (
                "root.yaml",
                "openapi: 3.2.0\n$self: 'https://x.org/api/root'\na: {$ref: x/b.yaml}\n\
                 c: {$ref: 'https://x.org/api/x/c.yaml'}\nd: {$ref: ../d.yaml}\ne: {$ref: e.yaml}",
            ),
            ("x/b.yaml", "1"),
            ("x/c.yaml", "1"),
            ("d.yaml", "1"),
        ],
        &["root.yaml", "x/b.yaml", "x/c.yaml"],
        "root.yaml:5:11: error[E0204]: the reference `../d.yaml` means the URL `https://x.org/d.yaml` \
         here\n\
         root.yaml:6:11: error[E0204]: the reference `e.yaml` means the URL `https://x.org/api/e.yaml` \
         here",
    );
    // A copy stays in the folder as every file does.
    check(
        &[(
            "root.yaml",
            "openapi: 3.2.0\n$self: 'https://x.org/'\na: {$ref: '%2e%2e/secret/a.yaml'}",
        )],
        &["root.yaml"],
        "root.yaml:3:11: error[E0204]: the reference `%2e%2e/secret/a.yaml` means the URL \
         `https://x.org/%2e%2e/secret/a.yaml` here",
    );
}
