//! Request builders as text.

use super::{check, code, generate, planned};
use crate::api::{Format, Header, Kind, Location, Operation, Outcome, Status, Step};
use crate::config::Config;
use crate::plan::Form;
use crate::plan::fixture::*;
use crate::print::FileSet;

#[test]
fn models_named_like_imports_are_qualified() {
    let mut all = Fixture::new();
    let string = all.string();
    let error = all.object("Error", vec![property("x", plain(string))]);
    all.object("Field", vec![property("x", plain(string))]);
    let mut get = operation("get", "GET", &[literal("/")]);
    get.responses = vec![response(
        Status::Code(200),
        vec![content("text/json", Some(plain(error)))],
    )];
    all.api.operations.push(get);
    let files = generate(&all.api);
    check(
        &files,
        "src/operations/pet.rs",
        "use super::super::models;\n",
    );
    check(
        &files,
        "src/operations/pet.rs",
        "type Output = models::Error;",
    );
    check(
        &files,
        "src/codec/field.rs",
        "impl Model for models::Field {",
    );
    check(
        &files,
        "src/codec/error.rs",
        "use super::super::models::Error;",
    );
}

fn one_operation(change: impl FnOnce(&mut Fixture, &mut Operation)) -> FileSet {
    let mut all = Fixture::new();
    let parts = [literal("/a/"), variable("b"), literal("/"), variable("a")];
    let mut op = operation("doIt", "PUT", &parts);
    change(&mut all, &mut op);
    all.api.operations.push(op);
    generate(&all.api)
}

#[test]
fn parameters_come_in_their_order() {
    let files = one_operation(|all, op| {
        let string = all.string();
        let integer = all.in_operation("x", Step::Items, Kind::Integer(Some(Format::Int32)));
        let list = all.in_operation("x", Step::Items, Kind::Array(plain(string)));
        let needed = crate::api::Parameter {
            required: true,
            ..parameter("q", Location::Query, list)
        };
        op.parameters = vec![
            needed,
            parameter("a", Location::Path, integer),
            parameter("b", Location::Path, string),
            parameter("a", Location::Header, string),
        ];
        op.body = Some(body(true, vec![content("application/json", None)]));
    });
    check(
        &files,
        "src/client.rs",
        "
    pub fn do_it(
        &self,
        b: impl Into<String>,
        a: i32,
        q: impl IntoIterator<Item = impl Into<String>>,
        body: impl Into<runtime::Value>,
    ) -> operations::DoIt<'_> {
        operations::DoIt::new(
            &self.core,
            b.into(),
            a,
            q.into_iter().map(Into::into).collect(),
            body.into(),
        )
    }
",
    );
    check(
        &files,
        "src/operations/pet.rs",
        "pub fn a_header(mut self, a_header: impl Into<String>)",
    );
    check(
        &files,
        "src/operations/pet.rs",
        "
        request.path_text(\"/a/\");
        request.path(&B, &self.b);
        request.path_text(\"/\");
        request.path(&A, &self.a);
        request.query(&Q, &self.q);
        request.header_optional(&A_HEADER, &self.a_header);
        request.body(\"application/json\", &self.body);
",
    );
}

#[test]
fn outputs_follow_the_successes() {
    use Status::{Code, Default, Range};

    let read = |statuses: &[(Status, bool)]| {
        let files = one_operation(|all, op| {
            let string = all.string();
            let json = || vec![content("application/json", Some(plain(string)))];
            let content = |has: bool| if has { json() } else { Vec::new() };
            let responses = statuses
                .iter()
                .map(|(status, has)| response(*status, content(*has)));
            op.responses = responses.collect();
        });
        files
            .get("src/operations/pet.rs")
            .expect("the file")
            .to_owned()
    };
    for (statuses, expect) in [
        (&[][..], "type Output = ();"),
        (&[(Code(404), true)], "        Err(response.unexpected())\n"),
        (
            &[(Code(200), false), (Code(204), false)],
            "200 | 204 => Ok(()),",
        ),
        (
            &[(Code(200), true), (Default, false)],
            "200 => response.body(),",
        ),
        (&[(Default, true)], "200..=299 => response.body(),"),
        (
            &[(Code(200), true), (Code(201), true)],
            "200 | 201 => response.body(),",
        ),
        (
            &[(Code(200), true), (Code(204), false)],
            "204 => Ok(DoItOutput::NoContent),",
        ),
        (
            &[(Range(2), true), (Code(204), false)],
            "200..=299 => response.body_in(DoItOutput::",
        ),
    ] {
        let text = read(statuses);
        assert!(text.contains(expect), "{expect}\n{text}");
    }
}

#[test]
fn values_without_a_form_in_a_media_type_are_accounted_for() {
    let mut all = Fixture::new();
    let string = all.string();
    let list = all.component("Rows", Kind::Array(plain(string)));
    let mut put = operation("put", "PUT", &[literal("/")]);
    let bytes = content("application/octet-stream", None);
    put.body = Some(body(
        true,
        vec![bytes, content("text/csv", Some(plain(list)))],
    ));
    let text = content("text/plain", Some(plain(string)));
    let image = content("image/png", Some(plain(list)));
    put.responses = vec![
        response(Status::Code(200), vec![text]),
        response(Status::Code(201), vec![image]),
    ];
    all.api.operations.push(put);
    let plan = planned(&all.api, &Config::default(), Form::Module);
    let reasons = [
        "a value of this type has no form in this media type; the request fails unsent",
        "a value of this type has no form in this media type; the answer is an error with its body",
    ];
    let expect = reasons.map(|reason| (Outcome::Degraded, reason));
    assert!(plan.account.iter().map(code).eq(expect));
}

#[test]
fn answers_of_other_types_can_be_asked_for() {
    let mut all = Fixture::new();
    let string = all.string();
    let mut get = operation("get", "GET", &[literal("/")]);
    let json = content("application/json", Some(plain(string)));
    get.responses = vec![response(
        Status::Code(200),
        vec![json, content("image/png", None)],
    )];
    all.api.operations.push(get);
    let plan = planned(&all.api, &Config::default(), Form::Module);
    assert!(plan.account.is_empty());
    let get = &plan.operations[0].operations[0];
    assert_eq!(get.info.accepts, ["application/json", "image/png"]);
    let choice = get.output.choice.as_ref().expect("an enum");
    let names = choice.variants.iter().map(|variant| variant.name.as_str());
    assert!(names.eq(["Ok", "OkImagePng"]));
}

#[test]
fn answers_are_documented_with_their_headers() {
    let files = one_operation(|all, op| {
        let string = all.string();
        let mut ok = response(
            Status::Code(200),
            vec![content("application/json", Some(plain(string)))],
        );
        ok.docs = docs("All is *well*.\n\nReally.");
        ok.headers = vec![Header {
            name: "X-Rate".to_owned(),
            shared: None,
            required: false,
            ty: None,
            serialization: crate::api::Serialization::Content("text/plain".to_owned()),
            docs: docs("Calls left."),
            examples: Vec::new(),
            origin: origin("/x"),
        }];
        let mut failed = response(Status::Range(4), vec![]);
        failed.docs = docs("It is not.");
        op.responses = vec![ok, failed];
    });
    check(
        &files,
        "src/operations/pet.rs",
        "
/// # Answers
///
/// - `200` (`application/json`): All is *well*.
///
///   Really.
///   - Header [`X-Rate`](DoIt::X_RATE)
/// - `4XX`: It is not.
#[derive(Clone, Debug)]
",
    );
}

#[test]
fn lints_are_allowed_where_a_name_or_a_number_offends() {
    let files = one_operation(|all, op| {
        let string = all.string();
        op.parameters
            .push(parameter("is_open", Location::Query, string));
        for name in ["c", "d", "e", "f", "g"] {
            op.parameters.push(crate::api::Parameter {
                required: true,
                ..parameter(name, Location::Query, string)
            });
        }
        for name in ["a", "b"] {
            op.parameters.push(parameter(name, Location::Path, string));
        }
    });
    let root = files.get("src/lib.rs").expect("a root");
    assert_eq!(
        root.matches("clippy::too_many_arguments").count(),
        2,
        "{root}"
    );
    assert_eq!(root.matches("clippy::wrong_self").count(), 1, "{root}");
    assert_eq!(root.matches("clippy::").count(), 3, "{root}");
}
