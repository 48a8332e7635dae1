//! Creates qualifications of a customer, against a service in memory: no account, no network.
//!
//! `cargo run -p partner-center --example create_qualifications`
//!
//! A program for the real service differs in one line: without `blocking_transport`, the client
//! sends over the network. Asynchronous programs end a call in `.send().await`.

use partner_center::models::{CustomerQualification, CustomerQualifications};
use partner_center::operations::CreateCustomerQualificationsAccept as Accept;
use partner_center::operations::CreateCustomerQualificationsBody as Body;
use partner_center::runtime::http::StatusCode;
use partner_center::runtime::transport::memory::Memory;
use partner_center::{Client, Error};

/// Not a real one. It never shows in what this program prints.
const TOKEN: &str = "example-token";
const CUSTOMER: &str = "0c4fd02c-6cb6-4d3c-9a1c-000000000001";

fn main() -> Result<(), Error> {
    // The service: three answers, one for each call below.
    let service = Memory::new()
        .reply(200, "application/json", IN_JSON)
        .reply(200, "application/xml; charset=utf-8", IN_XML)
        .reply(201, "application/json", ONE_ALONE);
    let client = Client::builder()
        .bearer_token(TOKEN)
        .blocking_transport(service.clone())
        .build()?;

    println!("== JSON, the first declared media type, is what goes without saying\n");
    let answer = client
        .create_customer_qualifications("1", CUSTOMER)
        .code("validation-code")
        .body(education())
        .send_blocking()?;
    show_request(&service);
    println!("< {} {:?}", answer.status(), answer.qualifications);

    println!("\n== XML in both directions, by choice\n");
    let answer = client
        .create_customer_qualifications("1", CUSTOMER)
        .body(Body::Xml(education()))
        .accept(Accept::Xml)
        .send_blocking()?;
    show_request(&service);
    println!("< {} {:?}", answer.status(), answer.qualifications);

    println!("\n== 201 with one bare object, which the description does not list\n");
    let call = client
        .create_customer_qualifications("1", CUSTOMER)
        .body(education());
    let created = match call.send_blocking() {
        Ok(answer) => answer.into_inner(),
        // Such an answer is an error that carries everything the server said.
        Err(error) if error.status() == Some(StatusCode::CREATED) => {
            println!("< as an error: {error}");
            let one: CustomerQualification = error.decode()?;
            CustomerQualifications {
                qualifications: Some(vec![one]),
                ..Default::default()
            }
        }
        Err(error) => return Err(error),
    };
    println!("< as a value: {:?}", created.qualifications);
    Ok(())
}

/// All fields are optional, so the rest is left to `Default`; fields that the description gains
/// later do not break this.
fn education() -> CustomerQualification {
    CustomerQualification {
        qualification: Some("Education".into()),
        ..Default::default()
    }
}

/// Prints the request that came last.
fn show_request(service: &Memory) {
    let requests = service.requests();
    let Some(request) = requests.last() else {
        return;
    };
    println!("> {} {}", request.method(), request.uri());
    for (name, value) in request.headers() {
        // The client marks credentials as sensitive; `Debug` of the `http` crate hides such values.
        println!("> {name}: {value:?}");
    }
    println!(">\n> {}\n", String::from_utf8_lossy(request.body()));
}

const IN_JSON: &str = r#"{"qualifications": [
    {"qualification": "Education", "vettingStatus": "InReview", "EducationSegment": "K12"}
]}"#;

const IN_XML: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<CustomerQualifications xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
  <qualifications>
    <CustomerQualification>
      <qualification>Education</qualification>
      <vettingReason i:nil="true"/>
      <vettingStatus>Approved</vettingStatus>
    </CustomerQualification>
  </qualifications>
</CustomerQualifications>"#;

const ONE_ALONE: &str = r#"{"qualification": "Education", "vettingStatus": "InReview",
    "vettingCreateDate": "2020-12-04T20:54:24Z"}"#;
