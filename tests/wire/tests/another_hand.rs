//! XML and JSON by other hands: what the client writes is read by `roxmltree`, by Python's
//! `xml.etree` and by `serde_json`, and what Python writes is read by the client.

use partner_center::models::CustomerQualification;
use partner_center::operations::CreateCustomerQualificationsBody as Body;
use partner_center::runtime::Value;

use crate::support::samples::{EDUCATION, accepted, education, null};
use crate::support::{Answer, Recorded, Scene, Via, python};

/// Texts that are easily harmed on their way.
const TEXTS: [&str; 16] = [
    "",
    " ",
    "  two before, one after ",
    "line\nfeed",
    "carriage\rreturn\r\n",
    "tab\tstop",
    "a<b>&c;&amp;&#65;",
    "]]>",
    "<![CDATA[x]]>",
    "<!-- x -->",
    "\"quotes\" and 'apostrophes'",
    "é ß 日本 😀 \u{10ffff}",
    "\u{85}\u{a0}\u{2028}\u{feff}\u{fffd}",
    "e\u{301}",
    "\u{7f}\u{80}\u{9f}",
    "{\"json\":[1]}",
];

fn send(via: Via, body: Body) -> Recorded {
    let played = Scene::new([accepted()]).play_with(via, |op| op.body(body));
    assert!(played.outcome.is_ok(), "{:?}", played.outcome);
    played.request().clone()
}

/// The names and texts below the root.
type Pairs = Vec<(String, String)>;

fn pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Pairs {
    pairs
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect()
}

/// What a model should be read as, in XML and by whomever.
fn as_pairs(reason: &str) -> (CustomerQualification, Pairs) {
    let mut expect = pairs(EDUCATION);
    reason.clone_into(&mut expect[2].1);
    (
        CustomerQualification {
            vetting_reason: Some(reason.to_owned()),
            ..education()
        },
        expect,
    )
}

fn by_roxmltree(bytes: &[u8]) -> Pairs {
    let text = std::str::from_utf8(bytes).expect("it is UTF-8");
    let document = roxmltree::Document::parse(text).expect("it is well-formed");
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "CustomerQualification");
    assert_eq!(
        (root.tag_name().namespace(), root.attributes().len()),
        (None, 0)
    );
    let fields = root.children().map(|node| {
        assert!(node.is_element(), "nothing but elements: {node:?}");
        (node.tag_name().name(), node.text().unwrap_or_default())
    });
    pairs(fields)
}

fn by_elementtree(bytes: &[u8]) -> Option<Pairs> {
    const SCRIPT: &str = "
import json, sys
import xml.etree.ElementTree as ET
root = ET.fromstring(sys.stdin.buffer.read())
assert root.tag == 'CustomerQualification' and not root.attrib and not root.text, root.tag
print(json.dumps([(child.tag, child.text or '') for child in root]))
";
    let json = python(SCRIPT, bytes)?;
    Some(serde_json::from_slice(&json).expect("the script writes JSON"))
}

#[test]
fn xml_that_is_sent_is_read_by_others() {
    for via in Via::ALL {
        for reason in TEXTS {
            let (model, expect) = as_pairs(reason);
            let request = send(via, Body::Xml(model));
            assert_eq!(by_roxmltree(&request.body), expect, "{via:?} {reason:?}");
        }
    }
    for reason in TEXTS {
        let (model, expect) = as_pairs(reason);
        let request = send(Via::Ureq, Body::TextXml(model));
        let Some(read) = by_elementtree(&request.body) else {
            return;
        };
        assert_eq!(read, expect, "{reason:?}");
    }
}

#[test]
fn json_that_is_sent_is_read_by_others() {
    for via in Via::ALL {
        for reason in TEXTS {
            let (model, expect) = as_pairs(reason);
            let request = send(via, Body::TextJson(model));
            let read: serde_json::Value =
                serde_json::from_slice(&request.body).expect("it is JSON");
            let read = read.as_object().expect("it is an object");
            assert_eq!(read.len(), expect.len());
            for (name, text) in expect {
                assert_eq!(read[&name], text.as_str(), "{via:?} {name}");
            }
        }
    }
}

/// Python writes an answer with `ElementTree`; the client reads it.
#[test]
fn xml_that_python_writes_is_read() {
    const SCRIPT: &str = "
import json, sys
import xml.etree.ElementTree as ET
encoding, namespace, texts = json.load(sys.stdin)
if namespace: ET.register_namespace(namespace[0], namespace[1])
tag = lambda name: '{%s}%s' % (namespace[1], name) if namespace else name
root = ET.Element(tag('CustomerQualifications'))
items = ET.SubElement(root, tag('qualifications'))
for text in texts:
    item = ET.SubElement(items, tag('CustomerQualification'))
    ET.SubElement(item, tag('vettingReason')).text = text
    status = ET.SubElement(item, tag('vettingStatus'))
    status.set('{http://www.w3.org/2001/XMLSchema-instance}nil', 'true')
sys.stdout.buffer.write(ET.tostring(root, encoding=encoding, xml_declaration=True))
";
    // ElementTree writes a carriage return as such, which every reader takes for a line feed.
    let texts: Vec<_> = TEXTS
        .into_iter()
        .filter(|text| !text.contains('\r'))
        .collect();
    for namespace in [None, Some(["", "urn:x"]), Some(["p", "urn:x"])] {
        for encoding in ["utf-8", "utf-16", "us-ascii"] {
            let input = serde_json::json!([encoding, namespace, texts]).to_string();
            let Some(document) = python(SCRIPT, input.as_bytes()) else {
                return;
            };
            for via in Via::ALL {
                let answer = Answer::with_body(200, "application/xml", document.clone());
                let response = Scene::new([answer]).play(via).outcome.expect(encoding);
                let items = response
                    .into_inner()
                    .qualifications
                    .expect("there is a list");
                let expect = texts.iter().map(|text| CustomerQualification {
                    vetting_reason: Some((*text).to_owned()),
                    additional_properties: null("vettingStatus"),
                    ..Default::default()
                });
                assert_eq!(
                    items,
                    expect.collect::<Vec<_>>(),
                    "{via:?} {encoding} {namespace:?}"
                );
            }
        }
    }
}

/// What a data contract serializer of this vendor writes, by hand.
#[test]
fn a_namespaced_sample_is_read() {
    let document = "\u{feff}<CustomerQualifications \
        xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"http://schemas.datacontract\
        .org/2004/07/Microsoft.Partner.Service.Customers.Contracts.V2\">\
        <qualifications xmlns:d2p1=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">\
        <CustomerQualification><EducationSegment>K12</EducationSegment>\
        <qualification>Education</qualification>\
        <vettingCreateDate>2021-05-06T19:59:56.6832021+00:00</vettingCreateDate>\
        <vettingReason i:nil=\"true\" /><vettingStatus>InReview</vettingStatus>\
        </CustomerQualification></qualifications></CustomerQualifications>";
    for via in Via::ALL {
        let answer = Answer::with_body(200, "text/xml; charset=utf-8", document);
        let response = Scene::new([answer]).play(via).outcome.expect("it is read");
        let mut expect = CustomerQualification {
            vetting_reason: None,
            ..education()
        };
        let null = Value::Null;
        expect.additional_properties.insert("vettingReason", null);
        assert_eq!(
            response.qualifications.as_deref(),
            Some(&[expect][..]),
            "{via:?}"
        );
        assert!(response.additional_properties.is_empty());
    }
}
