//! What the specification shows of XML, both ways: the examples of its versions 3.0.4, 3.1 and 3.2
//! (OAS 3.1.1 §4.8.26, OAS 3.2 §4.26).

use std::fmt::Debug;

use engross_goldens::xml_node_types::models as nodes;
use engross_goldens::xml_node_types::operations::PutDocsBody;
use engross_goldens::xml_specification::models as flags;
use engross_runtime::codec::{DecodeLimits, Model, decode, encode};

use crate::support::{client, content, from_json};

/// The data of most examples, and what it looks like.
const PETS: &str = r#"{"animals":["dog","cat","hamster"]}"#;
const UNWRAPPED: &str = "<document>
  <animal>dog</animal>
  <animal>cat</animal>
  <animal>hamster</animal>
</document>";
const SAME_NAME: &str = "<document>
  <animals>dog</animals>
  <animals>cat</animals>
  <animals>hamster</animals>
</document>";
const WRAPPED: &str = "<document>
  <animals>
    <animals>dog</animals>
    <animals>cat</animals>
    <animals>hamster</animals>
  </animals>
</document>";
const WRAPPED_ITEMS: &str = "<document>
  <animals>
    <animal>dog</animal>
    <animal>cat</animal>
    <animal>hamster</animal>
  </animals>
</document>";
const WRAPPED_BOTH: &str = "<document>
  <aliens>
    <animal>dog</animal>
    <animal>cat</animal>
    <animal>hamster</animal>
  </aliens>
</document>";
const WRAPPED_OUTSIDE: &str = "<document>
  <aliens>
    <aliens>dog</aliens>
    <aliens>cat</aliens>
    <aliens>hamster</aliens>
  </aliens>
</document>";
const PERSON: &str = r#"<Person id="123">
  <sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name>
</Person>"#;
const PERSON_DATA: &str = r#"{"id":123,"name":"example"}"#;

/// What is between the tags of the examples so that they are easy to read.
fn without_lines(xml: &str) -> String {
    xml.lines().map(str::trim).collect()
}

/// The data is written as the text, and the text is read as the data.
fn check<T: Model + PartialEq + Debug>(json: &str, xml: &str) {
    let value: T = from_json(json);
    let written = encode(&value, "application/xml").expect("the model can be written");
    let written = String::from_utf8(written.to_vec()).expect("it is UTF-8");
    let (_, written) = written.split_once("?>").expect("there is a declaration");
    let xsi = r#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#;
    assert_eq!(written.replace(xsi, ""), without_lines(xml));
    // The examples do not declare this prefix.
    let whole = if xml.contains("xsi:") {
        xml.replacen('>', &format!("{xsi}>"), 1)
    } else {
        xml.to_owned()
    };
    let read = decode::<T>(
        whole.as_bytes(),
        "application/xml",
        &DecodeLimits::default(),
    );
    assert_eq!(read, Ok(value), "{xml}");
}

#[test]
fn names() {
    let text = r#"{"animals":"dog, cat, hamster"}"#;
    let named = "<document>\n  <animals>dog, cat, hamster</animals>\n</document>";
    check::<flags::Plain>(text, named);
    check::<flags::PlainList>(PETS, SAME_NAME);
    let named = "<document>\n  <animal>dog, cat, hamster</animal>\n</document>";
    check::<flags::Renamed>(text, named);
}

#[test]
fn attributes_prefixes_and_namespaces() {
    check::<flags::Person>(PERSON_DATA, PERSON);
    check::<nodes::Person>(PERSON_DATA, PERSON);
}

#[test]
fn arrays() {
    check::<flags::RenamedItems>(PETS, UNWRAPPED);
    check::<flags::NamedOutside>(PETS, UNWRAPPED);
    check::<nodes::NamedOutside>(PETS, UNWRAPPED);
    check::<nodes::Unwrapped>(PETS, SAME_NAME);
    check::<flags::Wrapped>(PETS, WRAPPED);
    check::<nodes::Wrapped>(PETS, WRAPPED);
    check::<flags::WrappedItems>(PETS, WRAPPED_ITEMS);
    check::<nodes::WrappedItems>(PETS, WRAPPED_ITEMS);
    check::<flags::WrappedBoth>(PETS, WRAPPED_BOTH);
    check::<nodes::WrappedBoth>(PETS, WRAPPED_BOTH);
    check::<flags::WrappedOutside>(PETS, WRAPPED_OUTSIDE);
    check::<nodes::WrappedOutside>(PETS, WRAPPED_OUTSIDE);
}

#[test]
fn elements_with_attributes_and_text() {
    let animals: Vec<nodes::PutAnimalsXmlBodyItem> =
        from_json(r#"[{"kind":"Cat","name":"Fluffy"},{"kind":"Dog","name":"Fido"}]"#);
    let client = client!(xml_node_types);
    let (_, body) = content(client.put_animals(animals.clone()).request());
    let expect = r#"<animals>
  <animal kind="Cat">Fluffy</animal>
  <animal kind="Dog">Fido</animal>
</animals>"#;
    assert!(body.ends_with(&without_lines(expect)), "{body}");
    let read = decode(
        expect.as_bytes(),
        "application/xml",
        &DecodeLimits::default(),
    );
    assert_eq!(read, Ok(animals));
    check::<nodes::Measure>(
        r#"{"unit":"cubits","value":42}"#,
        r#"<Measure unit="cubits">42</Measure>"#,
    );
}

#[test]
fn cdata() {
    const DATA: &str = "<html><head><title>Awesome Docs</title></head><body></body><html>";
    let json = format!(r#"{{"content":"{DATA}"}}"#);
    let xml = |root: &str| format!("<{root}>\n  <![CDATA[{DATA}]]>\n</{root}>");
    check::<nodes::Documentation>(&json, &xml("Documentation"));
    let body = PutDocsBody::Xml(from_json(&json));
    let (_, body) = content(client!(xml_node_types).put_docs(body).request());
    assert!(
        body.ends_with(&without_lines(&xml("UpdatedDocument"))),
        "{body}"
    );
}

#[test]
fn ordered_elements_and_text() {
    check::<nodes::OneTwoThree>(
        r#"["Some text",{"unit":"cubits","value":42},null]"#,
        r#"<OneTwoThree>
  <One>Some text</One>
  <Two unit="cubits">42</Two>
  <Three xsi:nil="true"/>
</OneTwoThree>"#,
    );
    let (data, text) = (
        r#"["Some preamble text.",42,"Some postamble text."]"#,
        "<Report>Some preamble text.<data>42</data>Some postamble text.</Report>",
    );
    check::<nodes::Report>(data, text);
    let report: nodes::Report = from_json(data);
    let (_, body) = content(client!(xml_node_types).put_report(report).request());
    assert!(body.ends_with(text), "{body}");
}

/// Beyond the examples: tuples in properties, lists in tuples, texts that are empty.
#[test]
fn tuples() {
    check::<nodes::Rows>(
        r#"{"report":["",1,""],"lists":[["a","b"],"c",[1,2],"d"]}"#,
        "<Rows><report><data>1</data></report><lists><words><word>a</word><word>b</word></words>\
         <lists>c</lists><n:numbers xmlns:n=\"urn:n\"><numbers>1</numbers><numbers>2</numbers></n:numbers>\
         <lists>d</lists></lists></Rows>",
    );
    check::<nodes::OneTwoThree>("[]", "<OneTwoThree/>");
    check::<nodes::OneTwoThree>(r#"["a"]"#, "<OneTwoThree><One>a</One></OneTwoThree>");
    check::<nodes::Report>(
        r#"[" a ",1,"b&]]>","c"]"#,
        "<Report> a <data>1</data>b&amp;]]&gt;<item>c</item></Report>",
    );
}

#[test]
fn null() {
    check::<nodes::Product>(
        r#"{"count":null,"description":"Thing","related":null}"#,
        r#"<product>
  <description>Thing</description>
  <related xsi:nil="true"/>
</product>"#,
    );
    check::<nodes::Product>(
        r#"{"count":42,"description":"Thing","related":{}}"#,
        r#"<product count="42">
  <description>Thing</description>
  <related/>
</product>"#,
    );
}

/// Beyond the examples: what text is where it is easily lost.
#[test]
fn text_that_is_easily_lost() {
    check::<nodes::Note>(r#"{"text":""}"#, "<Note></Note>");
    check::<nodes::Note>(r#"{"text":"a","sign":"b"}"#, "<Note>a<sign>b</sign></Note>");
    check::<nodes::Nameless>("{}", "<Nameless/>");
    for text in [
        " ",
        " a ",
        "]]>",
        "a]]>b]]>",
        "\r\n",
        "\t",
        "<![CDATA[",
        "&amp;",
        "😀",
    ] {
        let content = serde_json::json!({ "content": text }).to_string();
        let value: nodes::Documentation = from_json(&content);
        let written = encode(&value, "application/xml").expect("the model can be written");
        let read = decode(&written, "application/xml", &DecodeLimits::default());
        assert_eq!(read, Ok(value), "{}", String::from_utf8_lossy(&written));
        let note: nodes::Note = from_json(&serde_json::json!({ "text": text }).to_string());
        let written = encode(&note, "application/xml").expect("the model can be written");
        let read = decode(&written, "application/xml", &DecodeLimits::default());
        assert_eq!(read, Ok(note), "{}", String::from_utf8_lossy(&written));
    }
}
