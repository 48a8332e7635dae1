//! What requests look like: path, query, headers, cookies and body, byte for byte.

use engross_runtime::private::{Credential, OperationInfo, Parameter, RequestWriter, Style};
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Bytes, Client, Error, ErrorKind, Map, Value, http};

use crate::support::{GET, KEYED, Op, POST, builder, client};

static ID: Parameter = Parameter::new("id");
static NAME: Parameter = Parameter::new("name");

fn request(write: fn(&mut RequestWriter)) -> Result<http::Request<Bytes>, Error> {
    client(&Memory::new()).request(&Op(&GET, write))
}

fn uri(write: fn(&mut RequestWriter)) -> String {
    request(write).unwrap().uri().to_string()
}

fn object() -> Map<Value> {
    Map::from_iter([
        ("a".to_owned(), Value::from("1 2")),
        ("b".to_owned(), Value::Null),
    ])
}

#[test]
fn paths_and_queries_are_joined_to_the_server() {
    let got = uri(|request| {
        request.path_text("/v");
        request.path(&ID, &"1".to_owned());
        request.path_text("/pets/");
        request.path(&NAME, &"a/b c?".to_owned());
        request.query(&ID, &vec!["x&y".to_owned(), "z".to_owned()]);
        request.query_optional(&NAME, &None::<String>);
        request.query_optional(&NAME, &Some(true));
    });
    assert_eq!(
        got,
        "https://api.test/base/v1/pets/a%2Fb%20c%3F?id=x%26y&id=z&name=true"
    );
}

#[test]
fn servers_have_bases_of_all_kinds() {
    for (server, expect) in [
        ("http://h", "http://h/pets"),
        ("http://h/", "http://h/pets"),
        ("http://h:81/a/b//", "http://h:81/a/b/pets"),
    ] {
        let client = Client::builder(server)
            .blocking_transport(Memory::new())
            .build()
            .unwrap();
        let request = client.request(&Op(&GET, crate::support::pets)).unwrap();
        assert_eq!(request.uri().to_string(), expect);
    }
}

#[test]
fn queries_have_styles() {
    static FORM: Parameter = Parameter::new("q").explode(false);
    static SPACE: Parameter = Parameter::new("q").style(Style::SpaceDelimited);
    static PIPE: Parameter = Parameter::new("q").style(Style::PipeDelimited);
    static EXPLODED: Parameter = Parameter::new("q")
        .style(Style::PipeDelimited)
        .explode(true);
    static DEEP: Parameter = Parameter::new("q").style(Style::DeepObject);
    static RESERVED: Parameter = Parameter::new("q").allow_reserved();
    static CONTENT: Parameter = Parameter::new("q").content("application/json");
    let got = uri(|request| {
        let list = vec![1, 2];
        request.path_text("/");
        request.query(&FORM, &list);
        request.query(&SPACE, &list);
        request.query(&PIPE, &list);
        request.query(&EXPLODED, &list);
        request.query(&DEEP, &object());
        request.query(&RESERVED, &"a/b:c".to_owned());
        request.query(&CONTENT, &list);
    });
    let expect = "q=1,2&q=1%202&q=1%7C2&q=1&q=2&q%5Ba%5D=1%202&q=a/b:c&q=%5B1%2C2%5D";
    assert_eq!(got, format!("https://api.test/base/?{expect}"));
}

#[test]
fn paths_and_headers_have_styles() {
    static LABEL: Parameter = Parameter::new("p").style(Style::Label).explode(true);
    static MATRIX: Parameter = Parameter::new("p").style(Style::Matrix);
    static HEADER: Parameter = Parameter::new("X-H").explode(true);
    let request = request(|request| {
        request.path_text("/");
        request.path(&LABEL, &vec![1, 2]);
        request.path_text("/");
        request.path(&MATRIX, &vec![1, 2]);
        request.header(&HEADER, &object());
        request.header_optional(&NAME, &Some(vec![1.5, 2.0]));
        request.header_optional(&ID, &None::<String>);
    })
    .unwrap();
    assert_eq!(request.uri().path(), "/base/.1.2/;p=1,2");
    assert_eq!(request.headers()["x-h"], "a=1 2");
    assert!(
        request.headers()["name"]
            .to_str()
            .unwrap()
            .starts_with("1.5,2")
    );
    assert!(!request.headers().contains_key("id"));
}

#[test]
fn bodies_have_their_declared_type() {
    let memory = Memory::new();
    let op = Op(&POST, |request: &mut RequestWriter| {
        request.path_text("/pets");
        request.body("text/json", &vec![1, 2]);
    });
    let request = client(&memory).request(&op).unwrap();
    assert_eq!(request.headers()["content-type"], "text/json");
    assert_eq!(request.body(), "[1,2]");
    assert_eq!(request.method(), "POST");
}

#[test]
fn the_first_media_type_is_accepted_unless_another_is_chosen() {
    let memory = Memory::new();
    let accept = |write: fn(&mut RequestWriter)| {
        client(&memory)
            .request(&Op(&KEYED, write))
            .unwrap()
            .headers()["accept"]
            .clone()
    };
    assert_eq!(accept(crate::support::pets), "application/json");
    let chosen: fn(&mut RequestWriter) = |request| request.accept("application/xml");
    assert_eq!(accept(chosen), "application/xml");
}

#[test]
fn given_ids_are_kept() {
    let op = Op(&KEYED, |request: &mut RequestWriter| {
        request.path_text("/pets");
        request.header(&Parameter::new("ms-requestid"), &"mine".to_owned());
        request.header(&Parameter::new("ms-cv"), &"vector".to_owned());
    });
    let request = client(&Memory::new()).request(&op).unwrap();
    assert_eq!(request.headers()["ms-requestid"], "mine");
    assert_eq!(request.headers()["ms-cv"], "vector");
    assert_eq!(request.headers()["ms-correlationid"].len(), 36);
}

#[test]
fn values_that_cannot_be_sent_name_their_parameter() {
    type Write = fn(&mut RequestWriter);
    for (write, name) in [
        (
            (|request| request.path(&ID, &"..".to_owned())) as Write,
            "id",
        ),
        (|request| request.path(&ID, &String::new()), "id"),
        (|request| request.path(&ID, &None::<String>), "id"),
        (
            |request| request.header(&NAME, &"a\r\nX-Evil: 1".to_owned()),
            "name",
        ),
        (|request| request.header(&NAME, &"é".to_owned()), "name"),
        (|request| request.query(&ID, &vec![vec![1]]), "id"),
        (|request| request.query(&ID, &f64::NAN), "id"),
        (|request| request.cookie(&NAME, &vec![vec![1]]), "name"),
        (
            |request| request.query(&Parameter::new("q").style(Style::Matrix), &1),
            "q",
        ),
        (
            |request| request.path(&Parameter::new("p").style(Style::Form), &1),
            "p",
        ),
        (
            |request| request.query(&NAME, &"x".repeat(70_000)),
            "too long",
        ),
    ] {
        let memory = Memory::new();
        let write = move |request: &mut RequestWriter| {
            request.path_text("/pets/");
            write(request);
        };
        let error = client(&memory).send_blocking(&Op(&GET, write)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidParameter, "{name}");
        assert!(error.to_string().contains(name), "{error}");
        assert!(memory.requests().is_empty());
    }
}

#[test]
fn bodies_that_cannot_be_written_are_not_sent() {
    for write in [
        (|request: &mut RequestWriter| request.body("application/json", &f64::NAN))
            as fn(&mut RequestWriter),
        |request| request.body("image/png", &1),
    ] {
        let error = client(&Memory::new())
            .request(&Op(&POST, write))
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Encode, "{error}");
    }
}

#[test]
fn credentials_win_over_parameters() {
    static SECURED: OperationInfo =
        OperationInfo::new("secured", "GET", "/").security(&[&["token"]]);
    let client = builder()
        .credential("token", Credential::bearer("t"))
        .blocking_transport(Memory::new())
        .build()
        .unwrap();
    let op = Op(&SECURED, |request: &mut RequestWriter| {
        request.header(&Parameter::new("Authorization"), &"other".to_owned());
    });
    let request = client.request(&op).unwrap();
    assert_eq!(request.headers().get_all("authorization").iter().count(), 1);
    assert_eq!(request.headers()["authorization"], "Bearer t");
}
