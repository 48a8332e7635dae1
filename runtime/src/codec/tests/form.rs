//! Forms as models see them.

use super::super::encode;
use super::model::Leaf;
use super::{FORM, read, write};
use crate::value::{Map, Value};

#[test]
fn scalars_are_read_from_text() {
    let leaf = read::<Leaf>("text=1&number=+7%20&other=x", FORM);
    assert_eq!(
        leaf,
        Ok(Leaf {
            text: Some("1".to_owned()),
            number: Some(7)
        })
    );
    assert_eq!(read::<Leaf>("", FORM), Ok(Leaf::default()));
    assert_eq!(write(&leaf.expect("a leaf"), FORM), "text=1&number=7");
}

#[test]
fn arrays_and_objects_within() {
    let arrays = read::<Map<Vec<i64>>>("a=1&b=2&a=3", FORM).expect("arrays");
    assert_eq!((&arrays["a"], &arrays["b"]), (&vec![1, 3], &vec![2]));
    let text = "a=%5B4,5%5D&b=%5B%5D&b=%5B1%5D";
    let nested = read::<Map<Vec<Vec<i64>>>>(text, FORM).expect("arrays");
    assert_eq!(
        (&nested["a"], &nested["b"]),
        (&vec![vec![4, 5]], &vec![vec![], vec![1]])
    );
    let leaves = read::<Map<Leaf>>("a=%7B%22number%22%3A1%7D", FORM).expect("an object");
    assert_eq!(leaves["a"].number, Some(1));
    assert_eq!(write(&leaves, FORM), "a=%7B%22number%22%3A1%7D");
}

#[test]
fn what_has_no_form_is_an_error() {
    assert!(encode(&"x".to_owned(), FORM).is_err());
    let null = Value::Array(vec![Value::Null]);
    assert!(encode(&Map::from([("a".to_owned(), null)]), FORM).is_err());
}
