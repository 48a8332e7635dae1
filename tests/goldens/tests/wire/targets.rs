//! Methods, targets, headers and cookies: parameters in every style (OAS 3.1 §4.8.12), with values
//! that need escapes.

use engross_goldens::enum_open::models::{FindPetsOrder, Status};
use engross_goldens::path_in_segment::models::GetFileExtension;
use engross_goldens::query::models::SearchFilter;
use engross_goldens::query_strings::models::{FormFields, FormFieldsAt, SearchSelector};
use engross_goldens::styles::models::Color;
use engross_goldens::swagger_collection_format::models::PostListsFormBody;
use engross_goldens::swagger_collection_format::operations::PostLists;
use engross_runtime::{Bytes, Map, http};

use crate::support::{client, header, line};

fn color() -> Color {
    Color {
        r: Some(100),
        g: Some(200),
        b: Some(150),
        ..Color::default()
    }
}

fn no_names() -> [String; 0] {
    []
}

#[test]
fn styles_in_the_path() {
    let client = client!(styles);
    let names = ["blue", "a/b", "c,d"];
    let call = client.in_path(color(), color(), names, names, names, color());
    assert_eq!(
        line(call.request()),
        "GET /path/R,100,G,200,B,150/R=100,G=200,B=150/.blue,a%2Fb,c%2Cd/.blue.a%2Fb.c%2Cd\
         /;matrix=blue,a%2Fb,c%2Cd/;R=100;G=200;B=150"
    );
}

/// Labels that are not exploded had dots once.
#[test]
fn labels_by_the_version() {
    let client = client!(labels_3_0);
    let color = engross_goldens::labels_3_0::models::Color {
        r: Some(100),
        ..Default::default()
    };
    let call = client.in_path(["a.b", "c,d"], color.clone(), ["a", "b"], color);
    assert_eq!(
        line(call.request()),
        "GET /path/.a.b.c%2Cd/.R.100/.a.b/.R=100"
    );
}

#[test]
fn cookies_as_they_are() {
    let client = client!(styles);
    let request = client.elsewhere().plain(["a/b", "%20"]).request();
    let request = request.expect("a cookie can hold them");
    let cookies = header(&request, "cookie");
    assert_eq!(cookies.as_deref(), Some("plain=a/b; plain=%20"));
    for name in ["a b", "a;b", "é", "\"x\""] {
        assert!(
            client.elsewhere().plain([name]).request().is_err(),
            "{name}"
        );
    }
}

#[test]
fn parameters_inside_a_segment() {
    let client = client!(path_in_segment);
    for (name, extension, expect) in [
        (
            "a b",
            GetFileExtension::Txt,
            "GET /v1/files/a%20b.txt/-1..2",
        ),
        (
            "..",
            GetFileExtension::from("x/y"),
            "GET /v1/files/...x%2Fy/-1..2",
        ),
    ] {
        let call = client.get_file("1", name, extension, -1, 2);
        assert_eq!(line(call.request()), expect);
    }
}

#[test]
fn styles_in_the_query() {
    let client = client!(styles);
    let call = || client.in_query();
    let free: Map<String> = [("a b".to_owned(), "c&d".to_owned())].into_iter().collect();
    for (call, expect) in [
        (call(), ""),
        (call().form(color()), "?R=100&G=200&B=150"),
        (call().plain(color()), "?plain=R,100,G,200,B,150"),
        (call().spaces(["a", "b c"]), "?spaces=a%20b%20c"),
        (call().pipes(["a", "b"]), "?pipes=a%7Cb"),
        (
            call().reserved(["/a?b", "é&=#%"]),
            "?reserved=/a?b&reserved=%C3%A9%26=%23%25",
        ),
        (
            call().json(color()),
            "?json=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
        ),
        (call().free(free), "?a%20b=c%26d"),
        (call().pipes(no_names()).reserved(no_names()), ""),
        (call().limit(2).word(""), "?limit=2&word="),
        (call().limit(None), "?limit="),
    ] {
        assert_eq!(line(call.request()), format!("GET /query{expect}"));
    }
}

#[test]
fn queries() {
    let client = client!(query);
    let call = || client.search("a b&c=d");
    let filter = SearchFilter {
        name: Some("x y".to_owned()),
        age: Some(3),
        ..SearchFilter::default()
    };
    for (call, expect) in [
        (call(), ""),
        (call().limit(-5).exact(true), "&limit=-5&exact=true"),
        (call().tag(["a", "b,c"]), "&tag=a&tag=b%2Cc"),
        (call().ids([1, 2]), "&ids=1,2"),
        (call().raw("a/b?c"), "&raw=a/b?c"),
        (
            call().filter(filter),
            "&filter%5Bname%5D=x%20y&filter%5Bage%5D=3",
        ),
        // The order is the description's, whatever the order of the calls.
        (call().exact(false).limit(1), "&limit=1&exact=false"),
    ] {
        let expect = format!("GET /search?q=a%20b%26c%3Dd{expect}");
        assert_eq!(line(call.request()), expect);
    }
}

#[test]
fn enums_travel_as_described_and_unknown_ones_as_given() {
    let client = client!(enum_open);
    for (status, expect) in [
        (Status::Available, "available"),
        (Status::from(""), ""),
        (Status::from("In_Review"), "In_Review"),
        (Status::from("new one"), "new%20one"),
    ] {
        let call = client.find_pets().status(status).order(FindPetsOrder::Desc);
        let expect = format!("GET /pets?status={expect}&order=desc");
        assert_eq!(line(call.request()), expect);
    }
}

#[test]
fn headers_and_cookies() {
    let client = client!(styles);
    let call = client.elsewhere().x_plain(color()).x_exploded(color());
    let request = call.session("a;b").ids([1, 2]).request();
    let request = request.expect("there is a request");
    for (name, expect) in [
        ("X-Plain", "R,100,G,200,B,150"),
        ("X-Exploded", "R=100,G=200,B=150"),
        ("Cookie", "session=a%3Bb; ids=1,2"),
    ] {
        assert_eq!(header(&request, name).as_deref(), Some(expect), "{name}");
    }
    let bare = client.elsewhere().request().expect("there is a request");
    assert_eq!(bare.headers().len(), 0, "{:?}", bare.headers());
}

#[test]
fn names_of_parameters_that_the_builder_needs_itself() {
    let client = client!(headers_and_cookies);
    let call = client.get_x("r").x_numbers([1, -2]).send_parameter("s");
    let request = call.body_parameter("b c").request();
    let request = request.expect("there is a request");
    for (name, expect) in [
        ("X-Required", "r"),
        ("X-Numbers", "1,-2"),
        ("send", "s"),
        ("body", "b c"),
    ] {
        assert_eq!(header(&request, name).as_deref(), Some(expect), "{name}");
    }
}

#[test]
fn values_that_would_change_the_path_or_break_a_header_are_refused() {
    let deletes = client!(no_content);
    for id in ["", ".", "..", "%2e", "a"] {
        let refused = deletes.delete_thing(id).request().is_err();
        assert_eq!(refused, matches!(id, "" | "." | ".."), "{id:?}");
    }
    let client = client!(headers_and_cookies);
    for value in ["a\r\nX: y", "a\0", "\u{7f}"] {
        assert!(client.get_x(value).request().is_err(), "{value:?}");
    }
}

#[test]
fn servers_of_the_description() {
    let client = engross_goldens::server_types::Client::builder().build();
    let request = client.expect("the server is known").get_x().request();
    let uri = request.expect("there is a request").uri().to_string();
    assert_eq!(uri, "https://eu.example.org:8443/v2/x");
}

#[test]
fn values_without_a_choice_are_not_asked_for() {
    let client = client!(constants);
    let call = client.ping("a");
    let expect = "POST /v2/a/pings?api-version=2024-01&strict=true";
    assert_eq!(line(call.request()), expect);
    let request = call.request().expect("there is a request");
    let language = header(&request, "accept-language");
    assert_eq!(language.as_deref(), Some("en"));
    let other = call.version(3).api_version("next").strict(false);
    let expect = "POST /v3/a/pings?api-version=next&strict=false";
    assert_eq!(line(other.request()), expect);
}

/// Swagger 2.0 joins lists in every place in each of its ways.
#[test]
fn lists_of_swagger() {
    let client = client!(swagger_collection_format);
    let call = client
        .get_lists([1, 2])
        .tabs(["a b", "c"])
        .x_bars(["d", "e f"]);
    let request = call.request().expect("there is a request");
    assert_eq!(header(&request, "x-bars").as_deref(), Some("d|e f"));
    assert_eq!(line(Ok(request)), "GET /lists/1,2?tabs=a%20b%09c");
}

#[test]
fn lists_of_swagger_in_forms_and_answers() {
    let client = client!(swagger_collection_format);
    let call = client.post_lists(1).body(PostListsFormBody {
        bars: Some(vec!["a b".into(), "c".into()]),
    });
    let request = call.request().expect("there is a request");
    assert_eq!(*request.body(), "bars=a%20b%7Cc");
    let answer = http::Response::builder()
        .status(204)
        .header("X-Commas", "1,2")
        .header("X-Blanks", "1 2")
        .header("X-Tabs", "a b\tc,d")
        .header("X-Left", "a,b|c");
    let answer = answer.body(Bytes::new()).expect("an answer");
    let read = call.read(answer).expect("a success");
    assert_eq!(read.header(&PostLists::X_COMMAS), Ok(Some(vec![1, 2])));
    assert_eq!(read.header(&PostLists::X_BLANKS), Ok(Some(vec![1, 2])));
    let texts = |texts: [&str; 2]| Ok(Some(texts.map(str::to_owned).to_vec()));
    assert_eq!(read.header(&PostLists::X_TABS), texts(["a b", "c,d"]));
    assert_eq!(read.header(&PostLists::X_LEFT), texts(["a,b", "c"]));
}

/// A document is the whole query (OAS 3.2 §4.12.5.3).
#[test]
fn documents_as_query_strings() {
    let client = client!(query_strings);
    let mut selector = SearchSelector::new(vec![1, 2]);
    selector.flag = Some(None);
    assert_eq!(
        line(client.search(selector).request()),
        "GET /search?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D"
    );
    let at = FormFieldsAt {
        lat: Some(1.5),
        ..FormFieldsAt::default()
    };
    let fields = FormFields {
        name: Some("a b&c".to_owned()),
        tags: Some(vec!["x".to_owned(), "y,z".to_owned()]),
        at: Some(at),
        ..FormFields::default()
    };
    assert_eq!(
        line(client.form().fields(fields).request()),
        "GET /form?name=a+b%26c&tags=x,y%2Cz&at=%7B%22lat%22%3A1.5%7D"
    );
    assert_eq!(line(client.form().request()), "GET /form");
    assert_eq!(
        line(client.find().path("$.a[?@.b == 'c']").request()),
        "GET /path?%24.a%5B%3F%40.b%20%3D%3D%20%27c%27%5D"
    );
}

/// Methods of 3.2.
#[test]
fn methods_without_a_key_of_their_own() {
    let client = client!(query_strings);
    assert_eq!(line(client.ask("what?").request()), "QUERY /path");
    assert_eq!(line(client.copy("/there").request()), "COPY /path");
}
