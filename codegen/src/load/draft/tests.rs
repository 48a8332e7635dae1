//! Any changes of any values: what is not touched is the same, and places lead back.

use proptest::prelude::*;

use super::{Room, Value, View, rebuild};
use crate::load::testing::{dump, tree, trees};

fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        (0..9_u8).prop_map(Into::into),
        "[ab\\n]{0,2}".prop_map(Into::into)
    ];
    leaf.prop_recursive(4, 30, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::btree_map("[abc]", inner, 0..4)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

/// The specification's own words, on serde's values.
fn merged(target: &serde_json::Value, update: &serde_json::Value) -> Option<serde_json::Value> {
    use serde_json::Value::{Array, Object};
    Some(match (target, update) {
        (Object(target), Object(update)) => {
            let mut all = target.clone();
            for (key, new) in update {
                let value = match target.get(key) {
                    Some(old) => merged(old, new)?,
                    None => new.clone(),
                };
                all.insert(key.clone(), value);
            }
            Object(all)
        }
        (Array(target), Array(update)) => Array(target.iter().chain(update).cloned().collect()),
        (Object(_) | Array(_), _) | (_, Object(_) | Array(_)) => return None,
        (_, update) => update.clone(),
    })
}

fn sorted(value: &serde_json::Value) -> serde_json::Value {
    // Without `preserve_order`, serde's maps are sorted; ours keep the order of adding.
    serde_json::from_str(&value.to_string()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn untouched_is_the_same(old in value()) {
        let tree = tree(&old.to_string());
        let mut draft = Value::Whole(tree.root());
        draft.unfold();
        let new = rebuild(&draft, &tree, std::iter::empty()).unwrap();
        prop_assert_eq!(dump(new.root()), dump(tree.root()));
        prop_assert_eq!(new.root().span(), tree.root().span());
    }

    #[test]
    fn merging_is_what_the_specification_says(old in value(), update in value()) {
        let [home, other] = trees([&old.to_string(), &update.to_string()]);
        let mut draft = Value::Whole(home.root());
        let merging = draft.merge_at(&[], &Value::Whole(other.root()), &mut Room::new());
        let expect = match (&old, &update) {
            (serde_json::Value::Array(list), update) if !update.is_array() => {
                Some(list.iter().chain([update]).cloned().collect())
            }
            _ => merged(&old, &update),
        };
        prop_assert_eq!(merging.is_ok(), expect.is_some());
        if let Some(expect) = expect {
            let new = rebuild(&draft, &home, std::iter::once(&other)).unwrap();
            let new: serde_json::Value = serde_json::from_str(&dump(new.root())).unwrap();
            prop_assert_eq!(sorted(&new), sorted(&expect));
        }
    }

    #[test]
    fn what_is_removed_is_gone(old in value(), positions in prop::collection::btree_set(0..4_u32, 0..3)) {
        let tree = tree(&old.to_string());
        let mut draft = Value::Whole(tree.root());
        let count = View::new(&draft).count();
        let gone: Vec<_> = positions.into_iter().filter(|at| (*at as usize) < count).map(|at| vec![at]).collect();
        draft.remove_all(&gone, &mut Room::new()).unwrap();
        let new = rebuild(&draft, &tree, std::iter::empty()).unwrap();
        let left = |node| View::Whole(node).children().map(|(key, view)| (key.map(str::to_owned), dump(view.node()))).collect::<Vec<_>>();
        let mut expect = left(tree.root());
        gone.iter().rev().for_each(|place| drop(expect.remove(place[0] as usize)));
        prop_assert_eq!(left(new.root()), expect);
    }
}
