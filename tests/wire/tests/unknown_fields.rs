//! Properties that the description does not name, through a whole round: out of an answer, into a
//! request of another media type, with nothing lost.

use partner_center::models::CustomerQualification;
use partner_center::operations::CreateCustomerQualificationsBody as Body;
use partner_center::runtime::Value;

use crate::support::samples::accepted;
use crate::support::{Answer, Scene, Via};

/// Reads the one qualification of an answer.
fn receive(via: Via, content_type: &str, body: &str) -> CustomerQualification {
    let answer = Answer::with_body(200, content_type, body);
    let response = Scene::new([answer])
        .play(via)
        .outcome
        .expect("the answer is read");
    response
        .into_inner()
        .qualifications
        .expect("there is a list")
        .remove(0)
}

/// Sends a body and returns its bytes as text.
fn transmit(via: Via, body: Body) -> String {
    let played = Scene::new([accepted()]).play_with(via, |op| op.body(body));
    assert!(played.outcome.is_ok(), "{:?}", played.outcome);
    played.request().text().to_owned()
}

const DECLARATION: &str = r#"<?xml version="1.0" encoding="utf-8"?>"#;

const JSON: &str = concat!(
    r#"{"qualification":"Education","vettingStatus":"Approved","EducationSegment":"K12","#,
    r#""Website":"https://x.test/?a=b&c","count":1.50,"flag":true,"tags":["a","b"],"#,
    r#""nested":{"deep":{"er":"x"},"none":null},"big":123456789012345678901234567890}"#,
);

const JSON_AS_XML: &str = concat!(
    "<CustomerQualification><qualification>Education</qualification>",
    "<vettingStatus>Approved</vettingStatus><EducationSegment>K12</EducationSegment>",
    "<Website>https://x.test/?a=b&amp;c</Website><count>1.50</count><flag>true</flag>",
    "<tags>a</tags><tags>b</tags><nested><deep><er>x</er></deep>",
    "<none xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/></nested>",
    "<big>123456789012345678901234567890</big></CustomerQualification>",
);

const JSON_AS_FORM: &str = concat!(
    "qualification=Education&vettingStatus=Approved&EducationSegment=K12",
    "&Website=https%3A%2F%2Fx.test%2F%3Fa%3Db%26c&count=1.50&flag=true&tags=a&tags=b",
    "&nested=%7B%22deep%22%3A%7B%22er%22%3A%22x%22%7D%2C%22none%22%3Anull%7D",
    "&big=123456789012345678901234567890",
);

#[test]
fn from_json() {
    for via in Via::ALL {
        let body = format!(r#"{{"qualifications":[{JSON}]}}"#);
        let model = receive(via, "application/json", &body);
        for (body, expect) in [
            (Body::Json(model.clone()), JSON.to_owned()),
            (Body::TextJson(model.clone()), JSON.to_owned()),
            (
                Body::Xml(model.clone()),
                format!("{DECLARATION}{JSON_AS_XML}"),
            ),
            (
                Body::TextXml(model.clone()),
                format!("{DECLARATION}{JSON_AS_XML}"),
            ),
            (Body::Form(model.clone()), JSON_AS_FORM.to_owned()),
        ] {
            assert_eq!(transmit(via, body), expect, "{via:?}");
        }
    }
}

const XML: &str = concat!(
    "<CustomerQualification id=\"7&quot;\"><qualification>Education</qualification>",
    "<EducationSegment>K12 &amp; more</EducationSegment>",
    "<Links><Link rel=\"self\">a</Link><Link><Uri>b</Uri></Link></Links>",
    "<Empty></Empty></CustomerQualification>",
);

#[test]
fn from_xml() {
    for via in Via::ALL {
        let body = format!("<A><qualifications>{XML}</qualifications></A>");
        let model = receive(via, "text/xml", &body);
        assert_eq!(
            model
                .additional_properties
                .get("@id")
                .and_then(Value::as_str),
            Some("7\"")
        );
        let expect = format!(
            "{DECLARATION}{}",
            XML.replace("<Empty></Empty>", "<Empty/>")
        );
        assert_eq!(transmit(via, Body::Xml(model.clone())), expect, "{via:?}");
        let expect = concat!(
            r#"{"qualification":"Education","@id":"7\"","EducationSegment":"K12 & more","#,
            r#""Links":{"Link":[{"@rel":"self","#,
            r##""#text":"a"},{"Uri":"b"}]},"Empty":""}"##,
        );
        assert_eq!(transmit(via, Body::Json(model)), expect, "{via:?}");
    }
}

/// A document with namespaces comes back with the same local names, and parts that had a namespace
/// of their own have it again.
#[test]
fn from_xml_with_namespaces() {
    let body = "<A xmlns='urn:a' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>\
        <qualifications><CustomerQualification><qualification>Education</qualification>\
        <EducationSegment>K12</EducationSegment><Gone i:nil='true'/>\
        <o:Other xmlns:o='urn:o'><o:In>x</o:In></o:Other>\
        </CustomerQualification></qualifications></A>";
    for via in Via::ALL {
        let model = receive(via, "text/xml", body);
        assert_eq!(
            model.additional_properties.get("Gone"),
            Some(&Value::Null),
            "{via:?}"
        );
        let sent = transmit(via, Body::Xml(model));
        let document = roxmltree::Document::parse(&sent).expect("it is well-formed");
        let names: Vec<_> = document
            .root_element()
            .descendants()
            .filter(roxmltree::Node::is_element)
            .map(|node| (node.tag_name().name(), node.tag_name().namespace()))
            .collect();
        assert_eq!(
            names,
            [
                ("CustomerQualification", None),
                ("qualification", None),
                ("EducationSegment", None),
                ("Gone", None),
                ("Other", Some("urn:o")),
                ("In", Some("urn:o")),
            ],
            "{via:?} {sent}"
        );
    }
}

/// Whole rounds end where they began: what is sent is read back as the same model.
#[test]
fn a_second_round_changes_nothing() {
    for via in Via::ALL {
        let body = format!(r#"{{"qualifications":[{JSON}]}}"#);
        let model = receive(via, "application/json", &body);
        let json = transmit(via, Body::Json(model.clone()));
        let again = receive(
            via,
            "text/json",
            &format!(r#"{{"qualifications":[{json}]}}"#),
        );
        assert_eq!(again, model, "{via:?}");

        let body = format!("<A><qualifications>{XML}</qualifications></A>");
        let model = receive(via, "text/xml", &body);
        let xml = transmit(via, Body::Xml(model.clone())).replace(DECLARATION, "");
        let again = receive(
            via,
            "text/xml",
            &format!("<A><qualifications>{xml}</qualifications></A>"),
        );
        assert_eq!(again, model, "{via:?}");
    }
}
