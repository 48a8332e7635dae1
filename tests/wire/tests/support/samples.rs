//! One qualification in every form that it has on the wire, spelled out by hand.

use partner_center::models::CustomerQualification;
use partner_center::operations::CreateCustomerQualificationsBody as Body;
use partner_center::runtime::{AdditionalProperties, Value};

use super::answer::Answer;

/// [`education`] as `application/json` and `text/json`.
pub(crate) const JSON: &str = concat!(
    r#"{"qualification":"Education","#,
    r#""vettingCreateDate":"2021-05-06T19:59:56.6832021+00:00","#,
    r#""vettingReason":"R&D <é> \"50%\" a+b=c\r\nend","#,
    r#""vettingStatus":"InReview","EducationSegment":"K12"}"#,
);

/// [`education`] as `application/xml` and `text/xml`.
pub(crate) const XML: &str = concat!(
    r#"<?xml version="1.0" encoding="utf-8"?>"#,
    "<CustomerQualification><qualification>Education</qualification>",
    "<vettingCreateDate>2021-05-06T19:59:56.6832021+00:00</vettingCreateDate>",
    "<vettingReason>R&amp;D &lt;é&gt; \"50%\" a+b=c&#13;\nend</vettingReason>",
    "<vettingStatus>InReview</vettingStatus>",
    "<EducationSegment>K12</EducationSegment></CustomerQualification>",
);

/// [`education`] as `application/x-www-form-urlencoded`.
pub(crate) const FORM: &str = concat!(
    "qualification=Education",
    "&vettingCreateDate=2021-05-06T19%3A59%3A56.6832021%2B00%3A00",
    "&vettingReason=R%26D+%3C%C3%A9%3E+%2250%25%22+a%2Bb%3Dc%0D%0Aend",
    "&vettingStatus=InReview&EducationSegment=K12",
);

/// Returns a qualification whose values need escaping in every form, with an unknown property.
pub(crate) fn education() -> CustomerQualification {
    CustomerQualification {
        qualification: Some("Education".into()),
        vetting_create_date: Some("2021-05-06T19:59:56.6832021+00:00".into()),
        vetting_reason: Some("R&D <é> \"50%\" a+b=c\r\nend".into()),
        vetting_status: Some("InReview".into()),
        additional_properties: [("EducationSegment", "K12")].into_iter().collect(),
    }
}

/// Returns the properties of [`education`] as pairs, for readers of another make.
pub(crate) const EDUCATION: [(&str, &str); 5] = [
    ("qualification", "Education"),
    ("vettingCreateDate", "2021-05-06T19:59:56.6832021+00:00"),
    ("vettingReason", "R&D <é> \"50%\" a+b=c\r\nend"),
    ("vettingStatus", "InReview"),
    ("EducationSegment", "K12"),
];

/// A qualification as the body of a request, its `Content-Type` and its bytes.
pub(crate) type Sent = (Body, &'static str, &'static str);

/// Returns `model` in all five media types; the bytes are those of [`education`].
pub(crate) fn bodies(model: &CustomerQualification) -> [Sent; 5] {
    [
        (Body::Json(model.clone()), "application/json", JSON),
        (Body::TextJson(model.clone()), "text/json", JSON),
        (Body::Xml(model.clone()), "application/xml", XML),
        (Body::TextXml(model.clone()), "text/xml", XML),
        (
            Body::Form(model.clone()),
            "application/x-www-form-urlencoded",
            FORM,
        ),
    ]
}

/// Returns the answer that most calls get.
pub(crate) fn accepted() -> Answer {
    Answer::with_body(200, "application/json", r#"{"qualifications":[]}"#)
}

/// What is kept of a null where the description knows none.
pub(crate) fn null(property: &str) -> AdditionalProperties {
    let mut kept = AdditionalProperties::default();
    kept.insert(property, Value::Null);
    kept
}
