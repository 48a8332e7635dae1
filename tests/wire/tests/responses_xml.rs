//! Answers in XML: both media types, and the many ways in which XML says the same.

use partner_center::models::{CustomerQualification, CustomerQualifications};
use partner_center::runtime::ErrorKind;

use crate::support::samples::null;
use crate::support::{Answer, Scene, Via};

fn play(via: Via, content_type: &str, body: &str) -> Result<CustomerQualifications, String> {
    let answer = Answer::with_body(200, content_type, body);
    let outcome = Scene::new([answer]).play(via).outcome;
    outcome
        .map(partner_center::Response::into_inner)
        .map_err(|error| {
            assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
            assert_eq!(error.body().map(|bytes| &bytes[..]), Some(body.as_bytes()));
            error.to_string()
        })
}

fn expected() -> CustomerQualification {
    CustomerQualification {
        qualification: Some("Education".into()),
        vetting_create_date: Some("2020-12-04T20:54:24Z".into()),
        vetting_reason: Some("R&D <é>".into()),
        vetting_status: None,
        ..Default::default()
    }
}

/// Documents that all say the same.
const SPELLINGS: [(&str, &str); 9] = [
    (
        "plain",
        "<CustomerQualifications><qualifications><CustomerQualification>\
         <qualification>Education</qualification>\
         <vettingCreateDate>2020-12-04T20:54:24Z</vettingCreateDate>\
         <vettingReason>R&amp;D &lt;é&gt;</vettingReason>\
         </CustomerQualification></qualifications></CustomerQualifications>",
    ),
    (
        "declaration, white space, comments, processing instructions",
        "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes'?>\r\n<!-- a --><?x y?>\n\
         <CustomerQualifications >\n <qualifications>\n  <!-- <b> --><CustomerQualification>\n\
         \t<qualification>Edu<!-- - -->cation</qualification >\n\
         <vettingCreateDate>2020-12-04T20:54:24Z</vettingCreateDate><?p?>\n\
         <vettingReason>R&amp;D &lt;é&gt;</vettingReason>\n\
         </CustomerQualification>\n</qualifications>\n</CustomerQualifications>\n<!-- z -->\n",
    ),
    (
        "byte order mark",
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <CustomerQualifications><qualifications><CustomerQualification>\
         <qualification>Education</qualification>\
         <vettingCreateDate>2020-12-04T20:54:24Z</vettingCreateDate>\
         <vettingReason>R&amp;D &lt;é&gt;</vettingReason>\
         </CustomerQualification></qualifications></CustomerQualifications>",
    ),
    (
        "CDATA and character references",
        "<CustomerQualifications><qualifications><CustomerQualification>\
         <qualification><![CDATA[Edu]]>cation</qualification>\
         <vettingCreateDate>2020-12-04T20:54:24&#x5A;</vettingCreateDate>\
         <vettingReason>R<![CDATA[&D <]]>&#233;&#62;</vettingReason>\
         </CustomerQualification></qualifications></CustomerQualifications>",
    ),
    (
        "default namespace and xsi:nil",
        "<CustomerQualifications xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns=\"http://schemas.example/2013/10/Contracts.V2\"><qualifications>\
         <CustomerQualification><qualification>Education</qualification>\
         <vettingCreateDate>2020-12-04T20:54:24Z</vettingCreateDate>\
         <vettingReason>R&amp;D &lt;é&gt;</vettingReason><vettingStatus i:nil=\"true\" />\
         </CustomerQualification></qualifications></CustomerQualifications>",
    ),
    (
        "prefixes, one of them bound twice",
        "<a:CustomerQualifications xmlns:a='urn:a' xmlns:xsi=\
         'http://www.w3.org/2001/XMLSchema-instance'><a:qualifications>\
         <b:CustomerQualification xmlns:b='urn:b'><b:qualification>Education</b:qualification>\
         <b:vettingCreateDate>2020-12-04T20:54:24Z</b:vettingCreateDate>\
         <a:vettingReason xmlns:a='urn:b'>R&amp;D &lt;é&gt;</a:vettingReason>\
         <b:vettingStatus xsi:nil='1'/></b:CustomerQualification>\
         </a:qualifications></a:CustomerQualifications>",
    ),
    (
        "names in other capitals",
        "<CustomerQualifications><Qualifications><CustomerQualification>\
         <Qualification>Education</Qualification>\
         <VettingCreateDate>2020-12-04T20:54:24Z</VettingCreateDate>\
         <VETTINGREASON>R&amp;D &lt;é&gt;</VETTINGREASON>\
         </CustomerQualification></Qualifications></CustomerQualifications>",
    ),
    (
        "other names of the root and the items",
        "<ArrayOfThings><qualifications><item>\
         <qualification>Education</qualification>\
         <vettingCreateDate>2020-12-04T20:54:24Z</vettingCreateDate>\
         <vettingReason>R&amp;D &lt;é&gt;</vettingReason>\
         </item></qualifications></ArrayOfThings>",
    ),
    (
        "another order, quotes and apostrophes",
        "<CustomerQualifications><qualifications><CustomerQualification>\
         <vettingReason>R&amp;D &#60;é></vettingReason>\
         <vettingCreateDate>2020-12-04T20:54:24Z</vettingCreateDate>\
         <qualification>Education</qualification>\
         </CustomerQualification></qualifications></CustomerQualifications>",
    ),
];

#[test]
fn one_document_in_many_spellings() {
    for via in Via::ALL {
        for (note, document) in SPELLINGS {
            let answer = play(via, "application/xml", document);
            let items = answer.map(|answer| answer.qualifications);
            let mut expected = expected();
            if document.contains(":nil=") {
                expected.additional_properties = null("vettingStatus");
            }
            assert_eq!(items, Ok(Some(vec![expected])), "{via:?} {note}");
        }
    }
}

#[test]
fn media_types_in_all_spellings() {
    for via in Via::ALL {
        for content_type in [
            "application/xml",
            "text/xml",
            "application/xml; charset=utf-8",
            r#"Text/XML; Charset="UTF-8""#,
            "APPLICATION/XML;charset=utf8",
            "application/vnd.example+xml",
        ] {
            let answer = play(via, content_type, SPELLINGS[0].1);
            let items = answer.map(|answer| answer.qualifications);
            assert_eq!(items, Ok(Some(vec![expected()])), "{via:?} {content_type}");
        }
    }
}

#[test]
fn empty_absent_and_nil_lists() {
    const XSI: &str = "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"";
    for via in Via::ALL {
        for (body, expect) in [
            ("<CustomerQualifications/>".to_owned(), None),
            (
                "<CustomerQualifications></CustomerQualifications>".to_owned(),
                None,
            ),
            (
                format!("<A {XSI}><qualifications i:nil=\"true\"/></A>"),
                None,
            ),
            ("<A><qualifications/></A>".to_owned(), Some(0)),
            (
                "<A><qualifications> \n </qualifications></A>".to_owned(),
                Some(0),
            ),
            (
                "<A><qualifications><B/><B></B></qualifications></A>".to_owned(),
                Some(2),
            ),
        ] {
            let items = play(via, "text/xml", &body).map(|answer| answer.qualifications);
            assert_eq!(
                items.map(|items| items.map(|items| items.len())),
                Ok(expect),
                "{body}"
            );
        }
    }
}

/// An empty element is an empty text; white space in a text is the text's.
#[test]
fn texts_are_kept_as_they_are() {
    for via in Via::ALL {
        for (inside, expect) in [
            ("<vettingReason/>", ""),
            ("<vettingReason></vettingReason>", ""),
            ("<vettingReason>  a \n b\t</vettingReason>", "  a \n b\t"),
            ("<vettingReason>a\r\nb\rc&#13;</vettingReason>", "a\nb\nc\r"),
            (
                "<vettingReason>&quot;&apos;&amp;lt;</vettingReason>",
                "\"'&lt;",
            ),
            ("<vettingReason>😀&#x1F600;</vettingReason>", "😀😀"),
        ] {
            let body = format!("<A><qualifications><B>{inside}</B></qualifications></A>");
            let items = play(via, "text/xml", &body).map(|answer| answer.qualifications);
            let items = items.expect(inside).expect("there is a list");
            assert_eq!(
                items[0].vetting_reason.as_deref(),
                Some(expect),
                "{via:?} {inside}"
            );
        }
    }
}

#[test]
fn what_is_refused() {
    for via in Via::ALL {
        for (body, expect) in [
            ("<!DOCTYPE A><A/>", "document type"),
            (
                "<!DOCTYPE A [<!ENTITY a 'b'>]><A><qualifications>&a;</qualifications></A>",
                "type",
            ),
            (
                "<!DOCTYPE A SYSTEM 'http://127.0.0.1:1/x.dtd'><A/>",
                "document type",
            ),
            ("<A><x>&unknown;</x></A>", "unknown"),
            ("<A><x>&#0;</x></A>", ""),
            ("<A><x>&#x110000;</x></A>", ""),
            ("<A><x></A>", ""),
            ("<A>", "stops in the middle"),
            ("<A/><A/>", ""),
            ("<A/>text", ""),
            ("text", ""),
            ("<A x='1' x='2'/>", "attribute"),
            (
                "<A><qualifications>text</qualifications></A>",
                "qualifications",
            ),
            (
                "<A><qualifications><B>text</B></qualifications></A>",
                "qualifications[0]",
            ),
            (
                "<A><qualifications><B><vettingReason><C/></vettingReason></B></qualifications></A>",
                "qualifications[0].vettingReason",
            ),
        ] {
            let error = play(via, "application/xml", body).expect_err(body);
            assert!(error.contains(expect), "{via:?} {body}: {error}");
        }
    }
}
