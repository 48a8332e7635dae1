//! Where requests go: the client's server, those of single operations, and what relative URLs count
//! from.

use engross_runtime::private::OperationInfo;
use engross_runtime::transport::memory::Memory;
use engross_runtime::{Client, ClientBuilder, ErrorKind};

use crate::support::{GET, Op, pets};

static OWN: OperationInfo = OperationInfo::new("own", "GET", "/pets").server("https://own.test/v1");
static RELATIVE: OperationInfo = OperationInfo::new("relative", "GET", "/pets").server("../v1");
static WRONG: OperationInfo = OperationInfo::new("wrong", "GET", "/pets").server("https://{x}/");

fn uri(builder: ClientBuilder, info: &'static OperationInfo) -> Result<String, ErrorKind> {
    let client = builder.blocking_transport(Memory::new()).build();
    let request = client.and_then(|client| client.request(&Op(info, pets)));
    let request = request.map_err(|error| error.kind())?;
    Ok(request.uri().to_string())
}

#[test]
fn relative_servers_count_from_a_base() {
    for (server, base, expect) in [
        ("/v2", "https://h", "https://h/v2/pets"),
        ("/v2", "https://h/docs/openapi.yaml", "https://h/v2/pets"),
        (
            "v2/",
            "https://h/docs/openapi.yaml",
            "https://h/docs/v2/pets",
        ),
        ("../v2", "https://h/docs/openapi.yaml", "https://h/v2/pets"),
        ("//other/v2", "http://h", "http://other/v2/pets"),
        ("/", "https://h:1", "https://h:1/pets"),
        ("http://other", "https://h", "http://other/pets"),
    ] {
        let builder = Client::builder(server).base_url(base);
        assert_eq!(uri(builder, &GET).as_deref(), Ok(expect), "{server} {base}");
    }
    for (server, base) in [("/v2", None), ("/v2", Some("/v1")), ("", Some("not a url"))] {
        let mut builder = Client::builder(server);
        if let Some(base) = base {
            builder = builder.base_url(base);
        }
        assert_eq!(
            uri(builder, &GET),
            Err(ErrorKind::Configuration),
            "{server} {base:?}"
        );
    }
}

#[test]
fn operations_may_have_servers_of_their_own() {
    let builder = || Client::builder("https://h/api/v2");
    let replaced = || builder().operation_server("https://own.test/v1", "http://localhost:1/");
    for (builder, info, expect) in [
        (builder(), &OWN, Ok("https://own.test/v1/pets")),
        (replaced(), &OWN, Ok("http://localhost:1/pets")),
        (replaced(), &GET, Ok("https://h/api/v2/pets")),
        (builder(), &RELATIVE, Ok("https://h/v1/pets")),
        (
            builder().base_url("https://d/a/b/openapi.yaml"),
            &RELATIVE,
            Ok("https://d/a/v1/pets"),
        ),
        (builder(), &WRONG, Err(ErrorKind::Configuration)),
        (
            builder().operation_server("https://{x}/", "https://x"),
            &WRONG,
            Ok("https://x/pets"),
        ),
        (
            builder().operation_server("https://{x}/", "ftp://x"),
            &GET,
            Err(ErrorKind::Configuration),
        ),
    ] {
        let got = uri(builder, info);
        assert_eq!(
            got.as_deref().map_err(|kind| *kind),
            expect,
            "{}",
            info.id()
        );
    }
}
