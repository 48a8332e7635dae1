//! A draft to a tree of its own.

use super::Value;
use crate::load::tree::{Grafter, Refused, Tree};

/// Returns the draft as a tree that belongs to the file of `home`; its parts may come from `others`
/// too.
pub(in crate::load) fn rebuild<'a>(
    draft: &Value<'a>,
    home: &'a Tree,
    others: impl Iterator<Item = &'a Tree>,
) -> Result<Tree, Refused> {
    let mut grafter = Grafter::new(home, others);
    add(&mut grafter, draft)?;
    Ok(grafter.finish())
}

/// The depth of drafts is limited, and so is this recursion.
fn add(grafter: &mut Grafter, value: &Value<'_>) -> Result<(), Refused> {
    match value {
        Value::Whole(node) => grafter.whole(*node),
        Value::Array(node, elements) => {
            grafter.open(*node)?;
            elements
                .iter()
                .try_for_each(|element| add(grafter, element))?;
            grafter.close(*node);
            Ok(())
        }
        Value::Object(node, members) => {
            grafter.open(*node)?;
            for member in members {
                grafter.key(member.key)?;
                add(grafter, &member.value)?;
            }
            grafter.close(*node);
            Ok(())
        }
    }
}
