//! XML as it is written, and the XML of others as it is read.

use std::fmt::Write as _;

use super::super::{
    DecodeError, EncodeReason, Field, Model, NoAdditional, Reader, Shape, Writer, Xml, encode,
};
use super::model::{Everything, Leaf};
use super::{JSON, XML, read, write};
use crate::value::{AdditionalProperties, Map, Value};

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

fn everything() -> Everything {
    read(
        r##"{"id":1,"name":"a<b","float":1.5,"flag":true,"nullable":null,"tristate":null,
        "tags":["x","y"],"photoUrls":["p"],"labels":{"k":"v"},"child":{"number":2},
        "children":[{"text":""}],"code":"c\n","extra":{"@a":"1","#text":"t","b":["1",{"c":null}]}}"##,
        JSON,
    )
    .expect("a model")
}

#[test]
fn every_construct_is_written() {
    let expected = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <Everything id=\"1\" xmlns:k=\"urn:code\" k:code=\"c&#10;\">\
         <name>a&lt;b</name><float>1.5</float><flag>true</flag>\
         <nullable xmlns:xsi=\"{XSI}\" xsi:nil=\"true\"/><tristate xmlns:xsi=\"{XSI}\" xsi:nil=\"true\"/>\
         <tag>x</tag><tag>y</tag><photoUrls><photoUrl>p</photoUrl></photoUrls>\
         <labels><k>v</k></labels>\
         <c:child xmlns:c=\"urn:child\"><number>2</number></c:child>\
         <children xmlns=\"urn:children\"><text/></children>\
         <extra a=\"1\">t<b>1</b><b><c xmlns:xsi=\"{XSI}\" xsi:nil=\"true\"/></b></extra></Everything>"
    );
    let model = everything();
    assert_eq!(write(&model, XML), expected);
    assert_eq!(read::<Everything>(&expected, XML), Ok(model));
}

#[test]
fn roots_without_a_shape_have_default_names() {
    let name = |text: &str| text.replacen("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "", 1);
    let leaf = Leaf {
        text: None,
        number: Some(1),
    };
    let element = "<Leaf><number>1</number></Leaf>";
    assert_eq!(name(&write(&leaf, XML)), element);
    assert_eq!(
        name(&write(&vec![leaf], XML)),
        format!("<array>{element}</array>")
    );
    assert_eq!(
        name(&write(&vec![vec![1]], XML)),
        "<array><item><item>1</item></item></array>"
    );
    assert_eq!(name(&write(&true, XML)), "<value>true</value>");
    assert_eq!(
        read::<Vec<Vec<i64>>>(&write(&vec![vec![1], vec![]], XML), XML),
        Ok(vec![vec![1], vec![]])
    );
}

#[test]
fn the_xml_of_others_is_read() {
    let expected = Leaf {
        text: Some("a<b".to_owned()),
        number: Some(1),
    };
    let cases = [
        "<x><text>a&lt;b</text><number> 1 </number></x>",
        "<?xml version='1.0'?><!-- c --><?pi x?>\n<x><number>1</number><text><![CDATA[a<b]]></text></x>\n",
        "<p:x xmlns:p='urn:p'><p:number>1</p:number><p:text>a&#60;<!-- c -->b</p:text></p:x>",
        "<x xmlns='urn:d'><TEXT>a&#x3C;b</TEXT><Number>1</Number><other><number>2</number></other></x>",
        "<x><number>2</number><text>a&lt;b</text><number>1</number></x>",
    ];
    for text in cases {
        assert_eq!(read::<Leaf>(text, XML).as_ref(), Ok(&expected), "{text}");
    }
    assert_eq!(read::<Leaf>("<x/>", XML), Ok(Leaf::default()));
    let nil = format!("<x xmlns:i='{XSI}'><text i:nil='true'/><number i:nil='1'></number></x>");
    assert_eq!(read::<Leaf>(&nil, XML), Ok(Leaf::default()));
    assert_eq!(
        read::<String>("<x> a\r\nb </x>", XML),
        Ok(" a\nb ".to_owned())
    );
    assert_eq!(read::<String>("<x/>", XML), Ok(String::new()));
}

#[test]
fn arrays_wrapped_and_not() {
    let start = "<x id='1'><name/><float>1</float><flag>1</flag><nullable/><labels/>";
    let read_arrays = |inside: &str| {
        let model = read::<Everything>(&format!("{start}{inside}</x>"), XML).expect(inside);
        (model.tags, model.photos)
    };
    let strings = |items: &[&str]| {
        items
            .iter()
            .map(|&item| item.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(read_arrays(""), (vec![], None));
    assert_eq!(read_arrays("<photoUrls/>"), (vec![], Some(vec![])));
    let mixed =
        "<tag>1</tag><photoUrls><photoUrl>p</photoUrl></photoUrls><tag/><other/><tag>2</tag>";
    assert_eq!(
        read_arrays(mixed),
        (strings(&["1", "", "2"]), Some(strings(&["p"])))
    );
}

/// Two elements with one local name, told apart by namespace, and a root in a namespace.
#[derive(Debug, Default, PartialEq)]
struct Named {
    plain: Option<String>,
    other: Option<String>,
}

static NAMED: Shape = Shape::new(
    "Named",
    &[
        Field::Optional("plain").xml(&Xml::new().name("v")),
        Field::Optional("other").xml(&Xml::new().name("v").namespace("urn:o").prefix("o")),
    ],
)
.xml(&Xml::new().name("named").namespace("urn:n").prefix("n"));

impl Model for Named {
    fn write(&self, out: &mut Writer<'_>) {
        out.object(&NAMED, &[&self.plain, &self.other], &NoAdditional);
    }

    fn read(input: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut model = Self::default();
        input.object(
            &NAMED,
            &mut [&mut model.plain, &mut model.other],
            &mut NoAdditional,
        )?;
        Ok(model)
    }
}

#[test]
fn namespaces_tell_fields_with_one_name_apart() {
    let model = Named {
        plain: Some("1".to_owned()),
        other: Some("2".to_owned()),
    };
    let text = "<n:named xmlns:n=\"urn:n\"><v>1</v><o:v xmlns:o=\"urn:o\">2</o:v></n:named>";
    assert_eq!(
        write(&model, XML),
        format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>{text}")
    );
    let swapped = "<any><x:v xmlns:x='urn:o'>2</x:v><v>1</v></any>";
    assert_eq!(read::<Named>(text, XML).as_ref(), Ok(&model));
    assert_eq!(read::<Named>(swapped, XML).as_ref(), Ok(&model));
    let unknown = read::<Named>("<any><v xmlns='urn:unknown'>1</v></any>", XML);
    assert_eq!(
        unknown,
        Ok(Named {
            other: None,
            ..model
        })
    );
}

#[test]
fn unknown_xml_survives() {
    let inside = "<u:order xmlns:u=\"urn:u\" u:no=\"1\">text<u:line>1</u:line><u:line/><v xmlns=\"urn:v\"> </v></u:order>";
    let text = format!("<x><plain>1</plain>{inside}</x>");
    let map = read::<Map<Value>>(&text, XML).expect("a map");
    let expected = r##"{"plain":"1","order":{"@xmlns":"urn:u","@no":"1","line":["1",""],"v":{"@xmlns":"urn:v","#text":" "},"#text":"text"}}"##;
    assert_eq!(write(&map, JSON), expected);
    assert_eq!(read::<Map<Value>>(&write(&map, XML), XML), Ok(map));
}

#[test]
fn hostile_or_broken_documents_are_refused() {
    let cases = [
        "<!DOCTYPE x><x/>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        "<x>&unknown;</x>",
        "<x>&#0;</x>",
        "<x>\u{1}</x>",
        "<x a='&#1;'/>",
        "<x a='1' a='2'/>",
        "<x a=1/>",
        "<x a='<'/>",
        "<x></y>",
        "<x><y></x></y>",
        "<x>",
        "<x/><x/>",
        "<x/>text",
        "text",
        "<1/>",
        "<x>& </x>",
        "<x><!-- -- --></x>",
        "<x/><?xml version='1.0'?>",
        "",
    ];
    for text in cases {
        assert!(read::<Value>(text, XML).is_err(), "{text}");
    }
}

#[test]
fn many_attributes_and_prefixes_take_linear_time() {
    let mut text = String::from("<x");
    for index in 0..20_000 {
        write!(
            text,
            " xmlns:p{index}='urn:{index}' p{index}:a='1' a{index}='1'"
        )
        .expect("a string");
    }
    text.push('>');
    text.push_str(&"<p7:y/>".repeat(20_000));
    text.push_str("</x>");
    let value = read::<Value>(&text, XML).expect("a value");
    assert_eq!(
        value.get("y").and_then(Value::as_array).map(<[_]>::len),
        Some(20_000)
    );
}

#[test]
fn what_xml_cannot_say_is_an_error() {
    let additional = |name: &str, value: Value| {
        let additional: AdditionalProperties = [(name, value)].into_iter().collect();
        let model = Everything {
            additional,
            ..everything()
        };
        encode(&model, XML).expect_err(name).reason().clone()
    };
    let invalid = |name: &str| EncodeReason::InvalidName {
        name: name.to_owned(),
    };
    assert_eq!(additional("a b", "x".into()), invalid("a b"));
    assert_eq!(additional("@a:b", "x".into()), invalid("a:b"));
    assert_eq!(
        additional("a", "\0".into()),
        EncodeReason::InvalidCharacter { character: '\0' }
    );
    let unrepresentable = |reason| matches!(reason, EncodeReason::Unrepresentable { .. });
    assert!(unrepresentable(additional("@id", "twice".into())));
    assert!(unrepresentable(additional("@a", Value::Array(vec![]))));
    assert!(unrepresentable(additional(
        "#text",
        Value::Object(Map::new())
    )));
}
