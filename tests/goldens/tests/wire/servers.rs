//! Servers (OAS 3.2 §4.5): which one an operation is sent to, and what callers may choose of it.

use engross_goldens::server_types::servers::{Production, ProductionRegion, Sandbox};
use engross_goldens::server_types::{Client, ClientBuilder, Error};
use engross_runtime::transport::memory::Memory;

fn client(set_up: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<Client, Error> {
    set_up(Client::builder().blocking_transport(Memory::new())).build()
}

/// Returns where the operations go, in the order of the description.
fn targets(set_up: impl FnOnce(ClientBuilder) -> ClientBuilder) -> [String; 4] {
    let client = client(set_up).expect("the client can be built");
    [
        client.get_x().request(),
        client.put_files().request(),
        client.get_files().request(),
        client.get_usual().request(),
    ]
    .map(|request| request.expect("it can be sent").uri().to_string())
}

#[test]
fn those_of_the_description() {
    let expect = [
        "https://eu.example.org:8443/v2/x",
        "https://files.example.org/v1/files",
        "https://eu.example.org:8443/mirror/files",
        "https://eu.example.org:8443/v2/usual",
    ];
    assert_eq!(targets(|it| it), expect);
    assert_eq!(targets(|it| it.server(Production::default())), expect);
}

#[test]
fn one_that_the_caller_chooses() {
    let server = Production {
        region: ProductionRegion::Us,
        port: "9443".to_owned(),
    };
    let got = targets(|it| it.server(server));
    assert_eq!(got[0], "https://us.example.org:9443/v2/x");
    assert_eq!(got[1], "https://files.example.org/v1/files");
    let got = targets(|it| it.server(Sandbox));
    assert_eq!(got[0], "https://sandbox.example.org/x");
    assert_eq!(got[3], "https://sandbox.example.org/usual");
}

#[test]
fn those_of_single_operations_are_replaced_by_name() {
    let got = targets(|it| {
        it.files_example_org_v1_server("http://localhost:8080")
            .mirror_server("/copy")
            .base_url("https://www.example.org/openapi.yaml")
    });
    let expect = [
        "https://eu.example.org:8443/v2/x",
        "http://localhost:8080/files",
        "https://www.example.org/copy/files",
        "https://eu.example.org:8443/v2/usual",
    ];
    assert_eq!(got, expect);
}

#[test]
fn no_value_of_a_variable_leaves_its_place() {
    for port in ["8443/", "1@evil.org", "1#", "x"] {
        let server = Production {
            port: port.to_owned(),
            ..Production::default()
        };
        assert!(client(|it| it.server(server)).is_err(), "{port}");
    }
}
