//! Checks what is about to be sent, where the operation has tables for it. What does not fulfil them is
//! never sent.

use super::{Place, RequestWriter};
use crate::codec::EncodeError;
use crate::error::ErrorKind;
use crate::parameter::Parameter;
use crate::validate::{Direction, OperationRules, ParameterPlace, Rules, check};
use crate::value::Value;

/// Makes the tree of a body, which takes time that is only spent where there is something to check.
type Tree<'a> = &'a dyn Fn() -> Result<Value, EncodeError>;

impl RequestWriter {
    pub(super) fn check_parameter(
        &self,
        place: Place,
        parameter: &Parameter,
        value: &Value,
    ) -> Result<(), String> {
        let Some(rules) = self.info.rules else {
            return Ok(());
        };
        let place = match place {
            Place::Path => ParameterPlace::Path,
            Place::Query => ParameterPlace::Query,
            Place::QueryString => ParameterPlace::QueryString,
            Place::Header => ParameterPlace::Header,
            Place::Cookie => ParameterPlace::Cookie,
        };
        match rules.parameter(place, parameter.name) {
            Some(rules) => check(rules, value, Direction::Request).map_err(|it| it.to_string()),
            None => Ok(()),
        }
    }

    pub(super) fn check_body(&mut self, media_type: &str, tree: Tree<'_>) {
        self.check_tree(media_type, OperationRules::body, tree);
    }

    pub(super) fn check_body_item(&mut self, media_type: &str, tree: Tree<'_>) {
        self.check_tree(media_type, OperationRules::body_item, tree);
    }

    fn check_tree(
        &mut self,
        media_type: &str,
        find: fn(&OperationRules, &str) -> Option<&'static Rules>,
        tree: Tree<'_>,
    ) {
        let Some(rules) = self.info.rules.and_then(|all| find(all, media_type)) else {
            return;
        };
        // What cannot be written is said where it is written.
        let Ok(value) = tree() else { return };
        let Err(violations) = check(rules, &value, Direction::Request) else {
            return;
        };
        let message = format!("the body is not as the description demands: {violations}");
        let error = self.site.error(ErrorKind::InvalidBody, message);
        let error = error.with_source(violations);
        self.error.get_or_insert(error);
    }
}
